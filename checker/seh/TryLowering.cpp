//===-- seh/TryLowering.cpp - lowers one __try statement ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "compat/Compat.h"
#include "seh/FunctionLowering.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace flt;
using namespace flt::seh;

/// How control leaves a __try block with a __finally.
struct FunctionLowering::FinallyExits {
  LabelDecl *Finally;
  bool FinallyUsed = false;
  VarDecl *Destination = nullptr; ///< Where to go after the handler.
  VarDecl *Abnormal = nullptr;    ///< What AbnormalTermination() says.
  LabelSet Inside;
  llvm::SmallVector<Stmt *, 4> Jumps; ///< The exit I + 1 goes on with Jumps[I].
};

/// A __try, or a call of a function that has one.
static bool mayHandleExceptions(const Stmt *S) {
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *FD = Call->getDirectCallee(), *Definition = nullptr;
    return FD && FD->hasBody(Definition) && Definition->usesSEHTry();
  }
  return isa<SEHTryStmt>(S);
}

/// Whether an exception that has been in a __finally may pass \p Try.
static bool passesOn(const SEHTryStmt *Try, const ASTContext &Ctx) {
  const SEHExceptStmt *Except = Try->getExceptHandler();
  return !Except ||
         (contains(Try->getTryBlock(), isFinally) && !catchesAll(Except, Ctx));
}

void FunctionLowering::lowerTry(Stmt *&Slot, SEHTryStmt *Try, Target *Outer) {
  ++Figures.Tries;
  SEHExceptStmt *Except = Try->getExceptHandler();
  Stmt *Handler = Try->getHandler();
  std::string Name = "__seh_raise" + std::to_string(++Counter);
  Target Mine;
  Mine.Label = Make.label(Handler->getBeginLoc(), Name);
  Mine.Outer = Outer;
  Mine.Except = Except;
  Mine.ObjectsAround = Objects.size();
  Mine.WantsMay = Except || wantsMay(Outer) || L.Opt.FinallyRaise;
  if (Except && OrderFilters)
    Mine.Early = makeEarlyFilter(Try);
  if (Mine.Early || (passesOn(Try, Ctx) && nextEarly(Outer)))
    Mine.Decided = Make.label(Handler->getBeginLoc(), Name + "_decided");
  auto Children = Try->child_begin();
  walk(*Children, &Mine);
  if (Except && !Mine.isUsed())
    makeReachable(Try, &Mine);
  auto Parts = Handler->child_begin();
  if (Except) {
    walkExpr(*Parts, Outer);
    ++Parts;
  }
  // An exception that is raised and handled meanwhile has another code.
  bool KeepCode = Mine.isUsed() && contains(*Parts, mayHandleExceptions);
  walk(*Parts, Outer);
  L.set(Slot, Except ? lowerExcept(Try, Mine, Outer)
                     : lowerFinally(Try, Mine, Outer, KeepCode));
}

/// Whether something in \p S is done by code of which nothing is known; of the
/// kit's own routines none is likely to be what a handler was written for.
static bool doesWork(const Stmt *S, const Lowering &L, const model::Model &M) {
  if (!S || isForeign(S))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *FD = Call->getDirectCallee();
    const model::Routine *Row = FD ? M.lookup(FD) : nullptr;
    if (!FD || (!FD->getBuiltinID() && !FD->isImplicit() && !L.helper(FD) &&
                (Row ? Row->Derived : !L.isInSystemHeader(FD->getFirstDecl()))))
      return true;
  }
  for (const Stmt *Child : S->children())
    if (doesWork(Child, L, M))
      return true;
  return false;
}

/// Nothing that is known to raise: somebody wrote the handler for a reason. It
/// is not the first statement, which prepares what the others need; it may be
/// the last that does some work.
void FunctionLowering::makeReachable(SEHTryStmt *Try, Target *T) {
  Stmt *&Slot = *Try->child_begin();
  auto *Block = cast<CompoundStmt>(Slot);
  llvm::SmallVector<Stmt *, 8> Body(Block->body_begin(), Block->body_end());
  size_t At = Body.empty() ? 0 : Body.size() - 1;
  for (size_t I = Body.size(); I-- > 0;)
    if (doesWork(Body[I], L, *L.M)) {
      At = I;
      break;
    }
  if (contains(Block, makesObject))
    At = 0; // No jump may pass by a destructor.
  SourceLocation Where = At ? Body[At]->getBeginLoc() : Block->getLBracLoc();
  Body.insert(Body.begin() + At, raisePoint(T, Where));
  L.set(Slot, Make.compound(Body, Block));
}

