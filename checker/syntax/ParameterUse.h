//===-- syntax/ParameterUse.h - where parameters go -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_PARAMETERUSE_H
#define FLT_SYNTAX_PARAMETERUSE_H

#include "model/Model.h"
#include "llvm/ADT/SmallBitVector.h"
#include <map>

namespace flt {

/// What one function may do to its parameters.
struct ParameterUse {
  /// Two bits for each parameter: in the first half, whether the object that
  /// it points to is kept, in the second, what that leads to.
  llvm::SmallBitVector Kept;
  /// By parameter: somebody of whom nothing is known gets it, or what it leads
  /// to; and may release locks there.
  llvm::SmallBitVector Reached, Released;
  /// Locks that others may acquire or release, by how the effect prints.
  std::map<std::string, model::Effect> Touched;
  bool CallsUnseen = false; ///< Functions of which nothing is known.

  explicit ParameterUse(unsigned Params = 0)
      : Kept(2 * Params), Reached(Params), Released(Params) {}
  bool operator==(const ParameterUse &O) const;
};

} // namespace flt

#endif // FLT_SYNTAX_PARAMETERUSE_H
