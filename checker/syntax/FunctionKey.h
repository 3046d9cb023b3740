//===-- syntax/FunctionKey.h - the name of a function for rows --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_FUNCTIONKEY_H
#define FLT_SYNTAX_FUNCTIONKEY_H

#include "clang/AST/Decl.h"
#include <string>

namespace flt {

/// \returns "Name/parameters", by which rows and files know \p FD, because the
/// model matches by these two.
inline std::string functionKey(const clang::FunctionDecl *FD) {
  return FD->getNameAsString() + "/" + std::to_string(FD->getNumParams());
}

} // namespace flt

#endif // FLT_SYNTAX_FUNCTIONKEY_H
