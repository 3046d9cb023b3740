//===-- driver/base/Files.h - hashes and atomic files -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_FILES_H
#define FLT_DRIVER_BASE_FILES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <string>

namespace flt::driver {

/// \returns a hash of \p Text in hexadecimal, short enough for a file name and
/// long enough never to collide.
std::string contentHash(llvm::StringRef Text);

/// \returns \p Path made absolute against \p Directory (the current one if
/// empty), without "." and "..".
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory = "");

/// \returns \p Path as git and build tools spell it: absolute, with the folders
/// that links lead to. A link in the place of the file itself stays, because it
/// decides where its includes are looked for.
std::string canonicalPath(llvm::StringRef Path, llvm::StringRef Directory = "");

/// \returns \p Path relative to \p Root if it is below it, otherwise \p Path.
std::string displayPath(llvm::StringRef Path, llvm::StringRef Root);

/// Replaces \p Path by \p Text in one step: a reader sees the old file or the
/// new one, whatever happens in between. The error says which file and why.
llvm::Error writeFile(llvm::StringRef Path, llvm::StringRef Text);

/// As writeFile(), but leaves a file alone that has that text already, so that
/// a build system sees that nothing changed.
llvm::Error writeFileIfChanged(llvm::StringRef Path, llvm::StringRef Text);

/// \returns the text of \p Path, or an error that names it.
llvm::Expected<std::string> readFile(llvm::StringRef Path);

/// Reads a JSON file. Errors name file, line and column.
llvm::Expected<llvm::json::Value> readJSON(llvm::StringRef Path);

/// \returns \p V as text, indented, with a newline at the end.
std::string printJSON(const llvm::json::Value &V);

/// \returns whether \p Path is named like a source of C or C++.
bool isSource(llvm::StringRef Path);
/// \returns whether \p Path is named like a header.
bool isHeader(llvm::StringRef Path);

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_FILES_H
