// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/costs/CostsPage.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QBoxLayout>
#include <QKeyEvent>

#include <set>

namespace pricewright {

CostsPage::CostsPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Costs"));
  build();
  connect(m_eventTable, &TableView::focusChanged, this, &CostsPage::showFocus);
  connect(m_eventTable, &TableView::activatedByUser, this, [this] { m_rowTable->setFocus(Qt::OtherFocusReason); });
  connect(m_rowTable, &TableView::totalsChanged, this, &CostsPage::showState);
  connect(m_how, &QComboBox::activated, this, &CostsPage::showFocus);
  connect(m_share, &QSpinBox::valueChanged, this, &CostsPage::showFocus);
  connect(m_send, &QPushButton::clicked, this, &CostsPage::send);
  connect(m_dismiss, &QPushButton::clicked, this, &CostsPage::dismissEvent);
  showState();
}

QWidget* CostsPage::card(const QString& name, QWidget* content) {
  auto* frame = new QFrame(this);
  frame->setObjectName(QStringLiteral("card"));
  auto* column = new QVBoxLayout(frame);
  column->setContentsMargins(1, 8, 1, 1);
  column->setSpacing(4);
  auto* title = new QLabel(name, frame);
  title->setFont(m_theme.font(TypeRole::BodyStrong));
  title->setContentsMargins(12, 0, 12, 0);
  column->addWidget(title);
  column->addWidget(content, 1);
  return frame;
}

void CostsPage::build() {
  m_banner = new Banner(m_theme, this);
  m_eventTable = new TableView(m_theme, m_eventLines, this);
  m_eventTable->setAccessibleName(tr("Changes of costs"));
  m_rowTable = new TableView(m_theme, m_rowLines, this);
  m_rowTable->setAccessibleName(tr("Prices that it touches"));
  m_rowTable->setCodeColumn(CostRowModel::Sku);
  m_split = new QSplitter(Qt::Vertical, this);
  m_split->setHandleWidth(12);
  m_split->setChildrenCollapsible(false);
  m_split->addWidget(card(tr("Changes of costs, newest first"), m_eventTable));
  m_split->addWidget(card(tr("Prices that it touches"), m_rowTable));
  m_split->setSizes({260, 380});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(m_split, 1);
  column->addWidget(actionRow());
  column->addWidget(m_banner);
}

QWidget* CostsPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Costs"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  return box;
}

QWidget* CostsPage::actionRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  auto* label = new QLabel(tr("Passed on:"), box);
  m_how = new QComboBox(box);
  m_how->setAccessibleName(tr("How a change of costs is passed on"));
  m_how->addItem(tr("keep the margin in percent"), int(PassOn::MarginRate));
  m_how->addItem(tr("keep the margin in money"), int(PassOn::MarginMoney));
  m_how->addItem(tr("a share of the change"), int(PassOn::Share));
  m_share = new QSpinBox(box);
  m_share->setAccessibleName(tr("Share of the change"));
  m_share->setRange(0, 200);
  m_share->setSingleStep(5);
  m_share->setValue(50);
  m_share->setSuffix(QStringLiteral(" %"));
  m_dismiss = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Dealt with"), box);
  m_dismiss->setKeys({QStringLiteral("D")});
  m_send = new ActionButton(m_theme, ActionButton::Kind::Primary, tr("Send to Approvals"), box);
  m_send->setKeys({QStringLiteral("S")});
  row->addWidget(label);
  row->addWidget(m_how);
  row->addWidget(m_share);
  row->addStretch(1);
  for (ActionButton* b : {m_dismiss, m_send}) {
    b->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(b);
  }
  return box;
}

const CostEvent* CostsPage::focused() const { return m_events.find(m_eventTable->focusedKey()); }

void CostsPage::showInbox(const CostInbox& inbox) {
  m_events.setInbox(inbox);
  if (m_eventTable->focusedKey().isEmpty())
    m_eventTable->focusLine(0);
  showFocus();
  emit countChanged(inbox.open);
}

void CostsPage::showFocus() {
  const CostEvent* event = focused();
  const auto how = static_cast<PassOn>(m_how->currentData().toInt());
  m_rows.setEvent(event, event ? passOn(*event, how, m_share->value()) : std::vector<PriceWish>());
  showState();
}

std::vector<PriceWish> CostsPage::wishes() const {
  std::vector<int> chosen = m_rowTable->chosenRows();
  if (chosen.size() < 2)
    chosen = m_rowLines.shownRows();
  std::vector<PriceWish> wishes;
  for (const int row : chosen)
    if (const Money* wanted = m_rows.wantedAt(row))
      wishes.push_back({m_rows.at(row).listingNo, *wanted});
  return wishes;
}

