//===-- driver/command/Commands.cpp - how each file is compiled -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Commands.h"
#include "driver/base/Files.h"
#include "driver/command/ExitCodes.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static int statusOf(const Project &P) {
  return P.Unfinished.empty() ? ExitClean : ExitIncomplete;
}

static void printTroubles(raw_ostream &OS, const Project &P) {
  for (const Incomplete &I : P.Unfinished)
    OS << I.Where.File << ": error: " << I.Reason << '\n';
  for (const std::string &W : P.Warnings)
    OS << "fltcheck: warning: " << W << '\n';
}

int flt::driver::printCommands(const Project &P) {
  for (const Unit &U : P.Units) {
    outs() << U.File << ":\n  folder: " << U.Directory << '\n';
    if (!U.Project.empty())
      outs() << "  project: " << U.Project << '\n';
    outs() << "  command:";
    for (const std::string &Arg : U.Command) {
      outs() << ' ';
      sys::printArg(outs(), Arg, /*Quote=*/false);
    }
    outs() << '\n';
  }
  for (const SkippedFile &S : P.Skipped)
    outs() << S.File << ": skipped: " << S.Reason << '\n';
  printTroubles(outs(), P);
  return statusOf(P);
}

int flt::driver::writeCommands(const Project &P, StringRef Path) {
  json::Array Entries;
  for (const Unit &U : P.Units)
    Entries.push_back(json::Object{{"directory", U.Directory},
                                   {"file", U.File},
                                   {"arguments", json::Array(U.Command)}});
  if (Error E = writeFile(Path, printJSON(std::move(Entries)))) {
    WithColor::error(errs(), "fltcheck") << toString(std::move(E)) << '\n';
    return ExitFailed;
  }
  printTroubles(errs(), P);
  outs() << "fltcheck: wrote the commands of " << P.Units.size() << " files to "
         << Path << '\n';
  return statusOf(P);
}
