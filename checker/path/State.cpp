//===-- path/State.cpp - what a path knows of locks and contexts ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/State.h"
#include "clang/AST/Decl.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

namespace {
/// Sets in the program state order their elements by profile alone.
template <class T> bool sameProfile(const T &A, const T &B) {
  llvm::FoldingSetNodeID X, Y;
  A.Profile(X);
  B.Profile(Y);
  return X == Y;
}
} // namespace

void Hold::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddPointer(Lock);
  ID.AddPointer(By);
  ID.AddPointer(What);
  ID.AddPointer(Site);
  ID.AddPointer(Frame);
  ID.AddInteger(Enters ? 1 + unsigned(*Enters) : 0);
  ID.AddInteger(Exclusive | HandedOver << 2 | ObjectGiven << 3 | Exposed << 4 |
                Noted << 5 | Passed << 6);
}
bool Hold::operator==(const Hold &O) const { return sameProfile(*this, O); }

void PendingHold::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddPointer(Result);
  ID.AddPointer(Wait);
  ID.AddBoolean(NoWait);
  Then.Profile(ID);
}
bool PendingHold::operator==(const PendingHold &O) const {
  return sameProfile(*this, O);
}

void LockHistory::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddInteger(EntryReleases);
  ID.AddInteger(EntryRegions);
  ID.AddInteger(unsigned(EntryRegion));
  ID.AddPointer(InitSite);
  ID.AddPointer(InitStatus);
  ID.AddPointer(LastRelease);
  ID.AddPointer(ReleasedBy);
  ID.AddInteger(Deleted | Unknown << 1 | Acquired << 2 | Touched << 3);
  ID.AddPointer(Family);
}
void PendingFact::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddPointer(Result);
  ID.AddInteger(unsigned(When));
  ID.AddPointer(Value);
  ID.AddPointer(Same);
  ID.AddInteger(Constant);
  ID.AddBoolean(IsNot);
}
bool PendingFact::operator==(const PendingFact &O) const {
  return sameProfile(*this, O);
}

bool LockHistory::operator==(const LockHistory &O) const {
  return sameProfile(*this, O);
}

void RegionDepth::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddInteger(Depth);
  ID.AddBoolean(Unknown);
  ID.AddPointer(LastEnter);
  ID.AddPointer(LeftByRelease);
  ID.AddPointer(LeavingRelease);
}
bool RegionDepth::operator==(const RegionDepth &O) const {
  return sameProfile(*this, O);
}

void Reference::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddInteger(unsigned(K) | Count << 8 | Old << 16 | InCompletion << 17 |
                Uninitialized << 18 | MayBeNull << 19 | Shared << 20 |
                KeptPrivate << 21 | Used << 22 | DecidedByValue << 23 |
                Lent << 24 | unsigned(Listed) << 25);
  ID.AddPointer(Family);
  ID.AddBoolean(Otherwise.has_value());
  ID.AddInteger(Otherwise.value_or(0));
  ID.AddInteger(Effects);
  ID.AddInteger(Stored);
  ID.AddPointer(Status);
  ID.AddPointer(In);
  ID.AddPointer(By);
  ID.AddPointer(Through);
  ID.AddPointer(Site);
  ID.AddPointer(ReleaseSite);
  ID.AddPointer(Where);
}
std::string Reference::giver() const {
  return Through ? Through->getNameAsString() : By ? By->Name : "";
}
bool Reference::operator==(const Reference &O) const {
  return sameProfile(*this, O);
}

