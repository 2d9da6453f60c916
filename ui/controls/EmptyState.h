// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"

#include <QLabel>

namespace pricewright {

// What stands where nothing is: why it is empty, and the actions that fill it.
class EmptyState : public QWidget {
  Q_OBJECT
 public:
  EmptyState(const Theme& theme, const QString& icon, QWidget* parent = nullptr);
  void setWords(const QString& title, const QString& text);
  ActionButton* addButton(ActionButton::Kind kind, const QString& text, const QStringList& keys = {});
  QString title() const { return m_title->text(); }

 private:
  void tint();
  const Theme& m_theme;
  QString m_iconName;
  QLabel *m_icon, *m_title, *m_text;
  QWidget* m_buttons;
};

} // namespace pricewright
