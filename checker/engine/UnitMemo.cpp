//===-- engine/UnitMemo.cpp - what is known of a unit's functions ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/UnitMemo.h"
#include "finding/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace flt;

const FunctionResult *UnitMemo::find(unsigned Function, llvm::StringRef Rows,
                                     bool AfterCallers) const {
  auto It = Results.find({Function, Rows.str(), AfterCallers});
  return It == Results.end() ? nullptr : &It->second;
}

const FunctionResult *UnitMemo::find(unsigned Function,
                                     llvm::StringRef Rows) const {
  const FunctionResult *R = find(Function, Rows, false);
  return R ? R : find(Function, Rows, true);
}

void UnitMemo::add(unsigned Function, llvm::StringRef Rows, FunctionResult R) {
  Key K{Function, Rows.str(), R.AfterCallers};
  Results[K] = std::move(R);
}

namespace {

class Collector {
public:
  Collector(const FunctionIndex &Index, ResultSource Source, RunResult &R)
      : Index(Index), Source(Source), R(R), Done(Index.size()),
        Followed(Index.size()) {}

  bool run();

private:
  /// A finding, and the function that was analysed when it was found.
  struct Found {
    MeasuredFinding M;
    unsigned Top;
    bool AfterCallers = false; ///< They were followed into Top before.
  };

  bool take(unsigned Function, bool AfterCallers);
  void addFinding(const MeasuredFinding &M, unsigned Top, bool AfterCallers);
  void dropOtherNames();
  void dropRepeats();
  void dropSeenTwice();

  const FunctionIndex &Index;
  ResultSource Source;
  RunResult &R;
  std::vector<bool> Done, Followed;
  std::set<std::string> LookedAtTwice; ///< Names of functions.
  std::vector<Found> Findings;
  /// By place, check and message: the number in Findings.
  std::map<
      std::tuple<std::string, unsigned, unsigned, std::string, std::string>,
      size_t>
      Known;
};

} // namespace

void Collector::addFinding(const MeasuredFinding &M, unsigned Top,
                           bool AfterCallers) {
  const Place &P = M.F.Where;
  auto [It, IsNew] = Known.try_emplace(
      {P.File, P.Line, P.Column, M.F.Check, M.F.Message}, Findings.size());
  if (IsNew)
    Findings.push_back({M, Top, AfterCallers});
  else if (M.Steps < Findings[It->second].M.Steps)
    Findings[It->second] = {M, Top, AfterCallers};
}

/// Whether both are known, and the same.
static bool agree(const Place &A, const Place &B) {
  return A.Line && isSamePlace(A, B);
}

/// Whether the same rule is broken at the same place.
static bool saysTheSame(const Finding &A, const Finding &B) {
  return A.Rule == B.Rule && A.Check == B.Check && agree(A.Where, B.Where);
}

/// Whether the path of \p F comes by \p P.
static bool comesBy(const Finding &F, const Place &P) {
  return llvm::any_of(F.Path,
                      [&](const PathNote &N) { return agree(N.Where, P); });
}

/// A helper that several functions were followed into calls what is wrong there
/// by the name that each of them has for it: the shortest path tells it.
void Collector::dropOtherNames() {
  std::vector<Found> Kept;
  for (const Found &F : Findings)
    if (llvm::none_of(Findings, [&](const Found &G) {
          return G.Top != F.Top && saysTheSame(G.M.F, F.M.F) &&
                 ((agree(G.M.F.Acquired, F.M.F.Acquired) &&
                   std::tie(G.M.Steps, G.Top) < std::tie(F.M.Steps, F.Top)) ||
                  (G.AfterCallers && comesBy(F.M.F, G.M.F.Acquired)));
        }))
      Kept.push_back(F);
  Findings = std::move(Kept);
}

/// A loop that goes on after it has released: every release that follows is one
/// too many, and one mistake.
void Collector::dropRepeats() {
  llvm::StringRef Twice = allRules()[unsigned(RuleId::ReleasedTwice)].Name;
  auto Repeats = [&](const Found &F) {
    return F.M.F.Rule == Twice && agree(F.M.F.Where, F.M.F.Acquired);
  };
  std::vector<Found> Kept;
  for (const Found &F : Findings)
    if (F.M.F.Rule != Twice || Repeats(F) ||
        llvm::none_of(Findings, [&](const Found &G) {
          return Repeats(G) && agree(G.M.F.Acquired, F.M.F.Acquired);
        }))
      Kept.push_back(F);
  Findings = std::move(Kept);
}

bool Collector::take(unsigned Function, bool AfterCallers) {
  const FunctionResult *Result = Source.Get(Function, AfterCallers);
  if (!Result)
    return false;
  Done[Function] = true;
  if (!Result->IsRelevant)
    return true;
  for (const MeasuredFinding &M : Result->Findings)
    addFinding(M, Function, AfterCallers);
  R.Places.insert(R.Places.end(), Result->Places.begin(), Result->Places.end());
  R.Witnesses.insert(R.Witnesses.end(), Result->Witnesses.begin(),
                     Result->Witnesses.end());
  if (AfterCallers) {
    LookedAtTwice.insert(Index[Function].Name);
    return true; // Its callers have seen the rest.
  }
  ++R.EntryFunctions;
  R.Unfinished.insert(R.Unfinished.end(), Result->Unfinished.begin(),
                      Result->Unfinished.end());
  for (unsigned Callee : Result->Followed)
    Followed[Callee] = true;
  return true;
}

bool Collector::run() {
  // Those that callers go by the rows of: callees first.
  for (unsigned I = Index.size(); I-- != 0;)
    if (Source.IsLarge(I) && !take(I, /*AfterCallers=*/false))
      return false;
  for (unsigned I = 0; I != Index.size(); ++I)
    if (!Done[I] && (!Followed[I] || Index[I].IsOpen) && !take(I, Followed[I]))
      return false;
  dropOtherNames();
  dropRepeats();
  for (Found &F : Findings)
    R.Findings.push_back(std::move(F.M.F));
  llvm::sort(R.Findings, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where.File, A.Where.Line, A.Where.Column, A.Check,
                    A.Message) < std::tie(B.Where.File, B.Where.Line,
                                          B.Where.Column, B.Check, B.Message);
  });
  dropSeenTwice();
  return true;
}

/// What is wrong in a function that callers were followed into is known from
/// there, unless only a call of somebody else's shows it.
void Collector::dropSeenTwice() {
  std::vector<Finding> Kept;
  for (const Finding &F : R.Findings)
    if (!LookedAtTwice.count(F.Function) ||
        llvm::none_of(R.Findings, [&](const Finding &G) {
          return G.Function != F.Function && G.Check == F.Check &&
                 (agree(G.Where, F.Where) || agree(G.Acquired, F.Acquired) ||
                  comesBy(G, F.Acquired));
        }))
      Kept.push_back(F);
  R.Findings = std::move(Kept);
}

bool flt::collectResults(const FunctionIndex &Index, ResultSource Source,
                         RunResult &R) {
  return Collector(Index, Source, R).run();
}
