// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/TableFile.h"

#include "base/Words.h"
#include "exports/CsvText.h"
#include "exports/XlsxFile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace pricewright {
namespace {

constexpr qsizetype kWriteBlock = 1 << 16;
constexpr std::size_t kRowsAtOnce = 512;

class CsvTable final : public TableWriter {
 public:
  CsvTable(const QString& path, CsvText text) : m_file(path), m_text(std::move(text)), m_out(m_text.header()) {}

  Status begin() { return m_file.open(QIODevice::WriteOnly) ? Status() : failed(); }
  Status row(std::span<const ExportCell> cells) override {
    m_text.append(m_out, cells);
    ++m_rows;
    return m_out.size() < kWriteBlock ? Status() : flush();
  }
  Status commit() override {
    PW_CHECK(flush());
    return m_file.commit() ? Status() : failed();
  }

 private:
  Status failed() const { return notWritten(m_file.fileName(), m_file.errorString()); }
  Status flush() {
    const bool whole = m_file.write(m_out) == m_out.size();
    m_out.clear();
    return whole ? Status() : failed();
  }
  QSaveFile m_file;
  CsvText m_text;
  QByteArray m_out;
};

// What a column of numbers holds: exactly, where six places are enough.
ExportCell numberCell(const QString& text) {
  if (text.isEmpty())
    return {};
  const qsizetype dot = text.indexOf(u'.');
  const Result<Decimal> value = Decimal::parse(text);
  const bool exact = value && isPlainNumber(text) && (dot < 0 || text.size() - dot <= 7);
  return exact ? ExportCell(*value) : ExportCell(text);
}

} // namespace

TableWriter::~TableWriter() = default;

Error notWritten(const QString& path, const QString& what) {
  return fail(s("export.not-written"), {{s("path"), path}, {s("what"), what}});
}

Status checkTarget(const QString& path) {
  const QFileInfo target(path);
  return target.exists() && !target.isFile() ? notWritten(path, s("it is not a file")) : Status();
}

TableStyle styleOf(QChar decimalMark) { return {decimalMark, decimalMark == u',' ? QChar(u';') : QChar(u',')}; }

std::vector<ExportColumn> columnsOf(const ReportTable& table) {
  std::vector<ExportColumn> columns;
  for (qsizetype c = 0; c < table.columns.size(); ++c) {
    const auto at = std::size_t(c);
    const bool text = at >= table.isText.size() || table.isText[at];
    columns.push_back({table.columns[c], table.columns[c], text ? ExportKind::Text : ExportKind::Number});
  }
  return columns;
}

ExportTable typedTable(const ReportTable& table) {
  ExportTable out{table.title, columnsOf(table), {}};
  out.rows.reserve(table.rows.size());
  for (const QStringList& row : table.rows) {
    std::vector<ExportCell>& cells = out.rows.emplace_back();
    for (qsizetype c = 0; c < std::min(row.size(), table.columns.size()); ++c)
      cells.push_back(out.columns[std::size_t(c)].kind == ExportKind::Text ? ExportCell(row[c]) : numberCell(row[c]));
  }
  return out;
}

Result<std::unique_ptr<TableWriter>> TableWriter::open(const QString& path, TableFormat format, const QString& title,
                                                       std::vector<ExportColumn> columns, const TableStyle& style) {
  PW_CHECK(checkTarget(path));
  if (format == TableFormat::Xlsx)
    return openXlsxTable(path, title, std::move(columns));
  auto table = std::make_unique<CsvTable>(path, CsvText(format == TableFormat::CsvExcel, style, std::move(columns)));
  PW_CHECK(table->begin());
  return std::unique_ptr<TableWriter>(std::move(table));
}

Result<TableWritten> writeTable(const QString& path, TableFormat format, const ExportTable& table,
                                const TableStyle& style, const JobContext& job) {
  PW_TRY(const auto writer, TableWriter::open(path, format, table.title, table.columns, style));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (i % kRowsAtOnce == 0) {
      if (job.cancelled())
        return fail(s("export.cancelled"), {{s("path"), path}});
      job.report("export", double(i) / double(table.rows.size()));
    }
    PW_CHECK(writer->row(table.rows[i]));
  }
  if (job.cancelled())
    return fail(s("export.cancelled"), {{s("path"), path}});
  PW_CHECK(writer->commit());
  return TableWritten{path, writer->rows(), writer->cut()};
}

} // namespace pricewright
