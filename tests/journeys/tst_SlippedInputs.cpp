// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Input that is wrong in a plausible form: nothing of it may reach a price list by itself.
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

class Shop : public SmallMarket {
 public:
  Shop() : SmallMarket(8, 1) {}
  ImportReport import(const QByteArray& text, ImportKind kind) {
    QFile file(dir.filePath(QStringLiteral("in%1.csv").arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write the test's file");
    file.close();
    const ImportPreview preview = take(ws->previewImport(file.fileName(), kind));
    if (!preview.missing.isEmpty())
      qFatal("missing fields: %s", qPrintable(preview.missing.join(u' ')));
    return take(ws->importFile(file.fileName(), preview.mapping, {}));
  }
  // Costs of the first `skus` products, as they stand times `factor`.
  QByteArray costs(int skus, double factor, int daysAgo) const {
    QByteArray text = "sku;zone;day;cost\n";
    for (int s = 1; s <= skus; ++s)
      text += "SKU-0" + QByteArray::number(s) + ";Z1;" +
              isoDay(dayOf(clock.now()) - std::chrono::days(daysAgo)).toLatin1() + ";" +
              QByteArray::number((2.49 + s) * 0.55 * factor, 'f', 6) + "\n";
    return text;
  }
  int published(const CycleReport& report) {
    const auto all = decisionsOf(report);
    return int(std::count_if(all.begin(), all.end(),
                             [](const PriceDecision& d) { return d.state == DecisionState::Published; }));
  }

 private:
  int m_files = 0;
};

} // namespace

class TestSlippedInputs : public QObject {
  Q_OBJECT
 private slots:
  void aCostFileInCentsPublishesNothing_data() {
    QTest::addColumn<int>("skus");
    QTest::addColumn<double>("factor");
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<QString>("haltedBy");
    const QString feed = QStringLiteral("breaker-feed-factor");
    QTest::newRow("all, dated today") << 8 << 0.01 << 0 << feed;
    QTest::newRow("all, dated back") << 8 << 0.01 << 11 << feed;
    QTest::newRow("all, in place of the rows of the same day") << 8 << 0.01 << 100 << feed;
    QTest::newRow("one product, dated back") << 1 << 0.01 << 11 << QString();
    QTest::newRow("one product, by ten") << 1 << 0.1 << 11 << QString();
  }
  void aCostFileInCentsPublishesNothing() {
    QFETCH(int, skus);
    QFETCH(double, factor);
    QFETCH(int, daysAgo);
    Shop shop;
    const ImportReport file = shop.import(shop.costs(skus, factor, daysAgo), ImportKind::Costs);
    QCOMPARE(file.added + file.changed, qint64(skus));
    const CycleReport report = shop.cycle();
    QTEST(report.haltedBy, "haltedBy");
    for (const PriceDecision& d : shop.decisionsOf(report)) {
      if (d.listingNo > skus)
        continue;
      QVERIFY(d.state != DecisionState::Published && d.state != DecisionState::Approved);
      if (d.state == DecisionState::Pending)
        QVERIFY(d.guarded.reasons.contains(QStringLiteral("anomaly")));
    }
    QCOMPARE(shop.published(report) > 0, skus == 1);
    // Taken back, nothing is in doubt any more.
    take(shop.ws->undoImport(file.batchId));
    const CycleReport after = shop.cycle();
    QCOMPARE(after.state, QStringLiteral("finished"));
    QVERIFY(shop.published(after) > 0);
  }

