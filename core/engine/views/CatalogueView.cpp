// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/CatalogueView.h"

#include "base/Parallel.h"
#include "catalog/Rows.h"
#include "decision/PriceLimits.h"
#include "engine/OneMoment.h"
#include "market/Reference.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr auto kOffers = std::chrono::hours(24 * 60);
constexpr int kSalesDays = 28, kLatestSalesMayBe = 14; // four weeks that ended at most two weeks ago
constexpr double kNormal95 = 1.959963984540054;        // 97.5 % quantile of the standard normal
constexpr std::size_t kGrain = 256;

class CatalogueReader {
 public:
  explicit CatalogueReader(Workspace& w) : m_ws(w), m_db(w.database()) {}

  Result<CatalogueSnapshot> read() {
    PW_CHECK(readFrame());
    PW_CHECK(readPrices());
    PW_CHECK(readPromotions());
    PW_CHECK(readCosts());
    PW_CHECK(readOffers());
    PW_CHECK(readDemand());
    PW_CHECK(readStock());
    PW_CHECK(readSales());
    PW_CHECK(readDecisions());
    finish();
    return std::move(m_out);
  }

 private:
  struct Beside { // what a row is computed from
    int vatBp = 0;
    bool gross = false, vatMissing = false;
    std::vector<Offer> offers;
  };

  CatalogueRow* row(qint64 listingNo) {
    if (listingNo < 0 || listingNo >= qint64(m_place.size()) || m_place[std::size_t(listingNo)] < 0)
      return nullptr;
    return &m_out.rows[std::size_t(m_place[std::size_t(listingNo)])];
  }
  Beside& beside(const CatalogueRow& r) { return m_beside[std::size_t(&r - m_out.rows.data())]; }

