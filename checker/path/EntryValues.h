//===-- path/EntryValues.h - what callers passed ----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_ENTRYVALUES_H
#define FLT_PATH_ENTRYVALUES_H

#include "model/Model.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/MemRegion.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState_Fwd.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymExpr.h"
#include <optional>

namespace flt {

/// Whether \p Sym is what a parameter of the function under analysis, or a
/// variable that parameters lead to, held when the function was called.
bool isEntryValue(clang::ento::SymbolRef Sym);

/// \returns how the model language names the entry value \p Sym, a pointer;
/// nullopt if it is none, or parameters do not lead there by members and
/// pointers alone.
std::optional<model::ObjectPath> entryObject(clang::ento::SymbolRef Sym,
                                             clang::ento::ProgramStateRef S);

/// \returns the object that the function leads its caller to by what it stores
/// in a variable of the caller, or returns, and that \p Lock is, or is a member
/// of: "&(*1)->Lock", "&return->Lock". nullopt if there is none.
/// \param Params what the parameters of \p FD held on entry, or null.
std::optional<model::ObjectPath>
givenObject(const clang::ento::MemRegion *Lock, clang::ento::ProgramStateRef S,
            const clang::FunctionDecl *FD,
            llvm::ArrayRef<clang::ento::SymbolRef> Params,
            clang::ento::SVal Returned);

} // namespace flt

#endif // FLT_PATH_ENTRYVALUES_H