REGISTER_LIST_WITH_PROGRAMSTATE(HoldList, Hold)
REGISTER_LIST_WITH_PROGRAMSTATE(PendingList, PendingHold)
REGISTER_LIST_WITH_PROGRAMSTATE(FactList, PendingFact)
REGISTER_MAP_WITH_PROGRAMSTATE(HistoryMap, const MemRegion *, LockHistory)
REGISTER_MAP_WITH_PROGRAMSTATE(RegionMap, unsigned, RegionDepth)
REGISTER_MAP_WITH_PROGRAMSTATE(ReferenceMap, SymbolRef, Reference)
REGISTER_MAP_WITH_PROGRAMSTATE(LinkMap, SymbolRef, unsigned)
REGISTER_MAP_WITH_PROGRAMSTATE(PendingLinkMap, SymbolRef, SymbolRef)
/// By question, the identity of the symbol that was asked about; 0 for none.
REGISTER_MAP_WITH_PROGRAMSTATE(TrueConditions, std::uint64_t, std::uint64_t)
REGISTER_MAP_WITH_PROGRAMSTATE(FalseConditions, std::uint64_t, std::uint64_t)
/// By question, the branch that asked it last, and whether others ran since.
REGISTER_MAP_WITH_PROGRAMSTATE(AskedAt, std::uint64_t, std::uint64_t)
REGISTER_MAP_WITH_PROGRAMSTATE(QuestionMap, SymbolRef, std::uint64_t)
REGISTER_MAP_WITH_PROGRAMSTATE(StoreMap, SymbolRef, const MemRegion *)
REGISTER_SET_WITH_PROGRAMSTATE(GivenVariables, const MemRegion *)
REGISTER_TRAIT_WITH_PROGRAMSTATE(Doubtful, bool)
REGISTER_TRAIT_WITH_PROGRAMSTATE(HandsOver, bool)
REGISTER_TRAIT_WITH_PROGRAMSTATE(AcquiredUnseen, bool)

/// A copy of the list \p L without \p Drop, or with \p Put in its place.
template <class Trait, class T>
static ProgramStateRef rebuild(ProgramStateRef S, const T &Drop, const T *Put) {
  llvm::SmallVector<T, 4> Kept;
  bool Done = false;
  for (const T &E : S->get<Trait>()) {
    if (Done || !(E == Drop)) {
      Kept.push_back(E);
      continue;
    }
    Done = true;
    if (Put)
      Kept.push_back(*Put);
  }
  auto &Factory = S->get_context<Trait>();
  auto List = Factory.getEmptyList();
  for (const T &E : llvm::reverse(Kept))
    List = Factory.add(E, List);
  return S->set<Trait>(List);
}

llvm::SmallVector<Hold, 4> state::holds(ProgramStateRef S) {
  llvm::SmallVector<Hold, 4> Out;
  for (const Hold &H : S->get<HoldList>())
    Out.push_back(H);
  return Out;
}
ProgramStateRef state::addHold(ProgramStateRef S, const Hold &H) {
  return S->add<HoldList>(H);
}
ProgramStateRef state::removeHold(ProgramStateRef S, const Hold &H) {
  return rebuild<HoldList, Hold>(S, H, nullptr);
}
ProgramStateRef state::replaceHold(ProgramStateRef S, const Hold &Old,
                                   const Hold &New) {
  return rebuild<HoldList, Hold>(S, Old, &New);
}

llvm::SmallVector<PendingHold, 2> state::pendingHolds(ProgramStateRef S) {
  llvm::SmallVector<PendingHold, 2> Out;
  for (const PendingHold &P : S->get<PendingList>())
    Out.push_back(P);
  return Out;
}
ProgramStateRef state::addPending(ProgramStateRef S, const PendingHold &P) {
  return S->add<PendingList>(P);
}
ProgramStateRef state::removePending(ProgramStateRef S, const PendingHold &P) {
  return rebuild<PendingList, PendingHold>(S, P, nullptr);
}

llvm::SmallVector<PendingFact, 2> state::facts(ProgramStateRef S) {
  llvm::SmallVector<PendingFact, 2> Out;
  for (const PendingFact &F : S->get<FactList>())
    Out.push_back(F);
  return Out;
}
ProgramStateRef state::addFact(ProgramStateRef S, const PendingFact &F) {
  return S->add<FactList>(F);
}
ProgramStateRef state::removeFact(ProgramStateRef S, const PendingFact &F) {
  return rebuild<FactList, PendingFact>(S, F, nullptr);
}

