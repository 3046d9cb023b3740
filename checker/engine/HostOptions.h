//===-- engine/HostOptions.h - how a unit is analysed -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_HOSTOPTIONS_H
#define FLT_ENGINE_HOSTOPTIONS_H

#include "finding/Checks.h"
#include <map>
#include <string>
#include <vector>

namespace flt {

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

} // namespace flt

#endif // FLT_ENGINE_HOSTOPTIONS_H
