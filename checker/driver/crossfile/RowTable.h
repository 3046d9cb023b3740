//===-- RowTable.h - rows that units give each other ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_ROWTABLE_H
#define FLT_DRIVER_CROSSFILE_ROWTABLE_H

#include "driver/crossfile/Order.h"
#include "driver/crossfile/UnitRecord.h"

namespace flt::driver {

/// Rows of functions by "Name/parameters", each as printRow() returns it.
using RowMap = std::map<std::string, std::string>;

/// \returns the rows for the functions that \p R calls, as a model file; empty
/// if there are none.
std::string rowsFor(const UnitResult &R, const RowMap &Rows);

/// \returns \p Rows as a model file.
std::string printRows(const RowMap &Rows);

/// What a run knows of a unit, as far as rows go.
struct UnitState {
  UnitRecord Record;
  /// By function, RowTable::nameFor() when it was visited.
  std::map<unsigned, std::string> Visited;
};

/// The rows of one project. A unit depends on other units through what this
/// tells it only.
class RowTable {
public:
  /// \param Units of the project; all must outlive this.
  RowTable(std::vector<const UnitState *> Units, DefinitionMap Definitions)
      : Units(std::move(Units)), Definitions(std::move(Definitions)) {}

  const DefinitionMap &definitions() const { return Definitions; }

  /// \returns the row of the function with \p Key; "" if it has none, or units
  /// that define it do not agree.
  /// \param Sure without doubts.
  std::string row(const std::string &Key, bool Sure = false) const;
  /// Lets \p Key have that row, whatever its definitions say.
  void set(const std::string &Key, std::string Row) {
    Fixed[Key] = std::move(Row);
  }
  void unset(const std::string &Key) { Fixed.erase(Key); }

  /// \returns what the unit of \p V may go by in that visit, as a model file:
  /// the rows of all that its functions lead to.
  std::string rowsFor(const Visit &V) const;
  /// \returns a name for the rows of other units that \p Function leads to.
  /// With the same rows, it shows the same.
  std::string nameFor(unsigned Unit, unsigned Function) const;
  /// \returns all rows.
  RowMap all() const;

private:
  const FunctionResult *result(const Definition &D) const;
  /// \returns the functions of \p Unit that \p From lead to, themselves too.
  std::vector<unsigned> reached(unsigned Unit,
                                std::vector<unsigned> From) const;

  std::vector<const UnitState *> Units;
  DefinitionMap Definitions;
  RowMap Fixed;
};

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_ROWTABLE_H
