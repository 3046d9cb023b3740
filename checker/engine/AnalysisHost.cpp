//===-- engine/AnalysisHost.cpp - runs the checks over an AST -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/AnalysisHost.h"
#include "engine/UnitEngine.h"
#include "finding/Witnesses.h"
#include "model/Model.h"

using namespace flt;

RunResult flt::analyze(clang::ASTContext &Ctx, clang::Preprocessor &PP,
                       std::shared_ptr<const model::Model> M,
                       const HostOptions &Options) {
  UnitEngine Engine(Ctx, PP, *M, Options);
  RunResult Result = Engine.facts();
  if (!Engine.canBeAnalysed())
    return Result;
  UnitMemo Memo;
  EngineRequest All;
  All.M = std::move(M);
  All.Finish = true;
  Engine.look(All, Memo);
  // Nothing is missing after that.
  if (auto Found = collectResults(Engine.index(), Memo, {}, "")) {
    Result.Findings = std::move(Found->Findings);
    Result.Unfinished.insert(Result.Unfinished.end(), Found->Unfinished.begin(),
                             Found->Unfinished.end());
    Result.EntryFunctions = Found->EntryFunctions;
    Result.Places = std::move(Found->Places);
    Result.Witnesses = std::move(Found->Witnesses);
    dropRefuted({&Result});
  }
  return Result;
}
