// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/AuditDetailPanel.h"

#include "controls/Paint.h"
#include "controls/TableDelegate.h"
#include "controls/TableHeader.h"
#include "itemmodels/AuditWords.h"
#include "pages/audit/AuditDetailText.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>

namespace pricewright {
namespace {

constexpr int kThreePanes = 820; // narrower: one at a time

// Takes no letters: they are the page's keys.
class FieldTable final : public QTableView {
 public:
  using QTableView::QTableView;
  void keyboardSearch(const QString&) override {}

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    if (!event->text().isEmpty() && event->text().at(0).isPrint())
      event->ignore();
    else
      QTableView::keyPressEvent(event);
  }
  void resizeEvent(QResizeEvent* event) override {
    QTableView::resizeEvent(event);
    const int room = viewport()->width(), name = room * 34 / 100, before = room * 30 / 100;
    setColumnWidth(AuditFieldsModel::Field, name);
    setColumnWidth(AuditFieldsModel::Before, before);
    setColumnWidth(AuditFieldsModel::After, room - name - before);
  }
};

// What changed stands out; names and what was before are muted.
class FieldDelegate final : public TableDelegate {
 public:
  using TableDelegate::TableDelegate;
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {40, 26}; }

 protected:
  void paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem&,
                    const QModelIndex& index) const override {
    const bool changed = index.data(AuditFieldsModel::ChangedRole).toBool();
    p.setFont(
        theme().font(changed && index.column() == AuditFieldsModel::After ? TypeRole::LabelStrong : TypeRole::Label));
    if (index.column() != AuditFieldsModel::After)
      p.setPen(tokens().muted);
    const auto side = p.layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    paint::elidedText(p, box, side | Qt::AlignVCenter | Qt::AlignAbsolute, index.data().toString());
  }
};

} // namespace

AuditDetailPanel::AuditDetailPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_splitter(new QSplitter(Qt::Horizontal, this)), m_table(fieldTable()),
      m_decision(browser(tr("The decision behind it"))), m_proof(browser(tr("Proof"))) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("The entry in full"));
  m_splitter->setObjectName(QStringLiteral("panes"));
  m_splitter->setHandleWidth(1);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->addWidget(pane(m_fieldsTitle, m_table));
  m_splitter->addWidget(pane(m_decisionTitle, m_decision));
  m_splitter->addWidget(pane(m_proofTitle, m_proof));
  connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_sized = true; });
  m_tabs = new QWidget(this);
  auto* tabs = new QHBoxLayout(m_tabs);
  tabs->setContentsMargins(12, 8, 12, 0);
  tabs->setSpacing(6);
  for (const QString& name : {tr("Changes"), tr("Decision"), tr("Proof")}) {
    auto* button = new ActionButton(theme, ActionButton::Kind::Chip, name, m_tabs);
    connect(button, &QPushButton::clicked, this, [this, i = int(m_tabButtons.size())] {
      m_tab = i;
      arrange();
    });
    tabs->addWidget(button);
    m_tabButtons << button;
  }
  tabs->addStretch();
  m_keys = keyBar();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(m_tabs);
  column->addWidget(m_splitter, 1);
  column->addWidget(m_keys);
  setMinimumHeight(150);
  connect(&theme, &Theme::changed, this, &AuditDetailPanel::render);
  clear();
  arrange();
}

QTextBrowser* AuditDetailPanel::browser(const QString& name) {
  auto* text = new QTextBrowser(this);
  text->setAccessibleName(name);
  text->setFrameShape(NoFrame);
  text->setOpenLinks(false);
  text->setTabChangesFocus(true);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  text->document()->setDocumentMargin(0);
  text->setFont(m_theme.font(TypeRole::Label));
  text->document()->setDefaultFont(m_theme.font(TypeRole::Label));
  return text;
}

QTableView* AuditDetailPanel::fieldTable() {
  auto* table = new FieldTable(this);
  auto* header = new TableHeader(m_theme, table);
  header->setStretchLastSection(true);
  table->setHorizontalHeader(header);
  table->setModel(&m_fields);
  auto* delegate = new FieldDelegate(m_theme, table);
  delegate->setAccentBar(false);
  table->setItemDelegate(delegate);
  table->setAccessibleName(tr("What the entry says"));
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setShowGrid(false);
  table->setWordWrap(false);
  table->setFrameShape(NoFrame);
  table->setTabKeyNavigation(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setMinimumSectionSize(20);
  table->verticalHeader()->setDefaultSectionSize(26);
  auto* copy = new QAction(table);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetShortcut);
  connect(copy, &QAction::triggered, this, [this] {
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
      rows << index.row();
    QGuiApplication::clipboard()->setText(m_fields.tsv(rows));
  });
  table->addAction(copy);
  return table;
}

QWidget* AuditDetailPanel::pane(ElidedLabel*& title, QWidget* content) {
  auto* box = new QWidget(m_splitter);
  box->setMinimumWidth(160);
  title = new ElidedLabel(box);
  title->setFont(m_theme.font(TypeRole::LabelStrong));
  title->setTone("muted");
  title->setContentsMargins(12, 0, 12, 0);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 10, 0, content == m_table ? 4 : 8);
  column->setSpacing(6);
  column->addWidget(title);
  if (content == m_table) {
    column->addWidget(content, 1);
    return box;
  }
  auto* inset = new QHBoxLayout;
  inset->setContentsMargins(12, 0, 4, 0);
  inset->addWidget(content);
  column->addLayout(inset, 1);
  if (content != m_decision)
    return box;
  m_replay = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Replay"), box);
  m_replay->setKeys({QStringLiteral("P")});
  m_replay->setAccessibleName(tr("Replay: compute this decision again from what was stored (key P)"));
  m_replay->setToolTip(tr("Computes the whole case again from its stored inputs and compares every bit"));
  m_replayed = new ElidedLabel(box);
  connect(m_replay, &QPushButton::clicked, this, &AuditDetailPanel::replayWanted);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(10);
  row->addWidget(m_replay);
  row->addWidget(m_replayed, 1);
  column->addLayout(row);
  return box;
}

