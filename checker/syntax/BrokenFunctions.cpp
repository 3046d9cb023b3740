//===-- syntax/BrokenFunctions.cpp - functions with a compile error -------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/BrokenFunctions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include <map>

using namespace clang;
using namespace flt;

static constexpr llvm::StringLiteral UsesUnknown =
    "it uses something that does not compile";

namespace {

/// Where the errors are, by file and offset, at every level: of a macro where
/// it is expanded, of an included file also where it is included.
class ErrorPlaces {
public:
  ErrorPlaces(const SourceManager &SM, const CompileErrors &Errors);

  struct Hit {
    const CompileErrors::Error *First = nullptr;
    unsigned Count = 0;
  };
  Hit within(SourceRange Range) const;

  /// The places of the braces that close nothing.
  std::vector<std::pair<FileID, unsigned>> StrayBraces;

private:
  const SourceManager &SM;
  std::map<FileID, std::multimap<unsigned, const CompileErrors::Error *>> Files;
};

/// Whether something in a function was not understood.
class DoubtVisitor : public RecursiveASTVisitor<DoubtVisitor> {
public:
  /// \param LacksHeader what is called without a declaration may be a macro.
  DoubtVisitor(const ASTContext &Ctx, llvm::DenseMap<const Type *, bool> &Known,
               bool LacksHeader)
      : Ctx(Ctx), Known(Known), LacksHeader(LacksHeader) {}

  bool shouldVisitImplicitCode() const { return true; }

  bool VisitStmt(Stmt *S);
  bool VisitDecl(Decl *D) { return !D->isInvalidDecl(); }
  bool VisitTypeLoc(TypeLoc T) { return isTrusted(T.getType()); }

  bool isTrusted(QualType T);

private:
  bool isTrustedOnce(QualType T);

  const ASTContext &Ctx;
  llvm::DenseMap<const Type *, bool> &Known;
  bool LacksHeader;
};

/// All functions with a body, those inside of others last.
class DefinitionVisitor : public RecursiveASTVisitor<DefinitionVisitor> {
public:
  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitFunctionDecl(FunctionDecl *FD) {
    if (FD->doesThisDeclarationHaveABody())
      Definitions.push_back(FD);
    return true;
  }

  std::vector<FunctionDecl *> Definitions;
};

} // namespace

ErrorPlaces::ErrorPlaces(const SourceManager &SM, const CompileErrors &Errors)
    : SM(SM) {
  for (const CompileErrors::Error &E : Errors.All) {
    if (E.At.isInvalid())
      continue;
    SourceLocation At = SM.getExpansionLoc(E.At);
    if (E.IsStrayBrace)
      StrayBraces.push_back(SM.getDecomposedLoc(At));
    for (; At.isValid(); At = SM.getIncludeLoc(SM.getFileID(At))) {
      auto [File, Offset] = SM.getDecomposedLoc(At);
      Files[File].emplace(Offset, &E);
    }
  }
}

ErrorPlaces::Hit ErrorPlaces::within(SourceRange Range) const {
  Hit Result;
  auto [BeginFile, Begin] =
      SM.getDecomposedLoc(SM.getExpansionLoc(Range.getBegin()));
  auto [EndFile, End] = SM.getDecomposedLoc(SM.getExpansionLoc(Range.getEnd()));
  auto Look = [&](FileID File, unsigned From, unsigned To) {
    auto It = Files.find(File);
    if (It == Files.end())
      return;
    for (auto I = It->second.lower_bound(From);
         I != It->second.end() && I->first <= To; ++I) {
      if (!Result.First)
        Result.First = I->second;
      ++Result.Count;
    }
  };
  if (BeginFile == EndFile) {
    Look(BeginFile, Begin, End);
  } else {
    Look(BeginFile, Begin, ~0u);
    Look(EndFile, 0, End);
  }
  return Result;
}

bool DoubtVisitor::VisitStmt(Stmt *S) {
  const auto *E = dyn_cast<Expr>(S);
  if (!E)
    return true;
  if (E->containsErrors() ||
      (!E->getType().isNull() && !isTrusted(E->getType())))
    return false;
  const ValueDecl *VD = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    VD = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(E))
    VD = Member->getMemberDecl();
  if (!VD)
    return true;
  const auto *FD = dyn_cast<FunctionDecl>(VD);
  bool MayBeMacro =
      LacksHeader && FD && FD->isImplicit() && !FD->getBuiltinID();
  return !MayBeMacro && !VD->isInvalidDecl() && isTrusted(VD->getType());
}

bool DoubtVisitor::isTrusted(QualType T) {
  if (T.isNull())
    return true;
  auto [It, New] = Known.try_emplace(T.getTypePtr(), true);
  if (!New)
    return It->second;
  bool Trusted = isTrustedOnce(T);
  Known[T.getTypePtr()] = Trusted;
  return Trusted;
}

