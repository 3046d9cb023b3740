//===-- tests/unit/OutputTest.cpp - details of the formats ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/Output.h"
#include "ReportBuilder.h"
#include "finding/Fingerprint.h"
#include "finding/ReportJSON.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace flt;
using namespace flt::test;

using Writer = llvm::function_ref<void(llvm::raw_ostream &, const Report &)>;

static std::string written(const Report &R, Writer Write) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  Write(OS, R);
  return Text;
}

static void writePlainText(llvm::raw_ostream &OS, const Report &R) {
  writeText(OS, R);
}

static void fill(ReportBuilder &B) {
  B.file("a.c", "lock();\n\treturn  Status;\n").leak("a.c", 1, 2);
  B.R.Findings[0].Where.Column = 2;
  B.R.Findings[0].Ranges = {
      {B.R.Findings[0].Where, {"/driver/a.c", 2, 10, {}}}};
  B.R.Unfinished = {{"Write", {"/driver/a.c", 9, 1, {}}, "budget exhausted"},
                    {"", {"/driver/b.c", 0, 0, {}}, "parse error"}};
  B.R.Skipped = {{"/driver/c.rc", "no source of C or C++"}};
  B.R.Warnings = {"stand-in headers in use"};
  B.R.UnusedSuppressions = {{{"/driver/a.c", 1, 9, {}}, "NOLINT(flt-*)", ""}};
  B.R.Functions = 7;
  B.R.EntryFunctions = 1;
}

TEST(Text, Whole) {
  ReportBuilder B;
  fill(B);
  EXPECT_EQ(
      written(B.R, writePlainText),
      "a.c:2:2: warning: resource 'Ctx->Lock' acquired exclusively here is "
      "still held when the function returns [flt-resource-balance]\n"
      "    2 |         return  Status;\n"
      "      |         ^~~~~~~~~~~~~~\n"
      "a.c:1:5: note: 'Ctx->Lock' acquired exclusively\n"
      "    1 | lock();\n"
      "      |     ^\n"
      "a.c:9:1: warning: function 'Write' not wholly checked: budget "
      "exhausted [incomplete]\n"
      "b.c: error: not checked: parse error [incomplete]\n"
      "a.c:1:9: warning: 'NOLINT(flt-*)' suppresses nothing "
      "[unused-suppression]\n"
      "fltcheck: warning: stand-in headers in use\n"
      "fltcheck: 1 finding (1 flt-resource-balance) in 1 file; 1 unused "
      "suppression\n"
      "fltcheck: checked 1 file with 7 functions, 1 of them worth following "
      "every path\n"
      "fltcheck: skipped 1 file (no source of C or C++): c.rc\n"
      "fltcheck: incomplete: 1 file not checked, 1 function not wholly "
      "checked; findings may be missing\n");
}

TEST(Text, UnprintableBytesKeepTheCaretInPlace) {
  ReportBuilder B;
  B.file("a.c", "\xE9\x01\xC3\xA9 return\n").leak("a.c", 1, 1);
  B.R.Findings[0].Where.Column = 6;
  B.R.Findings[0].Path.clear();
  std::string Text = written(B.R, writePlainText);
  EXPECT_NE(Text.find("    1 | <E9><01>\xC3\xA9 return\n"
                      "      |           ^\n"),
            std::string::npos)
      << Text;
}

TEST(Text, NeverCleanWhenNotLookedAt) {
  ReportBuilder B;
  B.R.Unfinished = {{"", {"/driver/b.c", 0, 0, {}}, "parse error"}};
  std::string Text = written(B.R, writePlainText);
  EXPECT_NE(Text.find("no findings in what could be checked"),
            std::string::npos);
}

TEST(Github, Escapes) {
  ReportBuilder B;
  B.file("a,b:c.c", "x\n").leak("a,b:c.c", 1, 1);
  B.R.Findings[0].Message = "100% of\r\n::it";
  B.R.Findings[0].Path.clear();
  std::string Text = written(B.R, writeGithub);
  EXPECT_EQ(Text.substr(0, Text.find('\n')),
            "::error file=a%2Cb%3Ac.c,line=1,col=5,title=flt-resource-balance::"
            "100%25 of%0D%0A::it");
}

TEST(Json, RoundTrip) {
  ReportBuilder B;
  fill(B);
  computeFingerprints(B.R);
  B.R.HasBaseline = true;
  B.R.Findings[0].Status = FindingStatus::Unchanged;
  B.R.Findings[0].Fixes = {{B.R.Findings[0].Where, B.R.Findings[0].Where, 3, 4,
                            "Release(&Ctx->Lock);\n"}};
  B.R.Fixed = {{"f", "flt-context-release", "gone", "d.c"}};
  SuppressedFinding S;
  static_cast<Finding &>(S) = B.R.Findings[0];
  S.Directive = {"/driver/a.c", 1, 4, {}};
  S.Text = "NOLINT";
  B.R.Suppressed = {S};
  std::string Text = written(B.R, writeJson);
  EXPECT_EQ(Text.find("/driver"), std::string::npos) << "an absolute path";
  Report Read = llvm::cantFail(parseReport(Text, "/driver"));
  EXPECT_EQ(Text, written(Read, writeJson));
  EXPECT_EQ(Read.Findings[0].Where.File, "/driver/a.c");
}

TEST(Json, InvalidUtf8IsReplaced) {
  ReportBuilder B;
  B.leak("a.c", 1, 1).Message = "bad \xE9 byte";
  std::string Text = written(B.R, writeJson);
  EXPECT_NE(Text.find("bad \xEF\xBF\xBD byte"), std::string::npos);
}
