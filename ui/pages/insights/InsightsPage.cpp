// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/insights/InsightsPage.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTimer>

#include <cmath>
#include <utility>

namespace pricewright {
namespace {

constexpr std::array<int, 5> kPeriods{4, 13, 26, 52, 0};

} // namespace

InsightsPage::InsightsPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Insights"));
  build();
  connectParts();
  forgetWorkspace();
}

void InsightsPage::build() {
  m_revenue = new RevenueView(m_theme, this);
  m_tests = new TestsView(m_theme, this);
  addEmptyStates();
  m_stack = new QStackedWidget(this);
  for (QWidget* inside : {static_cast<QWidget*>(m_revenue), static_cast<QWidget*>(m_tests)})
    m_stack->addWidget(scrolled(inside, m_stack));
  m_stack->addWidget(m_noSales);
  m_stack->addWidget(m_noTests);
  m_banner = new Banner(m_theme, this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(wishRow());
  column->addWidget(m_stack, 1);
  column->addWidget(m_banner);
}

void InsightsPage::addEmptyStates() {
  m_noSales = new EmptyState(m_theme, s("insights"), this);
  m_noSales->setWords(tr("No sales yet"),
                      tr("Revenue, profit and why they changed stand here once sales have been imported; what each "
                         "published price brought, two whole weeks after it."));
  connect(m_noSales->addButton(ActionButton::Kind::Primary, tr("Import sales…"), {tr("Ctrl"), s("I")}),
          &QPushButton::clicked, this, &InsightsPage::importWanted);
  m_noTests = new EmptyState(m_theme, s("insights"), this);
  m_noTests->setWords(tr("No price test yet"),
                      tr("Once tests have ended, it says here how many were decided in time, what "
                         "they found, and what they come to together."));
  connect(m_noTests->addButton(ActionButton::Kind::Primary, tr("Plan a test…")), &QPushButton::clicked, this,
          &InsightsPage::experimentsWanted);
}

QWidget* InsightsPage::titleRow() {
  auto* row = new TitleRow(m_theme, tr("Insights"), this);
  m_summary = row->summary();
  const QString names[] = {tr("Revenue"), tr("A/B tests")};
  for (int i = 0; i < 2; ++i) {
    m_views[std::size_t(i)] = row->addButton(ActionButton::Kind::Chip, names[i], QString::number(i + 1));
    connect(m_views[std::size_t(i)], &QPushButton::clicked, this, [this, i] { showView(View(i)); });
  }
  return row;
}

QWidget* InsightsPage::wishRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  auto* weeks = new QLabel(tr("Weeks"), box);
  weeks->setProperty("tone", "muted");
  row->addWidget(weeks);
  for (std::size_t i = 0; i < kPeriods.size(); ++i) {
    const int period = kPeriods[i];
    m_weeks[i] = new ActionButton(m_theme, ActionButton::Kind::Chip,
                                  period > 0 ? QLocale().toString(period) : tr("Year to date"), box);
    m_weeks[i]->setAccessibleName(period > 0 ? tr("%n week(s)", nullptr, period) : tr("Year to date"));
    connect(m_weeks[i], &QPushButton::clicked, this, [this, period] { setWeeks(period); });
    row->addWidget(m_weeks[i]);
  }
  m_against = new QComboBox(box);
  m_against->setAccessibleName(tr("Compared with"));
  m_against->addItems({tr("against the weeks before"), tr("against last year")});
  m_currency = new QComboBox(box);
  m_currency->setAccessibleName(tr("Currency"));
  row->addSpacing(6);
  row->addWidget(m_against);
  row->addWidget(m_currency);
  m_leftOut = new ElidedLabel(box);
  m_leftOut->setTone("warning");
  m_leftOut->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(m_leftOut, 1);
  return box;
}

void InsightsPage::connectParts() {
  connect(m_against, &QComboBox::activated, this, [this](int index) { setAgainst(EarningsAgainst(index)); });
  connect(m_currency, &QComboBox::activated, this, [this](int index) {
    const auto chosen = Currency::fromCode(m_currency->itemData(index).toString());
    wish([&](EarningsWish& w) { w.currency = chosen ? std::optional<Currency>(*chosen) : std::nullopt; });
  });
  connect(m_revenue, &RevenueView::productsWanted, this, [this] { wish([](EarningsWish& w) { w.bySku = true; }); });
  connect(m_revenue, &RevenueView::skuOpened, this, &InsightsPage::skuOpened);
  connect(m_revenue, &RevenueView::testsWanted, this, [this] { showView(Tests); });
  connect(m_revenue, &RevenueView::totalsChanged, this, &Page::selectionTotalsChanged);
  connect(m_tests, &TestsView::testOpened, this, &InsightsPage::testOpened);
  connect(m_tests, &TestsView::totalsChanged, this, &Page::selectionTotalsChanged);
  for (Chart* chart : findChildren<Chart*>()) {
    connect(chart, &Chart::noticed, this, &Page::noticed);
    connect(chart, &Chart::exportFailed, this,
            [this](const QString& text) { showMessage(paint::Tone::Negative, text); });
  }
}

QList<QWidget*> InsightsPage::panes() const {
  if (m_stack->currentWidget() == m_noSales || m_stack->currentWidget() == m_noTests)
    return {m_stack->currentWidget()};
  return m_view == Revenue ? m_revenue->panes() : m_tests->panes();
}

