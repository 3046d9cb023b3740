//===-- exits/PairedRoutines.cpp - AcquireX and ReleaseX ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/PairedRoutines.h"
#include "hints/Names.h"
#include "path/AccessPath.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// The last member on the way to the lock, or the global variable that it is;
/// "" for others.
static std::string nameOf(const AccessPath &Path) {
  if (std::string Member = Path.member(); !Member.empty())
    return Member.substr(Member.find('.') + 1);
  std::optional<model::ObjectPath> Object = Path.toObject();
  return Object && Object->Base == model::ObjectPath::BaseKind::Global
             ? Object->Global
             : "";
}

static std::string messageFor(StringRef Lock, StringRef Acquirer,
                              StringRef Releaser) {
  return (Lock + ", which '" + Acquirer + "' acquires, is not released by '" +
          Releaser + "'")
      .str();
}

bool PairedRoutines::Pair::lacks(const std::string &Name) const {
  auto Wanted = Acquired.find(Name);
  if (MayReleaseMore || Wanted == Acquired.end() || Released.count(Name))
    return false;
  return llvm::none_of(Released, [&](const auto &Other) {
    return !Acquired.count(Other.first) &&
           (Other.second || Wanted->second.ThroughPointer);
  });
}

void PairedRoutines::judge(const FunctionDecl *FD, const Contract &C,
                           const FunctionRun &Run,
                           const LockOverviews &Overview, BugReporter &BR) {
  if (!FD->getIdentifier() || Run.Exits.empty())
    return;
  PairedName Name = pairedName(FD->getName());
  if (Name.Side == PairSide::None)
    return;
  // Members of one class, functions of one namespace.
  std::string Key = Name.Key;
  if (const auto *Parent = dyn_cast<NamedDecl>(FD->getDeclContext()))
    Key = Parent->getQualifiedNameAsString() + "::" + Key;
  if (Name.Side == PairSide::Acquires && C.MayHold) {
    Pairs[Key].Acquirer = FD->getName();
    judgeAcquirer(Pairs[Key], Run, Overview, BR);
  } else if (Name.Side == PairSide::Releases && C.MayRelease) {
    Pairs[Key].Releaser = FD->getName();
    judgeReleaser(Pairs[Key], FD, Run, BR);
  }
}

void PairedRoutines::judgeAcquirer(Pair &P, const FunctionRun &Run,
                                   const LockOverviews &Overview,
                                   BugReporter &BR) const {
  struct Candidate {
    ExplodedNode *Node;
    Hold H;
    std::string Name;
  };
  llvm::SmallVector<Candidate, 2> Missing;
  for (const auto &[Key, O] : Overview)
    for (size_t I = 0; I < Run.Exits.size(); ++I) {
      const Exit &E = Run.Exits[I];
      // A flag beside the lock says who releases it, and when.
      if (!O.Held[I] || O.Held[I]->Noted || E.Class == ReturnClass::Negative)
        continue;
      const Hold &H = *O.Held[I];
      ProgramStateRef S = E.Node->getState();
      AccessPath Path = AccessPath::of(H.Lock, S);
      std::string Name = nameOf(Path);
      if (Name.empty() || P.Acquired.count(Name))
        continue;
      P.Acquired[Name] = {Locks.describe(S, H.Lock, *H.What, H.Site),
                          Path.isThroughPointer()};
      Missing.push_back({E.Node, H, Name});
    }
  if (P.Releaser.empty())
    return;
  for (const Candidate &M : Missing)
    if (P.lacks(M.Name))
      R.reportAt(BR, M.Node,
                 {RuleId::PairKeepsLock,
                  messageFor(P.Acquired[M.Name].What, P.Acquirer, P.Releaser),
                  outermostCall(M.H.Site, M.H.Frame),
                  {M.H.Lock},
                  {}});
}

void PairedRoutines::judgeReleaser(Pair &P, const FunctionDecl *FD,
                                   const FunctionRun &Run,
                                   BugReporter &BR) const {
  P.MayReleaseMore = !Kept.seesAll(FD);
  ExplodedNode *Shown = nullptr;
  for (const Exit &E : Run.Exits) {
    ProgramStateRef S = E.Node->getState();
    // Who acquires where it should release is told that elsewhere.
    P.MayReleaseMore |= state::acquiredUnseen(S) || !state::holds(S).empty();
    if (!Shown && !saysNothing(S))
      Shown = E.Node;
    for (const auto &[Lock, History] : state::histories(S)) {
      P.MayReleaseMore |= History.Unknown;
      if (!History.LastRelease)
        continue;
      AccessPath Path = AccessPath::of(Lock, S);
      std::string Name = nameOf(Path);
      // The system passes the lock from one half to the other, as it does with
      // ResourceToRelease.
      if (Name.empty())
        P.MayReleaseMore = true;
      else
        P.Released[Name] |= Path.isThroughPointer();
    }
  }
  if (!Shown)
    return;
  for (const auto &[Name, Acquisition] : P.Acquired)
    if (P.lacks(Name))
      R.reportAt(BR, Shown,
                 {RuleId::PairKeepsLock,
                  messageFor(Acquisition.What, P.Acquirer, P.Releaser),
                  nullptr,
                  {},
                  {}});
}
