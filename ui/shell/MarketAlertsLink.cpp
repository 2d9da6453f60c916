// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the market's page that moves and alerts answer.
#include "shell/MarketLink.h"

#include <QDateTime>

namespace pricewright {
namespace {

constexpr int kTriedDays = 90;

// Tomorrow at eight by the clock of this computer.
Instant tomorrowMorning(Instant now) {
  const QDate tomorrow = QDateTime::fromMSecsSinceEpoch(toMillis(now)).toLocalTime().date().addDays(1);
  return fromMillis(QDateTime(tomorrow, QTime(8, 0)).toMSecsSinceEpoch());
}

} // namespace

void MarketLink::connectAlerts() {
  connect(&m_page, &MarketPage::alertTrialWanted, this, [this](const AlertRule& rule) {
    m_backTest.read(
        m_engine, this, [rule](Workspace& w, const JobContext& job) { return tryAlert(w, rule, kTriedDays, job); },
        [this](const Result<BackTest>& tried) {
          tried ? m_page.alertCard().showTried(*tried) : m_page.showError(tried.error());
        });
  });
  connect(&m_page, &MarketPage::alertWanted, this, &MarketLink::saveAlert);
  connect(&m_page, &MarketPage::eventsMarked, this, &MarketLink::markEvents);
  connect(&m_page, &MarketPage::alertSwitched, this, [this](const Id& id, bool on) {
    change([=](Workspace& w) { return alertStore(w).switchOn(w.me(), id, on); },
           on ? MarketPage::tr("The alert is on") : MarketPage::tr("The alert is off"),
           [=](Workspace& w) { return alertStore(w).switchOn(w.me(), id, !on); });
  });
  connect(&m_page, &MarketPage::alertRemoved, this, [this](const Id& id, bool wasOn) {
    change([=](Workspace& w) { return alertStore(w).remove(w.me(), id); },
           MarketPage::tr("The alert is removed · Ctrl+Z puts it back"),
           [=](Workspace& w) -> Status {
             PW_CHECK(alertStore(w).restore(w.me(), id));
             return wasOn ? alertStore(w).switchOn(w.me(), id, true) : Status();
           });
  });
  connect(&m_page, &MarketPage::suggestionsWanted, this, [this](const std::vector<AlertRule>& rules) {
    auto made = std::make_shared<std::vector<Id>>();
    change(
        [=](Workspace& w) -> Status {
          for (const AlertRule& rule : rules) {
            PW_TRY(const AlertRow row, alertStore(w).add(w.me(), rule));
            made->push_back(row.id);
          }
          return {};
        },
        MarketPage::tr("%n alert(s) are set up", nullptr, int(rules.size())),
        [made](Workspace& w) -> Status {
          for (const Id& id : *made)
            PW_CHECK(alertStore(w).remove(w.me(), id));
          return {};
        });
  });
}

void MarketLink::refreshAlerts() {
  m_alerts.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return alertDesk(w); },
      [this](const Result<AlertDesk>& desk) { desk ? m_page.showDesk(*desk) : m_page.showError(desk.error()); });
}

void MarketLink::checkAlerts() {
  auto found = std::make_shared<AlertCheck>();
  m_engine.write(
      this,
      [found](Workspace& w, const JobContext&) -> Status {
        PW_CHECK(tidyMarket(w));
        PW_TRY(*found, pricewright::checkAlerts(w));
        return {};
      },
      [this, found](const Status& status) {
        if (!status)
          return m_page.showError(status.error());
        m_seen.alertsAt = found->due;
        if (found->told > 0)
          tell();
        if (found->fired > 0)
          emit m_page.noticed(MarketPage::tr("%n alert(s) fired · 4 shows them", nullptr, int(found->fired)));
      });
}

void MarketLink::saveAlert(const Id& id, const AlertRule& rule) {
  auto made = std::make_shared<Id>(id);
  if (id.isNull())
    return change(
        [=](Workspace& w) -> Status {
          PW_TRY(const AlertRow row, alertStore(w).add(w.me(), rule));
          *made = row.id;
          return {};
        },
        MarketPage::tr("The alert %1 is set up").arg(rule.name),
        [made](Workspace& w) { return alertStore(w).remove(w.me(), *made); });
  const AlertRow* row = m_page.alertsPane().focusedRule();
  const AlertRule before = row && row->id == id ? row->rule : rule;
  change([=](Workspace& w) { return alertStore(w).change(w.me(), id, rule); },
         MarketPage::tr("The alert %1 is changed, and begins anew").arg(rule.name),
         [=](Workspace& w) { return alertStore(w).change(w.me(), id, before); });
}

void MarketLink::markEvents(const std::vector<qint64>& events, AlertEventState state) {
  const bool done = state == AlertEventState::Acted;
  change(
      [=](Workspace& w) {
        const std::optional<Instant> until =
            done ? std::nullopt : std::optional<Instant>(tomorrowMorning(w.clock().now()));
        return alertStore(w).markEvents(w.me(), events, state, until);
      },
      done ? MarketPage::tr("%n alert(s) dealt with · Ctrl+Z takes it back", nullptr, int(events.size()))
           : MarketPage::tr("%n alert(s) put off until tomorrow · Ctrl+Z takes it back", nullptr, int(events.size())),
      [=](Workspace& w) { return alertStore(w).markEvents(w.me(), events, AlertEventState::New); });
}

} // namespace pricewright
