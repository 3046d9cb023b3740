//===-- hints/Guess.h - rows of calls that nothing is known of --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every call that the engine does not enter has a row. Where nobody wrote one
// and no body tells, this file makes one up, from the name, what is passed, and
// what that leads to: ordinary 'touch' and 'keep' effects. All guesses about
// calls are made here.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_HINTS_GUESS_H
#define FLT_HINTS_GUESS_H

#include "model/Model.h"
#include "clang/AST/Decl.h"

namespace flt {

/// What a guess rests on.
struct Callee {
  llvm::StringRef Name; ///< "" if the call is made through a pointer.
  unsigned Arguments = 0;
  /// Parameters in front of an ellipsis; none if there is no ellipsis.
  std::optional<unsigned> Fixed;
  /// A routine of the kit: declared in a system header.
  bool IsKit = false;
  /// It is given a function of the driver's that may release locks, and may
  /// call that before it returns.
  bool RunsCallback = false;

  /// As the call of \p FD (null through a pointer) with \p Arguments arguments
  /// shows; \p Type is that of the callee, if it is known.
  static Callee of(const clang::FunctionDecl *FD, unsigned Arguments,
                   const clang::FunctionType *Type);
};

/// \returns the row of a call of \p C, of which no more is known.
model::Routine guess(const Callee &C);

/// \returns why guess() says what it says, a reason a line.
std::string explainGuess(const Callee &C);

/// \returns a row with \p Arguments arguments for what may acquire or release
/// any lock, and keep or release any reference, that they lead to.
/// \param Everywhere and any other lock: a body that was not followed.
model::Routine opaqueRow(unsigned Arguments, bool Everywhere);

/// Where a touch is of any lock at all.
inline constexpr llvm::StringLiteral Anything = "anything";

/// Whether a call of \p Row, which may be guessed, may give back what the
/// driver keeps in its variables.
bool mayTearDown(const model::Routine &Row);

} // namespace flt

#endif // FLT_HINTS_GUESS_H
