// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/publications/PublicationsPage.h"

#include "itemmodels/Format.h"
#include "pages/publications/PublicationsText.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pricewright {
namespace {

constexpr int kRoomForBoth = 520; // lower than that: the batches or one of them, Enter and Esc switch

const Clock& systemClock() {
  static const SystemClock clock;
  return clock;
}

} // namespace

using publications::count;

PublicationsPage::PublicationsPage(const Theme& theme, QWidget* parent)
    : Page(parent), m_theme(theme), m_batches(this), m_batchLines(m_batches, this), m_live(this),
      m_liveLines(m_live, this), m_clock(&systemClock()) {
  setAccessibleName(tr("Publications"));
  build();
  connectParts();
  m_ticks.setInterval(1000);
  connect(&m_ticks, &QTimer::timeout, this, &PublicationsPage::tick);
  m_ticks.start();
  showOnlyDifferences(false);
  showView(View::Batches);
  showEmptiness();
  showBar();
}

void PublicationsPage::setClock(const Clock* clock) {
  m_clock = clock ? clock : &systemClock();
  m_seenAt = m_clock->now();
}

void PublicationsPage::build() {
  m_views = new QStackedWidget(this);
  m_views->addWidget(batchView());
  m_views->addWidget(liveView());
  m_builder = new BatchBuilder(m_theme, this);
  m_views->addWidget(m_builder);
  m_banner = new Banner(m_theme, this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(viewRow());
  column->addWidget(m_views, 1);
  column->addWidget(m_banner); // below: nothing moves under the pointer when a message comes
  m_confirm = new ConfirmCard(m_theme, this);
  m_slotCard = new SlotCard(m_theme, this);
}

QWidget* PublicationsPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Publications"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  return box;
}

QWidget* PublicationsPage::viewRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  const auto chip = [&](const QString& text, View view) {
    auto* button = new ActionButton(m_theme, ActionButton::Kind::Chip, text, box);
    button->setCheckable(true);
    button->setAccessibleName(text);
    connect(button, &QPushButton::clicked, this, [this, view] { showView(view); });
    row->addWidget(button);
    return button;
  };
  m_toBatches = chip(tr("Batches"), View::Batches);
  m_toBatches->setKeys({QStringLiteral("1")});
  m_toLive = chip(tr("Intended against live"), View::Live);
  m_toLive->setKeys({QStringLiteral("2")});
  row->addStretch(1);
  m_differencesOnly = new ActionButton(m_theme, ActionButton::Kind::Chip, tr("Only differences"), box);
  m_differencesOnly->setCheckable(true);
  m_differencesOnly->setKeys({QStringLiteral("D")});
  m_differencesOnly->setAccessibleName(tr("Only differences (key D)"));
  m_new = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("New batch"), box);
  m_new->setKeys({QStringLiteral("N")});
  m_new->setAccessibleName(tr("New batch (key N)"));
  row->addWidget(m_differencesOnly);
  row->addWidget(m_new);
  return box;
}

QFrame* PublicationsPage::bar(QLabel** words, QWidget* parent) {
  auto* frame = new QFrame(parent);
  frame->setObjectName(QStringLiteral("actionBar"));
  frame->setFixedHeight(44);
  auto* row = new QHBoxLayout(frame);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(8);
  auto* label = new ElidedLabel(frame);
  row->addWidget(label, 1);
  *words = label;
  return frame;
}

ActionButton* PublicationsPage::addAction(QFrame* frame, const char* name, const QString& text, const QString& key,
                                          bool primary, void (PublicationsPage::*work)()) {
  auto* button =
      new ActionButton(m_theme, primary ? ActionButton::Kind::Primary : ActionButton::Kind::Secondary, text, frame);
  button->setKeys({key});
  button->setObjectName(QLatin1String(name));
  button->setAccessibleName(tr("%1 (key %2)").arg(text, key));
  connect(button, &QPushButton::clicked, this, work);
  frame->layout()->addWidget(button);
  return button;
}

QWidget* PublicationsPage::batchView() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_batchTable = new TableView(m_theme, m_batchLines, card);
  m_batchTable->setAccessibleName(tr("Batches"));
  m_noBatches = new EmptyState(m_theme, QStringLiteral("publications"), card);
  m_noBatchesNew = m_noBatches->addButton(ActionButton::Kind::Primary, tr("New batch"), {QStringLiteral("N")});
  m_batchStack = new QStackedWidget(card);
  m_batchStack->addWidget(m_batchTable);
  m_batchStack->addWidget(m_noBatches);
  m_batchBar = bar(&m_barWords, card);
  addAction(m_batchBar, "release", tr("Release now"), QStringLiteral("R"), true, &PublicationsPage::releaseNow);
  addAction(m_batchBar, "slot", tr("Change slot"), QStringLiteral("C"), false, &PublicationsPage::changeSlot);
  addAction(m_batchBar, "undo", tr("Undo release"), QStringLiteral("U"), false, &PublicationsPage::undoRelease);
  addAction(m_batchBar, "split", tr("Set apart"), QStringLiteral("P"), false, &PublicationsPage::splitOff);
  addAction(m_batchBar, "join", tr("Join"), QStringLiteral("M"), false, &PublicationsPage::joinBatches);
  addAction(m_batchBar, "rollback", tr("Roll back"), QStringLiteral("B"), false, &PublicationsPage::rollBack);
  addAction(m_batchBar, "verify", tr("Verify again"), QStringLiteral("V"), false, &PublicationsPage::verifyAgain);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(m_batchStack, 1);
  column->addWidget(m_batchBar);
  m_panel = new BatchPanel(m_theme, this);
  m_split = new QSplitter(Qt::Vertical, this);
  m_split->setHandleWidth(12);
  m_split->setChildrenCollapsible(false);
  m_split->addWidget(card);
  m_split->addWidget(m_panel);
  return m_split;
}

