//===-- driver/result/OtherFiles.h - what other files do --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_RESULT_OTHERFILES_H
#define FLT_DRIVER_RESULT_OTHERFILES_H

#include "driver/base/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>

namespace flt::driver {

/// Knows of every function that other files can call where it does what its row
/// says.
class OtherFiles {
public:
  /// \param Results in the order of \p Units; both live as long as this.
  OtherFiles(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<UnitResult> Results);

  /// Adds to the path of \p F, behind each step that a function of another file
  /// does, the places there, and for which outcome of the call they are passed.
  /// \param Project that \p F was found in.
  void explain(Finding &F, const std::string &Project) const;

private:
  using Key = std::pair<std::string, std::string>; ///< Project, function.

  /// Adds the places of \p Call behind \p Step, \p Depth calls away from where
  /// the path is.
  void addPlaces(const PathNote &Step, const Key &Call, unsigned Depth,
                 std::vector<PathNote> &Out) const;

  std::multimap<Key, const EffectPlace *> Places;
};

} // namespace flt::driver

#endif // FLT_DRIVER_RESULT_OTHERFILES_H
