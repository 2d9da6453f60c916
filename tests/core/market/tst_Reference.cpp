// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/Reference.h"

#include <QTest>

#include <random>

using namespace pricewright;

// A stands behind the gouging, price-war and matching rules, so each offer that must not count is tried, and what holds
// for all offers is tried on seeded random ones.
class tst_Reference : public QObject {
  Q_OBJECT

  const Currency m_usd = *Currency::fromCode(u"USD"), m_eur = *Currency::fromCode(u"EUR");
  const Instant m_now = fromMillis(1'700'000'000'000);
  QHash<int, Source> m_sources;

  Offer offer(qint64 no, const char* seller, const char* price, std::chrono::minutes age = std::chrono::minutes(60)) {
    Offer o;
    o.no = no;
    o.matchNo = static_cast<int>(no);
    o.competitorNo = o.matchNo;
    o.sourceNo = 1;
    o.seller = QString::fromUtf8(seller);
    o.price = {*Decimal::parse(QString::fromLatin1(price)), m_usd};
    o.observedAt = m_now - age;
    return o;
  }
  CompetitorReference of(const std::vector<Offer>& offers, const FxRates* rates = nullptr) {
    return competitorReference(offers, m_sources, m_usd, rates, m_now);
  }
  static QString text(const std::optional<Amount>& a) { return a ? a->value.toString() : QStringLiteral("none"); }

