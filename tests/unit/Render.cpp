//===-- tests/unit/Render.cpp - writes a report in any format -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// flt-render REPORT.json --root DIR --format text|sarif|html|json|github
//
// Reads a report as fltcheck's JSON output has it and does with it what
// fltcheck does after merging: fingerprints, suppressions, baseline, output.
// The sources are read from DIR.
//
//===----------------------------------------------------------------------===//
#include "driver/output/Output.h"
#include "driver/result/Baseline.h"
#include "finding/Fingerprint.h"
#include "finding/ReportJSON.h"
#include "finding/Suppression.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"

using namespace flt;
namespace cl = llvm::cl;

static cl::opt<std::string> Input(cl::Positional, cl::Required);
static cl::opt<std::string> Root("root", cl::Required);
static cl::opt<std::string> Format("format", cl::init("text"));
static cl::opt<std::string> BaselineFile("baseline");
static cl::opt<bool> NewBaseline("write-baseline");
static cl::opt<bool> Unused("unused-suppressions");
static cl::opt<bool> Color("force-color");
static cl::opt<bool> AllSteps("all-steps");
static cl::opt<bool> Known("show-known");
static cl::opt<bool> ShowSuppressed("sarif-suppressed");

static int fail(llvm::Error E) {
  llvm::WithColor::error() << llvm::toString(std::move(E)) << "\n";
  return 2;
}

static bool write(llvm::raw_ostream &OS, const Report &R) {
  if (Format == "text") {
    TextOptions Options;
    Options.Color = Color;
    Options.AllSteps = AllSteps;
    Options.Known = Known;
    writeText(OS, R, Options);
  } else if (Format == "sarif") {
    SarifOptions Options;
    Options.Suppressed = ShowSuppressed;
    writeSarif(OS, R, Options);
  } else if (Format == "html") {
    writeHtml(OS, R);
  } else if (Format == "json") {
    writeJson(OS, R);
  } else if (Format == "github") {
    writeGithub(OS, R);
  } else {
    return false;
  }
  return true;
}

int main(int Argc, const char **Argv) {
  llvm::InitLLVM Init(Argc, Argv);
  cl::ParseCommandLineOptions(Argc, Argv, "renders a report\n");
  auto Text = llvm::MemoryBuffer::getFile(Input);
  if (!Text)
    return fail(llvm::errorCodeToError(Text.getError()));
  llvm::SmallString<256> Absolute(Root);
  llvm::sys::fs::make_absolute(Absolute);
  llvm::sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  llvm::Expected<Report> R = parseReport((*Text)->getBuffer(), Absolute);
  if (!R)
    return fail(R.takeError());

  llvm::StringMap<std::unique_ptr<llvm::MemoryBuffer>> Files;
  R->Source = [&](llvm::StringRef File) -> std::optional<llvm::StringRef> {
    auto [It, IsNew] = Files.try_emplace(File);
    if (IsNew)
      if (auto Buffer = llvm::MemoryBuffer::getFile(File))
        It->second = std::move(*Buffer);
    if (!It->second)
      return std::nullopt;
    return It->second->getBuffer();
  };
  sortAndDeduplicate(*R);
  computeFingerprints(*R);
  applySuppressions(*R, Unused);
  std::optional<Baseline> Old;
  if (!BaselineFile.empty()) {
    llvm::Expected<Baseline> B = readBaseline(BaselineFile);
    if (!B)
      return fail(B.takeError());
    applyBaseline(*B, *R);
    Old = std::move(*B);
  }
  if (NewBaseline) {
    writeBaseline(llvm::outs(), *R, Old ? &*Old : nullptr);
    return 0;
  }
  if (!write(llvm::outs(), *R)) {
    llvm::WithColor::error() << "unknown format '" << Format << "'\n";
    return 2;
  }
  return 0;
}
