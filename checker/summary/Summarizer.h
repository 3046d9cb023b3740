//===-- summary/Summarizer.h - from exits to a row --------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SUMMARY_SUMMARIZER_H
#define FLT_SUMMARY_SUMMARIZER_H

#include "summary/SummaryConditions.h"
#include "syntax/KeptParameters.h"
#include <map>

namespace flt {

/// An effect and the exits that show it. Two exits may show it for different
/// reasons, so it is found again by what it prints as.
struct Observed {
  model::Effect E;
  llvm::SmallVector<bool, 8> At;
  /// Exits at which it makes no difference whether it happened.
  llvm::SmallVector<bool, 8> Either;
  /// What the object held on entry: where that is NULL, nothing is taken.
  clang::ento::SymbolRef Entry = nullptr;
};

/// Works out the row of one function. What an exit shows is collected first,
/// then, over all exits, when it happens.
class Summarizer {
public:
  Summarizer(const clang::FunctionDecl *FD, const FunctionRun &Run,
             const Outcomes &O, KeptParameters &Kept)
      : FD(FD), Run(Run), O(O), Kept(Kept) {}

  std::optional<model::Routine> run();

private:
  using ProgramStateRef = clang::ento::ProgramStateRef;
  using SymbolRef = clang::ento::SymbolRef;

  void addEndings(const Exit &E);
  /// \returns null if the ending shows \p E twice, which no row can say.
  Observed *add(model::Effect E);
  /// Adds \p Seen to \p R under the conditions that all exits agree on.
  void decide(Observed &Seen, model::Routine &R);
  std::optional<llvm::SmallVector<model::Condition, 2>>
  explain(const Observed &Seen, bool WithEither) const;

  // Locks and regions (SummaryLocks.cpp).
  bool observeLocks(const Ending &E);
  void observeHold(const Hold &H, const Ending &E);
  bool observeHistory(const clang::ento::MemRegion *Lock,
                      const LockHistory &History, const Ending &E);
  void observeRegions(ProgramStateRef S);
  std::optional<model::ObjectPath> objectOf(const clang::ento::MemRegion *Lock,
                                            const Ending &E) const;
  /// What becomes of \p Lock follows no rule.
  /// \returns false if nothing can be said of which lock that is.
  bool touchLock(const Ending &E, const clang::ento::MemRegion *Lock,
                 const std::string &Kind);
  void touch(const model::ObjectPath &Object, const std::string &LockKind);
  void touchMember(const std::string &Member, const std::string &LockKind);
  /// A path that leaves the caller's object for no other one neither releases
  /// nor acquires what belongs to it: that comes to the same as both.
  void matchHandOvers();
  void addTouches(model::Routine &R);

  // References and outputs (SummaryOutputs.cpp).
  void observeReferences(const Ending &E);
  void observeGiven(const Ending &E, clang::ento::SVal Value,
                    model::ObjectPath Object);
  void matchExchanges();
  void addOutputs(model::Routine &R);
  void addOutput(unsigned Param, model::Routine &R);
  void addReturned(model::Routine &R);
  bool isUnchanged(const Ending &E, unsigned Param) const;
  /// What the variable that \p Param points to holds at the end; Undef if the
  /// caller passes none.
  clang::ento::SVal output(const Ending &E, unsigned Param) const;
  clang::QualType outputType(unsigned Param) const;

  const clang::FunctionDecl *FD;
  const FunctionRun &Run;
  const Outcomes &O;
  KeptParameters &Kept;
  llvm::SmallVector<Ending, 8> Endings;
  size_t Index = 0; ///< Of the ending at hand.
  /// Parameters that say whether a call waits, by call.
  llvm::DenseMap<const clang::Expr *, unsigned> Waits;
  std::map<std::string, Observed> Effects;
  std::map<std::string, model::Effect> Touched;
  /// Locks of which the paths tell everything, by object.
  std::map<std::string, bool> Settled;
  /// Kinds of regions of which some exit can't tell whether they are entered.
  bool Doubted[std::size(model::AllRegions)] = {};
  /// Some path enters or leaves \p Region together with a lock.
  void crosses(std::optional<model::RegionKind> Region) {
    if (Region)
      CrossesWithLock[unsigned(*Region)] = true;
  }
  /// By kind of region.
  bool CrossesWithLock[std::size(model::AllRegions)] = {};
};

} // namespace flt

#endif // FLT_SUMMARY_SUMMARIZER_H
