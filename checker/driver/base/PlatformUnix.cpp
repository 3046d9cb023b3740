//===-- driver/base/PlatformUnix.cpp - what is POSIX, or Linux ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Platform.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;
using namespace flt::driver;

// Waits for the end of the parent, and cleans up after it. Workers may still be
// writing for a moment.
[[noreturn]] static void cleanAfterParent(int Waits, const std::string &Path) {
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

flt::driver::Janitor::Janitor(const std::string &Folder) {
  int Ends[2];
  if (pipe(Ends))
    return;
  // Workers must not hold our end.
  fcntl(Ends[1], F_SETFD, FD_CLOEXEC);
  fcntl(Ends[0], F_SETFD, FD_CLOEXEC);
  Process = fork();
  if (Process == 0) {
    close(Ends[1]);
    cleanAfterParent(Ends[0], Folder);
  }
  close(Ends[0]);
  Alive = Ends[1];
}

flt::driver::Janitor::~Janitor() {
  if (Alive >= 0)
    close(Alive);
  if (Process > 0)
    waitpid(Process, nullptr, 0);
}

#ifdef __linux__
static constexpr char ParentVariable[] = "FLTCHECK_WORKER_OF";

void flt::driver::adoptWorkers() {
  setenv(ParentVariable, utostr(getpid()).c_str(), /*overwrite=*/1);
}

void flt::driver::dieWithParent() {
  std::optional<std::string> Parent = sys::Process::GetEnv(ParentVariable);
  if (!Parent)
    return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have ended before that.
  if (*Parent != utostr(getppid()))
    _exit(1);
}
#else
void flt::driver::adoptWorkers() {}
void flt::driver::dieWithParent() {}
#endif

void flt::driver::limitProcessorTime(unsigned Seconds) {
  rlimit Limit;
  if (!Seconds || getrlimit(RLIMIT_CPU, &Limit))
    return;
  Limit.rlim_cur = Seconds;
  (void)setrlimit(RLIMIT_CPU, &Limit);
}

void flt::driver::endProcess(const sys::ProcessInfo &Child) {
  kill(Child.Pid, SIGKILL);
}
