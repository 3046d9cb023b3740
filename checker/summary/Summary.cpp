//===-- summary/Summary.cpp - what a function does, as a row --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "summary/Summary.h"
#include "path/TruthValues.h"
#include "summary/Summarizer.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::Condition;
using model::Effect;
using model::EffectKind;
using model::Routine;

std::optional<Routine> Summarizer::run() {
  for (const Exit &E : Run.Exits)
    addEndings(E);
  if (Endings.empty())
    return std::nullopt;
  Routine R;
  R.Name = FD->getNameAsString();
  R.Params = FD->getNumParams();
  R.Derived = true;
  for (Index = 0; Index < Endings.size(); ++Index) {
    const Ending &E = Endings[Index];
    if (!observeLocks(E)) {
      R.Opaque = true;
      return R;
    }
    if (state::handsOver(E.State))
      std::fill(std::begin(Doubted), std::end(Doubted), true);
    else
      observeRegions(E.State);
    observeReferences(E);
  }
  for (auto &[Key, Seen] : Effects) {
    Seen.At.resize(Endings.size());
    Seen.Either.resize(Endings.size());
    for (size_t I = 0; Seen.Entry && I < Endings.size(); ++I) {
      ProgramStateRef S = Endings[I].State;
      Seen.Either[I] |=
          S->getConstraintManager().isNull(S, Seen.Entry).isConstrainedTrue();
    }
  }
  matchHandOvers();
  matchExchanges();
  for (auto &[Key, Seen] : Effects)
    decide(Seen, R);
  addTouches(R);
  addOutputs(R);
  // Nothing at all: that it keeps and releases nothing is worth saying.
  R.Borrows = llvm::all_of(
      R.Effects, [](const Effect &E) { return E.Kind == EffectKind::Set; });
  Kept.complete(R, FD, Settled);
  return R;
}

/// An exit that returns what tells of a lock or a reference is two.
void Summarizer::addEndings(const Exit &E) {
  ProgramStateRef S = E.Node->getState();
  if (state::isDoubtful(S))
    return; // A path that contradicts itself shows nothing.
  SymbolRef Returned = E.Returned.getAsSymbol();
  auto Split = [&](const Condition &When) {
    for (bool Met : {true, false})
      if (ProgramStateRef Decided = O.assumeOutcome(S, Returned, When, Met))
        if (ProgramStateRef Refined = O.refine(Decided))
          Endings.push_back(
              {Refined, E.Returned,
               ExitRules::classify(Refined, E.Returned, FD->getReturnType())});
  };
  for (const PendingHold &P : state::pendingHolds(S)) {
    if (P.Result != Returned)
      continue;
    if (const auto *Wait = dyn_cast_or_null<SymbolRegionValue>(P.Wait))
      for (unsigned I = 0; I < Run.Params.size(); ++I)
        if (Run.Params[I] == Wait)
          Waits[P.Then.Site] = I;
    return Split(P.Then.What->When);
  }
  bool IsStatus = ExitRules::isNtStatus(FD->getReturnType());
  if (Returned && E.Class == ReturnClass::Unknown &&
      (IsStatus || isTruthType(FD->getReturnType())) &&
      (llvm::any_of(state::references(S),
                    [&](const auto &Known) {
                      return Known.second.Status == Returned;
                    }) ||
       llvm::any_of(state::facts(S), [&](const PendingFact &F) {
         return F.Result == Returned;
       }))) {
    Condition Worked;
    Worked.When =
        IsStatus ? Condition::Outcome::Success : Condition::Outcome::True;
    return Split(Worked);
  }
  Endings.push_back({S, E.Returned, E.Class});
}

Observed *Summarizer::add(Effect E) {
  // The condition is found out from where it shows.
  // What is released may be taken again, if it is another object by then.
  std::string Key = (E.Kind == EffectKind::Release ? "" : "later ") +
                    std::to_string(int(E.Kind)) + E.Object.str() + E.LockKind +
                    E.ReferenceKind + std::to_string(int(E.Mode)) +
                    std::to_string(int(E.Region)) +
                    (E.WaitArgument ? std::to_string(*E.WaitArgument) : "");
  Observed &Seen = Effects[Key];
  Seen.E = std::move(E);
  Seen.At.resize(Endings.size());
  Seen.Either.resize(Endings.size());
  bool IsFirst = !Seen.At[Index];
  Seen.At[Index] = true;
  return IsFirst ? &Seen : nullptr;
}

std::optional<llvm::SmallVector<Condition, 2>>
Summarizer::explain(const Observed &Seen, bool WithEither) const {
  llvm::SmallVector<Ending, 8> Counted;
  llvm::SmallVector<bool, 8> At;
  for (size_t I = 0; I < Endings.size(); ++I)
    if (!WithEither || !Seen.Either[I]) {
      Counted.push_back(Endings[I]);
      At.push_back(Seen.At[I]);
    }
  SummaryConditions When(FD, Counted, Run.Params, O);
  return When.explain(At, Seen.E.Kind != EffectKind::Give);
}

/// Whether \p E happens if the argument that it is about is not NULL.
static bool isUnlessNull(const Effect &E) {
  if (!E.Object.Steps.empty() || E.When.Arguments.size() != 1)
    return false;
  const Condition::ArgumentTest &Test = E.When.Arguments.front();
  return E.Object.Base == model::ObjectPath::BaseKind::Argument &&
         Test.Argument == E.Object.Argument && !Test.Equal && !Test.Value;
}

void Summarizer::decide(Observed &Seen, Routine &R) {
  Effect &E = Seen.E;
  if (E.Kind == EffectKind::Keep) { // It may at any time.
    R.Effects.push_back(E);
    return;
  }
  auto Found = explain(Seen, /*WithEither=*/false);
  if (!Found && (Found = explain(Seen, /*WithEither=*/true)))
    // Nothing happens where there is nothing.
    E.MayBeNull = !E.ReferenceKind.empty();
  // A variable of the caller's may always hold nothing.
  if (E.Kind == EffectKind::Take && !E.Object.Steps.empty())
    E.MayBeNull = true;
  if (Found) {
    for (Condition &C : *Found) {
      E.When = std::move(C);
      // "if (Context != NULL) release": NULL may be passed.
      if (E.Kind == EffectKind::Take && isUnlessNull(E)) {
        E.When.Arguments.clear();
        E.MayBeNull = true;
      }
      R.Effects.push_back(E);
    }
    return;
  }
  // On some paths, for reasons of its own.
  if (E.Kind == EffectKind::Give) {
    E.MayBeNull = true;
  } else if (!E.ReferenceKind.empty()) {
    E.Kind = EffectKind::Keep;
  } else if (!E.LockKind.empty()) {
    touch(E.Object, E.LockKind);
    return;
  } else {
    Doubted[unsigned(E.Region)] = true;
    return;
  }
  R.Effects.push_back(E);
}

std::optional<Routine> flt::summarize(const FunctionDecl *FD,
                                      const FunctionRun &Run, const Outcomes &O,
                                      KeptParameters &Kept) {
  return Summarizer(FD, Run, O, Kept).run();
}
