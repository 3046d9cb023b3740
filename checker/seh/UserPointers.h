//===-- seh/UserPointers.h - which pointers are the user's ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An access through a pointer that user mode gave may raise; one through a
// kernel pointer stops the machine instead. A pointer is the user's when it is
// probed, read from a field such as UserBuffer, passed on by a caller in the
// same file, computed from such a pointer, or read from user memory. An address
// got from an MDL comes out of a call and so is none.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_USERPOINTERS_H
#define FLT_SEH_USERPOINTERS_H

#include "model/Model.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace flt::seh {

/// Looks at a whole translation unit, without regard to the order of
/// statements.
class UserPointers {
public:
  /// Reads every function body of \p Ctx; none may be lowered yet.
  UserPointers(clang::ASTContext &Ctx, const model::Model &M);

  /// Whether the value of \p E is the address of user memory.
  bool isUserPointer(const clang::Expr *E) const;
  /// Whether evaluating \p E, without what is below it, reads or writes user
  /// memory (or yields an lvalue there, unless its address is taken).
  bool isAccess(const clang::Expr *E) const;

private:
  friend class FactVisitor;
  void propagate();
  /// Whether the lvalue \p E is in user memory.
  bool isUserMemory(const clang::Expr *E) const;
  /// Spells the lvalue \p E, or gives "" for what has no lasting name.
  static std::string path(const clang::Expr *E);

  llvm::DenseSet<const clang::VarDecl *> Variables;
  llvm::StringSet<> Paths;
  /// Who is assigned from what.
  std::vector<std::pair<const clang::VarDecl *, const clang::Expr *>>
      Assignments;
};

} // namespace flt::seh

#endif // FLT_SEH_USERPOINTERS_H
