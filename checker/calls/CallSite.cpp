//===-- calls/CallSite.cpp - a call of a modelled routine -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "calls/CallSite.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ParentMap.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::ObjectPath;

/// The variable \p Name of the translation unit, or nullptr.
static VarDecl *globalVariable(ASTContext &Ctx, StringRef Name) {
  for (NamedDecl *D :
       Ctx.getTranslationUnitDecl()->lookup(&Ctx.Idents.get(Name)))
    if (auto *VD = dyn_cast<VarDecl>(D))
      return VD;
  return nullptr;
}

/// A lock of another file that this one does not declare, such as
/// "&Globals.Lock": a variable of that name stands for it. Nothing but calls
/// can reach it, so that its type does not matter.
static VarDecl *foreignVariable(ASTContext &Ctx, const ObjectPath &Path) {
  bool IsPlain =
      Path.AddressOf && llvm::all_of(Path.Steps, [](const auto &Step) {
        return Step.K == ObjectPath::Step::Kind::Field;
      });
  if (!IsPlain || globalVariable(Ctx, Path.Global))
    return nullptr;
  std::string Name = StringRef(Path.str()).ltrim('&').str();
  if (VarDecl *Known = globalVariable(Ctx, Name))
    return Known;
  TranslationUnitDecl *TU = Ctx.getTranslationUnitDecl();
  auto *VD = VarDecl::Create(
      Ctx, TU, SourceLocation(), SourceLocation(), &Ctx.Idents.get(Name),
      Ctx.IntTy, Ctx.getTrivialTypeSourceInfo(Ctx.IntTy), SC_Extern);
  VD->setImplicit();
  TU->addDecl(VD);
  return VD;
}

namespace {

/// Walks an ObjectPath: either at a value or at a place in memory.
struct Walker {
  Walker(const CallSite &Site, ProgramStateRef S) : Site(Site), S(S) {}

  const CallSite &Site;
  ProgramStateRef S;
  SVal Value = UnknownVal();
  const MemRegion *Place = nullptr; ///< Set when at a place.
  QualType Type;

  bool start(const ObjectPath &Path) {
    ASTContext &Ctx = Site.C.getASTContext();
    switch (Path.Base) {
    case ObjectPath::BaseKind::Argument: {
      if (Path.Argument >= Site.Call.getNumArgs())
        return false;
      Value = Site.Call.getArgSVal(Path.Argument);
      const auto *FD = dyn_cast_or_null<FunctionDecl>(Site.Call.getDecl());
      if (FD && Path.Argument < FD->getNumParams())
        Type = FD->getParamDecl(Path.Argument)->getType();
      else if (const clang::Expr *E = Site.Call.getArgExpr(Path.Argument))
        Type = E->getType();
      return !Type.isNull();
    }
    case ObjectPath::BaseKind::Return:
      Type = Site.Call.getResultType();
      if (Site.Result)
        Value = Site.C.getSValBuilder().makeSymbolVal(Site.Result);
      return Site.Result;
    case ObjectPath::BaseKind::This: {
      const auto *Member = dyn_cast<CXXInstanceCall>(&Site.Call);
      const auto *MD = dyn_cast_or_null<CXXMethodDecl>(Site.Call.getDecl());
      if (!Member || !MD || !MD->isInstance())
        return false;
      Value = Member->getCXXThisVal();
      Type = MD->getThisType();
      return true;
    }
    case ObjectPath::BaseKind::Global:
      const VarDecl *VD = globalVariable(Ctx, Path.Global);
      if (!VD)
        return false;
      Place = S->getLValue(VD, Site.C.getLocationContext()).getAsRegion();
      Type = VD->getType();
      return Place;
    }
    return false;
  }

  bool deref() {
    if (Place) {
      Value = S->getSVal(Place);
      Place = nullptr;
    }
    if (!Type->isPointerType())
      return false;
    Type = Type->getPointeeType();
    Place = Value.getAsRegion();
    return Place;
  }

