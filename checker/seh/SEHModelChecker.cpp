//===-- seh/SEHModelChecker.cpp - exceptions on paths ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/SEHModelChecker.h"
#include "compat/Compat.h"
#include "model/Load.h"
#include "seh/Lowering.h"
#include "seh/Notes.h"
#include "seh/Verifier.h"
#include "clang/Analysis/CFG.h"
#include "clang/StaticAnalyzer/Core/Checker.h"
#include "clang/StaticAnalyzer/Core/CheckerManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using namespace flt::seh;

namespace {
/// What the test behind a call has to find out.
enum Phase : unsigned {
  Normal,
  Unwinding, ///< An exception left the function that was called.
  Opaque,    ///< The function was not inlined: it may have raised.
};
} // namespace

REGISTER_TRAIT_WITH_PROGRAMSTATE(CallPhase, unsigned)
/// The code of the latest exception, as the only entry: what GetExceptionCode()
/// gives.
REGISTER_MAP_WITH_PROGRAMSTATE(ExceptionCode, unsigned, SVal)
/// A filter has passed the exception on that is on its way, and no __finally
/// ran since then: it is one that nobody expects, and ends in a bug check.
REGISTER_TRAIT_WITH_PROGRAMSTATE(Unexpected, bool)
/// The latest exception is one that may have been raised, not one that was.
REGISTER_TRAIT_WITH_PROGRAMSTATE(Assumed, bool)
/// By filter function, whether it takes the exception that is under way: it is
/// asked the same by each __try on the way, and says the same.
REGISTER_MAP_WITH_PROGRAMSTATE(FilterAnswers, const FunctionDecl *, bool)
/// The path ended as an exception left the function that is analysed.
REGISTER_TRAIT_WITH_PROGRAMSTATE(Escaped, bool)

bool flt::seh::isEscape(ProgramStateRef S) { return S->get<Escaped>(); }

bool flt::seh::isUnwinding(ProgramStateRef S) {
  return S->get<CallPhase>() == Unwinding;
}

bool flt::seh::isAssumed(ProgramStateRef S) { return S->get<Assumed>(); }

bool flt::seh::isDispatch(const Stmt *Condition, const ASTContext &Ctx) {
  const Lowering *L = Lowering::of(Ctx);
  return L && L->isDispatch(Condition);
}

bool flt::seh::hasTry(const Decl *D, const ASTContext &Ctx) {
  const Lowering *L = Lowering::of(Ctx);
  return L && L->isLowered(D);
}

bool flt::seh::isSEHHelper(const Decl *D) {
  const Lowering *L = D ? Lowering::of(D->getASTContext()) : nullptr;
  return L && L->helper(D);
}

namespace {

class SEHModelChecker
    : public Checker<check::ASTCodeBody, check::EndOfTranslationUnit,
                     check::BeginFunction, check::EndAnalysis, check::PreCall,
                     check::PostCall, check::LiveSymbols, eval::Call> {
public:
  void checkASTCodeBody(const Decl *D, AnalysisManager &Mgr,
                        BugReporter &BR) const;
  void checkEndOfTranslationUnit(const TranslationUnitDecl *TU,
                                 AnalysisManager &Mgr, BugReporter &BR) const;
  void checkBeginFunction(CheckerContext &C) const;
  void checkEndAnalysis(ExplodedGraph &G, BugReporter &BR,
                        ExprEngine &Engine) const;
  void checkPreCall(const CallEvent &Call, CheckerContext &C) const;
  void checkPostCall(const CallEvent &Call, CheckerContext &C) const;
  void checkLiveSymbols(ProgramStateRef S, SymbolReaper &Reaper) const;
  bool evalCall(const CallEvent &Call, CheckerContext &C) const;

  std::string ModelFiles;
  Options Opt;
  bool Stats = false, Verify = false;

private:
  Lowering &lowering(ASTContext &Ctx) const;
  void giveExceptionCode(const CallEvent &Call, CheckerContext &C) const;
  void split(const CallEvent &Call, CheckerContext &C, ProgramStateRef S) const;
  void decide(const CallEvent &Call, CheckerContext &C) const;
  void give(const CallEvent &Call, CheckerContext &C, ProgramStateRef S,
            bool Value, const NoteTag *Note = nullptr) const;
  bool isHandledAbove(CheckerContext &C) const;
  void escape(CheckerContext &C) const;
  ProgramStateRef raised(ProgramStateRef S) const;

  mutable Lowering *L = nullptr;
  mutable std::unique_ptr<Lowering> Own;
  mutable llvm::SmallPtrSet<AnalysisDeclContext *, 8> Seen;
};

} // namespace

