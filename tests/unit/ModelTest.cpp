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

TEST(ObjectPath, WritesOneSpellingOfSeveral) {
  for (auto [Text, Written] :
       {std::pair<llvm::StringRef, llvm::StringRef>{" 0 ", "0"},
        {"(0)", "0"},
        {"((*2))", "*2"},
        {"*(2)", "*2"},
        {"**1", "*(*1)"},
        {"(*0).Lock", "0->Lock"},
        {"&(*0).Lock", "&0->Lock"},
        {"(0->Table)->Lock", "0->Table->Lock"},
        {"*(0->Next)", "*0->Next"},
        {"(*(*1)).Lock", "(*1)->Lock"},
        {"(Globals).Lock", "Globals.Lock"},
        // The address of what a pointer points to is the pointer.
        {"&*1", "1"},
        {"&*return", "return"},
        {"&*Global", "Global"},
        {"&(*(*1))", "*1"}})
    EXPECT_EQ(roundTrip(Text), Written) << Text.str();
}

TEST(ObjectPath, TakesStepsInTheOrderOfC) {
  llvm::Expected<ObjectPath> Path = ObjectPath::parse("&(*1)->Table.Lock");
  ASSERT_TRUE(bool(Path)) << llvm::toString(Path.takeError());
  EXPECT_EQ(Path->Base, ObjectPath::BaseKind::Argument);
  EXPECT_EQ(Path->Argument, 1u);
  EXPECT_TRUE(Path->AddressOf);
  using Step = ObjectPath::Step;
  EXPECT_EQ(Path->Steps, (std::vector<Step>{{Step::Kind::Deref, ""},
                                            {Step::Kind::Deref, ""},
                                            {Step::Kind::Field, "Table"},
                                            {Step::Kind::Field, "Lock"}}));
  // A postfix binds more closely than a prefix.
  Path = ObjectPath::parse("*0->Next");
  ASSERT_TRUE(bool(Path)) << llvm::toString(Path.takeError());
  EXPECT_EQ(Path->Steps, (std::vector<Step>{{Step::Kind::Deref, ""},
                                            {Step::Kind::Field, "Next"},
                                            {Step::Kind::Deref, ""}}));
}

TEST(ObjectPath, RefusesWhatIsNoObject) {
  for (llvm::StringRef Text :
       {"",           "*",    "0->",     "->Lock", "0..Lock",
        "0 Lock",     "()",   "(0",      "0)",     "(0->)Lock",
        "&",          "&0",   "&return", "&&0",    "*&0",
        "(&0)->Lock", "0[1]", "0x1",     "1st",    "99999999999"})
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
      "null-otherwise: true, if: [{argument: 0, is-not: 3}]}]\n"
      "  - name: Look\n"
      "    params: 2\n"
      "    opaque: true\n"
      "    derived: true\n"
      "    effects: [{do: touch, kind: gate, at: \"&(*1)->Gate\"}, "
      "{do: touch, kind: gate, member: _BOX.Gate}, "
      "{do: touch, kind: critical}, {do: touch, kind: guarded}]\n"
      "  - name: Shut\n"
      "    params: 2\n"
      "    effects: [{do: release, kind: gate, at: \"0\", when: status, "
      "status: [0, 0xC0000001], if: [{argument: 0, is: -1}, {argument: 1, "
      "is-not: 0}]}]\n";
  auto M = parse(Rows);
  ASSERT_TRUE(bool(M)) << llvm::toString(M.takeError());
  std::string Printed = print(ownRows(**M));
  auto Again =
      parse(Families.str() + Printed.substr(Printed.find("routines:")));
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError()) << Printed;
  EXPECT_EQ(print(ownRows(**Again)), Printed);
  for (llvm::StringRef Part :
       {"opaque: ", "derived: ",
        "{ do: touch, kind: gate, at: \"&(*1)->Gate\" }",
        "{ do: touch, kind: gate, member: _BOX.Gate }",
        "{ do: touch, kind: critical }", "{ do: touch, kind: guarded }",
        "if: [ { argument: 0, is: -1 }, { argument: 1, is-not: 0 } ]"})
    EXPECT_TRUE(llvm::StringRef(Printed).contains(Part)) << Part.str();
}

