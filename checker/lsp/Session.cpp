//===-- lsp/Session.cpp - looks at what is open, in the background --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Session.h"
#include "driver/base/Files.h"
#include "lsp/Children.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"
#include <set>
#include <tuple>

using namespace llvm;
using namespace flt;
using namespace flt::server;

// Files of other tools are often written several at a time.
static constexpr std::chrono::milliseconds DiskRests(200);

Session::Session(std::string Program, std::vector<std::string> Arguments,
                 Editor &Told)
    : Program(std::move(Program)), Arguments(std::move(Arguments)), Told(Told) {
}

Session::~Session() {
  {
    std::lock_guard<std::mutex> Held(Lock);
    Ends = true;
    StopUnit = StopIndex = true;
  }
  Changed.notify_all();
  for (std::thread *T : {&Units, &Drivers})
    if (T->joinable())
      T->join();
}

void Session::start(std::chrono::milliseconds D) {
  if (Units.joinable())
    return;
  Debounce = D;
  driver::adoptWorkers();
  Units = std::thread([this] { lookAtUnits(); });
  Drivers = std::thread([this] { lookAtFolders(); });
}

static bool isBelow(StringRef Path, StringRef Folder) {
  return Path == Folder || (Path.starts_with(Folder) &&
                            Path.drop_front(Folder.size()).starts_with("/"));
}

// The innermost one, and of those around single files the one of that file.
std::shared_ptr<Folder> Session::folderOf(StringRef Path) const {
  std::shared_ptr<Folder> Best;
  for (const auto &F : Folders)
    if (isBelow(Path, F->Path) && (!Best || F->Path.size() > Best->Path.size()))
      Best = F;
  return Best;
}

void Session::addFolder(StringRef Path) {
  std::lock_guard<std::mutex> Held(Lock);
  std::string Canonical = driver::canonicalPath((Path + "/.").str());
  if (any_of(Folders, [&](auto &F) { return F->Path == Canonical; }))
    return;
  auto F = std::make_shared<Folder>();
  F->Path = Canonical;
  Folders.push_back(std::move(F));
  Changed.notify_all();
}

void Session::removeFolder(StringRef Path) {
  std::lock_guard<std::mutex> Held(Lock);
  std::string Canonical = driver::canonicalPath((Path + "/.").str());
  erase_if(Folders, [&](auto &F) { return isBelow(F->Path, Canonical); });
  if (Indexing && isBelow(Indexing->Path, Canonical))
    StopIndex = true;
  Changed.notify_all();
}

// A file that no folder has brings its own; one that its folder does not know
// how to compile is looked at as it would be if it were named.
void Session::adopt(const std::string &Path) {
  auto F = folderOf(Path);
  if (F && (!F->IsPlanned || F->IsFile || !F->unitsOf(Path).empty() ||
            F->skips(Path)))
    return;
  if (F && !driver::isSource(Path))
    return;
  auto New = std::make_shared<Folder>();
  New->IsFile = F != nullptr;
  New->Path = F ? Path : guessFolder(Path);
  Folders.push_back(std::move(New));
  Changed.notify_all();
}

void Session::touch(StringRef Path, Clock::time_point Due) {
  adopt(Path.str());
  if (auto F = folderOf(Path)) {
    want(*F, Path, Open, Due);
    if (Running && Running->Wanted)
      StopUnit = true;
  }
  Changed.notify_all();
}

void Session::wantIndex(StringRef Path) {
  for (const auto &F : Folders)
    if (Path.empty() || F == folderOf(Path) || isBelow(Path, F->Path)) {
      F->WantsIndex = true;
      F->Due = Clock::now() + DiskRests;
      if (Indexing == F)
        StopIndex = true;
    }
  Changed.notify_all();
}

void Session::open(StringRef Path, Document D) {
  std::lock_guard<std::mutex> Held(Lock);
  // An editor may open what it has kept from a crash.
  Expected<std::string> Disk = driver::readFile(Path);
  D.Changed = !Disk || *Disk != D.Text;
  if (!Disk)
    consumeError(Disk.takeError());
  Open[Path.str()] = std::move(D);
  touch(Path, Clock::now());
}

void Session::change(StringRef Path, std::int64_t Version,
                     function_ref<void(std::string &Text)> Edit) {
  std::lock_guard<std::mutex> Held(Lock);
  auto It = Open.find(Path.str());
  if (It == Open.end())
    return;
  Edit(It->second.Text);
  It->second.Version = Version;
  It->second.Changed = true;
  touch(Path, Clock::now() + Debounce);
}

void Session::save(StringRef Path) {
  std::lock_guard<std::mutex> Held(Lock);
  auto It = Open.find(Path.str());
  if (It != Open.end()) {
    Expected<std::string> Disk = driver::readFile(Path);
    It->second.Changed = !Disk || *Disk != It->second.Text;
    if (!Disk)
      consumeError(Disk.takeError());
  }
  wantIndex(Path);
}