//===----------------------------------------------------------------------===//
// Lowering at the right time
//===----------------------------------------------------------------------===//

Lowering &SEHModelChecker::lowering(ASTContext &Ctx) const {
  if (!L)
    L = Lowering::of(Ctx);
  if (!L) {
    auto M = loadModelFiles(ModelFiles);
    if (!M) {
      llvm::consumeError(M.takeError()); // flt.Model reports it.
      M = loadModelFiles("");
    }
    Own = std::make_unique<Lowering>(Ctx, llvm::cantFail(std::move(M)), Opt);
    L = Own.get();
  }
  return *L;
}

/// Runs once for each function before any path is followed, after the checkers
/// that want to see the source.
void SEHModelChecker::checkASTCodeBody(const Decl *D, AnalysisManager &Mgr,
                                       BugReporter &) const {
  const auto *FD = dyn_cast<FunctionDecl>(D);
  if (FD &&
      lowering(Mgr.getASTContext()).lowerTree(const_cast<FunctionDecl *>(FD)))
    Mgr.ClearContexts(); // They have the old body, and no CFG.
}

void SEHModelChecker::checkPreCall(const CallEvent &Call,
                                   CheckerContext &C) const {
  const FunctionDecl *Definition = nullptr;
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  Lowering &Low = lowering(C.getASTContext());
  // Functions that nobody visits (instantiations, headers) are lowered before
  // the engine decides whether to inline them.
  if (FD && !FD->isImplicit() && FD->hasBody(Definition))
    Low.lower(const_cast<FunctionDecl *>(Definition));
  // What is raised where no __try is known. Before the call: after one that is
  // declared noreturn the engine has ended the path.
  const Expr *E = Call.getOriginExpr();
  if (!FD || !E || !Low.alwaysRaises(FD) || Low.guardOf(E) != Guard::None)
    return;
  if (isHandledAbove(C)) // By whom is not known.
    C.generateSink(C.getState(), C.getPredecessor());
  else
    escape(C);
}

void SEHModelChecker::checkEndOfTranslationUnit(const TranslationUnitDecl *,
                                                AnalysisManager &Mgr,
                                                BugReporter &) const {
  if (Stats) // Also of what nobody asked for: inline functions of headers.
    lowering(Mgr.getASTContext()).lowerAll();
  if (L && Verify)
    verifyLowered(*L, Mgr, llvm::errs());
  if (Stats)
    printFigures(*L, Mgr, llvm::errs());
  if (!Own)
    return;
  remarkNotAnalysed(*L, Mgr); // A host says so itself.
  Own.reset();
  L = nullptr;
  Mgr.ClearContexts();
}

void SEHModelChecker::checkBeginFunction(CheckerContext &C) const {
  const LocationContext *LC = C.getLocationContext();
  if (lowering(C.getASTContext()).isLowered(LC->getDecl()))
    Seen.insert(LC->getAnalysisDeclContext());
}

/// The paths are complete, the reports not yet written: branches that the
/// source does not have must not show in them.
void SEHModelChecker::checkEndAnalysis(ExplodedGraph &, BugReporter &,
                                       ExprEngine &) const {
  for (AnalysisDeclContext *Context : Seen)
    if (CFG *G = Context->getCFG())
      for (CFGBlock *Block : *G)
        if (const Stmt *T = Block->getTerminatorStmt())
          if (L->isSynthesizedTerminator(T))
            Block->setTerminator(CFGTerminator());
  Seen.clear();
}

//===----------------------------------------------------------------------===//
// Raising
//===----------------------------------------------------------------------===//

/// Whether some function on the stack handles what leaves the current one.
bool SEHModelChecker::isHandledAbove(CheckerContext &C) const {
  const StackFrameContext *Frame = C.getStackFrame();
  for (; !Frame->inTopFrame(); Frame = Frame->getParent()->getStackFrame())
    switch (L->guardOf(Frame->getCallSite())) {
    case Guard::None:
      return false;
    case Guard::Catch:
      return true;
    case Guard::HandOn:
      break;
    }
  return false;
}

/// The path ends: no handler is known that takes the exception, and the
/// function was not left as prepared if the exception is one that nobody
/// expects.
void SEHModelChecker::escape(CheckerContext &C) const {
  ProgramStateRef S = C.getState();
  // A caller may have a __try for what other files may raise: that is known in
  // the __try around it, but not handed on (RaiseModel::ofCallOutside).
  bool Escapes =
      !S->get<Unexpected>() && (C.inTopFrame() || !S->get<Assumed>());
  C.generateSink(S->set<Escaped>(Escapes), C.getPredecessor());
}

