//===-- syntax/LockTypes.h - which types are locks --------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_LOCKTYPES_H
#define FLT_SYNTAX_LOCKTYPES_H

#include "model/Model.h"
#include "clang/AST/Type.h"

namespace clang {
class CallExpr;
} // namespace clang

namespace flt {

/// \returns the family of locks that \p T is a type of, as \p M names them; or
/// nullptr.
const model::LockFamily *lockFamilyOf(clang::QualType T, const model::Model &M);

/// \returns \p Row as it is for \p Call, of which it is the row: without the
///   effects on locks of a kind that the arguments are not declared as.
const model::Routine *rowForDeclared(const model::Routine *Row,
                                     const clang::CallExpr *Call,
                                     const model::Model &M);

/// ... that \p T, a pointer, points to.
const model::LockFamily *lockFamilyBehind(clang::QualType T,
                                          const model::Model &M);

} // namespace flt

#endif // FLT_SYNTAX_LOCKTYPES_H
