//===-- engine/FindingConsumer.cpp - engine reports to findings -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/FindingConsumer.h"
#include "engine/PathSteps.h"
#include "finding/Checks.h"
#include "finding/Rules.h"
#include "finding/Steps.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

static std::optional<Fix> fixOf(const FixItHint &Hint,
                                const SourceManager &SM) {
  CharSourceRange Range = Hint.RemoveRange;
  if (Range.isInvalid() || Range.isTokenRange() ||
      !Range.getBegin().isFileID() ||
      !SM.isWrittenInSameFile(Range.getBegin(), Range.getEnd()))
    return std::nullopt;
  Fix F;
  F.Begin = placeOf(Range.getBegin(), SM);
  F.End = placeOf(Range.getEnd(), SM);
  F.Offset = SM.getFileOffset(Range.getBegin());
  F.Length = SM.getFileOffset(Range.getEnd()) - F.Offset;
  F.Replacement = Hint.CodeToInsert;
  return F;
}

namespace {

/// Converts one report.
class Converter {
public:
  static Finding convert(const PathDiagnostic &D, const CheckInfo &Check) {
    const SourceManager &SM = D.getLocation().getManager();
    Finding F;
    F.Check = Check.TidyName.str();
    if (const RuleInfo *Rule = findRuleSaying(Check.Id, D.getBugType()))
      F.Rule = Rule->Name.str();
    F.Message = D.getShortDescription().str();
    F.Where = placeOf(D.getLocation().asLocation(), SM);
    if (const auto *FD = dyn_cast_or_null<NamedDecl>(D.getDeclWithIssue()))
      F.Function = FD->getQualifiedNameAsString();
    F.Acquired = F.Where;
    if (D.getUniqueingLoc().isValid())
      F.Acquired = placeOf(D.getUniqueingLoc().asLocation(), SM);
    F.Path = pathSteps(D.path, SM);
    // The last piece is the finding itself, which front ends show already.
    if (!F.Path.empty() && F.Path.back().Text == F.Message)
      F.Path.pop_back();
    markDecisive(F.Path);
    for (const std::shared_ptr<PathDiagnosticPiece> &P : D.path)
      for (const FixItHint &Hint : P->getFixits())
        if (std::optional<Fix> Converted = fixOf(Hint, SM))
          F.Fixes.push_back(*Converted);
    for (SourceRange R : D.path.back()->getRanges())
      F.Ranges.push_back({placeOf(R.getBegin(), SM), placeOf(R.getEnd(), SM)});
    return F;
  }
};

} // namespace

std::vector<MeasuredFinding> FindingConsumer::take() {
  FlushDiagnostics(nullptr);
  flushed = false; // There is more to come.
  return std::exchange(Findings, {});
}

void FindingConsumer::FlushDiagnosticsImpl(
    std::vector<const PathDiagnostic *> &Diagnostics, FilesMade *) {
  for (const PathDiagnostic *D : Diagnostics)
    if (const CheckInfo *Check = findCheck(D->getCheckerName()))
      Findings.push_back(
          {Converter::convert(*D, *Check),
           unsigned(const_cast<PathDiagnostic *>(D)->full_size())});
}
