//===-- driver/command/Steps.cpp - the steps of a run, for build systems --===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Steps.h"
#include "driver/base/Files.h"
#include "driver/base/Platform.h"
#include "driver/command/Blind.h"
#include "driver/command/ExitCodes.h"
#include "driver/command/Finish.h"
#include "driver/crossfile/Link.h"
#include "driver/crossfile/Rounds.h"
#include "driver/unit/UnitRun.h"
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

static int runUnitStep(const StepOptions &S) {
  Expected<Job> J = load<Job>(S.Job);
  if (!J)
    return fail(J.takeError());
  UnitResult R;
  bool Stands = false;
  if (!S.Previous.empty()) {
    Expected<UnitResult> Previous = load<UnitResult>(S.Previous);
    Expected<std::string> Rows = readFile(S.Rows);
    if (!Previous)
      return fail(joinErrors(Previous.takeError(), Rows.takeError()));
    if (!Rows)
      return fail(Rows.takeError());
    bool Same = Previous->RowsUsed == contentHash(*Rows);
    // A file that could not be summarized may still be checked.
    Stands = S.Which == StepOptions::Step::Summarize ? Same || !Previous->Parsed
                                                     : Same && Previous->Parsed;
    if (Stands)
      R = std::move(*Previous);
  }
  if (!Stands) {
    Purpose Why = S.Which == StepOptions::Step::Check ? Purpose::Check
                                                      : Purpose::Summarize;
    Expected<UnitResult> New = runUnit(*J, Why, S.Rows);
    if (!New)
      return fail(New.takeError());
    R = std::move(*New);
  }
  if (!S.DepFile.empty())
    if (Error E = writeFile(S.DepFile, depFile(S.Output, R)))
      return fail(std::move(E));
  if (Error E = writeFileIfChanged(S.Output, printJSON(toJSON(R))))
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

static int runLinkStep(const StepOptions &S) {
  Expected<Plan> P = load<Plan>(S.Plan);
  if (!P)
    return fail(P.takeError());
  auto Base = model::Model::load(P->S.Models);
  if (!Base)
    return fail(Base.takeError());
  Expected<std::vector<UnitResult>> Results = loadResults(S.Results, *P);
  if (!Results)
    return fail(Results.takeError());
  auto Rows = linkProjects(P->P.Units, *Results, **Base);
  if (S.IsFirst)
    Rows = firstGuess(Rows);
  if (!S.Earlier.empty()) {
    Expected<std::vector<UnitResult>> Earlier = loadResults(S.Earlier, *P);
    if (!Earlier)
      return fail(Earlier.takeError());
    Rows = settledProjects(linkProjects(P->P.Units, *Earlier, **Base), Rows);
  }
  for (size_t I = 0; I != Results->size(); ++I)
    if (Error E = writeFileIfChanged(
            S.RowsFolder + "/" + utostr(I) + ".rows.yaml",
            rowsFor((*Results)[I], Rows.at(P->P.Units[I].Project))))
      return fail(std::move(E));
  RowMap All;
  for (auto &Entry : Rows)
    All.insert(Entry.second.begin(), Entry.second.end());
  if (Error E = writeFileIfChanged(S.Output, printRows(All)))
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

int flt::driver::runStep(const StepOptions &S, const Options &O) {
  switch (S.Which) {
  case StepOptions::Step::None:
    break;
  case StepOptions::Step::Summarize:
  case StepOptions::Step::Check:
    dieWithParent();
    // The steps of the engine are bounded, those of the parser are not.
    // Processor time, because on a busy machine a clock would give up what is
    // well.
    limitProcessorTime(S.CpuLimit);
    return runUnitStep(S);
  case StepOptions::Step::Link:
    return runLinkStep(S);
  case StepOptions::Step::Merge:
    return runMergeStep(S, O);
  }
  return ExitFailed;
}
