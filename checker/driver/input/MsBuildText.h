//===-- MsBuildText.h - MSBuild's properties and conditions -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_MSBUILDTEXT_H
#define FLT_DRIVER_INPUT_MSBUILDTEXT_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>
#include <string>

namespace flt::driver {

/// Properties of a project, whose names do not tell letter case apart.
class MsBuildProperties {
public:
  void set(llvm::StringRef Name, llvm::StringRef Value);
  /// As set(), but later ones do not change it: properties of the command line.
  void fix(llvm::StringRef Name, llvm::StringRef Value);

  /// \returns the value; environment variables are properties too.
  std::optional<std::string> get(llvm::StringRef Name) const;

  /// Replaces "$(Name)". What has no value stays as it is written, so that it
  /// can be named where it matters, and so does metadata, "%(Name)".
  std::string expand(llvm::StringRef Text) const;

  /// As expand(), with the empty text for what has no value: conditions ask
  /// whether a property is defined.
  ///
  /// \param Understood becomes false if a function is not.
  std::string expandKnown(llvm::StringRef Text, bool &Understood) const;

  /// Evaluates a Condition attribute.
  /// \returns nothing if it is not understood.
  std::optional<bool> condition(llvm::StringRef Text) const;

  /// Folder that Exists() and relative imports start from.
  std::string Folder;

private:
  std::string expand(llvm::StringRef Text, bool *Understood) const;

  llvm::StringMap<std::string> Values; ///< By name in small letters.
  llvm::StringMap<std::string> Fixed;
};

/// \returns \p Text with MSBuild's escapes ("%3B" for a semicolon) taken away.
std::string unescapeMsBuild(llvm::StringRef Text);

/// \returns \p Path with the separators of this machine, absolute.
std::string windowsPath(llvm::StringRef Path, llvm::StringRef Folder);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_MSBUILDTEXT_H
