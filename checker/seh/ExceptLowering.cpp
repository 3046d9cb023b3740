//===-- seh/ExceptLowering.cpp - lowers __except and its filter -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A filter decides before any __finally between it and the exception runs. So
// where both are there and the filter may see the difference, it is run from
// the place in front of the innermost __finally, like a subroutine:
//
//   __try { __try {T} __finally {F} } __except (E) {H}
//   { int from = 0; long decision = 0;
//     { {T'} goto fin;
//       raise1: from = 1; goto filter; back1: dest = k; fin: {F'}
//       if (dest == k) goto decided; }
//     goto done;
//     raise: from = 0; filter: decision = E; if (from == 1) goto back1;
//     decided: if (takes(decision)) H else goto OUTER;
//     done: ; }
//
//===----------------------------------------------------------------------===//
#include "seh/FunctionLowering.h"
#include "seh/RaiseModel.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace flt;
using namespace flt::seh;

//===----------------------------------------------------------------------===//
// Filters that run before a __finally
//===----------------------------------------------------------------------===//

/// Whether \p S reads what other code changes, or changes what it reads.
static bool looksAtState(const Stmt *S) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
    return isa<VarDecl>(Ref->getDecl());
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *FD = Call->getDirectCallee();
    return FD && FD->hasBody();
  }
  return isa<CXXThisExpr>(S);
}

/// A filter that has to run before the __finally blocks in its __try.
static bool isOrdered(const Stmt *S) {
  const auto *Try = dyn_cast<SEHTryStmt>(S);
  return Try && Try->getExceptHandler() &&
         contains(Try->getExceptHandler()->getFilterExpr(), looksAtState) &&
         contains(Try->getTryBlock(), isFinally);
}

// A goto to the filter and back would end the objects on the way.
bool FunctionLowering::mustOrderFilters(const Stmt *Body) {
  return contains(Body, isOrdered) && !contains(Body, makesObject);
}

static bool isConstant(const Expr *Filter, const ASTContext &Ctx) {
  Expr::EvalResult R;
  return !Filter->isValueDependent() && Filter->EvaluateAsInt(R, Ctx);
}

FunctionLowering::EarlyFilter *
FunctionLowering::makeEarlyFilter(SEHTryStmt *Try) {
  SEHExceptStmt *Except = Try->getExceptHandler();
  if (isConstant(Except->getFilterExpr(), Ctx) ||
      !contains(Try->getTryBlock(), isFinally))
    return nullptr;
  SourceLocation Where = Except->getExceptLoc();
  auto F = std::make_unique<EarlyFilter>();
  F->Label = Make.label(Where, "__seh_filter" + std::to_string(++Counter));
  F->From =
      Make.variable("__seh_from", Ctx.IntTy, Where, Make.integer(0, Where));
  F->Decision = Make.variable("__seh_decision", Ctx.LongTy, Where,
                              Make.integer(0, Ctx.LongTy, Where));
  EarlyFilters.push_back(std::move(F));
  return EarlyFilters.back().get();
}

FunctionLowering::Target *FunctionLowering::nextEarly(Target *T) const {
  for (; T; T = T->Outer) {
    if (T->Early)
      return T;
    if (T->Except && catchesAll(T->Except, Ctx))
      return nullptr;
  }
  return nullptr;
}

void FunctionLowering::runFilter(EarlyFilter &F, SourceLocation Where,
                                 llvm::SmallVectorImpl<Stmt *> &Out) {
  LabelDecl *Back = Make.label(Where, "__seh_back" + std::to_string(++Counter));
  F.Back.push_back(Back);
  auto *Go = synthesized(Make.gotoStmt(F.Label, Where));
  FilterJumps.insert(Go);
  Out.append({Make.assign(F.From, Make.integer(F.Back.size(), Where), Where),
              Go, Make.labelStmt(Back, Where)});
}

