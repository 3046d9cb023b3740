//===-- engine/ModelBodies.cpp - calls and the bodies of functions --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which row a call goes by, when the body counts instead, and what is known of
// a body that is not followed.
//
//===----------------------------------------------------------------------===//
#include "compat/Compat.h"
#include "engine/ModelChecker.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Whether the engine will not follow the body of \p FD from a call in \p C.
bool ModelChecker::isNotFollowed(const FunctionDecl *FD,
                                 CheckerContext &C) const {
  const FunctionDecl *Definition = nullptr;
  if (FD->isImplicit() || !FD->hasBody(Definition))
    return false;
  // It did, and gave up in a loop.
  if (C.getState()->get<ReplayWithoutInlining>())
    return true;
  auto [It, IsNew] = TooLarge.try_emplace(Definition, false);
  if (IsNew) {
    AnalysisDeclContextManager *Contexts =
        C.getLocationContext()->getAnalysisDeclContext()->getManager();
    const CFG *Graph = Contexts->getContext(Definition)->getCFG();
    It->second = Graph && Graph->getNumBlockIDs() > InlinableSize;
  }
  return It->second;
}

const model::Routine *ModelChecker::routineOf(const CallEvent &Call,
                                              CheckerContext &C) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (FD) {
    const model::Routine *Routine = M->lookup(FD);
    return Routine || !isNotFollowed(FD, C) ? Routine : M->derived(FD);
  }
  // Through a pointer.
  const auto *CE = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  if (!CE || Call.getDecl() || CE->getDirectCallee())
    return nullptr;
  if (!Dynamic)
    Dynamic.emplace(
        Call.getLocationContext()->getAnalysisDeclContext()->getASTContext(),
        *M);
  return Dynamic->lookup(CE);
}

/// Evaluates a call of a function of the file as if it could not be seen
/// through, where its body would only cost paths.
bool ModelChecker::skipBody(const CallEvent &Call, CheckerContext &C) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  const Expr *E = Call.getOriginExpr();
  if (!WorthInlining || !FD || !E || !isa<SimpleFunctionCall>(Call) ||
      FD->getBuiltinID() || FD->isImplicit() || !FD->hasBody(FD) ||
      WorthInlining(FD))
    return false;
  // What it does to a reference must be seen.
  ProgramStateRef S = C.getState();
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    if (SymbolRef Sym = Call.getArgSVal(I).getAsLocSymbol())
      if (const Reference *Ref = state::reference(S, Sym); Ref && Ref->isOwed())
        return false;
  S = Call.invalidateRegions(C.blockCount(), S);
  QualType T = Call.getResultType();
  if (!T->isVoidType())
    S = S->BindExpr(E, C.getLocationContext(),
                    compat::conjure(C, Call, T, nullptr));
  C.addTransition(S);
  return true;
}

bool ModelChecker::mayTouch(const FunctionDecl *FD) const {
  if (!Relevant)
    Relevant = &OwnRelevance.emplace(FD->getASTContext(), *M);
  return Relevant->mayTouch(FD);
}

/// Whether the body of \p FD, which is in sight, has nothing to do with locks,
/// whatever its name may suggest.
bool ModelChecker::leavesLocksAlone(const FunctionDecl *FD) const {
  const FunctionDecl *Definition = nullptr;
  return FD && FD->hasBody(Definition) && !mayTouch(FD) &&
         Kept->summarize(Definition);
}
