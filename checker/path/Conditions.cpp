//===-- path/Conditions.cpp - the same question asked twice ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/Conditions.h"
#include "path/AccessPath.h"
#include "path/State.h"
#include "path/TruthValues.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/Hashing.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// What changes a variable of the function was given its address to do so; an
/// object has functions that may be called for other reasons.
static bool changesOnPurpose(const MemRegion *Place) {
  const auto *Base = dyn_cast<VarRegion>(Place->getBaseRegion());
  if (!Base || !Base->getDecl()->hasLocalStorage())
    return false;
  const auto *Class = Base->getValueType()->getAsCXXRecordDecl();
  return !Class || Class->isCLike();
}

/// A key for what is read from \p Place. What starts at a value that has no
/// name (a call returned it) is the same place as long as it is the same value.
static std::uint64_t placeKey(ProgramStateRef S, const MemRegion *Place) {
  AccessPath Path = AccessPath::asRead(Place, S);
  if (Path.isAnonymous() && Path.start())
    if (auto Start = state::question(S, Path.start()))
      return llvm::hash_combine(*Start, Path.stepsHash());
  return Path.hash();
}

/// What can be asked again: memory that can be read again, and functions that
/// answer questions.
static std::optional<std::uint64_t> keyOf(ProgramStateRef S,
                                          const SymbolData *Leaf) {
  const MemRegion *Origin = Leaf->getOriginRegion();
  if (!Origin)
    return state::question(S, Leaf);
  if (changesOnPurpose(Origin))
    return llvm::hash_combine(placeKey(S, Origin), Leaf);
  return placeKey(S, Origin);
}

/// A key for the value of \p Sym: the operators, and what they are applied to.
static std::optional<std::uint64_t> keyOf(ProgramStateRef S, SymbolRef Sym) {
  if (const auto *Leaf = dyn_cast<SymbolData>(Sym))
    return keyOf(S, Leaf);
  if (const auto *Cast = dyn_cast<SymbolCast>(Sym))
    return keyOf(S, Cast->getOperand());
  auto Combine =
      [](unsigned Op, std::optional<std::uint64_t> A,
         std::optional<std::uint64_t> B) -> std::optional<std::uint64_t> {
    if (!A || !B)
      return std::nullopt;
    return llvm::hash_combine(Op, *A, *B);
  };
  auto Constant = [](const llvm::APSInt &Int) {
    return std::uint64_t(llvm::hash_value(Int));
  };
  if (const auto *E = dyn_cast<UnarySymExpr>(Sym))
    return Combine(E->getOpcode(), keyOf(S, E->getOperand()), 0);
  if (const auto *E = dyn_cast<SymIntExpr>(Sym))
    return Combine(E->getOpcode(), keyOf(S, E->getLHS()),
                   Constant(E->getRHS()));
  if (const auto *E = dyn_cast<IntSymExpr>(Sym))
    return Combine(E->getOpcode(), Constant(E->getLHS()),
                   keyOf(S, E->getRHS()));
  if (const auto *E = dyn_cast<SymSymExpr>(Sym))
    return Combine(E->getOpcode(), keyOf(S, E->getLHS()),
                   keyOf(S, E->getRHS()));
  return std::nullopt;
}

/// "x != 0" is the question x itself, and so is "x == TRUE"; "x == 0" and
/// "x == C" ask the opposite of what "x != C" asks.
static SymbolRef positiveForm(SymbolRef Sym, std::uint64_t &Compared,
                              bool &Truth) {
  while (true) {
    if (const auto *Cast = dyn_cast<SymbolCast>(Sym)) {
      Sym = Cast->getOperand();
      continue;
    }
    const auto *E = dyn_cast<SymIntExpr>(Sym);
    if (!E || (E->getOpcode() != BO_EQ && E->getOpcode() != BO_NE))
      return Sym;
    const llvm::APSInt &Constant = E->getRHS();
    Sym = E->getLHS();
    SymbolRef Value = Sym;
    while (const auto *Cast = dyn_cast<SymbolCast>(Value))
      Value = Cast->getOperand();
    bool IsTrue = Constant == 1 && isTruthType(Value->getType());
    if ((E->getOpcode() == BO_EQ) != IsTrue)
      Truth = !Truth;
    if (Constant != 0 && !IsTrue)
      Compared = llvm::hash_combine(Compared, llvm::hash_value(Constant));
  }
}

