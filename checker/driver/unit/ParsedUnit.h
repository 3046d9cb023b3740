//===-- ParsedUnit.h - the AST of a unit, kept alive ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_PARSEDUNIT_H
#define FLT_DRIVER_UNIT_PARSEDUNIT_H

#include "driver/base/SourceFiles.h"
#include "driver/base/Unit.h"
#include "driver/unit/Adjustments.h"
#include "syntax/CompileErrors.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/Preprocessor.h"

namespace flt::driver {

/// What of a compiler must live as long as the AST. In this order: what stands
/// below uses what stands above.
struct KeptAST {
  std::shared_ptr<clang::CompilerInvocation> Invocation;
  llvm::IntrusiveRefCntPtr<clang::DiagnosticsEngine> Diagnostics;
  llvm::IntrusiveRefCntPtr<clang::TargetInfo> Target;
  llvm::IntrusiveRefCntPtr<clang::FileManager> Files;
  llvm::IntrusiveRefCntPtr<clang::SourceManager> Sources;
  std::shared_ptr<clang::Preprocessor> PP;
  llvm::IntrusiveRefCntPtr<clang::ASTContext> Ctx;
};

class ParsedUnit {
public:
  /// Parses \p U, and again as long as its errors say what to adjust.
  ParsedUnit(const Unit &U, const Settings &S);

  /// Null if there is none.
  clang::ASTContext *context() { return AST.Ctx.get(); }
  clang::Preprocessor &preprocessor() { return *AST.PP; }
  CompileErrors &errors() { return Errors; }
  SourceFiles &disk() { return *Disk; }
  const Adjustments &adjustments() const { return *Adjust; }
  /// What was read, by canonical path, with the hash of its content; the path
  /// that is read through a file map is not among them.
  const std::map<std::string, std::string> &reads() const { return Reads; }
  /// Why the folder of the unit cannot be entered, or "".
  const std::string &trouble() const { return Trouble; }

private:
  void parse(const Unit &U);
  void checkReads();

  llvm::IntrusiveRefCntPtr<SourceFiles> Disk;
  std::optional<Adjustments> Adjust;
  CompileErrors Errors;
  ErrorRecorder Recorder{Errors};
  std::map<std::string, std::string> Reads;
  std::string Trouble;
  KeptAST AST;
};

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_PARSEDUNIT_H
