//===-- engine/UnitMemo.h - what is known of a unit's functions -*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The results of functions, each analysed once. From them the result of a unit
// is put together; this needs the compiler no more.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_UNITMEMO_H
#define FLT_ENGINE_UNITMEMO_H

#include "engine/FunctionIndex.h"
#include "finding/Finding.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>

namespace flt {

/// A finding, and how long its path is: of two that say the same, the shorter
/// one is shown.
struct MeasuredFinding {
  Finding F;
  unsigned Steps = 0;
};

/// What came of one function, analysed by itself.
struct FunctionResult {
  /// What others may know of it, in the model language: the part of a file
  /// below "routines:"; "" for nothing.
  std::string Row;
  /// The same without what the first look at functions that call each other
  /// leaves in doubt.
  std::string SureRow;
  std::vector<MeasuredFinding> Findings;
  std::vector<Incomplete> Unfinished;
  std::vector<EffectPlace> Places;
  std::vector<Witness> Witnesses;
  std::vector<unsigned> Followed; ///< Functions of the unit, by number.
  bool IsRelevant = false;        ///< It reaches a routine of the model.
  bool IsLarge = false;           ///< Its callers don't follow it.
  /// It was analysed as one that callers were followed into before.
  bool AfterCallers = false;
  /// A pre-operation callback that always leaves a context behind.
  bool LeavesContext = false;
};

/// All results of one unit. Those of a function may differ by the rows that
/// were known, and by whether callers were followed into it.
class UnitMemo {
public:
  /// \param Rows names the rows that were known; see FunctionMemoKey.
  const FunctionResult *find(unsigned Function, llvm::StringRef Rows,
                             bool AfterCallers) const;
  /// \returns the result that was made with \p Rows, after callers or not.
  const FunctionResult *find(unsigned Function, llvm::StringRef Rows) const;
  void add(unsigned Function, llvm::StringRef Rows, FunctionResult R);

  struct Key {
    unsigned Function = 0;
    std::string Rows; ///< Hash of the rows that were known.
    bool AfterCallers = false;
    bool operator<(const Key &O) const {
      return std::tie(Function, Rows, AfterCallers) <
             std::tie(O.Function, O.Rows, O.AfterCallers);
    }
  };
  std::map<Key, FunctionResult> Results;
};

/// What a walk over all functions of a unit asks.
struct ResultSource {
  llvm::function_ref<bool(unsigned Function)> IsLarge;
  /// \returns null if there is no such result, which ends the walk.
  llvm::function_ref<const FunctionResult *(unsigned Function,
                                            bool AfterCallers)>
      Get;
};

/// Walks over the functions of \p Index, callers first: what they follow needs
/// no look of its own, unless others may call it too. Adds up what they found.
///
/// \param [in,out] R gets findings, what is unfinished, entry functions.
/// \returns whether nothing was missing.
bool collectResults(const FunctionIndex &Index, ResultSource Source,
                    RunResult &R);

} // namespace flt

#endif // FLT_ENGINE_UNITMEMO_H
