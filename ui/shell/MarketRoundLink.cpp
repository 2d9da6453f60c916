// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A round of the watch from the window: feeds, pages, services for pages that failed, alerts, and who is told of them.
// What waits for the network runs beside the writer; in between the writer keeps what came.
#include "engine/texts/Texts.h"
#include "shell/MarketLink.h"

#include <QApplication>
#include <QSystemTrayIcon>

namespace pricewright {
namespace {

constexpr int kPagesAtOnce = 300;                         // they are all in memory until they are kept
constexpr Duration kFailedWithin = std::chrono::hours(1); // pages that failed before are asked for again by then
constexpr int kRestAfterStopMs = 10 * 60'000;             // after a stop by hand nothing begins by itself
constexpr int kLookEveryMs = 30'000;                      // for what is due by itself

void addTo(WatchReport& total, const WatchReport& more) {
  total.planned += more.planned, total.pages += more.pages, total.live += more.live, total.unchanged += more.unchanged;
  total.offers += more.offers, total.quarantined += more.quarantined, total.undecided += more.undecided;
  total.failed += more.failed, total.skippedTerms = more.skippedTerms, total.skippedWindow = more.skippedWindow;
  total.skippedClosed = more.skippedClosed, total.skippedBudget = more.skippedBudget, total.stretch = more.stretch;
  total.cost += more.cost, total.closed = more.closed;
}

Result<PulledFeeds> pullWithKeys(Workspace& w, const std::vector<Feed>& feeds, const JobContext& job) {
  if (feeds.empty())
    return PulledFeeds();
  PW_TRY(const std::unique_ptr<SecretStore> secrets, openSecrets());
  FeedTools tools;
  tools.secretOf = secretsFrom(*secrets);
  return pullFeeds(w, feeds, tools, job);
}

} // namespace

void MarketLink::connectRound() {
  connect(&m_page, &MarketPage::lookRequested, this, [this] { beginRound(); });
  connect(&m_page, &MarketPage::lookCancelled, this, [this] {
    if (!m_round)
      return;
    m_round->isStopped = true;
    m_sinceStop.start();
    if (m_look)
      m_look->cancel();
  });
  m_clockwork.setInterval(kLookEveryMs);
  connect(&m_clockwork, &QTimer::timeout, this, &MarketLink::lookIfDue);
  m_clockwork.start();
}

// What was begun for the workspace before is none of the new one's: its answers are dropped.
void MarketLink::forgetRound() {
  m_round.reset();
  if (m_look)
    m_look->cancel();
  m_look.reset();
  m_seen = {};
  m_page.setLooking(false);
  m_due.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return marketDue(w); },
      [this](const Result<MarketDue>& due) {
        if (due)
          m_page.showWaiting(due->waiting);
      });
}

void MarketLink::lookIfDue() {
  if (!m_open || m_round || m_page.isReadOnly())
    return;
  m_due.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return marketDue(w); },
      [this](const Result<MarketDue>& due) {
        if (!due || m_round)
          return;
        const bool waits = m_seen.alertsAt && *m_seen.alertsAt <= due->now;
        const bool isNews = due->newestOffer != m_seen.newestOffer; // of an import, say
        m_seen.newestOffer = due->newestOffer;
        m_page.showWaiting(due->waiting);
        if (due->notices)
          tell();
        const bool mayBegin = !m_sinceStop.isValid() || m_sinceStop.elapsed() > kRestAfterStopMs;
        if (due->round && mayBegin)
          beginRound(true, waits || isNews);
        else if (waits || isNews)
          checkAlerts();
      });
}

void MarketLink::beginRound(bool isByItself, bool alertsWait) {
  if (m_round)
    return;
  m_round = std::make_shared<Round>();
  m_round->isByItself = isByItself, m_round->alertsWait = alertsWait;
  if (!isByItself)
    m_page.setLooking(true);
  aside([](Workspace& w, const JobContext&) { return RoundLock::take(w); },
        [this](RoundLock lock) {
          m_round->lock = std::make_shared<RoundLock>(std::move(lock));
          m_page.setLooking(true);
          pullDue();
        });
}

void MarketLink::pullDue() {
  if (m_round->isStopped)
    return endRound();
  aside(
      [](Workspace& w, const JobContext& job) -> Result<PulledFeeds> {
        PW_TRY(const std::vector<Feed> feeds, feedStore(w).dueFeeds(w.clock().now()));
        return pullWithKeys(w, feeds, job);
      },
      [this](PulledFeeds pulled) { keepPulled(std::move(pulled), [this] { look(); }); });
}