void CostsPage::showState() {
  const CostEvent* event = focused();
  const auto count = wishes().size();
  m_share->setVisible(m_how->currentData().toInt() == int(PassOn::Share));
  m_send->setText(count == 1 ? tr("Send 1 price to Approvals")
                             : tr("Send %1 prices to Approvals").arg(QLocale().toString(qulonglong(count))));
  m_send->setEnabled(count > 0 && !m_readOnly && !m_sending && event && !event->dismissed);
  m_dismiss->setText(event && event->dismissed ? tr("Open again") : tr("Dealt with"));
  m_dismiss->setEnabled(event && !m_readOnly);
  const CostInbox& inbox = m_events.inbox();
  QStringList words{inbox.events.empty() ? tr("no cost has changed in the last 60 days")
                                         : tr("%1 changes").arg(inbox.events.size())};
  if (inbox.open > 0)
    words << tr("%1 open").arg(inbox.open);
  m_summary->setText(words.join(QStringLiteral(" · ")));
}

void CostsPage::send() {
  const CostEvent* event = focused();
  const std::vector<PriceWish> wanted = wishes();
  if (!m_send->isEnabled() || !event || wanted.empty())
    return;
  m_sending = true;
  showState();
  const QString day = isoDay(event->from);
  emit proposeRequested(wanted, event->source.isEmpty() ? tr("cost change of %1").arg(day)
                                                        : tr("cost change of %1, %2").arg(day, event->source));
}

void CostsPage::showProposed(const std::vector<Proposed>& answers) {
  m_sending = false;
  std::vector<Id> made;
  QString first;
  for (const Proposed& a : answers) {
    if (!a.decision.isNull())
      made.push_back(a.decision);
    else if (first.isEmpty())
      first = errorText(a.why);
  }
  const QString n = QLocale().toString(qulonglong(made.size()));
  if (!made.empty()) {
    m_sent.push_back(made);
    emit noticed(made.size() == 1 ? tr("1 price sent to Approvals · U takes back")
                                  : tr("%1 prices sent to Approvals · U takes back").arg(n));
  }
  if (!first.isEmpty())
    showMessage(paint::Tone::Warning, tr("%1 prices were not sent. First: %2")
                                          .arg(QLocale().toString(qulonglong(answers.size() - made.size())), first));
  showState();
}

void CostsPage::undoLast() {
  if (m_sent.empty())
    return emit noticed(tr("Nothing to undo here"));
  const std::vector<Id> last = m_sent.back();
  m_sent.pop_back();
  emit withdrawRequested(last);
}

void CostsPage::showWithdrawn(int prices) { emit noticed(tr("%1 proposals taken back").arg(prices)); }

void CostsPage::dismissEvent() {
  if (const CostEvent* event = focused(); event && !m_readOnly)
    emit dismissRequested(event->key, !event->dismissed);
}

void CostsPage::showMarked(bool dismissed) {
  emit noticed(dismissed ? tr("Marked as dealt with · D opens it again") : tr("Open again"));
}

void CostsPage::showError(const Error& error) {
  m_sending = false;
  showState();
  showMessage(paint::Tone::Negative, errorText(error));
}

void CostsPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showState();
}

void CostsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void CostsPage::forgetWorkspace() {
  m_sent.clear();
  m_sending = false;
  m_banner->hide();
  showInbox({});
}

void CostsPage::saveState(QSettings& settings) const {
  settings.setValue(QStringLiteral("split"), m_split->saveState());
  settings.setValue(QStringLiteral("how"), m_how->currentIndex());
  settings.setValue(QStringLiteral("share"), m_share->value());
}

void CostsPage::restoreState(const QSettings& settings) {
  m_split->restoreState(settings.value(QStringLiteral("split")).toByteArray());
  m_how->setCurrentIndex(std::clamp(settings.value(QStringLiteral("how")).toInt(), 0, m_how->count() - 1));
  m_share->setValue(settings.value(QStringLiteral("share"), 50).toInt());
}

void CostsPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (bare && key == Qt::Key_S)
    send();
  else if (bare && key == Qt::Key_D)
    dismissEvent();
  else if (bare && (key == Qt::Key_U || key == Qt::Key_Z))
    undoLast();
  else if (bare && key == Qt::Key_Escape)
    focusMain();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> CostsPage::pageActions() {
  return {{tr("Send the prices that follow to Approvals"), QStringLiteral("S"), [this] { send(); }},
          {tr("Cost change dealt with, or open again"), QStringLiteral("D"), [this] { dismissEvent(); }}};
}

QList<QPair<QString, QString>> CostsPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous row")},
          {tr("Enter"), tr("to the prices of a change; Esc back")},
          {QStringLiteral("S"), tr("send the prices that follow to Approvals: those chosen, else all that are open")},
          {QStringLiteral("D"), tr("dealt with otherwise; again: open")},
          {tr("U  Z  Ctrl+Z"), tr("take back what was sent last")},
          {tr("Ctrl+E"), tr("write the table out")},
          {tr("F6"), tr("next part of the page")}};
}

} // namespace pricewright
