//===-- exits/ExitRules.h - judges a function by all its exits --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether a lock that is still held at a return is a bug depends on what the
// other paths of the function do. So exits are collected while the engine
// explores, and judged when it has finished.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_EXITS_EXITRULES_H
#define FLT_EXITS_EXITRULES_H

#include "contexts/RegistrationRules.h"
#include "diagnose/Reporter.h"
#include "exits/Contracts.h"
#include "exits/LockOverview.h"
#include "exits/PairedRoutines.h"

namespace flt {

class ExitRules {
public:
  /// All must outlive this.
  ExitRules(const LockRules &Locks, const RegistrationRules &Registered,
            KeptParameters &Kept, const Reporter &R)
      : Locks(Locks), Registered(Registered), R(R), Pairs(Locks, Kept, R) {}

  static bool isNtStatus(clang::QualType T);
  static ReturnClass classify(clang::ento::ProgramStateRef S,
                              clang::ento::SVal Returned, clang::QualType T);

  /// \param [in,out] Run gets what callers may refute.
  void judge(const clang::FunctionDecl *FD, FunctionRun &Run,
             clang::ento::BugReporter &BR) const;

private:
  // Tells: the returned value is one that says yes or no.
  void judgeLocks(const clang::FunctionDecl *FD, const Contract &C,
                  FunctionRun &Run, const LockOverviews &Overview, bool Tells,
                  clang::ento::BugReporter &BR) const;
  /// Whether \p FD releases the lock \p Key where no path has led: for an
  /// exception, say, that nothing in sight raises.
  bool isReleasedUnseen(const clang::FunctionDecl *FD, llvm::StringRef Key,
                        const FunctionRun &Run) const;
  /// A function that acquires for its caller must tell it of what.
  void judgeUntold(const FunctionRun &Run, clang::ento::BugReporter &BR) const;
  /// \p H is still held on \p N, the end of a path.
  /// \param EachEnd see Problem.
  /// \param In the call that is to blame, if not the function under analysis.
  /// \returns the message.
  std::string reportHeld(clang::ento::ExplodedNode *N, const Hold &H,
                         RuleId Rule, clang::ento::BugReporter &BR,
                         bool EachEnd = false,
                         const clang::LocationContext *In = nullptr) const;
  /// The same at \p E, or at the return of the followed call that is to blame.
  /// \returns the message if that is \p E.
  std::string reportLeak(const Exit &E, const Hold &H, const FunctionRun &Run,
                         clang::ento::BugReporter &BR, bool EachEnd) const;
  /// An exception leaves the function with a lock that each return gives back.
  void judgeEscapes(const FunctionRun &Run, const LockOverviews &Overview,
                    bool Tells, clang::ento::BugReporter &BR) const;
  /// The same with a region.
  void judgeEscapesEntered(const FunctionRun &Run,
                           clang::ento::BugReporter &BR) const;
  void judgeEntryReleases(const Contract &C, const FunctionRun &Run,
                          clang::ento::BugReporter &BR) const;
  void judgeEntered(const Contract &C, const FunctionRun &Run, bool Tells,
                    clang::ento::BugReporter &BR) const;
  /// A DriverEntry that fails must undo what it did.
  void judgeFailedLoad(const clang::FunctionDecl *FD, const FunctionRun &Run,
                       clang::ento::BugReporter &BR) const;
  void judgeCompletion(const FunctionRun &Run,
                       clang::ento::BugReporter &BR) const;
  void judgeUnderflows(const Contract &C, const FunctionRun &Run,
                       clang::ento::BugReporter &BR) const;

  const LockRules &Locks;
  const RegistrationRules &Registered;
  const Reporter &R;
  /// Of the translation unit, once a function of it is judged.
  mutable std::optional<Callbacks> System;
  mutable PairedRoutines Pairs;
};

} // namespace flt

#endif // FLT_EXITS_EXITRULES_H
