// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/rows/BatchContext.h"
#include "imports/rows/RawStatement.h"

#include <concepts>

namespace pricewright {

// A value on its way into a table. Untold: the file does not say; an existing row keeps its own, a new one takes the
// default.
struct Cell {
  enum class Kind { Untold, Null, Integer, Text };
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
  static Cell toldText(std::string_view t) { return t.empty() ? Cell() : Cell(t); }
};

enum class PutOutcome { Added, Changed, Same, Duplicate };

// Puts rows into a table by their natural key, one at a time: for tables whose imports are thousands of rows, not
// millions. The first row of a file wins; a later one with the same key is Same where it says the same, else Duplicate.
class KeyedTable {
 public:
  struct Shape {
    const char* table;
    std::vector<const char*> keys;
    std::vector<const char*> values;
    std::vector<const char*> onlyNew; // written with a new row, never changed
    bool hasNo = true;                // has the columns `no` and `version` …
    bool hasVersion = true;           // … or not
  };
  KeyedTable(BatchContext& batch, Shape shape) : m_batch(batch), m_shape(std::move(shape)) {}

  struct Put {
    PutOutcome outcome = PutOutcome::Same;
    std::int64_t no = 0;
  };
  // `defaults`: one a value, used for untold values of a new row; empty: NULL.
  Result<Put> put(std::span<const Cell> keys, std::span<const Cell> values, std::span<const Cell> defaults = {},
                  std::span<const Cell> onlyNew = {});

 private:
  struct Seen {
    std::string told;
    std::int64_t no;
  };
  Status prepare();
  Result<std::int64_t> insert(std::span<const Cell> keys, std::span<const Cell> values, std::span<const Cell> defaults,
                              std::span<const Cell> onlyNew);
  Status update(std::span<const Cell> keys, std::span<const Cell> values);

  BatchContext& m_batch;
  Shape m_shape;
  std::optional<Query> m_select, m_insert, m_update;
  RawStatement m_before; // the whole row, for import_undo
  ByCode<Seen> m_seen;
};
// Adds the outcome to the batch's counts; Duplicate is left to the caller.
void countOutcome(BatchContext& batch, PutOutcome outcome);
// Of one row that touched several tables: added before changed before same; a duplicate anywhere is a duplicate.
PutOutcome combined(PutOutcome a, PutOutcome b);

} // namespace pricewright
