// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"
#include "engine/views/AuditView.h"

#include <QLabel>
#include <QLineEdit>

namespace pricewright {

// From which day to which day, both included, in the desk's own time.
class PeriodCard : public OverlayCard {
  Q_OBJECT
 public:
  PeriodCard(const Theme& theme, QWidget* page);
  void ask(const AuditFilter& filter, const QPoint& anchor);

 signals:
  void chosen(const std::optional<pricewright::Instant>& from, const std::optional<pricewright::Instant>& to);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void check();
  void accept();
  QLineEdit *m_from, *m_to;
  QLabel* m_wrong;
  ActionButton* m_do;
};

} // namespace pricewright
