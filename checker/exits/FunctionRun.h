//===-- exits/FunctionRun.h - all paths of one function ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_EXITS_FUNCTIONRUN_H
#define FLT_EXITS_FUNCTIONRUN_H

#include "contexts/ReferenceRules.h"
#include "regions/RegionRules.h"
#include "syntax/Entries.h"
#include "syntax/OperationPairs.h"
#include <set>

namespace flt {

/// What the returned value tells a caller.
enum class ReturnClass { None, Unknown, Positive, Negative };

/// One way out of the function under analysis.
struct Exit {
  clang::ento::ExplodedNode *Node = nullptr;
  clang::ento::SVal Returned = clang::ento::UnknownVal();
  ReturnClass Class = ReturnClass::None;
  ReferenceRules::Fate Completion = ReferenceRules::Fate::Kept;
};

/// A release of a lock that the path did not acquire.
struct EntryRelease {
  clang::ento::ExplodedNode *Node = nullptr;
  const clang::Expr *Call = nullptr;
  const clang::ento::MemRegion *Lock = nullptr;
  std::string What;
  /// It may well be held: a function that can't be seen through gave the
  /// object, or the path goes from object to object, holding the next one
  /// already.
  bool MayBeHeld = false;
  bool NamesOwner = false; ///< Whoever that is may have got it from others.
};

/// A context in the structure that CompletionContext points to.
struct CompletionMember {
  const clang::FieldDecl *Field = nullptr;
  const clang::ento::MemRegion *Place = nullptr;
  clang::ento::SymbolRef Value = nullptr; ///< On entry.
};

/// A call whose body was followed, over all paths: what it did with the locks
/// that it acquired itself.
struct InlinedCall {
  const clang::FunctionDecl *Function = nullptr;
  bool Acquires = false; ///< On some path, it or what it calls.
  std::vector<Exit> Exits;
  /// What its parameters held on entry.
  llvm::SmallVector<clang::ento::SymbolRef, 4> Params;
  /// Calls in it that release such a lock.
  llvm::DenseSet<const clang::Expr *> Releases;
};

/// The exploration of one function, as far as the judgement needs it.
struct FunctionRun {
  /// Callers were followed into it: what it tells them by its result, of
  /// whatever type, has been judged there.
  bool HasFollowedCallers = false;
  std::vector<Exit> Exits;
  /// Where an exception leaves the function.
  std::vector<clang::ento::ExplodedNode *> Escapes;
  std::vector<EntryRelease> EntryReleases;
  /// Calls that, on some path, release what the function acquired, with the
  /// AccessPath of that lock.
  llvm::DenseSet<std::pair<const clang::Expr *, std::size_t>> MatchedReleases;
  /// Calls that release, on some path, whatever lock.
  llvm::DenseSet<const clang::Expr *> ReleasesSeen;
  /// Of MatchedReleases the calls, with the innermost function that also
  /// acquires what they release, on some path.
  llvm::DenseSet<std::pair<const clang::Expr *, const clang::Decl *>>
      AcquiredIn;
  /// By frame, those that may acquire something.
  llvm::DenseMap<const clang::StackFrameContext *, InlinedCall> Calls;
  /// Releases of what the caller holds, which a path takes again afterwards.
  llvm::DenseSet<const clang::Expr *> Retaken;
  /// AccessPath::enumerationHash of releases that met no hold of the very same
  /// object.
  llvm::DenseSet<std::size_t> EnumeratedReleases;
  /// Members that a called function touches in objects that it can't name, with
  /// the kinds of locks they are.
  std::set<std::pair<std::string, std::string>> TouchedMembers;
  /// Called functions that returned with a lock which the path released
  /// further out: to acquire for their callers is what they are for.
  llvm::DenseSet<const clang::FunctionDecl *> ReleasedFor;
  /// Messages of the findings that a caller which releases refutes.
  std::set<std::string> Refutable;
  /// The function is known to acquire for its callers.
  bool MayHold = false;
  /// Calls with effects that reports speak of.
  std::set<std::pair<model::EffectKind, const clang::Expr *>> Sites;
  /// Where references were acquired that some path gives back.
  llvm::DenseSet<const clang::Expr *> GivenBack;
  /// Some path notes its thread as the owner of what it acquired.
  bool NotesOwner = false;
  RegionEvents Regions;
  /// What the system calls the function as.
  EntryKind Entry = EntryKind::None;
  /// What a clean-up callback tears down; null in others.
  clang::ento::SymbolRef TornDown = nullptr;
  /// What the parameters held on entry; null for those that are neither
  /// pointers nor numbers.
  llvm::SmallVector<clang::ento::SymbolRef, 4> Params;
  /// The value of a post-operation callback's CompletionContext, or null.
  clang::ento::SymbolRef Completion = nullptr;
  /// ... which every pre-operation callback before it makes a context.
  bool CompletionIsContext = false;
  /// What becomes of a context that a pre-operation callback leaves for a
  /// post-operation callback which does not release it; "" if that may.
  std::string CompletionLost;
  /// Of a pre-operation callback: what the post-operation callback releases.
  PostReleases ReleasedAfter;
  /// What whoever frees the structure behind it must release before.
  llvm::SmallVector<CompletionMember, 2> CompletionMembers;
};

} // namespace flt

#endif // FLT_EXITS_FUNCTIONRUN_H
