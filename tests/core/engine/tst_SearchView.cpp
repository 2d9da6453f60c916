// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One box finds products, competitors' products, decisions and entries, whatever is typed into it.
#include "engine/views/SearchView.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;
using Kind = SearchHit::Kind;

namespace {

std::vector<SearchHit> find(SmallMarket& market, const QString& words, int most = 5) {
  return take(searchWorkspace(*market.ws, words, most, {}));
}
int count(const std::vector<SearchHit>& hits, Kind kind) {
  return int(std::count_if(hits.begin(), hits.end(), [&](const SearchHit& h) { return h.kind == kind; }));
}

} // namespace

class SearchViewTest : public QObject {
  Q_OBJECT
  std::unique_ptr<SmallMarket> m_market;
  int m_hours = 50;

 private slots:
  void initTestCase() {
    m_market = std::make_unique<SmallMarket>();
    SmallMarket& m = *m_market;
    m.sql("UPDATE sku SET code = 'OJ-TRO-64', name = 'Tropicana Première 64 oz', gtin = '0001234567895', mpn = "
          "'TP.64/QX' WHERE no = 1; "
          "UPDATE product_match SET title = 'Trópicana juice large' WHERE listing_no IN (SELECT no FROM listing WHERE "
          "sku_no = 1)");
    for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
      need(m.ws->catalog().setSetting(m.ws->me(), QString::fromLatin1(limit), 1.0));
    m.cycle();
  }

  void wordsInAnyOrderBegunAndWithoutAccents_data() {
    QTest::addColumn<QString>("words");
    for (const char* words : {"OJ-TRO-64", "oj tro", "trop prem", "première", "premi", "64 tropicana", "0001234567895",
                              "tp.64", "  OJ_TRO ", "tropicana*", "\"tropicana\"", "tro-64"})
      QTest::newRow(words) << QString::fromUtf8(words);
  }
  void wordsInAnyOrderBegunAndWithoutAccents() {
    QFETCH(QString, words);
    const auto hits = find(*m_market, words);
    QVERIFY(!hits.empty());
    QCOMPARE(hits.front().kind, Kind::Product);
    QCOMPARE(hits.front().sku, QStringLiteral("OJ-TRO-64"));
  }

  void decisionsAndOffersComeWithTheProduct() {
    const auto hits = find(*m_market, QStringLiteral("tropicana"));
    QVERIFY(count(hits, Kind::Decision) > 0);
    QVERIFY2(count(hits, Kind::Offer) > 0, "competitors' titles are found, accents aside");
    for (const SearchHit& h : hits)
      if (h.kind == Kind::Decision) {
        QVERIFY(!h.decision.isNull() && h.sku == u"OJ-TRO-64");
        const auto byId = find(*m_market, h.decision.toString().left(13));
        QVERIFY(count(byId, Kind::Decision) > 0);
      }
    QVERIFY(count(find(*m_market, QStringLiteral("tropicana"), 1), Kind::Decision) <= 1);
  }

  void entriesByNumberAndText() {
    const auto byNumber = find(*m_market, QStringLiteral("#3"));
    QCOMPARE(count(byNumber, Kind::Entry), 1);
    QCOMPARE(byNumber.back().sequence, 3);
    QVERIFY(count(find(*m_market, QStringLiteral("guardrail.step")), Kind::Entry) > 0);
    QCOMPARE(count(find(*m_market, QStringLiteral("#99999999")), Kind::Entry), 0);
  }

  void marksAreNoOperators_data() {
    QTest::addColumn<QString>("words");
    for (const char* words : {"", " ", "\"", "*", "NEAR(", "a AND", "OR", "NOT x", "words:", "-", "(", "')--", "^tro",
                              "#", "{x y}: z", "\xF0\x9F\x8D\x8A", "a\"b"})
      QTest::newRow(words) << QString::fromUtf8(words);
    QTest::newRow("long") << QStringLiteral("tro ").repeated(5'000);
    QTest::newRow("zero") << QString(QChar(0)) + QStringLiteral("tro");
  }
  void marksAreNoOperators() {
    QFETCH(QString, words);
    QVERIFY(searchWorkspace(*m_market->ws, words, 5, {}));
  }

  void theIndexFollowsWhoeverWrites() {
    SmallMarket& m = *m_market;
    const auto run = [&](const char* text) {
      m.sql(text);
      need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("approval.expiry.hours"), ++m_hours)); // any command
    };
    run("UPDATE sku SET name = 'Grapefruit' WHERE no = 2");
    QCOMPARE(count(find(m, QStringLiteral("grapefr")), Kind::Product), 1);
    run("UPDATE sku SET name = 'Lime' WHERE no = 2");
    QCOMPARE(count(find(m, QStringLiteral("grapefr")), Kind::Product), 0);
    run("UPDATE product_match SET title = '' WHERE title <> ''");
    QCOMPARE(count(find(m, QStringLiteral("large")), Kind::Offer), 0);
    QCOMPARE(m.count("SELECT count(*) FROM search_text"), m.count("SELECT count(*) FROM sku"));
  }

  void itCanBeStopped() {
    std::stop_source stop;
    stop.request_stop();
    JobContext job;
    job.stop = stop.get_token();
    const auto hits = searchWorkspace(*m_market->ws, QStringLiteral("tropicana"), 5, job);
    QVERIFY(!hits && hits.error().is(u"engine.cancelled"));
  }
};

QTEST_GUILESS_MAIN(SearchViewTest)
#include "tst_SearchView.moc"
