// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan comes to: its listings and prices, who gets which, and what speaks against it.
#include "base/Words.h"
#include "engine/experiments/ExperimentDesk.h"
#include "engine/experiments/ExperimentModels.h"
#include "pipeline/test_manager/TestBlocks.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace pricewright {
namespace {

// The plan's words as rows of the catalogue.
struct Resolved {
  std::vector<const Sku*> tested, counted; // counted: beside the tested ones
  std::vector<const PriceZone*> zones;
  std::map<std::pair<int, int>, const Listing*> listings; // by SKU and zone
  const Listing* at(const Sku& sku, const PriceZone& zone) const {
    const auto found = listings.find({sku.no, zone.no});
    return found == listings.end() ? nullptr : found->second;
  }
};

Result<std::vector<const Sku*>> skusNamed(const Catalog& catalog, const QStringList& codes) {
  QHash<QString, const Sku*> byCode;
  for (const Sku& sku : catalog.skus)
    byCode.insert(sku.code, &sku);
  std::vector<const Sku*> found;
  for (const QString& code : codes) {
    const Sku* sku = byCode.value(code);
    if (!sku)
      return fail(s("catalog.unknown-sku"), {{s("sku"), code}});
    found.push_back(sku);
  }
  return found;
}

// Those named; none named: all that sell every tested product.
Result<std::vector<const PriceZone*>> zonesFor(const Catalog& catalog, const Resolved& r, const QStringList& named) {
  std::vector<const PriceZone*> zones;
  for (const QString& code : named) {
    const auto found =
        std::find_if(catalog.zones.begin(), catalog.zones.end(), [&](const PriceZone& z) { return z.code == code; });
    if (found == catalog.zones.end())
      return fail(s("catalog.unknown-zone"), {{s("zone"), code}});
    for (const Sku* sku : r.tested)
      if (!r.at(*sku, *found))
        return fail(s("experiment.not-sold-there"), {{s("sku"), sku->code}, {s("zone"), code}});
    zones.push_back(&*found);
  }
  if (named.isEmpty())
    for (const PriceZone& zone : catalog.zones)
      if (std::all_of(r.tested.begin(), r.tested.end(), [&](const Sku* sku) { return r.at(*sku, zone) != nullptr; }))
        zones.push_back(&zone);
  return zones;
}

// What buyers turn to: those named, else the rest of the tested products' categories.
Result<std::vector<const Sku*>> countedFor(const Catalog& catalog, const Resolved& r, const QStringList& named) {
  if (!named.isEmpty())
    return skusNamed(catalog, named);
  std::set<int> tested, categories;
  for (const Sku* sku : r.tested)
    tested.insert(sku->no), categories.insert(sku->categoryNo);
  std::vector<const Sku*> others;
  for (const Sku& sku : catalog.skus)
    if (categories.contains(sku.categoryNo) && !tested.contains(sku.no))
      others.push_back(&sku);
  return others;
}

Result<Resolved> resolve(const Catalog& catalog, const QStringList& skus, const QStringList& counted,
                         const QStringList& zones) {
  Resolved r;
  for (const Listing& l : catalog.listings)
    r.listings.emplace(std::pair(l.skuNo, l.zoneNo), &l);
  PW_TRY(r.tested, skusNamed(catalog, skus));
  PW_TRY(r.zones, zonesFor(catalog, r, zones));
  PW_TRY(r.counted, countedFor(catalog, r, counted));
  return r;
}

QString percentText(int basisPoints) { return QString::asprintf("%+.2f", basisPoints / 100.0); }

// None: the ladder has no price on the asked side of today's.
Result<std::optional<Money>> wantedPrice(const ExperimentPlan& plan, const Sku& sku, const Listing& listing,
                                         const Money& now) {
  if (plan.changeBp == 0) {
    PW_TRY(const Money said, Money::round(plan.prices.value(sku.code), now.currency(), Rounding::HalfEven));
    return std::optional(said);
  }
  const PriceLadder ladder(listing.ladder.value_or(defaultLadder(now.currency())));
  const std::optional<qint64> changed = ladder.changedBy(now.minor(), plan.changeBp);
  return changed ? std::optional(Money(*changed, now.currency())) : std::nullopt;
}

// Each product in each zone at its new price, through every limit.
class Pricing {
 public:
  Pricing(Workspace& w, ExperimentPreview& out) : m_workspace(w), m_out(out) {}

