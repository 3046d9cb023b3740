//===-- seh/Lowering.cpp - rewrites __try in the AST, undoably ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/Lowering.h"
#include "seh/FunctionLowering.h"
#include "seh/RaiseModel.h"
#include "seh/Shapes.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include <mutex>

using namespace clang;
using namespace flt;
using namespace flt::seh;

static std::mutex ExistingLock;
static llvm::DenseMap<const ASTContext *, Lowering *> &existing() {
  static llvm::DenseMap<const ASTContext *, Lowering *> Map;
  return Map;
}

Lowering::Lowering(ASTContext &Ctx, std::shared_ptr<const model::Model> M,
                   Options O)
    : Ctx(Ctx), M(std::move(M)), Opt(O) {
  prepare();
  std::lock_guard<std::mutex> Guard(ExistingLock);
  existing()[&Ctx] = this;
}

Lowering::~Lowering() {
  undoAll();
  std::lock_guard<std::mutex> Guard(ExistingLock);
  existing().erase(&Ctx);
}

Lowering *Lowering::of(const ASTContext &Ctx) {
  std::lock_guard<std::mutex> Guard(ExistingLock);
  return existing().lookup(&Ctx);
}

//===----------------------------------------------------------------------===//
// Which functions
//===----------------------------------------------------------------------===//

namespace {

class FunctionFinder : public RecursiveASTVisitor<FunctionFinder> {
public:
  FunctionFinder(bool IsCXX, llvm::function_ref<void(FunctionDecl *)> Found)
      : IsCXX(IsCXX), Found(Found) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitLambdaBody() const { return true; }

  bool VisitFunctionDecl(FunctionDecl *FD) {
    if (FD->doesThisDeclarationHaveABody() && !FD->isDependentContext())
      Found(FD);
    return true;
  }
  // The call operator is not visited as a declaration.
  bool VisitLambdaExpr(LambdaExpr *E) {
    if (CXXMethodDecl *FD = E->getCallOperator())
      VisitFunctionDecl(FD);
    return true;
  }
  // Functions do not nest in C.
  bool TraverseStmt(Stmt *S) {
    return IsCXX ? RecursiveASTVisitor::TraverseStmt(S) : true;
  }

private:
  bool IsCXX;
  llvm::function_ref<void(FunctionDecl *)> Found;
};

} // namespace

template <class Callback>
static void forEachFunction(ASTContext &Ctx, Callback Found) {
  TranslationUnitDecl *TU = Ctx.getTranslationUnitDecl();
  if (!Ctx.getLangOpts().CPlusPlus) {
    for (Decl *D : TU->noload_decls())
      if (auto *FD = dyn_cast<FunctionDecl>(D))
        if (FD->doesThisDeclarationHaveABody())
          Found(FD);
    return;
  }
  FunctionFinder(/*IsCXX=*/true, Found).TraverseDecl(TU);
}

void Lowering::prepare() {
  forEachFunction(Ctx, [&](FunctionDecl *FD) {
    if (FD->usesSEHTry())
      WithTry.push_back(FD);
  });
  if (WithTry.empty() && !Opt.TellRaises)
    return;
  Raise = std::make_unique<RaiseModel>(Ctx, *M);
  Raise->findPropagators(WithTry);
  if (Opt.TellRaises)
    forEachFunction(Ctx, [&](FunctionDecl *FD) { Raise->toldOf(FD); });
}

bool Lowering::lower(FunctionDecl *FD) {
  if (WithTry.empty() || !FD->doesThisDeclarationHaveABody() ||
      FD->isDependentContext() || FD->isInvalidDecl())
    return false;
  bool HandsOn = Raise->isPropagator(FD);
  if ((!FD->usesSEHTry() && !HandsOn) || !Considered.insert(FD).second)
    return false;
  std::string Why = whyNotLowerable(FD->getBody());
  if (!Why.empty()) {
    if (FD->usesSEHTry())
      Rejected.push_back({FD, std::move(Why)});
    return false;
  }
  Figures[FD] = FunctionLowering(*this, FD, HandsOn).run();
  return true;
}

bool Lowering::lowerTree(FunctionDecl *FD) {
  if (WithTry.empty())
    return false;
  unsigned Before = Figures.size();
  if (Ctx.getLangOpts().CPlusPlus)
    FunctionFinder(true, [&](FunctionDecl *F) { lower(F); }).TraverseDecl(FD);
  lower(FD);
  return Figures.size() != Before;
}

void Lowering::lowerAll() {
  if (!WithTry.empty())
    forEachFunction(Ctx, [&](FunctionDecl *FD) { lower(FD); });
}

bool Lowering::isInSystemHeader(const Decl *D) const {
  const SourceManager &SM = Ctx.getSourceManager();
  return SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation()));
}

bool Lowering::alwaysRaises(const FunctionDecl *FD) const {
  const model::Routine *R = M->lookup(FD);
  return R && R->Raises == model::RaiseKind::Always;
}

Raises Lowering::raises(const FunctionDecl *FD) const {
  return Raise ? Raise->toldOf(FD) : Raises::Never;
}

