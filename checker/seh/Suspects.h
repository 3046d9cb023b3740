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
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace flt::seh {

/// Collects what could raise in a block of which nothing is known to.
class Suspects {
public:
  Suspects(const clang::ASTContext &Ctx,
           llvm::function_ref<bool(const clang::CallExpr *)> IsUnknown)
      : Ctx(Ctx), IsUnknown(IsUnknown) {}

  void collect(const clang::Stmt *S);

  /// What the handler must have been written for, if that is one thing: memory
  /// behind one pointer, or the call of one unknown function. Pointers to raw
  /// memory (the user's are passed as such) go before calls, and calls before
  /// pointers to structures, which are the kernel's own as a rule.
  /// \returns the accesses and calls that may raise, none if it could be more
  ///   than one thing.
  llvm::ArrayRef<const clang::Expr *> culprits() const;

private:
  using Accesses = llvm::MapVector<const clang::VarDecl *,
                                   llvm::SmallVector<const clang::Expr *, 4>>;
  /// \p Access, a part of the block, touches what \p Pointer leads to.
  void accessThrough(const clang::Expr *Pointer, const clang::Expr *Access);

  const clang::ASTContext &Ctx;
  llvm::function_ref<bool(const clang::CallExpr *)> IsUnknown;
  Accesses Raw, Structured;
  llvm::SmallVector<const clang::Expr *, 4> Calls;
};

} // namespace flt::seh

#endif // FLT_SEH_SUSPECTS_H
