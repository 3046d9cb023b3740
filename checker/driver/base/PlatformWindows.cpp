//===-- driver/base/PlatformWindows.cpp - what is of Windows --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parsed by tests/portable, and never run; see docs/windows.md.
//
//===----------------------------------------------------------------------===//
#include "driver/base/Platform.h"
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

using namespace flt::driver;

// A worker holds its files open for a moment after the end of the run, and
// Windows removes no open file: who removes the folder tries again later.
flt::driver::Janitor::Janitor(const std::string &) {}
flt::driver::Janitor::~Janitor() = default;

// Puts this process, and those that it starts from now on, under a limit. The
// handle of the job stays open until this process ends, in whatever way.
static void enterJob(const JOBOBJECT_EXTENDED_LIMIT_INFORMATION &Limits) {
  HANDLE Job = CreateJobObjectW(nullptr, nullptr);
  if (!Job)
    return;
  // Only what is limited may enter.
  if (!SetInformationJobObject(
          Job, JobObjectExtendedLimitInformation,
          const_cast<JOBOBJECT_EXTENDED_LIMIT_INFORMATION *>(&Limits),
          sizeof(Limits)) ||
      !AssignProcessToJobObject(Job, GetCurrentProcess()))
    CloseHandle(Job);
}

void flt::driver::adoptWorkers() {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION Limits = {};
  Limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  enterJob(Limits);
}

void flt::driver::dieWithParent() {} // Its job sees to that.

void flt::driver::limitProcessorTime(unsigned Seconds) {
  if (!Seconds)
    return;
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION Limits = {};
  Limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_TIME;
  // In units of 100 nanoseconds.
  Limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart =
      static_cast<LONGLONG>(Seconds) * 10000000;
  enterJob(Limits);
}

void flt::driver::endProcess(const llvm::sys::ProcessInfo &Child) {
  TerminateProcess(Child.Process, 1);
}