  // Some of everything: ages around the limit, packs, states, shipping, sellers that repeat.
  std::vector<Offer> randomOffers(std::mt19937_64& random) {
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    std::vector<Offer> offers;
    const int count = pick(0, 14);
    for (int i = 0; i < count; ++i) {
      Offer o =
          offer(i + 1, qPrintable(QStringLiteral("s%1").arg(pick(1, 7))), "1", std::chrono::minutes(pick(-90, 4000)));
      o.matchNo = pick(1, 5);
      o.sourceNo = pick(0, 3);
      o.price.value = Decimal::fromMicros(pick(0, 40) * 137'000LL);
      o.shipping = Decimal::fromMicros(pick(0, 3) * 250'000LL);
      o.theirPacks = pick(1, 6);
      o.ourPacks = pick(1, 6);
      o.inStock = pick(0, 5) > 0;
      o.match = pick(0, 6) > 0 ? MatchState::Confirmed : MatchState::Suggested;
      o.state = pick(0, 6) > 0 ? OfferState::Accepted : OfferState::Quarantined;
      offers.push_back(o);
    }
    return offers;
  }
  static bool same(const CompetitorReference& a, const CompetitorReference& b) {
    return a.median == b.median && a.lowest == b.lowest && a.highest == b.highest && a.sellers == b.sellers &&
           a.stale == b.stale && a.excluded == b.excluded && a.oldest == b.oldest && a.why == b.why &&
           a.offerNos == b.offerNos;
  }

 private slots:
  void initTestCase() {
    for (const int no : {1, 2, 3}) {
      Source s;
      s.no = no;
      s.code = QString::number(no);
      m_sources.insert(no, s);
    }
    m_sources[2].freshness = std::chrono::hours(24 * 8); // a weekly panel
    m_sources[3].publicData = false;
  }

  void theMedianIsExact_data() {
    QTest::addColumn<QStringList>("prices");
    QTest::addColumn<QString>("median");
    const auto row = [](const char* name, const QStringList& prices, const char* median) {
      QTest::newRow(name) << prices << QString::fromLatin1(median);
    };
    row("two", {QStringLiteral("1.00"), QStringLiteral("2.00")}, "1.5");
    row("three, not the mean", {QStringLiteral("1.00"), QStringLiteral("9.00"), QStringLiteral("2.00")}, "2");
    row("half a millionth to even, down", {QStringLiteral("0.000002"), QStringLiteral("0.000003")}, "0.000002");
    row("half a millionth to even, up", {QStringLiteral("0.000003"), QStringLiteral("0.000004")}, "0.000004");
    row("no binary fractions", {QStringLiteral("0.1"), QStringLiteral("0.2")}, "0.15");
    row("as large as there is", {QStringLiteral("9223372036854.775807"), QStringLiteral("9223372036854.775805")},
        "9223372036854.775806");
  }
  void theMedianIsExact() {
    QFETCH(const QStringList, prices);
    QFETCH(const QString, median);
    std::vector<Offer> offers;
    for (const QString& p : prices) {
      const auto no = static_cast<qint64>(offers.size()) + 1;
      offers.push_back(offer(no, qPrintable(QStringLiteral("s%1").arg(no)), qPrintable(p)));
    }
    const CompetitorReference a = of(offers);
    QCOMPARE(text(a.median), median);
    QCOMPARE(a.sellers, static_cast<int>(prices.size()));
    QVERIFY(a.why.isEmpty());
  }

  void deliveredPerOurContent() {
    Offer sixPack = offer(1, "a", "5.40");
    sixPack.shipping = *Decimal::parse(u"0.60");
    sixPack.theirPacks = 6; // six of ours: a sixth of 6.00
    Offer single = offer(2, "b", "0.50");
    single.ourPacks = 4; // theirs holds a quarter of ours: four times 0.50
    const CompetitorReference a = of({sixPack, single});
    QCOMPARE(text(a.lowest), QStringLiteral("1"));
    QCOMPARE(text(a.highest), QStringLiteral("2"));
    QCOMPARE(text(a.median), QStringLiteral("1.5"));
  }

  void whatMustNotCount_data() {
    QTest::addColumn<std::function<void(Offer&)>>("spoil");
    QTest::addColumn<int>("stale");
    QTest::addColumn<int>("excluded");
    using Spoil = std::function<void(Offer&)>;
    const auto row = [](const char* name, int stale, int excluded, Spoil spoil) {
      QTest::newRow(name) << std::move(spoil) << stale << excluded;
    };
    row("not confirmed", 0, 1, [](Offer& o) { o.match = MatchState::Suggested; });
    row("match rejected", 0, 1, [](Offer& o) { o.match = MatchState::Rejected; });
    row("out of stock", 0, 1, [](Offer& o) { o.inStock = false; });
    row("quarantined", 0, 1, [](Offer& o) { o.state = OfferState::Quarantined; });
    row("rejected", 0, 1, [](Offer& o) { o.state = OfferState::Rejected; });
    row("non-public source", 0, 1, [](Offer& o) { o.sourceNo = 3; });
    row("unknown source", 0, 1, [](Offer& o) { o.sourceNo = 9; });
    row("currency without rate", 0, 1, [this](Offer& o) { o.price.currency = m_eur; });
    row("no currency", 0, 1, [](Offer& o) { o.price.currency = Currency(); });
    row("price zero", 0, 1, [](Offer& o) { o.price.value = Decimal(); });
    row("price negative", 0, 1, [](Offer& o) { o.price.value = Decimal::fromMicros(-1); });
    row("shipping negative", 0, 1, [](Offer& o) { o.shipping = Decimal::fromMicros(-1); });
    row("delivered beyond all", 0, 1, [](Offer& o) {
      o.price.value = Decimal::fromMicros(std::numeric_limits<qint64>::max());
      o.shipping = Decimal::fromMicros(1);
    });
    row("per content beyond all", 0, 1, [](Offer& o) {
      o.price.value = Decimal::fromMicros(std::numeric_limits<qint64>::max());
      o.ourPacks = 2;
    });
    row("their packs zero", 0, 1, [](Offer& o) { o.theirPacks = 0; });
    row("our packs negative", 0, 1, [](Offer& o) { o.ourPacks = -1; });
    row("stale", 1, 0, [this](Offer& o) { o.observedAt = m_now - std::chrono::hours(24) - Duration(1); });
    row("as old as time", 1, 0, [](Offer& o) { o.observedAt = fromMillis(std::numeric_limits<qint64>::min()); });
    row("from the future", 0, 0, [this](Offer& o) { o.observedAt = m_now + Duration(1); });
  }
  void whatMustNotCount() {
    QFETCH(const std::function<void(Offer&)>, spoil);
    QFETCH(const int, stale);
    QFETCH(const int, excluded);
    std::vector<Offer> offers{offer(1, "a", "1.00"), offer(2, "b", "2.00"), offer(3, "c", "90.00")};
    QCOMPARE(text(of(offers).median), QStringLiteral("2"));
    spoil(offers[2]);
    const CompetitorReference a = of(offers);
    QCOMPARE(text(a.median), QStringLiteral("1.5"));
    QCOMPARE(a.sellers, 2);
    QCOMPARE(a.stale, stale);
    QCOMPARE(a.excluded, excluded);
    QCOMPARE(a.offerNos, (std::vector<qint64>{1, 2}));
    spoil(offers[1]); // and one seller alone decides nothing
    const CompetitorReference one = of(offers);
    QVERIFY(!one.median && !one.lowest && !one.highest);
    QCOMPARE(one.sellers, 1);
    QVERIFY(one.why == u"too-few-sellers" || one.why == u"no-rate");
  }

  void exactlyAtTheLimitIsFresh() {
    const std::vector<Offer> offers{offer(1, "a", "1.00", std::chrono::hours(24)), offer(2, "b", "2.00")};
    QCOMPARE(of(offers).sellers, 2);
    std::vector<Offer> panel = offers;
    panel[0].observedAt = m_now - std::chrono::hours(24 * 8);
    panel[0].sourceNo = 2;
    QCOMPARE(of(panel).sellers, 2);
    QCOMPARE(*of(panel).oldest, panel[0].observedAt);
  }

  void oneASellerTheNewest() {
    std::vector<Offer> offers{offer(1, "a", "1.00"), offer(2, "b", "2.00"),
                              offer(3, " A ", "5.00", std::chrono::minutes(5))};
    QCOMPARE(text(of(offers).lowest), QStringLiteral("2"));
    QCOMPARE(text(of(offers).highest), QStringLiteral("5"));
    // The seller sold out since: the older price of the same product is history and does not come back.
    offers[2].matchNo = offers[0].matchNo;
    offers[2].inStock = false;
    const CompetitorReference soldOut = of(offers);
    QCOMPARE(soldOut.sellers, 1);
    QCOMPARE(soldOut.excluded, 1);
    // Another product of his is still there.
    offers[2].matchNo = 77;
    QCOMPARE(of(offers).sellers, 2);
    // A doubtful observation does not displace the one before it.
    offers[2].matchNo = offers[0].matchNo;
    offers[2].inStock = true;
    offers[2].state = OfferState::Quarantined;
    QCOMPARE(text(of(offers).lowest), QStringLiteral("1"));
  }

  void namelessSellersAreTheirCompetitors() {
    std::vector<Offer> offers{offer(1, "", "1.00"), offer(2, "", "2.00")};
    QCOMPARE(of(offers).sellers, 2);
    offers[1].competitorNo = offers[0].competitorNo;
    QCOMPARE(of(offers).sellers, 1);
  }

  void otherCurrenciesNeedARate() {
    std::vector<Offer> offers{offer(1, "a", "1.00"), offer(2, "b", "2.00")};
    offers[1].price.currency = m_eur;
    QCOMPARE(of(offers).why, QStringLiteral("no-rate"));
    FxRates rates(m_eur, dayOf(m_now));
    QVERIFY(rates.set(m_usd, u"1.25"));
    const CompetitorReference a = of(offers, &rates);
    QCOMPARE(text(a.highest), QStringLiteral("2.5"));
    QVERIFY(a.median && a.median->currency == m_usd);
    QCOMPARE(of({}).why, QStringLiteral("no-offers"));
    QCOMPARE(of({offers[0]}).why, QStringLiteral("too-few-sellers"));
    QCOMPARE(of({offers[1]}).why, QStringLiteral("too-few-sellers")); // with a rate it would still be one
  }

  void theOrderOfOffersDoesNotMatter() {
    std::mt19937_64 random(20240301);
    int decided = 0;
    for (int round = 0; round < 2000; ++round) {
      std::vector<Offer> offers = randomOffers(random);
      if (round % 3 == 0 && offers.size() > 1) { // ties in time and number
        offers[1].observedAt = offers[0].observedAt;
        offers[1].seller = offers[0].seller;
        offers[1].matchNo = offers[0].matchNo;
        offers[1].no = offers[0].no;
      }
      const CompetitorReference a = of(offers);
      decided += a.median ? 1 : 0;
      std::shuffle(offers.begin(), offers.end(), random);
      QVERIFY2(same(a, of(offers)), qPrintable(QStringLiteral("round %1").arg(round)));
    }
    QVERIFY2(decided > 300, "the generator must reach decided references too");
  }

  void timeOnlyTakesAway() {
    std::mt19937_64 random(20240302);
    for (int round = 0; round < 1000; ++round) {
      std::vector<Offer> offers = randomOffers(random);
      for (Offer& o : offers)
        o.observedAt = std::min(o.observedAt, m_now);
      CompetitorReference before = of(offers);
      for (int hours = 1; hours < 24 * 12; hours *= 2) {
        const CompetitorReference later =
            competitorReference(offers, m_sources, m_usd, nullptr, m_now + std::chrono::hours(hours));
        QVERIFY(later.sellers <= before.sellers && later.stale >= before.stale);
        before = later;
      }
      QVERIFY2(before.sellers == 0 && !before.median, "after ten days nothing is fresh");
    }
  }

  void scaleDoesNotMatter() {
    std::mt19937_64 random(20240303);
    for (int round = 0; round < 1000; ++round) {
      std::vector<Offer> offers = randomOffers(random);
      for (Offer& o : offers)
        o.theirPacks = 1; // no rounding: the scaled result is exact
      const CompetitorReference a = of(offers);
      std::vector<Offer> packed = offers, dearer = offers;
      for (Offer& o : packed) {
        o.theirPacks *= 7;
        o.ourPacks *= 7;
      }
      QVERIFY(same(a, of(packed)));
      for (Offer& o : dearer) {
        o.price.value = Decimal::fromMicros(o.price.value.micros() * 1000);
        o.shipping = Decimal::fromMicros(o.shipping.micros() * 1000);
      }
      const CompetitorReference b = of(dearer);
      QCOMPARE(b.median.has_value(), a.median.has_value());
      if (a.median)
        QCOMPARE(b.median->value.micros(), a.median->value.micros() * 1000);
      QCOMPARE(b.offerNos, a.offerNos);
    }
  }
};

QTEST_GUILESS_MAIN(tst_Reference)
#include "tst_Reference.moc"
