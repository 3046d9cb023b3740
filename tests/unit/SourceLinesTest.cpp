//===-- tests/unit/SourceLinesTest.cpp - lines and columns ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/SourceLines.h"
#include "ReportBuilder.h"
#include "finding/Paths.h"
#include "gtest/gtest.h"

using namespace flt;
using namespace flt::test;

TEST(SourceLines, Lines) {
  ReportBuilder B;
  B.file("a.c", "one\r\ntwo\n\nfour");
  SourceLines Lines(B.R.Source);
  EXPECT_EQ(Lines.line("/driver/a.c", 1), "one");
  EXPECT_EQ(Lines.line("/driver/a.c", 2), "two");
  EXPECT_EQ(Lines.line("/driver/a.c", 3), "");
  EXPECT_EQ(Lines.line("/driver/a.c", 4), "four");
  EXPECT_EQ(Lines.line("/driver/a.c", 5), std::nullopt);
  EXPECT_EQ(Lines.line("/driver/a.c", 0), std::nullopt);
  EXPECT_EQ(Lines.line("/driver/b.c", 1), std::nullopt);
}

TEST(SourceLines, Tokens) {
  ReportBuilder B;
  B.file("a.c", "return Status;\n\"a b\" + 1\n");
  SourceLines Lines(B.R.Source);
  auto End = [&](unsigned Line, unsigned Column) {
    return Lines.tokenEnd({"/driver/a.c", Line, Column, {}});
  };
  EXPECT_EQ(End(1, 1), 7u);
  EXPECT_EQ(End(1, 8), 14u);
  EXPECT_EQ(End(1, 7), 8u);   // A space.
  EXPECT_EQ(End(1, 15), 16u); // Behind the end.
  EXPECT_EQ(End(2, 1), 6u);
  EXPECT_EQ(End(9, 4), 5u);
}

TEST(SourceLines, Utf16) {
  EXPECT_EQ(utf16Column("abc", 3), 3u);
  EXPECT_EQ(utf16Column("\xC3\xA9z", 3), 2u);         // e with acute: 1 unit
  EXPECT_EQ(utf16Column("\xF0\x9F\x98\x80z", 5), 3u); // emoji: 2 units
  EXPECT_EQ(utf16Column("\xE9z", 2), 2u);             // Latin-1, not UTF-8
  EXPECT_EQ(utf16Column("ab", 5), 5u);
}

TEST(Paths, Display) {
  EXPECT_EQ(displayPath("/driver", "/driver/src/a.c"), "src/a.c");
  EXPECT_EQ(displayPath("/driver/", "/driver/a.c"), "a.c");
  EXPECT_EQ(displayPath("/drive", "/driver/a.c"), "/driver/a.c");
  EXPECT_EQ(displayPath("/", "/a.c"), "a.c");
  EXPECT_EQ(displayPath("", "/a.c"), "/a.c");
  EXPECT_TRUE(isBelow("/driver", "/driver/a.c"));
  EXPECT_FALSE(isBelow("/driver", "/driver"));
}

TEST(Paths, Uri) {
  EXPECT_EQ(pathToUri("src/my file#1.c"), "src/my%20file%231.c");
  EXPECT_EQ(pathToUri("/a/b.c"), "file:///a/b.c");
  EXPECT_EQ(pathToUri("\xC3\xA9.c"), "%C3%A9.c");
}
