//===-- engine/ModelCompletion.cpp - from pre- to post-operation ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What ModelChecker follows from a pre-operation callback into the
// post-operation callback that gets its CompletionContext.
//
//===----------------------------------------------------------------------===//
#include "compat/Compat.h"
#include "engine/ModelChecker.h"
#include "hints/Names.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

const OperationPairs &ModelChecker::operations(ASTContext &Ctx) const {
  if (!Operations)
    Operations.emplace(Ctx, *M);
  return *Operations;
}

/// What is wrong with leaving a context to the post-operation callbacks of the
/// function, a pre-operation callback; "" if one of them may release it.
std::string ModelChecker::lostCompletion(ASTContext &Ctx) const {
  std::string Why;
  for (const FunctionDecl *Post : operations(Ctx).postOperationsOf(Function)) {
    if (!Post) {
      Why = "no post-operation callback is registered";
      continue;
    }
    const FunctionDecl *Definition = nullptr;
    std::optional<model::Routine> Row;
    if (Post->hasBody(Definition) && isPostOperation(Definition))
      Row = Kept->summarize(Definition);
    // What keeps its CompletionContext may release it.
    if (!Row || llvm::any_of(Row->Effects, [](const model::Effect &E) {
          return E.Object.Argument == 2;
        }))
      return "";
    Why = "'" + Post->getNameAsString() + "' does not release it";
  }
  return Why;
}

/// Whether the pre-operation callback that was just followed leaves a context
/// for the post-operation callback whenever that is called.
bool ModelChecker::alwaysLeavesContext() const {
  bool Leaves = false;
  for (const Exit &E : Run.Exits) {
    ProgramStateRef S = E.Node->getState();
    if (state::isDoubtful(S))
      continue;
    std::optional<bool> Left = References->leavesContext(S, E.Returned);
    if (Left && !*Left)
      return false;
    Leaves |= Left.has_value();
  }
  return Leaves;
}

/// Whether all pre-operation callbacks of the function, a post-operation
/// callback, were followed before and leave a context for it.
bool ModelChecker::alwaysGetsContext(ASTContext &Ctx) const {
  auto Pres = operations(Ctx).preOperationsOf(Function);
  return !Pres.empty() && llvm::all_of(Pres, [&](const FunctionDecl *Pre) {
    return LeavesContext.contains(Pre);
  });
}

/// Follows the contexts in the structure that a post-operation callback gets.
ProgramStateRef ModelChecker::watchCompletionMembers(ProgramStateRef S,
                                                     CheckerContext &C) const {
  const SymbolicRegion *Structure =
      C.getSValBuilder().getRegionManager().getSymbolicRegion(Run.Completion);
  for (const FieldDecl *F : operations(C.getASTContext()).owedBy(Function)) {
    QualType T = C.getASTContext().getPointerType(
        compat::recordType(C.getASTContext(), F->getParent()));
    auto Typed = C.getStoreManager().castRegion(Structure, T);
    if (!Typed)
      continue;
    SVal Place = S->getLValue(F, loc::MemRegionVal(*Typed));
    SymbolRef Value = S->getSVal(Place.castAs<Loc>()).getAsLocSymbol();
    if (!Value)
      continue;
    Run.CompletionMembers.push_back({F, Place.getAsRegion(), Value});
    S = References->watch(
        S, Value, /*Lent=*/false,
        M->referenceFamily(operations(C.getASTContext()).kindOf(F)));
  }
  return S;
}

std::optional<unsigned> flt::freedArgument(const CallEvent &Call,
                                           const model::Routine *Routine) {
  if (isa<CXXDeallocatorCall>(Call))
    return 0;
  return Routine ? Routine->FreedArgument : std::nullopt;
}

/// A post-operation callback frees the structure that it was given: what that
/// had is lost if it was neither released nor passed on.
void ModelChecker::checkFree(const CallEvent &Call,
                             const model::Routine *Routine,
                             CheckerContext &C) const {
  if (Run.CompletionMembers.empty())
    return;
  ProgramStateRef S = C.getState();
  std::optional<unsigned> I = freedArgument(Call, Routine);
  const Expr *Argument =
      I && *I < Call.getNumArgs() ? Call.getArgExpr(*I) : nullptr;
  if (!Argument || Call.getArgSVal(*I).getAsLocSymbol(true) != Run.Completion)
    return;
  const Reference *Structure = state::reference(S, Run.Completion);
  if (!Structure || Structure->K != Reference::Kind::Borrowed ||
      state::isDoubtful(S))
    return; // Others could reach it, and release what was in it.
  QualType Pointee = Argument->IgnoreParenCasts()->getType()->getPointeeType();
  const RecordDecl *RD =
      Pointee.isNull() ? nullptr : Pointee->getAsRecordDecl();
  if (!RD)
    return;
  std::string Name = spelling(Argument->IgnoreParenCasts(), C.getASTContext());
  ExplodedNode *N = nullptr;
  for (const CompletionMember &M : Run.CompletionMembers) {
    const Reference *Ref = state::reference(S, M.Value);
    if (M.Field->getParent()->getCanonicalDecl() != RD->getCanonicalDecl() ||
        !Ref || Ref->K != Reference::Kind::Borrowed ||
        S->getSVal(M.Place).getAsLocSymbol() != M.Value ||
        S->getConstraintManager().isNull(S, M.Value).isConstrainedTrue())
      continue;
    if (!N && !(N = C.generateErrorNode(S)))
      return;
    R.reportAt(C.getBugReporter(), N,
               {ReferenceRules::isContext(*Ref) ? RuleId::ContextFreedAround
                                                : RuleId::ReferenceFreedAround,
                Ref->noun() + " '" + Name + "->" + M.Field->getNameAsString() +
                    "' is not released before '" + Name + "' is freed",
                nullptr,
                {M.Value},
                Argument->getSourceRange()});
  }
}
