//===-- path/Outcome.cpp - did the call do it? ----------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/Outcome.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ConstraintManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using Outcome = model::Condition::Outcome;

static SValBuilder &builder(ProgramStateRef S) {
  return S->getStateManager().getSValBuilder();
}

static SVal valueOf(ProgramStateRef S, SymbolRef Sym) {
  return builder(S).makeSymbolVal(Sym);
}

static SVal compare(ProgramStateRef S, BinaryOperatorKind Op, SymbolRef Sym,
                    std::int64_t Constant) {
  SValBuilder &SVB = builder(S);
  QualType T = Sym->getType();
  SVal Right = Loc::isLocType(T)
                   ? SVal(SVB.makeIntLocVal(llvm::APSInt(
                         llvm::APInt(SVB.getContext().getTypeSize(T),
                                     std::uint64_t(Constant)),
                         /*isUnsigned=*/true)))
                   : SVal(SVB.makeIntVal(llvm::APSInt::get(Constant).extOrTrunc(
                         SVB.getContext().getTypeSize(T))));
  return SVB.evalBinOp(S, Op, valueOf(S, Sym), Right, SVB.getConditionType());
}

/// A status is signed; bit patterns such as 0xC01C0002 are negative.
static SVal compareStatus(ProgramStateRef S, BinaryOperatorKind Op,
                          SymbolRef Sym, std::uint32_t Code) {
  return compare(S, Op, Sym, std::int32_t(Code));
}

ProgramStateRef Outcomes::assume(ProgramStateRef S, SVal Cond,
                                 bool Value) const {
  auto Defined = Cond.getAs<DefinedOrUnknownSVal>();
  if (!Defined)
    return S;
  llvm::SaveAndRestore<bool> Guard(Asking, true);
  return S->assume(*Defined, Value);
}

ProgramStateRef Outcomes::assumeZero(ProgramStateRef S, SymbolRef Value,
                                     bool Zero) const {
  return assume(S, valueOf(S, Value), !Zero);
}

ProgramStateRef Outcomes::assumeNotPositive(ProgramStateRef S,
                                            SymbolRef Result) const {
  return assume(S, compare(S, BO_LE, Result, 0), true);
}

ProgramStateRef Outcomes::assumeOneOf(ProgramStateRef S, SymbolRef Result,
                                      const model::Condition &When) const {
  if (When.OtherStatuses.empty() || !Result->getType()->isIntegerType())
    return S;
  llvm::SmallVector<std::int32_t, 4> Values(When.Statuses.begin(),
                                            When.Statuses.end());
  Values.append(When.OtherStatuses.begin(), When.OtherStatuses.end());
  llvm::sort(Values);
  S = assume(S, compare(S, BO_GE, Result, Values.front()), true);
  if (S)
    S = assume(S, compare(S, BO_LE, Result, Values.back()), true);
  if (!S)
    return nullptr;
  // None of those between two of them.
  auto V = valueOf(S, Result).castAs<DefinedOrUnknownSVal>();
  auto AsResult = [&](std::int64_t Value) {
    unsigned Width = builder(S).getContext().getIntWidth(Result->getType());
    return llvm::APSInt::get(Value).extOrTrunc(Width);
  };
  for (size_t I = 1; S && I < Values.size(); ++I)
    if (std::int64_t After = std::int64_t(Values[I - 1]) + 1; After < Values[I])
      S = S->assumeInclusiveRange(V, AsResult(After),
                                  AsResult(std::int64_t(Values[I]) - 1), false);
  return S;
}

ProgramStateRef Outcomes::assumeNotNull(ProgramStateRef S,
                                        const MemRegion *R) const {
  return assume(S, loc::MemRegionVal(R), true);
}

std::optional<std::int64_t> Outcomes::knownValue(ProgramStateRef S,
                                                 SymbolRef Sym) const {
  const llvm::APSInt *Value = S->getConstraintManager().getSymVal(S, Sym);
  if (!Value || Value->getSignificantBits() > 64)
    return std::nullopt;
  return Value->getExtValue();
}

bool Outcomes::isPossible(ProgramStateRef S, SymbolRef Sym, std::int64_t Value,
                          bool Equal) const {
  return assume(S, compare(S, BO_EQ, Sym, Value), Equal) != nullptr;
}

bool Outcomes::isPossible(ProgramStateRef S, DefinedOrUnknownSVal Cond,
                          bool Value) const {
  return assume(S, Cond, Value) != nullptr;
}

