//===-- syntax/KeepVisitor.cpp - where parameters go in a body ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/KeepVisitor.h"
#include "hints/Guess.h"
#include "syntax/LockTypes.h"
#include "syntax/ParameterPaths.h"

using namespace clang;
using namespace flt;
using llvm::SmallBitVector;
using model::Effect;
using model::EffectKind;
using model::ObjectPath;

void KeepVisitor::keep(const Expr *E) {
  if (canLead(E))
    Result.Kept |= sourcesOf(E);
}

void KeepVisitor::keepParts(const Expr *E) {
  if (canLead(E))
    Result.Kept |= through(sourcesOf(E));
}

void KeepVisitor::store(const VarDecl *To, const Expr *Value) {
  if (!canLead(Value))
    return;
  if (!To || !To->hasLocalStorage()) {
    touchLock(Value);
    return keep(Value);
  }
  SmallBitVector Sources = sourcesOf(Value);
  SmallBitVector &Held = Holds[To];
  Held.resize(2 * Count);
  if (Sources.test(Held)) {
    Held |= Sources;
    Grew = true;
  }
}

void KeepVisitor::add(Effect E) {
  std::string Key = E.Object.str() + " " + E.Member + " " + E.LockKind +
                    (E.Reaches ? "*" : "");
  Result.Touched.emplace(std::move(Key), std::move(E));
}

void KeepVisitor::reach(const Expr *E, bool MayRelease) {
  if (!canLead(E))
    return;
  for (unsigned I : sourcesOf(E).set_bits()) {
    Result.Reached.set(I % Count);
    if (MayRelease)
      Result.Released.set(I % Count);
  }
}

void KeepVisitor::touchLock(const Expr *E) {
  const model::LockFamily *Family =
      lockFamilyBehind(E->IgnoreParenCasts()->getType(), M);
  if (!Family)
    return;
  Effect Touch;
  Touch.Kind = EffectKind::Touch;
  Touch.LockKind = Family->Kind;
  if (auto Path = parameterPath(E, FD))
    Touch.Object = std::move(*Path);
  else if (Touch.Member = memberBehind(E); Touch.Member.empty())
    return reach(E, /*MayRelease=*/true);
  add(std::move(Touch));
}

void KeepVisitor::touch(const CallExpr *Call, const Effect &E) {
  using Base = ObjectPath::BaseKind;
  bool AtArgument = E.namesObject() && E.Object.Base == Base::Argument;
  if (!AtArgument) {
    if (!E.namesObject() || E.Object.Base == Base::Global)
      add(E);
    return;
  }
  if (E.Object.Argument >= Call->getNumArgs())
    return;
  const Expr *Argument = Call->getArg(E.Object.Argument);
  if (E.IfLock)
    return touchLock(Argument);
  if (E.Reaches)
    return reach(Argument, !E.OnlyAcquires);
  auto Path = parameterPath(Argument, FD);
  if (!Path)
    return reach(Argument, /*MayRelease=*/true);
  Effect Touch = E;
  Touch.Object = throughArgument(*Path, E.Object);
  add(std::move(Touch));
}

void KeepVisitor::callOfRow(const CallExpr *E, const model::Routine &R) {
  for (const Effect &Effect : R.Effects) {
    if (Effect.Kind == EffectKind::Touch)
      touch(E, Effect);
    if ((Effect.Kind != EffectKind::Keep && Effect.Kind != EffectKind::Take) ||
        Effect.Object.Base != ObjectPath::BaseKind::Argument ||
        Effect.Object.Argument >= E->getNumArgs())
      continue;
    const Expr *Argument = E->getArg(Effect.Object.Argument);
    Effect.Object.Steps.empty() ? keep(Argument) : keepParts(Argument);
  }
  if (R.Opaque)
    callOfRow(E, opaqueRow(E->getNumArgs(), /*Everywhere=*/R.Derived));
}

void KeepVisitor::callOfBody(const CallExpr *E, const ParameterUse &Callee) {
  Result.CallsUnseen |= Callee.CallsUnseen;
  unsigned Params = Callee.Reached.size();
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    const Expr *Argument = E->getArg(I);
    if (I >= Params || Callee.Kept[I])
      keep(Argument);
    else if (Callee.Kept[Params + I])
      keepParts(Argument);
    if (I < Params && Callee.Reached[I])
      reach(Argument, Callee.Released[I]);
  }
  for (const auto &[Key, Effect] : Callee.Touched)
    touch(E, Effect);
}

void KeepVisitor::callOfUnseen(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  QualType T = E->getCallee()->IgnoreParenImpCasts()->getType();
  if (T->isPointerType())
    T = T->getPointeeType();
  flt::Callee C =
      flt::Callee::of(Callee, E->getNumArgs(), T->getAs<FunctionType>());
  callOfRow(E, guess(C));
  // The kernel's own routines can do no more than keep.
  Result.CallsUnseen |= !C.IsKit;
}

void KeepVisitor::call(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee(), *Definition = nullptr;
  const model::Routine *R = Callee ? M.lookup(Callee) : nullptr;
  if (R && (R->Borrows || R->Opaque || !R->Effects.empty()))
    return callOfRow(E, *R);
  if (Callee && isPlainBuiltin(Callee))
    return;
  if (Callee && Callee->hasBody(Definition))
    return callOfBody(E, Ask(Definition));
  callOfUnseen(E);
}