QWidget* PublicationsPage::liveView() {
  auto* whole = new QWidget(this);
  auto* channels = new QFrame(whole);
  channels->setObjectName(QStringLiteral("card"));
  m_channels = new LineList(m_theme, tr("Channels"), channels);
  auto* channelsColumn = new QVBoxLayout(channels);
  channelsColumn->setContentsMargins(1, 4, 1, 4);
  channelsColumn->addWidget(m_channels);
  auto* card = new QFrame(whole);
  card->setObjectName(QStringLiteral("card"));
  m_liveTable = new TableView(m_theme, m_liveLines, card);
  m_liveTable->setAccessibleName(tr("Intended against live prices"));
  m_noLive = new EmptyState(m_theme, QStringLiteral("publications"), card);
  m_liveStack = new QStackedWidget(card);
  m_liveStack->addWidget(m_liveTable);
  m_liveStack->addWidget(m_noLive);
  m_liveBar = bar(&m_liveWords, card);
  addAction(m_liveBar, "verifyLive", tr("Verify again"), QStringLiteral("V"), true, &PublicationsPage::verifyAgain);
  addAction(m_liveBar, "write", tr("Write files again"), QStringLiteral("T"), false, &PublicationsPage::writeAgain);
  auto* cardColumn = new QVBoxLayout(card);
  cardColumn->setContentsMargins(1, 1, 1, 1);
  cardColumn->setSpacing(0);
  cardColumn->addWidget(m_liveStack, 1);
  cardColumn->addWidget(m_liveBar);
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(channels);
  column->addWidget(card, 1);
  return whole;
}

void PublicationsPage::connectParts() {
  connect(m_batchTable, &TableView::focusChanged, this, &PublicationsPage::batchFocused);
  connect(m_batchTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PublicationsPage::showBar);
  connect(m_batchTable, &TableView::activatedByUser, this, [this] {
    m_detailOnTop = true;
    resizeEvent(nullptr);
    m_panel->table().setFocus(Qt::OtherFocusReason);
  });
  for (TableView* table : {m_batchTable, m_liveTable, &m_panel->table()})
    connect(table, &TableView::totalsChanged, this, &Page::selectionTotalsChanged);
  connect(m_builder, &BatchBuilder::totalsChanged, this, &Page::selectionTotalsChanged);
  connect(m_builder, &BatchBuilder::planRequested, this, &PublicationsPage::planRequested);
  connect(m_builder, &BatchBuilder::signRequested, this, [this](const BatchWish& wish) {
    if (mayChange() && ask())
      emit makeRequested(wish);
    else
      m_builder->setBusy(false);
  });
  connect(m_builder, &BatchBuilder::left, this, [this] {
    showView(View::Batches);
    focusMain();
  });
  connect(m_new, &QPushButton::clicked, this, &PublicationsPage::newBatch);
  connect(m_noBatchesNew, &QPushButton::clicked, this, &PublicationsPage::newBatch);
  connect(m_differencesOnly, &QPushButton::toggled, this, &PublicationsPage::showOnlyDifferences);
  connect(m_slotCard, &SlotCard::chosen, this, [this](qint64 no, Instant slot) {
    if (mayChange() && ask())
      emit moveRequested(no, slot);
  });
  connect(&m_liveLines, &TableLines::filterChanged, this, &PublicationsPage::showEmptiness);
  connect(m_banner, &Banner::actionTriggered, this, &PublicationsPage::bannerActionTriggered);
  connect(m_banner, &Banner::closed, this, &PublicationsPage::focusMain);
}

void PublicationsPage::showView(View view) {
  m_view = view;
  m_views->setCurrentIndex(int(view));
  m_toBatches->setChecked(view == View::Batches);
  m_toLive->setChecked(view == View::Live);
  m_differencesOnly->setVisible(view == View::Live);
  m_new->setVisible(view != View::Builder);
}

void PublicationsPage::showOnlyDifferences(bool on) {
  m_differencesOnly->setChecked(on);
  m_liveLines.setPageFilter(on ? TableLines::Accepts([this](int row) { return m_live.at(row).state != u"same"; })
                               : TableLines::Accepts());
  showEmptiness();
}

const BatchSummary* PublicationsPage::focusedBatch() const {
  const int row = m_batches.rowOf(m_batchTable->focusedKey().toLongLong());
  return row < 0 ? nullptr : &m_batches.at(row);
}

