// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files in: what is good comes in together and once, what is bad is named with its line, and all of it can be taken
// back.
#include "catalog/CatalogStore.h"
#include "imports/Importer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace pricewright;

namespace {

template <class T> T take(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().debugText()));
  return std::move(*result);
}

class Desk {
 public:
  QTemporaryDir dir;
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
  IdSource ids{clock, 3};
  std::unique_ptr<Database> db =
      take(Database::open(dir.filePath(QStringLiteral("w.pricewright")), OpenMode::CreateNew));
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  Importer importer{*db, journal, clock, ids};
  Actor dora{QStringLiteral("dora"), QStringLiteral("director"), false};

  Desk() {
    if (!catalog.createWorkspace({QStringLiteral("Desk"), QStringLiteral("EUR"), {}, QStringLiteral("dora")}))
      qFatal("no workspace");
  }
  QString file(const QByteArray& bytes, const char* name = "in.csv") const {
    QFile out(dir.filePath(QLatin1String(name)));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
      qFatal("cannot write");
    return out.fileName();
  }
  Result<ImportReport> run(const QByteArray& bytes, ImportKind kind,
                           const std::function<void(ImportMapping&)>& adjust = {}) {
    const QString path = file(bytes);
    PW_TRY(ImportPreview preview, importer.preview(path, kind));
    if (adjust)
      adjust(preview.mapping);
    return importer.run(dora, path, preview.mapping, {}, dir.filePath(QStringLiteral("rejects.csv")));
  }
  qint64 count(const char* sql) {
    Query q = take(Query::prepare(*db, sql));
    return take(q.step()) ? q.integer(0) : -1;
  }
  QByteArray rejects() const {
    QFile in(dir.filePath(QStringLiteral("rejects.csv")));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
  }
};

} // namespace

class TestImporter : public QObject {
  Q_OBJECT

