//===-- path/AccessPath.cpp - where a value was read from -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/AccessPath.h"
#include "path/Invented.h"
#include "path/State.h"
#include "syntax/ParameterPaths.h"
#include "clang/AST/Decl.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// The variable whose value an opaque call replaced by \p Sym, if it is that.
/// The store tags such a symbol with the region that it invalidated; what else
/// may be a tag is not in the allocator that regions come from.
static const MemRegion *invalidatedRegion(const SymbolConjured *Sym,
                                          llvm::BumpPtrAllocator &Alloc) {
  const void *Tag = Sym->getTag();
  if (!Tag || !Sym->getType()->isPointerType() || !Alloc.identifyObject(Tag))
    return nullptr;
  return static_cast<const MemRegion *>(Tag);
}

void AccessPath::addSymbol(SymbolRef Sym) {
  // Symbols that stand for what memory held.
  if (const auto *V = dyn_cast<SymbolRegionValue>(Sym)) {
    addRegion(V->getRegion());
    Steps.push_back({Step::Kind::Deref, nullptr});
    return;
  }
  if (const auto *D = dyn_cast<SymbolDerived>(Sym)) {
    addRegion(D->getRegion());
    Steps.push_back({Step::Kind::Deref, nullptr});
    return;
  }
  if (const auto *C = dyn_cast<SymbolConjured>(Sym)) {
    if (const MemRegion *R = invalidatedRegion(C, *Alloc)) {
      Replaced |= isa<VarRegion>(R);
      addRegion(R);
      Steps.push_back({Step::Kind::Deref, nullptr});
      return;
    }
    // Objects may lead to each other in circles.
    if (const MemRegion *Place = Stores && StoresFollowed < 4
                                     ? state::storedAt(Stores, Sym)
                                     : nullptr) {
      ++StoresFollowed;
      addRegion(Place);
      Steps.push_back({Step::Kind::Deref, nullptr});
      return;
    }
    if (const auto *CE = dyn_cast_or_null<CallExpr>(C->getStmt()))
      if (const FunctionDecl *FD = CE->getDirectCallee())
        Enumerator = FD->getCanonicalDecl();
  }
  Root = Start = Sym;
  Anonymous = true;
}

void AccessPath::addRegion(const MemRegion *R) {
  R = R->StripCasts();
  if (const auto *F = dyn_cast<FieldRegion>(R)) {
    addRegion(F->getSuperRegion());
    Steps.push_back({Step::Kind::Field, F->getDecl()->getCanonicalDecl()});
    return;
  }
  if (const auto *E = dyn_cast<ElementRegion>(R)) {
    addRegion(E->getSuperRegion());
    const void *Index = nullptr;
    if (auto Value = E->getIndex().getAs<nonloc::ConcreteInt>()) {
      const llvm::APSInt &Int = Value->getValue();
      Index = reinterpret_cast<const void *>(
          Int.extOrTrunc(64).getZExtValue() * 2 + 1);
    } else if (SymbolRef Sym = E->getIndex().getAsSymbol()) {
      Index = Sym;
      AnyElement |= restsOn(Sym, Invented::Counter);
    }
    Steps.push_back({Step::Kind::Element, Index});
    return;
  }
  if (const auto *S = dyn_cast<SymbolicRegion>(R)) {
    addSymbol(S->getSymbol());
    return;
  }
  if (const auto *B = dyn_cast<CXXBaseObjectRegion>(R)) {
    addRegion(B->getSuperRegion());
    return;
  }
  Root = R;
  if (const auto *V = dyn_cast<VarRegion>(R)) {
    RootName = V->getDecl()->getNameAsString();
    Local = V->getDecl()->hasLocalStorage();
  } else if (isa<CXXThisRegion>(R)) {
    RootName = "this";
  }
  Anonymous = RootName.empty();
}

AccessPath AccessPath::of(const MemRegion *R, ProgramStateRef State) {
  AccessPath Path;
  Path.Alloc = &State->getStateManager().getAllocator();
  Path.Stores = State.get();
  Path.addRegion(R);
  Path.Stores = nullptr;
  return Path;
}

AccessPath AccessPath::asRead(const MemRegion *R, ProgramStateRef State) {
  AccessPath Path;
  Path.Alloc = &State->getStateManager().getAllocator();
  Path.addRegion(R);
  return Path;
}

