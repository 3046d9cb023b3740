//===-- engine/FindingConsumer.h - engine reports to findings ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_FINDINGCONSUMER_H
#define FLT_ENGINE_FINDINGCONSUMER_H

#include "finding/Finding.h"
#include "clang/Analysis/PathDiagnostic.h"
#include "clang/StaticAnalyzer/Core/PathDiagnosticConsumers.h"
#include <memory>

namespace flt {

/// Turns what the engine reports under our names into \p Findings, which must
/// outlive the consumer.
std::unique_ptr<clang::ento::PathDiagnosticConsumer>
makeFindingConsumer(std::vector<Finding> &Findings);

} // namespace flt

#endif // FLT_ENGINE_FINDINGCONSUMER_H
