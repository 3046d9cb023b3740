//===-- driver/output/HtmlData.h - what the page shows ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_HTMLDATA_H
#define FLT_DRIVER_OUTPUT_HTMLDATA_H

#include "finding/Report.h"
#include "llvm/Support/JSON.h"

namespace flt {

/// What the script of the HTML report works on: findings with their steps, the
/// text of the files that they go through, and what is to say of the run.
/// Files are indices, columns count UTF-16 units as JavaScript does.
llvm::json::Object htmlData(const Report &R);

/// The name of the driver: the last folder of the root.
std::string projectName(const Report &R);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_HTMLDATA_H
