//===-- locks/LockRegions.cpp - locks that want APCs disabled
//--------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "locks/LockRules.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;
using model::RegionKind;

/// Whether the system calls such a function with normal kernel APCs enabled, in
/// threads that can be suspended. DriverEntry, unload and worker routines run
/// in the system's own threads, which nobody suspends: the documentation of
/// ExAcquireResourceForThreadLite's family exempts them (kernel/introduction-
/// to-eresource-routines), and so does Driver Verifier. A completion routine
/// may run at DISPATCH_LEVEL, where the acquisition itself is wrong.
static bool startsWithApcs(EntryKind K) {
  switch (K) {
  case EntryKind::Dispatch:
  case EntryKind::Operation:
  case EntryKind::PostOperation:
  case EntryKind::Other:
    return true;
  default:
    return false;
  }
}

/// Whether the path is in a region, or may be.
static bool mayBeInRegion(ProgramStateRef S) {
  for (RegionKind K : model::AllRegions) {
    RegionDepth D = state::region(S, K);
    if (D.Unknown || D.Depth > 0)
      return true;
  }
  return false;
}

void LockRules::checkRegion(State S, const CallSite &Site,
                            const model::Effect &E, EntryKind Entry) const {
  auto NeedsRegion = [&](StringRef Kind) {
    const model::LockFamily *Family = M.lockFamily(Kind);
    return Family && Family->NeedsRegion;
  };
  if (!startsWithApcs(Entry) || !NeedsRegion(E.LockKind) ||
      Site.Routine.has(EffectKind::Enter) || mayBeInRegion(S))
    return;
  // All other locks raise the IRQL or disable APCs themselves, for all that is
  // known, but for those that outlast a function.
  auto Disables = [&](const Hold &H) {
    const model::LockFamily *Family = M.lockFamily(H.What->LockKind);
    return !Family || (!Family->NeedsRegion && !Family->Outlasts);
  };
  if (llvm::any_of(state::holds(S), Disables) ||
      llvm::any_of(state::pendingHolds(S),
                   [&](const PendingHold &P) { return Disables(P.Then); }) ||
      state::acquiredUnseen(S))
    return;
  const MemRegion *Lock = lockOf(S, Site, E);
  std::string What =
      Lock ? describe(S, Lock, E, Site.Expr) : M.lockFamily(E.LockKind)->Noun;
  R.report(Site.C, S,
           {RuleId::MissingAround,
            What + " is acquired outside a critical region: normal kernel APCs "
                   "are enabled here",
            Site.Expr,
            {},
            Site.Expr->getSourceRange()});
}