LockHistory state::history(ProgramStateRef S, const MemRegion *Lock) {
  const LockHistory *H = S->get<HistoryMap>(Lock);
  return H ? *H : LockHistory();
}
ProgramStateRef state::setHistory(ProgramStateRef S, const MemRegion *Lock,
                                  const LockHistory &H) {
  return S->set<HistoryMap>(Lock, H);
}
llvm::SmallVector<std::pair<const MemRegion *, LockHistory>, 4>
state::histories(ProgramStateRef S) {
  llvm::SmallVector<std::pair<const MemRegion *, LockHistory>, 4> Out;
  for (const auto &Entry : S->get<HistoryMap>())
    Out.push_back(Entry);
  return Out;
}

RegionDepth state::region(ProgramStateRef S, model::RegionKind K) {
  const RegionDepth *D = S->get<RegionMap>(unsigned(K));
  return D ? *D : RegionDepth();
}
ProgramStateRef state::setRegion(ProgramStateRef S, model::RegionKind K,
                                 const RegionDepth &D) {
  return S->set<RegionMap>(unsigned(K), D);
}
ProgramStateRef state::doubtRegion(ProgramStateRef S, model::RegionKind K) {
  RegionDepth D = region(S, K);
  D.Unknown = true;
  return setRegion(S, K, D);
}

const Reference *state::reference(ProgramStateRef S, SymbolRef Value) {
  return S->get<ReferenceMap>(Value);
}
ProgramStateRef state::setReference(ProgramStateRef S, SymbolRef Value,
                                    const Reference &R) {
  return S->set<ReferenceMap>(Value, R);
}
ProgramStateRef state::removeReference(ProgramStateRef S, SymbolRef Value) {
  return S->remove<ReferenceMap>(Value);
}
llvm::SmallVector<std::pair<SymbolRef, Reference>, 4>
state::references(ProgramStateRef S) {
  llvm::SmallVector<std::pair<SymbolRef, Reference>, 4> Out;
  for (const auto &Entry : S->get<ReferenceMap>())
    Out.push_back(Entry);
  return Out;
}
bool state::hasReferences(ProgramStateRef S) {
  return !S->get<ReferenceMap>().isEmpty();
}

LinkState state::link(ProgramStateRef S, SymbolRef Context) {
  const unsigned *L = S->get<LinkMap>(Context);
  return L ? LinkState(*L) : LinkState::Unknown;
}
ProgramStateRef state::setLink(ProgramStateRef S, SymbolRef Context,
                               LinkState L) {
  return S->set<LinkMap>(Context, unsigned(L));
}
SymbolRef state::pendingLink(ProgramStateRef S, SymbolRef Context) {
  const SymbolRef *Status = S->get<PendingLinkMap>(Context);
  return Status ? *Status : nullptr;
}
ProgramStateRef state::setPendingLink(ProgramStateRef S, SymbolRef Context,
                                      SymbolRef Status) {
  return Status ? S->set<PendingLinkMap>(Context, Status)
                : S->remove<PendingLinkMap>(Context);
}

/// Beside the address of the branch that asked: other threads had the time to
/// change it since.
static constexpr std::uint64_t OthersRan = 1;

/// Whether the question \p Key may be answered anew by the branch \p At.
static bool mayDiffer(ProgramStateRef S, std::uint64_t Key, const void *At) {
  const std::uint64_t *Asked = S->get<AskedAt>(Key);
  return Asked && At &&
         *Asked == (reinterpret_cast<std::uintptr_t>(At) | OthersRan);
}

template <class Same, class Opposite>
static ProgramStateRef noteOutcome(ProgramStateRef S, std::uint64_t Key,
                                   SymbolRef Value, const void *At) {
  auto Identity = reinterpret_cast<std::uintptr_t>(Value);
  if (const std::uint64_t *Before = S->get<Opposite>(Key))
    if (*Before != Identity && !mayDiffer(S, Key, At))
      S = S->set<Doubtful>(true);
  S = S->set<AskedAt>(Key, reinterpret_cast<std::uintptr_t>(At));
  return S->remove<Opposite>(Key)->template set<Same>(Key, Identity);
}

