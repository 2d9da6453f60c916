// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/SyntheticEarnings.h"

#include "base/Words.h"
#include "statistics/Distributions.h"
#include "statistics/Random.h"

#include <cmath>
#include <map>

namespace pricewright::test {
namespace {

using std::chrono::days;

constexpr int kSkus = 36, kZones = 5;
const char* const kCategories[][2] = {{"juice", "Juice"},       {"cereal", "Cereal"}, {"coffee", "Coffee"},
                                      {"tea", "Tea"},           {"soap", "Soap"},     {"crackers", "Crackers"},
                                      {"pizza", "Frozen pizza"}};
const char* const kZoneNames[] = {"North", "Downtown", "Airport", "West", "Lakeside"};

Currency usd() { return *Currency::fromCode(u"USD"); }
Day lastSunday() { return *parseDay(u"2026-11-22"); }
QString skuCode(int i) { return s("SKU-%1").arg(1040 + 7 * i); }
int categoryOf(int sku) { return sku % int(std::size(kCategories)); }

Id decisionId(int n) { return Id::parse(s("018f2f01-0000-7000-8000-%1").arg(n, 12, 10, QLatin1Char('0'))).value(); }

// Sales of one product in one zone before and after: prices a little up, units a little down, costs up.
BridgeRow madeRow(int sku, int zone, int weeks, Random& random) {
  const double units = (30 + 170 * random.uniform()) * weeks, price = 2 + 7 * random.uniform();
  const double cost = price * (0.62 + 0.14 * random.uniform()), up = 1 + 0.05 * random.uniform();
  const double fall = 1 - 0.9 * (up - 1) + 0.07 * (random.uniform() - 0.4);
  const auto side = [&](double sold, double each, double costs) {
    PeriodSales p;
    p.unitsMilli = 1000 * std::llround(sold);
    p.revenueMicro = std::llround(1e6 * std::round(sold) * each);
    p.costMicro = std::llround(1e6 * std::round(sold) * costs);
    return p;
  };
  BridgeRow row{sku * kZones + zone, usd(), side(units, price, cost), side(units * fall, price * up, cost * 1.012)};
  if (sku % 12 == 11)
    row.before = {0, 0, 0};
  if (sku % 12 == 10)
    row.after = {0, 0, 0};
  return row;
}

MarginRow madeMargin(const BridgeParts& revenue, const BridgeParts& profit, double kept, int weeks) {
  MarginRow m;
  m.weeks = weeks, m.revenueMicro = revenue.after, m.marginMicro = profit.after;
  m.plannedMarginMicro = std::llround(double(profit.after) / kept);
  m.plannedRevenueMicro = m.revenueMicro + m.plannedMarginMicro - m.marginMicro;
  if (revenue.after <= 0)
    return m;
  const double half = 300 * (1 - kept) / std::sqrt(double(weeks)) * 0.5 + 0.4;
  m.percent = 100 * kept, m.percentLow = 100 * kept - half, m.percentHigh = 100 * kept + half;
  m.percentOfRevenue = 100 * double(m.marginMicro) / double(m.revenueMicro);
  m.plannedPercentOfRevenue = 100 * double(m.plannedMarginMicro) / double(m.plannedRevenueMicro);
  return m;
}

// Rows by a grouping of the prices.
std::vector<EarningsRow> grouped(const RevenueDashboard& d, std::span<const BridgeRow> rows, int weeks,
                                 const std::function<int(int key)>& groupOf,
                                 const std::function<std::pair<QString, QString>(int)>& nameOf) {
  std::vector<int> groups;
  for (const BridgeRow& row : rows)
    groups.push_back(groupOf(row.key));
  std::map<int, EarningsRow> found;
  const auto revenue = groupParts(d.revenue, groups), profit = groupParts(d.profit, groups);
  for (const auto& [no, parts] : *revenue)
    found[no].revenue = parts;
  for (const auto& [no, parts] : *profit)
    found[no].profit = parts;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    found[groups[i]].unitsBeforeMilli += rows[i].before.unitsMilli;
    found[groups[i]].unitsAfterMilli += rows[i].after.unitsMilli;
  }
  std::vector<EarningsRow> out;
  for (auto& [no, row] : found) {
    std::tie(row.code, row.name) = nameOf(no);
    row.margin = madeMargin(row.revenue, row.profit, 0.995 - 0.011 * (no % 7), weeks);
    out.push_back(std::move(row));
  }
  return out;
}

} // namespace

