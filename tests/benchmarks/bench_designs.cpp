// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Designs of price tests on real sales: how often each finds an effect that is
// not there, how often one that is, and how far off it is; and what the usual
// test on the rows of the table does instead. Real data: the orange-juice
// folder.
#include "experiments/MeanTest.h"
#include "experiments/ProportionTest.h"
#include "experiments/designs/DesignStudy.h"

#include "Measure.h"
#include "support/TestData.h"

#include <QProcess>

#include <array>
#include <cmath>
#include <map>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr std::size_t kBrands = 11, kBefore = 26, kTested = 26;
constexpr std::array<std::size_t, 2> kFocal{0, 1}; // brands whose price changes (numbered from 0)
constexpr double kDiverted = 0.4; // of the units gained, taken from siblings in the same store and week
constexpr double kPulled = 0.25;  // taken from the same brand's next week: bought ahead
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

enum class Metric { Profit, Units };
const char* nameOf(Metric m) { return m == Metric::Profit ? "profit" : "units"; }

// Units and unit profit of each store, week and brand.
struct Market {
  std::size_t stores = 0, weeks = 0;
  std::vector<double> units, worth;
  std::size_t at(std::size_t store, std::size_t week, std::size_t brand) const {
    return (store * weeks + week) * kBrands + brand;
  }
  double value(Metric m, std::size_t i) const { return m == Metric::Profit ? units[i] * worth[i] : units[i]; }
  double perUnit(Metric m, std::size_t i) const { return m == Metric::Profit ? worth[i] : 1; }
  double total(Metric m, std::size_t store, std::size_t week) const {
    double sum = 0;
    for (std::size_t b = 0; b < kBrands; ++b) {
      sum += value(m, at(store, week, b));
    }
    return sum; // NaN where the week is missing
  }
};

Market readMarket(const QString& folder) {
  QProcess gzip;
  gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), folder + QStringLiteral("/orange_juice/oj_sales.csv.gz")});
  gzip.waitForFinished(60'000);
  std::map<int, std::size_t> stores;
  std::vector<QList<QByteArray>> rows;
  int first = 1'000'000, last = 0;
  for (const QByteArray& line : gzip.readAllStandardOutput().split('\n').mid(1)) {
    const QList<QByteArray> row = line.trimmed().split(',');
    if (row.size() >= 8) {
      stores.try_emplace(row[0].toInt(), stores.size());
      first = std::min(first, row[1].toInt()), last = std::max(last, row[1].toInt());
      rows.push_back(row);
    }
  }
  Market market;
  if (rows.empty()) {
    return market;
  }
  market.stores = stores.size(), market.weeks = std::size_t(last - first + 1);
  market.units.assign(market.stores * market.weeks * kBrands, kNone), market.worth = market.units;
  for (const auto& row : rows) {
    const std::size_t i =
        market.at(stores[row[0].toInt()], std::size_t(row[1].toInt() - first), std::size_t(row[2].toInt() - 1));
    market.units[i] = row[3].toDouble(), market.worth[i] = row[4].toDouble() * row[7].toDouble() / 100;
  }
  return market;
}

Panel panelOf(const Market& market, Metric metric) {
  std::vector<double> values;
  for (std::size_t c = 0; c < market.stores; ++c) {
    for (std::size_t t = 0; t < market.weeks; ++t) {
      values.push_back(market.total(metric, c, t));
    }
  }
  return take(Panel::of(market.stores, market.weeks, 0, std::move(values)));
}

// What the focal brands' units growing by their own size in this store and week
// adds to the category there, siblings' losses taken off, and to the next week.
struct Gain {
  double now = 0, next = 0;
};
Gain gainIn(const Market& market, Metric metric, std::size_t store, std::size_t week) {
  Gain gain;
  double gained = 0, siblings = 0, siblingsWorth = 0;
  for (std::size_t b = 0; b < kBrands; ++b) {
    const std::size_t i = market.at(store, week, b);
    const bool focal = std::find(kFocal.begin(), kFocal.end(), b) != kFocal.end();
    if (focal) {
      gained += market.units[i], gain.now += market.value(metric, i);
      gain.next -= kPulled * market.value(metric, i);
    } else {
      siblings += market.units[i], siblingsWorth += market.value(metric, i);
    }
  }
  gain.now -= kDiverted * gained * siblingsWorth / siblings;
  return gain;
}

