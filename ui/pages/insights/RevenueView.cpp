// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/insights/RevenueView.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "itemmodels/Format.h"
#include "pages/insights/InsightsFigures.h"

namespace pricewright {
namespace {

constexpr int kChartsBeside = 820, kScoresBeside = 900;

} // namespace

RevenueView::RevenueView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(tileRow());
  column->addWidget(chartRow(), 3);
  column->addLayout(tabRow());
  column->addWidget(belowStack(), 4);
  connectParts();
  clear();
}

QWidget* RevenueView::tileRow() {
  auto* box = new QWidget(this);
  m_tileLayout = new QGridLayout(box);
  m_tileLayout->setContentsMargins(0, 0, 0, 0);
  m_tileLayout->setSpacing(12);
  const QString names[] = {tr("Revenue"), tr("Profit"), tr("Margin of plan"), tr("Lift of published prices"),
                           tr("Lift of tests")};
  for (std::size_t i = 0; i < m_tiles.size(); ++i) {
    m_tiles[i] = new FigureTile(m_theme, names[i], box);
    m_tileLayout->addWidget(m_tiles[i], 0, int(i));
  }
  return box;
}

QWidget* RevenueView::chartRow() {
  auto* box = new QWidget(this);
  m_chartLayout = new QBoxLayout(QBoxLayout::LeftToRight, box);
  m_chartLayout->setContentsMargins(0, 0, 0, 0);
  m_chartLayout->setSpacing(12);
  m_weeks = new EarningsWeeksChart(m_theme, box);
  m_bridge = new BridgeChart(m_theme, box);
  const auto card = [&](QWidget* chart, QLayout* head) {
    auto* frame = new QFrame(box);
    frame->setObjectName(s("card"));
    auto* in = new QVBoxLayout(frame);
    in->setContentsMargins(12, 8, 10, 8);
    in->setSpacing(4);
    in->addLayout(head);
    in->addWidget(chart, 1);
    return frame;
  };
  const auto title = [&](const QString& text) {
    auto* label = new QLabel(text, box);
    label->setFont(m_theme.font(TypeRole::BodyStrong));
    label->setContentsMargins(2, 0, 0, 0);
    return label;
  };
  auto* left = new QHBoxLayout;
  m_weeksTitle = title(tr("Week by week"));
  left->addWidget(m_weeksTitle);
  left->addStretch(1);
  const QString names[] = {tr("Revenue"), tr("Profit")};
  for (std::size_t i = 0; i < 2; ++i) {
    m_measureChips[i] = new ActionButton(m_theme, ActionButton::Kind::Chip, names[i], box);
    m_measureChips[i]->setToolTip(tr("Revenue or profit, in both charts and in the table: M changes it"));
    left->addWidget(m_measureChips[i]);
  }
  auto* right = new QHBoxLayout;
  m_bridgeTitle = title(tr("Why it changed"));
  m_bridgeTitle->setMinimumHeight(m_measureChips[0]->sizeHint().height()); // both charts begin at one line
  right->addWidget(m_bridgeTitle);
  right->addStretch(1);
  m_chartLayout->addWidget(card(m_weeks, left), 1);
  m_chartLayout->addWidget(card(m_bridge, right), 1);
  box->setMinimumHeight(228);
  return box;
}

QHBoxLayout* RevenueView::tabRow() {
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  const QString names[] = {tr("Categories"), tr("Zones"),       tr("Products"), tr("Prices that keep score"),
                           tr("Score by"),   tr("Earned bands")};
  for (std::size_t i = 0; i < m_tabs.size(); ++i) {
    m_tabs[i] = new ActionButton(m_theme, ActionButton::Kind::Chip, names[i], this);
    connect(m_tabs[i], &QPushButton::clicked, this, [this, i] { showBelow(Below(i)); });
    row->addWidget(m_tabs[i]);
  }
  m_words = new ElidedLabel(this);
  m_words->setTone("muted");
  row->addWidget(m_words, 1);
  for (std::size_t i = 0; i < m_byChips.size(); ++i) {
    m_byChips[i] = new ActionButton(m_theme, ActionButton::Kind::Chip, scoreByWord(ScoreBy(i)), this);
    connect(m_byChips[i], &QPushButton::clicked, this, [this, i] { setGroup(ScoreBy(i)); });
    row->addWidget(m_byChips[i]);
  }
  return row;
}

