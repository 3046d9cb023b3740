//===-- model/Yaml.cpp - the model language in YAML -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's YAML library does the reading: unknown, missing and repeated keys are
// its errors, with file, line and column. What the values mean is checked here
// and reported at the place of the value in the same way.
//
//===----------------------------------------------------------------------===//
#include "model/Yaml.h"
#include "model/Vocabulary.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

using namespace flt;
using namespace flt::model;
using llvm::StringRef;

namespace {

/// What the traits need to know beside the text in front of them.
struct ReadContext {
  StringRef Text;
  llvm::StringMap<std::uint32_t> *Statuses;

  /// Line and column, both from 1.
  std::pair<unsigned, unsigned> placeOf(const llvm::yaml::Node *N) const {
    const char *P = N->getSourceRange().Start.getPointer();
    if (P < Text.begin() || P > Text.end())
      return {0, 0};
    StringRef Before(Text.begin(), P - Text.begin());
    return {1 + Before.count('\n'),
            Before.size() - (Before.rfind('\n') + 1) + 1};
  }
};

ReadContext &context(llvm::yaml::IO &IO) {
  return *static_cast<ReadContext *>(IO.getContext());
}

} // namespace

LLVM_YAML_IS_SEQUENCE_VECTOR(LockFamily)
LLVM_YAML_IS_SEQUENCE_VECTOR(ReferenceFamily)
LLVM_YAML_IS_SEQUENCE_VECTOR(RoutineRow)
LLVM_YAML_IS_SEQUENCE_VECTOR(Effect)
LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(Condition::ArgumentTest)
LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(Name)
LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(StatusCode)

