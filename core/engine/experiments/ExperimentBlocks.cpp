// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests by blocks of time: who switches when, what is compared of it, and the prices that follow the calendar.
#include "engine/experiments/ExperimentBlocks.h"

#include "base/Words.h"
#include "engine/earnings/SalesWorth.h"
#include "engine/experiments/ExperimentPanel.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace pricewright {
namespace {

using std::chrono::days;

// Where all switch together, each two blocks are drawn as one: so many are needed for chance to be told.
int blocksNeededTogether() {
  int twos = 1;
  while (std::pow(2.0, twos) < kLeastDraws)
    ++twos;
  return 2 * twos;
}
bool switchTogether(qsizetype zones) { return zones < qsizetype(kLeastClusters); }

QStringList zonesOf(const ExperimentSetup& setup) {
  QStringList zones;
  QSet<QString> known;
  for (const TestedPrice& price : setup.prices)
    if (!known.contains(price.zone))
      zones << price.zone, known.insert(price.zone);
  return zones;
}

std::vector<std::vector<int>> listingsOf(const Catalog& catalog, const ExperimentPlan& plan,
                                         const ExperimentSetup& setup, const QStringList& zones) {
  std::vector<std::vector<int>> listings = unitListings(catalog, plan, setup, zones);
  if (listings.size() == 1)
    listings.push_back(listings.front());
  return listings;
}

Result<ClusterDesign> designOfBlocks(const ExperimentPlan& plan, qsizetype zones) {
  SwitchbackWish wish;
  wish.periods = std::size_t(plan.longestDays / kWeekOfSales);
  wish.blockLength = std::size_t(plan.blockDays / kWeekOfSales);
  wish.washout = std::size_t(plan.washoutDays / kWeekOfSales);
  wish.together = switchTogether(zones);
  return switchbackDesign(std::size_t(zones), wish);
}

// Each zone is compared with what it sold before: without that there is no test.
Status checkPast(Workspace& w, const Catalog& catalog, const ExperimentPlan& plan, const ExperimentSetup& setup) {
  const QStringList zones = zonesOf(setup);
  PW_TRY(const int end, endOfSales(w.database(), dayOf(w.clock().now())));
  const Day until = fromDayNumber(end), from = until - days(std::max(kWeekOfSales, plan.preDays));
  const Day last = until - days(kWeekOfSales);
  PW_TRY(const ExperimentPanel past,
         experimentPanel(w, {plan.metric, listingsOf(catalog, plan, setup, zones), from, last, last, until}));
  for (std::size_t zone = 0; zone < std::size_t(zones.size()); ++zone)
    if (std::isnan(past.panel.meanBefore(zone)))
      return fail(s("experiment.no-history"), {{s("cluster"), zones[qsizetype(zone)]}});
  return {};
}

std::map<int, QString> zonesByListing(const ExperimentRow& row) {
  std::map<int, QString> zones;
  for (const TestedPrice& price : row.setup.prices)
    zones.emplace(price.listingNo, price.zone);
  return zones;
}

// What is left of blocks that are over, in zones that have the price before now.
Status goBack(Workspace& w, const ExperimentRow& row, const BlockCalendar& calendar, std::optional<int> block) {
  PW_TRY(const auto made, w.experiments().prices(row.no));
  std::map<int, int> newest; // listing → serial of its last decision: earlier ones are over
  for (const ExperimentPrice& price : made)
    if (!isRollOut(price.serial) && !price.decision.isNull())
      newest[price.listingNo] = std::max(newest[price.listingNo], price.serial);
  const std::map<int, QString> zones = zonesByListing(row);
  return takeBackPrices(w, row, s("block over"), [&](const ExperimentPrice& price) {
    const auto zone = zones.find(price.listingNo);
    const auto last = newest.find(price.listingNo);
    return zone != zones.end() && last != newest.end() && last->second == price.serial &&
           !calendar.isTreated(zone->second, block);
  });
}

// Somebody said no while its block went on. What the manager itself took back when the block was over is none.
bool wasRefusedIn(const PriceDecision& d, const BlockCalendar::Span& span) {
  if (d.state == DecisionState::Rejected)
    return d.decidedAt.value_or(d.createdAt) < span.until;
  return d.state == DecisionState::Expired && d.expiresAt < span.until;
}

int firstChannel(const Catalog& catalog) {
  int first = std::numeric_limits<int>::max();
  for (const Channel& channel : catalog.channels)
    first = std::min(first, channel.no);
  return first;
}

} // namespace

