// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/InsightsLink.h"

#include <set>

namespace pricewright {
namespace {

struct Earned {
  RevenueDashboardPtr dashboard;
  CategoryOfSku categories;         // where products were wished for
  std::vector<Currency> currencies; // the workspace's own, then those that something is sold in
};

Result<Earned> earned(Workspace& w, const EarningsWish& wish, const JobContext& job) {
  Earned out;
  PW_TRY(const Catalog catalog, w.catalog().load());
  std::set<Currency> others;
  for (const PriceZone& zone : catalog.zones)
    others.insert(zone.currency);
  others.erase(catalog.currency);
  if (catalog.currency.isValid())
    out.currencies.push_back(catalog.currency);
  out.currencies.insert(out.currencies.end(), others.begin(), others.end());
  if (wish.bySku)
    for (const Sku& sku : catalog.skus)
      if (const Category* category = catalog.category(sku.categoryNo))
        out.categories.insert(sku.code, category->code);
  PW_TRY(out.dashboard, revenueDashboard(w, wish, job));
  return out;
}

} // namespace

InsightsLink::InsightsLink(Engine& engine, InsightsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  const auto outdated = [this] {
    m_outdated = true;
    if (m_page.isVisible())
      refresh();
  };
  connect(&engine, &Engine::workspaceOpened, this, [this, outdated] {
    m_open = true;
    cancel();
    outdated();
  });
  connect(&engine, &Engine::changed, this, outdated);
  connect(&page, &Page::refreshWanted, this, [this] { refresh(); });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &InsightsPage::wishChanged, this, [this] {
    if (!m_page.isVisible()) {
      m_outdated = true;
      return;
    }
    readRevenue();
    readTests();
  });
  connect(&page, &InsightsPage::cancelled, this, [this] {
    cancel();
    m_outdated = true; // F5, or coming back, reads anew
    tellBusy();
    m_page.showError(fail(QStringLiteral("job.cancelled")));
  });
}

void InsightsLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  readRevenue();
  readTests();
  readScores();
}

void InsightsLink::tellBusy() {
  m_page.showBusy(m_revenue.isUnderWay() || m_tests.isUnderWay() || m_scores != nullptr);
}

void InsightsLink::readRevenue() {
  if (!m_open)
    return;
  m_revenue.read(
      m_engine, this, [wish = m_page.wish()](Workspace& w, const JobContext& job) { return earned(w, wish, job); },
      [this](const Result<Earned>& answer) {
        tellBusy();
        if (!answer)
          return m_page.showError(answer.error());
        m_page.showRevenue(answer->dashboard, answer->categories, answer->currencies);
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
  tellBusy();
}

void InsightsLink::readTests() {
  if (!m_open)
    return;
  const EarningsWish& earnings = m_page.wish();
  const TestsWish wish{earnings.weeks, earnings.against == EarningsAgainst::LastYear};
  m_tests.read(
      m_engine, this, [wish](Workspace& w, const JobContext&) { return testsDashboard(w, wish); },
      [this](const Result<TestsDashboardPtr>& answer) {
        tellBusy();
        answer ? m_page.showTests(*answer) : m_page.showError(answer.error());
      });
  tellBusy();
}

void InsightsLink::readScores() {
  if (m_scores)
    m_scores->cancel();
  auto ticket = std::make_shared<JobPtr>();
  *ticket = m_engine.readAside(
      this, [](Workspace& w, const JobContext& job) { return scoreBoard(w, job); },
      [this, ticket](const Result<ScoreBoardPtr>& answer) {
        if (m_scores != *ticket) // an older question
          return;
        m_scores.reset();
        tellBusy();
        answer ? m_page.showScores(*answer) : m_page.showError(answer.error());
      },
      [this, ticket](const QString& step, double fraction) {
        if (m_scores == *ticket)
          m_page.showProgress(step, fraction);
      });
  m_scores = *ticket;
  tellBusy();
}

void InsightsLink::cancel() {
  m_revenue.cancel();
  m_tests.cancel();
  if (m_scores)
    m_scores->cancel();
  m_scores.reset();
}

} // namespace pricewright