llvm::StringRef Lowering::whyNotAnalysed(const Decl *D) const {
  for (const NotAnalysed &N : Rejected)
    if (D->getCanonicalDecl() == N.Function->getCanonicalDecl())
      return N.Reason;
  return "";
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

std::optional<Helper> Lowering::helper(const Decl *D) const {
  for (unsigned I = 0; I < unsigned(Helper::Count); ++I)
    if (D && Helpers[I] == D)
      return Helper(I);
  return std::nullopt;
}

FunctionDecl *Lowering::decl(Helper H) {
  FunctionDecl *&FD = Helpers[unsigned(H)];
  if (FD)
    return FD;
  const struct {
    const char *Name;
    QualType Gives, Takes;
  } Kinds[] = {{"__seh_may_raise", Ctx.IntTy, QualType()},
               {"__seh_may_raise_out", Ctx.IntTy, QualType()},
               {"__seh_after_call", Ctx.IntTy, QualType()},
               {"__seh_raised", Ctx.VoidTy, QualType()},
               {"__seh_unwind", Ctx.VoidTy, QualType()},
               {"__seh_skip", Ctx.VoidTy, Ctx.IntTy},
               {"__seh_exit", Ctx.VoidTy, Ctx.IntTy},
               {"__seh_enter_finally", Ctx.VoidTy, QualType()},
               {"__seh_enter_except", Ctx.VoidTy, QualType()},
               {"__seh_takes", Ctx.IntTy, Ctx.LongTy},
               {"__seh_code", Ctx.LongTy, QualType()},
               {"__seh_set_code", Ctx.VoidTy, Ctx.LongTy}};
  const auto &Kind = Kinds[unsigned(H)];
  llvm::SmallVector<QualType, 1> Params;
  if (!Kind.Takes.isNull())
    Params.push_back(Kind.Takes);
  QualType T = Ctx.getFunctionType(Kind.Gives, Params,
                                   FunctionProtoType::ExtProtoInfo());
  FD = FunctionDecl::Create(Ctx, Ctx.getTranslationUnitDecl(), SourceLocation(),
                            SourceLocation(), &Ctx.Idents.get(Kind.Name), T,
                            Ctx.getTrivialTypeSourceInfo(T), SC_Extern);
  FD->setImplicit();
  // Calling one invalidates nothing.
  FD->addAttr(PureAttr::CreateImplicit(Ctx));
  if (!Kind.Takes.isNull())
    FD->setParams(ParmVarDecl::Create(Ctx, FD, SourceLocation(),
                                      SourceLocation(), nullptr, Kind.Takes,
                                      nullptr, SC_None, nullptr));
  return FD;
}

namespace {
/// The chain of redeclarations is protected, and has no way to take one out.
struct ChainAccess : FunctionDecl {
  static void setLatest(FunctionDecl *First, FunctionDecl *Latest) {
    (First->*&ChainAccess::RedeclLink).setLatest(Latest);
  }
};
} // namespace

FunctionDecl *Lowering::returningTwin(FunctionDecl *FD) {
  FunctionDecl *&Twin = Twins[FD];
  if (Twin)
    return Twin;
  QualType T = FD->getType();
  if (const auto *FT = T->getAs<FunctionType>())
    T = QualType(
        Ctx.adjustFunctionType(FT, FT->getExtInfo().withNoReturn(false)), 0);
  Twin = FunctionDecl::Create(Ctx, FD->getDeclContext(), FD->getBeginLoc(),
                              FD->getLocation(), FD->getDeclName(), T,
                              FD->getTypeSourceInfo(), FD->getStorageClass());
  llvm::SmallVector<ParmVarDecl *, 4> Params;
  for (ParmVarDecl *P : FD->parameters())
    Params.push_back(ParmVarDecl::Create(
        Ctx, Twin, P->getBeginLoc(), P->getLocation(), P->getIdentifier(),
        P->getType(), P->getTypeSourceInfo(), SC_None, nullptr));
  Twin->setParams(Params);
  if (FD->hasBody()) {
    // One more declaration of the same function, so that it is inlined.
    Chains.push_back({FD->getFirstDecl(), FD->getMostRecentDecl()});
    Twin->setPreviousDecl(FD);
  }
  return Twin;
}

//===----------------------------------------------------------------------===//
// The log
//===----------------------------------------------------------------------===//

void Lowering::set(Stmt *&Slot, Stmt *New) {
  if (Slot == New)
    return;
  Log.push_back({&Slot, Slot});
  Slot = New;
}

void Lowering::undoAll() {
  if (Considered.empty())
    return;
  for (auto It = Log.rbegin(), E = Log.rend(); It != E; ++It)
    *It->Slot = It->Old;
  Log.clear();
  for (auto &[FD, Body] : Bodies)
    FD->setBody(Body);
  Bodies.clear();
  for (auto It = Chains.rbegin(), E = Chains.rend(); It != E; ++It)
    ChainAccess::setLatest(It->first, It->second);
  Chains.clear();
  Twins.clear();
  Figures.clear();
  SynthesizedTerminators.clear();
  CertainRaises.clear();
  Dispatches.clear();
  Guards.clear();
  Objects.clear();
  Considered.clear();
  // Whoever asks for parents next must not see ours.
  Ctx.getParentMapContext().clear();
}
