//===-- crossfile/Order.cpp - callees first, over all units ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Order.h"
#include "llvm/ADT/GraphTraits.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

DefinitionMap
flt::driver::findDefinitions(ArrayRef<OrderedUnit> Units,
                             function_ref<bool(StringRef)> IsGiven) {
  DefinitionMap Found;
  for (unsigned U = 0; U != Units.size(); ++U)
    for (unsigned F = 0; F != Units[U].Functions->size(); ++F)
      if (const std::string &Key = (*Units[U].Functions)[F].Key;
          !Key.empty() && !IsGiven(Key))
        Found[Key].push_back({U, F});
  return Found;
}

namespace {
/// A function, or the root, which leads to all of them.
struct CallNode {
  unsigned Unit = 0, Function = 0;
  std::vector<CallNode *> Callees;
  unsigned Component = ~0u;
};
} // namespace

template <> struct llvm::GraphTraits<CallNode *> {
  using NodeRef = CallNode *;
  using ChildIteratorType = std::vector<CallNode *>::iterator;
  static NodeRef getEntryNode(CallNode *N) { return N; }
  static ChildIteratorType child_begin(NodeRef N) { return N->Callees.begin(); }
  static ChildIteratorType child_end(NodeRef N) { return N->Callees.end(); }
};

namespace {

/// Functions that call each other.
struct Component {
  std::vector<CallNode *> Members;
  std::set<unsigned> Callees, Callers; ///< Other components.
  std::set<unsigned> Units;
  unsigned Step = ~0u; ///< That visits it.
  bool isCircle() const { return Units.size() > 1; }
};

class Planner {
public:
  Planner(ArrayRef<OrderedUnit> Units, const DefinitionMap &Definitions)
      : Units(Units) {
    // By name, so that the order in which units are given does not matter.
    for (unsigned U = 0; U != Units.size(); ++U)
      ByName.push_back(U);
    llvm::sort(ByName, [&](unsigned A, unsigned B) {
      return std::tie(Units[A].Name, A) < std::tie(Units[B].Name, B);
    });
    buildGraph(Definitions);
    findComponents();
  }

  std::vector<Step> run();

private:
  void buildGraph(const DefinitionMap &Definitions);
  void findComponents();
  bool isReady(const Component &C, const std::set<unsigned> &Also) const;
  std::vector<unsigned> readyIn(unsigned Unit) const;
  bool visitCircle();
  bool visitUnit();
  void addStep(ArrayRef<unsigned> Chosen);
  void finishUnits();

  ArrayRef<OrderedUnit> Units;
  std::vector<unsigned> ByName;
  std::vector<std::vector<CallNode>> Nodes;
  CallNode Root;
  std::vector<Component> Components;       ///< Callees first.
  std::vector<std::vector<unsigned>> Open; ///< By unit, components to visit.
  std::vector<unsigned> Circles;           ///< To visit.
  /// By unit, what it can do next; empty if that is to be worked out.
  std::vector<std::optional<std::vector<unsigned>>> Ready;
  std::vector<Step> Steps;
  std::vector<std::vector<unsigned>> StepsOf; ///< By unit.
};

} // namespace

void Planner::buildGraph(const DefinitionMap &Definitions) {
  Nodes.resize(Units.size());
  for (unsigned U = 0; U != Units.size(); ++U)
    Nodes[U].resize(Units[U].Functions->size());
  for (unsigned U : ByName)
    for (unsigned F = 0; F != Nodes[U].size(); ++F) {
      CallNode &N = Nodes[U][F];
      N.Unit = U;
      N.Function = F;
      Root.Callees.push_back(&N);
      const IndexedFunction &I = (*Units[U].Functions)[F];
      for (unsigned Callee : I.Needs)
        N.Callees.push_back(&Nodes[U][Callee]);
      for (const std::string &Key : I.Calls)
        if (auto It = Definitions.find(Key); It != Definitions.end())
          for (const Definition &D : It->second)
            if (D.Unit != U)
              N.Callees.push_back(&Nodes[D.Unit][D.Function]);
    }
}

