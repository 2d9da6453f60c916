// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/XlsxBook.h"
#include "support/ProcessorTime.h"
#include "support/ZipBytes.h"

#include <QBuffer>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

Result<std::vector<XlsxSheet>> read(QByteArray bytes, const XlsxLimits& limits = {}, const JobContext& job = {}) {
  QBuffer file(&bytes);
  file.open(QIODevice::ReadOnly);
  return readXlsx(file, job, limits);
}
QString codeOf(const QByteArray& bytes, const XlsxLimits& limits = {}) {
  const auto book = read(bytes, limits);
  return book ? QStringLiteral("ok") : book.error().code;
}
QByteArray oneSheet(const QByteArray& rows, const QByteArray& texts = {}, const QByteArray& styles = {}) {
  return zipOf(workbookParts({{QStringLiteral("Prices"), "<sheetData>" + rows + "</sheetData>"}}, texts, styles));
}
// Texts of a row's cells, by column.
QStringList textsOf(const XlsxRow& row) {
  QStringList out;
  for (const XlsxCell& cell : row.cells) {
    while (out.size() < cell.column)
      out << QString();
    out << cell.text;
  }
  return out;
}

} // namespace

// What users rely on: a workbook that any program wrote is read as it is shown; one that somebody built to do harm is
// turned away with a reason, quickly and in little memory.
class XlsxBookTest : public QObject {
  Q_OBJECT
 private slots:
  void readsWhatProgramsWrite() {
    const QByteArray texts = "<si><t>OJ-64</t></si><si><r><t xml:space=\"preserve\">Tro </t></r><r><rPr><b/></rPr>"
                             "<t>picana</t></r><rPh><t>phonetic</t></rPh></si><si><t>a_x000D_b</t></si>";
    const QByteArray styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yy\"/><numFmt numFmtId=\"165\" "
                              "formatCode=\"#,##0.00\\ &quot;days&quot;[Red]\"/></numFmts><cellStyleXfs><xf "
                              "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
                              "numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";
    const auto book = read(oneSheet(
        "<row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"3\"/><row r=\"4\"><c t=\"inlineStr\"><is><t>007</t></is></c><c><v> 3.49 </v></c>"
        "<c s=\"1\"><v>45000</v></c><c s=\"2\"><v>45000</v></c><c s=\"3\"><v>7</v></c></row>"
        "<row><c r=\"AA5\"><f>B4*2</f><v>6.98</v></c><c r=\"AB5\" t=\"str\"><f>A1</f><v>x</v></c>"
        "<c r=\"AC5\"><f>now()</f></c><c r=\"AD5\" t=\"b\"><v>1</v></c><c r=\"AE5\" t=\"e\"><v>#N/A</v></c></row>"
        "<row><c t=\"s\"><v>2</v></c><c t=\"d\"><v>2026-03-01</v></c></row>",
        texts, styles));
    QVERIFY2(book, book ? "" : qPrintable(book.error().debugText()));
    QCOMPARE(book->size(), std::size_t(1));
    const std::vector<XlsxRow>& rows = book->front().rows;
    QCOMPARE(rows.size(), std::size_t(4)); // the empty one is none
    QCOMPARE(rows[0].number, 1);
    QCOMPARE(textsOf(rows[0]), (QStringList{"OJ-64", "", "Tro picana"}));
    QCOMPARE(rows[1].number, 4);
    QCOMPARE(textsOf(rows[1]), (QStringList{"007", "3.49", "45000", "45000", "7"}));
    QCOMPARE(rows[1].cells[0].kind, XlsxCell::Kind::Text);
    QCOMPARE(rows[1].cells[1].kind, XlsxCell::Kind::Number);
    QVERIFY(!rows[1].cells[1].isDate && rows[1].cells[2].isDate && rows[1].cells[3].isDate && !rows[1].cells[4].isDate);
    QCOMPARE(rows[2].number, 5);
    QVERIFY(rows[2].at(26) && rows[2].at(26)->isFormula && rows[2].at(26)->text == u"6.98" && !rows[2].at(0));
    QCOMPARE(rows[2].at(27)->kind, XlsxCell::Kind::Text);
    QVERIFY(rows[2].at(28) && rows[2].at(28)->text.isEmpty()); // never computed: there, but without a value
    QCOMPARE(rows[2].at(29)->kind, XlsxCell::Kind::Boolean);
    QCOMPARE(rows[2].at(30)->kind, XlsxCell::Kind::Fault);
    QCOMPARE(rows[3].cells[0].text, QStringLiteral("a\rb"));
    QVERIFY(rows[3].cells[1].isDate);
  }

