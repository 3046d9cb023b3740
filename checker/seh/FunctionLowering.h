//===-- seh/FunctionLowering.h - lowers one function ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One walk over the body. On the way down, statements that may raise get a jump
// to the nearest __try around them (RaisePoints.cpp); on the way up, each __try
// is replaced, inner ones first, so that the jumps that an inner one leaves
// behind are ordinary jumps for the outer one (TryLowering.cpp).
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_FUNCTIONLOWERING_H
#define FLT_SEH_FUNCTIONLOWERING_H

#include "seh/AstFactory.h"
#include "seh/Lowering.h"
#include "seh/Shapes.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace flt::seh {

class FunctionLowering {
public:
  /// \p HandsOn: exceptions that leave \p FD go on in its callers.
  FunctionLowering(Lowering &L, clang::FunctionDecl *FD, bool HandsOn);

  FunctionFigures run();

private:
  using Stmt = clang::Stmt;
  using Expr = clang::Expr;
  using Loc = clang::SourceLocation;

  /// The __try that an exception raised at some place goes to.
  struct Target {
    clang::LabelDecl *Label;
    Target *Outer;
    /// What may raise is worth a branch (certain raises always are).
    bool WantsMay;
    bool Used = false;
  };

  // RaisePoints.cpp
  /// Lowers what is in \p Slot; exceptions go to \p T, or leave the function.
  void walk(Stmt *&Slot, Target *T);
  void walkBlock(Stmt *&Slot, clang::CompoundStmt *Block, Target *T);
  /// Lowers the statement in \p Slot, which may become a block.
  void walkStatement(Stmt *&Slot, Target *T);
  /// Adds what \p Slot becomes to \p Out. \returns whether that is more or
  /// less than the statement itself.
  bool expand(Stmt *&Slot, Target *T, llvm::SmallVectorImpl<Stmt *> &Out);
  /// Adds the tests that follow calls in the expressions of \p Slot.
  void walkExpr(Stmt *&Slot, Target *T);
  void guardCall(Stmt *&Slot, clang::CallExpr *Call, Target *T);
  void raiseCall(Stmt *&Slot, clang::CallExpr *Call, Target *T);
  /// Whether evaluating \p S may raise, apart from calls that are followed by
  /// a test of their own, and statements below it.
  bool mayRaise(const Stmt *S) const;
  bool isGuarded(const clang::CallExpr *Call) const;
  /// Wraps a loop condition or increment that may raise.
  void walkLoopExpr(Stmt *&Slot, Target *T);
  bool wantsMay(const Target *T) const { return T ? T->WantsMay : HandsOn; }
  bool matters(const Target *T) const { return T || HandsOn; }
  /// if (__seh_may_raise()) goto T;
  Stmt *raisePoint(Target *T, Loc Where);
  /// goto T, or the way out of the function.
  Stmt *jumpTo(Target *T, Loc Where);

  // TryLowering.cpp
  void lowerTry(Stmt *&Slot, clang::SEHTryStmt *Try, Target *Outer);
  void makeReachable(clang::SEHTryStmt *Try, Target *T);
  Stmt *lowerExcept(clang::SEHTryStmt *Try, Target &Mine, Target *Outer);
  /// \p KeepCode: the handler may change what GetExceptionCode() says.
  Stmt *lowerFinally(clang::SEHTryStmt *Try, Target &Mine, Target *Outer,
                     bool KeepCode);
  struct FinallyExits;
  void rewriteLeave(Stmt *&Slot, clang::LabelDecl *To, bool &Used);
  void rewriteJumps(Stmt *&Slot, FinallyExits &F, bool BreakIsInside,
                    bool ContinueIsInside);
  Stmt *keepReturnValue(clang::ReturnStmt *Return,
                        llvm::SmallVectorImpl<Stmt *> &Before);
  Stmt *exitThrough(FinallyExits &F, Stmt *Jump, Leaving How, Loc Where,
                    llvm::SmallVectorImpl<Stmt *> &Before);
  /// Replaces the calls that \p Is picks by what \p With makes.
  void replaceCalls(Stmt *&Slot, bool (*Is)(const Stmt *),
                    llvm::function_ref<Expr *(Loc)> With);

  /// \p S, known as a branch that the source does not have.
  template <class T> T *synthesized(T *S) {
    L.SynthesizedTerminators.insert(S);
    return S;
  }
  clang::CallExpr *callHelper(Helper H, Loc Where) {
    return Make.call(L.decl(H), {}, Where);
  }

  Lowering &L;
  clang::ASTContext &Ctx;
  clang::FunctionDecl *FD;
  bool HandsOn;
  AstFactory Make;
  FunctionFigures Figures;
  unsigned Counter = 0;
  /// Variables that keep a value to be returned.
  llvm::SmallPtrSet<const clang::VarDecl *, 8> ReturnValues;
  /// Jumps behind a __finally block, which have had their note.
  llvm::SmallPtrSet<const Stmt *, 8> Continued;
};

} // namespace flt::seh

#endif // FLT_SEH_FUNCTIONLOWERING_H
