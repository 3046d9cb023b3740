//===-- driver/unit/Adjustments.h - text as cl would take it ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang refuses some of what Microsoft's compiler takes. Its errors say where
// that stands, so the text is changed there, in memory, to what means the same,
// and read again:
//
//   (T)e = v;  &(T)e         a cast is an lvalue if what it casts is one
//   F(T);                    a list of names in a declaration says nothing
//   R F(A); R F(B) {...}     the definition counts
//   F(a); ... R F(A) {...}   so does one that follows the call
//   F(NAME), a header missing  NAME is some number
//   what a stand-in header has and the driver declares itself: the driver's
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_ADJUSTMENTS_H
#define FLT_DRIVER_UNIT_ADJUSTMENTS_H

#include "driver/base/SourceFiles.h"
#include "finding/Finding.h"
#include "syntax/CompileErrors.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <set>

namespace flt::driver {

class Adjustments {
public:
  /// \param Disk what the files are read from; must outlive this.
  /// \param Directory that relative names start from.
  Adjustments(SourceFiles &Disk, llvm::StringRef Directory)
      : Disk(Disk), Directory(Directory) {}

  /// Adds what \p Errors call for. \returns whether that is more than before.
  bool learn(const CompileErrors &Errors);

  /// Adds what \p Command says: the trace functions of its project, and where
  /// the stand-in headers are.
  void learnCommand(const std::vector<std::string> &Command);

  /// Adds the trace functions that \p Text describes to WPP. \returns whether
  /// there are more than before.
  bool learnTraces(llvm::StringRef Text);
  const std::set<std::string> &traceFunctions() const { return Traces; }

  /// \returns \p Below with the changes, and with the headers that a build
  /// makes.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
  over(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Below) const;

  /// \returns whether the compiler sees \p Path, which is canonical, changed.
  bool changes(llvm::StringRef Path) const;

  /// The text of \p Path, which is canonical, as the compiler is to see it.
  std::string apply(llvm::StringRef Path, llvm::StringRef Text) const;

  /// Moves \p P, whose file is canonical, to where it stands in the real text.
  void putBack(Place &P) const;

private:
  struct Edit {
    unsigned Length = 0; ///< Of the text that is replaced.
    std::string Text;
    unsigned Line = 0, Column = 0; ///< Where the replaced text begins.
  };

  bool learn(CompileErrors::Error E);
  bool learnConstants(const CompileErrors &Errors);
  bool add(llvm::StringRef Path, unsigned Begin, unsigned End,
           std::string Text);
  bool replace(llvm::StringRef Path, unsigned Begin, unsigned End,
               std::string Text);
  /// The real text of \p Path, which is canonical.
  llvm::StringRef textOf(llvm::StringRef Path);
  /// Moves \p Range, whose file is canonical, to where it is in that text.
  void putBack(CompileErrors::TextRange &Range) const;
  bool hide(llvm::StringRef Name, llvm::StringRef Folder);
  bool loosenPrototype(const CompileErrors::Error &E);
  bool declareBefore(const CompileErrors::Error &E);
  bool dropNames(const CompileErrors::Error &E);
  bool castLvalue(const CompileErrors::Error &E);
  /// The folder of the stand-in headers that \p Path belongs to, or empty.
  std::string standInFolder(llvm::StringRef Path);
  std::string canonical(llvm::StringRef Path) const {
    return Disk.whereIs(Path, Directory);
  }

  SourceFiles &Disk;
  std::string Directory;
  std::map<std::string, std::map<unsigned, Edit>> Edits; ///< By offset.
  /// Names that the stand-in headers are not to declare, and what they call
  /// them instead: as long, so that no place moves.
  llvm::StringMap<std::string> Hidden;
  llvm::StringMap<std::string> Texts; ///< By file.
  llvm::StringSet<> Substitutes;
  llvm::StringSet<> StandIns; ///< Folders.
  std::set<std::string> Traces;
  /// Names of a header that a build makes, whose values nobody knows, and the
  /// header of ours that declares them.
  std::set<std::string> Constants;
  std::string Forced;
};

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_ADJUSTMENTS_H
