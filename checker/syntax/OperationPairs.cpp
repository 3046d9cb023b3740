//===-- syntax/OperationPairs.cpp - pre- and post-operations --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/OperationPairs.h"
#include "syntax/Callbacks.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace flt;

static const FieldDecl *fieldOf(const Expr *E) {
  const auto *M = dyn_cast<MemberExpr>(E->IgnoreParenCasts());
  return M ? dyn_cast<FieldDecl>(M->getMemberDecl()) : nullptr;
}

static const FieldDecl *addressedField(const Expr *E) {
  const auto *U = dyn_cast<UnaryOperator>(E->IgnoreParenCasts());
  return U && U->getOpcode() == UO_AddrOf ? fieldOf(U->getSubExpr()) : nullptr;
}

/// The member that \p Path leads to, "" if it ends elsewhere.
static std::string lastMember(const model::ObjectPath &Path) {
  for (const model::ObjectPath::Step &S : llvm::reverse(Path.Steps))
    if (S.K == model::ObjectPath::Step::Kind::Field)
      return S.Field;
  return "";
}

namespace flt {

class OperationVisitor : public RecursiveASTVisitor<OperationVisitor> {
public:
  OperationVisitor(OperationPairs &Result, ASTContext &Ctx,
                   const model::Model &M)
      : Result(Result), Ctx(Ctx), M(M) {}

  // Initialisers as the compiler sees them: one for each member.
  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseDecl(Decl *D) {
    const FunctionDecl *Outer = Current;
    if (auto *FD = dyn_cast_or_null<FunctionDecl>(D)) {
      Current = FD->getCanonicalDecl();
      if (FD->doesThisDeclarationHaveABody() && isPostOperation(FD))
        Result.Posts.push_back(Current);
      if (FD->doesThisDeclarationHaveABody() && isContextCleanUp(FD))
        Result.CleanUps.push_back(Current);
    }
    bool Continue = RecursiveASTVisitor::TraverseDecl(D);
    Current = Outer;
    return Continue;
  }

  bool VisitInitListExpr(InitListExpr *E) {
    const RecordDecl *RD =
        E->isSemanticForm() ? E->getType()->getAsRecordDecl() : nullptr;
    // ContextType, Flags, ContextCleanupCallback, ...
    if (RD && RD->getName() == "_FLT_CONTEXT_REGISTRATION" &&
        E->getNumInits() > 3) {
      Result.RegistersContexts = true;
      const FunctionDecl *CleanUp = functionIn(E->getInit(2));
      Result.HasForeignCleanUp |= CleanUp && !CleanUp->hasBody();
    }
    // MajorFunction, Flags, PreOperation, PostOperation, Reserved1.
    if (!RD || RD->getName() != "_FLT_OPERATION_REGISTRATION" ||
        E->getNumInits() < 4)
      return true;
    if (const FunctionDecl *Pre = functionIn(E->getInit(2)))
      Result.Pairs.push_back({Pre, functionIn(E->getInit(3))});
    return true;
  }

  /// UNREFERENCED_PARAMETER(CompletionContext)
  bool VisitCompoundStmt(CompoundStmt *S) {
    for (const Stmt *Child : S->body())
      if (const auto *E = dyn_cast<Expr>(Child))
        if (const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts()))
          Unused.insert(Ref);
    return true;
  }

  /// "PCONTEXT Context = CompletionContext;"
  bool VisitVarDecl(VarDecl *D) {
    if (D->hasInit() && isCompletion(D->getInit()))
      Completion.insert(D);
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (Current && !Unused.contains(E) && isCompletion(E))
      Result.UseContext.insert(Current);
    if (const auto *FD = dyn_cast<FunctionDecl>(E->getDecl()); FD && Current)
      Result.Mentions[Current].push_back(FD->getCanonicalDecl());
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->getOpcode() != BO_Assign || !Current ||
        E->getRHS()->isNullPointerConstant(Ctx,
                                           Expr::NPC_ValueDependentIsNotNull))
      return true;
    if (const FieldDecl *F = fieldOf(E->getLHS()))
      if (F->getType()->isPointerType())
        Result.Stores[Current].push_back(F);
    return true;
  }

  bool VisitCallExpr(CallExpr *E) {
    const model::Routine *R = M.lookup(E->getDirectCallee());
    if (!R)
      return true;
    addLocks(*R, E);
    for (const model::Effect &Effect : R->Effects) {
      noteCompletion(Effect, E);
      if (Effect.Kind == model::EffectKind::Give &&
          Effect.Object.Base == model::ObjectPath::BaseKind::Argument &&
          Effect.Object.Argument < E->getNumArgs() && Current)
        // "FltGetFileNameInformation(Data, Options, &PreToPost->Name)"
        if (const FieldDecl *F =
                addressedField(E->getArg(Effect.Object.Argument)))
          Result.Stores[Current].push_back(F);
      if (Effect.Kind == model::EffectKind::Take && !Effect.Members &&
          Effect.Object.Base == model::ObjectPath::BaseKind::Argument &&
          Effect.Object.Steps.empty() &&
          Effect.Object.Argument < E->getNumArgs())
        if (const FieldDecl *F = fieldOf(E->getArg(Effect.Object.Argument)))
          Result.Released.try_emplace(F, Effect.ReferenceKind);
    }
    return true;
  }

