// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/market/MarketPage.h"

namespace pricewright {

// Answers the page of the market. Pages are fetched in a thread of their own, some hundred at a time, and kept by the
// writer in between: work goes on. GUI thread; never waits.
class MarketLink : public QObject {
  Q_OBJECT
 public:
  MarketLink(Engine& engine, MarketPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  void look();
  void keep(std::shared_ptr<MarketLooks> looks);
  void mark(const std::vector<qint64>& offers, OfferState state);
  void undo();
  void change(std::function<Status(Workspace&)> work, const QString& done);

  struct Marked { // what an offer was before, to take it back
    qint64 no = 0;
    OfferState state = OfferState::Accepted;
    QString reason;
  };
  Engine& m_engine;
  MarketPage& m_page;
  LatestJob m_view;
  JobPtr m_look;
  WatchReport m_total; // of the looks so far
  std::vector<std::vector<Marked>> m_undo;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
