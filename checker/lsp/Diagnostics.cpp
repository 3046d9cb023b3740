//===-- lsp/Diagnostics.cpp - findings, as editors show them --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Diagnostics.h"
#include "driver/base/Options.h"
#include "driver/command/Finish.h"
#include "driver/output/Wording.h"
#include "finding/Checks.h"
#include "lsp/Text.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace flt;
using namespace flt::server;

namespace {

/// Builds the JSON of diagnostics from places in texts.
class ViewMaker {
public:
  ViewMaker(const Report &R, const Documents &Open) : R(R), Open(Open) {}

  json::Value diagnostic(const ReportedFinding &F, lsp::Range &Range) const;
  json::Value diagnostic(const Incomplete &I) const;

private:
  StringRef text(StringRef File) const { return R.Source(File).value_or(""); }
  lsp::Range tokenAt(const Place &P) const {
    size_t Begin = offsetOf(text(P.File), P);
    return range(P.File, Begin, tokenEnd(text(P.File), Begin));
  }
  lsp::Range range(StringRef File, size_t Begin, size_t End) const {
    return {positionOf(text(File), Begin), positionOf(text(File), End)};
  }
  lsp::Range rangeOf(const Finding &F) const;
  json::Object location(const Place &P) const {
    return json::Object{{"uri", uriOf(P.File, Open)},
                        {"range", toJSON(tokenAt(P))}};
  }

  const Report &R;
  const Documents &Open;
};

} // namespace

// What it points at; the whole expression, if that is in the same place.
lsp::Range ViewMaker::rangeOf(const Finding &F) const {
  for (const auto &[Begin, End] : F.Ranges)
    if (Begin.File == F.Where.File && Begin.Line == F.Where.Line &&
        Begin.Column == F.Where.Column && End.File == F.Where.File) {
      StringRef Text = text(End.File);
      return range(F.Where.File, offsetOf(Text, Begin),
                   tokenEnd(Text, offsetOf(Text, End)));
    }
  return tokenAt(F.Where);
}

// The fix takes out what the finding points at, so that it does nothing.
static bool isUnnecessary(const Finding &F) {
  return any_of(F.Fixes, [&](const Fix &X) {
    return X.Replacement.empty() && X.Begin.File == F.Where.File &&
           X.Begin.Line <= F.Where.Line && F.Where.Line <= X.End.Line;
  });
}

json::Value ViewMaker::diagnostic(const ReportedFinding &F,
                                  lsp::Range &Range) const {
  Range = rangeOf(F);
  bool IsNew = F.Status == FindingStatus::New;
  json::Array Steps;
  for (const PathNote &N : F.Path)
    if (!N.Where.File.empty())
      Steps.push_back(json::Object{{"location", location(N.Where)},
                                   {"message", json::fixUTF8(N.Text)}});
  json::Array Important;
  for (const PathNote &N : F.Path)
    if (!N.Where.File.empty())
      Important.push_back(N.Important);
  json::Object D{{"range", toJSON(Range)},
                 {"severity", int(IsNew ? lsp::DiagnosticSeverity::Warning
                                        : lsp::DiagnosticSeverity::Hint)},
                 {"source", "fltcheck"},
                 {"code", F.Check},
                 {"message", json::fixUTF8(F.Message)},
                 {"relatedInformation", std::move(Steps)},
                 {"data", json::Object{{"fingerprint", F.Fingerprint},
                                       {"function", json::fixUTF8(F.Function)},
                                       {"acquired", location(F.Acquired)},
                                       {"important", std::move(Important)},
                                       {"known", !IsNew}}}};
  if (const CheckInfo *Info = findCheck(F.Check))
    D["codeDescription"] = json::Object{{"href", Info->helpUri()}};
  if (isUnnecessary(F))
    D["tags"] = json::Array{int(lsp::DiagnosticTag::Unnecessary)};
  return D;
}

json::Value ViewMaker::diagnostic(const Incomplete &I) const {
  return json::Object{{"range", toJSON(tokenAt(I.Where))},
                      {"severity", int(lsp::DiagnosticSeverity::Information)},
                      {"source", "fltcheck"},
                      {"code", "incomplete"},
                      {"message", json::fixUTF8(describe(I))}};
}

UnitView server::makeView(const flt::driver::Plan &P,
                          const flt::driver::Unit &U,
                          const flt::driver::UnitResult &R,
                          const std::vector<EffectPlace> &Others,
                          const std::optional<Baseline> &Known,
                          const Documents &Open) {
  // Beside the unit, one in which nothing is found but those places.
  flt::driver::Plan Bare;
  Bare.S = P.S;
  Bare.Root = P.Root;
  Bare.Headers = P.Headers;
  Bare.P.Units = {U, flt::driver::Unit()};
  Bare.P.Units.back().Project = U.Project;
  std::vector<flt::driver::UnitResult> Results = {R, flt::driver::UnitResult()};
  Results.back().Run.Places = Others;
  Report All = flt::driver::makeReport(Bare, Results, flt::driver::Options());
  if (Known)
    applyBaseline(*Known, All);
  ViewMaker Maker(All, Open);
  UnitView View;
  for (const ReportedFinding &F : All.Findings) {
    ShownFinding S;
    S.F = F;
    S.Diagnostic = Maker.diagnostic(F, S.Range);
    View.Findings.push_back(std::move(S));
  }
  for (const Incomplete &I : All.Unfinished)
    View.Others.emplace_back(I.Where.File, Maker.diagnostic(I));
  return View;
}
