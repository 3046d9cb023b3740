//===-- lsp/Editor.cpp - what the server says unasked ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Editor.h"
#include "lsp/Raw.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/LSP/Transport.h"

using namespace llvm;
using namespace flt;
using namespace flt::server;

Editor::Editor(lsp::MessageHandler &Handler) {
  auto Notification = [&](const char *Name, StringLiteral Method) {
    auto Send = std::make_shared<lsp::OutgoingNotification<json::Value>>(
        Handler.outgoingNotification<json::Value>(Method));
    Notifications[Name] = [Send](json::Value V) { (*Send)(V); };
  };
  Notification("publish", "textDocument/publishDiagnostics");
  Notification("message", "window/showMessage");
  Notification("progress", "$/progress");
  // No answer changes what is done next.
  auto Request = [&](const char *Name, StringLiteral Method) {
    auto Send = std::make_shared<lsp::OutgoingRequest<json::Value>>(
        Handler.outgoingRequest<json::Value, Raw>(
            Method, [](json::Value, Expected<Raw> Answer) {
              if (!Answer)
                consumeError(Answer.takeError());
            }));
    Requests[Name] = [Send](json::Value V, std::string Id) { (*Send)(V, Id); };
  };
  Request("register", "client/registerCapability");
  Request("progress", "window/workDoneProgress/create");
  Request("page", "window/showDocument");
  Request("hints", "workspace/inlayHint/refresh");
}

void Editor::send(const std::string &Name, json::Value Params) {
  Notifications.at(Name)(std::move(Params));
}

void Editor::request(const std::string &Name, json::Value Params) {
  Requests.at(Name)(std::move(Params), Name + "-" + utostr(Count++));
}

void Editor::learn(const json::Value &Capabilities) {
  Raw C{Capabilities};
  Watches =
      C.flag({"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  HasProgress = C.flag({"window", "workDoneProgress"});
  ShowsPages = C.flag({"window", "showDocument", "support"});
  RefreshesHints = C.flag({"workspace", "inlayHint", "refreshSupport"});
}

void Editor::tell(StringRef Text, bool IsWarning) {
  send("message",
       json::Object{{"type", int(IsWarning ? lsp::MessageType::Warning
                                           : lsp::MessageType::Info)},
                    {"message", json::fixUTF8(Text)}});
}

void Editor::showPage(const std::string &Uri, StringRef Text) {
  if (ShowsPages)
    request("page", json::Object{{"uri", Uri}, {"external", true}});
  else
    tell((Text + " " + Uri).str(), /*IsWarning=*/false);
}

std::string Editor::beginProgress(StringRef Title) {
  if (!HasProgress)
    return "";
  std::string Token = "fltcheck-" + utostr(Count++);
  request("progress", json::Object{{"token", Token}});
  send("progress",
       json::Object{{"token", Token},
                    {"value", json::Object{{"kind", "begin"},
                                           {"title", Title},
                                           {"cancellable", true}}}});
  return Token;
}

void Editor::endProgress(const std::string &Token, StringRef Text) {
  if (!Token.empty())
    send("progress", json::Object{{"token", Token},
                                  {"value", json::Object{{"kind", "end"},
                                                         {"message", Text}}}});
}

void Editor::refreshHints() {
  if (RefreshesHints)
    request("hints", nullptr);
}

void Editor::watchFiles() {
  if (!Watches)
    return;
  json::Array Watchers;
  for (StringRef Glob :
       {"**/*.{c,cc,cpp,cxx,h,hh,hpp,hxx,inc}", "**/*.{vcxproj,props,sln,slnx}",
        "**/{compile_commands.json,compile_flags.txt,fltcheck.yaml,"
        ".clang-tidy}"})
    Watchers.push_back(json::Object{{"globPattern", Glob}});
  request(
      "register",
      json::Object{{"registrations",
                    json::Array{json::Object{
                        {"id", "files"},
                        {"method", "workspace/didChangeWatchedFiles"},
                        {"registerOptions",
                         json::Object{{"watchers", std::move(Watchers)}}}}}}});
}
