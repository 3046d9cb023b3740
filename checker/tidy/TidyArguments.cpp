//===-- tidy/TidyArguments.cpp - what flt-tidy adds to its arguments ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tidy/TidyArguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;

TidyArguments::TidyArguments(ArrayRef<const char *> Given, StringRef Headers)
    : Headers(Headers) {
  for (StringRef Word : Given)
    if (!Flags.empty() || Word == "--")
      Flags.push_back(Word.str());
    else
      Own.push_back(Word.str());
}

bool TidyArguments::has(ArrayRef<StringRef> Names) const {
  return any_of(drop_begin(Own), [&](StringRef Word) {
    if (!Word.consume_front("-"))
      return false;
    Word.consume_front("-");
    return is_contained(Names, Word.split('=').first);
  });
}

// An existing file that no option takes: where the search for settings begins.
std::string TidyArguments::firstSource() const {
  for (const std::string &Word : drop_begin(Own))
    if (!StringRef(Word).starts_with("-") && sys::fs::exists(Word) &&
        !sys::fs::is_directory(Word))
      return Word;
  return "";
}

namespace {
enum class Settings { None, Others, Ours };
} // namespace

// What the .clang-tidy files say that count for \p File.
static Settings settingsFor(StringRef File) {
  SmallString<256> Folder(File);
  if (sys::fs::make_absolute(Folder))
    return Settings::None;
  sys::path::remove_filename(Folder);
  Settings Found = Settings::None;
  for (StringRef F = Folder; !F.empty(); F = sys::path::parent_path(F)) {
    SmallString<256> Path(F);
    sys::path::append(Path, ".clang-tidy");
    auto Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer)
      continue;
    StringRef Text = (*Buffer)->getBuffer();
    if (Text.contains("flt-"))
      return Settings::Ours;
    Found = Settings::Others;
    if (!Text.contains("InheritParentConfig"))
      break;
  }
  return Found;
}

void TidyArguments::addChecks() {
  if (has({"checks", "config", "config-file"}))
    return;
  Settings Known = settingsFor(firstSource());
  if (Known == Settings::None)
    Own.push_back("--checks=-*,flt-*");
  else if (Known == Settings::Others)
    Own.push_back("--checks=flt-*");
}

void TidyArguments::addStandIn() {
  auto At = find_if(Own, [](StringRef Word) {
    return Word == "--standalone" || Word == "-standalone";
  });
  if (At == Own.end())
    return;
  *At = "--extra-arg-before=--config=" + Headers + "/standalone.cfg";
  // Nobody has to have a database for it.
  if (!has({"p"}) && Flags.empty())
    Flags.push_back("--");
}

std::vector<const char *> TidyArguments::complete() {
  addStandIn();
  addChecks();
  std::vector<const char *> Words;
  for (const std::vector<std::string> *List : {&Own, &Flags})
    for (const std::string &Word : *List)
      Words.push_back(Word.c_str());
  Words.push_back(nullptr);
  return Words;
}
