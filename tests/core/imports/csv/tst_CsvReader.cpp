// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of rows: what RFC 4180 says, what files really are, and what an enemy would write.
#include "imports/csv/CsvReader.h"
#include "support/ProcessorTime.h"
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <zlib.h>

using namespace pricewright;

namespace {

template <class T> T take(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().debugText()));
  return std::move(*result);
}

QByteArray packed(const QByteArray& bytes) {
  QByteArray out(bytes.size() + bytes.size() / 100 + 128, '\0');
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(static_cast<qsizetype>(z.total_out));
  deflateEnd(&z);
  return out;
}

// line:cell|cell, "!" and the reason before a row at fault; an error is one line.
QStringList rowsOf(const QString& path, char separator = ',', CsvLimits limits = {}, ByteLimits bytes = {},
                   TextEncoding encoding = TextEncoding::Auto) {
  auto source = ByteSource::open(path, encoding, bytes);
  if (!source)
    return {source.error().code};
  CsvReader reader(std::move(*source), separator, limits);
  QStringList out;
  CsvRow row;
  for (;;) {
    const auto more = reader.next(row);
    if (!more)
      return out << more.error().code;
    if (!*more)
      return out;
    QStringList cells;
    for (const auto cell : row.cells)
      cells << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
    const QString fault = row.fault == RowFault::None ? QString() : u'!' + QLatin1String(rowFaultCode(row.fault));
    out << QString::number(row.line) + u':' + (fault.isEmpty() ? cells.join(u'|') : fault);
  }
}

} // namespace

class TestCsvReader : public QObject {
  Q_OBJECT
  QTemporaryDir m_dir;
  int m_files = 0;

  QString file(const QByteArray& bytes) {
    QFile out(m_dir.filePath(QString::number(++m_files)));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
      qFatal("cannot write");
    return out.fileName();
  }

