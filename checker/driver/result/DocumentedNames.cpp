//===-- driver/result/DocumentedNames.cpp - which header has it -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/result/DocumentedNames.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using namespace flt;

// A line that is not indented is a header; below it, its names, each with the
// number of its parameters if it is a routine: "KeSetEvent/3".
static StringMap<StringRef> readNames(StringRef Text) {
  StringMap<StringRef> HeaderOf;
  StringRef Header;
  SmallVector<StringRef, 0> Lines, Words;
  Text.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines) {
    if (Line.starts_with("#"))
      continue;
    if (!Line.starts_with(" ")) {
      Header = Line.rtrim(": \r");
      continue;
    }
    Words.clear();
    SplitString(Line, Words);
    for (StringRef Word : Words)
      HeaderOf.try_emplace(Word.split('/').first, Header);
  }
  return HeaderOf;
}

void flt::driver::addHeaders(std::vector<UnknownName> &Names,
                             StringRef Folder) {
  if (Names.empty() || Folder.empty())
    return;
  auto Buffer = MemoryBuffer::getFile(Folder + "/documented-names.txt");
  if (!Buffer)
    return;
  StringMap<StringRef> HeaderOf = readNames((*Buffer)->getBuffer());
  for (UnknownName &U : Names)
    if (U.Kind != UnknownKind::Header)
      U.Header = HeaderOf.lookup(U.Name).str();
}
