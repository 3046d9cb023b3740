//===-- contexts/ReferenceEnds.cpp - where references leave a function ----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "contexts/PreOpStatus.h"
#include "contexts/ReferenceRules.h"
#include "hints/Names.h"
#include "path/AccessPath.h"
#include "clang/AST/Decl.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/StmtCXX.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

namespace {
class SymbolCollector final : public SymbolVisitor {
public:
  bool VisitSymbol(SymbolRef Sym) override {
    Symbols.insert(Sym);
    return true;
  }
  bool VisitMemRegion(const MemRegion *R) override {
    const auto *Part = dyn_cast<TypedValueRegion>(R->StripCasts());
    if (const SymbolicRegion *Base = Part ? R->getSymbolicBase() : nullptr)
      (isListEntry(Part->getValueType()) ? ByEntry : ByPart)
          .insert(Base->getSymbol());
    return true;
  }

  llvm::SmallPtrSet<SymbolRef, 8> Symbols;
  /// Those of objects that a pointer into them was found to, by what it is.
  llvm::SmallPtrSet<SymbolRef, 4> ByEntry, ByPart;
};
} // namespace

/// Whether the variable or structure \p Place holds \p Sym itself.
static bool storesItself(ProgramStateRef S, SVal Place, QualType Type,
                         SymbolRef Sym) {
  if (const auto *RD = Type->getAsRecordDecl())
    return llvm::any_of(RD->fields(), [&](const FieldDecl *F) {
      return storesItself(S, S->getLValue(F, Place), F->getType(), Sym);
    });
  std::optional<Loc> L = Place.getAs<Loc>();
  return L && Type->isPointerType() && S->getSVal(*L).getAsLocSymbol() == Sym;
}

ReferenceRules::State ReferenceRules::keep(State S, const CallEvent &Call,
                                           const model::Effect &E,
                                           State Before) const {
  if (E.Object.Base != model::ObjectPath::BaseKind::Argument ||
      E.Object.Argument >= Call.getNumArgs())
    return S;
  SVal Argument = Call.getArgSVal(E.Object.Argument);
  const MemRegion *R = Argument.getAsRegion();
  if (!R)
    return S;
  const SymbolicRegion *Base = R->getSymbolicBase();
  if (!Base)
    return escapeReachable(S, Argument, Before);
  if (!E.Object.Steps.empty())
    return S; // What is in an object of others is theirs to release.
  // Also of a context that nothing was known of: from here on nobody can count
  // its references.
  if (!state::reference(S, Base->getSymbol()))
    S = state::setReference(S, Base->getSymbol(), Reference());
  return escape(S, Base->getSymbol());
}

ReferenceRules::State ReferenceRules::pass(State S, const CallEvent &Call,
                                           unsigned I, State Before,
                                           bool Unknown) const {
  if (I >= Call.getNumArgs() || (!Unknown && !state::hasReferences(S)))
    return S;
  SVal Argument = Call.getArgSVal(I);
  auto Escape = [&](SymbolRef Sym) {
    if (Unknown && !state::reference(S, Sym))
      S = state::setReference(S, Sym, Reference());
    return escape(S, Sym);
  };
  if (SymbolRef Sym = Argument.getAsLocSymbol())
    return Escape(Sym);
  const MemRegion *R = Argument.getAsRegion();
  if (!R)
    return S;
  R = R->StripCasts();
  const auto *Base = R->getSymbolicBase();
  // A variable of ours: what it holds can be reached.
  if (!Base)
    return escapeReachable(S, Argument, Before);
  // Into the object: &Ctx->Lock does not give the object away, but
  // &Ctx->ListEntry does.
  const auto *Field = dyn_cast<TypedValueRegion>(R);
  return Field && isListEntry(Field->getValueType()) ? Escape(Base->getSymbol())
                                                     : S;
}

ReferenceRules::State ReferenceRules::escapeReachable(State S, SVal Pointer,
                                                      State Before) const {
  SymbolCollector Reached;
  Before->scanReachableSymbols(Pointer, Reached);
  const MemRegion *R = Pointer.getAsRegion();
  const auto *Place = R ? dyn_cast<TypedValueRegion>(R->StripCasts()) : nullptr;
  for (SymbolRef Sym : Reached.Symbols)
    // A pointer into an object is no way to the object, except where it is an
    // entry that lists are made of.
    if (!Reached.ByPart.contains(Sym) || Reached.ByEntry.contains(Sym) ||
        (Place && storesItself(Before, loc::MemRegionVal(Place),
                               Place->getValueType(), Sym)))
      S = escape(S, Sym);
  return S;
}

