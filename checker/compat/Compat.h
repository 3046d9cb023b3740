//===-- compat/Compat.h - differences between LLVM 19 and 22 ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every difference between the supported LLVM versions, and nothing else.
// Differences are detected where that is possible, so that versions in between
// work too.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_COMPAT_COMPAT_H
#define FLT_COMPAT_COMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/StaticAnalyzer/Core/PathDiagnosticConsumers.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include <memory>
#include <type_traits>

namespace flt::compat {

/// A CompilerInstance that owns \p I. 22 takes it in the constructor.
template <class CI = clang::CompilerInstance,
          class Inv = clang::CompilerInvocation>
std::unique_ptr<CI> makeCompilerInstance(std::shared_ptr<Inv> I) {
  if constexpr (std::is_constructible_v<CI, std::shared_ptr<Inv>>) {
    return std::make_unique<CI>(std::move(I));
  } else {
    auto C = std::make_unique<CI>();
    C->setInvocation(std::move(I));
    return C;
  }
}

/// 19 takes a raw pointer and 22 a reference-counted one.
template <class CI> void setASTContext(CI &C, clang::ASTContext &Ctx) {
  using Ptr = llvm::IntrusiveRefCntPtr<clang::ASTContext>;
  if constexpr (std::is_invocable_v<decltype(&CI::setASTContext), CI &, Ptr>)
    C.setASTContext(Ptr(&Ctx));
  else
    C.setASTContext(&Ctx);
}

/// 19 keeps raw pointers (the AnalysisManager owns them), 22 unique ones.
template <class Consumers>
void addConsumer(Consumers &List,
                 std::unique_ptr<clang::ento::PathDiagnosticConsumer> C) {
  if constexpr (std::is_pointer_v<typename Consumers::value_type>)
    List.push_back(C.release());
  else
    List.push_back(std::move(C));
}

/// A fresh symbol of type \p T that \p Call brings about; \p Tag tells several
/// of one call apart.
inline clang::ento::DefinedOrUnknownSVal
conjure(clang::ento::CheckerContext &C, const clang::ento::CallEvent &Call,
        clang::QualType T, const void *Tag) {
#if CLANG_VERSION_MAJOR >= 22
  return C.getSValBuilder().conjureSymbolVal(Call, T, C.blockCount(), Tag);
#else
  return C.getSValBuilder().conjureSymbolVal(
      Tag, Call.getOriginExpr(), C.getLocationContext(), T, C.blockCount());
#endif
}

/// A fresh symbol for the value of \p E, which the path has just evaluated.
inline clang::ento::DefinedOrUnknownSVal conjure(clang::ento::CheckerContext &C,
                                                 const clang::Expr *E) {
#if CLANG_VERSION_MAJOR >= 22
  return C.getSValBuilder().conjureSymbolVal(nullptr, C.getCFGElementRef(),
                                             C.getLocationContext(),
                                             E->getType(), C.blockCount());
#else
  return C.getSValBuilder().conjureSymbolVal(nullptr, E, C.getLocationContext(),
                                             E->getType(), C.blockCount());
#endif
}

/// A fresh symbol of type \p T at \p E, told from others there by \p Tag.
inline clang::ento::DefinedOrUnknownSVal conjure(clang::ento::CheckerContext &C,
                                                 const clang::Expr *E,
                                                 clang::QualType T,
                                                 const void *Tag) {
#if CLANG_VERSION_MAJOR >= 22
  (void)E;
  return C.getSValBuilder().conjureSymbolVal(
      Tag, C.getCFGElementRef(), C.getLocationContext(), T, C.blockCount());
#else
  return C.getSValBuilder().conjureSymbolVal(Tag, E, C.getLocationContext(), T,
                                             C.blockCount());
#endif
}

/// Where a report at \p N is shown, if the engine does not decide it: at the
/// end of a function without a return, 22 takes the last statement and 19 the
/// brace.
inline clang::ento::PathDiagnosticLocation
endOfFunction(const clang::ento::ExplodedNode *N) {
  using clang::ento::PathDiagnosticLocation;
#if CLANG_VERSION_MAJOR < 22
  if (!N->getLocation().getAs<clang::FunctionExitPoint>() ||
      N->getStmtForDiagnostics())
    return PathDiagnosticLocation();
  // Where the engine drops what is dead, it has the whole body at hand.
  const clang::Stmt *S = nullptr;
  for (const auto *P = N->getFirstPred(); P; P = P->getFirstPred())
    if ((S = P->getStmtForDiagnostics()) && !llvm::isa<clang::CompoundStmt>(S))
      break;
  if (S && llvm::isa<clang::CompoundStmt>(S))
    return PathDiagnosticLocation();
  const clang::SourceManager &SM =
      N->getState()->getStateManager().getContext().getSourceManager();
  if (const auto *B = llvm::dyn_cast_or_null<clang::BinaryOperator>(S))
    return PathDiagnosticLocation::createOperatorLoc(B, SM);
  if (const auto *M = llvm::dyn_cast_or_null<clang::MemberExpr>(S))
    return PathDiagnosticLocation::createMemberLoc(M, SM);
  if (S && S->getBeginLoc().isValid())
    return PathDiagnosticLocation(S, SM, N->getLocationContext());
#else
  (void)N;
#endif
  return PathDiagnosticLocation();
}

/// The label of the loop that \p Jump, a break or continue, names (C2y).
inline const clang::LabelDecl *loopLabel(const clang::Stmt *Jump) {
#if CLANG_VERSION_MAJOR >= 22
  const auto *Control = llvm::cast<clang::LoopControlStmt>(Jump);
  return Control->hasLabelTarget() ? Control->getLabelDecl() : nullptr;
#else
  (void)Jump;
  return nullptr;
#endif
}

/// The type that \p RD declares.
inline clang::QualType recordType(const clang::ASTContext &Ctx,
                                  const clang::RecordDecl *RD) {
#if CLANG_VERSION_MAJOR >= 22
  return Ctx.getCanonicalTagType(RD);
#else
  return Ctx.getRecordType(RD);
#endif
}

} // namespace flt::compat

#endif // FLT_COMPAT_COMPAT_H
