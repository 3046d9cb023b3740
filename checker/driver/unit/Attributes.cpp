//===-- Attributes.cpp - which [[clang::suppress]] do something -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/Attributes.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include <set>
#include <tuple>

using namespace clang;
using namespace flt;
using namespace flt::driver;

namespace {

struct Found {
  SuppressAttribute Attribute;
  SourceRange Covers;
};

/// Collects the attributes and takes them out of the AST.
class Remover : public RecursiveASTVisitor<Remover> {
public:
  explicit Remover(ASTContext &Ctx) : Ctx(Ctx), SM(Ctx.getSourceManager()) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitDecl(Decl *D) {
    if (const auto *A = D->getAttr<SuppressAttr>()) {
      add(*A, D->getSourceRange());
      D->dropAttrs<SuppressAttr>();
    }
    return true;
  }

  bool VisitAttributedStmt(AttributedStmt *S) {
    for (const Attr *const &Slot : S->getAttrs())
      if (const auto *A = dyn_cast<SuppressAttr>(Slot)) {
        add(*A, S->getSourceRange());
        // A statement can't lose one; this one means nothing to the engine.
        const_cast<const Attr *&>(Slot) = UnusedAttr::CreateImplicit(Ctx);
      }
    return true;
  }

  std::vector<Found> All;

private:
  void add(const SuppressAttr &A, SourceRange Covers) {
    PresumedLoc At = SM.getPresumedLoc(SM.getFileLoc(A.getLocation()));
    if (At.isInvalid())
      return;
    Found F;
    F.Attribute.Where.File = At.getFilename();
    F.Attribute.Where.Line = At.getLine();
    F.Attribute.Where.Column = At.getColumn();
    F.Covers = Covers;
    All.push_back(std::move(F));
  }

  ASTContext &Ctx;
  const SourceManager &SM;
};

} // namespace

static auto keyOf(const Finding &F) {
  return std::make_tuple(F.Check, F.Message, F.Where.File, F.Where.Line,
                         F.Where.Column, F.Acquired.Line, F.Acquired.Column);
}

std::vector<SuppressAttribute>
flt::driver::findSuppressAttributes(ASTContext &Ctx, const RunResult &With,
                                    llvm::function_ref<RunResult()> Analyze) {
  Remover R(Ctx);
  R.TraverseDecl(Ctx.getTranslationUnitDecl());
  if (R.All.empty())
    return {};
  std::set<decltype(keyOf(Finding()))> Known;
  for (const Finding &F : With.Findings)
    Known.insert(keyOf(F));
  const SourceManager &SM = Ctx.getSourceManager();
  auto Covers = [&](SourceRange Range, const Place &P) {
    SourceLocation Loc = P.Loc.isValid() ? SM.getFileLoc(P.Loc) : P.Loc;
    return Loc.isValid() &&
           SM.isPointWithin(Loc, SM.getFileLoc(Range.getBegin()),
                            SM.getFileLoc(Range.getEnd()));
  };
  for (const Finding &F : Analyze().Findings)
    if (!Known.count(keyOf(F)))
      for (Found &A : R.All)
        A.Attribute.Used |=
            Covers(A.Covers, F.Where) || Covers(A.Covers, F.Acquired);
  std::vector<SuppressAttribute> Result;
  for (Found &A : R.All)
    Result.push_back(std::move(A.Attribute));
  return Result;
}
