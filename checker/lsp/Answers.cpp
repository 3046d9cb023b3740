//===-- lsp/Answers.cpp - what an editor asks about a place ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Answers.h"
#include "lsp/Source.h"
#include "lsp/Text.h"
#include "model/Explain.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace flt;
using namespace flt::server;

// The row for a call in a file: what its project knows.
static const model::Routine *rowOf(const model::Model &M, const Mention &Call) {
  if (const model::Routine *R = M.lookup(Call.Name, Call.Arguments.size()))
    return R;
  ArrayRef<const model::Routine *> Same = M.byName(Call.Name);
  return Same.empty() ? nullptr : Same.front();
}

json::Value server::hover(const Folder &F, StringRef Path, const Document &D,
                          const lsp::Position &At) {
  auto Call = callAt(D.Text, offsetOf(D.Text, At));
  std::shared_ptr<const model::Model> M = F.modelOf(Path);
  const model::Routine *R = Call && M ? rowOf(*M, *Call) : nullptr;
  if (!R)
    return nullptr;
  std::string Text = "**" + R->Name + "**\n";
  for (const std::string &Line : explain(*R, *M, Call->Arguments))
    Text += "\n- " + Line;
  Text += "\n\n*" + explainOrigin(*R) + "*\n";
  return json::Object{
      {"contents",
       json::Object{{"kind", "markdown"}, {"value", json::fixUTF8(Text)}}},
      {"range", toJSON(lsp::Range(
                    positionOf(D.Text, Call->Begin),
                    positionOf(D.Text, Call->Begin + Call->Name.size())))}};
}

json::Value server::inlayHints(const Folder &F, StringRef Path,
                               const Document &D, const lsp::Range &Within) {
  json::Array Hints;
  std::shared_ptr<const model::Model> M = F.modelOf(Path);
  if (!M)
    return Hints;
  for (const Mention &Function : functionsIn(D.Text)) {
    lsp::Position At = positionOf(D.Text, Function.End);
    const model::Routine *R =
        M->lookup(Function.Name, Function.Arguments.size());
    if (!R || At < Within.start || Within.end < At)
      continue;
    std::string Text = explainContract(*R, *M, Function.Arguments);
    if (!Text.empty())
      Hints.push_back(json::Object{{"position", toJSON(At)},
                                   {"label", json::fixUTF8(Text)},
                                   {"tooltip", explainOrigin(*R)},
                                   {"paddingLeft", true}});
  }
  return Hints;
}
