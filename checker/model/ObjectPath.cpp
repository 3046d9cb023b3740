//===-- model/ObjectPath.cpp - spelling of objects in the model -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "model/Model.h"
#include "llvm/ADT/StringExtras.h"

using namespace flt::model;
using llvm::StringRef;

static llvm::Error badPath(StringRef Text, const llvm::Twine &Why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "'" + Text + "' is not an object: " + Why);
}

static bool isIdentifierChar(char C) { return llvm::isAlnum(C) || C == '_'; }

llvm::Expected<ObjectPath> ObjectPath::parse(StringRef Text) {
  ObjectPath Path;
  StringRef Rest = Text.trim();
  Path.AddressOf = Rest.consume_front("&");
  unsigned Derefs = 0;
  while (!Path.AddressOf && Rest.consume_front("*"))
    ++Derefs;

  StringRef Base = Rest.take_while(isIdentifierChar);
  if (Base.empty())
    return badPath(Text, "it must start with an argument number, 'return' or "
                         "the name of a global variable");
  Rest = Rest.drop_front(Base.size());
  if (Base == "return") {
    Path.Base = BaseKind::Return;
  } else if (!Base.getAsInteger(10, Path.Argument)) {
    Path.Base = BaseKind::Argument;
  } else {
    Path.Base = BaseKind::Global;
    Path.Global = Base.str();
  }

  while (!Rest.empty()) {
    bool Arrow = Rest.consume_front("->");
    if (!Arrow && !Rest.consume_front("."))
      return badPath(Text, "expected '->' or '.' before '" + Rest + "'");
    StringRef Field = Rest.take_while(isIdentifierChar);
    if (Field.empty())
      return badPath(Text, "expected the name of a field");
    Rest = Rest.drop_front(Field.size());
    if (Arrow)
      Path.Steps.push_back({Step::Kind::Deref, ""});
    Path.Steps.push_back({Step::Kind::Field, Field.str()});
  }
  for (; Derefs; --Derefs)
    Path.Steps.push_back({Step::Kind::Deref, ""});
  if (Path.AddressOf && Path.Steps.empty() && Path.Base != BaseKind::Global)
    return badPath(Text, "'&' needs a field or a global variable after it");
  return Path;
}

std::string ObjectPath::str() const {
  std::string Text;
  switch (Base) {
  case BaseKind::Argument:
    Text = std::to_string(Argument);
    break;
  case BaseKind::Return:
    Text = "return";
    break;
  case BaseKind::Global:
    Text = Global;
    break;
  }
  for (size_t I = 0; I < Steps.size(); ++I) {
    if (Steps[I].K == Step::Kind::Field) {
      Text += "." + Steps[I].Field;
    } else if (I + 1 < Steps.size() && Steps[I + 1].K == Step::Kind::Field) {
      Text += "->" + Steps[++I].Field;
    } else {
      Text = "*" + Text;
    }
  }
  return AddressOf ? "&" + Text : Text;
}