  bool field(StringRef Name) {
    const RecordDecl *RD = Type->getAsRecordDecl();
    if (!Place || !RD || !(RD = RD->getDefinition()))
      return false;
    for (const FieldDecl *F : RD->fields()) {
      bool Found = F->getName() == Name;
      // Microsoft's unnamed members have a type with a name.
      bool IsUnnamed = !F->getDeclName() && F->getType()->isRecordType();
      if (!Found && !IsUnnamed)
        continue;
      Walker Inner(*this);
      Inner.Place = S->getLValue(F, loc::MemRegionVal(Place)).getAsRegion();
      Inner.Type = F->getType();
      if (Found ? Inner.Place != nullptr : Inner.field(Name)) {
        Place = Inner.Place;
        Type = Inner.Type;
        return true;
      }
    }
    return false;
  }

  bool walk(const ObjectPath &Path) {
    if (!start(Path))
      return false;
    for (const ObjectPath::Step &Step : Path.Steps)
      if (!(Step.K == ObjectPath::Step::Kind::Deref ? deref()
                                                    : field(Step.Field)))
        return false;
    return true;
  }
};

} // namespace

SVal CallSite::value(ProgramStateRef S, const ObjectPath &Path) const {
  if (Path.Base == ObjectPath::BaseKind::Global)
    if (const VarDecl *VD = foreignVariable(C.getASTContext(), Path))
      return S->getLValue(VD, C.getLocationContext());
  Walker W(*this, S);
  if (!W.walk(Path))
    return UnknownVal();
  if (Path.AddressOf)
    return W.Place ? SVal(loc::MemRegionVal(W.Place)) : UnknownVal();
  return W.Place ? S->getSVal(W.Place) : W.Value;
}

const MemRegion *CallSite::place(ProgramStateRef S, const ObjectPath &Path,
                                 QualType &Type) const {
  Walker W(*this, S);
  if (!W.walk(Path) || Path.AddressOf || !W.Place)
    return nullptr;
  // The variable itself rather than the view that a cast takes of it.
  const MemRegion *R = W.Place->StripCasts();
  Type = W.Type;
  if (const auto *T = dyn_cast<TypedValueRegion>(R))
    Type = T->getValueType();
  return R;
}

ProgramStateRef CallSite::when(const model::Effect &E,
                               ProgramStateRef S) const {
  using Kind = model::EffectKind;
  return E.Kind == Kind::Acquire || E.Kind == Kind::Give ||
                 E.Kind == Kind::Set ||
                 E.Object.Base == ObjectPath::BaseKind::Return
             ? S
             : Before;
}

bool CallSite::isResultUsed() const {
  // A cast to VOID does not.
  const ParentMap &Parents = C.getLocationContext()->getParentMap();
  return Parents.isConsumedExpr(const_cast<clang::Expr *>(Expr));
}

SymbolRef CallSite::told(ProgramStateRef S,
                         const model::Condition &When) const {
  if (!When.Out)
    return Result;
  ObjectPath Variable;
  Variable.Argument = *When.Out;
  Variable.Steps.push_back({ObjectPath::Step::Kind::Deref, ""});
  QualType Type;
  const MemRegion *R = place(S, Variable, Type);
  return R ? S->getSVal(R).getAsSymbol() : nullptr;
}

std::optional<bool> CallSite::argumentsMeet(
    ProgramStateRef S,
    llvm::ArrayRef<model::Condition::ArgumentTest> Tests) const {
  bool Known = true;
  for (const model::Condition::ArgumentTest &T : Tests) {
    if (T.Argument >= Call.getNumArgs())
      return false;
    SVal Argument = Call.getArgSVal(T.Argument);
    std::optional<bool> Same;
    if (const llvm::APSInt *Value =
            C.getSValBuilder().getKnownValue(S, Argument)) {
      Same = llvm::APSInt::isSameValue(*Value, llvm::APSInt::get(T.Value));
    } else if (const MemRegion *R = Argument.getAsRegion();
               R && !R->getSymbolicBase()) {
      if (T.Value == 0) // The address of a variable.
        Same = false;
    } else if (ConditionTruthVal Null = S->isNull(Argument);
               !Null.isUnderconstrained()) {
      // Not which value, but that it is not zero.
      if (Null.isConstrainedFalse() && T.Value == 0)
        Same = false;
    }
    if (!Same)
      Known = false;
    else if (*Same != T.Equal)
      return false;
  }
  if (Known)
    return true;
  return std::nullopt;
}
