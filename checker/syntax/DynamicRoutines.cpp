//===-- syntax/DynamicRoutines.cpp - routines got at run time -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/DynamicRoutines.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace flt;

/// The variable or member that \p E names, through casts, '*' and '&'.
static const ValueDecl *declOf(const Expr *E) {
  while (E) {
    E = E->IgnoreParenCasts();
    const auto *U = dyn_cast<UnaryOperator>(E);
    if (!U || (U->getOpcode() != UO_Deref && U->getOpcode() != UO_AddrOf))
      break;
    E = U->getSubExpr();
  }
  const ValueDecl *D = nullptr;
  if (const auto *Ref = dyn_cast_or_null<DeclRefExpr>(E))
    D = Ref->getDecl();
  else if (const auto *M = dyn_cast_or_null<MemberExpr>(E))
    D = M->getMemberDecl();
  return D ? cast<ValueDecl>(D->getCanonicalDecl()) : nullptr;
}

static std::string textOf(const StringLiteral *L) {
  std::string Text;
  for (unsigned I = 0; I < L->getLength(); ++I)
    Text += char(L->getCodeUnit(I));
  return Text;
}

/// "PFLT_SET_TRANSACTION_CONTEXT" and "pFltSetTransactionContext" alike.
static std::string plain(StringRef Name) {
  std::string Text;
  for (char C : Name)
    if (llvm::isAlnum(C))
      Text += llvm::toLower(C);
  return Text;
}

namespace {
class RequestVisitor : public RecursiveASTVisitor<RequestVisitor> {
public:
  RequestVisitor(const model::Model &M,
                 llvm::DenseMap<const ValueDecl *, std::string> &Asked)
      : M(M), Asked(Asked) {}

  bool VisitVarDecl(VarDecl *D) {
    if (D->hasInit())
      note(cast<VarDecl>(D->getCanonicalDecl()), D->getInit());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->getOpcode() == BO_Assign)
      note(declOf(E->getLHS()), E->getRHS());
    return true;
  }
  /// RtlInitUnicodeString(&Name, L"..."): the text of a string variable.
  bool VisitCallExpr(CallExpr *E) {
    if (E->getNumArgs() == 2)
      if (const auto *L =
              dyn_cast<StringLiteral>(E->getArg(1)->IgnoreParenCasts()))
        if (const ValueDecl *D = declOf(E->getArg(0)))
          Strings[D] = textOf(L);
    return true;
  }

private:
  /// The literal in \p E, or in what the variable that it names holds.
  std::string text(const Expr *E, unsigned Depth = 0) {
    E = E->IgnoreParenCasts();
    if (const auto *L = dyn_cast<StringLiteral>(E))
      return textOf(L);
    if (const auto *List = dyn_cast<InitListExpr>(E))
      for (const Expr *Part : List->inits())
        if (const auto *L = dyn_cast<StringLiteral>(Part->IgnoreParenCasts()))
          return textOf(L);
    const ValueDecl *D = declOf(E);
    if (!D || Depth > 2)
      return "";
    auto It = Strings.find(D);
    if (It != Strings.end())
      return It->second;
    const auto *V = dyn_cast<VarDecl>(D);
    const Expr *Init = V ? V->getAnyInitializer() : nullptr;
    return Init ? text(Init, Depth + 1) : "";
  }

  void note(const ValueDecl *Target, const Expr *Value) {
    const auto *Call = dyn_cast<CallExpr>(Value->IgnoreParenCasts());
    const FunctionDecl *FD = Call ? Call->getDirectCallee() : nullptr;
    const model::Routine *R = FD && Target ? M.lookup(FD) : nullptr;
    if (!R || !R->NameArgument || *R->NameArgument >= Call->getNumArgs())
      return;
    std::string Name = text(Call->getArg(*R->NameArgument));
    if (!Name.empty())
      Asked[Target] = Name;
  }

  const model::Model &M;
  llvm::DenseMap<const ValueDecl *, std::string> &Asked;
  llvm::DenseMap<const ValueDecl *, std::string> Strings;
};
} // namespace

DynamicRoutines::DynamicRoutines(ASTContext &Ctx, const model::Model &M)
    : M(M) {
  RequestVisitor(M, Asked).TraverseDecl(Ctx.getTranslationUnitDecl());
  for (const auto &R : M.routines())
    if (R->isTracked())
      ByPlainName[plain(R->Name)] = R->Name;
}

const model::Routine *DynamicRoutines::lookup(const CallExpr *Call) const {
  const ValueDecl *D = declOf(Call->getCallee());
  if (!D || isa<FunctionDecl>(D))
    return nullptr;
  auto It = Asked.find(D);
  if (It != Asked.end())
    return M.lookup(It->second, Call->getNumArgs());

  auto Named = [&](StringRef Name) -> const model::Routine * {
    std::string Plain = plain(Name);
    llvm::SmallVector<StringRef, 4> Forms{Plain};
    for (StringRef Prefix : {"p", "pfn", "g", "gp"})
      if (StringRef(Plain).starts_with(Prefix))
        Forms.push_back(StringRef(Plain).drop_front(Prefix.size()));
    for (StringRef Suffix : {"fun", "fn", "func", "function", "routine", "ptr"})
      if (StringRef(Plain).ends_with(Suffix))
        Forms.push_back(StringRef(Plain).drop_back(Suffix.size()));
    for (StringRef Form : Forms) {
      auto Known = ByPlainName.find(Form);
      if (Known != ByPlainName.end())
        if (auto *R = M.lookup(Known->second, Call->getNumArgs()))
          return R;
    }
    return nullptr;
  };
  if (const model::Routine *R = Named(D->getName()))
    return R;
  const auto *T = D->getType()->getAs<TypedefType>();
  return T ? Named(T->getDecl()->getName()) : nullptr;
}
