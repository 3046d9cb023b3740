//===-- model/Explain.cpp - rows in plain words ---------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "model/Explain.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt::model;

namespace {

/// The sentences of one row.
class Sentences {
public:
  Sentences(const Model &M, ArrayRef<std::string> Arguments)
      : M(M), Arguments(Arguments) {}

  std::string effect(const Effect &E) const;
  /// What the caller has when the call returns, or nothing.
  std::string left(const Effect &E) const;
  std::string argument(unsigned Number) const;

private:
  std::string object(const ObjectPath &P) const;
  std::string base(const ObjectPath &P) const;
  std::string when(const Condition &C) const;
  std::string touched(const Effect &E) const;
  std::string set(const Effect &E) const;
  std::string verb(const Effect &E) const;
  StringRef noun(const Effect &E) const;

  const Model &M;
  ArrayRef<std::string> Arguments;
};

} // namespace

std::string Sentences::argument(unsigned Number) const {
  if (Number < Arguments.size() && !Arguments[Number].empty())
    return Arguments[Number];
  return "argument " + utostr(Number + 1);
}

std::string Sentences::base(const ObjectPath &P) const {
  switch (P.Base) {
  case ObjectPath::BaseKind::Argument:
    return argument(P.Argument);
  case ObjectPath::BaseKind::Return:
    return "the result";
  case ObjectPath::BaseKind::Global:
    return P.Global;
  case ObjectPath::BaseKind::This:
    return "this";
  }
  return "";
}

// An expression that needs none of them around it before "->".
static bool isSimple(StringRef Text) {
  return all_of(Text, [](char C) { return isAlnum(C) || C == '_'; });
}

// The object itself, whether the row names it or its address: "Table->Lock".
std::string Sentences::object(const ObjectPath &P) const {
  std::string Text = base(P);
  for (size_t I = 0; I < P.Steps.size(); ++I) {
    bool IsArrow = P.Steps[I].K == ObjectPath::Step::Kind::Deref &&
                   I + 1 < P.Steps.size() &&
                   P.Steps[I + 1].K == ObjectPath::Step::Kind::Field;
    StringRef Pointee = Text;
    bool IsAddress = Pointee.consume_front("&");
    if (P.Steps[I].K == ObjectPath::Step::Kind::Field) {
      Text += "." + P.Steps[I].Field;
    } else if (IsArrow) {
      StringRef Field = P.Steps[++I].Field;
      if (IsAddress)
        Text = (Pointee + "." + Field).str();
      else if (StringRef(Text).starts_with("argument "))
        Text = (Field + " of " + Text).str();
      else
        Text = (isSimple(Text) || Text.find("->") != std::string::npos
                    ? Text + "->"
                    : "(" + Text + ")->") +
               Field.str();
    } else {
      Text = IsAddress ? Pointee.str() : "*" + Text;
    }
  }
  StringRef Short = Text;
  Short.consume_front("&"); // An object is named, not its address.
  return Short.str();
}

std::string Sentences::when(const Condition &C) const {
  std::string Of = C.Out ? "*" + argument(*C.Out) + " is " : "it returns ";
  std::string Text;
  switch (C.When) {
  case Condition::Outcome::Always:
    break;
  case Condition::Outcome::Success:
    Text = C.Out ? " if " + Of + "a success" : " if it succeeds";
    break;
  case Condition::Outcome::Failure:
    Text = C.Out ? " if " + Of + "a failure" : " if it fails";
    break;
  case Condition::Outcome::True:
    Text = " if " + Of + "TRUE";
    break;
  case Condition::Outcome::False:
    Text = " if " + Of + "FALSE";
    break;
  case Condition::Outcome::NonNull:
    Text = " if " + Of + "not NULL";
    break;
  case Condition::Outcome::Null:
    Text = " if " + Of + "NULL";
    break;
  case Condition::Outcome::Status:
    Text = " if " + Of;
    ListSeparator Or(" or ");
    for (std::uint32_t Status : C.Statuses)
      Text += formatv("{0}{1:X}", StringRef(Or), Status).str();
    break;
  }
  for (const Condition::ArgumentTest &T : C.Arguments)
    Text += " where " + argument(T.Argument) + " is " +
            (T.Equal ? "" : "not ") + itostr(T.Value);
  return Text;
}

StringRef Sentences::noun(const Effect &E) const {
  if (const LockFamily *F = M.lockFamily(E.LockKind))
    return F->Noun;
  if (const ReferenceFamily *F = M.referenceFamily(E.ReferenceKind))
    return F->Noun;
  return "object";
}

static StringRef how(LockMode Mode) {
  return Mode == LockMode::Exclusive ? " exclusively"
         : Mode == LockMode::Shared  ? " shared"
                                     : "";
}

static StringRef region(const Effect &E) {
  switch (E.Region) {
  case RegionKind::Critical:
    return "a critical region";
  case RegionKind::Guarded:
    return "a guarded region";
  case RegionKind::Irql:
    return "a raised IRQL";
  }
  return "";
}

std::string Sentences::touched(const Effect &E) const {
  StringRef May = E.OnlyAcquires ? "may acquire " : "may acquire or release ";
  if (E.Reaches)
    return May.str() + "any lock that " + object(E.Object) + " leads to";
  if (!E.Member.empty())
    return May.str() + "the lock " + E.Member + " of any object";
  if (E.LockKind.empty() && !E.IfLock)
    return "may enter or leave " + region(E).str();
  return May.str() + object(E.Object);
}

