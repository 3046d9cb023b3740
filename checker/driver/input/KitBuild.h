//===-- KitBuild.h - reads the files of a WDK 7 build -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_KITBUILD_H
#define FLT_DRIVER_INPUT_KITBUILD_H

#include "driver/input/VisualStudio.h"
#include "llvm/ADT/StringMap.h"

namespace flt::driver {

/// The macros of a makefile in the language of nmake, as far as a "sources"
/// file needs it: definitions, !IF and its kin, !INCLUDE.
class KitMacros {
public:
  /// \param Macros values to begin with.
  explicit KitMacros(llvm::StringMap<std::string> Macros)
      : Macros(std::move(Macros)) {}

  /// Reads \p Path. An error names it.
  llvm::Error read(llvm::StringRef Path);

  /// \returns the value of \p Name; macros in it without a value stay as they
  /// are written.
  std::string get(llvm::StringRef Name) const;

private:
  void line(llvm::StringRef Text, llvm::StringRef Folder);
  void directive(llvm::StringRef Text, llvm::StringRef Folder);
  bool condition(llvm::StringRef Text) const;
  std::string expand(llvm::StringRef Text, unsigned Depth = 0) const;

  llvm::StringMap<std::string> Macros; ///< By name in capitals.
  /// For each open !IF: whether its lines count, and whether a branch has.
  std::vector<std::pair<bool, bool>> Open;
  unsigned Depth = 0; ///< Of !INCLUDE.
};

/// Reads the "sources" files \p Files. Those that build for the kernel give
/// units, linked where one names the library of the other; the others are
/// skipped. What can't be read is Unfinished.
Project readKitBuilds(const std::vector<std::string> &Files,
                      const BuildChoice &Choice);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_KITBUILD_H
