//===-- locks/LockHolds.cpp - which hold a lock has -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "hints/Names.h"
#include "locks/LockRules.h"
#include "path/AccessPath.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::LockMode;

/// Whether both expressions are written alike, casts and parentheses aside.
static bool sameSpelling(const Expr *A, const Expr *B, ASTContext &Ctx) {
  if (!A || !B)
    return false;
  llvm::FoldingSetNodeID X, Y;
  A->IgnoreParenCasts()->Profile(X, Ctx, /*Canonical=*/true);
  B->IgnoreParenCasts()->Profile(Y, Ctx, /*Canonical=*/true);
  return X == Y;
}

StringRef LockRules::how(const Hold &H) const {
  const model::LockFamily *Family = M.lockFamily(H.What->LockKind);
  if (Family && !Family->Modes)
    return "";
  return H.Exclusive ? " exclusively" : " shared";
}

std::string LockRules::howItFails(const PendingHold &P) const {
  if (P.Then.By->Waits)
    return "may time out";
  if (outlasts(*P.Then.What))
    return "may fail";
  return P.Wait ? "may not wait" : "does not wait";
}

bool LockRules::outlasts(const model::Effect &E) const {
  const model::LockFamily *Family = M.lockFamily(E.LockKind);
  return Family && Family->Outlasts;
}

bool LockRules::isHeld(State S, const MemRegion *Lock,
                       model::LockMode Mode) const {
  AccessPath Path = AccessPath::of(Lock, S);
  return llvm::any_of(state::holds(S), [&](const Hold &H) {
    return !H.HandedOver &&
           (H.Lock == Lock || AccessPath::of(H.Lock, S) == Path) &&
           (Mode == LockMode::Any ||
            H.Exclusive == (Mode == LockMode::Exclusive));
  });
}

std::string LockRules::releasedLock(const CallExpr *Call,
                                    const ASTContext &Ctx) const {
  const model::Routine *Row = M.lookup(Call->getDirectCallee());
  if (Row)
    for (const model::Effect &E : Row->Effects)
      if (E.Kind == model::EffectKind::Release)
        return spelling(lockArgument(Call, E), Ctx);
  return "";
}

std::optional<Hold>
LockRules::releaseOfAnotherKind(State S, const MemRegion *Lock,
                                const CallSite &Site) const {
  // What a function of the project releases was worked out with less care.
  if (Site.Routine.Derived)
    return std::nullopt;
  for (const Hold &H : state::holds(S)) {
    if (H.Lock != Lock || H.HandedOver || H.By->Derived ||
        state::history(S, Lock).Unknown)
      continue;
    R.report(Site.C, S,
             {RuleId::WrongKind,
              describe(S, Lock, *H.What, H.Site) + ", acquired by '" +
                  H.By->Name + "', is released by '" + Site.Routine.Name +
                  "', which is for another kind of lock",
              outermostCall(H.Site, H.Frame),
              {Lock},
              Site.Expr->getSourceRange()});
    return H;
  }
  return std::nullopt;
}

std::optional<Hold> LockRules::findHold(State S, const MemRegion *Lock,
                                        const CallSite &Site,
                                        const model::Effect &E,
                                        bool ToOwner) const {
  llvm::SmallVector<Hold, 4> Held = state::holds(S);
  llvm::erase_if(Held,
                 [&](const Hold &H) { return H.What->LockKind != E.LockKind; });
  // The owner's own release takes what was handed over; others what was not.
  auto Pick = [&](auto Same) -> std::optional<Hold> {
    std::optional<Hold> Other;
    for (const Hold &H : Held)
      if (Same(H)) {
        if (H.HandedOver == ToOwner)
          return H;
        if (!Other)
          Other = H;
      }
    return Other;
  };
  if (auto H = Pick([&](const Hold &H) { return H.Lock == Lock; }))
    return H;
  AccessPath Path = AccessPath::of(Lock, S);
  if (auto H = Pick(
          [&](const Hold &H) { return AccessPath::of(H.Lock, S) == Path; }))
    return H;
  // Results of unknown calls have no path: take what is spelled alike, or came
  // from the same function.
  if (!Path.isAnonymous())
    return std::nullopt;
  const Expr *Spelled = lockArgument(Site.Expr, E);
  return Pick([&](const Hold &H) {
    AccessPath Held = AccessPath::of(H.Lock, S);
    if (!Held.isAnonymous())
      return false;
    if (Path.enumerator() && Held.enumerator() == Path.enumerator() &&
        Held.enumerationHash() == Path.enumerationHash())
      return true;
    return H.Frame == Site.C.getLocationContext() &&
           sameSpelling(lockArgument(H.Site, *H.What), Spelled,
                        Site.C.getASTContext());
  });
}