ReferenceRules::State ReferenceRules::lift(State S, const CallEvent &Call,
                                           const Expr *Site) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (!FD || !state::hasReferences(S))
    return S;
  const SourceManager &SM = FD->getASTContext().getSourceManager();
  if (const FunctionDecl *Definition = FD->getDefinition())
    FD = Definition;
  auto Lift = [&](SVal Value, const MemRegion *Place) {
    SymbolRef Sym = Value.getAsLocSymbol();
    const Reference *Known = Sym ? state::reference(S, Sym) : nullptr;
    if (!Known || !Known->isOwed() || Known->Shared || !Known->Site)
      return;
    // A holder's get() or detach() only passes on what it was given.
    if (!SM.isPointWithin(SM.getExpansionLoc(Known->Site->getBeginLoc()),
                          SM.getExpansionLoc(FD->getBeginLoc()),
                          SM.getExpansionLoc(FD->getEndLoc())))
      return;
    Reference Ref = *Known;
    Ref.Site = Site;
    Ref.Through = FD;
    // It is an ordinary reference for whoever gets it.
    Ref.Old = false;
    Ref.Where = Place;
    S = state::setReference(S, Sym, Ref);
  };
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    if (const MemRegion *R = Call.getArgSVal(I).getAsRegion()) {
      R = R->StripCasts();
      const auto *T = dyn_cast<TypedValueRegion>(R);
      if (T && T->getValueType()->isPointerType() && isa<VarRegion>(R))
        Lift(S->getSVal(R), R);
    }
  Lift(Call.getReturnValue(), nullptr);
  return S;
}

bool ReferenceRules::checkUse(SVal Pointer, const Stmt *Use,
                              CheckerContext &C) const {
  const MemRegion *R = Pointer.getAsRegion();
  const SymbolicRegion *Base = R ? R->getSymbolicBase() : nullptr;
  if (!Base)
    return false;
  SymbolRef Sym = Base->getSymbol();
  ProgramStateRef S = C.getState();
  const Reference *Ref = state::reference(S, Sym);
  if (!Ref || Ref->K != Reference::Kind::Dead ||
      (Ref->Family && Ref->Family->Outlives))
    return false;
  // The Filter Manager's own reference may keep a linked context alive.
  LinkState Link = linkOf(S, Sym);
  if (Link == LinkState::Linked || Link == LinkState::Pending)
    return false;
  const auto *E = dyn_cast<Expr>(Use);
  Reference Named = *Ref;
  if (const auto *Parameter = dyn_cast<SymbolRegionValue>(Sym);
      Parameter && !Named.Where)
    Named.Where = Parameter->getRegion();
  bool IsContext = !Ref->Family || Ref->Family->IsContext;
  this->R.reportAndStop(
      C, S,
      {ruleFor(*Ref, {RuleId::OldUsedAfter, RuleId::ContextUsedAfter,
                      RuleId::ReferenceUsedAfter}),
       // An argument is the context itself, other uses are parts of it.
       describe(S, Named, E && E->isPRValue() ? E : nullptr) +
           (IsContext ? " is used after its last reference was released"
                      : " is used after it was " + Ref->Family->GivenBack),
       Ref->ReleaseSite,
       {Sym, Ref->Site},
       Use->getSourceRange()});
  return true;
}

/// Whether the function of \p N comes by \p Site more than once: what it got in
/// an earlier round is lost there, and not where it returns.
static bool isInLoop(const Expr *Site, const ExplodedNode &N) {
  const ParentMap &Parents =
      N.getLocationContext()->getAnalysisDeclContext()->getParentMap();
  for (const Stmt *S = Site; S; S = Parents.getParent(S))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      return true;
  return false;
}

