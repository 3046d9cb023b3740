//===-- driver/result/Baseline.cpp - known findings -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/result/Baseline.h"
#include "finding/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <tuple>

using namespace flt;
namespace json = llvm::json;

static constexpr int FormatVersion = 1;

namespace flt {
// Found by llvm::json through ADL.
static bool fromJSON(const json::Value &V, BaselineEntry &E, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("fingerprint", E.Fingerprint) && O.map("check", E.Check) &&
         O.map("file", E.File) && O.map("function", E.Function) &&
         O.map("message", E.Message);
}
} // namespace flt

static llvm::Error problem(llvm::StringRef Name, unsigned Line, unsigned Column,
                           const llvm::Twine &What) {
  std::string Where = Name.str();
  if (Line)
    Where += llvm::formatv(":{0}:{1}", Line, Column).str();
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 Where + ": " + What);
}

/// llvm::json forgets where values stood. \returns the offset of entry \p Index
/// of the "findings" of \p Text, which is valid JSON; of its end otherwise.
static size_t findEntry(llvm::StringRef Text, size_t Index) {
  unsigned Depth = 0;
  bool InFindings = false;
  llvm::StringRef Key;
  for (size_t At = 0; At < Text.size(); ++At) {
    char C = Text[At];
    if (C == '"') {
      size_t Begin = At + 1;
      while (Text[++At] != '"')
        At += Text[At] == '\\';
      if (Depth == 1)
        Key = Text.slice(Begin, At);
    } else if (C == '{' || C == '[') {
      if (InFindings && Depth == 2 && Index-- == 0)
        return At;
      InFindings |= Depth == 1 && C == '[' && Key == "findings";
      ++Depth;
    } else if (C == '}' || C == ']') {
      --Depth;
    }
  }
  return Text.size();
}

static llvm::Error problemAt(llvm::StringRef Name, llvm::StringRef Text,
                             size_t Offset, const llvm::Twine &What) {
  llvm::StringRef Before = Text.take_front(Offset);
  size_t LineStart = Before.rfind('\n') + 1; // npos + 1 is 0.
  return problem(Name, unsigned(Before.count('\n') + 1),
                 unsigned(Offset - LineStart + 1), What);
}

/// Turns "[2:5, byte=10]: Expected ..." of llvm::json into our form.
static llvm::Error syntaxProblem(llvm::StringRef Name, llvm::Error E) {
  unsigned Line = 0, Column = 0;
  std::string What;
  llvm::handleAllErrors(
      std::move(E),
      [&](const json::ParseError &P) {
        std::string Message = P.message();
        llvm::StringRef Rest = Message;
        if (Rest.consume_front("[") && !Rest.consumeInteger(10, Line) &&
            Rest.consume_front(":"))
          (void)Rest.consumeInteger(10, Column);
        What = Rest.split("]: ").second.str();
        if (What.empty())
          What = Message;
      },
      [&](const llvm::ErrorInfoBase &Other) { What = Other.message(); });
  return problem(Name, Line, std::max(Column, 1U), "not a baseline: " + What);
}

llvm::Expected<Baseline> flt::parseBaseline(llvm::StringRef Text,
                                            llvm::StringRef Name) {
  llvm::Expected<json::Value> Parsed = json::parse(Text);
  if (!Parsed)
    return syntaxProblem(Name, Parsed.takeError());
  const json::Object *Top = Parsed->getAsObject();
  auto Version = Top ? Top->getInteger("fltcheck-baseline") : std::nullopt;
  if (!Version)
    return problem(Name, 1, 1,
                   "not a baseline: \"fltcheck-baseline\" with the version of "
                   "the format is missing");
  size_t VersionAt = Text.find("\"fltcheck-baseline\"");
  if (*Version < 1 || *Version > FormatVersion)
    return problemAt(Name, Text, VersionAt,
                     llvm::formatv("baseline of format {0}, but this fltcheck "
                                   "knows only format {1}: write it anew or "
                                   "use the fltcheck that wrote it",
                                   *Version, FormatVersion));
  const json::Array *Findings = Top->getArray("findings");
  if (!Findings)
    return problemAt(Name, Text, VersionAt,
                     "not a baseline: the array \"findings\" is missing");
  Baseline Result;
  for (size_t Index = 0; Index < Findings->size(); ++Index) {
    json::Path::Root Root("entry");
    BaselineEntry Entry;
    if (!fromJSON((*Findings)[Index], Entry, Root))
      return problemAt(Name, Text, findEntry(Text, Index),
                       "broken entry of the baseline: " +
                           llvm::toString(Root.getError()));
    Result.Entries.push_back(std::move(Entry));
  }
  return Result;
}

