//===-- lsp/Answers.h - what an editor asks about a place -------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_ANSWERS_H
#define FLT_LSP_ANSWERS_H

#include "lsp/Folders.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/LSP/Protocol.h"

namespace flt::server {

/// What a call does, in plain words. \returns a hover, or null.
llvm::json::Value hover(const Folder &F, llvm::StringRef Path,
                        const Document &D, const llvm::lsp::Position &At);

/// "returns holding Table->Lock exclusively", behind the head of each function
/// of \p Within of which that is known. \returns an array of inlay hints.
llvm::json::Value inlayHints(const Folder &F, llvm::StringRef Path,
                             const Document &D, const llvm::lsp::Range &Within);

/// What can be done about the findings in \p Within: the fix, comments that
/// suppress them, the baseline, an explanation. \returns an array of actions.
llvm::json::Value codeActions(const Folder &F, llvm::StringRef Path,
                              const Documents &Open,
                              const llvm::lsp::Range &Within);

/// Adds the finding of that fingerprint to the baseline of \p F.
/// \returns what to tell the user, if it could not be done.
llvm::Error addToBaseline(const Folder &F, llvm::StringRef Fingerprint);

/// The commands of the actions.
inline constexpr llvm::StringLiteral AddToBaseline = "fltcheck.addToBaseline",
                                     Explain = "fltcheck.explain",
                                     CheckDriver = "fltcheck.checkDriver";

} // namespace flt::server

#endif // FLT_LSP_ANSWERS_H