private:
  /// VOID CleanUp(PFLT_CONTEXT, FLT_CONTEXT_TYPE)
  static bool isContextCleanUp(const FunctionDecl *FD) {
    if (FD->getNumParams() != 2 || !FD->getReturnType()->isVoidType())
      return false;
    const auto *T = FD->getParamDecl(1)->getType()->getAs<TypedefType>();
    return T && T->getDecl()->getName() == "FLT_CONTEXT_TYPE";
  }

  /// Whether \p E is the CompletionContext of a post-operation callback, or a
  /// variable that was made from it.
  bool isCompletion(const Expr *E) const {
    const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts());
    if (!Ref || !Current)
      return false;
    const auto *P = dyn_cast<ParmVarDecl>(Ref->getDecl());
    return Completion.contains(Ref->getDecl()) ||
           (P && P->getFunctionScopeIndex() == 2 && isPostOperation(Current));
  }

  /// What \p Call does by \p Effect to a CompletionContext, or to the lists
  /// that an object is in.
  void noteCompletion(const model::Effect &Effect, const CallExpr *Call) {
    if (Effect.Object.Base != model::ObjectPath::BaseKind::Argument ||
        !Effect.Object.Steps.empty() ||
        Effect.Object.Argument >= Call->getNumArgs() || !Current)
      return;
    const Expr *Argument = Call->getArg(Effect.Object.Argument);
    if (Effect.Kind == model::EffectKind::Take && isCompletion(Argument))
      Result.ReleaseContext.insert(Current);
    if (Effect.List == model::Effect::ListChange::Out)
      if (const FieldDecl *F = addressedField(Argument))
        Result.TakenOut[Current].push_back(F);
  }

  /// What \p Call, of \p R, releases for the function that it stands in.
  void addLocks(const model::Routine &R, const CallExpr *Call) {
    PostReleases &Known = Result.Locks[Current];
    for (const model::Effect &E : R.Effects) {
      Known.LeavesRegion |= E.Kind == model::EffectKind::Leave;
      if (E.Kind != model::EffectKind::Release)
        continue;
      std::string Name = lastMember(E.Object);
      if (Name.empty() && E.Object.Argument < Call->getNumArgs()) {
        const Expr *Lock = Call->getArg(E.Object.Argument);
        const FieldDecl *F = addressedField(Lock);
        if (F || (F = fieldOf(Lock)))
          Name = F->getName().str();
      }
      if (!Name.empty())
        Known.Locks.insert(Name);
    }
  }

  OperationPairs &Result;
  ASTContext &Ctx;
  const model::Model &M;
  const FunctionDecl *Current = nullptr;
  /// Variables that hold a CompletionContext from their beginning.
  llvm::SmallPtrSet<const ValueDecl *, 8> Completion;
  /// Mentions that are statements by themselves.
  llvm::SmallPtrSet<const DeclRefExpr *, 8> Unused;
};

} // namespace flt

OperationPairs::OperationPairs(ASTContext &Ctx, const model::Model &M) : M(M) {
  OperationVisitor(*this, Ctx, M).TraverseDecl(Ctx.getTranslationUnitDecl());
}

llvm::SmallVector<const FunctionDecl *, 2>
OperationPairs::postOperationsOf(const FunctionDecl *Pre) const {
  llvm::SmallVector<const FunctionDecl *, 2> Posts;
  for (const Pair &P : Pairs)
    if (P.Pre == Pre->getCanonicalDecl())
      Posts.push_back(P.Post);
  return Posts;
}

