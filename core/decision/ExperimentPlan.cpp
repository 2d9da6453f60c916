// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of what a test goes through, and the rows that are kept of it.
#include "decision/ExperimentPlan.h"

#include "base/Words.h"

#include <QJsonArray>

#include <array>

namespace pricewright {
namespace {

template <class Enum, std::size_t N> QString nameFrom(const std::array<const char*, N>& names, Enum value) {
  return s(names[std::size_t(value)]);
}
template <class Enum, std::size_t N>
std::optional<Enum> valueFrom(const std::array<const char*, N>& names, QStringView name) {
  for (std::size_t i = 0; i < N; ++i)
    if (name == QLatin1String(names[i]))
      return Enum(i);
  return std::nullopt;
}

constexpr std::array kDesigns{"clusters", "switchback", "pairs", "visitors"};
constexpr std::array kMetrics{"profit", "revenue", "units", "conversion"};
constexpr std::array kSalesFrom{"events", "orders"};
constexpr std::array kTestStates{"draft",   "waiting",     "ramping",    "running",  "paused",
                                 "decided", "rolling_out", "rolled_out", "reverted", "removed"};
constexpr std::array kTestVerdicts{"undecided", "better", "worse", "equivalent", "futile"};

Error damagedExperiment(const char* what) {
  return fail(s("storage.corrupt"), {{s("table"), s("experiment")}, {s("row"), s(what)}, {s("value"), QString()}});
}

QJsonArray moneyJson(const Money& m) { return {m.currency().code(), QString::number(m.minor())}; }
Result<Money> moneyFrom(const QJsonValue& v) {
  const QJsonArray pair = v.toArray();
  bool isNumber = false;
  const qint64 minor = pair.at(1).toString().toLongLong(&isNumber);
  if (pair.size() != 2 || !isNumber)
    return damagedExperiment("price");
  PW_TRY(const Currency currency, Currency::fromCode(pair.at(0).toString()));
  return Money(minor, currency);
}

void insertIf(QJsonObject& o, const char* key, const std::optional<double>& value) {
  if (value)
    o.insert(s(key), *value);
}
std::optional<double> optionalReal(const QJsonObject& o, const char* key) {
  const QJsonValue v = o.value(QLatin1String(key));
  return v.isDouble() ? std::optional(v.toDouble()) : std::nullopt;
}

QJsonObject modelsJson(const TestedModels& m) {
  QJsonArray categories;
  for (const int no : m.categories)
    categories << no;
  return {{s("champion"), m.champion}, {s("challenger"), m.challenger}, {s("categories"), categories}};
}

Result<TestedModels> modelsFrom(const QJsonObject& o) {
  TestedModels m{o.value(s("champion")).toString(), o.value(s("challenger")).toString(), {}};
  for (const QJsonValue& v : o.value(s("categories")).toArray())
    m.categories.push_back(v.toInt());
  if (m.champion.isEmpty() || m.challenger.isEmpty())
    return damagedExperiment("models");
  return m;
}

QJsonObject figureJson(const TestFigure& f) {
  const auto relative = [&](double value) { return f.isRelative() ? QJsonValue(value) : QJsonValue(); };
  QJsonObject o{{s("metric"), testMetricName(f.metric)},
                {s("lift"), relative(f.lift)},
                {s("low"), relative(f.low)},
                {s("high"), relative(f.high)},
                {s("p"), f.p}};
  if (!f.isRelative())
    o.insert(s("why"), f.why);
  if (f.difference)
    o.insert(s("difference"), QJsonObject{{s("value"), f.difference->value},
                                          {s("low"), f.difference->low},
                                          {s("high"), f.difference->high},
                                          {s("most_of_control"), f.difference->mostOfControl}});
  return o;
}

Result<TestFigure> figureFrom(const QJsonObject& f) {
  const auto metric = testMetricFrom(f.value(s("metric")).toString());
  if (!metric)
    return damagedExperiment("figures");
  const QString why = f.value(s("why")).toString();
  TestFigure out = TestFigure::unknown(*metric, why);
  out.p = f.value(s("p")).toDouble(1);
  if (why.isEmpty())
    out.lift = f.value(s("lift")).toDouble(), out.low = f.value(s("low")).toDouble(),
    out.high = f.value(s("high")).toDouble();
  if (const QJsonObject d = f.value(s("difference")).toObject(); !d.isEmpty())
    out.difference = TestDifference{d.value(s("value")).toDouble(), d.value(s("low")).toDouble(),
                                    d.value(s("high")).toDouble(), d.value(s("most_of_control")).toDouble()};
  return out;
}

} // namespace

QString testDesignName(TestDesign d) { return nameFrom(kDesigns, d); }
std::optional<TestDesign> testDesignFrom(QStringView name) { return valueFrom<TestDesign>(kDesigns, name); }
QString testMetricName(TestMetric m) { return nameFrom(kMetrics, m); }
std::optional<TestMetric> testMetricFrom(QStringView name) { return valueFrom<TestMetric>(kMetrics, name); }
QString salesFromName(SalesFrom f) { return nameFrom(kSalesFrom, f); }
std::optional<SalesFrom> salesFromFrom(QStringView name) { return valueFrom<SalesFrom>(kSalesFrom, name); }
QString testStateName(TestState state) { return nameFrom(kTestStates, state); }
std::optional<TestState> testStateFrom(QStringView name) { return valueFrom<TestState>(kTestStates, name); }
QString testVerdictName(TestVerdict v) { return nameFrom(kTestVerdicts, v); }
std::optional<TestVerdict> testVerdictFrom(QStringView name) { return valueFrom<TestVerdict>(kTestVerdicts, name); }

bool isUnderWay(TestState state) {
  switch (state) {
  case TestState::Waiting:
  case TestState::Ramping:
  case TestState::Running:
  case TestState::Paused:
  case TestState::Decided:
  case TestState::RollingOut:
    return true;
  default:
    return false;
  }
}

QJsonObject ExperimentSetup::toJson() const {
  QJsonArray unitRows, priceRows, countedRows;
  for (const TestUnit& u : units)
    unitRows << QJsonArray{u.unit, u.arm, u.step, u.stratum};
  for (const TestedPrice& p : prices)
    priceRows << QJsonArray{p.listingNo, p.sku, p.zone, moneyJson(p.control), moneyJson(p.treatment)};
  for (const int no : counted)
    countedRows << no;
  QJsonObject o{{s("units"), unitRows}, {s("prices"), priceRows}, {s("counted"), countedRows}};
  if (models)
    o.insert(s("models"), modelsJson(*models));
  return o;
}

Result<ExperimentSetup> ExperimentSetup::parse(const QJsonObject& json) {
  ExperimentSetup setup;
  for (const QJsonValue& v : json.value(s("units")).toArray()) {
    const QJsonArray row = v.toArray();
    if (row.size() != 4)
      return damagedExperiment("units");
    setup.units.push_back({row[0].toString(), row[1].toInt(), row[2].toInt(), row[3].toInt()});
  }
  for (const QJsonValue& v : json.value(s("prices")).toArray()) {
    const QJsonArray row = v.toArray();
    if (row.size() != 5)
      return damagedExperiment("prices");
    TestedPrice price{row[0].toInt(), row[1].toString(), row[2].toString(), {}, {}};
    PW_TRY(price.control, moneyFrom(row[3]));
    PW_TRY(price.treatment, moneyFrom(row[4]));
    setup.prices.push_back(std::move(price));
  }
  for (const QJsonValue& v : json.value(s("counted")).toArray())
    setup.counted.push_back(v.toInt());
  if (json.contains(s("models"))) {
    PW_TRY(setup.models, modelsFrom(json.value(s("models")).toObject()));
  }
  return setup;
}

bool TestFigure::hasLostMoreThan(double share) const {
  if (isRelative())
    return high < -share;
  return difference && difference->high < -share * difference->mostOfControl;
}

QJsonObject TestReading::toJson() const {
  QJsonArray rows;
  for (const TestFigure& f : figures)
    rows << figureJson(f);
  QJsonObject o{{s("at"), isoInstant(at)},
                {s("until"), isoDay(until)},
                {s("day"), day},
                {s("share"), share},
                {s("units_control"), unitsControl},
                {s("units_treatment"), unitsTreatment},
                {s("figures"), rows},
                {s("verdict"), testVerdictName(verdict)},
                {s("doubts"), QJsonArray::fromStringList(doubts)},
                {s("why"), why}};
  insertIf(o, "sample_ratio_p", sampleRatioP);
  insertIf(o, "randomization_p", randomizationP);
  insertIf(o, "variance_left", varianceLeft);
  insertIf(o, "weekly", weekly);
  insertIf(o, "weekly_low", weeklyLow);
  insertIf(o, "weekly_high", weeklyHigh);
  insertIf(o, "chance_best", chanceBest);
  if (plain)
    o.insert(s("plain"), figureJson(*plain));
  return o;
}

Result<TestReading> TestReading::parse(const QJsonObject& o) {
  TestReading r;
  PW_TRY(r.at, parseInstant(o.value(s("at")).toString()));
  PW_TRY(r.until, parseDay(o.value(s("until")).toString()));
  r.day = o.value(s("day")).toInt(), r.share = o.value(s("share")).toDouble();
  r.unitsControl = o.value(s("units_control")).toInt(), r.unitsTreatment = o.value(s("units_treatment")).toInt();
  for (const QJsonValue& v : o.value(s("figures")).toArray()) {
    PW_TRY(const TestFigure figure, figureFrom(v.toObject()));
    r.figures.push_back(figure);
  }
  const auto verdict = testVerdictFrom(o.value(s("verdict")).toString());
  if (!verdict)
    return damagedExperiment("verdict");
  r.verdict = *verdict;
  r.sampleRatioP = optionalReal(o, "sample_ratio_p"), r.randomizationP = optionalReal(o, "randomization_p");
  r.varianceLeft = optionalReal(o, "variance_left");
  r.weekly = optionalReal(o, "weekly"), r.weeklyLow = optionalReal(o, "weekly_low");
  r.weeklyHigh = optionalReal(o, "weekly_high"), r.chanceBest = optionalReal(o, "chance_best");
  if (o.contains(s("plain"))) {
    PW_TRY(r.plain, figureFrom(o.value(s("plain")).toObject()));
  }
  for (const QJsonValue& v : o.value(s("doubts")).toArray())
    r.doubts << v.toString();
  r.why = o.value(s("why")).toString();
  return r;
}

} // namespace pricewright
