//===-- lsp/Diagnostics.h - findings, as editors show them ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_DIAGNOSTICS_H
#define FLT_LSP_DIAGNOSTICS_H

#include "driver/base/Plan.h"
#include "driver/result/Baseline.h"
#include "finding/Report.h"
#include "lsp/Documents.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/LSP/Protocol.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace flt::server {

/// A finding with what the editor was told of it.
struct ShownFinding {
  ReportedFinding F;
  llvm::lsp::Range Range;
  llvm::json::Value Diagnostic = nullptr;
};

/// What the editor is told of one unit.
struct UnitView {
  std::vector<ShownFinding> Findings;
  /// What is not checked, and why: places with diagnostics.
  std::vector<std::pair<std::string, llvm::json::Value>> Others;
};

/// \returns what \p R says, without what the sources suppress.
///
/// \param P settings, root and headers of the run; its overlay has the texts
///   that \p R is about.
/// \param Known the baseline: what it has is a hint and no warning.
/// \param Others where functions of the project of \p U do what callers know.
UnitView makeView(const driver::Plan &P, const driver::Unit &U,
                  const driver::UnitResult &R,
                  const std::vector<EffectPlace> &Others,
                  const std::optional<Baseline> &Known, const Documents &Open);

} // namespace flt::server

#endif // FLT_LSP_DIAGNOSTICS_H
