//===-- contexts/RegistrationRules.h - what lasts until unload --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A filter, a port or a device object may stay until the driver is unloaded,
// wherever its pointer is. Wrong is only a DriverEntry that fails and leaves
// one behind: the unload routine is not called then
// (wdm/nc-wdm-driver_initialize).
//
//===----------------------------------------------------------------------===//
#ifndef FLT_CONTEXTS_REGISTRATIONRULES_H
#define FLT_CONTEXTS_REGISTRATIONRULES_H

#include "calls/CallSite.h"
#include "diagnose/Reporter.h"
#include "path/Outcome.h"

namespace flt {

class RegistrationRules {
public:
  RegistrationRules(const model::Model &M, const Reporter &R, const Outcomes &O)
      : M(M), R(R), O(O) {}

  using State = clang::ento::ProgramStateRef;

  /// Whether \p E gives or takes what these rules are about.
  bool concerns(const model::Effect &E) const;
  /// Applies such an effect of the call.
  State apply(State S, CallSite &Site, const model::Effect &E) const {
    return E.Kind == model::EffectKind::Give ? give(S, Site, E)
                                             : take(S, Site, E);
  }
  /// Somebody may have given back what there is.
  State forget(State S) const;

  /// DriverEntry fails at \p N: reports what it leaves behind.
  /// \param Alike states of other failures that return there: what they give
  ///   back, this one may have found to be none of its business.
  void atFailedLoad(clang::ento::ExplodedNode *N, llvm::ArrayRef<State> Alike,
                    clang::ento::BugReporter &BR) const;

private:
  State give(State S, CallSite &Site, const model::Effect &E) const;
  State take(State S, CallSite &Site, const model::Effect &E) const;

  const model::Model &M;
  const Reporter &R;
  const Outcomes &O;
};

} // namespace flt

#endif // FLT_CONTEXTS_REGISTRATIONRULES_H