void FunctionLowering::replaceCalls(
    Stmt *&Slot, bool (*Is)(const Stmt *),
    llvm::function_ref<Expr *(SourceLocation)> With) {
  Stmt *S = Slot;
  if (!S || isForeign(S))
    return;
  if (Is(S)) {
    L.set(Slot, Make.convert(With(S->getBeginLoc()), cast<Expr>(S)->getType()));
    return;
  }
  for (Stmt *&Child : S->children())
    replaceCalls(Child, Is, With);
}

//===----------------------------------------------------------------------===//
// Ways out of a __try with a __finally
//===----------------------------------------------------------------------===//

/// { __seh_exit(How); dest = k; abnormal = 1; goto fin; } and, behind the
/// handler, if (dest == k) Jump
Stmt *FunctionLowering::exitThrough(FinallyExits &F, Stmt *Jump, Leaving How,
                                    SourceLocation Where,
                                    llvm::SmallVectorImpl<Stmt *> &Before) {
  ++Figures.Exits;
  F.Jumps.push_back(Jump);
  if (Continued.insert(Jump).second)
    Before.push_back(Make.call(L.decl(Helper::Exit),
                               {Make.integer(int(How), Where)}, Where));
  Before.push_back(
      Make.assign(F.Destination, Make.integer(F.Jumps.size(), Where), Where));
  if (F.Abnormal)
    Before.push_back(Make.assign(F.Abnormal, Make.integer(1, Where), Where));
  F.FinallyUsed = true;
  Before.push_back(synthesized(Make.gotoStmt(F.Finally, Where)));
  return Make.compound(Before, Where, Where);
}

/// \returns the return statement that goes behind the handler; its value is
/// evaluated in \p Before.
Stmt *FunctionLowering::keepReturnValue(ReturnStmt *Return,
                                        llvm::SmallVectorImpl<Stmt *> &Before) {
  Expr *E = Return->getRetValue();
  SourceLocation Where = Return->getReturnLoc();
  // A constant needs no keeping: the statement moves as it is.
  if (!E || (E->isPRValue() && !E->isValueDependent() &&
             E->isIntegerConstantExpr(Ctx)))
    return Return;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts()))
    if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
        V && ReturnValues.contains(V))
      return Return; // An inner __finally kept it already.
  if (E->getType()->isVoidType()) {
    Before.push_back(E);
    return Make.returnStmt(nullptr, Where);
  }
  QualType T = E->isGLValue() ? Ctx.getLValueReferenceType(E->getType())
                              : E->getType().getUnqualifiedType();
  VarDecl *V = Make.variable("return value", T, Where, E);
  ReturnValues.insert(V);
  Before.push_back(Make.declStmt(V, Where));
  return Make.returnStmt(
      E->isGLValue() ? Make.reference(V, Where) : Make.load(V, Where), Where);
}

void FunctionLowering::rewriteJumps(Stmt *&Slot, FinallyExits &F,
                                    bool BreakIsInside, bool ContinueIsInside) {
  Stmt *S = Slot;
  if (!S || isForeign(S))
    return;
  llvm::SmallVector<Stmt *, 4> Before;
  switch (S->getStmtClass()) {
  case Stmt::SEHLeaveStmtClass:
    F.FinallyUsed = true;
    L.set(Slot, Make.gotoStmt(F.Finally, S->getBeginLoc()));
    return;
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass: {
    bool IsBreak = isa<BreakStmt>(S);
    bool IsInside = IsBreak ? BreakIsInside : ContinueIsInside;
    if (const LabelDecl *Label = compat::loopLabel(S))
      IsInside = F.Inside.contains(Label);
    if (!IsInside)
      L.set(Slot,
            exitThrough(F, S, IsBreak ? Leaving::Break : Leaving::Continue,
                        S->getBeginLoc(), Before));
    return;
  }
  case Stmt::GotoStmtClass:
    if (!FilterJumps.contains(S) &&
        !F.Inside.contains(cast<GotoStmt>(S)->getLabel()))
      L.set(Slot, exitThrough(F, S, Leaving::Goto, S->getBeginLoc(), Before));
    return;
  case Stmt::ReturnStmtClass: {
    auto *Return = cast<ReturnStmt>(S);
    if (Return->getRetValue()) // A statement expression may jump, too.
      rewriteJumps(*S->child_begin(), F, BreakIsInside, ContinueIsInside);
    bool IsContinued = Continued.contains(S);
    Stmt *Jump = keepReturnValue(Return, Before);
    if (IsContinued)
      Continued.insert(Jump);
    L.set(Slot,
          exitThrough(F, Jump, Leaving::Return, S->getBeginLoc(), Before));
    return;
  }
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
  case Stmt::ForStmtClass:
  case Stmt::CXXForRangeStmtClass:
    BreakIsInside = ContinueIsInside = true;
    break;
  case Stmt::SwitchStmtClass:
    BreakIsInside = true;
    break;
  default:
    break;
  }
  for (Stmt *&Child : S->children())
    rewriteJumps(Child, F, BreakIsInside, ContinueIsInside);
}

