// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a test of models comes to: its zones, groups and versions, and what speaks against it.
#include "engine/experiments/ExperimentModels.h"

#include "base/Words.h"

#include <algorithm>
#include <set>

namespace pricewright {
namespace {

// Whole categories, as siblings are priced together, in zones where they have a price.
struct ModelScope {
  std::set<int> categories;
  std::vector<const PriceZone*> zones;
  std::vector<int> counted;
  int products = 0;
};

Result<std::set<int>> categoriesTested(const Catalog& catalog, const QStringList& skus) {
  std::set<int> categories;
  for (const QString& code : skus) {
    const Sku* sku = catalog.skuByCode(code);
    if (!sku)
      return fail(s("catalog.unknown-sku"), {{s("sku"), code}});
    categories.insert(sku->categoryNo);
  }
  if (skus.isEmpty())
    for (const Sku& sku : catalog.skus)
      categories.insert(sku.categoryNo);
  return categories;
}

Result<std::set<int>> skusCounted(const Catalog& catalog, const ExperimentPlan& plan, const std::set<int>& categories) {
  std::set<int> counted;
  for (const QString& code : plan.counted) {
    const Sku* sku = catalog.skuByCode(code);
    if (!sku)
      return fail(s("catalog.unknown-sku"), {{s("sku"), code}});
    counted.insert(sku->no);
  }
  for (const Sku& sku : catalog.skus)
    if (categories.contains(sku.categoryNo))
      counted.insert(sku.no);
  return counted;
}

// Where a price is in force that cycles decide.
Result<std::set<int>> zonesWithPrices(Workspace& w, const Catalog& catalog, const std::set<int>& categories) {
  PW_TRY(const auto inForce, w.catalog().regularPricesInForce(w.clock().now()));
  std::set<int> zones;
  for (const PublishedPrice& p : inForce) {
    const Listing* listing = catalog.listing(p.listingNo);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    if (sku && categories.contains(sku->categoryNo))
      zones.insert(listing->zoneNo);
  }
  return zones;
}

Result<std::vector<const PriceZone*>> zonesTested(const Catalog& catalog, const QStringList& named,
                                                  const std::set<int>& priced) {
  std::vector<const PriceZone*> zones;
  for (const QString& code : named) {
    const auto found =
        std::find_if(catalog.zones.begin(), catalog.zones.end(), [&](const PriceZone& z) { return z.code == code; });
    if (found == catalog.zones.end())
      return fail(s("catalog.unknown-zone"), {{s("zone"), code}});
    if (!priced.contains(found->no))
      return fail(s("experiment.nothing-sold-there"), {{s("zone"), code}});
    if (std::find(zones.begin(), zones.end(), &*found) == zones.end())
      zones.push_back(&*found);
  }
  if (named.isEmpty())
    for (const PriceZone& zone : catalog.zones)
      if (priced.contains(zone.no))
        zones.push_back(&zone);
  return zones;
}

Result<ModelScope> scopeOf(Workspace& w, const Catalog& catalog, const ExperimentPlan& plan) {
  ModelScope scope;
  PW_TRY(scope.categories, categoriesTested(catalog, plan.skus));
  PW_TRY(const std::set<int> counted, skusCounted(catalog, plan, scope.categories));
  PW_TRY(const std::set<int> priced, zonesWithPrices(w, catalog, scope.categories));
  PW_TRY(scope.zones, zonesTested(catalog, plan.zones, priced));
  std::set<int> zones, products;
  for (const PriceZone* zone : scope.zones)
    zones.insert(zone->no);
  for (const Listing& listing : catalog.listings) {
    const Sku* sku = catalog.sku(listing.skuNo);
    if (!sku || !zones.contains(listing.zoneNo) || !counted.contains(sku->no))
      continue;
    scope.counted.push_back(listing.no);
    if (scope.categories.contains(sku->categoryNo))
      products.insert(sku->no);
  }
  std::sort(scope.counted.begin(), scope.counted.end());
  scope.products = int(products.size());
  return scope;
}

struct Versions {
  ModelVersion champion, challenger;
};
Result<Versions> versionsOf(Workspace& w, const ExperimentPlan& plan) {
  const QString name = modelName(ModelKind::ElasticityEstimator);
  Versions out;
  PW_TRY(out.champion, w.models().champion(name));
  PW_TRY(out.challenger, w.models().version(name, plan.model));
  return out;
}

// A version that nobody has looked at decides no prices.
void refuseVersion(const Versions& versions, ExperimentPreview& out) {
  const ModelVersion& v = versions.challenger;
  if (v.version == versions.champion.version)
    out.refused.push_back(fail(s("model.is-champion"), {{s("model"), v.name}, {s("version"), v.version}}));
  else if (!v.training && !v.promotedAt)
    out.refused.push_back(fail(s("model.untried"), {{s("model"), v.name}, {s("version"), v.version}}));
}

TestFacts factsOfModelTest(const ModelScope& scope, const Settings& settings) {
  TestFacts facts;
  facts.zones = int(scope.zones.size());
  facts.visitorPrices = settings.isOn(u"experiment.visitor-prices");
  return facts;
}

Status drawZones(Workspace& w, const Catalog& catalog, ExperimentPreview& out) {
  Result<std::vector<TestUnit>> units = drawUnits(w, catalog, out.plan, out.setup);
  if (!units) {
    if (units.error().code.startsWith(u"storage."))
      return units.error();
    out.refused.push_back(units.error());
    return {};
  }
  out.setup.units = std::move(*units);
  for (const TestUnit& unit : out.setup.units)
    ++(unit.arm == 1 ? out.treatedUnits : out.controlUnits);
  return {};
}

Status collideModelTest(Workspace& w, const Catalog& catalog, ExperimentPreview& out) {
  PW_TRY(out.collisions, testCollisions(w, catalog, out.plan, out.setup));
  const auto found =
      std::find_if(out.collisions.begin(), out.collisions.end(), [](const TestCollision& c) { return c.forbids; });
  if (found != out.collisions.end())
    out.refused.push_back(fail(s("experiment.collides"), {{s("kind"), collisionKindName(found->kind)},
                                                          {s("sku"), found->sku},
                                                          {s("zone"), found->zone},
                                                          {s("what"), found->what}}));
  return {};
}

} // namespace

Status checkModelTest(Workspace& w, const ExperimentPlan& plan) {
  PW_CHECK(plan.check());
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY([[maybe_unused]] const Versions versions, versionsOf(w, plan));
  PW_TRY([[maybe_unused]] const ModelScope scope, scopeOf(w, catalog, plan));
  return {};
}

Result<ExperimentPreview> previewModelTest(Workspace& w, const ExperimentPlan& plan) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const Versions versions, versionsOf(w, plan));
  PW_TRY(const ModelScope scope, scopeOf(w, catalog, plan));
  ExperimentPreview out;
  out.plan = plan;
  out.champion = versions.champion.version, out.challenger = versions.challenger.version;
  out.products = scope.products;
  refuseVersion(versions, out);
  const TestFacts facts = factsOfModelTest(scope, settings);
  out.advice.design = TestDesign::Clusters, out.advice.reason = s("zones-apart");
  if (auto refused = whyNot(plan.design, facts, plan.storableAllowed))
    out.refused.push_back(std::move(*refused));
  out.setup.models = TestedModels{out.champion, out.challenger, {scope.categories.begin(), scope.categories.end()}};
  out.setup.counted = scope.counted;
  PW_CHECK(drawZones(w, catalog, out));
  PW_CHECK(collideModelTest(w, catalog, out));
  return out;
}

