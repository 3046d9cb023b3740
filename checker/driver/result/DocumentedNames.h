//===-- driver/result/DocumentedNames.h - which header has it ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_RESULT_DOCUMENTEDNAMES_H
#define FLT_DRIVER_RESULT_DOCUMENTEDNAMES_H

#include "finding/Finding.h"
#include "llvm/ADT/StringRef.h"

namespace flt::driver {

/// Fills in the header that documents each of \p Names, where it is known.
///
/// \param Folder of the stand-in headers, whose documented-names.txt says it;
///   without that file nothing is filled in.
void addHeaders(std::vector<UnknownName> &Names, llvm::StringRef Folder);

} // namespace flt::driver

#endif // FLT_DRIVER_RESULT_DOCUMENTEDNAMES_H
