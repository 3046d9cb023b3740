//===-- driver/input/Solution.cpp - reads a .sln --------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/Solution.h"
#include "driver/base/Files.h"
#include "driver/input/MsBuildText.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include <map>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

namespace {
struct Entry {
  std::string File;
  unsigned Line;
  std::string Guid;
};
} // namespace

// .slnx names projects and leaves their configurations to defaults.
static Solution readNew(StringRef Path, StringRef Text,
                        const BuildChoice &Choice) {
  Solution S;
  Regex Pattern("<Project[^>]* Path=\"([^\"]+\\.vcxproj)\"", Regex::IgnoreCase);
  SmallVector<StringRef, 2> Match;
  SmallVector<StringRef, 0> Lines;
  Text.split(Lines, '\n');
  for (size_t I = 0; I != Lines.size(); ++I)
    if (Pattern.match(Lines[I], &Match))
      S.Projects.push_back({windowsPath(Match[1], sys::path::parent_path(Path)),
                            unsigned(I + 1), Choice.Configuration,
                            Choice.Platform});
  return S;
}

bool flt::driver::isOldProject(StringRef Path) {
  StringRef Extension = sys::path::extension(Path);
  return Extension.equals_insensitive(".vcproj") ||
         Extension.equals_insensitive(".dsp");
}

std::vector<std::string> flt::driver::projectsOf(StringRef Path,
                                                 StringRef Text) {
  std::vector<std::string> Files;
  Regex Pattern("\"([^\"]+\\.vcxproj)\"", Regex::IgnoreCase);
  SmallVector<StringRef, 2> Match;
  SmallVector<StringRef, 0> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines)
    if (Pattern.match(Line, &Match))
      Files.push_back(windowsPath(Match[1], sys::path::parent_path(Path)));
  return Files;
}

static std::pair<std::string, std::string> splitPair(StringRef Text) {
  auto [Configuration, Platform] = Text.trim().split('|');
  return {Configuration.str(), Platform.str()};
}

Expected<Solution> flt::driver::readSolution(StringRef Path,
                                             const BuildChoice &Choice) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  if (sys::path::extension(Path).equals_insensitive(".slnx"))
    return readNew(Path, *Text, Choice);
  if (!StringRef(*Text).contains("Microsoft Visual Studio Solution File"))
    return createStringError(Path + ":1: error: not a Visual Studio solution: "
                                    "its header line is missing");

  Solution S;
  std::vector<Entry> Entries;
  std::vector<std::pair<std::string, std::string>> Configurations;
  std::map<std::string, std::string> Settings; // "{GUID}.Debug|x64.Build.0"
  Regex ProjectLine("^Project\\(\"[^\"]*\"\\) *= *\"[^\"]*\", *\"([^\"]+)\", "
                    "*\"([^\"]+)\"");
  SmallVector<StringRef, 3> Match;
  SmallVector<StringRef, 0> Lines;
  StringRef(*Text).split(Lines, '\n');
  StringRef Section;
  for (size_t I = 0; I != Lines.size(); ++I) {
    StringRef Line = Lines[I].trim();
    if (Line.starts_with("Project(")) {
      if (!ProjectLine.match(Line, &Match))
        return createStringError(Path + ":" + Twine(I + 1) +
                                 ": error: this project line is not "
                                 "understood; save the solution anew");
      if (Match[1].ends_with_insensitive(".vcxproj"))
        Entries.push_back({windowsPath(Match[1], sys::path::parent_path(Path)),
                           unsigned(I + 1), Match[2].upper()});
      else if (isOldProject(Match[1]))
        S.Skipped.push_back(
            {windowsPath(Match[1], sys::path::parent_path(Path)),
             OldProjectReason.str()});
    } else if (Line.consume_front("GlobalSection(")) {
      Section = Line.split(')').first;
    } else if (Line.starts_with("EndGlobalSection")) {
      Section = "";
    } else if (Section == "SolutionConfigurationPlatforms") {
      Configurations.push_back(splitPair(Line.split('=').first));
    } else if (Section == "ProjectConfigurationPlatforms") {
      auto [Key, Value] = Line.split('=');
      Settings[Key.trim().upper()] = Value.trim().str();
    }
  }

  auto Chosen = chooseConfiguration(Path, Configurations, Choice);
  if (!Chosen)
    return Chosen.takeError();
  std::string Name = Chosen->first + "|" + Chosen->second;
  for (const Entry &E : Entries) {
    std::string Key = StringRef(E.Guid + "." + Name).upper();
    auto Active = Settings.find(Key + ".ACTIVECFG");
    if (!Settings.empty() && !Settings.count(Key + ".BUILD.0")) {
      S.Skipped.push_back({E.File, "not built in " + Name + " of " +
                                       sys::path::filename(Path).str()});
      continue;
    }
    auto [Configuration, Platform] =
        Active == Settings.end() ? *Chosen : splitPair(Active->second);
    S.Projects.push_back({E.File, E.Line, Configuration, Platform});
  }
  return S;
}
