// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of price tests as JSON, and what a plan may say.
#include "base/Json.h"
#include "base/JsonFields.h"
#include "base/Words.h"
#include "decision/ExperimentPlan.h"
#include "decision/ModelStore.h"
#include "money/Decimal.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace pricewright {
namespace {

constexpr const char* kPrefix = "experiment";
constexpr qsizetype kLongestName = 120, kLongestText = 2000, kMostNames = 2000, kMostGuards = 4, kMostSteps = 10;
constexpr int kYear = 365, kLeastPreDays = 14, kLeastBlocks = 4;

// A whole number of the plan: where it stands, and how far it may go.
struct PlanNumber {
  NumberLimits limits;
  int ExperimentPlan::* member;
};
constexpr PlanNumber kNumbers[] = {
    {{"change_percent", -5000, 10'000, true}, &ExperimentPlan::changeBp},
    {{"mde_percent", 10, 10'000, true}, &ExperimentPlan::mdeBp},
    {{"alpha_percent", 10, 2000, true}, &ExperimentPlan::alphaBp},
    {{"power_percent", 5000, 9900, true}, &ExperimentPlan::powerBp},
    {{"equivalence_percent", 0, 5000, true}, &ExperimentPlan::equivalenceBp},
    {{"harm_percent", 50, 10'000, true}, &ExperimentPlan::harmBp},
    {{"days", 1, kYear, false}, &ExperimentPlan::days},
    {{"longest_days", 1, 2 * kYear, false}, &ExperimentPlan::longestDays},
    {{"look_days", 1, 91, false}, &ExperimentPlan::lookDays},
    {{"ramp_days", 1, 91, false}, &ExperimentPlan::rampDays},
    {{"block_days", 1, 91, false}, &ExperimentPlan::blockDays},
    {{"washout_days", 0, 90, false}, &ExperimentPlan::washoutDays},
    {{"pre_days", 0, 2 * kYear, false}, &ExperimentPlan::preDays},
    {{"cool_off_days", 0, kYear, false}, &ExperimentPlan::coolOffDays},
    {{"decide_days", 1, 91, false}, &ExperimentPlan::decideDays},
    {{"silent_hours", 1, 24 * 91, false}, &ExperimentPlan::silentHours},
    {{"treatment_percent", 100, 9900, true}, &ExperimentPlan::treatmentBp},
    {{"window_days", 1, 91, false}, &ExperimentPlan::windowDays},
};
constexpr NumberLimits kRamp{"ramp_percent", 1, 100, false}, kGuard{"limit_percent", 0, 10'000, true};
constexpr NumberLimits kFloor{"floor_percent", 100, 4900, true}, kBurnIn{"burn_in", 100, 10'000'000, false};
constexpr NumberLimits kSeed{"seed", 0, 999'999'999, false};

Error badPlan(const char* why, const QString& value = {}) {
  return fail(s("experiment.bad-plan"), {{s("why"), s(why)}, {s("value"), value.left(100)}});
}

template <class Enum>
Status readName(JsonFields& in, const char* field, std::optional<Enum> (*from)(QStringView), Enum& into) {
  QString text;
  PW_CHECK(in.text(field, text));
  if (text.isEmpty())
    return {};
  const std::optional<Enum> found = from(text);
  if (!found)
    return JsonFields::bad(kPrefix, "field", field, text);
  into = *found;
  return {};
}

Status readGuards(JsonFields& in, std::vector<TestGuard>& into) {
  PW_TRY(const QJsonValue v, in.any("guards"));
  if (v.isUndefined())
    return {};
  if (!v.isArray() || v.toArray().size() > kMostGuards)
    return JsonFields::bad(kPrefix, "field", "guards", JsonFields::shown(v));
  for (const QJsonValue& one : v.toArray()) {
    const QJsonObject json = one.toObject();
    JsonFields guard(kPrefix, json);
    TestGuard g;
    PW_CHECK(readName(guard, "metric", testMetricFrom, g.metric));
    PW_CHECK(guard.number(kGuard, g.limitBp));
    PW_CHECK(guard.done());
    into.push_back(g);
  }
  return {};
}

Status readPrices(JsonFields& in, QMap<QString, QString>& into) {
  PW_TRY(const QJsonObject prices, in.object("prices"));
  for (auto it = prices.begin(); it != prices.end(); ++it) {
    if (!it->isString() || it->toString().size() > JsonFields::kLongest)
      return JsonFields::bad(kPrefix, "field", "prices", JsonFields::shown(*it));
    into.insert(it.key(), it->toString());
  }
  return {};
}

Status readBandit(JsonFields& in, std::optional<BanditTerms>& into) {
  PW_TRY(const QJsonValue v, in.any("bandit"));
  if (v.isUndefined())
    return {};
  if (!v.isObject())
    return JsonFields::bad(kPrefix, "field", "bandit", JsonFields::shown(v));
  const QJsonObject json = v.toObject();
  JsonFields bandit(kPrefix, json);
  into.emplace();
  PW_CHECK(bandit.number(kFloor, into->floorBp));
  PW_CHECK(bandit.number(kBurnIn, into->burnIn));
  return bandit.done();
}

Status readWords(JsonFields& in, ExperimentPlan& plan) {
  PW_CHECK(in.text("name", plan.name, kLongestName));
  PW_CHECK(in.text("hypothesis", plan.hypothesis, kLongestText));
  PW_CHECK(readName(in, "design", testDesignFrom, plan.design));
  PW_CHECK(readName(in, "metric", testMetricFrom, plan.metric));
  PW_CHECK(in.texts("skus", plan.skus, kMostNames));
  PW_CHECK(in.text("model", plan.model));
  PW_CHECK(in.texts("counted", plan.counted, kMostNames));
  PW_CHECK(in.texts("zones", plan.zones, kMostNames));
  PW_CHECK(in.text("segment", plan.segment));
  PW_CHECK(in.text("layer", plan.layer));
  PW_CHECK(readName(in, "sales_from", salesFromFrom, plan.salesFrom));
  return in.flag("storable_allowed", plan.storableAllowed);
}

// Named lawful groups only: a personal trait, behavior or place of residence is none.
Status checkSegment(const ExperimentPlan& plan) {
  static const QStringList lawful{s("contract"), s("loyalty"), s("quantity"), s("channel"), s("market")};
  if (!plan.segment.isEmpty() && !lawful.contains(plan.segment))
    return fail(s("experiment.personal-trait"), {{s("segment"), plan.segment.left(100)}});
  return {};
}

Status checkBandit(const ExperimentPlan& plan) {
  if (!plan.bandit)
    return {};
  if (plan.design != TestDesign::Visitors)
    return badPlan("bandit-design", testDesignName(plan.design));
  PW_CHECK(JsonFields::within(kPrefix, kFloor, plan.bandit->floorBp));
  PW_CHECK(JsonFields::within(kPrefix, kBurnIn, plan.bandit->burnIn));
  const int floor = plan.bandit->floorBp;
  return plan.treatmentBp >= floor && plan.treatmentBp <= 10'000 - floor ? Status() : Status(badPlan("bandit-floor"));
}

Status checkRamp(const ExperimentPlan& plan) {
  if (plan.rampPercent.empty() || plan.rampPercent.size() > std::size_t(kMostSteps) || plan.rampPercent.back() != 100)
    return badPlan("ramp-end");
  for (std::size_t i = 0; i < plan.rampPercent.size(); ++i) {
    PW_CHECK(JsonFields::within(kPrefix, kRamp, plan.rampPercent[i]));
    if (i > 0 && plan.rampPercent[i] <= plan.rampPercent[i - 1])
      return badPlan("ramp-order");
  }
  return {};
}

// What is priced, and how: by new prices, or by another version of the model.
Status checkTreatment(const ExperimentPlan& plan) {
  if (plan.testsModel()) {
    if (!semanticVersion(plan.model))
      return JsonFields::bad(kPrefix, "field", "model", plan.model);
    if (plan.design != TestDesign::Clusters)
      return badPlan("model-design", testDesignName(plan.design));
    return plan.changeBp == 0 && plan.prices.isEmpty() ? Status() : Status(badPlan("model-and-price"));
  }
  if (plan.prices.isEmpty() == (plan.changeBp == 0))
    return badPlan(plan.prices.isEmpty() ? "no-price" : "two-prices");
  for (auto it = plan.prices.begin(); it != plan.prices.end(); ++it)
    if (!plan.skus.contains(it.key()))
      return badPlan("price-of-another", it.key());
  if (!plan.prices.isEmpty() && plan.prices.size() != plan.skus.size())
    return badPlan("price-missing");
  return {};
}

Status checkTimes(const ExperimentPlan& plan) {
  if (plan.longestDays < plan.days)
    return badPlan("longest");
  if (plan.lookDays > plan.days)
    return badPlan("look");
  if (plan.design == TestDesign::Switchback && plan.washoutDays >= plan.blockDays)
    return badPlan("washout");
  if (plan.design == TestDesign::Switchback && plan.days < kLeastBlocks * plan.blockDays)
    return badPlan("blocks");
  return {};
}

// What a plan by blocks does not say: two weeks a block, the first of them left out, and whole twos of blocks.
void fillBlocks(const QJsonObject& json, ExperimentPlan& plan) {
  const auto isSaid = [&](const char* field) { return json.contains(s(field)); };
  if (!isSaid("block_days"))
    plan.blockDays = kUsualBlock;
  if (!isSaid("washout_days"))
    plan.washoutDays = kUsualWashout;
  if (!isSaid("days"))
    plan.days = std::max(plan.days, kLeastBlocks * plan.blockDays);
  const int two = 2 * plan.blockDays;
  if (!isSaid("longest_days"))
    plan.longestDays = std::max(plan.days, plan.days * 3 / 2 / two * two);
  if (!isSaid("ramp_percent"))
    plan.rampPercent = {100}; // all that a block gives a new price get it at once
}

} // namespace

Status ExperimentPlan::check() const {
  if (name.trimmed().isEmpty() || name.size() > kLongestName || name.contains(u'\n'))
    return JsonFields::bad(kPrefix, "field", "name", name);
  if (skus.isEmpty() && !testsModel())
    return badPlan("no-sku");
  if (QSet<QString>(skus.begin(), skus.end()).size() != skus.size())
    return badPlan("sku-twice");
  PW_CHECK(checkTreatment(*this));
  for (const PlanNumber& number : kNumbers)
    PW_CHECK(JsonFields::within(kPrefix, number.limits, this->*number.member));
  if (equivalenceBp >= mdeBp)
    return badPlan("equivalence");
  const bool byVisitors = design == TestDesign::Visitors;
  const bool converts =
      std::any_of(guards.begin(), guards.end(), [](const TestGuard& g) { return g.metric == TestMetric::Conversion; });
  if (!byVisitors && (metric == TestMetric::Conversion || converts))
    return badPlan("conversion");
  if (!byVisitors && salesFrom != SalesFrom::Events)
    return badPlan("sales-from", salesFromName(salesFrom));
  if (!byVisitors && preDays < kLeastPreDays)
    return badPlan("pre-days", QString::number(preDays));
  QSet<QString> all(skus.begin(), skus.end());
  for (const QString& code : counted) {
    if (all.contains(code))
      return badPlan("counted-twice", code);
    all.insert(code);
  }
  PW_CHECK(checkBandit(*this));
  PW_CHECK(checkSegment(*this));
  PW_CHECK(checkRamp(*this));
  return checkTimes(*this);
}

Status ExperimentPlan::checkTyped() const {
  constexpr std::int64_t kMostPriceMicros = 100'000'000'000'000; // a hundred million: dearer is a slip
  for (const QString& price : prices) {
    const auto amount = Decimal::parse(price);
    if (!amount || amount->micros() <= 0 || amount->micros() > kMostPriceMicros)
      return badPlan("bad-price", price);
  }
  for (const TestGuard& guard : guards)
    PW_CHECK(JsonFields::within(kPrefix, kGuard, guard.limitBp));
  return {};
}

Result<ExperimentPlan> ExperimentPlan::parse(const QJsonObject& json) {
  JsonFields in(kPrefix, json);
  ExperimentPlan plan;
  PW_CHECK(readWords(in, plan));
  PW_CHECK(readPrices(in, plan.prices));
  PW_CHECK(readGuards(in, plan.guards));
  PW_CHECK(readBandit(in, plan.bandit));
  for (const PlanNumber& number : kNumbers) { // within their limits before anything is reckoned with them
    PW_CHECK(in.number(number.limits, plan.*number.member));
    PW_CHECK(JsonFields::within(kPrefix, number.limits, plan.*number.member));
  }
  if (json.contains(s("days")) && !json.contains(s("longest_days")))
    plan.longestDays = std::max(plan.days, plan.days * 3 / 2);
  if (plan.design == TestDesign::Switchback)
    fillBlocks(json, plan);
  PW_CHECK(in.numbers(kRamp, plan.rampPercent, kMostSteps));
  int seed = int(plan.seed);
  PW_CHECK(in.number(kSeed, seed));
  plan.seed = quint64(seed);
  PW_CHECK(in.done());
  PW_CHECK(plan.check());
  return plan;
}

QJsonObject ExperimentPlan::toJson() const {
  QJsonArray guardRows, ramp;
  for (const TestGuard& g : guards)
    guardRows << QJsonObject{{s("metric"), testMetricName(g.metric)},
                             {s("limit_percent"), JsonFields::plainNumber(g.limitBp, true)}};
  for (const int step : rampPercent)
    ramp << step;
  QJsonObject priceRows;
  for (auto it = prices.begin(); it != prices.end(); ++it)
    priceRows.insert(it.key(), it.value());
  QJsonObject o{{s("name"), name},
                {s("hypothesis"), hypothesis},
                {s("design"), testDesignName(design)},
                {s("skus"), QJsonArray::fromStringList(skus)},
                {s("counted"), QJsonArray::fromStringList(counted)},
                {s("zones"), QJsonArray::fromStringList(zones)},
                {s("segment"), segment},
                {s("prices"), priceRows},
                {s("metric"), testMetricName(metric)},
                {s("guards"), guardRows},
                {s("ramp_percent"), ramp},
                {s("layer"), layer},
                {s("storable_allowed"), storableAllowed},
                {s("seed"), qint64(seed)}};
  for (const PlanNumber& number : kNumbers)
    o.insert(s(number.limits.field), JsonFields::plainNumber(this->*number.member, number.limits.isPercent));
  if (testsModel()) // what older programs did not know is written only where it is said: hashes stay as they were
    o.insert(s("model"), model);
  if (salesFrom != SalesFrom::Events)
    o.insert(s("sales_from"), salesFromName(salesFrom));
  if (bandit)
    o.insert(s("bandit"), QJsonObject{{s("floor_percent"), JsonFields::plainNumber(bandit->floorBp, true)},
                                      {s("burn_in"), bandit->burnIn}});
  return o;
}

QString registeredHash(const QJsonObject& plan, const QJsonObject& setup) {
  return sha256Hex(canonicalJson(QJsonObject{{s("plan"), plan}, {s("setup"), setup}}));
}

} // namespace pricewright
