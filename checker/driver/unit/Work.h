//===-- Work.h - what a unit is asked, and what it answers ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_WORK_H
#define FLT_DRIVER_UNIT_WORK_H

#include "driver/base/Unit.h"
#include "engine/UnitMemo.h"
#include <optional>

namespace flt {

// Found by llvm::json through ADL.
llvm::json::Value toJSON(const UnitMemo &M);
bool fromJSON(const llvm::json::Value &V, UnitMemo &M, llvm::json::Path Path);

} // namespace flt

namespace flt::driver {

/// What is known of a unit once it is parsed.
struct UnitFacts {
  UnitResult Result; ///< But for what functions show.
  FunctionIndex Functions;
  bool CanBeAnalysed = false;
};

/// What a unit is asked about its functions; see EngineRequest.
struct UnitRequest {
  std::vector<unsigned> Functions;
  bool Finish = false;
  std::string Rows; ///< A file in the model language, or "".
  std::map<unsigned, std::string> Visited;
  /// Results that need not be worked out again; findings may be left out.
  UnitMemo Known;
};

struct UnitAnswer {
  UnitMemo New;
  std::vector<SuppressAttribute> Attributes; ///< With Finish and TryAttributes.
};

/// Puts the result of a unit together.
/// \param Rows the hash of the rows of the request that finished it.
/// \returns nothing if the result of a function is missing in \p Memo.
std::optional<UnitResult>
assembleResult(const UnitFacts &Facts, const UnitMemo &Memo,
               const std::map<unsigned, std::string> &Visited,
               llvm::StringRef Rows);

llvm::json::Value toJSON(const UnitFacts &F);
llvm::json::Value toJSON(const UnitRequest &R);
llvm::json::Value toJSON(const UnitAnswer &A);
bool fromJSON(const llvm::json::Value &V, UnitFacts &F, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, UnitRequest &R,
              llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, UnitAnswer &A, llvm::json::Path Path);

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_WORK_H