  Status add(const ExperimentPlan& plan, const Resolved& r) {
    PW_TRY(const auto inForce, m_workspace.catalog().regularPricesInForce(m_workspace.clock().now()));
    for (const PublishedPrice& p : inForce)
      m_now.emplace(p.listingNo, p.amount);
    for (const Sku* sku : r.tested)
      for (const PriceZone* zone : r.zones)
        if (const Listing* listing = r.at(*sku, *zone))
          PW_CHECK(addOne(plan, *sku, *zone, *listing));
    return guard();
  }

 private:
  Status addOne(const ExperimentPlan& plan, const Sku& sku, const PriceZone& zone, const Listing& listing) {
    const auto now = m_now.find(listing.no);
    if (now == m_now.end()) {
      m_out.refused.push_back(fail(s("experiment.no-price-now"), {{s("sku"), sku.code}, {s("zone"), zone.code}}));
      return {};
    }
    PW_TRY(const std::optional<Money> wanted, wantedPrice(plan, sku, listing, now->second));
    if (!wanted) {
      m_out.refused.push_back(fail(s("experiment.no-ladder-price"), {{s("sku"), sku.code},
                                                                     {s("zone"), zone.code},
                                                                     {s("now"), now->second.toString()},
                                                                     {s("percent"), percentText(plan.changeBp)}}));
      return {};
    }
    m_out.prices.push_back({{listing.no, sku.code, zone.code, now->second, *wanted}, Route::Hold, {}});
    m_wishes.push_back({listing.no, *wanted});
    return {};
  }
  Status guard() {
    PW_TRY(const auto answers, m_workspace.previewPrices(m_wishes));
    std::map<std::pair<QString, QString>, QStringList> refused, unchanged; // product and reason, or price → zones
    for (std::size_t i = 0; i < answers.size(); ++i) {
      ExperimentPreview::Priced& priced = m_out.prices[i];
      priced.reason = answers[i] ? answers[i]->guarded.primaryReason : reasonOf(answers[i].error());
      priced.route = answers[i] ? answers[i]->guarded.route : Route::Hold;
      // A limit that makes another price of it would test what nobody asked for.
      const bool stands =
          answers[i] && priced.route != Route::Blocked && answers[i]->proposed == priced.price.treatment;
      if (stands)
        continue;
      if (priced.reason.isEmpty())
        priced.reason = answers[i]->proposed.toString();
      if (priced.route == Route::Human || priced.route == Route::Automatic)
        priced.instead = answers[i]->proposed;
      if (priced.price.treatment == priced.price.control) { // a test of a price against itself
        priced.route = Route::Blocked, priced.reason = s("same-price");
        unchanged[{priced.price.sku, priced.price.treatment.toString()}] << priced.price.zone;
        continue;
      }
      priced.route = Route::Blocked; // whatever people might approve: it is not the price of the test
      refused[{priced.price.sku, priced.reason}] << priced.price.zone;
    }
    for (const auto& [what, zones] : refused)
      m_out.refused.push_back(
          fail(s("experiment.price-refused"),
               {{s("sku"), what.first}, {s("zone"), zones.join(s(", "))}, {s("reason"), what.second}}));
    for (const auto& [what, zones] : unchanged)
      m_out.refused.push_back(
          fail(s("experiment.same-price"),
               {{s("sku"), what.first}, {s("zone"), zones.join(s(", "))}, {s("price"), what.second}}));
    return {};
  }
  static QString reasonOf(const Error& error) { // an empty one says nothing
    const QString reason = error.arguments.value(s("reason"));
    return reason.isEmpty() ? error.code : reason;
  }

