//===-- syntax/BrokenFunctions.h - functions with a compile error ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang goes on after an error, and what it makes of the rest of the file is
// right. What it makes of the function with the error is not: it leaves
// statements out. So such a function counts as one that is defined elsewhere.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_BROKENFUNCTIONS_H
#define FLT_SYNTAX_BROKENFUNCTIONS_H

#include "syntax/CompileErrors.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class ASTContext;
class Decl;
class FunctionDecl;
class Stmt;
} // namespace clang

namespace flt {

/// Hides the bodies of the functions that were not wholly understood, as long
/// as it lives.
///
/// One is that has an error in its text (be it in a macro that it expands, or
/// in a file that it includes), whose declaration or types are wrong, or that
/// mentions anything of which that holds.
class BrokenFunctions {
public:
  struct Broken {
    const clang::FunctionDecl *Function;
    std::string Reason;
  };

  /// \param Ctx the whole AST; changed until the object dies.
  BrokenFunctions(clang::ASTContext &Ctx, const CompileErrors &Errors);
  ~BrokenFunctions();
  BrokenFunctions(const BrokenFunctions &) = delete;
  BrokenFunctions &operator=(const BrokenFunctions &) = delete;

  /// In the order of the source.
  llvm::ArrayRef<Broken> list() const { return Found; }

private:
  std::vector<Broken> Found;
  std::vector<std::pair<clang::FunctionDecl *, clang::Stmt *>> Bodies;
};

/// Makes structures usable of which only some members were not understood:
/// Clang refuses every use of them. Those members stay invalid, and so do the
/// functions that use them.
///
/// \param D a declaration that was just read, so that what follows sees it.
void acceptPartlyKnownRecords(clang::Decl *D);

} // namespace flt

#endif // FLT_SYNTAX_BROKENFUNCTIONS_H
