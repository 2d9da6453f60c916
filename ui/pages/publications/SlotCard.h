// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"

#include <QLabel>
#include <QLineEdit>

namespace pricewright {

// When shall a batch go out? A day and a time by the clock of this computer; says at once why one cannot be.
class SlotCard : public OverlayCard {
  Q_OBJECT
 public:
  SlotCard(const Theme& theme, QWidget* page);
  void ask(qint64 batchNo, const QString& name, Instant slot, Instant earliest, Instant now);
  QLineEdit* day() const { return m_day; }
  QLineEdit* time() const { return m_time; }
  QString wrong() const { return m_wrong->text(); }
  ActionButton* button() const { return m_do; }

 signals:
  void chosen(qint64 batchNo, pricewright::Instant slot);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::optional<Instant> typed() const;
  void check();
  void accept();
  qint64 m_batchNo = 0;
  Instant m_earliest{}, m_now{};
  QLabel *m_title, *m_wrong;
  QLineEdit *m_day, *m_time;
  ActionButton* m_do;
};

} // namespace pricewright
