// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the page of insights, and what it keeps between two days.
#include "base/Words.h"
#include "pages/insights/InsightsPage.h"

#include <QKeyEvent>
#include <QSettings>

namespace pricewright {

void InsightsPage::nextTab() { m_view == Revenue ? m_revenue->nextTab() : m_tests->nextTab(); }

// Tests are decided by what was registered: there is nothing to change over.
bool InsightsPage::nextMeasure() {
  if (m_view != Revenue)
    return false;
  m_revenue->setMeasure(m_revenue->measure() == BridgeMeasure::Revenue ? BridgeMeasure::Profit
                                                                       : BridgeMeasure::Revenue);
  return true;
}

// The table of groups first, then what it is grouped by.
void InsightsPage::nextGroup() {
  if (m_view == Tests)
    m_tests->showBelow(m_tests->below() == TestsView::Categories ? TestsView::Periods : TestsView::Categories);
  else if (m_revenue->below() == RevenueView::Groups)
    m_revenue->nextGroup();
  else
    m_revenue->showBelow(RevenueView::Groups);
}

bool InsightsPage::bareKey(int key) {
  switch (key) {
  case Qt::Key_1:
    showView(Revenue);
    return true;
  case Qt::Key_2:
    showView(Tests);
    return true;
  case Qt::Key_W:
    nextWeeks();
    return true;
  case Qt::Key_A:
    setAgainst(m_wish.against == EarningsAgainst::Previous ? EarningsAgainst::LastYear : EarningsAgainst::Previous);
    return true;
  case Qt::Key_M:
    return nextMeasure();
  case Qt::Key_T:
    nextTab();
    return true;
  case Qt::Key_G:
    nextGroup();
    return true;
  case Qt::Key_Backspace:
    return m_view == Revenue && m_revenue->leaveCategory();
  case Qt::Key_Escape:
    if (m_busy)
      emit cancelled();
    return m_busy || (m_view == Revenue && m_revenue->leaveCategory());
  case Qt::Key_Slash:
    focusFilter();
    return true;
  default:
    return false;
  }
}

void InsightsPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (event->isAutoRepeat())
    return event->accept();
  if (bare && bareKey(event->key()))
    return event->accept();
  if (event->key() == Qt::Key_Question) {
    emit keySheetRequested();
    return event->accept();
  }
  Page::keyPressEvent(event);
}

void InsightsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const int room = width() - 2 * Theme::kPageMargin;
  m_revenue->arrange(room);
  m_tests->arrange(room);
}

QList<PageAction> InsightsPage::pageActions() {
  return {{tr("Insights: revenue"), s("1"), [this] { showView(Revenue); }},
          {tr("Insights: A/B tests"), s("2"), [this] { showView(Tests); }},
          {tr("Insights: another period"), s("W"), [this] { nextWeeks(); }},
          {tr("Insights: against the weeks before, or last year"), s("A"), [this] { bareKey(Qt::Key_A); }},
          {tr("Insights: revenue or profit"), s("M"), [this] { bareKey(Qt::Key_M); }},
          {tr("Insights: prices that keep score"), {}, [this] {
             showView(Revenue);
             m_revenue->showBelow(RevenueView::Decisions);
           }}};
}

QList<QPair<QString, QString>> InsightsPage::keySheet() const {
  return {{s("1  2"), tr("revenue, A/B tests")},
          {s("W"), tr("next period: 4, 13, 26, 52 weeks, year to date")},
          {s("A"), tr("against the weeks before, or last year")},
          {s("M"), tr("revenue or profit")},
          {s("T"), tr("next table")},
          {s("G"), tr("scores by product, category, analyst, model, rule; lifts by category, quarter")},
          {tr("Enter"), tr("a category’s products, a product in the catalogue, a test on Experiments")},
          {tr("Backspace"), tr("back to the categories")},
          {s("/"), tr("filter the table")},
          {tr("Esc"), tr("stop reading")},
          {tr("Ctrl+E"), tr("write the table out")},
          {tr("Ctrl+Shift+E"), tr("write the chart out")}};
}

void InsightsPage::saveState(QSettings& settings) const {
  settings.setValue(s("view"), int(m_view));
  settings.setValue(s("weeks"), m_wish.weeks);
  settings.setValue(s("against"), earningsAgainstName(m_wish.against));
  settings.setValue(s("currency"), m_wish.currency ? m_wish.currency->code() : QString());
}

void InsightsPage::restoreState(const QSettings& settings) {
  const int weeks = settings.value(s("weeks"), m_wish.weeks).toInt();
  m_wish.weeks = weeks == 4 || weeks == 26 || weeks == 52 || weeks == 0 ? weeks : 13;
  m_wish.against = earningsAgainstFrom(settings.value(s("against")).toString()).value_or(EarningsAgainst::Previous);
  const auto currency = Currency::fromCode(settings.value(s("currency")).toString());
  m_wish.currency = currency ? std::optional<Currency>(*currency) : std::nullopt;
  m_view = settings.value(s("view"), 0).toInt() == Tests ? Tests : Revenue;
  showWish();
  showContent();
  emit wishChanged(m_wish);
}

} // namespace pricewright
