//===-- finding/Finding.h - one finding, for every front end ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the checkers found, free of engine types, so that it can leave the
// process: text, SARIF, HTML and JSON are written from it.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_FINDING_H
#define FLT_FINDING_FINDING_H

#include "clang/Basic/SourceLocation.h"
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace flt {

/// A place in a file. Line and column count from 1; 0 means unknown.
struct Place {
  std::string File; ///< As the compiler spells it.
  unsigned Line = 0;
  unsigned Column = 0;
  /// Valid only while the AST lives; front ends inside the compiler use it.
  clang::SourceLocation Loc;
};

/// Whether both are the same place in the text.
inline bool isSamePlace(const Place &A, const Place &B) {
  return A.File == B.File && A.Line == B.Line && A.Column == B.Column;
}

/// One step of the path that leads to a finding.
struct PathNote {
  /// What it tells: of the tracked object, of a condition that is taken to hold
  /// or not, of a call that is followed, or what goes without saying.
  enum class Kind { Object, Condition, Call, Aside };

  Place Where;
  std::string Text;
  unsigned Depth = 0;    ///< Call depth below the analysed function.
  bool Important = true; ///< A reader needs it to be convinced; see Steps.h.
  Kind K = Kind::Object; ///< Known to the process that found it.
  /// The function of another file that does it, as "Name/parameters", and what
  /// it does: see EffectPlace.
  std::string Callee{};
  std::string Does;
};

/// A replacement that mends the finding.
struct Fix {
  Place Begin;
  Place End;
  unsigned Offset = 0; ///< In bytes from the start of the file.
  unsigned Length = 0;
  std::string Replacement;
};

struct Finding {
  std::string Check; ///< Tidy name: "flt-resource-balance".
  std::string Rule;  ///< Its name in Rules.def: "resource.held-at-return".
  std::string Message;
  Place Where;
  std::vector<std::pair<Place, Place>> Ranges; ///< Token ranges.
  std::vector<PathNote> Path; ///< In execution order; the last one ends it.
  std::vector<Fix> Fixes;
  std::string Function; ///< The function on whose paths it was found.
  /// Where the object was acquired (equals Where if that is unknown). A
  /// suppression there works as well as one at Where.
  Place Acquired;
  /// Names the finding across edits that move lines; see Fingerprint.h.
  std::string Fingerprint;
  /// What that was while the file had its former name, if it was renamed.
  std::string FormerFingerprint;
  /// The function, as Witness names it, that returns with a lock whatever
  /// happens: a caller that releases it shows that it is meant to. "" for what
  /// no caller can refute.
  std::string UnlessReleased;
};

/// A caller that shows what a function is for: it releases the lock that this
/// returned with.
struct Witness {
  std::string Function; ///< "Name/parameters", with the file for a static one.
  /// It passes the lock on to its own callers, who may release it: its name.
  std::string PassedOnBy = {};

  bool operator<(const Witness &O) const {
    return std::tie(Function, PassedOnBy) < std::tie(O.Function, O.PassedOnBy);
  }
};

/// A function that was not, or not wholly, looked at, and why.
struct Incomplete {
  std::string Function;
  Place Where;
  std::string Reason;
  /// Of a file (Function is empty): what of it was understood is looked at.
  bool Partly = false;
  /// The file that was to be checked, if the place is in a header of it.
  std::string Unit = {};
};

/// What a name that nothing declares is used as.
enum class UnknownKind { Header, Type, Name, Member, Function };

struct UnknownName {
  UnknownKind Kind = UnknownKind::Name;
  std::string Name;
  unsigned Uses = 0;
  std::string Header; ///< That documents it, if anybody knows.

  bool operator<(const UnknownName &Other) const {
    return std::tie(Kind, Name) < std::tie(Other.Kind, Other.Name);
  }
};

/// A call in a function that other files know, by which that does to its caller
/// what its row says.
struct EffectPlace {
  std::string Function; ///< "Name/parameters"
  std::string Does;     ///< The verb of the model language: "acquire".
  std::string When;     ///< "succeeds", "returns TRUE"; empty if always.
  std::string Callee{}; ///< What is called, if that is of another file, too.
  Place Where;
};

/// What one run over a translation unit did.
struct RunResult {
  std::vector<Finding> Findings;
  std::vector<Incomplete> Unfinished;
  unsigned EntryFunctions = 0; ///< Analysed as the start of paths.
  unsigned Functions = 0;      ///< Of the driver, defined here, understood.
  unsigned Broken = 0;         ///< ... and not understood.
  /// Where functions that other files know do what their rows say.
  std::vector<EffectPlace> Places;
  /// What its functions show of those that they call; see dropRefuted().
  std::vector<Witness> Witnesses;
};

} // namespace flt

#endif // FLT_FINDING_FINDING_H
