//===-- crossfile/SolveProjects.cpp - the units of a project together -----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "driver/crossfile/Solver.h"
#include "engine/RowText.h"
#include "model/Model.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

/// The name and the number of parameters in \p Key.
static std::pair<StringRef, unsigned> splitKey(StringRef Key) {
  auto [Name, Params] = Key.rsplit('/');
  unsigned Count = 0;
  (void)Params.getAsInteger(10, Count);
  return {Name, Count};
}

/// Asks which functions there are, and goes on when all is known.
void Solver::readAll() {
  std::vector<unsigned> Todo;
  for (unsigned U = 0; U != Units.size(); ++U)
    if (States[U].IsNew)
      Todo.push_back(U);
  Unread = unsigned(Todo.size());
  if (!Unread)
    return planProjects();
  Tools.Show.begin("read", Unread);
  for (unsigned U : Todo) {
    Question Q = questionFor(U);
    Q.WantsFacts = true;
    ask(U, std::move(Q), "", [this, U](Error E) {
      if (E)
        States[U].Result = failure(Units[U], toString(std::move(E)));
      Tools.Show.done(Units[U].File);
      if (--Unread == 0)
        planProjects();
    });
  }
}

void Solver::planProjects() {
  std::map<std::string, std::vector<unsigned>> ByName;
  for (unsigned U = 0; U != Units.size(); ++U)
    ByName[Units[U].Project].push_back(U);
  unsigned Certain = 0;
  for (State &Unit : States)
    if (Unit.IsNew && !Unit.Result && Unit.Record.Facts.CanBeAnalysed &&
        !Unit.Record.Facts.Functions.empty()) {
      Unit.IsAsked = true;
      ++Certain;
    }
  Tools.Show.begin("check", Certain);
  for (auto &Entry : ByName) {
    ProjectState &P = Projects.emplace_back();
    P.Units = std::move(Entry.second);
    plan(P);
  }
}

void Solver::plan(ProjectState &P) {
  std::vector<OrderedUnit> Ordered;
  std::vector<const UnitState *> Known;
  for (unsigned U : P.Units) {
    Ordered.push_back({&States[U].Record.Facts.Functions, Units[U].File});
    Known.push_back(&States[U]);
    if (!States[U].Result && (!States[U].Record.Facts.CanBeAnalysed ||
                              States[U].Record.Facts.Functions.empty()))
      States[U].Result = States[U].Record.Facts.Result;
  }
  auto HasRow = [&](StringRef Key) {
    auto [Name, Count] = splitKey(Key);
    return Base.lookup(Name, Count) != nullptr;
  };
  P.Rows.emplace(std::move(Known), findDefinitions(Ordered, HasRow));
  for (Step &Plan : orderWork(Ordered, P.Rows->definitions())) {
    StepState &Step = P.Steps.emplace_back();
    Step.Plan = std::move(Plan);
    Step.Missing = unsigned(Step.Plan.After.size());
    if (!Step.Plan.isCircle())
      continue;
    for (const Visit &V : Step.Plan.Visits)
      for (unsigned F : V.Functions)
        if (const std::string &Key = (*Ordered[V.Unit].Functions)[F].Key;
            P.Rows->definitions().count(Key))
          Step.Keys.push_back(Key);
  }
  for (unsigned I = 0; I != P.Steps.size(); ++I)
    for (unsigned Before : P.Steps[I].Plan.After)
      P.Steps[Before].Next.push_back(I);
  // Nothing is done yet, so that those without a predecessor are known here.
  std::vector<unsigned> First;
  for (unsigned I = 0; I != P.Steps.size(); ++I)
    if (!P.Steps[I].Missing)
      First.push_back(I);
  for (unsigned I : First)
    start(P, I);
}

void Solver::start(ProjectState &P, unsigned Number) {
  StepState &Step = P.Steps[Number];
  if (Step.Plan.isCircle())
    for (const std::string &Key : Step.Keys)
      P.Rows->set(Key, Step.Rows.count(Key) ? Step.Rows[Key] : "");
  Step.Pending = unsigned(Step.Plan.Visits.size());
  Step.Used.resize(Step.Pending);
  for (unsigned I = 0; I != Step.Plan.Visits.size(); ++I)
    visit(P, Number, I);
}

/// Results that the worker need not work out again, without what it can't use.
static UnitMemo skeleton(const UnitState &U) {
  UnitMemo Known;
  for (const auto &[Key, R] : U.Record.Memo.Results) {
    auto It = U.Visited.find(Key.Function);
    if (It == U.Visited.end() || It->second != Key.Rows)
      continue;
    FunctionResult Short;
    Short.Followed = R.Followed;
    Short.IsRelevant = R.IsRelevant;
    Short.IsLarge = R.IsLarge;
    Short.AfterCallers = R.AfterCallers;
    Short.LeavesContext = R.LeavesContext;
    Known.Results[Key] = std::move(Short);
  }
  return Known;
}

