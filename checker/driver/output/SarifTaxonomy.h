//===-- driver/output/SarifTaxonomy.h - the checks as CWE has them -*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_SARIFTAXONOMY_H
#define FLT_DRIVER_OUTPUT_SARIFTAXONOMY_H

#include "finding/Checks.h"
#include "llvm/Support/JSON.h"

namespace flt {

/// run.taxonomies: the part of the Common Weakness Enumeration that the checks
/// are about.
llvm::json::Array sarifTaxonomies();

/// run.tool.driver.supportedTaxonomies.
llvm::json::Array sarifSupportedTaxonomies();

/// The relationships of a rule: the weaknesses that the check finds.
llvm::json::Array sarifRelationships(CheckId Check);

/// "external/cwe/cwe-667" for each, which GitHub filters by.
std::vector<std::string> cweTags(CheckId Check);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_SARIFTAXONOMY_H
