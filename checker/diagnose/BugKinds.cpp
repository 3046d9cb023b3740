//===-- diagnose/BugKinds.cpp - reports inside the engine -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "diagnose/BugKinds.h"
#include "compat/Compat.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

static PathDiagnosticLocation acquiredAt(const Expr *Site,
                                         const ExplodedNode *N) {
  if (!Site)
    return PathDiagnosticLocation();
  // The file location: a SEH lowering or a macro must not split a finding.
  const SourceManager &SM =
      N->getState()->getStateManager().getContext().getSourceManager();
  return PathDiagnosticLocation(SM.getExpansionLoc(Site->getBeginLoc()), SM);
}

static const Decl *topDecl(const ExplodedNode *N) {
  const LocationContext *LC = N->getLocationContext();
  while (LC->getParent())
    LC = LC->getParent();
  return LC->getDecl();
}

PathReport::PathReport(const BugType &BT, StringRef Message,
                       const ExplodedNode *N, const Expr *Acquired)
    : PathSensitiveBugReport(BT, Message, N, acquiredAt(Acquired, N),
                             topDecl(N)) {
  if (Acquired)
    about(Acquired);
}

void PathReport::showAt(const Expr *Site) {
  Shown = PathDiagnosticLocation(Site,
                                 getErrorNode()
                                     ->getState()
                                     ->getStateManager()
                                     .getContext()
                                     .getSourceManager(),
                                 getErrorNode()->getLocationContext());
}

PathDiagnosticLocation PathReport::getLocation() const {
  if (Shown.isValid())
    return Shown;
  PathDiagnosticLocation End = compat::endOfFunction(getErrorNode());
  return End.isValid() ? End : PathSensitiveBugReport::getLocation();
}

void PathReport::Profile(llvm::FoldingSetNodeID &ID) const {
  PathSensitiveBugReport::Profile(ID);
  if (EndsApart)
    getLocation().Profile(ID);
}

const PathReport *PathReport::from(const PathSensitiveBugReport &BR) {
  if (BR.getBugType().getCategory() != BugKinds::category())
    return nullptr;
  return static_cast<const PathReport *>(&BR);
}

void BugKinds::enable(CheckId Id, CheckerNameRef Name) {
  for (const RuleInfo &Rule : allRules())
    if (Rule.Check == Id)
      Types[unsigned(Rule.Id)].emplace(Name, Rule.Sentence, category());
}

/// Whether a statement may begin at \p Offset of the file \p ID: what stands
/// before it, comments aside, ends another one or begins a block. After
/// anything else it is the body of an if, a loop or a label.
static bool beginsStatement(FileID ID, size_t Offset, const SourceManager &SM,
                            const LangOptions &LO) {
  StringRef Text = SM.getBufferData(ID);
  Lexer Lex(SM.getLocForStartOfFile(ID), LO, Text.begin(), Text.begin(),
            Text.end());
  tok::TokenKind Before = tok::unknown;
  for (Token Tok; !Lex.LexFromRawLexer(Tok);) {
    if (Tok.is(tok::eof) || SM.getFileOffset(Tok.getLocation()) >= Offset)
      break;
    Before = Tok.getKind();
  }
  return Before == tok::semi || Before == tok::l_brace ||
         Before == tok::r_brace;
}

std::optional<FixItHint> flt::removeStatement(const Expr *E,
                                              const SourceManager &SM,
                                              const LangOptions &LO) {
  CharSourceRange Range =
      SM.getExpansionRange(CharSourceRange::getTokenRange(E->getSourceRange()));
  SourceLocation Begin = Range.getBegin();
  SourceLocation End = Lexer::getLocForEndOfToken(Range.getEnd(), 0, SM, LO);
  if (Begin.isInvalid() || End.isInvalid() || !Begin.isFileID() ||
      !SM.isWrittenInSameFile(Begin, End))
    return std::nullopt;
  StringRef Text = SM.getBufferData(SM.getFileID(Begin));
  size_t From = SM.getFileOffset(Begin), To = SM.getFileOffset(End);

  size_t Semi = Text.find_first_not_of(" \t", To);
  if (Semi == StringRef::npos || Text[Semi] != ';')
    return std::nullopt;
  To = Semi + 1;
  if (!beginsStatement(SM.getFileID(Begin), From, SM, LO))
    return std::nullopt;

  size_t LineStart = Text.rfind('\n', From) + 1;
  size_t LineEnd = std::min(Text.find('\n', To), Text.size());
  if (Text.slice(LineStart, From).trim().empty() &&
      Text.slice(To, LineEnd).trim().empty()) {
    From = LineStart;
    To = std::min(LineEnd + 1, Text.size());
  }
  SourceLocation FileStart = SM.getLocForStartOfFile(SM.getFileID(Begin));
  return FixItHint::CreateRemoval(CharSourceRange::getCharRange(
      FileStart.getLocWithOffset(From), FileStart.getLocWithOffset(To)));
}
