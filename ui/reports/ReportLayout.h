// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "reports/ReportPdf.h"

#include <QTextLayout>

namespace pricewright {

// Where everything of a report stands, page by page. Internal to ReportPdf.
class ReportPdf::Layout {
 public:
  explicit Layout(const ReportPdf& report);
  int pages() const { return int(m_pages.size()); }
  void draw(QPainter& p, int page) const;

 private:
  using Command = std::function<void(QPainter&)>;
  using Text = std::shared_ptr<const QTextLayout>;
  struct Row {
    double height = 0;
    std::vector<Text> wrapped; // per column; null: one line
  };
  Text flow(const QString& text, const QFont& font, double width, double& height) const;
  void startPage();
  void need(double height); // a new page where there is no room
  void put(Command command) { m_pages.back().push_back(std::move(command)); }
  void firstHead();
  void heading(const QString& text);
  void text(const Block& block);
  void facts(const Block& block);
  void figures(const Block& block);
  void table(const std::shared_ptr<const Block>& block);
  void tableHead(const std::shared_ptr<const Block>& block, const std::vector<double>& lefts);
  void tableRow(const std::shared_ptr<const Block>& block, const std::vector<double>& lefts, int row, const Row& sized);
  Row sized(const Table& table, const std::vector<double>& lefts, int row) const;

  const Fonts m_fonts;
  const Tokens m_tokens;
  const Head m_head;
  const QSizeF m_paper;
  QRectF m_area;
  double m_y = 0;
  std::vector<std::vector<Command>> m_pages;
};

} // namespace pricewright
