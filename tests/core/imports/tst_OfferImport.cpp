// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Competitors' prices and their matches.
#include "core/imports/ImportDesk.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class TestOfferImport : public QObject {
  Q_OBJECT

 private slots:
  void offersComeWithTheirMatches() {
    Desk d;
    const QByteArray file = "sku,zone,competitor,price,currency,observed,available,our_packs,source\n"
                            "A,Z,Aldi,2.49,EUR,2026-03-01,yes,2,feed\n"
                            "A,Z,Lidl,2.59,USD,2026-03-01T08:30:00Z,no,1,feed\n"
                            "A,Z,Aldi,2.39,EUR,2026-03-02,yes,2,feed\n"
                            "A,Z,Aldi,2.38,EUR,2026-03-02,yes,2,feed\n"
                            "A,Z,,2.49,EUR,2026-03-01,yes,1,feed\n"
                            "A,Z,Rewe,-1,EUR,2026-03-01,yes,1,feed\n"
                            "A,Z,Rewe,1,EUR,2026-03-01,maybe,1,feed\n"
                            "A,Z,Rewe,1,EUR,2026-03-01,yes,0,feed\n";
    const ImportReport r = take(d.run(ImportKind::CompetitorPrices, file));
    QCOMPARE(reasons(r),
             QStringLiteral("bad-pack:1 bad-switch:1 duplicate-key:1 missing-value:1 price-not-positive:1"));
    QCOMPARE(r.added, 3);
    QCOMPARE(d.rows("SELECT c.code, m.external_code, m.state, m.confirmed_by, m.our_packs FROM product_match m JOIN "
                    "competitor c ON c.no = m.competitor_no ORDER BY m.no"),
             QStringLiteral("Aldi|A|confirmed|dora|2\nLidl|A|confirmed|dora|1"));
    QCOMPARE(d.rows("SELECT seller, price_micro, currency, in_stock, observed_ms FROM offer ORDER BY no LIMIT 2"),
             QStringLiteral("Aldi|2490000|EUR|1|1772323200000\nLidl|2590000|USD|0|1772353800000"));
    QVERIFY(take(d.run(ImportKind::CompetitorPrices, file)).nothingChanged);
    const auto known = [](ImportMapping& m) { m.createMissing = false; };
    QCOMPARE(reasons(take(d.run(ImportKind::CompetitorPrices,
                                "sku,zone,competitor,price,observed\nB,Z,Aldi,1,2026-03-01\n"
                                "A,Y,Aldi,1,2026-03-01\nA,Z,Netto,1,2026-03-01\n",
                                known))),
             QStringLiteral("unknown-competitor:1 unknown-sku:1 unknown-zone:1"));
  }

  // New rows wait to be written by the dozen: what stands in the file beside, before and behind them must not matter.
  void manyOffersComeInAsOneByOne() {
    constexpr int kListings = 301;
    const auto line = [](int i, int day, int cents) {
      return QStringLiteral("S%1,Z,C%2,1.%3,2026-02-0%4,T%1\n").arg(i).arg(i % 7).arg(cents).arg(day).toUtf8();
    };
    const QByteArray header = "sku,zone,competitor,price,observed,title\n";
    QByteArray first = header, second = header;
    QStringList expected, later;
    for (int i = 0; i < kListings; ++i) {
      first += line(i, 1, 10) + line(i, 2, 20) + line(i, 1, 10) + line(i, 1, 11); // the same again, and a clash
      second += line(i, 2, i % 3 == 0 ? 29 : 20) + line(i, 3, 30);
      expected << QStringLiteral("%1|S%2|C%3|1100000|1").arg(2 * i + 1).arg(i).arg(i % 7);
      expected << QStringLiteral("%1|S%2|C%3|1200000|1").arg(2 * i + 2).arg(i).arg(i % 7);
      later << QStringLiteral("%1|S%2|C%3|1300000").arg(2 * kListings + i + 1).arg(i).arg(i % 7);
    }
    Desk d;
    const ImportReport r = take(d.run(ImportKind::CompetitorPrices, first));
    QCOMPARE(reasons(r), QStringLiteral("duplicate-key:%1").arg(kListings));
    QCOMPARE(r.added, 2 * kListings);
    QCOMPARE(r.same, kListings);
    QCOMPARE(d.rows("SELECT o.no, m.external_code, o.seller, o.price_micro, o.in_stock FROM offer o JOIN product_match "
                    "m ON m.no = o.match_no ORDER BY o.no"),
             expected.join(u'\n'));
    QCOMPARE(d.rows("SELECT COUNT(*), COUNT(DISTINCT id), MIN(no), MAX(no) FROM product_match WHERE title = 'T' || "
                    "substr(external_code, 2)"),
             QStringLiteral("%1|%1|1|%1").arg(kListings));
    QVERIFY(take(d.run(ImportKind::CompetitorPrices, first)).nothingChanged);
    const QString before = d.everything();
    const ImportReport more = take(d.run(ImportKind::CompetitorPrices, second));
    QCOMPARE(more.added, kListings);
    QCOMPARE(more.changed, (kListings + 2) / 3);
    QCOMPARE(more.same, kListings - (kListings + 2) / 3);
    QCOMPARE(d.rows("SELECT o.no, m.external_code, o.seller, o.price_micro FROM offer o JOIN product_match m ON m.no = "
                    "o.match_no WHERE o.no > 602 ORDER BY o.no"),
             later.join(u'\n'));
    QCOMPARE(d.rows("SELECT COUNT(*) FROM offer WHERE price_micro = 1290000"), QString::number((kListings + 2) / 3));
    take(d.importer.undo(d.dora, more.batchId));
    QCOMPARE(d.everything(), before);
  }
};

QTEST_GUILESS_MAIN(TestOfferImport)
#include "tst_OfferImport.moc"
