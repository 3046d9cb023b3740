//===-- hints/Words.h - what words of names stand for -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_HINTS_WORDS_H
#define FLT_HINTS_WORDS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace flt {

/// What a function may do whose name has the word; Keeps is said of a flag that
/// asks a function to return with what it acquired.
enum class WordMeaning { Holds, Releases, Destroys, Keeps, TearsDown };

/// The words of a name in lower case: "FatAcquireVcb_Real" has fat, acquire,
/// vcb, real; "KBLockTable" has kb, lock, table.
llvm::SmallVector<std::string, 6> wordsOf(llvm::StringRef Name);

/// Whether a word of \p Name, in any of its forms, means \p Meaning. A question
/// means nothing of the kind: IsVolumeLocked locks no volume.
bool hasWordFor(llvm::StringRef Name, WordMeaning Meaning);

/// Whether \p Word is \p Verb or a form of it: "locks", "locked", "locking".
bool isFormOf(llvm::StringRef Word, llvm::StringRef Verb);

} // namespace flt

#endif // FLT_HINTS_WORDS_H
