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
#include "syntax/LockTypes.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Whether the body of \p FD has more blocks than the engine follows.
bool ModelChecker::isTooLarge(const FunctionDecl *FD, CheckerContext &C) const {
  const FunctionDecl *Definition = nullptr;
  if (!FD->hasBody(Definition))
    return false;
  auto [It, IsNew] = TooLarge.try_emplace(Definition, false);
  if (IsNew) {
    AnalysisDeclContextManager *Contexts =
        C.getLocationContext()->getAnalysisDeclContext()->getManager();
    const CFG *Graph = Contexts->getContext(Definition)->getCFG();
    It->second = Graph && Graph->getNumBlockIDs() > InlinableSize;
  }
  return It->second;
}

/// Whether the engine follows calls of \p D whatever their depth.
bool ModelChecker::isTiny(const Decl *D, CheckerContext &C) const {
  auto [It, IsNew] = Tiny.try_emplace(D, false);
  if (IsNew) {
    AnalysisDeclContextManager *Contexts =
        C.getLocationContext()->getAnalysisDeclContext()->getManager();
    const CFG *Graph = Contexts->getContext(D)->getCFG();
    It->second =
        Graph && (Graph->isLinear() || Graph->getNumBlockIDs() <= TinySize);
  }
  return It->second;
}

/// Whether so many calls are being followed that the engine will follow none of
/// \p FD: it counts in the same way.
bool ModelChecker::isTooDeep(const FunctionDecl *FD, CheckerContext &C) const {
  const FunctionDecl *Definition = nullptr;
  if (C.inTopFrame() || !FD->hasBody(Definition))
    return false;
  unsigned Depth = 0;
  bool IsRecursive = false;
  for (const LocationContext *F = C.getStackFrame(); F; F = F->getParent()) {
    if (!isa<StackFrameContext>(F))
      continue;
    IsRecursive |= F->getDecl() == Definition;
    Depth += !isTiny(F->getDecl(), C);
  }
  return Depth >= InlinableDepth && (IsRecursive || !isTiny(Definition, C));
}

/// Whether the engine will not follow the body of \p FD from a call in \p C.
bool ModelChecker::isNotFollowed(const FunctionDecl *FD,
                                 CheckerContext &C) const {
  if (FD->isImplicit() || !FD->hasBody())
    return false;
  // It did, and gave up in a loop.
  return C.getState()->get<ReplayWithoutInlining>() || isTooLarge(FD, C) ||
         isTooDeep(FD, C);
}

const model::Routine *ModelChecker::routineOf(const CallEvent &Call,
                                              CheckerContext &C) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (FD) {
    const model::Routine *Routine = M->lookup(FD);
    if (Routine || !isNotFollowed(FD, C))
      return rowForDeclared(
          Routine, dyn_cast_or_null<CallExpr>(Call.getOriginExpr()), *M);
    if (const model::Routine *Derived = M->derived(FD))
      return Derived;
    auto Own = OwnRows.find(FD->getCanonicalDecl());
    return Own == OwnRows.end() ? nullptr : Own->second.get();
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

/// Whether \p FD, which is in sight, may do what only its paths tell.
bool ModelChecker::reachesModelled(const FunctionDecl *FD) const {
  if (!Relevant)
    Relevant = &OwnRelevance.emplace(FD->getASTContext(), *M);
  return Relevant->isRelevant(FD);
}

/// What the statements of \p Definition, which reaches no modelled routine,
/// tell.
const model::Routine *
ModelChecker::rowOfBody(const FunctionDecl *Definition) const {
  auto &Row = BodyRows[Definition];
  if (!Row)
    Row = std::make_unique<model::Routine>(Kept->summarize(Definition));
  return Row.get();
}
