//===-- engine/ModelOutputs.cpp - what a modelled call stores -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A modelled routine changes what the model says, and its out-parameters. It
// leaves alone what its other arguments point to: a flag beside the lock must
// keep its value over an acquisition.
//
//===----------------------------------------------------------------------===//
#include "compat/Compat.h"
#include "engine/ModelChecker.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Numbers in the structure \p Place of the caller, and pointers that it has
/// not set, are the call's to fill in (IO_STATUS_BLOCK). The pointers that it
/// has set are what the call is given (OBJECT_ATTRIBUTES).
static ProgramStateRef forgetFields(ProgramStateRef S, const CallSite &Site,
                                    SVal Place, const RecordDecl *RD) {
  if (!RD || !(RD = RD->getDefinition()))
    return S;
  for (const FieldDecl *F : RD->fields()) {
    SVal Field = S->getLValue(F, Place);
    QualType T = F->getType();
    if (const RecordDecl *Inner = T->getAsRecordDecl()) {
      S = forgetFields(S, Site, Field, Inner);
    } else if (const MemRegion *R = Field.getAsRegion();
               R && (T->isIntegralOrEnumerationType() ||
                     (T->isPointerType() && S->getSVal(R).isUndef()))) {
      S = S->bindLoc(loc::MemRegionVal(R),
                     compat::conjure(Site.C, Site.Call, T, R),
                     Site.C.getLocationContext());
    }
    if (RD->isUnion())
      break; // The others are the same memory.
  }
  return S;
}

/// Whether the call does something to what argument \p I leads to, of which
/// its row tells: to a lock, or to a structure of references.
static bool isObject(const CallSite &Site, unsigned I, bool IsStructure) {
  return llvm::any_of(Site.Routine.Effects, [&](const model::Effect &E) {
    bool IsCertain = !E.Reaches && E.Kind != model::EffectKind::Set;
    return (IsStructure || !E.LockKind.empty()) && E.namesObject() &&
           IsCertain &&
           E.Object.Base == model::ObjectPath::BaseKind::Argument &&
           E.Object.Argument == I;
  });
}

ProgramStateRef ModelChecker::forgetOutputs(ProgramStateRef S,
                                            CallSite &Site) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Site.Call.getDecl());
  for (unsigned I = 0; I < Site.Call.getNumArgs(); ++I) {
    const MemRegion *R = Site.Call.getArgSVal(I).getAsRegion();
    const Expr *Argument = Site.Call.getArgExpr(I);
    if (!R || (FD ? I >= FD->getNumParams() : !Argument))
      continue;
    QualType Pointee =
        (FD ? FD->getParamDecl(I)->getType() : Argument->getType())
            ->getPointeeType();
    if (Pointee.isNull() || Pointee.isConstQualified() ||
        isObject(Site, I, Pointee->isRecordType()))
      continue;
    const auto *Variable = dyn_cast<VarRegion>(R->getBaseRegion());
    if (Pointee->isRecordType() && Variable &&
        Variable->getDecl()->hasLocalStorage()) {
      S = forgetFields(S, Site, loc::MemRegionVal(R),
                       Pointee->getAsRecordDecl());
      continue;
    }
    if (!Pointee->isPointerType() && !Pointee->isIntegerType())
      continue;
    // That one variable or member, and nothing of what stands beside it.
    R = R->StripCasts();
    if (const auto *T = dyn_cast<TypedValueRegion>(R))
      Pointee = T->getValueType();
    if (Loc::isLocType(Pointee) || Pointee->isIntegralOrEnumerationType())
      S = S->bindLoc(loc::MemRegionVal(R),
                     compat::conjure(Site.C, Site.Call, Pointee, R),
                     Site.C.getLocationContext());
  }
  return S;
}
