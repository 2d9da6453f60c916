// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/GroupWorld.h"

#include "catalog/Rows.h"
#include "pipeline/planner/OptimizerVersion.h"
#include "rules/RuleSet.h"

namespace pricewright {
namespace {

constexpr auto kOffers = std::chrono::hours(24 * 60);

// Category and zone of a listing.
Result<std::pair<int, int>> groupOf(Database& db, int listingNo) {
  PW_TRY(Query q, Query::prepare(db, "SELECT s.category_no, l.zone_no FROM listing l JOIN sku s ON s.no = l.sku_no "
                                     "WHERE l.no = ?1 AND l.active = 1 AND s.active = 1"));
  PW_TRY(const bool there, q.bind(1, listingNo).step());
  if (!there)
    return fail(QStringLiteral("catalog.unknown-listing"), {{QStringLiteral("listing"), QString::number(listingNo)}});
  return std::pair(smallInteger(q, 0), smallInteger(q, 1));
}

// The newest case of the group: of this listing, or of a sibling where it is new.
Result<QString> newestCase(Database& db, const Catalog& group, int listingNo) {
  PW_TRY(Query q, Query::prepare(db, "SELECT case_id, at_ms FROM listing_demand WHERE listing_no = ?1"));
  QString newest;
  qint64 at = 0;
  for (const Listing& l : group.listings) {
    PW_TRY(const bool there, q.bind(1, l.no).step());
    if (there && (l.no == listingNo || newest.isEmpty() || q.integer(1) > at)) {
      newest = q.text(0);
      at = q.integer(1);
      if (l.no == listingNo)
        break;
    }
  }
  return newest;
}

class GroupReader {
 public:
  GroupReader(const GroupSources& from, World& w) : m_from(from), m_world(w) {}

  Status read(const Listing& listing) {
    PW_CHECK(readPrices(listing.no));
    PW_CHECK(readCost(listing.no));
    PW_CHECK(readStock(listing.no));
    PW_CHECK(readPromotions(listing.no));
    return readSales(listing.no);
  }

 private:
  Status readPrices(int no) {
    PW_TRY(const auto prices, m_from.catalog.priceHistory(no, m_world.now - priceLookBack(m_world.settings)));
    const int first = m_world.catalog.channels.empty() ? 0 : m_world.catalog.channels.front().no;
    const std::size_t begin = m_world.history.size();
    for (const PublishedPrice& p : prices) {
      if (p.channelNo != first) {
        m_world.otherChannels[no].push_back(p);
        continue;
      }
      m_world.history.push_back(p);
      if (p.type == PriceType::Regular && p.from <= m_world.now && (!p.to || *p.to > m_world.now))
        m_world.regular.insert_or_assign(no, p);
    }
    if (m_world.history.size() > begin)
      m_world.historyRange[no] = {begin, m_world.history.size()};
    return {};
  }

  Status readCost(int no) {
    PW_TRY(Query q, Query::prepare(m_from.db, "SELECT from_day, amount_micro, currency FROM cost WHERE listing_no = ?1 "
                                              "AND kind = 'replacement' AND from_day <= ?2 "
                                              "ORDER BY from_day DESC LIMIT 1"));
    PW_TRY(const bool there, q.bind(1, no).bind(2, toDayNumber(dayOf(m_world.effective))).step());
    if (!there)
      return {};
    const Result<Currency> currency = Currency::fromCode(q.text(2));
    if (!currency)
      return damagedRow("cost", QString::number(no), q.text(2));
    m_world.cost[no] = {
        no, CostKind::Replacement, fromDayNumber(smallInteger(q, 0)), {Decimal::fromMicros(q.integer(1)), *currency}};
    return {};
  }

  Status readStock(int no) {
    PW_TRY(Query q, Query::prepare(m_from.db, "SELECT day, on_hand_milli, in_stock_days FROM stock WHERE listing_no = "
                                              "?1 AND day <= ?2 ORDER BY day DESC LIMIT 1"));
    PW_TRY(const bool there, q.bind(1, no).bind(2, toDayNumber(dayOf(m_world.now))).step());
    if (!there)
      return {};
    StockLevel level{no, fromDayNumber(smallInteger(q, 0)), q.integer(1), {}};
    if (!q.isNull(2))
      level.inStockDays = smallInteger(q, 2);
    m_world.stock[no] = level;
    return {};
  }

  Status readPromotions(int no) {
    PW_TRY(Query q, Query::prepare(m_from.db, "SELECT channel_no, from_day, to_day, price_minor, mechanism FROM "
                                              "promotion WHERE listing_no = ?1 AND from_day <= ?3 AND to_day >= ?2 "
                                              "ORDER BY from_day, channel_no, mechanism"));
    const Day day = dayOf(m_world.effective);
    q.bind(1, no).bind(2, toDayNumber(day - priceLookBack(m_world.settings))).bind(3, toDayNumber(day));
    return eachRow(q, [&]() -> Status {
      m_world.promotions[no].push_back({no, smallInteger(q, 0), fromDayNumber(smallInteger(q, 1)),
                                        fromDayNumber(smallInteger(q, 2)), optionalInteger(q, 3), q.text(4)});
      return {};
    });
  }

