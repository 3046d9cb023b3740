//===-- driver/result/OtherFiles.cpp - what other files do ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/result/OtherFiles.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// Of a function that does something in many places no reader wants all.
static constexpr size_t MaxPlaces = 2;
static constexpr unsigned MaxDepth = 4;

OtherFiles::OtherFiles(ArrayRef<Unit> Units, ArrayRef<UnitResult> Results) {
  for (const auto &[U, R] : llvm::zip(Units, Results))
    for (const EffectPlace &P : R.Run.Places)
      Places.emplace(Key(U.Project, P.Function), &P);
}

void OtherFiles::addPlaces(const PathNote &Step, const Key &Call,
                           unsigned Depth, std::vector<PathNote> &Out) const {
  std::vector<const EffectPlace *> Here;
  for (auto [It, End] = Places.equal_range(Call); It != End; ++It) {
    const EffectPlace &P = *It->second;
    auto IsThere = [&](const EffectPlace *Other) {
      return Other->Where.File == P.Where.File &&
             Other->Where.Line == P.Where.Line;
    };
    if (P.Does == Step.Does && P.Where.File != Step.Where.File &&
        llvm::none_of(Here, IsThere))
      Here.push_back(&P);
  }
  if (Here.empty() || Here.size() > MaxPlaces)
    return;
  StringRef Name = StringRef(Call.second).split('/').first;
  for (const EffectPlace *P : Here) {
    PathNote N;
    N.Where = P->Where;
    N.Depth = Step.Depth + Depth;
    N.Does = P->Does;
    N.Text = ("'" + Name + "' " + (Here.size() > 1 ? "may do so" : "does so") +
              " here" + (P->When.empty() ? "" : ", if it " + P->When))
                 .str();
    Out.push_back(N);
    if (!P->Callee.empty() && Depth < MaxDepth)
      addPlaces(N, {Call.first, P->Callee}, Depth + 1, Out);
  }
}

void OtherFiles::explain(Finding &F, const std::string &Project) const {
  std::vector<PathNote> Path;
  for (PathNote &N : F.Path) {
    Path.push_back(N);
    if (!N.Callee.empty())
      addPlaces(N, {Project, N.Callee}, 1, Path);
  }
  F.Path = std::move(Path);
}
