//===-- path/Registrations.h - what is there until unload -------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a path got that the driver keeps until it is unloaded: a filter, a port,
// a device object. Where it is stored does not matter, so that these are kept
// by the call that gave them and not by their value, as references are.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_REGISTRATIONS_H
#define FLT_PATH_REGISTRATIONS_H

#include "model/Model.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/SmallVector.h"

namespace flt {

struct Registration {
  const model::ReferenceFamily *Family = nullptr;
  const model::Routine *By = nullptr;
  const model::Effect *What = nullptr;
  const clang::Expr *Site = nullptr;
  clang::ento::SymbolRef Status = nullptr;       ///< The result of that call.
  clang::ento::SymbolRef Value = nullptr;        ///< What it stored,
  const clang::ento::MemRegion *Where = nullptr; ///< ... and where.
  bool GivenBack = false;                        ///< ... for all that is known.

  bool operator==(const Registration &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

namespace state {

llvm::SmallVector<Registration, 2>
registrations(clang::ento::ProgramStateRef S);
clang::ento::ProgramStateRef addRegistration(clang::ento::ProgramStateRef S,
                                             const Registration &R);
clang::ento::ProgramStateRef
giveBackRegistration(clang::ento::ProgramStateRef S, const Registration &R);

} // namespace state
} // namespace flt

#endif // FLT_PATH_REGISTRATIONS_H
