// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/rows/Cell.h"
#include "imports/rows/RawStatement.h"

#include <span>
#include <string>
#include <vector>

namespace pricewright {

// New rows of a table that wait to be inserted by the dozen: a statement of its own for each costs SQLite as much again
// as the row itself. Cells and their texts are copied.
class PendingRows {
 public:
  Status prepare(Database& db, IdSource& ids, const std::string& table, const std::vector<const char*>& columns);
  void add(std::span<const Cell> cells); // one a column
  std::size_t size() const { return m_columns == 0 ? 0 : m_cells.size() / m_columns; }
  Status flush();

 private:
  static constexpr std::size_t kRowsAStatement = 32;
  Status insert(RawStatement& statement, std::size_t from, std::size_t rows);
  Database* m_db = nullptr;
  IdSource* m_ids = nullptr;
  std::string m_table;
  std::size_t m_columns = 0;
  std::vector<Cell> m_cells; // of a text its place in m_texts
  std::string m_texts;
  RawStatement m_one, m_many;
};

} // namespace pricewright
