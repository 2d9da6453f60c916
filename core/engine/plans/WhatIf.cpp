// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/WhatIf.h"

#include "decision/PriceLimits.h"
#include "engine/models/ObservedWeeks.h"
#include "pipeline/optimizer/Draws.h"
#include "pipeline/planner/GroupWorld.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr std::size_t kCurvePoints = 81;
constexpr double kBeyond = 0.12; // of the price, that the curve is drawn beyond what has been observed

QString whyUnknown(const PricingCase& c, const ListingCase& l, bool hasCycle, const GroupListing& g) {
  if (!usableCost(l))
    return QStringLiteral("cost-") + (l.costWhy.isEmpty() ? QStringLiteral("missing") : l.costWhy);
  if (!hasCycle)
    return QStringLiteral("no-cycle");
  if (!c.modelFailure.isEmpty())
    return c.modelFailure;
  return g.hasDemand ? QString() : QStringLiteral("no-elasticity-model");
}

std::optional<double> indexOf(const ListingCase& l, const Money& price) {
  const Amount* reference = usableReference(l);
  if (!reference || !price.isValid())
    return std::nullopt;
  return 100 * price.toDouble() / reference->value.toDouble();
}

std::optional<int> marginOf(const ListingCase& l, const Money& price) {
  const Amount* cost = usableCost(l);
  const int bp = cost ? exactMarginBp(price, *cost, l.vatBp, l.grossPrices) : std::numeric_limits<int>::min();
  return bp == std::numeric_limits<int>::min() ? std::nullopt : std::optional(bp);
}

} // namespace

struct WhatIfModel::Parts {
  Parts(std::shared_ptr<const PricingCase> of, std::optional<Instant> from)
      : content(std::move(of)), demandFrom(from), model(*content),
        draws(model, content->seed, content->settings.integer(u"optimizer.draws")), decider(*content) {}

  std::optional<std::size_t> indexOf(int listingNo) const {
    for (std::size_t i = 0; i < content->listings.size(); ++i)
      if (content->listings[i].listingNo == listingNo)
        return i;
    return std::nullopt;
  }
  bool usable(std::size_t i, const Money& price) const {
    return price.isValid() && price.minor() > 0 && price.sameCurrency(content->listings[i].current);
  }

  std::shared_ptr<const PricingCase> content;
  std::optional<Instant> demandFrom;
  GroupModel model;
  Draws draws;
  CaseDecider decider;
  std::vector<std::vector<std::pair<double, double>>> observed; // by listing of the case
};

WhatIfModel::WhatIfModel() = default;
WhatIfModel::~WhatIfModel() = default;
const PricingCase& WhatIfModel::content() const { return *m->content; }
std::optional<Instant> WhatIfModel::demandFrom() const { return m->demandFrom; }

const ListingCase* WhatIfModel::listing(int listingNo) const {
  const auto i = m->indexOf(listingNo);
  return i ? &m->content->listings[*i] : nullptr;
}

WhatIfModelPtr WhatIfModel::make(std::shared_ptr<const PricingCase> content, const SalesPanel& sales,
                                 std::optional<Instant> demandFrom) {
  std::shared_ptr<WhatIfModel> made(new WhatIfModel);
  made->m = std::make_unique<Parts>(std::move(content), demandFrom);
  const int today = toDayNumber(dayOf(made->m->content->now));
  for (const ListingCase& l : made->m->content->listings) {
    std::span<const SalePoint> points;
    for (std::size_t i = 0; i < sales.listings(); ++i)
      if (sales.listingNo[i] == l.listingNo)
        points = sales.of(i);
    made->m->observed.push_back(observedWeeks(points, today));
  }
  return made;
}

namespace {

WhatIfFigure figure(double now, double change, double low, double high) {
  return {now, now + change, change, low, high};
}

// What is told of one listing whatever the model knows.
WhatIfListing tellListing(const PricingCase& c, std::size_t i, const Money& then, const ListingOutlook& o) {
  const ListingCase& l = c.listings[i];
  WhatIfListing out;
  out.listingNo = l.listingNo;
  out.known = o.known;
  out.now = l.current;
  out.then = then;
  out.marginNowBp = marginOf(l, l.current);
  out.marginThenBp = marginOf(l, then);
  out.indexNow = indexOf(l, l.current);
  out.indexThen = indexOf(l, then);
  const Effect& e = o.change;
  out.units = figure(o.unitsNow, e.units, e.unitsLow, e.unitsHigh);
  out.revenue = figure(o.revenueNow, e.revenue, e.revenueLow, e.revenueHigh);
  out.profit = figure(o.profitNow, e.profit, e.profitLow, e.profitHigh);
  return out;
}

void addGroup(WhatIfResult& r, const Judgement& joint) {
  double units = 0, revenue = 0, profit = 0, weight = 0, logNow = 0, logThen = 0;
  for (const WhatIfListing& l : r.listings) {
    units += l.units.now, revenue += l.revenue.now, profit += l.profit.now;
    if (!l.known || !l.indexNow || !l.indexThen)
      continue;
    weight += l.revenue.now;
    logNow += l.revenue.now * std::log(*l.indexNow);
    logThen += l.revenue.now * std::log(*l.indexThen);
  }
  const Effect& e = joint.effect;
  r.units = figure(units, e.units, e.unitsLow, e.unitsHigh);
  r.revenue = figure(revenue, e.revenue, e.revenueLow, e.revenueHigh);
  r.profit = figure(profit, e.profit, e.profitLow, e.profitHigh);
  r.confidence = joint.confidence;
  if (weight > 0) {
    r.indexNow = std::exp(logNow / weight);
    r.indexThen = r.moved == 0 ? r.indexNow : std::exp(logThen / weight);
  }
  if (r.revenue.now > 0)
    r.marginNow = 100 * r.profit.now / r.revenue.now;
  if (r.revenue.then > 0)
    r.marginThen = 100 * r.profit.then / r.revenue.then;
}

} // namespace

