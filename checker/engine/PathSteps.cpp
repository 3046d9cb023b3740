//===-- engine/PathSteps.cpp - the path of a report as steps --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/PathSteps.h"
#include "diagnose/ForeignCalls.h"
#include "seh/Notes.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using Kind = PathNote::Kind;

Place flt::placeOf(SourceLocation Loc, const SourceManager &SM) {
  Place P;
  P.Loc = Loc;
  // An argument of a macro stands in the call, what the macro itself brings at
  // the name of the macro.
  PresumedLoc Where = SM.getPresumedLoc(SM.getFileLoc(Loc));
  if (Where.isInvalid())
    return P;
  P.File = Where.getFilename();
  P.Line = Where.getLine();
  P.Column = Where.getColumn();
  return P;
}

/// What the engine itself says of conditions and calls is recognised by its
/// words.
static Kind kindOf(StringRef Text) {
  if (Text.starts_with("Assuming") && !seh::isExceptionNote(Text))
    return Kind::Condition;
  if (Text.starts_with("Calling"))
    return Kind::Call;
  if (Text.starts_with("Returning") || Text.starts_with("Entered call"))
    return Kind::Aside;
  return Kind::Object;
}

/// What the rules say happens at a call, in one word.
static StringRef verbIn(StringRef Text) {
  if (Text.contains(" acquired"))
    return AcquireVerb;
  if (Text.contains(" returned here"))
    return GiveVerb;
  if (Text.contains(" entered"))
    return EnterVerb;
  if (Text.contains(" left"))
    return LeaveVerb;
  return BackVerb;
}

static void setCallee(PathNote &N, const std::string &Name) {
  N.Callee = Name;
  N.Does = verbIn(N.Text).str();
}

namespace {

class StepBuilder {
public:
  explicit StepBuilder(const SourceManager &SM) : SM(SM) {}

  void add(const PathPieces &Pieces, unsigned Depth);
  std::vector<PathNote> take() { return std::move(Steps); }

private:
  void addEvent(const PathDiagnosticPiece &P, unsigned Depth);

  const SourceManager &SM;
  std::vector<PathNote> Steps;
  PathNote Called; ///< The function that is called, until its note comes.
};

} // namespace

void StepBuilder::addEvent(const PathDiagnosticPiece &P, unsigned Depth) {
  if (P.getString().empty())
    return;
  PathNote N;
  N.Where = placeOf(P.getLocation().asLocation(), SM);
  N.Text = P.getString().str();
  N.Depth = Depth;
  if (P.getTagStr() == CalledElsewhere) {
    if (!Steps.empty() && Steps.back().K == Kind::Object &&
        isSamePlace(Steps.back().Where, N.Where))
      setCallee(Steps.back(), N.Text);
    else
      Called = std::move(N);
    return;
  }
  N.K = kindOf(N.Text);
  if (N.K == Kind::Object && isSamePlace(N.Where, Called.Where))
    setCallee(N, Called.Text);
  Called = PathNote();
  Steps.push_back(std::move(N));
}

void StepBuilder::add(const PathPieces &Pieces, unsigned Depth) {
  for (const std::shared_ptr<PathDiagnosticPiece> &P : Pieces) {
    if (const auto *Call = dyn_cast<PathDiagnosticCallPiece>(P.get())) {
      if (auto Enter = Call->getCallEnterEvent())
        addEvent(*Enter, Depth);
      add(Call->path, Depth + 1);
      if (auto Exit = Call->getCallExitEvent())
        addEvent(*Exit, Depth + 1);
    } else if (const auto *Macro =
                   dyn_cast<PathDiagnosticMacroPiece>(P.get())) {
      add(Macro->subPieces, Depth);
    } else if (isa<PathDiagnosticEventPiece>(P.get())) {
      // Control-flow pieces ("Taking true branch") say nothing that the events
      // do not.
      addEvent(*P, Depth);
    }
  }
}

std::vector<PathNote> flt::pathSteps(const PathPieces &Pieces,
                                     const SourceManager &SM) {
  StepBuilder Builder(SM);
  Builder.add(Pieces, 0);
  return Builder.take();
}
