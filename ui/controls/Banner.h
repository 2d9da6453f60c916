// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/Paint.h"

#include <QFrame>
#include <QLabel>

namespace pricewright {

// A calm message in the page: what happened, what was kept, what to do; with at most one action and a way to close it.
class Banner : public QFrame {
  Q_OBJECT
 public:
  explicit Banner(const Theme& theme, QWidget* parent = nullptr);
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {});
  QString text() const { return m_text->text(); }

 signals:
  void actionTriggered();
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& m_theme;
  paint::Tone m_tone = paint::Tone::Neutral;
  QLabel* m_text;
  ActionButton* m_action;
  ActionButton* m_close;
};

} // namespace pricewright
