//===-- path/EntryValues.cpp - what callers passed ------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/EntryValues.h"
#include "path/AccessPath.h"
#include "clang/AST/Decl.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::ObjectPath;
using Step = ObjectPath::Step;

bool flt::isEntryValue(SymbolRef Sym) {
  while (const auto *Value = dyn_cast_or_null<SymbolRegionValue>(Sym)) {
    const MemRegion *R = Value->getRegion();
    if (const SymbolicRegion *Base = R->getSymbolicBase()) {
      Sym = Base->getSymbol();
      continue;
    }
    const auto *V = dyn_cast<VarRegion>(R->getBaseRegion());
    // Inlined functions have regions of their own for their parameters.
    return V && isa<ParmVarDecl>(V->getDecl()) && !isa<ParamVarRegion>(V);
  }
  return false;
}

static SVal pointerTo(SymbolRef Sym, ProgramStateRef S) {
  return S->getStateManager().getSValBuilder().makeLoc(Sym);
}

std::optional<ObjectPath> flt::entryObject(SymbolRef Sym, ProgramStateRef S) {
  if (!isEntryValue(Sym) || !Loc::isLocType(Sym->getType()))
    return std::nullopt;
  const MemRegion *R = pointerTo(Sym, S).getAsRegion();
  return R ? AccessPath::of(R, S).toObject() : std::nullopt;
}

/// The members that lead from the object that a pointer points to, which
/// becomes
/// \p Object, to \p Lock; nullopt if anything else does.
static std::optional<std::vector<const FieldDecl *>>
membersTo(const MemRegion *Lock, SymbolRef &Object) {
  std::vector<const FieldDecl *> Members;
  const MemRegion *R = Lock->StripCasts();
  while (const auto *F = dyn_cast<FieldRegion>(R)) {
    Members.insert(Members.begin(), F->getDecl());
    R = F->getSuperRegion()->StripCasts();
  }
  const auto *Base = dyn_cast<SymbolicRegion>(R);
  if (!Base)
    return std::nullopt;
  Object = Base->getSymbol();
  return Members;
}

/// \p From, a pointer of type \p T, with the members behind it.
static std::optional<ObjectPath>
pathBehind(ObjectPath From, QualType T,
           llvm::ArrayRef<const FieldDecl *> Members) {
  if (Members.empty())
    return From;
  const RecordDecl *RD = T->getPointeeType()->getAsRecordDecl();
  if (!RD || RD->getCanonicalDecl() !=
                 Members.front()->getParent()->getCanonicalDecl())
    return std::nullopt;
  From.Steps.push_back({Step::Kind::Deref, ""});
  for (const FieldDecl *F : Members)
    if (!F->getName().empty())
      From.Steps.push_back({Step::Kind::Field, F->getName().str()});
  From.AddressOf = true;
  return From;
}

std::optional<ObjectPath> flt::givenObject(const MemRegion *Lock,
                                           ProgramStateRef S,
                                           const FunctionDecl *FD,
                                           llvm::ArrayRef<SymbolRef> Params,
                                           SVal Returned) {
  SymbolRef Object = nullptr;
  auto Members = membersTo(Lock, Object);
  if (!Members || llvm::is_contained(Params, Object))
    return std::nullopt;
  for (unsigned I = 0; I < Params.size(); ++I) {
    QualType T = FD->getParamDecl(I)->getType()->getPointeeType();
    if (!Params[I] || T.isNull() || !T->isPointerType())
      continue;
    const MemRegion *Variable = pointerTo(Params[I], S).getAsRegion();
    if (!Variable || S->getSVal(Variable, T).getAsLocSymbol() != Object)
      continue;
    // What was there before has its name already.
    ObjectPath Path;
    Path.Argument = I;
    Path.Steps.push_back({Step::Kind::Deref, ""});
    auto Was = entryObject(Object, S);
    if (Was && Was->str() == Path.str())
      continue;
    if (auto Found = pathBehind(Path, T, *Members))
      return Found;
  }
  if (Returned.getAsLocSymbol() != Object || entryObject(Object, S))
    return std::nullopt;
  ObjectPath Path;
  Path.Base = ObjectPath::BaseKind::Return;
  return pathBehind(Path, FD->getReturnType(), *Members);
}
