//===-- driver/input/KitBuild.cpp - reads the files of a WDK 7 build ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/KitBuild.h"
#include "driver/base/Command.h"
#include "driver/base/Files.h"
#include "driver/input/ClCommand.h"
#include "driver/input/StandIn.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

namespace {
/// One "sources" file.
struct KitBuild {
  std::string Path;
  std::string Target;                 ///< TARGETNAME in small letters.
  std::vector<std::string> Libraries; ///< Names of TARGETLIBS, likewise.
  std::vector<Unit> Units;
  std::vector<SkippedFile> Skipped;
  std::set<std::string> Unresolved;
  bool Kernel = false;
  bool IsPlainLibrary = false; ///< Of a type that says nothing of the kernel.
};
} // namespace

// What build.exe and the kit's own makefiles set.
static StringMap<std::string> kitMacros(const BuildChoice &Choice) {
  bool Is32 = StringRef(Choice.Platform).equals_insensitive("Win32") ||
              StringRef(Choice.Platform).equals_insensitive("x86");
  bool Free = StringRef(Choice.Configuration).contains_insensitive("release");
  StringMap<std::string> Macros;
  Macros["FREEBUILD"] = Free ? "1" : "0";
  Macros["DDKBUILDENV"] = Free ? "fre" : "chk";
  Macros["BUILD_ALT_DIR"] = Free ? "fre" : "chk";
  Macros["_BUILDARCH"] = Is32 ? "x86" : "AMD64";
  Macros["TARGET_DIRECTORY"] = Is32 ? "i386" : "amd64";
  Macros[Is32 ? "386" : "AMD64"] = "1";
  Macros["O"] = "obj";
  for (const auto &[Name, Value] : Choice.Properties)
    Macros[StringRef(Name).upper()] = Value;
  return Macros;
}

static std::vector<StringRef> words(StringRef Text, StringRef Separators) {
  std::vector<StringRef> Words;
  while (!(Text = Text.ltrim(Separators)).empty()) {
    StringRef Word = Text.take_front(Text.find_first_of(Separators));
    Words.push_back(Word);
    Text = Text.drop_front(Word.size());
  }
  return Words;
}

// Folders that are the kit's own are none of the driver's.
static std::string includesOf(const KitMacros &M) {
  std::vector<std::string> Folders;
  std::string Text = M.get("INCLUDES");
  SmallVector<StringRef, 8> Parts;
  // Spaces separate them as well, except in quotes.
  bool Quoted = false;
  for (char &C : Text) {
    Quoted ^= C == '"';
    if (!Quoted && isSpace(C))
      C = ';';
  }
  StringRef(Text).split(Parts, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts) {
    Part = Part.trim('"');
    StringRef Macro = Part.starts_with("$(") ? Part.split(')').first : "";
    static const StringSet<> Kit = {"$(DDK_INC_PATH", "$(SDK_INC_PATH",
                                    "$(CRT_INC_PATH", "$(DRIVER_INC_PATH",
                                    "$(WDM_INC_PATH", "$(IFSKIT_INC_PATH",
                                    "$(KMDF_INC_PATH"};
    if (Kit.contains(Macro.upper()))
      continue;
    if (!Part.empty() && !Part.starts_with_insensitive("$(INCLUDES)"))
      Folders.push_back(Part.str());
  }
  return join(Folders, ";");
}

// The flags that decide what is compiled; -D may be followed by a semicolon.
static std::string flagsOf(const KitMacros &M) {
  std::string Flags;
  for (StringRef Name : {"C_DEFINES", "USER_C_FLAGS"}) {
    std::string Text = M.get(Name);
    for (StringRef Word : words(Text, " \t;"))
      if (Word.size() > 2 && StringRef("-/").contains(Word.front()) &&
          (StringRef("DUI").contains(Word[1]) ||
           Word.drop_front().starts_with("FI")))
        Flags += Word.str() + " ";
  }
  std::string Traces;
  std::string Wpp = M.get("RUN_WPP");
  for (StringRef Word : words(Wpp, " \t"))
    if (Word.consume_front_insensitive("-func:"))
      Traces += Word.str() + ";";
  Flags += traceDefinition(Traces);
  return Flags;
}

static bool isForKernel(StringRef Type) {
  static const StringSet<> Types = {"DRIVER", "DRIVER_LIBRARY", "EXPORT_DRIVER",
                                    "MINIPORT", "GDI_DRIVER"};
  return Types.contains(Type.upper());
}

// The runtime libraries of programs, and entry points of theirs.
static bool isForPrograms(const KitMacros &M) {
  return llvm::any_of(
      ArrayRef<StringRef>({"UMTYPE", "UMENTRY", "USE_MSVCRT", "USE_LIBCMT",
                           "USE_STL", "USE_ATL", "USE_MFC"}),
      [&](StringRef Name) { return !M.get(Name).empty(); });
}