QHash<QString, QString> syntheticCategories() {
  QHash<QString, QString> out;
  for (int i = 0; i < kSkus; ++i)
    out.insert(skuCode(i), s(kCategories[categoryOf(i)][0]));
  return out;
}

std::shared_ptr<const RevenueDashboard> syntheticRevenue(const EarningsWish& wish, bool leftOut) {
  auto d = std::make_shared<RevenueDashboard>();
  d->wish = wish, d->currency = wish.currency.value_or(usd()), d->through = lastSunday();
  const int weeks = wish.weeks > 0 ? wish.weeks : 46;
  const int back = wish.against == EarningsAgainst::LastYear ? 52 : weeks;
  d->period = {lastSunday() - days(7 * weeks - 1), lastSunday(), weeks};
  d->before = {d->period.from - days(7 * back), d->period.to - days(7 * back), weeks};
  Random random(11);
  std::vector<BridgeRow> rows;
  for (int sku = 0; sku < kSkus; ++sku)
    for (int zone = 0; zone < kZones; ++zone)
      rows.push_back(madeRow(sku, zone, weeks, random));
  const BridgeRates rates{{usd(), {{100, 100}, {100, 100}}}};
  d->revenue = *changeBridge(rows, d->currency, rates, BridgeMeasure::Revenue);
  d->profit = *changeBridge(rows, d->currency, rates, BridgeMeasure::Profit);
  d->categories = grouped(
      *d, rows, weeks, [](int key) { return categoryOf(key / kZones); },
      [](int no) { return std::pair(s(kCategories[no][0]), s(kCategories[no][1])); });
  d->zones = grouped(
      *d, rows, weeks, [](int key) { return key % kZones; },
      [](int no) { return std::pair(QString::number(2 + 3 * no), s(kZoneNames[no])); });
  if (wish.bySku)
    d->skus = grouped(
        *d, rows, weeks, [](int key) { return key / kZones; },
        [](int no) {
          return std::pair(skuCode(no), s("%1 no. %2").arg(s(kCategories[categoryOf(no)][1])).arg(1 + no / 7));
        });
  d->margin = madeMargin(d->revenue.total, d->profit.total, 0.968, weeks);
  d->marginBefore = madeMargin(d->revenue.total, d->profit.total, 0.974, weeks);
  for (const bool current : {false, true})
    for (int week = 0; week < weeks; ++week) {
      const double season = 1 + 0.05 * std::sin(0.9 * week + (current ? 0.4 : 0)) + 0.03 * (random.uniform() - 0.5);
      const auto part = [&](const BridgeParts& p) {
        return std::llround(double(current ? p.after : p.before) / weeks * season);
      };
      const EarningsPeriod& in = current ? d->period : d->before;
      d->weeks.push_back({in.from + days(7 * week + 6), current, part(d->revenue.total), part(d->profit.total)});
    }
  if (leftOut)
    d->leftOut = {{s("no-rate"), s("CHF"), 41}, {s("no-vat-rate"), {}, 3}};
  return d;
}

