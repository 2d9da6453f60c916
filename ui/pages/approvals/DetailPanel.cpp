// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/DetailPanel.h"

#include "controls/OverlayCard.h"

#include <QDataStream>
#include <QKeyEvent>

namespace pricewright {
namespace {

constexpr int kThreeCharts = 820; // narrower: one at a time, and the tabs above
constexpr quint32 kStateMark = 0x70776432;

} // namespace

DetailPanel::DetailPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_offerLines(m_offerModel), m_featureLines(m_featureModel),
      m_pastLines(m_pastModel) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Why this price"));
  m_stack = new QStackedWidget(this);
  m_tabs = tabs();
  m_stack->addWidget(whySection());
  m_stack->addWidget(limitsSection());
  m_stack->addWidget(inputsSection());
  m_stack->addWidget(historySection());
  m_stack->addWidget(evidenceSection());
  m_body = new QBoxLayout(QBoxLayout::LeftToRight);
  m_body->setContentsMargins(0, 0, 0, 0);
  m_body->setSpacing(0);
  m_body->addWidget(m_tabs);
  m_body->addWidget(m_stack, 1);
  m_keys = keyBar();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addLayout(m_body, 1);
  column->addWidget(m_keys);
  setMinimumHeight(150);
  connectOrigins();
  connect(&theme, &Theme::changed, this, [this] {
    std::fill(std::begin(m_stale), std::end(m_stale), true);
    render();
  });
  clear();
  arrange();
}

QWidget* DetailPanel::tabs() {
  auto* box = new QFrame(this);
  m_tabLayout = new QBoxLayout(QBoxLayout::TopToBottom, box);
  m_tabLayout->setSpacing(4);
  int key = 1;
  for (const QString& name : {tr("Why"), tr("Limits"), tr("Inputs"), tr("History"), tr("Evidence")}) {
    auto* button = new ActionButton(m_theme, ActionButton::Kind::Chip, name, box);
    button->setKeys({QString::number(key)});
    button->setKeyFirst(true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("%1 (key %2)").arg(name).arg(key));
    connect(button, &QPushButton::clicked, this, [this, i = key - 1] { showSection(DetailSection(i)); });
    m_tabLayout->addWidget(button);
    m_tabButtons << button;
    ++key;
  }
  m_tabLayout->addStretch(1);
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
    m_keyButtons << button;
  };
  add(tr("Approve"), {QStringLiteral("A")}, Qt::Key_A);
  add(tr("Reject…"), {QStringLiteral("R")}, Qt::Key_R);
  add(tr("Edit price"), {QStringLiteral("E")}, Qt::Key_E);
  add(tr("Undo"), {QStringLiteral("U")}, Qt::Key_U);
  add(tr("Check row"), {QStringLiteral("X")}, Qt::Key_X);
  add(tr("Like this…"), {QStringLiteral("G")}, Qt::Key_G);
  add(tr("Comment…"), {QStringLiteral("C")}, Qt::Key_C);
  add(tr("Put off…"), {QStringLiteral("H")}, Qt::Key_H);
  row->addStretch(1);
  add(tr("next, previous"), {QStringLiteral("J"), QStringLiteral("K")}, Qt::Key_J);
  add(tr("all keys"), {QStringLiteral("?")}, Qt::Key_Question);
  return bar;
}

// Words in full for those that find room; the key sheet has them all.
void DetailPanel::fitKeys() {
  constexpr int kRest = 36; // margins
  constexpr int kLastFirst[] = {8, 6, 5, 7, 4, 3};
  int needed = kRest;
  for (ActionButton* button : std::as_const(m_keyButtons)) {
    button->show();
    needed += button->sizeHint().width() + 6;
  }
  for (const int i : kLastFirst) {
    if (needed <= width())
      return;
    m_keyButtons[i]->hide();
    needed -= m_keyButtons[i]->sizeHint().width() + 6;
  }
}

// The old evidence goes at once: it must never stand under another row's name.
void DetailPanel::showLoading(const QString& title) {
  m_detail.reset();
  m_loading = title;
  m_error.clear();
  std::fill(std::begin(m_stale), std::end(m_stale), true);
  render();
}

void DetailPanel::clear() { showLoading(QString()); }

void DetailPanel::showError(const QString& text) {
  m_detail.reset();
  m_error = text;
  std::fill(std::begin(m_stale), std::end(m_stale), true);
  render();
}

void DetailPanel::showDetail(const DecisionDetailPtr& detail) {
  m_detail = detail;
  m_error.clear();
  std::fill(std::begin(m_stale), std::end(m_stale), true);
  render();
}

void DetailPanel::showSection(DetailSection section) {
  const bool focusInside = m_stack->isAncestorOf(focusWidget()) && m_stack->isVisible();
  m_section = section;
  arrange();
  render();
  if (focusInside && focusWidget() && !panes().contains(focusWidget()))
    focusContent();
}

// What went wrong stands where the evidence would, whatever part was in view.
void DetailPanel::render() {
  m_stack->setCurrentIndex(m_error.isEmpty() ? int(m_section) : int(DetailSection::Evidence));
  if (!m_error.isEmpty())
    return renderEvidence();
  if (!std::exchange(m_stale[int(m_section)], false))
    return;
  switch (m_section) {
  case DetailSection::Why:
    return renderWhy();
  case DetailSection::Limits:
    return renderLimits();
  case DetailSection::Inputs:
    return renderInputs();
  case DetailSection::History:
    return renderHistory();
  case DetailSection::Evidence:
    return renderEvidence();
  }
}

