// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/RowWriter.h"
#include "imports/rows/SaleWeeks.h"
#include "imports/rows/SeriesTable.h"

#include <tuple>

namespace pricewright {
namespace {

// FNV-1a, 64 bit (Fowler, Noll, Vo): the same on every machine, which the stored keys of lines need.
class LineKey {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes)
      m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  }
  void add(std::int64_t value) {
    for (int i = 0; i < 8; ++i)
      m_hash = (m_hash ^ (static_cast<std::uint64_t>(value) >> (8 * i) & 0xff)) * 0x100000001b3ull;
  }
  std::uint64_t value() const { return m_hash; }

 private:
  std::uint64_t m_hash = 0xcbf29ce484222325ull;
};

// Invoice lines, summed to ISO weeks per SKU and zone (SaleWeeks). The week's regular price is its most common one: by
// lines, then by units, then the higher. A line tells its price, or its takings. Cancellations, corrections, gifts and
// charges are no sales; they are rejected with their reason.
class InvoiceRows final : public RowWriter {
 public:
  InvoiceRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_day(fields.find("day")),
        m_units(fields.find("units")), m_price(fields.find("price")), m_revenue(fields.find("revenue")),
        m_invoice(fields.find("invoice")), m_currency(fields.find("currency")), m_weeks(batch, SaleWeeks::Form::Lines),
        m_table(batch,
                {.table = "sale",
                 .values = {{"days"},
                            {"units_milli"},
                            {"price_micro"},
                            {"regular_micro"},
                            {"deal_milli", false},
                            {"feature_milli", false},
                            {"in_stock_days", false}},
                 .lengthValue = 0},
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
      return std::tie(a.listingNo, a.line) < std::tie(b.listingNo, b.line);
    });
    std::vector<SaleLine> lines;
    for (std::size_t begin = 0; begin < m_lines.size();) {
      const int listing = m_lines[begin].listingNo;
      lines.clear();
      for (; begin < m_lines.size() && m_lines[begin].listingNo == listing; ++begin) {
        const Line& l = m_lines[begin];
        lines.push_back({.key = l.key,
                         .day = l.day,
                         .unitsMilli = l.unitsMilli,
                         .priceMicro = l.priceMicro,
                         .revenueMicro = l.revenueMicro,
                         .line = l.line});
      }
      PW_CHECK(m_weeks.put(listing, lines, [&](qint64 line, std::int64_t week, const SaleWeeks::Values& values) {
        return m_table.add(line, listing, 0, week, values);
      }));
      if (job.cancelled())
        return fail(QStringLiteral("import.cancelled"));
    }
    PW_CHECK(m_table.flush(job));
    if (m_weeks.continued() > 0)
      m_batch.notes << QStringLiteral("import.weeks-continued:%1").arg(m_weeks.continued());
    return {};
  }

 private:
  struct Line {
    int listingNo;
    int day;
    std::uint64_t key;
    std::int64_t priceMicro, unitsMilli, revenueMicro;
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
    NamedCurrencies named;
    if (const RowFail f = price(in, line, named))
      return f;
    std::int64_t ms = 0;
    if (const RowFail f = in.moment(m_day, ms))
      return f;
    line.day = DayFormat::Moment{ms}.day();
    if (const RowFail f = in.past(m_day, line.day, m_batch.now))
      return f;
    line.line = in.line();
    LineKey key;
    key.add(invoice);
    for (const std::int64_t part : {ms, line.unitsMilli, line.priceMicro, line.revenueMicro})
      key.add(part);
    line.key = key.value();
    if (const RowFail f = in.code(m_zone, zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    if (const RowFail f = m_currency >= 0 ? in.currency(m_currency, currency) : RowFail{})
      return f;
    return named.any() ? named.mustFit(m_batch.codes.currencyOf(zone, currency)) : RowFail{};
  }

  RowFail price(const RowInput& in, Line& line, NamedCurrencies& named) const {
    const bool takings = m_price < 0 || (m_revenue >= 0 && !in.told(m_price));
    const int field = takings ? m_revenue : m_price;
    std::int64_t& told = takings ? line.revenueMicro : line.priceMicro;
    if (const RowFail f = in.number(field, 6, told, Need::Required, &named))
      return f;
    if (told <= 0)
      return {"import.price-not-positive", field};
    return takings && !mulDiv(told, 1000, line.unitsMilli, Rounding::HalfEven) ? RowFail{"import.out-of-range", field}
                                                                               : RowFail{};
  }

  BatchContext& m_batch;
  int m_sku, m_zone, m_day, m_units, m_price, m_revenue, m_invoice, m_currency;
  std::vector<Line> m_lines;
  SaleWeeks m_weeks;
  SeriesTable m_table;
};

} // namespace

std::unique_ptr<RowWriter> makeInvoiceRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<InvoiceRows>(batch, fields);
}

} // namespace pricewright
