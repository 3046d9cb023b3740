//===-- Settings.h - what a project wants of every run ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two files, each found in the folder of the first input or above it:
// fltcheck.yaml, whose schema is docs/fltcheck.schema.json, and the .clang-tidy
// that flt-tidy takes too. The command line goes before the first, and that
// before the second.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_SETTINGS_H
#define FLT_DRIVER_COMMAND_SETTINGS_H

#include "driver/base/Options.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace llvm {
class SMDiagnostic;
} // namespace llvm

namespace flt::driver {

/// What a fltcheck.yaml says. Paths are absolute.
struct ProjectFile {
  std::string Path; ///< Of the file; empty if there is none.
  std::vector<std::string> Inputs;
  std::vector<std::string> Exclude;
  std::string Configuration;
  std::string Platform;
  std::map<std::string, std::string> Properties;
  std::vector<std::string> ExtraArgs;
  std::string Headers;
  std::string Checks;
  std::vector<std::string> Models;
  std::string Baseline;
  std::string FailOn;
};

/// What a .clang-tidy says of checks of FltCheck.
struct TidyFile {
  std::string Path;                ///< Of the file; empty if there is none.
  std::string Checks;              ///< Empty if it names none of them.
  std::string WarningsAsErrors;    ///< Likewise.
  std::vector<std::string> Models; ///< Absolute.
  /// Of the other options those that are set, by name: "MaxSteps".
  std::map<std::string, std::string> Options;
};

/// Reads \p Path, or if that is empty the fltcheck.yaml that is found from
/// \p Folder on. An error names file, line and column.
llvm::Expected<ProjectFile> readProjectFile(llvm::StringRef Path,
                                            llvm::StringRef Folder);

/// A handler of YAML errors for both files: keeps the first in the std::string
/// \p Kept, as "line:column: error: message".
void keepFirstError(const llvm::SMDiagnostic &D, void *Kept);

/// Reads the .clang-tidy that is found from \p Folder on.
llvm::Expected<TidyFile> readTidyFile(llvm::StringRef Folder);

/// Puts what both files say into \p O, as far as the command line does not.
///
/// \param File the name of the first, or empty to look for it.
/// \param IsGiven whether the command line has the option of that name.
llvm::Error applySettings(Options &O, llvm::StringRef File,
                          llvm::function_ref<bool(llvm::StringRef)> IsGiven);

/// \returns whether all patterns for files in \p O can be read; if not, it has
/// been said which.
bool areExcludes(const Options &O);

/// \returns whether the options make sense together; if not, it has been said
/// which do not. Ignoring one would do something else than what was asked for.
bool isConsistent(const Options &O);

/// Selects checks by globs as clang-tidy does: later ones win, a dash removes.
/// What means checks of others is no mistake. Without globs all are selected.
///
/// \param Option names the option in messages.
/// \returns whether there are any; if not, it has been said why.
bool selectChecks(llvm::StringRef Option, llvm::StringRef Globs,
                  std::vector<std::string> &Selected);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_SETTINGS_H