 private slots:
  void rowsAsTheyAre_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char* name, const QByteArray& bytes, const QStringList& rows) {
      QTest::newRow(name) << bytes << rows;
    };
    row("plain", "a,b\n1,2\n", {"1:a|b", "2:1|2"});
    row("no last line end", "a,b\n1,2", {"1:a|b", "2:1|2"});
    row("crlf", "a,b\r\n1,2\r\n", {"1:a|b", "2:1|2"});
    row("old mac", "a,b\r1,2\r", {"1:a|b", "2:1|2"});
    row("empty cells", "a,b\n,\n", {"1:a|b", "2:|"});
    row("ends behind a separator", "a,b\n1,", {"1:a|b", "2:1|"});
    row("blank lines are no rows, but count as lines", "a,b\n\n  \r\n1,2\n", {"1:a|b", "4:1|2"});
    row("quotes", "\"a\",\"b,c\"\n\"1 \"\"x\"\"\",2\r\n", {"1:a|b,c", "2:1 \"x\"|2"});
    row("line break in quotes", "a,b\n\"1\n2\",3\n4,5\n", {"1:a|b", "2:1\n2|3", "4:4|5"});
    row("blank behind a quote", "a,b\n\"1\" ,2\n", {"1:a|b", "2:1|2"});
    row("quote inside a cell", "a,b\n5\" pipe,2\n", {"1:a|b", "2:5\" pipe|2"});
    row("text behind a quote", "a,b\n\"1\"x,2\n3,4\n", {"1:a|b", "2:!import.bad-quote", "3:3|4"});
    row("never closed: its own line only", "a,b\n1,\"2\n3,4\n5,6\n",
        {"1:a|b", "2:!import.unclosed-quote", "3:3|4", "4:5|6"});
    row("nul", QByteArray("a,b\n1\0,2\n3,4\n", 13), {"1:a|b", "2:!import.nul-byte", "3:3|4"});
    row("excel says the separator", "sep=,\r\na,b\r\n1,2\r\n", {"2:a|b", "3:1|2"});
    row("mark",
        "\xEF\xBB\xBF"
        "a,b\n1,2\n",
        {"1:a|b", "2:1|2"});
    row("utf-16",
        QByteArray("\xFF\xFE"
                   "a\0,\0b\0\n\0\xE9\0,\0\x32\0\n\0",
                   18),
        {"1:a|b", QStringLiteral("2:é|2")});
    row("utf-16, other way round", QByteArray("\xFE\xFF\0a\0,\0b\0\n\0\xE9\0,\0\x32", 16),
        {"1:a|b", QStringLiteral("2:é|2")});
  }
  void rowsAsTheyAre() {
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, rows);
    QCOMPARE(rowsOf(file(bytes)), rows);
    QCOMPARE(rowsOf(file(packed(bytes))), rows); // told by its bytes, not by its name
  }

  // However the blocks of a file fall, its rows are the same: limits smaller than the buffer move every edge.
  void blocksNeverShow() {
    std::mt19937_64 random(11);
    QByteArray bytes = "a,b,c\n";
    QStringList expected{QStringLiteral("1:a|b|c")};
    qint64 line = 2;
    while (bytes.size() < 3'000'000) {
      QStringList cells;
      const qint64 first = line;
      for (int i = 0; i < 3; ++i) {
        QString text(static_cast<qsizetype>(random() % 40), QLatin1Char('x'));
        const bool broken = random() % 7 == 0, quoted = broken || random() % 3 == 0;
        if (broken)
          text += u'\n', ++line;
        if (quoted && random() % 2)
          text += u'"';
        cells << text;
        bytes +=
            quoted ? "\"" + QString(text).replace(u'"', QStringLiteral("\"\"")).toLatin1() + "\"" : text.toLatin1();
        bytes += i < 2 ? "," : "\n";
      }
      ++line;
      expected << QString::number(first) + u':' + cells.join(u'|');
    }
    const QStringList rows = rowsOf(file(bytes), ',', {1 << 12, 16});
    QCOMPARE(rows.size(), expected.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
      QCOMPARE(rows[i], expected[i]);
    QCOMPARE(rowsOf(file(packed(bytes))), expected);
  }

  void aLineWithoutEndIsGivenUp() {
    const QByteArray bytes = "a,b\n" + QByteArray(300'000, 'x') + "\n1,2\n\"" + QByteArray(300'000, 'y') + "\n3,4\n";
    const QStringList rows = rowsOf(file(bytes), ',', {1000, 16});
    QCOMPARE(rows, QStringList({"1:a|b", "2:!import.line-too-long", "3:1|2", "4:!import.line-too-long", "5:3|4"}));
    QCOMPARE(rowsOf(file("a\n" + QByteArray(50, ',') + "\n1\n"), ',', {1000, 16}),
             QStringList({"1:a", "2:!import.ragged-row", "3:1"}));
  }

  // Every line opens a quote that none closes: the cost must stay in proportion to the file.
  void unclosedQuotesCostNoMoreThanTheirLength() {
    QByteArray bytes = "a,b\n";
    for (int i = 0; i < 400'000; ++i)
      bytes += i % 1000 == 0 ? "1,\"2\n" : "1,2\"\"\n";
    const test::ProcessorTime timer;
    QVERIFY(rowsOf(file(bytes)).size() > 300);
    QVERIFY2(timer.elapsed() < 20'000, "in proportion to the square of the file");
  }

  void filesThatAreNoText_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QByteArray cut = packed("a,b\n" + QByteArray(100'000, '1') + "\n");
    cut.chop(10);
    QTest::newRow("zip") << QByteArray("PK\x03\x04zzzz") << "import.not-text";
    QTest::newRow("zeros") << QByteArray(5000, '\0') << "import.not-text";
    QTest::newRow("gzip cut short") << cut << "import.file-damaged";
    QTest::newRow("gzip in name only") << QByteArray("\x1f\x8b"
                                                     "garbage")
                                       << "import.file-damaged";
    QTest::newRow("gzip of binary data") << packed(QByteArray(5000, '\1')) << "import.not-text";
  }
  void filesThatAreNoText() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QCOMPARE(rowsOf(file(bytes)).last(), code);
  }
  void aMissingFileAndAFolderSaySo() {
    QCOMPARE(rowsOf(m_dir.filePath(QStringLiteral("nowhere"))).last(), QStringLiteral("import.file-missing"));
    QCOMPARE(rowsOf(m_dir.path()).last(), QStringLiteral("import.file-unreadable"));
  }

  void bombsAndEndlessFilesStop() {
    const QString bomb = file(packed("a,b\n" + QByteArray(4'000'000, '\n')));
    QCOMPARE(rowsOf(bomb, ',', {}, {1 << 30, 1 << 20, 200}).last(), QStringLiteral("import.compression-bomb"));
    QCOMPARE(rowsOf(bomb, ',', {}, {1 << 20, 1 << 30, 200}).last(), QStringLiteral("import.too-large"));
    QCOMPARE(rowsOf(bomb), QStringList{"1:a|b"}); // small enough by the usual limits
  }

  void severalGzipMembersAreOneFile() {
    QCOMPARE(rowsOf(file(packed("a,b\n1,") + packed("2\n3,4\n"))), QStringList({"1:a|b", "2:1|2", "3:3|4"}));
  }

  void encodingsAreTold() {
    const auto verdict = [this](const QByteArray& bytes) {
      auto source = take(ByteSource::open(file(bytes)));
      std::array<char, 64> buffer;
      while (take(source.read(buffer.data(), buffer.size())) > 0) {
      }
      return textEncodingName(source.verdict());
    };
    QCOMPARE(verdict("Köln, Łódź, 東京, 🍊"), QStringLiteral("utf-8"));
    QCOMPARE(verdict("K\xF6ln"), QStringLiteral("latin-1"));
    QCOMPARE(verdict("\xC0\xAF overlong"), QStringLiteral("latin-1"));
    QCOMPARE(verdict("\xED\xA0\x80 surrogate"), QStringLiteral("windows-1252"));
    QCOMPARE(verdict("1,99 \x80"), QStringLiteral("windows-1252"));                    // the euro sign
    QCOMPARE(verdict(QByteArray("é").repeated(40) + "\xF6"), QStringLiteral("utf-8")); // damaged, not Latin-1
    QCOMPARE(verdict("é \xF6"), QStringLiteral("utf-8"));                              // é is no chance
    QCOMPARE(verdict("é \xFF\xFE"), QStringLiteral("utf-8"));                          // one damage
    QCOMPARE(verdict("é \xF6 \xE4"), QStringLiteral("latin-1"));
    QCOMPARE(rowsOf(file("\x80,\xE9\n"), ',', {}, {}, TextEncoding::Latin1), QStringList{QStringLiteral("1:€|é")});
  }

  void separatorsAreGuessed() {
    QCOMPARE(guessSeparator("a;b;c\n1,5;2,5;3,5\n"), ';');
    QCOMPARE(guessSeparator("a,b\n\"x;y;z\",1\n"), ',');
    QCOMPARE(guessSeparator("a\tb\n1,5\t2\n"), '\t');
    QCOMPARE(guessSeparator("a|b|c\n1|2|3\n"), '|');
    QCOMPARE(guessSeparator("sep=;\na,b;c\n"), ';');
    QCOMPARE(guessSeparator("alone\n1\n"), ',');
  }

  // Seeded noise from an alphabet that hits every branch. No crash, and the rows account for every line.
  void hostileBytes() {
    static constexpr std::string_view kAlphabet{"\",\n\r;\0a1\xC3\xA9\t .", 13};
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
      std::mt19937_64 random(seed);
      QByteArray bytes = "a,b\n";
      for (std::uint64_t i = 0, n = random() % 200; i < n; ++i)
        bytes += kAlphabet[random() % kAlphabet.size()];
      const QStringList rows = rowsOf(file(bytes), ',', {64, 8});
      --m_files; // the next one overwrites this
      qint64 last = 0;
      for (const QString& row : rows) {
        if (row.startsWith(u"import."))
          continue;
        const qint64 line = row.left(row.indexOf(u':')).toLongLong();
        QVERIFY2(line > last && line <= bytes.count('\n') + 1, qPrintable(QStringLiteral("seed %1").arg(seed)));
        last = line;
      }
      QCOMPARE(rowsOf(file(bytes), ',', {64, 8}), rows);
      --m_files;
    }
  }

  // The fuzzer's starting points; what it finds is added there. The first byte chooses the limits, as in fuzz_csv.
  void fuzzCorpus() {
    const QDir corpus(pricewright::test::sourceTree("/tests/fuzz/corpus/csv"));
    const QStringList names = corpus.entryList(QDir::Files);
    QVERIFY(names.size() >= 6);
    for (const QString& name : names) {
      QFile in(corpus.filePath(name));
      QVERIFY(in.open(QIODevice::ReadOnly));
      const QByteArray bytes = in.readAll();
      const auto choice = static_cast<unsigned char>(bytes[0]);
      const QString path = file(bytes.mid(1));
      const CsvLimits limits{std::size_t(16) << (choice % 8), 32};
      const QStringList rows = rowsOf(path, ",;\t|"[choice / 8 % 4], limits);
      QVERIFY2(!rows.isEmpty(), qPrintable(name));
      QCOMPARE(rowsOf(path, ",;\t|"[choice / 8 % 4], limits), rows);
    }
  }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_CsvReader.moc"
