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

namespace {

/// Reads an expression of C, as far as objects need it:
///   expression: '*' expression | postfix
///   postfix:    primary ( '->' field | '.' field )*
///   primary:    number | 'return' | variable | '(' expression ')'
class Parser {
public:
  Parser(StringRef Text, ObjectPath &Path)
      : Text(Text), Rest(Text.trim()), Path(Path) {}

  llvm::Error run() {
    Path.AddressOf = Rest.consume_front("&");
    if (llvm::Error E = expression())
      return E;
    if (!Rest.empty())
      return badPath(Text, "expected '->' or '.' before '" + Rest + "'");
    return llvm::Error::success();
  }

private:
  using Step = ObjectPath::Step;

  llvm::Error expression() {
    if (!Rest.consume_front("*"))
      return postfix();
    if (llvm::Error E = expression())
      return E;
    Path.Steps.push_back({Step::Kind::Deref, ""});
    return llvm::Error::success();
  }

  llvm::Error postfix() {
    if (llvm::Error E = primary())
      return E;
    while (true) {
      bool Arrow = Rest.consume_front("->");
      if (!Arrow && !Rest.consume_front("."))
        return llvm::Error::success();
      StringRef Field = Rest.take_while(isIdentifierChar);
      if (Field.empty())
        return badPath(Text, "expected the name of a field");
      Rest = Rest.drop_front(Field.size());
      if (Arrow)
        Path.Steps.push_back({Step::Kind::Deref, ""});
      Path.Steps.push_back({Step::Kind::Field, Field.str()});
    }
  }

  llvm::Error primary() {
    if (Rest.consume_front("(")) {
      if (llvm::Error E = expression())
        return E;
      return Rest.consume_front(")") ? llvm::Error::success()
                                     : badPath(Text, "expected ')'");
    }
    StringRef Base = Rest.take_while(isIdentifierChar);
    if (Base.empty())
      return badPath(Text, "it must start with an argument number, 'return' "
                           "or the name of a global variable");
    Rest = Rest.drop_front(Base.size());
    if (Base == "return") {
      Path.Base = ObjectPath::BaseKind::Return;
    } else if (Base == "this") {
      Path.Base = ObjectPath::BaseKind::This;
    } else if (!Base.getAsInteger(10, Path.Argument)) {
      Path.Base = ObjectPath::BaseKind::Argument;
    } else if (llvm::isDigit(Base.front())) {
      return badPath(Text, "'" + Base + "' is not the number of an argument");
    } else {
      Path.Base = ObjectPath::BaseKind::Global;
      Path.Global = Base.str();
    }
    return llvm::Error::success();
  }

  StringRef Text, Rest;
  ObjectPath &Path;
};

} // namespace

llvm::Expected<ObjectPath> ObjectPath::parse(StringRef Text) {
  ObjectPath Path;
  if (llvm::Error E = Parser(Text, Path).run())
    return std::move(E);
  // "&*1" is "1" itself.
  if (Path.AddressOf && !Path.Steps.empty() &&
      Path.Steps.back().K == Step::Kind::Deref) {
    Path.AddressOf = false;
    Path.Steps.pop_back();
  }
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
  case BaseKind::This:
    Text = "this";
    break;
  }
  for (size_t I = 0; I < Steps.size(); ++I) {
    bool IsLast = I + 1 == Steps.size();
    if (Steps[I].K == Step::Kind::Field)
      Text += "." + Steps[I].Field;
    else if (!IsLast && Steps[I + 1].K == Step::Kind::Field)
      Text += "->" + Steps[++I].Field;
    else
      Text = IsLast ? "*" + Text : "(*" + Text + ")";
  }
  return AddressOf ? "&" + Text : Text;
}
