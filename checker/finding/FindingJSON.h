//===-- finding/FindingJSON.h - findings in a file --------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The form in which results travel between the steps of fltcheck, through its
// cache and to its JSON output. Members are only ever added; readers ignore
// those that they do not know. The names are those of the C++ members with a
// small first letter; members with their default value may be left out.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_FINDINGJSON_H
#define FLT_FINDING_FINDINGJSON_H

#include "finding/Finding.h"
#include "llvm/Support/JSON.h"

namespace flt {

// Found by llvm::json::Value and llvm::json::fromJSON through ADL.
llvm::json::Value toJSON(const Place &P);
llvm::json::Value toJSON(const PathNote &N);
llvm::json::Value toJSON(const Fix &F);
llvm::json::Value toJSON(const Finding &F);
llvm::json::Value toJSON(const Incomplete &I);
llvm::json::Value toJSON(const Witness &W);
bool fromJSON(const llvm::json::Value &V, Witness &W, llvm::json::Path Path);
llvm::json::Value toJSON(const EffectPlace &P);
llvm::json::Value toJSON(const UnknownName &U);
llvm::json::Value toJSON(const RunResult &R);

bool fromJSON(const llvm::json::Value &V, Place &P, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, PathNote &N, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, Fix &F, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, Finding &F, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, Incomplete &I, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, EffectPlace &P,
              llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, UnknownName &U,
              llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, RunResult &R, llvm::json::Path Path);

} // namespace flt

#endif // FLT_FINDING_FINDINGJSON_H