  Status readSales(int no) {
    PW_TRY(std::vector<SalePoint> points, m_from.catalog.salesOf(no, dayOf(m_world.now)));
    if (points.empty())
      return {};
    SalesPanel& panel = m_world.sales;
    m_world.salesIndex[no] = panel.listings();
    panel.listingNo.push_back(no);
    panel.points.insert(panel.points.end(), points.begin(), points.end());
    panel.start.push_back(panel.points.size());
    return {};
  }

  const GroupSources& m_from;
  World& m_world;
};

Result<World> readWorld(const GroupSources& from, const std::pair<int, int>& group, Instant now, Instant effective) {
  World w;
  w.now = now;
  w.effective = effective;
  PW_TRY(w.settings, from.catalog.settings());
  PW_CHECK(applyOptimizerChampion(from.db, w.settings));
  PW_TRY(w.catalog, from.catalog.loadGroup(group.first, group.second));
  PW_TRY(w.rules, from.decisions.rules());
  PW_TRY(const RuleSet parsed, RuleSet::parse(w.rules));
  w.rulesVersion = parsed.version();
  PW_TRY(auto exceptions, from.catalog.marginExceptions(effective));
  std::stable_sort(exceptions.begin(), exceptions.end(),
                   [](const MarginException& a, const MarginException& b) { return a.from < b.from; });
  for (const MarginException& e : exceptions)
    w.exceptions.insert_or_assign(e.listingNo, e);
  GroupReader reader(from, w);
  for (const Listing& listing : w.catalog.listings)
    PW_CHECK(reader.read(listing));
  return w;
}

Result<MarketView> readMarket(const GroupSources& from, const World& w, Currency workspace) {
  MarketView view;
  view.at = w.now, view.rateAge = RateAge::of(w.settings);
  PW_TRY(view.sources, from.offers.sources());
  for (const Listing& l : w.catalog.listings) {
    PW_TRY(const auto offers, from.offers.offersFor(l.no, w.now - kOffers, w.now));
    view.offers.insert(view.offers.end(), offers.begin(), offers.end());
    PW_TRY(const auto ours, from.offers.ourPrices(w.now - kOffers, l.no));
    view.ours.insert(ours);
  }
  Result<FxRates> rates = from.offers.ratesOn(dayOf(w.now), workspace, view.rateAge.fresh);
  if (rates)
    view.rates = std::move(*rates);
  else if (!rates.error().is(u"fx.no-rate"))
    return rates.error();
  checkOffers(view);
  return view;
}

// What the cycle doubted stays in doubt while the same cost is in force; a newer one is held against it.
void doubtCosts(World& w, const PricingCase& then) {
  for (const ListingCase& l : then.listings) {
    const auto now = w.cost.find(l.listingNo);
    if (now == w.cost.end())
      continue;
    if (l.anomalies.contains(u"cost-slip"))
      w.costNews.doubts[l.listingNo] = CostDoubt::Slip;
    else if (l.anomalies.contains(u"cost-jump"))
      w.costNews.doubts[l.listingNo] = CostDoubt::Jump;
    if (!l.cost || *l.cost == now->second.amount)
      continue;
    const CostBelief beliefs[] = {{l.listingNo, l.costFrom, *l.cost, 0, then.now},
                                  {l.listingNo, now->second.from, now->second.amount, 0, w.now}};
    w.costNews.doubts[l.listingNo] = judgeCosts(beliefs, w.now).doubt;
  }
}

} // namespace

Result<GroupNow> loadGroup(const GroupSources& from, int listingNo, Instant now, Instant effective) {
  PW_TRY(const auto group, groupOf(from.db, listingNo));
  PW_TRY(World w, readWorld(from, group, now, effective));
  PW_TRY(MarketView seen, readMarket(from, w, w.catalog.currency));
  const Sourced<MonitorAgent::View> market{
      std::make_shared<const MarketView>(std::move(seen)), SourceState::Live, now, {}, {}};
  GroupNow out;
  PW_TRY(const QString caseId, newestCase(from.db, w.catalog, listingNo));
  PricingCase then;
  std::unordered_map<int, const DemandEstimate*> demand;
  if (!caseId.isEmpty()) {
    PW_TRY(then, from.decisions.pricingCase(caseId));
  }
  if (then.now > now) // asked about the past: nothing that was learnt later
    then = PricingCase();
  if (!then.listings.empty()) {
    for (const ListingCase& l : then.listings)
      demand[l.listingNo] = &l.demand;
    doubtCosts(w, then);
    out.demandFrom = then.now;
  }
  int withoutPrice = 0;
  const std::vector<CaseGroup> groups = groupListings(w, &withoutPrice);
  const auto has = [&](const CaseGroup& g) {
    return std::any_of(g.listings.begin(), g.listings.end(), [&](const Listing* l) { return l->no == listingNo; });
  };
  const auto found = std::find_if(groups.begin(), groups.end(), has);
  if (found == groups.end())
    return fail(QStringLiteral("planner.no-price"), {{QStringLiteral("listing"), QString::number(listingNo)}});
  out.content = buildCase(w, {&market, &demand, then.modelVersion, then.modelFailure, 0}, *found);
  if (out.demandFrom)
    out.content.seed = then.seed;
  out.sales = std::move(w.sales);
  return out;
}

} // namespace pricewright
