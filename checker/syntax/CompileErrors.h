//===-- syntax/CompileErrors.h - what the compiler did not understand -----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_COMPILEERRORS_H
#define FLT_SYNTAX_COMPILEERRORS_H

#include "finding/Finding.h"
#include "clang/Basic/Diagnostic.h"
#include <string>
#include <vector>

namespace flt {

/// The errors of one translation unit, and the names in it that nothing
/// declares.
struct CompileErrors {
  /// What another compiler takes this for.
  enum class Remedy {
    None,
    /// Text is a cast that is assigned to, or its address taken, or the use of
    /// a macro that does so.
    CastIsLvalue,
    NamesOnly,     ///< Text is the first name in a list of parameters.
    Unnamed,       ///< Text is a name that nothing declares.
    CalledBefore,  ///< Text is the name where it is called, without a
                   ///< declaration.
    DeclaredBefore ///< Text is the name where it is declared in another way.
  };

  /// A piece of a file, which stays when the compiler is gone.
  struct TextRange {
    std::string File;            ///< As the compiler spells it; empty for none.
    unsigned Begin = 0, End = 0; ///< Offsets.
    unsigned Line = 0, Column = 0;
  };

  struct Error {
    clang::SourceLocation At; ///< Invalid for an error of the command line.
    std::string Message;
    /// A brace that closes nothing: the function above it has ended too early.
    bool IsStrayBrace = false;
    /// Where that is, for those who outlive the compiler; 0 for nowhere.
    std::string File = {};
    unsigned Line = 0, Column = 0;
    Remedy Calls = Remedy::None;
    TextRange Text = {};
    TextRange Here = {};      ///< Where a name is declared once more.
    std::string Name = {};    ///< What is declared twice.
    bool IsPrototype = false; ///< ... and is a function.
  };
  std::vector<Error> All; ///< In the order in which they were reported.
  /// Sorted by name once the translation unit is read. A function that is
  /// called without a declaration, which C allows, is among them.
  std::vector<UnknownName> Unknown;

  bool empty() const { return All.empty(); }
  /// Adds an error of nobody's text, about \p File as a whole.
  void add(std::string Message, llvm::StringRef File) {
    All.push_back({{}, std::move(Message), false, File.str()});
  }
};

/// Writes down every error that is reported, and nothing else.
class ErrorRecorder : public clang::DiagnosticConsumer {
public:
  /// \param Errors is not owned.
  explicit ErrorRecorder(CompileErrors &Errors) : Errors(Errors) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

private:
  void addUnknown(UnknownKind Kind, llvm::StringRef Name);
  void addRemedy(const clang::Diagnostic &Info, CompileErrors::Error &E);

  CompileErrors &Errors;
  /// The note that follows says where something was declared before.
  bool AwaitsNote = false;
};

} // namespace flt

#endif // FLT_SYNTAX_COMPILEERRORS_H
