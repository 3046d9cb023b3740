//===-- engine/ModelValues.cpp - what becomes of values on a path ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The callbacks of ModelChecker that follow values between the calls: how long
// they live, where they are stored, what conditions say about them.
//
//===----------------------------------------------------------------------===//
#include "compat/Compat.h"
#include "engine/ModelChecker.h"
#include "hints/Names.h"
#include "path/AccessPath.h"
#include "path/Conditions.h"
#include "path/EntryValues.h"
#include "path/Invented.h"
#include "path/KnownFlags.h"
#include "path/Registrations.h"
#include "path/TruthValues.h"
#include "clang/Lex/Lexer.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Whether a row has to tell what becomes of \p Value, with the reference
/// \p Ref: it was in a variable of the callers, or came straight into one.
bool ModelChecker::isOutput(SymbolRef Value, const Reference &Ref) const {
  if (!Summaries)
    return false;
  return isEntryValue(Value) ||
         (Ref.By && Ref.Where && Ref.Where->getSymbolicBase() &&
          Ref.K == Reference::Kind::Escaped);
}

void ModelChecker::checkLiveSymbols(ProgramStateRef S,
                                    SymbolReaper &Reaper) const {
  // What the function does may depend on what it was given.
  if (Summaries)
    for (SymbolRef Value : Run.Params)
      if (Value)
        Reaper.markLive(Value);
  // A result that was stored is looked at there.
  for (const PendingHold &P : state::pendingHolds(S))
    if (state::question(S, P.Result))
      Reaper.markLive(P.Result);
  for (const auto &[Lock, History] : state::histories(S))
    if (History.InitStatus)
      Reaper.markLive(History.InitStatus);
  // Whether what is in a list is set shows when it is released.
  for (const auto &[Value, Ref] : state::references(S))
    if (SymbolRef Status = Ref.Listed == Reference::Listing::No
                               ? nullptr
                               : state::pendingLink(S, Value)) {
      Reaper.markLive(Value);
      Reaper.markLive(Status);
    }
  for (const Registration &Known : state::registrations(S))
    Reaper.markLive(Known.Status);
  // Their constraints must last until the function ends.
  for (const auto &[Value, Ref] : state::references(S))
    if (Ref.isOwed() || isWatched(Value) || isOutput(Value, Ref)) {
      Reaper.markLive(Value);
      if (Ref.Status)
        Reaper.markLive(Ref.Status);
    }
}

void ModelChecker::checkDeadSymbols(SymbolReaper &Reaper,
                                    CheckerContext &C) const {
  ProgramStateRef S = state::dropQuestions(C.getState(), Reaper);
  // A switch looks at a result as well, and tells nobody.
  if (!state::pendingHolds(S).empty()) {
    S = O.refine(S);
    if (!S) {
      C.generateSink(C.getState(), C.getPredecessor());
      return;
    }
  }
  for (const auto &[Value, Ref] : state::references(S))
    if (!Ref.isOwed() && !isWatched(Value) && !isOutput(Value, Ref) &&
        Reaper.isDead(Value))
      S = state::removeReference(S, Value);
  for (const PendingFact &F : state::facts(S))
    if (Reaper.isDead(F.Result) || Reaper.isDead(F.Value) ||
        (F.Same && Reaper.isDead(F.Same)))
      S = state::removeFact(S, F);
  for (const PendingHold &P : state::pendingHolds(S)) {
    if (!Reaper.isDead(P.Result))
      continue;
    S = state::removePending(S, P);
    // Nobody looked, and nobody can any more.
    if (!P.NoWait) {
      S = state::addHold(S, P.Then);
      continue;
    }
    R.report(C, S,
             {RuleId::UncheckedWait,
              "the result of '" + P.Then.By->Name + "', which " +
                  Locks->howItFails(P) + ", is not checked: " +
                  Locks->describe(S, P.Then.Lock, *P.Then.What, P.Then.Site) +
                  " may not be held",
              P.Then.Site,
              {P.Then.Lock},
              {},
              P.Then.Site});
    S = state::addHold(S, P.Then); // Or it did not need to wait.
  }
  C.addTransition(S);
}

/// The engine knows nothing of the bits of a pointer, where drivers like to
/// keep flags: gives them a value, and notes what it came from.
void ModelChecker::checkPostStmt(const BinaryOperator *E,
                                 CheckerContext &C) const {
  if (E->isComparisonOp())
    noteAsking(E, C);
  if (E->isEqualityOp()) {
    C.addTransition(comparePointers(E, C));
    return;
  }
  ProgramStateRef S = C.getState();
  const LocationContext *Frame = C.getLocationContext();
  if (E->isAdditiveOp()) {
    C.addTransition(addToPointer(S, E, C));
    return;
  }
  if (!E->isBitwiseOp() || !S->getSVal(E, Frame).isUnknown())
    return;
  SVal Left = S->getSVal(E->getLHS(), Frame);
  SVal Right = S->getSVal(E->getRHS(), Frame);
  if (!Left.getAs<nonloc::LocAsInteger>() &&
      !Right.getAs<nonloc::LocAsInteger>())
    return;
  DefinedOrUnknownSVal Bits = compat::conjure(C, E);
  S = S->BindExpr(E, Frame, Bits);
  if (SymbolRef Result = Bits.getAsSymbol())
    S = noteComputed(S, Result, E, Left, Right);
  C.addTransition(S);
}

