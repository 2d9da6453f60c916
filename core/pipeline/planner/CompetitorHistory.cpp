// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/UsableRates.h"
#include "pipeline/planner/World.h"
#include "statistics/Robust.h"

#include <map>

namespace pricewright {
namespace {

constexpr int kFreshDays = 14; // a weekly panel's offer still describes the week after
constexpr std::size_t kSellers = 2;

struct Seen {
  int day = 0;
  std::string seller;
  double price = 0;
};

// Reads row by row, so that years of offers never stand in memory at once.
class HistoryReader {
 public:
  HistoryReader(const OfferStore& offers, const Catalog& catalog, const Settings& settings)
      : m_catalog(catalog), m_rates(offers, catalog.currency, settings) {}

  Status take(const Query& q) {
    const int listingNo = int(q.integer(0));
    if (listingNo != m_listing) {
      finish();
      m_listing = listingNo;
      const Listing* listing = m_catalog.listing(listingNo);
      const PriceZone* zone = listing ? m_catalog.zone(listing->zoneNo) : nullptr;
      m_into = zone ? zone->currency : Currency();
    }
    const int day = toDayNumber(dayOf(fromMillis(q.integer(2))));
    const auto currency = Currency::fromCode(q.text(4));
    if (!m_into.isValid() || !currency)
      return {};
    const Amount delivered{Decimal::fromMicros(q.integer(3)), *currency};
    PW_TRY(const auto price, inZoneCurrency(delivered, day));
    if (price && *price > 0)
      m_seen.push_back({day, std::string(q.utf8(1)), *price * double(q.integer(6)) / double(q.integer(5))});
    return {};
  }

  // At each day with an observation: the median of each seller's newest price, at least two sellers.
  void finish() {
    std::sort(m_seen.begin(), m_seen.end(), [](const Seen& a, const Seen& b) {
      return std::tie(a.day, a.seller, a.price) < std::tie(b.day, b.seller, b.price);
    });
    std::map<std::string_view, std::pair<int, double>> newest;
    auto& out = m_history[m_listing];
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
      newest[m_seen[i].seller] = {m_seen[i].day, m_seen[i].price};
      if (i + 1 < m_seen.size() && m_seen[i + 1].day == m_seen[i].day)
        continue;
      std::vector<double> prices;
      for (const auto& [seller, last] : newest)
        if (m_seen[i].day - last.first <= kFreshDays)
          prices.push_back(last.second);
      if (prices.size() >= kSellers)
        out.emplace_back(m_seen[i].day, median(std::move(prices)));
    }
    if (out.empty())
      m_history.erase(m_listing);
    m_seen.clear();
  }

  CompetitorHistory result() && { return std::move(m_history); }

 private:
  Result<std::optional<double>> inZoneCurrency(const Amount& price, int day) {
    if (price.currency == m_into)
      return std::optional(price.value.toDouble());
    PW_TRY(const FxRates* rates, m_rates.on(fromDayNumber(day)));
    const auto converted =
        rates ? rates->convert(price, m_into, Rounding::HalfEven) : Result<Amount>(fail(QStringLiteral("fx.no-rate")));
    return converted ? std::optional(converted->value.toDouble()) : std::nullopt;
  }

  const Catalog& m_catalog;
  UsableRates m_rates;
  int m_listing = 0;
  Currency m_into;
  std::vector<Seen> m_seen;
  CompetitorHistory m_history;
};

} // namespace

Result<CompetitorHistory> loadCompetitorHistory(Database& db, const OfferStore& offers, const Catalog& catalog,
                                                Instant now, const Settings& settings) {
  PW_TRY(Query any, Query::prepare(db, "SELECT 1 FROM source WHERE informs_demand = 1 AND public_data = 1 LIMIT 1"));
  PW_TRY(const bool informs, any.step());
  if (!informs)
    return CompetitorHistory();
  // CROSS JOIN keeps the matches outermost: both indexes are walked in order and nothing is sorted.
  PW_TRY(Query q,
         Query::prepare(db, "SELECT m.listing_no, o.seller, o.observed_ms, o.price_micro + o.shipping_micro, "
                            "o.currency, m.their_packs, m.our_packs FROM product_match m CROSS JOIN offer o ON "
                            "o.match_no = m.no JOIN source s ON s.no = o.source_no WHERE m.state = 'confirmed' "
                            "AND o.state = 'accepted' AND o.in_stock = 1 AND s.informs_demand = 1 AND "
                            "s.public_data = 1 AND o.observed_ms <= ? ORDER BY m.listing_no"));
  q.bind(1, toMillis(now));
  HistoryReader reader(offers, catalog, settings);
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      break;
    PW_CHECK(reader.take(q));
  }
  reader.finish();
  return std::move(reader).result();
}

} // namespace pricewright
