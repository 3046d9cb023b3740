//===-- Blind.h - green only after having looked ----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_BLIND_H
#define FLT_DRIVER_COMMAND_BLIND_H

#include "driver/base/Unit.h"
#include "llvm/ADT/ArrayRef.h"

namespace flt::driver {

/// Makes \p R incomplete if the whole run over \p Results has looked at no
/// function of a driver: none that calls a routine of the model, and either
/// none at all or no header of the kernel. Whoever named the wrong folder
/// must not read "no findings".
void noteBlindness(Report &R, llvm::ArrayRef<UnitResult> Results);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_BLIND_H
