//===-- exits/PairedRoutines.h - AcquireX and ReleaseX ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The system calls AcquireForLazyWrite and ReleaseFromLazyWrite, and no path
// leads from one to the other. What the first returns with, the second must
// release.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_EXITS_PAIREDROUTINES_H
#define FLT_EXITS_PAIREDROUTINES_H

#include "diagnose/Reporter.h"
#include "exits/Contracts.h"
#include "exits/LockOverview.h"
#include "locks/LockRules.h"
#include "syntax/KeptParameters.h"
#include "llvm/ADT/StringMap.h"
#include <map>

namespace flt {

class PairedRoutines {
public:
  /// All must outlive this.
  PairedRoutines(const LockRules &Locks, KeptParameters &Kept,
                 const Reporter &R)
      : Locks(Locks), Kept(Kept), R(R) {}

  /// Compares \p FD, which was just followed, with its counterpart if that was
  /// followed before; else keeps it in mind.
  void judge(const clang::FunctionDecl *FD, const Contract &C,
             const FunctionRun &Run, const LockOverviews &Overview,
             clang::ento::BugReporter &BR);

private:
  /// Locks are compared by the member or the global variable that they are:
  /// each half reaches the object in a way of its own.
  struct Pair {
    struct Acquisition {
      std::string What; ///< As messages call it.
      bool ThroughPointer = false;
    };
    std::string Acquirer, Releaser;              ///< "" if not followed yet.
    std::map<std::string, Acquisition> Acquired; ///< What the one returns with.
    /// What the other releases; true for what a pointer leads to.
    std::map<std::string, bool> Released;
    bool MayReleaseMore = false;

    /// Whether the lock \p Name, which is acquired, is not released. A pointer
    /// may lead to it that has another name.
    bool lacks(const std::string &Name) const;
  };
  void judgeAcquirer(Pair &P, const FunctionRun &Run,
                     const LockOverviews &Overview,
                     clang::ento::BugReporter &BR) const;
  void judgeReleaser(Pair &P, const clang::FunctionDecl *FD,
                     const FunctionRun &Run,
                     clang::ento::BugReporter &BR) const;

  const LockRules &Locks;
  KeptParameters &Kept;
  const Reporter &R;
  llvm::StringMap<Pair> Pairs; ///< By what both names have in common.
};

} // namespace flt

#endif // FLT_EXITS_PAIREDROUTINES_H
