// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderFile.h"
#include "orders/OrderStore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;

class tst_OrderFile : public QObject {
  Q_OBJECT
  QTemporaryDir m_dir;
  OrderFileOptions m_euro;
  std::vector<RejectedOrderRow> m_rejects; // of what was read last
  const OrderRowSink m_reject = [this](const RejectedOrderRow& row) -> Status {
    m_rejects.push_back(row);
    return {};
  };

  QString file(const QByteArray& text, const char* name = "orders.csv") {
    QFile f(m_dir.filePath(QLatin1String(name)));
    if (!f.open(QIODevice::WriteOnly))
      qFatal("no file");
    f.write(text);
    return f.fileName();
  }
  OrderFile read(const QByteArray& text) {
    m_rejects.clear();
    auto r = readOrderFile(file(text), m_euro, m_reject);
    if (!r)
      qFatal("%s", qPrintable(r.error().debugText()));
    return std::move(*r);
  }
  QStringList codes() const {
    QStringList out;
    for (const RejectedOrderRow& r : m_rejects)
      out << QString::number(r.line) + u':' + r.code;
    return out;
  }

 private slots:
  void initTestCase() { m_euro.currency = *Currency::fromCode(u"EUR"), m_euro.salt = "w"; }

  void aColumnThatStandsThereTwiceIsRefused() {
    const QByteArray twice = "order,amount,sku,quantity,amount,time\n1,1,A,1,5.00,2026-03-01\n";
    const auto code = [&](const OrderFileOptions& how) {
      const auto got = readOrderFile(file(twice), how, m_reject);
      return got ? QString() : got.error().code;
    };
    QCOMPARE(code(m_euro), QStringLiteral("import.column-twice"));
    OrderFileOptions how = m_euro;
    how.columns.insert(OrderField::Amount, QStringLiteral("amount (2)"));
    QCOMPARE(code(how), QString());
    QCOMPARE(readOrderFile(file(twice), how, m_reject)->batch.lines[0].amountMinor, 500);
    // One that is not read may stand there as often as it likes.
    read("order,sku,amount,time,note,note\n1,A,5.00,2026-03-01,x,y\n");
  }

