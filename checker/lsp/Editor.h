//===-- lsp/Editor.h - what the server says unasked -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_EDITOR_H
#define FLT_LSP_EDITOR_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <atomic>
#include <functional>
#include <map>
#include <string>

namespace llvm::lsp {
class MessageHandler;
} // namespace llvm::lsp

namespace flt::server {

/// The other end. Thread-safe; nothing waits for an answer.
class Editor {
public:
  explicit Editor(llvm::lsp::MessageHandler &Handler);

  /// What the editor understands, as it said in its capabilities.
  void learn(const llvm::json::Value &Capabilities);

  void publish(llvm::json::Value Params) { send("publish", std::move(Params)); }
  /// Shows \p Text to the user, as a warning or as information.
  void tell(llvm::StringRef Text, bool IsWarning);
  /// Opens a page, or at least names it.
  void showPage(const std::string &Uri, llvm::StringRef Text);
  /// Something takes its time. \returns a token for endProgress().
  std::string beginProgress(llvm::StringRef Title);
  void endProgress(const std::string &Token, llvm::StringRef Text);
  /// Hints that the editor has are out of date.
  void refreshHints();
  /// Asks to be told of files that change, if the editor can do that.
  void watchFiles();

private:
  void send(const std::string &Name, llvm::json::Value Params);
  void request(const std::string &Name, llvm::json::Value Params);

  std::map<std::string, std::function<void(llvm::json::Value)>> Notifications;
  std::map<std::string, std::function<void(llvm::json::Value, std::string)>>
      Requests;
  std::atomic<unsigned> Count{0}; ///< Of requests and tokens.
  bool Watches = false, HasProgress = false, ShowsPages = false,
       RefreshesHints = false; ///< Set before other threads begin.
};

} // namespace flt::server

#endif // FLT_LSP_EDITOR_H
