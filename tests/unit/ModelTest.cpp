//===-- unit/ModelTest.cpp - the model language ---------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "model/Model.h"
#include "gtest/gtest.h"

using namespace flt::model;

static std::string roundTrip(llvm::StringRef Text) {
  llvm::Expected<ObjectPath> Path = ObjectPath::parse(Text);
  if (!Path) {
    llvm::consumeError(Path.takeError());
    return "error";
  }
  return Path->str();
}

TEST(ObjectPath, ReadsAndWritesCNotation) {
  for (llvm::StringRef Text :
       {"0", "*2", "return", "*return", "&0->Lock", "0->Table->Lock",
        "&Globals.Lock", "&Globals.Table->Lock", "*(*1)", "(*1)->Lock",
        "&(*1)->Lock"})
    EXPECT_EQ(roundTrip(Text), Text);
}

TEST(ObjectPath, RefusesWhatIsNoObject) {
  for (llvm::StringRef Text : {"", "*", "0->", "->Lock", "0..Lock", "0 Lock"})
    EXPECT_EQ(roundTrip(Text), "error") << Text.str();
}

static llvm::Expected<std::shared_ptr<const Model>>
parse(llvm::StringRef Text) {
  return Model::parse({llvm::MemoryBufferRef(Text, "rows.yaml")});
}

TEST(Model, FindsRoutinesByNameAndParameters) {
  auto M =
      parse("locks:\n"
            "  - {kind: gate, noun: gate}\n"
            "routines:\n"
            "  - name: [Enter, EnterToo]\n"
            "    params: 1\n"
            "    effects: [{do: acquire, kind: gate, at: \"0\", mode: "
            "shared}]\n"
            "  - {name: Print, params: 1, variadic: true, borrows: true}\n");
  ASSERT_TRUE(bool(M)) << llvm::toString(M.takeError());
  EXPECT_TRUE((*M)->lookup("EnterToo", 1));
  EXPECT_FALSE((*M)->lookup("Enter", 2));
  EXPECT_TRUE((*M)->lookup("Print", 5));
  EXPECT_FALSE((*M)->lookup("Print", 0));
  EXPECT_TRUE((*M)->lookup("Enter", 1)->isTracked());
  EXPECT_FALSE((*M)->lookup("Print", 1)->isTracked());
  EXPECT_EQ((*M)->lookup("Enter", 1)->Line, 4u);
}

/// The rows that are not built in.
static std::vector<Routine> ownRows(const Model &M) {
  std::vector<Routine> Rows;
  for (const auto &R : M.routines())
    if (!R->BuiltIn)
      Rows.push_back(*R);
  return Rows;
}

TEST(Model, PrintsWhatItReads) {
  llvm::StringRef Families = "locks:\n  - {kind: gate, noun: gate}\n"
                             "references:\n  - {kind: token, noun: token}\n";
  std::string Rows =
      Families.str() +
      "routines:\n"
      "  - name: Try\n"
      "    params: 2\n"
      "    effects: [{do: acquire, kind: gate, at: \"&0->Gate\", mode: "
      "exclusive, wait: 1, when: \"true\"}]\n"
      "  - name: Get\n"
      "    params: 2\n"
      "    effects: [{do: give, kind: token, at: \"*1\", when: success, "
      "null-otherwise: true, if: [{argument: 0, is-not: 3}]}]\n";
  auto M = parse(Rows);
  ASSERT_TRUE(bool(M)) << llvm::toString(M.takeError());
  std::string Printed = print(ownRows(**M));
  auto Again =
      parse(Families.str() + Printed.substr(Printed.find("routines:")));
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError()) << Printed;
  EXPECT_EQ(print(ownRows(**Again)), Printed);
}
