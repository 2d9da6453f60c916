// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/TodayView.h"

#include "catalog/Rows.h"
#include "engine/OneMoment.h"
#include "engine/views/TodayMarket.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace pricewright {
namespace {

constexpr int kMostCycles = 6, kMostMoves = 6, kComingDays = 14;
constexpr auto kDay = std::chrono::hours(24);
constexpr auto kJustLanded = std::chrono::hours(48);
constexpr double kEnough = 0.95; // of what was covered before: less is partial

class TodayReader {
 public:
  explicit TodayReader(Workspace& w) : m_ws(w), m_db(w.database()) {}

  Result<TodaySnapshot> read() {
    PW_CHECK(readFrame());
    PW_CHECK(readSales());
    PW_CHECK(readCosts());
    PW_CHECK(readStock());
    PW_CHECK(readOffers());
    PW_CHECK(readRates());
    PW_CHECK(readQueue());
    PW_CHECK(readReleases());
    PW_TRY(m_out.cycles, m_ws.decisions().cycles(kMostCycles));
    tellOfHalt();
    orderNeeds();
    PW_CHECK(readOurMoves());
    PW_CHECK(readTheirMoves());
    return std::move(m_out);
  }

 private:
  Status readFrame() {
    PW_TRY(m_catalog, m_ws.catalog().load());
    PW_TRY(m_settings, m_ws.catalog().settings());
    m_now = m_ws.clock().now();
    m_today = dayOf(m_now);
    m_out.workspaceName = m_catalog.name;
    m_out.currency = m_catalog.currency;
    m_out.now = m_now;
    m_out.asOf = m_ws.isAsOf();
    m_out.prices = static_cast<int>(m_catalog.listings.size());
    return {};
  }

  Duration days(QStringView setting) const { return std::chrono::days(m_settings.integer(setting)); }

  // The feed with what its newest import was.
  Result<FeedReadiness> feed(const char* code, Duration limit) {
    FeedReadiness f;
    f.feed = QString::fromLatin1(code);
    f.limit = limit;
    PW_TRY(Query q, Query::prepare(m_db, "SELECT at_ms, rows_read, rows_rejected, file_name FROM import_batch "
                                         "WHERE kind = ?1 AND state = 'applied' ORDER BY no DESC LIMIT 1"));
    q.bind(1, f.feed);
    PW_TRY(const bool row, q.step());
    if (!row)
      return f;
    f.landedAt = fromMillis(q.integer(0));
    f.rows = q.integer(1);
    f.rejected = q.integer(2);
    if (f.rejected > 0 && m_now - *f.landedAt < kJustLanded)
      m_rejected.push_back({QStringLiteral("rows-rejected"), static_cast<int>(f.rejected), 0, f.landedAt, q.text(3)});
    return f;
  }

  void close(FeedReadiness f) {
    using State = FeedReadiness::State;
    if (f.covered == 0 && !f.through)
      f.state = State::Missing;
    else if (f.through && startOf(*f.through) + kDay + f.limit < m_now)
      f.state = State::Stale;
    else if (f.covered < std::ceil(kEnough * f.expected))
      f.state = State::Partial;
    else
      f.state = State::Complete;
    m_out.feeds.push_back(std::move(f));
  }

  // Covered: what has a period that ends within a week of the newest; expected: what sold within the four weeks before.
  Status readSales() {
    PW_TRY(FeedReadiness f, feed("sales", days(u"monitor.sales-freshness.days")));
    PW_TRY(Query q, Query::prepare(m_db, "SELECT (SELECT s.day + s.days FROM sale s WHERE s.listing_no = l.no AND "
                                         "s.day <= ?1 ORDER BY s.day DESC LIMIT 1) FROM listing l"));
    q.bind(1, toDayNumber(m_today));
    std::vector<int> ends;
    PW_CHECK(eachRow(q, [&]() -> Status {
      if (!q.isNull(0))
        ends.push_back(smallInteger(q, 0));
      return {};
    }));
    if (!ends.empty()) {
      const int newest = *std::max_element(ends.begin(), ends.end());
      f.through = fromDayNumber(newest - 1);
      for (const int end : ends) {
        f.covered += end > newest - 7;
        f.expected += end > newest - 28;
      }
    }
    close(std::move(f));
    return {};
  }

