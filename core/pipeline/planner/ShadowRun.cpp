// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/ShadowRun.h"

#include "base/Parallel.h"
#include "pipeline/planner/AssortmentNow.h"
#include "pipeline/planner/OptimizerVersion.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace pricewright {
namespace {

struct Proposal {
  Money now, proposed;
  double profit = 0, elasticity = 0;
  Route route = Route::NoChange;
  QString sku, zone, category;
};

struct Side {
  ShadowSide told;
  std::unordered_map<int, Proposal> proposals; // by listing; looked up only
};

std::vector<std::pair<int, Proposal>> proposalsOf(const PricingCase& c) {
  std::vector<std::pair<int, Proposal>> out;
  for (const PriceDecision& d : decideCase(c)) {
    const auto l = std::find_if(c.listings.begin(), c.listings.end(),
                                [&](const ListingCase& one) { return one.listingNo == d.listingNo; });
    if (l == c.listings.end())
      continue;
    const bool moves = d.guarded.final.isValid() && d.guarded.final != l->current;
    out.push_back({d.listingNo,
                   {l->current, moves ? d.guarded.final : l->current, moves ? d.recommendation.effect.profit : 0,
                    l->demand.mean[kOwnRegular], d.guarded.route, l->skuCode, l->zoneCode, l->categoryCode}});
  }
  return out;
}

// What would be proposed in these cases.
Status propose(const std::vector<PricingCase>& cases, const JobContext& job, Side& out) {
  std::vector<std::vector<std::pair<int, Proposal>>> found(cases.size());
  if (!parallelFor(found.size(), 1, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          found[i] = proposalsOf(cases[i]);
      }))
    return fail(QStringLiteral("job.cancelled"));
  for (auto& group : found)
    for (auto& [no, proposal] : group) {
      if (proposal.proposed != proposal.now)
        ++out.told.changes, out.told.profit += proposal.profit;
      out.proposals.emplace(no, std::move(proposal));
    }
  return {};
}

Status ask(const AssortmentNow& assortment, const ModelVersion& version, const JobContext& job, Side& out) {
  PW_TRY(const AssortmentNow::Learnt learnt, assortment.learn(version, DemandOptions().holdOutWeeks, job));
  out.told.seconds = learnt.seconds, out.told.version = version.version;
  out.told.holdOut = learnt.model.holdOut, out.told.accuracy = learnt.model.accuracy;
  out.told.trainingSha256 = learnt.model.trainingSha256, out.told.metrics = learnt.model.metrics();
  return propose(learnt.cases, job, out);
}

// Under the settings of one version of the optimizer, with the same demand.
struct OptimizersAsked {
  const AssortmentNow& assortment;
  const Settings& workspace;
  const ModelVersion& estimator;
  const DemandModel& model;
};
Status askOptimizer(const OptimizersAsked& of, const ModelVersion& version, const JobContext& job, Side& out) {
  Settings settings = of.workspace;
  PW_CHECK(applyOptimizer(version.parameters, settings));
  const auto began = std::chrono::steady_clock::now();
  PW_TRY(const std::vector<PricingCase> cases, of.assortment.casesUnder(settings, of.estimator, of.model, job));
  PW_CHECK(propose(cases, job, out));
  out.told.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  out.told.version = version.version, out.told.trainingSha256 = of.model.trainingSha256;
  out.told.metrics = {{QStringLiteral("changes"), out.told.changes},
                      {QStringLiteral("profitPerWeek"), out.told.profit}};
  return {};
}

std::vector<qint32> originsOf(const ShadowSide& side) {
  std::vector<qint32> out;
  for (const QJsonValue& one : side.metrics.value(QStringLiteral("origins")).toArray())
    out.push_back(one.toObject().value(QStringLiteral("from")).toInt());
  std::sort(out.begin(), out.end());
  return out;
}

