// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "itemmodels/Tone.h"
#include "shell/Theme.h"

#include <QImage>
#include <QRectF>

#include <functional>
#include <memory>
#include <vector>

class QPainter;

namespace pricewright {

// A report on paper, always light: title, facts, charts as vectors, tables that go on over pages with their heads
// repeated; on each page whose it is, page numbers, and below what the data are of. Built once, then written as PDF or
// drawn as pictures by the same code. Without charts it may be written in any thread.
class ReportPdf {
 public:
  struct Head {
    QString title, subtitle;
    QString workspace; // on top of each page
    QString footer;    // at the bottom of each: time of the data, filters
    bool landscape = false;
  };
  struct Column {
    QString name;
    double share = 1; // of the width
    bool right = false, wraps = false, strong = false;
  };
  struct Table {
    std::vector<Column> columns;
    std::vector<QStringList> rows;
    std::function<paint::Tone(int row, int column)> tone; // may be empty
  };
  using Draw = std::function<void(QPainter& p, const QRectF& area)>;
  struct Figure {
    QString title;
    Draw draw;
  };

  ReportPdf(const Theme& theme, Head head);
  void addHeading(const QString& text);
  void addText(const QString& text, bool muted = false);
  void addFacts(const QList<QPair<QString, QString>>& facts);  // name, value; in columns
  void addFigures(std::vector<Figure> figures, double height); // side by side
  void addTable(Table table);

  int pages() const;
  QImage picture(int page, qreal scale = 1) const; // for looking at
  QByteArray bytes() const;
  Status save(const QString& path) const; // a file that exists is replaced only by a complete one
  bool hasFigures() const { return m_figures; }
  const Head& head() const { return m_head; }

 private:
  class Layout;
  struct Block {
    enum class Kind { Heading, Text, Facts, Figures, Table } kind = Kind::Text;
    QString text;
    bool muted = false;
    QList<QPair<QString, QString>> facts;
    std::vector<Figure> figures;
    double height = 0;
    Table table;
  };
  struct Fonts {
    QFont title, body, strong, label, labelStrong, small;
  };
  std::shared_ptr<const Layout> layout() const;
  Head m_head;
  Fonts m_fonts;
  Tokens m_tokens;
  QSizeF m_paper; // in 1/96 inch
  std::vector<std::shared_ptr<const Block>> m_blocks;
  mutable std::shared_ptr<const Layout> m_layout;
  bool m_figures = false;
};

// Asks where to, without blocking, and writes it there: `done` hears what to say, or what went wrong.
void askReportFile(QWidget* parent, std::shared_ptr<const ReportPdf> report, const QString& fileName,
                   std::function<void(const QString& done, const QString& error)> done);
// The second half: long reports are written in another thread. `done` is called in this one, unless parent is gone.
void writeReport(QWidget* parent, std::shared_ptr<const ReportPdf> report, const QString& path,
                 std::function<void(const QString& done, const QString& error)> done);

} // namespace pricewright