namespace llvm::yaml {

template <> struct ScalarTraits<Name> {
  static void output(const Name &N, void *, raw_ostream &OS) { OS << N.Text; }
  static StringRef input(StringRef Text, void *, Name &N) {
    N.Text = Text.str();
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarTraits<StatusCode> {
  static void output(const StatusCode &S, void *, raw_ostream &OS) {
    OS << format_hex(S.Value, 10);
  }
  static StringRef input(StringRef Text, void *Context, StatusCode &S) {
    if (!Text.getAsInteger(0, S.Value))
      return {};
    auto &Statuses = *static_cast<ReadContext *>(Context)->Statuses;
    auto It = Statuses.find(Text);
    if (It == Statuses.end())
      return "unknown status: give its number, or name it under 'statuses:'";
    S.Value = It->second;
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarTraits<ObjectPath> {
  static void output(const ObjectPath &P, void *, raw_ostream &OS) {
    OS << P.str();
  }
  static StringRef input(StringRef Text, void *, ObjectPath &P) {
    Expected<ObjectPath> Parsed = ObjectPath::parse(Text);
    if (!Parsed) {
      consumeError(Parsed.takeError());
      return "not an object: expected an argument number, 'return' or a global "
             "variable, with '&', '*', '->field' or '.field' as in C";
    }
    P = std::move(*Parsed);
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::Double; }
};

// A list or a single value: the usual row names one routine.
template <class T> struct PolymorphicTraits<OneOrMore<T>> {
  static NodeKind getKind(const OneOrMore<T> &L) {
    return L.Values.size() == 1 ? NodeKind::Scalar : NodeKind::Sequence;
  }
  static T &getAsScalar(OneOrMore<T> &L) {
    if (L.Values.empty())
      L.Values.emplace_back();
    return L.Values.front();
  }
  static std::vector<T> &getAsSequence(OneOrMore<T> &L) { return L.Values; }
  static OneOrMore<T> &getAsMap(OneOrMore<T> &L) { return L; }
};
template <class T> struct MappingTraits<OneOrMore<T>> {
  static void mapping(IO &IO, OneOrMore<T> &) {
    IO.setError("expected a value or a list of values");
  }
};

template <> struct CustomMappingTraits<StatusTable> {
  static void inputOne(IO &IO, StringRef Key, StatusTable &Table) {
    std::uint32_t Value = 0;
    IO.mapRequired(Key.str().c_str(), Value);
    Table.Rows.push_back({Key.str(), Value});
    (*context(IO).Statuses)[Key] = Value;
  }
  static void output(IO &, StatusTable &) {}
};

template <> struct MappingTraits<Condition::ArgumentTest> {
  static const bool flow = true;
  static void mapping(IO &IO, Condition::ArgumentTest &T) {
    IO.mapRequired("argument", T.Argument);
    std::optional<std::int64_t> Is, IsNot;
    if (IO.outputting())
      (T.Equal ? Is : IsNot) = T.Value;
    IO.mapOptional("is", Is);
    IO.mapOptional("is-not", IsNot);
    if (!IO.outputting() && Is.has_value() == IsNot.has_value())
      return IO.setError("give either 'is' or 'is-not'");
    T.Equal = Is.has_value();
    T.Value = Is ? *Is : IsNot.value_or(0);
  }
};

static void mapStatuses(IO &IO, const char *Key,
                        SmallVectorImpl<std::uint32_t> &Statuses) {
  OneOrMore<StatusCode> Codes;
  for (std::uint32_t S : Statuses)
    Codes.Values.push_back({S});
  if (!IO.outputting() || !Codes.Values.empty())
    IO.mapOptional(Key, Codes);
  Statuses.clear();
  for (StatusCode S : Codes.Values)
    Statuses.push_back(S.Value);
}

template <> struct MappingTraits<Effect> {
  static const bool flow = true;
  static bool isRegion(EffectKind K) {
    return K == EffectKind::Enter || K == EffectKind::Leave;
  }
  static bool isLock(EffectKind K) { return K <= EffectKind::Delete; }

  static void mapping(IO &IO, Effect &E) {
    IO.mapRequired("do", E.Kind);
    if (E.Kind == EffectKind::Touch)
      return mapTouch(IO, E);
    if (E.Kind == EffectKind::Set)
      return mapSet(IO, E);
    if (isRegion(E.Kind))
      IO.mapRequired("kind", E.Region);
    else
      IO.mapRequired("kind", isLock(E.Kind) ? E.LockKind : E.ReferenceKind);
    if (!isRegion(E.Kind))
      IO.mapRequired("at", E.Object);

    if (isLock(E.Kind)) {
      IO.mapOptional("mode", E.Mode, LockMode::Any);
      IO.mapOptional("if-declared", E.IfDeclared, false);
      IO.mapOptional("again", E.Again, false);
      IO.mapOptional("wait", E.WaitArgument);
      IO.mapOptional("owner", E.OwnerArgument);
    } else if (!isRegion(E.Kind)) {
      IO.mapOptional("old", E.Old, false);
      IO.mapOptional("members", E.Members, false);
      IO.mapOptional("mask", E.MaskArgument);
      IO.mapOptional("created", E.Created, false);
      IO.mapOptional("may-be-null", E.MayBeNull, false);
      IO.mapOptional("null-otherwise", E.NullOtherwise, false);
      mapStatuses(IO, "null-documented-for", E.NullDocumentedFor);
      if (E.Kind == EffectKind::Keep) {
        IO.mapOptional("to-post-operation", E.ToPostOperation, false);
        IO.mapOptional("list", E.List, Effect::ListChange::None);
      }
    }

    mapCondition(IO, E);
    if (IO.outputting() || static_cast<yaml::Input &>(IO).error())
      return;
    if (E.When.Out &&
        (E.Kind == EffectKind::Give || E.Kind == EffectKind::Link))
      IO.setError("a 'give' or 'link' can't depend on an 'out' value");
    if (E.Kind == EffectKind::Acquire && E.Mode == LockMode::Any)
      IO.setError("an acquire needs 'mode: exclusive' or 'mode: shared'");
  }

  static void mapCondition(IO &IO, Effect &E) {
    using Outcome = Condition::Outcome;
    IO.mapOptional("when", E.When.When, Outcome::Always);
    IO.mapOptional("out", E.When.Out);
    mapStatuses(IO, "status", E.When.Statuses);
    mapStatuses(IO, "or-status", E.When.OtherStatuses);
    std::vector<Condition::ArgumentTest> Tests(E.When.Arguments.begin(),
                                               E.When.Arguments.end());
    IO.mapOptional("if", Tests);
    E.When.Arguments.assign(Tests.begin(), Tests.end());
    if (IO.outputting() || static_cast<yaml::Input &>(IO).error())
      return;
    if ((E.When.When == Outcome::Status) == E.When.Statuses.empty())
      IO.setError("'when: status' and 'status: [...]' go together");
    bool IsYesOrNo =
        E.When.When == Outcome::True || E.When.When == Outcome::False ||
        E.When.When == Outcome::NonNull || E.When.When == Outcome::Null;
    if (E.When.Out && !IsYesOrNo)
      IO.setError(
          "'out' goes with 'when: \"true\"', '\"false\"', 'non-null' or "
          "'\"null\"'");
  }

  /// What a variable or the result is when the call returns.
  static void mapSet(IO &IO, Effect &E) {
    IO.mapRequired("at", E.Object);
    std::optional<std::int64_t> Is, IsNot;
    if (IO.outputting())
      (E.IsNot ? IsNot : Is) = E.Value;
    IO.mapOptional("is", Is);
    IO.mapOptional("is-not", IsNot);
    IO.mapOptional("keeps", E.Keeps, false);
    mapCondition(IO, E);
    if (IO.outputting() || static_cast<yaml::Input &>(IO).error())
      return;
    if (Is.has_value() + IsNot.has_value() + E.Keeps > 1)
      IO.setError("'is', 'is-not' and 'keeps' rule each other out");
    if (E.When.Out)
      IO.setError("a 'set' can't depend on an 'out' value");
    bool IsResult =
        E.Object.Base == ObjectPath::BaseKind::Return && E.Object.Steps.empty();
    if (IsResult && !Is && !IsNot)
      IO.setError("the result needs 'is' or 'is-not'");
    if (!IsResult && (E.Object.Steps.empty() || E.Object.AddressOf))
      IO.setError("'set' needs a variable: \"return\", \"*1\", \"0->Field\"");
    E.IsNot = IsNot.has_value();
    E.Value = IsNot ? IsNot : Is;
  }

  /// A lock that can be named, any of those that are some member, or a region.
  static void mapTouch(IO &IO, Effect &E) {
    std::string Kind = E.Reaches ? "any" : E.LockKind;
    if (IO.outputting() && Kind.empty()) {
      llvm::raw_string_ostream OS(Kind);
      WordTraits<RegionKind>::output(E.Region, nullptr, OS);
    }
    IO.mapRequired("kind", Kind);
    if ((E.Reaches = Kind == "any")) {
      IO.mapRequired("at", E.Object);
      IO.mapOptional("only-acquires", E.OnlyAcquires, false);
      return;
    }
    if (WordTraits<RegionKind>::input(Kind, nullptr, E.Region).empty())
      return;
    E.LockKind = Kind;
    std::optional<ObjectPath> Object;
    if (IO.outputting() && E.Member.empty())
      Object = E.Object;
    IO.mapOptional("at", Object);
    IO.mapOptional("member", E.Member, std::string());
    if (IO.outputting() || static_cast<yaml::Input &>(IO).error())
      return;
    if (Object.has_value() == !E.Member.empty())
      IO.setError("'touch' needs either 'at' or 'member'");
    if (Object)
      E.Object = *Object;
  }
};

template <> struct MappingTraits<LockFamily> {
  static void mapping(IO &IO, LockFamily &F) {
    IO.mapRequired("kind", F.Kind);
    IO.mapRequired("noun", F.Noun);
    IO.mapOptional("recursive", F.Recursive, false);
    IO.mapOptional("modes", F.Modes, true);
    IO.mapOptional("outlasts", F.Outlasts, false);
    IO.mapOptional("listed", F.Listed, false);
    IO.mapOptional("needs-region", F.NeedsRegion, false);
    OneOrMore<Name> Types;
    for (const std::string &T : F.Types)
      Types.Values.push_back({T});
    IO.mapOptional("types", Types);
    F.Types.clear();
    for (const Name &T : Types.Values)
      F.Types.push_back(T.Text);
  }
};

template <> struct MappingTraits<ReferenceFamily> {
  static void mapping(IO &IO, ReferenceFamily &F) {
    IO.mapRequired("kind", F.Kind);
    IO.mapRequired("noun", F.Noun);
    IO.mapOptional("given-back", F.GivenBack, std::string("released"));
    IO.mapOptional("only-zero-succeeds", F.OnlyZeroSucceeds, false);
    IO.mapOptional("is-context", F.IsContext, false);
    IO.mapOptional("outlives", F.Outlives, false);
    IO.mapOptional("until-unload", F.UntilUnload, false);
    IO.mapOptional("invalid", F.Invalid);
  }
};

template <> struct MappingTraits<RoutineRow> {
  static void mapping(IO &IO, RoutineRow &Row) {
    Routine &R = Row.R;
    if (!IO.outputting())
      std::tie(R.Line, R.Column) =
          context(IO).placeOf(static_cast<yaml::Input &>(IO).getCurrentNode());
    IO.mapRequired("name", Row.Names);
    IO.mapRequired("params", R.Params);
    IO.mapOptional("variadic", R.Variadic, false);
    IO.mapOptional("doc", R.Doc, std::string());
    IO.mapOptional("raises", R.Raises, RaiseKind::Unknown);
    bool Returns = !R.NoReturn;
    IO.mapOptional("returns", Returns, true);
    R.NoReturn = !Returns;
    IO.mapOptional("borrows", R.Borrows, false);
    IO.mapOptional("waits", R.Waits, false);
    IO.mapOptional("opaque", R.Opaque, false);
    IO.mapOptional("derived", R.Derived, false);
    IO.mapOptional("only-zero-succeeds", R.OnlyZeroSucceeds, false);
    IO.mapOptional("symbol", R.Symbol, std::string());
    std::vector<unsigned> User(R.UserPointers.begin(), R.UserPointers.end());
    IO.mapOptional("user-pointers", User);
    R.UserPointers.assign(User.begin(), User.end());
    IO.mapOptional("frees", R.FreedArgument);
    IO.mapOptional("finds-routine", R.NameArgument);
    IO.mapOptional("effects", R.Effects);
    // One error is enough: what is missing makes the rest look wrong.
    if (!IO.outputting() && !static_cast<yaml::Input &>(IO).error())
      checkArguments(IO, R);
  }

  static void checkArguments(IO &IO, const Routine &R) {
    auto Check = [&](unsigned Argument, const Twine &Where) {
      if (Argument >= R.Params && !R.Variadic)
        IO.setError("argument " + Twine(Argument) + " in " + Where +
                    ": the routine has only " + Twine(R.Params) +
                    " (they count from 0)");
    };
    for (unsigned Argument : R.UserPointers)
      Check(Argument, "'user-pointers'");
    if (R.FreedArgument)
      Check(*R.FreedArgument, "'frees'");
    if (R.NameArgument)
      Check(*R.NameArgument, "'finds-routine'");
    for (const Effect &E : R.Effects) {
      if (E.namesObject() && E.Object.Base == ObjectPath::BaseKind::Argument)
        Check(E.Object.Argument, "'at'");
      if (E.WaitArgument)
        Check(*E.WaitArgument, "'wait'");
      if (E.When.Out)
        Check(*E.When.Out, "'out'");
      if (E.OwnerArgument)
        Check(*E.OwnerArgument, "'owner'");
      if (E.MaskArgument)
        Check(*E.MaskArgument, "'mask'");
      for (const Condition::ArgumentTest &T : E.When.Arguments)
        Check(T.Argument, "'if'");
    }
  }
};

template <> struct MappingTraits<FileContents> {
  static void mapping(IO &IO, FileContents &File) {
    IO.mapOptional("statuses", File.Statuses);
    IO.mapOptional("locks", File.Locks);
    IO.mapOptional("references", File.References);
    IO.mapOptional("routines", File.Routines);
  }
};

} // namespace llvm::yaml

llvm::Expected<FileContents>
model::readYaml(llvm::MemoryBufferRef Buffer,
                llvm::StringMap<std::uint32_t> &Statuses) {
  std::string Errors;
  ReadContext Context{Buffer.getBuffer(), &Statuses};
  auto Collect = [](const llvm::SMDiagnostic &D, void *Out) {
    llvm::raw_string_ostream OS(*static_cast<std::string *>(Out));
    D.print(nullptr, OS, /*ShowColors=*/false);
  };
  FileContents File;
  llvm::yaml::Input In(Buffer, &Context, Collect, &Errors);
  In >> File;
  if (In.error())
    return llvm::createStringError(In.error(), StringRef(Errors).rtrim().str());
  return File;
}

void model::writeYaml(FileContents &File, llvm::raw_ostream &OS) {
  llvm::yaml::Output Out(OS, nullptr, /*WrapColumn=*/0);
  Out << File;
}
