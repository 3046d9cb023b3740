//===-- engine/LoopExits.cpp - loops that were never left -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/LoopExits.h"
#include "clang/Analysis/CFG.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "llvm/ADT/BitVector.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// The blocks that \p Start leads to, or with \p Back those that lead there.
static llvm::BitVector reached(const CFG &Graph, const CFGBlock *Start,
                               bool Back) {
  llvm::BitVector Found(Graph.getNumBlockIDs());
  llvm::SmallVector<const CFGBlock *, 16> Work = {Start};
  Found.set(Start->getBlockID());
  auto Add = [&](const CFGBlock *B) {
    if (!B || Found.test(B->getBlockID()))
      return;
    Found.set(B->getBlockID());
    Work.push_back(B);
  };
  while (!Work.empty()) {
    const CFGBlock *B = Work.pop_back_val();
    if (Back)
      for (const CFGBlock::AdjacentBlock &P : B->preds())
        Add(P.getReachableBlock());
    else
      for (const CFGBlock::AdjacentBlock &S : B->succs())
        Add(S.getReachableBlock());
  }
  return Found;
}

bool flt::neverLeftALoop(const ExprEngine &Engine, const Decl *D,
                         FunctionSummariesTy &Seen) {
  const llvm::SmallBitVector &Visited =
      Seen.findOrInsertSummary(D)->second.VisitedBasicBlocks;
  auto IsVisited = [&](const CFGBlock *B) {
    return B->getBlockID() < Visited.size() && Visited[B->getBlockID()];
  };
  for (const auto &[Edge, Node] : Engine.getCoreEngine().exhausted_blocks()) {
    const LocationContext *Frame = Node->getLocationContext();
    if (Frame->getDecl() != D)
      continue;
    const CFG &Graph = *Frame->getCFG();
    // All blocks that one can go round in from here.
    llvm::BitVector Loop = reached(Graph, Edge.getDst(), /*Back=*/false);
    Loop &= reached(Graph, Edge.getDst(), /*Back=*/true);
    for (const CFGBlock *B : Graph)
      if (Loop.test(B->getBlockID()) && IsVisited(B))
        for (const CFGBlock::AdjacentBlock &S : B->succs())
          if (const CFGBlock *Out = S.getReachableBlock();
              Out && !Loop.test(Out->getBlockID()) && !IsVisited(Out))
            return true;
  }
  return false;
}
