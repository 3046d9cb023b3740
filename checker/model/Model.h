//===-- model/Model.h - what each routine does ------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules of the Filter Manager and the kernel as data. A Routine is a name,
// a number of parameters, and Effects; an Effect says what happens to which
// object under which outcome of the call. The engine knows effects and never a
// routine's name. Routines come from checker/models/*.yaml (built in), from a
// user's files, and from cross-file summaries, all in the same language, which
// docs/models.md describes.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_MODEL_MODEL_H
#define FLT_MODEL_MODEL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace clang {
class FunctionDecl;
} // namespace clang

namespace flt::model {

/// Names an object as seen from a call, in C's own notation over argument
/// numbers: "0" is the pointer passed first, "&0->Lock" the address of a field
/// behind it, "*2" what the third argument points to, "return",
/// "&Globals.Lock", "&this->Lock".
struct ObjectPath {
  enum class BaseKind { Argument, Return, Global, This };
  struct Step {
    enum class Kind { Deref, Field } K;
    std::string Field; ///< Only for Kind::Field.
    bool operator==(const Step &O) const {
      return K == O.K && Field == O.Field;
    }
  };

  BaseKind Base = BaseKind::Argument;
  unsigned Argument = 0; ///< Counts from 0.
  std::string Global;    ///< The variable, for BaseKind::Global.
  std::vector<Step> Steps;
  bool AddressOf = false; ///< The address of what the steps reach.

  /// \returns the path \p Text spells, or an error that says what is wrong.
  static llvm::Expected<ObjectPath> parse(llvm::StringRef Text);
  /// The inverse of parse().
  std::string str() const;
  /// How many pointers are followed.
  unsigned countDerefs() const {
    return llvm::count_if(
        Steps, [](const Step &S) { return S.K == Step::Kind::Deref; });
  }
};

/// What a call does to an object. The verbs of the model language.
enum class EffectKind {
  Acquire,    ///< The caller holds the lock once more.
  Release,    ///< The caller holds the lock once less.
  Convert,    ///< An exclusive hold becomes a shared one.
  HandOver,   ///< The hold belongs to another owner from now on.
  Touch,      ///< It may be acquired or released (or, without a LockKind, the
              ///< region entered or left): nobody can tell which.
  Tell,       ///< The result is not zero if the caller holds the lock.
  Initialize, ///< The lock becomes usable; must not be held.
  Delete,     ///< The lock is gone; must not be held.
  Enter,      ///< A critical or guarded region is entered.
  Leave,      ///< ... and left.
  Give,       ///< The caller gets a reference that it must give back.
  Take,       ///< The caller's reference is given back.
  AddRef,     ///< The caller gets one more reference to what it has.
  Keep,       ///< The callee may keep the reference or give it back later.
  Link,       ///< The Filter Manager links the context to an object.
  Unlink,     ///< ... and drops that link.
  Set,        ///< What a variable, or the result, is when the call returns.
};

enum class LockMode { Any, Exclusive, Shared };
/// What a thread is in until it leaves it. The IRQL is one more: raised, and
/// lowered to what it was.
enum class RegionKind { Critical, Guarded, Irql };
inline constexpr RegionKind AllRegions[] = {
    RegionKind::Critical, RegionKind::Guarded, RegionKind::Irql};

/// For which outcome of a call an effect happens.
struct Condition {
  enum class Outcome {
    Always,
    Success, ///< NT_SUCCESS(return)
    Failure, ///< !NT_SUCCESS(return)
    True,    ///< return != FALSE
    False,
    NonNull, ///< return != NULL
    Null,
    Status, ///< return is one of Statuses
  };
  /// Holds when the argument is a constant that compares so.
  struct ArgumentTest {
    unsigned Argument = 0;
    std::int64_t Value = 0;
    bool Equal = true;
  };

  Outcome When = Outcome::Always;
  /// When is not about what is returned, but about what this argument points to
  /// when the call returns.
  std::optional<unsigned> Out;
  /// Where Arguments rule the effect out, the call does not return these.
  llvm::SmallVector<std::uint32_t, 2> Statuses;
  /// What the call returns if it is none of Statuses; anything if empty.
  llvm::SmallVector<std::uint32_t, 1> OtherStatuses;
  llvm::SmallVector<ArgumentTest, 1> Arguments;
};

/// One thing that a call does.
struct Effect {
  EffectKind Kind = EffectKind::Acquire;
  ObjectPath Object;
  Condition When;

