// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/rows/BatchContext.h"
#include "imports/rows/PendingRows.h"
#include "imports/rows/SeenRows.h"

namespace pricewright {

enum class PutOutcome { Added, Changed, Same, Duplicate };

// Puts rows into a table by their natural key, one at a time, where a row's number is needed at once; what can wait for
// the end of the file belongs into a SeriesTable. The first row of a file wins; a later one with the same key is Same
// where it says the same, else Duplicate.
class KeyedTable {
 public:
  struct Shape {
    const char* table;
    std::vector<const char*> keys; // exactly those of one of its UNIQUE constraints
    std::vector<const char*> values;
    std::vector<const char*> onlyNew; // written with a new row, never changed
    bool hasNo = true;                // has the columns `no` and `version` …
    bool hasVersion = true;           // … or not
    bool byTheDozen = false;          // new rows wait for flush(); nobody else adds rows to the table meanwhile
  };
  KeyedTable(BatchContext& batch, Shape shape) : m_batch(batch), m_shape(std::move(shape)) {}

  struct Put {
    PutOutcome outcome = PutOutcome::Same;
    std::int64_t no = 0;
  };
  // `defaults`: one a value, used for untold values of a new row; empty: NULL. `surelyNew`: the table cannot hold a row
  // with this key yet (the file may); by the dozen only.
  Result<Put> put(std::span<const Cell> keys, std::span<const Cell> values, std::span<const Cell> defaults = {},
                  std::span<const Cell> onlyNew = {}, bool surelyNew = false);
  bool isNew(std::int64_t no) const { return no >= m_firstNewNo; } // of this import; by the dozen only
  std::size_t waiting() const { return m_pending.size(); }
  Status flush() { return m_pending.flush(); }

 private:
  Status prepare();
  Status prepareNumbers();
  Result<Put> putUnseen(std::span<const Cell> keys, std::span<const Cell> values, std::span<const Cell> defaults,
                        std::span<const Cell> onlyNew, bool surelyNew);
  std::int64_t wait(std::span<const Cell> keys, std::span<const Cell> values, std::span<const Cell> defaults,
                    std::span<const Cell> onlyNew);
  // The new row's number; nothing where one with this key exists.
  Result<std::optional<std::int64_t>> insert(std::span<const Cell> keys, std::span<const Cell> values,
                                             std::span<const Cell> defaults, std::span<const Cell> onlyNew);
  Result<bool> find(std::span<const Cell> keys, std::span<const Cell> values, Put& found); // Same or Changed
  Status update(std::span<const Cell> keys, std::span<const Cell> values);
  Error failed() const { return m_batch.db.lastError(QString::fromLatin1(m_shape.table)); }

  BatchContext& m_batch;
  Shape m_shape;
  RawStatement m_select, m_insert, m_update, m_before; // before: the whole row, for import_undo
  SeenRows m_seen;
  PendingRows m_pending;
  std::vector<Cell> m_row; // scratch
  std::int64_t m_firstNewNo = 0, m_nextNo = 0;
  std::string m_key, m_told; // of the present row
  bool m_lastWasNew = true;  // new rows come in runs: then inserting at once spares a look
};
// Adds the outcome to the batch's counts; Duplicate is left to the caller.
void countOutcome(BatchContext& batch, PutOutcome outcome);
// Of one row that touched several tables: added before changed before same; a duplicate anywhere is a duplicate.
PutOutcome combined(PutOutcome a, PutOutcome b);

} // namespace pricewright
