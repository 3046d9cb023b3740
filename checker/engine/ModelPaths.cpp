//===-- engine/ModelPaths.cpp - how paths begin, branch and end -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The callbacks of ModelChecker that follow the paths of a function from its
// beginning to the judgement of all its ends.
//
//===----------------------------------------------------------------------===//
#include "engine/ModelChecker.h"
#include "path/Digest.h"
#include "seh/SEHModelChecker.h"
#include "summary/Summary.h"
#include "clang/AST/ParentMap.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/Hashing.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Branches of a function that all paths may pass, before PathLimit counts:
/// small functions are followed to the last path.
static constexpr unsigned FreeBranches = 200;
static constexpr unsigned ManyBranches = 2500;

/// Bits for the outcomes that \p Condition can have on the path: 1 true, 2
/// false.
unsigned ModelChecker::possibleOutcomes(ProgramStateRef S,
                                        SVal Condition) const {
  auto V = Condition.getAs<DefinedOrUnknownSVal>();
  if (!V)
    return 3;
  return (O.isPossible(S, *V, true) ? 1 : 0) |
         (O.isPossible(S, *V, false) ? 2 : 0);
}

/// Whether \p S, or the last statement in it, goes elsewhere.
static bool isJump(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    S = Block->body_empty() ? nullptr : Block->body_back();
  return isa_and_nonnull<BreakStmt, ReturnStmt, GotoStmt>(S);
}

/// Whether \p Condition decides if a loop goes on, as that of a stop flag does.
static bool leavesLoop(const Stmt *Condition, const LocationContext *Frame) {
  const ParentMap &Parents = Frame->getParentMap();
  const Stmt *Part = Condition, *S = Parents.getParent(Condition);
  for (; S && isa<Expr>(S); S = Parents.getParent(S))
    Part = S;
  if (const auto *If = dyn_cast_or_null<IfStmt>(S))
    return If->getCond() == Part &&
           (isJump(If->getThen()) || isJump(If->getElse()));
  return isa_and_nonnull<ForStmt, WhileStmt, DoStmt>(S);
}

void ModelChecker::noteAsking(const Stmt *Condition, CheckerContext &C) const {
  Asking = leavesLoop(Condition, C.getLocationContext()) ? Condition : nullptr;
}

void ModelChecker::checkBranchCondition(const Stmt *Condition,
                                        CheckerContext &C) const {
  noteAsking(Condition, C);
  // The ways out of a __finally are no alternatives: each path has its own.
  if (!PathLimit || seh::isDispatch(Condition, C.getASTContext()))
    return;
  // The chain of calls, but not which round of a loop they are made in.
  ProgramStateRef S = C.getState();
  llvm::hash_code Branch = llvm::hash_value(Condition);
  for (const StackFrameContext *F = C.getStackFrame(); !F->inTopFrame();
       F = F->getParent()->getStackFrame())
    Branch = llvm::hash_combine(Branch, F->getCallSite());
  llvm::hash_code Rules = llvm::hash_combine(Branch, digestOfRules(S));
  // Of the paths that agree in what the rules know, some; of those that agree
  // in what their variables say as well, one.
  bool Seen = ++Passed[Rules] > PathLimit;
  Seen |= ++Passed[llvm::hash_combine(Rules, digestOfVariables(S))] > 1;
  // Nothing is concluded from a path that contradicts itself.
  if (state::isDoubtful(S)) {
    if (++Branches > FreeBranches)
      C.generateSink(S, C.getPredecessor());
    return;
  }
  // The first that can take a branch does; while that does not lead too far,
  // the first of those that agree in what the rules know.
  unsigned &Known = OutcomesSeen[Branches < ManyBranches ? Rules : Branch];
  unsigned Possible = possibleOutcomes(S, C.getSVal(Condition));
  Seen &= !(Possible & ~Known);
  Known |= Possible;
  if (++Branches > FreeBranches && Seen)
    C.generateSink(S, C.getPredecessor());
}

