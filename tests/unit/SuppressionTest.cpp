//===-- tests/unit/SuppressionTest.cpp - NOLINT comments ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Suppression.h"
#include "ReportBuilder.h"
#include "gtest/gtest.h"

using namespace flt;
using namespace flt::test;

static const char Check[] = "flt-resource-balance";

static bool suppressed(llvm::StringRef Text, unsigned Line,
                       unsigned Column = 1) {
  return isSuppressedAt(Text, {"a.c", Line, Column, {}}, Check);
}

TEST(Nolint, SameLine) {
  EXPECT_TRUE(suppressed("f(); // NOLINT", 1));
  EXPECT_TRUE(suppressed("f(); // NOLINT(flt-resource-balance)", 1));
  EXPECT_TRUE(suppressed("f(); // NOLINT( bugprone-x , flt-* )", 1));
  EXPECT_TRUE(suppressed("f(); /* NOLINT(*-balance) why */", 1));
  EXPECT_FALSE(suppressed("f(); // NOLINT(flt-context-release)", 1));
  EXPECT_FALSE(suppressed("f(); // NOLINT()", 1));
  EXPECT_FALSE(suppressed("f(); // NOLINT\ng();", 2));
  EXPECT_FALSE(suppressed("f(); // NOLINTER", 1));
  EXPECT_FALSE(suppressed("f(); // NOLINT(-flt-*)", 1));
}

TEST(Nolint, UnclosedBracketsNameNothing) {
  // clang-tidy reads this as a NOLINT without names.
  EXPECT_TRUE(suppressed("f(); // NOLINT(flt-context-release\n", 1));
}

TEST(Nolint, NextLine) {
  EXPECT_TRUE(suppressed("// NOLINTNEXTLINE(flt-*)\nf();", 2));
  EXPECT_TRUE(suppressed("// NOLINTNEXTLINE\r\nf();\r\n", 2));
  EXPECT_FALSE(suppressed("// NOLINTNEXTLINE(flt-*)\n\nf();", 3));
  EXPECT_FALSE(suppressed("// NOLINTNEXTLINE(flt-*)\n", 1));
}

TEST(Nolint, Blocks) {
  llvm::StringRef Text = "a();\n"
                         "// NOLINTBEGIN(flt-*)\n"
                         "b();\n"
                         "// NOLINTEND(flt-*)\n"
                         "c();\n";
  EXPECT_FALSE(suppressed(Text, 1));
  EXPECT_TRUE(suppressed(Text, 3));
  EXPECT_FALSE(suppressed(Text, 5));
  llvm::StringRef OneLine = "a(); /*NOLINTBEGIN*/ b(); /*NOLINTEND*/ c();";
  EXPECT_FALSE(suppressed(OneLine, 1, 1));
  EXPECT_TRUE(suppressed(OneLine, 1, 22));
  EXPECT_FALSE(suppressed(OneLine, 1, 42));
}

TEST(Nolint, BlocksMustMatch) {
  llvm::StringRef Text = "// NOLINTBEGIN(flt-*)\nb();\n// NOLINTEND\n";
  EXPECT_FALSE(suppressed(Text, 2));
  auto Found = findNolints(Text);
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_EQ(Found[0].Problem,
            "NOLINTBEGIN without a NOLINTEND that names the same checks");
  EXPECT_EQ(Found[1].Problem,
            "NOLINTEND without a NOLINTBEGIN that names the same checks");
}

TEST(Nolint, BlocksNest) {
  llvm::StringRef Text = "// NOLINTBEGIN(flt-*)\n"
                         "// NOLINTBEGIN(bugprone-x)\n"
                         "// NOLINTEND(bugprone-x)\n"
                         "b();\n"
                         "// NOLINTEND(flt-*)\n";
  EXPECT_TRUE(suppressed(Text, 4));
}

TEST(Suppression, WorksAtTheReportAndAtTheAcquisition) {
  for (const char *Text : {"lock();\nreturn; // NOLINT(flt-*)\n",
                           "lock(); // NOLINT(flt-*)\nreturn;\n"}) {
    ReportBuilder B;
    B.file("a.c", Text).leak("a.c", 1, 2);
    applySuppressions(B.R, true);
    EXPECT_TRUE(B.R.Findings.empty());
    ASSERT_EQ(B.R.Suppressed.size(), 1u);
    EXPECT_EQ(B.R.Suppressed[0].Text, "NOLINT(flt-*)");
    EXPECT_TRUE(B.R.UnusedSuppressions.empty());
  }
}

TEST(Suppression, KeepsOrderAndTheRest) {
  ReportBuilder B;
  B.file("a.c", "1\n2\n3 NOLINT\n4\n");
  B.leak("a.c", 1, 2);
  B.leak("a.c", 1, 3);
  B.leak("a.c", 1, 4);
  applySuppressions(B.R, false);
  ASSERT_EQ(B.R.Findings.size(), 2u);
  EXPECT_EQ(B.R.Findings[0].Where.Line, 2u);
  EXPECT_EQ(B.R.Findings[1].Where.Line, 4u);
  EXPECT_EQ(B.R.Suppressed[0].Directive.Line, 3u);
}

static std::vector<std::string> unusedIn(std::string Text) {
  ReportBuilder B;
  B.file("a.c", std::move(Text));
  applySuppressions(B.R, true);
  std::vector<std::string> Result;
  for (const UnusedSuppression &U : B.R.UnusedSuppressions)
    Result.push_back(std::to_string(U.Where.Line) + " " + U.Text);
  return Result;
}

TEST(Suppression, ReportsUnused) {
  using Strings = std::vector<std::string>;
  EXPECT_EQ(unusedIn("a\nb // NOLINT(flt-resource-balance)\n"),
            Strings{"2 NOLINT(flt-resource-balance)"});
  EXPECT_EQ(unusedIn("// NOLINTBEGIN(flt-*)\na\n// NOLINTEND(flt-*)\n"),
            Strings{"1 NOLINTBEGIN(flt-*)"});
  // A misspelt name never suppresses anything.
  EXPECT_EQ(unusedIn("b // NOLINT(flt-resource-balanec)"),
            Strings{"1 NOLINT(flt-resource-balanec)"});
  // Other tools may need these.
  EXPECT_EQ(unusedIn("b // NOLINT\nc // NOLINT(bugprone-x)\n"), Strings{});
  // This check did not run.
  EXPECT_EQ(unusedIn("b // NOLINT(flt-old-context-release)"), Strings{});
}

TEST(Suppression, SaysNothingOfFilesNotWhollyLookedAt) {
  ReportBuilder B;
  B.file("a.c", "b // NOLINT(flt-resource-balance)\n");
  B.R.Unfinished.push_back({"Read", {"/driver/a.c", 1, 1, {}}, "budget"});
  applySuppressions(B.R, true);
  EXPECT_TRUE(B.R.UnusedSuppressions.empty());
}
