// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/LineList.h"
#include "controls/OverlayCard.h"
#include "decision/PriceDecision.h"

#include <QLabel>

namespace pricewright {

// Rows that have something in common with the one in focus, to be decided at one go.
struct QueueGroup {
  QString name; // "Step", "OJ-TRO-64 in all zones"
  std::vector<Id> rows;
  double profit = 0; // the rows' own, added
  bool oneCurrency = true;
  QString currencyMark;
};

// Offers such groups: one digit, or Enter, checks the rows of one. Nothing is decided here.
class GroupCard : public OverlayCard {
  Q_OBJECT
 public:
  GroupCard(const Theme& theme, QWidget* page);
  void offer(const QString& about, std::vector<QueueGroup> groups, const QPoint& anchor);
  const std::vector<QueueGroup>& groups() const { return m_groups; }

 signals:
  void chosen(const std::vector<pricewright::Id>& rows, const QString& name);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void choose(int group);
  std::vector<QueueGroup> m_groups;
  QLabel* m_title;
  LineList* m_list;
};

} // namespace pricewright
