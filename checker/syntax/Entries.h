//===-- syntax/Entries.h - functions without a caller -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The system calls some functions of a driver: those whose address goes where
// the kernel's headers have a type for it. What such a function releases
// without having acquired it, no caller can have held.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_ENTRIES_H
#define FLT_SYNTAX_ENTRIES_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace flt {

/// What the system calls a function as.
enum class EntryKind {
  None,           ///< The driver itself calls it, for all that is known.
  Driver,         ///< DriverEntry, the unload routine.
  Dispatch,       ///< An IRP_MJ_... routine.
  Operation,      ///< A pre-operation callback.
  PostOperation,  ///< A post-operation callback.
  Completion,     ///< ... or that of a request of the driver's own.
  Worker,         ///< A work item.
  Thread,         ///< A thread of the driver's own.
  ContextCleanup, ///< The Filter Manager tears a context down.
  Other,          ///< Another callback of the Filter Manager.
};

class Entries {
public:
  /// Walks \p Ctx once.
  explicit Entries(clang::ASTContext &Ctx);

  /// \returns None also for functions that the file calls itself.
  EntryKind kindOf(const clang::FunctionDecl *FD) const;

private:
  friend class EntryVisitor;
  llvm::DenseMap<const clang::FunctionDecl *, EntryKind> Kinds;
  llvm::DenseSet<const clang::FunctionDecl *> Called;
};

/// Whether nobody in the driver can have acquired, for a function of that kind,
/// what it releases. A callback that follows another one, such as a
/// post-operation callback, may get that from there.
bool hasNoCaller(EntryKind K);

} // namespace flt

#endif // FLT_SYNTAX_ENTRIES_H
