//===-- calls/CallSite.h - a call of a modelled routine ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_CALLS_CALLSITE_H
#define FLT_CALLS_CALLSITE_H

#include "diagnose/BugKinds.h"
#include "model/Model.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "llvm/ADT/SmallVector.h"

namespace flt {

/// A call while its effects are applied: what they need to know, and the notes
/// that they want to leave on the path.
struct CallSite {
  CallSite(const clang::ento::CallEvent &Call, clang::ento::CheckerContext &C,
           const model::Routine &Routine, const clang::Expr *Expr,
           clang::ento::ProgramStateRef Before = nullptr)
      : Call(Call), C(C), Routine(Routine), Expr(Expr),
        Before(Before ? std::move(Before) : C.getState()) {}

  const clang::ento::CallEvent &Call;
  clang::ento::CheckerContext &C;
  const model::Routine &Routine;
  const clang::Expr *Expr;
  /// The state in which the call was made: what it may have changed since tells
  /// nothing of what it was given.
  clang::ento::ProgramStateRef Before;
  /// What the call returns; null if nothing.
  clang::ento::SymbolRef Result = nullptr;
  llvm::SmallVector<NoteFunction, 2> Notes;
  /// Of the references that the call gave back, where each was acquired.
  llvm::SmallVector<const clang::Expr *, 2> GivenBack;

  /// \returns the value that \p Path names at this call: for a lock or a
  /// context, the pointer to it.
  clang::ento::SVal value(clang::ento::ProgramStateRef S,
                          const model::ObjectPath &Path) const;
  /// \returns the memory that \p Path names ("*2": behind the third argument),
  /// or nullptr. \p Type becomes its type.
  const clang::ento::MemRegion *place(clang::ento::ProgramStateRef S,
                                      const model::ObjectPath &Path,
                                      clang::QualType &Type) const;
  /// The state that the object of \p E is found in: what a call gives or
  /// acquires is there when it has returned, all else was there before. \p S is
  /// how it returns.
  clang::ento::ProgramStateRef when(const model::Effect &E,
                                    clang::ento::ProgramStateRef S) const;
  /// Whether the source makes use of what the call returns.
  bool isResultUsed() const;
  /// \returns the value that \p When is about, once the call has returned; null
  /// if there is none.
  clang::ento::SymbolRef told(clang::ento::ProgramStateRef S,
                              const model::Condition &When) const;
  /// Whether the call can be known to meet, or to fail, the condition's tests
  /// of argument values: nullopt if that depends.
  std::optional<bool>
  argumentsMeet(clang::ento::ProgramStateRef S,
                llvm::ArrayRef<model::Condition::ArgumentTest> Tests) const;
};

} // namespace flt

#endif // FLT_CALLS_CALLSITE_H
