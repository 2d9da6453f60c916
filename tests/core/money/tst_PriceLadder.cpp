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
  void changesStayOnTheirSide_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<int>("basisPoints");
    QTest::addColumn<qint64>("changed"); // 0: none
    const auto row = [](const char* name, qint64 minor, int basisPoints, qint64 changed) {
      QTest::newRow(name) << minor << basisPoints << changed;
    };
    row("a rise whose nearest rung is a cut", 1'00, 350, 1'09);
    row("a hundredth of a percent more", 1'00, 351, 1'09);
    row("a rise that rounds to today's", 3'29, 100, 3'39);
    row("a cut that rounds to today's", 3'29, -100, 3'19);
    row("a cut whose nearest rung is a rise", 1'06, -50, 99);
    row("between rungs, exactly half", 1'00, 2400, 1'29); // 1.24
    row("between rungs, just below half", 1'00, 2399, 1'19);
    row("onto a rung", 1'00, 900, 1'09);
    row("a cut between rungs", 1'18, -7288, 29); // 0.32
    row("nothing is below", 9, -5000, 0);
    row("nothing positive is below", 5, -1000, 0);
    row("no change", 1'00, 0, 0);
    row("of nothing", 0, 500, 0);
    row("beyond 64 bits", std::numeric_limits<qint64>::max() - 5, 500, 0);
  }
  void changesStayOnTheirSide() {
    QFETCH(qint64, minor);
    QFETCH(int, basisPoints);
    QFETCH(qint64, changed);
    const PriceLadder ladder(LadderSpec{.stepMinor = 1, .endingsMinor = {9}, .cycleMinor = 10});
    QCOMPARE(ladder.changedBy(minor, basisPoints).value_or(0), changed);
  }
  void changesOfSteps() {
    const PriceLadder whole(LadderSpec{});
    QCOMPARE(whole.changedBy(1, -5000), std::nullopt); // a price of 0 is none
    QCOMPARE(whole.changedBy(1, 100), std::optional<qint64>(2));
    QCOMPARE(whole.changedBy(1000, 345), std::optional<qint64>(1035)); // 1034.5: ties go up
    // Whatever is asked of whichever price, the answer is a rung on that side.
    const PriceLadder coarse(LadderSpec{.stepMinor = 1, .endingsMinor = {95, 99}, .cycleMinor = 100});
    for (qint64 minor = 1; minor < 400; ++minor)
      for (const int change : {-9999, -5000, -250, -1, 1, 333, 2500, 10'000}) {
        const auto changed = coarse.changedBy(minor, change);
        QVERIFY(changed
                    ? coarse.contains(*changed) && (change > 0 ? *changed > minor : *changed < minor && *changed > 0)
                    : change < 0 && minor <= 95);
      }
  }
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