void Planner::findComponents() {
  Open.resize(Units.size());
  Ready.resize(Units.size());
  StepsOf.resize(Units.size());
  for (auto It = scc_begin(&Root); !It.isAtEnd(); ++It) {
    if (It->front() == &Root)
      continue;
    unsigned Number = Components.size();
    Component &C = Components.emplace_back();
    for (CallNode *N : *It) {
      C.Members.push_back(N);
      C.Units.insert(N->Unit);
      N->Component = Number;
    }
    for (CallNode *N : *It)
      for (CallNode *Callee : N->Callees)
        if (Callee->Component != Number) {
          C.Callees.insert(Callee->Component);
          Components[Callee->Component].Callers.insert(Number);
        }
    if (C.isCircle())
      Circles.push_back(Number);
    else
      Open[*C.Units.begin()].push_back(Number);
  }
}

bool Planner::isReady(const Component &C,
                      const std::set<unsigned> &Also) const {
  return llvm::all_of(C.Callees, [&](unsigned Callee) {
    return Components[Callee].Step != ~0u || Also.count(Callee);
  });
}

/// What can be analysed in one visit of \p Unit.
std::vector<unsigned> Planner::readyIn(unsigned Unit) const {
  std::set<unsigned> Chosen;
  for (unsigned C : Open[Unit]) // Callees come first.
    if (isReady(Components[C], Chosen))
      Chosen.insert(C);
  return {Chosen.begin(), Chosen.end()};
}

void Planner::addStep(ArrayRef<unsigned> Chosen) {
  unsigned Number = Steps.size();
  Step S;
  std::set<unsigned> After;
  std::map<std::pair<std::string, unsigned>, Visit> Visits;
  for (unsigned C : Chosen) {
    for (unsigned Callee : Components[C].Callees)
      if (unsigned Other = Components[Callee].Step; Other != ~0u)
        After.insert(Other);
    for (const CallNode *N : Components[C].Members) {
      Visit &V = Visits[{Units[N->Unit].Name, N->Unit}];
      V.Unit = N->Unit;
      V.Functions.push_back(N->Function);
    }
  }
  for (auto &Entry : Visits) {
    Visit &V = Entry.second;
    llvm::sort(V.Functions);
    // What the unit has shown before is told to it again.
    After.insert(StepsOf[V.Unit].begin(), StepsOf[V.Unit].end());
    StepsOf[V.Unit].push_back(Number);
    S.Visits.push_back(std::move(V));
  }
  auto Refresh = [&](unsigned C) {
    for (unsigned U : Components[C].Units)
      Ready[U].reset();
  };
  for (unsigned C : Chosen) {
    Components[C].Step = Number;
    Refresh(C);
    llvm::for_each(Components[C].Callers, Refresh);
  }
  for (const Visit &V : S.Visits)
    llvm::erase_if(Open[V.Unit],
                   [&](unsigned C) { return Components[C].Step != ~0u; });
  S.After.assign(After.begin(), After.end());
  Steps.push_back(std::move(S));
}

bool Planner::visitCircle() {
  for (unsigned &C : Circles)
    if (isReady(Components[C], {})) {
      unsigned Chosen = C;
      Circles.erase(&C - Circles.data() + Circles.begin());
      addStep(Chosen);
      return true;
    }
  return false;
}

/// Visits the unit that can be finished, or that most can be done in.
bool Planner::visitUnit() {
  unsigned Best = ~0u;
  std::pair<bool, size_t> BestRank;
  for (unsigned U : ByName) {
    if (Open[U].empty())
      continue;
    if (!Ready[U])
      Ready[U] = readyIn(U);
    size_t Count = Ready[U]->size();
    std::pair<bool, size_t> Rank{Count == Open[U].size(), Count};
    if (Count && (Best == ~0u || BestRank < Rank)) {
      Best = U;
      BestRank = Rank;
    }
  }
  if (Best == ~0u)
    return false;
  std::vector<unsigned> Chosen = *Ready[Best];
  addStep(Chosen);
  return true;
}

/// The last visit of a unit finishes it; after a circle, one of its own.
void Planner::finishUnits() {
  for (unsigned U : ByName) {
    if (StepsOf[U].empty())
      continue;
    if (Step &Last = Steps[StepsOf[U].back()]; !Last.isCircle()) {
      Last.Visits.front().Finish = true;
      continue;
    }
    Step S;
    S.Visits.push_back({U, {}, true});
    S.After = StepsOf[U];
    Steps.push_back(std::move(S));
  }
}

std::vector<Step> Planner::run() {
  while (visitCircle() || visitUnit())
    ;
  finishUnits();
  return std::move(Steps);
}

std::vector<Step> flt::driver::orderWork(ArrayRef<OrderedUnit> Units,
                                         const DefinitionMap &Definitions) {
  return Planner(Units, Definitions).run();
}