  Status readCosts() {
    PW_TRY(FeedReadiness f, feed("costs", days(u"monitor.cost-freshness.days")));
    PW_TRY(const auto costs, m_ws.catalog().costsInForce(m_today, CostKind::Replacement));
    for (const DatedCost& c : costs)
      if (c.amount.value.micros() > 0) {
        ++f.covered;
        if (!f.through || c.from > *f.through)
          f.through = c.from;
      }
    f.expected = m_out.prices;
    if (f.expected > f.covered && f.expected > 0)
      m_out.needs.push_back({QStringLiteral("costs-missing"), f.expected - f.covered, 0, {}, {}});
    close(std::move(f));
    PW_TRY(Query q, Query::prepare(m_db, "SELECT count(DISTINCT listing_no), min(from_day) FROM cost "
                                         "WHERE kind = 'replacement' AND from_day > ?1 AND from_day <= ?2"));
    q.bind(1, toDayNumber(m_today)).bind(2, toDayNumber(m_today) + kComingDays);
    PW_TRY(const bool row, q.step());
    if (row && q.integer(0) > 0)
      m_out.needs.push_back(
          {QStringLiteral("costs-coming"), smallInteger(q, 0), 0, startOf(fromDayNumber(smallInteger(q, 1))), {}});
    return {};
  }

  Status readStock() {
    PW_TRY(FeedReadiness f, feed("stock", days(u"monitor.sales-freshness.days")));
    PW_TRY(const auto levels, m_ws.catalog().latestStock(m_today));
    for (const StockLevel& level : levels)
      if (!f.through || level.day > *f.through)
        f.through = level.day;
    for (const StockLevel& level : levels)
      f.covered += f.through && *f.through - level.day < std::chrono::days(7);
    f.expected = static_cast<int>(levels.size());
    if (!levels.empty() || f.landedAt) // a trade that keeps no stock figures is not told so every morning
      close(std::move(f));
    return {};
  }

  Status readOffers() {
    PW_TRY(FeedReadiness f, feed("offers", kDay));
    PW_TRY(const auto sources, m_ws.offers().sources());
    PW_TRY(Query q, Query::prepare(m_db, "SELECT source_no, max(observed_ms) FROM offer WHERE observed_ms <= ?1 AND "
                                         "state = 'accepted' GROUP BY source_no ORDER BY source_no"));
    q.bind(1, toMillis(m_now));
    std::optional<Instant> newest, lastOfLate;
    PW_CHECK(eachRow(q, [&]() -> Status {
      const auto source = sources.find(smallInteger(q, 0));
      if (source == sources.end())
        return {};
      const Instant seen = fromMillis(q.integer(1));
      newest = newest ? std::max(*newest, seen) : seen;
      ++f.expected;
      if (m_now - seen <= source->freshness) {
        ++f.covered;
      } else {
        f.late << (source->name.isEmpty() ? source->code : source->name);
        lastOfLate = lastOfLate.value_or(seen);
      }
      f.limit = std::max(f.limit, source->freshness);
      return {};
    }));
    if (newest)
      f.through = dayOf(*newest);
    if (f.covered == 0 && f.expected > 0) {
      f.state = FeedReadiness::State::Stale;
      m_out.feeds.push_back(f);
    } else {
      f.expected > f.covered ? (f.state = FeedReadiness::State::Partial, m_out.feeds.push_back(f)) : close(f);
    }
    if (!f.late.isEmpty())
      m_out.needs.push_back(
          {QStringLiteral("sources-stale"), static_cast<int>(f.late.size()), 0, lastOfLate, f.late.first()});
    PW_CHECK(addTestNeeds(m_db, m_out.needs));
    return addMarketNeeds(m_db, m_out.now, m_out.needs);
  }

  Status readRates() {
    PW_TRY(FeedReadiness f, feed("fx", days(u"monitor.fx-freshness.days")));
    std::set<QString> used{m_catalog.currency.code()};
    for (const PriceZone& z : m_catalog.zones)
      used.insert(z.currency.code());
    PW_TRY(Query costs, Query::prepare(m_db, "SELECT DISTINCT currency FROM cost"));
    PW_CHECK(eachRow(costs, [&]() -> Status {
      used.insert(costs.text(0));
      return {};
    }));
    if (used.size() < 2)
      return {};
    PW_TRY(Query q, Query::prepare(m_db, "SELECT max(day) FROM fx_rate WHERE day <= ?1"));
    q.bind(1, toDayNumber(m_today));
    PW_TRY(const bool row, q.step());
    if (row && !q.isNull(0)) {
      f.through = fromDayNumber(smallInteger(q, 0));
      PW_TRY(Query have, Query::prepare(m_db, "SELECT currency FROM fx_rate WHERE day = ?1 UNION "
                                              "SELECT base FROM fx_rate WHERE day = ?1"));
      have.bind(1, q.integer(0));
      PW_CHECK(eachRow(have, [&]() -> Status {
        f.covered += used.contains(have.text(0)) ? 1 : 0;
        return {};
      }));
    }
    f.expected = static_cast<int>(used.size());
    close(std::move(f));
    return {};
  }

