//===-- path/AccessPath.h - where a value was read from ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine names memory by the value of the pointer that leads there, and
// gives that pointer a new value after every call it can't see through. For a
// lock that is too strict: `&Globals.Table->Lock` is the same lock before and
// after. An AccessPath names memory by the variables and fields that lead
// there, so that both are equal; `A->Lock` and `B->Lock` are not.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_ACCESSPATH_H
#define FLT_PATH_ACCESSPATH_H

#include "model/Model.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/MemRegion.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState_Fwd.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Allocator.h"
#include <string>

namespace flt {

class AccessPath {
public:
  /// The path to \p R: a variable, parameter or symbol, then the fields,
  /// elements and pointers that lead from it to \p R.
  /// A value without a name has that of the place where the path stored it.
  static AccessPath of(const clang::ento::MemRegion *R,
                       clang::ento::ProgramStateRef State);
  /// The same without a look at what was stored: it stays as it is whatever the
  /// path stores later.
  static AccessPath asRead(const clang::ento::MemRegion *R,
                           clang::ento::ProgramStateRef State);

  bool operator==(const AccessPath &O) const {
    return Root == O.Root && Steps == O.Steps;
  }
  /// Starts at something that has no name: the result of a call, say.
  bool isAnonymous() const { return Anonymous; }
  /// What an anonymous path starts at; null if that is no value.
  clang::ento::SymbolRef start() const { return Start; }
  /// Of the steps alone, wherever they start.
  std::size_t stepsHash() const { return hashFrom(nullptr); }
  /// Starts at a variable of a function on the stack.
  bool isLocal() const { return Local; }
  /// ... of which a call got the address: for all that is known, it still is
  /// what it was before, by another way.
  bool isReplaced() const { return Local && Replaced; }
  /// The last member on the path, with the structure that it is one of
  /// ("FCB.Resource"); "" if there is none.
  std::string member() const;
  /// Ends with what a pointer points to: others may have it by another name.
  bool isThroughPointer() const {
    return !Steps.empty() && Steps.back().K == Step::Kind::Deref;
  }
  /// Goes along a doubly linked list: which entry it is depends on the loop.
  bool walksList() const;
  /// Crosses an array by a counter whose rounds are not followed one by one:
  /// which element it is, nobody knows.
  bool isAnyElement() const { return AnyElement; }
  /// The function whose result the path starts at, if it is called by name:
  /// each call of one that enumerates gives another object.
  const clang::FunctionDecl *enumerator() const { return Enumerator; }
  /// Of all paths that take these steps from a result of that function.
  std::size_t enumerationHash() const { return hashFrom(Enumerator); }
  /// \returns true if \p O continues this path.
  bool isPrefixOf(const AccessPath &O) const;

  std::size_t hash() const { return hashFrom(Root); }

  /// The pointer to what the path leads to, as the model language writes it for
  /// a function whose parameters it starts at; nullopt if it starts elsewhere
  /// than at a parameter or a global variable, or crosses an array.
  std::optional<model::ObjectPath> toObject() const;

  /// As the source would write it ("Ctx->Lock"), or "" if there is no name.
  std::string str() const;

private:
  struct Step {
    enum class Kind { Deref, Field, Element } K;
    const void *What; ///< The field, or the index.
    bool operator==(const Step &O) const { return K == O.K && What == O.What; }
  };
  void addRegion(const clang::ento::MemRegion *R);
  void addSymbol(clang::ento::SymbolRef Sym);
  std::size_t hashFrom(const void *Start) const;

  llvm::BumpPtrAllocator *Alloc = nullptr; ///< Where regions come from.
  /// Says where values were stored; only while the path is made, and may be
  /// null.
  const clang::ento::ProgramState *Stores = nullptr;
  unsigned StoresFollowed = 0;
  const void *Root = nullptr;
  clang::ento::SymbolRef Start = nullptr;
  std::string RootName;
  const clang::FunctionDecl *Enumerator = nullptr;
  bool Anonymous = false;
  bool Local = false;
  bool Replaced = false;
  bool AnyElement = false;
  llvm::SmallVector<Step, 6> Steps;
};

} // namespace flt

#endif // FLT_PATH_ACCESSPATH_H
