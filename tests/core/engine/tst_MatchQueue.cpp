// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/MatchQueue.h"

#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Matched : SmallMarket {
  Matched() {
    sql("UPDATE sku SET name = 'Sunny Valley orange juice with pulp 1 l', brand = 'Sunny Valley', gtin = "
        "'4006381333931' WHERE no = 1;"
        "UPDATE sku SET name = 'Sunny Valley apple juice cloudy 1 l', brand = 'Sunny Valley' WHERE no = 2;"
        "UPDATE sku SET name = 'Highland black tea 50 bags', brand = 'Highland' WHERE no = 3");
  }
  QString file(const QByteArray& rows, const char* header = "code,title,brand,gtin,price,currency") {
    const QString path = dir.filePath(QStringLiteral("theirs.csv"));
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(QByteArray(header) + "\n" + rows) < 0)
      qFatal("cannot write");
    return path;
  }
  MatchReport suggest(const QByteArray& rows, double confirmFrom = 1.1) {
    MatchWish wish;
    wish.file = file(rows), wish.competitor = QStringLiteral("bigbox"), wish.confirmFrom = confirmFrom;
    return take(suggestMatches(*ws, wish, {}));
  }
};

constexpr char kTheirs[] = "A1,\"Orange Juice, Sunny Valley, with pulp, 1L\",Sunny Valley,4006381333931,2.99,USD\n"
                           "A2,Sunny Valley Apple juice (cloudy) 1 litre,Sunny Valley,,2.79,USD\n"
                           "A3,Garden hose 20 m,Flexo,,19.99,USD\n"
                           ",no code,,,,\n";

} // namespace

class MatchQueueTest : public QObject {
  Q_OBJECT
 private slots:
  void suggestionsWaitForAPerson() {
    Matched m;
    const MatchReport report = m.suggest(kTheirs);
    QCOMPARE(report.products, 3);
    QCOMPARE(report.unreadable, 1);
    QCOMPARE(report.without, 1); // the hose
    const auto queue = take(matchQueue(*m.ws, MatchState::Suggested, 100));
    QVERIFY(queue.size() >= 4); // two products in two zones
    QCOMPARE(queue.front().sku, QStringLiteral("SKU-01"));
    QVERIFY(queue.front().match.confidence > 0.95);
    QCOMPARE(queue.front().competitor, QStringLiteral("bigbox"));
    for (const MatchRow& r : queue)
      QVERIFY(r.match.externalCode != u"A3");
  }

