//===-- lsp/Raw.h - parameters of any shape ---------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_RAW_H
#define FLT_LSP_RAW_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <initializer_list>

namespace flt::server {

/// Parameters as they come: LLVM's structures lack fields of them.
struct Raw {
  llvm::json::Value V = nullptr;

  /// \returns what stands at the end of these keys, or nullptr.
  const llvm::json::Value *
  get(std::initializer_list<llvm::StringRef> Path) const {
    const llvm::json::Value *At = &V;
    for (llvm::StringRef Key : Path) {
      const llvm::json::Object *O = At->getAsObject();
      At = O ? O->get(Key) : nullptr;
      if (!At)
        return nullptr;
    }
    return At;
  }
  /// The same for a string, or empty.
  llvm::StringRef text(std::initializer_list<llvm::StringRef> Path) const {
    const llvm::json::Value *At = get(Path);
    return At ? At->getAsString().value_or("") : "";
  }
  bool flag(std::initializer_list<llvm::StringRef> Path) const {
    const llvm::json::Value *At = get(Path);
    return At && At->getAsBoolean().value_or(false);
  }
};

inline bool fromJSON(const llvm::json::Value &V, Raw &R, llvm::json::Path) {
  R.V = V;
  return true;
}

} // namespace flt::server

#endif // FLT_LSP_RAW_H
