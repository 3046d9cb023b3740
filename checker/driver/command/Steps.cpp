//===-- driver/command/Steps.cpp - the steps of a run, for build systems --===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Steps.h"
#include "driver/base/Files.h"
#include "driver/base/Platform.h"
#include "driver/base/TempFolder.h"
#include "driver/command/AnalyzePlan.h"
#include "driver/command/Blind.h"
#include "driver/command/ExitCodes.h"
#include "driver/command/Finish.h"
#include "driver/unit/UnitSession.h"
#include "model/Model.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static int fail(Error E) {
  WithColor::error(errs(), "fltcheck") << toString(std::move(E)) << '\n';
  return ExitFailed;
}

template <class T> static Expected<T> load(StringRef Path) {
  Expected<json::Value> Value = readJSON(Path);
  if (!Value)
    return Value.takeError();
  T Result;
  json::Path::Root Root(Path);
  if (!fromJSON(*Value, Result, Root))
    return Root.getError();
  return Result;
}

// As make and Ninja read it: what the result depends on besides its inputs.
static std::string depFile(StringRef Target, const UnitResult &R) {
  auto Escape = [](StringRef Path) {
    std::string Text;
    for (char C : Path) {
      if (C == ' ' || C == '#' || C == '\\')
        Text += '\\';
      if (C == '$')
        Text += '$';
      Text += C;
    }
    return Text;
  };
  std::string Text = Escape(Target) + ":";
  for (const auto &Read : R.Reads)
    Text += " \\\n  " + Escape(Read.first);
  return Text + "\n";
}

// A unit without the others, in this process.
static int runCheckStep(const StepOptions &S) {
  Expected<Job> J = load<Job>(S.Job);
  if (!J)
    return fail(J.takeError());
  // What is known of other units is a model like any other.
  if (!S.Rows.empty()) {
    Expected<std::string> Rows = readFile(S.Rows);
    if (!Rows)
      return fail(Rows.takeError());
    if (!Rows->empty())
      J->S.Models.push_back(S.Rows);
  }
  auto M = model::Model::load(J->S.Models);
  if (!M)
    return fail(M.takeError());
  dieWithParent();
  // The steps of the engine are bounded, those of the parser are not. Processor
  // time, because on a busy machine a clock would give up what is well.
  limitProcessorTime(S.CpuLimit);
  UnitSession Session(*J, /*CrossFile=*/false, *M);
  UnitRequest All;
  All.Finish = true;
  Expected<UnitAnswer> Found = Session.look(All);
  if (!Found)
    return fail(Found.takeError());
  std::optional<UnitResult> R =
      assembleResult(Session.facts(), Found->New, {}, contentHash(""));
  R->Attributes = std::move(Found->Attributes);
  if (!S.DepFile.empty())
    if (Error E = writeFile(S.DepFile, depFile(S.Output, *R)))
      return fail(std::move(E));
  if (Error E = writeFileIfChanged(S.Output, printJSON(toJSON(*R))))
    return fail(std::move(E));
  return ExitClean;
}

static Expected<std::vector<UnitResult>>
loadResults(const std::vector<std::string> &Files, const Plan &P) {
  if (Files.size() != P.P.Units.size())
    return createStringError("there are " + utostr(Files.size()) +
                             " results for " + utostr(P.P.Units.size()) +
                             " units");
  std::vector<UnitResult> Results;
  for (const std::string &File : Files) {
    Expected<UnitResult> R = load<UnitResult>(File);
    if (!R)
      return R.takeError();
    Results.push_back(std::move(*R));
  }
  return Results;
}

// All units together, by workers of this process.
static int runLinkStep(const StepOptions &S, const Options &O,
                       const std::string &Program) {
  Expected<Plan> P = load<Plan>(S.Plan);
  if (!P)
    return fail(P.takeError());
  auto Base = model::Model::load(P->S.Models);
  if (!Base)
    return fail(Base.takeError());
  adoptWorkers();
  TempFolder Folder;
  if (Error E = Folder.error())
    return fail(std::move(E));
  Expected<PlanAnalyzer> Analyze =
      PlanAnalyzer::make(O, Program, Folder.path(), *Base, *P);
  if (!Analyze)
    return fail(Analyze.takeError());
  Analysis A = Analyze->run(*P);
  std::string Done;
  UnitResult All; // As far as the step depends on files.
  for (size_t I = 0; I != A.Results.size(); ++I) {
    std::string Text = printJSON(toJSON(A.Results[I]));
    if (Error E = writeFileIfChanged(
            S.ResultsFolder + "/" + utostr(I) + ".json", Text))
      return fail(std::move(E));
    Done += contentHash(Text) + "\n";
    All.Reads.insert(A.Results[I].Reads.begin(), A.Results[I].Reads.end());
  }
  for (const std::string &Warning : Analyze->warnings())
    WithColor::warning(errs(), "fltcheck") << Warning << '\n';
  if (!S.DepFile.empty())
    if (Error E = writeFile(S.DepFile, depFile(S.Output, All)))
      return fail(std::move(E));
  if (Error E = writeFileIfChanged(S.Output, Done))
    return fail(std::move(E));
  return ExitClean;
}

static int runMergeStep(const StepOptions &S, const Options &O) {
  Expected<Plan> P = load<Plan>(S.Plan);
  if (!P)
    return fail(P.takeError());
  Expected<std::vector<UnitResult>> Results = loadResults(S.Results, *P);
  if (!Results)
    return fail(Results.takeError());
  // As if it had been written where the run was asked for.
  Options Own = O;
  Own.Text.Folder = P->Folder;
  Report R = makeReport(*P, *Results, Own);
  noteBlindness(R, *Results);
  return finish(R, Own);
}

int flt::driver::runStep(const StepOptions &S, const Options &O,
                         const std::string &Program) {
  switch (S.Which) {
  case StepOptions::Step::None:
    break;
  case StepOptions::Step::Check:
    return runCheckStep(S);
  case StepOptions::Step::Link:
    return runLinkStep(S, O, Program);
  case StepOptions::Step::Merge:
    return runMergeStep(S, O);
  }
  return ExitFailed;
}
