//===-- driver/command/ProjectFile.cpp - reads fltcheck.yaml --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "driver/command/Settings.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

using namespace llvm;
using namespace flt::driver;

LLVM_YAML_IS_STRING_MAP(std::string)

template <> struct llvm::yaml::MappingTraits<ProjectFile> {
  static void mapping(IO &Io, ProjectFile &F) {
    Io.mapOptional("inputs", F.Inputs);
    Io.mapOptional("exclude", F.Exclude);
    Io.mapOptional("configuration", F.Configuration);
    Io.mapOptional("platform", F.Platform);
    Io.mapOptional("properties", F.Properties);
    Io.mapOptional("extra-args", F.ExtraArgs);
    Io.mapOptional("headers", F.Headers);
    Io.mapOptional("checks", F.Checks);
    Io.mapOptional("models", F.Models);
    Io.mapOptional("baseline", F.Baseline);
    Io.mapOptional("fail-on", F.FailOn);
  }

  static std::string validate(IO &, ProjectFile &F) {
    if (F.FailOn.empty() || F.FailOn == "new" || F.FailOn == "any" ||
        F.FailOn == "none")
      return "";
    return "fail-on is one of new, any and none, not '" + F.FailOn + "'";
  }
};

void flt::driver::keepFirstError(const SMDiagnostic &D, void *Kept) {
  auto &First = *static_cast<std::string *>(Kept);
  if (First.empty())
    First = (Twine(D.getLineNo()) + ":" + Twine(D.getColumnNo() + 1) +
             ": error: " + D.getMessage())
                .str();
}

static std::string findUpwards(StringRef Folder, StringRef Name) {
  for (StringRef F = Folder; !F.empty(); F = sys::path::parent_path(F)) {
    SmallString<256> Path(F);
    sys::path::append(Path, Name);
    if (sys::fs::exists(Path))
      return std::string(Path);
    // What stands above the repository is of another project.
    if (sys::fs::exists(F + "/.git"))
      break;
  }
  return "";
}

Expected<ProjectFile> flt::driver::readProjectFile(StringRef Path,
                                                   StringRef Folder) {
  ProjectFile F;
  F.Path =
      Path.empty() ? findUpwards(Folder, "fltcheck.yaml") : absolutePath(Path);
  if (F.Path.empty())
    return F;
  Expected<std::string> Text = readFile(F.Path);
  if (!Text)
    return Text.takeError();
  if (StringRef(*Text).starts_with("routines:") ||
      StringRef(*Text).contains("\nroutines:"))
    return createStringError(
        F.Path + ": error: this is a model of routines, and a file of this "
                 "name holds the settings of a project; give it another name "
                 "and list it under 'models'");
  std::string First;
  yaml::Input In(*Text, nullptr, keepFirstError, &First);
  In >> F;
  if (In.error() && !First.empty())
    return createStringError(F.Path + ":" + First);
  std::string Base = sys::path::parent_path(F.Path).str();
  auto Absolute = [&](std::string &Name) {
    if (!Name.empty())
      Name = absolutePath(Name, Base);
  };
  llvm::for_each(F.Inputs, Absolute);
  llvm::for_each(F.Models, Absolute);
  Absolute(F.Headers);
  Absolute(F.Baseline);
  return F;
}
