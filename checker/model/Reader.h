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

private:
  llvm::Error add(Routine R, llvm::StringRef Name, bool BuiltIn);

  Model &M;
  std::string Origin;
  llvm::MD5 Hash;
};

} // namespace flt::model

#endif // FLT_MODEL_READER_H
