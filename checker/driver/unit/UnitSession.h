//===-- UnitSession.h - a unit that answers questions -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_UNITSESSION_H
#define FLT_DRIVER_UNIT_UNITSESSION_H

#include "driver/unit/ParsedUnit.h"
#include "driver/unit/Work.h"
#include "engine/UnitEngine.h"
#include "model/Model.h"

namespace flt::driver {

/// A parsed unit in this process. What it answers is a pure function of the
/// job, the files that it read, and the request.
class UnitSession {
public:
  /// \param CrossFile rows for other units will be asked for.
  /// \param M the model that the settings name.
  UnitSession(Job J, bool CrossFile, std::shared_ptr<const model::Model> M);

  /// That the unit does not parse is among them.
  const UnitFacts &facts() const { return Known; }

  /// \returns results for the functions that \p R asks for; an error means
  /// that its rows cannot be read.
  llvm::Expected<UnitAnswer> look(const UnitRequest &R);

  /// The AST has been changed for good: ask nothing more.
  bool isSpoilt() const { return IsSpoilt; }

private:
  void addOtherReads();
  std::vector<SuppressAttribute>
  findAttributes(std::shared_ptr<const model::Model> M);
  void makeCanonical(Place &P);
  void makeCanonical(Finding &F);
  void makeCanonical(Incomplete &I);

  Job J;
  std::shared_ptr<const model::Model> Base;
  ParsedUnit Parsed;
  HostOptions Options;
  std::optional<UnitEngine> Engine;
  UnitFacts Known;
  bool IsSpoilt = false;
};

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_UNITSESSION_H
