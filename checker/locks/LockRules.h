//===-- locks/LockRules.h - holds of ERESOURCEs and push locks --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LOCKS_LOCKRULES_H
#define FLT_LOCKS_LOCKRULES_H

#include "calls/CallSite.h"
#include "diagnose/Reporter.h"
#include "path/Outcome.h"
#include "path/State.h"
#include "syntax/Entries.h"

namespace flt {

/// What a release met, for the region that goes with it.
struct ReleaseResult {
  enum class Kind { None, Matched, FromEntry, Ignored } K = Kind::None;
  Hold Released;
};

class LockRules {
public:
  LockRules(const model::Model &M, const Reporter &R, const Outcomes &O)
      : M(M), R(R), O(O) {}

  using State = clang::ento::ProgramStateRef;
  State acquire(State S, CallSite &Site, const model::Effect &E) const;
  State release(State S, CallSite &Site, const model::Effect &E,
                ReleaseResult &Result) const;
  State convert(State S, CallSite &Site, const model::Effect &E) const;
  State handOver(State S, CallSite &Site, const model::Effect &E) const;
  /// Initialize and Delete: the lock must not be held.
  State replace(State S, CallSite &Site, const model::Effect &E) const;

  /// \p Call frees the memory that its argument points to: no lock in it may be
  /// held, nor one be initialised that the system keeps a list of.
  void checkFreed(State S, const clang::ento::CallEvent &Call,
                  unsigned Argument, clang::ento::CheckerContext &C) const;

  /// Somebody may have deleted what the path initialised, unless it is in a
  /// variable of a function.
  State forgetInitialised(State S) const;
  /// DriverEntry fails at \p N: reports which locks in variables of the driver
  /// it leaves in the system's list.
  /// \param Alike states of other failures that return there: what they delete,
  ///   this one may have found to be none of its business.
  void atFailedLoad(clang::ento::ExplodedNode *N, llvm::ArrayRef<State> Alike,
                    clang::ento::BugReporter &BR) const;

  /// Whether \p Lock is held from here on, nobody knows; nor which region it
  /// leaves.
  /// \param Kind that it is of, if that is known.
  State forget(State S, const clang::ento::MemRegion *Lock,
               llvm::StringRef Kind = "") const;
  /// Forgets in \p S the holds that are the same member as \p Lock.
  /// \returns whether there were any.
  bool forgetAlike(State &S, const clang::ento::MemRegion *Lock) const;
  /// The same for all locks that are \p Member (AccessPath::member).
  State forgetMembers(State S, llvm::StringRef Member) const;

  /// Notes which locks \p Call can reach through the variables that it is given
  /// the addresses of, while these still hold what they do.
  State expose(State S, const clang::ento::CallEvent &Call) const;

  /// A call of \p Row may have begun an operation that what outlasts the
  /// function is held for.
  State pass(State S, const model::Routine &Row) const;

  /// A call may have acquired the locks that the object of \p E leads to, or
  /// (unless it only acquires) released them.
  State touchReached(State S, const CallSite &Site,
                     const model::Effect &E) const;
  /// A call was given the object of \p E: if that is a lock, nothing is certain
  /// of it any more. The path goes on as if the call had done nothing, so that
  /// a release after it is one.
  State touchGiven(State S, const CallSite &Site, const model::Effect &E) const;

  /// Whether \p Lock may be held although the path did not acquire it, nor the
  /// caller: its object came out of a function that acquires unseen, or a lock
  /// like it is held, as when a path goes hand over hand.
  bool mayBeHeld(State S, const clang::ento::MemRegion *Lock,
                 const model::Effect &E) const;

  /// A lock of a kind that wants normal kernel APCs disabled is acquired:
  /// reports it if the path has done nothing that disables them.
  /// \param Entry what the system calls the function under analysis as: others
  ///   may have callers that have disabled them.
  void checkRegion(State S, const CallSite &Site, const model::Effect &E,
                   EntryKind Entry) const;

  /// Whether the path is known to hold \p Lock in that mode.
  bool isHeld(State S, const clang::ento::MemRegion *Lock,
              model::LockMode Mode) const;

  /// \returns how the source spells the lock that \p Call releases by its row;
  ///   "" if it releases none.
  std::string releasedLock(const clang::CallExpr *Call,
                           const clang::ASTContext &Ctx) const;

  /// " exclusively" or " shared", as messages say after "is acquired"; "" of a
  /// lock that knows of no such difference.
  llvm::StringRef how(const Hold &H) const;
  /// Why an acquisition may not have succeeded: "does not wait".
  std::string howItFails(const PendingHold &P) const;
  /// Whether \p H may go on after the function that acquired it, for as long as
  /// an operation lasts.
  bool outlasts(const model::Effect &E) const;

  /// Resource 'Ctx->Lock', as messages call it.
  std::string describe(State S, const clang::ento::MemRegion *Lock,
                       const model::Effect &E, const clang::Expr *Call) const;

private:
  /// \returns what is wrong with \p Lock, which is initialised, if that put it
  ///   into the system's list: that it is not deleted, \p When.
  std::optional<Problem> notDeleted(State S, const clang::ento::MemRegion *Lock,
                                    RuleId Rule, llvm::StringRef When) const;
  /// Reports that \p Lock is initialised again by the call.
  void reportInitialised(State S, const clang::ento::MemRegion *Lock,
                         CallSite &Site, const model::Effect &E) const;
  const model::LockFamily *familyOf(const clang::ento::MemRegion *Lock) const;
  State touchAnything(State S, bool OnlyAcquires) const;
  bool acquiresUnseen(const clang::Stmt *Call) const;
  std::optional<Hold> findHold(State S, const clang::ento::MemRegion *Lock,
                               const CallSite &Site, const model::Effect &E,
                               bool ToOwner) const;
  /// Reports that the call releases \p Lock as what it is not.
  /// \returns the hold that it ends.
  std::optional<Hold> releaseOfAnotherKind(State S,
                                           const clang::ento::MemRegion *Lock,
                                           const CallSite &Site) const;
  State releaseUnmatched(State S, const clang::ento::MemRegion *Lock,
                         CallSite &Site, const model::Effect &E,
                         ReleaseResult &Result) const;

  const model::Model &M;
  const Reporter &R;
  const Outcomes &O;
};

/// The lock that \p E is about at a call, or nullptr.
const clang::ento::MemRegion *lockOf(clang::ento::ProgramStateRef S,
                                     const CallSite &Site,
                                     const model::Effect &E);

/// The argument of \p Call that the lock of \p E is named by, or nullptr.
const clang::Expr *lockArgument(const clang::Expr *Call,
                                const model::Effect &E);

} // namespace flt

#endif // FLT_LOCKS_LOCKRULES_H
