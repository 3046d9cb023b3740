//===-- driver/base/Options.h - what the user asked for ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_OPTIONS_H
#define FLT_DRIVER_BASE_OPTIONS_H

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace flt {

/// How findings are printed as text.
struct TextOptions {
  /// What paths are shown from, as compilers do; Report::Root if empty.
  std::string Folder;
  /// Of long lists only the first names.
  bool Brief = false;
  bool Color = false;
  bool SourceLines = true; ///< The line with a caret below each message.
  /// Also the steps that do not decide.
  bool AllSteps = false;
  /// Also the findings that the baseline has; otherwise they are counted.
  bool Known = false;
};

struct MsvcOptions {
  bool AllSteps = false;
  bool Known = false;
  /// What a file is called where the text is read; as it is if null.
  std::function<std::string(const std::string &File)> NameOf;
};

struct SarifOptions {
  /// GitHub shows suppressed results as open alerts, so they are left out
  /// unless asked for; their number is always there.
  bool Suppressed = false;
  /// Names Report::Root, so that viewers on this machine find the sources.
  bool RootUri = true;
  /// Tells this analysis of a repository from others ("fltcheck/amd64/"):
  /// GitHub's category. A new upload replaces the last one of the same name.
  std::string Category = "fltcheck/";
};

} // namespace flt

namespace flt::driver {

enum class Format { Text, Sarif, Html, Json, Github, Msvc };
enum class FailOn { New, Any, None };

/// What the user asked for. See `fltcheck --help` for the meaning of each.
struct Options {
  std::vector<std::string> Inputs;
  std::string BuildPath; ///< -p
  std::string Configuration;
  std::string Platform;
  std::map<std::string, std::string> Properties; ///< --property NAME=VALUE
  std::vector<std::string> Excludes;             ///< Globs for files, folders.
  /// Those of fltcheck.yaml, with its folder.
  std::vector<std::pair<std::string, std::string>> ProjectExcludes;
  std::vector<std::string> PathMap;   ///< "C:\src=/home/src"
  std::vector<std::string> ExtraArgs; ///< Added to every command.
  /// What stands behind "--": all flags of every file.
  std::optional<std::vector<std::string>> Flags;

  std::string CheckGlobs;          ///< --checks
  std::string ErrorGlobs;          ///< --warnings-as-errors
  std::vector<std::string> Checks; ///< Tidy names, sorted.
  std::vector<std::string> Errors; ///< Those whose findings fail the run.
  std::vector<std::string> Models;
  std::map<std::string, std::string> Config;
  bool LowerSEH = true;
  bool DryRun = false;
  std::string Headers; ///< Stand-in headers; empty to find them.
  bool CrossFile = true;
  unsigned Jobs = 0;     ///< 0: one for each processor.
  unsigned CpuLimit = 0; ///< Seconds for a file, after which it is given up.
  std::string CacheFolder;
  bool Quiet = false;

  /// In the order of the command line; an empty name is the standard output.
  std::vector<std::pair<Format, std::string>> Outputs;
  TextOptions Text; ///< All but the colour, which depends on the output.
  SarifOptions Sarif;
  std::string EmitModel;
  std::string EmitNinja;
  bool PrintCommands = false;
  std::string EmitCommands; ///< A compile_commands.json to write.

  std::string Baseline;
  std::string WriteBaseline;
  bool PruneBaseline = false;
  bool Fix = false;
  bool FixDryRun = false;
  bool Changed = false;
  bool Staged = false;
  std::string Since;
  FailOn Fail = FailOn::New;
  bool AllowIncomplete = false;
  bool ReportUnusedSuppressions = false;

  bool SelfCheck = false;
  bool ListChecks = false;
  /// A check or a rule; "" lists all rules.
  std::optional<std::string> Explain;
  std::string ExplainCall; ///< A routine, or empty.

  /// The arguments that the merge step of a Ninja graph repeats.
  std::vector<std::string> MergeArguments;
};

/// What the steps take: `fltcheck check`, `link` and `merge`.
struct StepOptions {
  enum class Step { None, Check, Link, Merge } Which = Step::None;
  std::string Job;
  std::string Rows;
  std::string Plan;
  std::string Output;
  std::string ResultsFolder;
  std::string DepFile;
  unsigned CpuLimit = 0;
  std::vector<std::string> Results;
};

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_OPTIONS_H
