// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/MatchesPane.h"

#include "controls/Cards.h"

#include <QBoxLayout>
#include <QSet>

namespace pricewright {

MatchesPane::MatchesPane(const Theme& theme, QWidget* parent) : QWidget(parent) {
  m_table = new TableView(theme, m_lines, this);
  m_table->setAccessibleName(tr("Suggested matches"));
  m_table->setEmptyText(tr("No match waits to be decided. L suggests them from a competitor's list of products."));
  m_table->setCodeColumn(MatchModel::Sku);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(cardAround(m_table, this));
}

void MatchesPane::setPairs(std::vector<MatchPair> pairs) {
  m_rows.setRows(std::move(pairs));
  if (m_table->focusedKey().isEmpty())
    m_table->focusLine(0);
}

void MatchesPane::drop(const std::vector<MatchPair>& decided) {
  QSet<QString> gone;
  for (const MatchPair& pair : decided)
    gone.insert(QString::number(pair.matches.front()));
  const int line = m_lines.lineOfKey(m_table->focusedKey());
  std::vector<MatchPair> left;
  for (int row = 0; row < m_rows.rowCount(); ++row)
    if (!gone.contains(m_rows.key(row)))
      left.push_back(m_rows.at(row));
  m_rows.setRows(std::move(left));
  m_table->focusLine(std::min(line, m_lines.rowCount() - 1));
}

std::vector<MatchPair> MatchesPane::chosen() const {
  std::vector<MatchPair> out;
  for (const int row : m_table->chosenRows())
    out.push_back(m_rows.at(row));
  if (const int row = m_table->focusedRow(); out.empty() && row >= 0)
    out.push_back(m_rows.at(row));
  return out;
}

} // namespace pricewright
