//===-- hints/Names.h - what names of functions suggest ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_HINTS_NAMES_H
#define FLT_HINTS_NAMES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace clang {
class ASTContext;
class Expr;
class FunctionDecl;
class LocationContext;
class QualType;
} // namespace clang

namespace flt {

/// The name says that the function returns with a lock held or a region
/// entered: a word of it is Acquire, Lock, Enter, ...
bool suggestsHolding(llvm::StringRef Name);

/// The name says that the function releases what its caller acquired.
bool suggestsReleasing(llvm::StringRef Name);

/// The name says that the function may end the life of what it gets.
bool suggestsDestroying(llvm::StringRef Name);

/// The name says that the function may give back what the driver has had since
/// it was loaded.
bool suggestsTearingDown(llvm::StringRef Name);

enum class PairSide { None, Acquires, Releases };
/// One of two functions that belong together by their names, as
/// AcquireForLazyWrite and ReleaseFromLazyWrite do.
struct PairedName {
  PairSide Side = PairSide::None;
  std::string Key; ///< What both have in common.
};
PairedName pairedName(llvm::StringRef Name);

/// The name asks something, and its answer is the same each time: Is, Has, Get,
/// ..., but not GetNext or GetOrCreate.
bool suggestsAsking(llvm::StringRef Name);

/// A store written so leaves word for somebody else to release a lock.
/// \param Flag it sets one bit of many: VOLUME_LOCKED and the like are states
/// of
///   the driver's own.
bool suggestsHandOver(llvm::StringRef Source, bool Flag);

/// A type that lists and queues are made of: others find an object by a member
/// of it.
bool isListEntry(clang::QualType T);

/// A pointer to a thread: stored beside a lock it tells who holds that.
bool isThread(clang::QualType T);

/// A compiler's own function, except those that store a pointer for others.
bool isPlainBuiltin(const clang::FunctionDecl *FD);

/// \p E as the source says it, without a leading '&', on one line; "" if it is
/// null or too long to be a name.
std::string spelling(const clang::Expr *E, const clang::ASTContext &Ctx);

/// The name that the source gives the callee of \p Call: that of the macro, if
/// one expands to it ("FsRtlExitFileSystem"), else \p Name.
std::string calleeSpelling(const clang::Expr *Call,
                           const clang::ASTContext &Ctx, llvm::StringRef Name);

/// The call in the function under analysis itself that led to \p Site, which
/// may stand in a function inlined there.
/// \param In the frame that counts as that function, if it is another one.
const clang::Expr *outermostCall(const clang::Expr *Site,
                                 const clang::LocationContext *Frame,
                                 const clang::LocationContext *In = nullptr);

} // namespace flt

#endif // FLT_HINTS_NAMES_H
