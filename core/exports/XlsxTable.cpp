// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A table as a workbook: typed cells, a header that stands still, a filter over every column.
#include "exports/XlsxFile.h"

#include "base/Words.h"

#include <QHash>

#include <cmath>
#include <xlsxwriter.h>

namespace pricewright {
namespace {

constexpr qint64 kMostRows = LXW_ROW_MAX - 1; // below the header
constexpr int kNarrowest = 8, kWidest = 60, kFilterMark = 3;
const Day kFirstDay = std::chrono::sys_days(std::chrono::year(1900) / 3 / 1); // before it, spreadsheets differ
const Day kDayZero = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
const Day kLastDay = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);

// A sheet's name: at most 31 units, without the signs that have a meaning.
QByteArray sheetName(QString title) {
  for (QChar& c : title)
    if (QStringView(u"[]:*?/\\'").contains(c) || c < u' ')
      c = u' ';
  title = title.simplified().left(31).trimmed();
  return (title.isEmpty() ? s("Table") : title).toUtf8();
}

class XlsxTable final : public TableWriter {
 public:
  XlsxTable(std::unique_ptr<XlsxFile> file, const QString& path, std::vector<ExportColumn> columns)
      : m_file(std::move(file)), m_path(path), m_columns(std::move(columns)), m_widths(m_columns.size()) {}

