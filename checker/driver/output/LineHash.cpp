//===-- driver/output/LineHash.cpp - GitHub's hash of a line --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/LineHash.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/ConvertUTF.h"
#include <cstdint>

using namespace flt;

static constexpr size_t WindowSize = 100;
static constexpr uint64_t Base = 37;

/// The text as the hash sees it: UTF-16 code units without blanks and with one
/// kind of line end, then the mark of the end, then zeros to fill the window.
/// \param Starts gets the index of the first unit of every line.
static std::vector<uint16_t> unitsOf(llvm::StringRef Text,
                                     std::vector<size_t> &Starts) {
  std::vector<uint16_t> Units;
  bool AtStart = true, AfterCR = false;
  auto Add = [&](uint16_t Unit) {
    if (AtStart)
      Starts.push_back(Units.size());
    AtStart = Unit == '\n';
    Units.push_back(Unit);
  };
  for (size_t At = 0; At < Text.size();) {
    unsigned char C = Text[At];
    if (C < 0x80) {
      ++At;
      bool EndOfPair = AfterCR && C == '\n';
      AfterCR = C == '\r';
      if (C != ' ' && C != '\t' && !EndOfPair)
        Add(C == '\r' ? '\n' : C);
      continue;
    }
    AfterCR = false;
    size_t Bytes = llvm::getNumBytesForUTF8(C);
    llvm::SmallVector<llvm::UTF16, 2> Wide;
    if (At + Bytes <= Text.size() &&
        llvm::convertUTF8ToUTF16String(Text.substr(At, Bytes), Wide)) {
      for (llvm::UTF16 Unit : Wide)
        Add(Unit);
      At += Bytes;
    } else {
      Add(0xFFFD);
      ++At;
    }
  }
  Add(0xFFFF);
  Units.resize(Units.size() + WindowSize);
  return Units;
}

std::vector<std::string> flt::lineHashes(llvm::StringRef Text) {
  std::vector<size_t> Starts;
  std::vector<uint16_t> Units = unitsOf(Text, Starts);
  uint64_t Oldest = 1; // Base to the power of WindowSize.
  for (size_t I = 0; I < WindowSize; ++I)
    Oldest *= Base;

  std::vector<std::string> Hashes;
  llvm::StringMap<unsigned> Seen;
  uint64_t Hash = 0;
  size_t Next = 0;
  // Hash covers the units before Index, WindowSize of them at most.
  for (size_t Index = 0; Next < Starts.size(); ++Index) {
    if (Index == Starts[Next] + WindowSize) {
      std::string Digits = llvm::utohexstr(Hash, /*LowerCase=*/true);
      Hashes.push_back(Digits + ":" + std::to_string(++Seen[Digits]));
      ++Next;
    }
    if (Index == Units.size())
      break;
    Hash = Hash * Base + Units[Index];
    if (Index >= WindowSize)
      Hash -= Oldest * Units[Index - WindowSize];
  }
  return Hashes;
}
