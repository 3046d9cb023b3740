//===-- exits/LeakingCalls.h - whose fault it is ----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock that a helper acquires and keeps on one of its paths, where it gives
// it back on others, is the helper's fault: the finding belongs to its return,
// not to the end of whoever called it.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_EXITS_LEAKINGCALLS_H
#define FLT_EXITS_LEAKINGCALLS_H

#include "diagnose/QuietCalls.h"
#include "exits/FunctionRun.h"

namespace flt {

struct Leak {
  clang::ento::ExplodedNode *Node =
      nullptr; ///< Null if nobody else is at fault.
  const clang::StackFrameContext *Frame = nullptr;
};

/// \returns the return on the path to \p N with which a followed call left \p H
///   held although the same call gives it back at other returns, or nobody
///   does and it is not held at others; and neither its result nor its
///   arguments explain that.
/// \param CallerReleases the function under analysis gives the lock back on
///   another path.
Leak leakOf(const Hold &H, clang::ento::ExplodedNode *N, const FunctionRun &Run,
            bool CallerReleases);

/// \returns the functions whose bodies were followed and acquire something.
Acquirers acquirers(const FunctionRun &Run);

} // namespace flt

#endif // FLT_EXITS_LEAKINGCALLS_H