/// The engine assumes how a negation or a comparison comes out as soon as it
/// has evaluated it.
void ModelChecker::checkPostStmt(const UnaryOperator *E,
                                 CheckerContext &C) const {
  if (E->getOpcode() == UO_LNot)
    noteAsking(E, C);
}

void ModelChecker::checkLocation(SVal Location, bool, const Stmt *Use,
                                 CheckerContext &C) const {
  if (!state::hasReferences(C.getState()) || !Use ||
      References->checkUse(Location, Use, C))
    return;
  // Who looks into what CompletionContext points to knows what it is.
  const MemRegion *R = Location.getAsRegion();
  const SymbolicRegion *Base = R ? R->getSymbolicBase() : nullptr;
  if (Run.Completion && Base && Base->getSymbol() == Run.Completion)
    C.addTransition(References->markUsed(C.getState(), Run.Completion));
}

/// "Context->ReleaseLock = TRUE;", "SetFlag(Flags, RELEASE_PAGING_IO);": who
/// reads it later releases the lock.
bool ModelChecker::storesReleaseFlag(SVal Value, const Stmt *Store,
                                     CheckerContext &C) const {
  if (!Store || C.getState()->isNull(Value).isConstrainedTrue())
    return false;
  const auto *Compound = dyn_cast<CompoundAssignOperator>(Store);
  if (Compound && Compound->getOpcode() == BO_AndAssign)
    return false; // Clears a flag.
  const SourceManager &SM = C.getSourceManager();
  CharSourceRange Range = SM.getExpansionRange(
      CharSourceRange::getTokenRange(Store->getSourceRange()));
  return suggestsHandOver(
      Lexer::getSourceText(Range, SM, C.getASTContext().getLangOpts()),
      /*Flag=*/Compound);
}

/// "Fcb->LockThread = PsGetCurrentThread();"
static bool storesThread(SVal Value) {
  SymbolRef Sym = Value.getAsLocSymbol();
  return Sym && isThread(Sym->getType());
}

/// Whether \p R is what the CompletionContext parameter of the pre-operation
/// callback \p FD points to.
static bool isCompletionContext(const MemRegion *R, const FunctionDecl *FD) {
  const auto *S = dyn_cast<SymbolicRegion>(R->StripCasts());
  const auto *V = S ? dyn_cast<SymbolRegionValue>(S->getSymbol()) : nullptr;
  const auto *P = V ? dyn_cast<VarRegion>(V->getRegion()) : nullptr;
  return P && FD && isPreOperation(FD) && P->getDecl() == FD->getParamDecl(2);
}

/// "Context->State |= PAGING_IO;", "Context->Busy = TRUE;" beside a lock that
/// is held: marks the holds that the flag may stand for.
static ProgramStateRef noteFlag(ProgramStateRef S, const MemRegion *Place,
                                SVal Value, const Stmt *Store) {
  const auto *Field = dyn_cast<FieldRegion>(Place);
  if (!Field || !Field->getValueType()->isIntegralOrEnumerationType())
    return S;
  const auto *Compound = dyn_cast_or_null<CompoundAssignOperator>(Store);
  bool SetsBit = Compound && Compound->getOpcode() == BO_OrAssign;
  bool SetsTrue = isTruthType(Field->getValueType()) &&
                  S->isNull(Value).isConstrainedFalse();
  if (!SetsBit && !SetsTrue)
    return S;
  AccessPath Owner = AccessPath::of(Field->getSuperRegion(), S);
  for (const Hold &H : state::holds(S))
    if (!H.Noted && Owner.isPrefixOf(AccessPath::of(H.Lock, S))) {
      Hold Noted = H;
      Noted.Noted = true;
      S = state::replaceHold(S, H, Noted);
    }
  return S;
}

