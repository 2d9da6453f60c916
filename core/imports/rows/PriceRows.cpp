// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/RawStatement.h"
#include "imports/rows/RowWriter.h"

#include <limits>
#include <tuple>

namespace pricewright {
namespace {

// Regular prices as published, into the price history of every channel: several days make a history whose last price
// stays open. A price that the workspace itself published may be followed by an imported one, never rewritten.
class PriceRows final : public RowWriter {
 public:
  PriceRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_price(fields.find("price")),
        m_day(fields.find("day")), m_currency(fields.find("currency")) {}

  Result<RowFail> add(const RowInput& in) override {
    std::string_view sku, zone;
    if (const RowFail f = in.code(m_sku, sku))
      return f;
    if (const RowFail f = in.code(m_zone, zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    Event e{0, toMillis(startOf(dayOf(m_batch.now))), 0, in.line()};
    if (m_day >= 0) {
      std::int64_t day = 0;
      if (const RowFail f = in.day(m_day, day, Need::Optional))
        return f;
      if (in.told(m_day))
        e.fromMs = day * 86'400'000;
    }
    Currency wanted;
    if (const RowFail f = in.currency(m_currency, wanted))
      return f;
    // Looked at before anything is made: a price that cannot stand makes no product.
    const Currency currency = m_batch.codes.currencyOf(zone, wanted);
    if (const RowFail f = in.price(m_price, currency, m_batch.options.roundPrices, e.minor, Need::Required))
      return f;
    RowFail fail;
    PW_TRY(const ListingRef listing, m_batch.codes.listing(sku, zone, wanted, true, fail, m_sku, m_zone, m_currency));
    if (fail)
      return fail;
    e.listingNo = listing.no;
    m_currencies[listing.no] = currency.code();
    m_events.push_back(e);
    return fail;
  }

  Status finish(const JobContext& job) override {
    PW_CHECK(prepare());
    std::sort(m_events.begin(), m_events.end(), [](const Event& a, const Event& b) {
      return std::tie(a.listingNo, a.fromMs, a.line) < std::tie(b.listingNo, b.fromMs, b.line);
    });
    for (std::size_t begin = 0; begin < m_events.size();) {
      std::size_t end = begin + 1;
      while (end < m_events.size() && m_events[end].listingNo == m_events[begin].listingNo)
        ++end;
      PW_CHECK(putListing(std::span(m_events).subspan(begin, end - begin)));
      begin = end;
      if (job.cancelled())
        return fail(QStringLiteral("import.cancelled"));
    }
    return {};
  }

 private:
  enum class Outcome { Same, Changed, Added, PublishedHistory };
  struct Event {
    int listingNo;
    std::int64_t fromMs, minor;
    qint64 line;
  };
  struct Row {
    std::int64_t no;                  // 0: new
    std::int64_t minor, fromMs, toMs; // toMs = kOpen where it is open
    bool published;                   // by the workspace itself
    bool moved = false, repriced = false;
  };
  static constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();

  Status prepare() {
    PW_TRY(m_select,
           RawStatement::prepare(m_batch.db, "SELECT no, amount_minor, from_ms, to_ms, origin FROM price WHERE "
                                             "listing_no = ?1 AND channel_no = ?2 AND type = 'regular' "
                                             "ORDER BY from_ms, no"));
    PW_TRY(m_before, RawStatement::prepare(m_batch.db, "SELECT * FROM price WHERE no = ?1"));
    return {};
  }

  Status load(int listingNo, int channelNo, std::vector<Row>& rows) {
    sqlite3_stmt* s = m_select.get();
    sqlite3_bind_int64(s, 1, listingNo);
    sqlite3_bind_int64(s, 2, channelNo);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
      const std::string_view origin(reinterpret_cast<const char*>(sqlite3_column_text(s, 4)));
      rows.push_back({sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2),
                      sqlite3_column_type(s, 3) == SQLITE_NULL ? kOpen : sqlite3_column_int64(s, 3),
                      origin != "import" && origin != "observed"});
    }
    sqlite3_reset(s);
    return code == SQLITE_DONE ? Status() : Status(m_batch.db.lastError(QStringLiteral("price")));
  }

