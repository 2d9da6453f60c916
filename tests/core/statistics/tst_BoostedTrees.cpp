// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/BoostedTrees.h"

#include "statistics/Random.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

// y falls with x0 in steps, has a bump over x1, does not know x2; weeks share a shock.
TreeData world(std::size_t rows, double weekShock, std::uint64_t seed = 7) {
  Random random(seed);
  TreeData d;
  d.columns = 3;
  double shock = 0;
  for (std::size_t r = 0; r < rows; ++r) {
    if (r % 50 == 0)
      shock = weekShock * random.normal();
    const double a = random.uniform(), b = random.uniform(), c = random.uniform();
    d.x.insert(d.x.end(), {float(a), float(b), float(c)});
    d.y.push_back(float(-2 * std::floor(4 * a) / 4 + (b > 0.4 && b < 0.6 ? 1.5 : 0) + shock + 0.2 * random.normal()));
    d.block.push_back(std::int32_t(r / 50));
  }
  return d;
}
double truth(double a, double b) { return -2 * std::floor(4 * a) / 4 + (b > 0.4 && b < 0.6 ? 1.5 : 0); }

BoostedTrees fitted(const TreeData& data, const BoostOptions& options = {}) {
  auto made = BoostedTrees::fit(data, options, {});
  if (!made)
    qFatal("%s", qPrintable(made.error().code));
  return std::move(*made);
}

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

} // namespace

class BoostedTreesTest : public QObject {
  Q_OBJECT

 private slots:
  void findsStepsAndBumps() {
    const BoostedTrees trees = fitted(world(6'000, 0));
    double squares = 0;
    for (int i = 0; i < 400; ++i) {
      const float a = float(i % 20) / 20 + 0.025f, b = float(i / 20) / 20 + 0.025f;
      const double off = trees.predict(std::array{a, b, 0.5f}) - truth(double(a), double(b));
      squares += off * off / 400;
    }
    QVERIFY2(std::sqrt(squares) < 0.15, qPrintable(QString::number(std::sqrt(squares))));
    const std::vector<double> importance = trees.importance();
    QVERIFY(importance[0] > 0.3 && importance[1] > 0.3 && importance[2] < 0.03);
  }

  // However noisy: what must fall never rises, also between and beyond the values seen.
  void monotoneColumnsStayMonotone() {
    TreeData d = world(1'500, 0.8);
    Random random(3);
    for (float& y : d.y)
      y += float(random.normal());
    d.monotone = {-1, 0, 1};
    BoostOptions options;
    options.leastWeight = 5;
    const BoostedTrees trees = fitted(d, options);
    bool moves = false;
    for (int i = 0; i < 40; ++i) {
      const float b = float(random.uniform()), c = float(random.uniform());
      double before = trees.predict(std::array{-1.0f, b, c});
      for (int k = 0; k <= 120; ++k) {
        const double here = trees.predict(std::array{-0.1f + 0.01f * float(k), b, c});
        QVERIFY(here <= before + 1e-9);
        moves |= here < before - 0.01;
        before = here;
      }
      double rising = trees.predict(std::array{0.5f, b, -1.0f});
      for (int k = 0; k <= 120; ++k) {
        const double here = trees.predict(std::array{0.5f, b, -0.1f + 0.01f * float(k)});
        QVERIFY(here >= rising - 1e-9);
        rising = here;
      }
    }
    QVERIFY(moves);
  }

  // A shock that a whole week shares cannot be told beforehand: weeks left out of the learning must not know it.
  void weeksLeftOutAreHonest() {
    const TreeData d = world(5'000, 1.0);
    BoostOptions options;
    options.trees = 60;
    TreeData told = d; // the week's number is a column: trees could learn each week by heart
    for (std::size_t r = 0; r < d.rows(); ++r)
      told.x[3 * r + 2] = float(d.block[r]);
    const BoostedTrees trees = fitted(told, options);
    double inside = 0, outside = 0, n = 0;
    for (std::size_t r = 0; r < d.rows(); ++r)
      if (const float said = trees.outOfBag()[r]; std::isfinite(said)) {
        const double off = double(d.y[r]) - double(said);
        const double learnt = double(d.y[r]) - trees.predict(std::span(told.x).subspan(3 * r, 3));
        outside += off * off, inside += learnt * learnt, ++n;
      }
    QVERIFY(n > 4'000);
    QVERIFY(outside / n > 0.9);              // the shock's variance is 1
    QVERIFY(inside / n < 0.5 * outside / n); // what was learnt by heart looks far better than it is
  }

  void missingValuesGoTheirOwnWay() {
    TreeData d = world(4'000, 0);
    for (std::size_t r = 0; r < d.rows(); r += 4)
      d.x[3 * r] = kNone, d.y[r] += 3;
    const BoostedTrees trees = fitted(d);
    const double known = trees.predict(std::array{0.9f, 0.2f, 0.5f}),
                 missing = trees.predict(std::array{kNone, 0.2f, 0.5f});
    QVERIFY(missing - known > 2.5);
    QVERIFY(std::isfinite(trees.predict(std::array{kNone, kNone, kNone})));
  }

  void threadsChangeNothing() {
    const TreeData d = world(2'000, 0.5);
    BoostOptions one, many;
    one.threads = 1, many.threads = 4;
    one.columnShare = many.columnShare = 0.6;
    const BoostedTrees a = fitted(d, one), b = fitted(d, many);
    for (std::size_t r = 0; r < d.rows(); r += 7)
      QCOMPARE(a.predict(std::span(d.x).subspan(3 * r, 3)), b.predict(std::span(d.x).subspan(3 * r, 3)));
    one.seed = 2;
    QVERIFY(fitted(d, one).predict(std::array{0.3f, 0.5f, 0.1f}) != a.predict(std::array{0.3f, 0.5f, 0.1f}));
  }

  void oddInputs() {
    const auto code = [](const TreeData& d) {
      const auto made = BoostedTrees::fit(d, {}, {});
      return made ? QString() : made.error().code;
    };
    QCOMPARE(code({}), QStringLiteral("statistics.no-rows"));
    TreeData d = world(100, 0);
    d.block.pop_back();
    QCOMPARE(code(d), QStringLiteral("statistics.bad-shape"));
    d = world(100, 0);
    d.y[5] = kNone;
    QCOMPARE(code(d), QStringLiteral("statistics.not-finite"));
    d = world(100, 0);
    std::fill(d.x.begin(), d.x.end(), 1.0f); // constant: one leaf, the mean
    std::fill(d.y.begin(), d.y.end(), 4.0f);
    QVERIFY(std::abs(fitted(d).predict(std::array{1.0f, 1.0f, 1.0f}) - 4) < 1e-5);
    std::fill(d.x.begin(), d.x.end(), kNone);
    QVERIFY(std::abs(fitted(d).predict(std::array{kNone, 0.0f, 9.0f}) - 4) < 1e-5);
    TreeData single = world(1, 0);
    QVERIFY(std::isfinite(fitted(single).predict(std::array{0.0f, 0.0f, 0.0f})));
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = BoostedTrees::fit(world(500, 0), {}, {stop.get_token(), {}});
    QVERIFY(!cancelled && cancelled.error().code == u"job.cancelled");
  }
};

QTEST_GUILESS_MAIN(BoostedTreesTest)
#include "tst_BoostedTrees.moc"