TableView* RevenueView::view(TableLines& lines, const QString& name) {
  auto* made = new TableView(m_theme, lines, this);
  made->setAccessibleName(name);
  connect(made, &TableView::totalsChanged, this, &RevenueView::totalsChanged);
  connect(made, &TableView::activatedByUser, this, &RevenueView::openRow);
  return made;
}

QWidget* RevenueView::belowStack() {
  m_earnings = view(m_earningsLines, tr("What was earned"));
  m_earnings->setCodeColumn(EarningsModel::Code);
  m_scores = view(m_scoreLines, tr("Prices that keep score"));
  m_scores->setCodeColumn(ScoreModel::Sku);
  m_scores->setEmptyText(
      tr("No price has been published yet. Each one stands here, with what was predicted and what came."));
  m_groups = view(m_groupLines, tr("Who keeps what was promised"));
  m_groups->setEmptyText(tr("No published price has been scored yet: it takes two whole weeks at the new price."));
  m_bands = view(m_bandLines, tr("Bands of automatic approval"));
  m_bands->setEmptyText(tr("No categories yet: import products."));
  m_scoreChart = new ScoreChart(m_theme, this);
  auto* chartBox = new QWidget(this);
  auto* in = new QVBoxLayout(chartBox);
  in->setContentsMargins(10, 8, 10, 6);
  in->addWidget(m_scoreChart);
  auto* scores = new QWidget(this);
  m_scoreLayout = new QBoxLayout(QBoxLayout::LeftToRight, scores);
  m_scoreLayout->setContentsMargins(0, 0, 0, 0);
  m_scoreLayout->setSpacing(12);
  m_scoreLayout->addWidget(cardAround(m_scores, scores), 3);
  m_scoreLayout->addWidget(cardAround(chartBox, scores), 1);
  m_stack = new QStackedWidget(this);
  m_stack->setMinimumHeight(230);
  m_stack->addWidget(cardAround(m_earnings, m_stack));
  m_stack->addWidget(scores);
  m_stack->addWidget(cardAround(m_groups, m_stack));
  m_stack->addWidget(cardAround(m_bands, m_stack));
  return m_stack;
}

void RevenueView::connectParts() {
  connect(m_tiles[0], &QAbstractButton::clicked, this, [this] { setMeasure(BridgeMeasure::Revenue); });
  connect(m_tiles[1], &QAbstractButton::clicked, this, [this] { setMeasure(BridgeMeasure::Profit); });
  connect(m_tiles[2], &QAbstractButton::clicked, this, [this] {
    showBelow(Categories);
    m_earningsLines.setSort({{EarningsModel::Kept, Qt::AscendingOrder}});
  });
  connect(m_tiles[3], &QAbstractButton::clicked, this, [this] { showBelow(Decisions); });
  connect(m_tiles[4], &QAbstractButton::clicked, this, &RevenueView::testsWanted);
  for (std::size_t i = 0; i < 2; ++i)
    connect(m_measureChips[i], &QPushButton::clicked, this, [this, i] { setMeasure(BridgeMeasure(i)); });
  connect(m_scoreChart, &Chart::opened, this, [this](int place) {
    if (const QString sku = m_scoreChart->skuAt(place); !sku.isEmpty())
      emit skuOpened(sku);
  });
}

TableView& RevenueView::table() const {
  TableView* const tables[] = {m_earnings, m_earnings, m_earnings, m_scores, m_groups, m_bands};
  return *tables[m_tab];
}

QList<QWidget*> RevenueView::panes() const {
  QList<QWidget*> all{&table()};
  if (m_tab == Decisions)
    all << m_scoreChart;
  return all << m_weeks << m_bridge << m_tiles[0];
}

