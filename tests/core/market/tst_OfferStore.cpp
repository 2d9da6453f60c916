// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/UsableRates.h"

#include <QTest>

using namespace pricewright;

class tst_OfferStore : public QObject {
  Q_OBJECT

  FixedClock m_clock{fromMillis(1'700'000'000'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<OfferStore> m_store;
  const Actor m_anna{QStringLiteral("anna"), QStringLiteral("manager"), false};
  const Currency m_usd = *Currency::fromCode(u"USD"), m_eur = *Currency::fromCode(u"EUR");

  Source source() const {
    Source s;
    s.code = QStringLiteral("panel");
    s.name = QStringLiteral("Weekly panel");
    s.kind = QStringLiteral("file");
    s.terms = QStringLiteral("public shelf prices");
    s.freshness = std::chrono::hours(24 * 8);
    s.informsDemand = false;
    return s;
  }

 private slots:
  void init() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    QVERIFY(db);
    m_store.reset();
    m_journal.reset();
    m_db = std::move(*db);
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    m_store = std::make_unique<OfferStore>(*m_db, *m_journal, m_ids);
    const Status filled = m_db->execute(QStringLiteral(
        "INSERT INTO user (name, id, role) VALUES ('anna', 'a', 'manager');"
        "INSERT INTO category (no, code, name) VALUES (1, 'c', 'c');"
        "INSERT INTO sku (no, id, code, name, category_no) VALUES (1, 's', 's', 's', 1);"
        "INSERT INTO price_zone (no, id, code, name, currency) VALUES (1, 'z', 'z', 'z', 'USD'), (2, 'y', 'y', 'y', "
        "'USD');"
        "INSERT INTO listing (no, sku_no, zone_no) VALUES (1, 1, 1), (2, 1, 2);"
        "INSERT INTO source (no, id, code, name) VALUES (1, 'src', 'src', 'src');"
        "INSERT INTO competitor (no, id, code, name) VALUES (1, 'comp', 'comp', 'comp');"
        "INSERT INTO product_match (no, id, competitor_no, external_code, listing_no, state, their_packs, our_packs) "
        "VALUES "
        "(1, 'm1', 1, 'x', 2, 'confirmed', 6, 1), (2, 'm2', 1, 'y', 1, 'suggested', 1, 2);"
        "INSERT INTO offer (no, match_no, source_no, seller, observed_ms, price_micro, shipping_micro, currency, "
        "in_stock, "
        "state, state_reason, evidence) VALUES "
        "(1, 1, 1, 'b', 1000, 5400000, 600000, 'EUR', 1, 'accepted', '', 'page 1'),"
        "(2, 1, 1, 'a', 3000, 1000000, 0, 'USD', 0, 'quarantined', 'anomaly', ''),"
        "(3, 1, 1, 'a', 2000, 1000000, 0, 'USD', 1, 'accepted', '', ''),"
        "(4, 2, 1, 'z', 2000, 1000000, 0, 'USD', 1, 'rejected', '', '');"
        "INSERT INTO fx_rate (day, base, currency, units_per_base) VALUES (10, 'EUR', 'USD', '1.10'), "
        "(12, 'EUR', 'USD', '1.20'), (12, 'EUR', 'XXQ', '5'), (11, 'GBP', 'USD', '1.3'), (11, 'GBP', 'EUR', '1.17')"));
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().debugText()));
  }

  void offersComeWithTheirMatchInOrder() {
    auto offers = m_store->offers(fromMillis(999), fromMillis(3000));
    QVERIFY(offers);
    std::vector<qint64> order;
    for (const Offer& o : *offers)
      order.push_back(o.no);
    QCOMPARE(order, (std::vector<qint64>{4, 3, 2, 1})); // by listing, seller, time
    const Offer& last = offers->back();
    QCOMPARE(last.listingNo, 2);
    QCOMPARE(last.seller, QStringLiteral("b"));
    QVERIFY(last.price.currency == m_eur);
    QCOMPARE(last.price.value.micros(), 5'400'000);
    QCOMPARE(last.shipping.micros(), 600'000);
    QCOMPARE(last.theirPacks, 6);
    QCOMPARE(last.evidence, QStringLiteral("page 1"));
    QVERIFY(offers->front().match == MatchState::Suggested && offers->front().ourPacks == 2);
    QVERIFY((*offers)[2].state == OfferState::Quarantined && !(*offers)[2].inStock);
    QCOMPARE(m_store->offers(fromMillis(1000), fromMillis(2999))->size(), std::size_t(2)); // (since, until]
    QCOMPARE(m_store->offersFor(2, fromMillis(0), fromMillis(9000))->size(), std::size_t(3));
    QVERIFY(m_store->offersFor(99, fromMillis(0), fromMillis(9000))->empty());
  }

  void markingIsOneChangeWithOneEntry() {
    QVERIFY(m_store->markOffers(m_anna, {1, 2, 3}, OfferState::Quarantined, QStringLiteral("anomaly")));
    auto entries = m_journal->entries(0, 10);
    QVERIFY(entries && entries->size() == 1);
    QCOMPARE(entries->front().kind, QStringLiteral("offers.quarantined"));
    QCOMPARE(entries->front().body.value(QStringLiteral("count")).toInt(), 2); // number 2 was so already
    QVERIFY(m_store->markOffers(m_anna, {1, 2, 3}, OfferState::Quarantined, QStringLiteral("anomaly")));
    QVERIFY(m_store->markOffers(m_anna, {}, OfferState::Rejected, {}));
    QCOMPARE(m_journal->size().value_or(-1), 1);
    const Status unknown = m_store->markOffers(m_anna, {1, 404}, OfferState::Rejected, QStringLiteral("x"));
    QVERIFY(!unknown && unknown.error().is(u"market.unknown-offer"));
    const auto marked = m_store->offersFor(2, fromMillis(0), fromMillis(9000));
    QVERIFY(marked && marked->size() == 3);
    for (const Offer& o : *marked) {
      QVERIFY(o.state == OfferState::Quarantined);
      QCOMPARE(o.stateReason, QStringLiteral("anomaly"));
    }
  }

  void sourcesAndCompetitorsAreKeptByCode() {
    auto no = m_store->putSource(m_anna, source());
    QVERIFY2(no, no ? "" : qPrintable(no.error().debugText()));
    const Source kept = m_store->sources()->value(*no);
    QCOMPARE(kept.terms, source().terms);
    QVERIFY(kept.freshness == source().freshness && kept.publicData && !kept.informsDemand);
    Source changed = source();
    changed.publicData = false;
    QCOMPARE(m_store->putSource(m_anna, changed).value_or(-1), *no);
    QCOMPARE(m_store->putSource(m_anna, changed).value_or(-1), *no);
    QVERIFY(!m_store->sources()->value(*no).publicData);
    QCOMPARE(m_journal->size().value_or(-1), 2); // the unchanged one left none
    auto competitor = m_store->putCompetitor(m_anna, {0, QStringLiteral("shop"), QStringLiteral("The shop")});
    QVERIFY(competitor);
    QCOMPARE(m_store->putCompetitor(m_anna, {0, QStringLiteral("shop"), QStringLiteral("The store")}).value_or(-1),
             *competitor);
    QCOMPARE(m_store->competitors()->back().name, QStringLiteral("The store"));
    QVERIFY(m_journal->verify()->intact());
    Source nameless = source();
    nameless.code = QStringLiteral("  ");
    QVERIFY(m_store->putSource(m_anna, nameless).error().is(u"market.bad-source"));
    Source timeless = source();
    timeless.freshness = Duration(0);
    QVERIFY(m_store->putSource(m_anna, timeless).error().is(u"market.bad-source"));
    QVERIFY(m_store->putCompetitor(m_anna, {}).error().is(u"market.bad-competitor"));
  }

  void ratesAreTheNewestAtOrBefore() {
    const auto usdFor = [&](int day, Currency base) {
      auto rates = m_store->ratesOn(fromDayNumber(day), base);
      return rates ? rates->convert(Amount{Decimal::fromMicros(1'000'000), m_eur}, m_usd, Rounding::HalfEven)
                         .map([](const Amount& a) { return a.value.toString(); })
                         .value_or(QStringLiteral("none"))
                   : rates.error().code;
    };
    QCOMPARE(usdFor(11, m_eur), QStringLiteral("1.1"));
    QCOMPARE(usdFor(12, m_eur), QStringLiteral("1.2"));
    QCOMPARE(usdFor(99, m_eur), QStringLiteral("1.2"));
    QCOMPARE(usdFor(9, m_eur), QStringLiteral("fx.no-rate"));
    QCOMPARE(usdFor(11, m_usd), QStringLiteral("1.111111")); // no table in dollars: through the newest, in pounds
    QCOMPARE(usdFor(99, *Currency::fromCode(u"JPY")), QStringLiteral("fx.no-rate"));
    // A table of its own base serves while it is fresh; after that a newer one of another base does.
    QVERIFY(m_db->execute("INSERT INTO fx_rate (day, base, currency, units_per_base) VALUES "
                          "(15, 'GBP', 'EUR', '1.25'), (15, 'GBP', 'USD', '1.75')"));
    QCOMPARE(usdFor(19, m_eur), QStringLiteral("1.2")); // 7 days old
    QCOMPARE(usdFor(20, m_eur), QStringLiteral("1.4"));
    QCOMPARE(m_store->ratesOn(fromDayNumber(20), m_eur, std::chrono::days(8))->day(), fromDayNumber(12));
  }

  // What compares or adds up gets no rates rather than ones that are too old, by the settings and by the day.
  void whatIsTooOldConvertsNothing() {
    Settings settings;
    QVERIFY(settings.set(QStringLiteral("monitor.fx-limit.days"), 20));
    UsableRates rates(*m_store, m_eur, settings);
    QVERIFY(*rates.on(fromDayNumber(9)) == nullptr); // there are none yet
    const FxRates* last = *rates.on(fromDayNumber(32));
    QVERIFY(last && last->day() == fromDayNumber(12));
    QVERIFY(*rates.on(fromDayNumber(33)) == nullptr);
    QCOMPARE((*rates.on(fromDayNumber(11)))->day(), fromDayNumber(10)); // a past day has its own
    QVERIFY(*rates.on(fromDayNumber(32)) == last);
    QVERIFY(m_db->execute("UPDATE fx_rate SET units_per_base = 'broken' WHERE day = 12"));
    QVERIFY(!m_store->usableRates(fromDayNumber(12), m_eur, {})); // a damaged table is no missing one
  }
};

QTEST_GUILESS_MAIN(tst_OfferStore)
#include "tst_OfferStore.moc"
