//===-- exits/LockOverview.h - locks over all exits -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_EXITS_LOCKOVERVIEW_H
#define FLT_EXITS_LOCKOVERVIEW_H

#include "exits/FunctionRun.h"
#include "path/AccessPath.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace flt {

/// A lock over all exits.
struct LockOverview {
  /// By exit: what is held, and whether it was acquired and released.
  llvm::SmallVector<std::optional<Hold>, 8> Held;
  llvm::SmallVector<bool, 8> Released;

  /// Whether the function gives it back before it returns.
  bool isReleased() const {
    return llvm::is_contained(Released, true) &&
           llvm::none_of(Held, [](const auto &H) { return H.has_value(); });
  }
  /// Whether it is held exactly when the returned value says so.
  bool followsResult(const FunctionRun &Run) const;
  /// Whether it is held exactly when \p Param, what a parameter held on entry,
  /// asks for it: a pointer that is given, a flag that is set. A failure may
  /// leave it free in any case.
  bool followsArgument(const FunctionRun &Run,
                       clang::ento::SymbolRef Param) const;
  /// The same of any parameter that can ask: a pointer, through which the
  /// caller learns of the lock, or a BOOLEAN that says to keep it.
  bool followsParameter(const FunctionRun &Run) const;
  /// Whether it is held only where the function hands out the object that it
  /// belongs to, and does not fail.
  bool followsGiven(const FunctionRun &Run) const;
};

/// Whether nothing follows from what is held on a path that ends in \p S.
bool saysNothing(clang::ento::ProgramStateRef S);

/// Of every lock that some exit tells of, by lockKey().
using LockOverviews = std::map<std::string, LockOverview>;

LockOverviews overviewOf(const FunctionRun &Run);

/// What tells locks apart: their names where they have one.
std::string lockKey(const clang::ento::MemRegion *Lock, const clang::Expr *Site,
                    clang::ento::ProgramStateRef S);

/// Whether the caller gets the object that \p H belongs to.
bool isGiven(const Hold &H, const Exit &E);

/// The same by what the function returns, or stores in a variable that it got
/// the address of: the object is new to the caller.
bool isHandedOut(const Hold &H, const Exit &E, const FunctionRun &Run);

/// Whether the path released \p Lock for its caller, earlier on.
bool wasGivenUp(clang::ento::ProgramStateRef S,
                const clang::ento::MemRegion *Lock);

/// Whether nothing speaks against \p H, on a path that ends in \p S, being what
/// it seems to be.
bool isCertain(const Hold &H, const FunctionRun &Run,
               clang::ento::ProgramStateRef S);

/// Whether the path released a lock like \p H that its caller held.
bool releasesEntry(clang::ento::ProgramStateRef S, const Hold &H);

/// Of the lock.
AccessPath pathOf(const EntryRelease &E);

} // namespace flt

#endif // FLT_EXITS_LOCKOVERVIEW_H
