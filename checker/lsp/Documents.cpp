//===-- lsp/Documents.cpp - what the editor has open ----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Documents.h"
#include "driver/base/Files.h"
#include "driver/base/Unit.h"
#include "llvm/Support/LSP/Protocol.h"

using namespace llvm;
using namespace flt;
using namespace flt::server;

bool server::isCurrent(const flt::driver::UnitResult &R,
                       const Documents &Open) {
  for (const auto &[Path, D] : Open) {
    auto Read = R.Reads.find(Path);
    if (Read != R.Reads.end() &&
        Read->second != flt::driver::contentHash(D.Text))
      return false;
  }
  return true;
}

std::string server::uriOf(StringRef Path, const Documents &Open) {
  auto It = Open.find(Path.str());
  if (It != Open.end())
    return It->second.Uri;
  Expected<lsp::URIForFile> Uri = lsp::URIForFile::fromFile(Path);
  if (Uri)
    return Uri->uri().str();
  consumeError(Uri.takeError());
  return "";
}

Error server::writeOverlay(const Documents &Open, StringRef Folder,
                           std::map<std::string, std::string> &Overlay) {
  for (const auto &[Path, D] : Open) {
    if (!D.Changed)
      continue;
    std::string File =
        (Folder + "/" + flt::driver::contentHash(Path) + ".text").str();
    if (Error E = flt::driver::writeFile(File, D.Text))
      return E;
    Overlay[Path] = File;
  }
  return Error::success();
}
