//===-- engine/ModelPlaces.cpp - where a function does what it does -------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A row says what a function does to its callers in other files; for those who
// read their findings this keeps where.
//
//===----------------------------------------------------------------------===//
#include "engine/ModelChecker.h"
#include "engine/PathSteps.h"
#include "syntax/FunctionKey.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"

using namespace clang;
using namespace flt;
using model::Effect;
using model::EffectKind;
using Outcome = model::Condition::Outcome;

static StringRef verbOf(EffectKind Kind) {
  switch (Kind) {
  case EffectKind::Acquire:
    return AcquireVerb;
  case EffectKind::Give:
    return GiveVerb;
  case EffectKind::Release:
  case EffectKind::Take:
    return BackVerb;
  case EffectKind::Enter:
    return EnterVerb;
  case EffectKind::Leave:
    return LeaveVerb;
  default:
    return "";
  }
}

static StringRef inWords(const model::Condition &When) {
  if (When.Out)
    return "";
  switch (When.When) {
  case Outcome::Success:
    return "succeeds";
  case Outcome::Failure:
    return "fails";
  case Outcome::True:
    return "returns TRUE";
  case Outcome::False:
    return "returns FALSE";
  case Outcome::NonNull:
    return "does not return NULL";
  case Outcome::Null:
    return "returns NULL";
  case Outcome::Always:
  case Outcome::Status:
    return "";
  }
  return "";
}

/// For which outcome of the function that \p Row describes its callers see
/// \p Verb; empty if for all, or for several.
static StringRef outcomeOf(const model::Routine &Row, StringRef Verb) {
  StringRef Words;
  for (const Effect &E : Row.Effects) {
    if (verbOf(E.Kind) != Verb)
      continue;
    StringRef Own = inWords(E.When);
    if (Own.empty() || (!Words.empty() && Words != Own))
      return "";
    Words = Own;
  }
  return Words;
}

void ModelChecker::noteEffects(const CallSite &Site) const {
  for (const Effect &E : Site.Routine.Effects)
    if (!verbOf(E.Kind).empty())
      Run.Sites.insert({E.Kind, Site.Expr});
}

void ModelChecker::tellPlaces(const model::Routine &Row) const {
  if (!Places)
    return;
  const SourceManager &SM = Function->getASTContext().getSourceManager();
  size_t First = Places->size();
  for (const auto &[Kind, Call] : Run.Sites) {
    StringRef Verb = verbOf(Kind);
    if (llvm::none_of(Row.Effects,
                      [&](const Effect &E) { return verbOf(E.Kind) == Verb; }))
      continue;
    EffectPlace P;
    P.Function = functionKey(Function);
    P.Does = Verb.str();
    P.When = outcomeOf(Row, Verb).str();
    if (const auto *E = dyn_cast<CallExpr>(Call))
      if (const FunctionDecl *FD = E->getDirectCallee();
          FD && FD->getIdentifier() && !FD->hasBody())
        P.Callee = functionKey(FD);
    P.Where = placeOf(Call->getBeginLoc(), SM);
    Places->push_back(std::move(P));
  }
  // Sites are in the order of their addresses.
  std::sort(Places->begin() + First, Places->end(),
            [](const EffectPlace &A, const EffectPlace &B) {
              return std::tie(A.Where.Line, A.Where.Column, A.Does) <
                     std::tie(B.Where.Line, B.Where.Column, B.Does);
            });
}
