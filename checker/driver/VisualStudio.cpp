//===-- driver/VisualStudio.cpp - reads Visual Studio projects ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/VisualStudio.h"

using namespace llvm;

Expected<flt::driver::Project>
flt::driver::readVisualStudio(StringRef Path, const BuildChoice &) {
  return createStringError(Path + ": error: not supported yet");
}
