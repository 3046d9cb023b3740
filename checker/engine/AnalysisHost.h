//===-- engine/AnalysisHost.h - runs the checks over an AST -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_ANALYSISHOST_H
#define FLT_ENGINE_ANALYSISHOST_H

#include "engine/HostOptions.h"
#include "finding/Finding.h"
#include <memory>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace flt {

namespace model {
class Model;
} // namespace model

/// Runs the checks of \p Options over a parsed translation unit.
///
/// \param Ctx the whole AST; lowered while the analysis runs and put back
///   before the function returns.
/// \param PP the preprocessor that made it.
/// \param M what routines do; shared, not changed.
/// \returns what was found and what could not be looked at. Functions with an
///   error in them are not followed, from wherever they are called.
RunResult analyze(clang::ASTContext &Ctx, clang::Preprocessor &PP,
                  std::shared_ptr<const model::Model> M,
                  const HostOptions &Options);

} // namespace flt

#endif // FLT_ENGINE_ANALYSISHOST_H
