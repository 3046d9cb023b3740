//===-- model/Model.cpp - what each routine does --------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "model/Model.h"
#include "model/Reader.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace flt::model;
using llvm::StringRef;

static const std::pair<StringRef, StringRef> BuiltInFiles[] = {
#define FLT_MODEL(Name, Text) {Name, Text},
#include "models/EmbeddedModels.inc"
#undef FLT_MODEL
};

bool Routine::isTracked() const {
  return llvm::any_of(Effects, [](const Effect &E) {
    if (E.Kind == EffectKind::Keep)
      return E.When.When != Condition::Outcome::Always;
    return E.Kind != EffectKind::Touch && E.Kind != EffectKind::Tell &&
           E.Kind != EffectKind::Set;
  });
}

bool Routine::has(EffectKind Kind) const {
  return llvm::any_of(Effects, [&](const Effect &E) { return E.Kind == Kind; });
}

std::optional<RegionKind> Routine::regionOf(EffectKind Kind) const {
  for (const Effect &E : Effects)
    if (E.Kind == Kind)
      return E.Region;
  return std::nullopt;
}

llvm::Expected<std::shared_ptr<const Model>>
Model::parse(llvm::ArrayRef<llvm::MemoryBufferRef> Buffers) {
  auto M = std::make_shared<Model>();
  Reader R(*M);
  for (auto [Name, Text] : BuiltInFiles)
    if (llvm::Error E =
            R.read({Text, "<built-in>/" + Name.str()}, /*BuiltIn=*/true))
      return std::move(E);
  for (llvm::MemoryBufferRef Buffer : Buffers)
    if (llvm::Error E = R.read(Buffer, /*BuiltIn=*/false))
      return std::move(E);
  R.finish();
  return M;
}

llvm::Expected<std::shared_ptr<const Model>>
Model::load(llvm::ArrayRef<std::string> Files) {
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> Owned;
  std::vector<llvm::MemoryBufferRef> Buffers;
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
    if (!Buffer)
      return llvm::createStringError(
          Buffer.getError(), File + ": error: can't read the model file: " +
                                 Buffer.getError().message());
    Buffers.push_back((*Buffer)->getMemBufferRef());
    Owned.push_back(std::move(*Buffer));
  }
  return parse(Buffers);
}

const Routine *Model::lookup(StringRef Name, unsigned NumArgs) const {
  auto It = ByName.find(Name);
  if (It == ByName.end())
    return nullptr;
  for (const Routine *R : It->second)
    if (!R->Symbol.empty())
      continue; // Of one C++ function, which a name is not enough to find.
    else if (R->Params == NumArgs || (R->Variadic && NumArgs >= R->Params))
      return R;
  return nullptr;
}

const Routine *Model::lookup(const clang::FunctionDecl *FD) const {
  if (!FD || !FD->getIdentifier())
    return nullptr;
  const Routine *R = lookup(FD->getName(), FD->getNumParams());
  // What was worked out from a body says less than the body, and is about a
  // function, not about a member of the same name.
  bool Misleads =
      R && R->Derived && (FD->hasBody() || llvm::isa<clang::CXXMethodDecl>(FD));
  return Misleads ? nullptr : R;
}

const Routine *Model::derived(const clang::FunctionDecl *FD) const {
  if (!FD || !FD->getIdentifier() || llvm::isa<clang::CXXMethodDecl>(FD))
    return nullptr;
  const Routine *R = lookup(FD->getName(), FD->getNumParams());
  return R && R->Derived ? R : nullptr;
}

llvm::ArrayRef<const Routine *> Model::byName(StringRef Name) const {
  auto It = ByName.find(Name);
  if (It == ByName.end())
    return {};
  return It->second;
}

const LockFamily *Model::lockFamily(StringRef Kind) const {
  auto It = Locks.find(Kind);
  return It == Locks.end() ? nullptr : &It->second;
}

const LockFamily *Model::lockFamilyOfType(StringRef Type) const {
  for (const auto &Entry : Locks)
    if (llvm::is_contained(Entry.second.Types, Type))
      return &Entry.second;
  return nullptr;
}

const ReferenceFamily *Model::referenceFamily(StringRef Kind) const {
  auto It = References.find(Kind);
  return It == References.end() ? nullptr : &It->second;
}

std::optional<std::uint32_t> Model::status(StringRef Name) const {
  auto It = Statuses.find(Name);
  if (It == Statuses.end())
    return std::nullopt;
  return It->second;
}
