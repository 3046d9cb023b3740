//===-- driver/command/TidyFile.cpp - reads .clang-tidy -------------------===//
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
#include "llvm/Support/YAMLParser.h"

using namespace llvm;
using namespace flt::driver;

// A text, or the elements of a list as clang-tidy would write them in one.
static std::string textOf(yaml::Node *N) {
  SmallString<64> Storage;
  if (auto *Scalar = dyn_cast_or_null<yaml::ScalarNode>(N))
    return Scalar->getValue(Storage).str();
  if (auto *Block = dyn_cast_or_null<yaml::BlockScalarNode>(N))
    return Block->getValue().str();
  std::string Text;
  if (auto *List = dyn_cast_or_null<yaml::SequenceNode>(N))
    for (yaml::Node &Element : *List)
      Text += (Text.empty() ? "" : ",") + textOf(&Element);
  return Text;
}

static void addOption(StringRef Key, const std::string &Value, StringRef Folder,
                      TidyFile &To) {
  auto [Check, Name] = Key.split('.');
  if (!Check.starts_with("flt-") || Value.empty())
    return;
  if (Name != "Model") {
    To.Options[Name.str()] = Value;
    return;
  }
  SmallVector<StringRef, 2> Files;
  StringRef(Value).split(Files, ';', -1, /*KeepEmpty=*/false);
  for (StringRef File : Files) {
    std::string Path = absolutePath(File.trim(), Folder);
    if (!is_contained(To.Models, Path))
      To.Models.push_back(Path);
  }
}

// A map, or a list of {key, value}.
static void readOptions(yaml::Node *N, StringRef Folder, TidyFile &To) {
  if (auto *Map = dyn_cast_or_null<yaml::MappingNode>(N))
    for (yaml::KeyValueNode &Entry : *Map) {
      std::string Key = textOf(Entry.getKey());
      addOption(Key, textOf(Entry.getValue()), Folder, To);
    }
  if (auto *List = dyn_cast_or_null<yaml::SequenceNode>(N))
    for (yaml::Node &Element : *List) {
      std::map<std::string, std::string> Fields;
      if (auto *Map = dyn_cast<yaml::MappingNode>(&Element))
        for (yaml::KeyValueNode &Entry : *Map) {
          std::string Key = textOf(Entry.getKey());
          Fields[Key] = textOf(Entry.getValue());
        }
      addOption(Fields["key"], Fields["value"], Folder, To);
    }
}

// Reads one file. \p Inherits becomes whether the next one above counts too.
static Error readOne(StringRef Path, TidyFile &To, bool &Inherits) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  std::string First;
  SourceMgr Sources;
  Sources.setDiagHandler(keepFirstError, &First);
  yaml::Stream Stream(*Text, Sources, /*ShowColors=*/false);
  yaml::document_iterator Document = Stream.begin();
  yaml::Node *Root = Document == Stream.end() ? nullptr : Document->getRoot();
  std::string Checks, AsErrors;
  if (auto *Map = dyn_cast_or_null<yaml::MappingNode>(Root))
    for (yaml::KeyValueNode &Entry : *Map) {
      std::string Key = textOf(Entry.getKey());
      if (Key == "CheckOptions") {
        readOptions(Entry.getValue(), sys::path::parent_path(Path), To);
        continue;
      }
      std::string Value = textOf(Entry.getValue());
      if (Key == "Checks")
        Checks = Value;
      else if (Key == "WarningsAsErrors")
        AsErrors = Value;
      else if (Key == "InheritParentConfig")
        Inherits = Value == "true";
    }
  if (!First.empty())
    return createStringError(Path + ":" + First);
  // What the nearer file adds stands behind what the farther one says.
  auto Before = [](const std::string &New, std::string &Sum) {
    Sum = New + (New.empty() || Sum.empty() ? "" : ",") + Sum;
  };
  Before(Checks, To.Checks);
  Before(AsErrors, To.WarningsAsErrors);
  return Error::success();
}

Expected<TidyFile> flt::driver::readTidyFile(StringRef Folder) {
  TidyFile F;
  bool Inherits = true;
  for (StringRef Current = Folder; Inherits && !Current.empty();
       Current = sys::path::parent_path(Current)) {
    SmallString<256> Path(Current);
    sys::path::append(Path, ".clang-tidy");
    if (!sys::fs::exists(Path))
      continue;
    if (F.Path.empty())
      F.Path = std::string(Path);
    Inherits = false;
    if (Error E = readOne(Path, F, Inherits))
      return std::move(E);
  }
  // Checks of others say nothing of ours: whoever has never heard of them has
  // not switched them off.
  if (!StringRef(F.Checks).contains("flt-"))
    F.Checks.clear();
  if (!StringRef(F.WarningsAsErrors).contains("flt-"))
    F.WarningsAsErrors.clear();
  return F;
}