  Outcome place(std::vector<Row>& rows, const Event& e) const {
    const auto next = std::upper_bound(rows.begin(), rows.end(), e.fromMs,
                                       [](std::int64_t from, const Row& r) { return from < r.fromMs; });
    std::int64_t until = next == rows.end() ? kOpen : next->fromMs;
    if (next != rows.begin()) {
      Row& last = *(next - 1);
      const bool inForce = last.toMs > e.fromMs;
      if ((inForce || last.fromMs == e.fromMs) && last.minor == e.minor)
        return Outcome::Same;
      if (last.fromMs == e.fromMs) {
        if (last.published)
          return Outcome::PublishedHistory;
        last.minor = e.minor;
        last.repriced = true;
        return Outcome::Changed;
      }
      if (inForce) {
        if (last.published && last.toMs != kOpen)
          return Outcome::PublishedHistory;
        until = last.toMs;
        last.toMs = e.fromMs;
        last.moved = true;
      }
    }
    rows.insert(next, Row{0, e.minor, e.fromMs, until, false});
    return Outcome::Added;
  }

  Status putListing(std::span<const Event> events) {
    const std::vector<int>& channels = m_batch.codes.channels();
    std::vector<std::vector<Row>> rows(channels.size());
    for (std::size_t c = 0; c < channels.size(); ++c)
      PW_CHECK(load(events.front().listingNo, channels[c], rows[c]));
    const Event* first = nullptr;
    for (const Event& e : events) {
      if (first && first->fromMs == e.fromMs && first->minor != e.minor) {
        m_batch.rejectLate(e.line, "import.duplicate-key", "price", {});
        continue;
      }
      if (first && first->fromMs == e.fromMs) {
        ++m_batch.same;
        continue;
      }
      first = &e;
      Outcome outcome = Outcome::Same;
      for (auto& ofChannel : rows)
        outcome = std::max(outcome, place(ofChannel, e));
      count(outcome, e);
    }
    for (std::size_t c = 0; c < channels.size(); ++c)
      PW_CHECK(write(events.front().listingNo, channels[c], rows[c]));
    return {};
  }

  void count(Outcome outcome, const Event& e) {
    m_batch.same += outcome == Outcome::Same;
    m_batch.changed += outcome == Outcome::Changed;
    m_batch.added += outcome == Outcome::Added;
    if (outcome == Outcome::PublishedHistory)
      m_batch.rejectLate(e.line, "import.published-history", "price", {});
  }

  Status write(int listingNo, int channelNo, const std::vector<Row>& rows) {
    PW_TRY(Query update,
           Query::prepare(m_batch.db, "UPDATE price SET amount_minor = ?2, to_ms = ?3, "
                                      "import_no = CASE WHEN ?4 THEN ?5 ELSE import_no END WHERE no = ?1"));
    PW_TRY(Query insert, Query::prepare(m_batch.db, "INSERT INTO price (listing_no, channel_no, type, amount_minor, "
                                                    "currency, from_ms, to_ms, origin, import_no) "
                                                    "VALUES (?1, ?2, 'regular', ?3, ?4, ?5, ?6, 'import', ?7)"));
    const auto bindEnd = [](Query& q, int at, std::int64_t toMs) {
      if (toMs == kOpen)
        q.bindNull(at);
      else
        q.bind(at, qint64(toMs));
    };
    for (const Row& r : rows) { // first the old ones: there is one open price at any moment
      if (r.no == 0 || !(r.moved || r.repriced))
        continue;
      sqlite3_bind_int64(m_before.get(), 1, r.no);
      if (sqlite3_step(m_before.get()) == SQLITE_ROW)
        PW_CHECK(m_batch.keepBefore("price", m_before.get()));
      sqlite3_reset(m_before.get());
      update.bind(1, qint64(r.no)).bind(2, qint64(r.minor)).bind(4, int(r.repriced)).bind(5, m_batch.no);
      bindEnd(update, 3, r.toMs);
      PW_CHECK(update.run());
    }
    for (const Row& r : rows) {
      if (r.no != 0)
        continue;
      insert.bind(1, listingNo).bind(2, channelNo).bind(3, qint64(r.minor)).bind(4, m_currencies[listingNo]);
      insert.bind(5, qint64(r.fromMs)).bind(7, m_batch.no);
      bindEnd(insert, 6, r.toMs);
      PW_CHECK(insert.run());
      for (const std::int64_t part : {std::int64_t(listingNo), std::int64_t(channelNo), r.minor, r.fromMs})
        m_batch.digest.add(part);
    }
    return {};
  }

  BatchContext& m_batch;
  int m_sku, m_zone, m_price, m_day, m_currency;
  std::vector<Event> m_events;
  QHash<int, QString> m_currencies;
  RawStatement m_select, m_before;
};

} // namespace

std::unique_ptr<RowWriter> makePriceRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<PriceRows>(batch, fields);
}

} // namespace pricewright
