//===-- driver/output/Html.cpp - the report as a page ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Puts the parts in html/ and the data together into one file that needs
// nothing else.
//
//===----------------------------------------------------------------------===//
#include "driver/output/HtmlData.h"
#include "driver/output/Output.h"
#include "finding/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace flt;

namespace {
struct Asset {
  llvm::StringLiteral Name;
  llvm::StringLiteral Text;
};
} // namespace

static constexpr Asset Assets[] = {
#define FLT_MODEL(Name, Text) {Name, Text},
#include "HtmlAssets.inc"
};

static llvm::StringRef asset(llvm::StringRef Name) {
  for (const Asset &A : Assets)
    if (A.Name == Name)
      return A.Text;
  llvm_unreachable("no such part of the page");
}

static std::string escape(llvm::StringRef Text) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  llvm::printHTMLEscaped(Text, OS);
  return Result;
}

/// The findings for a browser without scripts.
static void writePlainList(llvm::raw_ostream &OS, const Report &R) {
  OS << "<ul>\n";
  for (const ReportedFinding &F : R.Findings)
    OS << "<li>" << escape(displayPath(R.Root, F.Where.File)) << ":"
       << F.Where.Line << ": " << escape(F.Message) << " [" << escape(F.Check)
       << "]</li>\n";
  OS << "</ul>\n";
}

/// JSON inside of a script element: nothing in it may end the element.
static void writeData(llvm::raw_ostream &OS, const Report &R) {
  std::string Text = llvm::formatv("{0}", llvm::json::Value(htmlData(R))).str();
  for (char C : Text) {
    if (C == '<')
      OS << "\\u003c";
    else
      OS << C;
  }
}

void flt::writeHtml(llvm::raw_ostream &OS, const Report &R) {
  llvm::StringRef Rest = asset("report.html");
  // "@NAME@" in the page stands for a part.
  while (true) {
    auto [Before, After] = Rest.split('@');
    OS << Before;
    if (After.empty())
      break;
    auto [Name, Next] = After.split('@');
    if (Name == "TITLE")
      OS << escape("FltCheck: " + projectName(R));
    else if (Name == "STYLE")
      OS << asset("report.css");
    else if (Name == "PLAIN")
      writePlainList(OS, R);
    else if (Name == "DATA")
      writeData(OS, R);
    else if (Name == "SCRIPT")
      for (llvm::StringRef Part :
           {"highlight.js", "source.js", "list.js", "report.js"})
        OS << asset(Part);
    else
      llvm_unreachable("an unknown part of the page");
    Rest = Next;
  }
}