Stmt *FunctionLowering::lowerFinally(SEHTryStmt *Try, Target &Mine,
                                     Target *Outer, bool KeepCode) {
  SEHFinallyStmt *Handler = Try->getFinallyHandler();
  SourceLocation Begin = Try->getTryLoc(), End = Try->getEndLoc();
  SourceLocation Where = Handler->getFinallyLoc();
  FinallyExits F;
  F.Finally = Make.label(Where, "__seh_finally" + std::to_string(++Counter));
  F.Destination =
      Make.variable("__seh_dest", Ctx.IntTy, Begin, Make.integer(0, Begin));
  collectLabels(Try->getTryBlock(), F.Inside);
  F.Inside.insert(Mine.Label);
  if (Mine.Decided)
    F.Inside.insert(Mine.Decided);
  Stmt *&FinallyBody = *Handler->child_begin();
  if (contains(FinallyBody, isAbnormalTermination)) {
    F.Abnormal = Make.variable("AbnormalTermination()", Ctx.IntTy, Begin,
                               Make.integer(0, Begin));
    replaceCalls(FinallyBody, isAbnormalTermination,
                 [&](SourceLocation At) { return Make.load(F.Abnormal, At); });
  }
  Stmt *&Body = *Try->child_begin();
  rewriteJumps(Body, F, false, false);

  llvm::SmallVector<Stmt *, 16> Out;
  if (!F.Jumps.empty() || Mine.isUsed())
    Out.push_back(Make.declStmt(F.Destination, Begin));
  if (F.Abnormal)
    Out.push_back(Make.declStmt(F.Abnormal, Begin));
  VarDecl *Code = nullptr;
  if (KeepCode) {
    Code = Make.variable("__seh_code", Ctx.LongTy, Begin,
                         Make.integer(0, Ctx.LongTy, Begin));
    Out.push_back(Make.declStmt(Code, Begin));
  }
  Out.push_back(Body);
  int RaiseExit = int(F.Jumps.size()) + 1;
  if (Mine.isUsed()) {
    F.FinallyUsed = true;
    Out.push_back(synthesized(Make.gotoStmt(F.Finally, Where)));
    Out.push_back(Make.labelStmt(Mine.Label, Where));
    if (Target *Except = nextEarly(Outer))
      runFilter(*Except->Early, Where, Out);
    if (Mine.Decided)
      Out.push_back(Make.labelStmt(Mine.Decided, Where));
    Out.push_back(
        Make.assign(F.Destination, Make.integer(RaiseExit, Where), Where));
    if (F.Abnormal)
      Out.push_back(Make.assign(F.Abnormal, Make.integer(1, Where), Where));
    if (KeepCode)
      Out.push_back(Make.assign(Code, callHelper(Helper::Code, Where), Where));
    Out.push_back(callHelper(Helper::EnterFinally, Where));
  }
  if (F.FinallyUsed)
    Out.push_back(Make.labelStmt(F.Finally, Where));
  Out.push_back(FinallyBody);
  auto GoOn = [&](int Exit, Stmt *Jump) {
    Out.push_back(dispatch(Make.compare(BO_EQ, Make.load(F.Destination, End),
                                        Make.integer(Exit, End), End),
                           Jump, End));
  };
  for (unsigned I = 0; I < F.Jumps.size(); ++I)
    GoOn(int(I) + 1, F.Jumps[I]);
  if (Mine.isUsed()) {
    Stmt *Jump = jumpTo(Outer, End, /*IsDecided=*/true);
    if (KeepCode) {
      Stmt *Restore[] = {
          Make.call(L.decl(Helper::SetCode), {Make.load(Code, End)}, End),
          Jump};
      Jump = Make.compound(Restore, End, End);
    }
    GoOn(RaiseExit, Jump);
  }
  return Make.compound(Out, Begin, End);
}
