// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the window: any table as workbook, CSV and paper, any chart as picture and data, a decision as PDF. What
// stands in the file is what was on the screen, typed, and never a formula that somebody hid in a product's name.
#include "charts/ChartExport.h"
#include "charts/DecisionChart.h"
#include "charts/MarketChart.h"
#include "charts/WaterfallChart.h"
#include "exports/XlsxBook.h"
#include "itemmodels/QueueExport.h"
#include "lookbook/SyntheticQueue.h"
#include "lookbook/SyntheticView.h"
#include "reports/DecisionPdf.h"
#include "reports/TableExporter.h"

#include <QBuffer>
#include <QDate>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

class Prices : public RowModel {
 public:
  enum At { Sku, Product, Price, Margin, Effect, Seen, Day };
  Prices()
      : RowModel({{.key = "sku", .name = "SKU", .kind = CellKind::Code},
                  {.key = "product", .name = "Product"},
                  {.key = "price", .name = "Price", .unit = "$", .kind = CellKind::Money},
                  {.key = "margin", .name = "Margin", .unit = "%", .kind = CellKind::Percent},
                  {.key = "effect", .name = "Profit", .unit = "$/wk", .kind = CellKind::Interval},
                  {.key = "seen", .name = "Seen", .kind = CellKind::Freshness},
                  {.key = "day", .name = "Day", .kind = CellKind::Date}}) {}
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 3; }
  QString key(int row) const override { return QString::number(row); }
  QString text(int row, int column) const override {
    static const QStringList skus{"007", "008", "009"}, names{"Juice", "=HYPERLINK(\"x\")", "Säfte, kühl"};
    return column == Sku ? skus[row] : column == Product ? names[row] : QString::number(number(row, column));
  }
  double number(int row, int column) const override {
    static const double prices[] = {3.19, 12.5, kNothing};
    switch (column) {
    case Price:
      return prices[row];
    case Margin:
      return -3.25 + row;
    case Effect:
      return row == 2 ? kNothing : 10;
    case Seen:
      return 1.5;
    case Day:
      return double(QDate(2026, 3, 1).toJulianDay());
    default:
      return kNothing;
    }
  }
  CellInterval interval(int, int) const override { return {1, 2.5, 4}; }
};

struct Page {
  Theme theme;
  QWidget window;
  Prices rows;
  TableLines lines{rows};
  TableView* table = new TableView(theme, lines, &window);
  TableExporter* exporter = new TableExporter(theme, &window);
  Page() {
    (new QVBoxLayout(&window))->addWidget(table);
    window.resize(900, 500);
    window.show();
  }
};

std::vector<XlsxSheet> readBack(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return {};
  const auto book = readXlsx(file);
  return book ? *book : std::vector<XlsxSheet>();
}

DecisionDetailPtr someDecision() {
  DecisionDetail detail = syntheticDetail(syntheticQueue().pending.front());
  addSyntheticView(detail);
  return std::make_shared<const DecisionDetail>(std::move(detail));
}

QString textAt(const XlsxSheet& sheet, int row, int column) {
  const XlsxCell* cell = sheet.rows[std::size_t(row)].at(column);
  return cell ? cell->text : QString();
}

} // namespace

class ExportsTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aTableAsItIsShown() {
    Page p;
    p.table->showColumn(Prices::Seen, false);
    p.lines.setSort({{Prices::Price, Qt::DescendingOrder}});
    const ExportTable table = exportedTable(QStringLiteral("Prices"), *p.table, false);
    QStringList keys;
    for (const ExportColumn& c : table.columns)
      keys << c.key;
    QCOMPARE(keys, (QStringList{"sku", "product", "price", "margin", "effect-low", "effect", "effect-high", "day"}));
    QCOMPARE(std::get<QString>(table.rows[0][0]), QStringLiteral("008"));
    QCOMPARE(std::get<Decimal>(table.rows[1][2]).toString(), QStringLiteral("3.19"));
    QVERIFY2(std::holds_alternative<std::monostate>(table.rows[2][2]), "no price is no number, not a zero");
    QVERIFY2(std::holds_alternative<std::monostate>(table.rows[2][5]), "an unknown interval has no bounds");
    QCOMPARE(table.columns[3].places, 2);
  }

  void aWorkbookHoldsTypes() {
    Page p;
    QTemporaryDir dir;
    QSignalSpy saved(p.exporter, &TableExporter::saved);
    const QString path = dir.filePath("t.xlsx");
    p.exporter->write(pageTable(QStringLiteral("Prices"), *p.table), false, TableExporter::Form::Xlsx, path);
    QVERIFY(saved.wait());
    const auto book = readBack(path);
    QCOMPARE(book.size(), std::size_t(1));
    const XlsxSheet& sheet = book.front();
    QCOMPARE(sheet.name, QStringLiteral("Prices"));
    QCOMPARE(textAt(sheet, 1, 0), QStringLiteral("007"));
    QCOMPARE(sheet.rows[1].at(0)->kind, XlsxCell::Kind::Text);
    QCOMPARE(textAt(sheet, 2, 1), QStringLiteral("=HYPERLINK(\"x\")"));
    QVERIFY(!sheet.rows[2].at(1)->isFormula);
    QCOMPARE(textAt(sheet, 1, 2), QStringLiteral("3.19"));
    QCOMPARE(textAt(sheet, 1, 3), QStringLiteral("-0.0325"));
    QVERIFY(sheet.rows[1].at(8)->isDate);
  }

  void csvIsForReadersOfTwoKinds() {
    Page p;
    QTemporaryDir dir;
    QSignalSpy saved(p.exporter, &TableExporter::saved);
    const auto written = [&](TableExporter::Form form) {
      const QString path = dir.filePath("t.csv");
      p.exporter->write(pageTable(QStringLiteral("Prices"), *p.table), false, form, path);
      QFile file(path);
      return saved.wait() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray machine = written(TableExporter::Form::CsvMachine);
    QVERIFY2(
        machine.startsWith("sku,product,price,margin,effect-low,effect,effect-high,seen,day\r\n007,Juice,3.19,-3.25,"),
        machine.constData());
    const QByteArray excel = written(TableExporter::Form::CsvExcel);
    QVERIFY(excel.startsWith("\xEF\xBB\xBF"));
    QVERIFY2(excel.contains("'=HYPERLINK"), "a formula in a name is kept a text");
    QVERIFY2(excel.contains("-3.25"), "a negative number stays one");
  }

  void paperGoesOverPages() {
    Page p;
    QTemporaryDir dir;
    QSignalSpy saved(p.exporter, &TableExporter::saved);
    const QString path = dir.filePath("t.pdf");
    p.exporter->write(pageTable(QStringLiteral("Prices"), *p.table), false, TableExporter::Form::Pdf, path);
    QVERIFY(saved.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF-"));
    const QueueSnapshot queue = syntheticQueue({.pending = 200});
    std::vector<const QueueRow*> rows;
    for (const QueueRow& r : queue.pending)
      rows.push_back(&r);
    QCOMPARE(queueTable(rows).rows.size(), std::size_t(200));
    Theme theme;
    QVERIFY(queueReport(theme, queue, rows, {}).pages() > 3);
  }

  void onlyWhatWasChosenAndWhereItCannotGo() {
    Page p;
    p.table->selectRow(1);
    QTemporaryDir dir;
    QSignalSpy saved(p.exporter, &TableExporter::saved), failed(p.exporter, &TableExporter::failed);
    p.exporter->write(pageTable(QStringLiteral("Prices"), *p.table), true, TableExporter::Form::Xlsx,
                      dir.filePath("one.xlsx"));
    QVERIFY(saved.wait());
    QCOMPARE(readBack(dir.filePath("one.xlsx")).front().rows.size(), std::size_t(2));
    p.exporter->write(pageTable(QStringLiteral("Prices"), *p.table), false, TableExporter::Form::Xlsx,
                      dir.filePath("no/such/folder.xlsx"));
    QVERIFY(failed.wait());
    QVERIFY(!failed.front().front().toString().contains(QStringLiteral("export.")));
    QVERIFY(!p.exporter->isWriting());
    p.exporter->ask({}, {}, {});
    QCOMPARE(failed.size(), 2);
    QVERIFY(!p.exporter->card().isVisible());
  }

  void theCardByKeys() {
    Page p;
    QTemporaryDir dir;
    QSignalSpy saved(p.exporter, &TableExporter::saved);
    p.exporter->ask({pageTable(QStringLiteral("Pri/ces"), *p.table)}, QStringLiteral("Shop"), QStringLiteral("today"));
    ExportCard& card = p.exporter->card();
    QVERIFY(card.isVisible());
    QVERIFY(QFileInfo(card.pathField()->text()).fileName().startsWith(QStringLiteral("Pri-ces ")));
    QTest::keyClick(&card, Qt::Key_3);
    QVERIFY(card.pathField()->text().endsWith(QStringLiteral(".csv")));
    QTest::keyClick(&card, Qt::Key_9); // no such form
    QCOMPARE(card.form(), 2);
    card.pathField()->setText(dir.filePath("mine.csv"));
    QTest::keyClick(&card, Qt::Key_Return);
    QVERIFY(saved.wait());
    QVERIFY(QFile::exists(dir.filePath("mine.csv")));
    p.exporter->ask({pageTable(QStringLiteral("Prices"), *p.table)}, {}, {});
    QTest::keyClick(&card, Qt::Key_Escape);
    QVERIFY(!card.isVisible() && !p.exporter->isWriting());
  }

  void chartsAsPictureVectorAndData() {
    Theme theme;
    const DecisionDetailPtr detail = someDecision();
    DecisionChart curve(theme);
    curve.setCurve(decisionCurve(*detail));
    MarketChart market(theme);
    market.setDetail(detail);
    WaterfallChart waterfall(theme);
    waterfall.setDetail(detail);
    for (const Chart* chart : {static_cast<const Chart*>(&curve), static_cast<const Chart*>(&market),
                               static_cast<const Chart*>(&waterfall)}) {
      QVERIFY(!chart->isEmpty() && !chart->summary().isEmpty() && chart->places() > 1);
      for (int i = 0; i < chart->places(); ++i)
        QVERIFY(!chart->reading(i).isEmpty());
      QVERIFY(chartPicture(*chart).width() >= 720);
      const QByteArray svg = chartBytes(*chart, ChartFile::Svg);
      QVERIFY(QSvgRenderer(svg).isValid());
      QVERIFY2(!svg.contains("<image"), "lines, not a picture of lines");
      const QList<QByteArray> lines = chartBytes(*chart, ChartFile::Csv).split('\n');
      QVERIFY(lines.size() > 3);
    }
    QTemporaryDir dir;
    QVERIFY(saveChart(curve, ChartFile::Png, dir.filePath("c.png")));
    QVERIFY(!QImage(dir.filePath("c.png")).isNull());
    QCOMPARE(saveChart(curve, ChartFile::Png, dir.filePath("no/c.png")).error().code,
             QStringLiteral("chart.write-failed"));
  }

  void aChartIsReadByKeys() {
    Theme theme;
    WaterfallChart chart(theme);
    chart.setDetail(someDecision());
    chart.resize(400, 240);
    chart.show();
    chart.setFocus();
    QCOMPARE(chart.place(), -1);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.place(), 0);
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.place(), chart.places() - 1);
    chart.setDetail({});
    QVERIFY(chart.isEmpty() && chart.place() == -1);
  }

  void aDecisionOnPaper() {
    Theme theme;
    theme.setScheme(ColorScheme::Dark);
    const DecisionDetailPtr detail = someDecision();
    const ReportPdf report = decisionReport(theme, *detail);
    QVERIFY(report.pages() >= 1);
    const QImage page = report.picture(0);
    QVERIFY2(page.pixelColor(3, 3) == QColor(Qt::white), "paper is light, whatever the window is");
    QVERIFY(report.bytes().startsWith("%PDF-"));
    QVERIFY(!decisionFileName(*detail).contains(u'/'));
  }
};

QTEST_MAIN(ExportsTest)
#include "tst_Exports.moc"
