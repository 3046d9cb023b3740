//===-- regions/RegionRules.h - critical and guarded regions ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_REGIONS_REGIONRULES_H
#define FLT_REGIONS_REGIONRULES_H

#include "calls/CallSite.h"
#include "diagnose/Reporter.h"
#include "locks/LockRules.h"
#include "path/State.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace flt {

/// A region left without having been entered on the path. Whether that is
/// wrong shows when all paths of the function are known: a function may exist
/// in order to leave what its caller entered.
struct Underflow {
  clang::ento::ExplodedNode *Node = nullptr;
  const clang::Expr *Call = nullptr;
  const model::Routine *By = nullptr;
  model::RegionKind Kind = model::RegionKind::Critical;
  /// A release of this path that had left the region before, or null.
  const model::Routine *After = nullptr;
  const clang::Expr *AfterCall = nullptr;
  /// The lock released there was not acquired by this function.
  bool AfterEntryRelease = false;
};

/// What happens to regions in the function under analysis.
struct RegionEvents {
  std::vector<Underflow> Underflows;
  /// Calls that leave a region and, on some path, rightly so.
  llvm::SmallPtrSet<const clang::Expr *, 8> Balanced;
  /// Functions that enter one on some path, or call such a function.
  llvm::SmallPtrSet<const clang::Decl *, 8> EnteredIn;
};

class RegionRules {
public:
  RegionRules(const Reporter &R, const Outcomes &O) : R(R), O(O) {}

  using State = clang::ento::ProgramStateRef;
  State enter(State S, CallSite &Site, const model::Effect &E,
              RegionEvents &Events) const;
  /// \param Released what a release of the same call met.
  State leave(State S, CallSite &Site, const model::Effect &E,
              const ReleaseResult &Released, RegionEvents &Events) const;

  /// Depth beyond what held locks account for.
  static int residual(State S, model::RegionKind K);
  /// Notes about a kind of region are about this.
  static const void *subject(model::RegionKind K);
  static llvm::StringRef noun(model::RegionKind K);
  /// What becomes of it, as messages say.
  static llvm::StringRef entered(model::RegionKind K) {
    return K == model::RegionKind::Irql ? "raised" : "entered";
  }
  static llvm::StringRef left(model::RegionKind K) {
    return K == model::RegionKind::Irql ? "lowered" : "left";
  }

private:
  State leaveWithRelease(State S, CallSite &Site, const model::Effect &E,
                         const ReleaseResult &Released) const;

  const Reporter &R;
  const Outcomes &O;
};

} // namespace flt

#endif // FLT_REGIONS_REGIONRULES_H
