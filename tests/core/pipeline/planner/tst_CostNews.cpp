// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/CostNews.h"

#include "support/Shop.h"

#include <QTest>

using namespace pricewright;
using test::need;
using test::take;

namespace {

const Instant kNow = *parseInstant(u"2026-03-02T09:00:00Z");
const Currency kUsd = *Currency::fromCode(u"USD");

// "days ago it begins : cost : import : days ago it was learnt", in the order in which they were believed.
std::vector<CostBelief> beliefsFrom(const QString& text) {
  std::vector<CostBelief> out;
  for (const QString& one : text.split(u' ', Qt::SkipEmptyParts)) {
    const QStringList part = one.split(u':');
    CostBelief b{1, dayOf(kNow) - std::chrono::days(part[0].toInt()), {*Decimal::parse(part[1]), kUsd}};
    b.importNo = part[2].toInt();
    b.learnt = kNow - std::chrono::days(part[3].toInt());
    out.push_back(b);
  }
  return out;
}

// A shop whose costs come in files.
struct CostFiles {
  test::Shop shop{5};
  void run(const QString& sql) { need(take(Query::prepare(*shop.db, sql.toUtf8().constData())).run()); }
  void file(int no, int daysAgo) {
    run(QStringLiteral("INSERT INTO import_batch (no, id, kind, file_name, file_sha256, mapping, rows_read, rows_new, "
                       "rows_changed, rows_same, rows_rejected, digest, state, at_ms) VALUES "
                       "(%1, 'i%1', 'costs', 'c', '', '', 1, 1, 0, 0, 0, '', 'applied', %2)")
            .arg(no)
            .arg(toMillis(kNow - std::chrono::days(daysAgo))));
  }
  void row(int listing, int file, int daysAgo, qint64 micro) {
    run(QStringLiteral("INSERT OR REPLACE INTO cost (listing_no, kind, from_day, amount_micro, currency, import_no) "
                       "VALUES (%1, 'replacement', %2, %3, 'USD', %4)")
            .arg(listing)
            .arg(toDayNumber(dayOf(kNow)) - daysAgo)
            .arg(micro)
            .arg(file));
  }
  void overwrite(int listing, int file, int daysAgo, qint64 before, int fileBefore, qint64 micro) {
    run(QStringLiteral("INSERT INTO import_undo (import_no, position, table_name, row_before) VALUES (%1, %2, 'cost', "
                       "'{\"listing_no\":%2,\"kind\":\"replacement\",\"from_day\":%3,\"amount_micro\":%4,"
                       "\"currency\":\"USD\",\"import_no\":%5}')")
            .arg(file)
            .arg(listing)
            .arg(toDayNumber(dayOf(kNow)) - daysAgo)
            .arg(before)
            .arg(fileBefore));
    row(listing, file, daysAgo, micro);
  }
  CostNews news() { return take(loadCostNews(*shop.db, dayOf(kNow), kNow)); }
};

} // namespace

// What a user relies on: a cost file that slipped decides no price by itself, however it is dated.
class TestCostNews : public QObject {
  Q_OBJECT
 private slots:
  void aCostIsHeldAgainstTheLastUndoubtedOne_data() {
    QTest::addColumn<QString>("beliefs");
    QTest::addColumn<int>("doubt"); // 0 none, 1 jump, 2 slip
    QTest::addColumn<bool>("hundredfold");
    const auto row = [](const char* name, const char* beliefs, int doubt, bool hundredfold = false) {
      QTest::newRow(name) << QString::fromLatin1(beliefs) << doubt << hundredfold;
    };
    row("nothing to compare with", "5:3.03:1:5", 0);
    row("the same again", "400:3.03:1:400 0:3.03:2:0", 0);
    row("a third more", "400:3.00:1:400 0:4.00:2:0", 0);
    row("half more, exactly", "400:3.00:1:400 0:4.50:2:0", 0);
    row("more than half more", "400:3.00:1:400 0:4.51:2:0", 1);
    row("slipped, dated today", "400:3.03:1:400 0:0.0303:2:0", 2, true);
    row("slipped, dated back by 11 days", "400:3.03:1:400 11:0.0303:2:0", 2, true);
    row("slipped, dated back by 200 days", "400:3.03:1:400 200:0.0303:2:0", 2, true);
    row("slipped upwards", "400:3.03:1:400 11:303:2:0", 2, true);
    row("by ten", "400:3.03:1:400 11:0.303:2:0", 2);
    row("by a thousand", "400:3.03:1:400 11:0.00303:2:0", 2);
    row("the row of the same day replaced", "400:3.03:1:400 400:0.0303:2:0", 2, true);
    row("slipped for the third week", "400:3.03:1:400 14:0.0303:2:14 7:0.0303:3:7 0:0.0304:4:0", 2, true);
    row("slipped and mended", "400:3.03:1:400 14:0.0303:2:14 0:3.05:3:0", 0);
    row("a jump ten days ago", "400:3.00:1:400 10:5.00:2:10", 0);
    row("a jump ten days ago, learnt today", "400:3.00:1:400 10:5.00:2:0", 1);
    row("a slip a month ago", "400:3.03:1:400 30:0.0303:2:30", 2, true);
    row("a slip of a hundred days stands", "400:3.03:1:400 100:0.0303:2:100", 0);
    row("both with the first file: its own date counts", "400:3.00:1:0 200:0.03:1:0", 0);
    row("both with the first file, a week ago", "400:3.00:1:0 5:5.00:1:0", 1);
    row("a cost of nothing before", "400:0:1:400 0:3.00:2:0", 0);
  }
  void aCostIsHeldAgainstTheLastUndoubtedOne() {
    QFETCH(QString, beliefs);
    QFETCH(int, doubt);
    const CostVerdict verdict = judgeCosts(beliefsFrom(beliefs), kNow);
    QCOMPARE(int(verdict.doubt), doubt);
    if (doubt == 2)
      QTEST(verdict.hundredfold, "hundredfold");
  }

