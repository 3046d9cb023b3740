//===-- driver/base/PathMap.h - folders of another machine ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_PATHMAP_H
#define FLT_DRIVER_BASE_PATHMAP_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>
#include <vector>

namespace flt::driver {

/// Where the folders are here that another machine, or Windows around this
/// Linux, names: what --path-map says, both ways.
class PathMap {
public:
  /// \param Pairs "C:\src=/home/src". In the Windows Subsystem for Linux the
  ///   drives are known, too.
  explicit PathMap(const std::vector<std::string> &Pairs);

  /// \returns the path here, with slashes, of what is called \p There; or \p
  /// There as it is if no pair names it.
  std::string here(llvm::StringRef There) const;
  /// \returns what the file \p Here, an absolute path, is called there, with
  /// the separators of that name; or \p Here if no pair leads to it.
  std::string there(llvm::StringRef Here) const;

  /// A folder there, with slashes, and where it is here.
  const std::vector<std::pair<std::string, std::string>> &pairs() const {
    return Pairs;
  }

private:
  std::vector<std::pair<std::string, std::string>> Pairs;
};

/// \returns \p Path with slashes, and none at its end.
std::string withSlashes(llvm::StringRef Path);

/// \returns whether \p Path starts with a drive: "C:\".
bool hasDrive(llvm::StringRef Path);

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_PATHMAP_H
