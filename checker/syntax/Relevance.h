//===-- syntax/Relevance.h - which functions are worth a look ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_RELEVANCE_H
#define FLT_SYNTAX_RELEVANCE_H

#include "model/Model.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class ASTContext;
class Decl;
class FunctionDecl;
} // namespace clang

namespace flt {

/// The functions of a translation unit from which a modelled routine can be
/// reached; no other can break a pairing rule.
class Relevance {
public:
  /// Walks \p Ctx once. Follows every mention of a function, so that callbacks
  /// and helpers that get a function pointer count as callers.
  Relevance(clang::ASTContext &Ctx, const model::Model &M);

  bool isRelevant(const clang::Decl *Function) const;
  bool empty() const { return Reaching.empty(); }
  /// How many functions the driver itself defines here.
  unsigned functions() const { return Functions; }

private:
  void addCounterparts(llvm::ArrayRef<const clang::FunctionDecl *> Definitions);

  llvm::DenseSet<const clang::Decl *> Reaching;
  unsigned Functions = 0;
};

} // namespace flt

#endif // FLT_SYNTAX_RELEVANCE_H