  Status readFrame() {
    PW_TRY(const Catalog c, m_ws.catalog().load());
    PW_TRY(m_settings, m_ws.catalog().settings());
    m_now = m_ws.clock().now();
    m_today = dayOf(m_now);
    m_channel = c.channels.empty() ? 0 : c.channels.front().no;
    m_out.now = m_now;
    m_out.workspaceName = c.name;
    m_out.userName = m_ws.me().user;
    m_out.userRole = m_ws.me().role;
    m_out.readOnly = m_db.isReadOnly();
    m_out.totals.currency = c.currency;
    PW_CHECK(readRates(c.currency));
    std::vector<std::pair<const Sku*, const Listing*>> order;
    for (const Listing& l : c.listings)
      if (const Sku* sku = c.sku(l.skuNo); sku && c.zone(l.zoneNo))
        order.emplace_back(sku, &l);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first->code, a.second->zoneNo) < std::tie(b.first->code, b.second->zoneNo);
    });
    m_out.rows.reserve(order.size());
    m_beside.resize(order.size());
    for (const auto& [sku, listing] : order)
      addRow(c, *sku, *listing);
    std::vector<bool> zones(c.zones.empty() ? 1 : std::size_t(c.zones.back().no) + 1);
    for (const auto& [sku, listing] : order)
      zones[std::size_t(listing->zoneNo)] = true;
    m_out.totals.zones = int(std::count(zones.begin(), zones.end(), true));
    for (std::size_t i = 0; i < order.size(); ++i)
      m_out.totals.skus += i == 0 || order[i].first != order[i - 1].first;
    return {};
  }

  void addRow(const Catalog& c, const Sku& sku, const Listing& l) {
    const PriceZone& zone = *c.zone(l.zoneNo);
    const Category* category = c.category(sku.categoryNo);
    CatalogueRow r;
    r.listingNo = l.no;
    r.sku = sku.code;
    r.product = sku.name;
    r.brand = sku.brand;
    r.gtin = sku.gtin;
    r.mpn = sku.mpn;
    r.category = category ? category->code : QString();
    r.zone = zone.code;
    r.role = sku.role;
    r.currency = zone.currency;
    r.ladder = l.ladder ? *l.ladder : defaultLadder(zone.currency);
    r.floorMinor = l.minMinor;
    r.ceilingMinor = l.maxMinor;
    r.mapMinor = l.mapMinor;
    r.costWhy = QStringLiteral("missing");
    r.rivalWhy = QStringLiteral("no-offers");
    r.elasticityWhy = QStringLiteral("no-cycle");
    if (std::size_t(l.no) >= m_place.size())
      m_place.resize(std::size_t(l.no) + 1, -1);
    m_place[std::size_t(l.no)] = int(m_out.rows.size());
    Beside& b = m_beside[m_out.rows.size()];
    b.gross = zone.grossPrices;
    const std::optional<int> vat = c.vatBp(zone.market, sku.vatClass, m_today);
    b.vatBp = vat.value_or(0);
    b.vatMissing = zone.grossPrices && !vat;
    m_out.rows.push_back(std::move(r));
  }

  // As the monitor reads them: what is too old converts nothing.
  Status readRates(Currency workspace) {
    PW_TRY(m_rates, m_ws.offers().usableRates(m_today, workspace, RateAge::of(m_settings)));
    return {};
  }
  std::optional<Amount> converted(const Amount& amount, Currency into) const {
    if (amount.currency == into)
      return amount;
    if (!m_rates)
      return std::nullopt;
    const auto result = m_rates->convert(amount, into, Rounding::HalfEven);
    return result ? std::optional(*result) : std::nullopt;
  }

  Status readPrices() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, type, amount_minor, currency, from_ms, origin FROM price "
                                         "WHERE channel_no = ?1 AND from_ms <= ?2 AND (to_ms IS NULL OR to_ms > ?2) "
                                         "ORDER BY listing_no"));
    q.bind(1, m_channel).bind(2, toMillis(m_now));
    CurrencyReader currencies;
    return eachRow(q, [&]() -> Status {
      CatalogueRow* r = row(q.integer(0));
      const auto currency = currencies.read(q.utf8(3));
      if (!r || !currency || *currency != r->currency)
        return {};
      const Money amount(q.integer(2), *currency);
      if (q.utf8(1) == "regular") {
        r->price = amount;
        r->daysSinceChange = int((m_now - fromMillis(q.integer(4))) / std::chrono::hours(24));
        r->byHand = q.utf8(5) == "manual";
      } else if (q.utf8(1) == "promotion" || r->shelfType == PriceType::Regular) {
        r->onShelf = amount;
        r->shelfType = q.utf8(1) == "promotion" ? PriceType::Promotion : PriceType::Markdown;
        r->onPromotion |= r->shelfType == PriceType::Promotion;
      }
      return {};
    });
  }

  Status readPromotions() {
    PW_TRY(const auto today, m_ws.catalog().promotionsTouching(m_today, m_today));
    for (const Promotion& p : today)
      if (CatalogueRow* r = row(p.listingNo); r && (p.channelNo == 0 || p.channelNo == m_channel)) {
        r->onPromotion = true;
        if (p.priceMinor && !r->onShelf.isValid()) {
          r->onShelf = Money(*p.priceMinor, r->currency);
          r->shelfType = PriceType::Promotion;
        }
      }
    return {};
  }

  Status readCosts() {
    PW_TRY(const auto costs, m_ws.catalog().costsInForce(m_today, CostKind::Replacement));
    for (const DatedCost& c : costs) {
      CatalogueRow* r = row(c.listingNo);
      if (!r)
        continue;
      if (c.amount.value.micros() <= 0)
        r->costWhy = QStringLiteral("not-positive");
      else if (beside(*r).vatMissing)
        r->costWhy = QStringLiteral("no-vat-rate");
      else if (r->cost = converted(c.amount, r->currency); r->cost)
        r->costWhy.clear();
      else
        r->costWhy = QStringLiteral("no-rate");
    }
    return {};
  }

  Status readOffers() {
    PW_TRY(m_sources, m_ws.offers().sources());
    PW_TRY(Query q, Query::prepare(m_db, "SELECT m.listing_no, o.no, o.match_no, m.competitor_no, o.source_no, "
                                         "o.seller, o.observed_ms, o.price_micro, o.shipping_micro, o.currency, "
                                         "o.in_stock, m.their_packs, m.our_packs FROM offer o JOIN product_match m "
                                         "ON m.no = o.match_no WHERE o.observed_ms > ?1 AND o.observed_ms <= ?2 AND "
                                         "o.state = 'accepted' AND m.state = 'confirmed'"));
    q.bind(1, toMillis(m_now - kOffers)).bind(2, toMillis(m_now));
    CurrencyReader currencies;
    return eachRow(q, [&]() -> Status {
      CatalogueRow* r = row(q.integer(0));
      const auto currency = currencies.read(q.utf8(9));
      if (!r || !currency)
        return {};
      Offer o;
      o.listingNo = smallInteger(q, 0);
      o.no = q.integer(1);
      o.matchNo = smallInteger(q, 2);
      o.competitorNo = smallInteger(q, 3);
      o.sourceNo = smallInteger(q, 4);
      o.seller = q.text(5);
      o.observedAt = fromMillis(q.integer(6));
      o.price = {Decimal::fromMicros(q.integer(7)), *currency};
      o.shipping = Decimal::fromMicros(q.integer(8));
      o.inStock = q.integer(10) != 0;
      o.theirPacks = smallInteger(q, 11);
      o.ourPacks = smallInteger(q, 12);
      beside(*r).offers.push_back(std::move(o));
      return {};
    });
  }

  Status readDemand() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, at_ms, usable, elasticity, elasticity_sd, grade, reason "
                                         "FROM listing_demand ORDER BY listing_no"));
    return eachRow(q, [&]() -> Status {
      const Instant at = fromMillis(q.integer(1));
      if (!m_out.demandFrom || at > *m_out.demandFrom)
        m_out.demandFrom = at;
      CatalogueRow* r = row(q.integer(0));
      if (!r)
        return {};
      r->elasticityWhy = q.text(6);
      if (q.integer(2) == 0) {
        if (r->elasticityWhy.isEmpty())
          r->elasticityWhy = QStringLiteral("no-estimate");
        return {};
      }
      r->elasticity = q.real(3);
      r->elasticityHalf = kNormal95 * q.real(4);
      r->elasticityWeak = q.utf8(5) == "weak";
      r->elasticityKnown = r->elasticity + r->elasticityHalf < 0;
      if (!r->elasticityKnown)
        r->elasticityWhy = QStringLiteral("interval-spans-zero");
      return {};
    });
  }

  Status readStock() {
    PW_TRY(const auto levels, m_ws.catalog().latestStock(m_today));
    for (const StockLevel& level : levels)
      if (CatalogueRow* r = row(level.listingNo))
        r->stockMilli = level.onHandMilli;
    return {};
  }

  // Each listing's last four weeks, as its source cuts them.
  Status readSales() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT s.listing_no, s.day, s.days, s.units_milli, s.price_micro FROM "
                                         "listing l CROSS JOIN sale s ON s.listing_no = l.no AND s.day >= ?1 "
                                         "WHERE s.day + s.days <= ?2 ORDER BY l.no, s.day DESC"));
    const int today = toDayNumber(m_today);
    q.bind(1, today - kSalesDays - kLatestSalesMayBe - 6).bind(2, today);
    int current = 0, last = 0;
    qint64 days = 0;
    double units = 0, revenue = 0;
    const auto close = [&] {
      CatalogueRow* r = days > 0 ? row(current) : nullptr;
      if (r) {
        const Beside& b = beside(*r);
        r->unitsPerWeek = units * 7 / double(days);
        if (!b.vatMissing)
          r->revenuePerWeek = revenue * 7 / double(days) * (b.gross ? 10'000.0 / (10'000.0 + b.vatBp) : 1.0);
      }
      days = 0, units = revenue = 0;
    };
    PW_CHECK(eachRow(q, [&]() -> Status {
      const int end = smallInteger(q, 1) + smallInteger(q, 2);
      if (smallInteger(q, 0) != current) {
        close();
        current = smallInteger(q, 0);
        last = end >= today - kLatestSalesMayBe ? end : 0;
      }
      if (smallInteger(q, 1) < last - kSalesDays || last == 0)
        return {};
      days += q.integer(2);
      const double sold = double(q.integer(3)) / 1000;
      units += sold;
      revenue += sold * double(q.integer(4)) / 1e6;
      return {};
    }));
    close();
    return {};
  }

  Status readDecisions() {
    PW_TRY(Query q,
           Query::prepare(m_db, "SELECT l.no, d.id, d.state, d.proposed_minor, d.proposed_by <> 'system' OR "
                                "d.edited_by <> '' FROM listing l JOIN decision d ON d.no = (SELECT no FROM "
                                "decision WHERE listing_no = l.no ORDER BY created_ms DESC, no DESC LIMIT 1)"));
    return eachRow(q, [&]() -> Status {
      CatalogueRow* r = row(q.integer(0));
      const auto state = decisionStateFrom(q.text(2));
      if (!r || !state)
        return {};
      r->decision = idOf(q, 1);
      r->decisionState = *state;
      if (q.integer(3) > 0)
        r->proposed = Money(q.integer(3), r->currency);
      const bool gone = *state == DecisionState::Rejected || *state == DecisionState::Expired ||
                        *state == DecisionState::Superseded || *state == DecisionState::RolledBack;
      r->byHand |= q.integer(4) != 0 && !gone;
      return {};
    });
  }

  void finish() {
    parallelFor(m_out.rows.size(), kGrain, {}, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i)
        compute(m_out.rows[i], m_beside[i]);
    });
    for (std::size_t i = 0; i < m_out.rows.size(); ++i)
      addUp(m_out.rows[i], m_beside[i]);
  }

  void compute(CatalogueRow& r, Beside& b) const {
    const FxRates* rates = m_rates ? &*m_rates : nullptr;
    if (!b.offers.empty()) {
      const CompetitorReference found = competitorReference(b.offers, m_sources, r.currency, rates, m_now);
      r.rivals = found.sellers;
      r.rivalsStale = found.stale;
      r.rivalWhy = found.why;
      r.rivalLow = found.lowest;
      r.rivalHigh = found.highest;
      r.reference = found.median;
      r.rivalMean = competitorMean(found, b.offers, r.currency, rates);
      if (found.oldest)
        r.rivalAge = m_now - *found.oldest;
    }
    if (!r.price.isValid())
      return;
    if (r.reference && r.reference->value.micros() > 0)
      r.index = 100 * r.price.toDouble() / r.reference->value.toDouble();
    if (r.cost)
      if (const int bp = exactMarginBp(r.price, *r.cost, b.vatBp, b.gross); bp != std::numeric_limits<int>::min())
        r.marginBp = bp;
  }

  void addUp(const CatalogueRow& r, const Beside& b) {
    CatalogueTotals& t = m_out.totals;
    t.prices += r.price.isValid();
    if (!r.revenuePerWeek)
      return;
    ++t.withSales;
    const auto one = converted({Decimal::fromMicros(Decimal::kOne), r.currency}, t.currency);
    if (!one) {
      ++t.leftOut;
      return;
    }
    const double rate = one->value.toDouble();
    t.unitsPerWeek += *r.unitsPerWeek;
    t.revenuePerWeek += rate * *r.revenuePerWeek;
    if (r.cost && !b.vatMissing) {
      t.revenueWithCost += rate * *r.revenuePerWeek;
      t.profitPerWeek += rate * (*r.revenuePerWeek - *r.unitsPerWeek * r.cost->value.toDouble());
    }
  }

  Workspace& m_ws;
  Database& m_db;
  Settings m_settings;
  Instant m_now{};
  Day m_today{};
  int m_channel = 0;
  std::optional<FxRates> m_rates;
  QHash<int, Source> m_sources;
  std::vector<int> m_place; // row by listing number; −1: none
  std::vector<Beside> m_beside;
  CatalogueSnapshot m_out;
};

} // namespace

Result<CatalogueSnapshot> catalogueView(Workspace& workspace) {
  return ofOneMoment(workspace.database(), [&] { return CatalogueReader(workspace).read(); });
}

} // namespace pricewright
