// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/MarketRound.h"
#include "jobs/LatestJob.h"
#include "pages/market/MarketPage.h"

#include <QTimer>

class QSystemTrayIcon;

namespace pricewright {

// Answers the page of the market. Pages are fetched in a thread of their own, some hundred at a time, and kept by the
// writer in between: work goes on. GUI thread; never waits.
class MarketLink : public QObject {
  Q_OBJECT
 public:
  MarketLink(Engine& engine, MarketPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  void connectRound();
  void lookIfDue();
  void beginRound();
  void keepPulled(const std::shared_ptr<std::vector<PulledFeed>>& pulled, std::function<void()> then);
  void look();
  void keep(const std::shared_ptr<MarketLooks>& looks);
  void askStandIns();
  void answerFailedPages();
  void endRound();
  void tell(); // what alerts want told, in the window and outside
  void showNotice(const Notice& notice);
  void mark(const std::vector<qint64>& offers, OfferState state);
  void decide(const std::vector<MatchPair>& pairs, MatchState state);
  void suggest(const QString& competitor, const QString& file);
  void connectSites();
  void connectRecipe();
  void connectAlerts();
  void refreshAlerts();
  void checkAlerts();
  void saveAlert(const Id& id, const AlertRule& rule);
  void markEvents(const std::vector<qint64>& events, AlertEventState state);
  void showEvidence(qint64 offerNo);
  void showRecipe(const QString& host, int watchNo);
  void tryOut(const QString& host, const std::vector<RecipeField>& recipe);
  void saveRecipe(const QString& host, const std::vector<RecipeField>& recipe);
  void undo();
  using Work = std::function<Status(Workspace&)>;
  void change(Work work, const QString& done);
  void remember(Work back); // the newest step's way back

  Engine& m_engine;
  MarketPage& m_page;
  LatestJob m_due, m_view, m_queue, m_evidence, m_desk, m_trial, m_alerts, m_backTest;
  JobPtr m_look;
  WatchReport m_total; // of the looks so far
  int m_standIns = 0;
  QTimer m_clockwork;
  MarketDue m_seen; // when alerts were checked last: what was known, and when they want to be checked again
  QSystemTrayIcon* m_tray = nullptr; // made with the first notice
  std::vector<Work> m_undo;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
