//===-- diagnose/Callers.cpp - which caller is to blame -------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "diagnose/Callers.h"
#include "path/State.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

ExplodedNode *flt::callOf(ExplodedNode *N) {
  const StackFrameContext *F = N->getStackFrame();
  // A destructor that runs at the end of a scope is called by nobody.
  if (F->inTopFrame() || !isa_and_nonnull<CallExpr>(F->getCallSite()))
    return nullptr;
  const StackFrameContext *Caller = F->getParent()->getStackFrame();
  while (N && N->getStackFrame() != Caller)
    N = N->getFirstPred();
  return N;
}

const ExplodedNode *flt::callOf(const ExplodedNode *N) {
  return callOf(const_cast<ExplodedNode *>(N));
}

static bool releasesIn(const Stmt *S, bool UnderCondition,
                       const llvm::DenseSet<const Expr *> &Releases) {
  if (!S)
    return false;
  const auto *E = dyn_cast<Expr>(S);
  if (UnderCondition && E && Releases.contains(E))
    return true;
  bool Inside =
      UnderCondition || isa<IfStmt, SwitchStmt, AbstractConditionalOperator>(S);
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return releasesIn(Child, Inside, Releases);
  });
}

ExplodedNode *
flt::callToBlame(ExplodedNode *N, const llvm::DenseSet<const Expr *> &Releases,
                 llvm::function_ref<bool(const Decl *)> Acquires) {
  for (ExplodedNode *Call = N; Call; Call = callOf(Call)) {
    const Decl *In = Call->getStackFrame()->getDecl();
    if (Acquires(In))
      return Call;
    if (releasesIn(In->getBody(), /*UnderCondition=*/false, Releases))
      break;
  }
  return N;
}

static unsigned holdsOf(ProgramStateRef S, const MemRegion *Lock) {
  return llvm::count_if(state::holds(S),
                        [&](const Hold &H) { return H.Lock == Lock; });
}

ExplodedNode *flt::whereAsked(ExplodedNode *N, const MemRegion *Lock) {
  const LockHistory Now = state::history(N->getState(), Lock);
  unsigned Held = holdsOf(N->getState(), Lock);
  while (ExplodedNode *Call = callOf(N)) {
    ProgramStateRef Before = Call->getState();
    if (!(state::history(Before, Lock) == Now) || holdsOf(Before, Lock) != Held)
      break;
    N = Call;
  }
  return N;
}
