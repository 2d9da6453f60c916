// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/ApprovalsPage.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QVBoxLayout>

namespace pricewright {
namespace {
constexpr int kRoomForBoth = 560; // lower than that: the table or the detail, Enter and Esc switch
constexpr int kEffectPauseMs = 80;
} // namespace

ApprovalsPage::ApprovalsPage(const Theme& theme, QWidget* parent)
    : Page(parent), m_theme(theme), m_model(this), m_proxy(m_model, this), m_details(this) {
  setAccessibleName(tr("Approvals"));
  build();
  connectParts();
  showTitle();
  showEmptiness();
  updateTotals();
}

void ApprovalsPage::build() {
  m_filters = new FilterBar(m_theme, this);
  m_banner = new Banner(m_theme, this);
  m_detail = new DetailPanel(m_theme, this);
  m_split = new QSplitter(Qt::Vertical, this);
  m_split->setHandleWidth(12);
  m_split->setChildrenCollapsible(false);
  m_card = queueCard();
  m_split->addWidget(m_card);
  m_split->addWidget(m_detail);
  m_split->setStretchFactor(0, 1);
  m_split->setStretchFactor(1, 0);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(m_filters);
  column->addWidget(m_split, 1);
  column->addWidget(m_banner); // below: nothing moves under the pointer when a message comes
  m_reject = new RejectCard(m_theme, this);
  m_edit = new EditCard(m_theme, this);
  m_clock.setInterval(1000);
}

QWidget* ApprovalsPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Approvals"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  m_run = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Run cycle"), box);
  m_run->setGlyph(QStringLiteral("run"));
  m_run->setKeys({tr("Ctrl"), QStringLiteral("R")});
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  row->addWidget(m_run);
  connect(m_run, &QPushButton::clicked, this,
          [this] { m_cycleRunning ? emit cancelRequested() : emit cycleRequested(); });
  return box;
}

QWidget* ApprovalsPage::queueCard() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_table = new QueueTable(m_theme, m_model, m_proxy, card);
  m_empty = new EmptyState(m_theme, QStringLiteral("empty"), card);
  m_emptyRun = m_empty->addButton(ActionButton::Kind::Primary, tr("Run cycle"), {tr("Ctrl"), QStringLiteral("R")});
  m_emptyClear = m_empty->addButton(ActionButton::Kind::Secondary, tr("Clear the filter"));
  m_actions = new ActionBar(m_theme, card);
  m_rows = new QStackedWidget(card);
  m_decidedTable = new TableView(m_theme, m_decidedLines, card);
  m_rows->addWidget(m_table);
  m_rows->addWidget(m_empty);
  m_rows->addWidget(m_decidedTable);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(m_rows, 1);
  column->addWidget(m_actions);
  return card;
}

