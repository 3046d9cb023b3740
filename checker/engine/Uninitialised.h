//===-- engine/Uninitialised.h - what the engine decides too soon ----*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two things that end paths which drivers do take. What an uninitialised
// variable holds is garbage and a bug of its own, which Clang's checkers end
// the path for; the path goes on with some value, for it may leave with a lock.
// And a pointer that comes back out of an unknown function is never taken to be
// the address of a variable on the stack, so that no walk over a list whose
// head is one comes to its end.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_UNINITIALISED_H
#define FLT_ENGINE_UNINITIALISED_H

#include "clang/StaticAnalyzer/Core/Checker.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace flt {

class Uninitialised : public clang::ento::Checker<clang::ento::check::Location,
                                                  clang::ento::check::PreCall> {
public:
  void checkLocation(clang::ento::SVal Location, bool IsLoad,
                     const clang::Stmt *Use,
                     clang::ento::CheckerContext &C) const;
  void checkPreCall(const clang::ento::CallEvent &Call,
                    clang::ento::CheckerContext &C) const;
};

} // namespace flt

#endif // FLT_ENGINE_UNINITIALISED_H
