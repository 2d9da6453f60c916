// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "base/Time.h"
#include "money/Money.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace pricewright {

inline constexpr int kWeekOfSales = 7; // days; what zones and products sold is compared by weeks
inline constexpr int kUsualBlock = 2 * kWeekOfSales, kUsualWashout = kWeekOfSales; // of a test by blocks of time
// By what the prices of a test are told apart.
enum class TestDesign {
  Clusters,   // price zones: some get the new prices, the others keep theirs
  Switchback, // blocks of time: each zone has the new prices in some of them
  Pairs,      // products of different categories: one of each pair gets its new price
  Visitors    // who looks: the shop asks for each visitor's arm
};
QString testDesignName(TestDesign d); // "clusters" …
std::optional<TestDesign> testDesignFrom(QStringView name);

// What a test is decided by, per unit: of clusters, blocks and products summed over the tested products and those that
// are counted with them; of visitors per visitor, with their zeros.
enum class TestMetric { Profit, Revenue, Units, Conversion };
QString testMetricName(TestMetric m); // "profit" …
std::optional<TestMetric> testMetricFrom(QStringView name);

// Where a test by visitors learns what they bought.
enum class SalesFrom {
  Events, // the shop tells it with the exposures
  Orders  // the orders that the workspace keeps: files and gateways bring them
};
QString salesFromName(SalesFrom f); // "events", "orders"
std::optional<SalesFrom> salesFromFrom(QStringView name);

// Must not fall by more: once it is certain that it did, the test stops and its prices go back.
struct TestGuard {
  TestMetric metric = TestMetric::Units;
  int limitBp = 1000;
  bool operator==(const TestGuard&) const = default;
};

// Tests by visitors: the share of the new price follows what was bought (Thompson sampling).
struct BanditTerms {
  int floorBp = 1000; // least share of either price
  int burnIn = 1000;  // visitors of each whose window is over, before the shares follow anything
  bool operator==(const BanditTerms&) const = default;
};

// What somebody wants to know, and when he will believe it: registered before the first price changes, and not changed
// after. Percents are basis points.
struct ExperimentPlan {
  QString name, hypothesis;
  TestDesign design = TestDesign::Clusters;
  QStringList skus; // whose prices are tested
  QString model;    // of a test of models: the version of the estimator that decides the treated zones; "": of prices
  QStringList counted; // whose sales are counted with them, as buyers turn to them; none said: the rest of the category
  QStringList zones;   // that take part; none: all that sell them
  QString segment;     // visitors: contract, loyalty, quantity, channel or market; "" is everyone
  int changeBp = 0;    // new price against today's; 0: `prices` say it
  QMap<QString, QString> prices; // SKU → "3.49"
  TestMetric metric = TestMetric::Profit;
  std::vector<TestGuard> guards;
  int mdeBp = 500; // the least lift that it must be able to find
  int alphaBp = 500, powerBp = 8000;
  int equivalenceBp = 100;                 // a lift between −this and +this changes nothing
  int harmBp = 1000;                       // certainly worse than −this: stopped at once
  int days = 28, longestDays = 42;         // planned, and as far as it may be extended
  int lookDays = 7;                        // between two looks
  std::vector<int> rampPercent{20, 100};   // of those that are to get the new price, step by step
  int rampDays = 7;                        // each step but the last; nothing of it is compared
  int blockDays = 7, washoutDays = 2;      // switchback; parse() takes 14 and 7 where nothing is said
  int preDays = 91;                        // before the test, to compare each unit with itself
  int coolOffDays = 14;                    // the products are left alone after it
  int decideDays = 7;                      // for people to decide after it; then its prices go back
  int silentHours = 192;                   // sales older than this pause it
  int treatmentBp = 5000;                  // share of the units that get the new price at the end
  int windowDays = 7;                      // visitors: what a visitor buys within this time after the first look counts
  SalesFrom salesFrom = SalesFrom::Events; // visitors
  std::optional<BanditTerms> bandit;       // visitors; none: the shares stay
  QString layer;                           // visitors: tests of one layer share no visitor
  bool storableAllowed = false;            // switchback of goods that buyers can store; its reason is the hypothesis's
  quint64 seed = 1;                        // of who gets which price
  bool operator==(const ExperimentPlan&) const = default;

  // {"name":…, "hypothesis":…, "design":"clusters", "skus":[…], "counted":[…], "zones":[…], "segment":"",
  //  "change_percent":5 | "prices":{"SKU":"3.49"}, "metric":"profit", "guards":[{"metric":"units","limit_percent":10}],
  //  "mde_percent":5, "alpha_percent":5, "power_percent":80, "equivalence_percent":1, "harm_percent":10, "days":28,
  //  "longest_days":42, "look_days":7, "ramp_percent":[20,100], "ramp_days":7, "block_days":7, "washout_days":2,
  //  "pre_days":91, "cool_off_days":14, "decide_days":7, "silent_hours":192, "treatment_percent":50, "window_days":7,
  //  "layer":"", "sales_from":"events", "storable_allowed":false, "seed":1}. Only name, skus and what the new price is
  //  must be there.
  // "bandit":{"floor_percent":10,"burn_in":1000} only where it is said.
  // {"name":…, "model":"1.1.0"} is a test of a model: by clusters, without new prices; `skus` then stand for their
  // whole categories, as siblings are priced together, and none said are all products. Errors name the field:
  // experiment.bad-field (unknown, or of the wrong type), .bad-number (least, most), .bad-plan (what does not go
  // together: why), .personal-trait (segment)
  static Result<ExperimentPlan> parse(const QJsonObject& json);
  QJsonObject toJson() const;
  Status check() const;
  // Of what is typed now, besides: drafts of before may hold what is refused today, and must be readable.
  // experiment.bad-plan.bad-price (value), .bad-number (of a guard)
  Status checkTyped() const;
  [[nodiscard]] bool testsModel() const { return !model.isEmpty(); }
};

