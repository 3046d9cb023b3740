//===-- driver/command/ExplainCall.cpp - what is known of a call ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/ExplainCall.h"
#include "driver/base/Files.h"
#include "driver/command/ExitCodes.h"
#include "model/Explain.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

bool flt::driver::explainCall(StringRef Name, const model::Model &M) {
  for (const model::Routine *R : M.byName(Name)) {
    outs() << R->Name << ", " << R->Params << (R->Variadic ? " or more" : "")
           << (R->Params == 1 && !R->Variadic ? " argument\n" : " arguments\n");
    for (const std::string &Line : model::explain(*R, M))
      outs() << "  " << Line << '\n';
    outs() << "  (" << model::explainOrigin(*R) << ")\n";
  }
  return !M.byName(Name).empty();
}

int flt::driver::explainCall(StringRef Name, ArrayRef<std::string> Files,
                             const std::map<std::string, RowMap> &Rows,
                             StringRef Folder) {
  bool Any = false;
  // Projects may have functions of the same name.
  for (const auto &[Project, Known] : Rows) {
    std::vector<std::string> All = Files;
    All.push_back((Folder + "/known.rows.yaml").str());
    if (Error E = writeFile(All.back(), printRows(Known))) {
      WithColor::error(errs(), "fltcheck") << toString(std::move(E)) << '\n';
      return ExitFailed;
    }
    auto M = model::Model::load(All);
    if (!M) {
      WithColor::error(errs(), "fltcheck") << toString(M.takeError()) << '\n';
      return ExitFailed;
    }
    if (Rows.size() > 1 && !(*M)->byName(Name).empty())
      outs() << Project << ":\n";
    Any |= explainCall(Name, **M);
  }
  if (Any)
    return ExitClean;
  WithColor::error(errs(), "fltcheck")
      << "nothing is known of '" << Name
      << "': no model has a row for it, and it is no function of the driver "
         "that other files call\n";
  return ExitFailed;
}
