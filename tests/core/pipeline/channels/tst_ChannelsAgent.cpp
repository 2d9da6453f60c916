// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/channels/ChannelsAgent.h"

#include "pipeline/channels/PriceList.h"
#include "support/Shop.h"

#include <QDir>
#include <QFile>

#include <filesystem>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// The shop with a batch of approved decisions that is due: listing i goes to 210 + i.
struct Counter : Shop {
  std::unique_ptr<ChannelsAgent> agent;
  qint64 batchNo = 0;
  std::vector<PriceDecision> approved;

  explicit Counter(int listings = 3, int changed = 2) : Shop(listings) {
    reopen();
    batchNo = newBatch();
    for (int i = 1; i <= changed; ++i)
      approved.push_back(propose(i, 210 + i, DecisionState::Approved, Route::Automatic, batchNo));
  }
  void reopen() {
    agent.reset();
    open(OpenMode::ReadWrite);
    agent = std::make_unique<ChannelsAgent>(*db, *journal, clock, ids, *catalog, *batches, *decisions);
  }
  qint64 newBatch() {
    Transaction in = take(Transaction::begin(*db));
    PriceBatch b;
    b.name = b.owner = QStringLiteral("max");
    b.releaseAt = b.effectiveAt = clock.now();
    const qint64 no = take(batches->create(in, max, b));
    need(in.commit());
    return no;
  }
  std::vector<PublishReport> release() { return take(agent->releaseDue(systemActor(), {})); }
  QByteArray file(const char* extension) const {
    QFile f(agent->folder() + QStringLiteral("/store.") + QLatin1String(extension));
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
  }
  QString batchState() { return take(batches->batch(batchNo)).state; }
};

struct Killed {};

} // namespace

