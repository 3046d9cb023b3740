//===-- diagnose/CallOutcomes.cpp - how calls on a path end ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "diagnose/CallOutcomes.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

static PathDiagnosticPieceRef makePiece(const Stmt *At, const std::string &Text,
                                        const char *Tag, const ExplodedNode *N,
                                        BugReporterContext &BRC) {
  PathDiagnosticLocation Where(At, BRC.getSourceManager(),
                               N->getLocationContext());
  if (!Where.isValid() || !Where.asLocation().isValid())
    return nullptr;
  auto Piece = std::make_shared<PathDiagnosticEventPiece>(Where, Text);
  Piece->setTag(Tag);
  // It makes no call worth showing that is not so without it.
  Piece->setPrunable(true);
  return Piece;
}

static PathDiagnosticPieceRef atCall(const ExplodedNode *N,
                                     BugReporterContext &BRC) {
  auto Point = N->getLocationAs<StmtPoint>();
  const auto *Call = Point ? dyn_cast<CallExpr>(Point->getStmt()) : nullptr;
  const FunctionDecl *FD = Call ? Call->getDirectCallee() : nullptr;
  if (!FD || FD->hasBody() || !FD->getIdentifier() || !Point->getTag())
    return nullptr;
  return makePiece(
      Call, FD->getNameAsString() + "/" + std::to_string(FD->getNumParams()),
      CalledElsewhere, N, BRC);
}

PathDiagnosticPieceRef CallOutcomes::VisitNode(const ExplodedNode *N,
                                               BugReporterContext &BRC,
                                               PathSensitiveBugReport &) {
  return atCall(N, BRC);
}

void CallOutcomes::Profile(llvm::FoldingSetNodeID &ID) const {
  static int Tag = 0;
  ID.AddPointer(&Tag);
}
