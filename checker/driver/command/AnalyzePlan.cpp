//===-- command/AnalyzePlan.cpp - analyses the units of a plan ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/AnalyzePlan.h"
#include "driver/base/Files.h"
#include "model/Model.h"
#include "clang/Basic/Version.h"
#include "llvm/Support/Process.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

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

Expected<PlanAnalyzer>
PlanAnalyzer::make(const Options &O, const std::string &Program,
                   const std::string &Folder,
                   std::shared_ptr<const model::Model> Base, const Plan &P) {
  Expected<std::string> Salt = cacheSalt(Program, P, *Base);
  if (!Salt)
    return Salt.takeError();
  return PlanAnalyzer(O, {Program, Folder, O.CpuLimit}, std::move(Base), *Salt,
                      P.Root);
}

static std::string unsettledWarning(ArrayRef<std::string> Keys) {
  constexpr size_t Shown = 5;
  std::string Names;
  for (size_t I = 0; I != std::min(Keys.size(), Shown); ++I)
    Names += (I ? ", " : "") + StringRef(Keys[I]).rsplit('/').first.str();
  if (Keys.size() > Shown)
    Names += " and " + std::to_string(Keys.size() - Shown) + " more";
  return "what these functions do, which call each other across files, does "
         "not settle, so that it is unknown to their callers: " +
         Names;
}

Analysis PlanAnalyzer::run(const Plan &P) {
  FileHashes Hashes(P.S.Overlay);
  Cache Known(O.CacheFolder, Salt, Hashes);
  Analysis A = analyzeUnits(P.P.Units, P.S, *Base, O.CrossFile,
                            {Known, Workers, *Show, O.Jobs});
  Show->clear();
  Known.prune();
  auto Warn = [&](std::string Text) {
    if (!Text.empty() && !llvm::is_contained(Warnings, Text))
      Warnings.push_back(std::move(Text));
  };
  Warn(Known.trouble());
  if (!A.Unsettled.empty())
    Warn(unsettledWarning(A.Unsettled));
  return A;
}
