//===-- driver/base/PathMap.cpp - folders of another machine --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/PathMap.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Process.h"
#include <algorithm>

using namespace llvm;
using namespace flt::driver;

std::string flt::driver::withSlashes(StringRef Path) {
  std::string Text = Path.str();
  std::replace(Text.begin(), Text.end(), '\\', '/');
  while (Text.size() > 3 && Text.back() == '/')
    Text.pop_back();
  return Text;
}

bool flt::driver::hasDrive(StringRef Path) {
  return Path.size() > 2 && isAlpha(Path[0]) && Path[1] == ':' &&
         (Path[2] == '\\' || Path[2] == '/');
}

PathMap::PathMap(const std::vector<std::string> &Given) {
  for (StringRef Text : Given) {
    auto [There, Here] = Text.split('=');
    Pairs.emplace_back(withSlashes(There), withSlashes(Here));
  }
  if (sys::Process::GetEnv("WSL_DISTRO_NAME"))
    for (char Drive = 'a'; Drive <= 'z'; ++Drive)
      Pairs.emplace_back(std::string(1, toUpper(Drive)) + ":",
                         std::string("/mnt/") + Drive);
}

std::string PathMap::here(StringRef There) const {
  std::string Text = withSlashes(There);
  for (const auto &[Folder, Here] : Pairs) {
    StringRef Rest = Text;
    if (Rest.consume_front_insensitive(Folder) &&
        (Rest.empty() || Rest.front() == '/'))
      return Here + Rest.str();
  }
  return There.str();
}

std::string PathMap::there(StringRef Here) const {
  for (const auto &[Folder, Own] : Pairs) {
    StringRef Rest = Here;
    if (!Rest.consume_front(Own) || (!Rest.empty() && Rest.front() != '/'))
      continue;
    std::string Path = Folder + Rest.str();
    if (Folder.size() >= 2 &&
        (Folder[1] == ':' || StringRef(Folder).starts_with("//")))
      std::replace(Path.begin(), Path.end(), '/', '\\');
    return Path;
  }
  return Here.str();
}
