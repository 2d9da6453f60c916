// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"

#include <QFrame>
#include <QProgressBar>

namespace pricewright {

// Below the table: how many rows are known, and what is under way (looking further, verifying, writing out) with its
// progress and a way to stop it. Always there, so that nothing moves when something begins.
class AuditStrip : public QFrame {
  Q_OBJECT
 public:
  explicit AuditStrip(const Theme& theme, QWidget* parent = nullptr);
  void setRows(const QString& text);
  void setWork(const QString& text, double fraction); // "" ends it
  void setPaused(const QString& text);                // stopped, can be gone on with; "" ends it
  QString rows() const { return m_rows->text(); }
  QString work() const { return m_work->text(); }

 signals:
  void stopClicked();
  void resumeClicked();

 private:
  ElidedLabel *m_rows, *m_work;
  QProgressBar* m_bar;
  ActionButton *m_stop, *m_resume;
};

} // namespace pricewright
