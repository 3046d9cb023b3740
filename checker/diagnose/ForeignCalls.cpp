//===-- diagnose/ForeignCalls.cpp - calls of other files' functions -------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "diagnose/ForeignCalls.h"
#include "syntax/FunctionKey.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

PathDiagnosticPieceRef ForeignCalls::VisitNode(const ExplodedNode *N,
                                               BugReporterContext &BRC,
                                               PathSensitiveBugReport &) {
  auto Point = N->getLocationAs<StmtPoint>();
  const auto *Call = Point ? dyn_cast<CallExpr>(Point->getStmt()) : nullptr;
  const FunctionDecl *FD = Call ? Call->getDirectCallee() : nullptr;
  if (!FD || FD->hasBody() || !FD->getIdentifier() || !Point->getTag())
    return nullptr;
  PathDiagnosticLocation Where(Call, BRC.getSourceManager(),
                               N->getLocationContext());
  if (!Where.isValid() || !Where.asLocation().isValid())
    return nullptr;
  auto Piece =
      std::make_shared<PathDiagnosticEventPiece>(Where, functionKey(FD));
  Piece->setTag(CalledElsewhere);
  // It makes no call worth showing that is not so without it.
  Piece->setPrunable(true);
  return Piece;
}

void ForeignCalls::Profile(llvm::FoldingSetNodeID &ID) const {
  static int Tag = 0;
  ID.AddPointer(&Tag);
}
