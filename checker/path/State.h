//===-- path/State.h - what a path knows of locks and contexts --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The typestates that live in the engine's program state. State.cpp is the only
// file that registers them; everybody else goes through the functions below.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_STATE_H
#define FLT_PATH_STATE_H

#include "model/Model.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/SmallVector.h"

namespace flt {

/// One acquisition of a lock that has not been released.
struct Hold {
  const clang::ento::MemRegion *Lock = nullptr;
  const model::Routine *By = nullptr;
  const model::Effect *What = nullptr;
  const clang::Expr *Site = nullptr; ///< The call.
  const clang::LocationContext *Frame = nullptr;
  bool Exclusive = false;
  std::optional<model::RegionKind> Enters; ///< By entered that region, too.
  bool HandedOver = false;                 ///< Belongs to another owner by now.
  /// The caller gets a pointer to the object that the lock belongs to.
  bool ObjectGiven = false;
  /// A flag was set since in the object that leads to the lock: whoever reads
  /// it may have to release.
  bool Noted = false;
  /// The latest call was given the address of a variable that leads there.
  bool Exposed = false;
  /// Of one that may outlast the function: a call since then may have left it
  /// to an operation that is still going on.
  bool Passed = false;

  bool operator==(const Hold &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

/// An acquisition whose outcome is not known yet: it depends on Result.
struct PendingHold {
  clang::ento::SymbolRef Result = nullptr;
  /// A result of FALSE implies that this was FALSE ("Wait"); may be null.
  clang::ento::SymbolRef Wait = nullptr;
  bool NoWait = false; ///< Wait is known to be FALSE: it can fail.
  Hold Then;

  bool operator==(const PendingHold &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

/// What else the path knows of a lock.
struct LockHistory {
  /// The function was entered with these holds: released, never acquired.
  unsigned EntryReleases = 0;
  unsigned EntryRegions = 0; ///< ... and the release left the region,
  model::RegionKind EntryRegion =
      model::RegionKind::Critical; ///< ... this one.
  const clang::Expr *LastRelease = nullptr;
  const model::Routine *ReleasedBy = nullptr;
  /// Where the path initialised it, if it has not been deleted since.
  const clang::Expr *InitSite = nullptr;
  /// The status of that, if it has one: it may have failed.
  clang::ento::SymbolRef InitStatus = nullptr;
  bool Deleted = false;
  bool Acquired = false; ///< By a known routine, on this path.
  /// An unknown function may have released or acquired it.
  bool Unknown = false;
  bool Touched = false; ///< ... and there is reason to believe that it has.
  /// Of which kind the lock is, as far as that is known.
  const model::LockFamily *Family = nullptr;

  bool operator==(const LockHistory &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

/// Depth of a kind of region, relative to the entry of the analysed function.
struct RegionDepth {
  int Depth = 0;
  /// A function that can't be seen through may have entered or left it.
  bool Unknown = false;
  const clang::Expr *LastEnter = nullptr; ///< The last explicit one.
  /// The last release that left the region by itself.
  const clang::Expr *LeftByRelease = nullptr;
  const model::Routine *LeavingRelease = nullptr;

  bool operator==(const RegionDepth &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

/// References to one context value.
struct Reference {
  enum class Kind : unsigned char {
    Pending,  ///< Owed if the call turns out to have given it.
    Owned,    ///< Count references are owed.
    Borrowed, ///< Seen before, but owed by somebody else.
    Dead,     ///< Released for the last time.
    Escaped,  ///< Others can reach it, and may release it.
  };
  Kind K = Kind::Borrowed;
  /// The object is lent to the function: it is not for it to give back.
  bool Lent = false;
  unsigned char Count = 0;
  unsigned char Stored = 0; ///< Further ones that went to where it was stored.
  bool Old = false;         ///< An OldContext.
  /// Stored in *CompletionContext: the post-operation callback gets it.
  bool InCompletion = false;
  /// The store that happens just now does not let others reach it.
  bool KeptPrivate = false;
  bool Used = false; ///< Of a watched value: the path makes use of it.
  /// A test of the value, and none of the status, told that it is owed.
  bool DecidedByValue = false;
  bool Uninitialized = false; ///< The variable held nothing before the call.
  bool MayBeNull = false;     ///< NULL is an outcome of success as well.
  bool Shared = false;        ///< Somebody else keeps it alive, too.
  /// Goes into a list, or is in one that has no reference of its own and that
  /// nobody takes it out of when it is freed.
  enum class Listing : unsigned char { No, Begins, Yes } Listed = Listing::No;
  /// Of which kind it is; null if nobody has said that yet.
  const model::ReferenceFamily *Family = nullptr;
  /// What the variable holds if the call gave nothing; unknown if it keeps what
  /// it had, and that has no value.
  std::optional<std::int64_t> Otherwise = 0;
  /// Effects of By that may have given it (bits by index; those whose
  /// argument conditions are known to fail are out).
  unsigned Effects = 0;
  clang::ento::SymbolRef Status = nullptr; ///< Result of the giving call.
  /// A structure that the path allocated, and stored the reference in; null if
  /// it went elsewhere since.
  clang::ento::SymbolRef In = nullptr;
  const model::Routine *By = nullptr;
  /// A function of the project that got it for its caller, or null.
  const clang::FunctionDecl *Through = nullptr;
  const clang::Expr *Site = nullptr;             ///< Where it was got.
  const clang::Expr *ReleaseSite = nullptr;      ///< Where it died.
  const clang::ento::MemRegion *Where = nullptr; ///< Variable it came in.

  /// "context", as messages call it.
  std::string noun() const { return Family ? Family->Noun : "context"; }
  bool isOwed() const { return K == Kind::Pending || K == Kind::Owned; }
  /// Of the routine or function that gave it.
  std::string giver() const;
  bool operator==(const Reference &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

/// What a variable, or the result of a call, is if the call had some outcome.
struct PendingFact {
  clang::ento::SymbolRef Result = nullptr; ///< What the call returned.
  model::Condition::Outcome When = model::Condition::Outcome::Always;
  clang::ento::SymbolRef Value = nullptr;
  /// Value is this symbol, or, without one, Constant.
  clang::ento::SymbolRef Same = nullptr;
  std::int64_t Constant = 0;
  bool IsNot = false; ///< Value is anything but Constant.

  bool operator==(const PendingFact &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

/// Whether a context is known to be linked to an object.
enum class LinkState : unsigned {
  Unknown,
  Never,
  Linked,
  Unlinked,
  Pending, ///< It depends on a status that nobody has looked at.
};

namespace state {

using clang::ento::MemRegion;
using clang::ento::ProgramStateRef;
using clang::ento::SymbolRef;

/// Holds, the most recent first.
llvm::SmallVector<Hold, 4> holds(ProgramStateRef S);
ProgramStateRef addHold(ProgramStateRef S, const Hold &H);
ProgramStateRef removeHold(ProgramStateRef S, const Hold &H);
ProgramStateRef replaceHold(ProgramStateRef S, const Hold &Old,
                            const Hold &New);

llvm::SmallVector<PendingHold, 2> pendingHolds(ProgramStateRef S);
ProgramStateRef addPending(ProgramStateRef S, const PendingHold &P);
ProgramStateRef removePending(ProgramStateRef S, const PendingHold &P);

llvm::SmallVector<PendingFact, 2> facts(ProgramStateRef S);
ProgramStateRef addFact(ProgramStateRef S, const PendingFact &F);
ProgramStateRef removeFact(ProgramStateRef S, const PendingFact &F);

LockHistory history(ProgramStateRef S, const MemRegion *Lock);
ProgramStateRef setHistory(ProgramStateRef S, const MemRegion *Lock,
                           const LockHistory &H);
llvm::SmallVector<std::pair<const MemRegion *, LockHistory>, 4>
histories(ProgramStateRef S);

RegionDepth region(ProgramStateRef S, model::RegionKind K);
ProgramStateRef setRegion(ProgramStateRef S, model::RegionKind K,
                          const RegionDepth &D);
/// Nobody knows how often the region is entered from here on.
ProgramStateRef doubtRegion(ProgramStateRef S, model::RegionKind K);

const Reference *reference(ProgramStateRef S, SymbolRef Value);
ProgramStateRef setReference(ProgramStateRef S, SymbolRef Value,
                             const Reference &R);
ProgramStateRef removeReference(ProgramStateRef S, SymbolRef Value);
llvm::SmallVector<std::pair<SymbolRef, Reference>, 4>
references(ProgramStateRef S);
bool hasReferences(ProgramStateRef S);

LinkState link(ProgramStateRef S, SymbolRef Context);
ProgramStateRef setLink(ProgramStateRef S, SymbolRef Context, LinkState L);
/// The status that decides whether the context was linked; null if none does.
SymbolRef pendingLink(ProgramStateRef S, SymbolRef Context);
ProgramStateRef setPendingLink(ProgramStateRef S, SymbolRef Context,
                               SymbolRef Status);

/// A function that can't be seen through and sounds like it acquires a lock
/// ran on the path.
bool acquiredUnseen(ProgramStateRef S);
ProgramStateRef setAcquiredUnseen(ProgramStateRef S);

/// The path found the condition that \p Key stands for to be \p Truth, when the
/// memory it reads held \p Value. If the same condition had the other outcome
/// before, because a call that can't be seen through might have changed the
/// memory, the path is marked as doubtful.
/// \param At the branch that asks; may be null.
ProgramStateRef noteCondition(ProgramStateRef S, std::uint64_t Key,
                              SymbolRef Value, bool Truth, const void *At);
/// The path waits, sleeps or acquires a lock: other threads had the time to
/// change what was asked about. A branch that asks again in the next round may
/// get another answer from here on.
ProgramStateRef letOthersRun(ProgramStateRef S);
bool isDoubtful(ProgramStateRef S);
ProgramStateRef setDoubtful(ProgramStateRef S);
/// \p Result is the answer of a function to the question \p Key, which is to be
/// the same each time.
ProgramStateRef setQuestion(ProgramStateRef S, SymbolRef Result,
                            std::uint64_t Key);
std::optional<std::uint64_t> question(ProgramStateRef S, SymbolRef Result);
ProgramStateRef dropQuestions(ProgramStateRef S,
                              clang::ento::SymbolReaper &Reaper);
/// The path itself stored that answer to \p Key.
ProgramStateRef noteAnswer(ProgramStateRef S, std::uint64_t Key, bool Truth);

/// Where the path stored \p Pointer, which has no name of its own; null if
/// nowhere, or if something else is there by now.
const MemRegion *storedAt(const clang::ento::ProgramState *S,
                          SymbolRef Pointer);
ProgramStateRef setStoredAt(ProgramStateRef S, SymbolRef Pointer,
                            const MemRegion *Place);

/// Variables of functions whose addresses the path stored where others reach
/// them.
llvm::SmallVector<const MemRegion *, 2> givenVariables(ProgramStateRef S);
ProgramStateRef addGivenVariable(ProgramStateRef S, const MemRegion *Variable);

/// The path stored a flag or pointer that lets others release what it holds.
bool handsOver(ProgramStateRef S);
ProgramStateRef setHandsOver(ProgramStateRef S);

} // namespace state
} // namespace flt

#endif // FLT_PATH_STATE_H
