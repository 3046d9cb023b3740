//===-- diagnose/BugKinds.h - reports inside the engine ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DIAGNOSE_BUGKINDS_H
#define FLT_DIAGNOSE_BUGKINDS_H

#include "finding/Rules.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugType.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <functional>
#include <memory>
#include <optional>

namespace flt {

/// A report of ours. It knows which objects it is about, so that notes on the
/// path speak of those and stay silent for everything else.
class PathReport : public clang::ento::PathSensitiveBugReport {
public:
  /// \param Acquired where the object was acquired: reports that differ only
  ///   in where they end are one finding, told by its shortest path. May be
  ///   null; then every end is a finding of its own.
  PathReport(const clang::ento::BugType &BT, llvm::StringRef Message,
             const clang::ento::ExplodedNode *N, const clang::Expr *Acquired);

  /// \p Subject is a region, a symbol, or a call.
  void about(const void *Subject) { Subjects.insert(Subject); }
  bool isAbout(const void *Subject) const { return Subjects.contains(Subject); }

  /// Reports that end in different places are not one finding, even if they
  /// agree in where the object was acquired.
  void tellEndsApart() { EndsApart = true; }
  void Profile(llvm::FoldingSetNodeID &ID) const override;

  /// Shows the report at \p Site, a call earlier on the path.
  void showAt(const clang::Expr *Site);
  clang::ento::PathDiagnosticLocation getLocation() const override;

  /// \returns \p BR if it is a report of ours.
  static const PathReport *from(const clang::ento::PathSensitiveBugReport &BR);

private:
  llvm::SmallPtrSet<const void *, 4> Subjects;
  clang::ento::PathDiagnosticLocation Shown;
  bool EndsApart = false;
};

/// Text of a note for a report, or "" if it has nothing to say there.
using NoteFunction = std::function<std::string(const PathReport &)>;

/// The bug types of the enabled checks, one for each rule: by its type a report
/// says which rule it comes from.
class BugKinds {
public:
  void enable(CheckId Id, clang::ento::CheckerNameRef Name);
  bool isEnabled(RuleId Id) const { return Types[unsigned(Id)].has_value(); }
  const clang::ento::BugType &type(RuleId Id) const {
    return *Types[unsigned(Id)];
  }
  static llvm::StringRef category() { return "Filter Manager"; }

private:
  std::optional<clang::ento::BugType> Types[NumRules];
};

/// The edit that removes the call \p E together with its ';' (and its line, if
/// nothing else is there), or none where that would not be a whole statement.
std::optional<clang::FixItHint> removeStatement(const clang::Expr *E,
                                                const clang::SourceManager &SM,
                                                const clang::LangOptions &LO);

} // namespace flt

#endif // FLT_DIAGNOSE_BUGKINDS_H
