// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceEndings.h"
#include "decision/PriceLimits.h"

#include <QTest>

#include <limits>

using namespace pricewright;
using Minors = std::vector<qint64>;
Q_DECLARE_METATYPE(Minors)
Q_DECLARE_METATYPE(pricewright::LadderSpec)

// What optimizer, guardrail and approval read alike.
class PriceEndingsTest : public QObject {
  Q_OBJECT
 private slots:
  void onlyRungsThatBearAnEndingAreLawful_data() {
    QTest::addColumn<LadderSpec>("ladder");
    QTest::addColumn<Minors>("endings");
    QTest::addColumn<Minors>("rungs"); // up to 12.00
    const LadderSpec cents{}, nines{1, {9}, 10}, fivesAndNines{1, {5, 9}, 10}, charm{1, {49, 99}, 100};
    QTest::newRow("any price") << cents << Minors{95}
                               << Minors{95, 195, 295, 395, 495, 595, 695, 795, 895, 995, 1095, 1195};
    QTest::newRow("x.x5 and x.x9") << fivesAndNines << Minors{95}
                                   << Minors{95, 195, 295, 395, 495, 595, 695, 795, 895, 995, 1095, 1195};
    QTest::newRow("x.x9 only") << nines << Minors{95} << Minors{};
    QTest::newRow("one of two") << nines << Minors{95, 499} << Minors{499};
    QTest::newRow("shorter than the ladder's cycle") << charm << Minors{9, 999} << Minors{999};
    QTest::newRow("steps of 25") << LadderSpec{25, {}, 100} << Minors{50, 99}
                                 << Minors{50, 150, 250, 350, 450, 550, 650, 750, 850, 950, 1050, 1150};
    QTest::newRow("steps of 30") << LadderSpec{30, {}, 100} << Minors{90} << Minors{90, 390, 690, 990};
    QTest::newRow("cycles that share nothing") << LadderSpec{1, {3}, 7} << Minors{95} << Minors{395, 1095};
    QTest::newRow("four digits") << cents << Minors{1099} << Minors{1099};
    QTest::newRow("a step beyond any price")
        << LadderSpec{std::numeric_limits<qint64>::max() - 1, {}, 100} << Minors{95} << Minors{};
    QTest::newRow("none asked for") << cents << Minors{} << Minors{};
  }
  void onlyRungsThatBearAnEndingAreLawful() {
    QFETCH(LadderSpec, ladder);
    QFETCH(Minors, endings);
    QFETCH(Minors, rungs);
    const auto lawful = ladderWithEndings(ladder, endings);
    QCOMPARE(lawful ? PriceLadder(*lawful).between(0, 1200) : Minors{}, rungs);
    for (const qint64 p : rungs)
      QVERIFY(PriceLadder(ladder).contains(p));
    if (lawful)
      QVERIFY(checkLadder(*lawful));
  }

  void aLimitIsComparedWithoutRounding_data() {
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<bool>("over"); // 20 %
    QTest::addColumn<int>("shown");
    QTest::newRow("20.0008 %") << 24999LL << 29999LL << true << 2001;
    QTest::newRow("-20.0008 %") << 24999LL << 19999LL << true << 2001;
    QTest::newRow("20 % exactly") << 500LL << 600LL << false << 2000;
    QTest::newRow("19.99 %") << 10000LL << 11999LL << false << 1999;
    QTest::newRow("nothing") << 319LL << 319LL << false << 0;
    QTest::newRow("no price before") << 0LL << 319LL << true << std::numeric_limits<int>::max();
    QTest::newRow("huge") << 1LL << std::numeric_limits<qint64>::max() << true << std::numeric_limits<int>::max();
  }
  void aLimitIsComparedWithoutRounding() {
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(bool, over);
    QFETCH(int, shown);
    const Currency usd = *Currency::fromCode(u"USD");
    QCOMPARE(changeExceeds(Money(from, usd), Money(to, usd), 2000), over);
    QCOMPARE(changeBpUpward(Money(from, usd), Money(to, usd)), shown);
    QVERIFY(changeExceeds(Money(from, usd), Money(to, *Currency::fromCode(u"EUR")), 2000));
  }
};

QTEST_GUILESS_MAIN(PriceEndingsTest)
#include "tst_PriceEndings.moc"