  Status readQueue() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT count(*), coalesce(sum(stake_micro), 0), min(expires_ms) FROM "
                                         "decision WHERE state = 'pending'"));
    PW_TRY(const bool row, q.step());
    if (row && q.integer(0) > 0)
      m_out.needs.insert(
          m_out.needs.begin(),
          {QStringLiteral("waiting"), smallInteger(q, 0), double(q.integer(1)) / 1e6, fromMillis(q.integer(2)), {}});
    return addHeldNeeds(m_ws, m_out.needs);
  }

  // What a breaker stopped goes out by nobody's hand but a person's: that is the first to be known.
  void tellOfHalt() {
    if (m_out.cycles.empty() || m_out.cycles.front().haltedBy.isEmpty())
      return;
    const CycleReport& last = m_out.cycles.front();
    m_out.needs.push_back({QStringLiteral("cycle-halted"), 1, 0, last.startedAt, last.haltedBy});
  }

  Status readReleases() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT b.state, b.release_ms, b.name, (SELECT count(*) FROM decision d WHERE "
                                         "d.batch_no = b.no) FROM price_batch b WHERE b.state IN ('scheduled', "
                                         "'failed') ORDER BY b.release_ms"));
    TodayNeed failed{QStringLiteral("failed-release"), 0, 0, {}, {}};
    TodayNeed due{QStringLiteral("release-due"), 0, 0, {}, {}};
    PW_CHECK(eachRow(q, [&]() -> Status {
      const Instant at = fromMillis(q.integer(1));
      if (q.utf8(0) == "failed") {
        ++failed.count;
        failed.example = q.text(2);
        return {};
      }
      due.count += smallInteger(q, 3);
      if (!due.when)
        due.when = at;
      return {};
    }));
    m_out.nextRelease = due.when;
    if (failed.count > 0)
      m_out.needs.push_back(std::move(failed));
    if (due.count > 0)
      m_out.needs.push_back(std::move(due));
    return {};
  }

  // What stops the work first, what is merely coming last.
  void orderNeeds() {
    static const QStringList kOrder{
        QStringLiteral("cycle-halted"),  QStringLiteral("failed-release"), QStringLiteral("waiting"),
        QStringLiteral("blocked"),       QStringLiteral("held-by-test"),   QStringLiteral("tests-decided"),
        QStringLiteral("tests-paused"),  QStringLiteral("sources-stale"),  QStringLiteral("offers-doubtful"),
        QStringLiteral("alerts"),        QStringLiteral("pages-failing"),  QStringLiteral("matches"),
        QStringLiteral("costs-missing"), QStringLiteral("rows-rejected"),  QStringLiteral("release-due"),
        QStringLiteral("costs-coming")};
    m_out.needs.insert(m_out.needs.end(), m_rejected.begin(), m_rejected.end());
    std::stable_sort(m_out.needs.begin(), m_out.needs.end(), [](const TodayNeed& a, const TodayNeed& b) {
      return kOrder.indexOf(a.what) < kOrder.indexOf(b.what);
    });
  }

  struct Names {
    QString sku, product, zone;
    Currency currency;
  };
  std::optional<Names> namesOf(int listingNo) const {
    const Listing* l = m_catalog.listing(listingNo);
    const Sku* sku = l ? m_catalog.sku(l->skuNo) : nullptr;
    const PriceZone* zone = l ? m_catalog.zone(l->zoneNo) : nullptr;
    return sku && zone ? std::optional(Names{sku->code, sku->name, zone->code, zone->currency}) : std::nullopt;
  }

  static void keep(PriceMoves& moves, std::vector<PriceMove> all) {
    for (const PriceMove& m : all)
      (m.to.minor() > m.from.minor() ? moves.up : moves.down) += 1;
    const auto most = std::min<std::ptrdiff_t>(kMostMoves, std::ssize(all));
    std::partial_sort(all.begin(), all.begin() + most, all.end(), [](const PriceMove& a, const PriceMove& b) {
      return std::tuple(-std::abs(a.changeBp()), a.sku, a.zone, a.by) <
             std::tuple(-std::abs(b.changeBp()), b.sku, b.zone, b.by);
    });
    all.resize(std::size_t(most));
    moves.largest = std::move(all);
  }

  // Regular prices of the first channel that came into force since yesterday, against the one in force before; the
  // first one that was ever published, against what its decision found.
  Status readOurMoves() {
    if (m_catalog.channels.empty())
      return {};
    PW_TRY(Query q,
           Query::prepare(m_db, "SELECT p.listing_no, p.amount_minor, p.from_ms, p.origin, coalesce((SELECT "
                                "b.amount_minor FROM price b WHERE b.listing_no = p.listing_no AND b.channel_no = "
                                "p.channel_no AND b.type = 'regular' AND b.from_ms < ?2 ORDER BY b.from_ms DESC LIMIT "
                                "1), (SELECT d.current_minor FROM decision d WHERE d.id = p.decision_id)) FROM listing "
                                "l JOIN price p ON p.listing_no = l.no AND p.channel_no = ?1 AND p.type = 'regular' "
                                "AND p.from_ms >= ?2 AND p.from_ms <= ?3 WHERE p.to_ms IS NULL OR p.to_ms > ?3 ORDER "
                                "BY p.listing_no"));
    q.bind(1, m_catalog.channels.front().no).bind(2, toMillis(m_now - kDay)).bind(3, toMillis(m_now));
    std::vector<PriceMove> moves;
    PW_CHECK(eachRow(q, [&]() -> Status {
      const auto names = namesOf(smallInteger(q, 0));
      if (names && !q.isNull(4) && q.integer(4) != q.integer(1))
        moves.push_back({names->sku, names->product, names->zone, Money(q.integer(4), names->currency),
                         Money(q.integer(1), names->currency), fromMillis(q.integer(2)), true, q.text(3)});
      return {};
    }));
    keep(m_out.ours, std::move(moves));
    return {};
  }

  // Offers seen since yesterday, against what the same seller asked for the same product before.
  Status readTheirMoves() {
    PW_TRY(Query q,
           Query::prepare(m_db, "SELECT m.listing_no, o.seller, o.price_micro, o.currency, o.observed_ms, "
                                "(SELECT b.price_micro FROM offer b WHERE b.match_no = o.match_no AND b.source_no = "
                                "o.source_no AND b.seller = o.seller AND b.observed_ms < ?1 AND b.state = 'accepted' "
                                "AND b.currency = o.currency ORDER BY b.observed_ms DESC LIMIT 1), o.match_no, "
                                "o.source_no FROM offer o JOIN product_match m ON m.no = o.match_no WHERE "
                                "o.observed_ms >= ?1 AND o.observed_ms <= ?2 AND o.state = 'accepted' AND m.state = "
                                "'confirmed' ORDER BY o.match_no, o.source_no, o.seller, o.observed_ms"));
    q.bind(1, toMillis(m_now - kDay)).bind(2, toMillis(m_now));
    std::vector<PriceMove> moves;
    std::tuple<qint64, qint64, QString> last{-1, -1, {}};
    CurrencyReader currencies;
    PW_CHECK(eachRow(q, [&]() -> Status {
      const auto names = namesOf(smallInteger(q, 0));
      const auto currency = currencies.read(q.utf8(3));
      if (!names || !currency || q.isNull(5))
        return {};
      const auto minor = [&](qint64 micros) {
        return Money::round(Decimal::fromMicros(micros), *currency, Rounding::HalfEven);
      };
      std::tuple<qint64, qint64, QString> key{q.integer(6), q.integer(7), q.text(1)};
      if (key == last && !moves.empty()) // seen more than once since yesterday: the newest counts
        moves.pop_back();
      last = key;
      PriceMove move{names->sku,          names->product,           names->zone, minor(q.integer(5)),
                     minor(q.integer(2)), fromMillis(q.integer(4)), false,       q.text(1)};
      moves.push_back(std::move(move));
      return {};
    }));
    std::erase_if(moves, [](const PriceMove& m) { return m.from.minor() == m.to.minor() || m.from.minor() <= 0; });
    keep(m_out.theirs, std::move(moves));
    return {};
  }

  Workspace& m_ws;
  Database& m_db;
  Catalog m_catalog;
  Settings m_settings;
  Instant m_now{};
  Day m_today{};
  std::vector<TodayNeed> m_rejected;
  TodaySnapshot m_out;
};

} // namespace

int PriceMove::changeBp() const {
  if (from.minor() <= 0)
    return 0;
  const double change = 10'000.0 * (double(to.minor()) - double(from.minor())) / double(from.minor());
  return static_cast<int>(std::clamp(std::round(change), -2e9, 2e9));
}

Result<TodaySnapshot> todayView(Workspace& workspace) {
  return ofOneMoment(workspace.database(), [&] { return TodayReader(workspace).read(); });
}

} // namespace pricewright
