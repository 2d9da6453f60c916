// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/LineList.h"
#include "engine/market/MarketHealth.h"
#include "itemmodels/MarketModels.h"
#include "tables/TableView.h"

namespace pricewright {

// What each seller asks now, beside our price; what is in doubt stands first. Below, what the chosen price rests on.
class OffersPane : public QWidget {
  Q_OBJECT
 public:
  explicit OffersPane(const Theme& theme, QWidget* parent = nullptr);
  TableView& table() { return *m_table; }
  const MarketOfferModel& rows() const { return m_rows; }
  const LineList& evidence() const { return *m_evidence; }
  void setBoard(const MarketBoard& board);
  std::vector<qint64> chosen() const; // offers: those checked, else the focused one
  qint64 focused() const;             // 0: none
  void forget();                      // another workspace

 public slots:
  void showEvidence(const pricewright::OfferEvidence& evidence);

 signals:
  void evidenceWanted(qint64 offerNo);

 private:
  void showNothing();
  const Theme& m_theme;
  MarketOfferModel m_rows;
  TableLines m_lines{m_rows};
  TableView* m_table;
  LineList* m_evidence;
  qint64 m_shown = 0; // whose evidence was asked for last
};

} // namespace pricewright