namespace {

ScoreRow madeScore(int i, Random& random) {
  ScoreRow row;
  const int sku = (7 * i) % kSkus;
  row.decision = decisionId(i + 1), row.sku = skuCode(sku);
  row.category = s(kCategories[categoryOf(sku)][0]);
  row.name = s("%1 no. %2").arg(s(kCategories[categoryOf(sku)][1])).arg(1 + sku / 7);
  row.zone = QString::number(2 + 3 * (i % kZones));
  row.analyst = s(i % 3 == 0 ? "dora" : i % 3 == 1 ? "max" : "system");
  row.model = i % 5 == 0 ? s("rules") : s("elasticity_estimator/1.0.0");
  row.rule = s(i % 4 == 0 ? "step-7d" : "none");
  row.currency = usd();
  const qint64 before = 199 + 20 * (i % 21), after = before + (i % 3 == 0 ? -10 : 10);
  row.before = Money(before, usd()), row.after = Money(after, usd());
  row.changeBp = int(10'000 * (after - before) / before);
  row.publishedAt = startOf(lastSunday() - days(4 + 3 * i)) + std::chrono::hours(22);
  row.scoredUntil = lastSunday();
  const double mean = 8 + 90 * random.uniform() * random.uniform(), sd = 6 + 0.35 * mean;
  if (i % 11 != 7)
    row.profit = PredictedEffect{mean, mean - 1.645 * sd, mean + 1.645 * sd};
  row.score.comparables = 12, row.score.weeksBefore = 26, row.score.weeksAfter = std::clamp((4 + 3 * i) / 7, 0, 13);
  if (row.score.weeksAfter < 2)
    return row; // waits
  if (i % 13 == 5) {
    row.score.state = ScoreState::NoComparable;
    return row;
  }
  RealizedEffect came;
  came.standardError = 6 + 14 * random.uniform();
  const double truth = 0.78 * mean + 1.25 * sd * normalQuantile(0.02 + 0.96 * random.uniform());
  came.mean = truth + came.standardError * normalQuantile(0.02 + 0.96 * random.uniform());
  came.low = came.mean - 1.7 * came.standardError, came.high = came.mean + 1.7 * came.standardError;
  came.counterfactual = 300 + 500 * random.uniform();
  row.score.state = row.profit ? ScoreState::Scored : ScoreState::NoPrediction;
  if (row.profit) {
    const double both = std::hypot(sd, came.standardError);
    came.error = (came.mean - mean) / both;
    came.position = 0.5 * std::erfc(-*came.error / std::sqrt(2.0));
    came.insidePredicted = came.mean >= row.profit->low && came.mean <= row.profit->high;
  }
  row.score.profit = came;
  row.sharesBuyers = i % 6 == 0;
  return row;
}

QString groupKey(const ScoreRow& row, ScoreBy by) {
  const QString keys[] = {row.sku, row.category, row.analyst, row.model, row.rule};
  return keys[int(by)];
}

void addGroups(ScoreBoard& board) {
  std::vector<ScoredEffect> all;
  for (const ScoreBy by : {ScoreBy::Sku, ScoreBy::Category, ScoreBy::Analyst, ScoreBy::Model, ScoreBy::Rule}) {
    std::vector<QString> names;
    std::vector<ScoredEffect> effects;
    for (const ScoreRow& row : board.rows) {
      if (row.score.state != ScoreState::Scored)
        continue;
      const QString key = groupKey(row, by);
      const auto at = std::find(names.begin(), names.end(), key);
      const RealizedEffect& r = *row.score.profit;
      effects.push_back({int(at - names.begin()), row.profit->mean, row.profit->standardDeviation(), r.mean,
                         r.standardError, *r.position, r.insidePredicted});
      if (at == names.end())
        names.push_back(key);
    }
    const auto groups = scoreGroups(effects);
    for (const ScoreGroup& group : *groups)
      board.groups[std::size_t(by)].push_back({names[std::size_t(group.group)], group});
    all = std::move(effects);
  }
  board.calibration = *calibrationOf(all);
}

} // namespace

std::shared_ptr<const ScoreBoard> syntheticScores() {
  auto board = std::make_shared<ScoreBoard>();
  board->currency = usd(), board->through = lastSunday();
  Random random(5);
  for (int i = 0; i < 84; ++i) {
    board->rows.push_back(madeScore(i, random));
    const ScoreState state = board->rows.back().score.state;
    board->scored += state == ScoreState::Scored, board->waiting += state == ScoreState::Waiting;
    board->untold += state == ScoreState::NoComparable, board->withoutPrediction += state == ScoreState::NoPrediction;
  }
  addGroups(*board);
  board->profitLift = ScoreBoard::Lift{2.7, 0.9, 4.6, board->scored};
  board->revenueLift = ScoreBoard::Lift{0.4, -0.3, 1.1, board->scored};
  const auto band = [&](int no, BandState state, BandWhy why, int bp, int decisions, double covered, double sign) {
    AutoBand b{state,         why,     bp,  toDayNumber(lastSunday()) - 40 * no, decisions, decisions / 2,
               decisions / 4, covered, sign};
    board->bands.push_back({no, s(kCategories[no][0]), s(kCategories[no][1]), b});
  };
  band(0, BandState::Earned, BandWhy::Holds, 500, 64, 0.81, 0.72);
  band(1, BandState::NotYet, BandWhy::TooFew, 0, 17, 0.6, 0.5);
  band(2, BandState::TakenAway, BandWhy::Uncovered, 0, 58, 0.61, 0.66);
  band(3, BandState::NotYet, BandWhy::TooFewTold, 0, 38, 0.78, 0.41);
  band(4, BandState::Earned, BandWhy::Holds, 300, 47, 0.77, 0.69);
  band(5, BandState::TakenAway, BandWhy::Loses, 0, 44, 0.74, 0.55);
  band(6, BandState::NotYet, BandWhy::TooFew, 0, 0, 0, 0);
  return board;
}

namespace {

struct MadeTest {
  const char* name;
  int category;
  TestState state;
  TestVerdict verdict;
  int endedAgo; // days; −1: under way
  int day, days;
  double lift, half; // half 0: no figure
  TestMetric metric = TestMetric::Profit;
  const char* reason = "";
};

ExperimentCard madeTest(int n, const MadeTest& m, Instant now) {
  ExperimentCard card;
  card.currency = usd();
  card.categories = QStringList{s(kCategories[m.category][0])};
  ExperimentRow& row = card.row;
  row.no = n, row.id = decisionId(5000 + n), row.plan.name = s(m.name), row.plan.days = m.days;
  row.plan.metric = m.metric;
  row.state = m.state, row.verdict = m.verdict, row.reason = s(m.reason);
  row.stateSince = now - days(std::max(0, m.endedAgo));
  if (m.endedAgo >= 0 && m.state != TestState::Decided)
    row.endedAt = row.stateSince;
  card.day = m.day, card.days = m.days, card.unitsControl = card.unitsTreatment = 14 + n % 8;
  if (m.half <= 0)
    return card;
  ExperimentLook look;
  look.reading.day = m.day;
  look.reading.figures = {{m.metric, m.lift, m.lift - m.half, m.lift + m.half, 0.05}};
  look.reading.verdict = m.verdict;
  look.reading.weekly = 32'000 * m.lift, look.reading.weeklyLow = 32'000 * (m.lift - m.half);
  look.reading.weeklyHigh = 32'000 * (m.lift + m.half);
  card.looks.push_back(look);
  return card;
}

} // namespace

ExperimentBoard syntheticTestYear() {
  using S = TestState;
  using V = TestVerdict;
  static const MadeTest tests[] = {
      {"Tropicana 64 oz · 3.49 against 3.19", 0, S::Decided, V::Better, 1, 23, 28, 0.031, 0.023},
      {"Store brand ladder −0.10", 0, S::Running, V::Undecided, -1, 9, 28, -0.004, 0.055},
      {"Minute Maid pack bundle", 0, S::Ramping, V::Undecided, -1, 0, 21, 0, 0},
      {"Cereal endings .95/.99", 1, S::Reverted, V::Equivalent, 6, 18, 21, 0.002, 0.0095, TestMetric::Profit,
       "nobody-decided"},
      {"Florida Gold 2.69", 0, S::Paused, V::Undecided, -1, 12, 28, 0.012, 0.074, TestMetric::Profit, "sales-silent"},
      {"Espresso beans up 5 %", 2, S::RolledOut, V::Better, 13, 24, 28, 0.052, 0.034},
      {"Filter coffee 5.99", 2, S::Reverted, V::Worse, 20, 6, 28, -0.121, 0.082, TestMetric::Profit, "severe-harm"},
      {"Tea assortment ladder", 3, S::RolledOut, V::Better, 27, 21, 28, 0.024, 0.019},
      {"Crackers 2 for 5", 5, S::Reverted, V::Undecided, 33, 42, 28, 0.008, 0.041, TestMetric::Profit,
       "undecided-at-the-end"},
      {"Soap trio 3.99", 4, S::Reverted, V::Futile, 41, 28, 28, -0.003, 0.028, TestMetric::Profit, "decided-futile"},
      {"Pizza premium 6.49", 6, S::RolledOut, V::Better, 48, 35, 28, 0.043, 0.039},
      {"Granola 4.49", 1, S::RolledOut, V::Better, 60, 19, 21, 0.036, 0.031},
      {"Green tea 3.29", 3, S::Reverted, V::Equivalent, 71, 26, 28, -0.001, 0.0085, TestMetric::Revenue,
       "nobody-decided"},
      {"Cold brew launch price", 2, S::RolledOut, V::Better, 120, 25, 28, 0.029, 0.025},
      {"Rice crackers 1.89", 5, S::Reverted, V::Worse, 133, 14, 21, -0.038, 0.034, TestMetric::Profit, "decided-worse"},
      {"Liquid soap refill", 4, S::Draft, V::Undecided, -1, 0, 28, 0, 0}};
  ExperimentBoard board;
  board.now = *parseInstant(u"2026-11-24T12:00:00Z");
  int n = 0;
  for (const MadeTest& t : tests)
    board.cards.push_back(madeTest(++n, t, board.now));
  return board;
}

} // namespace pricewright::test
