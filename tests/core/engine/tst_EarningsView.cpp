// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/EarningsView.h"
#include "engine/earnings/LiftResults.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

Currency cur(const char* code) { return *Currency::fromCode(QString::fromLatin1(code)); }

EarningsWish weeks(int n, EarningsAgainst against = EarningsAgainst::Previous) {
  EarningsWish wish;
  wish.weeks = n, wish.against = against;
  return wish;
}

// What SQL adds up on its own; every product of the small market is whole in millionths.
qint64 sold(SmallMarket& m, const char* where) {
  return m.count(qPrintable(QStringLiteral("SELECT sum(units_milli / 1000 * price_micro) FROM sale WHERE %1")
                                .arg(QString::fromLatin1(where))));
}

void rate(SmallMarket& m, int day, const char* unitsPerEuro) {
  Query q = take(Query::prepare(
      m.ws->database(), "INSERT INTO fx_rate (day, base, currency, units_per_base) VALUES (?, 'EUR', 'USD', ?)"));
  need(q.bind(1, day).bind(2, unitsPerEuro).run());
}

// Ten weeks later: the changed prices sold as their elasticity says, the others as before, all a fifth better.
void sellOn(SmallMarket& m, int listings, int skus) {
  const int monday = toDayNumber(dayOf(m.clock.now())) + 7; // the week of the publication is mixed
  Random random(77);
  for (int no = 1; no <= listings; ++no) {
    const int sku = 1 + (no - 1) % skus;
    const double base = 2.49 + sku, elasticity = sku % 3 == 0 ? -4.0 : -1.7;
    Query now = take(Query::prepare(m.ws->database(), "SELECT amount_minor FROM price WHERE listing_no = ?1 AND "
                                                      "to_ms IS NULL AND type = 'regular'"));
    const bool known = take(now.bind(1, no).step());
    const double price = known ? double(now.integer(0)) / 100 : base;
    for (int week = 0; week < 10; ++week) {
      const double units = 72 * std::pow(price / base, elasticity) * std::exp(0.08 * random.normal());
      Query q = take(Query::prepare(m.ws->database(), "INSERT INTO sale (listing_no, day, units_milli, price_micro, "
                                                      "regular_micro, import_no) VALUES (?, ?, ?, ?, ?, 0)"));
      q.bind(1, no).bind(2, monday + 7 * week).bind(3, qint64(std::llround(units)) * 1000);
      need(q.bind(4, qint64(std::llround(price * 1e6))).bind(5, qint64(std::llround(price * 1e6))).run());
    }
  }
  m.clock.advance(std::chrono::hours(24 * 7 * 12));
}

// Publishes what the cycle proposes in the first zones.
int publishIn(SmallMarket& m, const QStringList& zones) {
  m.cycle();
  const QueueSnapshot queue = take(m.ws->queue());
  std::vector<Ask> asks, others;
  for (const QueueRow& row : queue.pending)
    (zones.contains(row.zone) ? asks : others).push_back({row.id, row.contentHash});
  std::vector<Id> back;
  for (const QueueRow& row : queue.approved)
    if (!zones.contains(row.zone))
      back.push_back(row.id);
  take(m.ws->undo(back));
  need(m.ws->actAs(QStringLiteral("max")));
  int done = 0;
  for (const Answer& answer : take(m.ws->approve(asks)))
    done += answer.done;
  m.clock.advance(std::chrono::minutes(10));
  take(m.ws->publish({}));
  need(m.ws->actAs(QStringLiteral("dora")));
  return done;
}

} // namespace

