//===-- exits/ExitDriver.cpp - how a driver is loaded ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A driver whose DriverEntry fails goes at once, and its unload routine is not
// called (wdm/nc-wdm-driver_initialize). That something is kept in a global
// variable is no excuse then.
//
//===----------------------------------------------------------------------===//
#include "exits/ExitRules.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// The return that ends the path of \p E.
static const Stmt *returnOf(const Exit &E) {
  auto Point = E.Node->getLocationAs<FunctionExitPoint>();
  return Point ? Point->getStmt() : nullptr;
}

void ExitRules::judgeFailedLoad(const FunctionDecl *FD, const FunctionRun &Run,
                                BugReporter &BR) const {
  if (Run.Entry != EntryKind::Driver || !isNtStatus(FD->getReturnType()))
    return;
  for (const Exit &E : Run.Exits) {
    if (E.Class != ReturnClass::Negative || saysNothing(E.Node->getState()))
      continue;
    // One place undoes what flags and pointers tell it to: the driver keeps
    // them where the engine loses sight of them.
    llvm::SmallVector<ProgramStateRef, 8> Alike;
    for (const Exit &Other : Run.Exits)
      if (&Other != &E && Other.Class == ReturnClass::Negative &&
          returnOf(Other) == returnOf(E))
        Alike.push_back(Other.Node->getState());
    Registered.atFailedLoad(E.Node, Alike, BR);
    Locks.atFailedLoad(E.Node, Alike, BR);
  }
}
