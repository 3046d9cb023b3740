//===-- seh/Shapes.cpp - questions about statements -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/Shapes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace flt;

bool seh::isForeign(const Stmt *S) {
  return isa<LambdaExpr, BlockExpr, UnaryExprOrTypeTraitExpr>(S);
}

bool seh::isSubStatement(const Stmt *Parent, const Stmt *Child) {
  switch (Parent->getStmtClass()) {
  case Stmt::IfStmtClass: {
    const auto *If = cast<IfStmt>(Parent);
    return Child == If->getThen() || Child == If->getElse();
  }
  case Stmt::WhileStmtClass:
    return Child == cast<WhileStmt>(Parent)->getBody();
  case Stmt::DoStmtClass:
    return Child == cast<DoStmt>(Parent)->getBody();
  case Stmt::ForStmtClass:
    return Child == cast<ForStmt>(Parent)->getBody();
  case Stmt::CXXForRangeStmtClass:
    return Child == cast<CXXForRangeStmt>(Parent)->getBody();
  case Stmt::SwitchStmtClass:
    return Child == cast<SwitchStmt>(Parent)->getBody();
  case Stmt::CaseStmtClass:
    return Child == cast<CaseStmt>(Parent)->getSubStmt();
  case Stmt::DefaultStmtClass:
  case Stmt::LabelStmtClass:
  case Stmt::AttributedStmtClass:
  case Stmt::CompoundStmtClass:
  case Stmt::CXXTryStmtClass:
  case Stmt::CXXCatchStmtClass:
  case Stmt::SEHTryStmtClass:
  case Stmt::SEHFinallyStmtClass:
    return true;
  case Stmt::SEHExceptStmtClass:
    return Child == cast<SEHExceptStmt>(Parent)->getBlock();
  default:
    return false;
  }
}

/// "&X", and X where an array stands for the address of its first element.
static const Expr *addressed(const Stmt *S) {
  if (const auto *U = dyn_cast<UnaryOperator>(S))
    return U->getOpcode() == UO_AddrOf ? U->getSubExpr() : nullptr;
  if (const auto *C = dyn_cast<CastExpr>(S))
    return C->getCastKind() == CK_ArrayToPointerDecay ? C->getSubExpr()
                                                      : nullptr;
  return nullptr;
}

llvm::SmallVector<const Stmt *, 4> seh::evaluatedChildren(const Stmt *S) {
  llvm::SmallVector<const Stmt *, 4> Out;
  const Expr *L = addressed(S);
  if (!L) {
    for (const Stmt *Child : S->children())
      Out.push_back(Child);
    return Out;
  }
  while (true) {
    L = L->IgnoreParens();
    if (const auto *M = dyn_cast<MemberExpr>(L); M && !M->isArrow()) {
      L = M->getBase();
    } else if (const auto *A = dyn_cast<ArraySubscriptExpr>(L)) {
      Out.push_back(A->getIdx());
      const Expr *Base = addressed(A->getBase());
      if (!Base) {
        Out.push_back(A->getBase());
        return Out;
      }
      L = Base;
    } else if (const auto *U = dyn_cast<UnaryOperator>(L);
               U && U->getOpcode() == UO_Deref) {
      Out.push_back(U->getSubExpr());
      return Out;
    } else {
      Out.push_back(isa<MemberExpr>(L) ? cast<MemberExpr>(L)->getBase() : L);
      return Out;
    }
  }
}

llvm::StringRef seh::calleeName(const CallExpr *Call) {
  if (const FunctionDecl *FD = Call->getDirectCallee())
    if (const IdentifierInfo *Name = FD->getIdentifier())
      return Name->getName();
  return "";
}

bool seh::isAbnormalTermination(const Stmt *S) {
  const auto *Call = dyn_cast<CallExpr>(S);
  if (!Call)
    return false;
  StringRef Name = calleeName(Call);
  return Name == "_abnormal_termination" || Name == "__abnormal_termination" ||
         Name == "AbnormalTermination";
}

bool seh::isExceptionCode(const Stmt *S) {
  const auto *Call = dyn_cast<CallExpr>(S);
  if (!Call || Call->getNumArgs() != 0)
    return false;
  StringRef Name = calleeName(Call);
  return Name == "_exception_code" || Name == "__exception_code";
}

bool seh::isFinally(const Stmt *S) { return isa<SEHFinallyStmt>(S); }

bool seh::contains(const Stmt *S, bool (*Is)(const Stmt *)) {
  if (!S || isForeign(S))
    return false;
  if (Is(S))
    return true;
  for (const Stmt *Child : S->children())
    if (contains(Child, Is))
      return true;
  return false;
}

bool seh::makesObject(const Stmt *S) {
  const auto *DS = dyn_cast<DeclStmt>(S);
  if (!DS)
    return isa<CXXBindTemporaryExpr>(S);
  for (const Decl *D : DS->decls())
    if (const auto *V = dyn_cast<VarDecl>(D))
      if (V->needsDestruction(V->getASTContext()))
        return true;
  return false;
}

void seh::collectLabels(const Stmt *S, LabelSet &Out) {
  if (!S || isForeign(S))
    return;
  if (const auto *Label = dyn_cast<LabelStmt>(S))
    Out.insert(Label->getDecl());
  for (const Stmt *Child : S->children())
    collectLabels(Child, Out);
}

/// \returns what a filter always gives, if that is known.
static std::optional<llvm::APSInt> constantFilter(const SEHExceptStmt *Handler,
                                                  const ASTContext &Ctx) {
  const Expr *Filter = Handler->getFilterExpr();
  Expr::EvalResult R;
  if (Filter->isValueDependent() || !Filter->EvaluateAsInt(R, Ctx))
    return std::nullopt;
  return R.Val.getInt();
}

bool seh::catchesAll(const SEHExceptStmt *Handler, const ASTContext &Ctx) {
  auto Value = constantFilter(Handler, Ctx);
  return Value && Value->isStrictlyPositive();
}

bool seh::catchesNone(const SEHExceptStmt *Handler, const ASTContext &Ctx) {
  auto Value = constantFilter(Handler, Ctx);
  return Value && !Value->isStrictlyPositive();
}

/// Computed gotos and asm gotos are no obstacle: Clang accepts none that leaves
/// a __try or __finally. \p InTry: in a __try block; \p InFinally: in one that
/// has a __finally, so that a return has to wait for it.
static std::string whyNot(const Stmt *S, bool InTry, bool InFinally) {
  if (!S || seh::isForeign(S))
    return "";
  if (isa<CoroutineBodyStmt>(S))
    return "it is a coroutine";
  if (InTry && isa<CXXTryStmt>(S))
    return "it mixes __try with C++ exceptions";
  if (const auto *Return = dyn_cast<ReturnStmt>(S))
    if (const Expr *E = Return->getRetValue(); E && InFinally && E->isPRValue())
      if (const CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
          Class && Class->hasDefinition() && !Class->hasTrivialDestructor())
        return "a return inside a __try block gives an object with a "
               "destructor";
  const auto *Try = dyn_cast<SEHTryStmt>(S);
  for (const Stmt *Child : S->children()) {
    bool IsBlock = Try && Child == Try->getTryBlock();
    std::string Why =
        whyNot(Child, InTry || IsBlock,
               InFinally || (IsBlock && Try->getFinallyHandler()));
    if (!Why.empty())
      return Why;
  }
  return "";
}

std::string seh::whyNotLowerable(const Stmt *S) {
  return whyNot(S, false, false);
}