void RevenueView::showBelow(Below which) {
  const bool kept = m_tab <= Products && which <= Products; // the same table with other rows
  if (which != m_tab && kept)
    m_earningsLines.clearFilters();
  const bool hadFocus = table().hasFocus() || table().isAncestorOf(window()->focusWidget());
  m_tab = which;
  if (which != Products)
    m_category.clear();
  m_stack->setCurrentIndex(which <= Products ? 0 : which - Products);
  for (std::size_t i = 0; i < m_tabs.size(); ++i)
    m_tabs[i]->setChecked(int(i) == which);
  for (ActionButton* chip : m_byChips)
    chip->setVisible(which == Groups);
  if (which == Products && m_dashboard && !m_dashboard->wish.bySku)
    emit productsWanted();
  fillEarnings();
  if (hadFocus)
    table().setFocus(Qt::OtherFocusReason);
}

void RevenueView::setMeasure(BridgeMeasure measure) {
  m_measure = measure;
  for (std::size_t i = 0; i < 2; ++i)
    m_measureChips[i]->setChecked(BridgeMeasure(i) == measure);
  fill();
}

void RevenueView::setGroup(ScoreBy by) {
  m_by = by;
  for (std::size_t i = 0; i < m_byChips.size(); ++i)
    m_byChips[i]->setChecked(ScoreBy(i) == by);
  m_groupRows.setRows(m_board ? m_board->by(by) : std::vector<ScoreGroupRow>(),
                      m_board ? m_board->currency : Currency());
  fillWords();
}

bool RevenueView::leaveCategory() {
  if (m_category.isEmpty())
    return false;
  const QString from = std::exchange(m_category, QString());
  showBelow(Categories);
  m_earnings->focusKey(from);
  return true;
}

void RevenueView::openRow() {
  const QString key = table().focusedKey();
  if (key.isEmpty())
    return;
  if (m_tab == Categories) {
    m_earningsLines.clearFilters();
    m_tab = Products;
    m_category = key;
    showBelow(Products);
    m_earnings->focusLine(0);
  } else if (m_tab == Products) {
    emit skuOpened(key);
  } else if (m_tab == Decisions) {
    if (const int row = m_scores->focusedRow(); row >= 0)
      emit skuOpened(m_scoreRows.at(row).sku);
  } else if (m_tab == Groups && m_by == ScoreBy::Sku) {
    emit skuOpened(key);
  } else if (m_tab == Groups || m_tab == Bands) {
    const bool bands = m_tab == Bands;
    const int columns[] = {ScoreModel::Sku, ScoreModel::Category, ScoreModel::Analyst, ScoreModel::Model,
                           ScoreModel::Rule};
    const int column = bands ? int(ScoreModel::Category) : columns[int(m_by)];
    showBelow(Decisions); // the prices that it stands on
    m_scores->showColumn(column, true);
    m_scoreLines.setColumnFilter(column, key);
    m_scores->setFocus(Qt::OtherFocusReason);
  }
}

const EarningsRow* RevenueView::categoryRow() const {
  if (m_dashboard && !m_category.isEmpty())
    for (const EarningsRow& row : m_dashboard->categories)
      if (row.code == m_category)
        return &row;
  return nullptr;
}

void RevenueView::fill() {
  if (m_dashboard) {
    m_tiles[0]->setFigure(earnedFigure(*m_dashboard, BridgeMeasure::Revenue));
    m_tiles[1]->setFigure(earnedFigure(*m_dashboard, BridgeMeasure::Profit));
    m_tiles[2]->setFigure(keptMarginFigure(*m_dashboard));
    m_weeks->setDashboard(*m_dashboard, m_measure);
    m_weeksTitle->setText(s("%1, %2").arg(m_weeks->title(), currencyMark(m_dashboard->currency)));
  }
  m_tiles[3]->setFigure(decisionLiftFigure(m_board.get()));
  m_tiles[4]->setFigure(testLiftFigure(m_tests.get()));
  fillEarnings();
}

