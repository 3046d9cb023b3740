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