  Status begin(const QString& title) {
    lxw_workbook* book = m_file->book();
    m_sheet = workbook_add_worksheet(book, sheetName(title).constData());
    if (!m_sheet)
      m_sheet = workbook_add_worksheet(book, nullptr);
    lxw_format* head = workbook_add_format(book);
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_align(head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(head, LXW_BORDER_THIN);
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
      QString name = m_columns[c].name;
      if (m_columns[c].kind == ExportKind::Moment)
        name += s(" (UTC)");
      PW_CHECK(text(0, lxw_col_t(c), name, head));
      m_widths[c] = std::max<int>(kNarrowest, int(name.size()) + kFilterMark);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_repeat_rows(m_sheet, 0, 0);
    worksheet_set_landscape(m_sheet);
    return {};
  }

  Status row(std::span<const ExportCell> cells) override {
    if (m_rows >= kMostRows)
      return fail(s("export.too-many-rows"), {{s("path"), m_path}, {s("most"), QString::number(kMostRows)}});
    m_at = lxw_row_t(++m_rows);
    bool any = false;
    for (std::size_t c = 0; c < std::min(cells.size(), m_columns.size()); ++c) {
      m_column = c;
      any |= !std::holds_alternative<std::monostate>(cells[c]);
      PW_CHECK(std::visit([this](const auto& value) { return put(value); }, cells[c]));
    }
    if (!any) // a row without a cell would not be written at all
      return told(worksheet_write_blank(m_sheet, m_at, 0, format("General")));
    return {};
  }

  Status commit() override {
    for (std::size_t c = 0; c < m_columns.size(); ++c)
      worksheet_set_column(m_sheet, lxw_col_t(c), lxw_col_t(c), std::min(m_widths[c], kWidest), nullptr);
    if (!m_columns.empty())
      worksheet_autofilter(m_sheet, 0, 0, lxw_row_t(m_rows), lxw_col_t(m_columns.size() - 1));
    const qint64 rows = m_rows + 1;
    return m_file->commit({&rows, 1});
  }

 private:
  const ExportColumn& column() const { return m_columns[m_column]; }
  lxw_col_t at() const { return lxw_col_t(m_column); }
  Status told(lxw_error error) const {
    return error == LXW_NO_ERROR ? Status() : notWritten(m_path, QString::fromUtf8(lxw_strerror(error)));
  }
  lxw_format* format(const QByteArray& numbers) {
    lxw_format*& known = m_formats[numbers];
    if (!known) {
      known = workbook_add_format(m_file->book());
      format_set_num_format(known, numbers.constData());
    }
    return known;
  }
  void wide(qsizetype length) {
    m_widths[m_column] = std::max(m_widths[m_column], int(std::min<qsizetype>(length, kWidest)) + 1);
  }
  Status text(lxw_row_t row, lxw_col_t at, const QString& value, lxw_format* look) {
    bool cut = false;
    const QByteArray bytes = xlsxText(value, cut);
    m_cut += cut;
    return told(worksheet_write_string(m_sheet, row, at, bytes.constData(), look));
  }
  Status number(double value, const QByteArray& look, qsizetype length) {
    if (!std::isfinite(value))
      return {};
    wide(length);
    return told(worksheet_write_number(m_sheet, m_at, at(), value, format(look)));
  }
  QByteArray percentFormat() const {
    return column().places <= 0 ? "0%" : "0." + QByteArray(column().places, '0') + '%';
  }

  Status put(std::monostate) { return {}; }
  Status put(const QString& value) {
    if (value.isEmpty())
      return {};
    wide(value.size());
    return text(m_at, at(), value, format("@"));
  }
  Status put(qint64 value) {
    const QString digits = QString::number(value);
    if (std::abs(value) > 999'999'999'999'999) // a spreadsheet would change the last digits
      return put(digits);
    return number(double(value), column().kind == ExportKind::Integer ? "0" : xlsxNumberFormat(0), digits.size() + 2);
  }
  Status put(double value) {
    if (column().kind == ExportKind::Percent)
      return number(value / 100, percentFormat(), 8);
    return number(value, xlsxNumberFormat(column().places),
                  6 + std::max(0, column().places) + qsizetype(std::log10(std::abs(value) + 1) * 4 / 3));
  }
  Status put(const Decimal& value) {
    if (column().kind == ExportKind::Percent)
      return number(double(value.micros()) / 1e8, percentFormat(), 8);
    const QString digits = value.toString();
    if (std::abs(value.micros()) > 999'999'999'999'999)
      return put(digits);
    const qsizetype dot = digits.indexOf(u'.');
    const int places = dot < 0 ? 0 : int(digits.size() - dot - 1);
    const int least = column().kind == ExportKind::Money ? 2 : 0;
    return number(double(value.micros()) / 1e6, xlsxNumberFormat(std::max(places, least)), digits.size() + 2);
  }
  Status put(const Money& value) {
    if (!value.isValid())
      return {};
    const QString digits = value.toString();
    const std::optional<double> exact = xlsxNumber(value);
    return exact ? number(*exact, xlsxNumberFormat(value.currency().minorDigits()), digits.size() + 2) : put(digits);
  }
  Status put(Day value) {
    if (value < kFirstDay || value > kLastDay)
      return put(isoDay(value));
    return number(double((value - kDayZero).count()), "yyyy\\-mm\\-dd", 10);
  }
  Status put(Instant value) {
    const Day day = dayOf(value);
    if (day < kFirstDay || day > kLastDay)
      return put(isoInstant(value));
    constexpr double kDay = 86'400'000;
    const double part = double((value - startOf(day)).count()) / kDay;
    return number(double((day - kDayZero).count()) + part, "yyyy\\-mm\\-dd\\ hh:mm:ss", 19);
  }

  std::unique_ptr<XlsxFile> m_file;
  QString m_path;
  std::vector<ExportColumn> m_columns;
  std::vector<int> m_widths;
  lxw_worksheet* m_sheet = nullptr;
  QHash<QByteArray, lxw_format*> m_formats; // looked up only
  lxw_row_t m_at = 0;
  std::size_t m_column = 0;
};

} // namespace

Result<std::unique_ptr<TableWriter>> openXlsxTable(const QString& path, const QString& title,
                                                   std::vector<ExportColumn> columns) {
  PW_TRY(std::unique_ptr<XlsxFile> file, XlsxFile::open(path, title));
  auto table = std::make_unique<XlsxTable>(std::move(file), path, std::move(columns));
  PW_CHECK(table->begin(title));
  return std::unique_ptr<TableWriter>(std::move(table));
}

} // namespace pricewright
