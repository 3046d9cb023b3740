//===-- exits/Contracts.cpp - who must release ----------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/Contracts.h"
#include "hints/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace flt;

/// The source of a declaration up to its body, with the annotations in front
/// of it: everything after the end of what stands before.
static StringRef declarationText(const FunctionDecl *FD,
                                 const SourceManager &SM) {
  SourceLocation Begin = SM.getExpansionLoc(FD->getBeginLoc());
  if (Begin.isInvalid())
    return "";
  bool Invalid = false;
  StringRef Text = SM.getBufferData(SM.getFileID(Begin), &Invalid);
  if (Invalid)
    return "";
  size_t From = SM.getFileOffset(Begin);
  // Annotations precede the declaration; a ';', a '}' or a preprocessor line
  // ends what came before them.
  while (From > 0 && !StringRef(";}").contains(Text[From - 1])) {
    size_t LineStart = Text.rfind('\n', From - 1) + 1;
    if (Text[From - 1] == '\n') {
      StringRef Line = Text.substr(Text.rfind('\n', From - 2) + 1,
                                   From - 1 - (Text.rfind('\n', From - 2) + 1));
      if (Line.ltrim().starts_with("#"))
        break;
    }
    (void)LineStart;
    --From;
  }
  SourceLocation End = SM.getExpansionLoc(FD->doesThisDeclarationHaveABody()
                                              ? FD->getBody()->getBeginLoc()
                                              : FD->getEndLoc());
  if (End.isInvalid() || !SM.isWrittenInSameFile(Begin, End))
    return "";
  size_t To = SM.getFileOffset(End);
  // Annotations of the last parameter stand behind its name's end as well.
  return From < To ? Text.slice(From, std::min(To + 1, Text.size())) : "";
}

static bool mentions(StringRef Text, StringRef Prefix) {
  for (size_t At = Text.find(Prefix); At != StringRef::npos;
       At = Text.find(Prefix, At + 1))
    if (Text.substr(At)
            .take_until([](char C) { return C == '('; })
            .ends_with("lock_") ||
        Prefix.starts_with("__drv"))
      return true;
  return false;
}

/// "_Function_class_(FAST_IO_LOCK)": the system calls it, and has no use for
/// what it holds, unless that is what the class is about.
static CallbackRole roleByClass(StringRef Text) {
  size_t At = Text.find("_Function_class_(");
  if (At == StringRef::npos)
    return CallbackRole::None;
  CallbackRole Role =
      roleByName(Text.substr(At).split('(').second.split(')').first);
  return Role == CallbackRole::None ? CallbackRole::EntryPoint : Role;
}

Contract flt::contractOf(const FunctionDecl *FD, CallbackRole Role,
                         const ASTContext &Ctx) {
  Contract C;
  const SourceManager &SM = Ctx.getSourceManager();
  for (const FunctionDecl *D : FD->redecls()) {
    StringRef Text = declarationText(D, SM);
    C.MayHold |=
        mentions(Text, "_Acquires_") || mentions(Text, "__drv_acquires");
    C.MayRelease |=
        mentions(Text, "_Releases_") || mentions(Text, "__drv_releases");
    if (Role == CallbackRole::None)
      Role = roleByClass(Text);
  }
  if (Role == CallbackRole::EntryPoint)
    return C; // PreLockControl is no lock wrapper.
  C.MayHold |= Role == CallbackRole::Acquires;
  C.MayRelease |= Role == CallbackRole::Releases;
  C.IsLockCallback =
      Role == CallbackRole::Acquires || Role == CallbackRole::Releases;
  std::string Name = FD->getNameAsString();
  C.MayHold |= suggestsHolding(Name);
  C.MayRelease |= suggestsReleasing(Name);
  // Guards: the destructor releases what the constructor took.
  C.MayHold |= isa<CXXConstructorDecl>(FD);
  C.MayRelease |= isa<CXXDestructorDecl>(FD);
  return C;
}
