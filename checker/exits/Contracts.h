//===-- exits/Contracts.h - who must release --------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Some functions exist to return with a lock held, or to release what their
// caller holds. What a function may do is its contract; a path that breaks it
// is the bug.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_EXITS_CONTRACTS_H
#define FLT_EXITS_CONTRACTS_H

#include "syntax/Callbacks.h"
#include "clang/AST/Decl.h"

namespace flt {

/// What a declaration says of the locks and regions it leaves behind.
struct Contract {
  bool MayHold = false;    ///< May return with more than it came with.
  bool MayRelease = false; ///< May release what it did not acquire.
  /// A callback whose job it is: which path holds what is not for us to say.
  bool IsLockCallback = false;
};

/// What \p FD says: by SAL on any of its declarations (the annotations expand
/// to nothing under Clang, so their text is read), by its \p Role if it is a
/// callback, else by its name.
Contract contractOf(const clang::FunctionDecl *FD, CallbackRole Role,
                    const clang::ASTContext &Ctx);

} // namespace flt

#endif // FLT_EXITS_CONTRACTS_H
