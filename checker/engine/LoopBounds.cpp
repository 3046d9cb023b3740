//===-- engine/LoopBounds.cpp - loops with many rounds --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/LoopBounds.h"
#include "compat/Compat.h"
#include "path/Invented.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

namespace {

/// Whether both name the same variable or member.
bool isSame(const Expr *A, const Expr *B, ASTContext &Ctx) {
  llvm::FoldingSetNodeID X, Y;
  A->IgnoreParenCasts()->Profile(X, Ctx, /*Canonical=*/true);
  B->IgnoreParenCasts()->Profile(Y, Ctx, /*Canonical=*/true);
  return X == Y;
}

std::optional<std::int64_t> asInt64(const llvm::APSInt &Int) {
  if (Int.isUnsigned() ? Int.getActiveBits() > 63
                       : Int.getSignificantBits() > 64)
    return std::nullopt;
  return Int.getExtValue();
}

/// Finds what a counter is compared with, and with that the last value that it
/// has before it is counted on for the last time.
class BoundFinder : public RecursiveASTVisitor<BoundFinder> {
public:
  BoundFinder(const Expr *Counter, bool Up, CheckerContext &C)
      : Counter(Counter), Up(Up), C(C) {}

  bool VisitBinaryOperator(BinaryOperator *E) {
    if (!E->isComparisonOp())
      return true;
    if (!compare(E->getLHS(), E->getOpcode(), E->getRHS()))
      compare(E->getRHS(), BinaryOperator::reverseComparisonOp(E->getOpcode()),
              E->getLHS());
    return true;
  }
  // "while (Tries--)", "do ... while (--Tries)", "for (...; Tries; ...)": it
  // ends at zero.
  bool VisitForStmt(ForStmt *S) { return condition(S->getCond()); }
  bool VisitWhileStmt(WhileStmt *S) { return condition(S->getCond()); }
  bool VisitDoStmt(DoStmt *S) { return condition(S->getCond()); }
  bool VisitIfStmt(IfStmt *S) { return condition(S->getCond()); }

  std::optional<std::int64_t> Last;

private:
  /// "I" and "++I" are the new value, "I++" is the old one.
  bool isCounter(const Expr *E, bool &Old) const {
    E = E->IgnoreParenCasts();
    Old = false;
    if (const auto *U = dyn_cast<UnaryOperator>(E))
      if (U->isIncrementDecrementOp()) {
        Old = U->isPostfix();
        E = U->getSubExpr();
      }
    return isSame(E, Counter, C.getASTContext());
  }

  std::optional<std::int64_t> valueOf(const Expr *E) const {
    Expr::EvalResult Result;
    if (!E->isValueDependent() && E->EvaluateAsInt(Result, C.getASTContext()))
      return asInt64(Result.Val.getInt());
    const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts());
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Var || !Var->getType()->isIntegralOrEnumerationType())
      return std::nullopt;
    ProgramStateRef S = C.getState();
    SVal Place = S->getLValue(Var, C.getLocationContext());
    const llvm::APSInt *Known = S->getSVal(Place.castAs<Loc>()).getAsInteger();
    return Known ? asInt64(*Known) : std::nullopt;
  }

  bool compare(const Expr *Side, BinaryOperatorKind Op, const Expr *Other) {
    bool Old;
    if (!isCounter(Side, Old))
      return false;
    if (std::optional<std::int64_t> Limit = valueOf(Other))
      note(*Limit, Op, Old);
    return true;
  }

  bool condition(const Expr *E) {
    bool Old;
    E = E ? E->IgnoreParenCasts() : nullptr;
    if (const auto *B = dyn_cast_or_null<BinaryOperator>(E);
        B && B->isLogicalOp())
      return condition(B->getLHS()) && condition(B->getRHS());
    if (const auto *U = dyn_cast_or_null<UnaryOperator>(E);
        U && U->getOpcode() == UO_LNot)
      return condition(U->getSubExpr());
    if (E && isCounter(E, Old))
      note(0, BO_NE, Old);
    return true;
  }

  /// Whichever outcome ends the loop: up to where does the comparison stay what
  /// it was in the first rounds?
  void note(std::int64_t Limit, BinaryOperatorKind Op, bool Old) {
    if (Limit > INT64_MAX / 2 || Limit < INT64_MIN / 2)
      return;
    bool Beyond = Up ? Op == BO_LE || Op == BO_GT : Op == BO_GE || Op == BO_LT;
    // The value compared is the counter's before or after it is counted on.
    std::int64_t Steps = (Beyond ? 1 : 0) + (Old ? 1 : 0) - 1;
    std::int64_t Value = Up ? Limit + Steps : Limit - Steps;
    if (!Last || (Up ? Value > *Last : Value < *Last))
      Last = Value;
  }

  const Expr *Counter;
  bool Up;
  CheckerContext &C;
};

