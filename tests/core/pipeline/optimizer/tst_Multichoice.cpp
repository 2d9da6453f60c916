// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One choice for each item, one floor for all: against every combination where they can be counted, against its own
// bound where they cannot, and on what makes no sense.
#include "pipeline/optimizer/Multichoice.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace pricewright;

namespace {

std::vector<std::vector<Choice>> randomItems(std::uint64_t seed, int items, int choices) {
  Random random(seed);
  std::vector<std::vector<Choice>> all;
  for (int i = 0; i < items; ++i) {
    std::vector<Choice> some;
    for (int k = 0; k < choices; ++k)
      some.push_back({std::floor(100 * random.uniform()) / 4 - 5, std::floor(100 * random.uniform()) / 8 - 3});
    all.push_back(some);
  }
  return all;
}

ChoiceProblem problemOf(const std::vector<std::vector<Choice>>& items, std::optional<double> floor) {
  ChoiceProblem p;
  for (const auto& some : items)
    p.add(some);
  p.floor = floor;
  return p;
}

// Every combination.
std::optional<double> bestOfAll(const std::vector<std::vector<Choice>>& items, double floor) {
  std::optional<double> best;
  const std::function<void(std::size_t, double, double)> walk = [&](std::size_t i, double value, double weight) {
    if (i == items.size()) {
      if (weight >= floor && (!best || value > *best))
        best = value;
      return;
    }
    for (const Choice& c : items[i])
      walk(i + 1, value + c.value, weight + c.weight);
  };
  walk(0, 0, 0);
  return best;
}

// A shop of constant elasticities: profit, with revenue towards the floor.
ChoiceProblem shop(std::uint64_t seed, int items, int prices, double share) {
  Random random(seed);
  ChoiceProblem p;
  double own = 0, most = 0;
  for (int i = 0; i < items; ++i) {
    const double reference = 3 + 37 * random.uniform(), cost = reference * (0.45 + 0.35 * random.uniform());
    const double units = std::exp(3 + random.normal()), elasticity = -0.7 - 3.3 * random.uniform();
    std::vector<Choice> some;
    Choice best{-1e300, 0};
    double largest = 0;
    for (int k = 0; k < prices; ++k) {
      const double price = reference * (0.75 + 0.5 * k / (prices - 1));
      const double sold = units * std::pow(price / reference, elasticity);
      some.push_back({(price - cost) * sold, price * sold});
      if (some.back().value > best.value)
        best = some.back();
      largest = std::max(largest, some.back().weight);
    }
    own += best.weight;
    most += largest;
    p.add(some);
  }
  p.floor = own + share * (most - own);
  return p;
}

} // namespace

class MultichoiceTest : public QObject {
  Q_OBJECT
 private slots:
  void asGoodAsEveryCombination() {
    int feasible = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
      const auto items = randomItems(seed, 3 + int(seed % 5), 2 + int(seed % 4));
      const double floor = -5 + double(seed % 60);
      const auto best = bestOfAll(items, floor);
      const auto found = solveChoice(problemOf(items, floor));
      QCOMPARE(found.has_value(), best.has_value());
      if (!found) {
        QCOMPARE(found.error().code, QStringLiteral("choice.infeasible"));
        continue;
      }
      ++feasible;
      QVERIFY2(std::abs(found->value - *best) < 1e-9, qPrintable(QStringLiteral("seed %1").arg(seed)));
      QVERIFY(found->proved && found->weight >= floor && found->bound >= found->value - 1e-9);
      double value = 0, weight = 0; // the choice is what it says
      for (std::size_t i = 0; i < items.size(); ++i) {
        value += items[i][std::size_t(found->chosen[i])].value;
        weight += items[i][std::size_t(found->chosen[i])].weight;
      }
      QVERIFY(std::abs(value - found->value) < 1e-9 && std::abs(weight - found->weight) < 1e-9);
    }
    QVERIFY(feasible > 150);
  }

  void aFloorThatDoesNotBindCostsNothing() {
    const auto items = randomItems(7, 6, 4);
    const auto free = solveChoice(problemOf(items, std::nullopt)), low = solveChoice(problemOf(items, -1e6));
    QVERIFY(free && low && free->value == low->value && low->multiplier == 0 && low->proved);
  }

  // The price of the floor: what raising it by one really costs.
  void theMultiplierIsTheFloorsPrice() {
    ChoiceProblem p = shop(3, 4'000, 20, 0.4);
    const auto one = solveChoice(p, {1e-6, 1'000});
    *p.floor += 100;
    const auto more = solveChoice(p, {1e-6, 1'000});
    QVERIFY(one && more);
    const double cost = (one->relaxed - more->relaxed) / 100;
    QVERIFY2(std::abs(cost - one->multiplier) < 0.02 * one->multiplier, qPrintable(QString::number(cost)));
  }

  void aWholeShopIsWithinItsBound() {
    for (const std::uint64_t seed : {1, 2}) {
      const auto s = solveChoice(shop(seed, 10'000, 40, 0.4), {1e-8, 200'000});
      QVERIFY(s);
      QVERIFY(s->gap() >= -1e-6 && s->gap() <= 1e-8 * std::abs(s->bound));
    }
  }

  // Stopped early it still holds the floor, and says that it is not proved.
  void withFewStatesItSaysSo() {
    int unproved = 0;
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
      const ChoiceProblem p = shop(seed, 30, 10, 0.5);
      const auto s = solveChoice(p, {0, 2});
      QVERIFY(s && s->weight >= *p.floor && s->value <= s->bound + 1e-9);
      unproved += !s->proved;
      const auto best = solveChoice(p);
      QVERIFY(best && best->proved && best->value >= s->value - 1e-9);
    }
    QVERIFY(unproved > 0);
  }

  void whatMakesNoSense() {
    ChoiceProblem p;
    QVERIFY(solveChoice(p)); // nothing to choose: worth nothing
    p.add({});
    QCOMPARE(solveChoice(p).error().code, QStringLiteral("choice.empty-item"));
    ChoiceProblem q;
    const Choice bad[] = {{std::nan(""), 1}};
    q.add(bad);
    QCOMPARE(solveChoice(q).error().code, QStringLiteral("choice.not-finite"));
    ChoiceProblem r = problemOf(randomItems(1, 3, 3), 1e9);
    QCOMPARE(solveChoice(r).error().code, QStringLiteral("choice.infeasible"));
  }
};

QTEST_GUILESS_MAIN(MultichoiceTest)
#include "tst_Multichoice.moc"
