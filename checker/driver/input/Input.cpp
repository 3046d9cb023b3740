//===-- driver/input/Input.cpp - from what the user names to units --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/Input.h"
#include "driver/base/Files.h"
#include "driver/input/Database.h"
#include "driver/input/Fallback.h"
#include "driver/input/Finder.h"
#include "driver/input/KitBuild.h"
#include "driver/input/Projects.h"
#include "driver/input/Solution.h"
#include "driver/input/StandIn.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

Finder::Finder(const Options &O, StringRef Headers)
    : O(O), Headers(Headers),
      Choice{O.Configuration, O.Platform, O.Properties} {
  // The patterns have been tried when the options were read.
  for (const std::string &Pattern : O.Excludes)
    (void)errorToBool(Out.add(Pattern, canonicalPath(".")));
  for (const auto &[Pattern, Base] : O.ProjectExcludes)
    (void)errorToBool(Out.add(Pattern, Base));
}

// A folder, unlike a file, is where a link in its place leads to.
static std::string canonicalFolder(StringRef Path) {
  return canonicalPath((Path + "/.").str());
}

const SourceTree &Finder::tree(StringRef Folder) {
  auto [It, New] = Trees.try_emplace(Folder.str());
  if (New)
    It->second = scanTree(Folder, Out);
  return It->second;
}

// What may say how a file or folder is built, and hold its headers.
const SourceTree &Finder::treeAround(StringRef Path) {
  std::string Top = topOf(Path);
  return tree(Top.empty() ? Path : StringRef(Top));
}

Error Finder::addAll(Expected<Project> More, StringRef Below) {
  if (!More)
    return More.takeError();
  for (Unit &U : More->Units)
    if (isBelow(U.File, Below))
      P.Units.push_back(std::move(U));
  for (SkippedFile &S : More->Skipped)
    if (isBelow(S.File, Below))
      P.Skipped.push_back(std::move(S));
  P.UserMode.insert(More->UserMode.begin(), More->UserMode.end());
  llvm::move(More->Unfinished, std::back_inserter(P.Unfinished));
  llvm::move(More->Warnings, std::back_inserter(P.Warnings));
  return Error::success();
}

Error Finder::add(StringRef Input) {
  std::string Path = canonicalPath(Input);
  if (!sys::fs::exists(Path))
    return createStringError(Input +
                             ": error: there is no such file or folder");
  if (sys::fs::is_directory(Path))
    return addFolder(canonicalFolder(Path));
  StringRef Extension = sys::path::extension(Path);
  StringRef Name = sys::path::filename(Path);
  if (Extension.equals_insensitive(".json"))
    return addAll(readDatabase(Path, O.PathMap));
  if (Extension.equals_insensitive(".vcxproj") ||
      Extension.equals_insensitive(".sln") ||
      Extension.equals_insensitive(".slnx"))
    return addAll(readVisualStudio(Path, Choice, Out));
  if (isOldProject(Path))
    return createStringError(Path + ": error: " + OldProjectReason);
  if (Name.equals_insensitive("sources"))
    return addAll(readKitBuilds({Path}, Choice));
  if (Name.equals_insensitive("dirs"))
    return addFolder(sys::path::parent_path(Path));
  return addFile(Path);
}

// Where a command lacks something, headers of the driver are found by looking.
void Finder::complete() {
  for (Unit &U : P.Units) {
    if (U.Partial || U.FromProject) {
      const SourceTree &Tree = treeAround(sys::path::parent_path(U.File));
      if (U.Partial || Kinds.lacksHeader(U.File, includeFolders(U), Tree))
        addHeaderFolders(U, Tree);
    }
    addFlags(U, O.ExtraArgs);
  }
}

void Finder::leaveOut() {
  llvm::erase_if(P.Units, [&](const Unit &U) { return Out.covers(U.File); });
  llvm::erase_if(P.Skipped,
                 [&](const SkippedFile &S) { return Out.covers(S.File); });
  if (Unknown.empty())
    return;
  std::string Which = sys::path::filename(Unknown.front()).str();
  if (Unknown.size() > 1)
    Which += " and " + std::to_string(Unknown.size() - 1) + " more";
  P.Warnings.push_back(
      "no compilation database or Visual Studio project is there for " + Which +
      ": checked with the stand-in headers in " + Headers.str());
}

static void dropDuplicates(Project &P) {
  std::set<std::vector<std::string>> Seen;
  llvm::erase_if(P.Units, [&](const Unit &U) {
    std::vector<std::string> Key = U.Command;
    Key.insert(Key.end(), {U.File, U.Directory, U.Project});
    return !Seen.insert(std::move(Key)).second;
  });
  // The order must not depend on how the inputs were named.
  llvm::sort(P.Units, [](const Unit &A, const Unit &B) {
    return std::tie(A.File, A.Project, A.Command) <
           std::tie(B.File, B.Project, B.Command);
  });
  llvm::sort(P.Warnings);
  P.Warnings.erase(std::unique(P.Warnings.begin(), P.Warnings.end()),
                   P.Warnings.end());
}

// Why what was named leads to no source: one reason with its files a line.
static std::string whyNothing(const Project &P) {
  std::string Text = "there is nothing to check: no source of C or C++ is "
                     "named, or in a database or project that is";
  std::map<std::string, std::vector<std::string>> ByReason;
  for (const SkippedFile &S : P.Skipped)
    ByReason[S.Reason].push_back(S.File);
  for (const auto &[Reason, Files] : ByReason)
    Text += "\n  skipped " + shortList(Files) + ": " + Reason;
  return Text;
}

Expected<Project> flt::driver::findUnits(const Options &O, StringRef Headers) {
  Finder F(O, Headers);
  std::vector<std::string> Inputs = O.Inputs;
  if (Inputs.empty())
    Inputs.push_back(
        O.BuildPath.empty() ? "." : O.BuildPath + "/compile_commands.json");
  for (const std::string &Input : Inputs)
    if (Error E = F.add(Input))
      return std::move(E);
  F.leaveOut();
  dropDuplicates(F.P);
  // A commit may touch no driver; whether it does is seen later.
  if (F.P.Units.empty() && F.P.Unfinished.empty() && !O.Changed)
    return createStringError(whyNothing(F.P));
  findKernelHeaders(F.P, Headers);
  F.complete();
  return std::move(F.P);
}

std::string flt::driver::findRoot(const Options &O, const Project &P) {
  std::string First = canonicalPath(O.Inputs.empty() ? "." : O.Inputs.front());
  if (sys::fs::is_directory(First))
    First = canonicalFolder(First);
  if (O.Inputs.empty() && !P.Units.empty())
    First = P.Units.front().File;
  for (StringRef F = First; !F.empty(); F = sys::path::parent_path(F))
    if (sys::fs::exists(F + "/.git"))
      return F.str();
  // Without a repository: where the user is, or what the files have in common.
  std::string Root = canonicalPath(".");
  if (P.Units.empty() || llvm::all_of(P.Units, [&](const Unit &U) {
        return isBelow(U.File, Root);
      }))
    return Root;
  Root = sys::path::parent_path(P.Units.front().File).str();
  for (const Unit &U : P.Units)
    while (!isBelow(U.File, Root) && sys::path::has_parent_path(Root))
      Root = sys::path::parent_path(Root).str();
  return Root;
}
