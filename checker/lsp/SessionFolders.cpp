//===-- lsp/SessionFolders.cpp - looks at drivers as they are on the disk -===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Children.h"
#include "lsp/Session.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"
#include <set>
#include <tuple>

using namespace llvm;
using namespace flt;
using namespace flt::server;

std::shared_ptr<Folder>
Session::nextFolder(std::unique_lock<std::mutex> &Held) {
  Indexing = nullptr;
  for (;;) {
    if (Ends)
      return nullptr;
    std::shared_ptr<Folder> Next;
    for (const auto &F : Folders)
      if (F->WantsIndex && (!Next || F->Due < Next->Due))
        Next = F;
    if (Next && Next->Due <= Clock::now()) {
      Indexing = Next;
      StopIndex = false;
      return Next;
    }
    if (Next)
      Changed.wait_until(Held, Next->Due);
    else
      Changed.wait(Held);
  }
}

std::vector<std::string> Session::commandFor(const Folder &F, bool OnlyPlan,
                                             const std::string &Output) const {
  std::vector<std::string> Command = {
      Program, "--quiet",
      (OnlyPlan ? "--emit-plan=" : "--emit-index=") + Output};
  // What is typed must not wait for all of it.
  if (none_of(Arguments, [](StringRef A) { return A.starts_with("-j"); })) {
    unsigned Threads =
        heavyweight_hardware_concurrency().compute_thread_count();
    Command.push_back("-j" + std::to_string(std::max(1u, Threads / 2)));
  }
  Command.push_back("--working-folder=" +
                    (F.IsFile ? sys::path::parent_path(F.Path).str() : F.Path));
  if (F.IsFile)
    Command.push_back(F.Path);
  append_range(Command, Arguments);
  return Command;
}

void Session::install(Folder &F, Expected<Findings> New, bool OnlyPlan) {
  std::string Trouble;
  {
    std::lock_guard<std::mutex> Held(Lock);
    F.IsPlanned = true;
    if (!OnlyPlan || !New)
      F.WantsIndex = F.Due > Clock::now();
    if (New)
      F.take(std::move(*New), OnlyPlan, Open);
    else
      Trouble = toString(New.takeError());
    for (const auto &Entry : Open)
      if (folderOf(Entry.first).get() == &F)
        touch(Entry.first, Clock::now());
    Changed.notify_all();
  }
  // Once, not after every edit.
  if (F.Trouble != Trouble && !Trouble.empty())
    Told.tell(Trouble, /*IsWarning=*/true);
  F.Trouble = Trouble;
}

void Session::runFolder(const std::shared_ptr<Folder> &F, bool OnlyPlan) {
  std::string Output = Temp.path() + "/index.json", Token;
  if (!OnlyPlan)
    Token = Told.beginProgress("Checking the driver");
  ChildEnd End = runChild(commandFor(*F, OnlyPlan, Output),
                          Temp.path() + "/index.log", StopIndex);
  if (End.Stopped)
    return Told.endProgress(Token, "stopped");
  if (End.Status != 0) {
    install(*F,
            createStringError(End.Words.empty() ? "fltcheck died" : End.Words),
            OnlyPlan);
    return Told.endProgress(Token, "failed");
  }
  Documents Now;
  {
    std::lock_guard<std::mutex> Held(Lock);
    Now = Open;
  }
  install(*F, readFindings(Output, Temp.path(), Now), OnlyPlan);
  Told.endProgress(Token, "done");
  if (!OnlyPlan)
    Told.refreshHints();
}

void Session::lookAtFolders() {
  for (;;) {
    std::shared_ptr<Folder> F;
    bool OnlyPlan;
    {
      std::unique_lock<std::mutex> Held(Lock);
      F = nextFolder(Held);
      if (!F)
        return;
      OnlyPlan = !F->IsPlanned;
    }
    runFolder(F, OnlyPlan);
    publish();
  }
}

// What is shown of each file: once, whatever number of units say it.
// In the order of their places.
using Texts = std::set<std::tuple<std::int64_t, std::int64_t, std::string>>;

static void add(Texts &To, const json::Value &Diagnostic) {
  const json::Object *Start =
      Diagnostic.getAsObject()->getObject("range")->getObject("start");
  To.emplace(*Start->getInteger("line"), *Start->getInteger("character"),
             formatv("{0}", Diagnostic).str());
}

static void collect(const Folder &F, std::map<std::string, Texts> &ByFile,
                    std::map<std::string, std::int64_t> &Versions) {
  for (const auto &S : F.Units) {
    for (const ShownFinding &Shown : S->View.Findings)
      add(ByFile[Shown.F.Where.File], Shown.Diagnostic);
    for (const auto &[File, Diagnostic] : S->View.Others)
      add(ByFile[File], Diagnostic);
    auto Version = S->Versions.find(S->U.File);
    if (S->Known)
      ByFile[S->U.File]; // Nothing is an answer, too.
    if (Version != S->Versions.end())
      Versions[Version->first] = Version->second;
  }
}

void Session::publish() {
  std::lock_guard<std::mutex> Order(PublishLock);
  std::vector<json::Value> News;
  {
    std::lock_guard<std::mutex> Held(Lock);
    std::map<std::string, Texts> ByFile;
    std::map<std::string, std::int64_t> Versions;
    for (const auto &F : Folders)
      collect(*F, ByFile, Versions);
    for (const auto &Entry : Published)
      ByFile[Entry.first];
    for (const auto &[File, Said] : ByFile) {
      json::Array Diagnostics;
      for (const auto &Entry : Said)
        Diagnostics.push_back(cantFail(json::parse(std::get<2>(Entry))));
      json::Object Params{{"uri", uriOf(File, Open)},
                          {"diagnostics", std::move(Diagnostics)}};
      auto Version = Versions.find(File);
      if (Version != Versions.end())
        Params["version"] = Version->second;
      std::string Text = formatv("{0}", json::Value(json::Object(Params)));
      std::string &Before = Published[File];
      if (Before == Text)
        continue;
      Before = Text;
      News.push_back(std::move(Params));
    }
  }
  for (json::Value &Params : News)
    Told.publish(std::move(Params));
}