Decision Outcomes::meets(ProgramStateRef S, SymbolRef Result,
                         const model::Condition &When) const {
  if (When.When == Outcome::Always)
    return Decision::Yes;
  if (!Result)
    return Decision::Unknown;
  switch (When.When) {
  case Outcome::Always:
    break;
  case Outcome::Success:
  case Outcome::Failure: {
    bool Success = When.When == Outcome::Success;
    SVal V = valueOf(S, Result);
    if (const llvm::APSInt *Min = builder(S).getMinValue(S, V))
      if (Min->isNonNegative())
        return Success ? Decision::Yes : Decision::No;
    if (const llvm::APSInt *Max = builder(S).getMaxValue(S, V))
      if (Max->isNegative() ||
          // Only zero is left: NT_ERROR(Status) and the like rule it out.
          (Max->isZero() && !assume(S, compare(S, BO_EQ, Result, 0), true)))
        return Success ? Decision::No : Decision::Yes;
    return Decision::Unknown;
  }
  case Outcome::True:
  case Outcome::NonNull:
  case Outcome::False:
  case Outcome::Null: {
    bool WantsZero = When.When == Outcome::False || When.When == Outcome::Null;
    ConditionTruthVal Zero = S->getConstraintManager().isNull(S, Result);
    if (Zero.isUnderconstrained())
      return Decision::Unknown;
    return Zero.isConstrainedTrue() == WantsZero ? Decision::Yes : Decision::No;
  }
  case Outcome::Status: {
    bool Possible = false;
    for (std::uint32_t Code : When.Statuses) {
      SVal Equal = compareStatus(S, BO_EQ, Result, Code);
      if (!assume(S, Equal, true))
        continue;
      if (!assume(S, Equal, false))
        return Decision::Yes;
      Possible = true;
    }
    return Possible ? Decision::Unknown : Decision::No;
  }
  }
  return Decision::Unknown;
}

Decision Outcomes::isOwed(ProgramStateRef S, SymbolRef Value,
                          const Reference &R) const {
  if (R.K == Reference::Kind::Owned)
    return Decision::Yes;
  if (R.K != Reference::Kind::Pending)
    return Decision::No;
  ConditionTruthVal Null = S->getConstraintManager().isNull(S, Value);
  if (Null.isConstrainedTrue())
    return Decision::No;
  if (R.Family && R.Family->Invalid &&
      !isPossible(S, Value, *R.Family->Invalid, false))
    return Decision::No;
  // Not owed would have left NULL there, or what there was before.
  if (R.Otherwise &&
      (*R.Otherwise == 0 ? Null.isConstrainedFalse()
                         : !isPossible(S, Value, *R.Otherwise, true)))
    return Decision::Yes;
  Decision All = Decision::No;
  for (size_t I = 0; I < R.By->Effects.size(); ++I) {
    if (!(R.Effects & 1u << I))
      continue;
    const model::Effect &E = R.By->Effects[I];
    Decision D = meets(S, R.Status, E.When);
    if (D == Decision::Yes && !E.MayBeNull)
      return Decision::Yes;
    if (D != Decision::No)
      All = Decision::Unknown;
  }
  return All;
}

ProgramStateRef Outcomes::assumeOutcome(ProgramStateRef S, SymbolRef Result,
                                        const model::Condition &When,
                                        bool Met) const {
  if (!Result)
    return S;
  SVal Zero = builder(S).makeZeroVal(Result->getType());
  switch (When.When) {
  case Outcome::Success:
  case Outcome::Failure:
    return assume(S,
                  builder(S).evalBinOp(S, BO_GE, valueOf(S, Result), Zero,
                                       builder(S).getConditionType()),
                  Met == (When.When == Outcome::Success));
  case Outcome::True:
  case Outcome::NonNull:
    return assumeZero(S, Result, !Met);
  case Outcome::False:
  case Outcome::Null:
    return assumeZero(S, Result, Met);
  case Outcome::Status:
    if (When.Statuses.size() == 1)
      return assume(S, compareStatus(S, BO_EQ, Result, When.Statuses.front()),
                    Met);
    return S;
  case Outcome::Always:
    return S;
  }
  return S;
}

