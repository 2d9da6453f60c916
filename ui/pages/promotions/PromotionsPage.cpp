// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/promotions/PromotionsPage.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace pricewright {
namespace {
constexpr std::size_t kMostUndo = 50;
}

PromotionsPage::PromotionsPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Promotions"));
  build();
  connect(m_table, &TableView::focusChanged, this, &PromotionsPage::showState);
  connect(m_table, &TableView::totalsChanged, this, &PromotionsPage::showState);
  connect(m_table, &TableView::activatedByUser, this, &PromotionsPage::changeFocused);
  connect(&m_lines, &TableLines::rebuilt, this, &PromotionsPage::showRows);
  connect(m_chart, &Chart::opened, this, [this](int place) {
    if (place >= 0 && m_table->focusKey(m_chart->at(place).promotion.id.toString()))
      focusMain();
  });
  connect(m_plan, &QPushButton::clicked, this, [this] { plan(); });
  connect(m_change, &QPushButton::clicked, this, &PromotionsPage::changeFocused);
  connect(m_cancel, &QPushButton::clicked, this, &PromotionsPage::cancelChosen);
  connect(m_card, &PromotionCard::checkRequested, this, &PromotionsPage::checkRequested);
  connect(m_card, &PromotionCard::planRequested, this, &PromotionsPage::planRequested);
  connect(m_card, &PromotionCard::changeRequested, this, &PromotionsPage::changeRequested);
  showState();
}

void PromotionsPage::build() {
  m_banner = new Banner(m_theme, this);
  m_table = new TableView(m_theme, m_lines, this);
  m_table->setAccessibleName(tr("Promotions"));
  m_table->setCodeColumn(PromotionModel::Sku);
  m_table->setEmptyText(tr("No promotion within half a year. N plans one; a calendar comes in by Import."));
  m_chart = new PromotionChart(m_theme, this);
  const auto card = [this](QWidget* content, int above) {
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(1, above, 1, 1);
    column->addWidget(content, 1);
    return frame;
  };
  m_split = new QSplitter(Qt::Vertical, this);
  m_split->setHandleWidth(12);
  m_split->setChildrenCollapsible(false);
  m_split->addWidget(card(m_table, 1));
  m_split->addWidget(card(m_chart, 6));
  m_split->setSizes({400, 240});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(m_split, 1);
  column->addWidget(actionRow());
  column->addWidget(m_banner);
  m_card = new PromotionCard(m_theme, this);
}

QWidget* PromotionsPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Promotions"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  return box;
}

QWidget* PromotionsPage::actionRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  auto* note = new ElidedLabel(box);
  note->setTone("muted");
  note->setText(tr("The shop sets a promotion’s price itself. Decisions know of it, and the prior price of announced "
                   "reductions counts it."));
  m_cancel = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Call off"), box);
  m_cancel->setKeys({QStringLiteral("X")});
  m_change = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Change …"), box);
  m_change->setKeys({QStringLiteral("E")});
  m_plan = new ActionButton(m_theme, ActionButton::Kind::Primary, tr("Plan …"), box);
  m_plan->setKeys({QStringLiteral("N")});
  row->addWidget(note, 1);
  for (ActionButton* b : {m_cancel, m_change, m_plan}) {
    b->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(b);
  }
  return box;
}

void PromotionsPage::showCalendar(const PromotionCalendar& calendar) {
  m_model.setCalendar(calendar);
  if (m_table->focusedKey().isEmpty())
    m_table->focusLine(0);
  showRows();
  showState();
}

void PromotionsPage::showRows() {
  std::vector<PromotionRow> rows;
  for (const int row : m_lines.shownRows())
    rows.push_back(m_model.at(row));
  m_chart->setRows(std::move(rows), m_model.calendar().today);
}

std::vector<Id> PromotionsPage::chosenThatLast() const {
  std::vector<Id> ids;
  for (const int row : m_table->chosenRows())
    if (m_model.at(row).state != PromotionState::Past)
      ids.push_back(m_model.at(row).promotion.id);
  return ids;
}

void PromotionsPage::showState() {
  const PromotionRow* row = focused();
  m_chart->showFocus(row ? row->promotion.id : Id());
  const std::vector<Id> lasting = chosenThatLast();
  const bool running = row && row->state == PromotionState::Running;
  m_cancel->setText(lasting.size() > 1 ? tr("Call off %1").arg(lasting.size())
                    : running          ? tr("End today")
                                       : tr("Call off"));
  m_cancel->setEnabled(!lasting.empty() && !m_readOnly);
  m_change->setEnabled(row && row->state != PromotionState::Past && !m_readOnly);
  m_plan->setEnabled(!m_readOnly);
  const PromotionCalendar& c = m_model.calendar();
  QStringList words;
  if (c.rows.empty())
    words << tr("none within half a year");
  else
    words << tr("%1 run").arg(QLocale().toString(c.running)) << tr("%1 planned").arg(QLocale().toString(c.planned))
          << tr("%1 over").arg(QLocale().toString(qlonglong(c.rows.size()) - c.running - c.planned));
  if (c.more)
    words << tr("older ones are left out");
  m_summary->setText(words.join(QStringLiteral(" · ")));
}

