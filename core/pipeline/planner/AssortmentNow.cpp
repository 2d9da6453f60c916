// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/AssortmentNow.h"

#include "base/Parallel.h"
#include "demand/RegularPrice.h"

namespace pricewright {
namespace {

constexpr quint64 kSeed = 1; // whoever asks draws the same numbers, today and tomorrow

Result<Sourced<MonitorAgent::View>> marketOf(const PlannerTools& tools, MonitorAgent& monitor, const World& world) {
  PW_TRY(const QString code, tools.catalog.workspaceValue(QStringLiteral("currency")));
  PW_TRY(const Currency currency, Currency::fromCode(code));
  PW_TRY(MonitorAgent::View seen, monitor.lookOnly(currency));
  return Sourced<MonitorAgent::View>{std::move(seen), SourceState::Live, world.now, {}, {}};
}

// The last regular price that sales show.
std::optional<Money> priceInSales(std::span<const SalePoint> sales, Currency currency) {
  const RegularInSales seen(sales);
  if (seen.regular.empty())
    return std::nullopt;
  const Decimal regular = Decimal::fromMicros(std::llround(seen.regular.back()));
  const Money price = Money::round(regular, currency, Rounding::HalfEven);
  return price.minor() > 0 ? std::optional(price) : std::nullopt;
}

void fillPricesFromSales(World& world) {
  for (const Listing& listing : world.catalog.listings) {
    const PriceZone* zone = world.catalog.zone(listing.zoneNo);
    if (!zone || world.regular.contains(listing.no))
      continue;
    const std::span<const SalePoint> sales = world.salesOf(listing.no);
    const std::optional<Money> price = priceInSales(sales, zone->currency);
    if (!price)
      continue;
    PublishedPrice published;
    published.listingNo = listing.no, published.amount = *price;
    published.from = startOf(fromDayNumber(sales.front().day));
    world.regular.emplace(listing.no, published);
  }
}

} // namespace

Result<AssortmentNow> AssortmentNow::load(const PlannerTools& tools) {
  const Instant now = tools.clock.now();
  PW_TRY(const Instant effective, tools.approval.nextRelease(now));
  PW_TRY(World world, loadWorld(tools, now, effective));
  return take(std::move(world), tools.monitor, tools);
}

Result<AssortmentNow> AssortmentNow::loadAt(const PlannerTools& tools, Instant at) {
  PW_TRY(World world, loadWorld(tools, at, at));
  fillPricesFromSales(world);
  const FixedClock then(at);
  MonitorAgent monitor(tools.offers, tools.catalog, then, tools.telemetry);
  return take(std::move(world), monitor, tools);
}

Result<AssortmentNow> AssortmentNow::take(World world, MonitorAgent& monitor, const PlannerTools& tools) {
  if (world.sales.points.empty())
    return fail(QStringLiteral("forecast.no-history"));
  PW_CHECK(world.settings.set(QStringLiteral("explore.share.percent"), 0.0));
  AssortmentNow out;
  PW_TRY(out.m_market, marketOf(tools, monitor, world));
  out.m_world = std::make_shared<const World>(std::move(world));
  out.m_series = out.m_world->demandSeries();
  return out;
}

DemandOptions AssortmentNow::optionsOf(const ModelVersion& version) const {
  DemandOptions how;
  how.forWeekStarting = toDayNumber(dayOf(m_world->effective));
  how.parameters = estimatorParameters(version.parameters);
  return how;
}

Result<DemandModel> AssortmentNow::judged(const ModelVersion& version, std::vector<qint32> origins,
                                          const JobContext& job) const {
  DemandOptions how = optionsOf(version);
  how.onlyOrigins = std::move(origins);
  return fitDemand(m_series, how, job);
}

Result<AssortmentNow::Learnt> AssortmentNow::learn(const ModelVersion& version, int holdOutWeeks,
                                                   const JobContext& job) const {
  DemandOptions how = optionsOf(version);
  how.holdOutWeeks = holdOutWeeks;
  Learnt out;
  const auto began = std::chrono::steady_clock::now();
  PW_TRY(out.model, fitDemand(m_series, how, job));
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  PW_TRY(out.cases, casesOf(*m_world, version, out.model, job));
  return out;
}

Result<std::vector<PricingCase>> AssortmentNow::casesUnder(const Settings& settings, const ModelVersion& version,
                                                           const DemandModel& model, const JobContext& job) const {
  World world = *m_world;
  world.settings = settings;
  PW_CHECK(world.settings.set(QStringLiteral("explore.share.percent"), 0.0));
  return casesOf(world, version, model, job);
}

Result<std::vector<PricingCase>> AssortmentNow::casesOf(const World& world, const ModelVersion& version,
                                                        const DemandModel& model, const JobContext& job) const {
  std::unordered_map<int, const DemandEstimate*> demand;
  for (std::size_t i = 0; i < m_series.size(); ++i)
    demand[m_series[i].listingNo] = &model.estimates[i];
  int withoutPrice = 0;
  const std::vector<CaseGroup> groups = groupListings(world, &withoutPrice);
  const CaseSources sources{&m_market, &demand, version.label(), {}, kSeed};
  std::vector<PricingCase> out(groups.size());
  if (!parallelFor(groups.size(), 1, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          out[i] = buildCase(world, sources, groups[i]);
      }))
    return fail(QStringLiteral("job.cancelled"));
  return out;
}

} // namespace pricewright