ProgramStateRef Outcomes::refineReference(ProgramStateRef S, SymbolRef Value,
                                          Reference R) const {
  Decision D = isOwed(S, Value, R);
  if (D == Decision::Unknown)
    return S;
  // One way only leads to a reference: then value and status tell each other.
  const model::Effect *Only = nullptr;
  for (size_t I = 0; I < R.By->Effects.size(); ++I)
    if (R.Effects & 1u << I) {
      const model::Effect &E = R.By->Effects[I];
      Only = Only || E.MayBeNull ? nullptr : &E;
      if (!Only)
        break;
    }
  if (D == Decision::Yes) {
    R.DecidedByValue = true;
    for (size_t I = 0; I < R.By->Effects.size(); ++I)
      if (R.Effects & 1u << I &&
          meets(S, R.Status, R.By->Effects[I].When) == Decision::Yes)
        R.DecidedByValue = false;
    R.K = Reference::Kind::Owned;
    S = state::setReference(S, Value, R);
    S = assumeZero(S, Value, false);
    if (S && R.Family && R.Family->Invalid)
      S = assume(S, compare(S, BO_NE, Value, *R.Family->Invalid), true);
    if (S && Only)
      S = assumeOutcome(S, R.Status, Only->When, true);
    return S;
  }
  S = state::removeReference(S, Value);
  if (R.Otherwise)
    S = *R.Otherwise == 0
            ? assumeZero(S, Value, true)
            : assume(S, compare(S, BO_EQ, Value, *R.Otherwise), true);
  if (S && Only)
    S = assumeOutcome(S, R.Status, Only->When, false);
  return S;
}

ProgramStateRef Outcomes::assumeValue(ProgramStateRef S, SymbolRef Value,
                                      std::int64_t Constant, bool IsNot) const {
  return assume(S, compare(S, BO_EQ, Value, Constant), !IsNot);
}

ProgramStateRef Outcomes::assumeFact(ProgramStateRef S,
                                     const PendingFact &F) const {
  if (!F.Same)
    return assumeValue(S, F.Value, F.Constant, F.IsNot);
  SValBuilder &SVB = builder(S);
  return assume(S,
                SVB.evalBinOp(S, BO_EQ, valueOf(S, F.Value), valueOf(S, F.Same),
                              SVB.getConditionType()),
                true);
}

/// Outcome and value tell each other, whichever the code looks at.
ProgramStateRef Outcomes::refineFacts(ProgramStateRef S) const {
  for (const PendingFact &F : state::facts(S)) {
    model::Condition When;
    When.When = F.When;
    Decision D = meets(S, F.Result, When);
    ProgramStateRef So = assumeFact(S, F);
    if (D == Decision::Unknown && So)
      continue;
    S = state::removeFact(S, F);
    if (D == Decision::Yes)
      S = So ? state::removeFact(So, F) : nullptr;
    else if (D == Decision::Unknown)
      S = assumeOutcome(S, F.Result, When, false);
    if (!S)
      return nullptr;
  }
  return S;
}

const model::Effect *Outcomes::regionWith(const model::Routine &By,
                                          const model::Effect &Acquire) {
  if (Acquire.When.When == Outcome::Always)
    return nullptr;
  for (const model::Effect &E : By.Effects)
    if (E.Kind == model::EffectKind::Enter &&
        E.When.When == Acquire.When.When &&
        E.When.Statuses == Acquire.When.Statuses)
      return &E;
  return nullptr;
}

ProgramStateRef Outcomes::refine(ProgramStateRef S) const {
  S = refineFacts(S);
  if (!S)
    return nullptr;
  for (const auto &[Value, R] : state::references(S))
    if (R.K == Reference::Kind::Pending) {
      S = refineReference(S, Value, R);
      if (!S)
        return nullptr;
    }
  for (const PendingHold &P : state::pendingHolds(S)) {
    Decision Acquired = meets(S, P.Result, P.Then.What->When);
    if (Acquired == Decision::Unknown)
      continue;
    S = state::removePending(S, P);
    if (Acquired == Decision::Yes) {
      S = state::addHold(S, P.Then);
      continue;
    }
    // Of several locks that one call acquires, the last takes the region along.
    bool IsLast = llvm::none_of(state::pendingHolds(S), [&](const auto &Other) {
      return Other.Then.Site == P.Then.Site;
    });
    if (const model::Effect *Region = regionWith(*P.Then.By, *P.Then.What);
        Region && IsLast) {
      RegionDepth D = state::region(S, Region->Region);
      --D.Depth;
      S = state::setRegion(S, Region->Region, D);
    }
    if (P.Wait) {
      // Waiting never fails.
      S = assumeZero(S, P.Wait, true);
      if (!S)
        return nullptr;
    }
  }
  return refineFacts(S);
}