QStringList zonesCounted(const Catalog& catalog, const ExperimentSetup& setup) {
  QStringList zones;
  for (const int no : setup.counted) {
    const Listing* listing = catalog.listing(no);
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    if (zone && !zones.contains(zone->code))
      zones << zone->code;
  }
  return zones;
}

Status addModelsTo(Workspace& w, const Catalog& catalog, ExperimentCard& card) {
  const ExperimentPlan& plan = card.row.plan;
  if (!plan.testsModel())
    return {};
  card.challenger = plan.model;
  if (card.row.setup.models) {
    card.champion = card.row.setup.models->champion;
  } else {
    PW_TRY(const ModelVersion champion, w.models().champion(modelName(ModelKind::ElasticityEstimator)));
    card.champion = champion.version;
  }
  std::set<int> categories;
  if (card.row.setup.models)
    categories.insert(card.row.setup.models->categories.begin(), card.row.setup.models->categories.end());
  else if (Result<std::set<int>> named = categoriesTested(catalog, plan.skus)) // of a draft; what is gone names none
    categories = std::move(*named);
  for (const Sku& sku : catalog.skus)
    card.products += categories.contains(sku.categoryNo) ? 1 : 0;
  card.categories.clear();
  for (const Category& category : catalog.categories)
    if (categories.contains(category.no))
      card.categories << category.code;
  return {};
}

} // namespace pricewright
