//===-- model/Reader.cpp - reads the model language -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "model/Reader.h"
#include "model/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MD5.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace flt;
using namespace flt::model;
using llvm::StringRef;

static constexpr StringRef DocBase =
    "https://learn.microsoft.com/windows-hardware/drivers/";

/// "fltkernel/nf-fltkernel-{name}" is a page of the DDI reference, other
/// relative addresses are pages of the driver documentation.
static std::string expandDoc(StringRef Doc, StringRef Name) {
  if (Doc.empty() || Doc.starts_with("https:"))
    return Doc.str();
  auto [Head, Tail] = Doc.split("{name}");
  std::string Page = Head.str();
  if (Doc.contains("{name}"))
    Page += Name.lower() + Tail.str();
  return (DocBase + (Doc.contains("/nf-") ? "ddi/" : "") + Page).str();
}

llvm::Error Reader::read(llvm::MemoryBufferRef Buffer, bool BuiltIn) {
  llvm::Expected<FileContents> Read = readYaml(Buffer, M.Statuses);
  if (!Read)
    return Read.takeError();
  FileContents &File = *Read;

  Origin = Buffer.getBufferIdentifier().str();
  for (LockFamily &F : File.Locks)
    M.Locks[F.Kind] = F;
  for (ReferenceFamily &F : File.References)
    M.References[F.Kind] = F;
  for (RoutineRow &Row : File.Routines)
    for (const Name &N : Row.Names.Values)
      if (llvm::Error E = add(Row.R, N.Text, BuiltIn))
        return E;
  Hash.update(Buffer.getBuffer());
  return llvm::Error::success();
}

llvm::Error Reader::add(Routine R, StringRef Name, bool BuiltIn) {
  R.Name = Name.str();
  R.Origin = Origin;
  R.BuiltIn = BuiltIn;
  R.Doc = expandDoc(R.Doc, Name);
  auto Fail = [&](const llvm::Twine &Why) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   Origin + ":" + llvm::Twine(R.Line) + ":" +
                                       llvm::Twine(R.Column) +
                                       ": error: " + Why);
  };
  for (const Effect &E : R.Effects) {
    if (!E.LockKind.empty() && !M.Locks.count(E.LockKind))
      return Fail("'" + Name + "': unknown kind of lock '" + E.LockKind +
                  "': describe it under 'locks:'");
    if (!E.ReferenceKind.empty() && !M.References.count(E.ReferenceKind))
      return Fail("'" + Name + "': unknown kind of reference '" +
                  E.ReferenceKind + "': describe it under 'references:'");
  }
  auto &Known = M.ByName[Name];
  auto Same = llvm::find_if(Known, [&](const Routine *O) {
    return O->Params == R.Params && O->Symbol == R.Symbol;
  });
  if (Same != Known.end()) {
    // A user's row corrects a built-in one; two of a kind are a mistake.
    if ((*Same)->BuiltIn == BuiltIn)
      return Fail("'" + Name + "' is described twice; first at " +
                  (*Same)->Origin + ":" + llvm::Twine((*Same)->Line) + ":" +
                  llvm::Twine((*Same)->Column) + ": keep one of them");
    Known.erase(Same);
  }
  auto IsForDeclared = [](const Effect &E) { return E.IfDeclared; };
  if (llvm::any_of(R.Effects, IsForDeclared)) {
    auto Rest = std::make_shared<Routine>(R);
    llvm::erase_if(Rest->Effects, IsForDeclared);
    R.Undeclared = std::move(Rest);
  }
  M.Routines.push_back(std::make_unique<Routine>(std::move(R)));
  Known.push_back(M.Routines.back().get());
  return llvm::Error::success();
}

void Reader::startFrom(const Model &Below) {
  M.Locks = Below.Locks;
  M.References = Below.References;
  M.Statuses = Below.Statuses;
  for (const std::unique_ptr<Routine> &R : Below.Routines) {
    // A row that another one corrects is not found any more.
    if (!llvm::is_contained(Below.byName(R->Name), R.get()))
      continue;
    M.Routines.push_back(std::make_unique<Routine>(*R));
    M.ByName[R->Name].push_back(M.Routines.back().get());
  }
  Hash.update(Below.hash());
}

llvm::Expected<std::shared_ptr<const Model>>
model::extend(const Model &Below, llvm::MemoryBufferRef Rows) {
  auto M = std::make_shared<Model>();
  Reader R(*M);
  R.startFrom(Below);
  if (llvm::Error E = R.read(Rows, /*BuiltIn=*/false))
    return std::move(E);
  R.finish();
  return M;
}

void Reader::finish() {
  llvm::MD5::MD5Result Result;
  Hash.final(Result);
  M.Hash = std::string(Result.digest());
}

std::string model::print(llvm::ArrayRef<Routine> Routines) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  FileContents File;
  for (const Routine &R : Routines) {
    RoutineRow Row;
    Row.Names.Values.push_back({R.Name});
    Row.R = R;
    File.Routines.push_back(std::move(Row));
  }
  writeYaml(File, OS);
  return Text;
}
