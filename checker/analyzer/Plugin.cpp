//===-- analyzer/Plugin.cpp - the checks as an analyzer plugin ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/Register.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

// Found by name by clang -load.
extern "C" const char clang_analyzerAPIVersionString[] =
    CLANG_ANALYZER_API_VERSION_STRING;

extern "C" void clang_registerCheckers(clang::ento::CheckerRegistry &Registry) {
  flt::registerCheckers(Registry);
}
