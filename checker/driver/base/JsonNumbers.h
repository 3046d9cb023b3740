//===-- base/JsonNumbers.h - unsigned numbers in JSON -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM 19 reads no unsigned numbers, nor lists of them.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_JSONNUMBERS_H
#define FLT_DRIVER_BASE_JSONNUMBERS_H

#include "llvm/Support/JSON.h"
#include <cstdint>
#include <vector>

namespace flt::driver {

/// \returns \p List as JSON.
inline llvm::json::Array numbers(const std::vector<unsigned> &List) {
  llvm::json::Array A;
  for (unsigned N : List)
    A.push_back(std::int64_t(N));
  return A;
}

/// As ObjectMapper::map().
inline bool mapNumbers(llvm::json::ObjectMapper &O, llvm::StringLiteral Name,
                       std::vector<unsigned> &List) {
  std::vector<std::int64_t> Wide;
  if (!O.map(Name, Wide))
    return false;
  List.assign(Wide.begin(), Wide.end());
  return true;
}

/// As ObjectMapper::map().
inline bool mapNumber(llvm::json::ObjectMapper &O, llvm::StringLiteral Name,
                      unsigned &N) {
  std::int64_t Wide = 0;
  if (!O.map(Name, Wide))
    return false;
  N = unsigned(Wide);
  return true;
}

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_JSONNUMBERS_H
