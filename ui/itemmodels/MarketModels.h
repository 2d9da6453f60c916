// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/MarketMonitor.h"
#include "tables/RowModel.h"

namespace pricewright {

// The sites that are watched, and how they are.
class SiteModel : public RowModel {
  Q_OBJECT
 public:
  enum SiteColumn { Host, Competitor, State, Pages, Due, Stale, Good, LastGood, Terms };
  explicit SiteModel(QObject* parent = nullptr);
  void setStatus(const MarketStatus& status);
  const SiteHealth& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).site.host; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<SiteHealth> m_rows;
  Instant m_now{};
};

// The newest offer of each seller and product, beside our price.
class MarketOfferModel : public RowModel {
  Q_OBJECT
 public:
  enum OfferColumn { Sku, Product, Zone, Seller, Price, Ours, Apart, Move, Seen, State };
  explicit MarketOfferModel(QObject* parent = nullptr);
  void setView(const MarketBoard& view);
  const MarketOffer& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowOf(const QString& key) const; // −1: none
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(at(row).offer.no); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  bool dimmed(int row) const override { return at(row).offer.state == OfferState::Rejected; }

 private:
  std::vector<MarketOffer> m_rows;
  Instant m_now{};
};

QString siteStateText(const SiteHealth& health);

} // namespace pricewright
