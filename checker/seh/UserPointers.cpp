//===-- seh/UserPointers.cpp - which pointers are the user's --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/UserPointers.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace flt;
using namespace flt::seh;

/// Fields of IRP, IO_STACK_LOCATION and FLT_PARAMETERS that hold what user mode
/// passed. Below "Neither", every pointer does.
static bool isUserField(const MemberExpr *E) {
  const IdentifierInfo *Id = E->getMemberDecl()->getIdentifier();
  if (!Id || !E->getType()->isPointerType())
    return false;
  StringRef Name = Id->getName();
  if (Name == "UserBuffer" || Name == "Type3InputBuffer" ||
      Name == "ReadBuffer" || Name == "WriteBuffer" ||
      Name == "DirectoryBuffer" || Name == "SecurityBuffer" ||
      Name == "EaBuffer")
    return true;
  const auto *Parent =
      dyn_cast<MemberExpr>(E->getBase()->IgnoreParenImpCasts());
  const IdentifierInfo *ParentId =
      Parent ? Parent->getMemberDecl()->getIdentifier() : nullptr;
  return ParentId && ParentId->getName() == "Neither";
}

std::string UserPointers::path(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return "v" + std::to_string(reinterpret_cast<uintptr_t>(
                     Ref->getDecl()->getCanonicalDecl()));
  if (const auto *M = dyn_cast<MemberExpr>(E)) {
    std::string Base = path(M->getBase());
    return Base.empty() ? Base
                        : Base + (M->isArrow() ? "->" : ".") +
                              M->getMemberDecl()->getNameAsString();
  }
  return "";
}

bool UserPointers::isUserMemory(const Expr *E) const {
  E = E->IgnoreParens();
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return U->getOpcode() == UO_Deref && isUserPointer(U->getSubExpr());
  if (const auto *M = dyn_cast<MemberExpr>(E))
    return M->isArrow() ? isUserPointer(M->getBase())
                        : isUserMemory(M->getBase());
  if (const auto *A = dyn_cast<ArraySubscriptExpr>(E)) {
    const Expr *Base = A->getBase()->IgnoreParens();
    if (const auto *Decay = dyn_cast<ImplicitCastExpr>(Base);
        Decay && Decay->getCastKind() == CK_ArrayToPointerDecay)
      return isUserMemory(Decay->getSubExpr());
    return isUserPointer(Base);
  }
  if (const auto *C = dyn_cast<CastExpr>(E))
    return C->isGLValue() && isUserMemory(C->getSubExpr());
  return false;
}

bool UserPointers::isUserPointer(const Expr *E) const {
  E = E->IgnoreParens();
  if (const auto *C = dyn_cast<CastExpr>(E)) {
    const Expr *Sub = C->getSubExpr();
    if (C->getCastKind() == CK_ArrayToPointerDecay)
      return isUserMemory(Sub);
    if (C->getCastKind() == CK_LValueToRValue && isUserMemory(Sub))
      return Sub->getType()->isPointerType();
    return isUserPointer(Sub);
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    return V && Variables.contains(V->getCanonicalDecl());
  }
  if (const auto *M = dyn_cast<MemberExpr>(E)) {
    if (isUserField(M))
      return true;
    if (Paths.empty())
      return false;
    std::string Path = path(M);
    return !Path.empty() && Paths.contains(Path);
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E)) {
    if (U->getOpcode() == UO_AddrOf)
      return isUserMemory(U->getSubExpr());
    return U->isIncrementDecrementOp() && isUserPointer(U->getSubExpr());
  }
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->getOpcode() == BO_Comma || B->isAssignmentOp())
      return isUserPointer(B->getOpcode() == BO_Comma ? B->getRHS()
                                                      : B->getLHS());
    if (!B->isAdditiveOp())
      return false;
    // Also in integers: (ULONG_PTR)Buffer + Offset.
    return isUserPointer(B->getLHS()) ||
           (B->getOpcode() == BO_Add && isUserPointer(B->getRHS()));
  }
  if (const auto *C = dyn_cast<AbstractConditionalOperator>(E))
    return isUserPointer(C->getTrueExpr()) || isUserPointer(C->getFalseExpr());
  return false;
}

bool UserPointers::isAccess(const Expr *E) const {
  // A member of what is in user memory counts at the outermost dereference.
  if (const auto *M = dyn_cast<MemberExpr>(E))
    return M->isArrow() && isUserPointer(M->getBase());
  return isa<UnaryOperator, ArraySubscriptExpr>(E) && isUserMemory(E);
}

namespace flt::seh {

/// Collects who is assigned from whom, and what is probed.
class FactVisitor : public RecursiveASTVisitor<FactVisitor> {
public:
  FactVisitor(ASTContext &Ctx, const model::Model &M, UserPointers &Result)
      : SM(Ctx.getSourceManager()), M(M), Result(Result) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    // System headers are large and handle no user memory.
    if (D && isa<FunctionDecl, RecordDecl, TypedefNameDecl, EnumDecl>(D) &&
        SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())))
      return true;
    // Expressions of a template may have no type yet; its instantiations do.
    if (const auto *Context = dyn_cast_or_null<DeclContext>(D);
        Context && Context->isDependentContext())
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }
  bool VisitVarDecl(VarDecl *V) {
    if (const Expr *Init = V->getInit(); Init && !isa<ParmVarDecl>(V))
      assigned(V, Init);
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *B) {
    if (B->getOpcode() != BO_Assign)
      return true;
    if (const auto *Ref =
            dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParenCasts()))
      if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        assigned(V, B->getRHS());
    return true;
  }
  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *FD = Call->getDirectCallee();
    if (!FD)
      return true;
    if (const model::Routine *R = M.lookup(FD)) {
      for (unsigned I : R->UserPointers)
        if (I < Call->getNumArgs())
          probed(Call->getArg(I));
      return true;
    }
    const FunctionDecl *Definition = nullptr;
    if (FD->hasBody(Definition) && !isa<CXXOperatorCallExpr>(Call))
      for (unsigned I = 0;
           I < Definition->getNumParams() && I < Call->getNumArgs(); ++I)
        assigned(Definition->getParamDecl(I), Call->getArg(I));
    return true;
  }

private:
  void assigned(const VarDecl *To, const Expr *From) {
    if (To->getType()->isPointerType() && From->getType()->isPointerType())
      Result.Assignments.push_back({To->getCanonicalDecl(), From});
  }
  void probed(const Expr *E) {
    E = E->IgnoreParenCasts();
    if (const auto *B = dyn_cast<BinaryOperator>(E); B && B->isAdditiveOp())
      return probed(B->getLHS());
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
          V && V->getType()->isPointerType())
        Result.Variables.insert(V->getCanonicalDecl());
    } else if (isa<MemberExpr>(E)) {
      if (std::string Path = UserPointers::path(E); !Path.empty())
        Result.Paths.insert(Path);
    }
  }

  const SourceManager &SM;
  const model::Model &M;
  UserPointers &Result;
};

} // namespace flt::seh

UserPointers::UserPointers(ASTContext &Ctx, const model::Model &M) {
  FactVisitor Visitor(Ctx, M, *this);
  Visitor.TraverseDecl(Ctx.getTranslationUnitDecl());
  propagate();
}

void UserPointers::propagate() {
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (const auto &[To, From] : Assignments)
      if (!Variables.contains(To) && isUserPointer(From))
        Changed |= Variables.insert(To).second;
  }
}
