//===-- driver/base/TempFolder.cpp - what a run leaves behind: nothing ----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/TempFolder.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#ifdef LLVM_ON_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;
using namespace flt::driver;

flt::driver::TempFolder::TempFolder() {
  SmallString<128> Name;
  EC = sys::fs::createUniqueDirectory("fltcheck", Name);
  if (EC)
    return;
  Path = std::string(Name);
  startJanitor();
}

#ifdef LLVM_ON_UNIX
// Waits for the end of the parent, and cleans up after it. Workers may still be
// writing for a moment.
[[noreturn]] static void runJanitor(int Waits, const std::string &Path) {
  setsid();
  for (int Signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE})
    signal(Signal, SIG_IGN);
  // Whoever reads our output must not wait for the janitor.
  int Nothing = open("/dev/null", O_RDWR);
  for (int Standard : {0, 1, 2})
    dup2(Nothing, Standard);
  for (int Other = 3; Other != 256; ++Other)
    if (Other != Waits)
      close(Other);
  char Unused;
  while (read(Waits, &Unused, 1) < 0 && errno == EINTR)
    ;
  constexpr unsigned Tries = 250, Pause = 20000; // Five seconds.
  for (unsigned I = 0; I != Tries && sys::fs::exists(Path); ++I) {
    if (I)
      usleep(Pause);
    (void)sys::fs::remove_directories(Path);
  }
  _exit(0);
}

void flt::driver::TempFolder::startJanitor() {
  int Ends[2];
  if (pipe(Ends))
    return;
  // Workers must not hold our end.
  fcntl(Ends[1], F_SETFD, FD_CLOEXEC);
  fcntl(Ends[0], F_SETFD, FD_CLOEXEC);
  Janitor = fork();
  if (Janitor == 0) {
    close(Ends[1]);
    runJanitor(Ends[0], Path);
  }
  close(Ends[0]);
  Alive = Ends[1];
}
#else
void flt::driver::TempFolder::startJanitor() {}
#endif

flt::driver::TempFolder::~TempFolder() {
  if (!Path.empty())
    sys::fs::remove_directories(Path);
#ifdef LLVM_ON_UNIX
  if (Alive >= 0)
    close(Alive);
  if (Janitor > 0)
    waitpid(Janitor, nullptr, 0);
#endif
}

Error flt::driver::TempFolder::error() const {
  if (!EC)
    return Error::success();
  return createStringError(EC,
                           "cannot create a temporary folder: " + EC.message());
}

#ifdef __linux__
static constexpr char ParentVariable[] = "FLTCHECK_WORKER_OF";
#endif

void flt::driver::adoptWorkers() {
#ifdef __linux__
  setenv(ParentVariable, utostr(getpid()).c_str(), /*overwrite=*/1);
#endif
}

void flt::driver::dieWithParent() {
#ifdef __linux__
  std::optional<std::string> Parent = sys::Process::GetEnv(ParentVariable);
  if (!Parent)
    return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have ended before that.
  if (*Parent != utostr(getppid()))
    _exit(1);
#endif
}
