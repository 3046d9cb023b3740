//===-- seh/RaiseModel.h - what raises an exception -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_RAISEMODEL_H
#define FLT_SEH_RAISEMODEL_H

#include "seh/UserPointers.h"
#include "llvm/ADT/DenseMap.h"

namespace flt::seh {

enum class Raises : unsigned char { Never, May, Always };

/// Says of calls and expressions whether they raise: by the model, by what is
/// known of user memory, and by the bodies of functions in the same file.
class RaiseModel {
public:
  /// Reads the bodies of \p Ctx; none may be lowered before
  /// findPropagators() has returned.
  RaiseModel(clang::ASTContext &Ctx, const model::Model &M)
      : Ctx(Ctx), M(M), Users(Ctx, M) {}

  /// Finds the functions whose exceptions matter to a caller: those that raise
  /// and are called, directly or not, from a __try block of \p Functions.
  void findPropagators(llvm::ArrayRef<clang::FunctionDecl *> Functions);

  /// Whether a call of \p Call leaves by an exception.
  Raises ofCall(const clang::CallExpr *Call) const;
  /// The same for a function that is defined in this file.
  Raises ofFunction(const clang::FunctionDecl *FD) const;
  /// Whether \p E itself, without what is below it, accesses user memory.
  bool isUserAccess(const clang::Expr *E) const {
    return Users.isAccess(E) || Culprits.contains(E);
  }
  /// Nothing is known about \p Call, so it may raise for all we know.
  bool isUnknown(const clang::CallExpr *Call) const;

  /// Exceptions that leave \p FD go on in a caller that handles them.
  bool isPropagator(const clang::FunctionDecl *FD) const {
    return Propagators.contains(FD->getCanonicalDecl());
  }

private:
  /// Whether an exception can leave \p S.
  Raises ofStatement(const clang::Stmt *S) const;
  Raises ofChildren(const clang::Stmt *S) const;
  bool hasUserArgument(const clang::CallExpr *Call) const;
  void findSuspects(const clang::Stmt *S);
  void markCallees(const clang::Stmt *S, bool Matters);

  clang::ASTContext &Ctx;
  const model::Model &M;
  UserPointers Users;
  mutable llvm::DenseMap<const clang::FunctionDecl *, Raises> Known;
  llvm::DenseSet<const clang::FunctionDecl *> Propagators;
  /// Accesses and calls that must be what a handler was written for.
  llvm::DenseSet<const clang::Expr *> Culprits;
};

} // namespace flt::seh

#endif // FLT_SEH_RAISEMODEL_H