  void whatTheFileLeavesOpenCanBeSaid() {
    const QByteArray open = "order;sku;amount;time\n1;A;1.299;03/04/2026\n";
    QCOMPARE(readOrderFile(file(open), m_euro, m_reject).error().code, QStringLiteral("import.open-day-order"));
    OrderFileOptions how = m_euro;
    how.written = {QStringLiteral(","), QStringLiteral("d/m/y")};
    const auto got = readOrderFile(file(open), how, m_reject);
    QVERIFY(got && got->notes.isEmpty());
    QCOMPARE(got->batch.lines[0].amountMinor, 129'900);
    QCOMPARE(isoInstant(got->batch.lines[0].placed).left(10), QStringLiteral("2026-04-03"));
    how.written.decimalMark = QStringLiteral("x");
    QVERIFY(!readOrderFile(file(open), how, m_reject));
  }

  void columnsAreFoundByTheirNames() {
    const OrderFile f =
        read("Order ID,Line No,Product Code,Qty,Line Total,VAT,Currency,Created At,Visitor ID,E-Mail,Price "
             "Shown\n"
             "1001,1,007,2,25.90,4.14,EUR,2026-03-01T10:00:00+01:00,v1,Anna@Example.org,12.95\n"
             "1001,2,008,1,1.5,,USD,2026-03-01T10:00:00Z,v1,,\n");
    QCOMPARE(codes(), QStringList());
    QCOMPARE(f.batch.lines.size(), 2u);
    const OrderLine& l = f.batch.lines[0];
    QCOMPARE(l.orderId, QStringLiteral("1001"));
    QCOMPARE(l.code, QStringLiteral("007"));
    QCOMPARE(l.quantityMilli, 2000);
    QCOMPARE(l.amountMinor, 2590);
    QCOMPARE(l.taxMinor, 414);
    QCOMPARE(l.shownMinor, 1295);
    QCOMPARE(isoInstant(l.placed), QStringLiteral("2026-03-01T09:00:00.000Z"));
    QCOMPARE(l.unitHash.size(), 64);
    QCOMPARE(l.customerHash, hashedPerson("w", QStringLiteral("anna@example.org")));
    QCOMPARE(f.batch.lines[1].currency.code(), QStringLiteral("USD"));
    QCOMPARE(f.batch.lines[1].amountMinor, 150);
  }

  void priceTimesQuantityWhereNoAmountIsTold() {
    const OrderFile f = read("order,sku,quantity,price,date\n1,a,3,1.25,2026-03-01\n1,b,1.5,0.01,2026-03-01\n");
    QCOMPARE(f.batch.lines.size(), 1u);
    QCOMPARE(f.batch.lines[0].amountMinor, 375);
    QCOMPARE(codes(), QStringList{QStringLiteral("3:import.too-fine")}); // half a cent is nobody's to round
  }

  void refundsStandWhereTheyLike() {
    const OrderFile f =
        read("kind;order;sku;amount;time;refund\n"
             "refund;1;a;2,50;1772359200;r1\nrefund;1;a;2,50;1772359200;r2\norder;1;a;10,00;1772355600;\n");
    QCOMPARE(codes(), QStringList());
    QCOMPARE(f.batch.movements.size(), 2u);
    QCOMPARE(f.batch.movements[0].amountMinor, 250);
    QCOMPARE(f.batch.movements[0].kind, MovementKind::Refund);
    QCOMPARE(f.batch.lines[0].amountMinor, 1000);
  }

  void withoutAKindWhatIsNegativeIsARefund() {
    const OrderFile f = read("InvoiceNo,StockCode,Quantity,UnitPrice,InvoiceDate\n"
                             "536365,85123A,6,2.55,2010-12-01 08:26\n536365,85123A,-6,2.55,2010-12-01 09:00\n");
    QCOMPARE(codes(), QStringList());
    QCOMPARE(f.batch.lines[0].amountMinor, 1530);
    QCOMPARE(f.batch.movements[0].amountMinor, 1530);
  }

  void eachBadRowIsRejectedWithItsReason() {
    const OrderFile f = read("kind,order,sku,quantity,amount,currency,time\n"
                             "order,,a,1,1,EUR,2026-03-01\n"      // 2
                             "order,1,,1,1,EUR,2026-03-01\n"      // 3
                             "order,1,a,1,x,EUR,2026-03-01\n"     // 4
                             "order,1,a,1,1.005,EUR,2026-03-01\n" // 5
                             "order,1,a,1,-1,EUR,2026-03-01\n"    // 6
                             "order,1,a,0,1,EUR,2026-03-01\n"     // 7
                             "order,1,a,1,1,XXZ,2026-03-01\n"     // 8
                             "order,1,a,1,1,EUR,yesterday\n"      // 9
                             "gift,1,a,1,1,EUR,2026-03-01\n"      // 10
                             "order,1,a,1,NaN,EUR,2026-03-01\n"   // 11
                             "order,1,a,1,1e300,EUR,2026-03-01\n" // 12
                             "order,1,a,1,500.5,JPY,2026-03-01\n" // 13
                             "refund,1,a,1,5,EUR,2026-03-01\n"    // good
                             "refund,1,a,1,5,EUR,2026-03-01\n"    // 15
                             "order,1,a,1,1,EUR,2026-03-01\n");   // good
    QCOMPARE(codes(), (QStringList{"2:import.missing-value", "3:import.missing-value", "4:import.not-a-number",
                                   "5:import.too-fine", "6:orders.negative", "7:orders.quantity-not-positive",
                                   "8:import.unknown-currency", "9:import.bad-day", "10:orders.bad-kind",
                                   "11:import.not-a-number", "12:import.out-of-range", "13:import.too-fine",
                                   "15:orders.repeated-refund"}));
    QCOMPARE(f.batch.lines.size(), 1u);
    QCOMPARE(f.batch.movements.size(), 1u);
    QCOMPARE(f.batch.rejected, 13);
  }

  void aFileThatTellsTooLittleIsRefused() {
    QCOMPARE(readOrderFile(file("a,b\n1,2\n"), m_euro, {}).error().code, QStringLiteral("orders.no-column"));
    QCOMPARE(readOrderFile(file("order,time,amount\n1,2026-03-01,2\n"), {}, {})
                 .error()
                 .arguments.value(QStringLiteral("column")),
             QStringLiteral("currency"));
    QCOMPARE(readOrderFile(file(""), m_euro, {}).error().code, QStringLiteral("import.empty"));
    QCOMPARE(readOrderFile(m_dir.filePath(QStringLiteral("none")), m_euro, {}).error().code,
             QStringLiteral("import.file-missing"));
    OrderFileOptions named = m_euro;
    named.columns.insert(OrderField::Amount, QStringLiteral("nope"));
    QCOMPARE(readOrderFile(file("order,time,amount\n1,2026-03-01,2\n"), named, {}).error().code,
             QStringLiteral("orders.no-column"));
  }

  void rejectedRowsAreWrittenAsTheyComeAndInFull() {
    const QString path = m_dir.filePath(QStringLiteral("no.csv"));
    {
      OrderRejects rejects(path, {});
      QCOMPARE(*rejects.finish(), QString()); // nothing was rejected: no file
      const auto take = [&](const RejectedOrderRow& row) { return rejects.take(row); };
      const auto read =
          readOrderFile(file("order,sku,amount,time\n1,a,x,2026-03-01\n\"2\",\"b,c\",y,2026-03-01\n"), m_euro, take);
      QVERIFY(read);
      QVERIFY(read->tellConflicts({}, take));
      QCOMPARE(rejects.count(), 2);
      QCOMPARE(rejects.byCode().value(QStringLiteral("import.not-a-number")), 2);
      QVERIFY(!QFile::exists(path)); // half of it tells nothing
      QCOMPARE(*rejects.finish(), path);
    }
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(),
             QByteArray("line,code,column,value,original\r\n"
                        "2,import.not-a-number,amount,x,\"1,a,x,2026-03-01\"\r\n"
                        "3,import.not-a-number,amount,y,\"\"\"2\"\",\"\"b,c\"\",y,2026-03-01\"\r\n"));
    OrderRejects nowhere(m_dir.filePath(QStringLiteral("no folder/x.csv")), {});
    const auto read = readOrderFile(file("order,sku,amount,time\n1,a,x,2026-03-01\n"), m_euro,
                                    [&](const RejectedOrderRow& row) { return nowhere.take(row); });
    QCOMPARE(read.error().code, QStringLiteral("import.reject-file"));
  }

