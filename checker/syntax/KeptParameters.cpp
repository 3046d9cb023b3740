//===-- syntax/KeptParameters.cpp - who keeps what it is given ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/KeptParameters.h"
#include "hints/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace flt;
using llvm::SmallBitVector;

namespace flt {

/// Follows the parameters of one function through its variables.
class KeepVisitor : public RecursiveASTVisitor<KeepVisitor> {
public:
  KeepVisitor(KeptParameters &All, const FunctionDecl *FD)
      : All(All), Ctx(FD->getASTContext()), Count(FD->getNumParams()) {
    Result.Kept.resize(2 * Count);
    for (unsigned I = 0; I < Count; ++I) {
      const ParmVarDecl *P = FD->getParamDecl(I);
      if (P->getType()->isPointerType() || P->getType()->isReferenceType())
        Holds[P].resize(2 * Count), Holds[P].set(I);
    }
  }

  /// One pass. \returns whether a variable turned out to hold more, so that
  /// another one is needed.
  bool run(Stmt *Body) {
    Grew = false;
    TraverseStmt(Body);
    return Grew;
  }

  bool VisitVarDecl(VarDecl *V) {
    if (V->hasInit())
      store(V, V->getInit());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->getOpcode() == BO_Assign)
      store(localOf(E->getLHS()), E->getRHS());
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    call(E);
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    for (const Expr *Arg : E->arguments())
      keep(Arg);
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *E) {
    for (const Expr *Init : E->capture_inits())
      if (Init)
        keep(Init);
    return true;
  }

  KeptParameters::Answer Result;

private:
  /// The variable of this function that the lvalue \p E is, or is a part of;
  /// null for memory that outlives it.
  static const VarDecl *localOf(const Expr *E) {
    while (true) {
      E = E->IgnoreParenCasts();
      if (const auto *M = dyn_cast<MemberExpr>(E); M && !M->isArrow())
        E = M->getBase();
      else if (const auto *A = dyn_cast<ArraySubscriptExpr>(E);
               A &&
               A->getBase()->IgnoreParenImpCasts()->getType()->isArrayType())
        E = A->getBase()->IgnoreParenImpCasts();
      else
        break;
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return V && V->hasLocalStorage() && !V->getType()->isReferenceType()
               ? V
               : nullptr;
  }

  /// What can be read through pointers to \p Sources.
  SmallBitVector through(const SmallBitVector &Sources) const {
    SmallBitVector Parts(2 * Count);
    for (unsigned I : Sources.set_bits())
      Parts.set(I < Count ? Count + I : I);
    return Parts;
  }

  /// What the lvalue \p E, a member or an element, or a pointer to it or a
  /// value read from it, leads to. A pointer into an object is no way to the
  /// object, except where it is an entry that lists are made of.
  SmallBitVector sourcesOfPart(const Expr *E) const {
    const Expr *Base = E->IgnoreParenCasts();
    bool Local = localOf(E);
    bool Arrow = false;
    while (const auto *M = dyn_cast<MemberExpr>(Base)) {
      Base = M->getBase()->IgnoreParenCasts();
      if ((Arrow = M->isArrow()))
        break;
    }
    if (const auto *A = dyn_cast<ArraySubscriptExpr>(Base); A && !Arrow)
      Base = A->getBase()->IgnoreParenCasts();
    else if (const auto *U = dyn_cast<UnaryOperator>(Base);
             U && !Arrow && U->getOpcode() == UO_Deref)
      Base = U->getSubExpr()->IgnoreParenCasts();
    SmallBitVector Sources = sourcesOf(Base);
    return Local || isListEntry(E->getType()) ? Sources : through(Sources);
  }

  /// The parameters that the value of \p E may lead to: in the first half, in
  /// which each has a bit, to the object that it points to, in the second to
  /// what that leads to.
  SmallBitVector sourcesOf(const Expr *E) const {
    SmallBitVector Sources(2 * Count);
    if (!E)
      return Sources;
    E = E->IgnoreParenCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        if (auto It = Holds.find(V); It != Holds.end())
          Sources |= It->second;
      return Sources;
    }
    // The result of a call is somebody else's pointer; a comparison, a size or
    // a number is none.
    if (isa<CallExpr>(E) || isa<UnaryExprOrTypeTraitExpr>(E))
      return Sources;
    if (isa<MemberExpr>(E) || isa<ArraySubscriptExpr>(E))
      return sourcesOfPart(E);
    if (const auto *B = dyn_cast<BinaryOperator>(E)) {
      if (B->isComparisonOp() || B->isLogicalOp())
        return Sources;
      if (B->getOpcode() == BO_Comma || B->isAssignmentOp())
        return sourcesOf(B->getRHS());
    }
    if (const auto *U = dyn_cast<UnaryOperator>(E)) {
      if (U->getOpcode() == UO_LNot)
        return Sources;
      if (U->getOpcode() == UO_Deref)
        return sourcesOfPart(E);
      const Expr *Sub = U->getSubExpr()->IgnoreParenCasts();
      if (U->getOpcode() == UO_AddrOf) {
        // &P[1] and &*P are pointers as P is.
        if (const auto *A = dyn_cast<ArraySubscriptExpr>(Sub))
          return sourcesOf(A->getBase());
        if (const auto *D = dyn_cast<UnaryOperator>(Sub);
            D && D->getOpcode() == UO_Deref)
          return sourcesOf(D->getSubExpr());
      }
    }
    if (const auto *C = dyn_cast<AbstractConditionalOperator>(E)) {
      Sources |= sourcesOf(C->getTrueExpr());
      Sources |= sourcesOf(C->getFalseExpr());
      return Sources;
    }
    for (const Stmt *Child : E->children())
      if (const auto *Part = dyn_cast_or_null<Expr>(Child))
        Sources |= sourcesOf(Part);
    return Sources;
  }

