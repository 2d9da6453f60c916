// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/experiments/ExperimentsPage.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QBoxLayout>

namespace pricewright {
namespace {

constexpr int kLeastRows = 3, kMostRows = 8, kMostPriceRows = 7, kFrame = 3, kTallPage = 900;

int heightOfRows(const TableView& table, int rows, int rowHeight) {
  return table.header().sizeHint().height() + rows * rowHeight + kFrame;
}

} // namespace

ExperimentsPage::ExperimentsPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Experiments"));
  setProperty("help", s("experiments"));
  build();
  connectParts();
  showView(Nothing);
  updateButtons();
}

void ExperimentsPage::build() {
  m_banner = new Banner(m_theme, this);
  m_title = titleRow();
  m_wizard = new ExperimentWizard(m_theme, this);
  m_views = new QStackedWidget(this);
  m_views->addWidget(scrolled(boardView(), this));
  m_views->addWidget(emptyView());
  m_views->addWidget(m_wizard);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(m_title);
  column->addWidget(m_views, 1);
  column->addWidget(m_banner);
  m_card = new ExperimentDecisionCard(m_theme, this);
}

QWidget* ExperimentsPage::titleRow() {
  auto* row = new TitleRow(m_theme, tr("Experiments"), this);
  m_summary = row->summary();
  m_check = row->addButton(ActionButton::Kind::Quiet, tr("Check now"), s("C"));
  m_new = row->addButton(ActionButton::Kind::Primary, tr("New test"), s("N"));
  for (ActionButton* b : {m_check, m_new})
    b->setAccessibleName(tr("%1 (key %2)").arg(b->text(), b->keys().value(0)));
  m_check->setToolTip(
      tr("Judges every test under way now. It happens by itself every hour, after a cycle and after new "
         "sales."));
  return row;
}

QWidget* ExperimentsPage::boardView() {
  auto* box = new QWidget(this);
  m_table = new TableView(m_theme, m_lines, box);
  m_table->setAccessibleName(tr("Price tests"));
  m_table->setCodeColumn(ExperimentListModel::Name);
  m_tableCard = cardAround(m_table, box);
  m_monitor = new ExperimentMonitor(m_theme, box);
  m_trust = new TrustCard(m_theme, box);
  m_prices = new TableView(m_theme, m_priceLines, box);
  m_prices->setAccessibleName(tr("Prices of the test"));
  m_prices->setCodeColumn(ExperimentPriceModel::Sku);
  m_prices->setMinimumHeight(96);
  m_priceCard = cardAround(m_prices, box);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(12);
  middle->addWidget(m_monitor, 14);
  middle->addWidget(m_trust, 7);
  m_monitor->setMinimumHeight(m_monitor->leastHeight()); // a page that is lower scrolls
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(m_tableCard, 4);
  column->addLayout(middle, 6);
  column->addWidget(m_priceCard, 2);
  return box;
}

QWidget* ExperimentsPage::emptyView() {
  m_nothing = new EmptyState(m_theme, s("experiments"), this);
  m_nothing->setWords(
      tr("No price has been put to the test yet"),
      tr("A test gives some of your zones a new price while the others keep theirs, and tells what the difference "
         "earns "
         "and how sure that is, however often you look. It begins with a part of them, stops by itself when harm is "
         "certain, and puts prices back when nobody decides."));
  m_first = m_nothing->addButton(ActionButton::Kind::Primary, tr("New test"), {s("N")});
  return m_nothing;
}

void ExperimentsPage::connectParts() {
  connect(m_new, &QPushButton::clicked, this, &ExperimentsPage::newTest);
  connect(m_first, &QPushButton::clicked, this, &ExperimentsPage::newTest);
  connect(m_check, &QPushButton::clicked, this, &ExperimentsPage::checkNow);
  connect(m_table, &TableView::focusChanged, this, &ExperimentsPage::showFocused);
  connect(m_table, &TableView::activatedByUser, this, &ExperimentsPage::editDraft);
  connect(m_prices, &TableView::activatedByUser, this, &ExperimentsPage::openPrice);
  connect(m_monitor, &ExperimentMonitor::actionWanted, this, &ExperimentsPage::act);
  for (Chart* one : {static_cast<Chart*>(&m_monitor->chart()), static_cast<Chart*>(&m_monitor->shares())})
    connect(one, &Chart::noticed, this, &Page::noticed);
  connect(m_wizard, &ExperimentWizard::left, this, &ExperimentsPage::leaveWizard);
  connect(m_wizard, &ExperimentWizard::previewWanted, this, &ExperimentsPage::previewRequested);
  connect(m_wizard, &ExperimentWizard::planChanged, this, &ExperimentsPage::planChanged);
  connect(m_wizard, &ExperimentWizard::searchWanted, this, &ExperimentsPage::searchRequested);
  connect(m_wizard, &ExperimentWizard::saveWanted, this, &ExperimentsPage::draftRequested);
  connect(m_wizard, &ExperimentWizard::startWanted, this, &ExperimentsPage::planStartRequested);
  connect(m_card, &ExperimentDecisionCard::rollOutWanted, this, &ExperimentsPage::rollOutRequested);
  connect(m_card, &ExperimentDecisionCard::revertWanted, this, &ExperimentsPage::stopRequested);
  connect(m_card, &ExperimentDecisionCard::extendWanted, this, &ExperimentsPage::extendRequested);
  connect(m_card, &ExperimentDecisionCard::startWanted, this, &ExperimentsPage::startConfirmed);
  connect(m_wizard, &ExperimentWizard::confirmWanted, this, &ExperimentsPage::askToRegister);
  connect(m_banner, &Banner::actionTriggered, this,
          [this] { m_readOnly ? emit bannerActionTriggered() : emit queueWanted(); });
  connect(&m_theme, &Theme::densityChanged, this, &ExperimentsPage::fitTables);
  for (TableView* one : {m_table, m_prices, &m_wizard->prices()})
    connect(one, &TableView::totalsChanged, this, &Page::selectionTotalsChanged);
}