class EarningsViewTest : public QObject {
  Q_OBJECT
 private slots:
  void revenueIsWhatWasSoldToTheLastMillionth() {
    SmallMarket m;
    const auto d = take(revenueDashboard(*m.ws, weeks(13)));
    const int end = toDayNumber(dayOf(m.clock.now()));
    QCOMPARE(toDayNumber(*d->through), end - 1);
    QCOMPARE(toDayNumber(d->period.from), end - 91);
    QCOMPARE(toDayNumber(d->before.to), end - 92);
    const QByteArray current = QByteArray("day >= ") + QByteArray::number(end - 91);
    const QByteArray previous =
        QByteArray("day < ") + QByteArray::number(end - 91) + " AND day >= " + QByteArray::number(end - 182);
    QCOMPARE(d->revenue.total.after, sold(m, current.constData()));
    QCOMPARE(d->revenue.total.before, sold(m, previous.constData()));
    QCOMPARE(d->revenue.total.sum(), d->revenue.total.change());
    QVERIFY(d->revenue.total.price != 0 && d->revenue.total.volume != 0 && d->revenue.total.currency == 0);
    BridgeParts categories, zones, profit;
    for (const EarningsRow& row : d->categories)
      need(addParts(categories, row.revenue)), need(addParts(profit, row.profit));
    for (const EarningsRow& row : d->zones)
      need(addParts(zones, row.revenue));
    QVERIFY(categories == d->revenue.total && zones == d->revenue.total && profit == d->profit.total);
    qint64 ofWeeks = 0;
    for (const EarningsWeek& week : d->weeks)
      ofWeeks += week.current ? week.revenueMicro : 0;
    QCOMPARE(d->weeks.size(), std::size_t(26));
    QCOMPARE(ofWeeks, d->revenue.total.after);
    QVERIFY(d->skus.empty() && d->leftOut.empty());
    // All was sold at the price that was set.
    QCOMPARE(*d->margin.percent, 100.0);
    QCOMPARE(d->margin.weeks, 13);
  }

  // Costs are known for the last 100 days only: of the weeks before, profit is said to be unknown.
  void unknownCostsAreSaid() {
    SmallMarket m;
    const auto d = take(revenueDashboard(*m.ws, weeks(13)));
    QCOMPARE(d->profit.costUnknownRows, 12);
    QCOMPARE(d->profit.unknownBefore, d->revenue.total.before);
    QCOMPARE(d->profit.total.before, 0);
    QCOMPARE(d->profit.total.costUnknown, d->profit.total.change());
    QVERIFY(d->profit.total.after > 0);
  }

  void anotherCurrencyIsExactAndItsChangeAPartOfItsOwn() {
    SmallMarket m;
    const int end = toDayNumber(dayOf(m.clock.now()));
    EarningsWish wish = weeks(4);
    wish.currency = cur("EUR");
    const auto without = take(revenueDashboard(*m.ws, wish));
    QCOMPARE(without->leftOut.size(), std::size_t(1));
    QCOMPARE(without->leftOut.front().why, QStringLiteral("no-rate"));
    QCOMPARE(without->leftOut.front().prices, 12);
    QCOMPARE(without->revenue.total.after, 0);
    for (int week = 0; week < 8; ++week) // two dollars a euro before, four after
      rate(m, end - 1 - 7 * week, week < 4 ? "4" : "2");
    const auto d = take(revenueDashboard(*m.ws, wish));
    const auto dollars = take(revenueDashboard(*m.ws, weeks(4)));
    qint64 after = 0;
    for (const BridgeParts& row : dollars->revenue.rows)
      after += row.after / 4; // whole cents of whole dollars: quarters of them are whole millionths
    QCOMPARE(d->revenue.total.after, after);
    QVERIFY(d->revenue.total.currency < 0);
    QCOMPARE(d->revenue.total.sum(), d->revenue.total.change());
    QVERIFY(d->leftOut.empty());
  }

  void periodsAreCutAsAsked() {
    SmallMarket m;
    const int end = toDayNumber(dayOf(m.clock.now())); // 2 March
    const auto year = take(revenueDashboard(*m.ws, weeks(52, EarningsAgainst::LastYear)));
    QCOMPARE(toDayNumber(year->before.to), end - 365);
    const auto lastYear = take(revenueDashboard(*m.ws, weeks(4, EarningsAgainst::LastYear)));
    QCOMPARE(toDayNumber(lastYear->before.to), end - 365);
    QCOMPARE(lastYear->before.weeks, 4);
    const auto toDate = take(revenueDashboard(*m.ws, weeks(0)));
    QCOMPARE(toDate->period.weeks, 8); // of the 60 days since New Year
    for (const int bad : {-1, 53, 1000}) {
      const auto refused = revenueDashboard(*m.ws, weeks(bad));
      QVERIFY(!refused && refused.error().is(u"earnings.bad-weeks"));
    }
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = revenueDashboard(*m.ws, weeks(52), {stop.get_token(), {}});
    QVERIFY(!cancelled && cancelled.error().is(u"engine.cancelled"));
  }

  void anEmptyWorkspaceHasNothingToTell() {
    SmallMarket m(6, 2, 0);
    const auto d = take(revenueDashboard(*m.ws, weeks(13)));
    QVERIFY(!d->through && d->categories.empty() && d->weeks.empty());
    const auto board = take(scoreBoard(*m.ws));
    QVERIFY(board->rows.empty() && !board->profitLift);
    for (const CategoryBand& band : board->bands)
      QVERIFY(band.band.state == BandState::NotYet && band.band.bandBp == 0);
  }

