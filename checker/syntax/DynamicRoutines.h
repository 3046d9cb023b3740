//===-- syntax/DynamicRoutines.h - routines got at run time -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Drivers that run on several versions of Windows ask for the address of newer
// routines (FltGetRoutineAddress, MmGetSystemRoutineAddress) and call them
// through a variable or member. The name that was asked for says which routine
// that is; without one in the file, the name of the variable, or of its type.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_DYNAMICROUTINES_H
#define FLT_SYNTAX_DYNAMICROUTINES_H

#include "model/Model.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"

namespace flt {

class DynamicRoutines {
public:
  DynamicRoutines(clang::ASTContext &Ctx, const model::Model &M);

  /// \returns the row for \p Call, a call through a pointer, or nullptr.
  const model::Routine *lookup(const clang::CallExpr *Call) const;

private:
  const model::Model &M;
  /// By variable or member: the name its address was asked for by.
  llvm::DenseMap<const clang::ValueDecl *, std::string> Asked;
  /// Names of all rows without case and punctuation, and the name itself.
  llvm::StringMap<std::string> ByPlainName;
};

} // namespace flt

#endif // FLT_SYNTAX_DYNAMICROUTINES_H
