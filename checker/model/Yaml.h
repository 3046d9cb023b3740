//===-- model/Yaml.h - the model language in YAML ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_MODEL_YAML_H
#define FLT_MODEL_YAML_H

#include "model/Model.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"

namespace flt::model {

/// A list that may be written as a single value.
template <class T> struct OneOrMore {
  std::vector<T> Values;
};

struct Name {
  std::string Text;
};

/// A status, by name or number; resolved once the whole file is known.
struct StatusCode {
  std::uint32_t Value = 0;
};

struct RoutineRow {
  OneOrMore<Name> Names;
  Routine R;
};

struct StatusTable {
  std::vector<std::pair<std::string, std::uint32_t>> Rows;
};

struct FileContents {
  std::vector<LockFamily> Locks;
  std::vector<ReferenceFamily> References;
  StatusTable Statuses;
  std::vector<RoutineRow> Routines;
};

/// \returns what \p Buffer says, or an error that names file, line and column.
/// \param Statuses those that are known already; gets the ones of the file.
llvm::Expected<FileContents> readYaml(llvm::MemoryBufferRef Buffer,
                                      llvm::StringMap<std::uint32_t> &Statuses);

/// Writes \p File so that readYaml() reads it back.
void writeYaml(FileContents &File, llvm::raw_ostream &OS);

} // namespace flt::model

#endif // FLT_MODEL_YAML_H
