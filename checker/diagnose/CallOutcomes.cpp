//===-- diagnose/CallOutcomes.cpp - how calls on a path end ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "diagnose/CallOutcomes.h"
#include "path/TruthValues.h"
#include "syntax/StatusType.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// \returns what \p S knows of \p Result, of type \p T, in words: "fails", or
/// "" if it is not known yet.
static StringRef outcomeOf(ProgramStateRef S, SVal Result, QualType T) {
  if (isStatusType(T)) {
    SValBuilder &SVB = S->getStateManager().getSValBuilder();
    const llvm::APSInt *Min = SVB.getMinValue(S, Result);
    if (Min && Min->isNonNegative())
      return "succeeds";
    const llvm::APSInt *Max = SVB.getMaxValue(S, Result);
    return Max && Max->isNegative() ? "fails" : "";
  }
  if (!T->isPointerType() && !isTruthType(T))
    return "";
  ConditionTruthVal Zero = S->isNull(Result);
  if (Zero.isUnderconstrained())
    return "";
  if (T->isPointerType())
    return Zero.isConstrainedTrue() ? "returns NULL" : "";
  return Zero.isConstrainedTrue() ? "returns FALSE" : "returns TRUE";
}

/// The part of a condition that the engine's own note stands at.
static const Expr *tested(const CFGBlock &Block) {
  const Stmt *End = Block.getTerminatorStmt();
  const Expr *E = nullptr;
  if (const auto *If = dyn_cast_or_null<IfStmt>(End))
    E = If->getCond();
  else if (const auto *Choice = dyn_cast_or_null<ConditionalOperator>(End))
    E = Choice->getCond();
  else if (const auto *Logical = dyn_cast_or_null<BinaryOperator>(End))
    E = Logical->getLHS();
  else
    E = dyn_cast_or_null<Expr>(Block.getTerminatorCondition());
  if (!E)
    return nullptr;
  // Of "a && b" the branch at the end of the block is about b.
  for (E = E->IgnoreParenCasts();; E = E->IgnoreParenCasts())
    if (const auto *Not = dyn_cast<UnaryOperator>(E);
        Not && Not->getOpcode() == UO_LNot)
      E = Not->getSubExpr();
    else if (const auto *Both = dyn_cast<BinaryOperator>(E);
             Both && Both->isLogicalOp())
      E = Both->getRHS();
    else
      return E;
}

/// The call that the value of \p Condition depends on, and on nothing else.
static const SymbolConjured *testedCall(SVal Condition) {
  const SymbolConjured *Found = nullptr;
  SymbolRef Whole = Condition.getAsSymbol();
  if (!Whole)
    return nullptr;
  for (SymbolRef Part : Whole->symbols()) {
    if (isa<SymbolData>(Part) && Found && Part != Found)
      return nullptr;
    const auto *Conjured = dyn_cast<SymbolConjured>(Part);
    const auto *Call =
        Conjured ? dyn_cast_or_null<CallExpr>(Conjured->getStmt()) : nullptr;
    if (!Call || Conjured->getTag() || !Call->getDirectCallee() ||
        !Call->getDirectCallee()->getIdentifier())
      continue;
    if (Call->getType().getCanonicalType() ==
        Conjured->getType().getCanonicalType())
      Found = Conjured;
  }
  return Found;
}

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

static PathDiagnosticPieceRef atBranch(const ExplodedNode *N,
                                       const BlockEdge &Edge,
                                       BugReporterContext &BRC) {
  const ExplodedNode *Before = N->getFirstPred();
  const Expr *Condition = tested(*Edge.getSrc());
  if (!Before || !Condition)
    return nullptr;
  SVal Value = Before->getSVal(Condition);
  const SymbolConjured *Call = testedCall(Value);
  if (!Call)
    return nullptr;
  const auto *E = cast<CallExpr>(Call->getStmt());
  SVal Result = nonloc::SymbolVal(Call);
  if (Call->getType()->isPointerType())
    Result = BRC.getStateManager().getSValBuilder().makeLoc(Call);
  StringRef Outcome = outcomeOf(N->getState(), Result, E->getType());
  if (Outcome.empty() ||
      !outcomeOf(Before->getState(), Result, E->getType()).empty())
    return nullptr;
  return makePiece(Condition,
                   "'" + E->getDirectCallee()->getNameAsString() + "' " +
                       Outcome.str(),
                   BranchOutcome, N, BRC);
}

/// What follows the end of a call that was followed.
static PathDiagnosticPieceRef afterCall(const ExplodedNode *N,
                                        BugReporterContext &BRC) {
  const ExplodedNode *Before = N->getFirstPred();
  auto End = Before ? Before->getLocationAs<CallExitEnd>() : std::nullopt;
  if (!End)
    return nullptr;
  const StackFrameContext *Callee = End->getCalleeContext();
  const auto *FD = dyn_cast<FunctionDecl>(Callee->getDecl());
  const auto *Site = dyn_cast_or_null<CallExpr>(Callee->getCallSite());
  if (!FD || !FD->getIdentifier() || !Site || !isStatusType(Site->getType()))
    return nullptr;
  SVal Result = Before->getSVal(Site);
  if (outcomeOf(Before->getState(), Result, Site->getType()) != "fails")
    return nullptr;
  return makePiece(Site, "'" + FD->getNameAsString() + "' fails", ReturnOutcome,
                   N, BRC);
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
  if (auto Edge = N->getLocationAs<BlockEdge>())
    return atBranch(N, *Edge, BRC);
  if (PathDiagnosticPieceRef Piece = afterCall(N, BRC))
    return Piece;
  return atCall(N, BRC);
}

void CallOutcomes::Profile(llvm::FoldingSetNodeID &ID) const {
  static int Tag = 0;
  ID.AddPointer(&Tag);
}
