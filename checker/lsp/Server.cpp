//===-- lsp/Server.cpp - fltcheck in an editor ----------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Server.h"
#include "driver/base/Files.h"
#include "finding/Checks.h"
#include "lsp/Answers.h"
#include "lsp/Raw.h"
#include "lsp/Session.h"
#include "lsp/Text.h"
#include "llvm/Support/LSP/Transport.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;
using namespace flt;
using namespace flt::server;

namespace {

class Server {
public:
  Server(lsp::JSONTransport &Transport, const std::string &Program,
         const std::vector<std::string> &Arguments);

  lsp::MessageHandler Handler;
  Editor Told;
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
  void hover(const Raw &Params, lsp::Callback<json::Value> Reply);
  void inlayHint(const Raw &Params, lsp::Callback<json::Value> Reply);
  void codeAction(const Raw &Params, lsp::Callback<json::Value> Reply);
  void executeCommand(const Raw &Params, lsp::Callback<json::Value> Reply);
  void foldersChanged(const Raw &Params);
  void stopIndex(const Raw &) { Work.stopIndex(); }
  void filesChanged(const Raw &) { Work.filesChanged(); }
};

} // namespace

static std::string pathOf(StringRef Uri) {
  Expected<lsp::URIForFile> File = lsp::URIForFile::fromURI(Uri);
  if (!File) {
    consumeError(File.takeError());
    return "";
  }
  return flt::driver::canonicalPath(File->file());
}

Server::Server(lsp::JSONTransport &Transport, const std::string &Program,
               const std::vector<std::string> &Arguments)
    : Handler(Transport), Told(Handler), Work(Program, Arguments, Told) {
  Handler.method("initialize", this, &Server::initialize);
  Handler.notification("initialized", this, &Server::initialized);
  Handler.method("shutdown", this, &Server::shutdown);
  Handler.notification("textDocument/didOpen", this, &Server::didOpen);
  Handler.notification("textDocument/didChange", this, &Server::didChange);
  Handler.notification("textDocument/didSave", this, &Server::didSave);
  Handler.notification("textDocument/didClose", this, &Server::didClose);
  Handler.method("textDocument/hover", this, &Server::hover);
  Handler.method("textDocument/inlayHint", this, &Server::inlayHint);
  Handler.method("textDocument/codeAction", this, &Server::codeAction);
  Handler.method("workspace/executeCommand", this, &Server::executeCommand);
  Handler.notification("window/workDoneProgress/cancel", this,
                       &Server::stopIndex);
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
  if (const json::Value *C = Params.get({"capabilities"}))
    Told.learn(*C);
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
           {"hoverProvider", true},
           {"inlayHintProvider", true},
           {"codeActionProvider",
            json::Object{{"codeActionKinds", json::Array{"quickfix"}}}},
           {"executeCommandProvider",
            json::Object{{"commands",
                          json::Array{AddToBaseline, Explain, CheckDriver}}}},
           {"workspace",
            json::Object{{"workspaceFolders",
                          json::Object{{"supported", true},
                                       {"changeNotifications", true}}}}}}}});
}

void Server::initialized(const Raw &) { Told.watchFiles(); }

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
  Work.open(flt::driver::canonicalPath(Item.uri.file()), std::move(D));
}

void Server::didChange(const lsp::DidChangeTextDocumentParams &Params) {
  Work.change(flt::driver::canonicalPath(Params.textDocument.uri.file()),
              Params.textDocument.version, [&](std::string &Text) {
                for (const auto &Change : Params.contentChanges)
                  apply(Change, Text);
              });
}

void Server::didSave(const lsp::DidCloseTextDocumentParams &Params) {
  Work.save(flt::driver::canonicalPath(Params.textDocument.uri.file()));
}

void Server::didClose(const lsp::DidCloseTextDocumentParams &Params) {
  Work.close(flt::driver::canonicalPath(Params.textDocument.uri.file()));
}

static lsp::Position positionIn(const json::Value *V) {
  Raw P{V ? *V : json::Value(nullptr)};
  auto Number = [&](StringRef Key) {
    const json::Value *N = P.get({Key});
    return int(N ? N->getAsInteger().value_or(0) : 0);
  };
  return lsp::Position(Number("line"), Number("character"));
}

static lsp::Range rangeIn(const Raw &Params) {
  return {positionIn(Params.get({"range", "start"})),
          positionIn(Params.get({"range", "end"}))};
}

void Server::hover(const Raw &Params, lsp::Callback<json::Value> Reply) {
  std::string Path = pathOf(Params.text({"textDocument", "uri"}));
  lsp::Position At = positionIn(Params.get({"position"}));
  Reply(Work.ask(Path, [&](const Folder &F, const Documents &Open) {
    auto It = Open.find(Path);
    return It == Open.end() ? json::Value(nullptr)
                            : server::hover(F, Path, It->second, At);
  }));
}

void Server::inlayHint(const Raw &Params, lsp::Callback<json::Value> Reply) {
  std::string Path = pathOf(Params.text({"textDocument", "uri"}));
  Reply(Work.ask(Path, [&](const Folder &F, const Documents &Open) {
    auto It = Open.find(Path);
    return It == Open.end() ? json::Value(nullptr)
                            : inlayHints(F, Path, It->second, rangeIn(Params));
  }));
}

void Server::codeAction(const Raw &Params, lsp::Callback<json::Value> Reply) {
  std::string Path = pathOf(Params.text({"textDocument", "uri"}));
  Reply(Work.ask(Path, [&](const Folder &F, const Documents &Open) {
    return codeActions(F, Path, Open, rangeIn(Params));
  }));
}

void Server::executeCommand(const Raw &Params,
                            lsp::Callback<json::Value> Reply) {
  StringRef Name = Params.text({"command"});
  Raw Argument;
  if (const json::Value *All = Params.get({"arguments"});
      All && All->getAsArray() && !All->getAsArray()->empty())
    Argument.V = All->getAsArray()->front();
  if (Name == Explain) {
    if (const CheckInfo *Info = findCheck(Argument.text({"check"})))
      Told.showPage(Info->helpUri(), Info->Summary);
  } else if (Name == CheckDriver) {
    Work.filesChanged();
  } else if (Name == AddToBaseline) {
    std::string Path = pathOf(Argument.text({"uri"}));
    std::string Trouble;
    Work.ask(Path, [&](const Folder &F, const Documents &) {
      if (Error E = addToBaseline(F, Argument.text({"fingerprint"})))
        Trouble = toString(std::move(E));
      return json::Value(nullptr);
    });
    if (!Trouble.empty())
      return Reply(
          make_error<lsp::LSPError>(Trouble, lsp::ErrorCode::RequestFailed));
    Work.filesChanged();
  } else {
    return Reply(make_error<lsp::LSPError>("there is no command " + Name.str(),
                                           lsp::ErrorCode::InvalidParams));
  }
  Reply(nullptr);
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