  void aProductThatComesTwiceInAnOrderCountsTwice() {
    const QByteArray text("order,sku,amount,time\n"
                          "1,a,5,2026-03-01\n1,a,5,2026-03-01\n2,a,5,2026-03-01\n" // twice, and in another order
                          "1,a,x,2026-03-01\n1,a,7,2026-03-01\n"                   // the fourth keeps its number
                          "3,b,1,2026-03-01\n3,b#2,2,2026-03-01\n3,b,4,2026-03-01\n");
    const OrderFile f = read(text);
    QCOMPARE(codes(), QStringList{QStringLiteral("5:import.not-a-number")});
    QStringList lines;
    for (const OrderLine& l : f.batch.lines)
      lines << l.orderId + u':' + l.line;
    QCOMPARE(lines, (QStringList{"1:a", "1:a#2", "2:a", "1:a#4", "3:b", "3:b#2", "3:b#3"}));
    FixedClock clock{fromMillis(1'700'000'000'000)};
    IdSource ids{clock, 7};
    const auto db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
    Journal journal(*db, clock, ids);
    OrderStore store(*db, journal, clock, ids);
    QCOMPARE(store.keep(systemActor(), f.batch)->added, 7);
    QCOMPARE(store.totals({})->front().second.captured, 2900);
    const LoadReport again = *store.keep(systemActor(), read(text).batch);
    QVERIFY(!again.changedAnything() && again.conflicts.empty());
    QCOMPARE(again.same, 7);
    const OrderFile mended = read(QByteArray(text).replace("a,x", "a,3"));
    QCOMPARE(store.keep(systemActor(), mended.batch)->added, 1);
    QCOMPARE(store.totals({})->front().second.captured, 3200);
  }

