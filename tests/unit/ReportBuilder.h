//===-- tests/unit/ReportBuilder.h - reports for unit tests -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_TESTS_UNIT_REPORTBUILDER_H
#define FLT_TESTS_UNIT_REPORTBUILDER_H

#include "finding/Report.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

namespace flt::test {

/// A report over files that exist only here.
class ReportBuilder {
public:
  ReportBuilder() {
    R.Root = "/driver";
    R.Checks = {"flt-context-release", "flt-resource-balance"};
    R.ToolVersion = "0.1.0";
    R.ClangVersion = "22.1.8";
    R.Source = [this](llvm::StringRef File) -> std::optional<llvm::StringRef> {
      auto It = Files.find(File.str());
      if (It == Files.end())
        return std::nullopt;
      return llvm::StringRef(It->second);
    };
  }
  ReportBuilder(const ReportBuilder &) = delete;
  ReportBuilder &operator=(const ReportBuilder &) = delete;

  ReportBuilder &file(const std::string &Name, std::string Text) {
    Files["/driver/" + Name] = std::move(Text);
    R.Sources.push_back("/driver/" + Name);
    ++R.Files;
    return *this;
  }

  /// A leak that is acquired at one line and reported at another.
  ReportedFinding &leak(const std::string &File, unsigned AcquiredLine,
                        unsigned Line, std::string Function = "Read") {
    ReportedFinding F;
    F.Check = "flt-resource-balance";
    F.Message = "resource 'Ctx->Lock' acquired exclusively here is still held "
                "when the function returns";
    F.Where = {"/driver/" + File, Line, 5, {}};
    F.Acquired = {"/driver/" + File, AcquiredLine, 5, {}};
    F.Function = std::move(Function);
    F.Path = {{F.Acquired, "'Ctx->Lock' acquired exclusively", 0, true}};
    R.Findings.push_back(std::move(F));
    return R.Findings.back();
  }

  Report R;
  std::map<std::string, std::string> Files;
};

} // namespace flt::test

#endif // FLT_TESTS_UNIT_REPORTBUILDER_H