ProgramStateRef state::noteCondition(ProgramStateRef S, std::uint64_t Key,
                                     SymbolRef Value, bool Truth,
                                     const void *At) {
  return Truth
             ? noteOutcome<TrueConditions, FalseConditions>(S, Key, Value, At)
             : noteOutcome<FalseConditions, TrueConditions>(S, Key, Value, At);
}

ProgramStateRef state::letOthersRun(ProgramStateRef S) {
  for (const auto &[Key, Asked] : S->get<AskedAt>())
    if (Asked && !(Asked & OthersRan))
      S = S->set<AskedAt>(Key, Asked | OthersRan);
  return S;
}

ProgramStateRef state::noteAnswer(ProgramStateRef S, std::uint64_t Key,
                                  bool Truth) {
  // No symbol: whatever is read from there later is another value.
  S = S->remove<AskedAt>(Key);
  return Truth ? S->remove<FalseConditions>(Key)->set<TrueConditions>(
                     Key, std::uint64_t(0))
               : S->remove<TrueConditions>(Key)->set<FalseConditions>(
                     Key, std::uint64_t(0));
}

ProgramStateRef state::setQuestion(ProgramStateRef S, SymbolRef Result,
                                   std::uint64_t Key) {
  return S->set<QuestionMap>(Result, Key);
}
std::optional<std::uint64_t> state::question(ProgramStateRef S,
                                             SymbolRef Result) {
  const std::uint64_t *Key = S->get<QuestionMap>(Result);
  return Key ? std::optional<std::uint64_t>(*Key) : std::nullopt;
}
ProgramStateRef state::dropQuestions(ProgramStateRef S, SymbolReaper &Reaper) {
  for (const auto &[Result, Key] : S->get<QuestionMap>())
    if (Reaper.isDead(Result))
      S = S->remove<QuestionMap>(Result);
  // What leads to a lock that is held must keep its name.
  if (!S->get<HoldList>().isEmpty() || !S->get<PendingList>().isEmpty())
    return S;
  for (const auto &[Pointer, Place] : S->get<StoreMap>())
    if (Reaper.isDead(Pointer))
      S = S->remove<StoreMap>(Pointer);
  return S;
}

bool state::isDoubtful(ProgramStateRef S) { return S->get<Doubtful>(); }

ProgramStateRef state::setDoubtful(ProgramStateRef S) {
  return S->set<Doubtful>(true);
}

bool state::acquiredUnseen(ProgramStateRef S) {
  return S->get<AcquiredUnseen>();
}
ProgramStateRef state::setAcquiredUnseen(ProgramStateRef S) {
  return S->set<AcquiredUnseen>(true);
}

bool state::handsOver(ProgramStateRef S) { return S->get<HandsOver>(); }
ProgramStateRef state::setHandsOver(ProgramStateRef S) {
  return S->set<HandsOver>(true);
}

const MemRegion *state::storedAt(const ProgramState *S, SymbolRef Pointer) {
  const MemRegion *const *Place = S->get<StoreMap>(Pointer);
  return Place ? *Place : nullptr;
}
ProgramStateRef state::setStoredAt(ProgramStateRef S, SymbolRef Pointer,
                                   const MemRegion *Place) {
  for (const auto &[Other, Taken] : S->get<StoreMap>())
    if (Taken == Place)
      S = S->remove<StoreMap>(Other);
  return S->set<StoreMap>(Pointer, Place);
}

llvm::SmallVector<const MemRegion *, 2>
state::givenVariables(ProgramStateRef S) {
  auto Given = S->get<GivenVariables>();
  return {Given.begin(), Given.end()};
}
ProgramStateRef state::addGivenVariable(ProgramStateRef S,
                                        const MemRegion *Variable) {
  return S->add<GivenVariables>(Variable);
}
