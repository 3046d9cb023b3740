//===-- seh/SEHModelChecker.h - exceptions on paths -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_SEHMODELCHECKER_H
#define FLT_SEH_SEHMODELCHECKER_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

namespace clang::ento {
class CheckerRegistry;
} // namespace clang::ento

namespace flt::seh {

/// The hidden checker that lets the engine see through __try. Its name sorts
/// after those of the stock checkers that look at bodies without following
/// paths: they run first and see the source as it is.
inline constexpr llvm::StringLiteral SEHModelName =
    "windows.StructuredExceptionHandling";

/// Adds the checker. Checks that depend on it see through __try; in the stock
/// analyzer it lowers each function as it comes and puts all back at the end. A
/// host that drives the engine itself makes a seh::Lowering first, calls
/// lowerAll(), and destroys it when the engine is done; the checker finds it.
void registerSEHModel(clang::ento::CheckerRegistry &Registry);

/// Whether \p D is a function that lowered code calls and the source does not.
/// Checkers that look at every call must leave these alone.
bool isSEHHelper(const clang::Decl *D);

/// Whether the branch on \p Condition is one that lowered code has and the
/// source does not, and that only sends each path where it goes anyhow.
bool isDispatch(const clang::Stmt *Condition, const clang::ASTContext &Ctx);

/// Whether \p D has __try, which lowered code shows no more.
bool hasTry(const clang::Decl *D, const clang::ASTContext &Ctx);

/// Whether the path ended as an exception left the function that is analysed:
/// nothing that the path has seen handles it. Not so for one that a filter of
/// the function has turned down and that no __finally has cleaned up behind
/// since: nobody expects it, and what is held when the machine stops does not
/// matter.
bool isEscape(clang::ento::ProgramStateRef S);
/// Whether the latest exception is one that a routine may have raised, rather
/// than one that the source raises.
bool isAssumed(clang::ento::ProgramStateRef S);

/// Whether the path leaves a function that was called by an exception, rather
/// than by a return.
bool isUnwinding(clang::ento::ProgramStateRef S);

} // namespace flt::seh

#endif // FLT_SEH_SEHMODELCHECKER_H
