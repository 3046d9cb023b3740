//===-- Order.h - callees first, over all units -----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The call graph of a project, and in which order its functions are analysed:
// each after all that it calls, so that it is analysed once.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_ORDER_H
#define FLT_DRIVER_CROSSFILE_ORDER_H

#include "engine/FunctionIndex.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>

namespace flt::driver {

/// Functions of one unit that are analysed together.
struct Visit {
  unsigned Unit = 0;
  std::vector<unsigned> Functions;
  bool Finish = false; ///< It is the last one of the unit.
};

/// What has to be done at once: one visit, or one for each unit of a circle of
/// functions that call each other across units.
struct Step {
  std::vector<Visit> Visits;
  std::vector<unsigned> After; ///< Steps that must be done before. Sorted.
  bool isCircle() const { return Visits.size() > 1; }
};

/// Where the functions with a key are defined.
struct Definition {
  unsigned Unit = 0;
  unsigned Function = 0;
};
using DefinitionMap = std::map<std::string, std::vector<Definition>>;

/// A unit of the project.
struct OrderedUnit {
  const FunctionIndex *Functions = nullptr;
  std::string Name; ///< Decides between units that are alike.
};

/// \returns where the units define each key, but for those that \p IsGiven
/// knows the row of already.
DefinitionMap
findDefinitions(llvm::ArrayRef<OrderedUnit> Units,
                llvm::function_ref<bool(llvm::StringRef)> IsGiven);

/// \returns steps that visit every function once, few visits for each unit;
/// every unit with functions is finished by one. They depend on the call graph
/// and on names, not on the order of \p Units.
std::vector<Step> orderWork(llvm::ArrayRef<OrderedUnit> Units,
                            const DefinitionMap &Definitions);

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_ORDER_H
