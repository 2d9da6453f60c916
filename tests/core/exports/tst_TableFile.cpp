// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/TableFile.h"
#include "exports/XlsxBook.h"
#include "support/Python.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace pricewright;

namespace {

const Currency kUsd = *Currency::fromCode(u"USD"), kJpy = *Currency::fromCode(u"JPY"),
               kKwd = *Currency::fromCode(u"KWD");

ExportTable table() {
  ExportTable t{QStringLiteral("Prices: all/none"),
                {{QStringLiteral("sku"), QStringLiteral("SKU"), ExportKind::Code},
                 {QStringLiteral("name"), QStringLiteral("Product"), ExportKind::Text},
                 {QStringLiteral("price"), QStringLiteral("Price"), ExportKind::Money},
                 {QStringLiteral("cost"), QStringLiteral("Cost"), ExportKind::Money},
                 {QStringLiteral("margin"), QStringLiteral("Margin %"), ExportKind::Percent, 1},
                 {QStringLiteral("stock"), QStringLiteral("Stock"), ExportKind::Integer},
                 {QStringLiteral("index"), QStringLiteral("Index"), ExportKind::Number, 1},
                 {QStringLiteral("from"), QStringLiteral("From"), ExportKind::Date},
                 {QStringLiteral("seen"), QStringLiteral("Seen"), ExportKind::Moment}},
                {}};
  const Day day = *parseDay(u"2026-03-01");
  const Instant at = *parseInstant(u"2026-03-01T18:30:15.250Z");
  t.rows.push_back({QStringLiteral("00123"), QStringLiteral("=1+1"), Money(-349, kUsd), *Decimal::parse(u"2.0349"),
                    -3.2, qint64(1234), 98.76, day, at});
  t.rows.push_back({QStringLiteral("-7"),
                    QStringLiteral("Käse, \"jung\"\n1 kg"),
                    Money(1200, kJpy),
                    {},
                    {},
                    {},
                    std::numeric_limits<double>::quiet_NaN(),
                    {},
                    {}});
  t.rows.push_back({QStringLiteral("4006381333931"),
                    QStringLiteral("@x"),
                    Money(1234, kKwd),
                    {},
                    9.4,
                    qint64(-1),
                    -0.01,
                    *parseDay(u"1874-01-01"),
                    {}});
  return t;
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}
XlsxSheet sheetOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    qFatal("unreadable");
  auto book = readXlsx(file);
  if (!book || book->empty())
    qFatal("%s", book ? "no sheet" : qPrintable(book.error().debugText()));
  return book->front();
}
QString cell(const XlsxSheet& sheet, std::size_t row, int column) {
  const XlsxCell* found = row < sheet.rows.size() ? sheet.rows[row].at(column) : nullptr;
  return found ? found->text : QStringLiteral("none");
}
// While it lives, no file grows beyond so many bytes: what a full disk does, for every writer at once.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit tight{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

 private:
  rlimit m_before{};
};
constexpr TableFormat kFormats[] = {TableFormat::CsvExcel, TableFormat::CsvMachine, TableFormat::Xlsx};

} // namespace

// What users rely on: numbers arrive as numbers, codes as they are, nothing runs, and a file that exists is replaced
// only by a whole one.
class TableFileTest : public QObject {
  Q_OBJECT
 private slots:
  void spreadsheetsGetTheirLocale() {
    QTemporaryDir dir;
    const QString path = dir.filePath("t.csv");
    const auto done = writeTable(path, TableFormat::CsvExcel, table(), styleOf(u','), {});
    QVERIFY(done && done->rows == 3 && done->cut == 0);
    QVERIFY(bytesOf(path).startsWith("\xEF\xBB\xBF"));
    QCOMPARE(QString::fromUtf8(bytesOf(path).mid(3)),
             QStringLiteral("SKU;Product;Price;Cost;Margin %;Stock;Index;From;Seen\r\n"
                            "00123;'=1+1;-3,49;2,0349;-3,2;1234;98,8;2026-03-01;2026-03-01 18:30:15\r\n"
                            "'-7;\"Käse, \"\"jung\"\"\n1 kg\";1200;;;;;;\r\n"
                            "4006381333931;'@x;1,234;;9,4;-1;0,0;1874-01-01;\r\n"));
    QVERIFY(writeTable(path, TableFormat::CsvExcel, table(), styleOf(u'.'), {}));
    QVERIFY(bytesOf(path).contains("00123,'=1+1,-3.49,2.0349,-3.2,"));
  }

  void programsGetRfc4180() {
    QTemporaryDir dir;
    const QString path = dir.filePath("t.csv");
    QVERIFY(writeTable(path, TableFormat::CsvMachine, table(), styleOf(u','), {}));
    QCOMPARE(QString::fromUtf8(bytesOf(path)),
             QStringLiteral("sku,name,price,cost,margin,stock,index,from,seen\r\n"
                            "00123,=1+1,-3.49,2.0349,-3.2,1234,98.8,2026-03-01,2026-03-01T18:30:15.250Z\r\n"
                            "-7,\"Käse, \"\"jung\"\"\n1 kg\",1200,,,,,,\r\n"
                            "4006381333931,@x,1.234,,9.4,-1,0.0,1874-01-01,\r\n"));
  }

