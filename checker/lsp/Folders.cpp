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

std::string Folder::rowsFor(const flt::driver::Unit &U,
                            const flt::driver::UnitResult &R) const {
  auto It = Rows.find(U.Project);
  return It == Rows.end() ? "" : flt::driver::rowsFor(R, It->second);
}

static bool isSame(const flt::driver::Unit &A, const flt::driver::Unit &B) {
  return std::tie(A.File, A.Directory, A.Project, A.Command) ==
         std::tie(B.File, B.Directory, B.Project, B.Command);
}

// The model with what was worked out for one project; at least the model.
static std::shared_ptr<const model::Model>
loadModel(std::vector<std::string> Files, const flt::driver::RowMap &Rows,
          StringRef Folder) {
  std::string RowsFile = (Folder + "/known.rows.yaml").str();
  if (!Rows.empty() && !errorToBool(flt::driver::writeFile(
                           RowsFile, flt::driver::printRows(Rows)))) {
    Files.push_back(RowsFile);
    auto M = model::Model::load(Files);
    if (M)
      return *M;
    consumeError(M.takeError());
    Files.pop_back();
  }
  auto M = model::Model::load(Files);
  if (M)
    return *M;
  consumeError(M.takeError()); // The run itself has said so.
  return nullptr;
}

Expected<Findings> server::readFindings(StringRef Path, StringRef Folder,
                                        const Documents &Open) {
  Expected<flt::driver::Index> I = flt::driver::readIndex(Path);
  if (!I)
    return I.takeError();
  Findings New;
  New.I = std::move(*I);
  if (!New.I.Baseline.empty()) {
    Expected<Baseline> B = readBaseline(New.I.Baseline);
    if (!B)
      return B.takeError();
    New.Known = std::move(*B);
  }
  const std::vector<flt::driver::Unit> &Units = New.I.P.P.Units;
  for (const auto &[U, R] : zip(Units, New.I.Results))
    append_range(New.Places[U.Project], R.Run.Places);
  for (const auto &[U, R] : zip(Units, New.I.Results))
    New.Views.push_back(
        makeView(New.I.P, U, R, New.Places[U.Project], New.Known, Open));
  for (const flt::driver::Unit &U : Units)
    if (auto &M = New.Models[U.Project]; !M)
      M = loadModel(New.I.P.S.Models, New.I.Rows[U.Project], Folder);
  return New;
}

void Folder::take(Findings New, bool OnlyPlan, const Documents &Open) {
  auto Old = std::move(Units);
  Units.clear();
  IsPlanned = true;
  flt::driver::Index &I = New.I;
  bool Anew = flt::driver::printJSON(toJSON(P.S)) !=
              flt::driver::printJSON(toJSON(I.P.S));
  P = std::move(I.P);
  BaselineFile = I.Baseline;
  Known = std::move(New.Known);
  if (!OnlyPlan || Models.empty())
    Models = std::move(New.Models);
  if (!OnlyPlan) {
    Rows = std::move(I.Rows);
    Places = std::move(New.Places);
  }
  for (size_t N = 0; N != P.P.Units.size(); ++N) {
    const flt::driver::Unit &U = P.P.Units[N];
    auto Same = find_if(Old, [&](const auto &S) { return isSame(S->U, U); });
    auto S = Same == Old.end() ? std::make_shared<UnitState>() : *Same;
    S->U = U;
    Units.push_back(S);
    if (!OnlyPlan && N < I.Results.size())
      update(*S, std::move(I.Results[N]), std::move(New.Views[N]), Anew, Open);
  }
}

void Folder::update(UnitState &S, flt::driver::UnitResult R, UnitView View,
                    bool Anew, const Documents &Open) const {
  if (isCurrent(R, Open)) {
    S.Result = std::move(R);
    S.View = std::move(View);
    S.Known = true;
    S.Wanted = false;
    S.Versions.clear();
    for (const auto &[Path, D] : Open)
      S.Versions[Path] = D.Version;
  } else if (!S.Known) {
    // Better than nothing: who has read which header.
    S.Result = std::move(R);
  } else if (Anew || rowsFor(S.U, R) != rowsFor(S.U, S.Result)) {
    S.Wanted = true;
    S.Due = Clock::now();
  }
}

std::shared_ptr<const model::Model> Folder::modelOf(StringRef Path) const {
  auto Units = unitsOf(Path);
  auto It = Models.find(Units.empty() ? "" : Units.front()->U.Project);
  return It == Models.end() ? nullptr : It->second;
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