QList<QWidget*> DetailPanel::panes() const {
  switch (m_section) {
  case DetailSection::Why:
    if (m_narrow)
      return {m_charts->widget(m_chart)->findChild<Chart*>()};
    return {m_curve, m_market, m_waterfall};
  case DetailSection::Limits:
    return {m_limits};
  case DetailSection::Inputs:
    return {m_offers, m_features};
  case DetailSection::History:
    return {m_past, m_journal};
  case DetailSection::Evidence:
    break;
  }
  return {m_evidence};
}

void DetailPanel::focusContent() { panes().constFirst()->setFocus(Qt::OtherFocusReason); }

void DetailPanel::setKeysShown(bool shown) { m_keys->setVisible(shown); }

QByteArray DetailPanel::saveState() const {
  QByteArray state;
  QDataStream out(&state, QIODevice::WriteOnly);
  out << kStateMark << int(m_section) << (m_sized ? m_charts->saveState() : QByteArray());
  return state;
}

void DetailPanel::restoreState(const QByteArray& state) {
  QDataStream in(state);
  quint32 mark = 0;
  int section = 0;
  QByteArray sizes;
  in >> mark >> section >> sizes;
  if (in.status() != QDataStream::Ok || mark != kStateMark)
    return;
  m_sized = !sizes.isEmpty() && m_charts->restoreState(sizes);
  m_charts->setHandleWidth(1);
  if (section >= 0 && section < kDetailSections)
    showSection(DetailSection(section));
}

// Digits choose a part, unless a card is open: there they choose a reason. Once more the same: the next chart.
bool DetailPanel::pageKey(QKeyEvent* event) {
  const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return false;
  if (window())
    for (const OverlayCard* card : window()->findChildren<OverlayCard*>())
      if (card->isVisible())
        return false;
  if (event->matches(QKeySequence::Print)) {
    printDecision();
    return true;
  }
  if (!isVisible())
    return false;
  const bool tab = key == Qt::Key_Tab || key == Qt::Key_Backtab;
  if (tab && (held & Qt::ControlModifier) && !(held & (Qt::AltModifier | Qt::MetaModifier))) {
    const int by = key == Qt::Key_Backtab || (held & Qt::ShiftModifier) ? kDetailSections - 1 : 1;
    showSection(DetailSection((int(m_section) + by) % kDetailSections));
    return true;
  }
  if (held != Qt::NoModifier || key < Qt::Key_1 || key >= Qt::Key_1 + kDetailSections)
    return false;
  const auto wanted = DetailSection(key - Qt::Key_1);
  if (wanted == DetailSection::Why && m_section == wanted && (m_narrow || isAncestorOf(window()->focusWidget())))
    nextChart();
  else
    showSection(wanted);
  return true;
}

// In a narrow window the next chart takes the place, in a wide one the focus moves on.
void DetailPanel::nextChart() {
  QWidget* focused = window()->focusWidget();
  const bool inside = m_stack->isAncestorOf(focused);
  if (m_narrow) {
    m_chart = (m_chart + 1) % m_charts->count();
    arrange();
    if (inside)
      focusContent();
    return;
  }
  const QList<QWidget*> all = panes();
  all[(all.indexOf(focused) + 1) % all.size()]->setFocus(Qt::OtherFocusReason);
}

void DetailPanel::go(const Origin& origin) {
  if (origin.isElsewhere())
    return emit originRequested(origin);
  if (origin.kind != Origin::Kind::Section)
    return;
  showSection(origin.section);
  focusContent();
  if (origin.section == DetailSection::Limits)
    if (const int row = m_ledger.rowOf(origin.key); row >= 0)
      m_limits->selectRow(row);
}

void DetailPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrange();
  fitKeys();
}

void DetailPanel::arrange() {
  m_narrow = width() < kThreeCharts;
  m_body->setDirection(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_tabLayout->setDirection(m_narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_tabLayout->setContentsMargins(m_narrow ? QMargins(12, 8, 12, 0) : QMargins(10, 10, 4, 4));
  for (ActionButton* button : m_tabButtons) {
    button->setChecked(m_tabButtons.indexOf(button) == int(m_section));
    button->setSizePolicy(m_narrow ? QSizePolicy::Preferred : QSizePolicy::Minimum, QSizePolicy::Fixed);
  }
  m_tabs->setMaximumWidth(m_narrow ? QWIDGETSIZE_MAX : 150);
  m_stack->setCurrentIndex(m_error.isEmpty() ? int(m_section) : int(DetailSection::Evidence));
  for (int i = 0; i < m_charts->count(); ++i) {
    m_charts->widget(i)->setVisible(!m_narrow || i == m_chart);
    m_nextChart[i]->setVisible(m_narrow);
  }
  if (!m_narrow && !m_sized) {
    const int room = m_charts->width();
    m_charts->setSizes({room * 37 / 100, room * 34 / 100, room * 29 / 100});
  }
}

// Letters and digits are the page's keys, in every table of the detail.
bool DetailPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress)
    return QFrame::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  const bool chord = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  const bool typed = !chord && !key->text().isEmpty() && key->text().at(0).isPrint();
  if (!typed)
    return QFrame::eventFilter(watched, event);
  event->ignore();
  return true;
}

} // namespace pricewright
