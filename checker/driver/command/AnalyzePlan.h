//===-- AnalyzePlan.h - analyses the units of a plan ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_ANALYZEPLAN_H
#define FLT_DRIVER_COMMAND_ANALYZEPLAN_H

#include "driver/base/Options.h"
#include "driver/base/Plan.h"
#include "driver/crossfile/Solve.h"
#include <memory>

namespace flt::driver {

/// Analyses all units of a plan with the content that its overlay says.
class PlanAnalyzer {
public:
  /// \param Program this executable.
  /// \param Folder for files of the workers; exists.
  /// \param P the settings that all plans share that will be run.
  static llvm::Expected<PlanAnalyzer>
  make(const Options &O, const std::string &Program, const std::string &Folder,
       std::shared_ptr<const model::Model> Base, const Plan &P);

  Analysis run(const Plan &P);
  /// Why the cache could not be kept, and what is not known of the driver.
  const std::vector<std::string> &warnings() const { return Warnings; }

private:
  PlanAnalyzer(const Options &O, WorkerOptions Workers,
               std::shared_ptr<const model::Model> Base, std::string Salt,
               const std::string &Root)
      : O(O), Base(std::move(Base)), Salt(std::move(Salt)),
        Workers(std::move(Workers)),
        Show(std::make_unique<Progress>(O.Quiet, Root)) {}

  const Options &O;
  std::shared_ptr<const model::Model> Base;
  std::string Salt;
  WorkerOptions Workers;
  std::unique_ptr<Progress> Show;
  std::vector<std::string> Warnings;
};

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_ANALYZEPLAN_H
