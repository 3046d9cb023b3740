//===-- lsp/Documents.h - what the editor has open --------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_DOCUMENTS_H
#define FLT_LSP_DOCUMENTS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <map>
#include <string>

namespace flt::driver {
struct UnitResult;
} // namespace flt::driver

namespace flt::server {

/// A file as the editor has it.
struct Document {
  std::string Uri; ///< As the editor spells it.
  std::string Text;
  std::int64_t Version = 0;
  bool Changed = false; ///< The disk does not have this text, as far as known.
};

/// All that is open, by canonical path.
using Documents = std::map<std::string, Document>;

/// \returns whether \p R is about the texts that are open: each that it has
/// read, it has read like that.
bool isCurrent(const driver::UnitResult &R, const Documents &Open);

/// \returns the URI of \p Path, as the editor spells it if it is open.
std::string uriOf(llvm::StringRef Path, const Documents &Open);

/// Writes the changed texts of \p Open to files in \p Folder.
/// \param [out] Overlay from the path of each to that file; see
///   driver::Settings.
llvm::Error writeOverlay(const Documents &Open, llvm::StringRef Folder,
                         std::map<std::string, std::string> &Overlay);

} // namespace flt::server

#endif // FLT_LSP_DOCUMENTS_H
