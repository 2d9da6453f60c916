// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"
#include "engine/Engine.h"

#include <QLabel>
#include <QLineEdit>

namespace pricewright {

// Asks why. One digit rejects with that reason; Tab goes to the comment, where Enter rejects with the marked reason.
class RejectCard : public OverlayCard {
  Q_OBJECT
 public:
  RejectCard(const Theme& theme, QWidget* page);
  void ask(std::vector<Ask> asks, const QString& about, const QPoint& anchor);
  QString comment() const { return m_comment->text(); }
  void setComment(const QString& text) { m_comment->setText(text); } // what an earlier, refused attempt had typed
  const std::vector<Ask>& asks() const { return m_asks; }

 signals:
  void rejected(const std::vector<pricewright::Ask>& asks, const QString& reasonCode, const QString& comment);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void mark(int reason);
  void choose(int reason);
  std::vector<Ask> m_asks;
  QLabel* m_title;
  QLineEdit* m_comment;
  std::vector<ActionButton*> m_reasons;
  int m_marked = 0;
};

} // namespace pricewright
