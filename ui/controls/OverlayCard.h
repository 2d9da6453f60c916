// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/Theme.h"

#include <QFrame>
#include <QPointer>

namespace pricewright {

// A card over the page for one short question. Not a window: it keeps what was typed until it is closed, closes with
// Esc, keeps Tab inside itself, and gives the focus back to where it came from.
class OverlayCard : public QFrame {
  Q_OBJECT
 public:
  OverlayCard(const Theme& theme, QWidget* page);
  void open(const QPoint& anchor); // beside this point of the page, moved to where it fits
  void openCentered();

 public slots:
  void dismiss();

 signals:
  void closed();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  const Theme& theme() const { return m_theme; }

 private:
  void place(QPoint topLeft);
  void fit(QPoint topLeft);
  const Theme& m_theme;
  QPointer<QWidget> m_focusBefore;
};

} // namespace pricewright
