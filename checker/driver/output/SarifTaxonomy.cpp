//===-- driver/output/SarifTaxonomy.cpp - the checks as CWE has them ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/SarifTaxonomy.h"
#include "llvm/ADT/STLExtras.h"

using namespace flt;
namespace json = llvm::json;

namespace {
struct Weakness {
  unsigned Id;
  llvm::StringLiteral Name;
};
} // namespace

// As https://cwe.mitre.org names them.
static constexpr Weakness Weaknesses[] = {
    {415, "Double Free"},
    {416, "Use After Free"},
    {667, "Improper Locking"},
    {764, "Multiple Locks of a Critical Resource"},
    {765, "Multiple Unlocks of a Critical Resource"},
    {772, "Missing Release of Resource after Effective Lifetime"},
    {775, "Missing Release of File Descriptor or Handle after Effective "
          "Lifetime"},
    {832, "Unlock of a Resource that is not Locked"},
    {833, "Deadlock"},
    {911, "Improper Update of Reference Count"},
    {1341, "Multiple Releases of Same Resource or Handle"},
};

static constexpr llvm::StringLiteral Version = "4.17";

static std::vector<unsigned> weaknessesOf(CheckId Check) {
  switch (Check) {
  case CheckId::ResourceBalance:
    return {667, 764, 765, 772, 832, 833};
  case CheckId::CriticalRegionBalance:
    return {667, 765, 832};
  case CheckId::OldContextRelease:
    return {772, 911};
  case CheckId::ContextRelease:
    return {415, 416, 772, 911, 1341};
  case CheckId::ReferenceRelease:
    return {416, 772, 775, 911, 1341};
  }
  return {};
}

static std::string page(unsigned Id) {
  return "https://cwe.mitre.org/data/definitions/" + std::to_string(Id) +
         ".html";
}

static json::Object text(llvm::StringRef Text) {
  return json::Object{{"text", Text}};
}

json::Array flt::sarifTaxonomies() {
  json::Array Taxa;
  for (const Weakness &W : Weaknesses)
    Taxa.push_back(json::Object{{"id", std::to_string(W.Id)},
                                {"name", W.Name},
                                {"shortDescription", text(W.Name)},
                                {"helpUri", page(W.Id)}});
  return json::Array{json::Object{
      {"name", "CWE"},
      {"version", Version},
      {"organization", "MITRE"},
      {"informationUri",
       "https://cwe.mitre.org/data/published/cwe_v" + Version.str() + ".pdf"},
      {"downloadUri",
       "https://cwe.mitre.org/data/xml/cwec_v" + Version.str() + ".xml.zip"},
      {"shortDescription", text("The MITRE Common Weakness Enumeration")},
      {"isComprehensive", false},
      {"taxa", std::move(Taxa)}}};
}

json::Array flt::sarifSupportedTaxonomies() {
  return json::Array{json::Object{{"name", "CWE"}, {"index", 0}}};
}

json::Array flt::sarifRelationships(CheckId Check) {
  json::Array Result;
  for (unsigned Id : weaknessesOf(Check)) {
    const Weakness *W = llvm::find_if(
        Weaknesses, [&](const Weakness &Of) { return Of.Id == Id; });
    Result.push_back(json::Object{
        {"target", json::Object{{"id", std::to_string(Id)},
                                {"index", int64_t(W - std::begin(Weaknesses))},
                                {"toolComponent",
                                 json::Object{{"name", "CWE"}, {"index", 0}}}}},
        {"kinds", json::Array{"relevant"}}});
  }
  return Result;
}

std::vector<std::string> flt::cweTags(CheckId Check) {
  std::vector<std::string> Tags;
  for (unsigned Id : weaknessesOf(Check)) {
    std::string Digits = std::to_string(Id);
    // GitHub's queries write three digits at least.
    Tags.push_back("external/cwe/cwe-" +
                   std::string(3 - std::min<size_t>(Digits.size(), 3), '0') +
                   Digits);
  }
  return Tags;
}
