//===-- lsp/Folders.cpp - what is known of the driver in a folder ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Folders.h"
#include "driver/base/Files.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <tuple>

using namespace llvm;
using namespace flt;
using namespace flt::server;

std::string Folder::rowsFor(const driver::Unit &U,
                            const driver::UnitResult &R) const {
  auto It = Rows.find(U.Project);
  return It == Rows.end() ? "" : driver::rowsFor(R, It->second);
}

static bool isSame(const driver::Unit &A, const driver::Unit &B) {
  return std::tie(A.File, A.Directory, A.Project, A.Command) ==
         std::tie(B.File, B.Directory, B.Project, B.Command);
}

void Folder::take(driver::Index I, bool OnlyPlan, const Documents &Open) {
  auto Old = std::move(Units);
  Units.clear();
  IsPlanned = true;
  bool Anew =
      driver::printJSON(toJSON(P.S)) != driver::printJSON(toJSON(I.P.S));
  P = std::move(I.P);
  BaselineFile = I.Baseline;
  Known.reset();
  if (!BaselineFile.empty()) {
    if (Expected<Baseline> B = readBaseline(BaselineFile))
      Known = std::move(*B);
    else
      consumeError(B.takeError()); // The run itself has said so.
  }
  if (!OnlyPlan)
    Rows = std::move(I.Rows);
  for (size_t N = 0; N != P.P.Units.size(); ++N) {
    const driver::Unit &U = P.P.Units[N];
    auto Same = find_if(Old, [&](const auto &S) { return isSame(S->U, U); });
    auto S = Same == Old.end() ? std::make_shared<UnitState>() : *Same;
    S->U = U;
    Units.push_back(S);
    if (OnlyPlan || N >= I.Results.size())
      continue;
    bool Fits = isCurrent(I.Results[N], Open);
    bool Rests = S->Known && rowsFor(U, I.Results[N]) == rowsFor(U, S->Result);
    if (Fits) {
      S->Result = std::move(I.Results[N]);
      S->View = makeView(P, S->Result, Known, Open);
      S->Known = true;
      S->Wanted = false;
      S->Versions.clear();
      for (const auto &[Path, D] : Open)
        S->Versions[Path] = D.Version;
    } else if (!S->Known) {
      // Better than nothing: who has read which header.
      S->Result = std::move(I.Results[N]);
    } else if (Anew || !Rests) {
      S->Wanted = true;
      S->Due = Clock::now();
    }
  }
}

std::vector<std::shared_ptr<UnitState>> Folder::unitsOf(StringRef Path) const {
  std::vector<std::shared_ptr<UnitState>> Found;
  for (const auto &S : Units)
    if (S->U.File == Path || S->Result.Reads.count(Path.str()))
      Found.push_back(S);
  return Found;
}

bool Folder::skips(StringRef Path) const {
  return P.P.UserMode.count(Path.str()) ||
         any_of(P.P.Skipped,
                [&](const SkippedFile &S) { return S.File == Path; });
}

std::string server::guessFolder(StringRef File) {
  StringRef Own = sys::path::parent_path(File);
  for (StringRef F = Own; !F.empty(); F = sys::path::parent_path(F)) {
    for (StringRef Name : {"fltcheck.yaml", "compile_commands.json", ".git"})
      if (sys::fs::exists(F + "/" + Name))
        return F.str();
    std::error_code EC;
    for (sys::fs::directory_iterator It(F, EC), End; It != End && !EC;
         It.increment(EC)) {
      StringRef Extension = sys::path::extension(It->path());
      if (Extension == ".vcxproj" || Extension == ".sln")
        return F.str();
    }
  }
  return Own.str();
}

void server::want(Folder &F, StringRef Path, const Documents &Open,
                  Clock::time_point Due) {
  auto Units = F.unitsOf(Path);
  bool Any =
      any_of(Units, [&](const auto &S) { return Open.count(S->U.File) != 0; });
  for (const auto &S : Units) {
    if (Any && !Open.count(S->U.File))
      continue;
    if (!S->Known || !isCurrent(S->Result, Open)) {
      S->Wanted = true;
      S->Due = Due;
    }
    if (!Any)
      break;
  }
}
