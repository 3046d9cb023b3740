//===-- driver/base/Unit.h - what is to be analysed -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_UNIT_H
#define FLT_DRIVER_BASE_UNIT_H

#include "finding/Report.h"
#include "llvm/Support/JSON.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace flt::driver {

/// One source file with the command that compiles it.
struct Unit {
  std::string File;      ///< Absolute.
  std::string Directory; ///< Absolute; where the command runs.
  std::vector<std::string> Command;
  /// Files are linked with those of the same project only.
  std::string Project;
  /// The command is known to lack something: a property sheet, a folder.
  bool Partial = false;
  /// The command was made from a project, and may lack something unknown.
  bool FromProject = false;
};

/// Everything that a run is about, as the inputs say it.
struct Project {
  std::vector<Unit> Units;
  std::vector<SkippedFile> Skipped;
  std::vector<Incomplete> Unfinished; ///< Files without a command, ...
  std::vector<std::string> Warnings;
  /// Sources of programs, which are known and no business of the checks.
  std::set<std::string> UserMode;
};

/// How a unit is analysed; the same for all units of a run.
struct Settings {
  std::vector<std::string> Checks; ///< Tidy names.
  std::vector<std::string> Models; ///< Files, absolute.
  std::map<std::string, std::string> Config;
  bool TryAttributes = false; ///< Whether [[clang::suppress]] is of use.
  bool LowerSEH = true;       ///< Off only to measure; see HostOptions.
  bool OnlyParse = false;     ///< See HostOptions.
  /// Paths whose content comes from another file (staged content).
  std::map<std::string, std::string> Overlay;
};

/// What a worker process reads: a pure function's argument.
struct Job {
  Unit U;
  Settings S;
};

llvm::json::Value toJSON(const Unit &U);
llvm::json::Value toJSON(const Settings &S);
llvm::json::Value toJSON(const Job &J);
bool fromJSON(const llvm::json::Value &V, Unit &U, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, Settings &S, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, Job &J, llvm::json::Path Path);

/// An attribute [[clang::suppress]] in the source.
struct SuppressAttribute {
  Place Where;
  bool Used = false; ///< There is a finding that it suppresses.
};

/// What came of it. A pure function of the job, the files it reads, and the
/// rows that it was given.
struct UnitResult {
  std::string File;
  RunResult Run;
  std::map<std::string, std::string> Reads; ///< Path to hash of its content.
  std::vector<std::string> Absent;          ///< Looked for in vain, sorted.
  /// Functions of other files that it calls, as "Name/parameters", sorted.
  std::vector<std::string> Calls;
  std::vector<SuppressAttribute> Attributes; ///< With TryAttributes.
  std::vector<UnknownName> Unknown;          ///< Sorted.
  /// Functions that the file and the driver's own headers define.
  unsigned OwnFunctions = 0;
  bool Parsed = false;
};

// Found by llvm::json through ADL.
llvm::json::Value toJSON(const SuppressAttribute &A);
bool fromJSON(const llvm::json::Value &V, SuppressAttribute &A,
              llvm::json::Path Path);
llvm::json::Value toJSON(const UnitResult &R);
bool fromJSON(const llvm::json::Value &V, UnitResult &R, llvm::json::Path Path);

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_UNIT_H
