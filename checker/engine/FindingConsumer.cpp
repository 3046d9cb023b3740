//===-- engine/FindingConsumer.cpp - engine reports to findings -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/FindingConsumer.h"
#include "finding/Rules.h"
#include "finding/Steps.h"
#include "seh/Notes.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

static Place placeOf(SourceLocation Loc, const SourceManager &SM) {
  Place P;
  P.Loc = Loc;
  // Where the text stands, as clang prints it: an argument of a macro in the
  // call, what the macro itself brings at the name of the macro.
  PresumedLoc Where = SM.getPresumedLoc(SM.getFileLoc(Loc));
  if (Where.isInvalid())
    return P;
  P.File = Where.getFilename();
  P.Line = Where.getLine();
  P.Column = Where.getColumn();
  return P;
}

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
    addPieces(D.path, 0, F, SM);
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

  static void addPieces(const PathPieces &Pieces, unsigned Depth, Finding &F,
                        const SourceManager &SM) {
    for (const std::shared_ptr<PathDiagnosticPiece> &P : Pieces) {
      if (const auto *Call = dyn_cast<PathDiagnosticCallPiece>(P.get())) {
        if (auto Enter = Call->getCallEnterEvent())
          addNote(*Enter, Depth, F, SM);
        addPieces(Call->path, Depth + 1, F, SM);
        if (auto Exit = Call->getCallExitEvent())
          addNote(*Exit, Depth + 1, F, SM);
      } else if (const auto *Macro =
                     dyn_cast<PathDiagnosticMacroPiece>(P.get())) {
        addPieces(Macro->subPieces, Depth, F, SM);
      } else if (isa<PathDiagnosticEventPiece>(P.get())) {
        // Control-flow pieces ("Taking true branch") say nothing that the
        // events do not.
        addNote(*P, Depth, F, SM);
      }
    }
  }

  static void addNote(const PathDiagnosticPiece &P, unsigned Depth, Finding &F,
                      const SourceManager &SM) {
    if (P.getString().empty())
      return;
    PathNote N;
    N.Where = placeOf(P.getLocation().asLocation(), SM);
    N.Text = P.getString().str();
    N.Depth = Depth;
    // What the engine itself says of conditions and calls is context.
    if (StringRef(N.Text).starts_with("Assuming") &&
        !seh::isExceptionNote(N.Text))
      N.K = PathNote::Kind::Condition;
    else if (StringRef(N.Text).starts_with("Calling"))
      N.K = PathNote::Kind::Call;
    else if (StringRef(N.Text).starts_with("Returning") ||
             StringRef(N.Text).starts_with("Entered call"))
      N.K = PathNote::Kind::Aside;
    F.Path.push_back(std::move(N));
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
