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
#include "driver/command/Blind.h"
#include "driver/command/Commands.h"
#include "driver/command/ExitCodes.h"
#include "driver/command/Finish.h"
#include "driver/command/Index.h"
#include "driver/command/Ninja.h"
#include "driver/crossfile/Rounds.h"
#include "driver/input/Input.h"
#include "driver/input/StandIn.h"
#include "driver/result/Baseline.h"
#include "driver/result/Changed.h"
#include "model/Model.h"
#include "clang/Basic/Version.h"
#include "llvm/Support/Process.h"
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

// Everything that decides what a unit's result is, besides the unit itself.
static Expected<std::string> cacheSalt(const std::string &Program,
                                       const Plan &P, const model::Model &M) {
  Expected<std::string> Tool = readFile(Program);
  if (!Tool)
    return Tool.takeError();
  std::string Salt = contentHash(*Tool) + clang::getClangFullVersion() +
                     M.hash() + (P.S.LowerSEH ? "" : "no-seh") +
                     (P.S.TryAttributes ? "attributes" : "") +
                     (P.S.OnlyParse ? "parse" : "");
  for (const std::string &Check : P.S.Checks)
    Salt += '\0' + Check;
  for (const auto &[Key, Value] : P.S.Config)
    Salt += '\0' + Key + '\0' + Value;
  // Clang takes folders and options from these.
  for (const char *Name : {"CL", "_CL_", "INCLUDE", "EXTERNAL_INCLUDE", "CPATH",
                           "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH"})
    Salt += '\0' + sys::Process::GetEnv(Name).value_or("");
  return contentHash(Salt);
}

static Error writeModel(StringRef Path,
                        const std::map<std::string, RowMap> &Rows) {
  RowMap All;
  for (const auto &Entry : Rows)
    All.insert(Entry.second.begin(), Entry.second.end());
  return writeFile(Path, printRows(All));
}

namespace {

/// Analyses all units of a plan with the content that its overlay says.
class Analyzer {
public:
  Analyzer(const Options &O, const std::string &Program,
           const std::string &Folder, const model::Model &Base,
           std::string Salt, const std::string &Root)
      : O(O), Base(Base), Salt(std::move(Salt)),
        Workers(Program, Folder, O.CpuLimit), Show(O.Quiet, Root) {}

  Analysis operator()(const Plan &P) {
    FileHashes Hashes(P.S.Overlay);
    Cache Known(O.CacheFolder, Salt, Hashes);
    Analysis A = analyzeUnits(P.P.Units, P.S, Base, O.CrossFile,
                              {Known, Workers, Show, O.Jobs});
    Show.clear();
    Known.prune();
    if (Trouble.empty())
      Trouble = Known.trouble();
    return A;
  }

  std::string Trouble; ///< Why the cache could not be kept, or empty.

private:
  const Options &O;
  const model::Model &Base;
  std::string Salt;
  Worker Workers;
  Progress Show;
};

} // namespace

int flt::driver::runGate(const Options &O, const std::string &Program) {
  if (wantsPlan() || wantsIndex())
    dieWithParent();
  auto Base = model::Model::load(O.Models);
  if (!Base)
    return fail(Base.takeError());
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

  Expected<std::string> Salt = cacheSalt(Program, P, **Base);
  if (!Salt)
    return fail(Salt.takeError());
  Analyzer Analyze(O, Program, Folder.path(), **Base, *Salt, P.Root);
  Analysis A = Analyze(P);
  if (wantsIndex())
    return statusOf(writeIndex(P, O, A.Results, A.Rows));
  Report R = makeReport(P, A.Results, O);
  if (!O.Changed)
    noteBlindness(R, A.Results);
  if (!Analyze.Trouble.empty())
    R.Warnings.push_back(Analyze.Trouble);
  if (Touched) {
    std::set<std::string> Before;
    if (hasUntouched(R, *Touched)) {
      Plan Old = P;
      Old.S.Overlay = Touched->Before;
      for (const Finding &F : makeReport(Old, Analyze(Old).Results, O).Findings)
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
