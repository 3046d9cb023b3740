//===-- lsp/Server.cpp - fltcheck in an editor ----------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Server.h"
#include "driver/base/Files.h"
#include "lsp/Session.h"
#include "lsp/Text.h"
#include "llvm/Support/LSP/Transport.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;
using namespace flt;
using namespace flt::server;

namespace {

/// Parameters as they come: the structures of the library lack fields of them.
struct Raw {
  json::Value V = nullptr;

  StringRef text(std::initializer_list<StringRef> Path) const;
  const json::Value *get(std::initializer_list<StringRef> Path) const;
};

bool fromJSON(const json::Value &V, Raw &R, json::Path) {
  R.V = V;
  return true;
}

class Server {
public:
  Server(lsp::JSONTransport &Transport, const std::string &Program,
         const std::vector<std::string> &Arguments);

  lsp::MessageHandler Handler;
  Session Work;
  bool WasShutDown = false;

private:
  void initialize(const Raw &Params, lsp::Callback<json::Value> Reply);
  void initialized(const Raw &);
  void shutdown(const Raw &, lsp::Callback<json::Value> Reply);
  void ignore(const Raw &) {}
  void didOpen(const lsp::DidOpenTextDocumentParams &Params);
  void didChange(const lsp::DidChangeTextDocumentParams &Params);
  void didSave(const lsp::DidCloseTextDocumentParams &Params);
  void didClose(const lsp::DidCloseTextDocumentParams &Params);
  void foldersChanged(const Raw &Params);
  void filesChanged(const Raw &) { Work.filesChanged(); }

  bool WatchesFiles = false;
};

} // namespace

const json::Value *Raw::get(std::initializer_list<StringRef> Path) const {
  const json::Value *At = &V;
  for (StringRef Key : Path) {
    const json::Object *O = At->getAsObject();
    At = O ? O->get(Key) : nullptr;
    if (!At)
      return nullptr;
  }
  return At;
}

StringRef Raw::text(std::initializer_list<StringRef> Path) const {
  const json::Value *At = get(Path);
  return At ? At->getAsString().value_or("") : "";
}

static std::string pathOf(StringRef Uri) {
  Expected<lsp::URIForFile> File = lsp::URIForFile::fromURI(Uri);
  if (!File) {
    consumeError(File.takeError());
    return "";
  }
  return driver::canonicalPath(File->file());
}

// Every method has one sender; see Server().
static Editor makeEditor(lsp::MessageHandler &Handler) {
  auto Publish = std::make_shared<lsp::OutgoingNotification<json::Value>>(
      Handler.outgoingNotification<json::Value>(
          "textDocument/publishDiagnostics"));
  auto Message = std::make_shared<lsp::OutgoingNotification<json::Value>>(
      Handler.outgoingNotification<json::Value>("window/showMessage"));
  Editor E;
  E.Notify = [Publish, Message](StringRef Method, json::Value Params) {
    (Method == "window/showMessage" ? *Message : *Publish)(Params);
  };
  return E;
}

Server::Server(lsp::JSONTransport &Transport, const std::string &Program,
               const std::vector<std::string> &Arguments)
    : Handler(Transport), Work(Program, Arguments, makeEditor(Handler)) {
  Handler.method("initialize", this, &Server::initialize);
  Handler.notification("initialized", this, &Server::initialized);
  Handler.method("shutdown", this, &Server::shutdown);
  Handler.notification("textDocument/didOpen", this, &Server::didOpen);
  Handler.notification("textDocument/didChange", this, &Server::didChange);
  Handler.notification("textDocument/didSave", this, &Server::didSave);
  Handler.notification("textDocument/didClose", this, &Server::didClose);
  Handler.notification("workspace/didChangeWorkspaceFolders", this,
                       &Server::foldersChanged);
  Handler.notification("workspace/didChangeWatchedFiles", this,
                       &Server::filesChanged);
  for (StringLiteral Method :
       {StringLiteral("$/setTrace"), StringLiteral("$/cancelRequest"),
        StringLiteral("workspace/didChangeConfiguration")})
    Handler.notification(Method, this, &Server::ignore);
}