void ReferenceRules::atEnd(SVal Returned, ExplodedNode *N, BugReporter &BR,
                           PathEnd How,
                           const llvm::DenseSet<const Expr *> &GivenBack,
                           StringRef CompletionLost) const {
  ProgramStateRef S = N->getState();
  if (state::isDoubtful(S))
    return; // A path that contradicts itself.
  std::string When = " " + whenIn(How).str();
  SymbolRef ReturnedSym = Returned.getAsLocSymbol();
  for (const auto &[Sym, Ref] : state::references(S)) {
    if (!Ref.isOwed() || Sym == ReturnedSym)
      continue;
    Decision Owed = O.isOwed(S, Sym, Ref);
    if (Owed == Decision::No)
      continue;
    const auto *Got = dyn_cast_or_null<CallExpr>(Ref.Site);
    std::string What = describe(
        S, Ref,
        Ref.Shared && Got && Got->getNumArgs() ? Got->getArg(0) : nullptr);
    // No post-operation callback follows an exception.
    if (Ref.InCompletion && How == PathEnd::Return) {
      const PreOpStatus *P = preOpStatus(Returned, S);
      std::string Why = CompletionLost.str();
      if (P && !P->CallsPost)
        Why = "no post-operation callback follows " + P->Name.str() +
              " to release it";
      if (!P || Why.empty())
        continue;
      R.reportAt(
          BR, N,
          {ruleFor(Ref, {RuleId::OldNotReleased, RuleId::ContextLeftForNobody,
                         RuleId::ReferenceLeftForNobody}),
           What + " is left in *CompletionContext, but " + Why,
           Ref.Site,
           {Sym},
           {}});
      continue;
    }
    std::string Message;
    if (isMember(Ref))
      // One finding, whichever of them it is.
      Message = "contexts in '" +
                AccessPath::of(cast<SubRegion>(Ref.Where)->getSuperRegion(), S)
                    .str() +
                "', returned by '" + Ref.giver() + "', are not released" + When;
    else if (Ref.By && Ref.By->has(model::EffectKind::AddRef) && Ref.Shared)
      Message = "the reference added to " + What + " is not released" + When;
    else if (Owed == Decision::Unknown && Ref.Old)
      Message = "old " + What + ", which '" + Ref.giver() +
                "' may have returned, is not released";
    else if (Ref.Old)
      Message = "old " + What + ", returned by '" + Ref.giver() +
                "', is not released";
    else
      Message = What + ", returned by '" + Ref.giver() + "', is not " +
                Ref.Family->GivenBack + When;
    Problem P{ruleFor(Ref, {RuleId::OldNotReleased, RuleId::ContextNotReleased,
                            RuleId::ReferenceNotReleased}),
              Message,
              Ref.Site,
              {Sym},
              {}};
    P.EachEnd = GivenBack.contains(Ref.Site) && !isInLoop(Ref.Site, *N);
    R.reportAt(BR, N, P);
  }
}

ReferenceRules::State
ReferenceRules::watch(State S, SymbolRef Context, bool Lent,
                      const model::ReferenceFamily *Family) const {
  Reference Ref;
  Ref.Lent = Lent;
  Ref.Family = Family;
  return state::setReference(S, Context, Ref);
}

ReferenceRules::State ReferenceRules::markUsed(State S,
                                               SymbolRef Context) const {
  const Reference *Known = state::reference(S, Context);
  if (!Known || Known->Used)
    return S;
  Reference Ref = *Known;
  Ref.Used = true;
  return state::setReference(S, Context, Ref);
}

ReferenceRules::State ReferenceRules::markUsed(State S, const CallEvent &Call,
                                               SymbolRef Context) const {
  const Reference *Known = state::reference(S, Context);
  if (!Known || Known->Used)
    return S;
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    const MemRegion *R = Call.getArgSVal(I).getAsRegion();
    if (!R)
      continue;
    R = R->StripCasts();
    const SymbolicRegion *Base = R->getSymbolicBase();
    // By value, or through the variable that holds it.
    bool Passes =
        Base ? Base->getSymbol() == Context
             : isa<VarRegion>(R) && S->getSVal(R).getAsLocSymbol() == Context;
    if (Passes)
      return markUsed(S, Context);
  }
  return S;
}

std::optional<bool> ReferenceRules::leavesContext(State S,
                                                  SVal Returned) const {
  if (const PreOpStatus *P = preOpStatus(Returned, S); P && !P->CallsPost)
    return std::nullopt;
  for (const auto &[Sym, Ref] : state::references(S))
    if (Ref.InCompletion && O.isOwed(S, Sym, Ref) == Decision::Yes)
      return true;
  return false;
}

ReferenceRules::Fate ReferenceRules::fateOf(State S, SymbolRef Context,
                                            bool IsContext) const {
  if (S->getConstraintManager().isNull(S, Context).isConstrainedTrue())
    return Fate::Released; // Nothing to release.
  const Reference *Ref = state::reference(S, Context);
  if (!Ref || Ref->K == Reference::Kind::Escaped)
    return Fate::Kept;
  if (Ref->K == Reference::Kind::Dead)
    return Fate::Released;
  // A path that ignores the value may know that it is no context.
  return Ref->Used || IsContext ? Fate::Nothing : Fate::Kept;
}