  // Whoever opens the market right after is to see them in doubt, not only whoever waits for the next cycle.
  void competitorsPricesInCentsAreHeldBackAsTheyComeIn() {
    Shop shop;
    const QByteArray head = "sku;zone;competitor;price;currency;observed\n";
    const QByteArray when = ";USD;" + isoDay(dayOf(shop.clock.now())).toLatin1() + "T00:01:00Z\n";
    const ImportReport right = shop.import(head + "SKU-01;Z1;C1;3.49" + when, ImportKind::CompetitorPrices);
    QVERIFY(right.heldBack.isEmpty());
    const ImportReport slipped = shop.import(head + "SKU-02;Z1;C1;449" + when, ImportKind::CompetitorPrices);
    QCOMPARE(slipped.added, qint64(1));
    QCOMPARE(slipped.heldBack.size(), qsizetype(1));
    const auto inDoubt = [&] {
      const auto all = take(shop.ws->offers().offersFor(2, shop.clock.now() - std::chrono::days(1), shop.clock.now()));
      return std::count_if(all.begin(), all.end(), [](const Offer& o) { return o.state != OfferState::Accepted; });
    };
    QCOMPARE(inDoubt(), 1);
    take(shop.ws->undoImport(slipped.batchId));
    QCOMPARE(inDoubt(), 0);
  }

  void anAncientExchangeRateHolds_data() {
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<QString>("route"); // "": whatever it is with fresh rates
    QTest::newRow("yesterday") << 1 << "";
    QTest::newRow("over the holidays") << 7 << "";
    QTest::newRow("two weeks") << 14 << "human";
    QTest::newRow("fourteen years") << 5000 << "hold";
  }
  void anAncientExchangeRateHolds() {
    QFETCH(int, daysAgo);
    QFETCH(QString, route);
    Shop shop;
    QByteArray rates = "day;base;currency;rate\n";
    rates += isoDay(dayOf(shop.clock.now()) - std::chrono::days(daysAgo)).toLatin1() + ";USD;EUR;1.00\n";
    shop.import(rates, ImportKind::ExchangeRates);
    shop.sql("UPDATE cost SET currency = 'EUR'");
    const CycleReport report = shop.cycle();
    int changes = 0;
    for (const PriceDecision& d : shop.decisionsOf(report)) {
      changes += d.guarded.route == Route::Automatic;
      if (route.isEmpty() || d.guarded.route == Route::NoChange)
        continue;
      QCOMPARE(routeName(d.guarded.route), route);
      if (route == u"hold")
        QVERIFY(!d.costKnown);
      else
        QVERIFY(d.guarded.reasons.contains(QStringLiteral("stale")));
    }
    QCOMPARE(changes > 0, route.isEmpty());
  }

  // Of three changes a percentage says nothing: what sits on a floor is looked at.
  void whatSitsOnAFloorInASmallShopIsLookedAt() {
    SmallMarket shop(3, 1);
    shop.sql("UPDATE listing SET min_minor = 259 + 100 * no"); // ten cents above today's prices
    const CycleReport report = shop.cycle();
    QCOMPARE(report.state, QStringLiteral("finished"));
    const auto all = shop.decisionsOf(report);
    QCOMPARE(all.size(), std::size_t(3));
    int onFloor = 0;
    for (const PriceDecision& d : all) {
      QVERIFY(d.proposed.minor() > d.current.minor());
      if (d.proposed.minor() > 269 + 100 * d.listingNo)
        continue; // well above its floor
      ++onFloor;
      QCOMPARE(d.state, DecisionState::Pending);
    }
    QVERIFY(onFloor > 0);
  }

  // What has never sold is priced from its category, and before a human.
  void aNewProductLeansOnItsCategory() {
    Shop shop;
    shop.sql("DELETE FROM sale WHERE listing_no = 8");
    shop.sql("INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, from_ms, origin) VALUES "
             "(8, 1, 'regular', 1049, 'USD', 0, 'import')");
    const CycleReport report = shop.cycle();
    const PriceDecision d = *shop.decisionOf(report, 8);
    QCOMPARE(d.recommendation.method, Method::Model);
    QVERIFY(d.guarded.route == Route::Human || d.guarded.route == Route::NoChange);
    QVERIFY(std::abs(d.proposed.minor() - 1049) <= 10); // one rung: no other price was ever seen
    const auto elasticity = std::find_if(d.features.begin(), d.features.end(),
                                         [](const Feature& f) { return f.name == u"price_elasticity_coefficient"; });
    QVERIFY(elasticity->value && *elasticity->value < -0.5);
  }
};

QTEST_GUILESS_MAIN(TestSlippedInputs)
#include "tst_SlippedInputs.moc"