// A unit of a test and its arm: 0 control, 1 treatment.
struct TestUnit {
  QString unit; // zone or SKU; of a switchback a zone in a block, "BERLIN#3", or a block of all zones, "#3"
  int arm = 0;
  int step = 0;    // treatment: from which step of the ramp on; of a switchback the block, from 1 on
  int stratum = 0; // of a pair, or of like units
  bool operator==(const TestUnit&) const = default;
};
struct TestedPrice {
  int listingNo = 0;
  QString sku, zone;
  Money control, treatment;
  bool operator==(const TestedPrice&) const = default;
};
// Of a test of models: the versions, and the categories whose groups in treated zones the challenger decides.
struct TestedModels {
  QString champion, challenger;
  std::vector<int> categories; // numbers, sorted
  bool operator==(const TestedModels&) const = default;
};
// What the plan comes to on the day of its start: frozen with it.
struct ExperimentSetup {
  std::vector<TestUnit> units;
  std::vector<TestedPrice> prices;    // of all that may get the new price, by listing
  std::vector<int> counted;           // listings whose sales are counted, the tested ones among them
  std::optional<TestedModels> models; // of a test of models
  bool operator==(const ExperimentSetup&) const = default;
  static Result<ExperimentSetup> parse(const QJsonObject& json); // storage.corrupt
  QJsonObject toJson() const;
};
// SHA-256 over the canonical JSON of both: what was registered. Of the JSON, so that what an older program wrote keeps
// its hash.
QString registeredHash(const QJsonObject& plan, const QJsonObject& setup);

enum class TestState { Draft, Waiting, Ramping, Running, Paused, Decided, RollingOut, RolledOut, Reverted, Removed };
QString testStateName(TestState s); // "draft", "rolling_out" …
std::optional<TestState> testStateFrom(QStringView name);
bool isUnderWay(TestState s); // its prices may be in force, and its listings are left alone

enum class TestVerdict { Undecided, Better, Worse, Equivalent, Futile };
QString testVerdictName(TestVerdict v); // "undecided" …
std::optional<TestVerdict> testVerdictFrom(QStringView name);

// Treatment less control, a unit, in the metric's own units (money of the workspace, pieces, a share of 1).
struct TestDifference {
  double value = 0, low = 0, high = 0;
  double mostOfControl = 0; // how far from 0 the control's mean may be: what a share of it comes to at most
  bool operator==(const TestDifference&) const = default;
};
// The lift of one metric at one look, relative to control: 0.05 is 5 %. The interval holds at all looks together.
struct TestFigure {
  // What nobody can tell lies between all lost and eleven times as much.
  static constexpr double kAllLost = -1, kMostLift = 10;
  TestMetric metric = TestMetric::Profit;
  double lift = 0, low = 0, high = 0;
  double p = 1; // of no lift, at all looks together
  // A code: why there is no relative lift (`lift` is 0 then, from kAllLost to kMostLift); "": there is one.
  QString why;
  std::optional<TestDifference> difference; // instead, where there is one
  bool operator==(const TestFigure&) const = default;
  [[nodiscard]] bool isRelative() const { return why.isEmpty(); }
  static TestFigure unknown(TestMetric metric, const QString& why) {
    return {metric, 0, kAllLost, kMostLift, 1, why, {}};
  }
  // Certainly more than this share of the control's mean is lost; without a relative lift, of whatever that may be.
  [[nodiscard]] bool hasLostMoreThan(double share) const;
};
// What one look at a test saw.
struct TestReading {
  Instant at{};
  Day until{};      // sales before this day were counted
  int day = 0;      // of the days that are compared
  double share = 0; // of the planned information: 1 at the planned end
  int unitsControl = 0, unitsTreatment = 0;
  std::vector<TestFigure> figures;                     // the metric that decides, then the guards
  TestVerdict verdict = TestVerdict::Undecided;        // of the first
  std::optional<double> sampleRatioP;                  // holds however often it is looked at
  std::optional<double> randomizationP;                // of the first figure at this look alone
  std::optional<double> varianceLeft;                  // share that is left after each unit was compared with itself
  std::optional<double> weekly, weeklyLow, weeklyHigh; // what the treatment earns more a week in all zones, in money
  // Of a bandit: the first figure by the plain means and the usual interval of one look, which shares that follow what
  // was bought bend; and how likely the new price is the better one, none while too few had their time to buy.
  std::optional<TestFigure> plain;
  std::optional<double> chanceBest;
  QStringList doubts; // codes: why it may not be believed
  QString why;        // code, where nothing can be said yet; then there are no figures
  bool operator==(const TestReading&) const = default;
  QJsonObject toJson() const;
  static Result<TestReading> parse(const QJsonObject& json); // storage.corrupt
};

} // namespace pricewright
