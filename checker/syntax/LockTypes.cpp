//===-- syntax/LockTypes.cpp - which types are locks ----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/LockTypes.h"
#include "clang/AST/Decl.h"

using namespace clang;
using namespace flt;

const model::LockFamily *flt::lockFamilyOf(QualType T, const model::Model &M) {
  while (!T.isNull()) {
    if (const auto *TD = T->getAs<TypedefType>()) {
      if (const auto *Family = M.lockFamilyOfType(TD->getDecl()->getName()))
        return Family;
      T = TD->desugar();
      continue;
    }
    const RecordDecl *RD = T->getAsRecordDecl();
    return RD && RD->getIdentifier() ? M.lockFamilyOfType(RD->getName())
                                     : nullptr;
  }
  return nullptr;
}

const model::LockFamily *flt::lockFamilyBehind(QualType T,
                                               const model::Model &M) {
  return T.isNull() ? nullptr : lockFamilyOf(T->getPointeeType(), M);
}
