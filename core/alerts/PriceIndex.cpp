// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/PriceIndex.h"

#include "base/Words.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kLogScale = 1e6;
constexpr std::size_t kMostIndexSteps = 10'000;

} // namespace

void KeptPriceIndex::Sum::add(qint64 aLog, qint64 aWeight, int sign) {
  prices += sign, log += sign * aLog, weight += sign * aWeight, weightedLog += sign * aLog * aWeight;
}

KeptPriceIndex::KeptPriceIndex(const RivalView& view, int competitorNo)
    : m_view(view), m_competitorNo(competitorNo), m_parts(view.tape().places().size()) {}

Instant KeptPriceIndex::read(int place) {
  const RivalView::Market market =
      m_competitorNo == 0 ? m_view.marketAt(place, m_view.now()) : m_view.lowestOf(place, m_competitorNo);
  const std::optional<qint64> ours = m_view.oursAt(place, m_view.now());
  Part next;
  if (ours && market.median && *market.median > 0) {
    next.counts = true;
    next.log = std::llround(kLogScale * std::log(double(*ours) / double(*market.median)));
  }
  Part& part = m_parts[std::size_t(place)];
  if (part.counts == next.counts && part.log == next.log)
    return market.changes;
  const RivalTape::Place& p = m_view.tape().places()[std::size_t(place)];
  for (const int category : {p.categoryNo, 0}) {
    Sum& sum = m_sums[category];
    if (part.counts)
      sum.add(part.log, p.weight, -1);
    if (next.counts)
      sum.add(next.log, p.weight, 1);
  }
  part = next;
  return market.changes;
}

IndexValue KeptPriceIndex::of(int categoryNo, int least) const {
  const Sum sum = m_sums.value(categoryNo);
  IndexValue value;
  value.prices = sum.prices, value.byRevenue = sum.weight > 0;
  if (sum.prices == 0 || sum.prices < least) {
    value.why = sum.prices == 0 ? s("no-prices") : s("too-few-prices");
    return value;
  }
  const double mean =
      value.byRevenue ? double(sum.weightedLog) / double(sum.weight) : double(sum.log) / double(sum.prices);
  value.index = 100 * std::exp(mean / kLogScale);
  return value;
}

std::vector<IndexPoint> indexSeries(const RivalTape& tape, std::span<const int> competitorNos, Instant from, Instant to,
                                    Duration step, int least) {
  std::vector<IndexPoint> out;
  if (to < from || step <= Duration(0))
    return out;
  RivalView view(tape, tape.longestHold() + std::chrono::hours(1));
  std::vector<KeptPriceIndex> indices;
  for (const int competitor : competitorNos)
    indices.emplace_back(view, competitor);
  std::size_t steps = 0;
  for (Instant t = from; ++steps <= kMostIndexSteps; t = std::min(t + step, to)) {
    view.advanceTo(t);
    for (std::size_t i = 0; i < indices.size(); ++i) {
      for (std::size_t place = 0; place < tape.places().size(); ++place)
        indices[i].read(int(place));
      out.push_back({t, 0, competitorNos[i], indices[i].of(0, least)});
      for (const Category& category : tape.categories())
        out.push_back({t, category.no, competitorNos[i], indices[i].of(category.no, least)});
    }
    if (t == to)
      break;
  }
  return out;
}

} // namespace pricewright
