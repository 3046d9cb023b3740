//===-- driver/output/SarifLocations.h - places in SARIF --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_SARIFLOCATIONS_H
#define FLT_DRIVER_OUTPUT_SARIFLOCATIONS_H

#include "finding/Report.h"
#include "finding/SourceLines.h"
#include "llvm/Support/JSON.h"
#include <map>

namespace flt {

/// The files of a SARIF run, and places in them. Columns count UTF-16 units.
class SarifLocations {
public:
  explicit SarifLocations(const Report &R);

  /// What the ids of base folders stand for.
  static constexpr llvm::StringLiteral RootId = "SRCROOT";

  /// run.artifacts
  llvm::json::Array artifacts() const;
  /// An artifactLocation.
  llvm::json::Object file(llvm::StringRef File) const;
  /// A region that begins at \p P and ends after the token at \p Last, with
  /// its text.
  llvm::json::Object region(const Place &P, const Place &Last);
  /// A region without its text, up to but not including \p End.
  llvm::json::Object span(const Place &Begin, const Place &End);
  /// A physicalLocation; without a region if \p P has no line.
  llvm::json::Object physical(const Place &P);
  llvm::json::Object physical(const Place &P, const Place &Last);
  /// A location with a message.
  llvm::json::Object location(const Place &P, llvm::StringRef Message);
  /// GitHub's hash of the line of \p P; empty if there is no source.
  std::string lineHash(const Place &P);

private:
  llvm::json::Object base(llvm::StringRef File) const;
  unsigned column(const Place &P, unsigned Column);

  const Report &R;
  SourceLines Lines;
  std::map<std::string, size_t> Index;
  llvm::StringMap<std::vector<std::string>> Hashes;
};

/// A SARIF message. Brackets are links in SARIF only before a parenthesis, so
/// these are escaped.
llvm::json::Object sarifMessage(llvm::StringRef Text);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_SARIFLOCATIONS_H
