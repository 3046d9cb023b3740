//===-- model/Explain.h - rows in plain words -------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_MODEL_EXPLAIN_H
#define FLT_MODEL_EXPLAIN_H

#include "model/Model.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace flt::model {

/// What a call of \p R does, a sentence each: "acquires Table->Lock
/// exclusively if it returns TRUE".
///
/// \param M the model that says what its kinds are.
/// \param Arguments of a call, as it spells them, or the names of parameters;
///   those that are missing are named by their number.
std::vector<std::string> explain(const Routine &R, const Model &M,
                                 llvm::ArrayRef<std::string> Arguments = {});

/// "returns holding Table->Lock exclusively": what \p R leaves its caller with,
/// in one line, or nothing if it leaves nothing.
std::string explainContract(const Routine &R, const Model &M,
                            llvm::ArrayRef<std::string> Arguments = {});

/// Where \p R comes from and why it is believed: a file of the model with its
/// line, the body of the function, a guess.
std::string explainOrigin(const Routine &R);

} // namespace flt::model

#endif // FLT_MODEL_EXPLAIN_H
