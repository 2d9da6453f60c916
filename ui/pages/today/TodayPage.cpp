// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/today/TodayPage.h"

#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "pages/today/TodayText.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QScrollBar>

namespace pricewright {
namespace {

constexpr int kBar = 12;              // a scroll bar's width
constexpr int kBesideEachOther = 860; // narrower than that, the cards stand below each other

} // namespace

TodayPage::TodayPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Today"));
  build();
  connectParts();
  forgetWorkspace();
}

void TodayPage::build() {
  auto* inside = new QWidget;
  auto* cards = new QVBoxLayout(inside);
  cards->setContentsMargins(0, 0, kBar, 0);
  cards->setSpacing(12);
  cards->addWidget(tileRow());
  m_needs = new LineList(m_theme, tr("Needs you"), this);
  m_readiness = new LineList(m_theme, tr("Data readiness"), this);
  m_moves = new LineList(m_theme, tr("Price moves since yesterday"), this);
  m_noNeeds = emptyNote(tr("Nothing waits for you."));
  m_noFeeds = emptyNote(tr("No data yet: import products, costs and sales."));
  m_noMoves = emptyNote(tr("No price moved in the last 24 hours."));
  m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
  m_pair->setSpacing(12);
  m_pair->addWidget(card(tr("Needs you"), &m_needsNote, m_needs, m_noNeeds), 3);
  m_pair->addWidget(card(tr("Data readiness"), &m_readinessNote, m_readiness, m_noFeeds), 2);
  cards->addLayout(m_pair);
  cards->addWidget(cycleCard());
  cards->addWidget(card(tr("Price moves since yesterday"), &m_movesNote, m_moves, m_noMoves));
  cards->addStretch(1);
  m_scroll = scrolled(inside, this);
  m_banner = new Banner(m_theme, this);
  auto* column = new QVBoxLayout(this);
  // The scroll bar stands in the page's margin, so that cards and title end at the same line.
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin - kBar, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(m_scroll, 1);
  column->addWidget(m_banner);
  connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
          [cards](int, int high) { cards->setContentsMargins(0, 0, high > 0 ? 0 : kBar, 0); });
  QWidget* before = m_run;
  for (QWidget* next :
       {static_cast<QWidget*>(m_tiles[0]), static_cast<QWidget*>(m_tiles[1]), static_cast<QWidget*>(m_tiles[2]),
        static_cast<QWidget*>(m_needs), static_cast<QWidget*>(m_readiness), static_cast<QWidget*>(m_earlier),
        static_cast<QWidget*>(m_later), static_cast<QWidget*>(m_timeline), static_cast<QWidget*>(m_moves)}) {
    setTabOrder(before, next);
    before = next;
  }
}

QWidget* TodayPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, kBar, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Today"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  m_run = new ActionButton(m_theme, ActionButton::Kind::Primary, tr("Run cycle"), box);
  m_run->setObjectName(QStringLiteral("run"));
  m_run->setKeys({tr("Ctrl"), QStringLiteral("R")});
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  row->addWidget(m_run);
  return box;
}

QWidget* TodayPage::tileRow() {
  auto* box = new QWidget;
  m_tileLayout = new QBoxLayout(QBoxLayout::LeftToRight, box);
  m_tileLayout->setContentsMargins(0, 0, 0, 0);
  m_tileLayout->setSpacing(12);
  const QStringList names{tr("Revenue, last 7 days"), tr("Realized gross margin"), tr("Price index")};
  for (std::size_t i = 0; i < m_tiles.size(); ++i) {
    m_tiles[i] = new FigureTile(m_theme, names[qsizetype(i)], box);
    m_tileLayout->addWidget(m_tiles[i], 1);
  }
  return box;
}

QLabel* TodayPage::emptyNote(const QString& text) {
  auto* label = new QLabel(text, this);
  label->setProperty("tone", "muted");
  label->setContentsMargins(14, 8, 14, 12);
  label->setWordWrap(true);
  return label;
}

QFrame* TodayPage::card(const QString& title, QLabel** note, QWidget* content, QWidget* empty) {
  auto* frame = new QFrame(this);
  frame->setObjectName(QStringLiteral("card"));
  auto* name = new QLabel(title, frame);
  name->setFont(m_theme.font(TypeRole::BodyStrong));
  auto* words = new ElidedLabel(frame);
  words->setTone("muted");
  words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  *note = words;
  auto* head = new QHBoxLayout;
  head->setContentsMargins(14, 0, 14, 0);
  head->addWidget(name);
  head->addWidget(words, 1);
  auto* column = new QVBoxLayout(frame);
  column->setContentsMargins(1, 9, 1, 6);
  column->setSpacing(6);
  column->addLayout(head);
  column->addWidget(content);
  column->addWidget(empty);
  column->addStretch(1);
  return frame;
}

