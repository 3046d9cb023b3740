//===-- driver/input/SourceTree.cpp - what lies below a folder ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/SourceTree.h"
#include "driver/base/Files.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt::driver;

Error Excludes::add(StringRef Pattern, StringRef Base) {
  auto Text = std::make_unique<std::string>(Pattern.str());
  std::replace(Text->begin(), Text->end(), '\\', '/');
  while (Text->size() > 1 && Text->back() == '/')
    Text->pop_back();
  if (StringRef(*Text).starts_with("./"))
    Text->erase(0, 2);
  if (Text->empty())
    return createStringError("an empty pattern leaves nothing out");
  Expected<GlobPattern> Glob = GlobPattern::create(*Text);
  if (!Glob)
    return createStringError("'" + Pattern + "' is no pattern for files: " +
                             toString(Glob.takeError()));
  Rules.push_back({Base.str(), std::move(Text), std::move(*Glob)});
  return Error::success();
}

bool Excludes::covers(StringRef Path) const {
  for (const auto &[Base, Text, Glob] : Rules)
    for (StringRef P = Path; !P.empty() && P != Base;
         P = sys::path::parent_path(P)) {
      if (Glob.match(P))
        return true;
      // "test", "a/test" and "*.gen.c" name it wherever it stands below.
      StringRef Rest = P;
      if (!isBelow(P, Base) || !Rest.consume_front(Base))
        continue;
      Rest.consume_front("/");
      for (; !Rest.empty(); Rest = Rest.split('/').second)
        if (Glob.match(Rest))
          return true;
    }
  return false;
}

bool flt::driver::isBuildFolder(StringRef Folder) {
  return sys::fs::exists(Folder + "/CMakeCache.txt") ||
         sys::path::filename(Folder) == "CMakeFiles";
}

bool flt::driver::isBelow(StringRef Path, StringRef Folder) {
  return Folder.empty() || displayPath(Path, Folder) != Path;
}

std::vector<std::string> flt::driver::filesIn(StringRef Folder,
                                              StringRef Extension) {
  std::vector<std::string> Found;
  std::error_code EC;
  for (sys::fs::directory_iterator I(Folder, EC), E; !EC && I != E;
       I.increment(EC))
    if (sys::path::extension(I->path()).equals_insensitive(Extension))
      Found.push_back(I->path());
  llvm::sort(Found);
  return Found;
}

std::string flt::driver::shortList(const std::vector<std::string> &Names) {
  constexpr size_t Shown = 5;
  std::string Text = join(ArrayRef(Names).take_front(Shown), ", ");
  if (Names.size() > Shown)
    Text += " and " + utostr(Names.size() - Shown) + " more";
  return Text;
}

static void addFile(const std::string &Path, SourceTree &Tree) {
  StringRef Name = sys::path::filename(Path);
  StringRef Extension = sys::path::extension(Path);
  if (isSource(Path))
    Tree.Sources.push_back(Path);
  else if (isHeader(Path)) {
    Tree.HeaderFolders.insert(sys::path::parent_path(Path).str());
    Tree.Headers[Name.lower()].push_back(Path);
  } else if (Extension.equals_insensitive(".sln") ||
             Extension.equals_insensitive(".slnx"))
    Tree.Solutions.push_back(Path);
  else if (Extension.equals_insensitive(".vcxproj"))
    Tree.Projects.push_back(Path);
  else if (Extension.equals_insensitive(".vcproj") ||
           Extension.equals_insensitive(".dsp"))
    Tree.OldProjects.push_back(Path);
  else if (Name.equals_insensitive("sources"))
    Tree.KitFiles.push_back(Path);
}

static void scan(const std::string &Folder, const Excludes &Out,
                 SourceTree &Tree) {
  std::error_code EC;
  sys::fs::directory_iterator I(Folder, EC, /*follow_symlinks=*/false), E;
  for (; !EC && I != E; I.increment(EC)) {
    const std::string &Path = I->path();
    if (sys::path::filename(Path).starts_with(".") || Out.covers(Path))
      continue;
    sys::fs::file_type Type = I->type();
    if (Type == sys::fs::file_type::type_unknown)
      Type = sys::fs::get_file_type(Path, /*Follow=*/false);
    // A link to a file is as good as the file.
    if (Type == sys::fs::file_type::symlink_file &&
        sys::fs::get_file_type(Path) == sys::fs::file_type::directory_file)
      continue;
    if (Type != sys::fs::file_type::directory_file)
      addFile(Path, Tree);
    else if (!isBuildFolder(Path))
      scan(Path, Out, Tree);
  }
  if (EC)
    Tree.Unreadable.emplace_back(Folder, EC.message());
}

SourceTree flt::driver::scanTree(StringRef Folder, const Excludes &Out) {
  SourceTree Tree;
  if (!isBuildFolder(Folder))
    scan(Folder.str(), Out, Tree);
  for (std::vector<std::string> *List :
       {&Tree.Sources, &Tree.Solutions, &Tree.Projects, &Tree.OldProjects,
        &Tree.KitFiles})
    llvm::sort(*List);
  llvm::sort(Tree.Unreadable);
  return Tree;
}

std::string flt::driver::topOf(StringRef Path) {
  for (StringRef F = Path; !F.empty(); F = sys::path::parent_path(F))
    for (StringRef Mark : {"/.git", "/.hg", "/.svn"})
      if (sys::fs::exists(F + Mark))
        return F.str();
  // An unpacked archive has no mark. Too high up are other people's things.
  constexpr unsigned Levels = 4;
  std::string Top;
  StringRef F = Path;
  for (unsigned I = 0; I != Levels && sys::path::has_relative_path(F); ++I) {
    for (StringRef Extension : {".sln", ".slnx", ".vcxproj"})
      if (!filesIn(F, Extension).empty())
        Top = F.str();
    F = sys::path::parent_path(F);
  }
  return Top;
}
