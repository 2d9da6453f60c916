// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/RowWriter.h"
#include "imports/rows/SeriesTable.h"

namespace pricewright {
namespace {

// Dated costs, told as an amount or as a price and the gross margin in percent of it: cost = price · (1 − margin/100),
// computed exactly and rounded once, half-even, to six places. A margin may be negative; a cost is always above zero.
class CostRows final : public RowWriter {
 public:
  CostRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_day(fields.find("day")),
        m_kind(fields.find("kind")), m_amount(fields.find("amount")), m_price(fields.find("price")),
        m_margin(fields.find("margin_percent")), m_currency(fields.find("currency")),
        m_table(batch,
                {.table = "cost",
                 .kindColumn = "kind",
                 .kinds = {"accounting", "replacement"},
                 .dayColumn = "from_day",
                 .values = {{"amount_micro"}, {.name = "currency", .text = true}},
                 .sameIfInForce = m_day < 0},
                static_cast<std::size_t>(batch.options.expectedRows)) {}

  Result<RowFail> add(const RowInput& in) override {
    std::string_view sku, zone;
    if (const RowFail f = in.code(m_sku, sku))
      return f;
    if (const RowFail f = in.code(m_zone, zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    std::int64_t day = toDayNumber(dayOf(m_batch.now)), amount = 0;
    if (const RowFail f = in.day(m_day, day, Need::Optional))
      return f;
    const std::string_view kind = in.text(m_kind);
    if (!kind.empty() && kind != "replacement" && kind != "accounting")
      return RowFail{"import.bad-choice", m_kind};
    NamedCurrencies named;
    if (const RowFail f = cost(in, amount, named))
      return f;
    Currency currency;
    if (const RowFail f = in.currency(m_currency, currency))
      return f;
    if (named.any()) { // a cost has a currency of its own: what the cell names is one
      const Currency usual = m_batch.codes.currencyOf(zone, {});
      if (!currency.isValid() && named.mustFit(usual))
        currency = named.only();
      if (const RowFail f = named.mustFit(currency.isValid() ? currency : usual))
        return f;
    }
    RowFail fail;
    PW_TRY(const ListingRef listing,
           m_batch.codes.listing(sku, zone, currency, false, fail, m_sku, m_zone, m_currency));
    if (fail)
      return fail;
    const Currency costCurrency = currency.isValid() ? currency : listing.zone.currency;
    if (costCurrency != m_lastCurrency) {
      m_lastCurrency = costCurrency;
      m_lastCurrencyNo = m_table.textNo(costCurrency.code().toStdString());
    }
    const std::array<std::int64_t, 2> values{amount, m_lastCurrencyNo};
    PW_CHECK(m_table.add(in.line(), listing.no, kind == "accounting" ? 0 : 1, day, values));
    return fail;
  }
  Status finish(const JobContext& job) override { return m_table.flush(job); }

 private:
  RowFail cost(const RowInput& in, std::int64_t& micro, NamedCurrencies& named) const {
    if (m_amount >= 0 && (in.told(m_amount) || m_margin < 0)) {
      if (const RowFail f = in.number(m_amount, 6, micro, Need::Required, &named))
        return f;
      return micro <= 0 ? RowFail{"import.cost-not-positive", m_amount} : RowFail{};
    }
    std::int64_t price = 0, margin = 0;
    if (const RowFail f = in.number(m_price, 6, price, Need::Required, &named))
      return f;
    if (price <= 0)
      return {"import.price-not-positive", m_price};
    if (const RowFail f = in.number(m_margin, 6, margin, Need::Required))
      return f;
    const auto product = mulDiv(price, 100 * Decimal::kOne - margin, 100 * Decimal::kOne, Rounding::HalfEven);
    if (!product)
      return {"import.out-of-range", m_margin};
    micro = *product;
    return micro <= 0 ? RowFail{"import.cost-not-positive", m_margin} : RowFail{};
  }

  BatchContext& m_batch;
  int m_sku, m_zone, m_day, m_kind, m_amount, m_price, m_margin, m_currency;
  Currency m_lastCurrency;
  std::int64_t m_lastCurrencyNo = 0;
  SeriesTable m_table;
};

} // namespace

std::unique_ptr<RowWriter> makeCostRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<CostRows>(batch, fields);
}

} // namespace pricewright
