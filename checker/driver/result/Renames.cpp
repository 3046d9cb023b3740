//===-- driver/result/Renames.cpp - what files were called before ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/result/Renames.h"
#include "driver/base/Files.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

Expected<RenamedFiles> flt::driver::renamedSince(const Git &G,
                                                 const std::string &Revision,
                                                 bool Staged) {
  std::vector<std::string> Arguments = {
      "diff", "--name-status", "-z", "-M", "--diff-filter=R", "--no-ext-diff"};
  if (Staged)
    Arguments.push_back("--cached");
  Arguments.push_back(Revision);
  Expected<std::string> Names = G.run(Arguments);
  if (!Names)
    return Names.takeError();
  RenamedFiles Renamed;
  SmallVector<StringRef, 0> Words;
  StringRef(*Names).split(Words, '\0', -1, /*KeepEmpty=*/false);
  // "R100", the old name, the new one.
  for (size_t I = 0; I + 2 < Words.size(); I += 3)
    if (isSource(Words[I + 2]) || isHeader(Words[I + 2]))
      Renamed[absolutePath(Words[I + 2], G.root())] =
          absolutePath(Words[I + 1], G.root());
  return Renamed;
}

RenamedFiles flt::driver::renamedSinceBaseline(StringRef Path, StringRef Root,
                                               bool Staged) {
  Expected<Git> G = Git::open(Root);
  if (!G) {
    consumeError(G.takeError());
    return {};
  }
  std::string Revision = "HEAD";
  // It was true when it was written.
  Expected<std::string> Written =
      G->run({"log", "-1", "--format=%H", "--", canonicalPath(Path)});
  if (!Written)
    consumeError(Written.takeError());
  else if (StringRef Id = StringRef(*Written).trim(); !Id.empty())
    Revision = Id.str();
  Expected<RenamedFiles> Renamed = renamedSince(*G, Revision, Staged);
  if (!Renamed) {
    consumeError(Renamed.takeError()); // There is no commit yet.
    return {};
  }
  return std::move(*Renamed);
}