std::string Sentences::set(const Effect &E) const {
  bool IsResult =
      E.Object.Base == ObjectPath::BaseKind::Return && E.Object.Steps.empty();
  std::string What = IsResult ? "returns" : "sets " + object(E.Object) + " to";
  if (E.Keeps)
    return "leaves " + object(E.Object) + " as it was";
  if (!E.Value)
    return IsResult ? "returns something new" : "changes " + object(E.Object);
  return What + (E.IsNot ? " anything but " : " ") + itostr(*E.Value);
}

std::string Sentences::verb(const Effect &E) const {
  std::string Object = E.namesObject() ? object(E.Object) : "";
  switch (E.Kind) {
  case EffectKind::Acquire:
    return "acquires " + Object + how(E.Mode).str();
  case EffectKind::Release:
    return "releases " + Object;
  case EffectKind::Convert:
    return "makes an exclusive hold of " + Object + " a shared one";
  case EffectKind::HandOver:
    return "hands the hold of " + Object + " over to another owner";
  case EffectKind::Touch:
    return touched(E);
  case EffectKind::Tell:
    return "tells whether " + Object + " is held" + how(E.Mode).str();
  case EffectKind::Initialize:
    return "initializes " + Object + ", which must not be held";
  case EffectKind::Delete:
    return "deletes " + Object + ", which must not be held";
  case EffectKind::Enter:
    return "enters " + region(E).str();
  case EffectKind::Leave:
    return "leaves " + region(E).str();
  case EffectKind::Give: {
    const ReferenceFamily *F = M.referenceFamily(E.ReferenceKind);
    return "gives the " + noun(E).str() +
           (E.Old ? " that was set before" : "") + " in " +
           (E.Members ? "every member of " : "") + Object + ", which must be " +
           (F ? F->GivenBack : "released");
  }
  case EffectKind::Take:
    return "gives back the " + noun(E).str() + " " +
           (E.Members ? "in every member of " : "") + Object;
  case EffectKind::AddRef:
    return "adds a reference to the " + noun(E).str() + " " + Object;
  case EffectKind::Keep:
    return "may keep the " + noun(E).str() + " " + Object +
           ", or give it back later";
  case EffectKind::Link:
    return "sets the " + noun(E).str() + " " + Object +
           ": the system has a reference of its own";
  case EffectKind::Unlink:
    return "drops the reference that the system has to " + Object;
  case EffectKind::Set:
    return set(E);
  }
  return "";
}

std::string Sentences::effect(const Effect &E) const {
  std::string Text = verb(E) + when(E.When);
  if (E.WaitArgument)
    Text += "; it waits unless " + argument(*E.WaitArgument) + " is FALSE";
  return Text;
}

std::string Sentences::left(const Effect &E) const {
  switch (E.Kind) {
  case EffectKind::Acquire:
    return "returns holding " + object(E.Object) + how(E.Mode).str() +
           when(E.When);
  case EffectKind::Enter:
    return "returns in " + region(E).str() + when(E.When);
  case EffectKind::Give:
    return "returns owing the " + noun(E).str() + " in " + object(E.Object) +
           when(E.When);
  default:
    return "";
  }
}

std::vector<std::string> flt::model::explain(const Routine &R, const Model &M,
                                             ArrayRef<std::string> Arguments) {
  Sentences Say(M, Arguments);
  std::vector<std::string> Lines;
  for (const Effect &E : R.Effects)
    if (std::string Line = Say.effect(E); !is_contained(Lines, Line))
      Lines.push_back(std::move(Line));
  if (R.Raises == RaiseKind::Always)
    Lines.push_back("raises an exception");
  else if (R.Raises == RaiseKind::May)
    Lines.push_back("may raise an exception");
  if (R.NoReturn && R.Raises != RaiseKind::Always)
    Lines.push_back("never returns");
  if (R.Waits)
    Lines.push_back("waits: other threads may change what they share");
  if (R.FreedArgument)
    Lines.push_back("frees " + Say.argument(*R.FreedArgument));
  if (R.NameArgument)
    Lines.push_back("returns the routine that " +
                    Say.argument(*R.NameArgument) + " names");
  for (unsigned Number : R.UserPointers)
    Lines.push_back("checks " + Say.argument(Number) + " as user memory");
  if (R.Opaque)
    Lines.push_back("may acquire, release or keep whatever its arguments lead "
                    "to: nobody can tell");
  else if (R.Effects.empty())
    Lines.push_back(R.Borrows ? "neither keeps nor releases what it gets"
                              : "may keep or release what it gets");
  return Lines;
}

// A lock that may also be left released again is no contract.
std::string flt::model::explainContract(const Routine &R, const Model &M,
                                        ArrayRef<std::string> Arguments) {
  Sentences Say(M, Arguments);
  std::vector<std::string> Parts;
  for (const Effect &E : R.Effects) {
    std::string Part = Say.left(E);
    if (Part.empty() || is_contained(Parts, Part))
      continue;
    // That the lock comes with a region need not be said of each.
    if (E.Kind == EffectKind::Enter && any_of(R.Effects, [](const Effect &O) {
          return O.Kind == EffectKind::Acquire;
        }))
      continue;
    if (!Parts.empty())
      Part = Part.substr(StringRef("returns ").size());
    Parts.push_back(std::move(Part));
  }
  return join(Parts, " and ");
}

std::string flt::model::explainOrigin(const Routine &R) {
  if (R.Guessed)
    return "guessed from its name and what it is given";
  if (R.Derived)
    return "worked out from the body of the function";
  std::string Where = R.Origin + ":" + utostr(R.Line);
  std::string Text = R.BuiltIn ? "built in: " + Where : "said by " + Where;
  if (!R.Doc.empty())
    Text += ", after " + R.Doc;
  return Text;
}
