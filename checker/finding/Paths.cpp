//===-- finding/Paths.cpp - how reports spell files -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace flt;
namespace path = llvm::sys::path;

static std::string slashes(llvm::StringRef Path) {
  return path::convert_to_slash(Path);
}

/// \returns the part of \p File after the folder \p Root, empty if it does not
/// lie there. Both with forward slashes.
static llvm::StringRef below(llvm::StringRef Root, llvm::StringRef File) {
  Root = Root.rtrim('/');
#ifdef _WIN32
  bool Inside = File.starts_with_insensitive(Root);
#else
  bool Inside = File.starts_with(Root);
#endif
  if (!Inside || File.size() <= Root.size() || File[Root.size()] != '/')
    return {};
  return File.drop_front(Root.size() + 1);
}

bool flt::isBelow(llvm::StringRef Root, llvm::StringRef File) {
  return !below(slashes(Root), slashes(File)).empty();
}

std::string flt::displayPath(llvm::StringRef Root, llvm::StringRef File) {
  std::string RootSlashes = slashes(Root), FileSlashes = slashes(File);
  // An empty root is no root, not that of the file system.
  if (RootSlashes.empty())
    return FileSlashes;
  llvm::StringRef Relative = below(RootSlashes, FileSlashes);
  return Relative.empty() ? FileSlashes : Relative.str();
}

std::string flt::pathToUri(llvm::StringRef Path) {
  std::string Uri;
  if (path::is_absolute(Path))
    Uri = Path.starts_with("/") ? "file://" : "file:///";
  for (char C : slashes(Path)) {
    // A colon is fine after a drive letter, but not in the first segment of a
    // relative reference; escaping it elsewhere does no harm.
    bool Drive = C == ':' && Uri.size() == llvm::StringRef("file:///C").size();
    if (llvm::isAlnum(C) || llvm::StringRef("/-._~").contains(C) || Drive)
      Uri += C;
    else
      Uri += "%" + llvm::toHex(llvm::StringRef(&C, 1));
  }
  return Uri;
}