bool AccessPath::isPrefixOf(const AccessPath &O) const {
  return Root == O.Root && Steps.size() <= O.Steps.size() &&
         std::equal(Steps.begin(), Steps.end(), O.Steps.begin());
}

std::string AccessPath::member() const {
  for (const Step &S : llvm::reverse(Steps)) {
    if (S.K != Step::Kind::Field)
      continue;
    const auto *F = static_cast<const FieldDecl *>(S.What);
    if (!F->getIdentifier())
      continue;
    return memberName(F);
  }
  return "";
}

bool AccessPath::walksList() const {
  return llvm::any_of(Steps, [](const Step &S) {
    if (S.K != Step::Kind::Field)
      return false;
    StringRef Name = static_cast<const FieldDecl *>(S.What)->getName();
    return Name == "Flink" || Name == "Blink";
  });
}

std::size_t AccessPath::hashFrom(const void *Start) const {
  llvm::hash_code Hash = llvm::hash_value(Start);
  for (const Step &S : Steps)
    Hash = llvm::hash_combine(Hash, unsigned(S.K), S.What);
  return Hash;
}

std::string AccessPath::str() const {
  if (Anonymous)
    return "";
  std::string Text = RootName;
  for (size_t I = 0; I < Steps.size(); ++I) {
    const Step &S = Steps[I];
    bool LastStep = I + 1 == Steps.size();
    switch (S.K) {
    case Step::Kind::Deref:
      // The step after it writes the arrow; the last one is the object itself.
      if (!LastStep && Steps[I + 1].K == Step::Kind::Deref)
        Text = "(*" + Text + ")";
      break;
    case Step::Kind::Field: {
      const auto *F = static_cast<const FieldDecl *>(S.What);
      if (F->getName().empty())
        break;           // A member of an anonymous structure.
      size_t Before = I; // Behind members of anonymous structures.
      while (Before && Steps[Before - 1].K == Step::Kind::Field &&
             static_cast<const FieldDecl *>(Steps[Before - 1].What)
                 ->getName()
                 .empty())
        --Before;
      bool Arrow = Before && Steps[Before - 1].K == Step::Kind::Deref;
      Text += (Arrow ? "->" : ".") + F->getNameAsString();
      break;
    }
    case Step::Kind::Element:
      Text += "[...]";
      break;
    }
  }
  return Text;
}

std::optional<model::ObjectPath> AccessPath::toObject() const {
  using Object = model::ObjectPath;
  Object Path;
  if (Anonymous)
    return std::nullopt;
  const auto *R = static_cast<const MemRegion *>(Root);
  const auto *V = dyn_cast<VarRegion>(R);
  if (!V)
    return std::nullopt;
  if (const auto *P = dyn_cast<ParmVarDecl>(V->getDecl())) {
    // Of the function under analysis; inlined ones have ParamVarRegions.
    if (isa<ParamVarRegion>(V))
      return std::nullopt;
    Path.Argument = P->getFunctionScopeIndex();
  } else if (V->getDecl()->hasGlobalStorage() &&
             V->getDecl()->isExternallyVisible()) {
    Path.Base = Object::BaseKind::Global;
    Path.Global = RootName;
  } else {
    return std::nullopt;
  }
  // A caller sees the declared types, and no cast in between.
  QualType Type = V->getDecl()->getType();
  for (const Step &S : Steps) {
    if (S.K == Step::Kind::Element)
      return std::nullopt;
    if (S.K == Step::Kind::Deref) {
      if (!Type->isPointerType())
        return std::nullopt;
      Type = Type->getPointeeType();
      Path.Steps.push_back({Object::Step::Kind::Deref, ""});
      continue;
    }
    const auto *Field = static_cast<const FieldDecl *>(S.What);
    const RecordDecl *Record = Type->getAsRecordDecl();
    if (!Record ||
        Record->getCanonicalDecl() != Field->getParent()->getCanonicalDecl())
      return std::nullopt;
    Type = Field->getType();
    // What is in an anonymous structure is named like a field outside of it.
    if (!Field->getName().empty())
      Path.Steps.push_back({Object::Step::Kind::Field, Field->getName().str()});
  }
  // The pointer, not what it points to.
  if (!Path.Steps.empty() && Path.Steps.back().K == Object::Step::Kind::Deref)
    Path.Steps.pop_back();
  else
    Path.AddressOf = true;
  return Path;
}
