// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/Scenarios.h"

#include "base/Words.h"
#include "engine/WorkspaceRates.h"
#include "engine/models/RelationWish.h"
#include "engine/texts/Texts.h"
#include "pipeline/planner/AssortmentNow.h"

#include <QLocale>

#include <chrono>
#include <cmath>
#include <map>
#include <mutex>

namespace pricewright {
namespace {

Result<ScenarioGoal> goalOf(const ScenarioWish& wish) {
  ScenarioGoal goal;
  goal.profit = goal.revenue = goal.units = 0;
  if (wish.objective == u"profit")
    goal.profit = 1;
  else if (wish.objective == u"revenue")
    goal.revenue = 1;
  else if (wish.objective == u"units")
    goal.units = 1;
  else if (wish.objective == u"weighted")
    goal.profit = wish.profitWeight, goal.revenue = 1 - wish.profitWeight;
  else
    return fail(s("scenario.bad-goal"), {{s("field"), s("objective")}, {s("why"), s("objective")}});
  const auto share = [](const std::optional<double>& percent) {
    return percent ? std::optional(1 + *percent / 100) : std::nullopt;
  };
  const auto index = [](const std::optional<double>& percent) {
    return percent ? std::optional(*percent / 100) : std::nullopt;
  };
  goal.caution = wish.caution, goal.mostChanges = wish.mostChanges;
  goal.leastRevenue = share(wish.leastRevenue), goal.leastProfit = share(wish.leastProfit);
  goal.mostIndex = index(wish.mostIndex), goal.leastIndex = index(wish.leastIndex);
  goal.mostCategoryIndex = index(wish.mostCategoryIndex), goal.leastCategoryIndex = index(wish.leastCategoryIndex);
  goal.mostRivalIndex = index(wish.mostRivalIndex), goal.leastRivalIndex = index(wish.leastRivalIndex);
  goal.mostKviIndex = index(wish.mostKviIndex), goal.leastKviIndex = index(wish.leastKviIndex);
  return goal;
}

// A limit and how far it would have to give way: indexes and floors as people write them, in percent.
QString nearestWords(const ScenarioConflict::Limit& limit) {
  if (limit.name == u"changes")
    return s("%1 %2").arg(codeText(limit.name), QLocale().toString(limit.nearest, 'f', 0));
  const double percent = 100 * (limit.name.contains(u"index") ? limit.nearest : limit.nearest - 1);
  const QString figure = QLocale().toString(std::abs(percent), 'f', 2);
  return s("%1 %2%3 %").arg(codeText(limit.name), s(percent < 0 ? "\u2212" : "+"), figure);
}

// `limits`: their codes; names and nearest: in words.
Error conflictError(const Error& infeasible, const ScenarioConflict& conflict) {
  QStringList codes, names, nearest;
  for (const ScenarioConflict::Limit& limit : conflict.limits)
    codes << limit.name, names << codeText(limit.name), nearest << nearestWords(limit);
  const char* why = codes.contains(s("relations")) ? "relations" : codes.size() == 1 ? "one" : "several";
  return Error(infeasible)
      .with(s("why"), s(why))
      .with(s("limits"), codes.join(u','))
      .with(s("names"), names.join(s(", ")))
      .with(s("nearest"), nearest.join(s("; ")));
}

// Where each product's prices stand among the groups, by zone.
class Places {
 public:
  using Place = std::pair<std::size_t, std::size_t>; // group, listing
  explicit Places(const std::vector<ScenarioGroup>& groups) {
    for (std::size_t g = 0; g < groups.size(); ++g)
      for (std::size_t l = 0; l < groups[g].content->listings.size(); ++l) {
        const ListingCase& one = groups[g].content->listings[l];
        m_places[one.skuCode][one.zoneCode] = {g, l};
      }
  }
  std::map<QString, Place> of(const QString& sku, const QString& zone) const {
    const auto found = m_places.find(sku);
    if (found == m_places.end())
      return {};
    if (zone.isEmpty())
      return found->second;
    const auto there = found->second.find(zone);
    return there == found->second.end() ? std::map<QString, Place>() : std::map<QString, Place>{*there};
  }

