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
  flt::driver::adoptWorkers();
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
  std::string Canonical = flt::driver::canonicalPath((Path + "/.").str());
  if (any_of(Folders, [&](auto &F) { return F->Path == Canonical; }))
    return;
  auto F = std::make_shared<Folder>();
  F->Path = Canonical;
  Folders.push_back(std::move(F));
  Changed.notify_all();
}

void Session::removeFolder(StringRef Path) {
  std::lock_guard<std::mutex> Held(Lock);
  std::string Canonical = flt::driver::canonicalPath((Path + "/.").str());
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
  if (F && !flt::driver::isSource(Path))
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
  Expected<std::string> Disk = flt::driver::readFile(Path);
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
    Expected<std::string> Disk = flt::driver::readFile(Path);
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

// The result of a unit whose process came to nothing. What it had read nobody
// knows, so it is looked at again when any of the open texts changes.
static flt::driver::UnitResult failure(const flt::driver::Unit &U,
                                       const Documents &Open, std::string Why) {
  flt::driver::UnitResult R;
  for (const auto &[Path, D] : Open)
    R.Reads[Path] = flt::driver::contentHash(D.Text);
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
  R.Known = R.F->Known;
  auto Others = R.F->Places.find(R.S->U.Project);
  if (Others != R.F->Places.end())
    R.Others = Others->second;
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
    Written = flt::driver::writeFile(
        Base + ".job.json", flt::driver::printJSON(flt::driver::toJSON(R.J)));
  if (!Written)
    Written = flt::driver::writeFile(Base + ".rows.yaml", R.Rows);
  flt::driver::UnitResult New;
  if (Written) {
    New = failure(R.J.U, R.Open, toString(std::move(Written)));
  } else {
    ChildEnd End = runChild({Program, "check", "--job", Base + ".job.json",
                             "--rows", Base + ".rows.yaml", "--output", Result,
                             "--cpu-limit", "120"},
                            Log, StopUnit);
    if (End.Stopped)
      return;
    Expected<json::Value> V = flt::driver::readJSON(Result);
    json::Path::Root Root("result");
    if (End.Status != 0) {
      New = failure(R.J.U, R.Open, "its process died: " + End.Words);
      consumeError(V.takeError());
    } else if (!V) {
      New = failure(R.J.U, R.Open, toString(V.takeError()));
    } else if (!fromJSON(*V, New, Root)) {
      New = failure(R.J.U, R.Open, toString(Root.getError()));
    }
  }
  UnitView View = makeView(R.P, R.J.U, New, R.Others, R.Known, R.Open);
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