// The category with substitution and buying ahead: so much of both that new prices in all stores for the whole test
// would move it by `effect`. The truth is what they would move the cells by that the design compares, washout left out.
Inject spilling(const Market& market, Metric metric, double effect) {
  return
      [&market, metric, effect](const Stretch& at, const ClusterDesign& design, const Draw& draw) -> Result<Injected> {
        const Panel& was = at.panel;
        const std::size_t before = was.before(), periods = was.periods();
        std::vector<double> values, added(was.clusters() * periods + 1, 0), ifAll = added;
        double base = 0, moved = 0, comparedBase = 0, comparedMoved = 0;
        for (std::size_t c = 0; c < was.clusters(); ++c) {
          for (std::size_t t = before; t < periods; ++t) {
            const Gain gain = gainIn(market, metric, at.clusters[c], at.from + t);
            if (was.has(c, t) && !std::isnan(gain.now)) {
              const std::size_t i = c * periods + t, next = t + 1 < periods ? i + 1 : added.size() - 1;
              const double treated = draw[*design.priceUnitAt(c, t - before)];
              added[i] += treated * gain.now, ifAll[i] += gain.now;
              added[next] += treated * gain.next, ifAll[next] += gain.next;
            }
          }
          for (std::size_t t = before; t < periods; ++t) {
            if (was.has(c, t)) {
              const bool compared = design.unitAt(c, t - before).has_value();
              const double y = was.at(c, t) / was.meanBefore(c), more = ifAll[c * periods + t] / was.meanBefore(c);
              base += y, moved += more, comparedBase += compared ? y : 0, comparedMoved += compared ? more : 0;
            }
          }
        }
        const double growth = effect * base / moved;
        for (std::size_t c = 0; c < was.clusters(); ++c) {
          for (std::size_t t = 0; t < periods; ++t) {
            values.push_back(was.at(c, t) + growth * added[c * periods + t]);
          }
        }
        PW_TRY(Panel panel, Panel::of(was.clusters(), periods, before, std::move(values)));
        return Injected{std::move(panel), growth * comparedMoved / comparedBase};
      };
}

// Welch's test on the rows of the sales table, store × week × brand, looked at
// every week until it is significant.
bool naiveFinds(const Market& market, Metric metric, const Stretch& at, const ClusterDesign& design, const Draw& draw) {
  std::array<UnitMoments, 2> arm;
  for (std::size_t t = kBefore; t < kBefore + kTested; ++t) {
    for (std::size_t c = 0; c < at.clusters.size(); ++c) {
      for (std::size_t b = 0; at.panel.has(c, t) && b < kBrands; ++b) {
        const double value = market.value(metric, market.at(at.clusters[c], at.from + t, b));
        (void)arm[draw[*design.priceUnitAt(c, t - kBefore)]].add({&value, 1});
      }
    }
    if (const auto control = meanArm(arm[0]), treatment = meanArm(arm[1]); control && treatment) {
      const auto lift = liftOf(*control, *treatment, LiftKind::Absolute);
      if (lift && testLift(*lift, 0.05)->p <= 0.05) {
        return true;
      }
    }
  }
  return false;
}

struct Named {
  const char* name;
  StudyWish wish;
};

std::vector<Named> designs(std::size_t splits) {
  StudyWish base;
  base.before = kBefore, base.tested = kTested, base.splits = splits, base.seed = 20;
  base.plan.reference.redraws = 499;
  std::vector<Named> all;
  all.push_back({"stores, half of all", base});
  base.strata = 2;
  all.push_back({"stores, in pairs", base});
  base.strata = 6;
  all.push_back({"stores, in sixes", base});
  base.kind = DesignKind::Switchback;
  base.switchback = {kTested, 1, 0, false};
  all.push_back({"switchback, 1 week", base});
  base.switchback = {kTested, 2, 1, false};
  all.push_back({"switchback, 2 weeks, 1 washout", base});
  base.switchback = {kTested, 4, 1, false};
  all.push_back({"switchback, 4 weeks, 1 washout", base});
  base.switchback = {kTested, 2, 1, true};
  all.push_back({"all at once, 2 weeks, 1 washout", base});
  return all;
}

