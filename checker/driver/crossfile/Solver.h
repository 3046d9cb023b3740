//===-- crossfile/Solver.h - one run over all units -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The run that analyzeUnits() makes. What one unit needs stands in Solver.cpp,
// the order of work over the units of a project in SolveProjects.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_SOLVER_H
#define FLT_DRIVER_CROSSFILE_SOLVER_H

#include "driver/crossfile/Schedule.h"
#include "driver/crossfile/Solve.h"
#include <set>

namespace flt::driver {

/// A step of a project, while it is worked on.
struct StepState {
  Step Plan;
  unsigned Missing = 0;       ///< Steps that must be done before.
  std::vector<unsigned> Next; ///< Steps that wait for this one.
  unsigned Pending = 0;       ///< Visits that are not answered yet.
  // Of a circle.
  unsigned Looks = 0;
  std::vector<std::string> Keys; ///< Of its functions.
  RowMap Rows;                   ///< With which it is looked at.
  std::vector<std::string> Used; ///< By visit, what marks it; "" for none.
};

/// A project, while it is worked on.
struct ProjectState {
  std::vector<unsigned> Units; ///< Numbers within the run.
  std::vector<StepState> Steps;
  std::optional<RowTable> Rows;
};

/// Asks workers about units until every one has its result.
class Solver {
public:
  Solver(const std::vector<Unit> &Units, const Settings &S,
         const model::Model &Base, bool CrossFile, SolveTools Tools)
      : Units(Units), S(S), Base(Base), CrossFile(CrossFile), Tools(Tools),
        Work(Tools.Workers, Tools.Jobs), States(Units.size()) {}

  Analysis run();

private:
  struct State : UnitState {
    bool IsNew = false;   ///< Some of it is not in the cache.
    bool IsAsked = false; ///< A worker is asked about its functions.
    std::string Failure;  ///< Why its worker died.
    std::string LastRows; ///< Names the rows that finished it.
    std::optional<UnitResult> Result;
  };

  void readAll();
  void checkAlone();
  void planProjects();
  void plan(ProjectState &P);
  void start(ProjectState &P, unsigned Number);
  void visit(ProjectState &P, unsigned Number, unsigned Index);
  void visited(ProjectState &P, unsigned Number);
  void lookAgain(ProjectState &P, unsigned Number);
  void done(ProjectState &P, unsigned Number);
  /// Puts the result of \p U together. \returns whether nothing is missing.
  bool finish(unsigned U, const std::string &Rows,
              const std::map<unsigned, std::string> &Visited);
  void finishAlone(unsigned U, std::function<void()> Then);
  static UnitResult failure(const Unit &U, const std::string &Reason);
  Question questionFor(unsigned U) const;
  /// Puts the answer to \p Q, the rows in which are called \p Rows, where it
  /// belongs, and goes on with \p Then.
  void ask(unsigned U, Question Q, std::string Rows,
           std::function<void(llvm::Error)> Then);
  void keep();

  const std::vector<Unit> &Units;
  const Settings &S;
  const model::Model &Base;
  bool CrossFile;
  SolveTools Tools;
  Schedule Work;
  std::vector<State> States;
  std::list<ProjectState> Projects;
  unsigned Unread = 0;
  std::set<std::string> Unsettled;
};

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_SOLVER_H
