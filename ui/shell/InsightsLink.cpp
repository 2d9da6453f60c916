// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/InsightsLink.h"

#include <set>

namespace pricewright {
namespace {

constexpr int kChangesMs = 300;

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
  m_soon.setSingleShot(true);
  m_soon.setInterval(kChangesMs);
  connect(&m_soon, &QTimer::timeout, this, [this] {
    if (!isReading()) // else once it has come
      readShown();
  });
  connect(&engine, &Engine::workspaceOpened, this, [this] {
    m_open = true;
    cancel();
    readAnew(All);
  });
  connect(&engine, &Engine::changed, this, &InsightsLink::workspaceChanged);
  connect(&page, &Page::refreshWanted, this, [this] { readAnew(All); });
  connect(&page, &Page::shown, this, &InsightsLink::readShown);
  connect(&page, &InsightsPage::viewChanged, this, &InsightsLink::readShown);
  connect(&page, &InsightsPage::wishChanged, this, [this] { readAnew(Revenue | Tests); });
  connect(&page, &InsightsPage::cancelled, this, [this] {
    cancel();
    m_stale = All; // F5, or coming back, reads anew
    m_page.showBusy(false);
    m_page.showError(fail(QStringLiteral("job.cancelled")));
  });
}

void InsightsLink::workspaceChanged() {
  m_stale = All;
  if (m_page.isVisible() && !m_soon.isActive())
    m_soon.start();
}

void InsightsLink::readAnew(int parts) {
  m_stale |= parts;
  readShown();
}

// The revenue's tiles say what tests and prices brought, so it needs all.
int InsightsLink::staleShown() const {
  return m_stale & (m_page.view() == InsightsPage::Tests ? int(Tests) : int(All));
}

void InsightsLink::readShown() {
  if (!m_open || !m_page.isVisible())
    return;
  const int wanted = staleShown();
  m_stale &= ~wanted;
  if (wanted & Revenue)
    readRevenue();
  if (wanted & Tests)
    readTests();
  if (wanted & Scores)
    readScores();
  m_page.showBusy(isReading());
}

bool InsightsLink::isReading() const { return m_revenue.isUnderWay() || m_tests.isUnderWay() || m_scores.isUnderWay(); }

// What changed while it was read is read once more.
void InsightsLink::answered() {
  m_page.showBusy(isReading());
  if (staleShown() != 0 && !isReading() && m_page.isVisible() && !m_soon.isActive())
    m_soon.start();
}

void InsightsLink::readRevenue() {
  ++m_questions;
  m_revenue.read(
      m_engine, this, [wish = m_page.wish()](Workspace& w, const JobContext& job) { return earned(w, wish, job); },
      [this](const Result<Earned>& answer) {
        answered();
        if (!answer)
          return m_page.showError(answer.error());
        m_page.showRevenue(answer->dashboard, answer->categories, answer->currencies);
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
}

void InsightsLink::readTests() {
  ++m_questions;
  const EarningsWish& earnings = m_page.wish();
  const TestsWish wish{earnings.weeks, earnings.against == EarningsAgainst::LastYear};
  m_tests.read(
      m_engine, this, [wish](Workspace& w, const JobContext&) { return testsDashboard(w, wish); },
      [this](const Result<TestsDashboardPtr>& answer) {
        answered();
        answer ? m_page.showTests(*answer) : m_page.showError(answer.error());
      });
}

void InsightsLink::readScores() {
  ++m_questions;
  m_scores.readAside(
      m_engine, this, [](Workspace& w, const JobContext& job) { return scoreBoard(w, job); },
      [this](const Result<ScoreBoardPtr>& answer) {
        answered();
        answer ? m_page.showScores(*answer) : m_page.showError(answer.error());
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
}

void InsightsLink::cancel() {
  m_soon.stop();
  m_revenue.cancel();
  m_tests.cancel();
  m_scores.cancel();
}

} // namespace pricewright
