//===-- engine/FunctionIndex.h - the functions of a unit --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who calls whom in a translation unit, free of the compiler's types, so that
// the order of work over all units of a project can be decided without them.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_FUNCTIONINDEX_H
#define FLT_ENGINE_FUNCTIONINDEX_H

#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Decl;
} // namespace clang

namespace flt {

/// A function that the file, or a header of the project, defines.
struct IndexedFunction {
  std::string Name; ///< As messages call it.
  /// "Name/parameters", by which calls of other units find it; "" if none can.
  std::string Key;
  /// Others may call it, so that they want a row.
  bool IsOpen = false;
  /// So far below a function of the unit that the engine, which follows so many
  /// calls only, may need its row.
  bool IsDeep = false;
  /// Functions of the same unit, by number, whose results it depends on: those
  /// that it calls, and counterparts that are judged together with it. Sorted.
  std::vector<unsigned> Needs;
  /// Those that it calls, by number. Sorted.
  std::vector<unsigned> Callees;
  /// Keys of functions without a body that it calls. Sorted.
  std::vector<std::string> Calls;
};

/// Callers first, where there is no circle; and what a pre-operation callback
/// leaves behind is known before the post-operation callback is looked at.
using FunctionIndex = std::vector<IndexedFunction>;

/// Reads the bodies of \p Ctx as they are written.
/// \param [out] Declarations one for each entry of the index, in its order.
FunctionIndex indexFunctions(clang::ASTContext &Ctx,
                             std::vector<clang::Decl *> &Declarations);

/// Whether \p D is a function of the file itself, or of a header of the
/// project.
bool isOfProject(const clang::Decl *D, const clang::ASTContext &Ctx);

} // namespace flt

#endif // FLT_ENGINE_FUNCTIONINDEX_H