 private:
  std::map<QString, std::map<QString, Place>> m_places;
};

// A relation that names nothing of what is planned is a slip of the pen, not a wish.
Result<std::vector<ScenarioRelation>> relationsOf(const ScenarioWish& wish, const std::vector<ScenarioGroup>& groups) {
  std::vector<ScenarioRelation> out;
  if (wish.relations.isEmpty())
    return out;
  const Places places(groups);
  for (const QString& text : wish.relations) {
    PW_TRY(const RelationWish r, relationFrom(text));
    const auto lower = places.of(r.lower, r.lowerZone), upper = places.of(r.upper, r.upperZone);
    const std::size_t before = out.size();
    for (const auto& [zone, place] : lower) {
      const auto partner = r.upperZone.isEmpty() ? upper.find(zone) : upper.begin();
      if (partner == upper.end() ||
          groups[place.first].content->listings[place.second].current.currency() !=
              groups[partner->second.first].content->listings[partner->second.second].current.currency())
        continue; // prices of two currencies have no relation of this kind
      out.push_back({place.first, place.second, partner->second.first, partner->second.second, r.factor, r.add});
    }
    if (out.size() == before)
      return fail(s("scenario.unknown-relation"), {{s("relation"), text.left(80)}});
  }
  return out;
}

// The first of what cannot be kept, and how many more there are.
Error errorOf(const ScenarioModel& model, const std::vector<ScenarioModel::Impossible>& all) {
  const ScenarioModel::Impossible& first = all.front();
  const auto listing = [&](std::size_t g, std::size_t l) -> const ListingCase& {
    return model.group(g).content->listings[l];
  };
  const ListingCase& lower = listing(first.relation.lowerGroup, first.relation.lowerListing);
  const ListingCase& upper = listing(first.relation.upperGroup, first.relation.upperListing);
  const auto money = [&](double value) { return QString::number(value, 'f', lower.current.currency().minorDigits()); };
  return fail(s("scenario.impossible-relation"), {{s("lower"), lower.skuCode + u'@' + lower.zoneCode},
                                                  {s("upper"), upper.skuCode + u'@' + upper.zoneCode},
                                                  {s("lowest"), money(first.lowest)},
                                                  {s("most"), money(first.most)},
                                                  {s("more"), QString::number(all.size() - 1)}});
}

} // namespace

struct ScenarioStudy::Parts {
  struct Group {
    ScenarioGroup what;
    QString categoryCode, zoneCode;
  };
  std::vector<Group> groups;
  std::map<int, QString> categories; // codes by number
  Currency currency;
  Instant at{};
  // The model of the last wish: most questions differ by their limits alone.
  mutable std::mutex mutex;
  mutable ScenarioWish lastWish;
  mutable std::shared_ptr<const ScenarioModel> lastModel;

  bool wanted(const Group& g, const ScenarioWish& wish) const {
    return (wish.categories.isEmpty() || wish.categories.contains(g.categoryCode)) &&
           (wish.zones.isEmpty() || wish.zones.contains(g.zoneCode));
  }

  Result<std::shared_ptr<const ScenarioModel>> modelOf(const ScenarioWish& wish) const {
    const std::lock_guard lock(mutex);
    if (lastModel && lastWish.categories == wish.categories && lastWish.zones == wish.zones &&
        lastWish.mostMove == wish.mostMove && lastWish.relations == wish.relations)
      return lastModel;
    std::vector<ScenarioGroup> chosen;
    for (const Group& g : groups) {
      if (!wanted(g, wish))
        continue;
      chosen.push_back(g.what);
      if (!wish.mostMove)
        continue;
      auto other = std::make_shared<PricingCase>(*g.what.content);
      PW_CHECK(other->settings.set(s("optimizer.max-move.percent"), *wish.mostMove));
      chosen.back().content = std::move(other);
    }
    PW_TRY(auto relations, relationsOf(wish, chosen));
    lastModel = std::make_shared<const ScenarioModel>(std::move(chosen), std::move(relations));
    lastWish = wish;
    return lastModel;
  }