void Server::initialize(const Raw &Params, lsp::Callback<json::Value> Reply) {
  if (const json::Value *All = Params.get({"workspaceFolders"});
      All && All->getAsArray()) {
    for (const json::Value &F : *All->getAsArray())
      Work.addFolder(pathOf(Raw{F}.text({"uri"})));
  } else if (StringRef Uri = Params.text({"rootUri"}); !Uri.empty()) {
    Work.addFolder(pathOf(Uri));
  }
  WatchesFiles = Params.get({"capabilities", "workspace",
                             "didChangeWatchedFiles", "dynamicRegistration"});
  constexpr std::int64_t Rests = 150;
  const json::Value *Asked = Params.get({"initializationOptions", "debounce"});
  Work.start(std::chrono::milliseconds(
      Asked ? Asked->getAsInteger().value_or(Rests) : Rests));
  Reply(json::Object{
      {"serverInfo",
       json::Object{{"name", "fltcheck"}, {"version", FLT_VERSION}}},
      {"capabilities",
       json::Object{
           {"textDocumentSync",
            json::Object{
                {"openClose", true},
                {"change", int(lsp::TextDocumentSyncKind::Incremental)},
                {"save", json::Object{{"includeText", false}}}}},
           {"workspace",
            json::Object{{"workspaceFolders",
                          json::Object{{"supported", true},
                                       {"changeNotifications", true}}}}}}}});
}

void Server::initialized(const Raw &) {
  if (!WatchesFiles)
    return;
  json::Array Watchers;
  for (StringRef Glob :
       {"**/*.{c,cc,cpp,cxx,h,hh,hpp,hxx,inc}", "**/*.{vcxproj,props,sln,slnx}",
        "**/"
        "{compile_commands.json,compile_flags.txt,fltcheck.yaml,.clang-tidy}"})
    Watchers.push_back(json::Object{{"globPattern", Glob}});
  auto Register = Handler.outgoingRequest<json::Value, Raw>(
      "client/registerCapability", [](json::Value, Expected<Raw> Answer) {
        if (!Answer)
          consumeError(Answer.takeError());
      });
  Register(
      json::Object{{"registrations",
                    json::Array{json::Object{
                        {"id", "files"},
                        {"method", "workspace/didChangeWatchedFiles"},
                        {"registerOptions",
                         json::Object{{"watchers", std::move(Watchers)}}}}}}},
      "register-files");
}

void Server::shutdown(const Raw &, lsp::Callback<json::Value> Reply) {
  WasShutDown = true;
  Reply(nullptr);
}

void Server::didOpen(const lsp::DidOpenTextDocumentParams &Params) {
  const lsp::TextDocumentItem &Item = Params.textDocument;
  Document D;
  D.Uri = Item.uri.uri().str();
  D.Text = Item.text;
  D.Version = Item.version;
  Work.open(driver::canonicalPath(Item.uri.file()), std::move(D));
}

void Server::didChange(const lsp::DidChangeTextDocumentParams &Params) {
  Work.change(driver::canonicalPath(Params.textDocument.uri.file()),
              Params.textDocument.version, [&](std::string &Text) {
                for (const auto &Change : Params.contentChanges)
                  apply(Change, Text);
              });
}

void Server::didSave(const lsp::DidCloseTextDocumentParams &Params) {
  Work.save(driver::canonicalPath(Params.textDocument.uri.file()));
}

void Server::didClose(const lsp::DidCloseTextDocumentParams &Params) {
  Work.close(driver::canonicalPath(Params.textDocument.uri.file()));
}

void Server::foldersChanged(const Raw &Params) {
  for (StringRef Kind : {"added", "removed"}) {
    const json::Value *All = Params.get({"event", Kind});
    if (!All || !All->getAsArray())
      continue;
    for (const json::Value &F : *All->getAsArray()) {
      std::string Path = pathOf(Raw{F}.text({"uri"}));
      Kind == "added" ? Work.addFolder(Path) : Work.removeFolder(Path);
    }
  }
}

int server::serve(const std::string &Program,
                  const std::vector<std::string> &Arguments) {
  sys::ChangeStdinToBinary();
  lsp::JSONTransport Transport(stdin, outs());
  Server S(Transport, Program, Arguments);
  if (Error E = S.Work.error()) {
    WithColor::error(errs(), "fltcheck") << toString(std::move(E)) << '\n';
    return 1;
  }
  // An editor that goes away without a word is no reason for words.
  consumeError(Transport.run(S.Handler));
  return S.WasShutDown ? 0 : 1;
}