class TestChannelsAgent : public QObject {
  Q_OBJECT
 private slots:
  void theListIsCompleteAndExact() {
    Counter c;
    const auto reports = c.release();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports[0].state, QStringLiteral("published"));
    QCOMPARE(reports[0].prices, 2);
    QCOMPARE(reports[0].listed, 3); // the whole shop, not only what changed
    // 2 × 500 ml = 1 l: the unit price is per litre. RFC 4180 quoting for the comma and the quotes in the name.
    QCOMPARE(c.file("csv"),
             QByteArray("sku,name,zone,price,currency,type,valid_from,unit_price,unit,previous_price\r\n"
                        "S0001,\"Juice, \"\"no. 1\"\"\",Z1,2.11,USD,regular,2026-03-02T09:00:00.000Z,2.11,l,2.00\r\n"
                        "S0002,\"Juice, \"\"no. 2\"\"\",Z1,2.12,USD,regular,2026-03-02T09:00:00.000Z,2.12,l,2.00\r\n"
                        "S0003,\"Juice, \"\"no. 3\"\"\",Z1,2.00,USD,regular,2026-01-31T09:00:00.000Z,2,l,\r\n"));
    const QJsonObject json = take(parseObject(c.file("json")));
    QCOMPARE(json[QStringLiteral("as_of")].toString(), QStringLiteral("2026-03-02T09:00:00.000Z"));
    QCOMPARE(json[QStringLiteral("workspace")].toString(), take(c.catalog->load()).workspaceId);
    QCOMPARE(json[QStringLiteral("content_sha256")].toString(),
             sha256Hex(canonicalJson(json[QStringLiteral("prices")].toArray())));
    QCOMPARE(json[QStringLiteral("prices")].toArray()[0][QStringLiteral("price")].toString(), QStringLiteral("2.11"));
    // In force, decided, recorded.
    QCOMPARE(c.priceInForce(1), Money(211, c.usd));
    QCOMPARE(take(c.decisions->decision(c.approved[0].id)).state, DecisionState::Published);
    QCOMPARE(c.batchState(), QStringLiteral("published"));
    QCOMPARE(c.count("SELECT COUNT(*) FROM publication WHERE state = 'verified'"), qint64(1));
    QVERIFY(take(c.journal->verify()).intact());
    // Nothing more to do, and nothing is done twice.
    QVERIFY(c.release().empty());
    QVERIFY(take(c.agent->ensureLists(systemActor())).empty());
  }

  void aBatchWaitsForItsRelease() {
    Counter c;
    Transaction in = take(Transaction::begin(*c.db));
    need(c.batches->setRelease(in, c.max, c.batchNo, c.clock.now() + std::chrono::seconds(60)));
    need(in.commit());
    QVERIFY(c.release().empty());
    c.clock.advance(std::chrono::seconds(60));
    QCOMPARE(c.release().size(), std::size_t(1));
  }

  void aMissingOrAlteredListIsPutBack() {
    Counter c;
    c.release();
    const QByteArray csv = c.file("csv"), json = c.file("json");
    QVERIFY(QFile::remove(c.agent->folder() + QStringLiteral("/store.csv")));
    c.clock.advance(std::chrono::hours(5)); // the bytes depend on the prices, not on when they are written
    QCOMPARE(take(c.agent->ensureLists(systemActor())).front().state, QStringLiteral("written"));
    QCOMPARE(c.file("csv"), csv);
    QCOMPARE(c.file("json"), json);
  }

  // Killed between any two steps: run again, the batch is published once, with the bytes that were planned.
  void aKillBetweenStepsIsFinishedByTheNextRun_data() {
    QTest::addColumn<QString>("step");
    for (const char* step : {"planned", "written", "recorded"})
      QTest::newRow(step) << QString::fromLatin1(step);
  }
  void aKillBetweenStepsIsFinishedByTheNextRun() {
    QFETCH(QString, step);
    Counter c;
    c.agent->afterStep = [&](std::string_view at) {
      if (at == step.toStdString())
        throw Killed{};
    };
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(c.agent->releaseDue(systemActor(), {})), Killed);
    c.reopen();
    const bool done = step == u"recorded";
    QCOMPARE(c.batchState(), done ? QStringLiteral("published") : QStringLiteral("publishing"));
    QCOMPARE(c.priceInForce(1).minor(), done ? qint64(211) : qint64(200));
    const QByteArray written = c.file("csv");
    const qint64 planned = c.count("SELECT planned_ms FROM publication");
    c.clock.advance(std::chrono::hours(1)); // found an hour later
    QCOMPARE(c.release().size(), std::size_t(done ? 0 : 1));
    QCOMPARE(c.batchState(), QStringLiteral("published"));
    QCOMPARE(c.priceInForce(1).minor(), qint64(211));
    QCOMPARE(c.count("SELECT COUNT(*) FROM publication"), qint64(1));
    QCOMPARE(c.count("SELECT COUNT(*) FROM price WHERE listing_no = 1"), qint64(2));
    QCOMPARE(c.count("SELECT MAX(from_ms) FROM price"), planned);
    QVERIFY(c.file("csv").contains("S0001,\"Juice, \"\"no. 1\"\"\",Z1,2.11,USD,regular,2026-03-02T09:00:00.000Z"));
    if (step == u"written")
      QCOMPARE(c.file("csv"), written);
    QVERIFY(take(c.agent->ensureLists(systemActor())).empty());
  }

  // Prices were changed while a half-published batch lay there: it is planned anew, and what no longer fits is held.
  void aDeadPlanDoesNotOverwriteNewerPrices() {
    Counter c;
    c.agent->afterStep = [](std::string_view) { throw Killed{}; };
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(c.agent->releaseDue(systemActor(), {})), Killed);
    c.reopen();
    c.clock.advance(std::chrono::hours(1));
    Transaction in = take(Transaction::begin(*c.db));
    need(c.catalog->putPrice(in, {1, 1, PriceType::Regular, Money(333, c.usd), c.clock.now(), {}, PriceOrigin::Manual},
                             {}, {}));
    need(in.commit());
    const auto reports = c.release();
    QCOMPARE(reports.front().prices, 1);
    QCOMPARE(reports.front().notPublished, 1);
    QCOMPARE(c.priceInForce(1).minor(), qint64(333));
    QCOMPARE(c.priceInForce(2).minor(), qint64(212));
    QCOMPARE(take(c.decisions->decision(c.approved[0].id)).state, DecisionState::Held);
    QCOMPARE(c.count("SELECT COUNT(*) FROM publication WHERE state = 'planned'"), qint64(0));
    QVERIFY(c.file("csv").contains(",3.33,"));
  }

  void aPriceOutsideItsBoundsIsHeldBack() {
    Counter c;
    need(c.db->execute(QStringLiteral("UPDATE listing SET max_minor = 205 WHERE no = 1")));
    QCOMPARE(c.release().front().notPublished, 1);
    QCOMPARE(c.priceInForce(1).minor(), qint64(200));
    QCOMPARE(c.priceInForce(2).minor(), qint64(212));
  }

  // A folder that cannot be written, a disk that is full: the old files stay, the batch fails with a reason, and is
  // published as soon as that is over.
  void aFailureKeepsTheOldFilesAndCanBeRepeated_data() {
    QTest::addColumn<bool>("fullDisk");
    QTest::newRow("folder cannot be made") << false;
    QTest::newRow("disk full") << true;
  }
  void aFailureKeepsTheOldFilesAndCanBeRepeated() {
    QFETCH(bool, fullDisk);
    if (fullDisk && !std::filesystem::exists("/dev/full"))
      QSKIP("needs /dev/full");
    Counter c;
    const QString folder = c.agent->folder();
    QByteArray before;
    if (fullDisk) {
      QCOMPARE(take(c.agent->ensureLists(systemActor())).size(), std::size_t(1));
      before = c.file("csv");
      std::filesystem::create_symlink("/dev/full", (folder + QStringLiteral("/.store.csv.new")).toStdString());
    } else {
      QFile blocker(folder);
      QVERIFY(blocker.open(QIODevice::WriteOnly));
    }
    const PublishReport report = c.release().front();
    QCOMPARE(report.state, QStringLiteral("failed"));
    QCOMPARE(report.error->code,
             fullDisk ? QStringLiteral("channels.disk-full") : QStringLiteral("channels.folder-unwritable"));
    QVERIFY(!report.error->arguments[QStringLiteral("path")].isEmpty());
    QCOMPARE(c.batchState(), QStringLiteral("failed"));
    QCOMPARE(c.priceInForce(1).minor(), qint64(200));
    QCOMPARE(c.file("csv"), before);
    QCOMPARE(take(c.decisions->decision(c.approved[0].id)).state, DecisionState::Approved);

    QFile::remove(fullDisk ? folder + QStringLiteral("/.store.csv.new") : folder);
    QCOMPARE(c.release().front().state, QStringLiteral("published"));
    QCOMPARE(c.priceInForce(1).minor(), qint64(211));
    QVERIFY(c.file("csv").contains(",2.11,"));
  }

  void readBackSeesAnyAlteredByte() {
    Counter c;
    const Catalog catalog = take(c.catalog->load());
    const PriceList list =
        take(buildPriceList(*c.db, *c.catalog, catalog, catalog.channels.front(), c.clock.now(), {}));
    QVERIFY(verifyPriceList(list, list.csv, list.json));
    QByteArray csv = list.csv, json = list.json;
    csv.replace("2.00", "2.01");
    json.replace("\"price\":\"2.00\"", "\"price\":\"2.01\"");
    QCOMPARE(verifyPriceList(list, csv, list.json).error().code, QStringLiteral("channels.read-back-differs"));
    QCOMPARE(verifyPriceList(list, list.csv, json).error().code, QStringLiteral("channels.read-back-differs"));
    QVERIFY(!verifyPriceList(list, list.csv.chopped(1), list.json));
  }

  void aBatchIsRolledBackAsOne() {
    Counter c;
    QVERIFY(take(c.agent->ensureLists(systemActor())).size() == 1);
    c.release();
    c.clock.advance(std::chrono::minutes(5));
    const PublishReport report = take(c.agent->rollBack(c.dora, c.batchNo));
    QCOMPARE(report.state, QStringLiteral("rolled_back"));
    QCOMPARE(report.prices, 2);
    QCOMPARE(c.priceInForce(1).minor(), qint64(200));
    QCOMPARE(c.batchState(), QStringLiteral("rolled_back"));
    QCOMPARE(take(c.decisions->decision(c.approved[1].id)).state, DecisionState::RolledBack);
    // The price that was taken back is not the previous one: a shop would strike it through and claim a reduction.
    QVERIFY(
        c.file("csv").contains("S0001,\"Juice, \"\"no. 1\"\"\",Z1,2.00,USD,regular,2026-03-02T09:05:00.000Z,2,l,\r\n"));
    QCOMPARE(c.agent->rollBack(c.dora, c.batchNo).error().code, QStringLiteral("channels.not-published"));
    QVERIFY(take(c.agent->ensureLists(systemActor())).empty());
  }

  void oneRowIsRolledBackAloneAndLaterPricesStay() {
    Counter c;
    c.release();
    c.clock.advance(std::chrono::minutes(5));
    QCOMPARE(take(c.agent->rollBackDecision(c.dora, c.approved[0].id)).prices, 1);
    QCOMPARE(c.priceInForce(1).minor(), qint64(200));
    QCOMPARE(c.priceInForce(2).minor(), qint64(212));
    QCOMPARE(c.batchState(), QStringLiteral("published"));
    // A later price by hand: rolling the batch back must not undo it.
    Transaction in = take(Transaction::begin(*c.db));
    need(c.catalog->putPrice(in, {2, 1, PriceType::Regular, Money(350, c.usd), c.clock.now(), {}, PriceOrigin::Manual},
                             {}, {}));
    need(in.commit());
    QCOMPARE(c.agent->rollBack(c.dora, c.batchNo).error().code, QStringLiteral("channels.newer-price"));
    QCOMPARE(c.priceInForce(2).minor(), qint64(350));
  }

  // A rollback that died after writing the files: the prices in force are the truth, and the files follow them.
  void aDeadRollbackLeavesThePricesInForce() {
    Counter c;
    c.release();
    const QByteArray published = c.file("csv");
    c.clock.advance(std::chrono::minutes(5));
    c.agent->afterStep = [](std::string_view at) {
      if (at == "written")
        throw Killed{};
    };
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(c.agent->rollBack(c.dora, c.batchNo)), Killed);
    QVERIFY(c.file("csv") != published);
    c.reopen();
    QVERIFY(c.release().empty());
    QCOMPARE(take(c.agent->ensureLists(systemActor())).size(), std::size_t(1));
    QCOMPARE(c.file("csv"), published);
    QCOMPARE(c.count("SELECT COUNT(*) FROM publication WHERE state = 'planned'"), qint64(0));
    QCOMPARE(take(c.agent->rollBack(c.dora, c.batchNo)).prices, 2);
  }

  void aBatchWithoutRowsIsStruckOut() {
    Counter c(3, 0);
    QVERIFY(c.release().empty());
    QCOMPARE(c.batchState(), QStringLiteral("cancelled"));
    QVERIFY(c.file("csv").isEmpty());
  }

  void unitPricesAreExact_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("shown");
    QTest::newRow("64 oz") << 1 << "64" << "oz" << "0.054531" << "oz";
    QTest::newRow("250 g") << 1 << "250" << "g" << "13.96" << "kg";
    QTest::newRow("6 × 330 ml") << 6 << "330" << "ml" << "1.762626" << "l";
    QTest::newRow("75 cl") << 1 << "75" << "cl" << "4.653333" << "l";
    QTest::newRow("a dozen") << 12 << "1" << "each" << "0.290833" << "each";
  }
  void unitPricesAreExact() {
    QFETCH(int, count);
    QFETCH(QString, size);
    QFETCH(QString, unit);
    Sku sku;
    sku.packCount = count;
    sku.packSize = take(Decimal::parse(size));
    sku.packUnit = unit;
    QString shown;
    const auto price = unitPriceOf(Money(349, take(Currency::fromCode(u"USD"))), sku, &shown);
    QVERIFY(price);
    QTEST(price->toString(), "price");
    QTEST(shown, "shown");
  }
};

QTEST_GUILESS_MAIN(TestChannelsAgent)
#include "tst_ChannelsAgent.moc"