  void hiddenSheetsAreToldApart() {
    ZipParts parts = workbookParts({{QStringLiteral("A"), "<sheetData/>"}, {QStringLiteral("B"), "<sheetData/>"}});
    for (auto& [name, bytes] : parts)
      if (name == u"xl/workbook.xml")
        bytes.replace("sheetId=\"2\"", "sheetId=\"2\" state=\"veryHidden\"");
    const auto book = read(zipOf(parts, false)); // stored, not packed: also a zip
    QVERIFY(book && book->size() == 2 && !book->at(0).isHidden && book->at(1).isHidden);
  }

  void whatIsNoWorkbookIsSaid_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray sound = oneSheet("<row><c><v>1</v></c></row>");
    QCOMPARE(codeOf(sound), QStringLiteral("ok"));
    const auto without = [](const char* part) {
      ZipParts parts = workbookParts({{QStringLiteral("A"), "<sheetData/>"}});
      parts.removeIf([part](const auto& p) { return p.first == QLatin1String(part); });
      return zipOf(parts);
    };
    const auto with = [](const char* part, const QByteArray& bytes) {
      ZipParts parts = workbookParts({{QStringLiteral("A"), "<sheetData/>"}});
      for (auto& [name, content] : parts)
        if (name == QLatin1String(part))
          content = bytes;
      return zipOf(parts);
    };
    const char* sheet = "xl/worksheets/s1.xml";
    QTest::newRow("empty") << QByteArray() << "xlsx.not-a-workbook";
    QTest::newRow("text") << QByteArray("sku,price\n") << "xlsx.not-a-workbook";
    QTest::newRow("old or locked") << QByteArray::fromHex("d0cf11e0a1b11ae1").append(600, '\0') << "xlsx.protected";
    QTest::newRow("cut in half") << sound.left(sound.size() / 2) << "xlsx.damaged";
    QTest::newRow("cut at the end") << sound.chopped(30) << "xlsx.damaged";
    QTest::newRow("another zip") << zipOf({{QStringLiteral("readme.txt"), "hello"}}) << "xlsx.not-a-workbook";
    QTest::newRow("no relations") << without("_rels/.rels") << "xlsx.not-a-workbook";
    QTest::newRow("no book") << without("xl/workbook.xml") << "xlsx.damaged";
    QTest::newRow("no links") << without("xl/_rels/workbook.xml.rels") << "xlsx.damaged";
    QTest::newRow("no sheet") << without(sheet) << "xlsx.damaged";
    QTest::newRow("no texts") << without("xl/sharedStrings.xml") << "xlsx.damaged";
    QTest::newRow("half a sheet") << with(sheet, "<worksheet><sheetData><row>") << "xlsx.damaged";
    QTest::newRow("no sheets") << with("xl/workbook.xml", "<workbook/>") << "xlsx.not-a-workbook";
    QTest::newRow("unknown text") << oneSheet("<row><c t=\"s\"><v>7</v></c></row>") << "xlsx.damaged";
    QTest::newRow("negative text") << oneSheet("<row><c t=\"s\"><v>-1</v></c></row>") << "xlsx.damaged";
    QTest::newRow("bad place") << oneSheet("<row><c r=\"7\"><v>1</v></c></row>") << "xlsx.damaged";
    QTest::newRow("rows out of order") << oneSheet("<row r=\"2\"/><row r=\"2\"/>") << "xlsx.damaged";
    QTest::newRow("billion laughs")
        << with(sheet, "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>")
        << "xlsx.damaged";
    QTest::newRow("outer entity")
        << with(sheet, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>")
        << "xlsx.damaged";
    QTest::newRow("deep") << with(sheet, QByteArray("<a>").repeated(5'000'000)) << "xlsx.damaged";
    QTest::newRow("deep in a cell") << oneSheet("<row><c><is>" + QByteArray("<a>").repeated(1'000'000))
                                    << "xlsx.damaged";
    QTest::newRow("twice the same part") << zipOf(workbookParts({{QStringLiteral("A"), "<sheetData/>"}}) +
                                                  ZipParts{{QStringLiteral("./xl/workbook.xml"), "<workbook/>"}})
                                         << "xlsx.damaged";
    QByteArray locked = sound;
    for (qsizetype at = locked.indexOf("PK\1\2"); at >= 0; at = locked.indexOf("PK\1\2", at + 1))
      locked[at + 8] = char(locked[at + 8] | 1);
    QTest::newRow("encrypted part") << locked << "xlsx.protected";
    QByteArray flipped =
        zipOf(workbookParts({{QStringLiteral("A"), "<sheetData><row><c><v>1</v></c></row></sheetData>"}}), false);
    flipped.replace("<v>1</v>", "<v>2</v>"); // does not fit its check sum
    QTest::newRow("altered") << flipped << "xlsx.damaged";
  }
  void whatIsNoWorkbookIsSaid() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const test::ProcessorTime clock;
    QCOMPARE(codeOf(bytes), code);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
  }

  void bombsEndAtTheLimit() {
    // 110 MB of white space in a few kB; its header says ten bytes.
    QByteArray big("<worksheet>");
    big.append(110 << 20, ' ');
    ZipParts parts = workbookParts({{QStringLiteral("A"), {}}});
    for (auto& [name, content] : parts)
      if (name == u"xl/worksheets/s1.xml")
        content = big;
    big.clear();
    const QByteArray bomb = zipOf(parts);
    parts.clear();
    QVERIFY(bomb.size() < 1 << 20);
    const test::ProcessorTime clock;
    QCOMPARE(codeOf(bomb), QStringLiteral("xlsx.too-large"));
    qInfo("a bomb of 110 MB: %lld ms", clock.elapsed());
    XlsxLimits small;
    small.fileBytes = 100;
    QCOMPARE(codeOf(bomb, small), QStringLiteral("xlsx.too-large"));
    small = {};
    small.allBytes = 1000;
    QCOMPARE(codeOf(oneSheet("<row><c><v>1</v></c></row>"), small), QStringLiteral("xlsx.too-large"));
    small = {};
    small.parts = 3;
    QCOMPARE(codeOf(oneSheet("<row><c><v>1</v></c></row>"), small), QStringLiteral("xlsx.too-large"));
    small = {};
    small.rows = 1;
    QCOMPARE(codeOf(oneSheet("<row><c><v>1</v></c></row><row><c><v>1</v></c></row>"), small),
             QStringLiteral("xlsx.too-large"));
    small = {};
    small.cells = 1;
    QCOMPARE(codeOf(oneSheet("<row><c><v>1</v></c><c><v>1</v></c></row>"), small), QStringLiteral("xlsx.too-large"));
    small = {};
    small.texts = 1;
    QCOMPARE(codeOf(oneSheet("", "<si><t/></si><si><t/></si>"), small), QStringLiteral("xlsx.too-large"));
    QCOMPARE(codeOf(oneSheet("<row><c t=\"inlineStr\"><is><t>" + QByteArray(70'000, 'x') + "</t></is></c></row>")),
             QStringLiteral("xlsx.too-large"));
  }

  void aMillionEmptyRowsAreNothing() {
    QByteArray rows;
    for (int i = 1; i <= 1'000'000; ++i)
      rows += "<row r=\"" + QByteArray::number(i) + "\"/>";
    const QByteArray file = oneSheet(rows);
    const test::ProcessorTime clock;
    const auto book = read(file);
    QVERIFY(book && book->front().rows.empty());
    qInfo("1,000,000 empty rows: %lld ms", clock.elapsed());
  }

  void namesAreNoPaths() {
    // What leads out of the file is nothing; backslashes, dots and a leading slash lead to the part.
    ZipParts parts = workbookParts({{QStringLiteral("A"), "<sheetData><row><c><v>1</v></c></row></sheetData>"}});
    parts << qMakePair(QStringLiteral("../../../etc/passwd"), QByteArray("x"));
    for (auto& [name, content] : parts)
      content.replace("Target=\"worksheets/s1.xml\"", "Target=\"..\\xl\\.\\worksheets\\s1.xml\"");
    QCOMPARE(codeOf(zipOf(parts)), QStringLiteral("ok"));
    for (auto& [name, content] : parts)
      content.replace("Target=\"..\\xl\\.\\worksheets\\s1.xml\"", "Target=\"../../../../etc/passwd\"");
    QCOMPARE(codeOf(zipOf(parts)), QStringLiteral("xlsx.damaged"));
    for (auto& [name, content] : parts)
      content.replace("Target=\"../../../../etc/passwd\"", "TargetMode=\"External\" Target=\"http://127.0.0.1/\"");
    QCOMPARE(codeOf(zipOf(parts)), QStringLiteral("xlsx.damaged"));
  }

  void canBeStopped() {
    std::stop_source stop;
    stop.request_stop();
    JobContext job;
    job.stop = stop.get_token();
    const auto book = read(oneSheet("<row><c><v>1</v></c></row>"), {}, job);
    QVERIFY(!book);
    QCOMPARE(book.error().code, QStringLiteral("xlsx.cancelled"));
  }
};

QTEST_GUILESS_MAIN(XlsxBookTest)
#include "tst_XlsxBook.moc"
