//===-- path/Registrations.cpp - what is there until unload ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/Registrations.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang::ento;
using namespace flt;

void Registration::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddPointer(Family);
  ID.AddPointer(By);
  ID.AddPointer(What);
  ID.AddPointer(Site);
  ID.AddPointer(Status);
  ID.AddPointer(Value);
  ID.AddPointer(Where);
  ID.AddBoolean(GivenBack);
}

bool Registration::operator==(const Registration &O) const {
  llvm::FoldingSetNodeID X, Y;
  Profile(X);
  O.Profile(Y);
  return X == Y;
}

REGISTER_LIST_WITH_PROGRAMSTATE(RegistrationList, Registration)

llvm::SmallVector<Registration, 2> state::registrations(ProgramStateRef S) {
  llvm::SmallVector<Registration, 2> Out;
  for (const Registration &R : S->get<RegistrationList>())
    Out.push_back(R);
  return Out;
}

ProgramStateRef state::addRegistration(ProgramStateRef S,
                                       const Registration &R) {
  return S->add<RegistrationList>(R);
}

ProgramStateRef state::giveBackRegistration(ProgramStateRef S,
                                            const Registration &R) {
  llvm::SmallVector<Registration, 2> Old = registrations(S);
  auto List = S->get_context<RegistrationList>().getEmptyList();
  for (size_t I = Old.size(); I-- > 0;) {
    if (Old[I] == R)
      Old[I].GivenBack = true;
    List = S->get_context<RegistrationList>().add(Old[I], List);
  }
  return S->set<RegistrationList>(List);
}
