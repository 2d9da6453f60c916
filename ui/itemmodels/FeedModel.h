// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/MarketMonitor.h"
#include "tables/RowModel.h"

namespace pricewright {

// Services and product feeds that prices come from in bulk, and what they brought last.
class FeedModel : public RowModel {
  Q_OBJECT
 public:
  enum FeedColumn { Code, Kind, State, LastRead, Rows, Kept, Unknown, Refused, Next };
  explicit FeedModel(QObject* parent = nullptr);
  void setFeeds(const std::vector<FeedHealth>& feeds, Instant now);
  const FeedHealth& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).feed.code; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<FeedHealth> m_rows;
  Instant m_now{};
};

} // namespace pricewright