void InsightsPage::focusMain() {
  if (auto* empty = qobject_cast<EmptyState*>(m_stack->currentWidget()))
    return empty->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
  (m_view == Revenue ? m_revenue->table() : m_tests->table()).setFocus(Qt::OtherFocusReason);
  // The table is the last of the page, and its keys work from there: what is seen first are the figures above it.
  if (auto* scroll = qobject_cast<QScrollArea*>(m_stack->currentWidget()))
    QTimer::singleShot(0, scroll, [scroll] { scroll->verticalScrollBar()->setValue(0); });
}

void InsightsPage::focusFilter() { (m_view == Revenue ? m_revenue->table() : m_tests->table()).focusFilter(); }

void InsightsPage::showView(View view) {
  const bool other = std::exchange(m_view, view) != view;
  showContent();
  if (other)
    emit viewChanged();
  if (isVisible())
    focusMain();
}

void InsightsPage::showContent() {
  for (std::size_t i = 0; i < m_views.size(); ++i)
    m_views[i]->setChecked(int(i) == m_view);
  const bool noSales = m_dashboard && !m_dashboard->through, noTests = m_board && m_board->tests.empty();
  m_stack->setCurrentIndex(m_view == Revenue ? (noSales ? 2 : 0) : (noTests ? 3 : 1));
  m_currency->setVisible(m_view == Revenue && m_currency->count() > 0);
  m_leftOut->setText(m_view == Revenue && m_dashboard ? leftOutText(m_dashboard->leftOut) : QString());
  showSummary();
}

void InsightsPage::wish(const std::function<void(EarningsWish&)>& change) {
  change(m_wish);
  showWish();
  emit wishChanged(m_wish);
}

void InsightsPage::setWeeks(int weeks) {
  wish([&](EarningsWish& w) { w.weeks = weeks; });
}
void InsightsPage::setAgainst(EarningsAgainst against) {
  wish([&](EarningsWish& w) { w.against = against; });
}

void InsightsPage::nextWeeks() {
  const auto at = std::find(kPeriods.begin(), kPeriods.end(), m_wish.weeks);
  setWeeks(at == kPeriods.end() || at + 1 == kPeriods.end() ? kPeriods.front() : *(at + 1));
}

void InsightsPage::showWish() {
  for (std::size_t i = 0; i < kPeriods.size(); ++i)
    m_weeks[i]->setChecked(kPeriods[i] == m_wish.weeks);
  m_against->setCurrentIndex(int(m_wish.against));
  const int index = m_wish.currency ? m_currency->findData(m_wish.currency->code()) : 0;
  m_currency->setCurrentIndex(std::max(0, index));
}

void InsightsPage::showSummary() {
  if (m_busy)
    return m_summary->setText(m_step.isEmpty() ? tr("reading … Esc stops") : m_step);
  QStringList parts;
  if (m_view == Revenue && m_dashboard && m_dashboard->through)
    parts << periodText(m_dashboard->period) << tr("against %1").arg(periodText(m_dashboard->before))
          << tr("net of VAT, %1").arg(m_dashboard->currency.code());
  if (m_view == Tests && m_board && !m_board->tests.empty())
    parts << s("%1 – %2").arg(dayText(m_board->from), dayText(m_board->to))
          << tr("%n test(s)", nullptr, int(m_board->tests.size()));
  m_summary->setText(parts.join(s(" · ")));
}

void InsightsPage::showRevenue(const RevenueDashboardPtr& dashboard, const CategoryOfSku& categories,
                               const std::vector<Currency>& currencies) {
  m_dashboard = dashboard;
  m_currency->clear();
  for (const Currency& c : currencies)
    m_currency->addItem(c.code(), c.code());
  showWish();
  if (const int at = m_currency->findData(dashboard->currency.code()); at >= 0)
    m_currency->setCurrentIndex(at);
  m_revenue->showDashboard(dashboard, categories);
  showContent();
}

void InsightsPage::showScores(const ScoreBoardPtr& scores) { m_revenue->showScores(scores); }

void InsightsPage::showTests(const TestsDashboardPtr& tests) {
  m_board = tests;
  m_revenue->showTests(tests);
  if (tests)
    m_tests->showTests(*tests);
  showContent();
}

void InsightsPage::showBusy(bool busy) {
  m_busy = busy;
  m_step.clear();
  showSummary();
}

void InsightsPage::showProgress(const QString& step, double fraction) {
  if (!m_busy)
    return;
  m_step = tr("%1 %2 % · Esc stops").arg(codeText(step), QLocale().toString(int(std::lround(100 * fraction))));
  showSummary();
}

void InsightsPage::showError(const Error& error) {
  if (error.is(u"job.cancelled") || error.is(u"engine.cancelled"))
    emit noticed(tr("Stopped: what stood here before still does"));
  else
    showMessage(paint::Tone::Negative, errorText(error));
}

void InsightsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void InsightsPage::forgetWorkspace() {
  m_dashboard.reset();
  m_board.reset();
  m_wish = {};
  m_currency->clear();
  m_revenue->clear();
  m_tests->clear();
  m_banner->hide();
  m_busy = false;
  showWish();
  showContent();
}

} // namespace pricewright
