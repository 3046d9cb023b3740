//===-- driver/input/Projects.cpp - projects and solutions ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/Projects.h"
#include "driver/base/Files.h"
#include "driver/input/Solution.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

namespace {

/// A project that is to be read, and who builds it.
struct Request {
  std::string File;
  std::string Solution; ///< May be empty.
  unsigned Line = 0;    ///< In the solution.
  BuildChoice Choice;
};

class Reader {
public:
  /// \param Named whether the user named the project itself, and wants it even
  ///   if it does not build for the kernel.
  void read(const Request &R, bool Named);
  /// Gives the units of projects that refer to each other one name.
  void link();

  Project P;

private:
  void skip(const ReadProject &R, StringRef Path);

  KernelSources Sources;
  std::vector<std::string> Files;
  std::map<std::string, std::vector<std::string>> References;
};

} // namespace

// Code that runs in user mode has none of what the checks look for, and needs
// other headers.
void Reader::skip(const ReadProject &R, StringRef Path) {
  P.Skipped.push_back({Path.str(), "not a kernel-mode project"});
  for (const Unit &U : R.P.Units)
    P.UserMode.insert(U.File);
}

void Reader::read(const Request &Asked, bool Named) {
  Expected<ReadProject> R =
      readProject(Asked.File, Asked.Choice, Asked.Solution, Sources);
  if (!R) {
    const std::string &Where =
        Asked.Solution.empty() ? Asked.File : Asked.Solution;
    P.Unfinished.push_back({"",
                            {Where, Asked.Line, Asked.Line ? 1u : 0u, {}},
                            "project not read: " + toString(R.takeError())});
    return;
  }
  if (!R->Kernel && !Named)
    return skip(*R, Asked.File);
  Files.push_back(Asked.File);
  References[Asked.File] = R->References;
  llvm::move(R->P.Units, std::back_inserter(P.Units));
  llvm::move(R->P.Skipped, std::back_inserter(P.Skipped));
  llvm::move(R->P.Warnings, std::back_inserter(P.Warnings));
}

// A library and the driver that uses it know each other's functions.
void Reader::link() {
  std::map<std::string, unsigned> Index;
  for (const std::string &File : Files)
    Index.emplace(File, Index.size());
  IntEqClasses Linked(Index.size());
  for (const auto &[File, Others] : References)
    for (const std::string &Other : Others)
      if (auto It = Index.find(Other); It != Index.end())
        Linked.join(Index[File], It->second);
  std::vector<std::string> Names(Index.size());
  for (const auto &[File, I] : Index)
    Names[I] = File;
  for (Unit &U : P.Units)
    U.Project = Names[Linked.findLeader(Index[U.Project])];
}

static BuildChoice choiceOf(const SolutionProject &Member,
                            const BuildChoice &Choice) {
  BuildChoice Mine = Choice;
  Mine.Configuration = Member.Configuration;
  Mine.Platform = Member.Platform;
  return Mine;
}

static Expected<Project> readSolutionProjects(StringRef Path,
                                              const BuildChoice &Choice) {
  Expected<Solution> S = readSolution(Path, Choice);
  if (!S)
    return S.takeError();
  Reader R;
  R.P.Skipped = S->Skipped;
  for (const SolutionProject &Member : S->Projects)
    R.read({Member.File, Path.str(), Member.Line, choiceOf(Member, Choice)},
           /*Named=*/false);
  R.link();
  return std::move(R.P);
}

// How many folders lie between a project and what both have in common with a
// solution.
static size_t distance(StringRef Project, StringRef Solution) {
  StringRef Folder = sys::path::parent_path(Solution);
  size_t Steps = 0;
  for (StringRef F = Folder; !F.empty() && !isBelow(Project, F);
       F = sys::path::parent_path(F))
    Steps += 1000; // Beside it counts less than above it.
  while (!Folder.empty() && !isBelow(Project, Folder))
    Folder = sys::path::parent_path(Folder);
  StringRef Rest = Project.drop_front(Folder.size());
  return Steps + Rest.count('/');
}

