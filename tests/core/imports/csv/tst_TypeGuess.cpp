// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, days and switches as people write them, and how a whole column decides what a single cell cannot.
#include "imports/csv/TypeGuess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;

namespace {

constexpr std::int64_t kBad = -999'999'999; // no number, or none that fits

std::int64_t micros(std::string_view text, char mark) {
  const ParsedNumber n = parseNumber(text, mark, 6);
  return n.fault == ValueFault::None ? n.value : kBad;
}

ColumnProfile profile(const QStringList& cells) {
  ColumnProfile p;
  for (const QString& cell : cells)
    p.see(cell.toStdString());
  return p;
}

} // namespace

class TestTypeGuess : public QObject {
  Q_OBJECT

 private slots:
  void numbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("withPoint");
    QTest::addColumn<qint64>("withComma");
    const auto row = [](const char* text, qint64 point, qint64 comma) {
      QTest::newRow(text) << QString::fromUtf8(text) << point << comma;
    };
    row("1299", 1'299'000'000, 1'299'000'000);
    row("3.35", 3'350'000, kBad); // thousands come by threes
    row("3,35", kBad, 3'350'000);
    row("3.350", 3'350'000, 3'350'000'000);
    row("1.299,00", kBad, 1'299'000'000);
    row("1,299.00", 1'299'000'000, kBad);
    row("1 299,50", kBad, 1'299'500'000);
    row("1 299.50", 1'299'500'000, kBad);
    row("1\xC2\xA0"
        "299,50",
        kBad, 1'299'500'000);
    row("1'299.50", 1'299'500'000, kBad);
    row("1,29,900", kBad, kBad);
    row("-0.0049", -4'900, kBad);
    row("(12.00)", -12'000'000, kBad);
    row("12.50-", -12'500'000, kBad);
    row("€ 4.95", 4'950'000, kBad);
    row("4,95 EUR", kBad, 4'950'000);
    row("US$4.95", 4'950'000, kBad);
    row("27 %", 27'000'000, 27'000'000);
    row("1e-7", 0, 0);
    row("1.5E3", 1'500'000'000, kBad);
    row("0.0000005", 0, kBad); // half to even
    row("0.0000015", 2, kBad);
    row("0.00000050001", 1, kBad);
    row("999999999999.999999", 999'999'999'999'999'999, kBad);
    for (const char* none : {"",
                             " ",
                             "NaN",
                             "inf",
                             "-inf",
                             "1e400",
                             "1e13",
                             "12a",
                             "SKU-00001",
                             "ABC123",
                             "--3",
                             "1.2.3",
                             ".",
                             ",",
                             "-",
                             "0x10",
                             "1,",
                             "١٢",
                             "99999999999999999999",
                             "1e",
                             "1 2"})
      QTest::newRow(none[0] ? none : "nothing") << QString::fromUtf8(none) << qint64(kBad) << qint64(kBad);
  }
  void numbers() {
    QFETCH(QString, text);
    QFETCH(qint64, withPoint);
    QFETCH(qint64, withComma);
    if (text == QStringLiteral("1,"))
      withComma = 1'000'000; // a mark with nothing behind it
    if (text == QStringLiteral("0.0000005") || text.startsWith(u"0.00000"))
      withComma = kBad;
    QCOMPARE(micros(text.toStdString(), '.'), withPoint);
    QCOMPARE(micros(text.toStdString(), ','), withComma);
  }

  void ratesKeepEveryDigit() {
    QCOMPARE(exactNumberText("16519.820", '.'), std::string("16519.82"));
    QCOMPARE(exactNumberText("0.00000123456789", '.'), std::string("0.00000123456789"));
    QCOMPARE(exactNumberText("1.299,50", ','), std::string("1299.5"));
    QCOMPARE(exactNumberText("N/A", '.'), std::string());
    QCOMPARE(exactNumberText("000", '.'), std::string("0"));
  }

  void days_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted"); // an instant or a fault
    const auto row = [](const char* format, const char* text, const char* wanted) {
      QTest::addRow("%s: %s", format, text) << format << text << wanted;
    };
    row("iso", "2026-03-01", "2026-03-01T00:00:00.000Z");
    row("iso", "2026-03-01 08:26", "2026-03-01T08:26:00.000Z");
    row("iso", "2026-03-01T08:26:15.250+02:00", "2026-03-01T06:26:15.250Z");
    row("iso", "20260301", "2026-03-01T00:00:00.000Z");
    row("iso", "2026/3/1", "2026-03-01T00:00:00.000Z");
    row("iso", "2024-02-29", "2024-02-29T00:00:00.000Z");
    row("iso", "2023-02-29", "import.bad-day");
    row("iso", "2026-13-01", "import.bad-day");
    row("iso", "2026-03-01 25:00", "import.bad-day");
    row("iso", "45992", "import.excel-day");
    row("iso", "45992.5", "import.excel-day");
    row("excel", "46027", "2026-01-05T00:00:00.000Z");
    row("excel", "46027.5", "2026-01-05T12:00:00.000Z");
    row("excel", "46027,25", "2026-01-05T06:00:00.000Z");
    row("excel", "61", "import.absurd-day");
    row("excel", "999999999999", "import.absurd-day");
    row("excel", "2026-01-05", "import.bad-day");
    row("iso", "0001-01-01", "import.absurd-day");
    row("iso", "9999-12-31", "import.absurd-day");
    row("iso", "01.03.2026", "import.bad-day");
    row("iso", "yesterday", "import.bad-day");
    row("iso", "", "import.missing-value");
    row("d/m/y", "1.3.2026", "2026-03-01T00:00:00.000Z");
    row("d/m/y", "31/12/2025 23:59", "2025-12-31T23:59:00.000Z");
    row("d/m/y", "12/31/2025", "import.bad-day");
    row("d/m/y", "1.3.26", "import.bad-day");
    row("m/d/y", "12/31/2025 1:05 PM", "2025-12-31T13:05:00.000Z");
    row("m/d/y", "31/12/2025", "import.bad-day");
    row("week:1989-09-14", "1", "1989-09-14T00:00:00.000Z");
    row("week:1989-09-14", "160", "1992-10-01T00:00:00.000Z");
    row("week:1989-09-14", "0", "import.absurd-day");
    row("week:1989-09-14", "99999", "import.absurd-day");
    row("week:1989-09-14", "1.5", "import.bad-day");
    row("d MMM yyyy", "1 Mar 2026", "2026-03-01T00:00:00.000Z");
    row("dd.MM.yyyy hh:mm", "01.03.2026 08:26", "2026-03-01T08:26:00.000Z");
    row("d MMM yyyy", "1 Foo 2026", "import.bad-day");
  }
  void days() {
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    const auto parsed = DayFormat::fromName(format);
    QVERIFY(parsed);
    QCOMPARE(parsed->name(), format);
    const auto moment = parsed->parse(text.toStdString());
    QCOMPARE(moment.fault == ValueFault::None ? isoInstant(fromMillis(moment.ms))
                                              : QString::fromLatin1(valueFaultCode(moment.fault)),
             wanted);
  }
  void formatsThatAreNone() {
    for (const char* name : {"", "week:", "week:1989-14-09", "yyyy", "hello"})
      QCOMPARE(DayFormat::fromName(QLatin1String(name)).error().code, QStringLiteral("import.bad-day-format"));
  }

  // d/m or m/d: one cell decides for all, none is read by itself, and a column that leaves it open is not guessed.
  void theColumnDecidesTheOrderOfDayAndMonth() {
    const auto decide = [](const QStringList& cells) {
      const auto format = decideDayFormat(profile(cells), QStringLiteral("when"));
      return format ? format->name() : format.error().code;
    };
    QCOMPARE(decide({"03/04/2026", "05/06/2026", "13/06/2026"}), QStringLiteral("d/m/y"));
    QCOMPARE(decide({"03/04/2026", "06/13/2026"}), QStringLiteral("m/d/y"));
    QCOMPARE(decide({"03/04/2026", "05/06/2026"}), QStringLiteral("import.open-day-order"));
    QCOMPARE(decide({"13/06/2026", "06/13/2026"}), QStringLiteral("import.both-day-orders"));
    QCOMPARE(decide({"03.04.2026", "05.06.2026"}), QStringLiteral("d/m/y"));
    QCOMPARE(decide({"2026-04-03"}), QStringLiteral("iso"));
    // Points speak for themselves, and for no slash beside them.
    QCOMPARE(decide({"03.11.2026", "11/25/2026 10:00"}), QStringLiteral("m/d/y"));
    QCOMPARE(decide({"03.11.2026", "25/11/2026"}), QStringLiteral("d/m/y"));
    QCOMPARE(decide({"25.11.2026", "03/11/2026"}), QStringLiteral("import.open-day-order"));
    QCOMPARE(isoInstant(fromMillis(DayFormat(DayFormat::Kind::MonthFirst).parse("03.11.2026").ms)).left(10),
             QStringLiteral("2026-11-03"));
    QCOMPARE(DayFormat(DayFormat::Kind::MonthFirst).parse("11.25.2026").fault, ValueFault::BadDay);
    const WrittenAs said{{}, QStringLiteral("d/m/y")};
    QCOMPARE(dayFormatOf(said, profile({"03/04/2026"}), QStringLiteral("when"))->name(), QStringLiteral("d/m/y"));
  }

  void theColumnDecidesTheDecimalMark_data() {
    QTest::addColumn<QStringList>("price");
    QTest::addColumn<QStringList>("weight");
    QTest::addColumn<char>("separator");
    QTest::addColumn<QString>("marks");
    QTest::addColumn<QStringList>("notes");
    using L = QStringList;
    QTest::newRow("point") << L{"3.35", "3.350"} << L{"1.5"} << ';' << ".." << L{};
    QTest::newRow("comma") << L{"1.299,00", "3.350"} << L{"1,5"} << ';' << ",," << L{};
    QTest::newRow("open, the file says comma")
        << L{"3.350", "2.100"} << L{"1,5"} << ';' << ",," << L{"import.open-decimal-mark:price"};
    QTest::newRow("open, the file says point")
        << L{"3.350"} << L{"1.5"} << ',' << ".." << L{"import.open-decimal-mark:price"};
    QTest::newRow("open, nobody says") << L{"3.350"} << L{"7"} << ',' << ".." << L{"import.open-decimal-mark:price"};
    QTest::newRow("open commas between semicolons")
        << L{"3,350"} << L{"7"} << ';' << ",," << L{"import.open-decimal-mark:price"};
    QTest::newRow("each column its own") << L{"3,35"} << L{"1.25"} << ';' << ",." << L{};
    QTest::newRow("cells disagree") << L{"3.35", "4.20", "3,35"} << L{"1.5"} << ';' << ".."
                                    << L{"import.both-decimal-marks:price"};
    QTest::newRow("0.350 is not open") << L{"0.350"} << L{"7"} << ';' << ".." << L{};
  }
  void theColumnDecidesTheDecimalMark() {
    QFETCH(QStringList, price);
    QFETCH(QStringList, weight);
    QFETCH(char, separator);
    QFETCH(QString, marks);
    QFETCH(QStringList, notes);
    FileScan scan;
    scan.separator = separator;
    scan.header = {QStringLiteral("price"), QStringLiteral("weight")};
    scan.columns = {profile(price), profile(weight)};
    const DecimalMarks decided = decideDecimalMarks(scan, {true, true});
    QCOMPARE(QString::fromLatin1(decided.columns.data(), 2), marks);
    QCOMPARE(decided.notes, notes);
  }

  void columnsAreWhatNearlyAllTheirCellsAre() {
    QCOMPARE(profile({"007", "008", "123"}).type(), QStringLiteral("text")); // a code: its zeros are kept
    QCOMPARE(profile({"7", "8", "123"}).type(), QStringLiteral("integer"));
    QCOMPARE(profile({"0.5", "0,5", "12"}).type(), QStringLiteral("decimal"));
    QCOMPARE(profile({"1", "0", "", "1"}).type(), QStringLiteral("switch"));
    QCOMPARE(profile({"2026-01-05", "2026-01-12"}).type(), QStringLiteral("day"));
    QCOMPARE(profile({"", " "}).type(), QStringLiteral("empty"));
    QCOMPARE(profile({"85123A", "22423"}).type(), QStringLiteral("text"));
    QCOMPARE(profile({"SKU-00001", "SKU-00002"}).type(), QStringLiteral("text"));
  }

  void aFileIsScannedAsAWhole() {
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("x.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Preis;Preis;;Gr\xF6\xDF"
               "e\n");
    for (int i = 0; i < 10'000; ++i)
      file.write("3.350;1;x;2\n");
    file.write("3,35;1;x;2\n"); // the last of ten thousand decides
    file.close();
    const auto scan = scanFile(file.fileName(), {});
    QVERIFY(scan);
    QCOMPARE(scan->separator, ';');
    QCOMPARE(textEncodingName(scan->encoding), QStringLiteral("latin-1"));
    QCOMPARE(scan->header, QStringList({"Preis", "Preis (2)", "column 3", QStringLiteral("Größe")}));
    QCOMPARE(scan->rows, 10'001);
    QCOMPARE(scan->sample.size(), 20u);
    QCOMPARE(decideDecimalMarks(*scan, {true, true, false, true}).columns.front(), ',');
  }
};

QTEST_GUILESS_MAIN(TestTypeGuess)
#include "tst_TypeGuess.moc"
