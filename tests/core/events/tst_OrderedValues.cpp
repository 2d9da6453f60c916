// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/OrderedValues.h"

#include "statistics/Random.h"

#include <QTest>

#include <iterator>
#include <set>

using namespace pricewright;
using namespace pricewright::ledger;

namespace {

// Whether both hold the same, asked in every way there is.
bool agree(const OrderedValues& values, const std::set<PlacedValue>& expected) {
  if (values.size() != expected.size())
    return false;
  std::size_t rank = 0;
  for (const PlacedValue& one : expected)
    if (values.at(rank++) != one.value)
      return false;
  const std::vector<std::int64_t> limits{INT64_MIN, -60, -7, 0, 1, 35, 60, INT64_MAX};
  for (const std::int64_t from : limits) {
    const auto below = std::distance(expected.begin(), expected.lower_bound({from, {}}));
    if (values.below(from) != std::size_t(below))
      return false;
    for (const std::int64_t before : limits) {
      std::set<PlacedValue> within;
      values.eachWithin(from, before, [&](const PlacedValue& one) { within.insert(one); });
      for (const PlacedValue& one : expected)
        if (within.contains(one) != (one.value >= from && one.value < before))
          return false;
    }
  }
  return true;
}

} // namespace

class TestOrderedValues : public QObject {
  Q_OBJECT
 private slots:
  // Few that move and many, values that many have, and all gone at the end.
  void staysInOrder() {
    Random random(3);
    OrderedValues values;
    std::set<PlacedValue> expected;
    const auto anyPlace = [&] { return Place{std::uint32_t(random.next() % 4), std::uint32_t(random.next() % 1000)}; };
    for (int round = 0; round < 121; ++round) {
      const std::size_t moves = round % 10 == 0 ? 900 : random.next() % 12;
      std::vector<ValueMove> all;
      for (std::size_t i = 0; i < moves; ++i) {
        PlacedValue one{std::int64_t(random.next() % 100) - 50, anyPlace()};
        if (expected.insert(one).second)
          all.push_back({one, 1});
        else if (expected.erase(one) > 0)
          all.push_back({one, -1});
      }
      for (std::size_t i = 0; i < moves && !expected.empty(); ++i) {
        const PlacedValue one = *expected.begin();
        if (random.uniform() < 0.45) {
          expected.erase(one);
          all.push_back({one, -1});
        }
      }
      values.apply(std::move(all));
      if (round % 6 == 1 || round % 10 == 0) // asking takes longer than moving
        QVERIFY(agree(values, expected));
    }
    QVERIFY(expected.size() > 2000);
    std::vector<ValueMove> out;
    for (const PlacedValue& one : expected)
      out.push_back({one, -1});
    values.apply(std::move(out));
    QVERIFY(agree(values, {}));
  }

  // A unit whose figure did not change goes out and comes in again.
  void whatComesAndGoesCancelsOut() {
    OrderedValues values;
    const PlacedValue one{7, {1, 2}}, two{7, {1, 3}};
    values.apply({{one, 1}, {two, 1}});
    values.apply({{one, -1}, {one, 1}, {two, 1}, {two, -1}, {two, -1}});
    QVERIFY(agree(values, {one}));
    values.clear();
    QVERIFY(agree(values, {}));
  }
};

QTEST_APPLESS_MAIN(TestOrderedValues)
#include "tst_OrderedValues.moc"