  // A product rung up twice is two lines; an order that is written out again is one order.
  void anOrderThatIsWrittenOutAgainCountsOnce() {
    const QByteArray header("order,sku,amount,time\n");
    const QByteArray orders("1,a,5,2026-03-01\n1,b,2,2026-03-01\n1,a,5,2026-03-01\n2,a,5,2026-03-01\n");
    const auto linesOf = [](const OrderFile& f) {
      QStringList lines;
      for (const OrderLine& l : f.batch.lines)
        lines << l.orderId + u':' + l.line;
      return lines;
    };
    const QStringList once{"1:a", "1:b", "1:a#2", "2:a"};
    QCOMPARE(linesOf(read(header + orders)), once);
    const OrderFile twice = read(header + orders + orders + orders); // an export that was joined with itself
    QCOMPARE(codes(), QStringList());
    QCOMPARE(linesOf(twice), once);
    QCOMPARE(twice.repeated, 8);
    QCOMPARE(twice.rows, 12);
    // What is new where an order comes again is a line; so is one more than there were.
    const OrderFile grown = read(header + orders + "1,a,5,2026-03-01\n1,a,5,2026-03-01\n1,a,5,2026-03-01\n" +
                                 "1,c,4,2026-03-01\n1,c,4,2026-03-01\n");
    QCOMPARE(linesOf(grown), once + QStringList({"1:a#3", "1:c", "1:c#2"}));
    QCOMPARE(grown.repeated, 2);
    // Another amount is another line, and where lines have numbers those tell.
    QCOMPARE(read(header + orders + "1,a,7,2026-03-01\n").repeated, 0);
    const QByteArray numbered(
        "order,line,sku,amount,time\n1,1,a,5,2026-03-01\n2,1,a,5,2026-03-01\n1,1,a,5,2026-03-01\n");
    QCOMPARE(read(numbered).batch.lines.size(), std::size_t(3)); // the store counts the same line once
    // Refunds have a rule of their own, and a row that cannot be read is told each time.
    read(header + "1,a,x,2026-03-01\n2,b,1,2026-03-01\n1,a,x,2026-03-01\n");
    QCOMPARE(codes(), (QStringList{"2:import.not-a-number", "4:import.not-a-number"}));
  }

  void peopleAreHashedWithTheSaltOfTheWorkspace() {
    const QByteArray text(
        "order,sku,amount,time,visitor,customer\n1,a,5,2026-03-01,V1,Anna\n1,a,5,2026-03-01,v1,anna\n");
    const OrderFile f = read(text);
    const OrderLine& l = f.batch.lines[0];
    QVERIFY(l.unitHash != f.batch.lines[1].unitHash); // the shop's own names, letter by letter
    QCOMPARE(l.customerHash, f.batch.lines[1].customerHash);
    OrderFileOptions other = m_euro;
    other.salt = "another workspace";
    const OrderFile o = *readOrderFile(file(text), other, {});
    QVERIFY(o.batch.lines[0].unitHash != l.unitHash);
    QVERIFY(o.batch.lines[0].customerHash != l.customerHash);
    QVERIFY(hashedUnit("w", 1) != hashedUnit("w", 2) && hashedUnit("w", 1) != hashedUnit("x", 1));
    QCOMPARE(hashedName("w", {}), QString());
  }

  void amountsBeyondAllMeasureAreRejected() {
    read("order,sku,quantity,price,time\n1,a,900000000,900000000000,2026-03-01\n1,a,-9e11,900000000000,2026-03-01\n"
         "1,a,1000000000000,9000,2026-03-01\n1,b,1,-9223372036854775808,2026-03-01\n1,a,1,2,-123456789\n");
    QCOMPARE(codes(), (QStringList{"2:import.out-of-range", "3:import.out-of-range", "4:import.out-of-range",
                                   "5:import.out-of-range", "6:import.bad-day"}));
  }