void MarketLink::keepPulled(PulledFeeds pulled, std::function<void()> then) {
  if (pulled.feeds.empty())
    return then();
  auto shared = std::make_shared<PulledFeeds>(std::move(pulled));
  write([shared](Workspace& w) { return keepFeeds(w, *shared); },
        [this, then = std::move(then)](FeedsReport report) {
          auto& all = m_round->feeds.feeds;
          std::move(report.feeds.begin(), report.feeds.end(), std::back_inserter(all));
          countHeld(m_round->total, report.judged);
          then();
        });
}

void MarketLink::look() {
  if (m_round->isStopped)
    return endRound();
  aside(
      [lock = m_round->lock](Workspace& w, const JobContext& job) {
        MarketWish wish;
        wish.most = kPagesAtOnce, wish.lock = lock;
        return lookAtMarket(w, wish, job);
      },
      [this](MarketLooks looks) { keep(std::make_shared<MarketLooks>(std::move(looks))); });
}

void MarketLink::keep(const std::shared_ptr<MarketLooks>& looks) {
  write(
      [looks](Workspace& w) -> Result<bool> {
        PW_CHECK(keepLooks(w, *looks));
        return true;
      },
      [this, looks, more = looks->report.planned >= kPagesAtOnce](bool) {
        addTo(m_round->total, looks->report); // with what judging held back
        if (m_round->isStopped)
          return endRound();
        if (more)
          return look();
        m_round->total.failed > 0 ? askStandIns() : endRound();
      });
}

void MarketLink::askStandIns() {
  aside(
      [](Workspace& w, const JobContext& job) -> Result<PulledFeeds> {
        PW_TRY(const std::vector<Feed> feeds, standInFeeds(w, w.clock().now() - kFailedWithin));
        return pullWithKeys(w, feeds, job);
      },
      [this](PulledFeeds pulled) {
        keepPulled(std::move(pulled), [this] {
          write([](Workspace& w) { return answerFailed(w, w.clock().now() - kFailedWithin); },
                [this](const StandInReport& report) {
                  m_round->standIns = report.answered;
                  endRound();
                });
        });
      });
}

void MarketLink::endRound() {
  const std::shared_ptr<Round> ended = std::move(m_round);
  ended->lock.reset();
  m_round.reset();
  m_look.reset();
  m_page.setLooking(false);
  m_page.showReport(ended->total, ended->feeds, ended->standIns, ended->isStopped);
  checkAlerts();
}

// What was kept until then is reported, and alerts look at it, whatever kept the round from its end.
void MarketLink::failRound(const Error& error) {
  const std::shared_ptr<Round> failed = std::move(m_round);
  failed->lock.reset();
  m_round.reset();
  m_look.reset();
  m_page.setLooking(false);
  if (failed->hasKept())
    m_page.showReport(failed->total, failed->feeds, failed->standIns, failed->isStopped);
  if (failed->isStopped || error.is(u"job.cancelled") || error.is(u"engine.cancelled"))
    m_page.showStopped();
  else if (!failed->isByItself || !error.is(u"monitor.round-under-way")) // it is tried again in half a minute
    m_page.showMessage(paint::Tone::Negative, errorText(error));
  if (failed->hasKept() || failed->alertsWait)
    checkAlerts();
}

void MarketLink::tell() {
  m_engine.write(
      this, [](Workspace& w, const JobContext&) { return takeDesktopNotices(w); },
      [this](const Result<std::vector<Notice>>& notices) {
        if (notices && !notices->empty())
          showNotices(*notices);
      });
  m_engine.readAside(
      this,
      [](Workspace& w, const JobContext& job) -> Result<DeliveryReport> {
        PW_TRY(const std::unique_ptr<SecretStore> secrets, openSecrets());
        return deliverDueBeside(w, *secrets, job);
      },
      [](const Result<DeliveryReport>&) {}); // each row says what became of it; the alerts' view shows it
}

void MarketLink::showNotices(const std::vector<Notice>& notices) {
  QStringList subjects;
  for (const Notice& notice : notices)
    subjects << notice.subject;
  const QString words = subjects.join(QStringLiteral(" · "));
  if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
    return m_page.showMessage(paint::Tone::Warning, words);
  if (!m_tray) {
    m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
    m_tray->show();
  }
  m_tray->showMessage(MarketPage::tr("%n alert(s)", nullptr, int(notices.size())), words);
}

} // namespace pricewright
