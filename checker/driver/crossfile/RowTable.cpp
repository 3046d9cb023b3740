//===-- crossfile/RowTable.cpp - rows that units give each other ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/RowTable.h"
#include "driver/base/Files.h"
#include "engine/RowText.h"
#include <numeric>
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

std::string flt::driver::rowsFor(const UnitResult &R, const RowMap &Rows) {
  std::vector<std::string> Wanted;
  for (const std::string &Key : R.Calls)
    if (auto It = Rows.find(Key); It != Rows.end())
      Wanted.push_back(It->second);
  return joinRows(Wanted);
}

std::string flt::driver::printRows(const RowMap &Rows) {
  std::vector<std::string> All;
  for (const auto &Row : Rows)
    All.push_back(Row.second);
  return joinRows(All);
}

const FunctionResult *RowTable::result(const Definition &D) const {
  const UnitState &U = *Units[D.Unit];
  auto It = U.Visited.find(D.Function);
  return It == U.Visited.end() ? nullptr
                               : U.Record.Memo.find(D.Function, It->second);
}

std::string RowTable::row(const std::string &Key, bool Sure) const {
  if (auto It = Fixed.find(Key); It != Fixed.end())
    return It->second;
  auto It = Definitions.find(Key);
  if (It == Definitions.end())
    return "";
  std::string Agreed;
  for (const Definition &D : It->second) {
    // A large one may have a row that is for its own unit alone.
    const FunctionResult *R =
        Units[D.Unit]->Record.Facts.Functions[D.Function].IsOpen ? result(D)
                                                                 : nullptr;
    const std::string Row = !R ? "" : Sure ? R->SureRow : R->Row;
    // What C++ defines several of in one unit has the same key, too.
    if (Row.empty() || (&D != &It->second.front() && Row != Agreed) ||
        (&D != &It->second.front() && D.Unit == (&D - 1)->Unit))
      return "";
    Agreed = Row;
  }
  return Agreed;
}

std::vector<unsigned> RowTable::reached(unsigned Unit,
                                        std::vector<unsigned> From) const {
  const FunctionIndex &Functions = Units[Unit]->Record.Facts.Functions;
  std::vector<bool> Seen(Functions.size());
  for (unsigned F : From)
    Seen[F] = true;
  for (size_t I = 0; I != From.size(); ++I)
    for (unsigned Callee : Functions[From[I]].Needs)
      if (!Seen[Callee]) {
        Seen[Callee] = true;
        From.push_back(Callee);
      }
  llvm::sort(From);
  return From;
}

std::string RowTable::nameFor(unsigned Unit, unsigned Function) const {
  const FunctionIndex &Functions = Units[Unit]->Record.Facts.Functions;
  std::set<std::string> Keys;
  for (unsigned F : reached(Unit, {Function}))
    Keys.insert(Functions[F].Calls.begin(), Functions[F].Calls.end());
  std::string Text;
  for (const std::string &Key : Keys)
    Text += row(Key);
  return contentHash(Text);
}

std::string RowTable::rowsFor(const Visit &V) const {
  const FunctionIndex &Functions = Units[V.Unit]->Record.Facts.Functions;
  std::vector<unsigned> From = V.Functions;
  if (V.Finish) {
    From.resize(Functions.size());
    std::iota(From.begin(), From.end(), 0u);
  }
  RowMap Rows;
  for (unsigned F : reached(V.Unit, std::move(From))) {
    for (const std::string &Key : Functions[F].Calls)
      if (std::string Row = row(Key); !Row.empty())
        Rows[Key] = std::move(Row);
    // Some of its own that callers do not follow. Those that are analysed in
    // this visit will tell.
    if (const FunctionResult *R = result({V.Unit, F});
        R && (R->IsLarge || Functions[F].IsDeep))
      Rows["." + Functions[F].Name] = R->Row;
  }
  std::vector<std::string> Texts;
  for (auto &Entry : Rows)
    if (!Entry.second.empty())
      Texts.push_back(std::move(Entry.second));
  return joinRows(Texts);
}

RowMap RowTable::all() const {
  RowMap Rows;
  for (const auto &Entry : Definitions)
    if (std::string Row = row(Entry.first); !Row.empty())
      Rows[Entry.first] = std::move(Row);
  return Rows;
}