void Session::close(StringRef Path) {
  std::lock_guard<std::mutex> Held(Lock);
  auto It = Open.find(Path.str());
  if (It == Open.end())
    return;
  bool WasChanged = It->second.Changed;
  Open.erase(It);
  erase_if(Folders, [&](auto &F) { return F->IsFile && F->Path == Path; });
  if (WasChanged)
    wantIndex(Path);
  Changed.notify_all();
}

void Session::filesChanged() {
  std::lock_guard<std::mutex> Held(Lock);
  wantIndex("");
}

void Session::stopIndex() {
  std::lock_guard<std::mutex> Held(Lock);
  if (!Indexing)
    return;
  Indexing->WantsIndex = false;
  StopIndex = true;
}

json::Value Session::ask(
    StringRef Path,
    function_ref<json::Value(const Folder &, const Documents &)> Answer) {
  std::lock_guard<std::mutex> Held(Lock);
  auto F = folderOf(Path);
  return F ? Answer(*F, Open) : json::Value(nullptr);
}

// The result of a unit whose process came to nothing.
static driver::UnitResult failure(const driver::Unit &U, std::string Why) {
  driver::UnitResult R;
  R.File = U.File;
  R.Run.Unfinished.push_back({"", {U.File, 0, 0, {}}, std::move(Why)});
  return R;
}

bool Session::nextUnit(std::unique_lock<std::mutex> &Held, Run &R) {
  Running = nullptr;
  for (;;) {
    if (Ends)
      return false;
    R.S = nullptr;
    for (const auto &F : Folders)
      for (const auto &S : F->Units)
        if (S->Wanted && (!R.S || S->Due < R.S->Due)) {
          R.F = F;
          R.S = S;
        }
    if (!R.S)
      Changed.wait(Held);
    else if (R.S->Due > Clock::now())
      Changed.wait_until(Held, R.S->Due);
    else
      break;
  }
  fill(R);
  return true;
}

void Session::fill(Run &R) {
  R.S->Wanted = false;
  Running = R.S;
  StopUnit = false;
  R.J.U = R.S->U;
  R.J.S = R.F->P.S;
  R.P.S = R.F->P.S;
  R.P.Root = R.F->P.Root;
  R.P.Headers = R.F->P.Headers;
  R.Rows = R.F->rowsFor(R.S->U, R.S->Result);
  R.Open = Open;
  R.Versions.clear();
  for (const auto &[Path, D] : Open)
    R.Versions[Path] = D.Version;
}

void Session::runUnit(Run &R) {
  std::string Base = Temp.path() + "/unit", Log = Base + ".log",
              Result = Base + ".result.json";
  Error Written = writeOverlay(R.Open, Temp.path(), R.J.S.Overlay);
  R.P.S.Overlay = R.J.S.Overlay;
  if (!Written)
    Written = driver::writeFile(Base + ".job.json",
                                driver::printJSON(driver::toJSON(R.J)));
  if (!Written)
    Written = driver::writeFile(Base + ".rows.yaml", R.Rows);
  driver::UnitResult New;
  if (Written) {
    New = failure(R.J.U, toString(std::move(Written)));
  } else {
    ChildEnd End = runChild({Program, "check", "--job", Base + ".job.json",
                             "--rows", Base + ".rows.yaml", "--output", Result,
                             "--cpu-limit", "120"},
                            Log, StopUnit);
    if (End.Stopped)
      return;
    Expected<json::Value> V = driver::readJSON(Result);
    json::Path::Root Root("result");
    if (End.Status != 0) {
      New = failure(R.J.U, "its process died: " + End.Words);
      consumeError(V.takeError());
    } else if (!V) {
      New = failure(R.J.U, toString(V.takeError()));
    } else if (!fromJSON(*V, New, Root)) {
      New = failure(R.J.U, toString(Root.getError()));
    }
  }
  UnitView View = makeView(R.P, New, R.F->Known, R.Open);
  std::lock_guard<std::mutex> Held(Lock);
  // What it calls may be known better than what the text before it called.
  bool Same = R.F->rowsFor(R.S->U, New) == R.Rows;
  R.S->Result = std::move(New);
  R.S->View = std::move(View);
  R.S->Versions = std::move(R.Versions);
  R.S->Known = true;
  if (!Same && !R.S->Wanted) {
    R.S->Wanted = true;
    R.S->Due = Clock::now();
  }
}

void Session::lookAtUnits() {
  for (;;) {
    Run R;
    {
      std::unique_lock<std::mutex> Held(Lock);
      if (!nextUnit(Held, R))
        return;
    }
    runUnit(R);
    publish();
  }
}

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
