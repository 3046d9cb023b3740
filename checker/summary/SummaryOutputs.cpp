//===-- summary/SummaryOutputs.cpp - references and outputs in a row ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/EntryValues.h"
#include "path/TruthValues.h"
#include "summary/Summarizer.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::Condition;
using model::Effect;
using model::EffectKind;
using model::ObjectPath;
using model::Routine;

static ObjectPath behind(unsigned Param) {
  ObjectPath Path;
  Path.Argument = Param;
  Path.Steps.push_back({ObjectPath::Step::Kind::Deref, ""});
  return Path;
}

/// Of what nobody has said the kind, any will do.
static std::string kindOf(const Reference &Ref) {
  return Ref.Family ? Ref.Family->Kind : "context";
}

QualType Summarizer::outputType(unsigned Param) const {
  QualType T = FD->getParamDecl(Param)->getType()->getPointeeType();
  bool IsNumber = !T.isNull() && T->isIntegralOrEnumerationType();
  bool IsOutput =
      !T.isNull() && !T.isConstQualified() && (T->isPointerType() || IsNumber);
  return IsOutput && Run.Params[Param] ? T : QualType();
}

SVal Summarizer::output(const Ending &E, unsigned Param) const {
  ProgramStateRef S = E.State;
  if (S->getConstraintManager()
          .isNull(S, Run.Params[Param])
          .isConstrainedTrue())
    return UndefinedVal();
  const MemRegion *R = S->getStateManager()
                           .getSValBuilder()
                           .makeLoc(Run.Params[Param])
                           .getAsRegion();
  return R ? S->getSVal(R, outputType(Param)) : UnknownVal();
}

bool Summarizer::isUnchanged(const Ending &E, unsigned Param) const {
  if (outputType(Param).isNull())
    return false;
  SVal Value = output(E, Param);
  const auto *Entry = dyn_cast_or_null<SymbolRegionValue>(Value.getAsSymbol());
  if (!Entry)
    return false;
  const auto *Variable =
      dyn_cast<SymbolicRegion>(Entry->getRegion()->StripCasts());
  return Variable && Variable->getSymbol() == Run.Params[Param];
}

void Summarizer::observeReferences(const Ending &E) {
  ProgramStateRef S = E.State;
  for (const auto &[Sym, Ref] : state::references(S)) {
    auto Object = entryObject(Sym, S);
    if (!Object || Object->AddressOf)
      continue;
    Effect What;
    What.ReferenceKind = kindOf(Ref);
    What.Object = *Object;
    if (Ref.K == Reference::Kind::Dead)
      What.Kind = EffectKind::Take;
    else if (Ref.K == Reference::Kind::Escaped)
      What.Kind = EffectKind::Keep;
    else if (Ref.isOwed())
      What.Kind = EffectKind::AddRef;
    else
      continue;
    if (Observed *Seen = add(What))
      Seen->Entry = Object->Steps.empty() ? nullptr : Sym;
  }
  for (unsigned I = 0; I < Run.Params.size(); ++I)
    if (QualType T = outputType(I); !T.isNull() && T->isPointerType())
      observeGiven(E, output(E, I), behind(I));
  ObjectPath Result;
  Result.Base = ObjectPath::BaseKind::Return;
  observeGiven(E, E.Returned, Result);
}

void Summarizer::observeGiven(const Ending &E, SVal Value, ObjectPath Object) {
  SymbolRef Sym = Value.getAsLocSymbol();
  const Reference *Known = Sym ? state::reference(E.State, Sym) : nullptr;
  if (!Known || !Known->By || Known->K == Reference::Kind::Dead ||
      Known->K == Reference::Kind::Borrowed ||
      Known->By->has(EffectKind::AddRef))
    return;
  Reference Ref = *Known;
  Ref.K = Reference::Kind::Pending;
  Decision Owed = O.isOwed(E.State, Sym, Ref);
  if (Owed == Decision::No)
    return;
  Effect Give;
  Give.Kind = EffectKind::Give;
  Give.ReferenceKind = kindOf(Ref);
  Give.Object = std::move(Object);
  Give.NullOtherwise = true;
  Give.MayBeNull = Owed == Decision::Unknown;
  add(Give);
}

/// A path that neither takes what the caller's variable holds nor gives another
/// reference leaves it as it was: that comes to the same as both. So does one
/// that takes it and leaves NULL.
void Summarizer::matchExchanges() {
  for (auto &[Key, Given] : Effects) {
    if (Given.E.Kind != EffectKind::Give ||
        Given.E.Object.Base != ObjectPath::BaseKind::Argument)
      continue;
    for (auto &[Other, Taken] : Effects) {
      if (Taken.E.Kind != EffectKind::Take ||
          Taken.E.Object.str() != Given.E.Object.str())
        continue;
      for (size_t I = 0; I < Endings.size(); ++I) {
        const Ending &E = Endings[I];
        unsigned Param = Given.E.Object.Argument;
        if (!Given.At[I] && !Taken.At[I] && isUnchanged(E, Param))
          Given.Either[I] = Taken.Either[I] = true;
        if (!Given.At[I] &&
            E.State->isNull(output(E, Param)).isConstrainedTrue())
          Given.Either[I] = true;
      }
    }
  }
}

namespace {
/// What an output is at some exits.
struct Value {
  enum class Kind { None, Keeps, Number, NotNull, Other } K = Kind::None;
  std::int64_t Number = 0;

