//===-- driver/input/ClCommand.cpp - from project settings to a command ---===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/ClCommand.h"
#include "driver/base/Command.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

using namespace llvm;
using namespace flt::driver;

/// What \p Metadata has of \p Name, or "".
static StringRef settingIn(const MsBuildMetadata &Metadata, StringRef Name) {
  auto It = Metadata.find(Name.str());
  return It == Metadata.end() ? StringRef() : StringRef(It->second);
}

namespace {

class Command {
public:
  Command(const MsBuildProject &P, const MsBuildItem &Item, bool Kernel,
          std::set<std::string> &Unresolved)
      : P(P), Item(Item), Kernel(Kernel), Unresolved(Unresolved) {
    Folder = P.Properties.get("MSBuildProjectDirectory").value_or("");
  }

  std::vector<std::string> build();

private:
  StringRef setting(StringRef Name) const {
    return settingIn(Item.Metadata, Name);
  }

  std::string property(StringRef Name) const {
    return P.Properties.get(Name).value_or("");
  }

  std::vector<std::string> list(StringRef Text);
  std::vector<std::string> definitions(StringRef Text);
  bool isResolved(StringRef Text);
  void addTarget();
  void addKernelDefinitions();
  void addLanguage();
  void addOptions();

  const MsBuildProject &P;
  const MsBuildItem &Item;
  bool Kernel;
  std::set<std::string> &Unresolved;
  std::string Folder;
  std::vector<std::string> Args;
};

} // namespace

/// Projects from before the kit's toolset, and those made by hand, say it to
/// the linker alone. Programs of the boot phase are native, too, but use no
/// kernel.
static bool linksDriver(const MsBuildMetadata &Link) {
  StringRef Driver = settingIn(Link, "Driver").trim();
  return (!Driver.empty() && !Driver.equals_insensitive("NotSet")) ||
         (settingIn(Link, "SubSystem").trim().equals_insensitive("Native") &&
          settingIn(Link, "AdditionalDependencies")
              .contains_insensitive("ntoskrnl.lib"));
}

bool flt::driver::isKernelProject(const MsBuildProject &P) {
  if (StringRef(P.Kind).equals_insensitive("Driver"))
    return true;
  if (linksDriver(P.Link))
    return true;
  std::string Toolset = P.Properties.get("PlatformToolset").value_or("");
  std::string Type = P.Properties.get("DriverType").value_or("");
  return StringRef(Toolset).contains_insensitive("KernelMode") ||
         StringRef(Type).equals_insensitive("WDM") ||
         StringRef(Type).equals_insensitive("KMDF");
}

// Notes the properties in Text that have no value.
bool Command::isResolved(StringRef Text) {
  if (Text.contains(NoSolution)) {
    Unresolved.insert("$(SolutionDir)");
    return false;
  }
  size_t Start = Text.find("$(");
  if (Start == StringRef::npos)
    return true;
  // A folder of the kit lacks nothing that is not known to be elsewhere.
  for (StringRef Kit :
       {"$(DDK_INC_PATH)", "$(SDK_INC_PATH)", "$(CRT_INC_PATH)",
        "$(KM_IncludePath)", "$(KIT_SHARED_IncludePath)", "$(UM_IncludePath)",
        "$(KMDF_INC_PATH)", "$(UniversalCRT_IncludePath)"})
    if (Text.starts_with_insensitive(Kit))
      return false;
  for (; Start != StringRef::npos; Start = Text.find("$(", Start + 2))
    Unresolved.insert(Text.slice(Start, Text.find(')', Start) + 1).str());
  return false;
}

std::vector<std::string> Command::list(StringRef Text) {
  std::vector<std::string> Items;
  SmallVector<StringRef, 8> Parts;
  Text.split(Parts, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts) {
    Part = Part.trim();
    // Around the whole of it; within a definition they belong to its value.
    if (Part.size() > 1 && Part.starts_with("\"") && Part.ends_with("\""))
      Part = Part.drop_front().drop_back();
    // Metadata that nothing here has set.
    if (!Part.empty() && !Part.starts_with("%(") && isResolved(Part))
      Items.push_back(unescapeMsBuild(Part));
  }
  return Items;
}

// NAME="text" and NAME=\"text\" both define a literal.
std::vector<std::string> Command::definitions(StringRef Text) {
  std::vector<std::string> Items = list(Text);
  for (std::string &Item : Items)
    for (size_t At = 0; (At = Item.find("\\\"", At)) != std::string::npos; ++At)
      Item.erase(At, 1);
  return Items;
}

void Command::addTarget() {
  std::string Platform = P.Properties.get("Platform").value_or("x64");
  StringRef Target = StringSwitch<StringRef>(StringRef(Platform).lower())
                         .Case("win32", "i686-pc-windows-msvc")
                         .Case("x86", "i686-pc-windows-msvc")
                         .Case("arm64", "aarch64-pc-windows-msvc")
                         .Case("arm", "thumbv7-pc-windows-msvc")
                         .Default("x86_64-pc-windows-msvc");
  Args.push_back(("--target=" + Target).str());
}