void giveBlocks(ExperimentPlan& plan, int zones) {
  constexpr int kUsualBlocks = 4, kMostUsualBlocks = 6;
  plan.blockDays = kUsualBlock, plan.washoutDays = kUsualWashout, plan.rampPercent = {100};
  const bool together = switchTogether(zones);
  plan.longestDays = kUsualBlock * (together ? blocksNeededTogether() : kMostUsualBlocks);
  plan.days = together ? plan.longestDays : kUsualBlock * kUsualBlocks;
}

Result<std::vector<TestUnit>> drawBlocks(Workspace& w, const Catalog& catalog, const ExperimentPlan& plan,
                                         const ExperimentSetup& setup) {
  if (auto error = whyNotBlocks(plan))
    return std::move(*error);
  const QStringList zones = zonesOf(setup);
  const bool together = switchTogether(zones.size());
  const int blocks = plan.longestDays / plan.blockDays, needed = blocksNeededTogether();
  if (together && blocks < needed)
    return fail(s("experiment.few-blocks"), {{s("blocks"), QString::number(blocks)},
                                             {s("needed"), QString::number(needed)},
                                             {s("days"), QString::number(needed * plan.blockDays)}});
  PW_TRY(const ClusterDesign design, designOfBlocks(plan, zones.size()));
  PW_CHECK(checkPast(w, catalog, plan, setup));
  Random random(plan.seed);
  const Draw draw = drawAssignment(design, random);
  std::vector<TestUnit> units;
  const QStringList drawn = together ? QStringList{QString()} : zones;
  for (int block = 0; block < blocks; ++block)
    for (const QString& zone : drawn)
      units.push_back({blockUnit(zone, block), int(draw[units.size()]), block + 1, block / 2});
  return units;
}

ClusterDesign blockDesign(const ExperimentRow& row) {
  const BlockCalendar calendar(row);
  ClusterDesign design;
  design.kind = DesignKind::Switchback;
  design.clusters = std::max<std::size_t>(2, std::size_t(calendar.zones().size()));
  design.blockLength = std::size_t(row.plan.blockDays / kWeekOfSales);
  design.washout = std::size_t(row.plan.washoutDays / kWeekOfSales);
  design.periods = design.blockLength * std::size_t(calendar.blocks());
  design.together = calendar.together();
  return design;
}

std::vector<std::vector<int>> blockListings(const Catalog& catalog, const ExperimentRow& row) {
  return listingsOf(catalog, row.plan, row.setup, BlockCalendar(row).zones());
}

Day endOfBlocksSold(const ExperimentRow& row, Day sold) {
  const BlockCalendar calendar(row);
  const Day first = firstDayCounted(row);
  const int there = std::min(int((sold - first).count()), calendar.blocks() * row.plan.blockDays);
  return first + days(std::max(0, there) / calendar.lookDays() * calendar.lookDays());
}

Result<LostBlocks> lostBlocks(Workspace& w, const Catalog& catalog, const ExperimentRow& row, Day until) {
  const BlockCalendar calendar(row);
  const QStringList& zones = calendar.zones();
  LostBlocks out;
  const int channel = firstChannel(catalog);
  out.lost.assign(std::size_t(zones.size()), std::vector<bool>(std::size_t(calendar.blocks()), false));
  for (const TestedPrice& price : row.setup.prices) {
    PW_TRY(const auto history, w.catalog().priceHistory(price.listingNo, *row.countedFrom));
    std::vector<bool>& lost = out.lost[std::size_t(zones.indexOf(price.zone))];
    for (int block = 0; block < calendar.blocks(); ++block) {
      const BlockCalendar::Span span = calendar.span(block);
      if (span.compared >= startOf(until))
        break;
      const Money& wanted = calendar.isTreated(price.zone, block) ? price.treatment : price.control;
      if (!wasHeld(history, channel, wanted, span.compared, std::min(span.until, startOf(until))))
        lost[std::size_t(block)] = true;
    }
  }
  for (int block = 0; block < calendar.blocks() && calendar.span(block).compared < startOf(until); ++block)
    for (const std::vector<bool>& zone : out.lost)
      ++out.of, out.count += zone[std::size_t(block)] ? 1 : 0;
  if (out.lost.size() == 1)
    out.lost.push_back(out.lost.front()); // as its row stands twice
  return out;
}

