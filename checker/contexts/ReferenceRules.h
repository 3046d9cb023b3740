//===-- contexts/ReferenceRules.h - references to contexts ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_CONTEXTS_REFERENCERULES_H
#define FLT_CONTEXTS_REFERENCERULES_H

#include "calls/CallSite.h"
#include "diagnose/Reporter.h"
#include "path/Outcome.h"
#include "path/State.h"

namespace flt {

class ReferenceRules {
public:
  ReferenceRules(const model::Model &M, const Reporter &R, const Outcomes &O)
      : M(M), R(R), O(O) {}

  using State = clang::ento::ProgramStateRef;

  /// Applies all Give effects of the call at once: several that end in the
  /// same variable are ways to get one value.
  State give(State S, CallSite &Site) const;
  State take(State S, CallSite &Site, const model::Effect &E) const;
  State addRef(State S, CallSite &Site, const model::Effect &E) const;
  State link(State S, CallSite &Site, const model::Effect &E) const;
  State unlink(State S, CallSite &Site, const model::Effect &E) const;

  /// A dead context is dereferenced, or passed on, by \p Use.
  /// \returns true if that was reported and the path ended.
  bool checkUse(clang::ento::SVal Pointer, const clang::Stmt *Use,
                clang::ento::CheckerContext &C) const;

  /// What a call returned is stored in the variable \p Place, which messages
  /// call it by from now on.
  State nameAfter(State S, clang::ento::SVal Value,
                  const clang::ento::MemRegion *Place) const;

  /// \p Call frees the memory of something that has a routine of its own to
  /// give it back with.
  /// \returns true if that was reported and the path ended.
  bool checkFreed(const clang::ento::CallEvent &Call,
                  const model::Routine &Routine,
                  clang::ento::CheckerContext &C) const;

  /// \p Call, which was inlined, hands what it got to its caller: from there
  /// on the call is where the reference comes from.
  State lift(State S, const clang::ento::CallEvent &Call,
             const clang::Expr *Site) const;

  /// Keep: of the object itself, of an entry in it that lists are made of, or
  /// of what a variable holds whose address is passed.
  /// \param Before the state in which \p Call was made: what it may have
  /// changed
  ///   since tells nothing of what it was given.
  State keep(State S, const clang::ento::CallEvent &Call,
             const model::Effect &E, State Before) const;
  /// The object that \p Place is a part of is about to go into a list by that
  /// entry: if the function owns the only reference, \see Reference::Listed.
  State beginListing(State S, const clang::ento::MemRegion *Place) const;
  /// The routine that beginListing() was about has returned.
  State endListing(State S, const clang::ento::MemRegion *Place) const;
  /// What \p Value refers to now belongs to the post-operation callback, which
  /// releases it: one reference less, as of \p Site.
  State giveToPostOperation(State S, CallSite &Site,
                            clang::ento::SymbolRef Value) const;
  /// \p Call passes its argument \p I to a function that may keep or release
  /// it: the object itself, by an entry in it that lists are made of, or what a
  /// variable holds whose address is passed. \p Before is as above.
  /// \param Unknown from here on nobody can count the references of an object
  ///   that nothing was known of, either.
  State pass(State S, const clang::ento::CallEvent &Call, unsigned I,
             State Before, bool Unknown) const;
  /// \p Value, a reference that is owed, is about to be stored in \p Place:
  /// \see Reference::In.
  State storeIn(State S, clang::ento::SymbolRef Value,
                const clang::ento::MemRegion *Place) const;
  /// Whether references are stored in \p Structure, which nobody else has.
  bool holdsReferences(State S, clang::ento::SymbolRef Structure) const;
  /// \p Structure is freed: the references that are stored in it, and nowhere
  /// else, are owed again.
  State oweAgain(State S, clang::ento::SymbolRef Structure) const;

  /// \p Value is stored where others can reach it.
  State escape(State S, clang::ento::SymbolRef Value) const;

  /// The path of \p N leaves the function under analysis, with \p Returned if
  /// it returns: reports the references that are still owed.
  /// \param GivenBack where references were acquired that other paths give
  ///   back, or what came with them: each end that does not is a finding then.
  /// \param CompletionLost why no post-operation callback releases what is left
  ///   for it; "" if one may.
  void atEnd(clang::ento::SVal Returned, clang::ento::ExplodedNode *N,
             clang::ento::BugReporter &BR, PathEnd How,
             const llvm::DenseSet<const clang::Expr *> &GivenBack,
             llvm::StringRef CompletionLost = "") const;

