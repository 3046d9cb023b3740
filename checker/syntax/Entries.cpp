//===-- syntax/Entries.cpp - functions without a caller -------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/Entries.h"
#include "syntax/Callbacks.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include <utility>

using namespace clang;
using namespace flt;

/// By the name of a function's type, or of a pointer to such functions.
static EntryKind kindByType(StringRef Name) {
  static constexpr std::pair<llvm::StringLiteral, EntryKind> Types[] = {
      {"DRIVER_INITIALIZE", EntryKind::Driver},
      {"DRIVER_UNLOAD", EntryKind::Driver},
      {"DRIVER_DISPATCH", EntryKind::Dispatch},
      {"FLT_PRE_OPERATION_CALLBACK", EntryKind::Operation},
      {"FLT_POST_OPERATION_CALLBACK", EntryKind::PostOperation},
      {"IO_COMPLETION_ROUTINE", EntryKind::Completion},
      {"FLT_COMPLETED_ASYNC_IO_CALLBACK", EntryKind::Completion},
      {"FLT_GENERIC_WORKITEM_ROUTINE", EntryKind::Worker},
      {"FLT_DEFERRED_IO_WORKITEM_ROUTINE", EntryKind::Worker},
      {"IO_WORKITEM_ROUTINE", EntryKind::Worker},
      {"IO_WORKITEM_ROUTINE_EX", EntryKind::Worker},
      {"WORKER_THREAD_ROUTINE", EntryKind::Worker},
      {"KSTART_ROUTINE", EntryKind::Thread},
      {"FLT_CONTEXT_CLEANUP_CALLBACK", EntryKind::ContextCleanup},
      {"FLT_FILTER_UNLOAD_CALLBACK", EntryKind::Other},
      {"FLT_INSTANCE_SETUP_CALLBACK", EntryKind::Other},
      {"FLT_INSTANCE_QUERY_TEARDOWN_CALLBACK", EntryKind::Other},
      {"FLT_INSTANCE_TEARDOWN_CALLBACK", EntryKind::Other},
      {"FLT_CONNECT_NOTIFY", EntryKind::Other},
      {"FLT_DISCONNECT_NOTIFY", EntryKind::Other},
      {"FLT_MESSAGE_NOTIFY", EntryKind::Other}};
  for (const auto &[Type, Kind] : Types)
    if (Name == Type || (Name.starts_with("P") && Name.drop_front() == Type))
      return Kind;
  return EntryKind::None;
}

static EntryKind kindOfType(QualType T) {
  for (const auto *TT = T->getAs<TypedefType>(); TT;
       TT = TT->desugar()->getAs<TypedefType>())
    if (EntryKind K = kindByType(TT->getDecl()->getName());
        K != EntryKind::None)
      return K;
  return EntryKind::None;
}

namespace flt {

class EntryVisitor : public RecursiveASTVisitor<EntryVisitor> {
public:
  explicit EntryVisitor(Entries &Result) : Result(Result) {}

  // Initialisers as the compiler sees them: one for each member.
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitInitListExpr(InitListExpr *E) {
    const RecordDecl *RD =
        E->isSemanticForm() ? E->getType()->getAsRecordDecl() : nullptr;
    if (!RD || RD->isUnion() || !(RD = RD->getDefinition()))
      return true;
    unsigned I = 0;
    for (const FieldDecl *F : RD->fields()) {
      if (I == E->getNumInits())
        break;
      add(E->getInit(I++), F->getType());
    }
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->getOpcode() == BO_Assign)
      add(E->getRHS(), E->getLHS()->getType());
    return true;
  }

  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *Callee = E->getDirectCallee();
    if (!Callee)
      return true;
    Result.Called.insert(Callee->getCanonicalDecl());
    for (unsigned I = 0; I < E->getNumArgs() && I < Callee->getNumParams(); ++I)
      add(E->getArg(I), Callee->getParamDecl(I)->getType());
    return true;
  }

  /// KSTART_ROUTINE MyThread;
  bool VisitFunctionDecl(FunctionDecl *FD) {
    const TypeSourceInfo *T = FD->getTypeSourceInfo();
    EntryKind K = T ? kindOfType(T->getType()) : EntryKind::None;
    if (K == EntryKind::None && FD->getIdentifier() &&
        FD->getName() == "DriverEntry" && FD->getNumParams() == 2)
      K = EntryKind::Driver;
    if (K != EntryKind::None)
      Result.Kinds.try_emplace(FD->getCanonicalDecl(), K);
    return true;
  }

private:
  void add(const Expr *E, QualType T) {
    if (!T->isFunctionPointerType())
      return;
    if (const FunctionDecl *FD = functionIn(E))
      if (EntryKind K = kindOfType(T); K != EntryKind::None)
        Result.Kinds.try_emplace(FD, K);
  }

  Entries &Result;
};

} // namespace flt

Entries::Entries(ASTContext &Ctx) {
  EntryVisitor(*this).TraverseDecl(Ctx.getTranslationUnitDecl());
}

EntryKind Entries::kindOf(const FunctionDecl *FD) const {
  FD = FD->getCanonicalDecl();
  return Called.contains(FD) ? EntryKind::None : Kinds.lookup(FD);
}

bool flt::hasNoCaller(EntryKind K) {
  return K == EntryKind::Driver || K == EntryKind::Dispatch ||
         K == EntryKind::Operation || K == EntryKind::Worker ||
         K == EntryKind::Thread || K == EntryKind::Other;
}