  // What somebody has decided stays so.
  void decisionsAreKept() {
    Matched m;
    m.suggest(kTheirs);
    const auto queue = take(matchQueue(*m.ws, MatchState::Suggested, 100));
    MatchStore store(m.ws->database(), m.ws->journal(), m.ws->planner().tools().ids);
    need(store.decide(m.ws->me(), {queue[0].match.no}, MatchState::Confirmed));
    need(store.decide(m.ws->me(), {queue[1].match.no}, MatchState::Rejected));
    QCOMPARE(m.suggest(kTheirs).suggested, 0);
    QCOMPARE(take(matchQueue(*m.ws, MatchState::Suggested, 100)).size(), queue.size() - 2);
    const auto rejected = take(matchQueue(*m.ws, MatchState::Rejected, 100));
    QCOMPARE(rejected.size(), std::size_t(1));
    QCOMPARE(rejected.front().match.confirmedBy, QStringLiteral("dora"));
    QCOMPARE(store.decide(m.ws->me(), {99'999}, MatchState::Confirmed).error().code,
             QStringLiteral("market.unknown-match"));
  }

  // A person decides a product once, wherever it is sold, and sees what speaks for it and what against.
  void pairsSpanZones() {
    Matched m;
    m.suggest("A1,\"Orange Juice, Sunny Valley, with pulp, 1L\",Sunny Valley,4006381333931,2.99,USD\n"
              "A2,Sunny Valley Apple juice (cloudy) 2 litre,Other Brand,,2.79,USD\n");
    const auto rows = take(matchQueue(*m.ws, MatchState::Suggested, 100));
    const auto pairs = take(matchPairs(*m.ws, MatchState::Suggested, 100));
    std::size_t matches = 0;
    for (const MatchPair& p : pairs) {
      QCOMPARE(p.zones, (QStringList{QStringLiteral("Z1"), QStringLiteral("Z2")}));
      QCOMPARE(p.matches.size(), std::size_t(2));
      matches += p.matches.size();
    }
    QCOMPARE(matches, rows.size());
    const MatchPair& surest = pairs.front();
    QCOMPARE(surest.sku, QStringLiteral("SKU-01"));
    QCOMPARE(surest.externalCode, QStringLiteral("A1"));
    QCOMPARE(surest.competitor, QStringLiteral("bigbox"));
    QVERIFY(surest.confidence > 0.95);
    QVERIFY(surest.evidence.contains(QStringLiteral("gtin")));
    QVERIFY(surest.against.isEmpty());
    const auto doubtful = std::find_if(
        pairs.begin(), pairs.end(), [](const MatchPair& p) { return p.externalCode == u"A2" && p.sku == u"SKU-02"; });
    QVERIFY(doubtful != pairs.end());
    QVERIFY(doubtful->confidence < 0.8);
    QVERIFY(doubtful->evidence.contains(QStringLiteral("packs:2/1")));
    QVERIFY(doubtful->against.contains(QStringLiteral("-size-differs")));
    QCOMPARE(doubtful->theirPacks, 2); // two litres for one of ours
    QCOMPARE(doubtful->ourPacks, 1);
    for (const QString& code : doubtful->against) // the mark by which whoever shows them tells them apart
      QVERIFY(code.startsWith(u'-'));
    for (const QString& code : doubtful->evidence)
      QVERIFY(!code.startsWith(u'-'));
    for (std::size_t i = 1; i < pairs.size(); ++i)
      QVERIFY(pairs[i - 1].confidence >= pairs[i].confidence);
    // Fewer pairs, but none of them without one of its zones.
    const auto first = take(matchPairs(*m.ws, MatchState::Suggested, 1));
    QCOMPARE(first.size(), std::size_t(1));
    QCOMPARE(first.front().matches, surest.matches);
    QVERIFY(take(matchPairs(*m.ws, MatchState::Suggested, 0)).empty());
  }

  void pairsAreDecidedTogether() {
    Matched m;
    m.suggest(kTheirs);
    const auto pairs = take(matchPairs(*m.ws, MatchState::Suggested, 100));
    QVERIFY(pairs.size() >= 2);
    const qint64 entries = m.count("SELECT count(*) FROM audit_entry WHERE kind = 'matches.decided'");
    need(decideMatches(*m.ws, pairs[0].matches, MatchState::Confirmed));
    need(decideMatches(*m.ws, pairs[1].matches, MatchState::Rejected));
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'matches.decided'"), entries + 2);
    QCOMPARE(take(matchPairs(*m.ws, MatchState::Suggested, 100)).size(), pairs.size() - 2);
    const auto rejected = take(matchPairs(*m.ws, MatchState::Rejected, 100));
    QCOMPARE(rejected.size(), std::size_t(1));
    QCOMPARE(rejected[0].matches, pairs[1].matches);
    QCOMPARE(rejected[0].confirmedBy, QStringLiteral("dora"));
    QCOMPARE(rejected[0].state, MatchState::Rejected);
    QCOMPARE(rejected[0].evidence, pairs[1].evidence); // still there for who looks again
    // All of them or none.
    std::vector<int> some = pairs[1].matches;
    some.push_back(99'999);
    QCOMPARE(decideMatches(*m.ws, some, MatchState::Confirmed).error().code, QStringLiteral("market.unknown-match"));
    QCOMPARE(take(matchPairs(*m.ws, MatchState::Rejected, 100)).size(), std::size_t(1));
    need(decideMatches(*m.ws, pairs[1].matches, MatchState::Suggested)); // taken back
    QCOMPARE(take(matchPairs(*m.ws, MatchState::Suggested, 100)).size(), pairs.size() - 1);
  }

  void nothingCountsAtOnceUnlessAsked() {
    Matched m;
    QCOMPARE(m.suggest(kTheirs, 0.95).confirmed, 2); // the same GTIN, in both zones
    QCOMPARE(m.suggest(kTheirs).confirmed, 0);
  }

  // Brand and part number confirm where somebody allows it; the number without the brand never does.
  void aPartNumberConfirmsWithItsBrandOnly() {
    Matched m;
    m.sql("UPDATE sku SET mpn = 'HBT-50' WHERE no = 3; UPDATE sku SET mpn = 'QX 900' WHERE no = 4");
    MatchWish wish;
    wish.file = m.file("B1,Schwarztee Beutel,Highland,hbt50\nB2,Etwas anderes,,QX-900\n", "code,title,Hersteller,mpn");
    wish.competitor = QStringLiteral("bigbox"), wish.confirmFrom = 0.5;
    const MatchReport report = take(suggestMatches(*m.ws, wish, {}));
    QCOMPARE(report.confirmed, 2); // in both zones
    const auto confirmed = take(matchPairs(*m.ws, MatchState::Confirmed, 100));
    const auto isOf = [](const char* code) {
      return [code](const MatchPair& p) { return p.externalCode == QLatin1String(code); };
    };
    const auto byBrand = std::find_if(confirmed.begin(), confirmed.end(), isOf("B1"));
    QVERIFY(byBrand != confirmed.end());
    QCOMPARE(byBrand->sku, QStringLiteral("SKU-03"));
    QVERIFY(byBrand->evidence.contains(QStringLiteral("mpn")) && byBrand->evidence.contains(QStringLiteral("brand")));
    QVERIFY(std::none_of(confirmed.begin(), confirmed.end(), isOf("B2")));
    const auto waiting = take(matchPairs(*m.ws, MatchState::Suggested, 100));
    const auto alone = std::find_if(waiting.begin(), waiting.end(), isOf("B2"));
    QVERIFY(alone != waiting.end());
    QCOMPARE(alone->sku, QStringLiteral("SKU-04"));
    QVERIFY(alone->evidence.contains(QStringLiteral("mpn-alone")));
  }

  void filesThatCannotBeReadSaySo() {
    Matched m;
    MatchWish wish;
    wish.file = m.file("1,2\n", "price,currency"), wish.competitor = QStringLiteral("bigbox");
    QCOMPARE(suggestMatches(*m.ws, wish, {}).error().code, QStringLiteral("import.missing-field"));
    wish.file = QStringLiteral("/nowhere.csv");
    QVERIFY(!suggestMatches(*m.ws, wish, {}));
  }
};

QTEST_GUILESS_MAIN(MatchQueueTest)
#include "tst_MatchQueue.moc"