  /// A post-operation callback begins: \p Context, the value of its
  /// CompletionContext, is the callback's to release if it is a context.
  /// \param Lent the function only gets it to look at.
  /// \param Family of which kind it is, if that is known.
  State watch(State S, clang::ento::SymbolRef Context, bool Lent = false,
              const model::ReferenceFamily *Family = nullptr) const;
  /// The path makes use of the watched value: looks into it, or passes it on.
  State markUsed(State S, clang::ento::SymbolRef Context) const;
  State markUsed(State S, const clang::ento::CallEvent &Call,
                 clang::ento::SymbolRef Context) const;
  enum class Fate { Released, Kept, Nothing };
  /// \returns what the path did with a watched value.
  /// \param IsContext it is known to be a context, whatever the path does.
  Fate fateOf(State S, clang::ento::SymbolRef Context, bool IsContext) const;
  /// Whether a pre-operation callback that returns \p Returned has left a
  /// context for the post-operation callback; nullopt if none is called.
  std::optional<bool> leavesContext(State S, clang::ento::SVal Returned) const;

  /// Whether it is one to a context, as far as is known.
  static bool isContext(const Reference &Ref);

  /// "context 'Ctx'", as messages call it.
  std::string describe(State S, const Reference &Ref,
                       const clang::Expr *Argument) const;

private:
  /// What is the same mistake for references of each kind.
  struct RuleOfEach {
    RuleId OldContext, Context, Other;
  };
  static RuleId ruleFor(const Reference &Ref, const RuleOfEach &Rules);
  Reference pending(CallSite &Site, unsigned Effects, bool Old,
                    bool MayBeNull) const;
  State giveBack(State S, CallSite &Site, unsigned Effects, bool MayBeNull,
                 bool InDoubt) const;
  State giveTo(State S, CallSite &Site, const clang::ento::MemRegion *Place,
               clang::QualType Type, unsigned Effects, bool Old,
               bool MayBeNull) const;
  /// Whether the value that a call gave as \p Ref says is set.
  State giveLink(State S, clang::ento::SymbolRef Value,
                 const Reference &Ref) const;
  LinkState linkOf(State S, clang::ento::SymbolRef Context) const;
  /// \returns true if no success of \p Routine but STATUS_SUCCESS exists.
  bool onlyZeroSucceeds(const model::Routine &Routine) const;
  /// Whether a call of \p Routine gives more than one object.
  static bool givesSeveral(const model::Routine &Routine);
  /// One of several that a structure got at once.
  static bool isMember(const Reference &Ref);
  State giveMembers(State S, CallSite &Site, const model::Effect &E,
                    unsigned Index) const;
  State takeValue(State S, CallSite &Site, const model::Effect &E,
                  clang::ento::SVal Value, const clang::Expr *Argument) const;
  /// Reports that \p Ref, as \p What, is still in a list if this release frees
  /// it.
  void reportListed(State S, CallSite &Site, clang::ento::SymbolRef Sym,
                    const Reference &Ref, const std::string &What) const;
  State takeNull(State S, CallSite &Site, const model::Effect &E,
                 const Reference *Known, clang::ento::SymbolRef Sym,
                 const clang::Expr *Argument) const;
  bool isMisplaced(State S, CallSite &Site, const model::Effect &E,
                   clang::ento::SymbolRef Sym, const Reference &Ref,
                   const std::string &What) const;
  void reportUninitialized(State S, CallSite &Site, clang::ento::SymbolRef Sym,
                           const Reference &Ref, const std::string &What) const;
  State escapeReachable(State S, clang::ento::SVal Pointer, State Before) const;
  State takeMembers(State S, CallSite &Site, const model::Effect &E) const;
  const model::ReferenceFamily *familyOf(const model::Effect &E) const;

  const model::Model &M;
  const Reporter &R;
  const Outcomes &O;
};

} // namespace flt

#endif // FLT_CONTEXTS_REFERENCERULES_H
