//===-- tests/unit/FingerprintTest.cpp - names across edits ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Fingerprint.h"
#include "ReportBuilder.h"
#include "gtest/gtest.h"

using namespace flt;
using namespace flt::test;

static const char Source[] = "void Read() {\n"
                             "    Acquire(&Ctx->Lock);\n"
                             "    return Status;\n"
                             "}\n";

static std::string fingerprintOf(const std::string &File, std::string Text,
                                 unsigned Acquired, unsigned Line) {
  ReportBuilder B;
  B.file(File, std::move(Text)).leak(File, Acquired, Line);
  computeFingerprints(B.R);
  return B.R.Findings[0].Fingerprint;
}

TEST(Fingerprint, SurvivesMovedLines) {
  std::string Before = fingerprintOf("a.c", Source, 2, 3);
  EXPECT_EQ(Before.size(), 32u);
  EXPECT_EQ(Before,
            fingerprintOf("a.c", "\n// new\n" + std::string(Source), 4, 5));
}

TEST(Fingerprint, SurvivesIndentationAndComments) {
  EXPECT_EQ(fingerprintOf("a.c", Source, 2, 3),
            fingerprintOf("a.c",
                          "void Read() {\n"
                          "\t\tAcquire( &Ctx->Lock ); // NOLINT(flt-*)\n"
                          "  return /* why */ Status;\r\n}",
                          2, 3));
}

TEST(Fingerprint, SurvivesAnotherFolder) {
  EXPECT_EQ(fingerprintOf("a.c", Source, 2, 3),
            fingerprintOf("src/a.c", Source, 2, 3));
}

TEST(Fingerprint, ChangesWithTheLine) {
  EXPECT_NE(
      fingerprintOf("a.c", Source, 2, 3),
      fingerprintOf("a.c", "\nAcquire(&Other->Lock);\nreturn Status;", 2, 3));
}

TEST(Fingerprint, CommentMarksInLiteralsAreNoComments) {
  EXPECT_NE(fingerprintOf("a.c", "\nLog(\"//a\"); f();\nreturn 0;", 2, 3),
            fingerprintOf("a.c", "\nLog(\"//b\"); g();\nreturn 0;", 2, 3));
  EXPECT_EQ(fingerprintOf("a.c", "\nLog('\\'');//x\nreturn 0;", 2, 3),
            fingerprintOf("a.c", "\nLog('\\'');//y\nreturn 0;", 2, 3));
}

TEST(Fingerprint, TellsEqualLinesApart) {
  ReportBuilder B;
  B.file("a.c", "lock();\nreturn 1;\nlock();\nreturn 1;\n");
  B.leak("a.c", 1, 2);
  B.leak("a.c", 3, 4);
  computeFingerprints(B.R);
  EXPECT_NE(B.R.Findings[0].Fingerprint, B.R.Findings[1].Fingerprint);
}

TEST(Fingerprint, DoesNotDependOnOtherFiles) {
  ReportBuilder Alone, Both;
  Alone.file("b/a.c", Source).leak("b/a.c", 2, 3);
  Both.file("a/a.c", Source).file("b/a.c", Source);
  Both.leak("a/a.c", 2, 3);
  Both.leak("b/a.c", 2, 3);
  computeFingerprints(Alone.R);
  computeFingerprints(Both.R);
  EXPECT_EQ(Alone.R.Findings[0].Fingerprint, Both.R.Findings[1].Fingerprint);
}

TEST(Fingerprint, WorksWithoutSource) {
  ReportBuilder B;
  B.leak("gone.c", 2, 3);
  computeFingerprints(B.R);
  EXPECT_EQ(B.R.Findings[0].Fingerprint.size(), 32u);
}