/// The last value of \p Counter, by what it is compared with in the innermost
/// loop around \p E in which it is, or else in the whole function.
std::optional<std::int64_t> lastValue(const Expr *Counter, bool Up,
                                      const Stmt *E, CheckerContext &C) {
  const ParentMap &Parents = C.getLocationContext()->getParentMap();
  for (const Stmt *S = E; S; S = Parents.getParent(S)) {
    bool IsLoop = isa<ForStmt, WhileStmt, DoStmt>(S);
    if (!IsLoop && Parents.getParent(S))
      continue;
    BoundFinder Finder(Counter, Up, C);
    Finder.TraverseStmt(const_cast<Stmt *>(S));
    if (Finder.Last)
      return Finder.Last;
  }
  return std::nullopt;
}

/// Whether \p E is part of the condition of a loop.
bool isInCondition(const Stmt *E, CheckerContext &C) {
  const ParentMap &Parents = C.getLocationContext()->getParentMap();
  const Stmt *Part = E, *S = Parents.getParent(E);
  for (; S && isa<Expr>(S); S = Parents.getParent(S))
    Part = S;
  if (const auto *For = dyn_cast_or_null<ForStmt>(S))
    return For->getCond() == Part;
  return isa_and_nonnull<WhileStmt, DoStmt>(S);
}

/// What \p Counter, which is about to be counted on by \p Step, stands for from
/// here on, or nothing if it can be counted to the end.
std::optional<DefinedOrUnknownSVal>
skipRounds(const Expr *Counter, std::int64_t Step, const Stmt *E,
           unsigned Rounds, ProgramStateRef &S, CheckerContext &C) {
  unsigned Round = C.blockCount();
  QualType T = Counter->getType();
  if (Round < 2 || Round > Rounds || !Step ||
      !T->isIntegralOrEnumerationType() || T->isBooleanType())
    return std::nullopt;
  std::optional<Loc> Place = C.getSVal(Counter).getAs<Loc>();
  const llvm::APSInt *Known =
      Place ? S->getSVal(*Place, T).getAsInteger() : nullptr;
  std::optional<std::int64_t> Now = Known ? asInt64(*Known) : std::nullopt;
  if (!Now)
    return std::nullopt;
  std::optional<std::int64_t> Last = lastValue(Counter, Step > 0, E, C);
  // A counter in the condition is counted on once more than in the body.
  std::int64_t Left = Rounds - Round + isInCondition(E, C);
  if (!Last ||
      (Step > 0 ? *Last < *Now + Left * Step : *Last > *Now + Left * Step))
    return std::nullopt;

  DefinedOrUnknownSVal Some =
      compat::conjure(C, Counter, T, tagOf(Invented::Counter));
  ASTContext &Ctx = C.getASTContext();
  auto Bound = [&](std::int64_t V) {
    return llvm::APSInt(llvm::APSInt::get(V).extOrTrunc(Ctx.getIntWidth(T)),
                        /*isUnsigned=*/!T->isSignedIntegerOrEnumerationType());
  };
  llvm::APSInt Low = Bound(std::min(*Now, *Last));
  llvm::APSInt High = Bound(std::max(*Now, *Last));
  if (Low > High)
    return std::nullopt; // The type can't hold it.
  ProgramStateRef In = S->assumeInclusiveRange(Some, Low, High, true);
  if (!In)
    return std::nullopt;
  S = In->bindLoc(*Place, Some, C.getLocationContext());
  return Some;
}

} // namespace

void LoopBounds::checkPreStmt(const UnaryOperator *E, CheckerContext &C) const {
  if (!E->isIncrementDecrementOp())
    return;
  ProgramStateRef S = C.getState();
  if (skipRounds(E->getSubExpr(), E->isIncrementOp() ? 1 : -1, E, Rounds, S, C))
    C.addTransition(S);
}

void LoopBounds::checkPreStmt(const BinaryOperator *E,
                              CheckerContext &C) const {
  const Expr *Counted = E->getRHS()->IgnoreParenCasts();
  const Expr *Step = Counted;
  BinaryOperatorKind Op = E->getOpcode();
  const auto *Sum = dyn_cast<BinaryOperator>(Counted);
  if (Op == BO_Assign && Sum && Sum->isAdditiveOp() &&
      isSame(Sum->getLHS(), E->getLHS(), C.getASTContext())) {
    // "I = I + 1"
    Step = Sum->getRHS();
    Op = Sum->getOpcode();
  } else if (Op == BO_AddAssign || Op == BO_SubAssign) {
    Sum = nullptr;
    Op = Op == BO_AddAssign ? BO_Add : BO_Sub;
  } else {
    return;
  }
  Expr::EvalResult Result;
  if (Step->isValueDependent() ||
      !Step->EvaluateAsInt(Result, C.getASTContext()))
    return;
  std::optional<std::int64_t> By = asInt64(Result.Val.getInt());
  if (!By || *By > 1024 || *By < -1024)
    return;
  ProgramStateRef S = C.getState();
  auto Some =
      skipRounds(E->getLHS(), Op == BO_Add ? *By : -*By, E, Rounds, S, C);
  if (!Some)
    return;
  if (Sum) {
    // The sum has been computed already.
    SValBuilder &SVB = C.getSValBuilder();
    SVal New =
        SVB.evalBinOp(S, Op, *Some, SVB.makeIntVal(*By, E->getLHS()->getType()),
                      E->getLHS()->getType());
    S = S->BindExpr(E->getRHS(), C.getLocationContext(), New);
  }
  C.addTransition(S);
}
