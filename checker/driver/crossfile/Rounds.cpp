//===-- Rounds.cpp - analyses all units with what the others do -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Rounds.h"
#include "driver/base/Files.h"
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
flt::driver::firstGuess(const std::map<std::string, RowMap> &Rows) {
  std::map<std::string, RowMap> Guess;
  for (const auto &[Name, Known] : Rows)
    Guess[Name] = withoutDoubts(Known);
  return Guess;
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
      : Units(Units), S(S), Tools(Tools) {}

  /// Runs the units of \p Todo with the rows that are given to each, and puts
  /// the results in their places.
  void run(Purpose Why, const std::map<size_t, std::string> &Todo,
           std::vector<UnitResult> &Results);

  const std::vector<Unit> &Units;
  const Settings &S;
  RoundTools Tools;
};

} // namespace

void Runner::run(Purpose Why, const std::map<size_t, std::string> &Todo,
                 std::vector<UnitResult> &Results) {
  std::vector<size_t> Missing;
  for (const auto &[I, Rows] : Todo)
    if (auto Hit = Tools.Known.find(Units[I], Why, contentHash(Rows)))
      Results[I] = std::move(*Hit);
    else
      Missing.push_back(I);
  if (Missing.empty())
    return;
  // The largest first: it is likely to take longest.
  std::map<size_t, std::uint64_t> Size;
  for (size_t I : Missing)
    (void)sys::fs::file_size(Units[I].File, Size[I]);
  llvm::sort(Missing, [&](size_t A, size_t B) {
    return std::make_pair(Size[B], A) < std::make_pair(Size[A], B);
  });
  Tools.Show.begin(Why == Purpose::Check ? "check" : "summarize",
                   Missing.size());
  DefaultThreadPool Pool(hardware_concurrency(Tools.Jobs));
  for (size_t I : Missing)
    Pool.async([this, Why, I, &Results, &Rows = Todo.at(I)] {
      Results[I] = Tools.Workers.run({Units[I], S}, Why, I, Rows);
      if (Results[I].Parsed)
        Tools.Known.store(Units[I], Why, Results[I]);
      Tools.Show.done(Units[I].File);
    });
  Pool.wait();
}

// The units whose rows differ from those that their summary was made with.
static std::map<size_t, std::string>
outdated(const std::vector<Unit> &Units, ArrayRef<UnitResult> Summaries,
         const std::map<std::string, RowMap> &Rows) {
  std::map<size_t, std::string> Todo;
  for (size_t I = 0; I != Units.size(); ++I) {
    if (!Summaries[I].Parsed)
      continue;
    std::string Text = rowsFor(Summaries[I], Rows.at(Units[I].Project));
    if (contentHash(Text) != Summaries[I].RowsUsed)
      Todo.emplace(I, std::move(Text));
  }
  return Todo;
}

// A file that could not be summarized is unknown to the others, which is worth
// a word even if it can be checked by itself.
static void addFailures(ArrayRef<UnitResult> Summaries,
                        std::vector<UnitResult> &Results) {
  for (size_t I = 0; I != Results.size(); ++I) {
    if (Summaries[I].Parsed || !Results[I].Parsed)
      continue;
    for (Incomplete Failure : Summaries[I].Run.Unfinished) {
      Failure.Reason =
          "other files do not know what its functions do: " + Failure.Reason;
      Results[I].Run.Unfinished.push_back(std::move(Failure));
    }
  }
}

Analysis flt::driver::analyzeUnits(const std::vector<Unit> &Units,
                                   const Settings &S, const model::Model &Base,
                                   bool CrossFile, RoundTools Tools) {
  Runner R(Units, S, Tools);
  std::map<size_t, std::string> Todo;
  for (size_t I = 0; I != Units.size(); ++I)
    Todo.emplace(I, "");

  Analysis Done;
  Done.Results.resize(Units.size());
  if (!CrossFile) {
    R.run(Purpose::Check, Todo, Done.Results);
    return Done;
  }
  std::vector<UnitResult> Summaries(Units.size());
  for (unsigned Round = 1; !Todo.empty() && Round <= MaxRounds; ++Round) {
    R.run(Purpose::Summarize, Todo, Summaries);
    auto Earlier = std::move(Done.Rows);
    Done.Rows = linkProjects(Units, Summaries, Base);
    Todo = outdated(Units, Summaries,
                    Round == 1 ? firstGuess(Done.Rows) : Done.Rows);
    if (Round == MaxRounds)
      Done.Rows = settledProjects(Earlier, Done.Rows);
  }
  // What was found with the last rows stands; only where rows were dropped,
  // because they would not settle, is it looked for again.
  Todo.clear();
  for (size_t I = 0; I != Units.size(); ++I) {
    std::string Text = rowsFor(Summaries[I], Done.Rows.at(Units[I].Project));
    if (Summaries[I].Parsed && contentHash(Text) == Summaries[I].RowsUsed)
      Done.Results[I] = Summaries[I];
    else
      Todo.emplace(I, std::move(Text));
  }
  R.run(Purpose::Check, Todo, Done.Results);
  addFailures(Summaries, Done.Results);
  return Done;
}
