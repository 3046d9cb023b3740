//===-- driver/base/Files.cpp - hashes and atomic files -------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

static Error fileError(StringRef What, StringRef Path, std::error_code EC) {
  return createStringError(EC,
                           Twine(What) + " '" + Path + "': " + EC.message());
}

std::string flt::driver::contentHash(StringRef Text) {
  BLAKE3 Hasher;
  Hasher.update(Text);
  return toHex(Hasher.final<20>(), /*LowerCase=*/true);
}

std::string flt::driver::absolutePath(StringRef Path, StringRef Directory) {
  SmallString<256> Result;
  if (!sys::path::is_absolute(Path))
    Result = Directory;
  sys::path::append(Result, Path);
  (void)sys::fs::make_absolute(Result);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return std::string(Result);
}

std::string flt::driver::canonicalPath(StringRef Path, StringRef Directory) {
  SmallString<256> Given;
  if (!sys::path::is_absolute(Path))
    Given = Directory;
  sys::path::append(Given, Path);
  (void)sys::fs::make_absolute(Given);
  // "link/.." is not where the link stands, so the dots go after the links.
  SmallString<256> Real;
  StringRef Name = sys::path::filename(Given);
  if (Name != "." && Name != ".." &&
      !sys::fs::real_path(sys::path::parent_path(Given), Real)) {
    if (!Name.empty() && !sys::path::is_separator(Name.back()))
      sys::path::append(Real, Name);
    return std::string(Real);
  }
  if (!sys::fs::real_path(Given, Real))
    return std::string(Real);
  // The folder does not exist either: as far as it does.
  std::string Lexical = absolutePath(Path, Directory);
  StringRef Parent = sys::path::parent_path(Lexical);
  if (Parent.empty() || Parent == Lexical)
    return Lexical;
  Real = canonicalPath(Parent);
  sys::path::append(Real, sys::path::filename(Lexical));
  return std::string(Real);
}

std::string flt::driver::displayPath(StringRef Path, StringRef Root) {
  StringRef Rest = Path;
  if (!Root.empty() && Rest.consume_front(Root)) {
    if (sys::path::is_separator(Root.back()))
      return Rest.str();
    if (!Rest.empty() && sys::path::is_separator(Rest.front()))
      return Rest.drop_front().str();
  }
  return Path.str();
}

// Devices and pipes are written to, not replaced.
static Error writeThrough(StringRef Path, StringRef Text) {
  std::error_code EC;
  raw_fd_ostream OS(Path, EC, sys::fs::CD_OpenExisting, sys::fs::FA_Write,
                    sys::fs::OF_None);
  if (EC)
    return fileError("cannot write", Path, EC);
  OS << Text;
  OS.close();
  if (std::error_code Bad = OS.error()) {
    OS.clear_error();
    return fileError("cannot write", Path, Bad);
  }
  return Error::success();
}

Error flt::driver::writeFile(StringRef Path, StringRef Text) {
  sys::fs::file_status Status;
  if (!sys::fs::status(Path, Status) && !sys::fs::is_regular_file(Status))
    return writeThrough(Path, Text);
  // A link stays, and what it leads to is replaced.
  SmallString<256> Real;
  if (sys::fs::is_symlink_file(Path) && !sys::fs::real_path(Path, Real))
    Path = Real;
  StringRef Folder = sys::path::parent_path(Path);
  if (!Folder.empty())
    if (std::error_code EC = sys::fs::create_directories(Folder))
      return fileError("cannot create folder", Folder, EC);
  Expected<sys::fs::TempFile> Temp =
      sys::fs::TempFile::create(Path + ".%%%%%%%%.tmp");
  if (!Temp)
    return fileError("cannot write", Path, errorToErrorCode(Temp.takeError()));
  raw_fd_ostream OS(Temp->FD, /*shouldClose=*/false);
  OS << Text;
  OS.flush();
  if (std::error_code EC = OS.error()) {
    OS.clear_error();
    consumeError(Temp->discard());
    return fileError("cannot write", Path, EC);
  }
  if (Error E = Temp->keep(Path))
    return fileError("cannot write", Path, errorToErrorCode(std::move(E)));
  return Error::success();
}

Error flt::driver::writeFileIfChanged(StringRef Path, StringRef Text) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Old = MemoryBuffer::getFile(Path);
  if (Old && (*Old)->getBuffer() == Text)
    return Error::success();
  return writeFile(Path, Text);
}

Expected<std::string> flt::driver::readFile(StringRef Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return fileError("cannot read", Path, Buffer.getError());
  return (*Buffer)->getBuffer().str();
}

Expected<json::Value> flt::driver::readJSON(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  Expected<json::Value> Value = json::parse(*Text);
  if (Value)
    return Value;
  // json::ParseError prints "[line:column, byte=N]: message".
  std::string Message = toString(Value.takeError());
  StringRef Where, What;
  std::tie(Where, What) = StringRef(Message).split("]: ");
  if (!Where.consume_front("["))
    return createStringError(Path + ": error: not valid JSON: " + Message);
  return createStringError(Path + ":" + Where.split(',').first +
                           ": error: not valid JSON: " + What);
}

std::string flt::driver::printJSON(const json::Value &V) {
  std::string Text;
  raw_string_ostream(Text) << formatv("{0:2}", V) << "\n";
  return Text;
}

bool flt::driver::isSource(StringRef Path) {
  StringRef Extension = sys::path::extension(Path);
  return Extension.equals_insensitive(".c") ||
         Extension.equals_insensitive(".cc") ||
         Extension.equals_insensitive(".cpp") ||
         Extension.equals_insensitive(".cxx");
}

bool flt::driver::isHeader(StringRef Path) {
  StringRef Extension = sys::path::extension(Path);
  return Extension.equals_insensitive(".h") ||
         Extension.equals_insensitive(".hh") ||
         Extension.equals_insensitive(".hpp") ||
         Extension.equals_insensitive(".hxx") ||
         Extension.equals_insensitive(".inl");
}
