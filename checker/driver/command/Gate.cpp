//===-- driver/command/Gate.cpp - the whole run ---------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Gate.h"
#include "driver/base/Files.h"
#include "driver/base/Platform.h"
#include "driver/base/TempFolder.h"
#include "driver/command/AnalyzePlan.h"
#include "driver/command/Blind.h"
#include "driver/command/Commands.h"
#include "driver/command/ExitCodes.h"
#include "driver/command/ExplainCall.h"
#include "driver/command/Finish.h"
#include "driver/command/Index.h"
#include "driver/command/Ninja.h"
#include "driver/input/Input.h"
#include "driver/input/StandIn.h"
#include "driver/result/Baseline.h"
#include "driver/result/Changed.h"
#include "engine/RowText.h"
#include "model/Model.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static int fail(Error E) {
  WithColor::error(errs(), "fltcheck") << toString(std::move(E)) << '\n';
  return ExitFailed;
}

static int statusOf(Error E) { return E ? fail(std::move(E)) : int(ExitClean); }

static Error writeModel(StringRef Path,
                        const std::map<std::string, RowMap> &Rows) {
  RowMap All;
  for (const auto &Entry : Rows)
    All.insert(Entry.second.begin(), Entry.second.end());
  std::vector<std::string> Texts;
  for (auto &Entry : All)
    Texts.push_back(std::move(Entry.second));
  return writeFile(Path, Texts.empty() ? "routines:\n" : joinRows(Texts));
}

int flt::driver::runGate(const Options &O, const std::string &Program) {
  if (wantsPlan() || wantsIndex())
    dieWithParent();
  auto Base = model::Model::load(O.Models);
  if (!Base)
    return fail(Base.takeError());
  if (!O.ExplainCall.empty() && explainCall(O.ExplainCall, **Base))
    return ExitClean;
  // A broken baseline must not cost a whole run.
  if (!O.Baseline.empty())
    if (Expected<Baseline> B = readBaseline(O.Baseline); !B)
      return fail(B.takeError());

  Plan P;
  P.Headers = chooseHeaders(O.Headers, Program);
  P.S.Checks = O.Checks;
  P.S.Models = O.Models;
  P.S.Config = O.Config;
  P.S.LowerSEH = O.LowerSEH;
  P.S.OnlyParse = O.DryRun;
  P.S.TryAttributes = O.ReportUnusedSuppressions;
  Expected<Project> Found = findUnits(O, P.Headers);
  if (!Found)
    return fail(Found.takeError());
  P.P = std::move(*Found);
  P.Root = findRoot(O, P.P);
  P.Folder = canonicalPath(".");

  if (O.PrintCommands)
    return printCommands(P.P);
  if (wantsPlan())
    return statusOf(writeIndex(P, O, {}, {}));
  if (!O.EmitCommands.empty())
    return writeCommands(P.P, O.EmitCommands);
  if (!O.EmitNinja.empty()) {
    if (Error E = writeNinja(P, O, Program))
      return fail(std::move(E));
    outs() << "fltcheck: wrote " << O.EmitNinja << "/build.ninja for "
           << P.P.Units.size() << " files; run: ninja -C " << O.EmitNinja
           << '\n';
    return ExitClean;
  }

  adoptWorkers();
  TempFolder Folder;
  if (Error E = Folder.error())
    return fail(std::move(E));
  std::optional<Change> Touched;
  if (O.Changed) {
    Expected<Change> C = findChange(O, P.Root, Folder.path() + "/other");
    if (!C)
      return fail(C.takeError());
    Touched = std::move(*C);
    P.S.Overlay = Touched->Overlay;
  }

  Expected<PlanAnalyzer> Analyze =
      PlanAnalyzer::make(O, Program, Folder.path(), *Base, P);
  if (!Analyze)
    return fail(Analyze.takeError());
  Analysis A = Analyze->run(P);
  if (wantsIndex())
    return statusOf(writeIndex(P, O, A.Results, A.Rows));
  if (!O.ExplainCall.empty())
    return explainCall(O.ExplainCall, O.Models, A.Rows, Folder.path());
  Report R = makeReport(P, A.Results, O);
  if (!O.Changed)
    noteBlindness(R, A.Results);
  R.Warnings.insert(R.Warnings.end(), Analyze->warnings().begin(),
                    Analyze->warnings().end());
  if (Touched) {
    std::set<std::string> Before;
    if (hasUntouched(R, *Touched)) {
      Plan Old = P;
      Old.S.Overlay = Touched->Before;
      for (const Finding &F :
           makeReport(Old, Analyze->run(Old).Results, O).Findings)
        Before.insert(F.Fingerprint);
    }
    restrictToChange(R, *Touched, P, A.Results, Before);
  }
  int Status = finish(R, O);
  if (!O.EmitModel.empty())
    if (Error E = writeModel(O.EmitModel, A.Rows))
      return fail(std::move(E));
  return Status;
}