namespace {
/// All solutions of a tree, and what they say of a project.
class Solutions {
public:
  Solutions(const SourceTree &Tree, const BuildChoice &Choice) {
    for (const std::string &Path : Tree.Solutions) {
      Expected<Solution> S = readSolution(Path, Choice);
      if (S)
        All.emplace_back(Path, std::move(*S));
      else
        Broken.push_back(
            {"", {Path, 0, 0, {}}, "not read: " + toString(S.takeError())});
    }
  }

  /// The nearest solution that builds \p Project.
  std::optional<Request> builderOf(const std::string &Project,
                                   const BuildChoice &Choice) const {
    std::optional<Request> Best;
    for (const auto &[Path, S] : All)
      for (const SolutionProject &Member : S.Projects)
        if (Member.File == Project &&
            (!Best ||
             distance(Project, Path) < distance(Project, Best->Solution)))
          Best = {Project, Path, Member.Line, choiceOf(Member, Choice)};
    return Best;
  }

  /// Why no solution builds \p Project, if some name it.
  const SkippedFile *whyNot(StringRef Project) const {
    for (const auto &[Path, S] : All)
      for (const SkippedFile &F : S.Skipped)
        if (F.File == Project)
          return &F;
    return nullptr;
  }

  std::vector<std::pair<std::string, Solution>> All;
  std::vector<Incomplete> Broken;
};
} // namespace

Project flt::driver::readTreeProjects(const SourceTree &Tree,
                                      const BuildChoice &Choice,
                                      const std::set<std::string> *Only) {
  Solutions Known(Tree, Choice);
  std::set<std::string> Files(Tree.Projects.begin(), Tree.Projects.end());
  for (const auto &[Path, S] : Known.All)
    for (const SolutionProject &Member : S.Projects)
      Files.insert(Member.File);
  if (Only)
    Files = *Only;
  Reader R;
  if (!Only)
    R.P.Unfinished = Known.Broken;
  for (const std::string &File : Files) {
    if (auto Built = Known.builderOf(File, Choice))
      R.read(*Built, /*Named=*/false);
    else if (const SkippedFile *Why = Known.whyNot(File))
      R.P.Skipped.push_back(*Why);
    else
      R.read({File, "", 0, Choice}, /*Named=*/false);
  }
  for (const std::string &Old :
       Only ? std::vector<std::string>() : Tree.OldProjects)
    R.P.Skipped.push_back({Old, OldProjectReason.str()});
  R.link();
  return std::move(R.P);
}

std::string flt::driver::solutionOf(StringRef Project, const SourceTree &Tree) {
  std::set<std::string> Candidates(Tree.Solutions.begin(),
                                   Tree.Solutions.end());
  StringRef F = sys::path::parent_path(Project);
  for (unsigned I = 0; I != 4 && !F.empty(); ++I) {
    for (StringRef Extension : {".sln", ".slnx"})
      for (const std::string &Path : filesIn(F, Extension))
        Candidates.insert(Path);
    F = sys::path::parent_path(F);
  }
  std::string Best;
  for (const std::string &Path : Candidates) {
    // Reading it takes longer than looking for the name.
    Expected<std::string> Text = readFile(Path);
    if (!Text) {
      consumeError(Text.takeError());
      continue;
    }
    if (!StringRef(*Text).contains_insensitive(sys::path::filename(Project)))
      continue;
    for (const std::string &File : projectsOf(Path, *Text))
      if (File == Project &&
          (Best.empty() || distance(Project, Path) < distance(Project, Best)))
        Best = Path;
  }
  return Best;
}

Expected<Project> flt::driver::readVisualStudio(StringRef Path,
                                                const BuildChoice &Choice,
                                                const Excludes &Out) {
  if (!sys::path::extension(Path).equals_insensitive(".vcxproj"))
    return readSolutionProjects(Path, Choice);
  std::string Top = topOf(sys::path::parent_path(Path));
  SourceTree Tree;
  if (!Top.empty())
    Tree = scanTree(Top, Out);
  KernelSources Sources;
  Expected<ReadProject> R =
      readProject(Path, Choice, solutionOf(Path, Tree), Sources);
  if (!R)
    return R.takeError();
  return std::move(R->P);
}
