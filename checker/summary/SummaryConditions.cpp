//===-- summary/SummaryConditions.cpp - when does it happen? --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "summary/SummaryConditions.h"
#include "path/TruthValues.h"
#include <set>

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::Condition;
using Conditions = llvm::SmallVector<Condition, 2>;

Condition::Outcome SummaryConditions::outcome(bool Positive) const {
  QualType T = FD->getReturnType();
  if (T->isPointerType())
    return Positive ? Condition::Outcome::NonNull : Condition::Outcome::Null;
  if (ExitRules::isNtStatus(T))
    return Positive ? Condition::Outcome::Success : Condition::Outcome::Failure;
  return Positive ? Condition::Outcome::True : Condition::Outcome::False;
}

std::optional<llvm::SmallVector<Condition, 1>>
SummaryConditions::byResult(llvm::ArrayRef<bool> At,
                            llvm::ArrayRef<size_t> Among) const {
  bool All = true, None = true, Positive = true, Negative = true;
  for (size_t I : Among) {
    ReturnClass Class = Endings[I].Class;
    All &= At[I];
    None &= !At[I];
    Positive &=
        At[I] ? Class == ReturnClass::Positive || Class == ReturnClass::Unknown
              : Class == ReturnClass::Negative;
    Negative &=
        At[I] ? Class == ReturnClass::Negative : Class == ReturnClass::Positive;
  }
  llvm::SmallVector<Condition, 1> Found;
  if (None)
    return Found;
  if (!All && !Positive && !Negative)
    return std::nullopt;
  Condition When;
  if (!All)
    When.When = outcome(Positive);
  Found.push_back(When);
  return Found;
}

std::optional<Condition> SummaryConditions::byOut(llvm::ArrayRef<bool> At,
                                                  unsigned Param) const {
  QualType T = FD->getParamDecl(Param)->getType()->getPointeeType();
  if (T.isNull() || T.isConstQualified() || !isTruthType(T))
    return std::nullopt;
  bool Positive = true, Negative = true, Known = false;
  for (size_t I = 0; I < Endings.size(); ++I) {
    ProgramStateRef S = Endings[I].State;
    if (S->getConstraintManager().isNull(S, Entry[Param]).isConstrainedTrue())
      continue; // Nobody wants to know.
    const MemRegion *R = S->getStateManager()
                             .getSValBuilder()
                             .makeLoc(Entry[Param])
                             .getAsRegion();
    ReturnClass Class = ExitRules::classify(S, S->getSVal(R, T), T);
    bool IsUnknown = Class == ReturnClass::Unknown;
    Known |= !IsUnknown;
    Positive &= At[I] ? IsUnknown || Class == ReturnClass::Positive
                      : Class == ReturnClass::Negative;
    Negative &=
        At[I] ? Class == ReturnClass::Negative : Class == ReturnClass::Positive;
  }
  if (!Known || !(Positive || Negative))
    return std::nullopt;
  Condition When;
  When.When = Positive ? Condition::Outcome::True : Condition::Outcome::False;
  When.Out = Param;
  return When;
}

SummaryConditions::Group SummaryConditions::possibleWhen(unsigned Param,
                                                         std::int64_t Value,
                                                         bool Equal) const {
  Group Possible;
  for (size_t I = 0; I < Endings.size(); ++I)
    if (O.isPossible(Endings[I].State, Entry[Param], Value, Equal))
      Possible.push_back(I);
  return Possible;
}

std::optional<Conditions> SummaryConditions::byArgument(llvm::ArrayRef<bool> At,
                                                        unsigned Param) const {
  // The values that make a difference.
  std::set<std::int64_t> Values;
  for (const Ending &E : Endings)
    if (auto Value = O.knownValue(E.State, Entry[Param]))
      Values.insert(*Value);
  if (Values.empty() || Values.size() > 8)
    return std::nullopt;

  Conditions Found;
  auto Add = [&](const Group &Among, std::int64_t Value, bool Equal) {
    auto When = byResult(At, Among);
    if (!When)
      return false;
    for (Condition C : *When) {
      C.Arguments.push_back({Param, Value, Equal});
      Found.push_back(std::move(C));
    }
    return true;
  };
  for (std::int64_t Value : Values)
    if (!Add(possibleWhen(Param, Value, true), Value, true))
      return std::nullopt;
  // And any other value. The language can say "not this one".
  Group Rest;
  for (size_t I = 0; I < Endings.size(); ++I) {
    auto Known = O.knownValue(Endings[I].State, Entry[Param]);
    if (!Known || !Values.count(*Known))
      Rest.push_back(I);
  }
  if (Values.size() == 1)
    return Add(Rest, *Values.begin(), false) ? std::optional(Found)
                                             : std::nullopt;
  for (size_t I : Rest)
    if (At[I])
      return std::nullopt;
  return Found;
}

std::optional<Conditions> SummaryConditions::explain(llvm::ArrayRef<bool> At,
                                                     bool ByOut) const {
  Group All;
  for (size_t I = 0; I < Endings.size(); ++I)
    All.push_back(I);
  if (auto When = byResult(At, All))
    return Conditions(When->begin(), When->end());
  for (unsigned P = 0; ByOut && P < Entry.size(); ++P)
    if (Entry[P])
      if (auto When = byOut(At, P))
        return Conditions{*When};
  for (unsigned P = 0; P < Entry.size(); ++P)
    if (Entry[P])
      if (auto When = byArgument(At, P); When && !When->empty())
        return When;
  return std::nullopt;
}