bool PromotionsPage::mayWrite() {
  if (m_readOnly)
    showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was changed."));
  return !m_readOnly;
}

void PromotionsPage::plan(const QString& skus, const QString& zone) {
  if (mayWrite())
    m_card->plan(m_model.calendar(), skus, zone);
}

void PromotionsPage::changeFocused() {
  const PromotionRow* row = focused();
  if (!row || !mayWrite())
    return;
  if (row->state == PromotionState::Past)
    emit noticed(tr("It is over: what was is not changed"));
  else
    m_card->change(m_model.calendar(), *row);
}

void PromotionsPage::cancelChosen() {
  const std::vector<Id> ids = chosenThatLast();
  if (!ids.empty() && mayWrite())
    emit cancelWanted(ids);
}

void PromotionsPage::openSku() {
  if (const PromotionRow* row = focused())
    emit skuOpened(row->sku);
}

void PromotionsPage::remember(const std::vector<PromotionChange>& changes) {
  m_undo.push_back(changes);
  if (m_undo.size() > kMostUndo)
    m_undo.erase(m_undo.begin());
}

void PromotionsPage::showPlanned(const PromotionsPlanned& done) {
  m_card->dismiss();
  const auto count = done.changes.size();
  remember(done.changes);
  emit noticed(count == 1 ? tr("1 promotion planned · U takes back")
                          : tr("%1 promotions planned · U takes back").arg(QLocale().toString(qulonglong(count))));
  if (!done.refused.empty())
    showMessage(paint::Tone::Warning, tr("%1 were not planned. First: %2: %3")
                                          .arg(QLocale().toString(qulonglong(done.refused.size())),
                                               done.refused.front().sku, errorText(*done.refused.front().refusal)));
}

void PromotionsPage::showChanged(const std::vector<PromotionChange>& changes) {
  m_card->dismiss();
  remember(changes);
  const bool gone = !changes.empty() && !changes.front().after;
  emit noticed(gone ? tr("Called off · U takes back") : tr("Changed · U takes back"));
}

void PromotionsPage::undoLast() {
  if (m_undo.empty())
    return emit noticed(tr("Nothing to undo here"));
  if (!mayWrite())
    return;
  const auto last = m_undo.back();
  m_undo.pop_back();
  emit undoRequested(last);
}

void PromotionsPage::showUndone() { emit noticed(tr("Taken back: the calendar is as it was")); }

void PromotionsPage::showError(const Error& error) {
  if (m_card->isVisible())
    m_card->showError(error); // what was typed stays
  else
    showMessage(paint::Tone::Negative, errorText(error));
}

void PromotionsPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showState();
}

void PromotionsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void PromotionsPage::forgetWorkspace() {
  m_undo.clear();
  m_card->dismiss();
  m_banner->hide();
  setReadOnly(false);
  showCalendar({});
}

void PromotionsPage::saveState(QSettings& settings) const {
  settings.setValue(QStringLiteral("split"), m_split->saveState());
}

void PromotionsPage::restoreState(const QSettings& settings) {
  m_split->restoreState(settings.value(QStringLiteral("split")).toByteArray());
  m_split->setHandleWidth(12);
}

void PromotionsPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (bare && key == Qt::Key_N)
    plan();
  else if (bare && key == Qt::Key_E)
    changeFocused();
  else if (bare && key == Qt::Key_X)
    cancelChosen();
  else if (bare && key == Qt::Key_O)
    openSku();
  else if (bare && (key == Qt::Key_U || key == Qt::Key_Z))
    undoLast();
  else if (bare && key == Qt::Key_Slash)
    focusFilter();
  else if (bare && key == Qt::Key_Escape)
    focusMain();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> PromotionsPage::pageActions() {
  return {{tr("Plan promotions …"), QStringLiteral("N"), [this] { plan(); }},
          {tr("Change the promotion …"), QStringLiteral("E"), [this] { changeFocused(); }},
          {tr("Call off planned promotions, end running ones"), QStringLiteral("X"), [this] { cancelChosen(); }},
          {tr("Open the product in Catalogue"), QStringLiteral("O"), [this] { openSku(); }}};
}

QList<QPair<QString, QString>> PromotionsPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous row")},
          {QStringLiteral("N"), tr("plan promotions; also P in Catalogue, for the products chosen there")},
          {tr("E  Enter"), tr("change its days or its price")},
          {QStringLiteral("X"), tr("call off what is planned; end what runs")},
          {QStringLiteral("O"), tr("open the product in Catalogue")},
          {tr("U  Z  Ctrl+Z"), tr("take back what was changed last")},
          {tr("Ctrl+F  /"), tr("filter")},
          {tr("Ctrl+E"), tr("write the table out")},
          {tr("F6"), tr("next part of the page")}};
}

} // namespace pricewright
