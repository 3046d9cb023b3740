//===-- syntax/Callbacks.cpp - functions that the system calls ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/Callbacks.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using namespace flt;

const FunctionDecl *flt::functionIn(const Expr *E) {
  if (!E)
    return nullptr;
  E = E->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    if (U->getOpcode() == UO_AddrOf)
      E = U->getSubExpr()->IgnoreParenCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *FD = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
  return FD ? FD->getCanonicalDecl() : nullptr;
}

bool flt::isPreOperation(const FunctionDecl *FD) {
  return FD->getNumParams() == 3 && StringRef(FD->getReturnType().getAsString())
                                        .contains("FLT_PREOP_CALLBACK_STATUS");
}

bool flt::isPostOperation(const FunctionDecl *FD) {
  return FD->getNumParams() == 4 &&
         StringRef(FD->getReturnType().getAsString())
             .contains("FLT_POSTOP_CALLBACK_STATUS") &&
         FD->getParamDecl(2)->getType()->isVoidPointerType();
}

CallbackRole flt::roleByName(StringRef Name) {
  std::string Lower = Name.lower();
  if (StringRef(Lower).contains("acquire"))
    return CallbackRole::Acquires;
  if (StringRef(Lower).contains("release"))
    return CallbackRole::Releases;
  return CallbackRole::None;
}

static StringRef typedefName(QualType T) {
  const auto *TT = T->getAs<TypedefType>();
  return TT ? TT->getDecl()->getName() : StringRef();
}

/// The major functions of ntifs.h that stand for FsRtl's own callbacks.
static CallbackRole roleByMajor(std::int64_t Major) {
  switch (Major & 0xff) {
  case 0xff: // IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION
  case 0xfd: // IRP_MJ_ACQUIRE_FOR_MOD_WRITE
  case 0xfb: // IRP_MJ_ACQUIRE_FOR_CC_FLUSH
    return CallbackRole::Acquires;
  case 0xfe: // IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION
  case 0xfc: // IRP_MJ_RELEASE_FOR_MOD_WRITE
  case 0xfa: // IRP_MJ_RELEASE_FOR_CC_FLUSH
    return CallbackRole::Releases;
  default:
    return CallbackRole::EntryPoint;
  }
}

namespace {
class CallbackVisitor : public RecursiveASTVisitor<CallbackVisitor> {
public:
  CallbackVisitor(ASTContext &Ctx,
                  llvm::DenseMap<const FunctionDecl *, CallbackRole> &Roles)
      : Ctx(Ctx), Roles(Roles) {}

  // Initialisers as the compiler sees them: one for each member.
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitInitListExpr(InitListExpr *E) {
    const RecordDecl *RD =
        E->isSemanticForm() ? E->getType()->getAsRecordDecl() : nullptr;
    if (!RD || RD->isUnion() || !(RD = RD->getDefinition()))
      return true;
    std::optional<CallbackRole> Row;
    if (RD->getName() == "_FLT_OPERATION_REGISTRATION" && E->getNumInits())
      if (auto Major = E->getInit(0)->getIntegerConstantExpr(Ctx))
        Row = roleByMajor(Major->extOrTrunc(32).getSExtValue());
    unsigned I = 0;
    for (const FieldDecl *F : RD->fields()) {
      if (I == E->getNumInits())
        break;
      if (const FunctionDecl *FD = functionIn(E->getInit(I++)))
        add(FD, Row ? *Row : roleOfField(F));
    }
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->getOpcode() != BO_Assign)
      return true;
    if (const FunctionDecl *FD = functionIn(E->getRHS()))
      if (const auto *M = dyn_cast<MemberExpr>(E->getLHS()->IgnoreParens()))
        if (const auto *F = dyn_cast<FieldDecl>(M->getMemberDecl()))
          add(FD, roleOfField(F));
    return true;
  }

  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *Callee = E->getDirectCallee();
    for (unsigned I = 0; Callee && I < E->getNumArgs(); ++I)
      if (const FunctionDecl *FD = functionIn(E->getArg(I)))
        if (I < Callee->getNumParams())
          add(FD, roleByName(typedefName(Callee->getParamDecl(I)->getType())));
    return true;
  }

  /// FAST_IO_ACQUIRE_FILE MyAcquireFile;
  bool VisitFunctionDecl(FunctionDecl *FD) {
    if (const TypeSourceInfo *T = FD->getTypeSourceInfo())
      add(FD->getCanonicalDecl(), roleByName(typedefName(T->getType())));
    return true;
  }

private:
  static CallbackRole roleOfField(const FieldDecl *F) {
    CallbackRole Role = roleByName(F->getName());
    if (Role != CallbackRole::None)
      return Role;
    StringRef Record = F->getParent()->getName();
    return Record.starts_with("_FLT_") && Record.ends_with("REGISTRATION")
               ? CallbackRole::EntryPoint
               : CallbackRole::None;
  }

  /// A function that serves several tables gets the kinder role.
  void add(const FunctionDecl *FD, CallbackRole Role) {
    if (Role == CallbackRole::None)
      return;
    CallbackRole &Known = Roles[FD];
    if (Known == CallbackRole::None || Known == CallbackRole::EntryPoint)
      Known = Role;
  }

  ASTContext &Ctx;
  llvm::DenseMap<const FunctionDecl *, CallbackRole> &Roles;
};
} // namespace

Callbacks::Callbacks(ASTContext &Ctx) {
  CallbackVisitor(Ctx, Roles).TraverseDecl(Ctx.getTranslationUnitDecl());
}

CallbackRole Callbacks::roleOf(const FunctionDecl *FD) const {
  return Roles.lookup(FD->getCanonicalDecl());
}
