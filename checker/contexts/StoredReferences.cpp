//===-- contexts/StoredReferences.cpp - references in structures ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A request that is queued takes the references in it along. Where queueing it
// fails, and it is freed, they are the function's to give back again.
//
//===----------------------------------------------------------------------===//
#include "contexts/ReferenceRules.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Whether \p Object came out of a routine of the kit on this path, or out of
/// "new": memory that nobody else has.
static bool isAllocated(SymbolRef Object, const ASTContext &Ctx) {
  const auto *Result = dyn_cast<SymbolConjured>(Object);
  if (!Result)
    return false;
  if (isa_and_nonnull<CXXNewExpr>(Result->getStmt()))
    return true;
  const auto *Call = dyn_cast_or_null<CallExpr>(Result->getStmt());
  const FunctionDecl *FD = Call ? Call->getDirectCallee() : nullptr;
  const SourceManager &SM = Ctx.getSourceManager();
  return FD && FD->getReturnType()->isPointerType() &&
         SM.isInSystemHeader(
             SM.getExpansionLoc(FD->getFirstDecl()->getLocation()));
}

ReferenceRules::State ReferenceRules::storeIn(State S, SymbolRef Value,
                                              const MemRegion *Place) const {
  const SymbolicRegion *Base = Place->getSymbolicBase();
  SymbolRef Structure = Base ? Base->getSymbol() : nullptr;
  const Reference *Known = state::reference(S, Value);
  if (!Structure || Structure == Value || !Known)
    return S;
  Reference Ref = *Known;
  const Reference *Own = state::reference(S, Structure);
  bool IsNew = Ref.isOwed() && !Ref.In &&
               isAllocated(Structure, S->getStateManager().getContext()) &&
               (!Own || Own->K == Reference::Kind::Borrowed);
  Ref.In = IsNew ? Structure : nullptr;
  S = state::setReference(S, Value, Ref);
  return IsNew && !Own ? watch(S, Structure) : S;
}

bool ReferenceRules::holdsReferences(State S, SymbolRef Structure) const {
  const Reference *Own = state::reference(S, Structure);
  return Own && Own->K == Reference::Kind::Borrowed &&
         llvm::any_of(state::references(S), [&](const auto &Entry) {
           return Entry.second.In == Structure;
         });
}

ReferenceRules::State ReferenceRules::oweAgain(State S,
                                               SymbolRef Structure) const {
  if (!holdsReferences(S, Structure))
    return S;
  for (const auto &[Value, Known] : state::references(S)) {
    if (Known.In != Structure)
      continue;
    Reference Ref = Known;
    Ref.In = nullptr;
    if (Ref.K == Reference::Kind::Escaped && Ref.By) {
      Ref.K = Reference::Kind::Owned;
      Ref.Count = 1;
    } else if (Ref.K == Reference::Kind::Owned && Ref.Stored) {
      --Ref.Stored;
      ++Ref.Count;
    }
    S = state::setReference(S, Value, Ref);
  }
  return S;
}
