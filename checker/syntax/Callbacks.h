//===-- syntax/Callbacks.h - functions that the system calls ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Some callbacks exist to return with a lock held, or to release it: the cache
// manager's, fast I/O's, those for section synchronisation. All others have no
// caller in the driver that could release anything, whatever their names say
// (PreLockControl). What a function is follows from where its address goes.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_CALLBACKS_H
#define FLT_SYNTAX_CALLBACKS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"

namespace flt {

enum class CallbackRole {
  None,       ///< No callback that is known.
  EntryPoint, ///< The system calls it, and expects what it found.
  Acquires,   ///< Its job is to return holding.
  Releases,   ///< Its job is to release what another callback acquired.
};

/// The role that the name of a callback's type or member says:
/// AcquireForLazyWrite, PFLT_CALLBACK_DATA_QUEUE_ACQUIRE, FAST_IO_RELEASE_FILE;
/// None for the others.
CallbackRole roleByName(llvm::StringRef Name);

/// \returns the function that \p E is, or is the address of; or nullptr.
const clang::FunctionDecl *functionIn(const clang::Expr *E);

/// A PFLT_PRE_OPERATION_CALLBACK, a PFLT_POST_OPERATION_CALLBACK.
bool isPreOperation(const clang::FunctionDecl *FD);
bool isPostOperation(const clang::FunctionDecl *FD);

class Callbacks {
public:
  explicit Callbacks(clang::ASTContext &Ctx);
  CallbackRole roleOf(const clang::FunctionDecl *FD) const;

private:
  llvm::DenseMap<const clang::FunctionDecl *, CallbackRole> Roles;
};

} // namespace flt

#endif // FLT_SYNTAX_CALLBACKS_H
