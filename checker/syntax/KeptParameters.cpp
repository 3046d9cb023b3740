//===-- syntax/KeptParameters.cpp - who keeps what it is given ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/KeptParameters.h"
#include "syntax/KeepVisitor.h"

using namespace clang;
using namespace flt;
using model::Effect;
using model::EffectKind;
using model::ObjectPath;

bool ParameterUse::operator==(const ParameterUse &O) const {
  return Kept == O.Kept && Reached == O.Reached && Released == O.Released &&
         CallsUnseen == O.CallsUnseen && Touched.size() == O.Touched.size();
}

ParameterUse KeptParameters::evaluate(const FunctionDecl *FD) {
  KeepVisitor Visitor(
      M, [this](const FunctionDecl *Callee) { return of(Callee); }, FD);
  while (Visitor.run(FD->getBody()))
    ;
  return std::move(Visitor.Result);
}

ParameterUse KeptParameters::of(const FunctionDecl *FD) {
  // The body speaks of the definition's parameters.
  FD->hasBody(FD);
  // A function that calls itself adds nothing by that.
  const FunctionDecl *Key = FD->getCanonicalDecl();
  auto [It, IsNew] = Known.try_emplace(Key, FD->getNumParams());
  if (!IsNew) {
    SawCycle |= InProgress.contains(Key);
    return It->second;
  }
  InProgress.insert(Key);
  ParameterUse Result = evaluate(FD);
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
      ParameterUse Result = evaluate(FD);
      ParameterUse &Before = Known[FD->getCanonicalDecl()];
      // A chain through members could go on for ever.
      constexpr size_t ManyLocks = 32;
      if (Result.Touched.size() > ManyLocks) {
        Result.Touched.clear();
        Result.Reached.set();
        Result.Released.set();
      }
      if (Result == Before)
        continue;
      Before = std::move(Result);
      Grew = true;
    }
  }
  Unsettled.clear();
  SawCycle = false;
}

static Effect keepOf(unsigned I, bool Parts) {
  Effect Keep;
  Keep.Kind = EffectKind::Keep;
  Keep.ReferenceKind = "context";
  Keep.Object.Argument = I;
  if (Parts)
    Keep.Object.Steps.push_back({ObjectPath::Step::Kind::Deref, ""});
  return Keep;
}

/// What somebody may do of whom nothing is known but what he gets.
static std::vector<Effect> reachedBy(const ParameterUse &Use) {
  std::vector<Effect> Effects;
  for (const auto &[Key, E] : Use.Touched)
    Effects.push_back(E);
  for (unsigned I : Use.Reached.set_bits()) {
    Effect Touch;
    Touch.Kind = EffectKind::Touch;
    Touch.Object.Argument = I;
    Touch.Reaches = true;
    Touch.OnlyAcquires = !Use.Released[I];
    Effects.push_back(std::move(Touch));
  }
  return Effects;
}

namespace {
/// Finds out whether a function always returns the same number.
class ReturnVisitor : public RecursiveASTVisitor<ReturnVisitor> {
public:
  explicit ReturnVisitor(const ASTContext &Ctx) : Ctx(Ctx) {}

  bool VisitReturnStmt(ReturnStmt *Return) {
    const Expr *E = Return->getRetValue();
    Expr::EvalResult Result;
    if (!E || E->isValueDependent() || !E->getType()->isIntegerType() ||
        !E->EvaluateAsInt(Result, Ctx))
      return Differ();
    std::int64_t Number = Result.Val.getInt().getExtValue();
    if (Value && *Value != Number)
      return Differ();
    Value = Number;
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }

  std::optional<std::int64_t> Value;

private:
  bool Differ() {
    Value.reset();
    return false;
  }
  const ASTContext &Ctx;
};
} // namespace

model::Routine KeptParameters::summarize(const FunctionDecl *FD) {
  ParameterUse Use = of(FD);
  FD->hasBody(FD);
  model::Routine R;
  R.Name = FD->getNameAsString();
  R.Params = FD->getNumParams();
  R.Derived = true;
  R.Effects = reachedBy(Use);
  for (unsigned I = 0; I < R.Params; ++I)
    if (Use.Kept[I] || Use.Kept[R.Params + I])
      R.Effects.push_back(keepOf(I, !Use.Kept[I]));
  R.Borrows = R.Effects.empty();
  ReturnVisitor Returns(FD->getASTContext());
  if (Returns.TraverseStmt(FD->getBody()) && Returns.Value) {
    Effect Set;
    Set.Kind = EffectKind::Set;
    Set.Object.Base = ObjectPath::BaseKind::Return;
    Set.Value = Returns.Value;
    R.Effects.push_back(std::move(Set));
  }
  return R;
}

void KeptParameters::complete(model::Routine &R, const FunctionDecl *FD,
                              const std::map<std::string, bool> &Settled) {
  ParameterUse Use = of(FD);
  std::vector<Effect> First;
  // What the paths tell of regions and of locks that they name is all there is.
  for (Effect &E : reachedBy(Use))
    if (E.Reaches || !E.Member.empty() ||
        (E.namesObject() && !Settled.count(E.Object.str())))
      First.push_back(std::move(E));
  for (unsigned I = 0; I < R.Params; ++I) {
    bool Told = llvm::any_of(R.Effects, [&](const Effect &E) {
      bool IsWhole = E.Object.Steps.size() == 1 && !E.Object.AddressOf;
      return (E.Kind == EffectKind::Take || E.Kind == EffectKind::Keep) &&
             E.Object.Base == ObjectPath::BaseKind::Argument &&
             E.Object.Argument == I && IsWhole;
    });
    if (Use.Kept[R.Params + I] && !Told)
      R.Effects.push_back(keepOf(I, /*Parts=*/true));
  }
  R.Effects.insert(R.Effects.begin(), First.begin(), First.end());
  R.Borrows &= llvm::all_of(
      R.Effects, [](const Effect &E) { return E.Kind == EffectKind::Set; });
}