/// Lists may be circular, trees are not.
static bool isListNode(const RecordDecl *RD) {
  StringRef Name = RD->getName();
  return Name.contains("LIST_ENTRY") || Name.contains("_LINKS");
}

/// Whether \p Member was read from the object that \p Object points to, or
/// along a chain of objects of its type (its parent, and so on).
static bool isAncestor(SymbolRef Member, SymbolRef Object) {
  auto PointeeOf = [](QualType T) -> const Decl * {
    T = T->getPointeeType();
    const RecordDecl *RD = T.isNull() ? nullptr : T->getAsRecordDecl();
    return RD ? RD->getCanonicalDecl() : nullptr;
  };
  const Decl *Class = PointeeOf(Object->getType());
  if (!Class || isListNode(cast<RecordDecl>(Class)))
    return false;
  while (const auto *Leaf = dyn_cast_or_null<SymbolData>(Member)) {
    const auto *Field = dyn_cast_or_null<FieldRegion>(Leaf->getOriginRegion());
    if (!Field || PointeeOf(Field->getValueType()) != Class)
      return false;
    const SymbolicRegion *Base = Field->getSymbolicBase();
    Member = Base ? Base->getSymbol() : nullptr;
    if (Member == Object)
      return true;
  }
  return false;
}

/// Whether \p Cond says that an object is its own parent.
static bool saysOwnParent(SymbolRef Cond, bool Truth) {
  const auto *E = dyn_cast<SymSymExpr>(Cond);
  if (!E || E->getOpcode() != (Truth ? BO_EQ : BO_NE) ||
      !E->getLHS()->getType()->isPointerType() ||
      !E->getRHS()->getType()->isPointerType())
    return false;
  return isAncestor(E->getLHS(), E->getRHS()) ||
         isAncestor(E->getRHS(), E->getLHS());
}

ProgramStateRef flt::noteCondition(ProgramStateRef S, SVal Cond,
                                   bool Assumption, const Stmt *At) {
  SymbolRef Sym = Cond.getAsSymbol();
  if (!Sym)
    return S;
  std::uint64_t Compared = 0;
  Sym = positiveForm(Sym, Compared, Assumption);
  if (saysOwnParent(Sym, Assumption))
    return state::setDoubtful(S);
  auto Key = keyOf(S, Sym);
  return Key ? state::noteCondition(S, llvm::hash_combine(Compared, *Key), Sym,
                                    Assumption, At)
             : S;
}

ProgramStateRef flt::noteQuestion(ProgramStateRef S, const CallEvent &Call) {
  SymbolRef Result = Call.getReturnValue().getAsSymbol();
  if (!Result || !Call.getDecl())
    return S;
  llvm::hash_code Key = llvm::hash_value(Call.getDecl()->getCanonicalDecl());
  auto Add = [&](SVal V) {
    if (const MemRegion *R = V.getAsRegion())
      Key = llvm::hash_combine(Key, AccessPath::of(R, S).hash());
    else if (const llvm::APSInt *Int = V.getAsInteger())
      Key = llvm::hash_combine(Key, llvm::hash_value(*Int));
    else
      Key = llvm::hash_combine(Key, V.getAsSymbol());
  };
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    Add(Call.getArgSVal(I));
  if (const auto *Member = dyn_cast<CXXInstanceCall>(&Call))
    Add(Member->getCXXThisVal());
  return state::setQuestion(S, Result, Key);
}

/// A key for a value of any kind.
static std::optional<std::uint64_t> keyOf(ProgramStateRef S, SVal V) {
  if (const llvm::APSInt *Int = V.getAsInteger())
    return llvm::hash_value(*Int);
  if (auto Pointer = V.getAs<nonloc::LocAsInteger>())
    return keyOf(S, Pointer->getLoc());
  if (SymbolRef Sym = V.getAsSymbol())
    return keyOf(S, Sym);
  // The address of a variable, or of a part of an object.
  const MemRegion *R = V.getAsRegion();
  if (!R)
    return std::nullopt;
  AccessPath Path = AccessPath::of(R->StripCasts(), S);
  return Path.isAnonymous() ? std::nullopt
                            : std::optional<std::uint64_t>(Path.hash());
}

