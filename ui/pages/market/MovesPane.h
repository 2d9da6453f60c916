// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/AlertModels.h"
#include "tables/TableView.h"

namespace pricewright {

// What competitors' prices did, newest first, and below it where our prices stand against theirs.
class MovesPane : public QWidget {
  Q_OBJECT
 public:
  explicit MovesPane(const Theme& theme, QWidget* parent = nullptr);
  TableView& table() { return *m_table; }
  TableView& indices() { return *m_indices; }
  const MoveModel& rows() const { return m_rows; }
  const IndexModel& indexRows() const { return m_indexRows; }
  void setDesk(const AlertDesk& desk);

 private:
  MoveModel m_rows;
  IndexModel m_indexRows;
  TableLines m_lines{m_rows}, m_indexLines{m_indexRows};
  TableView *m_table, *m_indices;
};

} // namespace pricewright
