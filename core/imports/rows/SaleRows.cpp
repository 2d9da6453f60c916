// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/RowWriter.h"
#include "imports/rows/SalePeriods.h"

namespace pricewright {
namespace {

// Sales of a listing in one period. The million-row path: no QString, no allocation per row.
class SaleRows final : public RowWriter {
 public:
  SaleRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_day(fields.find("day")),
        m_days(fields.find("days")), m_units(fields.find("units")), m_price(fields.find("price")),
        m_revenue(fields.find("revenue")), m_regular(fields.find("regular")), m_deal(fields.find("deal")),
        m_feature(fields.find("feature")), m_inStock(fields.find("in_stock_days")), m_currency(fields.find("currency")),
        m_periods(batch), m_table(batch,
                                  {.table = "sale",
                                   .values = {{"days", m_days >= 0},
                                              {"units_milli"},
                                              {"price_micro"},
                                              {"regular_micro", m_regular >= 0},
                                              {"deal_milli", m_deal >= 0},
                                              {"feature_milli", m_feature >= 0},
                                              {"in_stock_days", m_inStock >= 0}},
                                   .rejectsRepeats = true,
                                   .lengthValue = 0,
                                   .settler = &m_periods},
                                  static_cast<std::size_t>(batch.options.expectedRows)) {}

  Result<RowFail> add(const RowInput& in) override {
    std::string_view sku, zone;
    std::int64_t day = 0;
    std::array<std::int64_t, 7> v{0, 0, 0, SeriesTable::kNull, 0, 0, SeriesTable::kNull};
    Currency currency;
    if (const RowFail fail = read(in, sku, zone, day, v, currency))
      return fail;
    RowFail fail;
    PW_TRY(const ListingRef listing, m_batch.codes.listing(sku, zone, currency, true, fail, m_sku, m_zone, m_currency));
    if (!fail)
      PW_CHECK(m_table.add(in.line(), listing.no, 0, day, v));
    return fail;
  }
  Status finish(const JobContext& job) override {
    PW_CHECK(m_table.flush(job));
    m_periods.addNotes();
    return {};
  }

 private:
  RowFail read(const RowInput& in, std::string_view& sku, std::string_view& zone, std::int64_t& day,
               std::array<std::int64_t, 7>& v, Currency& currency) const {
    if (const RowFail f = in.code(m_sku, sku))
      return f;
    if (const RowFail f = in.code(m_zone, zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    if (const RowFail f = in.day(m_day, day, Need::Required))
      return f;
    if (const RowFail f = in.past(m_day, day, m_batch.now))
      return f;
    if (const RowFail f = in.whole(m_days, 1, 366, v[0], "import.out-of-range"))
      return f;
    if (const RowFail f = in.number(m_units, 3, v[1], Need::Required))
      return f;
    if (v[1] < 0)
      return {"import.negative-units", m_units};
    NamedCurrencies named;
    if (const RowFail f = in.number(m_regular, 6, v[3], Need::Optional, &named))
      return f;
    if (const RowFail f = price(in, v, named))
      return f;
    if (v[3] != SeriesTable::kNull && v[3] <= 0)
      return {"import.price-not-positive", m_regular};
    if (const RowFail f = in.share(m_deal, v[4]))
      return f;
    if (const RowFail f = in.share(m_feature, v[5]))
      return f;
    if (const RowFail f = in.whole(m_inStock, 0, v[0] > 0 ? v[0] : 366, v[6], "import.out-of-range"))
      return f;
    if (const RowFail f = m_currency >= 0 ? in.currency(m_currency, currency) : RowFail{})
      return f;
    return named.any() ? named.mustFit(m_batch.codes.currencyOf(zone, currency)) : RowFail{};
  }

  // A period in which nothing was sold for nothing has no price of its own: 0, until SalePeriods gives it one.
  RowFail price(const RowInput& in, std::array<std::int64_t, 7>& v, NamedCurrencies& named) const {
    const std::int64_t unitsMilli = v[1];
    std::int64_t& micro = v[2];
    if (m_price < 0 || (m_revenue >= 0 && !in.told(m_price))) {
      std::int64_t revenue = 0;
      if (const RowFail f = in.number(m_revenue, 6, revenue, Need::Required, &named))
        return f;
      if (unitsMilli == 0 && revenue == 0) {
        micro = v[3] != SeriesTable::kNull ? v[3] : 0;
        return {};
      }
      if (unitsMilli == 0 || revenue <= 0)
        return {"import.price-not-positive", m_revenue};
      const auto quotient = mulDiv(revenue, 1000, unitsMilli, Rounding::HalfEven);
      if (!quotient)
        return {"import.out-of-range", m_revenue};
      micro = *quotient;
    } else if (const RowFail f = in.number(m_price, 6, micro, Need::Required, &named)) {
      return f;
    }
    return micro <= 0 ? RowFail{"import.price-not-positive", m_price >= 0 ? m_price : m_revenue} : RowFail{};
  }

  BatchContext& m_batch;
  int m_sku, m_zone, m_day, m_days, m_units, m_price, m_revenue, m_regular, m_deal, m_feature, m_inStock, m_currency;
  SalePeriods m_periods;
  SeriesTable m_table;
};

} // namespace

std::unique_ptr<RowWriter> makeSaleRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<SaleRows>(batch, fields);
}

} // namespace pricewright
