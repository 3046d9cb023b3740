//===-- lsp/Source.h - calls and functions in a text ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// By the tokens alone: an editor asks about texts that do not compile, and
// wants an answer at once.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_SOURCE_H
#define FLT_LSP_SOURCE_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace flt::server {

/// A call, or the head of a function that is defined.
struct Mention {
  std::string Name;
  size_t Begin = 0; ///< Of the name, in bytes.
  size_t End = 0;   ///< Behind the closing parenthesis.
  /// The arguments as they are spelled; of a function, the names of its
  /// parameters.
  std::vector<std::string> Arguments;
};

/// \returns the call whose name is at \p Offset in \p Text, if there is one.
std::optional<Mention> callAt(llvm::StringRef Text, size_t Offset);

/// \returns the functions that \p Text defines, in their order.
std::vector<Mention> functionsIn(llvm::StringRef Text);

} // namespace flt::server

#endif // FLT_LSP_SOURCE_H
