//===-- driver/result/Changed.cpp - what a change touches -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/result/Changed.h"
#include "driver/base/Files.h"
#include "driver/base/Git.h"
#include "driver/result/Renames.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// "@@ -1,2 +3,4 @@": the lines of the new file, or around what is gone.
static std::pair<unsigned, unsigned> hunkLines(StringRef Header) {
  StringRef New = Header.substr(Header.find('+') + 1).split(' ').first;
  unsigned First = 0, Count = 1;
  auto [Start, Length] = New.split(',');
  (void)Start.getAsInteger(10, First);
  if (!Length.empty())
    (void)Length.getAsInteger(10, Count);
  if (Count == 0)
    return {First, First + 1};
  return {First, First + Count - 1};
}

void ChangedLines::addDiff(StringRef Diff, StringRef Root) {
  std::string File, Old;
  SmallVector<StringRef, 0> Rows;
  Diff.split(Rows, '\n');
  auto Named = [&](StringRef Row, StringRef Prefix) -> std::string {
    Row = Row.trim("\"\t\r");
    return Row.consume_front(Prefix) ? absolutePath(Row, Root) : "";
  };
  // Lines of the content start with "+" or "-" too: "+++ " counts only where a
  // header is.
  bool InHeader = false;
  for (StringRef Row : Rows) {
    if (Row.starts_with("diff --git ")) {
      InHeader = true;
      File.clear();
    } else if (InHeader && Row.consume_front("rename from ")) {
      Lines[absolutePath(Row.trim("\"\t\r"), Root)];
      Gone.insert(absolutePath(Row.trim("\"\t\r"), Root));
    } else if (InHeader && Row.consume_front("rename to ")) {
      Lines[absolutePath(Row.trim("\"\t\r"), Root)];
    } else if (InHeader && Row.consume_front("--- ")) {
      Old = Named(Row, "a/");
    } else if (InHeader && Row.consume_front("+++ ")) {
      File = Named(Row, "b/");
      if (File.empty() && !Old.empty())
        Gone.insert(Old);
      Lines[File.empty() ? Old : File];
    } else if (Row.starts_with("@@ ")) {
      InHeader = false;
      if (!File.empty())
        Lines[File].push_back(hunkLines(Row));
    }
  }
}

void ChangedLines::addFile(StringRef File) {
  Lines[File.str()].emplace_back(0, ~0u);
}

bool ChangedLines::hasFile(StringRef File) const {
  return Lines.count(File.str());
}

bool ChangedLines::touches(StringRef File, unsigned First,
                           unsigned Last) const {
  auto It = Lines.find(File.str());
  return It != Lines.end() && llvm::any_of(It->second, [&](const auto &Range) {
           return Range.first <= Last && First <= Range.second;
         });
}

bool ChangedLines::touches(const Finding &F) const {
  // A step is where something happens to the object. What a change breaks may
  // lie in between: a release that is gone, a branch around it.
  std::map<std::pair<std::string, unsigned>, std::pair<unsigned, unsigned>>
      Spans;
  auto Add = [&](const Place &P, unsigned Depth) {
    if (!P.Line)
      return;
    auto [It, New] = Spans.try_emplace({P.File, Depth}, P.Line, P.Line);
    It->second.first = std::min(It->second.first, P.Line);
    It->second.second = std::max(It->second.second, P.Line);
  };
  for (const PathNote &N : F.Path)
    Add(N.Where, N.Depth);
  unsigned End = F.Path.empty() ? 0 : F.Path.back().Depth;
  Add(F.Where, End);
  Add(F.Acquired, End);
  return llvm::any_of(Spans, [this](const auto &Span) {
    return touches(Span.first.first, Span.second.first, Span.second.second);
  });
}

std::set<std::string> ChangedLines::files() const {
  std::set<std::string> Names;
  for (const auto &Entry : Lines)
    Names.insert(Entry.first);
  return Names;
}

// The revision that the work tree is compared with.
static Expected<std::string> baseRevision(const Git &G, const Options &O) {
  if (O.Since.empty()) {
    Expected<std::string> Head = G.run({"rev-parse", "--verify", "HEAD"});
    if (Head)
      return StringRef(*Head).trim().str();
    // Before the first commit everything is new.
    consumeError(Head.takeError());
    Expected<std::string> Empty =
        G.run({"hash-object", "-t", "tree", "/dev/null"});
    if (!Empty)
      return Empty.takeError();
    return StringRef(*Empty).trim().str();
  }
  Expected<std::string> Base = G.run({"merge-base", O.Since, "HEAD"});
  if (!Base)
    return createStringError("--since: " + toString(Base.takeError()));
  return StringRef(*Base).trim().str();
}

namespace {

/// Puts content that the work tree does not have where units can read it.
class Content {
public:
  Content(const Git &G, std::string Folder) : G(G), Folder(std::move(Folder)) {}

  /// The sources and headers in which the work tree differs from \p Revision,
  /// or from the index if that is empty.
  Error add(const std::string &Revision,
            std::map<std::string, std::string> &Overlay);

private:
  const Git &G;
  std::string Folder;
  unsigned Count = 0;
};

} // namespace

