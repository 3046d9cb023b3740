//===-- seh/Notes.h - what notes on a path say ------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_NOTES_H
#define FLT_SEH_NOTES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace clang::ento {
class CallEvent;
} // namespace clang::ento

namespace flt::seh {

class Lowering;
enum class Helper : unsigned char;

inline constexpr llvm::StringLiteral MayRaiseNote =
    "Assuming an exception is raised here";
inline constexpr llvm::StringLiteral TakesNote =
    "Assuming the filter takes the exception";
inline constexpr llvm::StringLiteral DeclinesNote =
    "Assuming the filter passes the exception on";

/// Whether \p Text is one of these: unlike what the engine assumes of
/// conditions, a path can't be understood without them.
bool isExceptionNote(llvm::StringRef Text);

/// The note of a call of \p H, a helper that has only a note.
std::string noteOf(Helper H, const clang::ento::CallEvent &Call,
                   const Lowering &L);

} // namespace flt::seh

#endif // FLT_SEH_NOTES_H
