//===-- contexts/PreOpStatus.cpp - results of pre-operation callbacks -----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "contexts/PreOpStatus.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

using namespace clang::ento;
using namespace flt;

static constexpr PreOpStatus PreOpStatuses[] = {
    {0, "FLT_PREOP_SUCCESS_WITH_CALLBACK", true},
    {1, "FLT_PREOP_SUCCESS_NO_CALLBACK", false},
    {2, "FLT_PREOP_PENDING", false},
    {3, "FLT_PREOP_DISALLOW_FASTIO", false},
    {4, "FLT_PREOP_COMPLETE", false},
    {5, "FLT_PREOP_SYNCHRONIZE", true},
    {6, "FLT_PREOP_DISALLOW_FSFILTER_IO", false},
};

const PreOpStatus *flt::preOpStatus(SVal Returned, ProgramStateRef S) {
  const llvm::APSInt *Value =
      S->getStateManager().getSValBuilder().getKnownValue(S, Returned);
  if (!Value)
    return nullptr;
  for (const PreOpStatus &P : PreOpStatuses)
    if (llvm::APSInt::isSameValue(*Value, llvm::APSInt::get(P.Value)))
      return &P;
  return nullptr;
}

bool flt::callsPostOperation(SVal Returned, ProgramStateRef S) {
  const PreOpStatus *P = preOpStatus(Returned, S);
  return P && P->CallsPost;
}
