// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/GroupModel.h"

#include "decision/PriceLimits.h"

#include <cmath>

namespace pricewright {
namespace {

// Doubt of the curve's form, beside its parameters' own: the elasticity on the way from today's price to another one is
// taken to differ from the average one by this much (a judgment; recalibrated on realized outcomes later).
constexpr double kFormSd = 0.15;
constexpr double kStaleFactor = 1.5; // competitors' terms dropped: more may hide behind the same price

double largestShare(double share) { return std::clamp(share, 0.0, 1.0); }

GroupListing groupListing(const ListingCase& l, bool modelFailed) {
  GroupListing g;
  g.name = l.skuCode.toStdString();
  g.current = l.current.toDouble();
  if (!l.current.isValid() || l.current.minor() <= 0)
    return g;
  g.logCurrent = std::log(g.current);
  g.perPrice = l.grossPrices ? 10'000.0 / (10'000.0 + l.vatBp) : 1.0;
  const DemandEstimate& e = l.demand;
  g.hasDemand = !modelFailed && isUsable(e);
  if (!g.hasDemand)
    return g;
  if (const Amount* cost = usableCost(l)) {
    g.cost = cost->value.toDouble();
    g.earns = true;
  }
  g.base = e.logBase + std::log(e.smearing); // what is left of the smearing is in it: from the log back to units
  g.baseSd = e.logBaseSd;
  g.own = e.mean[kOwnRegular], g.sibling = e.mean[kSibling];
  g.ownVar = e.covariance[kOwnRegular * kTerms + kOwnRegular];
  g.sibVar = e.covariance[kSibling * kTerms + kSibling];
  g.crossCov = e.covariance[kOwnRegular * kTerms + kSibling];
  g.categoryShare = e.categoryShare, g.productShare = e.productShare;
  g.x1 = g.logCurrent - std::log(e.referencePrice);
  const bool seen = e.lowestSeen > 0 && e.highestSeen >= e.lowestSeen;
  g.logLowest = seen ? std::log(e.lowestSeen) : g.logCurrent;
  g.logHighest = seen ? std::log(e.highestSeen) : g.logCurrent;
  g.extraSd = kFormSd * (competitorIsStale(l) ? kStaleFactor : 1.0);
  return g;
}

} // namespace

bool isFinite(const DemandEstimate& e) {
  const bool scalars = std::isfinite(e.referencePrice) && std::isfinite(e.logBase) && std::isfinite(e.logBaseSd) &&
                       std::isfinite(e.smearing) && std::isfinite(e.siblingShare) && std::isfinite(e.lowestSeen) &&
                       std::isfinite(e.highestSeen);
  const auto finite = [](double v) { return std::isfinite(v); };
  return scalars && std::all_of(e.mean.begin(), e.mean.end(), finite) &&
         std::all_of(e.covariance.begin(), e.covariance.end(), finite) &&
         std::all_of(e.categoryShare.begin(), e.categoryShare.end(), finite) &&
         std::all_of(e.productShare.begin(), e.productShare.end(), finite);
}

bool isUsable(const DemandEstimate& e) {
  const double own = e.covariance[kOwnRegular * kTerms + kOwnRegular], sib = e.covariance[kSibling * kTerms + kSibling];
  const bool sane = std::abs(e.logBase) < 50 && e.logBaseSd >= 0 && e.logBaseSd < 10 && own >= 0 && own < 100 &&
                    sib >= 0 && sib < 100 && std::abs(e.mean[kOwnRegular]) < 50 && std::abs(e.mean[kSibling]) < 50;
  return e.usable && isFinite(e) && e.referencePrice > 0 && e.smearing > 0 && sane;
}

double GroupListing::outside(double logPrice) const {
  const auto beyond = [&](double v) { return std::max({0.0, logLowest - v, v - logHighest}); };
  return std::abs(beyond(logPrice) - beyond(logCurrent));
}

GroupModel::GroupModel(const PricingCase& c)
    : m_labelCost(pricewright::labelCost(c)), m_category(c.key.section(u'|', 0, 0).toStdString()) {
  const QString objective = c.settings.text(u"optimizer.objective");
  const double weight = std::clamp(c.settings.real(u"optimizer.profit-weight"), 0.0, 1.0);
  if (objective == u"revenue")
    m_objective = {0, 1};
  if (objective == u"weighted")
    m_objective = {weight, 1 - weight};
  const std::size_t n = c.listings.size();
  for (const ListingCase& l : c.listings)
    m_listings.push_back(groupListing(l, !c.modelFailure.isEmpty()));
  m_weights.assign(n * n, 0.0);
  for (std::size_t of = 0; of < n; ++of) {
    if (!m_listings[of].hasDemand)
      continue;
    const double rest = 1 - largestShare(c.listings[of].demand.siblingShare);
    for (std::size_t from = 0; from < n; ++from)
      if (from != of && m_listings[from].hasDemand && rest > 1e-9)
        m_weights[of * n + from] = std::min(1.0, largestShare(c.listings[from].demand.siblingShare) / rest);
  }
  for (std::size_t of = 0; of < n; ++of)
    for (std::size_t from = 0; from < n; ++from)
      m_listings[of].x2 += m_weights[of * n + from] * m_listings[from].x1;
  for (GroupListing& l : m_listings) // an estimate that means billions a week today is none
    if (l.hasDemand && !(std::abs(l.logMeanUnits(l.x1, l.x2)) < kLargestLogUnits))
      l.hasDemand = l.earns = false;
}

} // namespace pricewright