// What the WDK's own property sheets add, which are not here.
void Command::addKernelDefinitions() {
  std::string Platform = P.Properties.get("Platform").value_or("x64");
  StringRef Name(Platform);
  if (Name.equals_insensitive("Win32") || Name.equals_insensitive("x86"))
    Args.insert(Args.end(), {"/D_X86_=1", "/Di386=1", "/DSTD_CALL"});
  else if (Name.equals_insensitive("ARM64"))
    Args.insert(Args.end(), {"/D_WIN64", "/D_ARM64_", "/DARM64"});
  else if (Name.equals_insensitive("ARM"))
    Args.insert(Args.end(), {"/D_ARM_", "/DARM"});
  else
    Args.insert(Args.end(), {"/D_WIN64", "/D_AMD64_", "/DAMD64"});
  std::string Version = P.Properties.get("TargetVersion").value_or("");
  auto [WinNt, Ntddi] =
      StringSwitch<std::pair<StringRef, StringRef>>(StringRef(Version).lower())
          .Case("windows7", {"0x0601", "0x06010000"})
          .Case("windows8", {"0x0602", "0x06020000"})
          .Case("windowsv6.3", {"0x0603", "0x06030000"})
          .Default({"0x0A00", "0x0A000010"});
  for (StringRef Definition : {"_WIN32_WINNT=", "WINVER="})
    Args.push_back(("/D" + Definition + WinNt).str());
  Args.push_back(("/DNTDDI_VERSION=" + Ntddi).str());
  Args.insert(Args.end(), {"/DWINNT=1", "/DNT_INST=0", "/DCONDITION_HANDLING=1",
                           "/DDEPRECATE_DDK_FUNCTIONS=1", "/kernel"});
  std::string Configuration =
      P.Properties.get("Configuration").value_or("Debug");
  std::string Debug =
      P.Properties.get("UseDebugLibraries")
          .value_or(StringRef(Configuration).contains_insensitive("debug")
                        ? "true"
                        : "false");
  if (StringRef(Debug).equals_insensitive("true"))
    Args.push_back("/DDBG=1");
}

void Command::addLanguage() {
  StringRef As = setting("CompileAs");
  bool IsC = sys::path::extension(Item.File).equals_insensitive(".c");
  if (As == "CompileAsC" || As == "CompileAsCpp") {
    IsC = As == "CompileAsC";
    Args.push_back(IsC ? "/TC" : "/TP");
  }
  StringRef Standard = setting(IsC ? "LanguageStandard_C" : "LanguageStandard");
  StringRef Flag = StringSwitch<StringRef>(Standard)
                       .Case("stdcpp14", "/std:c++14")
                       .Case("stdcpp17", "/std:c++17")
                       .Case("stdcpp20", "/std:c++20")
                       .Case("stdcpp23", "/std:c++23preview")
                       .Case("stdcpplatest", "/std:c++latest")
                       .Case("stdc11", "/std:c11")
                       .Case("stdc17", "/std:c17")
                       .Default("");
  if (!Flag.empty())
    Args.push_back(Flag.str());
}

void Command::addOptions() {
  std::string Options = setting("AdditionalOptions").str();
  for (StringRef Inherited : {"%(AdditionalOptions)"})
    for (size_t At; (At = Options.find(Inherited)) != std::string::npos;)
      Options.erase(At, Inherited.size());
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *, 8> Tokens;
  cl::TokenizeWindowsCommandLine(Options, Saver, Tokens);
  for (StringRef Token : Tokens)
    if (isResolved(Token))
      Args.push_back(unescapeMsBuild(Token));
}

std::vector<std::string> Command::build() {
  Args = {"clang-cl"};
  addTarget();
  if (Kernel)
    addKernelDefinitions();
  addLanguage();
  // A project of a makefile has settings of its own, for the editor's sake.
  bool IsMake = StringRef(P.Kind).equals_insensitive("Makefile");
  for (const std::string &Name :
       definitions(setting("PreprocessorDefinitions")))
    Args.push_back("/D" + Name);
  if (IsMake)
    for (const std::string &Name :
         definitions(property("NMakePreprocessorDefinitions")))
      Args.push_back("/D" + Name);
  for (const std::string &Name :
       list(setting("UndefinePreprocessorDefinitions")))
    Args.push_back("/U" + Name);
  for (const std::string &Path : list(setting("AdditionalIncludeDirectories")))
    Args.push_back("/I" + windowsPath(Path, Folder));
  if (IsMake)
    for (const std::string &Path : list(property("NMakeIncludeSearchPath")))
      Args.push_back("/I" + windowsPath(Path, Folder));
  if (auto System = P.Properties.get("IncludePath"))
    for (const std::string &Path : list(*System))
      Args.insert(Args.end(), {"-imsvc", windowsPath(Path, Folder)});
  for (const std::string &Path : list(setting("ForcedIncludeFiles")))
    Args.push_back("/FI" + Path);
  if (IsMake)
    for (const std::string &Path : list(property("NMakeForcedIncludes")))
      Args.push_back("/FI" + Path);
  // Both may name functions: "-func:A(MSG,...)" among the options.
  std::string Traces = setting("WppTraceFunction").str();
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *, 8> Options;
  cl::TokenizeGNUCommandLine(setting("WppAdditionalOptions"), Saver, Options);
  for (StringRef Option : Options)
    if (Option.consume_front_insensitive("-func:"))
      Traces += ";" + Option.str();
  if (std::string Defined = traceDefinition(Traces); !Defined.empty())
    Args.push_back(std::move(Defined));
  addOptions();
  Args.insert(Args.end(), {"/c", "--", Item.File});
  return std::move(Args);
}

std::vector<std::string>
flt::driver::clCommand(const MsBuildProject &P, const MsBuildItem &Item,
                       bool Kernel, std::set<std::string> &Unresolved) {
  return Command(P, Item, Kernel, Unresolved).build();
}
