//===-- Projects.h - the projects and solutions of a driver -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_PROJECTS_H
#define FLT_DRIVER_INPUT_PROJECTS_H

#include "driver/input/SourceTree.h"
#include "driver/input/VisualStudio.h"

namespace flt::driver {

/// Reads the .vcxproj, .sln or .slnx \p Path that the user names. A project
/// takes the folder of its solution from the one that names it. What cannot be
/// resolved here is named in the warnings. An error names file and line.
llvm::Expected<Project> readVisualStudio(llvm::StringRef Path,
                                         const BuildChoice &Choice,
                                         const Excludes &Out);

/// Reads all projects of \p Tree that build for the kernel, each by the
/// nearest solution that names it and builds it, or by itself. What can't be
/// read is Unfinished.
///
/// \param Only if given, the projects that are wanted of them.
Project readTreeProjects(const SourceTree &Tree, const BuildChoice &Choice,
                         const std::set<std::string> *Only = nullptr);

/// \returns the solution of \p Tree, or of a folder above \p Project, that
/// names \p Project; the nearest of several; or empty.
std::string solutionOf(llvm::StringRef Project, const SourceTree &Tree);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_PROJECTS_H
