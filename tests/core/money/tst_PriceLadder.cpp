// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/PriceLadder.h"

#include <QTest>

#include <limits>

using namespace pricewright;

namespace {
constexpr qint64 kMost = std::numeric_limits<qint64>::max();
const LadderSpec kEndings{.stepMinor = 1, .endingsMinor = {49, 95, 99}, .cycleMinor = 100};
const LadderSpec kNickels{.stepMinor = 5};
} // namespace

// What users rely on: a published price always stands on its ladder, and never slips past the limit it was moved to.
class TestPriceLadder : public QObject {
  Q_OBJECT
 private slots:
  void findsRungs_data() {
    QTest::addColumn<bool>("endings");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("below");
    QTest::addColumn<qint64>("above");
    QTest::addColumn<qint64>("nearest");
    const auto row = [](const char* name, bool endings, qint64 minor, qint64 below, qint64 above, qint64 nearest) {
      QTest::newRow(name) << endings << minor << below << above << nearest;
    };
    row("on a rung", true, 3'49, 3'49, 3'49, 3'49);
    row("between", true, 3'50, 3'49, 3'95, 3'49);
    row("tie goes up", true, 3'97, 3'95, 3'99, 3'99);
    row("over the cycle", true, 4'00, 3'99, 4'49, 3'99);
    row("below the first", true, 20, -1, 49, 49);
    row("negative", true, -5, -1, 49, 49);
    row("step", false, 3'42, 3'40, 3'45, 3'40);
    row("step zero", false, 0, 0, 0, 0);
    row("at the end of 64 bits", true, kMost, kMost - 8, -1, kMost - 8); // …799
  }
  void findsRungs() {
    QFETCH(bool, endings);
    QFETCH(qint64, minor);
    const PriceLadder ladder(endings ? kEndings : kNickels);
    QTEST(ladder.atOrBelow(minor), "below");
    QTEST(ladder.atOrAbove(minor), "above");
    QTEST(ladder.nearest(minor), "nearest");
    QCOMPARE(ladder.contains(minor), ladder.atOrAbove(minor) == minor && minor >= 0);
  }

  void listsWhatMayBePublished() {
    const PriceLadder ladder(kEndings);
    QCOMPARE(ladder.between(2'96, 4'49), (std::vector<qint64>{2'99, 3'49, 3'95, 3'99, 4'49}));
    QCOMPARE(ladder.between(3'00, 3'40), std::vector<qint64>());
    QCOMPARE(ladder.between(4'00, 3'00), std::vector<qint64>());
    QCOMPARE(ladder.between(-kMost, 60), (std::vector<qint64>{49}));
    for (const qint64 rung : ladder.between(0, 50'00))
      QVERIFY(ladder.contains(rung));
  }

  void thinsEvenlyAndKeepsTheEnds() {
    const auto thinned = PriceLadder(kNickels).between(0, 1'000'000, 11);
    QCOMPARE(thinned.size(), std::size_t{11});
    for (std::size_t i = 0; i < thinned.size(); ++i)
      QCOMPARE(thinned[i], static_cast<qint64>(i) * 100'000);
    QCOMPARE(PriceLadder(kNickels).between(0, 1'000'000).size(), std::size_t{400});
    QCOMPARE(PriceLadder({}).between(0, kMost, 3), (std::vector<qint64>{0, kMost / 2 + 1, kMost}));
    QCOMPARE(PriceLadder(kEndings).between(3'00, 9'00, 1), (std::vector<qint64>{3'49}));
  }

  void everyCurrencyHasALadder() {
    const auto first = [](const char* code, qint64 minor) {
      return PriceLadder(defaultLadder(*Currency::fromCode(QString::fromLatin1(code)))).atOrAbove(minor);
    };
    QCOMPARE(first("USD", 3'41), 3'49);
    QCOMPARE(first("JPY", 341), 341);
    QCOMPARE(first("KWD", 3'951), 3'990);
  }

  void aBrokenLadderIsToldAndTidied() {
    const LadderSpec broken{.stepMinor = 0, .endingsMinor = {99, 400, -1, 99, 10}, .cycleMinor = 100};
    QVERIFY(!checkLadder(broken) && checkLadder(broken).error().is(u"money.bad-ladder"));
    QVERIFY(checkLadder(kEndings));
    const PriceLadder ladder(broken);
    QCOMPARE(ladder.spec().endingsMinor, (std::vector<qint64>{10, 99}));
    QCOMPARE(ladder.atOrAbove(11), 99);
    QCOMPARE(PriceLadder({.stepMinor = -3, .endingsMinor = {}, .cycleMinor = 0}).atOrAbove(7), 7);
  }
};

QTEST_GUILESS_MAIN(TestPriceLadder)
#include "tst_PriceLadder.moc"