void ModelChecker::checkBeginFunction(CheckerContext &C) const {
  if (!C.inTopFrame()) {
    if (FollowAgain)
      Followed.insert(C.getLocationContext()->getDecl());
    return;
  }
  Passed.clear();
  OutcomesSeen.clear();
  Branches = 0;
  Function = dyn_cast<FunctionDecl>(C.getLocationContext()->getDecl());
  Run = FunctionRun();
  Run.HasFollowedCallers = HasFollowedCallers;
  if (!Function)
    return;
  if (!SystemCalled)
    SystemCalled.emplace(C.getASTContext());
  Run.Entry = SystemCalled->kindOf(Function);
  ProgramStateRef S = C.getState();
  for (const ParmVarDecl *P : Function->parameters()) {
    SymbolRef Value =
        S->getSVal(S->getLValue(P, C.getLocationContext())).getAsSymbol();
    bool IsPointer = P->getType()->isPointerType();
    if (!IsPointer && !P->getType()->isIntegralOrEnumerationType())
      Value = nullptr;
    Run.Params.push_back(Value);
    // The operation belongs to the Filter Manager.
    bool Lent = P == Function->getParamDecl(0) &&
                (isPreOperation(Function) || isPostOperation(Function));
    if (Value && IsPointer)
      S = References->watch(S, Value, Lent);
  }
  if (isPostOperation(Function) && Run.Params[2]) {
    Run.Completion = Run.Params[2];
    Run.CompletionIsContext = alwaysGetsContext(C.getASTContext());
    S = watchCompletionMembers(S, C);
  }
  if (Run.Entry == EntryKind::ContextCleanup && !Run.Params.empty())
    Run.TornDown = Run.Params[0];
  if (isPreOperation(Function)) {
    Run.CompletionLost = lostCompletion(C.getASTContext());
    Run.ReleasedAfter = operations(C.getASTContext()).releasedAfter(Function);
  }
  C.addTransition(S);
}

void ModelChecker::checkEndFunction(const ReturnStmt *Return,
                                    CheckerContext &C) const {
  if (Function && !C.inTopFrame())
    noteInlinedEnd(Return, C);
  if (!C.inTopFrame() || !Function)
    return;
  ProgramStateRef S = C.getState();
  Exit E;
  if (Return && Return->getRetValue())
    E.Returned = C.getSVal(Return->getRetValue());
  E.Class = ExitRules::classify(S, E.Returned, Function->getReturnType());
  static const SimpleProgramPointTag Tag("FltCheck", "Exit");
  E.Node = C.generateNonFatalErrorNode(S, &Tag);
  if (!E.Node)
    return;
  if (Run.Completion)
    E.Completion =
        References->fateOf(S, Run.Completion, Run.CompletionIsContext);
  Run.Exits.push_back(E);
}

void ModelChecker::checkEndAnalysis(ExplodedGraph &G, BugReporter &BR,
                                    ExprEngine &Engine) const {
  if (Function) {
    for (ExplodedNode &N : G.nodes())
      if (N.isSink() && seh::isEscape(N.getState()))
        Run.Escapes.push_back(&N);
    for (const Exit &E : Run.Exits)
      References->atEnd(E.Returned, E.Node, BR, PathEnd::Return, Run.GivenBack,
                        Run.CompletionLost);
    for (ExplodedNode *N : Run.Escapes)
      References->atEnd(UnknownVal(), N, BR, PathEnd::Exception, Run.GivenBack);
    Exits->judge(Function, Run, BR);
    if (Evidence)
      tellCallees(*Evidence);
    if (isPreOperation(Function) && alwaysLeavesContext() &&
        Engine.hasEmptyWorkList())
      LeavesContext.insert(Function->getCanonicalDecl());
    if (Summaries)
      if (auto Row = summarize(Function, Run, O, *Kept)) {
        // Half the paths would tell half the truth.
        if (!Engine.hasEmptyWorkList()) {
          Row->Effects.clear();
          Row->Borrows = false;
          Row->Opaque = true;
        }
        tellPlaces(*Row);
        Summaries->push_back(std::move(*Row));
      }
  }
  Function = nullptr;
  Run = FunctionRun();
}