  // Locks.
  std::string LockKind; ///< Names a LockFamily.
  /// Touch of any lock that is this member ("FCB.Resource") of an object that
  /// Object can't name.
  std::string Member;
  /// Touch of every lock that Object leads to ("kind: any").
  bool Reaches = false;
  /// ... which the call may acquire, but does not release.
  bool OnlyAcquires = false;
  /// Touch of Object if it is known to be a lock, as of a call of which nothing
  /// is known but what it was given. Only in guessed rows.
  bool IfLock = false;
  LockMode Mode = LockMode::Any;
  /// Only where the argument is declared as a lock of that kind: the routine
  /// serves objects of other kinds, too.
  bool IfDeclared = false;
  /// Initialize is for what is initialised already.
  bool Again = false;
  /// The argument that says whether to wait (0: fail instead).
  std::optional<unsigned> WaitArgument;
  /// Release or HandOver names the owner in this argument.
  std::optional<unsigned> OwnerArgument;

  // Regions.
  RegionKind Region = RegionKind::Critical;

  // References.
  std::string ReferenceKind; ///< Names a ReferenceFamily.
  bool Old = false;          ///< What was set before: an OldContext.
  bool Members = false;      ///< Every pointer member of the structure.
  /// The bits of this argument say which of the members, in their order.
  std::optional<unsigned> MaskArgument;
  /// The object is new: nothing else knows it. What takes is for such objects
  /// alone, and not for what the driver was lent.
  bool Created = false;
  /// Nothing is owed if the value is NULL; what takes may be given NULL.
  bool MayBeNull = false;
  /// The call stores NULL when the effect does not happen; otherwise the
  /// variable keeps what it had.
  bool NullOtherwise = false;
  /// Keep: what is kept goes to the post-operation callback, as its
  /// CompletionContext.
  bool ToPostOperation = false;
  /// Keep of an entry in the object: it is in a list from here on, or in none.
  enum class ListChange { None, In, Out } List = ListChange::None;
  /// Only NULL after these statuses is documented.
  llvm::SmallVector<std::uint32_t, 2> NullDocumentedFor;

  // Set: what Object is then. Without a value nobody knows, but that it is not
  // what it was.
  std::optional<std::int64_t> Value;
  bool IsNot = false; ///< Any value but that.
  bool Keeps = false; ///< What it was when the call was made.

  /// Whether Object says what this is about.
  bool namesObject() const {
    return Member.empty() && (!LockKind.empty() || !ReferenceKind.empty() ||
                              Reaches || IfLock || Kind == EffectKind::Set);
  }
};

/// Whether a routine raises a structured exception.
enum class RaiseKind {
  Unknown, ///< The model does not say.
  Never,
  May,    ///< On bad user memory, lack of quota, ...
  Always, ///< ExRaiseStatus: control never comes back.
};

struct Routine {
  std::string Name;
  unsigned Params = 0;
  /// Matches any number of arguments from Params on.
  bool Variadic = false;
  std::string Doc; ///< Address of the documentation page.
  std::vector<Effect> Effects;
  RaiseKind Raises = RaiseKind::Unknown;
  bool NoReturn = false;
  /// May acquire or release any lock, and keep or release any reference, that
  /// its arguments lead to: it follows no rule that a row could say.
  bool Opaque = false;
  /// Never keeps nor releases any argument (DbgPrint, RtlCopyMemory, ...).
  bool Borrows = false;
  /// Of the statuses that it returns, STATUS_SUCCESS alone is a success.
  bool OnlyZeroSucceeds = false;
  /// Waits or sleeps: other threads may change what they share with this one.
  bool Waits = false;
  /// Arguments that the routine checks or maps as user memory.
  llvm::SmallVector<unsigned, 1> UserPointers;
  /// The memory that this argument points to is gone afterwards.
  std::optional<unsigned> FreedArgument;
  /// The result is the address of the routine that this argument names.
  std::optional<unsigned> NameArgument;
  std::string Origin; ///< File that the row comes from.
  unsigned Line = 0;
  unsigned Column = 0;
  bool BuiltIn = false;
  /// Worked out from the source by fltcheck, not written by somebody who knows:
  /// it may not count a reference that an object of the project keeps.
  bool Derived = false;
  /// Nothing is known but the call itself: its name, what it is given, and what
  /// that leads to (hints/Guess.h).
  bool Guessed = false;
  /// The linker's name of the one C++ function that the row is about; "" where
  /// name and number of parameters say enough.
  std::string Symbol;

