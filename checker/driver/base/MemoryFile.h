//===-- driver/base/MemoryFile.h - a file with another content --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_MEMORYFILE_H
#define FLT_DRIVER_BASE_MEMORYFILE_H

#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <string>

namespace flt::driver {

/// \returns a file that holds \p Text and is otherwise the one of \p Status.
std::unique_ptr<llvm::vfs::File> memoryFile(const llvm::vfs::Status &Status,
                                            std::string Text);

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_MEMORYFILE_H