enum Columns : unsigned { kRobust = 1, kSameAlways = 2 }; // what there is to tell of a row

QByteArray percent(double share) { return QByteArray::number(100 * share, 'f', 1); }

void printRow(const char* name, const char* what, const StudyResult& r, unsigned columns, double naive) {
  const auto told = [&](unsigned column, double share) {
    return (columns & column) != 0 ? percent(share) : QByteArray("-");
  };
  std::printf("%-31s %-13s %6.1f [%4.1f, %5.1f] %6.1f %7.1f %8s %7.2f %6.2f %8.1f %8s %8s %6.1f %7s\n", name, what,
              100 * r.found.share, 100 * r.found.low, 100 * r.found.high, 100 * r.foundRight.share, 100 * r.atEnd.share,
              told(kRobust, r.robustAtEnd.share).constData(), 100 * r.bias, 100 * r.deviation, 100 * r.coveredEnd.share,
              told(kSameAlways, r.coveredAlways.share).constData(), told(kRobust, r.robustCovered.share).constData(),
              r.periodsToDecision, naive < 0 ? "" : percent(naive).constData());
  std::fflush(stdout);
}

void study(const Market& market, Metric metric, const Named& named) {
  const Panel history = panelOf(market, metric);
  std::atomic<std::size_t> naive = 0;
  const Inject watching = [&](const Stretch& at, const ClusterDesign& design, const Draw& draw) {
    naive += naiveFinds(market, metric, at, design, draw) ? 1 : 0;
    return constantEffect(named.wish.plan.model.scale, 0)(at, design, draw);
  };
  const auto row = [&](const char* what, const Inject& inject, unsigned columns) {
    StudyWish wish = named.wish;
    wish.robust = (columns & kRobust) != 0;
    const Result<StudyResult> r = studyDesign(history, wish, inject, {});
    if (!r) {
      return void(std::printf("%-31s %-13s refused: %s\n", named.name, what, qPrintable(r.error().debugText())));
    }
    printRow(named.name, what, *r, columns, naive > 0 ? double(naive.exchange(0)) / double(r->splits) : -1);
  };
  row("none (A/A)", watching, kRobust | kSameAlways);
  for (const double effect : {0.05, 0.10}) {
    const QByteArray name = QByteArray::number(std::lround(100 * effect)) + " %";
    row(name, constantEffect(named.wish.plan.model.scale, effect), kSameAlways);
    row(name + ", spilling", spilling(market, metric, effect), kRobust);
  }
}

} // namespace

int main(int argc, char** argv) {
  const std::size_t splits = argc > 1 ? std::size_t(std::max(20, std::atoi(argv[1]))) : 1000;
  const QString folder = realDataFolder();
  const Market market = folder.isEmpty() ? Market() : readMarket(folder);
  if (market.stores == 0) {
    return std::fprintf(stderr, "No orange-juice data here.\n"), 1;
  }
  const char* const only = argc > 2 ? argv[2] : "";
  std::printf("%zu stores, %zu weeks; %zu splits; %zu weeks before, %zu of "
              "test, looked at every week, alpha 5 %%\n"
              "spilling: %.0f %% of what the two brands gain is taken from "
              "siblings, %.0f %% from their next week\n\n",
              market.stores, market.weeks, splits, kBefore, kTested, 100 * kDiverted, 100 * kPulled);
  for (const Metric metric : {Metric::Profit, Metric::Units}) {
    std::printf("%-31s %-13s %6s %-13s %6s %7s %8s %7s %6s %8s %8s %8s %6s %7s\n", nameOf(metric), "effect", "found",
                " [95 %]", "right", "at end", "CR2 end", "bias", "sd", "cov end", "cov all", "cov CR2", "weeks",
                "row t");
    for (const Named& named : designs(splits)) {
      if (QByteArray(named.name).contains(only)) {
        study(market, metric, named);
      }
    }
    std::printf("\n");
  }
  return 0;
}
