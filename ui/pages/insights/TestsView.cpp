// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/insights/TestsView.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/insights/InsightsFigures.h"

#include <QScrollBar>

#include <map>
#include <tuple>

namespace pricewright {
namespace {

constexpr int kForestBeside = 820;

QFrame* testsCard(QWidget* parent, const Theme& theme, const QString& title, QWidget* inside, bool pads) {
  auto* frame = new QFrame(parent);
  frame->setObjectName(s("card"));
  auto* in = new QVBoxLayout(frame);
  in->setContentsMargins(1, 9, 1, 6);
  in->setSpacing(4);
  auto* name = new QLabel(title, frame);
  name->setFont(theme.font(TypeRole::BodyStrong));
  name->setContentsMargins(13, 0, 13, 0);
  in->addWidget(name);
  in->addWidget(inside, pads ? 1 : 0);
  if (!pads)
    in->addStretch(1);
  return frame;
}

// Shows whole rows of the chart only: half a name at the lower edge reads as a mistake.
class WholeRows final : public QScrollArea {
 public:
  explicit WholeRows(QWidget* parent) : QScrollArea(parent) { verticalScrollBar()->setSingleStep(ForestChart::kRow); }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QScrollArea::resizeEvent(event);
    const int over = ForestChart::partOfRow(height());
    if (over == m_over)
      return;
    m_over = over;
    setViewportMargins(0, 0, 0, over);
  }

 private:
  int m_over = 0;
};

// As a column's filter: this and nothing else stands in the cell. A gap would part two words of a filter.
QString wholeCell(const QString& word) { return word.contains(u' ') ? QString(word).replace(u' ', u'?') : u'=' + word; }

} // namespace

TestsView::TestsView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(tileRow());
  column->addWidget(chartRow(), 4);
  column->addLayout(tabRow());
  m_tests = new TableView(m_theme, m_testLines, this);
  m_tests->setAccessibleName(tr("Price tests"));
  m_tests->setEmptyText(tr("No test yet."));
  m_sums = new TableView(m_theme, m_sumLines, this);
  m_sums->setAccessibleName(tr("Lifts of tests together"));
  m_sums->setEmptyText(tr("No test that was decided by profit ended in these weeks."));
  for (TableView* one : {m_tests, m_sums})
    connect(one, &TableView::totalsChanged, this, &TestsView::totalsChanged);
  m_stack = new QStackedWidget(this);
  m_stack->setMinimumHeight(190);
  m_stack->addWidget(cardAround(m_tests, m_stack));
  m_stack->addWidget(cardAround(m_sums, m_stack));
  column->addWidget(m_stack, 4);
  connect(m_tests, &TableView::activatedByUser, this, [this] {
    if (const int row = m_tests->focusedRow(); row >= 0)
      emit testOpened(m_testRows.at(row).id);
  });
  connect(m_forest, &Chart::opened, this, [this](int place) {
    if (const Id id = m_forest->testAt(place); !id.isNull())
      emit testOpened(id);
  });
  connect(m_states, &LineList::opened, this, [this](int row) {
    showBelow(Tests);
    m_testLines.setColumnFilter(TestLineModel::State, m_stateFilters[std::size_t(row)]);
    m_tests->setFocus(Qt::OtherFocusReason);
  });
  showBelow(Tests);
}

QWidget* TestsView::tileRow() {
  auto* box = new QWidget(this);
  m_tileLayout = new QGridLayout(box);
  m_tileLayout->setContentsMargins(0, 0, 0, 0);
  m_tileLayout->setSpacing(12);
  const QString names[] = {tr("Decided in time"), tr("Under way"), tr("Lift of tests"), tr("Rolled out brings a week"),
                           tr("Days to decision")};
  for (std::size_t i = 0; i < m_tiles.size(); ++i) {
    m_tiles[i] = new FigureTile(m_theme, names[i], box);
    m_tileLayout->addWidget(m_tiles[i], 0, int(i));
    connect(m_tiles[i], &QAbstractButton::clicked, this,
            [this, i] { showBelow(i == 2 || i == 3 ? Categories : Tests); });
  }
  return box;
}

QWidget* TestsView::chartRow() {
  auto* box = new QWidget(this);
  m_chartLayout = new QBoxLayout(QBoxLayout::LeftToRight, box);
  m_chartLayout->setContentsMargins(0, 0, 0, 0);
  m_chartLayout->setSpacing(12);
  m_forest = new ForestChart(m_theme, box);
  m_forestScroll = new WholeRows(box);
  m_forestScroll->setFrameShape(QFrame::NoFrame);
  m_forestScroll->setWidgetResizable(true);
  m_forestScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_forestScroll->setWidget(m_forest);
  m_forestScroll->setAccessibleName(tr("Lifts of all tests"));
  m_forestScroll->setFocusPolicy(Qt::NoFocus);
  m_forestScroll->viewport()->setAutoFillBackground(false);
  m_forest->setAutoFillBackground(false);
  m_states = new LineList(m_theme, tr("Tests by state and verdict"), box);
  auto* scroll = new QScrollArea(box);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(m_states);
  scroll->setAccessibleName(tr("Tests by state and verdict"));
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  m_chartLayout->addWidget(testsCard(box, m_theme, tr("Lifts of all tests"), m_forestScroll, true), 5);
  m_chartLayout->addWidget(testsCard(box, m_theme, tr("By state and verdict"), scroll, true), 2);
  box->setMinimumHeight(230);
  return box;
}

