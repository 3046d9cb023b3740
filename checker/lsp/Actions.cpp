//===-- lsp/Actions.cpp - what can be done about findings -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "finding/Checks.h"
#include "lsp/Answers.h"
#include "lsp/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::server;

namespace {

/// The actions for one finding.
class Actions {
public:
  Actions(const Folder &F, const Documents &Open, const ShownFinding &S,
          json::Array &Result)
      : F(F), Open(Open), S(S), Result(Result) {}

  void fix();
  void suppress(const Place &At, StringRef Where);
  void command(const std::string &Title, StringRef Name);
  void addToBaseline() {
    if (!F.BaselineFile.empty() && S.F.Status == FindingStatus::New)
      command("Add to the baseline", AddToBaseline);
  }

private:
  void edit(const Twine &Title, StringRef Path, json::Array Edits,
            bool Preferred);
  std::optional<std::string> text(StringRef Path) const;

  const Folder &F;
  const Documents &Open;
  const ShownFinding &S;
  json::Array &Result;
};

} // namespace

std::optional<std::string> Actions::text(StringRef Path) const {
  auto It = Open.find(Path.str());
  if (It != Open.end())
    return It->second.Text;
  Expected<std::string> Text = flt::driver::readFile(Path);
  if (Text)
    return std::move(*Text);
  consumeError(Text.takeError());
  return std::nullopt;
}

void Actions::edit(const Twine &Title, StringRef Path, json::Array Edits,
                   bool Preferred) {
  json::Object Changes;
  Changes[uriOf(Path, Open)] = std::move(Edits);
  json::Object Action{{"title", json::fixUTF8(Title.str())},
                      {"kind", "quickfix"},
                      {"diagnostics", json::Array{S.Diagnostic}},
                      {"edit", json::Object{{"changes", std::move(Changes)}}}};
  if (Preferred)
    Action["isPreferred"] = true;
  Result.push_back(std::move(Action));
}

void Actions::fix() {
  if (S.F.Fixes.empty())
    return;
  StringRef Path = S.F.Fixes.front().Begin.File;
  std::optional<std::string> Text = text(Path);
  if (!Text)
    return;
  json::Array Edits;
  std::string Title;
  for (const Fix &X : S.F.Fixes) {
    if (X.Begin.File != Path)
      return;
    size_t Begin = offsetOf(*Text, X.Begin), End = Begin + X.Length;
    StringRef Old = StringRef(*Text).slice(Begin, End).trim();
    Edits.push_back(json::Object{
        {"range",
         toJSON(lsp::Range(positionOf(*Text, Begin), positionOf(*Text, End)))},
        {"newText", X.Replacement}});
    Title = X.Replacement.empty() ? ("Remove '" + Old + "'").str()
                                  : "Replace by '" + X.Replacement + "'";
  }
  edit(Title, Path, std::move(Edits), /*Preferred=*/true);
}

// A line of its own needs no room at the end of the other, which may go on in
// the next one; within a macro there can be none.
void Actions::suppress(const Place &At, StringRef Where) {
  std::optional<std::string> Text = text(At.File);
  if (!Text || !At.Line)
    return;
  size_t Begin = offsetOf(*Text, Place{At.File, At.Line, 1, {}});
  StringRef Before = StringRef(*Text).take_front(Begin).rtrim("\r\n");
  if (Before.ends_with("\\"))
    return;
  StringRef Indent = StringRef(*Text).substr(Begin).take_while(
      [](char C) { return C == ' ' || C == '\t'; });
  StringRef End = StringRef(*Text).contains("\r\n") ? "\r\n" : "\n";
  std::string Line =
      (Indent + "// NOLINTNEXTLINE(" + S.F.Check + ")" + End).str();
  edit("Suppress " + S.F.Check + " at the " + Where, At.File,
       json::Array{
           json::Object{{"range", toJSON(lsp::Range(positionOf(*Text, Begin)))},
                        {"newText", Line}}},
       /*Preferred=*/false);
}

void Actions::command(const std::string &Title, StringRef Name) {
  Result.push_back(json::Object{
      {"title", Title},
      {"kind", "quickfix"},
      {"diagnostics", json::Array{S.Diagnostic}},
      {"command",
       json::Object{{"title", Title},
                    {"command", Name},
                    {"arguments", json::Array{json::Object{
                                      {"uri", uriOf(S.F.Where.File, Open)},
                                      {"check", S.F.Check},
                                      {"fingerprint", S.F.Fingerprint}}}}}}});
}

json::Value server::codeActions(const Folder &F, StringRef Path,
                                const Documents &Open,
                                const lsp::Range &Within) {
  json::Array Result;
  std::vector<const ShownFinding *> Seen;
  for (const auto &State : F.Units) {
    if (!State->Known || !isCurrent(State->Result, Open))
      continue; // Its places are those of another text.
    for (const ShownFinding &S : State->View.Findings) {
      if (S.F.Where.File != Path || S.Range.end.line < Within.start.line ||
          Within.end.line < S.Range.start.line ||
          any_of(
              Seen,
              [&](const ShownFinding *Other) {
                return Other->Diagnostic == S.Diagnostic;
              }))
        continue;
      Seen.push_back(&S);
      Actions For(F, Open, S, Result);
      For.fix();
      For.suppress(S.F.Where, "report");
      if (S.F.Acquired.File != Path || S.F.Acquired.Line != S.F.Where.Line)
        For.suppress(S.F.Acquired, "acquisition");
      For.addToBaseline();
      For.command("Explain " + S.F.Check, Explain);
    }
  }
  return Result;
}

Error server::addToBaseline(const Folder &F, StringRef Fingerprint) {
  Report R;
  R.Root = F.P.Root;
  for (const auto &State : F.Units)
    for (const ShownFinding &S : State->View.Findings)
      if (S.F.Fingerprint == Fingerprint && R.Findings.empty())
        R.Findings.push_back(S.F);
  if (R.Findings.empty() || F.BaselineFile.empty())
    return createStringError("there is no such finding, or no baseline");
  Expected<Baseline> Old = readBaseline(F.BaselineFile);
  if (!Old)
    return Old.takeError();
  std::string Text;
  raw_string_ostream OS(Text);
  // What this report does not judge stays: it has looked at nothing else.
  writeBaseline(OS, R, &*Old);
  return flt::driver::writeFile(F.BaselineFile, OS.str());
}
