// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Relations between prices as people write them.
#include "engine/models/RelationWish.h"

#include <QtTest>

using namespace pricewright;

class TestRelationWish : public QObject {
  Q_OBJECT
 private slots:
  void isReadAsMeant_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("codes"); // lower, its zone, upper, its zone
    QTest::addColumn<double>("factor");
    QTest::addColumn<double>("add");
    const auto row = [](const char* text, QStringList codes, double factor, double add) {
      QTest::newRow(text) << QString::fromUtf8(text) << codes << factor << add;
    };
    row("PL <= 0.9 * BRAND", {"PL", "", "BRAND", ""}, 0.9, 0);
    row("PL<=0,9*BRAND", {"PL", "", "BRAND", ""}, 0.9, 0);
    row("A ≤ B", {"A", "", "B", ""}, 1, 0);
    row(" L-6 ≤ 5.5 × S-1 ", {"L-6", "", "S-1", ""}, 5.5, 0);
    row("A@NORTH <= 1.05 * A@SOUTH", {"A", "NORTH", "A", "SOUTH"}, 1.05, 0);
    row("A <= B - 0.10", {"A", "", "B", ""}, 1, -0.1);
    row("A <= 2 * B + 3", {"A", "", "B", ""}, 2, 3);
  }
  void isReadAsMeant() {
    QFETCH(QString, text);
    QFETCH(QStringList, codes);
    QFETCH(double, factor);
    QFETCH(double, add);
    const auto r = relationFrom(text);
    QVERIFY(r);
    QCOMPARE(QStringList({r->lower, r->lowerZone, r->upper, r->upperZone}), codes);
    QCOMPARE(r->factor, factor);
    QCOMPARE(r->add, add);
  }

  void whatIsNoneIsRefused() {
    for (const char* bad : {"", "A", "A <=", "<= B", "A >= B", "A <= 0 * B", "A <= -1 * B", "A <= 1e9 * B", "A <= A",
                            "A@N <= B", "A@ <= B@S", "A <= 99999 * B", "A <= B - x", "A <= B B"})
      QVERIFY2(!relationFrom(QString::fromUtf8(bad)), bad);
    QVERIFY(!relationFrom(QString(100'000, QLatin1Char('a'))));
    QVERIFY(!relationFrom(QString(490, QLatin1Char(' ')) + QStringLiteral("<=")));
    const auto refused = relationFrom(QStringLiteral("A is cheaper than B"));
    QVERIFY(refused.error().is(u"scenario.bad-relation"));
    QCOMPARE(refused.error().arguments.value(QStringLiteral("relation")), QStringLiteral("A is cheaper than B"));
  }

  void severalStandBetweenSemicolonsOrOnLines() {
    QCOMPARE(relationTexts(QStringLiteral("A <= B; ;C <= D\nE <= F;")), QStringList({"A <= B", "C <= D", "E <= F"}));
  }
};

QTEST_APPLESS_MAIN(TestRelationWish)
#include "tst_RelationWish.moc"