bool DoubtVisitor::isTrustedOnce(QualType T) {
  if (T->containsErrors())
    return false;
  if (const auto *TT = dyn_cast<TypedefType>(T))
    if (TT->getDecl()->isInvalidDecl())
      return false;
  if (const auto *Function = dyn_cast<FunctionProtoType>(T)) {
    for (QualType Param : Function->param_types())
      if (!isTrusted(Param))
        return false;
    return isTrusted(Function->getReturnType());
  }
  if (const auto *Array = dyn_cast<ArrayType>(T))
    return isTrusted(Array->getElementType());
  if (QualType Pointee = T->getPointeeType(); !Pointee.isNull())
    return isTrusted(Pointee);
  if (const auto *Tag = T->getAsTagDecl())
    if (Tag->isInvalidDecl())
      return false;
  QualType Inner = T.getSingleStepDesugaredType(Ctx);
  return Inner == T || isTrusted(Inner);
}

/// The function that stands last above \p Brace in its file: what follows its
/// end was meant to be in it.
static const FunctionDecl *functionAbove(std::pair<FileID, unsigned> Brace,
                                         ArrayRef<FunctionDecl *> Definitions,
                                         const SourceManager &SM) {
  const FunctionDecl *Last = nullptr;
  unsigned LastEnd = 0;
  for (const FunctionDecl *FD : Definitions) {
    auto [File, End] = SM.getDecomposedLoc(SM.getExpansionLoc(FD->getEndLoc()));
    if (File == Brace.first && End < Brace.second && End >= LastEnd) {
      Last = FD;
      LastEnd = End;
    }
  }
  return Last;
}

static std::string describe(const ErrorPlaces::Hit &Hit) {
  std::string Text = "it does not compile: " + Hit.First->Message;
  if (Hit.Count > 1)
    Text += " (and " + std::to_string(Hit.Count - 1) + " more)";
  return Text;
}

BrokenFunctions::BrokenFunctions(ASTContext &Ctx, const CompileErrors &Errors) {
  if (Errors.empty())
    return;
  acceptPartlyKnownRecords(Ctx.getTranslationUnitDecl());
  DefinitionVisitor All;
  All.TraverseDecl(Ctx.getTranslationUnitDecl());
  const SourceManager &SM = Ctx.getSourceManager();
  ErrorPlaces Places(SM, Errors);
  llvm::DenseSet<const FunctionDecl *> CutShort;
  for (std::pair<FileID, unsigned> Brace : Places.StrayBraces)
    CutShort.insert(functionAbove(Brace, All.Definitions, SM));
  llvm::DenseMap<const Type *, bool> KnownTypes;
  bool LacksHeader = llvm::any_of(Errors.Unknown, [](const UnknownName &U) {
    return U.Kind == UnknownKind::Header;
  });
  for (FunctionDecl *FD : All.Definitions) {
    ErrorPlaces::Hit Hit = Places.within(FD->getSourceRange());
    std::string Reason;
    if (Hit.First)
      Reason = describe(Hit);
    else if (CutShort.contains(FD))
      Reason = "it does not compile: a brace below it closes nothing";
    else if (!DoubtVisitor(Ctx, KnownTypes, LacksHeader).TraverseDecl(FD))
      Reason = UsesUnknown.str();
    if (!Reason.empty())
      Found.push_back({FD, std::move(Reason)});
  }
  for (const Broken &B : Found) {
    auto *FD = const_cast<FunctionDecl *>(B.Function);
    Bodies.push_back({FD, FD->getBody()});
    FD->setBody(nullptr);
  }
}

BrokenFunctions::~BrokenFunctions() {
  for (auto [FD, Body] : llvm::reverse(Bodies))
    FD->setBody(Body);
}

/// Whether Clang knows the size of everything in \p RD.
static bool hasLayout(const RecordDecl *RD) {
  if (!RD->isCompleteDefinition() || RD->isDependentType())
    return false;
  for (const FieldDecl *FD : RD->fields())
    if (FD->getType()->isIncompleteType() && !FD->getType()->isArrayType())
      return false;
  return true;
}

namespace {
class RecordVisitor : public RecursiveASTVisitor<RecordVisitor> {
public:
  // Members first: a structure is invalid for those that are.
  bool shouldTraversePostOrder() const { return true; }

  bool VisitRecordDecl(RecordDecl *RD) {
    if (!RD->isCompleteDefinition())
      return true;
    for (FieldDecl *FD : RD->fields())
      if (const auto *Inner =
              FD->getType()->getBaseElementTypeUnsafe()->getAsRecordDecl();
          Inner && Accepted.contains(Inner))
        FD->setInvalidDecl(false);
    if (RD->isInvalidDecl() && hasLayout(RD)) {
      RD->setInvalidDecl(false);
      Accepted.insert(RD);
    }
    return true;
  }

private:
  llvm::DenseSet<const RecordDecl *> Accepted;
};
} // namespace

void flt::acceptPartlyKnownRecords(Decl *D) { RecordVisitor().TraverseDecl(D); }