 private slots:
  // The same sales in the dialects that real files come in.
  void oneFileInManyDialects_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain =
        "sku,zone,day,units,price\n007,Köln,2026-01-05,12,1299.50\n007,Köln,2026-01-12,8,1199.00\n";
    QTest::newRow("plain") << plain;
    QTest::newRow("crlf, bom") << "\xEF\xBB\xBF" + QByteArray(plain).replace("\n", "\r\n");
    QTest::newRow("semicolon, decimal comma, points in thousands")
        << QByteArray("sku;zone;day;units;price\n007;Köln;05.01.2026;12;1.299,50\n007;Köln;12.01.2026;8;1.199,00\n");
    QTest::newRow("tab, quotes") << QByteArray("\"sku\"\t\"zone\"\t\"day\"\t\"units\"\t\"price\"\n\"007\"\t\"Köln\"\t20"
                                               "26-01-05\t12\t1299.50\n\"007\"\tKöln\t2026-01-12\t8\t1199.00");
    QTest::newRow("latin-1") << QString::fromUtf8(plain).toLatin1();
    QTest::newRow("sep line") << "sep=,\n" + plain;
    QTest::newRow("quoted thousands") << QByteArray(
        "sku,zone,day,units,price\n007,Köln,2026-01-05,12,\"1,299.50\"\n007,Köln,2026-01-12,8,\"1,199.00\"\n");
  }
  void oneFileInManyDialects() {
    QFETCH(QByteArray, bytes);
    Desk d;
    const ImportReport report = take(d.run(bytes, ImportKind::Sales));
    QCOMPARE(report.added, 2);
    QCOMPARE(report.rejected, 0);
    QCOMPARE(d.count("SELECT sum(price_micro * (units_milli / 1000)) FROM sale"),
             1299'500'000LL * 12 + 1199'000'000LL * 8);
    const Catalog c = take(d.catalog.load());
    QCOMPARE(c.skus.front().code, QStringLiteral("007"));
    QCOMPARE(c.zones.front().code, QString::fromUtf8("Köln"));
  }

  void theSameFileTwiceChangesNothing() {
    Desk d;
    const QByteArray bytes = "sku,zone,day,units,price\nA,Z,2026-01-05,12,2.50\nA,Z,2026-01-12,9,2.50\n";
    QVERIFY(!take(d.run(bytes, ImportKind::Sales)).nothingChanged);
    const qint64 audit = take(d.journal.size());
    const ImportReport again = take(d.run(bytes, ImportKind::Sales));
    QVERIFY(again.nothingChanged);
    QCOMPARE(again.same, 2);
    QCOMPARE(take(d.journal.size()), audit);
    QCOMPARE(d.count("SELECT count(*) FROM import_batch"), 1);
  }

  void badRowsAreNamedAndGoodOnesComeIn() {
    Desk d;
    const ImportReport report = take(d.run("sku,zone,day,units,price\n"
                                           "A,Z,2026-01-05,12,2.50\n"
                                           "B,Z,2026-01-05,NaN,2.50\n"
                                           "C,Z,2026-01-05,12,0\n"
                                           "D,Z,2026-01-05,-3,2.50\n"
                                           "E,Z,2026-13-05,12,2.50\n"
                                           ",Z,2026-01-05,12,2.50\n"
                                           "F,Z,2026-01-05,12,1e400\n"
                                           "A,Z,2026-01-05,12,2.50\n"
                                           "A,Z,2026-01-05,13,2.50\n"
                                           "G,Z\n",
                                           ImportKind::Sales));
    QCOMPARE(report.added, 1);
    QCOMPARE(report.same, 0);
    QCOMPARE(report.rejected, 9);
    const QByteArray rejects = d.rejects();
    for (const char* expected :
         {"3,import.not-a-number", "4,import.price-not-positive", "5,import.negative-units", "6,import.bad-day",
          "7,import.missing-value", "9,import.repeated-row", "10,import.duplicate-key", "11,import.ragged-row"})
      QVERIFY2(rejects.contains(expected), expected);
    QCOMPARE(d.count("SELECT count(*) FROM sku"), 1); // nothing is made for a row that did not come in
  }

  void costsMustBePositiveAndMayComeFromTheMargin() {
    Desk d;
    const ImportReport report = take(d.run("sku,zone,day,price,margin_percent\nA,Z,2026-01-05,3.87,37.992\nB,Z,2026-01-"
                                           "05,2.00,100\nC,Z,2026-01-05,2.00,-5\n",
                                           ImportKind::Costs));
    QCOMPARE(report.added, 2);
    QCOMPARE(report.rejectedBy.value(QStringLiteral("import.cost-not-positive")), 1);
    QCOMPARE(d.count("SELECT amount_micro FROM cost ORDER BY listing_no LIMIT 1"), 2'399'710); // 3.87 × 0.62008, exact
    QCOMPARE(d.count("SELECT max(amount_micro) FROM cost"), 2'399'710);
    QCOMPARE(d.count("SELECT min(amount_micro) FROM cost"), 2'100'000);
  }

  void anImportIsTakenBackAsOne() {
    Desk d;
    take(d.run("sku,zone,day,units,price\nA,Z,2026-01-05,12,2.50\n", ImportKind::Sales));
    const ImportReport second =
        take(d.run("sku,zone,day,units,price\nA,Z,2026-01-05,20,2.50\nB,Z,2026-01-05,5,1.00\n", ImportKind::Sales));
    QCOMPARE(second.changed, 1);
    QCOMPARE(second.added, 1);
    QVERIFY(d.importer.undo(d.dora, second.batchId));
    QCOMPARE(d.count("SELECT units_milli FROM sale"), 12'000);
    QCOMPARE(d.count("SELECT count(*) FROM sale"), 1);
    QCOMPARE(d.count("SELECT count(*) FROM sku"), 1);
    QCOMPARE(d.importer.undo(d.dora, second.batchId).error().code, QStringLiteral("import.already-undone"));
    QVERIFY(take(d.journal.verify()).intact());
  }

  void whatALaterImportChangedIsNotTakenBackSilently() {
    Desk d;
    const ImportReport first = take(d.run("sku,zone,day,units,price\nA,Z,2026-01-05,12,2.50\n", ImportKind::Sales));
    take(d.run("sku,zone,day,units,price\nA,Z,2026-01-05,20,2.50\n", ImportKind::Sales));
    QCOMPARE(d.importer.undo(d.dora, first.batchId).error().code, QStringLiteral("import.newer-changes"));
    QCOMPARE(d.count("SELECT units_milli FROM sale"), 20'000);
  }

  void aCancelledImportLeavesNothing() {
    Desk d;
    const QString path = d.file("sku,zone,day,units,price\nA,Z,2026-01-05,12,2.50\n");
    const ImportPreview preview = take(d.importer.preview(path, ImportKind::Sales));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!d.importer.run(d.dora, path, preview.mapping, {stop.get_token(), {}}));
    QCOMPARE(
        d.count(
            "SELECT (SELECT count(*) FROM sale) + (SELECT count(*) FROM sku) + (SELECT count(*) FROM import_batch)"),
        0);
  }

  // Invoice lines as a shop system writes them: cancellations, postage, gifts, returns.
  void invoiceLinesBecomeWeeks() {
    Desk d;
    const ImportReport report = take(d.run("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n"
                                           "1,85123A,6,2026-01-05 08:26,2.55\n"
                                           "2,85123A,3,2026-01-07 10:00,2.55\n"
                                           "3,85123A,1,2026-01-11 23:59,4.95\n"
                                           "C4,85123A,-6,2026-01-06 09:00,2.55\n"
                                           "5,POST,1,2026-01-06 09:00,18\n"
                                           "6,22423,2,2026-01-06 09:00,0\n"
                                           "7,22423,-2,2026-01-06 09:00,1.25\n",
                                           ImportKind::Sales, [](ImportMapping& m) { m.invoiceLines = true; }));
    QCOMPARE(report.added, 1);
    for (const char* code : {"import.cancelled-invoice", "import.not-a-product", "import.price-not-positive",
                             "import.quantity-not-positive"})
      QCOMPARE(report.rejectedBy.value(QString::fromLatin1(code)), 1);
    QCOMPARE(d.count("SELECT units_milli FROM sale"), 10'000);
    QCOMPARE(d.count("SELECT price_micro FROM sale"), 2'790'000);   // (9 × 2.55 + 4.95) / 10
    QCOMPARE(d.count("SELECT regular_micro FROM sale"), 2'550'000); // the week's most common price
  }

  void wholeFilesThatAreNoneAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QByteArray noise(10'000'000, '\0');
    std::mt19937_64 random(5);
    for (char& c : noise)
      c = static_cast<char>(random());
    QTest::newRow("10 MB of noise") << noise;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one quote") << QByteArray("\"");
    QTest::newRow("zip") << QByteArray("PK\x03\x04\x14\0\0\0", 8);
    QTest::newRow("cut gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00", 6);
    QTest::newRow("utf-16") << QByteArray("\xFF\xFEs\0k\0u\0", 8);
  }
  void wholeFilesThatAreNoneAreRefused() {
    QFETCH(QByteArray, bytes);
    Desk d;
    const QString path = d.file(bytes);
    ImportMapping mapping;
    mapping.kind = ImportKind::Sales;
    const auto report = d.importer.run(d.dora, path, mapping, {}, d.dir.filePath(QStringLiteral("rejects.csv")));
    QVERIFY(!report);
    QVERIFY2(report.error().code.startsWith(u"import."), qPrintable(report.error().debugText()));
    QCOMPARE(d.count("SELECT count(*) FROM import_batch"), 0);
  }

  // Seeded noise between good rows: never a crash, never a row lost or invented.
  void noiseBetweenRowsCostsOnlyTheNoise() {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      Desk d;
      std::mt19937_64 random(seed);
      QByteArray bytes = "sku,zone,day,units,price\nA,Z,2026-01-05,12,2.50\n";
      for (std::uint64_t i = 0, n = random() % 60; i < n; ++i)
        bytes += static_cast<char>(random());
      bytes += "\nB,Z,2026-01-05,12,2.50\n";
      const QString path = d.file(bytes);
      ImportMapping mapping;
      mapping.kind = ImportKind::Sales;
      mapping.columns = {{"sku", "sku"}, {"zone", "zone"}, {"day", "day"}, {"units", "units"}, {"price", "price"}};
      const auto report = d.importer.run(d.dora, path, mapping, {}, d.dir.filePath(QStringLiteral("rejects.csv")));
      if (!report) {
        QVERIFY2(report.error().code.startsWith(u"import."), qPrintable(report.error().debugText()));
        continue;
      }
      QCOMPARE(report->read, report->added + report->same + report->rejected + report->skipped);
      QVERIFY(report->added >= 1);
    }
  }

  void aSavedMappingIsTheMapping() {
    Desk d;
    ImportMapping m;
    m.name = QStringLiteral("weekly");
    m.kind = ImportKind::Sales;
    m.columns = {{"sku", "Artikel"}, {"units", "Menge"}};
    m.constants = {{"zone", "Köln"}};
    m.keepOnly = {{"Art", "Verkauf"}};
    m.dateFormat = QStringLiteral("week:1989-09-14");
    QVERIFY(d.importer.saveMapping(d.dora, m));
    QCOMPARE(toJson(take(d.importer.loadMapping(QStringLiteral("weekly")))), toJson(m));
    QCOMPARE(d.importer.loadMapping(QStringLiteral("monthly")).error().code, QStringLiteral("import.unknown-mapping"));
    // What counts for invoice lines only is kept where they are switched off.
    m.notProducts = QStringList{QStringLiteral("POST")};
    m.digitLedCodes = false;
    QVERIFY(d.importer.saveMapping(d.dora, m));
    const ImportMapping back = take(d.importer.loadMapping(QStringLiteral("weekly")));
    QCOMPARE(back.notProducts, m.notProducts);
    QVERIFY(!back.digitLedCodes);
    QJsonObject json = toJson(m);
    for (const QJsonValue& wrong : {QJsonValue(7), QJsonValue(QJsonArray{7})}) {
      json.insert(QStringLiteral("notProducts"), wrong);
      QCOMPARE(importMappingFromJson(json).error().code, QStringLiteral("import.bad-mapping"));
    }
  }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_Importer.moc"
