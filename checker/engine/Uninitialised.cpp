//===-- engine/Uninitialised.cpp - what uninitialised variables hold ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/Uninitialised.h"
#include "compat/Compat.h"
#include "path/Invented.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/MemRegion.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Whether one gets to \p R by way of what an uninitialised variable held.
static bool isBehindGarbage(const MemRegion *R) {
  const SymbolicRegion *Base = R ? R->getSymbolicBase() : nullptr;
  return Base && restsOn(Base->getSymbol(), Invented::Uninitialised);
}

void Uninitialised::checkPreCall(const CallEvent &Call,
                                 CheckerContext &C) const {
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    if (const MemRegion *R = Call.getArgSVal(I).getAsRegion();
        isBehindGarbage(R) && !isa<SymbolicRegion>(R->StripCasts())) {
      C.generateSink(C.getState(), C.getPredecessor());
      return;
    }
}

void Uninitialised::checkLocation(SVal Location, bool IsLoad, const Stmt *Use,
                                  CheckerContext &C) const {
  const MemRegion *R = Location.getAsRegion();
  if (!R)
    return;
  // Where garbage leads, nobody goes on for long.
  if (isBehindGarbage(R)) {
    C.generateSink(C.getState(), C.getPredecessor());
    return;
  }
  const auto *Place = dyn_cast<TypedValueRegion>(R);
  const auto *E = dyn_cast_or_null<Expr>(Use);
  if (!IsLoad || !Place || !E)
    return;
  QualType T = Place->getValueType();
  if (!Loc::isLocType(T) && !T->isIntegralOrEnumerationType())
    return;
  ProgramStateRef S = C.getState();
  if (!S->getSVal(Place).isUndef())
    return;
  DefinedOrUnknownSVal Some =
      compat::conjure(C, E, T, tagOf(Invented::Uninitialised));
  C.addTransition(
      S->bindLoc(loc::MemRegionVal(Place), Some, C.getLocationContext()));
}