QLayout* TestsView::tabRow() {
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  const QString names[] = {tr("Tests"), tr("Lift by category"), tr("Lift by quarter")};
  for (std::size_t i = 0; i < m_tabs.size(); ++i) {
    m_tabs[i] = new ActionButton(m_theme, ActionButton::Kind::Chip, names[i], this);
    connect(m_tabs[i], &QPushButton::clicked, this, [this, i] { showBelow(Below(i)); });
    row->addWidget(m_tabs[i]);
  }
  m_words = new ElidedLabel(this);
  m_words->setTone("muted");
  row->addWidget(m_words, 1);
  return row;
}

TableView& TestsView::table() const { return m_tab == Tests ? *m_tests : *m_sums; }

void TestsView::showBelow(Below which) {
  const bool hadFocus = table().hasFocus() || table().isAncestorOf(window()->focusWidget());
  m_tab = which;
  m_stack->setCurrentIndex(which == Tests ? 0 : 1);
  for (std::size_t i = 0; i < m_tabs.size(); ++i)
    m_tabs[i]->setChecked(int(i) == which);
  fillSums();
  if (hadFocus)
    table().setFocus(Qt::OtherFocusReason);
}

void TestsView::fillSums() {
  const LiftTable& l = m_dashboard.lifts;
  if (m_tab == Tests) {
    m_words->setText(tr("Enter opens it on Experiments"));
    return;
  }
  m_sumRows.setRows(m_tab == Categories ? l.byCategory : l.byPeriod, l.total);
  QString text = tr("winners are picked for looking good: plan with the shrunk figure");
  if (m_dashboard.otherMetric > 0)
    text += s(" · ") + tr("%n decided by something else than profit, not added", nullptr, m_dashboard.otherMetric);
  if (m_dashboard.untold > 0)
    text += s(" · ") + tr("%n ended without a figure", nullptr, m_dashboard.untold);
  m_words->setText(text);
  if (m_sums->focusedKey().isEmpty())
    m_sums->focusLine(0);
}

// As the table says them: verdicts first, then those that have none, by how far they are.
void TestsView::fillStates() {
  struct Group {
    int count = 0, rolledOut = 0, waiting = 0;
    paint::Tone tone = paint::Tone::Neutral;
  };
  std::map<std::tuple<bool, int, QString>, Group> groups;
  for (const TestLine& t : m_dashboard.tests) {
    const ScoreWord word = testWord(t);
    const bool told = t.verdict != TestVerdict::Undecided && !word.detail.isEmpty();
    Group& group = groups[{!told, told ? int(t.verdict) : int(t.state), word.word}];
    group.tone = word.tone;
    ++group.count;
    group.rolledOut += t.state == TestState::RolledOut || t.state == TestState::RollingOut;
    group.waiting += t.state == TestState::Decided;
  }
  std::vector<Line> lines;
  m_stateFilters.clear();
  for (const auto& [what, group] : groups) {
    QStringList detail;
    if (!std::get<0>(what) && group.rolledOut > 0)
      detail << tr("%n rolled out", nullptr, group.rolledOut);
    if (group.waiting > 0)
      detail << tr("%n wait(s) for people", nullptr, group.waiting);
    Line line;
    line.chip = QLocale().toString(group.count), line.chipTone = group.tone;
    line.text = capitalized(std::get<2>(what)), line.detail = detail.join(s(", ")), line.opens = true;
    lines.push_back(line);
    m_stateFilters.push_back(wholeCell(std::get<2>(what)));
  }
  m_states->setLines(std::move(lines));
}

void TestsView::showTests(const TestsDashboard& tests) {
  m_dashboard = tests;
  m_tiles[0]->setFigure(inTimeFigure(tests));
  m_tiles[1]->setFigure(underWayFigure(tests));
  m_tiles[2]->setFigure(testLiftFigure(&tests));
  m_tiles[3]->setFigure(rolledOutFigure(tests));
  m_tiles[4]->setFigure(daysFigure(tests));
  m_forest->setDashboard(tests);
  m_testRows.setTests(tests.tests, tests.currency);
  if (m_tests->focusedKey().isEmpty())
    m_tests->focusLine(0);
  fillStates();
  fillSums();
}

void TestsView::arrange(int room) {
  const auto direction = [](bool beside) { return beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom; };
  arrangeTiles(*m_tileLayout, m_tiles, room);
  m_chartLayout->setDirection(direction(room >= kForestBeside));
}

} // namespace pricewright
