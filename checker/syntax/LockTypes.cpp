//===-- syntax/LockTypes.cpp - which types are locks ----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/LockTypes.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLExtras.h"

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

const model::Routine *flt::rowForDeclared(const model::Routine *Row,
                                          const CallExpr *Call,
                                          const model::Model &M) {
  if (!Row || !Row->Undeclared)
    return Row;
  bool Declared =
      Call && llvm::any_of(Row->Effects, [&](const auto &E) {
        if (!E.IfDeclared || E.Object.Argument >= Call->getNumArgs())
          return false;
        const model::LockFamily *Family = lockFamilyBehind(
            Call->getArg(E.Object.Argument)->IgnoreParenCasts()->getType(), M);
        return Family && Family->Kind == E.LockKind;
      });
  return Declared ? Row : Row->Undeclared.get();
}
