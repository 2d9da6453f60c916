// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/DetailPanel.h"

#include "controls/TableDelegate.h"
#include "controls/TableHeader.h"
#include "engine/Texts.h"
#include "itemmodels/Format.h"
#include "pages/approvals/EvidenceText.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>

namespace pricewright {
namespace {

constexpr int kThreePanes = 820; // narrower: one at a time

// The ledger takes no letters: they are the page's decision keys.
class LedgerTable final : public QTableView {
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
  // Rule and outcome keep their words, input and limit share what is left.
  void resizeEvent(QResizeEvent* event) override {
    QTableView::resizeEvent(event);
    const int room = viewport()->width();
    const int outcome = 82, distance = 72, rest = std::max(180, room - outcome - distance);
    const int rule = rest * 36 / 100, input = rest * 38 / 100;
    const int widths[] = {rule, input, rest - rule - input, distance, outcome};
    for (int c = 0; c < LedgerModel::Columns; ++c)
      setColumnWidth(c, widths[c]);
  }
};

} // namespace

DetailPanel::DetailPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_chart(new DecisionChart(theme, this)), m_limits(ledgerTable()), m_evidence(new QTextBrowser(this)) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Why this price"));
  m_evidence->setAccessibleName(tr("Evidence"));
  m_evidence->setFrameShape(NoFrame);
  m_evidence->setOpenLinks(false);
  m_evidence->setTabChangesFocus(true);
  m_evidence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_evidence->document()->setDocumentMargin(0);
  m_evidence->setFont(theme.font(TypeRole::Label));
  m_evidence->document()->setDefaultFont(theme.font(TypeRole::Label));
  m_splitter->setObjectName(QStringLiteral("panes"));
  m_splitter->setHandleWidth(1);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->addWidget(pane(m_chartTitle, m_chart));
  m_splitter->addWidget(pane(m_limitsTitle, m_limits));
  m_splitter->addWidget(pane(m_evidenceTitle, m_evidence));
  connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_sized = true; });
  m_tabs = new QWidget(this);
  auto* tabs = new QHBoxLayout(m_tabs);
  tabs->setContentsMargins(12, 8, 12, 0);
  tabs->setSpacing(6);
  for (const QString& name : {tr("Curve"), tr("Limits"), tr("Evidence")}) {
    auto* button = new ActionButton(theme, ActionButton::Kind::Chip, name, m_tabs);
    connect(button, &QPushButton::clicked, this, [this, i = m_tabButtons.size()] {
      m_tab = static_cast<int>(i);
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
  connect(&theme, &Theme::changed, this, &DetailPanel::render);
  clear();
  arrange();
}

QTableView* DetailPanel::ledgerTable() {
  auto* table = new LedgerTable(this);
  auto* header = new TableHeader(m_theme, table);
  header->setSectionsMovable(false);
  header->setStretchLastSection(true);
  table->setHorizontalHeader(header);
  table->setModel(&m_ledger);
  auto* delegate = new LedgerDelegate(m_theme, table);
  delegate->setAccentBar(false);
  table->setItemDelegate(delegate);
  table->setAccessibleName(tr("Limits"));
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
  table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  auto* copy = new QAction(table);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetShortcut);
  connect(copy, &QAction::triggered, this, &DetailPanel::copyLedger);
  table->addAction(copy);
  return table;
}

void DetailPanel::copyLedger() {
  QList<int> rows;
  for (const QModelIndex& index : m_limits->selectionModel()->selectedRows())
    rows << index.row();
  QGuiApplication::clipboard()->setText(m_ledger.tsv(rows));
}

QWidget* DetailPanel::pane(ElidedLabel*& title, QWidget* content) {
  auto* box = new QWidget(m_splitter);
  box->setMinimumWidth(160);
  title = new ElidedLabel(box);
  title->setFont(m_theme.font(TypeRole::LabelStrong));
  title->setTone("muted");
  title->setContentsMargins(12, 0, 12, 0);
  auto* column = new QVBoxLayout(box);
  const bool table = content == m_limits;
  column->setContentsMargins(0, 10, 0, table ? 4 : 8);
  column->setSpacing(6);
  column->addWidget(title);
  if (content == m_evidence) {
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(12, 0, 4, 0);
    inset->addWidget(content);
    column->addLayout(inset, 1);
  } else {
    column->addWidget(content, 1);
  }
  return box;
}

QWidget* DetailPanel::keyBar() {
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
    button->setAccessibleName(tr("%1 (key %2)").arg(text, keys.join(QLatin1Char(' '))));
    connect(button, &QPushButton::clicked, this, [this, key] { emit keyClicked(key); });
    row->addWidget(button);
  };
  add(tr("Approve"), {QStringLiteral("A")}, Qt::Key_A);
  add(tr("Reject…"), {QStringLiteral("R")}, Qt::Key_R);
  add(tr("Edit price"), {QStringLiteral("E")}, Qt::Key_E);
  add(tr("Undo"), {QStringLiteral("U")}, Qt::Key_U);
  add(tr("Check"), {QStringLiteral("X")}, Qt::Key_X);
  add(tr("Like this…"), {QStringLiteral("G")}, Qt::Key_G);
  add(tr("Comment…"), {QStringLiteral("C")}, Qt::Key_C);
  add(tr("Put off…"), {QStringLiteral("H")}, Qt::Key_H);
  row->addStretch(1);
  add(tr("next, previous"), {QStringLiteral("J"), QStringLiteral("K")}, Qt::Key_J);
  add(tr("all keys"), {QStringLiteral("?")}, Qt::Key_Question);
  return bar;
}

