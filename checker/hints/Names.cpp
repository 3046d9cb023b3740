//===-- hints/Names.cpp - what names of functions suggest -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "hints/Names.h"
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

/// The words of a name in lower case: "FatAcquireVcb_Real" has fat, acquire,
/// vcb, real; "KBLockTable" has kb, lock, table.
static llvm::SmallVector<std::string, 6> wordsOf(llvm::StringRef Name) {
  llvm::SmallVector<std::string, 6> Words(1);
  for (size_t I = 0; I < Name.size(); ++I) {
    char C = Name[I];
    bool Upper = llvm::isUpper(C);
    bool Starts = Upper && I &&
                  (!llvm::isUpper(Name[I - 1]) ||
                   (I + 1 < Name.size() && llvm::isLower(Name[I + 1])));
    if ((Starts || !llvm::isAlnum(C)) && !Words.back().empty())
      Words.emplace_back();
    if (llvm::isAlnum(C))
      Words.back() += llvm::toLower(C);
  }
  return Words;
}

static bool hasWord(llvm::StringRef Name,
                    llvm::ArrayRef<llvm::StringLiteral> Wanted) {
  auto Words = wordsOf(Name);
  return llvm::any_of(Words, [&](llvm::StringRef Word) {
    return llvm::any_of(Wanted, [&](llvm::StringRef W) {
      // "acquires", "locked", but not "block" or "clock".
      return Word.starts_with(W) && Word.size() <= W.size() + 3;
    });
  });
}

bool flt::suggestsHolding(llvm::StringRef Name) {
  return hasWord(Name, {"acquire", "acquiring", "lock", "enter", "claim",
                        "grab", "begin", "hold", "own", "take"});
}

bool flt::suggestsReleasing(llvm::StringRef Name) {
  return hasWord(Name,
                 {"release", "releasing", "unlock", "leave", "exit", "end",
                  "drop", "unhold", "free", "cleanup", "finish", "complete",
                  "done", "close", "delete", "teardown", "uninit"});
}

bool flt::suggestsDestroying(llvm::StringRef Name) {
  return hasWord(Name, {"dismount", "destroy", "dereference", "deref", "free",
                        "delete", "teardown", "uninit", "cleanup"});
}

flt::PairedName flt::pairedName(llvm::StringRef Name) {
  static constexpr llvm::StringLiteral Verbs[][2] = {{"acquire", "release"},
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
  return hasWord(Source, {"release", "acquired", "held", "owns", "owner",
                          "holding", "holds"}) ||
         (!Flag && hasWord(Source, {"locked"}));
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

const Expr *flt::outermostCall(const Expr *Site, const LocationContext *Frame) {
  if (!Frame)
    return Site;
  for (const StackFrameContext *F = Frame->getStackFrame(); !F->inTopFrame();
       F = F->getParent()->getStackFrame())
    if (const auto *Call = dyn_cast_or_null<Expr>(F->getCallSite()))
      Site = Call;
  return Site;
}