  Scenario told(const ScenarioWish& wish, const ScenarioModel& model, const ScenarioPlan& plan) const {
    Scenario out;
    out.wish = wish, out.at = at, out.currency = currency;
    out.planned = int(model.listings()), out.all = int(model.all());
    out.unitsNow = plan.unitsNow, out.revenueNow = plan.revenueNow, out.profitNow = plan.profitNow;
    out.effect = plan.effect, out.confidence = plan.confidence;
    out.objective = plan.objective, out.gap = plan.gap, out.rounds = plan.rounds, out.cut = plan.cut;
    for (const LimitUse& use : plan.limits) {
      const auto category = categories.find(use.category);
      out.limits.push_back(
          {use.name, category == categories.end() ? QString() : category->second, use.used, use.limit, use.worth});
    }
    for (const ScenarioPrice& p : plan.changes) {
      const ListingCase& l = model.group(p.group).content->listings[p.listing];
      out.rows.push_back({l.listingNo, l.skuCode, l.skuName, l.zoneCode, l.categoryCode, l.current,
                          Money(p.minor, l.current.currency())});
    }
    std::stable_sort(out.rows.begin(), out.rows.end(), [](const ScenarioRow& a, const ScenarioRow& b) {
      return std::abs(a.change()) > std::abs(b.change());
    });
    return out;
  }
};

ScenarioStudy::ScenarioStudy() : m(std::make_unique<Parts>()) {}
ScenarioStudy::~ScenarioStudy() = default;

Result<ScenarioStudyPtr> scenarioStudy(Workspace& w, const JobContext& job) {
  job.report("scenario.read", 0);
  PW_TRY(const AssortmentNow assortment, AssortmentNow::load(w.planner().tools()));
  PW_TRY(const ModelVersion champion, w.models().champion(modelName(ModelKind::ElasticityEstimator)));
  job.report("scenario.learn", 0.3);
  PW_TRY(AssortmentNow::Learnt learnt, assortment.learn(champion, 0, job));
  const World& world = assortment.world();
  std::shared_ptr<ScenarioStudy> study(new ScenarioStudy());
  ScenarioStudy::Parts& parts = *study->m;
  parts.currency = world.catalog.currency, parts.at = world.now;
  for (const Category& c : world.catalog.categories)
    parts.categories.emplace(c.no, c.code);
  PW_TRY(const WorkspaceRates rates, WorkspaceRates::on(w, world.settings, dayOf(world.now), parts.currency));
  for (PricingCase& content : learnt.cases) {
    if (content.listings.empty())
      continue;
    const ListingCase& first = content.listings.front();
    const Listing* listing = world.catalog.listing(first.listingNo);
    const Sku* sku = listing ? world.catalog.sku(listing->skuNo) : nullptr;
    ScenarioStudy::Parts::Group group;
    group.categoryCode = first.categoryCode, group.zoneCode = first.zoneCode;
    group.what.rules = rulesOf(content);
    group.what.rate = rates.worth(first.current.currency());
    group.what.category = sku ? sku->categoryNo : 0;
    group.what.content = std::make_shared<const PricingCase>(std::move(content));
    parts.groups.push_back(std::move(group));
  }
  job.report("scenario.learn", 1);
  return ScenarioStudyPtr(study);
}

tl::expected<Scenario, ScenarioRefusal> ScenarioStudy::plan(const ScenarioWish& wish, const JobContext& job) const {
  const auto refused = [](const Error& error, ScenarioConflict conflict = {}) {
    return tl::unexpected(ScenarioRefusal{error, std::move(conflict)});
  };
  const auto began = std::chrono::steady_clock::now();
  const Result<ScenarioGoal> goal = goalOf(wish);
  if (!goal)
    return refused(goal.error());
  const auto model = m->modelOf(wish);
  if (!model)
    return refused(model.error());
  const Result<ScenarioPlan> plan = (*model)->plan(*goal, job);
  if (!plan && plan.error().is(u"scenario.infeasible")) {
    if (const auto impossible = (*model)->impossible(); !impossible.empty())
      return refused(errorOf(**model, impossible));
    const Result<ScenarioConflict> conflict = (*model)->conflict(*goal, job);
    if (!conflict)
      return refused(conflict.error());
    return refused(conflictError(plan.error(), *conflict), *conflict);
  }
  if (!plan)
    return refused(plan.error());
  Scenario out = m->told(wish, **model, *plan);
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return out;
}

Result<std::vector<FrontierPoint>> ScenarioStudy::frontier(const ScenarioWish& wish, int points,
                                                           const JobContext& job) const {
  PW_TRY(const auto model, m->modelOf(wish));
  PW_TRY(ScenarioGoal goal, goalOf(wish));
  std::vector<FrontierPoint> out;
  const int most = std::clamp(points, 2, 50);
  for (int k = 0; k < most; ++k) {
    FrontierPoint at;
    at.profitWeight = double(k) / (most - 1);
    goal.profit = at.profitWeight, goal.revenue = 1 - at.profitWeight, goal.units = 0;
    job.report("scenario.frontier", double(k) / most);
    const Result<ScenarioPlan> plan = model->plan(goal, {job.stop, {}});
    if (!plan)
      return plan.error();
    at.profit = plan->effect.profit, at.revenue = plan->effect.revenue, at.changes = int(plan->changes.size());
    out.push_back(at);
  }
  return out;
}

} // namespace pricewright
