// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/RowWriter.h"
#include "imports/rows/SeriesTable.h"

namespace pricewright {
namespace {

// Stock counts per listing and day.
class StockRows final : public RowWriter {
 public:
  StockRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_day(fields.find("day")),
        m_onHand(fields.find("on_hand")), m_inStock(fields.find("in_stock_days")),
        m_table(batch, {.table = "stock", .values = {{"on_hand_milli"}, {"in_stock_days", m_inStock >= 0}}},
                static_cast<std::size_t>(batch.options.expectedRows)) {}

  Result<RowFail> add(const RowInput& in) override {
    std::string_view sku, zone;
    if (const RowFail f = in.code(m_sku, sku))
      return f;
    if (const RowFail f = in.code(m_zone, zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    std::int64_t day = 0;
    if (const RowFail f = in.day(m_day, day, Need::Required))
      return f;
    if (const RowFail f = in.past(m_day, day, m_batch.now))
      return f;
    std::array<std::int64_t, 2> v{0, SeriesTable::kNull};
    if (const RowFail f = in.number(m_onHand, 3, v[0], Need::Required))
      return f;
    if (v[0] < 0)
      return RowFail{"import.negative-units", m_onHand};
    if (const RowFail f = in.whole(m_inStock, 0, 366, v[1], "import.out-of-range"))
      return f;
    RowFail fail;
    PW_TRY(const ListingRef listing, m_batch.codes.listing(sku, zone, {}, false, fail, m_sku, m_zone, -1));
    if (!fail)
      PW_CHECK(m_table.add(in.line(), listing.no, 0, day, v));
    return fail;
  }
  Status finish(const JobContext& job) override { return m_table.flush(job); }

 private:
  BatchContext& m_batch;
  int m_sku, m_zone, m_day, m_onHand, m_inStock;
  SeriesTable m_table;
};

} // namespace

std::unique_ptr<RowWriter> makeStockRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<StockRows>(batch, fields);
}

} // namespace pricewright