void ApprovalsPage::connectParts() {
  connect(m_table, &QueueTable::focusChanged, this, &ApprovalsPage::focusChanged);
  connect(m_table, &QueueTable::activatedByUser, this, &ApprovalsPage::toggleDetail);
  connect(m_table, &QueueTable::sortChanged, this, [this] {
    const QHeaderView* header = m_table->horizontalHeader();
    m_filters->setSort(static_cast<QueueColumn>(header->sortIndicatorSection()), header->sortIndicatorOrder());
  });
  connect(&m_model, &QueueModel::checksChanged, this, [this] {
    disarm();
    updateTotals();
  });
  connect(m_filters, &FilterBar::filterChanged, this, [this](const QueueProxy::Filter& filter) {
    disarm();
    const std::optional<Id> focused = m_table->focusedId();
    m_proxy.setFilter(filter);
    if (focused && m_proxy.proxyRowOf(*focused) >= 0)
      m_table->focusId(*focused);
    else
      m_table->focusRow(0);
    showEmptiness();
    m_table->showFocus();
    focusChanged();
  });
  connect(m_filters, &FilterBar::sortChosen, m_table, &QueueTable::sortBy);
  connectNotes();
  connectReview();
  m_groups = new GroupCard(m_theme, this);
  connect(m_groups, &GroupCard::chosen, this, &ApprovalsPage::checkGroup);
  m_effectSoon.setSingleShot(true);
  m_effectSoon.setInterval(kEffectPauseMs);
  connect(&m_effectSoon, &QTimer::timeout, this, &ApprovalsPage::askForEffect);
  connect(m_filters, &FilterBar::left, this, &ApprovalsPage::focusTable);
  connect(m_actions, &ActionBar::approveClicked, this, &ApprovalsPage::approve);
  connect(m_actions, &ActionBar::rejectClicked, this, &ApprovalsPage::reject);
  connect(m_actions, &ActionBar::undoClicked, this, &ApprovalsPage::undo);
  connectDetail();
  connect(m_emptyRun, &QPushButton::clicked, this, &ApprovalsPage::cycleRequested);
  connect(m_emptyClear, &QPushButton::clicked, this, [this] {
    m_filters->clear();
    focusTable();
  });
  connect(m_banner, &Banner::actionTriggered, this, &ApprovalsPage::bannerActionTriggered);
  connect(m_banner, &Banner::closed, this, &ApprovalsPage::focusTable);
  connect(m_reject, &RejectCard::rejected, this,
          [this](const std::vector<Ask>& asks, const QString& reason, const QString& comment) {
            std::vector<int> rows;
            for (const Ask& a : asks)
              if (const int row = m_model.rowOf(a.decision); row >= 0)
                rows.push_back(row);
            m_lastComment = comment;
            sendAway(rows);
            emit rejectRequested(asks, reason, comment);
          });
  connect(m_edit, &EditCard::previewRequested, this, &ApprovalsPage::previewRequested);
  connect(m_edit, &EditCard::saved, this, &ApprovalsPage::editRequested);
  connect(this, &ApprovalsPage::editPreviewed, m_edit, &EditCard::showPreview);
  connect(this, &ApprovalsPage::editPreviewFailed, m_edit, &EditCard::showPreviewError);
  connect(this, &ApprovalsPage::detailArrived, &m_details, &LatestDetail::arrived);
  connect(this, &ApprovalsPage::detailFailed, &m_details, &LatestDetail::failed);
  connect(&m_details, &LatestDetail::requested, this, &ApprovalsPage::detailRequested);
  connect(&m_details, &LatestDetail::available, m_detail, &DetailPanel::showDetail);
  connect(&m_details, &LatestDetail::unavailable, this,
          [this](const Error& error) { m_detail->showError(errorText(error)); });
  connect(m_split, &QSplitter::splitterMoved, this, [this] { m_splitChosen = true; });
  connect(&m_clock, &QTimer::timeout, this, &ApprovalsPage::tick);
}

Instant ApprovalsPage::now() const {
  const Instant then = m_model.snapshot() ? m_model.snapshot()->now : Instant{};
  return then + Duration(m_sinceSnapshot.isValid() ? m_sinceSnapshot.elapsed() : 0);
}

// The same snapshot that updates the table also moves a focus that has gone to the row that took its place.
void ApprovalsPage::showQueue(const QueueSnapshotPtr& snapshot) {
  if (!snapshot)
    return;
  m_sinceSnapshot.start();
  const bool first = !m_model.snapshot();
  const bool seen = m_table->isFocusSeen();
  std::optional<Id> focused = m_table->focusedId();
  const int row = std::max(0, m_table->currentIndex().row());
  m_model.setSnapshot(snapshot);
  m_filters->setCounts(*snapshot);
  if (m_wantedFocus && (first || m_proxy.proxyRowOf(*m_wantedFocus) >= 0))
    focused = m_wantedFocus;
  m_wantedFocus.reset();
  if (focused && m_proxy.proxyRowOf(*focused) >= 0)
    m_table->focusId(*focused);
  else
    m_table->focusRow(row);
  if (seen)
    m_table->showFocus();
  if (m_edit->isVisible())
    if (const int edited = m_model.rowOf(m_edit->decision()); edited >= 0)
      m_edit->rowChanged(*m_model.item(edited).row);
  const bool someOff = std::any_of(snapshot->pending.begin(), snapshot->pending.end(),
                                   [](const QueueRow& r) { return r.snoozedUntil.has_value(); });
  snapshot->approved.empty() && !someOff ? m_clock.stop() : m_clock.start();
  showTitle();
  showEmptiness();
  focusChanged();
  if (first)
    focusTable();
  emit countChanged(static_cast<int>(snapshot->pending.size()));
}

