//===-- lsp/Text.h - places in a text, as editors count ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An editor counts lines from 0 and columns in units of UTF-16; FltCheck counts
// lines from 1 and columns in bytes from 1.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_TEXT_H
#define FLT_LSP_TEXT_H

#include "finding/Finding.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/LSP/Protocol.h"
#include <string>

namespace flt::server {

/// \returns the offset in bytes of \p P in \p Text. What lies behind the end of
/// a line, or of the text, is its end.
size_t offsetOf(llvm::StringRef Text, const llvm::lsp::Position &P);

/// \returns where \p Offset, in bytes, is for an editor.
llvm::lsp::Position positionOf(llvm::StringRef Text, size_t Offset);

/// \returns the offset in bytes of \p P in \p Text; a place without a line is
/// the beginning.
size_t offsetOf(llvm::StringRef Text, const Place &P);

/// \returns the end of the token that begins at \p Offset.
size_t tokenEnd(llvm::StringRef Text, size_t Offset);

/// \returns the identifier around \p Offset, or nothing.
llvm::StringRef identifierAt(llvm::StringRef Text, size_t Offset);

/// Changes \p Text as the editor did. A change without a range replaces all.
void apply(const llvm::lsp::TextDocumentContentChangeEvent &Change,
           std::string &Text);

} // namespace flt::server

#endif // FLT_LSP_TEXT_H