QWidget* AuditDetailPanel::keyBar() {
  auto* bar = new QFrame(this);
  bar->setObjectName(QStringLiteral("actionBar"));
  bar->setFixedHeight(38);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(6);
  const auto add = [&](const QString& text, const QStringList& keys, int key) {
    auto* button = new ActionButton(m_theme, ActionButton::Kind::Quiet, text, bar);
    button->setKeys(keys);
    button->setKeyFirst(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setAccessibleName(tr("%1 (key %2)").arg(text, keys.join(u' ')));
    connect(button, &QPushButton::clicked, this, [this, key] { emit keyClicked(key); });
    row->addWidget(button);
    return button;
  };
  m_about = add(tr("All about this"), {QStringLiteral("A")}, Qt::Key_A);
  add(tr("Verify"), {QStringLiteral("V")}, Qt::Key_V);
  add(tr("Export…"), {tr("Ctrl"), QStringLiteral("E")}, Qt::Key_E);
  row->addStretch(1);
  add(tr("next, previous"), {QStringLiteral("J"), QStringLiteral("K")}, Qt::Key_J);
  add(tr("all keys"), {QStringLiteral("?")}, Qt::Key_Question);
  return bar;
}

void AuditDetailPanel::clear() {
  m_detail.reset();
  m_fields.setFields({});
  m_decision->clear();
  m_proof->clear();
  m_fieldsTitle->setText(tr("What changed"));
  m_decisionTitle->setText(tr("Who, and for which decision"));
  m_proofTitle->setText(tr("Proof"));
  m_replay->hide();
  m_replayed->setText({});
  m_about->setEnabled(false);
}

void AuditDetailPanel::showLoading(qint64 sequence) {
  clear();
  m_fieldsTitle->setText(tr("Entry %1").arg(QLocale().toString(sequence)));
}

void AuditDetailPanel::showError(const QString& text) {
  clear();
  m_decision->setPlainText(text);
}

void AuditDetailPanel::showDetail(const AuditDetail& detail) {
  m_detail = detail;
  m_replayed->setText({});
  m_replayed->setTone("muted");
  render();
  for (QTextBrowser* b : {m_decision, m_proof})
    b->verticalScrollBar()->setValue(0);
  m_table->scrollToTop();
}

void AuditDetailPanel::render() {
  if (!m_detail)
    return;
  const AuditDetail& d = *m_detail;
  int changed = 0;
  for (const AuditField& f : d.fields)
    changed += f.changed ? 1 : 0;
  const QString what = auditKindText(d.line.kind);
  m_fieldsTitle->setText(
      changed == 0 ? tr("Entry %1 · %2").arg(QLocale().toString(d.line.sequence), what)
      : changed == 1
          ? tr("Entry %1 · %2 · 1 value changed").arg(QLocale().toString(d.line.sequence), what)
          : tr("Entry %1 · %2 · %3 values changed").arg(QLocale().toString(d.line.sequence), what).arg(changed));
  m_fields.setFields(d.fields);
  m_decisionTitle->setText(d.decision ? tr("Who, and for which decision") : tr("Who"));
  m_decision->setHtml(auditDecisionHtml(d, m_theme));
  const bool sound = d.hashFits && d.linkFits;
  m_proofTitle->setText(sound ? tr("Proof · sound") : tr("Proof · BROKEN"));
  m_proofTitle->setTone(sound ? "muted" : "negative");
  m_proof->setHtml(auditProofHtml(d, m_theme));
  m_replay->setVisible(d.decision.has_value());
  m_replay->setEnabled(true);
  m_about->setEnabled(true);
}

void AuditDetailPanel::showReplayRunning() {
  m_replay->setEnabled(false);
  m_replayed->setTone("muted");
  m_replayed->setText(tr("Computing the case again …"));
}

void AuditDetailPanel::showReplay(const ReplayReport& report) {
  m_replay->setEnabled(true);
  m_replayed->setTone(report.sameBits ? "positive" : "negative");
  m_replayed->setText(report.sameBits
                          ? tr("✓ the same to the last bit, %1 decisions").arg(QLocale().toString(report.decisions))
                          : tr("✕ differs: %1").arg(report.differences.mid(0, 3).join(QStringLiteral(", "))));
}

void AuditDetailPanel::showReplayError(const QString& text) {
  m_replay->setEnabled(true);
  m_replayed->setTone("negative");
  m_replayed->setText(text);
}

QList<QWidget*> AuditDetailPanel::panes() const {
  const QList<QWidget*> all{m_table, m_decision, m_proof};
  return m_narrow ? QList<QWidget*>{all[m_tab]} : all;
}

void AuditDetailPanel::restoreState(const QByteArray& state) {
  m_sized = !state.isEmpty() && m_splitter->restoreState(state);
  m_splitter->setHandleWidth(1);
}

void AuditDetailPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrange();
}

void AuditDetailPanel::arrange() {
  m_narrow = width() < kThreePanes;
  m_tabs->setVisible(m_narrow);
  for (int i = 0; i < 3; ++i) {
    m_splitter->widget(i)->setVisible(!m_narrow || i == m_tab);
    m_tabButtons[i]->setChecked(i == m_tab);
  }
  if (!m_narrow && !m_sized)
    m_splitter->setSizes({width() * 34 / 100, width() * 32 / 100, width() * 34 / 100});
}

} // namespace pricewright