  // From the proposal to the till and back: prices keep score.
  void publishedPricesAreScoredAgainstTheUntouched() {
    SmallMarket m(9, 4);
    const int published = publishIn(m, {QStringLiteral("Z1")});
    QVERIFY2(published >= 3, qPrintable(QString::number(published)));
    const auto early = take(scoreBoard(*m.ws));
    QVERIFY(int(early->rows.size()) >= published);
    QCOMPARE(early->scored, 0);
    QVERIFY(early->waiting > 0);
    sellOn(m, 36, 9);
    const auto board = take(scoreBoard(*m.ws));
    QVERIFY2(board->scored >= 3,
             qPrintable(QStringLiteral("%1 %2 %3").arg(board->scored).arg(board->untold).arg(board->waiting)));
    double right = 0;
    for (const ScoreRow& row : board->rows) {
      if (row.score.state != ScoreState::Scored)
        continue;
      QVERIFY(row.profit && row.score.profit && !row.sharesBuyers);
      QVERIFY(std::abs(row.score.movement - 1.2) < 0.1); // what would have come, moved with the others
      const double sku = row.sku.mid(4).toInt(), base = 2.49 + sku, elasticity = int(sku) % 3 == 0 ? -4.0 : -1.7;
      const double truth = 72 * (std::pow(row.after.toDouble() / base, elasticity) - 1);
      right += row.score.units->low <= truth && truth <= row.score.units->high;
      QVERIFY(row.analyst == u"max" || row.analyst == u"system");
      QVERIFY(!row.model.isEmpty() && row.model != u"model");
    }
    QVERIFY2(right >= 0.7 * board->scored, qPrintable(QString::number(right)));
    QCOMPARE(board->calibration.decisions, board->scored);
    QVERIFY(board->profitLift && board->profitLift->low < board->profitLift->high);
    QVERIFY(board->by(ScoreBy::Sku).size() >= 2 && board->by(ScoreBy::Model).size() == 1);
    int grouped = 0;
    for (const ScoreGroupRow& group : board->by(ScoreBy::Category))
      grouped += group.group.decisions;
    QCOMPARE(grouped, board->scored);
    // A few prices earn no category anything.
    for (const CategoryBand& band : take(autoApprovalBands(*m.ws)))
      QVERIFY(band.band.bandBp == 0 && band.band.why == BandWhy::TooFew);
  }

  void aPriceThatNobodyChargedIsNotScored() {
    SmallMarket m(9, 4);
    publishIn(m, {QStringLiteral("Z1")});
    sellOn(m, 36, 9);
    m.sql("UPDATE sale SET price_micro = (SELECT s.price_micro FROM sale s WHERE s.listing_no = sale.listing_no AND "
          "s.day < 20514 ORDER BY s.day DESC LIMIT 1) WHERE day >= 20514"); // since 2 March: the old prices
    const auto board = take(scoreBoard(*m.ws));
    QCOMPARE(board->scored, 0);
    QVERIFY(board->untold > 0);
  }

  void resultsOfTestsComeFromAFile() {
    QTemporaryDir dir;
    const auto written = [&](const QByteArray& text) {
      QFile file(dir.filePath(QStringLiteral("lifts.csv")));
      if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
      file.write(text);
      return file.fileName();
    };
    const auto tests = take(liftResults(written("test,category,period,lift,standard_error,weight,rolled_out\n"
                                                "A,tea,2026-Q1,0.05,0.02,1000,1\nB,tea,2026-Q1,-0.01,0.02,500,no\n")));
    QCOMPARE(tests.size(), std::size_t(2));
    QVERIFY(tests[0].rolledOut && !tests[1].rolledOut && tests[1].estimate == -0.01);
    QCOMPARE(take(liftTable(tests)).rolledOutRaw, 50.0);
    const auto bad = liftResults(written("test,lift,standard_error\nA,plenty,0.02\n"));
    QVERIFY(!bad && bad.error().is(u"earnings.bad-results") && bad.error().arguments[QStringLiteral("line")] == u"2");
    QVERIFY(liftResults(written("test,lift\nA,1\n")).error().is(u"import.missing-field"));
    QVERIFY(liftResults(written("test,lift,standard_error,rolled_out\nA,1,1,perhaps\n"))
                .error()
                .is(u"earnings.bad-results"));
  }
};

QTEST_GUILESS_MAIN(EarningsViewTest)
#include "tst_EarningsView.moc"