void RevenueView::fillEarnings() {
  std::vector<EarningsRow> rows;
  const bool read = m_dashboard && (m_tab != Products || m_dashboard->wish.bySku);
  if (m_dashboard && m_tab <= Products)
    for (const EarningsRow& row : m_tab == Categories ? m_dashboard->categories
                                  : m_tab == Zones    ? m_dashboard->zones
                                                      : m_dashboard->skus)
      if (m_category.isEmpty() || m_categoryOf.value(row.code) == m_category)
        rows.push_back(row);
  m_earnings->setEmptyText(!read ? tr("Products are being read …") : tr("Nothing was sold in these weeks."));
  if (m_tab <= Products)
    m_earningsRows.setRows(std::move(rows), m_dashboard ? m_dashboard->currency : Currency(), m_measure);
  m_earnings->showColumn(EarningsModel::Cost, m_measure == BridgeMeasure::Profit);
  const EarningsRow* of = categoryRow();
  if (m_dashboard && m_dashboard->through) {
    const bool revenue = m_measure == BridgeMeasure::Revenue;
    const BridgeParts& parts =
        of ? (revenue ? of->revenue : of->profit) : (revenue ? m_dashboard->revenue : m_dashboard->profit).total;
    m_bridge->setParts(parts, m_dashboard->currency, m_measure,
                       of ? (of->name.isEmpty() ? of->code : of->name) : QString());
    m_bridgeTitle->setText(s("%1, %2").arg(m_bridge->title(), currencyMark(m_dashboard->currency)));
  } else {
    m_bridge->clear();
  }
  if (m_earnings->focusedKey().isEmpty() && m_earningsRows.rowCount() > 0)
    m_earnings->focusLine(0);
  fillWords();
}

void RevenueView::fillWords() {
  QString text;
  if (m_tab <= Products && !m_category.isEmpty()) {
    const EarningsRow* of = categoryRow();
    text = tr("of %1 · Backspace goes back").arg(of && !of->name.isEmpty() ? of->name : m_category);
  } else if (m_tab == Categories) {
    text = tr("Enter shows its products");
  } else if (m_tab == Products) {
    text = tr("Enter opens it in the catalogue");
  } else if (m_tab >= Decisions && !m_board) {
    text = tr("being worked out …");
  } else if (m_tab == Decisions) {
    text = tr("%1 scored, %2 too early, %3 cannot be told, %4 without a prediction")
               .arg(QLocale().toString(m_board->scored), QLocale().toString(m_board->waiting),
                    QLocale().toString(m_board->untold), QLocale().toString(m_board->withoutPrediction));
    if (m_board->calibration.decisions > 0)
      text = tr("inside %1").arg(shareText(m_board->calibration.inside90)) + s(" · ") + text;
    if (m_board->leftOut > 0)
      text += s(" · ") + tr("%n without a rate, not in sums", nullptr, m_board->leftOut);
  } else if (m_tab == Bands) {
    text = tr("earned by what published prices proved; Enter shows them");
  }
  m_words->setText(text);
}

void RevenueView::showDashboard(const RevenueDashboardPtr& dashboard, const CategoryOfSku& categories) {
  m_dashboard = dashboard;
  m_categoryOf = categories;
  fill();
}

void RevenueView::showScores(const ScoreBoardPtr& scores) {
  m_board = scores;
  m_scoreRows.setRows(scores ? scores->rows : std::vector<ScoreRow>());
  m_bandRows.setRows(scores ? scores->bands : std::vector<CategoryBand>());
  m_scoreChart->setBoard(scores ? *scores : ScoreBoard());
  m_tiles[3]->setFigure(decisionLiftFigure(scores.get()));
  setGroup(m_by);
  for (TableView* one : {m_scores, m_groups, m_bands})
    if (one->focusedKey().isEmpty())
      one->focusLine(0);
}

void RevenueView::showTests(const TestsDashboardPtr& tests) {
  m_tests = tests;
  m_tiles[4]->setFigure(testLiftFigure(tests.get()));
}

void RevenueView::clear() {
  m_dashboard.reset();
  m_tests.reset();
  m_categoryOf.clear();
  m_category.clear();
  m_weeks->setDashboard({}, BridgeMeasure::Revenue);
  for (FigureTile* tile : m_tiles)
    tile->setFigure({s("–"), {}, 0, paint::Tone::Neutral, {}, {}, {}});
  showScores({});
  showBelow(Categories);
  setMeasure(BridgeMeasure::Revenue);
}

void RevenueView::arrange(int room) {
  const auto direction = [](bool beside) { return beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom; };
  arrangeTiles(*m_tileLayout, m_tiles, room);
  m_chartLayout->setDirection(direction(room >= kChartsBeside));
  m_scoreLayout->setDirection(direction(room >= kScoresBeside));
}

} // namespace pricewright
