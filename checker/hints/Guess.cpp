//===-- hints/Guess.cpp - rows of calls that nothing is known of ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "hints/Guess.h"
#include "hints/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace flt;
using model::Effect;
using model::EffectKind;
using model::ObjectPath;
using model::Routine;

Callee Callee::of(const FunctionDecl *FD, unsigned Arguments,
                  const FunctionType *Type) {
  Callee C;
  C.Arguments = Arguments;
  const auto *Proto = dyn_cast_or_null<FunctionProtoType>(Type);
  if (FD) {
    if (FD->getIdentifier())
      C.Name = FD->getName();
    Proto = FD->getType()->getAs<FunctionProtoType>();
    const SourceManager &SM = FD->getASTContext().getSourceManager();
    C.IsKit = SM.isInSystemHeader(
        SM.getExpansionLoc(FD->getFirstDecl()->getLocation()));
  }
  if (Proto && Proto->isVariadic())
    C.Fixed = Proto->getNumParams();
  return C;
}

static bool mayRelease(const Callee &C) {
  return C.RunsCallback || (!C.IsKit && (suggestsReleasing(C.Name) ||
                                         suggestsDestroying(C.Name)));
}
static bool mayAcquire(const Callee &C) {
  return !C.IsKit && suggestsHolding(C.Name);
}

/// What stands for an ellipsis is printed: no function acquires, releases or
/// keeps what it knows neither number nor types of, unless its name says so.
static unsigned arguments(const Callee &C) {
  bool OnlyPrints = C.Fixed && !mayRelease(C) && !mayAcquire(C);
  return OnlyPrints ? std::min(*C.Fixed, C.Arguments) : C.Arguments;
}

static Effect touchAny(ObjectPath At, bool OnlyAcquires) {
  Effect E;
  E.Kind = EffectKind::Touch;
  E.Object = std::move(At);
  E.Reaches = true;
  E.OnlyAcquires = OnlyAcquires;
  return E;
}

static ObjectPath argument(unsigned I) {
  ObjectPath P;
  P.Argument = I;
  return P;
}

static ObjectPath anything() {
  ObjectPath P;
  P.Base = ObjectPath::BaseKind::Global;
  P.Global = Anything.str();
  return P;
}

static Effect keep(unsigned I) {
  Effect E;
  E.Kind = EffectKind::Keep;
  E.ReferenceKind = "context";
  E.Object = argument(I);
  return E;
}

Routine flt::guess(const Callee &C) {
  Routine R;
  R.Name = C.Name.str();
  R.Params = C.Arguments;
  R.Guessed = true;
  R.BuiltIn = C.IsKit && !C.RunsCallback;
  if (mayAcquire(C))
    R.Effects.push_back(touchAny(anything(), /*OnlyAcquires=*/true));
  for (unsigned I = 0; I < arguments(C); ++I) {
    Effect Given;
    Given.Kind = EffectKind::Touch;
    Given.Object = argument(I);
    Given.IfLock = true;
    R.Effects.push_back(std::move(Given));
    if (!C.IsKit || C.RunsCallback)
      R.Effects.push_back(touchAny(argument(I), !mayRelease(C)));
  }
  for (unsigned I = 0; I < arguments(C); ++I)
    R.Effects.push_back(keep(I));
  R.Borrows = R.Effects.empty();
  return R;
}

std::string flt::explainGuess(const Callee &C) {
  std::string Why;
  if (C.Name.empty())
    Why += "called through a pointer: what it calls is not known\n";
  else if (C.RunsCallback)
    Why += "a routine of the kit without a row that is given a function of the "
           "driver's: that may release any lock that the arguments lead to\n";
  else if (C.IsKit)
    Why += "a routine of the kit without a row: it leaves locks alone, unless "
           "it is given one, and may keep what it is given\n";
  else
    Why += "neither a row nor a body is known\n";
  if (mayRelease(C) && !C.RunsCallback)
    Why += "its name suggests that it releases: any lock that its arguments "
           "lead to\n";
  if (mayAcquire(C))
    Why += "its name suggests that it acquires: any lock may be held "
           "afterwards\n";
  if (arguments(C) < C.Arguments)
    Why += "what is passed for the ellipsis is only looked at\n";
  return Why;
}

Routine flt::opaqueRow(unsigned Arguments, bool Everywhere) {
  Routine R;
  R.Params = Arguments;
  R.Guessed = true;
  if (Everywhere)
    R.Effects.push_back(touchAny(anything(), /*OnlyAcquires=*/false));
  R.Effects.push_back(touchAny(anything(), /*OnlyAcquires=*/true));
  for (unsigned I = 0; I < Arguments; ++I)
    R.Effects.push_back(touchAny(argument(I), /*OnlyAcquires=*/false));
  Effect Region;
  Region.Kind = EffectKind::Touch;
  R.Effects.push_back(std::move(Region));
  for (unsigned I = 0; I < Arguments; ++I)
    R.Effects.push_back(keep(I));
  return R;
}

bool flt::mayTearDown(const Routine &Row) {
  return Row.Opaque || ((Row.Guessed || Row.Derived) && !Row.BuiltIn &&
                        (Row.Name.empty() || suggestsTearingDown(Row.Name)));
}