QWidget* TodayPage::cycleCard() {
  auto* frame = new QFrame(this);
  frame->setObjectName(QStringLiteral("card"));
  auto* name = new QLabel(tr("Last cycle, station by station"), frame);
  name->setFont(m_theme.font(TypeRole::BodyStrong));
  m_cycleNote = new ElidedLabel(frame);
  m_cycleNote->setTone("muted");
  m_cycleNote->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_earlier = new ActionButton(m_theme, ActionButton::Kind::Quiet, tr("Earlier"), frame);
  m_later = new ActionButton(m_theme, ActionButton::Kind::Quiet, tr("Later"), frame);
  m_earlier->setKeys({QStringLiteral("[")});
  m_later->setKeys({QStringLiteral("]")});
  auto* head = new QHBoxLayout;
  head->setContentsMargins(14, 0, 14, 0);
  head->setSpacing(8);
  m_cycleState = new QLabel(frame);
  m_cycleState->setObjectName(QStringLiteral("chip"));
  head->addWidget(name);
  head->addWidget(m_cycleState, 0, Qt::AlignVCenter);
  head->addWidget(m_cycleNote, 1);
  head->addWidget(m_earlier);
  head->addWidget(m_later);
  m_timeline = new CycleTimeline(m_theme, frame);
  m_reasons = new ElidedLabel(frame);
  m_reasons->setTone("muted");
  m_noCycle = emptyNote(tr("No cycle has run yet: Ctrl+R runs one."));
  m_noCycle->setContentsMargins(0, 0, 0, 6);
  auto* body = new QVBoxLayout;
  body->setContentsMargins(14, 0, 14, 6);
  body->addWidget(m_timeline);
  body->addWidget(m_reasons);
  body->addWidget(m_noCycle);
  auto* column = new QVBoxLayout(frame);
  column->setContentsMargins(1, 9, 1, 6);
  column->setSpacing(8);
  column->addLayout(head);
  column->addLayout(body);
  return frame;
}

void TodayPage::connectParts() {
  connect(m_run, &QPushButton::clicked, this, &TodayPage::cycleRequested);
  connect(m_needs, &LineList::opened, this, [this](int row) {
    const TodayNeed& need = m_today.needs[std::size_t(row)];
    emit opened(need.what, need.example);
  });
  connect(m_moves, &LineList::opened, this, [this](int row) {
    const auto& ours = m_today.ours.largest;
    const auto& theirs = m_today.theirs.largest;
    const std::size_t at = std::size_t(row);
    emit opened(QStringLiteral("sku"), at < ours.size() ? ours[at].sku : theirs[at - ours.size()].sku);
  });
  const char* codes[] = {"revenue", "margin", "index"};
  for (std::size_t i = 0; i < m_tiles.size(); ++i)
    connect(m_tiles[i], &QAbstractButton::clicked, this,
            [this, code = codes[i]] { emit opened(QString::fromLatin1(code), {}); });
  connect(m_earlier, &QPushButton::clicked, this, [this] { chooseCycle(m_back + 1); });
  connect(m_later, &QPushButton::clicked, this, [this] { chooseCycle(m_back - 1); });
  connect(m_timeline, &CycleTimeline::chosenChanged, this,
          [this] { m_reasons->setText(m_timeline->reasons(m_timeline->chosen())); });
  connect(&m_theme, &Theme::changed, this, &TodayPage::colorChip);
  connect(m_banner, &Banner::actionTriggered, this, &Page::bannerActionTriggered);
}

QList<QWidget*> TodayPage::panes() const { return {m_needs, m_readiness, m_timeline, m_moves, m_tiles[0]}; }

void TodayPage::focusMain() {
  QWidget* main = m_needs->lines().rowCount() > 0 ? static_cast<QWidget*>(m_needs) : m_run;
  main->setFocus(Qt::OtherFocusReason);
}

void TodayPage::forgetWorkspace() {
  m_today = {};
  m_known = false;
  m_back = 0;
  for (FigureTile* tile : m_tiles)
    tile->setFigure({QStringLiteral("–"), {}, 0, paint::Tone::Neutral, {}, {}, {}});
  showToday({});
  m_known = false;
  m_banner->hide();
}

QList<PageAction> TodayPage::pageActions() {
  return {{tr("Earlier cycle"), QStringLiteral("["), [this] { chooseCycle(m_back + 1); }},
          {tr("Later cycle"), QStringLiteral("]"), [this] { chooseCycle(m_back - 1); }}};
}

QList<QPair<QString, QString>> TodayPage::keySheet() const {
  return {{QStringLiteral("↑ ↓"), tr("walk the lines")},
          {tr("Enter"), tr("open what a line is about")},
          {QStringLiteral("[ ]"), tr("earlier, later cycle")},
          {QStringLiteral("F6"), tr("next card")},
          {tr("Ctrl+R"), tr("run a cycle")}};
}

void TodayPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void TodayPage::showError(const Error& error) { showMessage(paint::Tone::Negative, errorText(error)); }

void TodayPage::setCycle(bool running) {
  m_running = running;
  m_run->setEnabled(!running);
}

void TodayPage::showToday(const TodaySnapshot& snapshot) {
  m_today = snapshot;
  m_known = true;
  std::vector<Line> needs, feeds, moves;
  for (const TodayNeed& n : m_today.needs)
    needs.push_back(needLine(n, m_today));
  for (const FeedReadiness& f : m_today.feeds)
    feeds.push_back(readinessLine(f, m_today.now));
  for (const PriceMoves* some : {&m_today.ours, &m_today.theirs})
    for (const PriceMove& m : some->largest)
      moves.push_back(moveLine(m, m_today.now));
  m_noNeeds->setVisible(needs.empty());
  m_noFeeds->setVisible(feeds.empty());
  m_noMoves->setVisible(moves.empty());
  m_needsNote->setText(needs.empty() ? QString() : tr("Enter opens"));
  m_readinessNote->setText(m_today.prices > 0 ? tr("as of %1").arg(momentText(m_today.now, m_today.now)) : QString());
  m_movesNote->setText(moves.empty() ? QString() : movesSummary(m_today.ours, m_today.theirs));
  m_needs->setLines(std::move(needs));
  m_readiness->setLines(std::move(feeds));
  m_moves->setLines(std::move(moves));
  m_back = std::clamp(m_back, 0, std::max(0, int(m_today.cycles.size()) - 1));
  showCycle();
  showSummary();
}

void TodayPage::showSummary() {
  if (m_today.now == Instant{}) {
    m_summary->setText({});
    return;
  }
  QStringList parts{
      QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(m_today.now)).date(),
                         m_today.asOf ? QStringLiteral("dddd d MMMM yyyy") : QStringLiteral("dddd d MMMM"))};
  if (m_today.asOf)
    parts << tr("the workspace stands at this date");
  if (!m_today.cycles.empty())
    parts << tr("last cycle %1").arg(cycleName(m_today.cycles.front(), m_today.now));
  if (m_today.nextRelease)
    parts << tr("next release %1").arg(momentText(*m_today.nextRelease, m_today.now));
  m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void TodayPage::showFigures(const TodayFigures& figures) {
  m_tiles[0]->setFigure(revenueFigure(figures));
  m_tiles[1]->setFigure(marginFigure(figures));
  m_tiles[2]->setFigure(indexFigure(figures));
}

void TodayPage::chooseCycle(int back) {
  if (back < 0 || back >= int(m_today.cycles.size()))
    return;
  m_back = back;
  showCycle();
}

void TodayPage::showCycle() {
  const int n = int(m_today.cycles.size());
  m_noCycle->setVisible(n == 0);
  m_timeline->setVisible(n > 0);
  m_reasons->setVisible(n > 0);
  m_earlier->setVisible(n > 1);
  m_later->setVisible(n > 1);
  m_earlier->setEnabled(m_back + 1 < n);
  m_later->setEnabled(m_back > 0);
  if (n == 0) {
    m_timeline->setReport(std::nullopt);
    m_cycleNote->setText({});
    m_cycleState->hide();
    return;
  }
  const CycleReport& report = m_today.cycles[std::size_t(m_back)];
  m_timeline->setReport(report);
  m_cycleState->setText(cycleStateWord(report));
  m_cycleState->setVisible(true);
  colorChip();
  m_cycleNote->setText(cycleName(report, m_today.now) + QStringLiteral(" · ") + cycleOutcome(report));
}

// Its words say it, and its color again.
void TodayPage::colorChip() {
  if (m_today.cycles.empty())
    return;
  const Tokens& t = m_theme.tokens();
  const paint::Tone tone = cycleTone(m_today.cycles[std::size_t(m_back)]);
  m_cycleState->setStyleSheet(
      QStringLiteral("QLabel#chip { color: %1; background: %2; border-radius: %3px; padding: 1px 7px; }")
          .arg(paint::toneText(t, tone).name(), paint::toneGround(t, tone).name())
          .arg(Theme::kChipRadius));
}

void TodayPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  if (bare && !event->isAutoRepeat() && event->text() == QLatin1String("["))
    chooseCycle(m_back + 1);
  else if (bare && !event->isAutoRepeat() && event->text() == QLatin1String("]"))
    chooseCycle(m_back - 1);
  else if (bare && !event->isAutoRepeat() && event->text() == QLatin1String("?"))
    emit keySheetRequested();
  else
    Page::keyPressEvent(event);
}

void TodayPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
}

void TodayPage::arrange() {
  const bool wide = width() >= kBesideEachOther;
  m_pair->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_tileLayout->setDirection(width() >= 560 ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace pricewright
