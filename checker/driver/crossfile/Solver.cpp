//===-- crossfile/Solver.cpp - one run over all units ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Solver.h"
#include "driver/base/Files.h"
#include "finding/Witnesses.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

UnitResult Solver::failure(const Unit &U, const std::string &Reason) {
  UnitResult R;
  R.File = U.File;
  R.Run.Unfinished.push_back({"", {U.File, 0, 0, {}}, Reason});
  return R;
}

Question Solver::questionFor(unsigned U) const {
  Question Q;
  Q.Unit = U;
  Q.J = {Units[U], S};
  Q.CrossFile = CrossFile;
  Q.Keep = CrossFile;
  Q.CpuLimit = Tools.Workers.CpuLimit;
  return Q;
}

void Solver::ask(unsigned U, Question Q, std::string Rows,
                 std::function<void(Error)> Then) {
  bool WantsFunctions = Q.Request.has_value();
  bool Finish = WantsFunctions && Q.Request->Finish;
  if (WantsFunctions && !States[U].IsAsked) {
    States[U].IsAsked = true;
    Tools.Show.more();
  }
  Work.add({std::move(Q), [this, U, Rows, Finish, Then](Expected<Answer> A) {
              if (!A)
                return Then(A.takeError());
              State &Unit = States[U];
              Unit.IsNew = true;
              if (A->Facts)
                Unit.Record.Facts = std::move(*A->Facts);
              for (auto &[Key, Result] : A->Functions.New.Results)
                Unit.Record.Memo.Results[Key] = std::move(Result);
              if (Finish && S.TryAttributes)
                Unit.Record.Attributes[Rows] =
                    std::move(A->Functions.Attributes);
              Then(Error::success());
            }});
}

bool Solver::finish(unsigned U, const std::string &Rows,
                    const std::map<unsigned, std::string> &Visited) {
  State &Unit = States[U];
  Unit.LastRows = Rows;
  auto Attributes = Unit.Record.Attributes.find(Rows);
  if (S.TryAttributes && Unit.Record.Facts.CanBeAnalysed &&
      Attributes == Unit.Record.Attributes.end())
    return false;
  Unit.Result =
      assembleResult(Unit.Record.Facts, Unit.Record.Memo, Visited, Rows);
  if (!Unit.Result)
    return false;
  if (Attributes != Unit.Record.Attributes.end())
    Unit.Result->Attributes = Attributes->second;
  if (Unit.IsAsked)
    Tools.Show.done(Units[U].File);
  return true;
}

//===----------------------------------------------------------------------===//
// Each unit by itself
//===----------------------------------------------------------------------===//

void Solver::checkAlone() {
  std::vector<unsigned> Todo;
  for (unsigned U = 0; U != Units.size(); ++U)
    if (States[U].IsNew || !finish(U, contentHash(""), {}))
      Todo.push_back(U);
  Tools.Show.begin("check", unsigned(Todo.size()));
  for (unsigned U : Todo) {
    States[U].IsAsked = true;
    Question Q = questionFor(U);
    Q.WantsFacts = true;
    Q.Request.emplace();
    Q.Request->Finish = true;
    ask(U, std::move(Q), contentHash(""), [this, U](Error E) {
      if (!E && finish(U, contentHash(""), {}))
        return;
      States[U].Result = failure(Units[U], toString(std::move(E)));
      Tools.Show.done(Units[U].File);
    });
  }
}

/// The worker of \p U died over it; by itself it may still be checked.
void Solver::finishAlone(unsigned U, std::function<void()> Then) {
  Question Q = questionFor(U);
  Q.Keep = false;
  Q.Request.emplace();
  Q.Request->Finish = true;
  ask(U, std::move(Q), contentHash(""), [this, U, Then](Error E) {
    State &Unit = States[U];
    if (E || !finish(U, contentHash(""), {})) {
      consumeError(std::move(E));
      Unit.Result = failure(Units[U], Unit.Failure);
      Tools.Show.done(Units[U].File);
    } else {
      Unit.Result->Run.Unfinished.push_back(
          {"",
           {Units[U].File, 0, 0, {}},
           "other files do not know what its functions do: " + Unit.Failure});
    }
    Then();
  });
}

/// Keeps what was learnt for the next run, but nothing that this one did not
/// use.
void Solver::keep() {
  for (unsigned U = 0; U != Units.size(); ++U) {
    State &Unit = States[U];
    if (!Unit.IsNew || !Unit.Record.Facts.Result.Parsed)
      continue;
    for (auto It = Unit.Record.Memo.Results.begin();
         It != Unit.Record.Memo.Results.end();) {
      auto Visited = Unit.Visited.find(It->first.Function);
      bool IsUsed =
          It->first.Rows == Unit.LastRows ||
          (Visited != Unit.Visited.end() && It->first.Rows == Visited->second);
      It = IsUsed ? std::next(It) : Unit.Record.Memo.Results.erase(It);
    }
    Tools.Known.store(Units[U], CrossFile, Unit.Record);
  }
}

Analysis Solver::run() {
  for (unsigned U = 0; U != Units.size(); ++U) {
    auto Known = Tools.Known.find(Units[U], CrossFile);
    States[U].IsNew = !Known;
    if (Known)
      States[U].Record = std::move(*Known);
  }
  if (CrossFile)
    readAll();
  else
    checkAlone();
  Work.run();
  keep();
  Analysis A;
  for (State &Unit : States)
    A.Results.push_back(Unit.Result ? std::move(*Unit.Result) : UnitResult());
  // Only those that are analysed together know each other's callers.
  std::map<std::string, std::vector<RunResult *>> Together;
  for (unsigned U = 0; U != Units.size(); ++U)
    Together[CrossFile ? Units[U].Project : std::to_string(U)].push_back(
        &A.Results[U].Run);
  for (const auto &Entry : Together)
    dropRefuted(Entry.second);
  for (ProjectState &P : Projects)
    A.Rows[Units[P.Units.front()].Project] = P.Rows->all();
  A.Unsettled.assign(Unsettled.begin(), Unsettled.end());
  return A;
}

Analysis flt::driver::analyzeUnits(const std::vector<Unit> &Units,
                                   const Settings &S, const model::Model &Base,
                                   bool CrossFile, SolveTools Tools) {
  return Solver(Units, S, Base, CrossFile, Tools).run();
}