  Workspace& m_workspace;
  ExperimentPreview& m_out;
  std::map<int, Money> m_now;
  std::vector<PriceWish> m_wishes;
};

TestFacts factsOf(const Catalog& catalog, const Resolved& r, const Settings& settings) {
  const auto item = [&](const Sku* sku) {
    const Category* category = catalog.category(sku->categoryNo);
    return TestFacts::Item{sku->code, category ? category->code : QString(), sku->storable};
  };
  TestFacts facts;
  std::transform(r.tested.begin(), r.tested.end(), std::back_inserter(facts.tested), item);
  facts.zones = int(r.zones.size());
  facts.visitorPrices = settings.isOn(u"experiment.visitor-prices");
  return facts;
}

// Listings of both arms whose sales are counted: a tested product and what its buyers turn to, zone by zone.
std::vector<int> countedListings(const Resolved& r) {
  std::vector<int> nos;
  for (const PriceZone* zone : r.zones) {
    for (const auto* group : {&r.tested, &r.counted})
      for (const Sku* sku : *group)
        if (const Listing* listing = r.at(*sku, *zone))
          nos.push_back(listing->no);
  }
  std::sort(nos.begin(), nos.end());
  nos.erase(std::unique(nos.begin(), nos.end()), nos.end());
  return nos;
}

Status findCollisions(Workspace& w, const Catalog& catalog, ExperimentPreview& out) {
  PW_TRY(std::vector<TestCollision> found, testCollisions(w, catalog, out.plan, out.setup));
  for (const TestCollision& c : found)
    if (c.forbids) {
      out.refused.push_back(
          fail(s("experiment.collides"),
               {{s("kind"), collisionKindName(c.kind)}, {s("sku"), c.sku}, {s("zone"), c.zone}, {s("what"), c.what}}));
      break; // all of them stand in the list
    }
  out.collisions = std::move(found);
  return {};
}

// One test of a layer at a time: so none of them shares a visitor.
Status refuseTakenLayer(Workspace& w, ExperimentPreview& out) {
  if (out.plan.design != TestDesign::Visitors || out.plan.layer.isEmpty())
    return {};
  PW_TRY(const auto rows, w.experiments().underWay());
  for (const ExperimentRow& row : rows)
    if (row.plan.design == TestDesign::Visitors && row.plan.layer == out.plan.layer)
      out.refused.push_back(
          fail(s("experiment.layer-taken"), {{s("name"), row.plan.name}, {s("layer"), out.plan.layer}}));
  return {};
}

// What of a plan by blocks is otherwise than somebody may have meant.
void warnOfBlocks(ExperimentPreview& out) {
  if (!isByBlocks(out.plan))
    return;
  if (out.plan.rampPercent.size() > 1)
    out.warnings.push_back(s("experiment.no-ramp-by-blocks"));
  if (!out.setup.units.empty() && out.setup.units.front().unit == blockUnit({}, 0))
    out.warnings.push_back(s("experiment.all-together"));
}

void countUnits(ExperimentPreview& out) {
  if (out.plan.design == TestDesign::Visitors)
    return; // each is drawn when it comes: the setup's units are the arms themselves
  for (const TestUnit& unit : out.setup.units)
    ++(unit.arm == 1 ? out.treatedUnits : out.controlUnits);
}

} // namespace

Result<TestFacts> testFacts(Workspace& w, const QStringList& skus, const QStringList& zones) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const Resolved r, resolve(catalog, skus, {}, zones));
  return factsOf(catalog, r, settings);
}

Result<ExperimentPreview> previewExperiment(Workspace& w, const ExperimentPlan& plan) {
  PW_CHECK(plan.check());
  if (plan.testsModel())
    return previewModelTest(w, plan);
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const Resolved r, resolve(catalog, plan.skus, plan.counted, plan.zones));
  ExperimentPreview out;
  out.plan = plan;
  const TestFacts facts = factsOf(catalog, r, settings);
  out.advice = adviseDesign(facts);
  if (auto refused = whyNot(plan.design, facts, plan.storableAllowed))
    out.refused.push_back(std::move(*refused));
  Pricing pricing(w, out);
  PW_CHECK(pricing.add(plan, r));
  for (const ExperimentPreview::Priced& priced : out.prices)
    out.setup.prices.push_back(priced.price);
  std::sort(out.setup.prices.begin(), out.setup.prices.end(),
            [](const TestedPrice& a, const TestedPrice& b) { return a.listingNo < b.listingNo; });
  out.setup.counted = countedListings(r);
  if (const Result<std::vector<TestUnit>> units = drawUnits(w, catalog, plan, out.setup))
    out.setup.units = *units;
  else if (units.error().code.startsWith(u"storage."))
    return units.error();
  else
    out.refused.push_back(units.error());
  countUnits(out);
  warnOfBlocks(out);
  PW_CHECK(refuseTakenLayer(w, out));
  PW_CHECK(findCollisions(w, catalog, out));
  return out;
}

} // namespace pricewright