void ApprovalsPage::showTitle() {
  const QueueSnapshotPtr& s = m_model.snapshot();
  if (!s) {
    m_summary->setText(QString());
    return;
  }
  const auto n = [](qint64 value) { return QLocale().toString(value); };
  QStringList parts{tr("%1 pending").arg(n(static_cast<qint64>(s->pending.size())))};
  if (s->overStep > 0)
    parts << tr("%1 over the step limit").arg(n(s->overStep));
  if (s->byGuardrail > 0)
    parts << tr("%1 guardrail").arg(n(s->byGuardrail));
  if (!s->pending.empty()) {
    const auto oldest =
        std::min_element(s->pending.begin(), s->pending.end(),
                         [](const QueueRow& a, const QueueRow& b) { return a.expiresAt < b.expiresAt; });
    const Duration left = oldest->expiresAt - now();
    parts << (left.count() > 0 ? tr("oldest expires in %1").arg(durationText(left)) : tr("oldest has expired"));
  }
  if (!s->approved.empty())
    parts << tr("%1 waiting for release").arg(n(static_cast<qint64>(s->approved.size())));
  m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void ApprovalsPage::showEmptiness() {
  const bool empty = nothingShown();
  QWidget* rows = showsDecided() ? static_cast<QWidget*>(m_decidedTable) : m_table;
  m_rows->setCurrentWidget(empty ? m_empty : rows);
  const QueueSnapshotPtr& s = m_model.snapshot();
  const bool filtered = m_proxy.filter() != QueueProxy::Filter{} && s && !(s->pending.empty() && s->approved.empty());
  m_emptyRun->setVisible(!filtered && s != nullptr);
  m_emptyRun->setEnabled(!m_cycleRunning);
  m_emptyClear->setVisible(filtered);
  if (!s) {
    m_empty->setWords(tr("Opening the workspace …"), QString());
  } else if (showsDecided()) {
    m_empty->setWords(tr("Nothing was decided in the last 14 days"),
                      tr("What was rejected, expired, superseded or published stands here, with who and why."));
    m_emptyClear->setVisible(true);
  } else if (m_proxy.filter().waiting && s->approved.empty()) {
    m_empty->setWords(tr("Nothing waits for release"),
                      tr("Approved prices stand here until the next release slot. Until then they can be undone."));
    m_emptyClear->setVisible(true);
  } else if (filtered) {
    m_empty->setWords(tr("No row matches this filter"),
                      tr("%1 prices wait for a decision.").arg(QLocale().toString(qulonglong(s->pending.size()))));
  } else {
    m_empty->setWords(
        tr("Nothing waits for you"),
        s->lastCycle
            ? tr("The last cycle left no price for a human. A new cycle looks at sales, costs and competitors again "
                 "and "
                 "puts here what it may not decide alone.")
            : tr("No cycle has run in this workspace yet. A cycle looks at sales, costs and competitors, proposes "
                 "prices, and puts here what it may not decide alone."));
  }
  arrange();
}

const QueueRow* ApprovalsPage::focusedRow() const {
  const std::optional<Id> id = m_table->focusedId();
  const int row = id ? m_model.rowOf(*id) : -1;
  return row < 0 ? nullptr : m_model.item(row).row;
}

void ApprovalsPage::focusChanged() {
  disarm();
  updateTotals();
  if (showsDecided())
    return decidedFocusChanged();
  const QueueRow* row = focusedRow();
  if (!row) {
    m_detail->clear();
    return;
  }
  const auto keyOf = [](const QueueRow& r) { return LatestDetail::Key{r.id, r.contentHash, r.state}; };
  const DecisionDetailPtr& shown = m_detail->detail();
  const bool same = shown && shown->decision.id == row->id && shown->decision.contentHash == row->contentHash;
  if (!same)
    m_detail->showLoading(QStringLiteral("%1, %2").arg(row->sku, row->zone));
  std::optional<LatestDetail::Key> ahead;
  const int next = m_table->currentIndex().row() + 1;
  if (next < m_proxy.rowCount())
    ahead = keyOf(*m_proxy.itemAt(next).row);
  m_details.want(keyOf(*row), ahead);
}

void ApprovalsPage::tick() {
  const Instant before = m_model.now();
  m_model.setNow(now());
  for (int row = 0; row < m_model.rowCount(); ++row)
    if (const auto& until = m_model.item(row).row->snoozedUntil; until && *until > before && *until <= m_model.now()) {
      m_proxy.refilter(); // it is back
      m_filters->setCounts(*m_model.snapshot());
      break;
    }
  if (m_sinceSnapshot.elapsed() % 60'000 < 1000)
    showTitle();
}

void ApprovalsPage::setCycle(bool running, const QString& step, double fraction) {
  m_cycleRunning = running;
  m_run->setGlyph(running ? QStringLiteral("stop") : QStringLiteral("run"));
  m_run->setKeys(running ? QStringList{} : QStringList{tr("Ctrl"), QStringLiteral("R")});
  m_run->setText(running ? tr("Cancel cycle") : tr("Run cycle"));
  m_run->setAccessibleName(running ? tr("Cancel the cycle: %1, %2 percent").arg(step).arg(qRound(fraction * 100))
                                   : tr("Run cycle"));
  m_run->updateGeometry();
  m_emptyRun->setEnabled(!running);
}

void ApprovalsPage::forgetWorkspace() {
  m_model.setSnapshot(nullptr);
  m_details.forget();
  m_history.clear();
  m_clock.stop();
  m_detail->clear();
  m_reject->dismiss();
  m_edit->dismiss();
  m_banner->hide();
  showTitle();
  showEmptiness();
  updateTotals();
  emit countChanged(0);
}

QList<QWidget*> ApprovalsPage::panes() const {
  QList<QWidget*> all{m_filters->textField()};
  if (m_rows->currentWidget() != m_empty && m_card->isVisible())
    all << m_rows->currentWidget();
  if (m_detail->isVisible())
    all << m_detail->panes();
  if (m_banner->isVisible())
    all << m_banner->findChildren<QPushButton*>().value(0);
  return all;
}

void ApprovalsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
  if (m_splitChosen || m_short)
    return;
  // Until somebody moves the border: the detail gets what its curve needs, the rows everything else.
  const int room = m_split->height(), detail = std::clamp(room * 2 / 5, 220, 330);
  m_split->setSizes({room - detail, detail});
}

void ApprovalsPage::arrange() {
  m_short = height() < kRoomForBoth;
  const bool empty = nothingShown();
  if (!m_short || empty)
    m_detailOnTop = false;
  m_card->setVisible(!m_short || !m_detailOnTop);
  m_detail->setVisible(!empty && (!m_short || m_detailOnTop));
  m_actions->setVisible(!empty && !showsDecided());
}

// Enter: into the detail, and back. In a low window it takes the table's place.
void ApprovalsPage::toggleDetail() {
  if (nothingShown())
    return;
  m_detailOnTop = m_short;
  arrange();
  m_detail->focusContent();
}

void ApprovalsPage::showOnly(const QString& words, const Id& focus) {
  m_filters->setFilter({{}, false, {}, words});
  m_table->focusId(focus);
  focusTable();
}

void ApprovalsPage::focusTable() {
  m_detailOnTop = false;
  arrange();
  QWidget* empty = m_emptyRun->isVisibleTo(this) ? static_cast<QWidget*>(m_emptyRun) : m_filters->textField();
  (m_rows->currentWidget() == m_empty ? empty : m_rows->currentWidget())->setFocus(Qt::OtherFocusReason);
}

void ApprovalsPage::focusFilter() {
  m_filters->textField()->setFocus(Qt::ShortcutFocusReason);
  m_filters->textField()->selectAll();
}

} // namespace pricewright
