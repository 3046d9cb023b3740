//===-- syntax/StatusType.h - what an NTSTATUS is ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_STATUSTYPE_H
#define FLT_SYNTAX_STATUSTYPE_H

#include "clang/AST/Type.h"

namespace flt {

/// \returns whether \p T is NTSTATUS, by whatever further name.
inline bool isStatusType(clang::QualType T) {
  for (const auto *TT = T->getAs<clang::TypedefType>(); TT;
       TT = TT->desugar()->getAs<clang::TypedefType>())
    if (TT->getDecl()->getName() == "NTSTATUS")
      return true;
  return false;
}

} // namespace flt

#endif // FLT_SYNTAX_STATUSTYPE_H
