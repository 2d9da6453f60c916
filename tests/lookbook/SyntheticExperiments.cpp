// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/SyntheticExperiments.h"

#include "base/Words.h"

#include <cmath>

namespace pricewright::test {
namespace {

using std::chrono::days;

Instant noon() { return *parseInstant(u"2026-11-24T12:00:00Z"); }
Currency dollars() { return *Currency::fromCode(u"USD"); }

Id idOf(int n) {
  return Id::parse(QStringLiteral("018f2f00-0000-7000-8000-%1").arg(n, 12, 10, QLatin1Char('0'))).value();
}

struct Wanted {
  int n = 1;
  const char* name = "";
  const char* sku = "";
  TestDesign design = TestDesign::Clusters;
  TestState state = TestState::Running;
  TestVerdict verdict = TestVerdict::Undecided;
  const char* reason = "";
  int units = 21, day = 9, days = 28;
  double lift = 0, half = 0; // of the newest look; half 0: nothing can be said yet
  qint64 from = 319, to = 349;
};

ExperimentLook lookAt(const Wanted& w, int serial, int day, bool isLast) {
  TestReading r;
  const double t = std::max(0.06, double(day) / w.day), wide = w.half / std::pow(t, 0.62);
  const double swing = isLast ? 0 : 0.16 * wide * std::sin(1.7 * serial + w.n);
  const double lift = w.lift + swing;
  r.day = day;
  r.at = noon() - days(w.day - day);
  r.until = dayOf(r.at);
  r.share = 0.95 * day / w.days;
  r.unitsControl = r.unitsTreatment = w.units;
  r.figures = {{TestMetric::Profit, lift, lift - 0.96 * wide, lift + 1.04 * wide, isLast ? 0.011 : 0.2},
               {TestMetric::Units, -0.6 * lift - 0.03, -0.6 * lift - 0.03 - wide, -0.6 * lift - 0.03 + wide, 0.03}};
  r.verdict = isLast ? w.verdict : TestVerdict::Undecided;
  r.sampleRatioP = 0.61;
  r.randomizationP = isLast && w.verdict == TestVerdict::Better ? 0.012 : 0.31;
  r.varianceLeft = 0.62;
  r.weekly = 38'000 * lift, r.weeklyLow = 38'000 * (lift - 0.9 * wide), r.weeklyHigh = 38'000 * (lift + 0.9 * wide);
  return {serial, r, isLast && w.verdict != TestVerdict::Undecided ? s("decide") : s("none"), {}};
}

void addUnits(ExperimentCard& card, const Wanted& w) {
  for (int i = 0; i < 2 * w.units; ++i) {
    const QString zone = QString::number(2 + i * 3);
    const QString sku = w.design == TestDesign::Pairs ? s("%1-%2").arg(s(w.sku)).arg(i) : s(w.sku);
    const bool pairs = w.design == TestDesign::Pairs;
    card.row.setup.units.push_back({pairs ? sku : zone, i % 2, i % 10 < 2 ? 0 : 1, i / 2});
    card.row.setup.prices.push_back({100 * w.n + i, sku, zone, Money(w.from, dollars()), Money(w.to, dollars())});
    card.row.setup.counted.push_back(100 * w.n + i);
    card.row.setup.counted.push_back(10'000 + 100 * w.n + i);
    if (i % 2 == 1)
      card.prices.push_back({100 * w.n + i, 1, Money(w.from, dollars()), Money(w.to, dollars()), idOf(900 + i)});
  }
  card.unitsControl = card.unitsTreatment = w.units;
}

ExperimentCard cardOf(const Wanted& w) {
  ExperimentCard card;
  card.currency = dollars();
  card.categories = QStringList{s("juice")};
  ExperimentRow& row = card.row;
  row.no = w.n, row.id = idOf(w.n), row.version = 1;
  row.plan.name = s(w.name);
  row.plan.hypothesis = s("A step up of one price point loses fewer than one unit in ten");
  row.plan.design = w.design;
  row.plan.skus = QStringList{s(w.sku)};
  row.plan.prices.insert(s(w.sku), Money(w.to, dollars()).toString());
  row.plan.guards = {{TestMetric::Units, 1000}};
  row.plan.mdeBp = 400, row.plan.days = w.days, row.plan.longestDays = w.days * 3 / 2;
  row.plan.lookDays = w.days <= 21 ? 3 : 1;
  row.state = w.state, row.verdict = w.verdict, row.reason = s(w.reason);
  row.rampStep = w.state == TestState::Ramping ? 0 : 1;
  row.madeBy = s("mw"), row.madeAt = noon() - days(w.day + 9), row.stateSince = noon() - days(1);
  if (w.state == TestState::Draft) {
    card.days = w.days;
    return card;
  }
  row.startedAt = noon() - days(w.day + 8);
  row.registeredHash = s("9f2c41d07ab35e8846d1f0c95b7720ae4c1db6f3a2e09d58c7714b30fe6a1295");
  addUnits(card, w);
  card.days = w.days;
  card.nextLook = noon() + days(2);
  if (w.state == TestState::Waiting || w.state == TestState::Ramping)
    return card;
  card.day = w.day;
  row.countedFrom = noon() - days(w.day);
  row.endsAt = *row.countedFrom + days(w.days);
  int serial = 0;
  for (int day = row.plan.lookDays; w.half > 0 && day <= w.day; day += row.plan.lookDays, ++serial)
    card.looks.push_back(lookAt(w, serial, day, day + row.plan.lookDays > w.day));
  if (!isUnderWay(w.state))
    row.endedAt = noon() - days(2), row.coolUntil = noon() + days(12);
  return card;
}

const std::vector<Wanted>& wantedTests() {
  using D = TestDesign;
  using S = TestState;
  using V = TestVerdict;
  static const std::vector<Wanted> all{
      {1, "Tropicana 64 oz · 3.49 against 3.19", "OJ-TROP-64", D::Clusters, S::Decided, V::Better, "decided-better", 21,
       23, 28, 0.031, 0.023, 319, 349},
      {2, "Store brand ladder −0.10", "OJ-STORE-64", D::Clusters, S::Running, V::Undecided, "ramp-over", 14, 9, 28,
       -0.004, 0.035, 189, 179},
      {3, "Minute Maid pack bundle", "OJ-MM", D::Pairs, S::Ramping, V::Undecided, "prices-in-force", 18, 3, 21, 0, 0,
       249, 259},
      {4, "Citrus Hill endings .95/.99", "OJ-CIT-64", D::Switchback, S::Decided, V::Equivalent, "decided-equivalent",
       12, 18, 21, 0.002, 0.0105, 229, 225},
      {5, "Florida Gold 2.69", "OJ-FLG-64", D::Clusters, S::Paused, V::Undecided, "sales-silent", 10, 12, 28, 0.012,
       0.06, 259, 269},
      {6, "Dominick’s premium 4.29", "OJ-DOM-P", D::Clusters, S::Waiting, V::Undecided, "", 21, 0, 28, 0, 0, 399, 429},
      {7, "Tree Fresh up 4 %", "OJ-TREE-64", D::Clusters, S::Draft, V::Undecided, "", 0, 0, 28, 0, 0, 239, 249},
      {8, "Tropicana 96 oz · 4.99", "OJ-TROP-96", D::Clusters, S::RolledOut, V::Better, "prices-in-force", 21, 28, 28,
       0.044, 0.028, 469, 499},
      {9, "Minute Maid 1.99", "OJ-MM-64", D::Clusters, S::Reverted, V::Worse, "severe-harm", 21, 6, 28, -0.184, 0.071,
       249, 199}};
  return all;
}

} // namespace

ExperimentBoard syntheticExperiments() {
  ExperimentBoard board;
  board.now = noon();
  for (const Wanted& w : wantedTests())
    board.cards.push_back(cardOf(w));
  board.active = 5, board.toDecide = 2, board.paused = 1;
  board.endedInQuarter = 13, board.decidedInQuarter = 8;
  return board;
}

ExperimentCard syntheticExperiment(TestState state, TestVerdict verdict) {
  for (const Wanted& w : wantedTests())
    if (w.state == state && (verdict == TestVerdict::Undecided || w.verdict == verdict))
      return cardOf(w);
  return {};
}

ExperimentCard syntheticBandit(bool follows) {
  ExperimentCard card;
  card.currency = dollars(), card.categories = QStringList{s("juice")};
  ExperimentRow& row = card.row;
  row.no = 20, row.id = idOf(20), row.version = 1, row.state = TestState::Running, row.madeBy = s("mw");
  row.plan.name = s("Web shop: Tropicana 64 oz 3.49"), row.plan.design = TestDesign::Visitors;
  row.plan.skus = QStringList{s("OJ-TROP-64")}, row.plan.prices.insert(s("OJ-TROP-64"), s("3.49"));
  row.plan.bandit = BanditTerms(), row.plan.metric = TestMetric::Revenue, row.plan.mdeBp = 400;
  row.plan.guards = {{TestMetric::Conversion, 1000}}, row.plan.lookDays = 1;
  row.registeredHash = s("41d07ab35e8846d1f0c95b7720ae4c1db6f3a2e09d58c7714b30fe6a12959f2c");
  const int days = follows ? 17 : 2;
  row.startedAt = row.countedFrom = noon() - days * std::chrono::days(1);
  row.madeAt = *row.startedAt, row.stateSince = *row.startedAt, row.endsAt = *row.countedFrom + std::chrono::days(28);
  card.days = 28, card.day = days, card.nextLook = noon() + std::chrono::days(1);
  for (int i = 0; i < 3; ++i) {
    const TestedPrice price{900 + i, s("OJ-TROP-64"), QString::number(2 + 3 * i), Money(319, dollars()),
                            Money(349, dollars())};
    row.setup.prices.push_back(price), row.setup.counted.push_back(price.listingNo);
  }
  for (int day = 1; day <= days; ++day) {
    TestReading r;
    r.day = day, r.at = *row.countedFrom + day * std::chrono::days(1), r.until = dayOf(r.at), r.share = day / 28.0;
    const double wide = 0.26 / std::sqrt(day), lift = -0.061 + 0.3 * wide * std::sin(1.9 * day);
    r.unitsControl = follows ? 8120 * day / 17 : 410 * day, r.unitsTreatment = follows ? 5310 * day / 17 : 395 * day;
    r.figures = {{TestMetric::Revenue, lift, lift - wide, lift + wide, 0.2},
                 {TestMetric::Conversion, lift - 0.01, lift - 0.01 - wide, lift - 0.01 + wide, 0.2}};
    r.plain =
        TestFigure{TestMetric::Revenue, lift - 0.017, lift - 0.017 - 0.55 * wide, lift - 0.017 + 0.55 * wide, 0.02};
    r.sampleRatioP = 0.44;
    const double chance = 0.15 + 0.35 * std::exp(-0.4 * (day - 4)) * std::cos(0.8 * day);
    if (day > 3)
      r.chanceBest = day == 17 ? 0.15 : std::clamp(chance, 0.05, 0.95);
    card.looks.push_back({day, r, s("none"), {}});
    if (!r.chanceBest)
      continue;
    TestAllocation a;
    a.from = r.at, a.chanceBest = int(std::lround(10'000 * *r.chanceBest));
    a.treatmentShare = 1000 + a.chanceBest * 8 / 10, a.unitsControl = r.unitsControl - 480;
    a.unitsTreatment = r.unitsTreatment - 310;
    card.shares.push_back(a);
  }
  card.unitsControl = card.looks.back().reading.unitsControl;
  card.unitsTreatment = card.looks.back().reading.unitsTreatment;
  return card;
}

ExperimentPreview syntheticPreview(const ExperimentPlan& plan, bool refused) {
  ExperimentPreview p;
  p.plan = plan;
  p.advice.design = TestDesign::Clusters;
  p.advice.reason = s("zones-apart");
  p.advice.refused = {
      {TestDesign::Pairs,
       fail(s("experiment.substitutes-apart"), {{s("sku"), s("OJ-TROP-64")}, {s("other"), s("OJ-MM-64")}})},
      {TestDesign::Switchback, fail(s("experiment.storable-switchback"), {{s("sku"), s("OJ-TROP-64")}})},
      {TestDesign::Visitors, fail(s("experiment.visitor-prices-off"))}};
  const QString sku = plan.skus.value(0, s("OJ-TROP-64"));
  for (int i = 0; i < 42; ++i) {
    const bool people = i % 4 == 1, blocked = refused && i == 2;
    p.prices.push_back({{i + 1, sku, QString::number(2 + 3 * i), Money(319, dollars()), Money(349, dollars())},
                        blocked  ? Route::Blocked
                        : people ? Route::Human
                                 : Route::Automatic,
                        blocked  ? s("margin")
                        : people ? s("step-7d")
                                 : QString()});
    if (blocked)
      p.prices.back().instead = Money(329, dollars());
  }
  p.controlUnits = p.treatedUnits = 21;
  if (refused) {
    p.collisions = {{CollisionKind::Test, sku, s("5"), s("Store brand ladder −0.10"), true},
                    {CollisionKind::Promotion, sku, s("8"), s("2026-12-01 … 2026-12-07"), false}};
    p.refused = {fail(s("experiment.price-refused"),
                      {{s("sku"), sku}, {s("zone"), s("8")}, {s("price"), s("3.49")}, {s("reason"), s("margin")}}),
                 fail(s("experiment.few-draws")),
                 fail(s("experiment.collides"), {{s("sku"), sku},
                                                 {s("zone"), s("5")},
                                                 {s("kind"), s("test")},
                                                 {s("what"), s("Store brand ladder −0.10")}})};
  }
  return p;
}

PlanStudy syntheticStudy() {
  PlanStudy out;
  out.units = 42, out.weeks = 104, out.tested = 4;
  out.study.none.splits = 200;
  out.study.none.found = {0.045, 0.024, 0.083};
  out.study.five.found = {0.71, 0.643, 0.769};
  out.study.ten.found = {0.985, 0.957, 0.995};
  return out;
}

} // namespace pricewright::test
