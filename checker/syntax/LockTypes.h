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

namespace flt {

/// \returns the family of locks that \p T is a type of, as \p M names them; or
/// nullptr.
const model::LockFamily *lockFamilyOf(clang::QualType T, const model::Model &M);

/// ... that \p T, a pointer, points to.
const model::LockFamily *lockFamilyBehind(clang::QualType T,
                                          const model::Model &M);

} // namespace flt

#endif // FLT_SYNTAX_LOCKTYPES_H
