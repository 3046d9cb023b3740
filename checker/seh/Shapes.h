//===-- seh/Shapes.h - questions about statements ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_SHAPES_H
#define FLT_SEH_SHAPES_H

#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace flt::seh {

using LabelSet = llvm::SmallPtrSet<const clang::LabelDecl *, 8>;

/// What is not part of the function around it, or is never evaluated: the
/// bodies of lambdas and blocks, sizeof.
bool isForeign(const clang::Stmt *S);

/// Whether \p Child is a statement of its own below \p Parent, as opposed to
/// an expression that is evaluated as part of it.
bool isSubStatement(const clang::Stmt *Parent, const clang::Stmt *Child);

/// The children of \p S that are evaluated along with it. Below "&" that is
/// less than all: "&P->Field" reads P and nothing behind it.
llvm::SmallVector<const clang::Stmt *, 4>
evaluatedChildren(const clang::Stmt *S);

/// The name that \p Call calls, or "".
llvm::StringRef calleeName(const clang::CallExpr *Call);

bool isAbnormalTermination(const clang::Stmt *S);

bool isExceptionCode(const clang::Stmt *S);

bool isFinally(const clang::Stmt *S);

/// Whether \p Is holds for \p S or something in it.
bool contains(const clang::Stmt *S, bool (*Is)(const clang::Stmt *));

/// Whether \p S makes an object whose destructor does something.
bool makesObject(const clang::Stmt *S);

/// Adds every label that \p S defines to \p Out.
void collectLabels(const clang::Stmt *S, LabelSet &Out);

/// Whether the filter of \p Handler is a constant that takes every exception.
bool catchesAll(const clang::SEHExceptStmt *Handler,
                const clang::ASTContext &Ctx);
/// Whether the filter of \p Handler is a constant that never takes one.
bool catchesNone(const clang::SEHExceptStmt *Handler,
                 const clang::ASTContext &Ctx);

/// \returns why \p S can't be lowered, or "".
std::string whyNotLowerable(const clang::Stmt *S);

} // namespace flt::seh

#endif // FLT_SEH_SHAPES_H
