//===-- driver/base/TempFolder.cpp - what a run leaves behind: nothing ----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/TempFolder.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace flt::driver;

flt::driver::TempFolder::TempFolder() {
  SmallString<128> Name;
  EC = sys::fs::createUniqueDirectory("fltcheck", Name);
  if (EC)
    return;
  Path = std::string(Name);
  Cleans = std::make_unique<Janitor>(Path);
}

flt::driver::TempFolder::~TempFolder() {
  if (!Path.empty())
    sys::fs::remove_directories(Path);
}

Error flt::driver::TempFolder::error() const {
  if (!EC)
    return Error::success();
  return createStringError(EC,
                           "cannot create a temporary folder: " + EC.message());
}