Result<Panel> withoutLost(const Panel& panel, const ExperimentRow& row, const LostBlocks& lost) {
  const std::size_t length = std::size_t(row.plan.blockDays / kWeekOfSales);
  const std::size_t washout = std::size_t(row.plan.washoutDays / kWeekOfSales);
  std::vector<double> values;
  for (std::size_t zone = 0; zone < panel.clusters(); ++zone)
    for (std::size_t week = 0; week < panel.periods(); ++week) {
      const std::size_t since = week < panel.before() ? 0 : week - panel.before();
      const bool isCompared = week >= panel.before() && since % length >= washout;
      const bool isLost = isCompared && since / length < lost.lost[zone].size() && lost.lost[zone][since / length];
      values.push_back(isLost ? std::numeric_limits<double>::quiet_NaN() : panel.at(zone, week));
    }
  return Panel::of(panel.clusters(), panel.periods(), panel.before(), std::move(values));
}

std::optional<double> weeklyAtControl(const Panel& panel, const ExperimentRow& row) {
  const BlockCalendar calendar(row);
  const ClusterDesign design = blockDesign(row);
  double all = 0;
  for (qsizetype zone = 0; zone < calendar.zones().size(); ++zone) {
    double sum = 0, count = 0;
    for (std::size_t week = panel.before(); week < panel.periods(); ++week) {
      const std::size_t since = week - panel.before();
      if (panel.has(std::size_t(zone), week) && design.unitAt(std::size_t(zone), since) &&
          !calendar.isTreated(calendar.zones()[zone], int(since / design.blockLength)))
        sum += panel.at(std::size_t(zone), week), count += 1;
    }
    const double mean = count > 0 ? sum / count : panel.meanBefore(std::size_t(zone));
    all += std::isnan(mean) ? 0 : mean;
  }
  return all != 0 ? std::optional(all) : std::nullopt;
}

Status followBlocks(Workspace& w, const ExperimentRow& row, bool mayPropose) {
  const BlockCalendar calendar(row);
  const Instant now = w.clock().now();
  const std::optional<int> block = calendar.at(now);
  const Status back = goBack(w, row, calendar, block); // what cannot go back holds up no other
  if (block && mayPropose && now < calendar.span(*block).compared) {
    PW_CHECK(proposeStep(w, row, *block + 1));
  }
  return back;
}

Result<StepStanding> blockStanding(Workspace& w, const ExperimentRow& row) {
  const BlockCalendar calendar(row);
  const std::optional<int> block = calendar.at(w.clock().now());
  const int serial = block.value_or(calendar.blocks()) + 1;
  PW_TRY(const auto made, w.experiments().prices(row.no));
  PW_TRY(const auto now, regularPricesNow(w));
  StepStanding standing{block && !calendar.anyTreated(*block), false, row.stateSince};
  bool all = true, any = false;
  for (const ExperimentPrice& price : made) {
    if (price.serial != serial && (price.serial != serial - 1 || isRollOut(price.serial)))
      continue;
    const auto current = now.find(price.listingNo);
    const bool inForce = current != now.end() && current->second.amount == price.treatment;
    const bool isPresent = price.serial == serial;
    if (isPresent)
      any = true, all = all && inForce;
    if (isPresent && inForce) {
      standing.since = std::max(standing.since, current->second.from);
      continue;
    }
    if (price.decision.isNull()) {
      standing.refused = standing.refused || isPresent; // it was there without us, and is gone
      continue;
    }
    PW_TRY(const PriceDecision d, w.decisions().decision(price.decision));
    standing.refused =
        standing.refused || (isPresent ? hasLostItsPlace(d.state) : wasRefusedIn(d, calendar.span(price.serial - 1)));
  }
  standing.inForce = standing.inForce || (any && all);
  return standing;
}

} // namespace pricewright
