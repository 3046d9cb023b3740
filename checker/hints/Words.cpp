//===-- hints/Words.cpp - what words of names stand for -------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "hints/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace flt;

namespace {
struct Word {
  llvm::StringLiteral Verb;
  WordMeaning Meaning;
  /// Why the word is in the table, where that does not go without saying.
  llvm::StringLiteral Why;
};
} // namespace

// A word stands here if functions that real drivers name with it do so to what
// their caller holds. Left out on purpose: "freeze" (stops activity, and is no
// form of "free"), "endian" (no form of "end"), "owned" and "owner" (a state
// and a person: nothing happens), "get" (most getters take nothing, and those
// that return what they locked show it by what they return).
static constexpr Word Words[] = {
    {"acquire", WordMeaning::Holds, ""},
    {"acq", WordMeaning::Holds, "short for acquire, as rel is for release"},
    {"lock", WordMeaning::Holds, "as in GetFcbLocked, too"},
    {"enter", WordMeaning::Holds, ""},
    {"claim", WordMeaning::Holds, ""},
    {"grab", WordMeaning::Holds, ""},
    {"begin", WordMeaning::Holds, "BeginUpdate pairs with EndUpdate"},
    {"hold", WordMeaning::Holds, ""},
    {"own", WordMeaning::Holds, "OwnTable makes the caller the owner"},
    {"take", WordMeaning::Holds, ""},
    {"release", WordMeaning::Releases, ""},
    {"rel", WordMeaning::Releases, "short for release"},
    {"unlock", WordMeaning::Releases, ""},
    {"leave", WordMeaning::Releases, ""},
    {"exit", WordMeaning::Releases, ""},
    {"end", WordMeaning::Releases, "EndUpdate pairs with BeginUpdate"},
    {"drop", WordMeaning::Releases, ""},
    {"put", WordMeaning::Releases, "the other half of Get: gives back"},
    {"unhold", WordMeaning::Releases, ""},
    {"free", WordMeaning::Releases, "an object goes with its lock"},
    {"cleanup", WordMeaning::Releases, ""},
    {"finish", WordMeaning::Releases, ""},
    {"complete", WordMeaning::Releases, "a request, with what it holds"},
    {"done", WordMeaning::Releases, ""},
    {"close", WordMeaning::Releases, ""},
    {"delete", WordMeaning::Releases, ""},
    {"teardown", WordMeaning::Releases, ""},
    {"uninit", WordMeaning::Releases, ""},
    {"uninitialize", WordMeaning::Releases, ""},
    {"dismount", WordMeaning::Destroys, "the volume may be gone"},
    {"destroy", WordMeaning::Destroys, ""},
    {"dereference", WordMeaning::Destroys, "it may be the last reference"},
    {"deref", WordMeaning::Destroys, "short for dereference"},
    {"free", WordMeaning::Destroys, ""},
    {"delete", WordMeaning::Destroys, ""},
    {"teardown", WordMeaning::Destroys, ""},
    {"uninit", WordMeaning::Destroys, ""},
    {"uninitialize", WordMeaning::Destroys, ""},
    {"cleanup", WordMeaning::Destroys, ""},
    {"unload", WordMeaning::TearsDown, ""},
    {"unregister", WordMeaning::TearsDown, ""},
    {"stop", WordMeaning::TearsDown, "StopFiltering"},
    {"shutdown", WordMeaning::TearsDown, ""},
    {"undo", WordMeaning::TearsDown, ""},
    {"rollback", WordMeaning::TearsDown, ""},
    {"terminate", WordMeaning::TearsDown, ""},
    {"term", WordMeaning::TearsDown, "short for terminate"},
    {"finalize", WordMeaning::TearsDown, ""},
    {"fini", WordMeaning::TearsDown, "the other half of init"},
    {"deinit", WordMeaning::TearsDown, ""},
    {"deinitialize", WordMeaning::TearsDown, ""},
    {"remove", WordMeaning::TearsDown, ""},
    {"detach", WordMeaning::TearsDown, ""},
    {"disable", WordMeaning::TearsDown, ""},
    {"clean", WordMeaning::TearsDown, ""},
    {"keep", WordMeaning::Keeps, "KeepLock, LockKept"},
    {"kept", WordMeaning::Keeps, ""},
    {"retain", WordMeaning::Keeps, ""},
    {"hold", WordMeaning::Keeps, "HoldResource"},
    {"lock", WordMeaning::Keeps, "ReturnLocked"},
};

llvm::SmallVector<std::string, 6> flt::wordsOf(llvm::StringRef Name) {
  llvm::SmallVector<std::string, 6> Found(1);
  for (size_t I = 0; I < Name.size(); ++I) {
    char C = Name[I];
    bool Upper = llvm::isUpper(C);
    bool Starts = Upper && I &&
                  (!llvm::isUpper(Name[I - 1]) ||
                   (I + 1 < Name.size() && llvm::isLower(Name[I + 1])));
    if ((Starts || !llvm::isAlnum(C)) && !Found.back().empty())
      Found.emplace_back();
    if (llvm::isAlnum(C))
      Found.back() += llvm::toLower(C);
  }
  return Found;
}

bool flt::isFormOf(llvm::StringRef Word, llvm::StringRef Verb) {
  if (!Word.consume_front(Verb)) {
    // "releasing", "leaving": without the last letter.
    return Verb.ends_with("e") && Word.consume_front(Verb.drop_back()) &&
           Word == "ing";
  }
  if (Word.empty() || Word == "s" || Word == "es" || Word == "ing")
    return true;
  // Who owns something, or is owned, does nothing; nor does a holder.
  if (Verb == "own" || (Verb == "hold" && Word == "er"))
    return false;
  // "dropped" doubles the last letter; numbers tell versions apart.
  return Word == "d" || Word == "ed" || Word == "er" ||
         (Word.size() == 3 && Word.ends_with("ed")) ||
         (Word.size() == 4 && Word.ends_with("ing")) ||
         llvm::all_of(Word, llvm::isDigit);
}

/// "TakesAddress", "OwnsTable", "HoldsReferences": a name in the third person
/// tells what something is like, where a verb would say what to do with it.
static bool saysWhatIsSo(llvm::StringRef Word) {
  static constexpr llvm::StringLiteral Told[] = {"takes", "owns",    "holds",
                                                 "keeps", "retains", "claims"};
  return llvm::is_contained(Told, Word);
}

bool flt::hasWordFor(llvm::StringRef Name, WordMeaning Meaning) {
  bool Asks = false;
  for (const std::string &Part : wordsOf(Name)) {
    Asks |= Part == "is" || Part == "are" || Part == "has" || Part == "was" ||
            saysWhatIsSo(Part);
    if (!Asks && llvm::any_of(Words, [&](const Word &W) {
          return W.Meaning == Meaning && isFormOf(Part, W.Verb);
        }))
      return true;
  }
  return false;
}