void ModelChecker::checkBind(SVal Location, SVal Value, const Stmt *Store, bool,
                             CheckerContext &C) const {
  const MemRegion *R = Location.getAsRegion();
  if (!R)
    return;
  ProgramStateRef S = noteStore(C.getState(), R, Value);
  bool Outlives =
      R->getSymbolicBase() ||
      (isa<VarRegion>(R->getBaseRegion()) &&
       cast<VarRegion>(R->getBaseRegion())->getDecl()->hasGlobalStorage());
  if (!Outlives) {
    C.addTransition(References->nameAfter(S, Value, R));
    return;
  }

  S = noteFlag(S, R, Value, Store);
  if (const auto *Given = dyn_cast_or_null<VarRegion>(Value.getAsRegion());
      Given && Given->getValueType()->isPointerType())
    S = state::addGivenVariable(S, Given);
  llvm::SmallVector<Hold, 4> Held = state::holds(S);
  if (!Held.empty() && !state::handsOver(S)) {
    const MemRegion *Stored = Value.getAsRegion();
    bool StoresLock = false;
    if (Stored && Stored->getSymbolicBase()) {
      AccessPath Path = AccessPath::of(Stored, S);
      for (const Hold &H : Held) {
        AccessPath Lock = AccessPath::of(H.Lock, S);
        StoresLock |= Lock == Path;
        if (!H.ObjectGiven && Path.isPrefixOf(Lock)) {
          Hold Given = H;
          Given.ObjectGiven = true;
          S = state::replaceHold(S, H, Given);
        }
      }
    }
    // With that the driver makes a lock recursive, and counts itself how often
    // the thread holds it.
    bool NotesOwner = storesThread(Value);
    Run.NotesOwner |= NotesOwner;
    if (StoresLock || NotesOwner || storesReleaseFlag(Value, Store, C))
      S = state::setHandsOver(S);
  }

  const MemRegion *V = Value.getAsRegion();
  const SymbolicRegion *Base = V ? V->getSymbolicBase() : nullptr;
  if (Base && state::reference(S, Base->getSymbol())) {
    if (!isCompletionContext(R, Function))
      S = References->storeIn(S, Base->getSymbol(), R);
    Reference Ref = *state::reference(S, Base->getSymbol());
    if (Ref.isOwed()) {
      // A list head in the object that points to itself; the callback's own
      // hand-over, judged at its return.
      bool Completion = isCompletionContext(R, Function);
      Ref.InCompletion |= Completion;
      Ref.KeptPrivate = Completion || R->getSymbolicBase() == Base;
      S = state::setReference(S, Base->getSymbol(), Ref);
    }
  }
  C.addTransition(S);
}

ProgramStateRef ModelChecker::checkPointerEscape(
    ProgramStateRef S, const InvalidatedSymbols &Escaped, const CallEvent *Call,
    PointerEscapeKind Kind) const {
  // What a call does to its arguments is decided when it has returned.
  if (Call || Kind == PSK_DirectEscapeOnCall ||
      Kind == PSK_IndirectEscapeOnCall)
    return S;
  for (SymbolRef Sym : Escaped) {
    const Reference *Known = state::reference(S, Sym);
    if (!Known)
      continue;
    if (Known->KeptPrivate) {
      Reference Ref = *Known;
      Ref.KeptPrivate = false;
      S = state::setReference(S, Sym, Ref);
    } else {
      S = References->escape(S, Sym);
    }
  }
  return S;
}

/// The path takes what it owes to be the same as something else that it has:
/// by which of the two names it is given back says nothing any more.
ProgramStateRef ModelChecker::escapeAliases(ProgramStateRef S,
                                            SymbolRef Condition,
                                            bool Assumption) const {
  const auto *Both = dyn_cast<SymSymExpr>(Condition);
  if (!Both || !BinaryOperator::isEqualityOp(Both->getOpcode()) ||
      (Both->getOpcode() == BO_EQ) != Assumption)
    return S;
  for (SymbolRef Side : {Both->getLHS(), Both->getRHS()})
    if (const Reference *Ref = state::reference(S, Side); Ref && Ref->isOwed())
      S = References->escape(S, Side);
  return S;
}

ProgramStateRef ModelChecker::evalAssume(ProgramStateRef S, SVal Cond,
                                         bool Assumption) const {
  if (contradictsFlags(S, Cond, Assumption) ||
      contradictsHolds(S, Cond, Assumption))
    return nullptr;
  S = decideTruth(S, Cond, Assumption, O);
  if (!S || O.isAsking())
    return S;
  S = noteCondition(S, Cond, Assumption, Asking);
  for (const PendingHold &P : state::pendingHolds(S))
    if (auto Answer = answerFor(S, Cond, Assumption, P.Result)) {
      S = O.assumeZero(S, P.Result, !*Answer);
      if (!S || !(S = O.refine(S)))
        return nullptr;
    }
  SymbolRef Condition = Cond.getAsSymbol(/*IncludeBaseRegions=*/true);
  if (!Condition)
    return S;
  S = escapeAliases(S, Condition, Assumption);
  // Which way garbage decides says nothing of the driver.
  if (restsOn(Condition, Invented::Uninitialised))
    S = state::setDoubtful(S);
  // Only a condition over a pending outcome can decide it.
  llvm::SmallPtrSet<SymbolRef, 4> Pending;
  for (const auto &[Value, Ref] : state::references(S))
    if (Ref.K == Reference::Kind::Pending) {
      Pending.insert(Value);
      Pending.insert(Ref.Status);
    }
  for (const PendingHold &P : state::pendingHolds(S))
    Pending.insert(P.Result);
  for (const PendingFact &F : state::facts(S)) {
    Pending.insert(F.Result);
    Pending.insert(F.Value);
  }
  if (Pending.empty())
    return S;
  for (SymbolRef Part : Condition->symbols())
    if (Pending.contains(Part))
      return O.refine(S);
  return S;
}