WhatIfResult WhatIfModel::evaluate(std::span<const WhatIfPrice> prices) const {
  const PricingCase& c = *m->content;
  std::vector<Money> then;
  for (const ListingCase& l : c.listings)
    then.push_back(l.current);
  for (const auto& [no, price] : prices)
    if (const auto i = m->indexOf(no); i && m->usable(*i, price))
      then[*i] = price;
  WhatIfResult out;
  std::vector<std::pair<std::size_t, double>> moves;
  for (std::size_t i = 0; i < then.size(); ++i) {
    if (then[i] == c.listings[i].current)
      continue;
    ++out.moved;
    if (m->model.at(i).earns)
      moves.emplace_back(i, then[i].toDouble());
  }
  const std::vector<ListingOutlook> outlook = m->draws.outlook(moves);
  for (std::size_t i = 0; i < then.size(); ++i) {
    out.listings.push_back(tellListing(c, i, then[i], outlook[i]));
    if (!outlook[i].known)
      out.listings.back().why = whyUnknown(c, c.listings[i], m->demandFrom.has_value(), m->model.at(i));
  }
  addGroup(out, moves.empty() ? Judgement() : m->draws.judge(moves));
  return out;
}

WhatIfCurve WhatIfModel::curve(int listingNo, std::span<const WhatIfPrice> others) const {
  WhatIfCurve out;
  const auto i = m->indexOf(listingNo);
  if (!i)
    return out;
  const ListingCase& l = m->content->listings[*i];
  out.lowestSeen = l.demand.lowestSeen;
  out.highestSeen = l.demand.highestSeen;
  out.observed = m->observed[*i];
  double low = l.current.toDouble(), high = low;
  if (l.demand.lowestSeen > 0)
    low = std::min(low, l.demand.lowestSeen);
  high = std::max(high, l.demand.highestSeen);
  low *= 1 - kBeyond, high *= 1 + kBeyond;
  std::vector<double> prices{l.current.toDouble()};
  for (std::size_t k = 0; k < kCurvePoints; ++k)
    prices.push_back(low + (high - low) * double(k) / double(kCurvePoints - 1));
  std::sort(prices.begin(), prices.end());
  std::vector<std::pair<std::size_t, double>> moves;
  for (const auto& [no, price] : others)
    if (const auto j = m->indexOf(no); j && *j != *i && m->usable(*j, price) && m->model.at(*j).earns)
      moves.emplace_back(*j, price.toDouble());
  for (const CurvePoint& p : m->draws.curve(*i, prices, moves))
    out.points.push_back({p.price, p.units, p.unitsLow, p.unitsHigh, p.profit});
  return out;
}

Result<PriceDecision> WhatIfModel::verdicts(int listingNo, Money price) const {
  return m->decider.edited(listingNo, price);
}

Money WhatIfModel::nearest(int listingNo, double price) const {
  const ListingCase* l = listing(listingNo);
  const double minor = l ? price * double(l->current.currency().minorPerMajor()) : 0;
  if (!(minor > 0) || minor > 1e15)
    return l ? l->current : Money();
  const PriceLadder ladder(l->ladder);
  qint64 rung = ladder.nearest(std::llround(minor));
  if (l->minMinor && rung < *l->minMinor)
    rung = ladder.atOrAbove(*l->minMinor);
  if (l->maxMinor && rung > *l->maxMinor)
    rung = ladder.atOrBelow(*l->maxMinor);
  const bool isNow = std::abs(minor - double(l->current.minor())) < std::abs(minor - double(rung));
  return rung > 0 && !isNow ? Money(rung, l->current.currency()) : l->current;
}

LearningValue WhatIfModel::learning(int listingNo) const {
  const auto i = m->indexOf(listingNo);
  if (!i)
    return learningValue({});
  const std::vector<RuleOutcome> rules = rulesOf(*m->content);
  const LearningPlace place{m->content.get(), &m->model, *i, *i < rules.size() ? rules[*i] : RuleOutcome()};
  return learningValue({&place, 1});
}

Money WhatIfModel::step(int listingNo, Money from, int rungs) const {
  const ListingCase* l = listing(listingNo);
  if (!l || !from.isValid())
    return from;
  const PriceLadder ladder(l->ladder);
  qint64 minor = from.minor();
  for (int k = 0; k < std::abs(rungs); ++k) {
    const qint64 next = rungs > 0 ? ladder.atOrAbove(minor + 1) : ladder.atOrBelow(minor - 1);
    const bool outside = next <= 0 || (l->minMinor && next < *l->minMinor) || (l->maxMinor && next > *l->maxMinor);
    if (outside)
      break;
    minor = next;
  }
  return {minor, from.currency()};
}

namespace {

Result<GroupNow> groupNow(Workspace& w, int listingNo) {
  const Instant now = w.clock().now();
  PW_TRY(const Instant effective, w.approval().nextRelease(now));
  return loadGroup({w.database(), w.catalog(), w.offers(), w.decisions()}, listingNo, now, effective);
}

} // namespace

Result<WhatIfModelPtr> whatIf(Workspace& workspace, int listingNo) {
  PW_TRY(GroupNow group, groupNow(workspace, listingNo));
  return WhatIfModel::make(std::make_shared<const PricingCase>(std::move(group.content)), group.sales,
                           group.demandFrom);
}

Result<std::shared_ptr<const PricingCase>> caseNow(Workspace& workspace, int listingNo) {
  PW_TRY(GroupNow group, groupNow(workspace, listingNo));
  return std::make_shared<const PricingCase>(std::move(group.content));
}

} // namespace pricewright
