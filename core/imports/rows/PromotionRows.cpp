// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/KeyedTable.h"
#include "imports/rows/RowWriter.h"

namespace pricewright {
namespace {

// The promotion calendar, per listing, first day and mechanism.
class PromotionRows final : public RowWriter {
 public:
  PromotionRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_from(fields.find("from")),
        m_to(fields.find("to")), m_price(fields.find("price")), m_mechanism(fields.find("mechanism")),
        m_channel(fields.find("channel")), m_currency(fields.find("currency")),
        m_table(batch, {.table = "promotion",
                        .keys = {"listing_no", "channel_no", "from_day", "mechanism"},
                        .values = {"to_day", "price_minor"},
                        .onlyNew = {"id"}}) {}

  Result<RowFail> add(const RowInput& in) override {
    std::string_view sku, zone;
    std::int64_t from = 0, to = 0, channel = 0;
    Currency currency;
    if (const RowFail f = read(in, sku, zone, from, to, channel, currency))
      return f;
    RowFail fail;
    PW_TRY(const ListingRef listing, m_batch.codes.listing(sku, zone, currency, true, fail, m_sku, m_zone, m_currency));
    if (fail)
      return fail;
    Cell priceCell;
    if (in.told(m_price)) {
      std::int64_t minor = 0;
      if (const RowFail f =
              in.price(m_price, listing.zone.currency, m_batch.options.roundPrices, minor, Need::Optional))
        return f;
      priceCell = minor;
    }
    const std::string_view told = in.text(m_mechanism);
    const std::array<Cell, 4> keys{listing.no, channel, from, told.empty() ? std::string_view("price") : told};
    const std::array<Cell, 2> values{to, priceCell};
    const std::array<Cell, 1> onlyNew{Cell::newId()};
    PW_TRY(const auto put, m_table.put(keys, values, {}, onlyNew));
    if (put.outcome == PutOutcome::Duplicate)
      return RowFail{"import.duplicate-key", m_from};
    countOutcome(m_batch, put.outcome);
    return fail;
  }

 private:
  RowFail read(const RowInput& in, std::string_view& sku, std::string_view& zone, std::int64_t& from, std::int64_t& to,
               std::int64_t& channel, Currency& currency) const {
    if (const RowFail f = in.code(m_sku, sku))
      return f;
    if (const RowFail f = in.code(m_zone, zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    if (const RowFail f = in.day(m_from, from, Need::Required))
      return f;
    if (const RowFail f = in.day(m_to, to, Need::Required))
      return f;
    if (to < from || to - from > 3660)
      return {"import.bad-period", m_to};
    const std::string_view mechanism = in.text(m_mechanism);
    if (!mechanism.empty() && mechanism != "price" && mechanism != "feature" && mechanism != "display")
      return {"import.bad-choice", m_mechanism};
    if (const std::string_view code = in.text(m_channel); !code.empty()) {
      const auto known = m_batch.codes.channel(code);
      if (!known)
        return {"import.unknown-channel", m_channel};
      channel = *known;
    }
    std::int64_t price = 0;
    NamedCurrencies named;
    if (const RowFail f = in.number(m_price, 6, price, Need::Optional, &named))
      return f;
    if (in.told(m_price) && price <= 0)
      return {"import.price-not-positive", m_price};
    if (const RowFail f = in.currency(m_currency, currency))
      return f;
    return named.any() ? named.mustFit(m_batch.codes.currencyOf(zone, currency)) : RowFail{};
  }

  BatchContext& m_batch;
  int m_sku, m_zone, m_from, m_to, m_price, m_mechanism, m_channel, m_currency;
  KeyedTable m_table;
};

} // namespace

std::unique_ptr<RowWriter> makePromotionRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<PromotionRows>(batch, fields);
}

} // namespace pricewright
