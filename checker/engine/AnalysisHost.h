//===-- engine/AnalysisHost.h - runs the checks over an AST -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_ANALYSISHOST_H
#define FLT_ENGINE_ANALYSISHOST_H

#include "finding/Checks.h"
#include "finding/Finding.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace flt {

namespace model {
class Model;
} // namespace model

struct CompileErrors;

struct HostOptions {
  std::vector<CheckId> Checks;
  /// Options of the checkers: {"flt:Model", "a.yaml;b.yaml"}, the same that
  /// -analyzer-config takes.
  std::map<std::string, std::string> Config;
  /// Analyse every function, even those that reach no modelled routine.
  bool AnalyzeAll = false;
  /// Says what was understood and what was not, and follows no path.
  bool OnlyParse = false;
  /// Summaries of the functions are wanted as well (RunResult::Summaries).
  bool Summarize = false;
  /// Steps of the engine after which a function counts as unfinished. Steps,
  /// not seconds: a gate must say the same on every machine.
  unsigned Budget = 150000;
  /// Off only to measure what it costs and what it brings (tests/bench).
  bool LowerSEH = true;
  /// The errors that the compiler reported, or null if nobody wrote them down:
  /// then a translation unit with errors is not analysed. Not owned.
  const CompileErrors *Errors = nullptr;
  /// Paths that agree in all that the rules know and may pass one branch of a
  /// large function.
  unsigned PathsPerBranch = 16;
};

/// Runs the checks of \p Options over a parsed translation unit.
///
/// \param Ctx the whole AST; lowered while the analysis runs and put back
///   before the function returns.
/// \param PP the preprocessor that made it.
/// \param M what routines do; shared, not changed.
/// \returns what was found and what could not be looked at. Functions with an
///   error in them are not followed, from wherever they are called.
RunResult analyze(clang::ASTContext &Ctx, clang::Preprocessor &PP,
                  std::shared_ptr<const model::Model> M,
                  const HostOptions &Options);

} // namespace flt

#endif // FLT_ENGINE_ANALYSISHOST_H
