//===-- driver/unit/CText.h - finds its way in C text -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For text that the compiler refuses, and that is to be changed.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_CTEXT_H
#define FLT_DRIVER_UNIT_CTEXT_H

#include "llvm/ADT/StringExtras.h"
#include <string>
#include <vector>

namespace flt::driver {

inline bool isWord(char C) { return llvm::isAlnum(C) || C == '_' || C == '$'; }

/// Behind the comment, string or character that begins at \p At, or \p At.
size_t skipOpaque(llvm::StringRef Text, size_t At);

/// The parenthesis that closes the one at \p Open, or npos.
size_t closingParen(llvm::StringRef Text, size_t Open);

/// The first character from \p At on that is neither space nor comment, or
/// npos.
size_t skipSpace(llvm::StringRef Text, size_t At);

/// As long as \p Text, with the same lines, and nothing in it.
std::string blank(llvm::StringRef Text);

/// Where the declaration begins that \p At is in, outside of any function: as
/// far as the text shows it without a preprocessor.
size_t declarationBegin(llvm::StringRef Text, size_t At);

/// "R F(A)" of the function whose name begins at \p Name, in one line, or empty
/// if that cannot be told.
std::string functionHead(llvm::StringRef Text, size_t Name);

/// The arguments of "F(a, b)", which are parts of \p Call.
std::vector<llvm::StringRef> callArguments(llvm::StringRef Call);

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_CTEXT_H
