//===-- hints/Names.cpp - what names of functions suggest -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "hints/Names.h"
#include "hints/Words.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/Analysis/AnalysisDeclContext.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

bool flt::suggestsHolding(llvm::StringRef Name) {
  return hasWordFor(Name, WordMeaning::Holds);
}

bool flt::suggestsReleasing(llvm::StringRef Name) {
  return hasWordFor(Name, WordMeaning::Releases);
}

bool flt::suggestsDestroying(llvm::StringRef Name) {
  return hasWordFor(Name, WordMeaning::Destroys);
}

bool flt::suggestsTearingDown(llvm::StringRef Name) {
  return suggestsReleasing(Name) || suggestsDestroying(Name) ||
         hasWordFor(Name, WordMeaning::TearsDown);
}

flt::PairedName flt::pairedName(llvm::StringRef Name) {
  static constexpr llvm::StringLiteral Verbs[][2] = {{"acquire", "release"},
                                                     {"acq", "rel"},
                                                     {"lock", "unlock"},
                                                     {"enter", "exit"},
                                                     {"enter", "leave"}};
  auto Words = wordsOf(Name);
  for (const auto &Pair : Verbs) {
    auto *Verb = llvm::find_if(Words, [&](llvm::StringRef Word) {
      return llvm::is_contained(Pair, Word);
    });
    if (Verb == Words.end())
      continue;
    PairedName Result;
    Result.Side = *Verb == Pair[0] ? PairSide::Acquires : PairSide::Releases;
    *Verb = "*";
    for (const std::string &Word : Words)
      if (Word != "for" && Word != "from")
        Result.Key += Word + "_";
    return Result;
  }
  return {};
}

bool flt::suggestsAsking(llvm::StringRef Name) {
  auto Words = wordsOf(Name);
  auto Has = [&](llvm::ArrayRef<llvm::StringLiteral> Wanted) {
    return llvm::any_of(Words, [&](llvm::StringRef Word) {
      return llvm::is_contained(Wanted, Word);
    });
  };
  return Has({"is", "are", "has", "have", "can", "should", "must", "get",
              "query", "current", "needs", "supports", "does"}) &&
         !Has({"next",   "first",  "last",      "new",  "alloc", "allocate",
               "create", "pop",    "remove",    "free", "find",  "acquire",
               "lock",   "try",    "reference", "or",   "entry", "head",
               "tail",   "random", "time"});
}

bool flt::suggestsHandOver(llvm::StringRef Source, bool Flag) {
  auto Parts = wordsOf(Source);
  return llvm::any_of(Parts, [Flag](llvm::StringRef Word) {
    return isFormOf(Word, "release") || Word == "acquired" || Word == "held" ||
           Word == "owns" || Word == "owner" || Word == "holding" ||
           Word == "holds" || (!Flag && Word == "locked");
  });
}

bool flt::isListEntry(QualType T) {
  const auto *RD = T->getAsRecordDecl();
  if (!RD)
    return false;
  static constexpr llvm::StringLiteral Links[] = {"_LIST_ENTRY",
                                                  "_SINGLE_LIST_ENTRY",
                                                  "_SLIST_ENTRY",
                                                  "_RTL_BALANCED_LINKS",
                                                  "_RTL_SPLAY_LINKS",
                                                  "_WORK_QUEUE_ITEM",
                                                  "_IO_WORKITEM",
                                                  "_KDPC",
                                                  "_KAPC"};
  return llvm::is_contained(Links, RD->getName());
}

bool flt::isThread(QualType T) {
  QualType Pointee = T->getPointeeType();
  const auto *RD = Pointee.isNull() ? nullptr : Pointee->getAsRecordDecl();
  return RD && (RD->getName() == "_KTHREAD" || RD->getName() == "_ETHREAD");
}

bool flt::isPlainBuiltin(const FunctionDecl *FD) {
  if (!FD->getBuiltinID())
    return false;
  // InterlockedIncrement only counts.
  llvm::StringRef Name =
      FD->getIdentifier() ? FD->getName() : llvm::StringRef();
  return !Name.contains("Interlocked") || !Name.contains("Exchange") ||
         Name.contains("ExchangeAdd");
}

/// "(Fcb)->Lock", as macros leave it, becomes "Fcb->Lock".
static void dropParentheses(std::string &Text) {
  if (!llvm::StringRef(Text).contains('('))
    return;
  static llvm::Regex Single(
      "(^|[^A-Za-z0-9_)])\\(([A-Za-z_][A-Za-z0-9_]*)\\)(->|\\.)");
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  while (Single.match(Text, &Parts)) {
    size_t At = Parts[0].data() - Text.data(), Length = Parts[0].size();
    std::string Plain = (Parts[1] + Parts[2] + Parts[3]).str();
    Text.replace(At, Length, Plain);
  }
}

std::string flt::spelling(const Expr *E, const ASTContext &Ctx) {
  if (!E)
    return "";
  E = E->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    if (U->getOpcode() == UO_AddrOf)
      E = U->getSubExpr()->IgnoreParenCasts();
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  E->printPretty(OS, nullptr, Ctx.getPrintingPolicy());
  // The printer gives Microsoft's unnamed members an empty name.
  for (llvm::StringRef Empty : {"..", "->."})
    for (size_t At; (At = Text.find(Empty.str())) != std::string::npos;)
      Text.erase(At + Empty.size() - 1, 1);
  dropParentheses(Text);
  if (Text.size() > 60 || llvm::StringRef(Text).contains('\n'))
    return "";
  return Text;
}

std::string flt::calleeSpelling(const Expr *Call, const ASTContext &Ctx,
                                llvm::StringRef Name) {
  SourceLocation Loc = Call->getBeginLoc();
  if (!Loc.isMacroID())
    return Name.str();
  return Lexer::getImmediateMacroName(Loc, Ctx.getSourceManager(),
                                      Ctx.getLangOpts())
      .str();
}

const Expr *flt::outermostCall(const Expr *Site, const LocationContext *Frame,
                               const LocationContext *In) {
  if (!Frame)
    return Site;
  const StackFrameContext *Last = In ? In->getStackFrame() : nullptr;
  for (const StackFrameContext *F = Frame->getStackFrame();
       F != Last && !F->inTopFrame(); F = F->getParent()->getStackFrame())
    if (const auto *Call = dyn_cast_or_null<Expr>(F->getCallSite()))
      Site = Call;
  return Site;
}
