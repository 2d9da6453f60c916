// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files come in through the window: the kind is found, columns are tied to fields, nothing is changed before Enter,
// everything can be taken back; and an edited workbook of prices comes back as a difference.
#include "engine/views/CatalogueView.h"
#include "shell/ImportsLink.h"
#include "support/PageDesk.h"
#include "support/Python.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kPatience = 20'000;

struct Desk : PageDesk<ImportsPage, ImportsLink> {
  QSignalSpy opened{&engine, &Engine::workspaceOpened};

  Desk() {
    market.cycle(false);
    open([this] { return !opened.isEmpty(); });
  }
  QString file(const char* name, const QByteArray& text) {
    const QString path = market.dir.filePath(QString::fromLatin1(name));
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
      qFatal("cannot write");
    return path;
  }
  bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, kPatience); }
  bool read(const QString& path) { // down to the trial, where there is one
    page.openFiles({path});
    return until([this] {
      return page.state() == ImportsPage::State::Mapping && !page.verdict().contains(QStringLiteral("Reading"));
    });
  }
  bool idle() {
    return until([this] { return page.state() == ImportsPage::State::Waiting && page.banner().isVisible(); });
  }
  int imports() { return page.pastTable().lines().shownCount(); }
};

const QByteArray kCosts =
    "sku,zone,from,cost\nA-1,north,2026-03-02,1.11\nA-1,south,2026-03-02,1.12\nNO,x,2026-03-02,abc\n";

} // namespace

class ImportsPageTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_settings;

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_ImportsPage"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  }

  void aFileIsUnderstoodTriedAndTakenIn() {
    Desk d;
    QVERIFY(d.read(d.file("costs.csv", kCosts)));
    QCOMPARE(d.page.form().mapping().kind, ImportKind::Costs);
    QVERIFY(d.until([&] { return d.page.verdict().contains(QStringLiteral("would be rejected")); }));
    QVERIFY2(d.imports() == 0, "nothing is changed before it is wanted");
    QTest::keyClick(&d.page, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(d.idle());
    QVERIFY2(d.page.banner().text().contains(QStringLiteral("1 rejected")), qPrintable(d.page.banner().text()));
    QVERIFY(d.until([&] { return d.imports() == 1; }));
    QAbstractItemModelTester tester(&d.page.pastTable().lines().rows(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.banner().text().contains(QStringLiteral("taken back")); }));
    QVERIFY(
        d.until([&] { return d.page.pastTable().lines().rows().text(0, PastImportModel::State) == u"Taken back"; }));
  }

  void columnsAreTiedByHand() {
    Desk d;
    QVERIFY(d.read(d.file("odd.csv", "thing;where;starts;euros\nA-1;north;2026-03-02;1,11\n")));
    QVERIFY(!d.page.doButton().isEnabled());
    MappingForm& form = d.page.form();
    const auto choose = [&](const QString& field, const QString& column) {
      QComboBox* box = form.columnBox(field);
      QVERIFY2(box, qPrintable(field));
      box->setCurrentIndex(box->findText(column));
      emit box->activated(box->currentIndex());
      QVERIFY(d.until([&] { return !d.page.verdict().contains(QStringLiteral("Reading")); }));
    };
    form.kindBox()->setCurrentIndex(form.kindBox()->findData(int(ImportKind::Costs)));
    emit form.kindBox()->activated(form.kindBox()->currentIndex());
    QVERIFY(
        d.until([&] { return form.columnBox(QStringLiteral("cost")) || form.columnBox(QStringLiteral("amount")); }));
    choose(QStringLiteral("sku"), QStringLiteral("thing"));
    choose(QStringLiteral("zone"), QStringLiteral("where"));
    choose(QStringLiteral("day"), QStringLiteral("starts"));
    choose(form.columnBox(QStringLiteral("cost")) ? QStringLiteral("cost") : QStringLiteral("amount"),
           QStringLiteral("euros"));
    QVERIFY2(d.page.doButton().isEnabled(), qPrintable(d.page.verdict()));
    d.page.leave();
    QCOMPARE(d.page.state(), ImportsPage::State::Waiting);
    QCOMPARE(d.imports(), 0);
  }

  void severalWaitForTheirTurn() {
    Desk d;
    const QString first = d.file("a.csv", kCosts), second = d.file("b.csv", kCosts);
    d.page.openFiles({first, second});
    QCOMPARE(d.page.waitingFiles(), 1);
    QVERIFY(d.until([&] { return d.page.state() == ImportsPage::State::Mapping; }));
    d.page.leave();
    QVERIFY(d.until([&] { return d.page.state() == ImportsPage::State::Mapping && d.page.file() == second; }));
    QCOMPARE(d.page.waitingFiles(), 0);
  }

  void whatCannotBeReadIsSaid_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing in it") << "empty.csv" << QByteArray();
    QTest::newRow("not text") << "noise.csv" << QByteArray("\0\1\2\3\0\0PK\3\4", 10).repeated(50);
    QTest::newRow("no workbook") << "x.xlsx" << QByteArray("hello");
    QTest::newRow("damaged pack") << "x.csv.gz" << QByteArray("\x1f\x8b\x08 garbage");
  }
  void whatCannotBeReadIsSaid() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    Desk d;
    const QString path = d.file(qPrintable(name), bytes);
    d.page.openFiles({path});
    QVERIFY(d.idle());
    QVERIFY(d.page.banner().text().size() > 20);
    QCOMPARE(d.page.pathField().text(), path);
    for (const QString& gone : {d.market.dir.filePath("none.csv"), d.market.dir.path()}) {
      d.page.banner().hide();
      d.page.openFiles({gone});
      QVERIFY(d.idle());
    }
  }

  void aFileThatVanishesBeforeTheImport() {
    Desk d;
    const QString path = d.file("costs.csv", kCosts);
    QVERIFY(d.read(path));
    QVERIFY(QFile::remove(path));
    d.page.doIt();
    QVERIFY(d.until([&] { return d.page.banner().isVisible() && d.page.state() == ImportsPage::State::Mapping; }));
    QCOMPARE(d.imports(), 0);
  }

  void readOnlyTakesNothingIn() {
    Desk d;
    d.page.setReadOnly(true);
    QVERIFY(d.read(d.file("costs.csv", kCosts)));
    QVERIFY(!d.page.doButton().isEnabled());
    QSignalSpy asked(&d.page, &ImportsPage::importRequested);
    QTest::keyClick(&d.page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.count(), 0);
  }

  void anEditedWorkbookIsADifference() {
    Desk d;
    const QString path = d.market.dir.filePath("prices.xlsx");
    std::optional<Result<SheetWritten>> written;
    d.engine.read(
        &d.page,
        [path](Workspace& w, const JobContext& job) -> Result<SheetWritten> {
          PW_TRY(const CatalogueSnapshot all, catalogueView(w));
          const SheetKey key{all.rows.front().sku, all.rows.front().zone};
          return writeSheet(w, path, QStringLiteral("Prices"), {&key, 1}, job);
        },
        [&](const Result<SheetWritten>& done) { written = done; });
    QVERIFY(d.until([&] { return written.has_value(); }) && *written);
    QProcess other;
    other.start(python(), {QStringLiteral("-c"),
                           QStringLiteral("import sys\ntry:\n import openpyxl\nexcept ImportError:\n sys.exit(77)\n"
                                          "b = openpyxl.load_workbook(sys.argv[1])\ns = b['Prices']\n"
                                          "s['J2'] = round(s['H2'].value * 1.02, 2)\nb.save(sys.argv[1])"),
                           path});
    if (!other.waitForFinished() || other.exitCode() != 0)
      QSKIP("needs python3-openpyxl");
    d.page.openFiles({path});
    QVERIFY(d.until([&] { return d.page.state() == ImportsPage::State::Sheet; }));
    QAbstractItemModelTester tester(&d.page.sheetTable().lines().rows(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.page.sheetTable().lines().shownCount(), 1);
    QVERIFY2(d.page.doButton().isEnabled(), qPrintable(d.page.verdict()));
    QTest::keyClick(&d.page, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(d.idle());
    QVERIFY2(d.page.banner().text().contains(QStringLiteral("1 price waits")), qPrintable(d.page.banner().text()));
  }
};

QTEST_MAIN(ImportsPageTest)
#include "tst_ImportsPage.moc"
