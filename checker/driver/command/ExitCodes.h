//===-- ExitCodes.h - what fltcheck's exit status says ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_EXITCODES_H
#define FLT_DRIVER_COMMAND_EXITCODES_H

namespace flt::driver {

/// The exit status of fltcheck; docs/gate.md documents it for users. The first
/// two are bits: 3 means findings and an incomplete run, so that a script that
/// tolerates one of the two still sees the other.
enum ExitCode : int {
  ExitClean = 0,      ///< Everything was looked at and nothing was found.
  ExitFindings = 1,   ///< There are findings (that --fail-on counts).
  ExitIncomplete = 2, ///< Something was not, or not wholly, looked at.
  ExitFailed = 4,     ///< Bad usage, a broken input file, an unwritable output.
};

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_EXITCODES_H
