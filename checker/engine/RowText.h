//===-- engine/RowText.h - rows as they travel between units ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_ROWTEXT_H
#define FLT_ENGINE_ROWTEXT_H

#include "model/Model.h"

namespace flt {

/// \returns \p R in the model language: the part of a file below "routines:".
std::string printRow(const model::Routine &R);

/// \returns a model file of \p Rows, each as printRow() returns it; "" if there
/// are none.
std::string joinRows(llvm::ArrayRef<std::string> Rows);

/// What a first look leaves in doubt, since it knows nothing of the functions
/// that are called, may turn out to be nothing. Functions that call each other
/// would keep each other's doubts alive for ever.
/// \returns \p R without doubts.
model::Routine withoutDoubts(model::Routine R);

/// \returns the row of a function that nothing can be said of.
model::Routine unknownRow(llvm::StringRef Name, unsigned Params);

} // namespace flt

#endif // FLT_ENGINE_ROWTEXT_H
