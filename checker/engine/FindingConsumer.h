//===-- engine/FindingConsumer.h - engine reports to findings ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_FINDINGCONSUMER_H
#define FLT_ENGINE_FINDINGCONSUMER_H

#include "engine/UnitMemo.h"
#include "clang/Analysis/PathDiagnostic.h"
#include "clang/StaticAnalyzer/Core/PathDiagnosticConsumers.h"

namespace flt {

/// Turns what the engine reports under our names into findings.
class FindingConsumer : public clang::ento::PathDiagnosticConsumer {
public:
  // The engine's collection of reports is flushed by the destructor of its
  // manager; this must not be later than ours.
  ~FindingConsumer() override { FlushDiagnostics(nullptr); }

  /// \returns what was reported since the last call.
  std::vector<MeasuredFinding> take();

  void FlushDiagnosticsImpl(
      std::vector<const clang::ento::PathDiagnostic *> &Diagnostics,
      FilesMade *) override;
  llvm::StringRef getName() const override { return "FltCheck"; }
  bool supportsLogicalOpControlFlow() const override { return true; }
  bool supportsCrossFileDiagnostics() const override { return true; }

private:
  std::vector<MeasuredFinding> Findings;
};

} // namespace flt

#endif // FLT_ENGINE_FINDINGCONSUMER_H
