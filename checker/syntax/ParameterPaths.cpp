//===-- syntax/ParameterPaths.cpp - how parameters lead to it -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/ParameterPaths.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

using namespace clang;
using namespace flt;
using model::ObjectPath;
using Step = ObjectPath::Step;

static std::optional<ObjectPath> valueOf(const Expr *E, const FunctionDecl *FD);

/// The path to the lvalue \p E itself.
static std::optional<ObjectPath> placeOf(const Expr *E,
                                         const FunctionDecl *FD) {
  E = E->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    ObjectPath Path;
    if (const auto *P = dyn_cast<ParmVarDecl>(Ref->getDecl())) {
      if (P->getDeclContext() != FD || P->getType()->isReferenceType())
        return std::nullopt;
      Path.Argument = P->getFunctionScopeIndex();
      return Path;
    }
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    if (!V || !V->hasGlobalStorage() || !V->isExternallyVisible())
      return std::nullopt;
    Path.Base = ObjectPath::BaseKind::Global;
    Path.Global = V->getNameAsString();
    return Path;
  }
  if (const auto *M = dyn_cast<MemberExpr>(E)) {
    auto Path =
        M->isArrow() ? valueOf(M->getBase(), FD) : placeOf(M->getBase(), FD);
    if (!Path)
      return std::nullopt;
    if (M->isArrow()) {
      if (!Path->AddressOf)
        Path->Steps.push_back({Step::Kind::Deref, ""});
      Path->AddressOf = false;
    }
    if (M->getMemberDecl()->getDeclName())
      Path->Steps.push_back(
          {Step::Kind::Field, M->getMemberDecl()->getNameAsString()});
    return Path;
  }
  const auto *U = dyn_cast<UnaryOperator>(E);
  if (!U || U->getOpcode() != UO_Deref)
    return std::nullopt;
  auto Path = valueOf(U->getSubExpr(), FD);
  if (Path && !Path->AddressOf)
    Path->Steps.push_back({Step::Kind::Deref, ""});
  if (Path)
    Path->AddressOf = false;
  return Path;
}

static std::optional<ObjectPath> valueOf(const Expr *E,
                                         const FunctionDecl *FD) {
  E = E->IgnoreParenCasts();
  const auto *U = dyn_cast<UnaryOperator>(E);
  bool IsAddress = U && U->getOpcode() == UO_AddrOf;
  auto Path = placeOf(IsAddress ? U->getSubExpr() : E, FD);
  if (!Path || (!IsAddress && !E->getType()->isArrayType()))
    return Path;
  if (Path->Steps.empty()) {
    // The address of a parameter is no way to what its caller has.
    if (Path->Base != ObjectPath::BaseKind::Global)
      return std::nullopt;
    Path->AddressOf = true;
  } else if (Path->Steps.back().K == Step::Kind::Deref) {
    Path->Steps.pop_back();
  } else {
    Path->AddressOf = true;
  }
  return Path;
}

std::optional<ObjectPath> flt::parameterPath(const Expr *E,
                                             const FunctionDecl *FD) {
  return valueOf(E, FD);
}

ObjectPath flt::throughArgument(const ObjectPath &Argument,
                                const ObjectPath &Path) {
  ObjectPath Result = Argument;
  if (Path.Steps.empty())
    return Result;
  size_t First = 0;
  if (Argument.AddressOf && Path.Steps.front().K == Step::Kind::Deref)
    First = 1;
  Result.Steps.insert(Result.Steps.end(), Path.Steps.begin() + First,
                      Path.Steps.end());
  Result.AddressOf = Path.AddressOf;
  return Result;
}

std::string flt::memberName(const FieldDecl *F) {
  const RecordDecl *RD = F->getParent();
  const TypedefNameDecl *Alias = RD->getTypedefNameForAnonDecl();
  std::string Of = RD->getIdentifier() ? RD->getNameAsString()
                   : Alias             ? Alias->getNameAsString()
                                       : "";
  return Of.empty() ? F->getNameAsString() : Of + "." + F->getNameAsString();
}

std::string flt::memberBehind(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_AddrOf)
    E = U->getSubExpr()->IgnoreParenCasts();
  const auto *M = dyn_cast<MemberExpr>(E);
  const auto *F = M ? dyn_cast<FieldDecl>(M->getMemberDecl()) : nullptr;
  if (!F || !F->getIdentifier())
    return "";
  return memberName(F);
}