ProgramStateRef SEHModelChecker::raised(ProgramStateRef S) const {
  return S->set<CallPhase>(Normal)
      ->remove<ExceptionCode>(0)
      ->remove<FilterAnswers>()
      ->set<Unexpected>(false)
      ->set<Assumed>(false);
}

void SEHModelChecker::give(const CallEvent &Call, CheckerContext &C,
                           ProgramStateRef S, bool Value,
                           const NoteTag *Note) const {
  const Expr *E = Call.getOriginExpr();
  SVal V = C.getSValBuilder().makeIntVal(Value, E->getType());
  S = S->BindExpr(E, C.getLocationContext(), V);
  C.addTransition(S, Note);
}

void SEHModelChecker::split(const CallEvent &Call, CheckerContext &C,
                            ProgramStateRef S) const {
  give(Call, C, S, false);
  give(Call, C, raised(S)->set<Assumed>(true), true,
       C.getNoteTag(MayRaiseNote));
}

/// The function that \p Filter is a call of, or nullptr.
static const FunctionDecl *filterFunction(const Expr *Filter) {
  const auto *Call =
      Filter ? dyn_cast<CallExpr>(Filter->IgnoreParenCasts()) : nullptr;
  const FunctionDecl *FD = Call ? Call->getDirectCallee() : nullptr;
  return FD ? FD->getCanonicalDecl() : nullptr;
}

/// What an exception filter gave: above zero it takes the exception, at zero
/// the search goes on outside. Below, execution goes on where the exception was
/// raised, as on the path without one.
void SEHModelChecker::decide(const CallEvent &Call, CheckerContext &C) const {
  SValBuilder &Values = C.getSValBuilder();
  SVal Zero = Values.makeZeroVal(C.getASTContext().LongTy);
  auto Assuming = [&](BinaryOperatorKind Op) {
    SVal Holds = Values.evalBinOp(C.getState(), Op, Call.getArgSVal(0), Zero,
                                  Values.getConditionType());
    auto Condition = Holds.getAs<DefinedOrUnknownSVal>();
    return Condition ? C.getState()->assume(*Condition, true) : C.getState();
  };
  ProgramStateRef Takes = Assuming(BO_GT), Declines = Assuming(BO_EQ);
  if (const FunctionDecl *Filter = filterFunction(Call.getArgExpr(0))) {
    if (const bool *Before = C.getState()->get<FilterAnswers>(Filter))
      (*Before ? Declines : Takes) = nullptr;
    Takes = Takes ? Takes->set<FilterAnswers>(Filter, true) : nullptr;
    Declines = Declines ? Declines->set<FilterAnswers>(Filter, false) : nullptr;
  }
  bool IsKnown = !Takes || !Declines;
  if (Takes) // That control passes to the handler is said there.
    give(Call, C, Takes, true, IsKnown ? nullptr : C.getNoteTag(TakesNote));
  if (Declines)
    give(Call, C, Declines->set<Unexpected>(true), false,
         C.getNoteTag(IsKnown ? "The filter passes the exception on"
                              : DeclinesNote));
  if (!Takes && !Declines)
    C.generateSink(C.getState(), C.getPredecessor());
}

bool SEHModelChecker::evalCall(const CallEvent &Call, CheckerContext &C) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (!FD || !Call.getOriginExpr())
    return false;
  std::optional<Helper> H = lowering(C.getASTContext()).helper(FD);
  if (!H)
    return false;
  ProgramStateRef S = C.getState();
  switch (*H) {
  case Helper::MayRaise:
    split(Call, C, S);
    break;
  case Helper::MayRaiseOut:
    // With nobody to handle it the path would only end.
    if (isHandledAbove(C))
      split(Call, C, S);
    else
      give(Call, C, S, false);
    break;
  case Helper::AfterCall:
    switch (S->get<CallPhase>()) {
    case Unwinding:
      give(Call, C, S->set<CallPhase>(Normal), true);
      break;
    case Opaque:
      split(Call, C, S->set<CallPhase>(Normal));
      break;
    default:
      give(Call, C, S, false);
    }
    break;
  case Helper::Raised:
    if (S->get<CallPhase>() == Unwinding)
      C.addTransition(S->set<CallPhase>(Normal));
    else
      C.addTransition(S->set<CallPhase>(Normal),
                      C.getNoteTag("An exception is raised here"));
    break;
  case Helper::Unwind:
    if (isHandledAbove(C))
      C.addTransition(S->set<CallPhase>(Unwinding));
    else
      escape(C);
    break;
  case Helper::EnterFinally:
    S = S->set<Unexpected>(false);
    [[fallthrough]];
  case Helper::Skip:
  case Helper::Exit:
  case Helper::EnterExcept:
    C.addTransition(S, C.getNoteTag(noteOf(*H, Call, *L)));
    break;
  case Helper::Takes:
    decide(Call, C);
    break;
  case Helper::Code:
    giveExceptionCode(Call, C);
    break;
  case Helper::SetCode:
    C.addTransition(S->set<ExceptionCode>(0, Call.getArgSVal(0)));
    break;
  case Helper::Count:
    break;
  }
  return true;
}

