//===-- driver/command/Index.cpp - a whole run, for an editor -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Index.h"
#include "driver/base/Files.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static cl::opt<std::string> EmitPlan("emit-plan", cl::Hidden,
                                     cl::desc("For the language server"));
static cl::opt<std::string> EmitIndex("emit-index", cl::Hidden,
                                      cl::desc("For the language server"));
// Taken at once: settings and inputs are looked for from there.
static cl::opt<std::string> WorkingFolder(
    "working-folder", cl::Hidden, cl::desc("For the language server"),
    cl::cb<void, const std::string &>([](const std::string &Folder) {
      if (std::error_code EC = sys::fs::set_current_path(Folder)) {
        WithColor::error(errs(), "fltcheck")
            << Folder << ": " << EC.message() << '\n';
        exit(1);
      }
    }));

bool flt::driver::wantsPlan() { return !EmitPlan.empty(); }

bool flt::driver::wantsIndex() { return !EmitIndex.empty(); }

Error flt::driver::writeIndex(const Plan &P, const Options &O,
                              const std::vector<UnitResult> &Results,
                              const std::map<std::string, RowMap> &Rows) {
  json::Object Projects;
  for (const auto &[Name, Known] : Rows) {
    json::Object Texts;
    for (const auto &[Key, Text] : Known)
      Texts[Key] = Text;
    Projects[Name] = std::move(Texts);
  }
  return writeFile(wantsPlan() ? EmitPlan : EmitIndex,
                   printJSON(json::Object{{"plan", toJSON(P)},
                                          {"baseline", O.Baseline},
                                          {"results", json::Array(Results)},
                                          {"rows", std::move(Projects)}}));
}

Expected<Index> flt::driver::readIndex(StringRef Path) {
  Expected<json::Value> V = readJSON(Path);
  if (!V)
    return V.takeError();
  Index I;
  json::Path::Root Root(Path);
  json::ObjectMapper O(*V, Root);
  if (!O || !O.map("plan", I.P) || !O.map("baseline", I.Baseline) ||
      !O.map("results", I.Results) || !O.map("rows", I.Rows))
    return Root.getError();
  return I;
}
