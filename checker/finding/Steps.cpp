//===-- finding/Steps.cpp - the steps that convince
//------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Steps.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace flt;
using Kind = PathNote::Kind;

// Nobody reads thirty conditions; --all-steps has them.
static constexpr size_t FirstConditions = 2;
static constexpr size_t LastConditions = 6;

/// The conditions behind the first step that speaks of the object; all of them
/// if none does.
static void markConditions(std::vector<PathNote> &Path) {
  auto First = llvm::find_if(
      Path, [](const PathNote &N) { return N.K == Kind::Object; });
  if (First == Path.end())
    First = Path.begin();
  llvm::SmallVector<PathNote *, 16> Conditions;
  for (auto It = First; It != Path.end(); ++It)
    if (It->K == Kind::Condition)
      Conditions.push_back(&*It);
  for (size_t I = 0; I != Conditions.size(); ++I)
    Conditions[I]->Important =
        I < FirstConditions || Conditions.size() - I <= LastConditions;
}

void flt::markDecisive(std::vector<PathNote> &Path) {
  for (PathNote &N : Path)
    N.Important = N.K == Kind::Object;
  markConditions(Path);
  // From the end, so that a call in a call is marked first.
  for (size_t I = Path.size(); I-- > 0;) {
    if (Path[I].K != Kind::Call)
      continue;
    size_t Inside = I + 1;
    while (Inside != Path.size() && Path[Inside].Depth > Path[I].Depth &&
           !Path[Inside].Important)
      ++Inside;
    Path[I].Important =
        Inside == Path.size() || Path[Inside].Depth > Path[I].Depth;
  }
}
