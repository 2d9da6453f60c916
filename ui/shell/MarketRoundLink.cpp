// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A round of the watch from the window: feeds, pages, services for pages that failed, alerts, and who is told of them.
// What waits for the network runs beside the writer; in between the writer keeps what came.
#include "shell/MarketLink.h"

#include <QApplication>
#include <QSystemTrayIcon>

namespace pricewright {
namespace {

constexpr int kPagesAtOnce = 300;                         // they are all in memory until they are kept
constexpr Duration kFailedWithin = std::chrono::hours(1); // pages that failed before are asked for again by then
constexpr int kLookEveryMs = 30'000;                      // for what is due by itself

void addTo(WatchReport& total, const WatchReport& more) {
  total.pages += more.pages, total.live += more.live, total.unchanged += more.unchanged;
  total.offers += more.offers, total.quarantined += more.quarantined, total.undecided += more.undecided;
  total.failed += more.failed, total.skippedTerms = more.skippedTerms, total.skippedWindow = more.skippedWindow;
  total.cost += more.cost, total.closed = more.closed;
}

Result<std::vector<PulledFeed>> pullAll(Workspace& w, const std::vector<Feed>& feeds, const JobContext& job) {
  std::vector<PulledFeed> out;
  if (feeds.empty())
    return out;
  PW_TRY(const std::unique_ptr<SecretStore> secrets, openSecrets());
  FeedTools tools;
  tools.secretOf = secretsFrom(*secrets);
  for (const Feed& feed : feeds) {
    if (job.cancelled())
      break;
    PW_TRY(PulledFeed pulled, pullFeed(w, feed, tools, job));
    out.push_back(std::move(pulled));
  }
  return out;
}

Status keepAll(Workspace& w, std::vector<PulledFeed>& pulled) {
  for (PulledFeed& one : pulled) {
    PW_TRY([[maybe_unused]] const FeedReport report, keepFeed(w, one));
  }
  return {};
}

} // namespace

void MarketLink::connectRound() {
  connect(&m_page, &MarketPage::lookRequested, this, &MarketLink::beginRound);
  connect(&m_page, &MarketPage::lookCancelled, this, [this] {
    if (m_look)
      m_look->cancel();
  });
  m_clockwork.setInterval(kLookEveryMs);
  connect(&m_clockwork, &QTimer::timeout, this, &MarketLink::lookIfDue);
  m_clockwork.start();
}

void MarketLink::lookIfDue() {
  if (!m_open || m_page.isLooking())
    return;
  m_due.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return marketDue(w); },
      [this](const Result<MarketDue>& due) {
        if (!due || m_page.isLooking())
          return;
        const bool waits = m_seen.alertsAt && *m_seen.alertsAt <= due->now;
        if (due->round)
          m_page.look();
        else if (waits || due->newestOffer != m_seen.newestOffer) // imported, or marked by hand
          checkAlerts();
        m_seen.newestOffer = due->newestOffer;
      });
}

void MarketLink::beginRound() {
  m_total = {};
  m_standIns = 0;
  m_look = m_engine.readAside(
      this,
      [](Workspace& w, const JobContext& job) -> Result<std::vector<PulledFeed>> {
        PW_TRY(const std::vector<Feed> feeds, feedStore(w).dueFeeds(w.clock().now()));
        return pullAll(w, feeds, job);
      },
      [this](Result<std::vector<PulledFeed>> pulled) {
        if (!pulled)
          return m_page.showError(pulled.error());
        keepPulled(std::make_shared<std::vector<PulledFeed>>(std::move(*pulled)), [this] { look(); });
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
}

void MarketLink::keepPulled(const std::shared_ptr<std::vector<PulledFeed>>& pulled, std::function<void()> then) {
  if (pulled->empty())
    return then();
  m_engine.write(
      this, [pulled](Workspace& w, const JobContext&) { return keepAll(w, *pulled); },
      [this, then = std::move(then)](const Status& kept) { kept ? then() : m_page.showError(kept.error()); });
}

void MarketLink::look() {
  m_look = m_engine.readAside(
      this,
      [](Workspace& w, const JobContext& job) {
        MarketWish wish;
        wish.most = kPagesAtOnce;
        return lookAtMarket(w, wish, job);
      },
      [this](Result<MarketLooks> looks) {
        if (!looks)
          return m_page.showError(looks.error());
        keep(std::make_shared<MarketLooks>(std::move(*looks)));
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
}

void MarketLink::keep(const std::shared_ptr<MarketLooks>& looks) {
  addTo(m_total, looks->report);
  const bool more = looks->report.pages >= kPagesAtOnce && !looks->report.cancelled;
  m_engine.write(
      this, [looks](Workspace& w, const JobContext&) { return keepLooks(w, *looks); },
      [this, more, cancelled = looks->report.cancelled](const Status& kept) {
        if (!kept)
          return m_page.showError(kept.error());
        if (more)
          return look();
        m_total.failed > 0 && !cancelled ? askStandIns() : endRound();
      });
}

void MarketLink::askStandIns() {
  m_look = m_engine.readAside(
      this,
      [](Workspace& w, const JobContext& job) -> Result<std::vector<PulledFeed>> {
        PW_TRY(const std::vector<Feed> feeds, standInFeeds(w, w.clock().now() - kFailedWithin));
        return pullAll(w, feeds, job);
      },
      [this](Result<std::vector<PulledFeed>> pulled) {
        if (!pulled)
          return m_page.showError(pulled.error());
        keepPulled(std::make_shared<std::vector<PulledFeed>>(std::move(*pulled)), [this] { answerFailedPages(); });
      });
}

void MarketLink::answerFailedPages() {
  auto answered = std::make_shared<int>(0);
  m_engine.write(
      this,
      [answered](Workspace& w, const JobContext&) -> Status {
        PW_TRY(const StandInReport report, answerFailed(w, w.clock().now() - kFailedWithin));
        *answered = report.answered;
        return {};
      },
      [this, answered](const Status& status) {
        m_standIns = *answered;
        status ? endRound() : m_page.showError(status.error());
      });
}

void MarketLink::endRound() {
  m_look.reset();
  m_page.showReport(m_total, m_standIns);
  checkAlerts();
}

void MarketLink::tell() {
  auto notices = std::make_shared<std::vector<Notice>>();
  m_engine.write(
      this,
      [notices](Workspace& w, const JobContext&) -> Status {
        PW_TRY(*notices, takeDesktopNotices(w));
        return {};
      },
      [this, notices](const Status&) {
        for (const Notice& notice : *notices)
          showNotice(notice);
      });
  m_engine.readAside(
      this,
      [](Workspace& w, const JobContext& job) -> Result<DeliveryReport> {
        PW_TRY(const std::unique_ptr<SecretStore> secrets, openSecrets());
        return deliverDueBeside(w, *secrets, job);
      },
      [](const Result<DeliveryReport>&) {}); // each row says what became of it; the alerts' view shows it
}

void MarketLink::showNotice(const Notice& notice) {
  if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
    return m_page.showMessage(paint::Tone::Warning, notice.subject);
  if (!m_tray) {
    m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
    m_tray->show();
  }
  m_tray->showMessage(notice.subject, notice.body);
}

} // namespace pricewright
