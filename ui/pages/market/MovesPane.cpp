// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/MovesPane.h"

#include "controls/Cards.h"

#include <QBoxLayout>

namespace pricewright {

MovesPane::MovesPane(const Theme& theme, QWidget* parent) : QWidget(parent) {
  m_table = new TableView(theme, m_lines, this);
  m_table->setAccessibleName(tr("Moves of the last week"));
  m_table->setEmptyText(tr("No competitor's price has moved in the last week."));
  m_table->setCodeColumn(MoveModel::Sku);
  m_indices = new TableView(theme, m_indexLines, this);
  m_indices->setAccessibleName(tr("Price index by category and competitor"));
  m_indices->setEmptyText(tr("No index yet: it needs matched prices of ours and theirs, known at the same time."));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(cardAround(m_table, this), 3);
  column->addWidget(cardAround(m_indices, this), 2);
}

void MovesPane::setDesk(const AlertDesk& desk) {
  m_rows.setMoves(desk.moves);
  m_indexRows.setIndices(desk.indices);
  for (TableView* one : {m_table, m_indices})
    if (one->focusedKey().isEmpty())
      one->focusLine(0);
}

} // namespace pricewright
