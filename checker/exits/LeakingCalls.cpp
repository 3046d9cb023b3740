//===-- exits/LeakingCalls.cpp - whose fault it is ------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/LeakingCalls.h"
#include "exits/Contracts.h"
#include "exits/LockOverview.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

static bool isWithin(const LocationContext *Inner,
                     const StackFrameContext *Outer) {
  const StackFrameContext *F = Inner->getStackFrame();
  return F == Outer || Outer->isParentOf(F);
}

/// What the exits of \p Call say of the lock \p Key.
static LockOverview overviewOfCall(const InlinedCall &Call,
                                   const StackFrameContext *Frame,
                                   const std::string &Key) {
  LockOverview O;
  for (const Exit &E : Call.Exits) {
    ProgramStateRef S = E.Node->getState();
    std::optional<Hold> Held;
    for (const Hold &H : state::holds(S))
      if (isWithin(H.Frame, Frame) && lockKey(H.Lock, H.Site, S) == Key)
        Held = H;
    O.Held.push_back(Held);
    O.Released.push_back(
        llvm::any_of(state::histories(S), [&](const auto &Entry) {
          return Call.Releases.contains(Entry.second.LastRelease) &&
                 lockKey(Entry.first, nullptr, S) == Key;
        }));
  }
  return O;
}

/// Whether the call keeps the lock at some of its returns for no reason that
/// its caller could know.
static bool disagrees(const InlinedCall &Call, const LockOverview &O,
                      bool CallerReleases) {
  bool Keeps = false, GivesBack = false, IsFree = false;
  for (size_t I = 0; I < Call.Exits.size(); ++I) {
    Keeps |= O.Held[I].has_value();
    GivesBack |= !O.Held[I] && O.Released[I];
    IsFree |= !O.Held[I];
  }
  // A caller that gives it back elsewhere knows that the call acquires.
  if (!Keeps || !(GivesBack || (IsFree && !CallerReleases)))
    return false;
  FunctionRun Own;
  Own.Exits = Call.Exits;
  Own.Params = Call.Params;
  return !O.followsResult(Own) && !O.followsGiven(Own) &&
         !O.followsParameter(Own);
}

Leak flt::leakOf(const Hold &H, ExplodedNode *N, const FunctionRun &Run,
                 bool CallerReleases) {
  std::string Key = lockKey(H.Lock, H.Site, N->getState());
  const StackFrameContext *F = H.Frame->getStackFrame();
  for (; !F->inTopFrame(); F = F->getParent()->getStackFrame()) {
    auto It = Run.Calls.find(F);
    if (It == Run.Calls.end())
      continue;
    const InlinedCall &Call = It->second;
    // Who locks for its caller may well do so on some paths only.
    Contract C = contractOf(Call.Function, CallbackRole::None,
                            Call.Function->getASTContext());
    LockOverview O = overviewOfCall(Call, F, Key);
    if (C.MayHold || !disagrees(Call, O, CallerReleases))
      continue;
    for (ExplodedNode *P = N; P; P = P->getFirstPred())
      for (size_t I = 0; I < Call.Exits.size(); ++I)
        if (Call.Exits[I].Node == P && O.Held[I])
          return {P, F};
  }
  return {};
}

Acquirers flt::acquirers(const FunctionRun &Run) {
  Acquirers Functions;
  for (const auto &[Frame, Call] : Run.Calls)
    if (Call.Acquires && Call.Function)
      Functions.insert(Frame->getDecl());
  return Functions;
}
