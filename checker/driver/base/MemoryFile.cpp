//===-- driver/base/MemoryFile.cpp - a file with another content ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/MemoryFile.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace {
class MemoryFile : public vfs::File {
public:
  MemoryFile(const vfs::Status &S, std::string Text)
      : S(vfs::Status::copyWithNewSize(S, Text.size())), Text(std::move(Text)) {
  }

  ErrorOr<vfs::Status> status() override { return S; }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name, int64_t,
                                                   bool, bool) override {
    return MemoryBuffer::getMemBufferCopy(Text, Name);
  }
  std::error_code close() override { return {}; }

private:
  vfs::Status S;
  std::string Text;
};
} // namespace

std::unique_ptr<vfs::File> flt::driver::memoryFile(const vfs::Status &Status,
                                                   std::string Text) {
  return std::make_unique<MemoryFile>(Status, std::move(Text));
}
