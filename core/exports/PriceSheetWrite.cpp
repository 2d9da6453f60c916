// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Words.h"
#include "exports/PriceSheet.h"
#include "exports/XlsxFile.h"

#include <xlsxwriter.h>

namespace pricewright {
namespace {

constexpr int kColumns = 12, kWanted = 9, kReason = 10, kComment = 11;
constexpr std::size_t kSheetRowsAtOnce = 512;

class SheetWriter {
 public:
  SheetWriter(XlsxFile& file, const PriceSheet& sheet, const PriceSheetNames& names)
      : m_book(file.book()), m_content(sheet), m_names(names) {}

  void begin() {
    m_sheet = workbook_add_worksheet(m_book, "Prices");
    m_head = look("General", true, false);
    format_set_bold(m_head);
    format_set_text_wrap(m_head);
    format_set_bottom(m_head, LXW_BORDER_THIN);
    m_text = look("@", true, false);
    m_money = look("#,##0.00##", true, false);
    m_percent = look("0.0%", true, false);
    m_openMoney = look("#,##0.00##", false, true);
    m_openText = look("@", false, true);
    const QString names[kColumns] = {m_names.sku,      m_names.zone,   m_names.product, m_names.category,
                                     m_names.currency, m_names.cost,   m_names.margin,  m_names.now,
                                     m_names.proposed, m_names.wanted, m_names.reason,  m_names.comment};
    const int widths[kColumns] = {16, 12, 28, 16, 9, 10, 9, 10, 10, 12, 22, 32};
    for (int c = 0; c < kColumns; ++c) {
      worksheet_set_column(m_sheet, lxw_col_t(c), lxw_col_t(c), widths[c], nullptr);
      text(0, c, names[c], m_head);
    }
    worksheet_freeze_panes(m_sheet, 1, 2);
  }

  void row(lxw_row_t at, const PriceSheetRow& r) {
    text(at, 0, r.sku, m_text);
    text(at, 1, r.zone, m_text);
    text(at, 2, r.product, m_text);
    text(at, 3, r.category, m_text);
    text(at, 4, r.currency, m_text);
    if (r.cost)
      worksheet_write_number(m_sheet, at, 5, r.cost->value.toDouble(), m_money);
    if (r.marginBp)
      worksheet_write_number(m_sheet, at, 6, *r.marginBp / 10'000.0, m_percent);
    money(at, 7, r.now);
    money(at, 8, r.proposed);
    worksheet_write_blank(m_sheet, at, kWanted, m_openMoney);
    worksheet_write_blank(m_sheet, at, kReason, m_openText);
    worksheet_write_blank(m_sheet, at, kComment, m_openText);
  }

  void end(lxw_row_t rows) {
    const lxw_row_t last = std::max<lxw_row_t>(rows, 1);
    worksheet_autofilter(m_sheet, 0, 0, last, kColumns - 1);
    offerReasons(last);
    lxw_protection allowed{};
    allowed.format_columns = allowed.format_rows = allowed.format_cells = 1;
    allowed.sort = allowed.autofilter = 1;
    worksheet_protect(m_sheet, nullptr, &allowed); // without a password: it keeps slips away, not people
    QByteArray help = m_names.help.toUtf8();
    worksheet_write_comment(m_sheet, 0, kWanted, help.constData());
    addOrigin();
  }

 private:
  lxw_format* look(const char* numbers, bool locked, bool open) {
    lxw_format* f = workbook_add_format(m_book);
    format_set_num_format(f, numbers);
    if (!locked)
      format_set_unlocked(f);
    if (open) {
      format_set_bg_color(f, 0xFFF9E5);
      format_set_border(f, LXW_BORDER_HAIR);
    }
    return f;
  }
  void text(lxw_row_t row, int column, const QString& value, lxw_format* look) {
    bool cut = false;
    worksheet_write_string(m_sheet, row, lxw_col_t(column), xlsxText(value, cut).constData(), look);
  }
  void money(lxw_row_t row, int column, const Money& value) {
    if (!value.isValid() || value.minor() <= 0)
      return;
    if (const auto exact = xlsxNumber(value))
      worksheet_write_number(m_sheet, row, lxw_col_t(column), *exact, m_money);
    else
      text(row, column, value.toString(), m_text);
  }
  void offerReasons(lxw_row_t last) {
    std::vector<QByteArray> words;
    for (const QString& reason : m_content.reasons)
      words.push_back(reason.toUtf8());
    std::vector<char*> list; // read only, whatever its type says
    for (QByteArray& word : words)
      list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION; // another reason may be typed
    if (!m_content.reasons.isEmpty())
      worksheet_data_validation_range(m_sheet, 1, kReason, last, kReason, &rule);
  }
  void addOrigin() {
    lxw_worksheet* origin = workbook_add_worksheet(m_book, "pricewright");
    const std::pair<const char*, QString> facts[] = {{"format", s("1")},
                                                     {"workspace", m_content.workspaceId},
                                                     {"title", m_content.title},
                                                     {"written_by", m_content.writtenBy},
                                                     {"written_at", isoInstant(m_content.writtenAt)},
                                                     {"sku", m_names.sku},
                                                     {"zone", m_names.zone},
                                                     {"currency", m_names.currency},
                                                     {"now", m_names.now},
                                                     {"wanted", m_names.wanted},
                                                     {"reason", m_names.reason},
                                                     {"comment", m_names.comment}};
    lxw_row_t at = 0;
    for (const auto& [key, value] : facts) {
      bool cut = false;
      worksheet_write_string(origin, at, 0, key, nullptr);
      worksheet_write_string(origin, at++, 1, xlsxText(value, cut).constData(), nullptr);
    }
    worksheet_hide(origin);
    worksheet_activate(m_sheet);
  }

  lxw_workbook* m_book;
  const PriceSheet& m_content;
  const PriceSheetNames& m_names;
  lxw_worksheet* m_sheet = nullptr;
  lxw_format *m_head = nullptr, *m_text = nullptr, *m_money = nullptr, *m_percent = nullptr, *m_openMoney = nullptr,
             *m_openText = nullptr;
};

} // namespace

Status writePriceSheet(const QString& path, const PriceSheet& sheet, const PriceSheetNames& names,
                       const JobContext& job) {
  PW_TRY(std::unique_ptr<XlsxFile> file, XlsxFile::open(path, sheet.title));
  SheetWriter writer(*file, sheet, names);
  writer.begin();
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    if (i % kSheetRowsAtOnce == 0) {
      if (job.cancelled())
        return fail(s("export.cancelled"), {{s("path"), path}});
      job.report("export", double(i) / double(sheet.rows.size()));
    }
    writer.row(lxw_row_t(i + 1), sheet.rows[i]);
  }
  writer.end(lxw_row_t(sheet.rows.size()));
  const qint64 rows = qint64(sheet.rows.size()) + 1;
  return file->commit({&rows, 1});
}

} // namespace pricewright