static void addUnits(KitBuild &B, const KitMacros &M, const BuildChoice &Choice,
                     KernelSources &Sources) {
  std::string Folder = sys::path::parent_path(B.Path).str();
  MsBuildProject P;
  P.Properties.set("MSBuildProjectDirectory", Folder);
  P.Properties.set("Platform",
                   Choice.Platform.empty() ? "x64" : Choice.Platform);
  P.Properties.set("Configuration", Choice.Configuration.empty()
                                        ? "Debug"
                                        : Choice.Configuration);
  std::string Type = M.get("TARGETTYPE");
  B.Kernel = isForKernel(StringRef(Type).trim());
  B.IsPlainLibrary = !B.Kernel;
  bool Is32 = !M.get("386").empty();
  std::string Names =
      M.get("SOURCES") + " " + M.get(Is32 ? "I386_SOURCES" : "AMD64_SOURCES");
  std::string Others = M.get(Is32 ? "AMD64_SOURCES" : "I386_SOURCES");
  for (StringRef Name : words(Others, " 	"))
    B.Skipped.push_back(
        {windowsPath(Name, Folder), "it is built for another processor"});
  MsBuildItem Item;
  Item.Metadata["AdditionalIncludeDirectories"] = Folder + ";" + includesOf(M);
  Item.Metadata["AdditionalOptions"] = flagsOf(M);
  for (StringRef Name : words(Names, " \t")) {
    Item.File = windowsPath(Name, Folder);
    if (!isSource(Item.File))
      continue;
    Unit U;
    U.File = Item.File;
    U.Directory = Folder;
    U.Project = B.Path;
    U.FromProject = true;
    U.Command = clCommand(P, Item, /*Kernel=*/true, B.Unresolved);
    // A plain library may be either, unless it says so.
    if (!B.Kernel && StringRef(Type).trim().equals_insensitive("LIBRARY") &&
        !isForPrograms(M) &&
        Sources.kindOf(U.File, includeFolders(U)) == SourceKind::Kernel)
      B.Kernel = true;
    U.Partial = !B.Unresolved.empty();
    B.Units.push_back(std::move(U));
  }
}

static Expected<KitBuild> readKitBuild(const std::string &Path,
                                       const BuildChoice &Choice,
                                       KernelSources &Sources) {
  KitMacros M(kitMacros(Choice));
  if (Error E = M.read(Path))
    return std::move(E);
  KitBuild B;
  B.Path = Path;
  B.Target = StringRef(M.get("TARGETNAME")).trim().lower();
  std::string Libraries = M.get("TARGETLIBS");
  for (StringRef Name : words(Libraries, " \t"))
    B.Libraries.push_back(
        Name.substr(Name.find_last_of("\\/") + 1).split('.').first.lower());
  addUnits(B, M, Choice, Sources);
  return B;
}

// A library and the driver that it is linked to know each other's functions.
static void link(std::vector<KitBuild> &Builds) {
  IntEqClasses Linked(Builds.size());
  for (size_t I = 0; I != Builds.size(); ++I)
    for (size_t J = 0; J != Builds.size(); ++J)
      if (llvm::is_contained(Builds[I].Libraries, Builds[J].Target))
        Linked.join(I, J);
  for (size_t I = 0; I != Builds.size(); ++I)
    for (Unit &U : Builds[I].Units)
      U.Project = Builds[Linked.findLeader(I)].Path;
}

// What a driver's library builds as well is there for programs.
static void dropProgramLibraries(std::vector<KitBuild> &Builds, Project &P) {
  std::set<std::string> OfDrivers;
  for (const KitBuild &B : Builds)
    if (!B.IsPlainLibrary)
      for (const Unit &U : B.Units)
        OfDrivers.insert(U.File);
  llvm::erase_if(Builds, [&](const KitBuild &B) {
    bool Twice = B.IsPlainLibrary && !B.Units.empty() &&
                 llvm::all_of(B.Units, [&](const Unit &U) {
                   return OfDrivers.count(U.File) != 0;
                 });
    if (Twice)
      P.Skipped.push_back(
          {B.Path, "a library of programs, from files of a driver"});
    return Twice;
  });
}

Project flt::driver::readKitBuilds(const std::vector<std::string> &Files,
                                   const BuildChoice &Choice) {
  Project P;
  KernelSources Sources;
  std::vector<KitBuild> Builds;
  for (const std::string &Path : Files) {
    Expected<KitBuild> B = readKitBuild(Path, Choice, Sources);
    if (!B) {
      P.Unfinished.push_back(
          {"", {Path, 0, 0, {}}, "not read: " + toString(B.takeError())});
      continue;
    }
    if (B->Kernel) {
      Builds.push_back(std::move(*B));
      continue;
    }
    P.Skipped.push_back({Path, "not a kernel-mode build (" +
                                   utostr(B->Units.size()) + " files)"});
    for (const Unit &U : B->Units)
      P.UserMode.insert(U.File);
  }
  dropProgramLibraries(Builds, P);
  link(Builds);
  for (KitBuild &B : Builds) {
    llvm::move(B.Units, std::back_inserter(P.Units));
    llvm::move(B.Skipped, std::back_inserter(P.Skipped));
    if (!B.Unresolved.empty())
      P.Warnings.push_back(
          B.Path + ": macros without a value here, in include paths, which " +
          "are left out: " +
          join(std::vector<std::string>(B.Unresolved.begin(),
                                        B.Unresolved.end()),
               ", ") +
          "; give them with --property NAME=VALUE");
  }
  return P;
}
