// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/OverlayCard.h"

#include "controls/ActionButton.h"

#include <QLabel>

#include <functional>

namespace pricewright {

// Asks before something leaves the building: what will happen, in a sentence, and one button that does it. The keys
// are Enter and Esc; nothing happens by key repeat.
class ConfirmCard : public OverlayCard {
  Q_OBJECT
 public:
  ConfirmCard(const Theme& theme, QWidget* page);
  void ask(const QString& title, const QString& text, const QString& button, std::function<void()> work);
  QString text() const { return m_text->text(); }
  ActionButton* button() const { return m_do; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void accept();
  QLabel *m_title, *m_text;
  ActionButton *m_do, *m_leave;
  std::function<void()> m_work;
};

} // namespace pricewright
