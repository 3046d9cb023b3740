//===-- lsp/Folders.h - what is known of the driver in a folder -*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_FOLDERS_H
#define FLT_LSP_FOLDERS_H

#include "driver/command/Index.h"
#include "lsp/Diagnostics.h"
#include "lsp/Documents.h"
#include "model/Model.h"
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace flt::server {

using Clock = std::chrono::steady_clock;

/// A unit with the last result of it.
struct UnitState {
  driver::Unit U;
  driver::UnitResult Result;
  UnitView View;
  bool Known = false; ///< There is a result.
  /// Of the open texts that the result is about, by path.
  std::map<std::string, std::int64_t> Versions;
  bool Wanted = false; ///< It is to be looked at, but not before Due.
  Clock::time_point Due;
};

/// What a run over a folder found, ready to be shown.
struct Findings {
  driver::Index I;
  std::vector<UnitView> Views; ///< Of I.Results.
  std::optional<Baseline> Known;
  /// What routines do, by project: the model and what was worked out.
  std::map<std::string, std::shared_ptr<const model::Model>> Models;
  /// Where functions do what others know of them, by project.
  std::map<std::string, std::vector<EffectPlace>> Places;
};

/// Reads what the process of a run wrote to \p Path.
/// \param Folder for files that are needed meanwhile.
llvm::Expected<Findings> readFindings(llvm::StringRef Path,
                                      llvm::StringRef Folder,
                                      const Documents &Open);

/// The driver in a folder, or around a file that no folder has.
struct Folder {
  std::string Path; ///< Canonical; of a folder, or of that file.
  bool IsFile = false;
  bool IsPlanned = false; ///< Its units are known, or that there are none.
  bool WantsIndex = true; ///< All of it is to be looked at, not before Due.
  Clock::time_point Due;
  driver::Plan P;
  std::optional<Baseline> Known;
  std::string BaselineFile;
  std::vector<std::shared_ptr<UnitState>> Units;
  std::map<std::string, driver::RowMap> Rows; ///< Per project.
  std::map<std::string, std::shared_ptr<const model::Model>> Models; ///< Too.
  std::map<std::string, std::vector<EffectPlace>> Places;            ///< Too.
  std::string Trouble; ///< Why there are no units, as last told.

  /// \returns what other units are known to do for \p R, as a model file.
  std::string rowsFor(const driver::Unit &U, const driver::UnitResult &R) const;

  /// Takes what a run over it found. Results that are not about the texts that
  /// are open leave those that are there; such units are wanted, if what they
  /// rest on has changed.
  /// \param OnlyPlan there are no results in \p New.
  void take(Findings New, bool OnlyPlan, const Documents &Open);

  /// The units that \p Path shows in: its own, or those that have read it.
  std::vector<std::shared_ptr<UnitState>> unitsOf(llvm::StringRef Path) const;

  /// \returns what routines are known to do where \p Path is compiled; may be
  /// null.
  std::shared_ptr<const model::Model> modelOf(llvm::StringRef Path) const;

  /// \returns whether the folder leaves \p Path out on purpose.
  bool skips(llvm::StringRef Path) const;

private:
  void update(UnitState &S, driver::UnitResult R, UnitView View, bool Anew,
              const Documents &Open) const;
};

/// \returns the folder of the driver that \p File belongs to: the next one
/// above it that says how it is built, or its own.
std::string guessFolder(llvm::StringRef File);

/// Marks the units that show \p Path and are not about its text. A header that
/// no open source has read is looked at with one that has.
void want(Folder &F, llvm::StringRef Path, const Documents &Open,
          Clock::time_point Due);

} // namespace flt::server

#endif // FLT_LSP_FOLDERS_H