  void theSameLineTwiceCountsOnceAndAnotherIsTold() {
    FixedClock clock{fromMillis(1'700'000'000'000)};
    IdSource ids{clock, 7};
    const auto db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
    Journal journal(*db, clock, ids);
    OrderStore store(*db, journal, clock, ids);
    const OrderFile f = read("order,line,sku,amount,time\n1,1,a,5,2026-03-01\n1,1,a,5,2026-03-01\n"
                             "1,1,a,7,2026-03-01\n");
    const LoadReport report = *store.keep(systemActor(), f.batch);
    QVERIFY(f.tellConflicts(report, m_reject));
    QCOMPARE(report.same, 1);
    QCOMPARE(codes(), QStringList{QStringLiteral("4:orders.line-differs")});
    QCOMPARE(store.totals({})->front().second.captured, 500);
  }

  void noNamesMakeTwoThingsOne() {
    FixedClock clock{fromMillis(1'700'000'000'000)};
    IdSource ids{clock, 7};
    const auto db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
    Journal journal(*db, clock, ids);
    OrderStore store(*db, journal, clock, ids);
    const OrderFile f = read("kind,order,line,sku,amount,time,refund\n"
                             "order,1|2,3,a,1.00,2026-03-01,\norder,1,2|3,a,2.00,2026-03-01,\n"
                             "order,1,refund|x,a,4.00,2026-03-01,\nrefund,1,,a,0.50,2026-03-01,x\n"
                             "order,1%7C2,3,a,8.00,2026-03-01,\n");
    QCOMPARE(codes(), QStringList());
    const auto kept = store.keep(systemActor(), f.batch);
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().debugText()));
    QCOMPARE(store.totals({})->front().second.net(), 1450);
  }

  void twentyThousandRowsAreKeptToTheCent() {
    QByteArray text("order,line,sku,quantity,amount,time,visitor\n");
    for (int i = 0; i < 20'000; ++i)
      text += QByteArray::number(i / 2) + ',' + QByteArray::number(i % 2) + ",s" + QByteArray::number(i % 500) +
              ",1,9.99,2026-03-01T10:00:00Z,v" + QByteArray::number(i / 2) + '\n';
    const QString path = file(text);
    const auto f = readOrderFile(path, m_euro, {});
    QVERIFY(f);
    FixedClock clock{fromMillis(1'700'000'000'000)};
    IdSource ids{clock, 7};
    const auto db = std::move(*Database::open(m_dir.filePath(QStringLiteral("w.pricewright")), OpenMode::CreateNew));
    Journal journal(*db, clock, ids);
    OrderStore store(*db, journal, clock, ids);
    QCOMPARE(store.keep(systemActor(), f->batch)->added, 20'000);
    QCOMPARE(store.totals({})->front().second.captured, 19'980'000);
  }

  // 2099 is a slip of the pen; tomorrow morning elsewhere is not.
  void whatLiesInTheFutureIsRejectedAndTheRestKept() {
    OrderFileOptions how = m_euro;
    how.latest = *parseInstant(QStringLiteral("2026-03-02T12:00:00Z"));
    QMap<QString, qint64> why;
    const auto take = [&](const RejectedOrderRow& row) -> Status {
      ++why[row.code];
      return {};
    };
    const OrderFile o = *readOrderFile(file("order,sku,amount,time\n1,a,2.00,2026-03-01\n2,a,3.00,2099-03-01\n"
                                            "3,a,4.00,2026-03-02\n"),
                                       how, take);
    QCOMPARE(o.batch.lines.size(), std::size_t(2));
    QCOMPARE(why, (QMap<QString, qint64>{{QStringLiteral("orders.in-future"), 1}}));
  }
};

QTEST_APPLESS_MAIN(tst_OrderFile)
#include "tst_OrderFile.moc"
