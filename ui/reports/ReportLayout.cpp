// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/ReportLayout.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kMargin = 52, kTop = 66, kBottom = 58, kLine = 17, kRow = 19, kCellGap = 8;
constexpr int kFactColumns = 3;

QString tr(const char* text) { return QCoreApplication::translate("ReportPdf", text); }

// By its own metrics: those of the screen would be rounded to pixels.
void oneLine(QPainter& p, const QRectF& box, Qt::Alignment alignment, const QString& text) {
  const QFontMetricsF metrics(p.font());
  p.drawText(box, int(alignment) | Qt::TextSingleLine | Qt::AlignVCenter | Qt::TextDontClip,
             metrics.elidedText(text, Qt::ElideRight, box.width()));
}

QColor colorOf(const Tokens& t, paint::Tone tone) {
  switch (tone) {
  case paint::Tone::Accent:
    return t.accent;
  case paint::Tone::Positive:
    return t.positive;
  case paint::Tone::Warning:
    return t.warning;
  case paint::Tone::Negative:
    return t.negative;
  case paint::Tone::Neutral:
    break;
  }
  return t.text;
}

} // namespace

ReportPdf::Layout::Layout(const ReportPdf& r)
    : m_fonts(r.m_fonts), m_tokens(r.m_tokens), m_head(r.m_head), m_paper(r.m_paper),
      m_area(kMargin, kTop, r.m_paper.width() - 2 * kMargin, r.m_paper.height() - kTop - kBottom) {
  startPage();
  firstHead();
  for (const auto& block : r.m_blocks) {
    switch (block->kind) {
    case Block::Kind::Heading:
      heading(block->text);
      break;
    case Block::Kind::Text:
      text(*block);
      break;
    case Block::Kind::Facts:
      facts(*block);
      break;
    case Block::Kind::Figures:
      figures(*block);
      break;
    case Block::Kind::Table:
      table(block);
      break;
    }
  }
}

ReportPdf::Layout::Text ReportPdf::Layout::flow(const QString& text, const QFont& font, double width,
                                                double& height) const {
  auto layout = std::make_shared<QTextLayout>(text, font);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  option.setTextDirection(QGuiApplication::layoutDirection());
  layout->setTextOption(option);
  height = 0;
  layout->beginLayout();
  for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
    line.setLineWidth(width);
    line.setPosition(QPointF(0, height));
    height += std::max(line.height(), kLine - 1.0);
  }
  layout->endLayout();
  return layout;
}

void ReportPdf::Layout::startPage() {
  m_pages.emplace_back();
  m_y = m_area.top();
}

void ReportPdf::Layout::need(double height) {
  if (m_y + height > m_area.bottom() && m_y > m_area.top())
    startPage();
}

void ReportPdf::Layout::firstHead() {
  double titleHeight = 0, subtitleHeight = 0;
  const Text title = flow(m_head.title, m_fonts.title, m_area.width(), titleHeight);
  const Text subtitle = flow(m_head.subtitle, m_fonts.body, m_area.width(), subtitleHeight);
  const QPointF at(m_area.left(), m_y);
  put([this, title, subtitle, at, titleHeight](QPainter& p) {
    p.setPen(m_tokens.text);
    title->draw(&p, at);
    p.setPen(m_tokens.muted);
    subtitle->draw(&p, at + QPointF(0, titleHeight + 4));
  });
  m_y += titleHeight + (m_head.subtitle.isEmpty() ? 0 : subtitleHeight + 4) + 14;
}

void ReportPdf::Layout::heading(const QString& text) {
  need(64); // never alone at the foot of a page
  if (m_y > m_area.top())
    m_y += 10;
  const QRectF box(m_area.left(), m_y, m_area.width(), 20);
  put([this, text, box](QPainter& p) {
    p.setFont(m_fonts.strong);
    p.setPen(m_tokens.text);
    oneLine(p, box, Qt::AlignLeft, text);
  });
  m_y += 26;
}

void ReportPdf::Layout::text(const Block& block) {
  double height = 0;
  const Text words = flow(block.text, m_fonts.label, m_area.width(), height);
  need(height);
  const QPointF at(m_area.left(), m_y);
  put([this, words, at, muted = block.muted](QPainter& p) {
    p.setPen(muted ? m_tokens.muted : m_tokens.text);
    words->draw(&p, at);
  });
  m_y += height + 8;
}

void ReportPdf::Layout::facts(const Block& block) {
  const int rows = int(block.facts.size() + kFactColumns - 1) / kFactColumns;
  const double width = m_area.width() / kFactColumns;
  for (int row = 0; row < rows; ++row) {
    need(36);
    for (int column = 0; column < kFactColumns && row * kFactColumns + column < block.facts.size(); ++column) {
      const auto& [name, value] = block.facts[row * kFactColumns + column];
      const QRectF box(m_area.left() + column * width, m_y, width - 12, 16);
      put([this, name = name, value = value, box](QPainter& p) {
        p.setFont(m_fonts.small);
        p.setPen(m_tokens.muted);
        oneLine(p, box, Qt::AlignLeft, name);
        p.setFont(m_fonts.body);
        p.setPen(m_tokens.text);
        oneLine(p, box.translated(0, 16), Qt::AlignLeft, value);
      });
    }
    m_y += 38;
  }
  m_y += 4;
}