Error Content::add(const std::string &Revision,
                   std::map<std::string, std::string> &Overlay) {
  std::vector<std::string> Arguments = {"diff", "--name-status", "-z",
                                        "--no-renames", "--no-ext-diff"};
  if (!Revision.empty())
    Arguments.push_back(Revision);
  Expected<std::string> Names = G.run(Arguments);
  if (!Names)
    return Names.takeError();
  SmallVector<StringRef, 0> Words;
  StringRef(*Names).split(Words, '\0', -1, /*KeepEmpty=*/false);
  for (size_t I = 0; I + 1 < Words.size(); I += 2) {
    StringRef Status = Words[I], Path = Words[I + 1];
    if (!isSource(Path) && !isHeader(Path))
      continue;
    std::string &Copy = Overlay[absolutePath(Path, G.root())];
    if (Status.starts_with("A"))
      continue; // It is not there.
    // As it is kept: git show would convert what attributes name.
    Expected<std::string> Text =
        G.run({"cat-file", "blob", Revision + ":" + Path.str()});
    if (!Text)
      return Text.takeError();
    Copy = Folder + "/" + utostr(Count++);
    if (Error E = writeFile(Copy, *Text))
      return E;
  }
  return Error::success();
}

Expected<Change> flt::driver::findChange(const Options &O, StringRef Root,
                                         const std::string &Folder) {
  Expected<Git> G = Git::open(Root);
  if (!G)
    return G.takeError();
  Expected<std::string> Base = baseRevision(*G, O);
  if (!Base)
    return Base.takeError();
  // Attributes of the repository must not hide lines: a source in UTF-16 is
  // binary for git.
  std::vector<std::string> Arguments = {
      "diff",   "-U0", "--no-color",      "--no-ext-diff",  "--no-textconv",
      "--text", "-M",  "--src-prefix=a/", "--dst-prefix=b/"};
  if (O.Staged)
    Arguments.push_back("--cached");
  Arguments.push_back(*Base);
  Expected<std::string> Diff = G->run(Arguments);
  if (!Diff)
    return Diff.takeError();
  Change C;
  C.Lines.addDiff(*Diff, G->root());
  Expected<RenamedFiles> Renamed = renamedSince(*G, *Base, O.Staged);
  if (!Renamed)
    return Renamed.takeError();
  Content Other(*G, Folder);
  if (Error E = Other.add(*Base, C.Before))
    return std::move(E);
  // What was there before is compared under the name that it has now.
  for (const auto &[Now, Then] : *Renamed)
    if (auto It = C.Before.find(Then); It != C.Before.end())
      C.Before[Now] = It->second;
  if (O.Staged) {
    if (Error E = Other.add("", C.Overlay))
      return std::move(E);
    // Taken out of the index, and still in the work tree.
    for (const std::string &File : C.Lines.gone())
      C.Overlay[File];
    return C;
  }
  Expected<std::string> Untracked =
      G->run({"ls-files", "--others", "--exclude-standard", "-z"});
  if (!Untracked)
    return Untracked.takeError();
  SmallVector<StringRef, 0> Paths;
  StringRef(*Untracked).split(Paths, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef Path : Paths)
    if (isSource(Path) || isHeader(Path)) {
      C.Lines.addFile(absolutePath(Path, G->root()));
      C.Before[absolutePath(Path, G->root())];
    }
  return C;
}

bool flt::driver::hasUntouched(const Report &R, const Change &C) {
  return llvm::any_of(R.Findings,
                      [&](const Finding &F) { return !C.Lines.touches(F); });
}

// Whether a unit may be another one with the change than without it.
static bool concerns(const ChangedLines &Lines, const UnitResult &U) {
  return Lines.hasFile(U.File) ||
         llvm::any_of(U.Reads,
                      [&](const auto &E) { return Lines.hasFile(E.first); }) ||
         llvm::any_of(U.Absent, [&](const std::string &File) {
           return Lines.hasFile(File);
         });
}

void flt::driver::restrictToChange(Report &R, const Change &C, const Plan &P,
                                   ArrayRef<UnitResult> Results,
                                   const std::set<std::string> &Before) {
  std::vector<ReportedFinding> Kept;
  for (ReportedFinding &F : R.Findings) {
    if (C.Lines.touches(F) || !Before.count(F.Fingerprint))
      Kept.push_back(std::move(F));
    else
      R.Elsewhere.push_back(std::move(F));
  }
  R.Findings = std::move(Kept);
  llvm::erase_if(R.UnusedSuppressions, [&](const UnusedSuppression &U) {
    return !C.Lines.hasFile(U.Where.File);
  });

  std::set<std::string> Read, Concerned, Found;
  for (const Finding &F : R.Findings)
    Found.insert(F.Where.File);
  for (const UnitResult &U : Results) {
    Read.insert(U.File);
    for (const auto &Entry : U.Reads)
      Read.insert(Entry.first);
    if (concerns(C.Lines, U)) {
      Concerned.insert(U.File);
      continue;
    }
    if (Found.count(U.File))
      continue;
    R.Skipped.push_back(
        {U.File, U.Parsed ? "neither it nor what it includes has changed"
                          : "it does not compile, and nothing that it reads "
                            "until then has changed"});
    R.Files -= U.Parsed;
    R.EntryFunctions -= U.Run.EntryFunctions;
    R.Functions -= U.Run.Functions;
  }

  // A function too large to check does not block every change elsewhere.
  R.Unfinished.clear();
  for (const UnitResult &U : Results)
    for (const Incomplete &I : U.Run.Unfinished)
      if (Concerned.count(U.File) &&
          (I.Function.empty() || C.Lines.hasFile(I.Where.File)))
        R.Unfinished.push_back(I);
  for (const Incomplete &I : P.P.Unfinished)
    if (C.Lines.hasFile(I.Where.File))
      R.Unfinished.push_back(I);

  for (const std::string &File : C.Lines.files()) {
    if (Read.count(File) || C.Lines.isGone(File) || P.P.UserMode.count(File))
      continue;
    if (isSource(File))
      R.Unfinished.push_back(
          {"",
           {File, 0, 0, {}},
           "it has changed, and no database or project has a command for it"});
    else if (isHeader(File))
      R.Skipped.push_back({File, "no file that is checked includes it"});
  }
}