llvm::Expected<Baseline> flt::readBaseline(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return problem(Path, 0, 0,
                   "can't read the baseline: " + Buffer.getError().message());
  return parseBaseline((*Buffer)->getBuffer(), Path);
}

namespace {
/// Tells whether a run can say that a finding of a baseline is gone.
class Judge {
public:
  explicit Judge(const Report &R) : R(R) {
    for (const std::string &Source : R.Sources)
      Looked.insert(displayPath(R.Root, Source));
    for (const Incomplete &I : R.Unfinished)
      NotLooked.insert(displayPath(R.Root, I.Where.File));
  }

  bool knowsAbout(const BaselineEntry &E) const {
    if (!llvm::is_contained(R.Checks, E.Check) || NotLooked.contains(E.File))
      return false;
    return Looked.contains(E.File) || !exists(E.File);
  }

  bool exists(llvm::StringRef File) const {
    if (!R.Source)
      return true;
    llvm::SmallString<256> Path(File);
    if (!llvm::sys::path::is_absolute(Path)) {
      Path = R.Root;
      llvm::sys::path::append(Path, File);
    }
    return R.Source(Path).has_value();
  }

private:
  const Report &R;
  llvm::StringSet<> Looked;
  llvm::StringSet<> NotLooked;
};

/// Entries by fingerprint, of which each is used once.
class Pool {
public:
  explicit Pool(const Baseline &B) {
    for (const BaselineEntry &E : B.Entries)
      Entries.insert({E.Fingerprint, &E});
  }

  /// Takes the entry of that fingerprint and file, or, if \p AnyFile, of that
  /// fingerprint (the file was moved to another folder).
  const BaselineEntry *take(const std::string &Fingerprint,
                            llvm::StringRef File, bool AnyFile) {
    auto [It, End] = Entries.equal_range(Fingerprint);
    for (; It != End; ++It) {
      if (!AnyFile && It->second->File != File)
        continue;
      const BaselineEntry *Found = It->second;
      Entries.erase(It);
      return Found;
    }
    return nullptr;
  }

  /// What was not taken.
  std::vector<const BaselineEntry *> rest() const {
    std::vector<const BaselineEntry *> Rest;
    for (const auto &[Fingerprint, Entry] : Entries)
      Rest.push_back(Entry);
    llvm::sort(Rest, [](const BaselineEntry *A, const BaselineEntry *B) {
      return std::tie(A->File, A->Function, A->Check, A->Message,
                      A->Fingerprint) < std::tie(B->File, B->Function, B->Check,
                                                 B->Message, B->Fingerprint);
    });
    return Rest;
  }

private:
  std::multimap<std::string, const BaselineEntry *> Entries;
};
} // namespace

/// Takes from \p Left what \p R still has, reported or not, and tells each
/// finding with an entry to \p Known.
static void takeKnown(const Report &R, Pool &Left,
                      llvm::function_ref<void(size_t)> Known) {
  // Exact matches first: a copy in another folder must not take the entry of
  // the original.
  std::vector<const Finding *> All;
  for (const Finding &F : R.Findings)
    All.push_back(&F);
  for (const Finding &F : R.Suppressed)
    All.push_back(&F);
  for (const Finding &F : R.Elsewhere)
    All.push_back(&F);
  std::vector<bool> Matched(All.size());
  auto Take = [&](bool AnyFile, std::string Finding::*Print) {
    for (size_t I = 0; I < All.size(); ++I) {
      const Finding &F = *All[I];
      if (Matched[I] || (F.*Print).empty() ||
          !Left.take(F.*Print, displayPath(R.Root, F.Where.File), AnyFile))
        continue;
      Matched[I] = true;
      if (I < R.Findings.size())
        Known(I);
    }
  };
  Take(/*AnyFile=*/false, &Finding::Fingerprint);
  Take(/*AnyFile=*/true, &Finding::Fingerprint);
  Take(/*AnyFile=*/true, &Finding::FormerFingerprint);
}