ProgramStateRef flt::noteComputed(ProgramStateRef S, SymbolRef Result,
                                  const BinaryOperator *E, SVal Left,
                                  SVal Right) {
  auto A = keyOf(S, Left), B = keyOf(S, Right);
  // Both ask whether two addresses differ.
  BinaryOperatorKind Op = E->isEqualityOp() ? BO_NE : E->getOpcode();
  return A && B ? state::setQuestion(S, Result, llvm::hash_combine(Op, *A, *B))
                : S;
}

/// What \p Value says when it is read as a condition, if the path knows.
static std::optional<bool> truthOf(ProgramStateRef S, SVal Value) {
  if (auto Constant = Value.getAs<nonloc::ConcreteInt>()) {
    const llvm::APSInt &Int = Constant->getValue();
    return Int == 0 || Int == 1 ? std::optional(Int != 0) : std::nullopt;
  }
  ConditionTruthVal Zero = S->isNull(Value);
  return Zero.isUnderconstrained() ? std::nullopt
                                   : std::optional(Zero.isConstrainedFalse());
}

/// \p Value, if nothing but a call names it, is known by \p Place from here on:
/// that is where it is found again after a call that can't be seen through.
static ProgramStateRef namePointer(ProgramStateRef S, const MemRegion *Place,
                                   SVal Value) {
  SymbolRef Pointer = Value.getAsLocSymbol();
  if (!isa_and_nonnull<SymbolConjured>(Pointer) ||
      state::storedAt(S.get(), Pointer))
    return S;
  const SymbolicRegion *Owner = Place->getSymbolicBase();
  // A list head that leads to its own object, say.
  if (Owner && Owner->getSymbol() == Pointer)
    return S;
  return state::setStoredAt(S, Pointer, Place);
}

ProgramStateRef flt::noteStore(ProgramStateRef S, const MemRegion *Place,
                               SVal Value) {
  // A variable of the function has no other life than on the path.
  if (!isa<FieldRegion>(Place) || changesOnPurpose(Place))
    return S;
  S = namePointer(S, Place, Value);
  std::uint64_t Key = placeKey(S, Place);
  // What a read of it is: one step through the field's memory.
  if (std::optional<bool> Truth = truthOf(S, Value))
    return state::noteAnswer(S, llvm::hash_combine(std::uint64_t(0), Key),
                             *Truth);
  // What is found out about the result of a call is so of where it is kept.
  const auto *Result = dyn_cast_or_null<SymbolData>(Value.getAsSymbol());
  if (Result && !Result->getOriginRegion() && !state::question(S, Result))
    return state::setQuestion(S, Result, Key);
  return S;
}

std::optional<bool> flt::answerFor(ProgramStateRef S, SVal Cond,
                                   bool Assumption, SymbolRef Result) {
  auto Kept = state::question(S, Result);
  SymbolRef Sym = Kept ? Cond.getAsSymbol() : nullptr;
  if (!Sym)
    return std::nullopt;
  std::uint64_t Compared = 0;
  Sym = positiveForm(Sym, Compared, Assumption);
  if (Compared || Sym == Result || keyOf(S, Sym) != Kept)
    return std::nullopt;
  return Assumption;
}

bool flt::contradictsHolds(ProgramStateRef S, SVal Cond, bool Assumption) {
  SymbolRef Sym = Cond.getAsSymbol();
  std::uint64_t Compared = 0;
  if (Sym)
    Sym = positiveForm(Sym, Compared, Assumption);
  if (!isa_and_nonnull<SymbolData>(Sym) || Assumption || Compared ||
      !Sym->getType()->isPointerType())
    return false;
  const MemRegion *Origin = Sym->getOriginRegion();
  if (!Origin || changesOnPurpose(Origin))
    return false;
  llvm::SmallVector<Hold, 4> Held = state::holds(S);
  if (Held.empty())
    return false;
  AccessPath Object = AccessPath::of(
      S->getStateManager().getRegionManager().getSymbolicRegion(Sym), S);
  return llvm::any_of(Held, [&](const Hold &H) {
    return Object.isPrefixOf(AccessPath::of(H.Lock, S));
  });
}
