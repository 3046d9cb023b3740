//===-- driver/Rounds.cpp - analyses all units with what the others do ----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/Rounds.h"
#include "driver/Files.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/ThreadPool.h"
#include <atomic>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

std::map<std::string, RowMap>
flt::driver::linkProjects(const std::vector<Unit> &Units,
                          ArrayRef<UnitResult> Results,
                          const model::Model &Base) {
  std::map<std::string, std::vector<const UnitResult *>> ByProject;
  for (size_t I = 0; I != Units.size(); ++I)
    ByProject[Units[I].Project].push_back(&Results[I]);
  std::map<std::string, RowMap> Rows;
  for (const auto &[Name, Members] : ByProject)
    Rows[Name] = linkRows(Members, Base);
  return Rows;
}

std::map<std::string, RowMap>
flt::driver::settledProjects(const std::map<std::string, RowMap> &Earlier,
                             const std::map<std::string, RowMap> &Later) {
  std::map<std::string, RowMap> Rows;
  for (const auto &[Name, New] : Later) {
    auto Old = Earlier.find(Name);
    Rows[Name] =
        Old == Earlier.end() ? RowMap() : settledRows(Old->second, New);
  }
  return Rows;
}

namespace {

class Runner {
public:
  Runner(const std::vector<Unit> &Units, const Settings &S, RoundTools Tools)
      : Units(Units), S(S), Tools(Tools), Results(Units.size()),
        Cached(Units.size(), false) {}

  /// Runs the units of \p Todo with the rows that are given to each.
  void run(StringRef Stage, const std::map<size_t, std::string> &Todo);

  const std::vector<Unit> &Units;
  const Settings &S;
  RoundTools Tools;
  std::vector<UnitResult> Results;
  std::vector<char> Cached; // Not bool: written by several threads.
};

} // namespace

void Runner::run(StringRef Stage, const std::map<size_t, std::string> &Todo) {
  std::vector<size_t> Missing;
  for (const auto &[I, Rows] : Todo) {
    auto Hit = Tools.Known.find(Units[I], contentHash(Rows));
    Cached[I] = Hit.has_value();
    if (Hit)
      Results[I] = std::move(*Hit);
    else
      Missing.push_back(I);
  }
  if (Missing.empty())
    return;
  // The largest first: it is likely to take longest.
  std::map<size_t, std::uint64_t> Size;
  for (size_t I : Missing)
    (void)sys::fs::file_size(Units[I].File, Size[I]);
  llvm::sort(Missing, [&](size_t A, size_t B) {
    return std::make_pair(Size[B], A) < std::make_pair(Size[A], B);
  });
  Tools.Show.begin(Stage, Missing.size());
  DefaultThreadPool Pool(hardware_concurrency(Tools.Jobs));
  for (size_t I : Missing)
    Pool.async([this, I, &Rows = Todo.at(I)] {
      Results[I] = Tools.Workers.run({Units[I], S}, I, Rows);
      if (Results[I].Parsed)
        Tools.Known.store(Units[I], Results[I]);
      Tools.Show.done(Units[I].File);
    });
  Pool.wait();
}

// The units whose rows differ from those that their result was made with.
static std::map<size_t, std::string>
outdated(const Runner &R, const std::map<std::string, RowMap> &Rows) {
  std::map<size_t, std::string> Todo;
  for (size_t I = 0; I != R.Units.size(); ++I) {
    if (!R.Results[I].Parsed)
      continue;
    std::string Text = rowsFor(R.Results[I], Rows.at(R.Units[I].Project));
    if (contentHash(Text) != R.Results[I].RowsUsed)
      Todo.emplace(I, std::move(Text));
  }
  return Todo;
}

Analysis flt::driver::analyzeUnits(const std::vector<Unit> &Units,
                                   const Settings &S, const model::Model &Base,
                                   bool CrossFile, RoundTools Tools) {
  Runner R(Units, S, Tools);
  std::map<size_t, std::string> Todo;
  for (size_t I = 0; I != Units.size(); ++I)
    Todo.emplace(I, "");
  R.run("analyse", Todo);

  Analysis Done;
  Done.Rows = linkProjects(Units, R.Results, Base);
  for (unsigned Round = 2; CrossFile; ++Round) {
    Todo = outdated(R, Done.Rows);
    if (Todo.empty())
      break;
    R.run(Round > MaxRounds ? "settle" : "link", Todo);
    if (Round > MaxRounds)
      break;
    auto Earlier = std::move(Done.Rows);
    Done.Rows = linkProjects(Units, R.Results, Base);
    if (Round == MaxRounds)
      Done.Rows = settledProjects(Earlier, Done.Rows);
  }
  Done.Results = std::move(R.Results);
  Done.FromCache = llvm::count(R.Cached, true);
  return Done;
}
