//===-- model/Reader.h - reads the model language ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_MODEL_READER_H
#define FLT_MODEL_READER_H

#include "model/Model.h"
#include "llvm/Support/MD5.h"

namespace flt::model {

/// Fills a Model file by file; what a file names must be known by then.
class Reader {
public:
  explicit Reader(Model &M) : M(M) {}

  /// \returns an error that names file, line and column of a broken row.
  llvm::Error read(llvm::MemoryBufferRef Buffer, bool BuiltIn);
  void finish();
  /// Takes over all that \p Below knows; to be called first.
  void startFrom(const Model &Below);

private:
  llvm::Error add(Routine R, llvm::StringRef Name, bool BuiltIn);

  Model &M;
  std::string Origin;
  llvm::MD5 Hash;
};

/// \returns \p Below together with the rows in \p Rows, a file in the model
/// language: worked out from the functions of a project, they may name its
/// kinds of locks and references.
llvm::Expected<std::shared_ptr<const Model>> extend(const Model &Below,
                                                    llvm::MemoryBufferRef Rows);

} // namespace flt::model

#endif // FLT_MODEL_READER_H
