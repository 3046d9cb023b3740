//===-- diagnose/QuietCalls.cpp - what a call did not do ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "diagnose/QuietCalls.h"
#include "diagnose/Callers.h"
#include "path/State.h"
#include "clang/AST/Decl.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::RegionKind;

/// Whether nothing that is held in \p After was acquired since \p Before.
static bool isQuiet(ProgramStateRef Before, ProgramStateRef After) {
  for (RegionKind K : model::AllRegions)
    if (state::region(After, K).Depth > state::region(Before, K).Depth)
      return false;
  return llvm::all_of(state::holds(After), [&](const Hold &H) {
    return llvm::is_contained(state::holds(Before), H);
  });
}

PathDiagnosticPieceRef QuietCalls::VisitNode(const ExplodedNode *N,
                                             BugReporterContext &BRC,
                                             PathSensitiveBugReport &) {
  auto End = N->getLocationAs<CallExitBegin>();
  const StackFrameContext *F = End ? End->getStackFrame() : nullptr;
  if (!F || F->inTopFrame() || !Functions.contains(F->getDecl()))
    return nullptr;
  const auto *FD = dyn_cast<FunctionDecl>(F->getDecl());
  const ExplodedNode *Call = callOf(N);
  if (!FD || !FD->getIdentifier() || !Call ||
      !isQuiet(Call->getState(), N->getState()))
    return nullptr;
  const SourceManager &SM = BRC.getSourceManager();
  const ReturnStmt *Return = End->getReturnStmt();
  PathDiagnosticLocation Where =
      Return ? PathDiagnosticLocation(Return, SM, F)
             : PathDiagnosticLocation::createDeclEnd(F, SM);
  if (!Where.isValid() || !Where.asLocation().isValid())
    return nullptr;
  return std::make_shared<PathDiagnosticEventPiece>(
      Where, "'" + FD->getName().str() +
                 "' returns here without what it acquires on other paths");
}

void QuietCalls::Profile(llvm::FoldingSetNodeID &ID) const {
  static int Tag = 0;
  ID.AddPointer(&Tag);
}