  void workbooksHaveTypedCells() {
    QTemporaryDir dir;
    const QString path = dir.filePath("t.xlsx");
    const auto done = writeTable(path, TableFormat::Xlsx, table(), {}, {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().debugText()));
    const XlsxSheet sheet = sheetOf(path);
    QCOMPARE(sheet.name, QStringLiteral("Prices all none"));
    QCOMPARE(sheet.rows.size(), std::size_t(4));
    QCOMPARE(cell(sheet, 0, 8), QStringLiteral("Seen (UTC)"));
    QCOMPARE(cell(sheet, 1, 0), QStringLiteral("00123"));
    QCOMPARE(sheet.rows[1].at(0)->kind, XlsxCell::Kind::Text);
    QCOMPARE(cell(sheet, 1, 1), QStringLiteral("=1+1")); // a text, not run
    QVERIFY(sheet.rows[1].at(1)->kind == XlsxCell::Kind::Text && !sheet.rows[1].at(1)->isFormula);
    for (const auto& [row, column, value] : {std::tuple(1, 2, -3.49),
                                             {1, 3, 2.0349},
                                             {1, 4, -0.032},
                                             {1, 5, 1234.0},
                                             {1, 6, 98.76},
                                             {1, 7, 46082.0},
                                             {2, 2, 1200.0},
                                             {3, 2, 1.234}}) {
      const XlsxCell* found = sheet.rows[std::size_t(row)].at(column);
      QVERIFY(found && found->kind == XlsxCell::Kind::Number);
      QVERIFY2(qAbs(found->text.toDouble() - value) < 1e-12, qPrintable(found->text));
    }
    QVERIFY(sheet.rows[1].at(7)->isDate && sheet.rows[1].at(8)->isDate && !sheet.rows[1].at(2)->isDate);
    QCOMPARE(cell(sheet, 2, 6), QStringLiteral("none")); // no number, no cell
    QCOMPARE(cell(sheet, 3, 0), QStringLiteral("4006381333931"));
    QCOMPARE(sheet.rows[3].at(0)->kind, XlsxCell::Kind::Text);
    QCOMPARE(cell(sheet, 3, 7), QStringLiteral("1874-01-01")); // before the spreadsheets' time
  }

  void anotherProgramSeesTheSame() {
    QTemporaryDir dir;
    const QString path = dir.filePath("t.xlsx");
    QVERIFY(writeTable(path, TableFormat::Xlsx, table(), {}, {}));
    QProcess other;
    other.start(test::python(),
                {QStringLiteral("-c"),
                 QStringLiteral("import sys\ntry:\n import openpyxl\nexcept ImportError:\n sys.exit(77)\n"
                                "s = openpyxl.load_workbook(sys.argv[1]).active\n"
                                "print(s.freeze_panes, s.auto_filter.ref, [c.number_format for c in s[2]], "
                                "[s.cell(r, 3).number_format for r in (2, 3, 4)], [c.value for c in s[2]])"),
                 path});
    if (!other.waitForFinished() || other.exitCode() == 77)
      QSKIP("needs python3-openpyxl");
    QCOMPARE(
        QString::fromUtf8(other.readAllStandardOutput()).trimmed(),
        QStringLiteral("A2 A1:I4 ['@', '@', '#,##0.00', '#,##0.0000', '0.0%', '0', '#,##0.0', 'yyyy\\\\-mm\\\\-dd', "
                       "'yyyy\\\\-mm\\\\-dd\\\\ hh:mm:ss'] ['#,##0.00', '#,##0', '#,##0.000'] ['00123', '=1+1', "
                       "-3.49, 2.0349, -0.032, 1234, 98.76, datetime.datetime(2026, 3, 1, 0, 0), "
                       "datetime.datetime(2026, 3, 1, 18, 30, 15, 250000)]"));
  }

