//===-- syntax/KeptParameters.h - who keeps what it is given ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that reaches no modelled routine can neither acquire nor release
// anything, but it may keep a pointer, or pass it to somebody who does. That
// needs no path: one look at each statement tells.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_KEPTPARAMETERS_H
#define FLT_SYNTAX_KEPTPARAMETERS_H

#include "model/Model.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallBitVector.h"
#include <optional>

namespace clang {
class CallExpr;
class FunctionDecl;
} // namespace clang

namespace flt {

class KeptParameters {
public:
  /// \param M tells of functions without a body; must outlive this.
  explicit KeptParameters(const model::Model &M) : M(M) {}

  /// \returns a row that says which of its arguments \p FD, which has a body,
  ///   keeps; none if it calls a function of the project that may do more than
  ///   keep them, and of which nothing is known.
  std::optional<model::Routine> summarize(const clang::FunctionDecl *FD);

  /// Whether all that \p FD, which has a body, calls is in sight or known by a
  /// row or from a system header.
  bool seesAll(const clang::FunctionDecl *FD) { return !of(FD).CallsUnseen; }

private:
  friend class KeepVisitor;
  struct Answer {
    /// Two bits for each parameter: in the first half, whether the object that
    /// it points to is kept, in the second, what that leads to.
    llvm::SmallBitVector Kept;
    /// Something that sounds like releasing or acquiring gets an argument.
    bool Unknown = false;
    bool CallsUnseen = false; ///< Functions of which nothing is known.

    bool operator==(const Answer &O) const {
      return Kept == O.Kept && Unknown == O.Unknown &&
             CallsUnseen == O.CallsUnseen;
    }
  };
  Answer of(const clang::FunctionDecl *FD);
  Answer evaluate(const clang::FunctionDecl *FD);
  /// Makes the answers of functions that call each other agree.
  void settle();

  const model::Model &M;
  llvm::DenseMap<const clang::FunctionDecl *, Answer> Known;
  llvm::DenseSet<const clang::FunctionDecl *> InProgress;
  llvm::SmallVector<const clang::FunctionDecl *, 16> Unsettled;
  bool SawCycle = false; ///< An answer in progress was asked for.
};

} // namespace flt

#endif // FLT_SYNTAX_KEPTPARAMETERS_H