/// from = 0; filter: decision = E; if (from == 1) goto back1; ...
void FunctionLowering::placeFilter(Target &Mine, Expr *Filter, Target *Outer,
                                   SourceLocation Where,
                                   llvm::SmallVectorImpl<Stmt *> &Out) {
  EarlyFilter &F = *Mine.Early;
  Out.push_back(Make.assign(F.From, Make.integer(0, Where), Where));
  Out.push_back(Make.labelStmt(F.Label, Where));
  Out.push_back(
      Make.assign(F.Decision, Make.convert(Filter, Ctx.LongTy), Where));
  if (Target *Next = nextEarly(Outer)) {
    // The search for a handler goes on outside.
    llvm::SmallVector<Stmt *, 3> Search;
    runFilter(*Next->Early, Where, Search);
    Out.push_back(
        dispatch(Make.compare(BO_EQ, Make.load(F.Decision, Where),
                              Make.integer(0, Ctx.LongTy, Where), Where),
                 Make.compound(Search, Where, Where), Where));
  }
  for (unsigned I = 0; I < F.Back.size(); ++I) {
    auto *Go = synthesized(Make.gotoStmt(F.Back[I], Where));
    FilterJumps.insert(Go);
    Out.push_back(
        dispatch(Make.compare(BO_EQ, Make.load(F.From, Where),
                              Make.integer(int64_t(I) + 1, Where), Where),
                 Go, Where));
  }
}

//===----------------------------------------------------------------------===//
// The handler
//===----------------------------------------------------------------------===//

void FunctionLowering::rewriteLeave(Stmt *&Slot, LabelDecl *To) {
  Stmt *S = Slot;
  if (!S || isForeign(S))
    return;
  if (isa<SEHLeaveStmt>(S)) {
    L.set(Slot, Make.gotoStmt(To, S->getBeginLoc()));
    return;
  }
  for (Stmt *&Child : S->children())
    rewriteLeave(Child, To);
}

Stmt *FunctionLowering::lowerExcept(SEHTryStmt *Try, Target &Mine,
                                    Target *Outer) {
  SEHExceptStmt *Except = Try->getExceptHandler();
  SourceLocation Begin = Try->getTryLoc(), End = Try->getEndLoc();
  SourceLocation Where = Except->getExceptLoc();
  LabelDecl *Done = Make.label(End, "__seh_done" + std::to_string(++Counter));
  Stmt *&Body = *Try->child_begin();
  rewriteLeave(Body, Done);

  llvm::SmallVector<Stmt *, 3> Enter = {callHelper(Helper::EnterExcept, Where)};
  auto Parts = Except->child_begin();
  Stmt *&Block = *++Parts;
  if (contains(Block, isExceptionCode)) {
    // An exception that the handler itself raises and handles has another.
    VarDecl *Code = Make.variable("GetExceptionCode()", Ctx.LongTy, Where,
                                  callHelper(Helper::Code, Where));
    Enter.push_back(Make.declStmt(Code, Where));
    replaceCalls(Block, isExceptionCode,
                 [&](SourceLocation At) { return Make.load(Code, At); });
  }
  Enter.push_back(Block);
  Stmt *Handler = Make.compound(Enter, Where, End);
  llvm::SmallVector<Stmt *, 12> Out;
  if (Mine.Early)
    Out.append({Make.declStmt(Mine.Early->From, Begin),
                Make.declStmt(Mine.Early->Decision, Begin)});
  Out.append({Body,
              synthesized(Make.gotoStmt(Done, Try->getTryBlock()->getEndLoc())),
              Make.labelStmt(Mine.Label, Where)});
  if (!catchesAll(Except, Ctx)) {
    Stmt *&Slot = *Except->child_begin();
    if (isConstant(Except->getFilterExpr(), Ctx)) {
      // EXCEPTION_CONTINUE_SEARCH, or CONTINUE_EXECUTION, which ends there.
      Expr *Filter = Make.convert(Except->getFilterExpr(), Ctx.LongTy);
      Out.push_back(Make.call(L.decl(Helper::Takes), {Filter}, Where));
      Out.push_back(jumpTo(Outer, Where));
      if (Mine.Decided)
        Out.append({Make.labelStmt(Mine.Decided, Where),
                    jumpTo(Outer, Where, /*IsDecided=*/true)});
    } else {
      replaceCalls(Slot, isExceptionCode, [&](SourceLocation At) {
        return callHelper(Helper::Code, At);
      });
      Expr *Filter = Make.convert(cast<Expr>(Slot), Ctx.LongTy);
      if (Mine.Early) {
        placeFilter(Mine, Filter, Outer, Where, Out);
        Out.push_back(Make.labelStmt(Mine.Decided, Where));
        Filter = Make.load(Mine.Early->Decision, Where);
      }
      Handler = synthesized(Make.ifStmt(
          Make.call(L.decl(Helper::Takes), {Filter}, Where), Handler, Where,
          jumpTo(Outer, Where, Mine.Early != nullptr)));
    }
  }
  Out.append({Handler, Make.labelStmt(Done, End)});
  return Make.compound(Out, Begin, End);
}