void PublicationsPage::showPublications(const PublicationsPtr& snapshot) {
  if (!snapshot)
    return;
  const bool first = !m_snapshot;
  m_snapshot = snapshot;
  m_seenAt = m_clock->now();
  // What has passed its slot and still waits is asked for once, not every second.
  m_slotPassed = snapshot->nextRelease && *snapshot->nextRelease <= snapshot->now;
  m_panel->setNow(snapshot->now);
  m_batches.setSnapshot(snapshot);
  m_live.setSnapshot(snapshot);
  m_channels->setLines(publications::channelLines(*snapshot));
  m_channels->parentWidget()->setVisible(!snapshot->channels.empty());
  if (first && !(m_wantedFocus.isEmpty() ? false : m_batchTable->focusKey(m_wantedFocus)))
    m_batchTable->focusLine(0);
  if (first)
    m_liveTable->focusLine(0);
  const bool differ = snapshot->differences > 0;
  m_toLive->setText(differ ? tr("Intended against live · %1 differ").arg(count(snapshot->differences))
                           : tr("Intended against live"));
  m_toLive->setAccessibleName(m_toLive->text());
  showEmptiness();
  showSummary();
  batchFocused();
  if (hasFocus()) // there was nothing to be on, now there is
    focusMain();
  emit countChanged(snapshot->differences + snapshot->failed);
}

void PublicationsPage::batchFocused() {
  showBar();
  const BatchSummary* b = focusedBatch();
  if (!b)
    m_panel->showDetail({});
  else
    emit detailRequested(b->no);
}

void PublicationsPage::showDetail(const BatchDetailPtr& detail) {
  const BatchSummary* b = focusedBatch();
  if (!detail || !b || detail->batch.no != b->no)
    return; // the focus has moved on
  m_panel->showDetail(detail);
  showBar();
}

void PublicationsPage::showSummary() {
  if (!m_snapshot) {
    m_summary->setText(QString());
    return;
  }
  QStringList parts;
  int waiting = 0;
  for (const BatchSummary& b : m_snapshot->batches)
    waiting += b.state == u"open" || b.state == u"waiting";
  if (waiting > 0)
    parts << (waiting == 1 ? tr("1 batch waits") : tr("%1 batches wait").arg(count(waiting)));
  if (m_snapshot->nextRelease)
    parts << tr("next release %1").arg(publications::countdownText(*m_snapshot->nextRelease - now()));
  if (m_snapshot->failed > 0)
    parts << (m_snapshot->failed == 1 ? tr("1 failed") : tr("%1 failed").arg(count(m_snapshot->failed)));
  if (m_snapshot->differences > 0)
    parts << (m_snapshot->differences == 1
                  ? tr("1 price is not live as it should be")
                  : tr("%1 prices are not live as they should be").arg(count(m_snapshot->differences)));
  else if (!m_snapshot->live.empty())
    parts << tr("every price is live where it should be");
  m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void PublicationsPage::showEmptiness() {
  const bool noBatches = m_batches.rowCount() == 0, noLive = m_liveLines.rowCount() == 0;
  m_batchStack->setCurrentWidget(noBatches ? static_cast<QWidget*>(m_noBatches) : m_batchTable);
  m_liveStack->setCurrentWidget(noLive ? static_cast<QWidget*>(m_noLive) : m_liveTable);
  m_batchBar->setVisible(!noBatches);
  m_panel->setVisible(!noBatches && (!m_short || m_detailOnTop));
  m_noBatchesNew->setVisible(m_snapshot && m_snapshot->waitingForApproval > 0);
  if (!m_snapshot) {
    m_noBatches->setWords(tr("Reading the batches …"), QString());
    m_noLive->setWords(tr("Reading the files …"), QString());
    return;
  }
  m_noBatches->setWords(tr("No batch yet"),
                        tr("What you approve travels together: it waits here for its release, can be undone until then "
                           "and rolled back afterwards. N makes one with a day and a name of its own."));
  if (m_snapshot->live.empty())
    m_noLive->setWords(tr("No price is published yet"),
                       tr("Once prices are in force, each channel has a complete price list, and this page reads it "
                          "back from the file."));
  else if (m_differencesOnly->isChecked() && m_snapshot->differences == 0)
    m_noLive->setWords(tr("Every price is live where it should be"),
                       tr("%1 were read back from the files just now. D shows them all.")
                           .arg(publications::pricesText(int(m_snapshot->live.size()))));
  else
    m_noLive->setWords(tr("No price matches this filter"), QString());
}

void PublicationsPage::resizeEvent(QResizeEvent* event) {
  if (event)
    Page::resizeEvent(event);
  m_short = height() < kRoomForBoth;
  if (!m_short)
    m_detailOnTop = false;
  m_split->widget(0)->setVisible(!m_short || !m_detailOnTop);
  m_panel->setVisible(m_batches.rowCount() > 0 && (!m_short || m_detailOnTop));
  const int room = m_split->height();
  if (event && !m_short)
    m_split->setSizes({room * 52 / 100, room * 48 / 100});
}

} // namespace pricewright
