//===-- lsp/Server.h - fltcheck in an editor --------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The language server protocol over the standard input and output. This thread
// answers the editor and never looks at code; Session.h does, in processes of
// its own.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_SERVER_H
#define FLT_LSP_SERVER_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace flt::server {

/// Serves one editor until it says "exit" or goes away.
///
/// \param Program this executable.
/// \param Arguments the options of fltcheck that hold for every run.
/// \returns the exit status: 0 if the editor shut the server down in order.
int serve(const std::string &Program,
          const std::vector<std::string> &Arguments);

} // namespace flt::server

#endif // FLT_LSP_SERVER_H