  /// Touches locks, regions or references (so a function is worth a look).
  /// An effect that only lets go of references does not count: lists are
  /// everywhere.
  bool isTracked() const;
  /// What is left of the row for objects that are no such locks, where it has
  /// effects only for those that are declared as one; null otherwise.
  std::shared_ptr<const Routine> Undeclared;
  bool has(EffectKind Kind) const;
  /// Of its effects \p Kind, Enter or Leave, the region of the first.
  std::optional<RegionKind> regionOf(EffectKind Kind) const;
};

/// A kind of lock.
struct LockFamily {
  std::string Kind; ///< "eresource"
  std::string Noun; ///< "resource", as messages say it.
  bool Recursive = false;
  /// It is held exclusively or shared, which messages tell; not of locks that
  /// know of no such difference.
  bool Modes = true;
  /// The system keeps a list of all that are initialised: each must be deleted
  /// before its memory goes, and not be initialised again before.
  bool Listed = false;
  /// A hold may go on after the function that acquired it, for as long as an
  /// operation lasts: who releases it may be another function of any name.
  bool Outlasts = false;
  /// Whoever acquires one must have disabled normal kernel APCs, and may enable
  /// them only after the release.
  bool NeedsRegion = false;
  /// Types that are such locks: a function that gets a pointer to one may
  /// acquire or release it.
  std::vector<std::string> Types;
};

/// A kind of reference.
struct ReferenceFamily {
  std::string Kind; ///< "handle"
  std::string Noun;
  /// What becomes of one that is given back, as messages say it.
  std::string GivenBack = "released";
  /// The built-in routines that give one return no success but STATUS_SUCCESS.
  bool OnlyZeroSucceeds = false;
  /// What may be set, so that the system has a reference of its own: findings
  /// are those of flt-context-release.
  bool IsContext = false;
  /// Others may keep the object alive beyond the last release.
  bool Outlives = false;
  /// The driver keeps it until it is unloaded; it must be given back before,
  /// and by a DriverEntry that fails, since nothing else of the driver runs
  /// then.
  bool UntilUnload = false;
  /// A value beside NULL that is no object (INVALID_HANDLE_VALUE).
  std::optional<std::int64_t> Invalid;
};

/// All routines that are known. Immutable once loaded; shared between runs.
class Model {
public:
  /// \returns the built-in model together with \p Files, later rows replacing
  /// earlier built-in ones of the same name. The error lists every broken row
  /// as "file:line:column: error: ...", one a line.
  static llvm::Expected<std::shared_ptr<const Model>>
  load(llvm::ArrayRef<std::string> Files);

  /// As load(), from memory: the name of a buffer is what errors show.
  static llvm::Expected<std::shared_ptr<const Model>>
  parse(llvm::ArrayRef<llvm::MemoryBufferRef> Buffers);

  /// \returns the row for a call of \p FD, or nullptr. Matches by name and
  /// number of parameters, never by header or type.
  const Routine *lookup(const clang::FunctionDecl *FD) const;
  const Routine *lookup(llvm::StringRef Name, unsigned NumArgs) const;
  /// \returns the row that was worked out from the body of \p FD, for where
  /// that is in sight but not followed; or nullptr.
  const Routine *derived(const clang::FunctionDecl *FD) const;
  /// \returns all rows of that name, whatever their number of parameters.
  llvm::ArrayRef<const Routine *> byName(llvm::StringRef Name) const;

  const LockFamily *lockFamily(llvm::StringRef Kind) const;
  /// \returns the family that a type of this name belongs to, or nullptr.
  const LockFamily *lockFamilyOfType(llvm::StringRef Type) const;
  const ReferenceFamily *referenceFamily(llvm::StringRef Kind) const;
  std::optional<std::uint32_t> status(llvm::StringRef Name) const;

  const std::vector<std::unique_ptr<Routine>> &routines() const {
    return Routines;
  }
  /// Changes whenever a row does; part of every cache key.
  const std::string &hash() const { return Hash; }

private:
  friend class Reader;
  std::vector<std::unique_ptr<Routine>> Routines;
  llvm::StringMap<llvm::SmallVector<const Routine *, 1>> ByName;
  llvm::StringMap<LockFamily> Locks;
  llvm::StringMap<ReferenceFamily> References;
  llvm::StringMap<std::uint32_t> Statuses;
  std::string Hash;
};

/// Writes rows in the model language, so that load() reads them back.
std::string print(llvm::ArrayRef<Routine> Routines);

} // namespace flt::model

#endif // FLT_MODEL_MODEL_H