void SEHModelChecker::checkPostCall(const CallEvent &Call,
                                    CheckerContext &C) const {
  const Expr *E = Call.getOriginExpr();
  if (!E || C.wasInlined)
    return;
  Guard G = lowering(C.getASTContext()).guardOf(E);
  if (G == Guard::None)
    return;
  ProgramStateRef S = C.getState();
  if (!L->isCertainRaise(E)) {
    if (G == Guard::Catch || isHandledAbove(C))
      C.addTransition(S->set<CallPhase>(Opaque));
    return;
  }
  S = raised(S);
  if (Call.getNumArgs() > 0)
    if (const Expr *Code = Call.getArgExpr(0);
        Code && Code->getType()->isIntegerType())
      S = S->set<ExceptionCode>(0, Call.getArgSVal(0));
  C.addTransition(S);
}

//===----------------------------------------------------------------------===//
// GetExceptionCode()
//===----------------------------------------------------------------------===//

void SEHModelChecker::giveExceptionCode(const CallEvent &Call,
                                        CheckerContext &C) const {
  ProgramStateRef S = C.getState();
  ASTContext &Ctx = C.getASTContext();
  const Expr *E = Call.getOriginExpr();
  // A status: as it is signed, it has to come from a signed symbol.
  QualType T = Ctx.LongTy;
  if (Ctx.getTypeSize(T) != Ctx.getTypeSize(E->getType()))
    T = Ctx.IntTy;
  SValBuilder &Values = C.getSValBuilder();
  SVal Code;
  if (const SVal *Known = S->get<ExceptionCode>(0)) {
    Code = *Known;
    if (Code.isConstant())
      Code = Values.evalCast(Code, T, QualType());
  } else {
    DefinedOrUnknownSVal V = compat::conjure(C, Call, T, nullptr);
    // Every code of an exception is an error or a warning.
    SVal Negative = Values.evalBinOp(S, BO_LT, V, Values.makeZeroVal(T),
                                     Values.getConditionType());
    if (auto Condition = Negative.getAs<DefinedOrUnknownSVal>())
      if (ProgramStateRef Assumed = S->assume(*Condition, true))
        S = Assumed;
    Code = V;
    S = S->set<ExceptionCode>(0, Code);
  }
  C.addTransition(S->BindExpr(E, C.getLocationContext(), Code));
}

void SEHModelChecker::checkLiveSymbols(ProgramStateRef S,
                                       SymbolReaper &Reaper) const {
  if (const SVal *Code = S->get<ExceptionCode>(0))
    for (SymbolRef Sym : Code->symbols())
      Reaper.markLive(Sym);
}

//===----------------------------------------------------------------------===//
// Registration
//===----------------------------------------------------------------------===//

static void registerChecker(CheckerManager &Mgr) {
  auto *C = Mgr.registerChecker<SEHModelChecker>();
  const AnalyzerOptions &AO = Mgr.getAnalyzerOptions();
  C->Stats = AO.getCheckerBooleanOption(SEHModelName, "Stats");
  C->Verify = AO.getCheckerBooleanOption(SEHModelName, "Verify");
  C->Opt.FinallyRaise =
      AO.getCheckerBooleanOption(SEHModelName, "FinallyRaise");
  C->ModelFiles = AO.getCheckerStringOption("flt.Model", "Files").str();
}

static bool always(const CheckerManager &) { return true; }

void flt::seh::registerSEHModel(CheckerRegistry &Registry) {
  Registry.addChecker(registerChecker, always, SEHModelName,
                      "See through __try, __finally and __except", "",
                      /*IsHidden=*/true);
  auto Option = [&](StringRef Name, StringRef Default, StringRef Text) {
    Registry.addCheckerOption("bool", SEHModelName, Name, Default, Text,
                              "released");
  };
  Option("FinallyRaise", "true",
         "What may raise in a __try that has only a __finally runs it");
  Option("Stats", "false",
         "Print how many functions with __try were lowered, and why others "
         "were not");
  Option("Verify", "false", "Check the structure of lowered functions");
}
