//===-- path/KnownFlags.cpp - bits that are set or clear ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/KnownFlags.h"
#include "clang/AST/ASTContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/Support/KnownBits.h"

using namespace clang;
using namespace clang::ento;
using llvm::KnownBits;

static KnownBits bitsOf(ProgramStateRef S, SymbolRef Sym, unsigned Depth = 0) {
  ASTContext &Ctx = S->getStateManager().getContext();
  KnownBits Unknown(Ctx.getIntWidth(Sym->getType()));
  if (Depth > 8)
    return Unknown;
  // S has the tested expression as assumed; only its operands are facts.
  if (Depth > 0)
    if (const llvm::APSInt *Value = S->getConstraintManager().getSymVal(S, Sym))
      return KnownBits::makeConstant(Value->extOrTrunc(Unknown.getBitWidth()));
  if (const auto *Cast = dyn_cast<SymbolCast>(Sym)) {
    SymbolRef Operand = Cast->getOperand();
    if (!Operand->getType()->isIntegralOrEnumerationType())
      return Unknown;
    KnownBits Bits = bitsOf(S, Operand, Depth + 1);
    if (Bits.getBitWidth() >= Unknown.getBitWidth())
      return Bits.trunc(Unknown.getBitWidth());
    return Operand->getType()->isSignedIntegerOrEnumerationType()
               ? Bits.sext(Unknown.getBitWidth())
               : Bits.zext(Unknown.getBitWidth());
  }
  const auto *E = dyn_cast<SymIntExpr>(Sym);
  if (!E || (E->getOpcode() != BO_And && E->getOpcode() != BO_Or) ||
      !E->getLHS()->getType()->isIntegralOrEnumerationType())
    return Unknown;
  KnownBits Left = bitsOf(S, E->getLHS(), Depth + 1);
  KnownBits Right = KnownBits::makeConstant(
      llvm::APSInt(E->getRHS()).extOrTrunc(Left.getBitWidth()));
  KnownBits Bits = E->getOpcode() == BO_And ? Left & Right : Left | Right;
  return Bits.zextOrTrunc(Unknown.getBitWidth());
}

bool flt::contradictsFlags(ProgramStateRef S, SVal Cond, bool Assumption) {
  SymbolRef Sym = Cond.getAsSymbol();
  if (!Sym)
    return false;
  // "F & X", "(F & X) != 0", "(F & X) == 0", "!(F & X)".
  while (true) {
    if (const auto *Cast = dyn_cast<SymbolCast>(Sym)) {
      Sym = Cast->getOperand();
      continue;
    }
    const auto *E = dyn_cast<SymIntExpr>(Sym);
    if (!E)
      return false;
    const llvm::APSInt &Constant = E->getRHS();
    if ((E->getOpcode() != BO_EQ && E->getOpcode() != BO_NE) || Constant != 0)
      break;
    if (E->getOpcode() == BO_EQ)
      Assumption = !Assumption;
    Sym = E->getLHS();
  }
  const auto *Test = dyn_cast<SymIntExpr>(Sym);
  if (!Test || Test->getOpcode() != BO_And ||
      !Test->getType()->isIntegralOrEnumerationType())
    return false;
  KnownBits Bits = bitsOf(S, Test);
  return Assumption ? Bits.isZero() : !Bits.One.isZero();
}
