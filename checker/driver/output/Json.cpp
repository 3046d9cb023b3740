//===-- driver/output/Json.cpp - the report as JSON -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/Output.h"
#include "finding/ReportJSON.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

void flt::writeJson(llvm::raw_ostream &OS, const Report &R) {
  OS << llvm::formatv("{0:2}", toJSON(R)) << '\n';
}
