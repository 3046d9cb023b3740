//===-- engine/ModelNotes.cpp - what the judgement needs to know ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What ModelChecker keeps of the paths of a function while they are followed,
// for the judgement of all its ends (exits/).
//
//===----------------------------------------------------------------------===//
#include "engine/ModelChecker.h"
#include "path/AccessPath.h"
#include "seh/SEHModelChecker.h"
#include "syntax/FunctionKey.h"
#include "clang/Basic/SourceManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Adds to \p Functions those that returned with \p H to the frame \p To, or
/// below it to each other.
void ModelChecker::noteAcquirers(
    const Hold &H, const StackFrameContext *To,
    llvm::DenseSet<const FunctionDecl *> &Functions) {
  auto Add = [&](const Decl *D) {
    if (const auto *FD = dyn_cast_or_null<FunctionDecl>(D))
      Functions.insert(FD->getCanonicalDecl());
  };
  if (const auto *Call = dyn_cast_or_null<CallExpr>(H.Site))
    Add(Call->getDirectCallee()); // Of which only the row is known.
  for (const StackFrameContext *F = H.Frame->getStackFrame(); F != To;
       F = F->getParent()->getStackFrame())
    Add(F->getDecl());
}

/// How Witness::Function names \p FD.
static std::string witnessName(const FunctionDecl *FD) {
  std::string Name = functionKey(FD);
  const SourceManager &SM = FD->getASTContext().getSourceManager();
  if (FD->isExternallyVisible())
    return Name;
  OptionalFileEntryRef File = SM.getFileEntryRefForID(SM.getMainFileID());
  return File ? Name + " in " + File->getName().str() : Name;
}

void ModelChecker::tellCallees(CalleeEvidence &E) const {
  E.Refutable = Run.Refutable;
  E.Name = witnessName(Function);
  std::set<Witness> Found;
  for (const FunctionDecl *FD : Run.ReleasedFor)
    Found.insert({witnessName(FD)});
  llvm::DenseSet<const FunctionDecl *> PassedOn;
  for (const Exit &Out : Run.Exits)
    for (const Hold &H : state::holds(Out.Node->getState()))
      noteAcquirers(H, Out.Node->getStackFrame(), PassedOn);
  for (const FunctionDecl *FD : PassedOn)
    Found.insert({witnessName(FD), Run.MayHold ? "" : E.Name});
  E.Witnesses.assign(Found.begin(), Found.end());
}

/// Keeps for the judgement of all paths what this release met.
void ModelChecker::noteRelease(ProgramStateRef S, CallSite &Site,
                               const model::Effect &E,
                               const ReleaseResult &Released) const {
  using Kind = ReleaseResult::Kind;
  const MemRegion *Lock = lockOf(S, Site, E);
  const MemRegion *Held = Released.Released.Lock;
  Run.ReleasesSeen.insert(Site.Expr);
  if (Released.K == Kind::Matched) {
    Run.MatchedReleases.insert({Site.Expr, AccessPath::of(Held, S).hash()});
    const StackFrameContext *F = Released.Released.Frame->getStackFrame();
    const StackFrameContext *Common = Site.C.getStackFrame();
    while (Common != F && !Common->isParentOf(F))
      Common = Common->getParent()->getStackFrame();
    Run.AcquiredIn.insert({Site.Expr, Common->getDecl()});
    noteAcquirers(Released.Released, Common, Run.ReleasedFor);
    for (; !F->inTopFrame(); F = F->getParent()->getStackFrame())
      if (auto It = Run.Calls.find(F); It != Run.Calls.end())
        It->second.Releases.insert(Site.Expr);
  }
  if (!Lock)
    return;
  AccessPath Path = AccessPath::of(Lock, S);
  bool IsSame = Released.K == Kind::Matched &&
                (Held == Lock || AccessPath::of(Held, S) == Path);
  // Of a lock that some call may have released no more is known than that.
  if (Path.enumerator() && !IsSame && !state::history(S, Lock).Unknown)
    Run.EnumeratedReleases.insert(Path.enumerationHash());
  if (Released.K != Kind::FromEntry)
    return;
  static const SimpleProgramPointTag Tag("FltCheck", "Entry release");
  if (ExplodedNode *N = Site.C.generateErrorNode(S, &Tag))
    Run.EntryReleases.push_back(
        {N, Site.Expr, Lock, Locks->describe(S, Lock, E, Site.Expr),
         Locks->mayBeHeld(S, Lock, E) || state::acquiredUnseen(S) ||
             state::history(S, Lock).Unknown,
         E.OwnerArgument.has_value() || Locks->outlasts(E)});
}

/// The call that entered the frame \p F, made in \p S.
InlinedCall &ModelChecker::callOf(const StackFrameContext *F,
                                  ProgramStateRef S) const {
  InlinedCall &Call = Run.Calls[F];
  if (!Call.Function) {
    Call.Function = dyn_cast<FunctionDecl>(F->getDecl());
    if (Call.Function)
      for (const ParmVarDecl *P : Call.Function->parameters())
        Call.Params.push_back(S->getSVal(S->getLValue(P, F)).getAsSymbol());
  }
  return Call;
}

/// Keeps in mind which followed calls acquire something, and that the path
/// takes a lock again that it had released for its caller, as who waits for
/// something does.
void ModelChecker::noteAcquire(ProgramStateRef S, const CallSite &Site,
                               const model::Effect &E) const {
  for (const StackFrameContext *F = Site.C.getStackFrame(); !F->inTopFrame();
       F = F->getParent()->getStackFrame())
    callOf(F, S).Acquires = true;
  const MemRegion *Lock = lockOf(S, Site, E);
  if (!Lock)
    return;
  AccessPath Path = AccessPath::of(Lock, S);
  for (const auto &[Other, History] : state::histories(S))
    if (History.EntryReleases && History.LastRelease &&
        (Other == Lock || AccessPath::of(Other, S) == Path))
      Run.Retaken.insert(History.LastRelease);
}

/// A followed call returns that may acquire something on some path.
void ModelChecker::noteInlinedEnd(const ReturnStmt *Return,
                                  CheckerContext &C) const {
  const auto *FD = dyn_cast<FunctionDecl>(C.getStackFrame()->getDecl());
  if (!FD || !reachesModelled(FD) || seh::isUnwinding(C.getState()))
    return;
  InlinedCall &Call = callOf(C.getStackFrame(), C.getState());
  Exit E;
  if (Return && Return->getRetValue())
    E.Returned = C.getSVal(Return->getRetValue());
  E.Class = ExitRules::classify(C.getState(), E.Returned, FD->getReturnType());
  static const SimpleProgramPointTag Tag("FltCheck", "Inlined exit");
  E.Node = C.addTransition(C.getState(), &Tag);
  if (E.Node)
    Call.Exits.push_back(E);
}
