// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/TableClipboard.h"

#include <QCoreApplication>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kMostLines = 100'000, kRefusalsKept = 1000;

QString say(const char* text) { return QCoreApplication::translate("TableClipboard", text); }

QString oneCell(QString text) {
  return text.replace(QLatin1Char('\t'), QLatin1Char(' '))
      .replace(QLatin1Char('\n'), QLatin1Char(' '))
      .remove(QLatin1Char('\r'));
}

// Cells as spreadsheets copy them: a quoted cell may hold tabs, line ends and doubled quotes.
std::vector<QStringList> cellsOf(const QString& text) {
  std::vector<QStringList> lines(1);
  QString cell;
  bool quoted = false;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (quoted) {
      if (c != QLatin1Char('"'))
        cell += c;
      else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"'))
        cell += text[++i];
      else
        quoted = false;
    } else if (c == QLatin1Char('"') && cell.isEmpty()) {
      quoted = true;
    } else if (c == QLatin1Char('\t')) {
      lines.back() << std::exchange(cell, {});
    } else if (c == QLatin1Char('\n')) {
      lines.back() << std::exchange(cell, {});
      if (lines.size() > kMostLines + 1) // one more than allowed is enough to say so
        return lines;
      lines.emplace_back();
    } else if (c != QLatin1Char('\r')) {
      cell += c;
    }
  }
  lines.back() << cell;
  if (lines.back() == QStringList{QString()})
    lines.pop_back();
  return lines;
}

void refuse(PastePlan& plan, int line, const QString& cell, const QString& why) {
  if (++plan.refusedCount <= kRefusalsKept)
    plan.refused.push_back({line, cell.left(80), why});
}

void plan(PastePlan& plan, const TableLines& lines, int row, int column, const QString& typed, int pastedLine) {
  const RowModel& rows = lines.rows();
  if (!rows.column(column).editable)
    return refuse(plan, pastedLine, typed, say("%1 cannot be edited.").arg(rows.column(column).name));
  if (typed == rows.editText(row, column)) {
    ++plan.same;
    return;
  }
  if (const QString wrong = rows.checkEdit(row, column, typed); !wrong.isEmpty())
    return refuse(plan, pastedLine, typed, wrong);
  plan.edits.push_back({rows.key(row), column, typed});
}

// −1: the header names no column of the table. Units behind a name are overlooked.
int columnNamed(const RowModel& rows, const QString& header) {
  for (int c = 0; c < rows.columnCount(); ++c) {
    const Column& column = rows.column(c);
    const QString full = rows.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
    for (const QString& name : {column.name, full, column.key})
      if (header.simplified().compare(name.simplified(), Qt::CaseInsensitive) == 0)
        return c;
  }
  return -1;
}

void pasteByKey(PastePlan& out, const TableLines& lines, const std::vector<QStringList>& pasted,
                const std::vector<int>& columns, int codeColumn) {
  out.matchedByKey = true;
  const RowModel& rows = lines.rows();
  std::unordered_multimap<QString, int> byCode;
  for (int row = 0; row < rows.rowCount(); ++row)
    byCode.emplace(rows.plain(row, codeColumn).toCaseFolded(), row);
  const auto codeAt = std::find(columns.begin(), columns.end(), codeColumn) - columns.begin();
  for (std::size_t l = 1; l < pasted.size(); ++l) {
    const QStringList& cells = pasted[l];
    const int number = static_cast<int>(l) + 1;
    const QString code = cells.value(codeAt).trimmed();
    std::vector<int> candidates;
    for (auto [at, end] = byCode.equal_range(code.toCaseFolded()); at != end; ++at) {
      bool fits = true;
      for (std::size_t i = 0; i < columns.size() && fits; ++i)
        if (columns[i] >= 0 && !isNumeric(rows.column(columns[i]).kind) && !rows.column(columns[i]).editable)
          fits = rows.plain(at->second, columns[i])
                     .compare(cells.value(static_cast<qsizetype>(i)).trimmed(), Qt::CaseInsensitive) == 0;
      if (fits)
        candidates.push_back(at->second);
    }
    if (candidates.size() != 1) {
      refuse(out, number, code,
             candidates.empty() ? say("No row of this table has this code and these texts.")
                                : say("Several rows have this code: paste their zone with it."));
      continue;
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] >= 0 && rows.column(columns[i]).editable)
        plan(out, lines, candidates.front(), columns[i], cells.value(static_cast<qsizetype>(i)).trimmed(), number);
  }
}

} // namespace

