//===-- model/Load.h - the model of a list of files -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_MODEL_LOAD_H
#define FLT_MODEL_LOAD_H

#include "model/Model.h"

namespace flt {

/// Model::load() of the files in \p Files (separated by ';'), read once in a
/// process for as long as nobody changes what the list says.
llvm::Expected<std::shared_ptr<const model::Model>>
loadModelFiles(llvm::StringRef Files);

} // namespace flt

#endif // FLT_MODEL_LOAD_H
