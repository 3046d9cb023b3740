//===-- engine/RowText.cpp - rows as they travel between units ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/RowText.h"
#include "llvm/ADT/STLExtras.h"

using namespace flt;
using llvm::StringRef;

static constexpr llvm::StringLiteral Head = "routines:\n";
static constexpr llvm::StringLiteral Tail = "...\n"; // Ends a YAML document.

std::string flt::printRow(const model::Routine &R) {
  std::string Text = model::print(R);
  StringRef Row = StringRef(Text).substr(Text.find(Head) + Head.size());
  Row.consume_back(Tail);
  return Row.str();
}

std::string flt::joinRows(llvm::ArrayRef<std::string> Rows) {
  if (Rows.empty())
    return "";
  std::string Text = Head.str();
  for (const std::string &Row : Rows)
    Text += Row;
  return Text;
}

model::Routine flt::withoutDoubts(model::Routine R) {
  R.Opaque = false;
  llvm::erase_if(R.Effects, [](const model::Effect &E) {
    return E.Kind == model::EffectKind::Touch ||
           E.Kind == model::EffectKind::Keep;
  });
  R.Borrows = R.Effects.empty();
  return R;
}

model::Routine flt::unknownRow(StringRef Name, unsigned Params) {
  model::Routine R;
  R.Name = Name.str();
  R.Params = Params;
  R.Derived = true;
  R.Opaque = true;
  return R;
}
