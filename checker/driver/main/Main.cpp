//===-- driver/main/Main.cpp - the fltcheck command -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Platform.h"
#include "driver/command/CommandLine.h"
#include "driver/command/ExitCodes.h"
#include "driver/command/Gate.h"
#include "driver/command/Information.h"
#include "driver/command/Steps.h"
#include "driver/crossfile/Serve.h"
#ifdef FLT_LSP
#include "lsp/Server.h"
#endif
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/WithColor.h"

using namespace flt::driver;

// What else stands on the command line is for the processes of the server.
static int serve([[maybe_unused]] llvm::ArrayRef<const char *> Arguments,
                 [[maybe_unused]] const std::string &Program) {
#ifdef FLT_LSP
  std::vector<std::string> Others;
  for (llvm::StringRef Argument : Arguments.drop_front())
    if (Argument.trim('-') != "lsp")
      Others.push_back(Argument.str());
  return flt::server::serve(Program, Others);
#else
  llvm::WithColor::error(llvm::errs(), "fltcheck")
      << "--lsp: this build has no language server, because LLVM "
      << LLVM_VERSION_MAJOR << " has no library for it: build with LLVM 22\n";
  return ExitFailed;
#endif
}

int main(int Argc, const char **Argv) {
  llvm::InitLLVM Init(Argc, Argv);
  // Inline assembly in a driver needs the parsers of its target.
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();

  std::string Program =
      llvm::sys::fs::getMainExecutable(Argv[0], (void *)(intptr_t)&main);
  llvm::ArrayRef<const char *> Arguments(Argv, Argc);
  if (llvm::is_contained(Arguments, llvm::StringRef("--lsp")))
    return serve(Arguments, Program);
  // How a run asks for a worker.
  if (Argc == 2 && llvm::StringRef(Argv[1]) == "serve") {
    dieWithParent();
    return flt::driver::serve();
  }

  StepOptions Step;
  int Status = ExitClean;
  std::optional<Options> O = parseCommandLine(Argc, Argv, Step, Status);
  if (!O)
    return Status;
  if (Step.Which != StepOptions::Step::None)
    return runStep(Step, *O, Program);
  if (O->ListChecks)
    return listChecks();
  if (O->Explain)
    return explain(*O->Explain, Program);
  if (O->SelfCheck)
    return selfCheck(*O, Program);
  return runGate(*O, Program);
}
