//===-- syntax/KeptParameters.h - who keeps what it is given ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a function may do to what it is given that needs no path to tell: keep a
// pointer, pass it to somebody of whom nothing is known, leave the address of a
// lock for others. One look at each statement tells. For a function that
// reaches no modelled routine this is all; of the others the paths tell more.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_KEPTPARAMETERS_H
#define FLT_SYNTAX_KEPTPARAMETERS_H

#include "syntax/ParameterUse.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class FunctionDecl;
} // namespace clang

namespace flt {

class KeptParameters {
public:
  /// \param M tells of functions without a body; must outlive this.
  explicit KeptParameters(const model::Model &M) : M(M) {}

  /// \returns a row that says all of that of \p FD, which has a body and
  ///   reaches no modelled routine, and what it returns if that is always the
  ///   same.
  model::Routine summarize(const clang::FunctionDecl *FD);

  /// Adds to \p R, which says what the paths of \p FD show, what its statements
  /// tell beside that.
  /// \param Settled the locks that the paths tell everything of.
  void complete(model::Routine &R, const clang::FunctionDecl *FD,
                const std::map<std::string, bool> &Settled);

  /// Whether all that \p FD, which has a body, calls is in sight or known by a
  /// row or from a system header.
  bool seesAll(const clang::FunctionDecl *FD) { return !of(FD).CallsUnseen; }

private:
  ParameterUse of(const clang::FunctionDecl *FD);
  ParameterUse evaluate(const clang::FunctionDecl *FD);
  /// Makes the answers of functions that call each other agree.
  void settle();

  const model::Model &M;
  llvm::DenseMap<const clang::FunctionDecl *, ParameterUse> Known;
  llvm::DenseSet<const clang::FunctionDecl *> InProgress;
  llvm::SmallVector<const clang::FunctionDecl *, 16> Unsettled;
  bool SawCycle = false; ///< An answer in progress was asked for.
};

} // namespace flt

#endif // FLT_SYNTAX_KEPTPARAMETERS_H
