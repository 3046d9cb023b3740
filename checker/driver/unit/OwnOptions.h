//===-- OwnOptions.h - options of the checks --------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_OWNOPTIONS_H
#define FLT_DRIVER_UNIT_OWNOPTIONS_H

#include "engine/HostOptions.h"

namespace flt::driver {

/// Moves the options of the checks, by the names that .clang-tidy has for them,
/// from Options.Config to where the analysis expects them.
void takeOwnOptions(HostOptions &Options);

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_OWNOPTIONS_H
