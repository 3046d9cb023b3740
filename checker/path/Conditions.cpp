//===-- path/Conditions.cpp - the same question asked twice ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/Conditions.h"
#include "path/AccessPath.h"
#include "path/State.h"
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

/// What can be asked again: memory that can be read again, and functions that
/// answer questions.
static std::optional<std::uint64_t> keyOf(ProgramStateRef S,
                                          const SymbolData *Leaf) {
  const MemRegion *Origin = Leaf->getOriginRegion();
  if (!Origin)
    return state::question(S, Leaf);
  AccessPath Path = AccessPath::of(Origin, S);
  if (!Path.isAnonymous()) {
    if (!changesOnPurpose(Origin))
      return Path.hash();
    return llvm::hash_combine(Path.hash(), Leaf);
  }
  auto Start = Path.start() ? state::question(S, Path.start()) : std::nullopt;
  if (!Start)
    return std::nullopt;
  return llvm::hash_combine(*Start, Path.stepsHash());
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

/// "x != 0" is the question x itself, "x == 0" and "x == C" the opposite of
/// what "x != C" asks.
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
    if (E->getOpcode() == BO_EQ)
      Truth = !Truth;
    const llvm::APSInt &Constant = E->getRHS();
    if (Constant != 0)
      Compared = llvm::hash_combine(Compared, llvm::hash_value(Constant));
    Sym = E->getLHS();
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
                                   bool Assumption) {
  SymbolRef Sym = Cond.getAsSymbol();
  if (!Sym)
    return S;
  std::uint64_t Compared = 0;
  Sym = positiveForm(Sym, Compared, Assumption);
  if (saysOwnParent(Sym, Assumption))
    return state::setDoubtful(S);
  auto Key = keyOf(S, Sym);
  return Key ? state::noteCondition(S, llvm::hash_combine(Compared, *Key), Sym,
                                    Assumption)
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
  SymbolRef Sym = V.getAsSymbol();
  return Sym ? keyOf(S, Sym) : std::nullopt;
}

ProgramStateRef flt::noteComputed(ProgramStateRef S, SymbolRef Result,
                                  const BinaryOperator *E, SVal Left,
                                  SVal Right) {
  auto A = keyOf(S, Left), B = keyOf(S, Right);
  return A && B ? state::setQuestion(S, Result,
                                     llvm::hash_combine(E->getOpcode(), *A, *B))
                : S;
}

ProgramStateRef flt::noteStore(ProgramStateRef S, const MemRegion *Place,
                               SVal Value) {
  auto Constant = Value.getAs<nonloc::ConcreteInt>();
  // A variable of the function has no other life than on the path.
  if (!Constant || !isa<FieldRegion>(Place))
    return S;
  const llvm::APSInt &Int = Constant->getValue();
  if (Int != 0 && Int != 1)
    return S;
  AccessPath Path = AccessPath::of(Place, S);
  if (Path.isAnonymous())
    return S;
  // What a read of it is: one step through the field's memory.
  return state::noteAnswer(
      S, llvm::hash_combine(std::uint64_t(0), std::uint64_t(Path.hash())),
      Int != 0);
}
