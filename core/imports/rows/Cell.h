// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Id.h"

#include <concepts>
#include <cstdint>
#include <string_view>

struct sqlite3_stmt;

namespace pricewright {

// A value on its way into a table. Untold: the file does not say; an existing row keeps its own, a new one takes the
// default. NewId: an id that is made when the row is.
struct Cell {
  enum class Kind { Untold, Null, Integer, Text, NewId };
  Kind kind = Kind::Untold;
  std::int64_t integer = 0;
  std::string_view text;
  Cell() = default;
  Cell(std::integral auto i) : kind(Kind::Integer), integer(static_cast<std::int64_t>(i)) {}
  Cell(std::string_view t) : kind(Kind::Text), text(t) {}
  Cell(const char* t) : Cell(std::string_view(t)) {}
  static Cell null() {
    Cell c;
    c.kind = Kind::Null;
    return c;
  }
  static Cell newId() {
    Cell c;
    c.kind = Kind::NewId;
    return c;
  }
  static Cell toldText(std::string_view t) { return t.empty() ? Cell() : Cell(t); }
};

// Texts are not copied: they must outlive the step that they are bound for.
void bindCell(sqlite3_stmt* statement, int at, const Cell& cell, IdSource& ids);

} // namespace pricewright