TEST(Model, KnowsWhichRoutinesAreFollowed) {
  auto M = parse("locks:\n  - {kind: gate, noun: gate}\n"
                 "routines:\n"
                 "  - {name: Opaque, params: 1, opaque: true}\n"
                 "  - name: Touches\n"
                 "    params: 1\n"
                 "    effects: [{do: touch, kind: gate, at: \"0\"}]\n"
                 "  - name: Keeps\n"
                 "    params: 1\n"
                 "    effects: [{do: keep, kind: context, at: \"0\"}]\n"
                 "  - name: Both\n"
                 "    params: 1\n"
                 "    effects: [{do: touch, kind: gate, at: \"0\"}, {do: "
                 "release, kind: gate, at: \"&0->Gate\"}]\n");
  ASSERT_TRUE(bool(M)) << llvm::toString(M.takeError());
  // What nobody knows more of is no reason to look at a function.
  for (llvm::StringRef Name : {"Opaque", "Touches", "Keeps"})
    EXPECT_FALSE((*M)->lookup(Name, 1)->isTracked()) << Name.str();
  EXPECT_TRUE((*M)->lookup("Both", 1)->isTracked());
  EXPECT_TRUE((*M)->lookup("Opaque", 1)->Opaque);
  EXPECT_TRUE((*M)->lookup("Touches", 1)->has(EffectKind::Touch));
}

TEST(Model, KnowsWhatATouchIsAbout) {
  auto M = parse("locks:\n  - {kind: gate, noun: gate}\n"
                 "routines:\n"
                 "  - name: Touches\n"
                 "    params: 1\n"
                 "    effects: [{do: touch, kind: gate, at: \"0\"}, {do: "
                 "touch, kind: gate, member: _BOX.Gate}, {do: touch, kind: "
                 "guarded}]\n");
  ASSERT_TRUE(bool(M)) << llvm::toString(M.takeError());
  llvm::ArrayRef<Effect> Effects = (*M)->lookup("Touches", 1)->Effects;
  ASSERT_EQ(Effects.size(), 3u);
  EXPECT_TRUE(Effects[0].namesObject());
  EXPECT_EQ(Effects[0].Object.str(), "0");
  EXPECT_FALSE(Effects[1].namesObject());
  EXPECT_EQ(Effects[1].Member, "_BOX.Gate");
  EXPECT_FALSE(Effects[2].namesObject());
  EXPECT_TRUE(Effects[2].LockKind.empty());
  EXPECT_EQ(Effects[2].Region, RegionKind::Guarded);
}

TEST(Model, RefusesTouchesOfNothingOrOfTwoThings) {
  for (llvm::StringRef Keys :
       {"kind: eresource", "kind: eresource, at: \"0\", member: _BOX.Lock",
        "kind: critical, at: \"0\"", "kind: guarded, member: _BOX.Lock",
        "kind: gate, member: _BOX.Lock", "kind: eresource, at: \"1\"",
        "member: _BOX.Lock", "at: \"0\""})
    EXPECT_TRUE(llvm::errorToBool(
        parse("routines:\n  - {name: F, params: 1, effects: [{do: touch, " +
              Keys.str() + "}]}\n")
            .takeError()))
        << Keys.str();
}

TEST(Model, RefusesTestsThatSayNothing) {
  for (llvm::StringRef Test :
       {"{argument: 0}", "{argument: 0, is: 1, is-not: 2}", "{is: 1}",
        "{argument: 1, is: 0}", "{argument: 0, is: MODE}"})
    EXPECT_TRUE(llvm::errorToBool(
        parse("routines:\n  - {name: F, params: 1, effects: [{do: enter, "
              "kind: critical, if: [" +
              Test.str() + "]}]}\n")
            .takeError()))
        << Test.str();
}
