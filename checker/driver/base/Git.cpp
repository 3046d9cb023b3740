//===-- driver/base/Git.cpp - asks git ------------------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Git.h"
#include "driver/base/Files.h"
#include "driver/base/TempFolder.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

Expected<Git> Git::open(StringRef Folder) {
  Git G;
  ErrorOr<std::string> Program = sys::findProgramByName("git");
  if (!Program)
    return createStringError("--changed needs git, which is not in the PATH");
  G.Program = *Program;
  G.Root = Folder.str();
  Expected<std::string> Top = G.run({"rev-parse", "--show-toplevel"});
  if (!Top)
    return createStringError(
        "--changed: '" + Folder +
        "' is in no git work tree: " + toString(Top.takeError()));
  G.Root = absolutePath(StringRef(*Top).trim());
  return G;
}

Expected<std::string>
Git::run(const std::vector<std::string> &Arguments) const {
  TempFolder Folder;
  if (Error E = Folder.error())
    return std::move(E);
  std::string Out = Folder.path() + "/out", Err = Folder.path() + "/err";
  SmallVector<StringRef, 16> Args = {Program, "-C", Root, "-c",
                                     "core.quotePath=false"};
  llvm::append_range(Args, Arguments);
  int Status =
      sys::ExecuteAndWait(Program, Args, std::nullopt,
                          {StringRef(""), StringRef(Out), StringRef(Err)});
  if (Status == 0)
    return readFile(Out);
  Expected<std::string> Complaint = readFile(Err);
  if (!Complaint)
    return Complaint.takeError();
  return createStringError("git " + join(Arguments, " ") + ": " +
                           StringRef(*Complaint).trim());
}

// "git@host:owner/name" is a way to write ssh://host/owner/name. Names and
// passwords are nobody's business.
static std::string publicAddress(StringRef Remote) {
  if (!Remote.contains("://")) {
    auto [Host, Path] = Remote.split(':');
    if (Path.empty() || Host.contains('/') || Host.size() < 2)
      return ""; // A folder of this machine.
    return ("ssh://" + Host.drop_front(Host.rfind('@') + 1) + "/" +
            Path.ltrim('/'))
        .str();
  }
  auto [Scheme, Rest] = Remote.split("://");
  if (Scheme == "file")
    return "";
  auto [Host, Path] = Rest.split('/');
  size_t At = Host.rfind('@');
  if (At != StringRef::npos)
    Host = Host.drop_front(At + 1);
  return (Scheme + "://" + Host + "/" + Path).str();
}

SourceOrigin Git::origin() const {
  auto Ask = [this](const std::vector<std::string> &Arguments) -> std::string {
    Expected<std::string> Text = run(Arguments);
    if (Text)
      return StringRef(*Text).trim().str();
    consumeError(Text.takeError());
    return "";
  };
  SourceOrigin Origin;
  Origin.Revision = Ask({"rev-parse", "--verify", "-q", "HEAD"});
  if (Origin.Revision.empty())
    return {};
  Origin.Repository =
      publicAddress(Ask({"config", "--get", "remote.origin.url"}));
  Origin.Branch = Ask({"symbolic-ref", "-q", "--short", "HEAD"});
  return Origin;
}