QString tableTsv(const TableLines& lines, const std::vector<int>& chosen, const std::vector<int>& columns) {
  const RowModel& rows = lines.rows();
  QStringList out, cells;
  for (const int c : columns) {
    const QString name = rows.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
    if (rows.column(c).kind == CellKind::Interval)
      cells << QCoreApplication::translate("TableClipboard", "%1 low").arg(name)
            << QCoreApplication::translate("TableClipboard", "%1 high").arg(name);
    else
      cells << name;
  }
  out << cells.join(QLatin1Char('\t'));
  for (const int line : chosen) {
    cells.clear();
    for (const int c : columns) {
      if (lines.isGroup(line)) {
        cells << lines.data(lines.index(line, c), Qt::DisplayRole).toString();
        if (rows.column(c).kind == CellKind::Interval)
          cells << QString();
      } else if (rows.column(c).kind == CellKind::Interval) {
        const CellInterval i = rows.interval(lines.rowAt(line), c);
        cells << (std::isfinite(i.low) ? QLocale().toString(i.low, 'f', 2) : QString())
              << (std::isfinite(i.high) ? QLocale().toString(i.high, 'f', 2) : QString());
      } else {
        cells << oneCell(rows.plain(lines.rowAt(line), c));
      }
    }
    out << cells.join(QLatin1Char('\t'));
  }
  return out.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

PastePlan planPaste(const TableLines& lines, const QString& clipboard, int atLine, int atColumn,
                    const std::vector<int>& shownColumns, int codeColumn) {
  PastePlan out;
  const std::vector<QStringList> pasted = cellsOf(clipboard);
  if (pasted.empty()) {
    out.error = say("The clipboard holds no text.");
    return out;
  }
  if (pasted.size() > kMostLines + 1) {
    out.error = say("These are more than 100,000 lines: import them as a file instead. Nothing was changed.");
    return out;
  }
  std::vector<int> named;
  for (const QString& header : pasted.front())
    named.push_back(columnNamed(lines.rows(), header));
  const bool hasCode = std::find(named.begin(), named.end(), codeColumn) != named.end();
  if (hasCode && pasted.size() > 1) {
    pasteByKey(out, lines, pasted, named, codeColumn);
    return out;
  }
  const auto first = std::find(shownColumns.begin(), shownColumns.end(), atColumn);
  if (atLine < 0 || first == shownColumns.end()) {
    out.error = say("Put the focus on the cell where the pasted cells shall begin.");
    return out;
  }
  int line = atLine;
  for (std::size_t l = 0; l < pasted.size(); ++l, ++line) {
    while (line < lines.rowCount() && lines.isGroup(line))
      ++line;
    for (qsizetype i = 0; i < pasted[l].size(); ++i) {
      const QString cell = pasted[l][i].trimmed();
      const int number = static_cast<int>(l) + 1;
      if (line >= lines.rowCount())
        refuse(out, number, cell, say("Below the last row."));
      else if (i >= shownColumns.end() - first)
        refuse(out, number, cell, say("Right of the last column."));
      else
        plan(out, lines, lines.rowAt(line), *(first + i), cell, number);
    }
  }
  return out;
}

PastePlan planFillDown(const TableLines& lines, const std::vector<int>& chosen, int column) {
  PastePlan out;
  std::vector<int> rows;
  for (const int line : chosen)
    if (!lines.isGroup(line))
      rows.push_back(lines.rowAt(line));
  if (rows.size() < 2) {
    out.error = say("Choose two rows or more: the topmost one's value goes into the others.");
    return out;
  }
  const QString value = lines.rows().editText(rows.front(), column);
  for (std::size_t i = 1; i < rows.size(); ++i)
    plan(out, lines, rows[i], column, value, static_cast<int>(i) + 1);
  return out;
}

} // namespace pricewright
