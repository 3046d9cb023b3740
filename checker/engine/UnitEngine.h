//===-- engine/UnitEngine.h - analyses functions of one AST -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A parsed unit that is asked about some of its functions, as soon as what they
// call is known, and about others later.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_UNITENGINE_H
#define FLT_ENGINE_UNITENGINE_H

#include "engine/HostOptions.h"
#include "engine/UnitMemo.h"
#include "model/Model.h"
#include "syntax/BrokenFunctions.h"
#include "clang/Frontend/CompilerInstance.h"

namespace flt {

/// What a unit is asked.
struct EngineRequest {
  std::shared_ptr<const model::Model> M;
  /// Names the rows in M that units gave each other, as far as they matter to
  /// functions that Visited does not name.
  std::string Rows;
  /// Functions, by number, all of whose callees are known: rows are wanted of
  /// those that others may call.
  std::vector<unsigned> Functions;
  /// All functions are known by now: those that nobody follows are analysed,
  /// too.
  bool Finish = false;
  /// By function, a name for the rows with which it was analysed earlier, or
  /// is now: the same as long as those that it leads to are.
  std::map<unsigned, std::string> Visited;
};

class UnitEngine {
public:
  /// \param Ctx the whole AST; changed while functions are analysed, and put
  ///   back after that. Functions with an error in them are hidden as long as
  ///   this lives.
  /// \param M what is known without any other unit.
  UnitEngine(clang::ASTContext &Ctx, clang::Preprocessor &PP,
             const model::Model &M, HostOptions Options);

  /// What is known before any path is followed. Nothing else may be asked if
  /// the unit does not compile; this says so.
  const RunResult &facts() const { return Facts; }
  bool canBeAnalysed() const { return Understood; }
  const FunctionIndex &index() const { return Index; }

  /// Analyses what \p R asks for and \p Memo does not have, and adds it there.
  void look(const EngineRequest &R, UnitMemo &Memo);

private:
  class Look;

  clang::ASTContext &Ctx;
  clang::Preprocessor &PP;
  HostOptions Options;
  std::unique_ptr<BrokenFunctions> Broken;
  std::unique_ptr<clang::CompilerInstance> Shell;
  RunResult Facts;
  bool Understood = false;
  FunctionIndex Index;
  std::vector<clang::Decl *> Declarations; ///< In the order of Index.
  llvm::DenseMap<const clang::Decl *, unsigned> Numbers;
  std::vector<bool> HasCaller; ///< In the unit.
};

/// Puts the result of a unit together from \p Memo, as far as functions go.
///
/// \param Visited, Rows as in the last EngineRequest.
/// \returns nothing if a result is missing.
std::optional<RunResult>
collectResults(const FunctionIndex &Index, const UnitMemo &Memo,
               const std::map<unsigned, std::string> &Visited,
               llvm::StringRef Rows);

} // namespace flt

#endif // FLT_ENGINE_UNITENGINE_H
