// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Paint.h"

#include <QAbstractButton>

namespace pricewright {

// One key figure: what it is, its value, how it moved, and its weeks as a line. Its definition is its tool tip, and
// what a screen reader says. Opens what it is made of.
class FigureTile : public QAbstractButton {
  Q_OBJECT
 public:
  struct Figure {
    QString value;     // "–" where it cannot be told
    QString delta;     // with its sign; the triangle is drawn
    int direction = 0; // 1 up, −1 down, 0: no triangle
    paint::Tone tone = paint::Tone::Neutral;
    QString beside;            // muted, after the delta, or why there is no value
    std::vector<double> weeks; // oldest first; NaN: a gap
    QString definition;
  };
  FigureTile(const Theme& theme, const QString& name, QWidget* parent = nullptr);
  void setFigure(Figure figure);
  const Figure& figure() const { return m_figure; }
  QSize sizeHint() const override { return {260, 112}; }
  QSize minimumSizeHint() const override { return {170, 112}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintLine(QPainter& p, const QRectF& box) const;
  const Theme& m_theme;
  Figure m_figure;
};

} // namespace pricewright
