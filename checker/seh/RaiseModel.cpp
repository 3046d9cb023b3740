//===-- seh/RaiseModel.cpp - what raises an exception ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/RaiseModel.h"
#include "seh/Shapes.h"
#include "seh/Suspects.h"

using namespace clang;
using namespace flt;
using namespace flt::seh;

static const FunctionDecl *definitionOf(const CallExpr *Call) {
  const FunctionDecl *FD = Call->getDirectCallee(), *Definition = nullptr;
  return FD && FD->hasBody(Definition) ? Definition : nullptr;
}

bool RaiseModel::hasUserArgument(const CallExpr *Call) const {
  for (const Expr *Arg : Call->arguments())
    if (Arg->getType()->isPointerType() && Users.isUserPointer(Arg))
      return true;
  return false;
}

bool RaiseModel::isUnknown(const CallExpr *Call) const {
  const FunctionDecl *FD = Call->getDirectCallee();
  return !FD || (!M.lookup(FD) && !FD->getBuiltinID() && !FD->isImplicit() &&
                 !FD->isNoReturn() && !definitionOf(Call));
}

Raises RaiseModel::ofCall(const CallExpr *Call) const {
  const FunctionDecl *FD = Call->getDirectCallee();
  if (Culprits.contains(Call))
    return Raises::May;
  if (!FD || Ignored.contains(Call))
    return Raises::Never;
  const FunctionDecl *Definition = definitionOf(Call);
  const model::Routine *R = M.lookup(FD);
  if (R && !(R->Derived && !TrustsDerived)) {
    if (R->Raises != Raises::Unknown)
      return R->Raises;
    // Copies and the like: they touch what they get.
    if (!Definition)
      return !R->isTracked() && !R->NoReturn && hasUserArgument(Call)
                 ? Raises::May
                 : Raises::Never;
  }
  if (Definition) {
    Raises R = ofFunction(Definition);
    // What never returns and may raise comes back no other way.
    return R == Raises::May && FD->isNoReturn() ? Raises::Always : R;
  }
  if (FD->isNoReturn())
    return calleeName(Call).contains("Raise") ? Raises::Always : Raises::Never;
  return hasUserArgument(Call) ? Raises::May : Raises::Never;
}

Raises RaiseModel::ofFunction(const FunctionDecl *FD) const {
  auto &Answers = IsTelling ? Told : Known;
  auto [It, IsNew] = Answers.try_emplace(FD->getCanonicalDecl(), Raises::Never);
  if (!IsNew)
    return It->second; // Also for a recursive call: it adds nothing.
  Raises R = ofStatement(FD->getBody());
  Answers[FD->getCanonicalDecl()] = R;
  return R;
}

Raises RaiseModel::toldOf(const FunctionDecl *FD) {
  IsTelling = true;
  Raises R = ofFunction(FD);
  IsTelling = false;
  return R;
}

/// Whether control may leave \p S other than at its end or by an exception.
static bool jumps(const Stmt *S) {
  if (!S || isForeign(S))
    return false;
  if (isa<ReturnStmt, GotoStmt, IndirectGotoStmt, LabelStmt, BreakStmt,
          ContinueStmt, SEHLeaveStmt>(S))
    return true;
  for (const Stmt *Child : S->children())
    if (jumps(Child))
      return true;
  return false;
}

static Raises either(Raises A, Raises B) {
  if (A == B)
    return A;
  return Raises::May; // One of the two raises, or may.
}

Raises RaiseModel::ofChildren(const Stmt *S) const {
  Raises R = Raises::Never;
  for (const Stmt *Child : evaluatedChildren(S))
    if (ofStatement(Child) != Raises::Never)
      R = Raises::May;
  return R;
}

