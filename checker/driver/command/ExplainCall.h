//===-- ExplainCall.h - what is known of a call -----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// --explain-call NAME. A routine of the kit is explained at once; a function of
// the driver when the driver has been looked at, as findings are made.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_EXPLAINCALL_H
#define FLT_DRIVER_COMMAND_EXPLAINCALL_H

#include "driver/crossfile/RowTable.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>
#include <string>

namespace flt::model {
class Model;
} // namespace flt::model

namespace flt::driver {

/// Prints what \p M has of the routine \p Name: what each row of that name
/// does, where it comes from and why. \returns whether it has any.
bool explainCall(llvm::StringRef Name, const model::Model &M);

/// The same for what a run has worked out, \p Rows of each project, beside the
/// model of \p Files. \p Folder is for a temporary file. \returns the exit
/// status; that nothing is known of the name is an error.
int explainCall(llvm::StringRef Name, llvm::ArrayRef<std::string> Files,
                const std::map<std::string, RowMap> &Rows,
                llvm::StringRef Folder);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_EXPLAINCALL_H
