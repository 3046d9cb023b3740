//===-- driver/crossfile/Link.cpp - cross-file rows from all units --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Link.h"
#include "model/Model.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBufferRef.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static constexpr StringLiteral Head = "routines:\n";
static constexpr StringLiteral Tail = "...\n"; // Ends a YAML document.

static std::string keyOf(const model::Routine &R) {
  return R.Name + "/" + utostr(R.Params);
}

static std::string printRow(const model::Routine &R) {
  std::string Text = model::print(R);
  StringRef Row = StringRef(Text).substr(Text.find(Head) + Head.size());
  Row.consume_back(Tail);
  return Row.str();
}

Error flt::driver::splitRows(UnitResult &R) {
  if (R.Run.Summaries.empty())
    return Error::success();
  auto M = model::Model::parse(
      MemoryBufferRef(R.Run.Summaries, "<summaries of " + R.File + ">"));
  if (!M)
    return M.takeError();
  for (const auto &Routine : (*M)->routines())
    if (!Routine->BuiltIn && llvm::is_contained(R.Defines, keyOf(*Routine)))
      R.Rows[keyOf(*Routine)] = printRow(*Routine);
  R.Run.Summaries.clear();
  return Error::success();
}

RowMap flt::driver::withoutDoubts(const RowMap &Rows) {
  RowMap Sure;
  if (Rows.empty())
    return Sure;
  std::string Text = printRows(Rows);
  // splitRows has read each of them.
  auto M = cantFail(model::Model::parse(MemoryBufferRef(Text, "<rows>")));
  for (const auto &Routine : M->routines()) {
    if (Routine->BuiltIn)
      continue;
    model::Routine R = *Routine;
    R.Opaque = false;
    llvm::erase_if(R.Effects, [](const model::Effect &E) {
      return E.Kind == model::EffectKind::Touch ||
             E.Kind == model::EffectKind::Keep;
    });
    R.Borrows = R.Effects.empty();
    Sure[keyOf(R)] = printRow(R);
  }
  return Sure;
}

static bool hasRow(const model::Model &M, StringRef Key) {
  auto [Name, Params] = Key.rsplit('/');
  unsigned Count = 0;
  return !Params.getAsInteger(10, Count) && M.lookup(Name, Count);
}

RowMap flt::driver::linkRows(ArrayRef<const UnitResult *> Units,
                             const model::Model &Base) {
  // An empty text marks a function that two units see differently.
  RowMap All;
  for (const UnitResult *R : Units)
    for (const std::string &Key : R->Defines) {
      auto Row = R->Rows.find(Key);
      std::string Text = Row == R->Rows.end() ? "" : Row->second;
      auto [It, New] = All.try_emplace(Key, Text);
      if (!New && It->second != Text)
        It->second.clear();
    }
  for (auto It = All.begin(); It != All.end();)
    It = It->second.empty() || hasRow(Base, It->first) ? All.erase(It)
                                                       : std::next(It);
  return All;
}

RowMap flt::driver::settledRows(const RowMap &Earlier, const RowMap &Later) {
  RowMap Same;
  for (const auto &[Key, Text] : Later) {
    auto It = Earlier.find(Key);
    if (It != Earlier.end() && It->second == Text)
      Same.emplace(Key, Text);
  }
  return Same;
}

std::string flt::driver::rowsFor(const UnitResult &R, const RowMap &Rows) {
  RowMap Wanted;
  for (const std::string &Key : R.Calls) {
    auto It = Rows.find(Key);
    if (It != Rows.end())
      Wanted.insert(*It);
  }
  return Wanted.empty() ? "" : printRows(Wanted);
}

std::string flt::driver::printRows(const RowMap &Rows) {
  std::string Text = Head.str();
  for (const auto &Row : Rows)
    Text += Row.second;
  return Text;
}
