// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/GroupCard.h"

#include "controls/ElidedLabel.h"
#include "itemmodels/Format.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace pricewright {

GroupCard::GroupCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setFixedWidth(420);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 12, 1, 12);
  column->setSpacing(6);
  m_title = new ElidedLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_title->setContentsMargins(14, 0, 14, 0);
  m_list = new LineList(theme, tr("Groups"), this);
  auto* hint = new QLabel(tr("A digit checks the rows; then A approves them, R rejects them."), this);
  hint->setFont(theme.font(TypeRole::Axis));
  hint->setProperty("tone", QStringLiteral("muted"));
  hint->setContentsMargins(14, 0, 14, 0);
  column->addWidget(m_title);
  column->addWidget(m_list);
  column->addWidget(hint);
  connect(m_list, &LineList::opened, this, &GroupCard::choose);
}

void GroupCard::offer(const QString& about, std::vector<QueueGroup> groups, const QPoint& anchor) {
  m_groups = std::move(groups);
  m_title->setText(tr("Check all rows like %1").arg(about));
  setAccessibleName(m_title->text());
  std::vector<Line> lines;
  for (std::size_t i = 0; i < m_groups.size(); ++i) {
    const QueueGroup& g = m_groups[i];
    Line line;
    line.chip = QString::number(i + 1);
    line.text = g.name;
    line.detail = g.oneCurrency ? tr("%1 %2/wk").arg(signedNumber(g.profit, 0), g.currencyMark) : QString();
    line.trailing = QLocale().toString(qulonglong(g.rows.size()));
    line.opens = true;
    lines.push_back(std::move(line));
  }
  m_list->setLines(std::move(lines));
  open(anchor);
  m_list->setFocus(Qt::OtherFocusReason);
}

void GroupCard::choose(int group) {
  if (group < 0 || group >= static_cast<int>(m_groups.size()))
    return;
  const QueueGroup chosenGroup = m_groups[std::size_t(group)];
  dismiss();
  emit chosen(chosenGroup.rows, chosenGroup.name);
}

void GroupCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (!chord && !event->isAutoRepeat() && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
    choose(event->key() - Qt::Key_1);
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
