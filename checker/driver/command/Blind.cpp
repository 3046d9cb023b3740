//===-- driver/command/Blind.cpp - green only after having looked ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Blind.h"
#include "driver/input/KernelSource.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static bool readsKernelHeader(const UnitResult &U) {
  return llvm::any_of(U.Reads, [](const auto &Read) {
    return kindOfHeader(sys::path::filename(Read.first)) == SourceKind::Kernel;
  });
}

void flt::driver::noteBlindness(Report &R, ArrayRef<UnitResult> Results) {
  // What is incomplete already is not green.
  if (R.EntryFunctions != 0 || !R.Unfinished.empty() || Results.empty())
    return;
  bool Kernel = llvm::any_of(Results, readsKernelHeader);
  bool Functions = llvm::any_of(
      Results, [](const UnitResult &U) { return U.OwnFunctions != 0; });
  if (Kernel && Functions)
    return;
  R.Unfinished.push_back(
      {"",
       {Results.front().File, 0, 0, {}},
       Kernel ? "there is no function in what was looked at; is the whole "
                "driver named?"
              : "nothing that was looked at includes a header of the kernel or "
                "calls a routine that is known; is it the driver that is "
                "named?"});
}
