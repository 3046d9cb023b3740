//===-- path/Invented.cpp - values that were made up ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/Invented.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang::ento;
using namespace flt;

const void *flt::tagOf(Invented Why) {
  static const char Tags[2] = {};
  return &Tags[unsigned(Why)];
}

bool flt::restsOn(SymbolRef Sym, Invented Why) {
  if (!Sym)
    return false;
  for (SymbolRef Part : Sym->symbols())
    if (const auto *C = llvm::dyn_cast<SymbolConjured>(Part))
      if (C->getTag() == tagOf(Why))
        return true;
  return false;
}
