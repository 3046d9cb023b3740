//===-- seh/RaiseModel.h - what raises an exception -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_RAISEMODEL_H
#define FLT_SEH_RAISEMODEL_H

#include "seh/Lowering.h"
#include "seh/UserPointers.h"
#include "llvm/ADT/DenseMap.h"

namespace flt::seh {

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
  /// The same outside of any __try: much of a file system may raise, and where
  /// nothing is prepared for it, it seldom means that.
  Raises ofCallOutside(const clang::CallExpr *Call) const {
    return isPropagated(Call) ? ofCall(Call) : Raises::Never;
  }
  /// The same for a function that is defined in this file.
  Raises ofFunction(const clang::FunctionDecl *FD) const;
  /// What callers in other files are told of \p FD: what a filter turns down is
  /// nothing that anybody expects, so any filter counts as one that does not.
  /// Must be asked first before anything is lowered.
  Raises toldOf(const clang::FunctionDecl *FD);
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
  /// Whether it is known without rows that were worked out from other files.
  bool isPropagated(const clang::CallExpr *Call) const;
  bool hasUserArgument(const clang::CallExpr *Call) const;
  void findSuspects(const clang::Stmt *S);
  void ignoreDerived(const clang::Stmt *S);
  void markCallees(const clang::Stmt *S, bool Matters);
  /// Asks about every function that \p S calls, while its body is as written.
  void askAhead(const clang::Stmt *S);

  clang::ASTContext &Ctx;
  const model::Model &M;
  UserPointers Users;
  mutable llvm::DenseMap<const clang::FunctionDecl *, Raises> Known, Told;
  bool IsTelling = false; ///< The answer is for Told.
  /// Whether rows that were worked out from other files count.
  bool TrustsDerived = false;
  llvm::DenseSet<const clang::FunctionDecl *> Propagators;
  /// Accesses and calls that must be what a handler was written for.
  llvm::DenseSet<const clang::Expr *> Culprits;
  /// Calls that are taken not to raise although a row says that they may.
  llvm::DenseSet<const clang::Expr *> Ignored;
};

} // namespace flt::seh

#endif // FLT_SEH_RAISEMODEL_H