// One that learns from fewer weeks can be judged on fewer: both are judged on the weeks that both can forecast, as
// some weeks are easier than others.
Status judgeAlike(const AssortmentNow& assortment, const ModelVersion& champion, const ModelVersion& challenger,
                  const JobContext& job, Side& a, Side& b) {
  const std::vector<qint32> ofA = originsOf(a.told), ofB = originsOf(b.told);
  std::vector<qint32> both;
  std::set_intersection(ofA.begin(), ofA.end(), ofB.begin(), ofB.end(), std::back_inserter(both));
  const auto judge = [&](const ModelVersion& version, const std::vector<qint32>& own, ShadowSide& side) -> Status {
    if (own == both)
      return {};
    side.holdOut = {}, side.accuracy.clear();
    if (both.empty())
      return {};
    PW_TRY(const DemandModel again, assortment.judged(version, both, job));
    side.holdOut = again.holdOut, side.accuracy = again.accuracy;
    return {};
  };
  PW_CHECK(judge(champion, ofA, a.told));
  return judge(challenger, ofB, b.told);
}

std::vector<ShadowPrice> differencesOf(const World& world, const Side& a, const Side& b) {
  std::vector<ShadowPrice> out;
  for (const Listing& listing : world.catalog.listings) {
    const auto one = a.proposals.find(listing.no), other = b.proposals.find(listing.no);
    if (one == a.proposals.end() || other == b.proposals.end() || one->second.proposed == other->second.proposed)
      continue;
    const Proposal &p = one->second, &q = other->second;
    out.push_back({listing.no, p.sku, p.zone, p.category, p.now, p.proposed, q.proposed, p.profit, q.profit,
                   p.elasticity, q.elasticity, p.route, q.route});
  }
  const auto apart = [](const ShadowPrice& p) {
    return p.now.minor() > 0 ? std::abs(p.challenger.toDouble() - p.champion.toDouble()) / p.now.toDouble() : 0;
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const ShadowPrice& x, const ShadowPrice& y) { return apart(x) > apart(y); });
  return out;
}

ShadowRun together(const QString& model, const World& world, Side& a, Side& b) {
  ShadowRun out;
  out.model = model;
  out.listings = int(a.proposals.size());
  out.differences = differencesOf(world, a, b);
  out.champion = std::move(a.told), out.challenger = std::move(b.told);
  return out;
}

} // namespace

Result<ShadowRun> shadowRun(const PlannerTools& tools, const ModelVersion& champion, const ModelVersion& challenger,
                            const JobContext& job) {
  PW_TRY(const AssortmentNow assortment, AssortmentNow::load(tools));
  Side a, b;
  job.report("shadow.champion", 0.1);
  PW_CHECK(ask(assortment, champion, job, a));
  job.report("shadow.challenger", 0.55);
  PW_CHECK(ask(assortment, challenger, job, b));
  PW_CHECK(judgeAlike(assortment, champion, challenger, job, a, b));
  job.report("done", 1);
  return together(champion.name, assortment.world(), a, b);
}

Result<ShadowRun> shadowOptimizers(const PlannerTools& tools, const ModelVersion& champion,
                                   const ModelVersion& challenger, const JobContext& job) {
  PW_TRY(const AssortmentNow assortment, AssortmentNow::load(tools));
  PW_TRY(const Settings settings, tools.catalog.settings());
  PW_TRY(const ModelVersion estimator, tools.models.champion(modelName(ModelKind::ElasticityEstimator)));
  job.report("shadow.champion", 0.1);
  PW_TRY(const AssortmentNow::Learnt learnt, assortment.learn(estimator, 0, job));
  const OptimizersAsked asked{assortment, settings, estimator, learnt.model};
  Side a, b;
  PW_CHECK(askOptimizer(asked, champion, job, a));
  job.report("shadow.challenger", 0.55);
  PW_CHECK(askOptimizer(asked, challenger, job, b));
  job.report("done", 1);
  return together(champion.name, assortment.world(), a, b);
}

} // namespace pricewright
