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
// behind are ordinary jumps for the outer one (TryLowering.cpp for __finally,
// ExceptLowering.cpp for __except).
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
  struct EarlyFilter;
  struct Target {
    /// Where an exception goes that was just raised, and where one goes for
    /// which the filters outside have been run (if any has to be).
    clang::LabelDecl *Label = nullptr, *Decided = nullptr;
    Target *Outer = nullptr;
    const clang::SEHExceptStmt *Except = nullptr; ///< Else it is a __finally.
    EarlyFilter *Early = nullptr;
    size_t ObjectsAround = 0; ///< How many of Objects are outside of the __try.
    /// What may raise is worth a branch (certain raises always are).
    bool WantsMay = false;
    bool LabelUsed = false, DecidedUsed = false;
    bool isUsed() const { return LabelUsed || DecidedUsed; }
  };
  /// A filter that runs before a __finally inside of its __try.
  struct EarlyFilter {
    clang::LabelDecl *Label;
    clang::VarDecl *From;     ///< Which of Back to return to; 0: none.
    clang::VarDecl *Decision; ///< What the filter gave.
    llvm::SmallVector<clang::LabelDecl *, 2> Back;
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
  /// Finds what may raise in \p S, apart from calls that are followed by a test
  /// of their own and statements below it. \returns whether a point before the
  /// whole statement is needed. What is evaluated only under a condition, or
  /// after a call that changed something, goes to OwnPoints.
  bool findRaises(const Stmt *S, const Target *T);
  bool findRaises(const Stmt *S, const Target *T, bool IsConditional,
                  bool &IsAfterCall);
  bool isGuarded(const clang::CallExpr *Call) const;
  Raises raises(const clang::CallExpr *Call, const Target *T) const;
  /// Puts a raise point right before \p E, which is in \p Slot.
  void addPoint(Stmt *&Slot, Expr *E, Target *T);
  bool wantsMay(const Target *T) const { return T ? T->WantsMay : HandsOn; }
  bool matters(const Target *T) const { return T || HandsOn; }
  /// if (__seh_may_raise()) goto T;
  Stmt *raisePoint(Target *T, Loc Where);
  /// goto T, or the way out of the function. \p IsDecided: the exception has
  /// passed a __finally and so the filters.
  Stmt *jumpTo(Target *T, Loc Where, bool IsDecided = false);

  // TryLowering.cpp
  void lowerTry(Stmt *&Slot, clang::SEHTryStmt *Try, Target *Outer);
  void makeReachable(clang::SEHTryStmt *Try, Target *T);
  /// \p KeepCode: the handler may change what GetExceptionCode() says.
  Stmt *lowerFinally(clang::SEHTryStmt *Try, Target &Mine, Target *Outer,
                     bool KeepCode);
  struct FinallyExits;
  void rewriteJumps(Stmt *&Slot, FinallyExits &F, bool BreakIsInside,
                    bool ContinueIsInside);
  Stmt *keepReturnValue(clang::ReturnStmt *Return,
                        llvm::SmallVectorImpl<Stmt *> &Before);
  Stmt *exitThrough(FinallyExits &F, Stmt *Jump, Leaving How, Loc Where,
                    llvm::SmallVectorImpl<Stmt *> &Before);

  // ExceptLowering.cpp
  Stmt *lowerExcept(clang::SEHTryStmt *Try, Target &Mine, Target *Outer);
  void rewriteLeave(Stmt *&Slot, clang::LabelDecl *To);
  /// Whether the order of filters and __finally blocks may matter in \p Body.
  static bool mustOrderFilters(const Stmt *Body);
  EarlyFilter *makeEarlyFilter(clang::SEHTryStmt *Try);
  /// The nearest __except at or outside of \p T with such a filter, if the
  /// search for a handler comes as far.
  Target *nextEarly(Target *T) const;
  void runFilter(EarlyFilter &F, Loc Where, llvm::SmallVectorImpl<Stmt *> &Out);
  void placeFilter(Target &Mine, Expr *Filter, Target *Outer, Loc Where,
                   llvm::SmallVectorImpl<Stmt *> &Out);
  /// Replaces the calls that \p Is picks by what \p With makes.
  void replaceCalls(Stmt *&Slot, bool (*Is)(const Stmt *),
                    llvm::function_ref<Expr *(Loc)> With);

  /// \p S, known as a branch that the source does not have.
  template <class T> T *synthesized(T *S) {
    L.SynthesizedTerminators.insert(S);
    return S;
  }
  /// if (Condition) Then, for what was decided before.
  clang::IfStmt *dispatch(Expr *Condition, Stmt *Then, Loc Where,
                          Stmt *Else = nullptr) {
    L.Dispatches.insert(Condition);
    return synthesized(Make.ifStmt(Condition, Then, Where, Else));
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
  /// Expressions that get a raise point right before them.
  llvm::SmallPtrSet<const Stmt *, 8> OwnPoints;
  /// What has a destructor and is in scope. No destructor runs when an
  /// exception passes: the kernel has no C++ exceptions, and the compiler makes
  /// no code for it.
  llvm::SmallVector<const clang::VarDecl *, 4> Objects;
  /// Behind the body, outside of the scope of every object.
  clang::LabelDecl *End = nullptr;
  bool OrderFilters = false;
  std::vector<std::unique_ptr<EarlyFilter>> EarlyFilters;
  /// Jumps to a filter and back, which leave no __try.
  llvm::SmallPtrSet<const Stmt *, 8> FilterJumps;
  /// Variables that keep a value to be returned.
  llvm::SmallPtrSet<const clang::VarDecl *, 8> ReturnValues;
  /// Jumps behind a __finally block, which have had their note.
  llvm::SmallPtrSet<const Stmt *, 8> Continued;
};

} // namespace flt::seh

#endif // FLT_SEH_FUNCTIONLOWERING_H
