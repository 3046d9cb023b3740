//===-- driver/command/Main.cpp - the fltcheck command --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/CommandLine.h"
#include "driver/command/ExitCodes.h"
#include "driver/command/Gate.h"
#include "driver/command/Information.h"
#include "driver/command/Steps.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/TargetSelect.h"

using namespace flt::driver;

int main(int Argc, const char **Argv) {
  llvm::InitLLVM Init(Argc, Argv);
  // Inline assembly in a driver needs the parsers of its target.
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();

  StepOptions Step;
  int Status = ExitClean;
  std::optional<Options> O = parseCommandLine(Argc, Argv, Step, Status);
  if (!O)
    return Status;
  if (Step.Which != StepOptions::Step::None)
    return runStep(Step, *O);
  std::string Program =
      llvm::sys::fs::getMainExecutable(Argv[0], (void *)(intptr_t)&main);
  if (O->ListChecks)
    return listChecks();
  if (!O->Explain.empty())
    return explainCheck(O->Explain, Program);
  if (O->SelfCheck)
    return selfCheck(*O, Program);
  return runGate(*O, Program);
}
