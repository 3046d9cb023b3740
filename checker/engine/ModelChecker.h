//===-- engine/ModelChecker.h - applies the model to paths ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine's callbacks. One checker serves all checks, since they share the
// model and the state; the names that users enable only say which of its
// findings are shown, so that each finds the same alone and together.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_MODELCHECKER_H
#define FLT_ENGINE_MODELCHECKER_H

#include "contexts/ReferenceRules.h"
#include "contexts/RegistrationRules.h"
#include "diagnose/Reporter.h"
#include "exits/ExitRules.h"
#include "finding/Finding.h"
#include "locks/LockRules.h"
#include "regions/RegionRules.h"
#include "syntax/DynamicRoutines.h"
#include "syntax/Entries.h"
#include "syntax/KeptParameters.h"
#include "syntax/OperationPairs.h"
#include "syntax/Relevance.h"
#include "clang/StaticAnalyzer/Core/Checker.h"
#include <memory>

namespace flt {

/// Whether two paths go on from a call with the effect \p E, one with it and
/// one without: nothing can be left open until the result is looked at, as it
/// is for what a call acquires or gives.
bool dependsOnResult(const model::Effect &E);

/// \returns the argument of \p Call, of \p Routine (which may be null), whose
///   memory it frees, if any.
std::optional<unsigned> freedArgument(const clang::ento::CallEvent &Call,
                                      const model::Routine *Routine);

/// What a function shows of those that it calls, and its callers may show of
/// it.
struct CalleeEvidence {
  std::string Name; ///< Of the function, as Witness has it.
  std::vector<Witness> Witnesses;
  /// Messages of findings that hold unless a caller releases the lock.
  std::set<std::string> Refutable;
};

class ModelChecker
    : public clang::ento::Checker<
          clang::ento::eval::Call, clang::ento::check::PreCall,
          clang::ento::check::PostCall, clang::ento::check::BeginFunction,
          clang::ento::check::BranchCondition, clang::ento::check::EndFunction,
          clang::ento::check::EndAnalysis, clang::ento::check::LiveSymbols,
          clang::ento::check::DeadSymbols, clang::ento::check::Location,
          clang::ento::check::PostStmt<clang::BinaryOperator>,
          clang::ento::check::PostStmt<clang::CastExpr>,
          clang::ento::check::PostStmt<clang::UnaryOperator>,
          clang::ento::check::Bind, clang::ento::check::PointerEscape,
          clang::ento::eval::Assume> {
public:
  using CheckerContext = clang::ento::CheckerContext;
  using CallEvent = clang::ento::CallEvent;
  using ProgramStateRef = clang::ento::ProgramStateRef;
  using SVal = clang::ento::SVal;

  /// Must be called once, before the first callback.
  void setModel(std::shared_ptr<const model::Model> Model);
  /// How many blocks a function may have for the engine to follow calls of it.
  void setInlinableSize(unsigned Blocks) { InlinableSize = Blocks; }
  /// How many calls it follows one below the other; those of functions that
  /// have no more than \p Tiny blocks do not count.
  void setInlinableDepth(unsigned Calls, unsigned Tiny) {
    InlinableDepth = Calls;
    TinySize = Tiny;
  }
  unsigned inlinableSize() const { return InlinableSize; }
  /// Calls of \p FD, which are not followed, go by \p Row from here on.
  void useRow(const clang::FunctionDecl *FD, model::Routine Row) {
    OwnRows[FD->getCanonicalDecl()] =
        std::make_unique<model::Routine>(std::move(Row));
  }
  Reporter &reporter() { return R; }
  const model::Model &model() const { return *M; }
  /// Of the translation unit.
  KeptParameters &keptParameters() { return *Kept; }
  /// Describes the next functions whose paths it sees in \p Rows, or none if
  /// that is null.
  void summarizeInto(std::vector<model::Routine> *Rows) { Summaries = Rows; }
  /// Where the functions that it describes do what their rows say.
  void placesInto(std::vector<EffectPlace> *Where) { Places = Where; }

  /// Where the functions that it follows tell of those that they call.
  void evidenceInto(CalleeEvidence *E) { Evidence = E; }

  /// Whether callers were followed into the next functions before.
  void haveFollowedCallers(bool Have) { HasFollowedCallers = Have; }

  /// Whether \p D is a pre-operation callback that was followed and always
  /// leaves a context for the post-operation callback.
  bool leavesContext(const clang::Decl *D) const {
    const auto *FD = llvm::dyn_cast<clang::FunctionDecl>(D);
    return FD && LeavesContext.contains(FD->getCanonicalDecl());
  }
  /// ... which is known of \p D from somewhere else.
  void leaveContext(const clang::Decl *D) {
    LeavesContext.insert(
        llvm::cast<clang::FunctionDecl>(D)->getCanonicalDecl());
  }

  /// Spares it a walk of its own over the translation unit. Not owned.
  void useRelevance(const Relevance &Known) { Relevant = &Known; }

  bool evalCall(const CallEvent &Call, CheckerContext &C) const;
  void checkPreCall(const CallEvent &Call, CheckerContext &C) const;
  void checkPostCall(const CallEvent &Call, CheckerContext &C) const;
  void checkBranchCondition(const clang::Stmt *Condition,
                            CheckerContext &C) const;
  void checkBeginFunction(CheckerContext &C) const;
  void checkEndFunction(const clang::ReturnStmt *Return,
                        CheckerContext &C) const;
  void checkEndAnalysis(clang::ento::ExplodedGraph &G,
                        clang::ento::BugReporter &BR,
                        clang::ento::ExprEngine &Engine) const;
  void checkLiveSymbols(ProgramStateRef S,
                        clang::ento::SymbolReaper &Reaper) const;
  void checkDeadSymbols(clang::ento::SymbolReaper &Reaper,
                        CheckerContext &C) const;
  void checkPostStmt(const clang::BinaryOperator *E, CheckerContext &C) const;
  void checkPostStmt(const clang::CastExpr *E, CheckerContext &C) const;
  void checkPostStmt(const clang::UnaryOperator *E, CheckerContext &C) const;
  void checkLocation(SVal Location, bool IsLoad, const clang::Stmt *Use,
                     CheckerContext &C) const;
  // LLVM 22 passes AtDeclInit, 19 does not.
  void checkBind(SVal Location, SVal Value, const clang::Stmt *Store,
                 bool AtDeclInit, CheckerContext &C) const;
  void checkBind(SVal Location, SVal Value, const clang::Stmt *Store,
                 CheckerContext &C) const {
    checkBind(Location, Value, Store, false, C);
  }
  ProgramStateRef checkPointerEscape(
      ProgramStateRef S, const clang::ento::InvalidatedSymbols &Escaped,
      const CallEvent *Call, clang::ento::PointerEscapeKind Kind) const;
  ProgramStateRef evalAssume(ProgramStateRef S, SVal Cond,
                             bool Assumption) const;

  /// Asked whether a function with a body is worth inlining: one that reaches
  /// no modelled routine costs paths and says little.
  void inlineOnly(std::function<bool(const clang::FunctionDecl *)> Worth) {
    WorthInlining = std::move(Worth);
  }

  /// Told before each call of a function that was followed before: after one
  /// path got lost in a loop of it, the engine would follow no other.
  void followAgain(std::function<void(const clang::Decl *)> Tell) {
    FollowAgain = std::move(Tell);
  }

  /// How many paths that agree in all that the rules know may pass a branch of
  /// a large function; 0 is no limit. Paths multiply with every condition, and
  /// most conditions have nothing to do with what is held.
  void limitPaths(unsigned Limit) { PathLimit = Limit; }

private:
  // ModelPlaces.cpp.
  void noteEffects(const CallSite &Site) const;
  void tellPlaces(const model::Routine &Row) const;
  bool skipBody(const CallEvent &Call, CheckerContext &C) const;
  /// What becomes of \p Value must be known until the function ends.
  bool isWatched(clang::ento::SymbolRef Value) const {
    return Value == Run.Completion || llvm::is_contained(Run.Params, Value) ||
           llvm::any_of(Run.CompletionMembers, [&](const CompletionMember &M) {
             return M.Value == Value;
           });
  }
  bool reachesModelled(const clang::FunctionDecl *FD) const;
  bool isTooLarge(const clang::FunctionDecl *FD, CheckerContext &C) const;
  bool isTooDeep(const clang::FunctionDecl *FD, CheckerContext &C) const;
  bool isTiny(const clang::Decl *D, CheckerContext &C) const;
  const model::Routine *rowOfBody(const clang::FunctionDecl *Definition) const;
  bool getsReleaser(const CallEvent &Call) const;
  const model::Routine *rowOfUnfollowed(const CallEvent &Call,
                                        CheckerContext &C,
                                        const model::Routine *Row,
                                        model::Routine &Guess) const;
  ProgramStateRef watchCompletionMembers(ProgramStateRef S,
                                         CheckerContext &C) const;
  bool isOutput(clang::ento::SymbolRef Value, const Reference &Ref) const;
  const OperationPairs &operations(clang::ASTContext &Ctx) const;
  std::string lostCompletion(clang::ASTContext &Ctx) const;
  bool alwaysLeavesContext() const;
  bool alwaysGetsContext(clang::ASTContext &Ctx) const;
  bool holdsReferences(ProgramStateRef S, const CallSite &Site,
                       const model::Effect &E) const;
  ProgramStateRef beginListing(ProgramStateRef S, const CallEvent &Call,
                               const model::Routine &Routine,
                               CheckerContext &C) const;
  void checkFree(const CallEvent &Call, const model::Routine *Routine,
                 CheckerContext &C) const;
  /// The path is about to assume how \p Condition comes out.
  void noteAsking(const clang::Stmt *Condition, CheckerContext &C) const;
  unsigned possibleOutcomes(ProgramStateRef S, SVal Condition) const;
  void noteRelease(ProgramStateRef S, CallSite &Site, const model::Effect &E,
                   const ReleaseResult &Released) const;
  bool isNotFollowed(const clang::FunctionDecl *FD, CheckerContext &C) const;
  const model::Routine *routineOf(const CallEvent &Call,
                                  CheckerContext &C) const;
  static void
  noteAcquirers(const Hold &H, const clang::StackFrameContext *To,
                llvm::DenseSet<const clang::FunctionDecl *> &Functions);
  void tellCallees(CalleeEvidence &E) const;
  InlinedCall &callOf(const clang::StackFrameContext *F,
                      ProgramStateRef S) const;
  void noteInlinedEnd(const clang::ReturnStmt *Return, CheckerContext &C) const;
  llvm::SmallVector<ProgramStateRef, 4> waysOn(ProgramStateRef S,
                                               const CallSite &Site) const;
  void finishCall(ProgramStateRef S, CallSite Site) const;
  ProgramStateRef applyRow(ProgramStateRef S, CallSite &Site) const;
  /// Gives back a reference, and keeps in mind where it came from.
  ProgramStateRef take(ProgramStateRef S, CallSite &Site,
                       const model::Effect &E) const;
  ProgramStateRef applyEffect(ProgramStateRef S, CallSite &Site,
                              const model::Effect &E,
                              ReleaseResult &Released) const;
  Decision happens(ProgramStateRef S, const CallSite &Site,
                   const model::Effect &E) const;
  ProgramStateRef touch(ProgramStateRef S, CallSite &Site,
                        const model::Effect &E) const;
  ProgramStateRef keep(ProgramStateRef S, CallSite &Site,
                       const model::Effect &E) const;
  ProgramStateRef setOutput(ProgramStateRef S, CallSite &Site,
                            const model::Effect &E) const;
  ProgramStateRef exchangeUnowned(ProgramStateRef S, CallSite &Site) const;
  void noteAcquire(ProgramStateRef S, const CallSite &Site,
                   const model::Effect &E) const;
  ProgramStateRef tellHold(ProgramStateRef S, CallSite &Site,
                           const model::Effect &E) const;
  ProgramStateRef checkTornDown(ProgramStateRef S, CallSite &Site,
                                const model::Effect &E) const;
  ProgramStateRef doubtEffect(ProgramStateRef S, CallSite &Site,
                              const model::Effect &E) const;
  ProgramStateRef escapeAliases(ProgramStateRef S,
                                clang::ento::SymbolRef Condition,
                                bool Assumption) const;
  ProgramStateRef forgetOutputs(ProgramStateRef S, CallSite &Site) const;
  ProgramStateRef addToPointer(ProgramStateRef S,
                               const clang::BinaryOperator *E,
                               CheckerContext &C) const;
  ProgramStateRef comparePointers(const clang::BinaryOperator *E,
                                  CheckerContext &C) const;
  bool storesReleaseFlag(SVal Value, const clang::Stmt *Store,
                         CheckerContext &C) const;

  std::shared_ptr<const model::Model> M;
  Reporter R;
  Outcomes O;
  /// Of the translation unit, once a call goes through a pointer.
  mutable std::optional<DynamicRoutines> Dynamic;
  /// Of the translation unit, once a call of a function in it is not followed:
  /// the host's, or in an analyzer of others its own.
  mutable const Relevance *Relevant = nullptr;
  mutable std::optional<Relevance> OwnRelevance;
  unsigned InlinableSize = ~0u;
  unsigned InlinableDepth = ~0u, TinySize = 0;
  /// By declaration: whether it does not count towards the depth of calls.
  mutable llvm::DenseMap<const clang::Decl *, bool> Tiny;
  /// By definition: whether it has more blocks than the engine inlines.
  mutable llvm::DenseMap<const clang::FunctionDecl *, bool> TooLarge;
  /// Of functions in sight, by canonical declaration: worked out from the paths
  /// of those that are too large to follow, and from the statements of those
  /// that reach no modelled routine.
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<model::Routine>>
      OwnRows;
  mutable llvm::DenseMap<const clang::FunctionDecl *,
                         std::unique_ptr<model::Routine>>
      BodyRows;
  /// Of the translation unit, once a callback of an operation is followed.
  mutable std::optional<OperationPairs> Operations;
  /// Of the translation unit, once a function of it is followed.
  mutable std::optional<Entries> SystemCalled;
  std::unique_ptr<KeptParameters> Kept;
  std::unique_ptr<LockRules> Locks;
  std::unique_ptr<RegionRules> Regions;
  std::unique_ptr<ReferenceRules> References;
  std::unique_ptr<RegistrationRules> Registered;
  std::unique_ptr<ExitRules> Exits;
  /// The function under analysis; the engine does one at a time.
  mutable FunctionRun Run;
  mutable const clang::FunctionDecl *Function = nullptr;
  /// Pre-operation callbacks that always leave a context behind.
  mutable llvm::DenseSet<const clang::FunctionDecl *> LeavesContext;
  std::vector<model::Routine> *Summaries = nullptr;
  std::vector<EffectPlace> *Places = nullptr;
  CalleeEvidence *Evidence = nullptr;
  bool HasFollowedCallers = false;
  std::function<bool(const clang::FunctionDecl *)> WorthInlining;
  std::function<void(const clang::Decl *)> FollowAgain;
  mutable llvm::DenseSet<const clang::Decl *> Followed;
  unsigned PathLimit = 0;
  mutable llvm::DenseMap<std::size_t, unsigned> Passed;
  /// By branch, and what the rules know there, the outcomes that some path had.
  mutable llvm::DenseMap<std::size_t, unsigned> OutcomesSeen;
  mutable unsigned Branches = 0;
  /// The branch whose condition is looked at.
  mutable const clang::Stmt *Asking = nullptr;
};

} // namespace flt

#endif // FLT_ENGINE_MODELCHECKER_H
