// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/MarketRound.h"
#include "engine/market/RoundLock.h"
#include "jobs/LatestJob.h"
#include "pages/market/MarketPage.h"

#include <QElapsedTimer>
#include <QTimer>

class QSystemTrayIcon;

namespace pricewright {

// Answers the page of the market. Pages are fetched in a thread of their own, some hundred at a time, and kept by the
// writer in between: work goes on. GUI thread; never waits.
class MarketLink : public QObject {
  Q_OBJECT
 public:
  MarketLink(Engine& engine, MarketPage& page, QObject* parent = nullptr);
  void lookIfDue(); // what the clock asks for each half minute

 private:
  void refresh();
  void connectRound();
  void forgetRound();
  void beginRound(bool isByItself = false, bool alertsWait = false);
  void pullDue();
  void keepPulled(PulledFeeds pulled, std::function<void()> then);
  void look();
  void keep(const std::shared_ptr<MarketLooks>& looks);
  void askStandIns();
  void endRound();
  void failRound(const Error& error);
  void tell(); // what alerts want told, in the window and outside
  void showNotices(const std::vector<Notice>& notices);
  void mark(const std::vector<qint64>& offers, OfferState state);
  void decide(const std::vector<MatchPair>& pairs, MatchState state);
  void suggest(const QString& competitor, const QString& file);
  void connectSites();
  void connectFeeds();
  void tryFeedOut(const Feed& feed, const QByteArray& key);
  void keepFeed(const FeedAdd& wish, bool isNew, bool hasNewKey);
  void dropKey(const Feed& feed);
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
  void change(Work work, const QString& done, Work back = {}); // `back`: takes it back again, once it is done
  int remember(Work back);                                     // the newest step's way back; its number
  struct Step {
    int no = 0;
    Work back;
  };

  // One round, until its report. A step's answer that comes after its round has ended is dropped.
  struct Round {
    WatchReport total; // of the looks so far
    FeedsReport feeds;
    int standIns = 0;
    std::shared_ptr<RoundLock> lock; // from its feeds to its stand-ins: no other program begins in between
    bool isByItself = false;         // nobody has asked for it, so nobody is told that another program is at it
    bool alertsWait = false;         // to be checked whatever becomes of the round
    bool isStopped = false;          // by hand: what came is kept, nothing more begins
    bool hasKept() const { return total.pages > 0 || !feeds.feeds.empty(); }
  };
  template <class Step, class Then> void aside(Step step, Then then) {
    m_look = m_engine.readAside(
        this, std::move(step),
        [this, round = m_round, then = std::move(then)](auto answer) mutable {
          if (round == m_round)
            answer ? then(std::move(*answer)) : failRound(answer.error());
        },
        [this, round = m_round](const QString& name, double fraction) {
          if (round == m_round)
            m_page.showProgress(name, fraction);
        });
  }
  template <class Step, class Then> void write(Step step, Then then) {
    m_engine.write(
        this, [step = std::move(step)](Workspace& w, const JobContext&) mutable { return step(w); },
        [this, round = m_round, then = std::move(then)](auto answer) mutable {
          if (round == m_round)
            answer ? then(std::move(*answer)) : failRound(answer.error());
        });
  }

  Engine& m_engine;
  MarketPage& m_page;
  LatestJob m_due, m_view, m_queue, m_evidence, m_desk, m_learn, m_trial, m_alerts, m_backTest, m_feedTrial;
  JobPtr m_look;
  std::shared_ptr<Round> m_round; // none: nothing is under way
  QElapsedTimer m_sinceStop;      // by hand
  QTimer m_clockwork;
  MarketDue m_seen; // when alerts were checked last: what was known, and when they want to be checked again
  QSystemTrayIcon* m_tray = nullptr; // made with the first notice
  std::vector<Step> m_undo;
  int m_lastStep = 0;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
