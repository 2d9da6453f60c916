// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/files/TableExport.h"
#include "shell/Theme.h"

#include <QWidget>

namespace pricewright {

// What a chart is drawn with: the window's colors, or those of paper.
struct ChartLook {
  Tokens tokens;
  QFont axis, label;
};

// A chart: the same drawing for window, picture and paper, the data behind it as a table, what it says in words, and a
// read-out that follows the pointer or ← and →. Ctrl+C copies its data, Ctrl+Shift+C its picture, Ctrl+Shift+E or the
// menu key offers the files (ChartExport). GUI thread.
class Chart : public QWidget {
  Q_OBJECT
 public:
  explicit Chart(const Theme& theme, QWidget* parent = nullptr);
  virtual void draw(QPainter& p, const QRectF& area, const ChartLook& look) const = 0; // without read-out
  virtual bool isEmpty() const = 0;
  virtual QString summary() const = 0; // in words: for screen readers
  virtual ReportTable table() const = 0;
  // The places of the read-out, in reading order, and what it says there.
  virtual int places() const { return 0; }
  virtual QString reading(int) const { return {}; }
  int place() const { return m_place; } // −1: none
  void setPlace(int place);             // as if a key had moved it there

  QString title() const { return m_title; } // of exports
  void setTitle(const QString& title) { m_title = title; }
  QString subject() const { return m_subject; } // what it is about: names the files
  void setSubject(const QString& subject) { m_subject = subject; }
  ChartLook look() const;      // as the window has it
  ChartLook paperLook() const; // always light

 signals:
  void opened(int place); // Enter or a double click: where does this come from?
  void noticed(const QString& text);
  void exportFailed(const QString& text);

 protected:
  // Where the read-out stands for a place, of that drawing in `area`; and the place that is nearest to a point.
  virtual void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const;
  virtual int placeAt(const QPointF& where) const;
  virtual double xOfPlace(int, const QRectF& area) const { return area.left(); }
  void drawSummary(QPainter& p, const QRectF& area, const ChartLook& look) const; // where there is nothing to draw
  // The usual read-out: a vertical line with the words beside it.
  void drawReadingLine(QPainter& p, const QRectF& plot, const QRectF& area, const ChartLook& look, double x,
                       const QString& text) const;
  virtual void changed(); // new data: no read-out, new words
  bool readingKey(int key);
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  const Theme& theme() const { return m_theme; }
  bool exportKey(QKeyEvent* event); // true: it was one of the export's

 private:
  const Theme& m_theme;
  QString m_title, m_subject;
  int m_place = -1;
  bool m_byPointer = false;
};

// A number on an axis: short, in the user's locale.
QString axisNumber(double value);
// Moves labels, wanted at these heights, apart so that each has `room`, within [top, bottom]; in their order.
std::vector<double> spreadLabels(const std::vector<double>& wanted, double room, double top, double bottom);

} // namespace pricewright