/// By function of \p V, the name of the rows that there are for it.
static std::map<unsigned, std::string> namesOf(const ProjectState &P,
                                               const Visit &V) {
  std::map<unsigned, std::string> Names;
  for (unsigned F : V.Functions)
    Names[F] = P.Rows->nameFor(V.Unit, F);
  return Names;
}

/// \returns what tells a visit with \p Names from others of its unit.
static std::string markOf(const std::map<unsigned, std::string> &Names) {
  std::string Mark;
  for (const auto &[Function, Name] : Names)
    Mark += " " + std::to_string(Function) + " " + Name;
  return contentHash(Mark);
}

void Solver::visit(ProjectState &P, unsigned Number, unsigned Index) {
  StepState &Step = P.Steps[Number];
  const Visit &V = Step.Plan.Visits[Index];
  unsigned U = P.Units[V.Unit];
  State &Unit = States[U];
  Step.Used[Index].clear();
  if (!Unit.Failure.empty() || Unit.Result) {
    if (V.Finish && !Unit.Result)
      return finishAlone(U, [this, &P, Number] { visited(P, Number); });
    return visited(P, Number);
  }
  std::map<unsigned, std::string> Names = namesOf(P, V);
  for (const auto &[Function, Rows] : Names)
    Unit.Visited[Function] = Rows;
  std::string Mark = Step.Used[Index] = markOf(Names), Name;
  if (V.Finish) {
    for (const auto &Visited : Unit.Visited)
      Name += Visited.second;
    Name = contentHash(Name);
  }
  if (Unit.Record.Visits.count(Mark) &&
      (!V.Finish || finish(U, Name, Unit.Visited)))
    return visited(P, Number);
  Question Q = questionFor(U);
  Q.Keep = !V.Finish;
  Q.Request.emplace();
  Q.Request->Functions = V.Functions;
  Q.Request->Finish = V.Finish;
  Q.Request->Rows = P.Rows->rowsFor(V);
  Q.Request->Visited = Unit.Visited;
  Q.Request->Known = skeleton(Unit);
  bool Last = V.Finish;
  ask(U, std::move(Q), Name, [this, &P, Number, U, Name, Mark, Last](Error E) {
    if (E) {
      States[U].Failure = toString(std::move(E));
      if (Last)
        return finishAlone(U, [this, &P, Number] { visited(P, Number); });
    } else {
      States[U].Record.Visits.insert(Mark);
      if (Last && !finish(U, Name, States[U].Visited))
        States[U].Result = failure(Units[U], "a function has no result");
    }
    visited(P, Number);
  });
}

void Solver::visited(ProjectState &P, unsigned Number) {
  StepState &Step = P.Steps[Number];
  if (--Step.Pending)
    return;
  if (Step.Plan.isCircle())
    lookAgain(P, Number);
  else
    done(P, Number);
}

/// All units of a circle have been visited with the same rows: if those are
/// what came of it, they stand.
void Solver::lookAgain(ProjectState &P, unsigned Number) {
  StepState &Step = P.Steps[Number];
  RowMap New;
  for (const std::string &Key : Step.Keys) {
    P.Rows->unset(Key);
    New[Key] = P.Rows->row(Key, /*Sure=*/Step.Looks == 0);
  }
  ++Step.Looks;
  for (const std::string &Key : Step.Keys) {
    // What did not settle stays unknown.
    if (Unsettled.count(Key) ||
        (Step.Looks > MaxLooks && New[Key] != Step.Rows[Key])) {
      Unsettled.insert(Key);
      auto [Name, Count] = splitKey(Key);
      New[Key] = printRow(unknownRow(Name, Count));
    }
    P.Rows->set(Key, New[Key]);
  }
  bool Same = true;
  for (unsigned I = 0; I != Step.Plan.Visits.size(); ++I)
    Same &= Step.Used[I].empty() ||
            markOf(namesOf(P, Step.Plan.Visits[I])) == Step.Used[I];
  Step.Rows = std::move(New);
  if (!Same)
    return start(P, Number);
  for (const std::string &Key : Step.Keys)
    if (!Unsettled.count(Key))
      P.Rows->unset(Key);
  done(P, Number);
}

void Solver::done(ProjectState &P, unsigned Number) {
  std::vector<unsigned> Next = P.Steps[Number].Next;
  for (unsigned I : Next)
    if (--P.Steps[I].Missing == 0)
      start(P, I);
}
