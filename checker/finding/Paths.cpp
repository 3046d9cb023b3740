//===-- finding/Paths.cpp - how reports spell files -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <optional>

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

/// \returns how many folders \p Folder lies below \p Root, nothing if it does
/// not. Both with forward slashes.
static std::optional<size_t> depthBelow(llvm::StringRef Root,
                                        llvm::StringRef Folder) {
  if (Root.empty())
    return std::nullopt;
  if (Folder.rtrim('/') == Root.rtrim('/'))
    return 0;
  llvm::StringRef Rest = below(Root, Folder);
  if (Rest.empty())
    return std::nullopt;
  return Rest.rtrim('/').count('/') + 1;
}

static std::string upwards(size_t Folders) {
  std::string Up;
  while (Folders--)
    Up += "../";
  return Up;
}

std::string flt::pathFrom(llvm::StringRef Folder, llvm::StringRef Root,
                          llvm::StringRef File) {
  if (Folder.empty() || !path::is_absolute(File))
    return displayPath(Root, File);
  std::string From = slashes(Folder), Name = slashes(File);
  if (llvm::StringRef Inside = below(From, Name); !Inside.empty())
    return Inside.str();
  std::optional<size_t> Depth = depthBelow(slashes(Root), From);
  if (!Depth || !isBelow(Root, File))
    return Name;
  // Up to the last folder that both are in.
  llvm::StringRef Common = From;
  size_t Up = 0;
  for (; Up <= *Depth; ++Up) {
    if (llvm::StringRef Inside = below(Common, Name); !Inside.empty())
      return upwards(Up) + Inside.str();
    Common = path::parent_path(Common, path::Style::posix);
  }
  return Name;
}

std::string flt::namesFrom(llvm::StringRef Folder, llvm::StringRef Root,
                           llvm::StringRef Text) {
  std::string Result = Text.str();
  auto Replace = [&](const std::string &Long, const std::string &Short) {
    for (size_t At = 0; (At = Result.find(Long, At)) != std::string::npos;
         At += Short.size())
      Result.replace(At, Long.size(), Short);
  };
  auto Shorten = [&](llvm::StringRef Top, const std::string &Up) {
    Top = Top.rtrim('/');
    if (Top.empty())
      return;
    Replace(Top.str() + "/", Up);
    Replace("'" + Top.str() + "'", Up.empty() ? "'.'" : "'" + Up + "'");
  };
  if (Folder.empty()) {
    Shorten(Root, "");
    return Result;
  }
  Shorten(Folder, "");
  if (std::optional<size_t> Depth = depthBelow(slashes(Root), slashes(Folder)))
    Shorten(Root, upwards(*Depth));
  return Result;
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
