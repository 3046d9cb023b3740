//===-- syntax/OperationPairs.h - pre- and post-operations ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a pre-operation callback leaves in *CompletionContext, the
// post-operation callback that is registered beside it must release: a context,
// or a structure with contexts or file names in it
// ("PreToPost->VolumeContext").
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_OPERATIONPAIRS_H
#define FLT_SYNTAX_OPERATIONPAIRS_H

#include "model/Model.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <set>
#include <string>

namespace flt {

/// What post-operation callbacks release of what they did not acquire, for all
/// that a look at the calls tells.
struct PostReleases {
  std::set<std::string> Locks; ///< Names of members.
  bool LeavesRegion = false;
};

/// The tables of FLT_OPERATION_REGISTRATION in a file.
class OperationPairs {
public:
  /// Walks \p Ctx once.
  OperationPairs(clang::ASTContext &Ctx, const model::Model &M);

  /// \returns the members that a pre-operation callback of \p Post sets and
  /// that the file, wherever it may be, gives back as references. Empty if the
  /// table that registers \p Post is in another file.
  llvm::SmallVector<const clang::FieldDecl *, 2>
  owedBy(const clang::FunctionDecl *Post) const;

  /// \returns the kind of reference that \p F, one of those, is given back as.
  llvm::StringRef kindOf(const clang::FieldDecl *F) const {
    return Released.lookup(F);
  }

  /// \returns the post-operation callbacks that are registered beside \p Pre;
  /// null stands for none. Empty if the table is in another file.
  llvm::SmallVector<const clang::FunctionDecl *, 2>
  postOperationsOf(const clang::FunctionDecl *Pre) const;

  /// \returns what the post-operation callbacks that follow \p Pre release: the
  /// ones registered beside it, or if the table is in another file, all that
  /// this file has.
  PostReleases releasedAfter(const clang::FunctionDecl *Pre) const;
  /// Whether every post-operation callback of the file that makes use of its
  /// CompletionContext gives it back as a reference, and there is one.
  bool allReleaseContext() const;

  /// Whether nobody takes an object out of the list that it is in by \p Entry
  /// when it is freed, for all that can be known: no clean-up callback does.
  bool staysListed(const clang::FieldDecl *Entry) const;

  /// \returns the pre-operation callbacks that \p Post is registered beside.
  llvm::SmallVector<const clang::FunctionDecl *, 2>
  preOperationsOf(const clang::FunctionDecl *Post) const;

private:
  friend class OperationVisitor;
  struct Pair {
    const clang::FunctionDecl *Pre, *Post; ///< Post may be null.
  };

  llvm::SmallVector<Pair, 16> Pairs;
  /// By function, those that it mentions.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::FunctionDecl *, 2>>
      Mentions;
  /// By function, the members that it stores a value in.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::FieldDecl *, 4>>
      Stores;
  llvm::DenseMap<const clang::FieldDecl *, llvm::StringRef> Released;
  /// Post-operation callbacks that are defined here.
  llvm::SmallVector<const clang::FunctionDecl *, 8> Posts;
  /// Those of them that make use of CompletionContext, and that give it back.
  llvm::DenseSet<const clang::FunctionDecl *> UseContext, ReleaseContext;
  /// Clean-up callbacks of contexts that are defined here.
  llvm::SmallVector<const clang::FunctionDecl *, 4> CleanUps;
  /// Some clean-up callback that is registered is defined elsewhere; contexts
  /// are registered here.
  bool HasForeignCleanUp = false, RegistersContexts = false;
  /// By function, the entries that it takes out of lists.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::FieldDecl *, 2>>
      TakenOut;
  /// By function, the locks that it releases itself.
  llvm::DenseMap<const clang::FunctionDecl *, PostReleases> Locks;
  const model::Model &M;
};

} // namespace flt

#endif // FLT_SYNTAX_OPERATIONPAIRS_H