  void anotherCurrencyIsNotCompared() {
    std::vector<CostBelief> beliefs = beliefsFrom(QStringLiteral("400:3.03:1:400 0:450:2:0"));
    beliefs[1].amount.currency = *Currency::fromCode(u"JPY");
    QCOMPARE(judgeCosts(beliefs, kNow).doubt, CostDoubt::None);
  }

  void aFileThatSlippedIsOneFeed_data() {
    QTest::addColumn<int>("slipped"); // of five listings
    QTest::addColumn<int>("backdated");
    QTest::addColumn<int>("learnt"); // days ago
    QTest::addColumn<int>("doubts");
    QTest::addColumn<int>("feeds");
    QTest::newRow("all") << 5 << 0 << 0 << 5 << 1;
    QTest::newRow("all, dated back") << 5 << 11 << 0 << 5 << 1;
    QTest::newRow("most") << 3 << 11 << 0 << 3 << 1;
    QTest::newRow("fewer than half") << 2 << 11 << 0 << 2 << 0;
    QTest::newRow("none") << 0 << 11 << 0 << 0 << 0;
    QTest::newRow("nine days ago: the listings wait, the cycle does not") << 5 << 11 << 9 << 5 << 0;
  }
  void aFileThatSlippedIsOneFeed() {
    QFETCH(int, slipped);
    QFETCH(int, backdated);
    QFETCH(int, learnt);
    for (const bool replaced : {false, true}) {
      CostFiles files;
      files.file(1, 300);
      files.file(2, learnt);
      for (int listing = 1; listing <= 5; ++listing) {
        const qint64 before = 3'000'000 + listing, now = listing <= slipped ? before / 100 : before + 10'000;
        files.row(listing, 1, 300, before);
        if (replaced)
          files.overwrite(listing, 2, 300, before, 1, now);
        else
          files.row(listing, 2, backdated, now);
      }
      const CostNews news = files.news();
      QTEST(int(news.doubts.size()), "doubts");
      QTEST(news.feedsMovedByFactor, "feeds");
      for (const auto& [listing, doubt] : news.doubts)
        QCOMPARE(doubt, CostDoubt::Slip);
    }
  }

  void twoSlipsAreNoFeed() {
    CostFiles files;
    files.file(1, 300);
    files.file(2, 0);
    for (int listing = 1; listing <= 2; ++listing) {
      files.row(listing, 1, 300, 3'000'000);
      files.row(listing, 2, 3, 30'000);
    }
    QCOMPARE(files.news().feedsMovedByFactor, 0);
    QCOMPARE(files.news().doubts.size(), std::size_t(2));
  }

  // A file that was taken back has overwritten nothing.
  void whatWasTakenBackIsNoNews() {
    CostFiles files;
    files.file(1, 300);
    files.file(2, 0);
    files.overwrite(1, 2, 300, 300'000'000, 1, 3'000'000);
    QCOMPARE(files.news().doubts.size(), std::size_t(1));
    files.run(QStringLiteral("UPDATE import_batch SET state = 'undone' WHERE no = 2"));
    QVERIFY(files.news().doubts.empty());
  }
};

QTEST_GUILESS_MAIN(TestCostNews)
#include "tst_CostNews.moc"