QList<QWidget*> ExperimentsPage::panes() const {
  switch (view()) {
  case Wizard:
    return {&m_wizard->form(), &m_wizard->prices(), &m_wizard->reasons()};
  case Nothing:
    return {m_first};
  case Board:
    break;
  }
  if (m_monitor->shares().isHidden())
    return {m_table, &m_monitor->chart(), &m_trust->rows(), m_prices};
  return {m_table, &m_monitor->chart(), &m_monitor->shares(), &m_trust->rows(), m_prices};
}

void ExperimentsPage::focusMain() {
  switch (view()) {
  case Wizard:
    return m_wizard->form().setFocus(Qt::OtherFocusReason);
  case Nothing:
    return m_first->setFocus(Qt::OtherFocusReason);
  case Board:
    return m_table->setFocus(Qt::OtherFocusReason);
  }
}

void ExperimentsPage::focusFilter() {
  if (view() == Wizard)
    m_wizard->form().search()->setFocus(Qt::ShortcutFocusReason);
  else
    m_table->focusFilter();
}

void ExperimentsPage::showView(View wanted) {
  const bool hadFocus = m_views->currentWidget() && m_views->currentWidget()->isAncestorOf(focusWidget());
  m_views->setCurrentIndex(wanted);
  m_title->setVisible(wanted != Wizard); // it has its own
  m_check->setVisible(wanted == Board);
  if (hadFocus)
    focusMain();
}

const ExperimentCard* ExperimentsPage::focused() const {
  const int row = m_table->focusedRow();
  return row >= 0 ? &m_rows.at(row) : nullptr;
}

void ExperimentsPage::showBoard(const ExperimentBoard& board) {
  m_board = board;
  m_rows.setBoard(board);
  if (!m_awaited.isEmpty() && m_table->focusKey(m_awaited))
    m_awaited.clear(); // what was just made is what one wants to see
  else if (m_table->focusedKey().isEmpty())
    m_table->focusLine(0);
  m_summary->setText(boardText(board));
  emit countChanged(board.toDecide);
  if (view() != Wizard)
    showView(board.cards.empty() ? Nothing : Board);
  fitTables();
  showFocused();
}

void ExperimentsPage::showFocused() {
  const ExperimentCard* card = focused();
  m_monitor->setCard(card, m_board.now, m_readOnly);
  m_monitor->setMinimumHeight(m_monitor->leastHeight());
  m_trust->setCard(card);
  m_priceRows.setCard(card ? *card : ExperimentCard());
  m_priceCard->setVisible(m_priceRows.rowCount() > 0);
  fitTables();
  updateButtons();
}

// No table is higher than its rows; a tall page shows more of them.
void ExperimentsPage::fitTables() {
  const int height = m_theme.rowHeight(), more = height > 0 ? std::max(0, this->height() - kTallPage) / height / 3 : 0;
  const int rows = std::max(kLeastRows, m_rows.rowCount());
  m_tableCard->setMaximumHeight(heightOfRows(*m_table, std::min(rows, kMostRows + more), height));
  m_tableCard->setMinimumHeight(heightOfRows(*m_table, std::min(rows, 4), height));
  const int prices = std::min(std::max(2, m_priceRows.rowCount()), kMostPriceRows + more);
  m_priceCard->setMaximumHeight(heightOfRows(*m_prices, prices, height));
}

void ExperimentsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fitTables();
}

void ExperimentsPage::updateButtons() {
  m_new->setEnabled(!m_readOnly);
  m_first->setEnabled(!m_readOnly);
  m_check->setEnabled(!m_readOnly && !m_checking);
  m_check->setText(m_checking ? tr("Checking …") : tr("Check now"));
}

void ExperimentsPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showFocused();
}

void ExperimentsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void ExperimentsPage::forgetWorkspace() {
  m_readOnly = m_checking = false;
  m_removed.clear();
  m_restoring = {};
  m_awaited.clear();
  m_card->dismiss();
  m_wizard->rest();
  m_banner->hide();
  showView(Nothing);
  showBoard({});
  m_summary->clear();
}

} // namespace pricewright