  /// ... at further exits, too.
  void join(const Value &O) {
    if (K == Kind::None)
      *this = O;
    else if (O.K == Kind::None || (K == O.K && Number == O.Number))
      return;
    else if (isNotNull() && O.isNotNull())
      K = Kind::NotNull;
    else
      K = Kind::Other;
  }
  bool isNotNull() const {
    return K == Kind::NotNull || (K == Kind::Number && Number);
  }
  bool isKnown() const {
    return K == Kind::Keeps || K == Kind::Number || K == Kind::NotNull;
  }
};
} // namespace

static Value valueOf(SVal V, ProgramStateRef S) {
  Value Found;
  if (V.isUndef())
    return Found;
  Found.K = Value::Kind::Other;
  SValBuilder &SVB = S->getStateManager().getSValBuilder();
  const llvm::APSInt *Number = SVB.getKnownValue(S, V);
  if (Number && Number->getSignificantBits() <= 64) {
    Found.K = Value::Kind::Number;
    Found.Number = Number->getExtValue();
  } else if (S->isNull(V).isConstrainedFalse()) {
    Found.K = Value::Kind::NotNull;
  }
  return Found;
}

void Summarizer::addReturned(Routine &R) {
  Value All;
  QualType T = FD->getReturnType();
  bool IsStatus = ExitRules::isNtStatus(T), OnlyZero = IsStatus;
  for (const Ending &E : Endings) {
    All.join(E.Returned.isUndef() ? Value{Value::Kind::Other, 0}
                                  : valueOf(E.Returned, E.State));
    if (!IsStatus || E.Returned.isUnknownOrUndef())
      OnlyZero = false;
    if (!OnlyZero)
      continue;
    const llvm::APSInt *Max =
        E.State->getStateManager().getSValBuilder().getMaxValue(E.State,
                                                                E.Returned);
    OnlyZero = Max && !Max->isStrictlyPositive();
  }
  bool IsNumber = T->isIntegralOrEnumerationType();
  if (IsNumber && All.K == Value::Kind::Number) {
    Effect Set;
    Set.Kind = EffectKind::Set;
    Set.Object.Base = ObjectPath::BaseKind::Return;
    Set.Value = All.Number;
    R.Effects.push_back(std::move(Set));
    return;
  }
  R.OnlyZeroSucceeds = OnlyZero;
}

void Summarizer::addOutput(unsigned Param, Routine &R) {
  Value All, Positive, Negative;
  // What stays as it was may also be known to be a number.
  for (bool AsNumber : {false, true}) {
    Value Every, Good, Bad;
    for (const Ending &E : Endings) {
      Value Found = valueOf(output(E, Param), E.State);
      if (!AsNumber && isUnchanged(E, Param))
        Found = {Value::Kind::Keeps, 0};
      Every.join(Found);
      if (E.Class != ReturnClass::Negative)
        Good.join(Found);
      if (E.Class != ReturnClass::Positive)
        Bad.join(Found);
    }
    All = All.isKnown() ? All : Every;
    Positive = Positive.isKnown() ? Positive : Good;
    Negative = Negative.isKnown() ? Negative : Bad;
  }
  Effect Set;
  Set.Kind = EffectKind::Set;
  Set.Object = behind(Param);
  auto Add = [&](const Value &Found, Condition::Outcome When) {
    if (!Found.isKnown())
      return;
    Set.When.When = When;
    Set.Keeps = Found.K == Value::Kind::Keeps;
    Set.IsNot = Found.K == Value::Kind::NotNull;
    Set.Value.reset();
    if (!Set.Keeps)
      Set.Value = Found.Number;
    if (Set.IsNot)
      Set.Value = 0;
    R.Effects.push_back(Set);
  };
  if (All.isKnown()) {
    if (All.K != Value::Kind::Keeps) // That it only reads is no news.
      Add(All, Condition::Outcome::Always);
    return;
  }
  QualType T = FD->getReturnType();
  if (!T->isPointerType() && !ExitRules::isNtStatus(T) && !isTruthType(T))
    return;
  SummaryConditions When(FD, Endings, Run.Params, O);
  Add(Positive, When.outcome(true));
  Add(Negative, When.outcome(false));
}

void Summarizer::addOutputs(Routine &R) {
  addReturned(R);
  for (unsigned I = 0; I < Run.Params.size(); ++I) {
    std::string Object = behind(I).str();
    bool Given = llvm::any_of(R.Effects, [&](const Effect &E) {
      return E.Kind == EffectKind::Give && E.Object.str() == Object;
    });
    if (Given || outputType(I).isNull())
      continue;
    size_t Before = R.Effects.size();
    addOutput(I, R);
    // The lock is that of whatever stands there now.
    bool LeadsToLock = llvm::any_of(R.Effects, [&](const Effect &E) {
      return E.Kind == EffectKind::Acquire && E.Object.Argument == I &&
             E.Object.Base == ObjectPath::BaseKind::Argument &&
             E.Object.Steps.size() > 1 &&
             E.Object.Steps[1].K == ObjectPath::Step::Kind::Deref;
    });
    bool Changes = llvm::any_of(
        Endings, [&](const Ending &E) { return !isUnchanged(E, I); });
    if (!LeadsToLock || !Changes || R.Effects.size() != Before)
      continue;
    Effect Set;
    Set.Kind = EffectKind::Set;
    Set.Object = behind(I);
    R.Effects.push_back(std::move(Set));
  }
  // What is taken from a member of the caller's object is not there any more.
  std::vector<Effect> Cleared;
  for (const Effect &E : R.Effects) {
    if (E.Kind != EffectKind::Take || E.Object.Steps.size() < 2)
      continue;
    Effect Set;
    Set.Kind = EffectKind::Set;
    Set.Object = E.Object;
    Cleared.push_back(std::move(Set));
  }
  R.Effects.insert(R.Effects.end(), Cleared.begin(), Cleared.end());
}
