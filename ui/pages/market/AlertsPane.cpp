// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/AlertsPane.h"

#include "controls/Cards.h"

#include <QBoxLayout>

namespace pricewright {

AlertsPane::AlertsPane(const Theme& theme, QWidget* parent) : QWidget(parent) {
  m_inbox = new TableView(theme, m_eventLines, this);
  m_inbox->setAccessibleName(tr("What alerts have found"));
  m_inbox->setEmptyText(tr("Nothing waits for a look: no alert has fired, or all were dealt with."));
  m_rules = new TableView(theme, m_ruleLines, this);
  m_rules->setAccessibleName(tr("Alerts"));
  m_rules->setEmptyText(tr("No alert is set up. M makes one; U takes the three that most shops begin with."));
  m_sentence = new QLabel(this);
  m_sentence->setWordWrap(true);
  m_sentence->setTextFormat(Qt::PlainText);
  connect(m_inbox, &TableView::focusChanged, this, &AlertsPane::showSentence);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(cardAround(m_inbox, this), 3);
  column->addWidget(m_sentence);
  column->addWidget(cardAround(m_rules, this), 2);
}

void AlertsPane::setDesk(const AlertDesk& desk) {
  m_events.setInbox(desk.inbox);
  m_ruleRows.setRules(desk.rules);
  for (TableView* one : {m_inbox, m_rules})
    if (one->focusedKey().isEmpty())
      one->focusLine(0);
  showSentence();
}

void AlertsPane::showSentence() {
  const int row = m_inbox->focusedRow();
  const QString words = row >= 0 ? alertText(m_events.at(row).event) : QString();
  m_sentence->setText(words);
  m_sentence->setVisible(!words.isEmpty());
}

std::vector<qint64> AlertsPane::chosenEvents() const {
  std::vector<qint64> out;
  for (const int row : m_inbox->chosenRows())
    out.push_back(m_events.at(row).no);
  if (out.empty() && !m_inbox->focusedKey().isEmpty())
    out.push_back(m_inbox->focusedKey().toLongLong());
  return out;
}

const AlertRow* AlertsPane::focusedRule() const {
  const int row = m_rules->focusedRow();
  return row >= 0 ? &m_ruleRows.at(row) : nullptr;
}

} // namespace pricewright
