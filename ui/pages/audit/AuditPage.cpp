// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/AuditPage.h"

#include "engine/texts/Texts.h"
#include "itemmodels/AuditWords.h"
#include "itemmodels/Format.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace pricewright {
namespace {
constexpr int kRoomForBoth = 560; // lower than that: the table or the entry, Enter and Esc switch
} // namespace

AuditPage::AuditPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme), m_model(this) {
  setAccessibleName(tr("Audit"));
  build();
  connectParts();
  showState();
}

void AuditPage::build() {
  m_filters = new AuditFilterBar(m_theme, this);
  m_banner = new Banner(m_theme, this);
  m_detail = new AuditDetailPanel(m_theme, this);
  m_split = new QSplitter(Qt::Vertical, this);
  m_split->setHandleWidth(12);
  m_split->setChildrenCollapsible(false);
  m_card = journalCard();
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
  m_export = new AuditExportCard(m_theme, this);
  m_period = new PeriodCard(m_theme, this);
  m_detailSoon.setSingleShot(true);
  m_detailSoon.setInterval(0); // a run through the rows asks where it stops
}

QWidget* AuditPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  auto* title = new QLabel(tr("Audit"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(6, 4, 0, 0);
  m_verify = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Verify"), box);
  m_verify->setKeys({QStringLiteral("V")});
  m_verify->setAccessibleName(tr("Verify the whole journal (key V)"));
  m_write = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Export…"), box);
  m_write->setKeys({tr("Ctrl"), QStringLiteral("E")});
  m_write->setAccessibleName(tr("Export with a proof (Ctrl+E)"));
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  row->addWidget(m_verify);
  row->addWidget(m_write);
  connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
  connect(m_write, &QPushButton::clicked, this, &AuditPage::exportRows);
  return box;
}

QWidget* AuditPage::journalCard() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_table = new AuditTable(m_theme, m_model, card);
  m_empty = new EmptyState(m_theme, QStringLiteral("empty"), card);
  m_emptyClear = m_empty->addButton(ActionButton::Kind::Secondary, tr("Clear the filter"));
  m_strip = new AuditStrip(m_theme, card);
  m_rows = new QStackedWidget(card);
  m_rows->addWidget(m_table);
  m_rows->addWidget(m_empty);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(m_rows, 1);
  column->addWidget(m_strip);
  return card;
}

void AuditPage::connectParts() {
  connect(this, &Page::shown, this, &AuditPage::activate);
  connect(m_filters, &AuditFilterBar::filterChanged, this, &AuditPage::setFilter);
  connect(m_filters, &AuditFilterBar::left, this, &AuditPage::focusTable);
  connect(m_filters, &AuditFilterBar::periodWanted, this, [this] {
    QWidget* button = m_filters->periodButton();
    m_period->ask(m_filters->filter(), button->mapTo(this, QPoint(-10, button->height() - 6)));
  });
  connect(m_period, &PeriodCard::chosen, m_filters, &AuditFilterBar::choosePeriod);
  connect(&m_model, &AuditModel::stateChanged, this, &AuditPage::showState);
  connect(&m_model, &QAbstractItemModel::modelReset, this, &AuditPage::keepFocus);
  connect(&m_model, &AuditModel::askFailed, this, [this](const Error& error) {
    tell(paint::Tone::Negative, errorText(error), tr("Try again"), BannerDoes::Retry);
  });
  connect(m_table, &AuditTable::focusChanged, this, &AuditPage::focusChanged);
  connect(m_table, &AuditTable::activatedByUser, this, &AuditPage::toggleDetail);
  connect(m_table, &AuditTable::choiceChanged, this, [this] {
    const qsizetype chosen = m_table->chosenRows().size();
    emit selectionTotalsChanged(chosen > 1 ? tr("%1 entries chosen").arg(QLocale().toString(chosen)) : QString());
  });
  connect(m_detail, &AuditDetailPanel::replayWanted, this, &AuditPage::replay);
  connect(m_detail, &AuditDetailPanel::keyClicked, this, &AuditPage::pageKey);
  connect(m_strip, &AuditStrip::stopClicked, this, &AuditPage::stopWork);
  connect(m_strip, &AuditStrip::resumeClicked, &m_model, &AuditModel::resume);
  connect(m_emptyClear, &QPushButton::clicked, this, [this] {
    m_filters->clear();
    focusTable();
  });
  connect(m_banner, &Banner::actionTriggered, this, &AuditPage::bannerAction);
  connect(m_banner, &Banner::closed, this, &AuditPage::focusTable);
  connect(m_export, &AuditExportCard::writeWanted, this,
          [this](const AuditFilter& filter, const QString& path, AuditFormat format) {
            m_work = Work::Export;
            m_fraction = 0;
            showState();
            emit exportRequested(filter, path, format);
          });
  connect(m_split, &QSplitter::splitterMoved, this, [this] { m_splitChosen = true; });
  connect(&m_detailSoon, &QTimer::timeout, this, [this] {
    if (m_focused > 0)
      emit detailRequested(m_focused);
  });
}

void AuditPage::activate() {
  emit choicesRequested();
  m_model.refresh();
}

void AuditPage::setFilter(const AuditFilter& filter) {
  if (filter == m_model.filter() && m_model.hasAnswer())
    return;
  m_model.setFilter(filter);
}

