//===-- seh/Suspects.h - what a handler was written for ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_SUSPECTS_H
#define FLT_SEH_SUSPECTS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace flt::seh {

/// Collects what could raise in a block of which nothing is known to.
class Suspects {
public:
  Suspects(const clang::ASTContext &Ctx,
           llvm::function_ref<bool(const clang::CallExpr *)> IsUnknown)
      : Ctx(Ctx), IsUnknown(IsUnknown) {}

  void collect(const clang::Stmt *S);

  /// The only variable through which memory is accessed; pointers to raw memory
  /// (the user's are passed as such) go before pointers to structures.
  const clang::VarDecl *onlyPointer() const;
  /// The only call of an unknown function, if no memory is accessed.
  const clang::CallExpr *onlyCall() const;

private:
  void accessThrough(const clang::Expr *Pointer);

  const clang::ASTContext &Ctx;
  llvm::function_ref<bool(const clang::CallExpr *)> IsUnknown;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> Raw, Structured;
  llvm::SmallPtrSet<const clang::CallExpr *, 4> Calls;
};

} // namespace flt::seh

#endif // FLT_SEH_SUSPECTS_H