bool flt::hasMissingFiles(const Baseline &B, const Report &R) {
  Judge Judge(R);
  return llvm::any_of(
      B.Entries, [&](const BaselineEntry &E) { return !Judge.exists(E.File); });
}

void flt::applyBaseline(const Baseline &B, Report &R) {
  R.HasBaseline = true;
  for (ReportedFinding &F : R.Findings)
    F.Status = FindingStatus::New;
  Pool Left(B);
  takeKnown(R, Left, [&](size_t Index) {
    R.Findings[Index].Status = FindingStatus::Unchanged;
  });
  Judge Judge(R);
  R.Fixed.clear();
  for (const BaselineEntry *E : Left.rest())
    if (Judge.knowsAbout(*E))
      R.Fixed.push_back({E->Fingerprint, E->Check, E->Message, E->File});
}

std::string flt::describe(const WrittenBaseline &W) {
  auto Count = [](size_t Number, llvm::StringRef Noun) {
    return std::to_string(Number) + " " + Noun.str() + (Number == 1 ? "" : "s");
  };
  std::string Text = Count(W.Entries, "finding");
  if (W.Accepted)
    Text += W.Accepted == W.Entries
                ? ", all of them new"
                : ", " + std::to_string(W.Accepted) + " of them new";
  if (W.Gone)
    Text += "; " + Count(W.Gone, "fixed one") +
            (W.Gone == 1 ? " is taken out" : " are taken out");
  if (W.Unjudged)
    Text += "; " + std::to_string(W.Unjudged) +
            " kept of what this run did not look at";
  return Text;
}

WrittenBaseline flt::writeBaseline(llvm::raw_ostream &OS, const Report &R,
                                   const Baseline *Old, bool Prune) {
  std::vector<BaselineEntry> Entries;
  std::vector<bool> IsKnown(R.Findings.size());
  WrittenBaseline Written;
  if (Old) {
    Pool Left(*Old);
    takeKnown(R, Left, [&](size_t Index) { IsKnown[Index] = true; });
    Judge Judge(R);
    for (const BaselineEntry *E : Left.rest())
      if (!Judge.knowsAbout(*E))
        Entries.push_back(*E);
      else
        ++Written.Gone;
    Written.Unjudged = Entries.size();
  }
  for (size_t I = 0; I != R.Findings.size(); ++I) {
    const ReportedFinding &F = R.Findings[I];
    if (!IsKnown[I] && Prune)
      continue;
    Written.Accepted += !IsKnown[I];
    Entries.push_back({F.Fingerprint, F.Check,
                       displayPath(R.Root, F.Where.File), F.Function,
                       F.Message});
  }
  Written.Entries = Entries.size();
  llvm::sort(Entries, [](const BaselineEntry &A, const BaselineEntry &B) {
    return std::tie(A.File, A.Function, A.Check, A.Message, A.Fingerprint) <
           std::tie(B.File, B.Function, B.Check, B.Message, B.Fingerprint);
  });
  auto Text = [](llvm::StringRef S) {
    return json::Value(json::isUTF8(S) ? S.str() : json::fixUTF8(S));
  };
  // One line per finding, so that changes review and merge line by line.
  OS << "{\n  \"fltcheck-baseline\": " << FormatVersion
     << ",\n  \"findings\": [";
  llvm::StringRef Separator = "\n";
  for (const BaselineEntry &E : Entries) {
    OS << Separator << "    {\"check\": " << Text(E.Check)
       << ", \"file\": " << Text(E.File)
       << ", \"function\": " << Text(E.Function)
       << ", \"message\": " << Text(E.Message)
       << ", \"fingerprint\": " << Text(E.Fingerprint) << "}";
    Separator = ",\n";
  }
  OS << (Entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
  return Written;
}
