//===-- driver/input/Database.h - reads compile_commands.json ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_DATABASE_H
#define FLT_DRIVER_INPUT_DATABASE_H

#include "driver/base/Unit.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace flt::driver {

/// Reads the database \p Path, whose commands may be those of clang or of
/// cl.exe. Entries that are not C or C++ are skipped with a reason. An error
/// names file, line and column.
///
/// \param PathMap folders of the machine that wrote it, as "C:\src=/home/src".
///   Where there is none, the database itself tells where its folder is now.
llvm::Expected<Project>
readDatabase(llvm::StringRef Path,
             const std::vector<std::string> &PathMap = {});

/// \returns the compile_commands.json in \p Folder or in a build folder below
/// it, or empty.
std::string databaseOf(llvm::StringRef Folder);

/// \returns the compile_commands.json that belongs to \p Folder: in it, in a
/// build folder below it, or the same for one of its parents; or empty.
std::string findDatabase(llvm::StringRef Folder);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_DATABASE_H
