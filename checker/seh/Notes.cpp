//===-- seh/Notes.cpp - what notes on a path say --------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/Notes.h"
#include "seh/Lowering.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"

using namespace clang;
using namespace clang::ento;
using namespace flt::seh;

bool flt::seh::isExceptionNote(llvm::StringRef Text) {
  return Text == MayRaiseNote || Text == TakesNote || Text == DeclinesNote;
}

static llvm::StringRef exitNote(const CallEvent &Exit) {
  const llvm::APSInt *How = Exit.getArgSVal(0).getAsInteger();
  switch (How ? Leaving(How->getExtValue()) : Leaving::Return) {
  case Leaving::Return:
    return "The return leaves the '__try' block through '__finally'";
  case Leaving::Goto:
    return "The goto leaves the '__try' block through '__finally'";
  case Leaving::Break:
    return "The break leaves the '__try' block through '__finally'";
  case Leaving::Continue:
    return "The continue leaves the '__try' block through '__finally'";
  }
  return "";
}

static std::string skipNote(const CallEvent &Skip, const Lowering &L) {
  const llvm::APSInt *I = Skip.getArgSVal(0).getAsInteger();
  const VarDecl *Object = I ? L.object(unsigned(I->getExtValue())) : nullptr;
  return "The exception skips the destructor of '" +
         (Object ? Object->getNameAsString() : std::string()) + "'";
}

std::string flt::seh::noteOf(Helper H, const CallEvent &Call,
                             const Lowering &L) {
  switch (H) {
  case Helper::Exit:
    return exitNote(Call).str();
  case Helper::Skip:
    return skipNote(Call, L);
  case Helper::EnterFinally:
    return "Control passes to the '__finally' block";
  case Helper::EnterExcept:
    return "Control passes to the '__except' handler";
  default:
    return "";
  }
}
