//===-- syntax/CompileErrors.cpp - what the compiler did not understand ---===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/CompileErrors.h"
#include "clang/AST/DeclarationName.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/IdentifierTable.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include <utility>

using namespace clang;
using namespace flt;

/// The first argument of a diagnostic that is a name.
static std::string nameIn(const Diagnostic &Info) {
  for (unsigned I = 0; I < Info.getNumArgs(); ++I) {
    switch (Info.getArgKind(I)) {
    case DiagnosticsEngine::ak_identifierinfo:
      if (const IdentifierInfo *Name = Info.getArgIdentifier(I))
        return Name->getName().str();
      break;
    case DiagnosticsEngine::ak_declarationname:
      return DeclarationName::getFromOpaqueInteger(Info.getRawArg(I))
          .getAsString();
    case DiagnosticsEngine::ak_std_string:
      return Info.getArgStdStr(I);
    case DiagnosticsEngine::ak_c_string:
      return Info.getArgCStr(I);
    default:
      break;
    }
  }
  return "";
}

static std::optional<UnknownKind> kindOf(unsigned Id) {
  switch (Id) {
  case diag::err_pp_file_not_found:
    return UnknownKind::Header;
  case diag::err_unknown_typename:
  case diag::err_unknown_type_or_class_name_suggest:
  case diag::err_unknown_typename_suggest:
    return UnknownKind::Type;
  case diag::err_undeclared_var_use:
  case diag::err_undeclared_var_use_suggest:
    return UnknownKind::Name;
  case diag::err_no_member:
    return UnknownKind::Member;
  case diag::warn_implicit_function_decl:
  case diag::ext_implicit_function_decl_c99:
    return UnknownKind::Function;
  default:
    return std::nullopt;
  }
}

void ErrorRecorder::addUnknown(UnknownKind Kind, llvm::StringRef Name) {
  auto It =
      llvm::lower_bound(Errors.Unknown, UnknownName{Kind, Name.str(), 0, ""});
  if (It == Errors.Unknown.end() || It->Kind != Kind || It->Name != Name)
    It = Errors.Unknown.insert(It, {Kind, Name.str(), 0, ""});
  ++It->Uses;
}

static CompileErrors::Remedy remedyOf(unsigned Id) {
  using Remedy = CompileErrors::Remedy;
  switch (Id) {
  case diag::err_typecheck_lvalue_casts_not_supported:
  case diag::err_typecheck_invalid_lvalue_addrof:
    return Remedy::CastIsLvalue;
  case diag::err_ident_list_in_fn_declaration:
    return Remedy::NamesOnly;
  case diag::err_undeclared_var_use:
    return Remedy::Unnamed;
  case diag::err_redefinition:
  case diag::err_redefinition_different_kind:
  case diag::err_redefinition_different_type:
  case diag::err_redefinition_different_typedef:
  case diag::err_redefinition_of_enumerator:
  case diag::err_conflicting_types:
  case diag::err_cconv_change:
  case diag::err_use_with_wrong_tag:
  case diag::err_ovl_diff_return_type:
    return Remedy::DeclaredBefore;
  default:
    return Remedy::None;
  }
}

static CompileErrors::TextRange textOf(SourceRange Range,
                                       const SourceManager &SM) {
  CompileErrors::TextRange Text;
  SourceLocation Begin = Range.getBegin(), End = Range.getEnd();
  if (!Begin.isFileID() || !End.isFileID() ||
      !SM.isWrittenInSameFile(Begin, End))
    return Text;
  Text.File = SM.getFilename(Begin).str();
  Text.Begin = SM.getFileOffset(Begin);
  Text.End =
      SM.getFileOffset(End) + Lexer::MeasureTokenLength(End, SM, LangOptions());
  Text.Line = SM.getSpellingLineNumber(Begin);
  Text.Column = SM.getSpellingColumnNumber(Begin);
  return Text;
}

void ErrorRecorder::addRemedy(const Diagnostic &Info, CompileErrors::Error &E) {
  using Remedy = CompileErrors::Remedy;
  Remedy Calls = remedyOf(Info.getID());
  if (Calls == Remedy::None || !Info.hasSourceManager() ||
      (!E.At.isFileID() && Calls != Remedy::CastIsLvalue &&
       Calls != Remedy::Unnamed))
    return;
  const SourceManager &SM = Info.getSourceManager();
  if (Calls == Remedy::CastIsLvalue) {
    if (E.At.isMacroID())
      E.Text = textOf(SM.getExpansionRange(E.At).getAsRange(), SM);
    else if (Info.getNumRanges())
      E.Text = textOf(Info.getRange(0).getAsRange(), SM);
  } else if (Calls == Remedy::Unnamed) {
    E.Text = textOf(SM.getFileLoc(E.At), SM);
    E.Name = nameIn(Info);
  } else if (Calls == Remedy::NamesOnly) {
    E.Text = textOf(E.At, SM);
  } else {
    E.Name = Lexer::getSourceText(CharSourceRange::getTokenRange(E.At), SM,
                                  LangOptions())
                 .str();
    E.Here = textOf(E.At, SM);
    E.IsPrototype = Info.getID() == diag::err_conflicting_types;
    AwaitsNote = true;
    return; // Complete with the note.
  }
  if (!E.Text.File.empty())
    E.Calls = Calls;
}

void ErrorRecorder::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                     const Diagnostic &Info) {
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  if (std::optional<UnknownKind> Kind = kindOf(Info.getID()))
    if (std::string Name = nameIn(Info); !Name.empty())
      addUnknown(*Kind, Name);
  if (Level == DiagnosticsEngine::Note && std::exchange(AwaitsNote, false) &&
      Info.hasSourceManager()) {
    CompileErrors::Error &E = Errors.All.back();
    E.Text = textOf(Info.getLocation(), Info.getSourceManager());
    if (!E.Text.File.empty())
      E.Calls = Info.getID() == diag::note_previous_implicit_declaration
                    ? CompileErrors::Remedy::CalledBefore
                    : CompileErrors::Remedy::DeclaredBefore;
  }
  if (Level < DiagnosticsEngine::Error)
    return;
  AwaitsNote = false;
  llvm::SmallString<128> Message;
  Info.FormatDiagnostic(Message);
  CompileErrors::Error E = {Info.getLocation(), Message.str().str(),
                            Info.getID() == diag::err_extraneous_closing_brace};
  if (Info.hasSourceManager() && E.At.isValid()) {
    const SourceManager &SM = Info.getSourceManager();
    PresumedLoc At = SM.getPresumedLoc(SM.getExpansionLoc(E.At));
    // The command line has no place of its own, only names such as <built-in>.
    if (At.isValid() && !llvm::StringRef(At.getFilename()).starts_with("<")) {
      E.File = At.getFilename();
      E.Line = At.getLine();
      E.Column = At.getColumn();
    }
  }
  addRemedy(Info, E);
  Errors.All.push_back(std::move(E));
}
