//===-- finding/Fingerprint.h - names a finding across edits ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_FINGERPRINT_H
#define FLT_FINDING_FINGERPRINT_H

#include "finding/Report.h"
#include <map>

namespace flt {

/// Fills Finding::Fingerprint of all findings, suppressed ones included.
///
/// The fingerprint is made of the check, the name of the file without its
/// folder, the function, the message, and the text of the lines of the
/// acquisition and of the report, without white space and comments. It stays
/// the same when lines move within the file, when the file moves to another
/// folder, and when other files are added to or left out of the run. Findings
/// that are equal in all of these are told apart by their order in the file.
///
/// \param R sorted; its Source gives the lines. Where it gives none, the line
///   counts as empty.
void computeFingerprints(Report &R);

/// Fills Finding::FormerFingerprint of the findings in renamed files.
/// \param Former what files were called before, by their names now.
void computeFormerFingerprints(
    Report &R, const std::map<std::string, std::string> &Former);

} // namespace flt

#endif // FLT_FINDING_FINGERPRINT_H