  void textsThatNoCellCanHold() {
    ExportTable t{
        QString(), {{QStringLiteral("a"), QStringLiteral("A")}, {QStringLiteral("b"), QStringLiteral("B")}}, {}};
    t.rows.push_back({QString(40'000, u'x'), QStringLiteral("bell\a, line\r\nend\uFFFF")});
    t.rows.push_back({});
    t.rows.push_back({QString(), Money(123'456'789'012'345'678, kUsd)});
    QTemporaryDir dir;
    const auto done = writeTable(dir.filePath("t.xlsx"), TableFormat::Xlsx, t, {}, {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().debugText()));
    QCOMPARE(done->rows, 3);
    QCOMPARE(done->cut, 1);
    const XlsxSheet sheet = sheetOf(dir.filePath("t.xlsx"));
    QCOMPARE(cell(sheet, 1, 0).size(), 32'767);
    QVERIFY(cell(sheet, 1, 0).endsWith(u'…'));
    QCOMPARE(cell(sheet, 1, 1), QStringLiteral("bell\uFFFD, line\nend\uFFFD"));
    QCOMPARE(cell(sheet, 2, 1), QStringLiteral("1234567890123456.78")); // more digits than a number has: a text
  }

  void theOldFileStays_data() {
    QTest::addColumn<int>("format");
    for (const TableFormat format : kFormats)
      QTest::addRow("%d", int(format)) << int(format);
  }
  void theOldFileStays() {
    QFETCH(int, format);
    QTemporaryDir dir;
    const QString path = dir.filePath("old.file");
    const auto reset = [&] {
      QFile old(path);
      return old.open(QIODevice::WriteOnly) && old.write("old") == 3;
    };
    QVERIFY(reset());
    ExportTable big = table();
    for (int i = 0; i < 3000; ++i)
      big.rows.push_back(big.rows[std::size_t(i) % 3]);
    const auto write = [&](const JobContext& job = {}) { return writeTable(path, TableFormat(format), big, {}, job); };

    for (const rlim_t room : {100, 8'000, 40'000, 120'000}) { // the disk fills up sooner or later
      Result<TableWritten> done = TableWritten{};
      {
        const FullDisk disk(room);
        done = write();
      }
      QVERIFY2(!done, qPrintable(QString::number(room)));
      QCOMPARE(done.error().code, QStringLiteral("export.not-written"));
      QVERIFY2(!done.error().arguments.value("what").isEmpty(), qPrintable(done.error().debugText()));
      QCOMPARE(bytesOf(path), QByteArray("old"));
    }
    std::stop_source stop;
    JobContext job;
    job.stop = stop.get_token();
    double furthest = 0;
    job.progress = [&](std::string_view, double fraction) {
      furthest = fraction;
      if (fraction > 0.3)
        stop.request_stop();
    };
    const auto stopped = write(job);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, QStringLiteral("export.cancelled"));
    QVERIFY(furthest > 0.3 && furthest < 0.9);
    QCOMPARE(bytesOf(path), QByteArray("old"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"old.file"}); // nothing lies about

    QVERIFY(write());
    QVERIFY(bytesOf(path).size() > 3000);
    QVERIFY(!writeTable(dir.path(), TableFormat(format), big, {}, {})); // a folder
    QVERIFY(!writeTable(dir.filePath("no/such/folder/x"), TableFormat(format), big, {}, {}));
    QVERIFY(!writeTable(QStringLiteral("/dev/null"), TableFormat(format), big, {}, {}));
    if (::geteuid() != 0) {
      QVERIFY(reset());
      QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner);
      const auto refused = write();
      QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
      QVERIFY(!refused);
      QCOMPARE(bytesOf(path), QByteArray("old"));
    }
  }

  void aMillionRowsPassThrough() {
    QTemporaryDir dir;
    for (const TableFormat format : kFormats) {
      const qint64 rows = format == TableFormat::Xlsx ? 60'000 : 300'000;
      const auto writer = TableWriter::open(dir.filePath("t"), format, QString(), table().columns);
      QVERIFY(writer);
      const auto row = table().rows.front();
      QElapsedTimer clock;
      clock.start();
      for (qint64 i = 0; i < rows; ++i)
        QVERIFY((*writer)->row(row));
      QVERIFY((*writer)->commit());
      qInfo("format %d: %.0f rows/s", int(format),
            1000.0 * double(rows) / double(std::max<qint64>(1, clock.elapsed())));
    }
  }

  void aWorkbookEndsSomewhere() {
    QTemporaryDir dir;
    const auto writer = TableWriter::open(dir.filePath("t.xlsx"), TableFormat::Xlsx, QString(),
                                          {{QStringLiteral("a"), QStringLiteral("A")}});
    QVERIFY(writer);
    const std::vector<ExportCell> row{qint64(1)};
    Status status;
    qint64 n = 0;
    for (; n < 1'100'000 && status; ++n)
      status = (*writer)->row(row);
    QVERIFY(!status);
    QCOMPARE(status.error().code, QStringLiteral("export.too-many-rows"));
    QCOMPARE(n, 1'048'576); // one more than fits below the header
    QVERIFY(!QFile::exists(dir.filePath("t.xlsx")));
  }

  void reportsBecomeTyped() {
    ReportTable report{QStringLiteral("r"), {"name", "price"}, {true, false}, {}};
    report.rows = {{"12", "3.50"}, {"x", ""}, {"y", "0.12345678"}, {"z", "n/a"}};
    const ExportTable t = typedTable(report);
    QVERIFY(std::get<QString>(t.rows[0][0]) == u"12" && std::get<Decimal>(t.rows[0][1]) == *Decimal::parse(u"3.5"));
    QVERIFY(std::holds_alternative<std::monostate>(t.rows[1][1]));
    QVERIFY(std::get<QString>(t.rows[2][1]) == u"0.12345678" && std::get<QString>(t.rows[3][1]) == u"n/a");
  }
};

QTEST_GUILESS_MAIN(TableFileTest)
#include "tst_TableFile.moc"
