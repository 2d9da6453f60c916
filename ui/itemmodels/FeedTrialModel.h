// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/FeedDesk.h"
#include "tables/RowModel.h"

namespace pricewright {

// The first rows of a feed as they would be read, and those that could not be, in the feed's order.
class FeedTrialModel : public RowModel {
  Q_OBJECT
 public:
  enum FeedTrialColumn { Row, What, Number, Seller, Price, Read };
  explicit FeedTrialModel(QObject* parent = nullptr);
  void setTrial(const FeedTrial& trial);
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(row); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  struct Tried {
    qint64 position = 0;
    QString what, number, seller, price, reason, text; // reason: the code of why it could not be read
  };
  const Tried& at(int row) const { return m_rows[std::size_t(row)]; }
  std::vector<Tried> m_rows;
};

} // namespace pricewright
