//===-- tests/unit/BaselineTest.cpp - known findings ----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/result/Baseline.h"
#include "ReportBuilder.h"
#include "finding/Fingerprint.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace flt;
using namespace flt::test;

static std::string written(const Report &R, const Baseline *Old = nullptr) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  writeBaseline(OS, R, Old);
  return Text;
}

static Baseline baselineOf(Report &R) {
  computeFingerprints(R);
  return llvm::cantFail(parseBaseline(written(R), "baseline.json"));
}

static std::string errorOf(llvm::StringRef Text) {
  auto B = parseBaseline(Text, "known.json");
  return B ? "no error" : llvm::toString(B.takeError());
}

TEST(Baseline, RoundTrip) {
  ReportBuilder B;
  B.file("a.c", "lock();\nreturn;\n").leak("a.c", 1, 2);
  Baseline Read = baselineOf(B.R);
  ASSERT_EQ(Read.Entries.size(), 1u);
  EXPECT_EQ(Read.Entries[0].File, "a.c");
  EXPECT_EQ(Read.Entries[0].Function, "Read");
  EXPECT_EQ(Read.Entries[0].Fingerprint, B.R.Findings[0].Fingerprint);
  // One line per finding.
  std::string Text = written(B.R);
  EXPECT_EQ(llvm::StringRef(Text).count('\n'), 6u) << Text;
}

TEST(Baseline, EmptyIsValid) {
  ReportBuilder B;
  EXPECT_TRUE(baselineOf(B.R).Entries.empty());
}

TEST(Baseline, NewFixedUnchangedAfterMovedLines) {
  ReportBuilder Old;
  Old.file("a.c", "lock();\nreturn 1;\nlock2();\nreturn 2;\n");
  Old.leak("a.c", 1, 2);
  Old.leak("a.c", 3, 4);
  Baseline Known = baselineOf(Old.R);

  ReportBuilder New;
  New.file("a.c", "\n\n\nlock();\n  return 1;\nlock3();\nreturn 3;\n");
  New.leak("a.c", 4, 5);
  New.leak("a.c", 6, 7);
  computeFingerprints(New.R);
  applyBaseline(Known, New.R);
  EXPECT_TRUE(New.R.HasBaseline);
  EXPECT_EQ(New.R.Findings[0].Status, FindingStatus::Unchanged);
  EXPECT_EQ(New.R.Findings[1].Status, FindingStatus::New);
  ASSERT_EQ(New.R.Fixed.size(), 1u);
  EXPECT_EQ(New.R.Fixed[0].Fingerprint, Old.R.Findings[1].Fingerprint);
}

TEST(Baseline, CopyInAnotherFolderIsNew) {
  const char Text[] = "lock();\nreturn 1;\n";
  ReportBuilder Old;
  Old.file("b/a.c", Text).leak("b/a.c", 1, 2);
  Baseline Known = baselineOf(Old.R);
  ReportBuilder New;
  New.file("a/a.c", Text).file("b/a.c", Text);
  New.leak("a/a.c", 1, 2);
  New.leak("b/a.c", 1, 2);
  computeFingerprints(New.R);
  applyBaseline(Known, New.R);
  EXPECT_EQ(New.R.Findings[0].Status, FindingStatus::New);
  EXPECT_EQ(New.R.Findings[1].Status, FindingStatus::Unchanged);
}

TEST(Baseline, MovedFileIsUnchanged) {
  const char Text[] = "lock();\nreturn 1;\n";
  ReportBuilder Old;
  Old.file("b/a.c", Text).leak("b/a.c", 1, 2);
  Baseline Known = baselineOf(Old.R);
  ReportBuilder New;
  New.file("src/b/a.c", Text).leak("src/b/a.c", 1, 2);
  computeFingerprints(New.R);
  applyBaseline(Known, New.R);
  EXPECT_EQ(New.R.Findings[0].Status, FindingStatus::Unchanged);
  EXPECT_TRUE(New.R.Fixed.empty());
}

TEST(Baseline, FixedOnlyWhereTheRunLooked) {
  ReportBuilder Old;
  for (const char *File : {"deleted.c", "looked.c", "other.c", "partly.c"})
    Old.file(File, "lock();\nreturn;\n").leak(File, 1, 2);
  Old.R.Findings.push_back(Old.R.Findings[1]);
  Old.R.Findings.back().Check = "flt-old-context-release";
  Baseline Known = baselineOf(Old.R);

  ReportBuilder New;
  New.file("looked.c", "\n").file("other.c", "\n").file("partly.c", "\n");
  // It exists, but this run did not read it.
  New.R.Sources.erase(New.R.Sources.begin() + 1);
  New.R.Unfinished.push_back({"F", {"/driver/partly.c", 1, 1, {}}, "budget"});
  applyBaseline(Known, New.R);
  ASSERT_EQ(New.R.Fixed.size(), 2u);
  EXPECT_EQ(New.R.Fixed[0].File, "deleted.c");
  EXPECT_EQ(New.R.Fixed[1].File, "looked.c");
  // A new baseline keeps what this run could not judge.
  Baseline Next =
      llvm::cantFail(parseBaseline(written(New.R, &Known), "next.json"));
  EXPECT_EQ(Next.Entries.size(), 3u);
}

TEST(Baseline, SuppressedIsNotFixed) {
  ReportBuilder Old;
  Old.file("a.c", "lock();\nreturn;\n").leak("a.c", 1, 2);
  Baseline Known = baselineOf(Old.R);
  ReportBuilder New;
  New.file("a.c", "lock();\nreturn;\n").leak("a.c", 1, 2);
  computeFingerprints(New.R);
  SuppressedFinding S;
  static_cast<Finding &>(S) = New.R.Findings[0];
  New.R.Suppressed = {S};
  New.R.Findings.clear();
  applyBaseline(Known, New.R);
  EXPECT_TRUE(New.R.Fixed.empty());
}

TEST(Baseline, ErrorsNameThePlace) {
  EXPECT_EQ(errorOf("{\n  \"a\": }"),
            "known.json:2:8: not a baseline: Invalid JSON value");
  EXPECT_EQ(errorOf("[]"),
            "known.json:1:1: not a baseline: \"fltcheck-baseline\" with the "
            "version of the format is missing");
  EXPECT_EQ(errorOf("{\n\"fltcheck-baseline\": 7}"),
            "known.json:2:1: baseline of format 7, but this fltcheck knows "
            "only format 1: write it anew or use the fltcheck that wrote it");
  EXPECT_EQ(errorOf("{\"fltcheck-baseline\": 1}"),
            "known.json:1:2: not a baseline: the array \"findings\" is "
            "missing");
  std::string Good = "{\"fingerprint\": \"[{\", \"check\": \"\", \"file\": "
                     "\"\", \"function\": \"\", \"message\": \"\\\"]\"}";
  std::string Text = "{\"findings\": [\n" + Good + ",\n  {\"check\": 1}],\n" +
                     "\"fltcheck-baseline\": 1}";
  EXPECT_EQ(errorOf(Text), "known.json:3:3: broken entry of the baseline: "
                           "missing value at entry.fingerprint");
  EXPECT_EQ(errorOf("{\n<<<<<<< HEAD\n"),
            "known.json:2:1: not a baseline: Expected object key");
}

TEST(Baseline, MissingFileIsAnError) {
  auto B = readBaseline("/nonexistent/known.json");
  ASSERT_FALSE(bool(B));
  EXPECT_EQ(llvm::toString(B.takeError()),
            "/nonexistent/known.json: can't read the baseline: No such file "
            "or directory");
}