Raises RaiseModel::ofStatement(const Stmt *S) const {
  if (!S || isForeign(S))
    return Raises::Never;
  if (const auto *Try = dyn_cast<SEHTryStmt>(S)) {
    Raises Body = ofStatement(Try->getTryBlock());
    if (const SEHFinallyStmt *Finally = Try->getFinallyHandler()) {
      Raises Handler = ofStatement(Finally->getBlock());
      return Handler == Raises::Always ? Handler
             : Body == Raises::Always  ? Body
             : Handler == Raises::May  ? Handler
                                       : Body;
    }
    const SEHExceptStmt *Except = Try->getExceptHandler();
    Raises Handler = ofStatement(Except->getBlock());
    if (Body == Raises::Never)
      return Handler == Raises::Never ? Raises::Never : Raises::May;
    if (catchesAll(Except, Ctx) || (IsTelling && !catchesNone(Except, Ctx)))
      return Body == Raises::Always ? Handler : either(Raises::Never, Handler);
    return Raises::May;
  }
  if (const auto *Block = dyn_cast<CompoundStmt>(S)) {
    bool May = false, Jumped = false;
    for (const Stmt *Child : Block->body()) {
      Raises R = ofStatement(Child);
      if (R == Raises::Always && !Jumped)
        return R;
      May |= R != Raises::Never;
      Jumped |= jumps(Child);
    }
    return May ? Raises::May : Raises::Never;
  }
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    Raises Condition = ofStatement(If->getCond());
    Raises Branches =
        either(ofStatement(If->getThen()), ofStatement(If->getElse()));
    if (Condition == Raises::Always || Branches == Raises::Always)
      return Raises::Always;
    return Condition == Raises::Never ? Branches : Raises::May;
  }
  if (const auto *Do = dyn_cast<DoStmt>(S)) {
    Raises Body = ofStatement(Do->getBody());
    if (Body == Raises::Always)
      return Body;
    return ofChildren(S);
  }
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    Raises R = ofCall(Call);
    return R == Raises::Never ? ofChildren(S) : R;
  }
  if (const auto *E = dyn_cast<Expr>(S); E && isUserAccess(E))
    return Raises::May;
  if (const auto *Cast = dyn_cast<CastExpr>(S);
      Cast && Cast->getCastKind() != CK_ArrayToPointerDecay)
    return ofStatement(Cast->getSubExpr());
  if (const auto *Paren = dyn_cast<ParenExpr>(S))
    return ofStatement(Paren->getSubExpr());
  return ofChildren(S);
}

//===----------------------------------------------------------------------===//
// Who has to hand exceptions on
//===----------------------------------------------------------------------===//

void RaiseModel::markCallees(const Stmt *S, bool Matters) {
  if (!S || isForeign(S))
    return;
  if (const auto *Try = dyn_cast<SEHTryStmt>(S)) {
    markCallees(Try->getTryBlock(), /*Matters=*/true);
    markCallees(Try->getHandler(), Matters);
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(S); Call && Matters)
    if (const FunctionDecl *Callee = definitionOf(Call);
        Callee && !M.lookup(Callee) && ofFunction(Callee) != Raises::Never &&
        Propagators.insert(Callee->getCanonicalDecl()).second)
      markCallees(Callee->getBody(), /*Matters=*/true);
  for (const Stmt *Child : S->children())
    markCallees(Child, Matters);
}

/// Much of a file system raises one way or another, but what cleans up calls
/// it where it can't.
void RaiseModel::ignoreDerived(const Stmt *S) {
  if (!S || isForeign(S))
    return;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    if (const model::Routine *R = M.lookup(Call->getDirectCallee());
        R && R->Derived)
      Ignored.insert(Call);
  for (const Stmt *Child : S->children())
    ignoreDerived(Child);
}

/// A handler around code of which nothing is known to raise: if there is just
/// one thing that could, that is what it was written for.
void RaiseModel::findSuspects(const Stmt *S) {
  if (!S || isForeign(S))
    return;
  for (const Stmt *Child : S->children())
    findSuspects(Child); // Inner ones first.
  const auto *Try = dyn_cast<SEHTryStmt>(S);
  if (Try && Try->getFinallyHandler())
    ignoreDerived(Try->getFinallyHandler());
  if (!Try || !Try->getExceptHandler() ||
      ofStatement(Try->getTryBlock()) != Raises::Never)
    return;
  auto IsUnknown = [this](const CallExpr *Call) { return isUnknown(Call); };
  Suspects Found(Ctx, IsUnknown);
  Found.collect(Try->getTryBlock());
  for (const Expr *E : Found.culprits())
    Culprits.insert(E);
  Known.clear();
}

bool RaiseModel::isPropagated(const CallExpr *Call) const {
  const FunctionDecl *FD = Call->getDirectCallee();
  const model::Routine *R = M.lookup(FD);
  return R ? !R->Derived : !definitionOf(Call) || isPropagator(FD);
}

void RaiseModel::askAhead(const Stmt *S) {
  if (!S || isForeign(S))
    return;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    if (const FunctionDecl *Callee = definitionOf(Call))
      ofFunction(Callee);
  for (const Stmt *Child : S->children())
    askAhead(Child);
}

void RaiseModel::findPropagators(ArrayRef<FunctionDecl *> Functions) {
  for (FunctionDecl *FD : Functions)
    findSuspects(FD->getBody());
  for (FunctionDecl *FD : Functions)
    markCallees(FD->getBody(), isPropagator(FD));
  Known.clear();
  TrustsDerived = true;
  for (FunctionDecl *FD : Functions)
    askAhead(FD->getBody());
}
