// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/scenarios/ScenariosPage.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QBoxLayout>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kLeastBeside = 250, kLeastPrices = 150, kBothBeside = 860;

} // namespace

ScenariosPage::ScenariosPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Scenarios"));
  build();
  connect(m_plan, &QPushButton::clicked, this, &ScenariosPage::plan);
  connect(m_frontier, &QPushButton::clicked, this, &ScenariosPage::drawFrontier);
  connect(m_keep, &QPushButton::clicked, this, &ScenariosPage::keep);
  connect(m_send, &QPushButton::clicked, this, &ScenariosPage::send);
  connect(m_form, &ScenarioForm::submitted, this, &ScenariosPage::plan);
  connect(m_form, &ScenarioForm::changed, this, &ScenariosPage::updateButtons);
  connect(m_table, &TableView::focusChanged, this, &ScenariosPage::showFocused);
  connect(m_table, &TableView::activatedByUser, this, [this] {
    if (const Scenario* sc = focused())
      m_form->setWish(sc->wish);
  });
  connect(m_chart, &Chart::opened, this, &ScenariosPage::planAt);
  connect(m_banner, &Banner::actionTriggered, this, &ScenariosPage::queueWanted);
  for (TableView* one : {m_table, m_prices})
    connect(one, &TableView::totalsChanged, this, &Page::selectionTotalsChanged);
  updateButtons();
}

void ScenariosPage::build() {
  m_banner = new Banner(m_theme, this);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(12);
  sides->addWidget(leftSide());
  sides->addWidget(rightSide(), 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addLayout(sides, 1);
  column->addWidget(m_banner);
  m_name = new LineCard(m_theme, this);
}

QWidget* ScenariosPage::titleRow() {
  auto* row = new TitleRow(m_theme, tr("Scenarios"), this);
  m_summary = row->summary();
  m_frontier = row->addButton(ActionButton::Kind::Secondary, tr("Frontier"), s("F"));
  m_keep = row->addButton(ActionButton::Kind::Secondary, tr("Keep…"), s("W"));
  m_send = row->addButton(ActionButton::Kind::Secondary, tr("Send to approvals"), s("S"));
  m_plan = row->addButton(ActionButton::Kind::Primary, tr("Plan"), s("P"));
  return row;
}

QWidget* ScenariosPage::leftSide() {
  m_form = new ScenarioForm(m_theme, this);
  auto* inside = new QWidget(this);
  auto* in = new QVBoxLayout(inside);
  in->setContentsMargins(14, 12, 14, 12);
  in->addWidget(m_form);
  in->addStretch(1);
  QScrollArea* scroll = scrolled(inside, this);
  scroll->setAccessibleName(tr("What the scenario asks"));
  QFrame* frame = cardAround(scroll, this);
  frame->setFixedWidth(332);
  return frame;
}

QWidget* ScenariosPage::rightSide() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  m_table = new TableView(m_theme, m_lines, this);
  m_table->setAccessibleName(tr("Scenarios beside each other"));
  m_table->setEmptyText(tr("No scenario yet. Set what binds the prices on the left and press P to plan."));
  QFrame* table = cardAround(m_table, this);
  table->setMinimumHeight(130);
  m_prices = new TableView(m_theme, m_priceLines, this);
  m_prices->setAccessibleName(tr("Prices of the scenario"));
  m_prices->setCodeColumn(ScenarioPriceModel::Sku);
  m_prices->setEmptyText(tr("No price changes in this scenario."));
  m_chart = new FrontierChart(m_theme, this);
  m_limitWords = new QLabel(this);
  m_limitWords->setFont(m_theme.font(TypeRole::BodyStrong));
  m_limitWords->setWordWrap(true);
  m_limits = new LineList(m_theme, tr("What each limit costs"), this);
  auto* beside = new QWidget(this);
  auto* in = new QVBoxLayout(beside);
  in->setContentsMargins(14, 10, 14, 10);
  in->setSpacing(6);
  in->addWidget(m_chart, 1);
  in->addWidget(m_limitWords);
  in->addWidget(m_limits);
  beside->setMinimumHeight(kLeastBeside);
  m_prices->setMinimumHeight(kLeastPrices);
  m_below = new QBoxLayout(QBoxLayout::LeftToRight);
  m_below->setSpacing(12);
  m_below->addWidget(cardAround(m_prices, this), 5);
  m_below->addWidget(cardAround(beside, this), 3);
  column->addWidget(table, 2);
  column->addLayout(m_below, 5);
  return scrolled(box, this); // a page that is lower
}

