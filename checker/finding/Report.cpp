//===-- finding/Report.cpp - what a run over a driver found ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Report.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace flt;

static auto placeKey(const Place &P) {
  return std::tie(P.File, P.Line, P.Column);
}

static bool before(const Finding &A, const Finding &B) {
  return std::tuple_cat(placeKey(A.Where), std::tie(A.Check, A.Message),
                        placeKey(A.Acquired)) <
         std::tuple_cat(placeKey(B.Where), std::tie(B.Check, B.Message),
                        placeKey(B.Acquired));
}

static bool unfinishedBefore(const Incomplete &A, const Incomplete &B) {
  return std::tuple_cat(placeKey(A.Where),
                        std::tie(A.Function, A.Reason, A.Unit)) <
         std::tuple_cat(placeKey(B.Where),
                        std::tie(B.Function, B.Reason, B.Unit));
}

/// Sorts by \p Less and keeps the first of those that \p Same calls equal.
template <class Range, class LessT, class SameT>
static void sortUnique(Range &R, LessT Less, SameT Same) {
  llvm::sort(R, Less);
  R.erase(std::unique(R.begin(), R.end(), Same), R.end());
}

template <class T>
static bool neither(const T &A, const T &B,
                    bool (*Less)(const T &, const T &)) {
  return !Less(A, B) && !Less(B, A);
}

static bool skippedBefore(const SkippedFile &A, const SkippedFile &B) {
  return std::tie(A.File, A.Reason) < std::tie(B.File, B.Reason);
}

void flt::sortAndDeduplicate(Report &R) {
  // Of equal findings the shortest path stays: it is the easiest to follow.
  sortUnique(
      R.Findings,
      [](const Finding &A, const Finding &B) {
        if (!neither(A, B, before))
          return before(A, B);
        return A.Path.size() < B.Path.size();
      },
      [](const Finding &A, const Finding &B) { return neither(A, B, before); });
  sortUnique(R.Unfinished, unfinishedBefore,
             [](const Incomplete &A, const Incomplete &B) {
               return neither(A, B, unfinishedBefore);
             });
  sortUnique(R.Skipped, skippedBefore,
             [](const SkippedFile &A, const SkippedFile &B) {
               return neither(A, B, skippedBefore);
             });
  sortUnique(R.Sources, std::less<>(), std::equal_to<>());
}