llvm::SmallVector<const FunctionDecl *, 2>
OperationPairs::preOperationsOf(const FunctionDecl *Post) const {
  llvm::SmallVector<const FunctionDecl *, 2> Pres;
  for (const Pair &P : Pairs)
    if (P.Post == Post->getCanonicalDecl())
      Pres.push_back(P.Pre);
  return Pres;
}

llvm::SmallVector<const FieldDecl *, 2>
OperationPairs::owedBy(const FunctionDecl *Post) const {
  Post = Post->getCanonicalDecl();
  llvm::SmallVector<const FunctionDecl *, 16> Work;
  for (const Pair &P : Pairs)
    // It may run in the name of another one
    // (FltDoCompletionProcessingWhenSafe).
    if (P.Post == Post ||
        (P.Post && llvm::is_contained(Mentions.lookup(P.Post), Post)))
      Work.push_back(P.Pre);
  llvm::SmallPtrSet<const FunctionDecl *, 16> Reached(Work.begin(), Work.end());
  llvm::SmallVector<const FieldDecl *, 2> Owed;
  while (!Work.empty()) {
    const FunctionDecl *FD = Work.pop_back_val();
    for (const FieldDecl *F : Stores.lookup(FD))
      if (Released.contains(F) && !llvm::is_contained(Owed, F))
        Owed.push_back(F);
    for (const FunctionDecl *Callee : Mentions.lookup(FD))
      if (Reached.insert(Callee).second)
        Work.push_back(Callee);
  }
  return Owed;
}

PostReleases OperationPairs::releasedAfter(const FunctionDecl *Pre) const {
  PostReleases Result;
  llvm::SmallVector<const FunctionDecl *, 16> Work;
  for (const FunctionDecl *Post : postOperationsOf(Pre))
    if (Post)
      Work.push_back(Post->getCanonicalDecl());
  if (Work.empty() && postOperationsOf(Pre).empty())
    Work.append(Posts.begin(), Posts.end());
  llvm::SmallPtrSet<const FunctionDecl *, 16> Reached(Work.begin(), Work.end());
  while (!Work.empty()) {
    const FunctionDecl *FD = Work.pop_back_val();
    PostReleases Here = Locks.lookup(FD);
    // One of another file: what is known of it is its row.
    if (const model::Routine *Row = FD->hasBody() ? nullptr : M.lookup(FD))
      for (const model::Effect &E : Row->Effects) {
        Here.LeavesRegion |= E.Kind == model::EffectKind::Leave;
        if (E.Kind == model::EffectKind::Release)
          Here.Locks.insert(lastMember(E.Object));
      }
    Result.Locks.insert(Here.Locks.begin(), Here.Locks.end());
    Result.LeavesRegion |= Here.LeavesRegion;
    for (const FunctionDecl *Callee : Mentions.lookup(FD))
      if (Reached.insert(Callee).second)
        Work.push_back(Callee);
  }
  return Result;
}

bool OperationPairs::allReleaseContext() const {
  return !ReleaseContext.empty() &&
         llvm::all_of(UseContext, [&](const FunctionDecl *Post) {
           return ReleaseContext.contains(Post);
         });
}

bool OperationPairs::staysListed(const FieldDecl *Entry) const {
  // What a header declares, a clean-up callback of another file may know.
  const SourceManager &SM = Entry->getASTContext().getSourceManager();
  bool IsOwn =
      SM.isInMainFile(SM.getExpansionLoc(Entry->getParent()->getLocation()));
  if (HasForeignCleanUp || (!IsOwn && !RegistersContexts))
    return false;
  llvm::SmallVector<const FunctionDecl *, 16> Work(CleanUps.begin(),
                                                   CleanUps.end());
  llvm::SmallPtrSet<const FunctionDecl *, 16> Reached(Work.begin(), Work.end());
  while (!Work.empty()) {
    const FunctionDecl *FD = Work.pop_back_val();
    if (llvm::is_contained(TakenOut.lookup(FD), Entry))
      return false;
    for (const FunctionDecl *Callee : Mentions.lookup(FD))
      if (Reached.insert(Callee).second)
        Work.push_back(Callee);
  }
  return true;
}
