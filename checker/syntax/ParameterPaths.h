//===-- syntax/ParameterPaths.h - how parameters lead to it -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_PARAMETERPATHS_H
#define FLT_SYNTAX_PARAMETERPATHS_H

#include "model/Model.h"
#include <optional>

namespace clang {
class Expr;
class FieldDecl;
class FunctionDecl;
} // namespace clang

namespace flt {

/// \returns the value of \p E, in the body of \p FD, as the model language
/// names it: from a parameter or a global variable, by members and pointers
/// alone. nullopt if it is something else.
std::optional<model::ObjectPath> parameterPath(const clang::Expr *E,
                                               const clang::FunctionDecl *FD);

/// \returns what \p Path, an object of a called function, is for its caller
/// that passes \p Argument for the argument that the path starts at.
model::ObjectPath throughArgument(const model::ObjectPath &Argument,
                                  const model::ObjectPath &Path);

/// \returns the named member \p F with the structure that it is one of, as rows
/// and paths both spell it: "FCB.Resource".
std::string memberName(const clang::FieldDecl *F);

/// \returns the last member that the pointer \p E leads to, with the structure
/// that it is one of ("FCB.Resource"); "" if there is none.
std::string memberBehind(const clang::Expr *E);

} // namespace flt

#endif // FLT_SYNTAX_PARAMETERPATHS_H
