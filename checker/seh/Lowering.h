//===-- seh/Lowering.h - rewrites __try in the AST, undoably ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang builds no control-flow graph for a function with __finally, and leaves
// an __except handler unreachable. So the bodies are rewritten before a path
// analysis, in place, into code with the same meaning but without __try:
//
//   __try {T} __finally {F}            __try {T} __except (E) {H}
//   { int dest = 0;                    { {T'} goto done;
//     {T'} goto fin;                     raise: if (E > 0) H else goto OUTER;
//     raise: dest = k; fin: {F'}         done: ; }
//     if (dest == 1) return rv1;
//     if (dest == k) goto OUTER; }
//
// In T', __leave jumps to fin or done; a return keeps its value in rv, sets
// dest and jumps to fin; break, continue and goto out of T likewise. What may
// raise jumps to the label raise of the nearest __try around it. Where there is
// none, the function hands the exception on to its caller, whose call of it is
// followed by a test.
//
// Every change is in a log, and undo() puts every body back as it was.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_LOWERING_H
#define FLT_SEH_LOWERING_H

#include "model/Model.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <memory>
#include <string>
#include <vector>

namespace flt::seh {

class RaiseModel;

struct Options {
  /// What may raise in a __try with only a __finally around it counts too.
  bool FinallyRaise = true;
  /// Lowering::raises() will be asked.
  bool TellRaises = false;
};

/// Never Unknown here: what nothing is known of does not raise.
using Raises = model::RaiseKind;

/// Calls that lowered code makes and the model checker evaluates.
enum class Helper : unsigned char {
  MayRaise,    ///< int(): 1 if an exception is raised here.
  MayRaiseOut, ///< The same where only a caller may handle it.
  AfterCall,   ///< int(): 1 if the call just made left by an exception.
  Raised,      ///< void(): the call just made left by an exception.
  Unwind,      ///< void(): the exception leaves this function.
  Skip,        ///< void(int): an exception passes an object (Lowering::object).
  Exit,        ///< void(int): a jump (Leaving) leaves a __try block.
  EnterFinally, ///< void(): a __finally runs because of an exception.
  EnterExcept,  ///< void(): a handler runs.
  Takes,   ///< int(long): whether a filter that gave this takes the exception.
  Code,    ///< long(): the code of the exception.
  SetCode, ///< void(long): sets it.
  Count
};

/// The argument of Helper::Exit.
enum class Leaving { Return, Goto, Break, Continue };

/// What the caller of a function does with exceptions that leave it.
enum class Guard : unsigned char {
  None,   ///< Nothing: it does not expect any.
  HandOn, ///< Hands them on to its own caller.
  Catch,  ///< Runs a __finally or an __except.
};

/// Figures about a lowered function.
struct FunctionFigures {
  unsigned Tries = 0, RaisePoints = 0, Exits = 0;
};

/// Lowers the functions of one translation unit, and undoes it.
class Lowering {
public:
  Lowering(clang::ASTContext &Ctx, std::shared_ptr<const model::Model> M,
           Options O = {});
  ~Lowering(); ///< Undoes everything.
  Lowering(const Lowering &) = delete;
  Lowering &operator=(const Lowering &) = delete;

  /// \returns the lowering that exists for \p Ctx, or nullptr.
  static Lowering *of(const clang::ASTContext &Ctx);

  /// Lowers one function, if it has a __try or hands exceptions on to one.
  /// \returns whether the body was changed.
  bool lower(clang::FunctionDecl *FD);
  /// As lower(), and the lambdas and local classes in it.
  bool lowerTree(clang::FunctionDecl *FD);
  /// Lowers everything in the translation unit.
  void lowerAll();
  /// Puts every body back.
  void undoAll();

  /// Whether the kit or the compiler declares \p D, and not the driver.
  bool isInSystemHeader(const clang::Decl *D) const;
  bool isLowered(const clang::Decl *D) const { return Figures.count(D); }
  std::optional<Helper> helper(const clang::Decl *D) const;
  /// Whether \p S is a branch or jump that the source does not have.
  bool isSynthesizedTerminator(const clang::Stmt *S) const {
    return SynthesizedTerminators.contains(S);
  }
  /// Whether the branch on \p Condition is one that the source does not have
  /// and that makes no two paths of one: it sends each where it goes anyhow.
  bool isDispatch(const clang::Stmt *Condition) const {
    return Dispatches.contains(Condition);
  }
  /// The object that the argument of Helper::Skip stands for.
  const clang::VarDecl *object(unsigned I) const {
    return I < Objects.size() ? Objects[I] : nullptr;
  }
  Guard guardOf(const clang::Stmt *Call) const { return Guards.lookup(Call); }
  /// Whether \p Call is one that always raises and whose first argument is the
  /// exception code.
  bool isCertainRaise(const clang::Stmt *Call) const {
    return CertainRaises.contains(Call);
  }

  /// Whether the model says that \p FD never returns but raises an exception.
  bool alwaysRaises(const clang::FunctionDecl *FD) const;
  /// Whether an exception can leave \p FD, which has a body; asks what it was
  /// before anything was lowered. Needs Options::TellRaises.
  Raises raises(const clang::FunctionDecl *FD) const;

  struct NotAnalysed {
    const clang::FunctionDecl *Function;
    std::string Reason;
  };
  /// Functions with a __try that were left as they are, and why.
  llvm::ArrayRef<NotAnalysed> notAnalysed() const { return Rejected; }
  /// \returns the reason if \p D is one of them, else "".
  llvm::StringRef whyNotAnalysed(const clang::Decl *D) const;
  const llvm::DenseMap<const clang::Decl *, FunctionFigures> &figures() const {
    return Figures;
  }
  unsigned functionsWithTry() const { return unsigned(WithTry.size()); }

private:
  friend class FunctionLowering;
  clang::FunctionDecl *decl(Helper H);
  /// A declaration of \p FD that returns, so that what follows a call of it is
  /// reachable.
  clang::FunctionDecl *returningTwin(clang::FunctionDecl *FD);
  void set(clang::Stmt *&Slot, clang::Stmt *New);
  /// Finds the functions with a __try, before the first one is lowered.
  void prepare();

  clang::ASTContext &Ctx;
  std::shared_ptr<const model::Model> M;
  Options Opt;
  std::unique_ptr<RaiseModel> Raise;
  clang::FunctionDecl *Helpers[unsigned(Helper::Count)] = {};
  std::vector<clang::FunctionDecl *> WithTry;
  llvm::DenseSet<const clang::FunctionDecl *> Considered;
  llvm::DenseMap<const clang::Decl *, FunctionFigures> Figures;
  llvm::DenseSet<const clang::Stmt *> SynthesizedTerminators, CertainRaises,
      Dispatches;
  llvm::DenseMap<const clang::Stmt *, Guard> Guards;
  std::vector<const clang::VarDecl *> Objects;
  std::vector<NotAnalysed> Rejected;

  struct Change {
    clang::Stmt **Slot;
    clang::Stmt *Old;
  };
  std::vector<Change> Log;
  std::vector<std::pair<clang::FunctionDecl *, clang::Stmt *>> Bodies;
  llvm::DenseMap<clang::FunctionDecl *, clang::FunctionDecl *> Twins;
  /// First declarations with the latest one before twins were added.
  std::vector<std::pair<clang::FunctionDecl *, clang::FunctionDecl *>> Chains;
};

} // namespace flt::seh

#endif // FLT_SEH_LOWERING_H