void AuditPage::showChoices(const AuditChoices& choices, Instant now, const QString& workspaceName) {
  m_now = now;
  m_workspaceName = workspaceName;
  m_filters->setNow(now);
  m_filters->setChoices(choices);
  showTitle();
}

void AuditPage::showState() {
  showTitle();
  showEmptiness();
  showStrip();
  m_verify->setEnabled(m_work == Work::None && m_model.hasAnswer());
  m_write->setEnabled(m_work == Work::None && m_model.hasAnswer());
}

void AuditPage::showTitle() {
  if (m_model.newest() == 0) {
    m_summary->setText({});
    return;
  }
  QStringList parts{tr("%1 entries").arg(QLocale().toString(m_model.newest()))};
  const AuditLine* newest = m_model.line(m_model.rowOf(m_model.newest()));
  if (newest && m_now > newest->at)
    parts << tr("last %1 ago by %2").arg(durationText(m_now - newest->at), newest->actor);
  if (!m_verified.isEmpty())
    parts << m_verified;
  m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void AuditPage::showEmptiness() {
  const bool empty = m_model.rowCount() == 0;
  m_rows->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_table);
  const bool filtered = !m_model.filter().isEmpty();
  m_emptyClear->setVisible(filtered && m_model.hasAnswer());
  if (!m_model.hasAnswer() || m_model.isSearching())
    m_empty->setWords(filtered ? tr("Looking through the journal …") : tr("Opening the journal …"), QString());
  else if (filtered)
    m_empty->setWords(m_model.isStopped() ? tr("Nothing found so far") : tr("No entry fits this filter"),
                      auditFilterText(m_model.filter()));
  else
    m_empty->setWords(tr("The journal is empty"),
                      tr("Every change stands here, who made it and why, in a chain that shows when something was "
                         "altered. The first import writes the first entries."));
  if (empty) {
    m_focused = 0;
    m_detail->clear();
  }
}

void AuditPage::showStrip() {
  const QLocale locale;
  const int rows = m_model.rowCount();
  const QString count = locale.toString(rows);
  if (m_model.filter().isEmpty())
    m_strip->setRows(
        rows > 0 ? tr("Newest first · times at this desk, %1").arg(QDateTime::currentDateTime().timeZoneAbbreviation())
                 : QString());
  else if (m_model.isComplete())
    m_strip->setRows(rows == 1 ? tr("1 entry fits") : tr("%1 entries fit").arg(count));
  else
    m_strip->setRows(tr("%1 found so far").arg(count));
  const QString percent = locale.toString(int(m_model.searchedFraction() * 100));
  if (m_work == Work::Verify)
    m_strip->setWork(tr("Checking every entry …"), m_fraction);
  else if (m_work == Work::Export)
    m_strip->setWork(tr("Writing the journal out …"), m_fraction);
  else if (m_model.isSearching())
    m_strip->setWork(tr("Looking through the journal, %1 %").arg(percent), m_model.searchedFraction());
  else
    m_strip->setPaused(m_model.isStopped() ? tr("Stopped at %1 % of the journal").arg(percent) : QString());
}

// The entry in focus stays in focus over filters, where it fits them.
void AuditPage::keepFocus() {
  const int row = m_focused > 0 ? m_model.rowOf(m_focused) : -1;
  m_table->focusRow(std::max(0, row));
}

void AuditPage::focusChanged() {
  const qint64 sequence = m_model.sequenceAt(m_table->currentIndex().row());
  if (sequence == 0 || sequence == m_focused)
    return;
  m_focused = sequence;
  m_detail->showLoading(sequence);
  m_detailSoon.start();
}

void AuditPage::showDetail(const AuditDetail& detail) {
  if (detail.line.sequence == m_focused)
    m_detail->showDetail(detail);
}

void AuditPage::showDetailError(const Error& error) { m_detail->showError(errorText(error)); }

void AuditPage::showOnly(const AuditFilter& filter) { m_filters->setFilter(filter); }

void AuditPage::showEntry(qint64 sequence) {
  if (m_model.rowOf(sequence) < 0) {
    m_focused = sequence;
    m_filters->clear();
    return; // the page that comes focuses it
  }
  m_table->focusRow(m_model.rowOf(sequence));
  focusTable();
}

void AuditPage::focusFilter() {
  m_filters->textField()->setFocus(Qt::ShortcutFocusReason);
  m_filters->textField()->selectAll();
}

void AuditPage::focusTable() {
  if (m_rows->currentWidget() == m_table)
    m_table->setFocus(Qt::OtherFocusReason);
  else
    setFocus(Qt::OtherFocusReason);
}

QList<QWidget*> AuditPage::panes() const {
  QList<QWidget*> all{m_filters->textField(), m_table};
  if (!m_short || m_detailOnTop)
    all += m_detail->panes();
  return all;
}

void AuditPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
}

void AuditPage::toggleDetail() {
  if (m_short) {
    m_detailOnTop = !m_detailOnTop;
    arrange();
  }
  if (!m_detail->isHidden())
    m_detail->panes().first()->setFocus(Qt::OtherFocusReason);
}

void AuditPage::arrange() {
  m_short = height() < kRoomForBoth;
  m_card->setVisible(!m_short || !m_detailOnTop);
  m_detail->setVisible(!m_short || m_detailOnTop);
  if (!m_short && !m_splitChosen) {
    const int room = m_split->height(), below = std::clamp(room * 38 / 100, 230, 360);
    m_split->setSizes({room - below, below});
  }
}

} // namespace pricewright