void DetailPanel::showLoading(const QString& title) {
  m_detail.reset();
  m_chartTitle->setText(tr("Demand and weekly profit by price · %1").arg(title));
  // The old evidence goes at once: it must never stand under another row's name.
  m_chart->clear();
  m_ledger.setVerdicts({});
  m_evidence->clear();
  m_limitsTitle->setText(tr("Limits"));
  m_evidenceTitle->setText(tr("Evidence"));
}

void DetailPanel::clear() {
  showLoading(QString());
  m_chartTitle->setText(tr("Demand and weekly profit by price"));
}

void DetailPanel::showError(const QString& text) { m_evidence->setPlainText(text); }

void DetailPanel::showDetail(const DecisionDetailPtr& detail) {
  m_detail = detail;
  render();
  m_evidence->verticalScrollBar()->setValue(0);
  m_limits->scrollToTop();
}

void DetailPanel::render() {
  if (!m_detail)
    return;
  const PriceDecision& d = m_detail->decision;
  m_chartTitle->setText(tr("Demand and weekly profit by price · %1, %2").arg(d.skuCode, d.zoneCode));
  m_chart->setCurve(decisionCurve(*m_detail));
  m_ledger.setVerdicts(d.guarded.verdicts);
  int look = 0;
  for (const Verdict& v : d.guarded.verdicts)
    look += v.outcome != VerdictOutcome::Pass && v.outcome != VerdictOutcome::NotApplicable ? 1 : 0;
  m_limitsTitle->setText(look == 0 ? tr("Limits · all %1 kept").arg(d.guarded.verdicts.size())
                                   : tr("Limits · %1 of %2 need a look").arg(look).arg(d.guarded.verdicts.size()));
  const QString model =
      m_detail->pricingCase ? m_detail->pricingCase->modelVersion.section(QLatin1Char('+'), 0, 0) : QString();
  m_evidenceTitle->setText(model.isEmpty() ? tr("Why %1").arg(moneyText(d.proposed))
                                           : tr("Why %1 · model %2").arg(moneyText(d.proposed), model));
  const int scroll = m_evidence->verticalScrollBar()->value();
  m_evidence->setHtml(evidenceHtml(*m_detail, m_theme));
  m_evidence->verticalScrollBar()->setValue(scroll);
}

QList<QWidget*> DetailPanel::panes() const {
  if (!m_narrow)
    return {m_chart, m_limits, m_evidence};
  return {m_tab == 0 ? static_cast<QWidget*>(m_chart) : (m_tab == 1 ? static_cast<QWidget*>(m_limits) : m_evidence)};
}

void DetailPanel::setKeysShown(bool shown) { m_keys->setVisible(shown); }

void DetailPanel::restoreState(const QByteArray& state) {
  m_sized = !state.isEmpty() && m_splitter->restoreState(state);
  m_splitter->setHandleWidth(1);
}

void DetailPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrange();
}

void DetailPanel::arrange() {
  m_narrow = width() < kThreePanes;
  m_tabs->setVisible(m_narrow);
  for (int i = 0; i < 3; ++i) {
    m_splitter->widget(i)->setVisible(!m_narrow || i == m_tab);
    m_tabButtons[i]->setChecked(i == m_tab);
  }
  if (!m_narrow && !m_sized)
    m_splitter->setSizes({width() * 33 / 100, width() * 40 / 100, width() * 27 / 100});
}

} // namespace pricewright
