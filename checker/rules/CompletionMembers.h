//===-- rules/CompletionMembers.h - what a post-operation owes --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pre-operation callback often hands over a structure with a context in it
// ("Pre2Post->VolumeContext"). Whoever frees that structure without a release of
// the context loses the last pointer to it.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_RULES_COMPLETIONMEMBERS_H
#define FLT_RULES_COMPLETIONMEMBERS_H

#include "model/Model.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallVector.h"

namespace flt {

class CompletionMembers {
public:
  /// Walks \p Ctx once.
  CompletionMembers(clang::ASTContext &Ctx, const model::Model &M);

  /// \returns the members that a pre-operation callback of \p Post sets and that
  /// the file, wherever it may be, releases as contexts. Empty if the table that
  /// registers \p Post is in another file.
  llvm::SmallVector<const clang::FieldDecl *, 2>
  owedBy(const clang::FunctionDecl *Post) const;

private:
  friend class CompletionVisitor;
  using Functions = llvm::SmallVector<const clang::FunctionDecl *, 2>;

  /// By post-operation callback, those registered beside it.
  llvm::MapVector<const clang::FunctionDecl *, Functions> PreOperations;
  /// By function, those that it mentions.
  llvm::DenseMap<const clang::FunctionDecl *, Functions> Mentions;
  /// By function, the members that it stores a value in.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::FieldDecl *, 4>>
      Stores;
  llvm::DenseSet<const clang::FieldDecl *> Released;
};

} // namespace flt

#endif // FLT_RULES_COMPLETIONMEMBERS_H