// Where there is no room for both beside each other they stand below each other, and are scrolled to.
void ScenariosPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  m_below->setDirection(width() < kBothBeside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QList<QWidget*> ScenariosPage::panes() const { return {m_form, m_table, m_prices, m_chart}; }

const Scenario* ScenariosPage::focused() const {
  const int row = m_rows.rowOf(m_table->focusedKey());
  return row >= 0 ? &m_rows.at(row) : nullptr;
}

void ScenariosPage::fill() {
  std::vector<Scenario> all;
  if (m_planned)
    all.push_back(*m_planned);
  all.insert(all.end(), m_kept.begin(), m_kept.end());
  m_rows.setScenarios(std::move(all));
  if (!focused() && m_rows.rowCount() > 0)
    m_table->focusLine(0);
  showFocused();
}

// The focused scenario and the three before and after it stand against the frontier.
void ScenariosPage::showFocused() {
  const Scenario* sc = focused();
  m_priceRows.setRows(sc ? sc->rows : std::vector<ScenarioRow>());
  std::vector<FrontierChart::Mark> marks;
  if (sc) {
    marks.push_back({scenarioName(*sc), sc->effect.profit, sc->effect.revenue, true});
    m_chart->setCurrency(sc->currency);
  }
  for (int row = 0; row < m_rows.rowCount() && marks.size() < FrontierChart::kMostMarks; ++row)
    if (const Scenario& other = m_rows.at(row); &other != sc)
      marks.push_back({scenarioName(other), other.effect.profit, other.effect.revenue, false});
  m_chart->setMarks(std::move(marks));
  showLimits(sc);
  updateButtons();
}

void ScenariosPage::showLimits(const Scenario* sc) {
  std::vector<Line> lines;
  const QString mark = sc && sc->currency.isValid() ? currencyMark(sc->currency) : QString();
  for (const Scenario::Limit& l : sc ? sc->limits : std::vector<Scenario::Limit>()) {
    const bool isIndex = l.name.contains(u"index"), isCount = l.name == u"changes";
    const auto figure = [&](double v) { return QLocale().toString(isIndex ? 100 * v : v, 'f', isIndex ? 2 : 0); };
    Line one;
    one.text = capitalized(codeText(l.name)) + (l.category.isEmpty() ? QString() : s(" · ") + l.category);
    one.detail = tr("%1 of %2").arg(figure(l.used), figure(l.limit)) + (isIndex ? s(" %") : QString());
    one.chip = l.worth > 0 ? tr("binds") : QString();
    one.chipTone = paint::Tone::Warning;
    if (l.worth > 0) {
      one.trailing = signedNumber(l.worth, l.worth < 10 ? 2 : 0) + u' ' + mark;
      one.toolTip = isIndex   ? tr("One point more would bring %1 a week").arg(one.trailing)
                    : isCount ? tr("One change more would bring %1 a week").arg(one.trailing)
                              : tr("One %1 less of it would bring %2 a week").arg(mark, one.trailing);
    }
    lines.push_back(one);
  }
  m_limitWords->setVisible(!lines.empty());
  m_limitWords->setText(tr("What one more of each would bring a week"));
  m_limits->setVisible(!lines.empty());
  m_limits->setLines(std::move(lines));
}

void ScenariosPage::updateButtons() {
  const Scenario* sc = focused();
  m_plan->setText(m_busy ? tr("Stop") : tr("Plan"));
  m_plan->setKeys({m_busy ? s("Esc") : s("P")});
  m_plan->setEnabled(m_busy || m_form->problem().isEmpty());
  m_frontier->setEnabled(!m_busy && m_form->problem().isEmpty());
  const bool isNew = sc && sc->id.isNull();
  m_keep->setText(sc && !isNew ? tr("Drop") : tr("Keep…"));
  m_keep->setKeys({sc && !isNew ? s("Del") : s("W")});
  m_keep->setEnabled(sc && !m_readOnly && !m_busy);
  m_send->setEnabled(sc && !sc->rows.empty() && !m_readOnly && !m_busy);
}

void ScenariosPage::begin() {
  m_busy = true;
  m_banner->hide();
  showProgress({}, 0);
  updateButtons();
}

void ScenariosPage::end() {
  m_busy = false;
  m_summary->clear();
  updateButtons();
}

void ScenariosPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  updateButtons();
}

void ScenariosPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void ScenariosPage::forgetWorkspace() {
  m_readOnly = m_busy = false;
  m_planned.reset();
  m_kept.clear(), m_sent.clear();
  m_name->dismiss();
  m_banner->hide();
  m_chart->setFrontier({});
  m_form->setWish({});
  m_form->setChoices({}, {});
  m_summary->clear();
  fill();
}

} // namespace pricewright
