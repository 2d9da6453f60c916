// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/plans/WhatIf.h"
#include "shell/Theme.h"

#include <QPixmap>
#include <QWidget>

namespace pricewright {

// Units a week (with their band) and profit over the price of one product: what was observed as points, where nothing
// was observed greyed. The price is dragged with the mouse or moved by ← and → along the ladder; what stands still is
// drawn once, so that a drag costs one line. Prices run from left to right in every language.
class WhatIfChart : public QWidget {
  Q_OBJECT
 public:
  explicit WhatIfChart(const Theme& theme, QWidget* parent = nullptr);
  void setCurve(const WhatIfCurve& curve, const Money& now);
  void setTried(const Money& price, bool locked); // invalid: none
  void setEmpty(const QString& why);              // nothing to draw, and why
  QSize sizeHint() const override { return {520, 280}; }
  QSize minimumSizeHint() const override { return {220, 130}; }
  QString summary() const; // in words: for screen readers
  double xOf(double price) const;

 signals:
  void dragged(double price); // major units, wherever the pointer is
  void stepped(int rungs);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Axis {
    double low = 0, high = 1;
  };
  QRectF plot() const;
  double y(const Axis& axis, double value) const;
  void findAxes();
  void drawStill();
  void paintGround(QPainter& p) const;
  void paintUnseen(QPainter& p, bool words) const;
  void paintCurves(QPainter& p) const;
  void paintVertical(QPainter& p, double price, const QColor& color, const QString& text, bool labelRight) const;
  void paintDots(QPainter& p, double price) const;
  WhatIfCurvePoint at(double price) const;
  bool dragTo(const QPointF& where);
  QString priceText(double price) const;
  const Theme& m_theme;
  WhatIfCurve m_curve;
  Money m_now, m_tried;
  QString m_why;
  Axis m_units, m_profit;
  double m_from = 0, m_to = 1;
  QPixmap m_still; // empty: to be drawn
  bool m_locked = false, m_dragging = false;
};

} // namespace pricewright
