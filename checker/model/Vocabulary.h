//===-- model/Vocabulary.h - the words of the model language ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The words that stand for enumerators, with an error that says which there
// are: LLVM's own says "unknown enumerated scalar".
//
//===----------------------------------------------------------------------===//
#ifndef FLT_MODEL_VOCABULARY_H
#define FLT_MODEL_VOCABULARY_H

#include "model/Model.h"
#include "llvm/Support/YAMLTraits.h"
#include <utility>

namespace flt::model {

template <class E> struct Vocabulary;

template <> struct Vocabulary<flt::model::EffectKind> {
  static constexpr std::pair<llvm::StringLiteral, flt::model::EffectKind>
      Words[] = {
          {"acquire", flt::model::EffectKind::Acquire},
          {"release", flt::model::EffectKind::Release},
          {"convert", flt::model::EffectKind::Convert},
          {"hand-over", flt::model::EffectKind::HandOver},
          {"touch", flt::model::EffectKind::Touch},
          {"tell", flt::model::EffectKind::Tell},
          {"initialize", flt::model::EffectKind::Initialize},
          {"delete", flt::model::EffectKind::Delete},
          {"enter", flt::model::EffectKind::Enter},
          {"leave", flt::model::EffectKind::Leave},
          {"give", flt::model::EffectKind::Give},
          {"take", flt::model::EffectKind::Take},
          {"add", flt::model::EffectKind::AddRef},
          {"keep", flt::model::EffectKind::Keep},
          {"link", flt::model::EffectKind::Link},
          {"unlink", flt::model::EffectKind::Unlink},
          {"set", flt::model::EffectKind::Set},
      };
  static constexpr llvm::StringLiteral Expected =
      "unknown effect: expected 'acquire', 'release', 'convert', "
      "'hand-over', 'touch', 'tell', 'initialize', 'delete', 'enter', 'leave', "
      "'give', 'take', 'add', 'keep', 'link', 'unlink' or 'set'";
};

template <> struct Vocabulary<flt::model::LockMode> {
  static constexpr std::pair<llvm::StringLiteral, flt::model::LockMode>
      Words[] = {
          {"any", flt::model::LockMode::Any},
          {"exclusive", flt::model::LockMode::Exclusive},
          {"shared", flt::model::LockMode::Shared},
      };
  static constexpr llvm::StringLiteral Expected =
      "unknown mode: expected 'any', 'exclusive' or 'shared'";
};

template <> struct Vocabulary<flt::model::Effect::ListChange> {
  static constexpr std::pair<llvm::StringLiteral,
                             flt::model::Effect::ListChange>
      Words[] = {
          {"in", flt::model::Effect::ListChange::In},
          {"out", flt::model::Effect::ListChange::Out},
      };
  static constexpr llvm::StringLiteral Expected =
      "unknown value of 'list': expected 'in' or 'out'";
};

template <> struct Vocabulary<flt::model::RegionKind> {
  static constexpr std::pair<llvm::StringLiteral, flt::model::RegionKind>
      Words[] = {
          {"critical", flt::model::RegionKind::Critical},
          {"guarded", flt::model::RegionKind::Guarded},
          {"irql", flt::model::RegionKind::Irql},
      };
  static constexpr llvm::StringLiteral Expected =
      "unknown kind of region: expected 'critical', 'guarded' or 'irql'";
};

template <> struct Vocabulary<flt::model::Condition::Outcome> {
  static constexpr std::pair<llvm::StringLiteral,
                             flt::model::Condition::Outcome>
      Words[] = {
          {"always", flt::model::Condition::Outcome::Always},
          {"success", flt::model::Condition::Outcome::Success},
          {"failure", flt::model::Condition::Outcome::Failure},
          {"true", flt::model::Condition::Outcome::True},
          {"false", flt::model::Condition::Outcome::False},
          {"non-null", flt::model::Condition::Outcome::NonNull},
          {"null", flt::model::Condition::Outcome::Null},
          {"status", flt::model::Condition::Outcome::Status},
      };
  static constexpr llvm::StringLiteral Expected =
      "unknown outcome: expected 'always', 'success', 'failure', "
      "'true', 'false', 'non-null', 'null' or 'status'";
};

template <> struct Vocabulary<flt::model::RaiseKind> {
  static constexpr std::pair<llvm::StringLiteral, flt::model::RaiseKind>
      Words[] = {
          {"never", flt::model::RaiseKind::Never},
          {"may", flt::model::RaiseKind::May},
          {"always", flt::model::RaiseKind::Always},
      };
  static constexpr llvm::StringLiteral Expected =
      "unknown value of 'raises': expected 'never', 'may' or 'always'";
};

/// Reads and writes one of Vocabulary<E>::Words.
template <class E> struct WordTraits {
  static void output(const E &Value, void *, llvm::raw_ostream &OS) {
    for (const auto &[Word, Meaning] : Vocabulary<E>::Words)
      if (Meaning == Value)
        OS << Word;
  }
  static llvm::StringRef input(llvm::StringRef Text, void *, E &Value) {
    for (const auto &[Word, Meaning] : Vocabulary<E>::Words)
      if (Word == Text) {
        Value = Meaning;
        return {};
      }
    return Vocabulary<E>::Expected;
  }
  static llvm::yaml::QuotingType mustQuote(llvm::StringRef) {
    return llvm::yaml::QuotingType::None;
  }
};

} // namespace flt::model

namespace llvm::yaml {
template <>
struct ScalarTraits<flt::model::EffectKind>
    : flt::model::WordTraits<flt::model::EffectKind> {};
template <>
struct ScalarTraits<flt::model::LockMode>
    : flt::model::WordTraits<flt::model::LockMode> {};
template <>
struct ScalarTraits<flt::model::Effect::ListChange>
    : flt::model::WordTraits<flt::model::Effect::ListChange> {};
template <>
struct ScalarTraits<flt::model::RegionKind>
    : flt::model::WordTraits<flt::model::RegionKind> {};
template <>
struct ScalarTraits<flt::model::Condition::Outcome>
    : flt::model::WordTraits<flt::model::Condition::Outcome> {};
template <>
struct ScalarTraits<flt::model::RaiseKind>
    : flt::model::WordTraits<flt::model::RaiseKind> {};
} // namespace llvm::yaml

#endif // FLT_MODEL_VOCABULARY_H
