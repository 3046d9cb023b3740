//===-- KernelSource.h - is a source for the kernel? ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_KERNELSOURCE_H
#define FLT_DRIVER_INPUT_KERNELSOURCE_H

#include "driver/input/SourceTree.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace flt::driver {

/// What the headers say that a source includes.
enum class SourceKind {
  Unknown, ///< Neither, as far as they can be found.
  User,    ///< Those of programs: windows.h and the like.
  Kernel,  ///< Those of the kernel, at least as near as the others.
};

/// \returns what the name of a header says of those that include it.
SourceKind kindOfHeader(llvm::StringRef Name);

/// Reads which headers sources include, without a preprocessor: for projects
/// that do not say whether they build a driver.
class KernelSources {
public:
  /// \param Folders where headers are looked for, besides the folder of the
  ///   file that includes them.
  SourceKind kindOf(llvm::StringRef File,
                    const std::vector<std::string> &Folders);

  /// The same with the headers of \p Tree, wherever they are.
  SourceKind kindOf(llvm::StringRef File, const SourceTree &Tree);

  /// \returns whether \p File, or a header that it includes, includes one that
  ///   is in \p Tree, and that \p Folders do not lead to.
  bool lacksHeader(llvm::StringRef File,
                   const std::vector<std::string> &Folders,
                   const SourceTree &Tree);

private:
  using Try = llvm::function_ref<bool(llvm::StringRef Path)>;
  /// \param Find tries the paths at which a name that is included may be.
  SourceKind follow(llvm::StringRef File,
                    llvm::function_ref<void(llvm::StringRef Name, Try)> Find);
  const std::vector<std::string> &includesOf(const std::string &File);
  bool exists(llvm::StringRef Path);

  llvm::StringMap<bool> Existing;
  llvm::StringMap<std::vector<std::string>> Includes; ///< By file.
};

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_KERNELSOURCE_H
