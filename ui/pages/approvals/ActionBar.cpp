// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/ActionBar.h"

#include "itemmodels/Format.h"

#include <QHBoxLayout>
#include <QResizeEvent>

namespace pricewright {
namespace {

constexpr int kRoomForProfit = 620; // narrower: the rows' own figures must do

} // namespace

ActionBar::ActionBar(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setObjectName(QStringLiteral("actionBar"));
  setAccessibleName(tr("Decide"));
  setFixedHeight(44);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(16);
  m_count = new QLabel(this);
  m_count->setFont(theme.font(TypeRole::BodyStrong));
  m_profit = new QLabel(this);
  m_limits = new ElidedLabel(this);
  m_undo = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Undo"), this);
  m_undo->setKeys({QStringLiteral("U")});
  m_reject = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Reject"), this);
  m_reject->setKeys({QStringLiteral("R")});
  m_approve = new ActionButton(theme, ActionButton::Kind::Primary, tr("Approve"), this);
  m_approve->setKeys({QStringLiteral("A")});
  row->addWidget(m_count);
  row->addWidget(m_profit);
  row->addWidget(m_limits, 1);
  row->addWidget(m_approve);
  row->addWidget(m_reject);
  row->addWidget(m_undo);
  connect(m_approve, &QPushButton::clicked, this, &ActionBar::approveClicked);
  connect(m_reject, &QPushButton::clicked, this, &ActionBar::rejectClicked);
  connect(m_undo, &QPushButton::clicked, this, &ActionBar::undoClicked);
  connect(&theme, &Theme::changed, this, &ActionBar::showWords);
  showWords();
}

void ActionBar::setTotals(const SelectionTotals& totals) {
  m_totals = totals;
  m_effect.reset();
  showWords();
}

void ActionBar::setEffect(const SelectionEffect& effect) {
  m_effect = effect;
  showWords();
}

QString ActionBar::effectText() const {
  if (!m_effect)
    return {};
  const SelectionEffect& e = *m_effect;
  QStringList parts;
  for (auto it = e.refused.begin(); it != e.refused.end(); ++it) {
    const QString n = QLocale().toString(it.value());
    parts << (it.key() == u"approval.over-role-limit" ? tr("%1 over your limit").arg(n)
              : it.key() == u"approval.own-proposal"  ? tr("%1 proposed by you").arg(n)
                                                      : tr("%1 not for you to approve").arg(n));
  }
  if (e.marginNow && e.marginThen)
    parts << tr("margin %1 → %2 %").arg(plainNumber(*e.marginNow, 1), plainNumber(*e.marginThen, 1));
  if (e.indexNow && e.indexThen)
    parts << tr("index %1 → %2").arg(plainNumber(*e.indexNow, 1), plainNumber(*e.indexThen, 1));
  parts << tr("revenue %1 %2/wk").arg(signedNumber(e.revenue.mean, 0), currencyMark(e.currency))
        << tr("units %1/wk").arg(signedNumber(e.units.mean, 0));
  if (e.unknown > 0)
    parts << tr("%1 without a model: not counted").arg(QLocale().toString(e.unknown));
  return parts.join(QStringLiteral(" · "));
}

void ActionBar::setArmed(int rows) {
  if (m_armed == rows)
    return;
  m_armed = rows;
  showWords();
}

void ActionBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  if ((event->oldSize().width() >= kRoomForProfit) != (width() >= kRoomForProfit))
    showWords();
}

QString ActionBar::totalsText() const {
  const SelectionTotals& s = m_totals;
  if (s.rows == 0)
    return {};
  const QString rows =
      !s.checked ? tr("1 row in focus")
                 : (s.rows == 1 ? tr("1 row selected") : tr("%1 rows selected").arg(QLocale().toString(s.rows)));
  if (!s.oneCurrency)
    return rows;
  return tr("%1 · profit %2 %3/wk").arg(rows, signedNumber(s.profit, 0), s.currencyMark);
}

QString ActionBar::profitHtml(double mean, double low, double high, const QString& mark) const {
  const Tokens& t = m_theme.tokens();
  return QStringLiteral("<span style='color:%1'>%2</span> <span style='color:%3'>%4 [%5 … %6] %7</span>")
      .arg(t.muted.name(), tr("profit"), (mean >= 0 ? t.positive : t.negative).name(), signedNumber(mean, 0),
           signedNumber(low, 0), signedNumber(high, 0), tr("%1/wk").arg(mark.toHtmlEscaped()));
}

void ActionBar::showWords() {
  const SelectionTotals& s = m_totals;
  const QString count = QLocale().toString(s.rows);
  m_count->setText(s.rows == 0 ? tr("Nothing selected")
                               : (s.checked ? tr("%1 selected").arg(count) : tr("Focused row")));
  m_profit->setVisible(s.rows > 0 && s.oneCurrency && width() >= kRoomForProfit);
  m_profit->setTextFormat(Qt::RichText);
  m_profit->setText(profitHtml(s.profit, s.profitLow, s.profitHigh, s.currencyMark));
  m_profit->setToolTip(
      s.rows > 1 ? tr("Expected change a week. The ends of the rows' 90 % intervals are added: the widest that the "
                      "joint interval can be.")
                 : tr("Expected change a week with its 90 % interval"));
  if (m_effect && s.rows > 1) {
    const SelectionEffect& e = *m_effect;
    m_profit->setVisible(s.rows > 0 && width() >= kRoomForProfit);
    m_profit->setText(profitHtml(e.profit.mean, e.profit.low, e.profit.high, currencyMark(e.currency)));
    m_profit->setToolTip(
        tr("Expected change a week of all of them together, siblings included, with its 90 % interval. "
           "Groups are added as independent."));
  }
  QStringList limits;
  if (s.overStep > 0) // first: it is what a signature is asked for, and the end is cut off where there is no room
    limits << tr("%1 over the step limit").arg(QLocale().toString(s.overStep));
  if (m_effect)
    limits << effectText();
  if (s.blocked > 0)
    limits << tr("%1 blocked, with a counter-proposal").arg(QLocale().toString(s.blocked));
  if (s.hidden > 0)
    limits << tr("%1 checked but filtered out: left alone").arg(QLocale().toString(s.hidden));
  const char* tone = "muted";
  QString words = limits.join(QStringLiteral(" · "));
  if (m_armed > 0) {
    words = tr("Press A again to approve %1 prices at once. Esc cancels.").arg(QLocale().toString(m_armed));
    tone = "warning";
  }
  m_words = words;
  m_limits->setText(words);
  m_limits->setTone(tone);
  m_approve->setVisible(!s.waiting);
  m_reject->setVisible(!s.waiting);
  m_undo->setVisible(s.waiting);
  m_approve->setEnabled(s.rows > 0);
  m_reject->setEnabled(s.rows > 0);
  m_undo->setEnabled(s.rows > 0);
  m_approve->setText(m_armed > 0 ? tr("Really approve %1").arg(count)
                                 : (s.rows > 1 ? tr("Approve %1").arg(count) : tr("Approve")));
  m_reject->setText(s.rows > 1 ? tr("Reject %1").arg(count) : tr("Reject"));
  m_undo->setText(s.rows > 1 ? tr("Undo %1").arg(count) : tr("Undo"));
  for (ActionButton* b : {m_approve, m_reject, m_undo}) {
    b->setAccessibleName(tr("%1 (key %2)").arg(b->text(), b->keys().value(0)));
    b->updateGeometry();
  }
}

} // namespace pricewright
