//===-- driver/unit/Generated.h - headers that a build makes ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A checkout lacks what only a build on Windows makes: the trace headers of
// WPP (.tmh), and the headers that the message compiler makes of .mc files.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_GENERATED_H
#define FLT_DRIVER_UNIT_GENERATED_H

#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>

namespace flt::driver {

/// Adds to \p Functions the trace functions that \p Text, a source or header,
/// describes to WPP: "// FUNC Trace(LEVEL, MSG, ...);".
void findTraceFunctions(llvm::StringRef Text, std::set<std::string> &Functions);

/// \returns what stands in for a trace header: none of \p Functions, nor of
/// those that WPP always has, does anything.
std::string traceHeader(const std::set<std::string> &Functions);

/// \returns the header that the message compiler makes of \p Text, as far as
/// it defines names.
std::string messageHeader(llvm::StringRef Text);

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_GENERATED_H
