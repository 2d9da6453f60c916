// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/MatchModels.h"
#include "tables/TableView.h"

namespace pricewright {

// The queue of suggested matches: confirmed or rejected by one key each, and on to the next.
class MatchesPane : public QWidget {
  Q_OBJECT
 public:
  explicit MatchesPane(const Theme& theme, QWidget* parent = nullptr);
  TableView& table() { return *m_table; }
  const MatchModel& rows() const { return m_rows; }
  void setPairs(std::vector<MatchPair> pairs);
  void drop(const std::vector<MatchPair>& decided); // they are decided; the focus moves on
  std::vector<MatchPair> chosen() const;            // those checked, else the focused one

 private:
  MatchModel m_rows;
  TableLines m_lines{m_rows};
  TableView* m_table;
};

} // namespace pricewright