void ReportPdf::Layout::figures(const Block& block) {
  need(block.height + 24);
  const double gap = 16, count = double(std::max<std::size_t>(1, block.figures.size()));
  const double width = (m_area.width() - gap * (count - 1)) / count;
  for (std::size_t i = 0; i < block.figures.size(); ++i) {
    const QRectF box(m_area.left() + double(i) * (width + gap), m_y, width, block.height + 22);
    put([this, figure = block.figures[i], box](QPainter& p) {
      p.setFont(m_fonts.labelStrong);
      p.setPen(m_tokens.muted);
      oneLine(p, QRectF(box.left(), box.top(), box.width(), 18), Qt::AlignLeft, figure.title);
      p.save();
      figure.draw(p, box.adjusted(0, 22, 0, 0));
      p.restore();
    });
  }
  m_y += block.height + 34;
}

ReportPdf::Layout::Row ReportPdf::Layout::sized(const Table& table, const std::vector<double>& lefts, int row) const {
  Row out;
  out.height = kRow;
  const QStringList& cells = table.rows[std::size_t(row)];
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    out.wrapped.push_back(nullptr);
    const double width = lefts[c + 1] - lefts[c] - kCellGap;
    const QString cell = cells.value(qsizetype(c));
    if (!table.columns[c].wraps || QFontMetricsF(m_fonts.small).horizontalAdvance(cell) <= width)
      continue;
    double height = 0;
    out.wrapped.back() = flow(cell, m_fonts.small, width, height);
    out.height = std::max(out.height, height + 4);
  }
  out.height = std::min(out.height, m_area.height() - kRow - 4); // a cell longer than a page is cut
  return out;
}

void ReportPdf::Layout::tableHead(const std::shared_ptr<const Block>& block, const std::vector<double>& lefts) {
  put([this, block, lefts, y = m_y](QPainter& p) {
    p.setFont(m_fonts.small);
    p.setPen(m_tokens.muted);
    for (std::size_t c = 0; c < block->table.columns.size(); ++c) {
      const Column& column = block->table.columns[c];
      oneLine(p, QRectF(lefts[c], y, lefts[c + 1] - lefts[c] - kCellGap, kRow),
              column.right ? Qt::AlignRight : Qt::AlignLeft, column.name);
    }
    p.setPen(QPen(m_tokens.faint, 0.8));
    p.drawLine(QPointF(m_area.left(), y + kRow), QPointF(m_area.right(), y + kRow));
  });
  m_y += kRow + 1;
}

void ReportPdf::Layout::tableRow(const std::shared_ptr<const Block>& block, const std::vector<double>& lefts, int row,
                                 const Row& size) {
  put([this, block, lefts, row, size, y = m_y](QPainter& p) {
    const Table& table = block->table;
    const QStringList& cells = table.rows[std::size_t(row)];
    p.save();
    p.setClipRect(QRectF(m_area.left(), y, m_area.width(), size.height + 1));
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Column& column = table.columns[c];
      p.setPen(table.tone ? colorOf(m_tokens, table.tone(row, int(c))) : m_tokens.text);
      if (size.wrapped[c]) {
        size.wrapped[c]->draw(&p, QPointF(lefts[c], y + 2));
        continue;
      }
      p.setFont(column.strong ? m_fonts.labelStrong : m_fonts.small);
      oneLine(p, QRectF(lefts[c], y, lefts[c + 1] - lefts[c] - kCellGap, kRow),
              column.right ? Qt::AlignRight : Qt::AlignLeft, cells.value(qsizetype(c)));
    }
    p.restore();
    p.setPen(QPen(m_tokens.border, 0.6));
    p.drawLine(QPointF(m_area.left(), y + size.height), QPointF(m_area.right(), y + size.height));
  });
  m_y += size.height;
}

void ReportPdf::Layout::table(const std::shared_ptr<const Block>& block) {
  double shares = 0;
  for (const Column& c : block->table.columns)
    shares += c.share;
  std::vector<double> lefts{m_area.left()};
  for (const Column& c : block->table.columns)
    lefts.push_back(lefts.back() + c.share / std::max(shares, 1e-9) * m_area.width());
  need(3 * kRow);
  tableHead(block, lefts);
  for (int row = 0; row < int(block->table.rows.size()); ++row) {
    const Row size = sized(block->table, lefts, row);
    if (m_y + size.height > m_area.bottom()) {
      startPage();
      tableHead(block, lefts);
    }
    tableRow(block, lefts, row, size);
  }
  m_y += 10;
}

void ReportPdf::Layout::draw(QPainter& p, int page) const {
  p.setRenderHint(QPainter::Antialiasing);
  p.setLayoutDirection(QGuiApplication::layoutDirection());
  p.setFont(m_fonts.small);
  p.setPen(m_tokens.muted);
  const QRectF top(kMargin, 34, m_paper.width() - 2 * kMargin, 16);
  oneLine(p, QRectF(top.left(), top.top(), top.width() * 0.6, 16), Qt::AlignLeft, m_head.workspace);
  oneLine(p, QRectF(top.left() + top.width() * 0.6, top.top(), top.width() * 0.4, 16), Qt::AlignRight,
          page == 0 ? QStringLiteral("Pricewright") : m_head.title);
  const QRectF foot(kMargin, m_paper.height() - 42, m_paper.width() - 2 * kMargin, 16);
  p.setPen(QPen(m_tokens.border, 0.8));
  p.drawLine(QPointF(foot.left(), foot.top() - 6), QPointF(foot.right(), foot.top() - 6));
  p.setPen(m_tokens.muted);
  oneLine(p, foot.adjusted(0, 0, -110, 0), Qt::AlignLeft, m_head.footer);
  oneLine(p, QRectF(foot.right() - 104, foot.top(), 104, 16), Qt::AlignRight,
          tr("page %1 of %2").arg(page + 1).arg(pages()));
  for (const Command& command : m_pages[std::size_t(page)])
    command(p);
}

} // namespace pricewright
