// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/RowWriter.h"
#include "imports/rows/SeriesTable.h"

#include <tuple>

namespace pricewright {
namespace {

// Invoice lines, summed to ISO weeks (Monday is the week's day) per SKU and zone. The average price paid is exact:
// takings ÷ units, rounded once to six places. The week's regular price is its most common one: by lines, then by
// units, then the higher. Cancellations, corrections, gifts and charges are no sales; they are rejected with their
// reason.
class InvoiceRows final : public RowWriter {
 public:
  InvoiceRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_day(fields.find("day")),
        m_units(fields.find("units")), m_price(fields.find("price")), m_invoice(fields.find("invoice")),
        m_currency(fields.find("currency")), m_table(batch,
                                                     {.table = "sale",
                                                      .values = {{"days"},
                                                                 {"units_milli"},
                                                                 {"price_micro"},
                                                                 {"regular_micro"},
                                                                 {"deal_milli", false},
                                                                 {"feature_milli", false},
                                                                 {"in_stock_days", false}}},
                                                     0) {
    m_lines.reserve(static_cast<std::size_t>(batch.options.expectedRows));
  }

  Result<RowFail> add(const RowInput& in) override {
    std::string_view sku, zone;
    Line line{};
    Currency currency;
    if (const RowFail fail = read(in, sku, zone, line, currency))
      return fail;
    RowFail fail;
    PW_TRY(const ListingRef listing, m_batch.codes.listing(sku, zone, currency, true, fail, m_sku, m_zone, m_currency));
    if (fail)
      return fail;
    line.listingNo = listing.no;
    m_lines.push_back(line);
    return fail;
  }

  Status finish(const JobContext& job) override {
    std::sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) {
      return std::tie(a.listingNo, a.week, a.priceMicro, a.line) < std::tie(b.listingNo, b.week, b.priceMicro, b.line);
    });
    for (std::size_t begin = 0; begin < m_lines.size();) {
      std::size_t end = begin + 1;
      while (end < m_lines.size() && m_lines[end].listingNo == m_lines[begin].listingNo &&
             m_lines[end].week == m_lines[begin].week)
        ++end;
      PW_CHECK(putWeek(std::span(m_lines).subspan(begin, end - begin)));
      begin = end;
    }
    return m_table.flush(job);
  }

 private:
  __extension__ typedef __int128 Wide;
  struct Line {
    int listingNo;
    int week; // its Monday
    std::int64_t priceMicro, unitsMilli;
    qint64 line;
  };

  bool isProduct(std::string_view code) const {
    if (m_batch.options.digitLedCodes && (code.front() < '0' || code.front() > '9'))
      return false;
    if (m_batch.options.notProducts.isEmpty())
      return true;
    const QString text = QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())).toUpper();
    return !m_batch.options.notProducts.contains(text);
  }

  RowFail read(const RowInput& in, std::string_view& sku, std::string_view& zone, Line& line,
               Currency& currency) const {
    const std::string_view invoice = in.text(m_invoice);
    if (!invoice.empty() && (invoice.front() == 'C' || invoice.front() == 'c'))
      return {"import.cancelled-invoice", m_invoice};
    if (const RowFail f = in.code(m_sku, sku))
      return f;
    if (!isProduct(sku))
      return {"import.not-a-product", m_sku};
    if (const RowFail f = in.number(m_units, 3, line.unitsMilli, Need::Required))
      return f;
    if (line.unitsMilli <= 0)
      return {"import.quantity-not-positive", m_units};
    if (const RowFail f = in.number(m_price, 6, line.priceMicro, Need::Required))
      return f;
    if (line.priceMicro <= 0)
      return {"import.price-not-positive", m_price};
    std::int64_t day = 0;
    if (const RowFail f = in.day(m_day, day, Need::Required))
      return f;
    line.week = static_cast<int>(day - (((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
    line.line = in.line();
    if (const RowFail f = in.code(m_zone, zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    return m_currency >= 0 ? in.currency(m_currency, currency) : RowFail{};
  }

  Status putWeek(std::span<const Line> lines) {
    Wide takings = 0, units = 0;
    std::int64_t common = 0, commonUnits = 0;
    std::size_t commonLines = 0;
    for (std::size_t begin = 0; begin < lines.size();) { // lines of one price stand together, prices rising
      std::size_t end = begin;
      std::int64_t sold = 0;
      for (; end < lines.size() && lines[end].priceMicro == lines[begin].priceMicro; ++end)
        sold += lines[end].unitsMilli;
      takings += static_cast<Wide>(sold) * lines[begin].priceMicro;
      units += sold;
      if (std::tuple(end - begin, sold, lines[begin].priceMicro) > std::tuple(commonLines, commonUnits, common)) {
        commonLines = end - begin;
        commonUnits = sold;
        common = lines[begin].priceMicro;
      }
      begin = end;
    }
    if (units > 1'000'000'000'000'000) {
      m_batch.rejectLate(lines.front().line, "import.out-of-range", "units", {});
      return {};
    }
    Wide price = takings / units;
    if (const Wide rest2 = takings % units * 2; rest2 > units || (rest2 == units && price % 2 == 1))
      ++price;
    const std::array<std::int64_t, 7> v{
        7, static_cast<std::int64_t>(units), static_cast<std::int64_t>(price), common, 0, 0, SeriesTable::kNull};
    return m_table.add(lines.front().line, lines.front().listingNo, 0, lines.front().week, v);
  }

  BatchContext& m_batch;
  int m_sku, m_zone, m_day, m_units, m_price, m_invoice, m_currency;
  std::vector<Line> m_lines;
  SeriesTable m_table;
};

} // namespace

std::unique_ptr<RowWriter> makeInvoiceRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<InvoiceRows>(batch, fields);
}

} // namespace pricewright