  /// Numbers read from an object are no way back to it.
  static bool canLead(const Expr *E) {
    QualType T = E->getType();
    return T->isPointerType() || T->isReferenceType() || T->isRecordType() ||
           T->isArrayType() ||
           (T->isIntegerType() && E->IgnoreParenImpCasts()
                                      ->IgnoreParenCasts()
                                      ->getType()
                                      ->isPointerType());
  }

  void keep(const Expr *E) {
    if (canLead(E))
      Result.Kept |= sourcesOf(E);
  }
  /// ... what the pointer \p E leads to, and not what it points to.
  void keepParts(const Expr *E) {
    if (canLead(E))
      Result.Kept |= through(sourcesOf(E));
  }

  void store(const VarDecl *To, const Expr *Value) {
    if (!canLead(Value))
      return;
    if (!To || !To->hasLocalStorage())
      return keep(Value);
    SmallBitVector Sources = sourcesOf(Value);
    SmallBitVector &Held = Holds[To];
    Held.resize(2 * Count);
    if (Sources.test(Held)) {
      Held |= Sources;
      Grew = true;
    }
  }

  void call(const CallExpr *E) {
    const FunctionDecl *FD = E->getDirectCallee(), *Definition = nullptr;
    const model::Routine *R = FD ? All.M.lookup(FD) : nullptr;
    if (R && R->Borrows)
      return;
    if (R && !R->Effects.empty()) {
      for (const model::Effect &Effect : R->Effects)
        if (Effect.Object.Base == model::ObjectPath::BaseKind::Argument &&
            Effect.Object.Argument < E->getNumArgs() &&
            (Effect.Kind == model::EffectKind::Keep ||
             Effect.Kind == model::EffectKind::Take))
          Effect.Object.Steps.empty()
              ? keep(E->getArg(Effect.Object.Argument))
              : keepParts(E->getArg(Effect.Object.Argument));
      return;
    }
    if (FD && isPlainBuiltin(FD))
      return;
    if (FD && FD->hasBody(Definition)) {
      KeptParameters::Answer Callee = All.of(Definition);
      Result.Unknown |= Callee.Unknown;
      Result.CallsUnseen |= Callee.CallsUnseen;
      unsigned Params = Callee.Kept.size() / 2;
      for (unsigned I = 0; I < E->getNumArgs(); ++I)
        if (I >= Params || Callee.Kept[I])
          keep(E->getArg(I));
        else if (Callee.Kept[Params + I])
          keepParts(E->getArg(I));
      return;
    }
    for (const Expr *Arg : E->arguments())
      keep(Arg);
    // The kernel's own routines can do no more than keep.
    const SourceManager &SM = Ctx.getSourceManager();
    if (FD && SM.isInSystemHeader(
                  SM.getExpansionLoc(FD->getFirstDecl()->getLocation())))
      return;
    Result.CallsUnseen = true;
    llvm::StringRef Name =
        FD && FD->getIdentifier() ? FD->getName() : llvm::StringRef();
    if (suggestsHolding(Name) || suggestsReleasing(Name))
      Result.Unknown = true;
  }

  KeptParameters &All;
  const ASTContext &Ctx;
  unsigned Count;
  llvm::DenseMap<const VarDecl *, SmallBitVector> Holds;
  bool Grew = false;
};

} // namespace flt

KeptParameters::Answer KeptParameters::evaluate(const FunctionDecl *FD) {
  KeepVisitor Visitor(*this, FD);
  while (Visitor.run(FD->getBody()))
    ;
  return std::move(Visitor.Result);
}

KeptParameters::Answer KeptParameters::of(const FunctionDecl *FD) {
  // The body speaks of the definition's parameters.
  FD->hasBody(FD);
  // A function that calls itself adds nothing by that.
  Answer Nothing;
  Nothing.Kept.resize(2 * FD->getNumParams());
  const FunctionDecl *Key = FD->getCanonicalDecl();
  auto [It, IsNew] = Known.try_emplace(Key, Nothing);
  if (!IsNew) {
    SawCycle |= InProgress.contains(Key);
    return It->second;
  }
  InProgress.insert(Key);
  Answer Result = evaluate(FD);
  Known[Key] = std::move(Result);
  InProgress.erase(Key);
  Unsettled.push_back(FD);
  if (InProgress.empty())
    settle();
  return Known[Key];
}

void KeptParameters::settle() {
  // Of functions that call each other, the first was asked before the others
  // had an answer.
  for (bool Grew = SawCycle; Grew;) {
    Grew = false;
    for (const FunctionDecl *FD : Unsettled) {
      Answer Result = evaluate(FD);
      Answer &Before = Known[FD->getCanonicalDecl()];
      if (Result == Before)
        continue;
      Before = std::move(Result);
      Grew = true;
    }
  }
  Unsettled.clear();
  SawCycle = false;
}

std::optional<model::Routine>
KeptParameters::summarize(const FunctionDecl *FD) {
  Answer A = of(FD);
  if (A.Unknown)
    return std::nullopt;
  model::Routine R;
  R.Name = FD->getNameAsString();
  R.Params = FD->getNumParams();
  R.Derived = true;
  for (unsigned I = 0; I < R.Params; ++I) {
    if (!A.Kept[I] && !A.Kept[R.Params + I])
      continue;
    model::Effect Keep;
    Keep.Kind = model::EffectKind::Keep;
    Keep.ReferenceKind = "context";
    Keep.Object.Argument = I;
    if (!A.Kept[I])
      Keep.Object.Steps.push_back({model::ObjectPath::Step::Kind::Deref, ""});
    R.Effects.push_back(std::move(Keep));
  }
  R.Borrows = R.Effects.empty();
  return R;
}
