// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of every page: what a user does to rows and columns, and what must not happen to them meanwhile.
#include "tables/PasteCard.h"
#include "tables/SavedViews.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

constexpr auto kStrict = QAbstractItemModelTester::FailureReportingMode::QtTest;

struct Row {
  QString sku, product, zone;
  double price = 0, margin = 0, change = 0;
  QString state;
};

enum At { SkuCode, Product, Zone, Price, Margin, Change, State };

class Shelf : public RowModel {
 public:
  explicit Shelf(std::vector<Row> rows = {})
      : RowModel(
            {{.key = "sku", .name = "SKU", .kind = CellKind::Code},
             {.key = "product", .name = "Product", .ideal = 200, .share = 1},
             {.key = "zone", .name = "Zone"},
             {.key = "price", .name = "Price", .unit = "$", .kind = CellKind::Money, .strong = true, .editable = true},
             {.key = "margin", .name = "Margin", .unit = "%", .kind = CellKind::Percent, .total = Total::Mean},
             {.key = "change", .name = "Change", .kind = CellKind::Delta, .total = Total::Sum},
             {.key = "state", .name = "State", .kind = CellKind::Chip}}),
        m_rows(std::move(rows)) {
    connect(this, &RowModel::editsWanted, this, [this](const std::vector<CellEdit>& edits) {
      for (const CellEdit& e : edits)
        for (Row& r : m_rows)
          if (r.sku + QLatin1Char('@') + r.zone == e.key)
            r.price = e.typed.toDouble();
    });
  }
  void setRows(std::vector<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
  }
  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
  }
  QString key(int r) const override { return row(r).sku + QLatin1Char('@') + row(r).zone; }
  QString text(int r, int c) const override {
    const double n = number(r, c);
    switch (c) {
    case SkuCode:
      return row(r).sku;
    case Product:
      return row(r).product;
    case Zone:
      return row(r).zone;
    case State:
      return row(r).state;
    default:
      return std::isnan(n) ? QString() : QString::number(n, 'f', 2);
    }
  }
  double number(int r, int c) const override {
    return c == Price ? row(r).price : c == Margin ? row(r).margin : c == Change ? row(r).change : NAN;
  }
  QString checkEdit(int, int, const QString& typed) const override {
    bool ok = false;
    return typed.toDouble(&ok) > 0 && ok ? QString() : QStringLiteral("This is not a price.");
  }
  const Row& row(int r) const { return m_rows[static_cast<std::size_t>(r)]; }

 private:
  std::vector<Row> m_rows;
};

std::vector<Row> juices() {
  return {{"OJ-TRO-64", "Tropicana 64 oz", "north", 3.19, 31, 2, "stale"},
          {"OJ-TRO-96", "Tropicana 96 oz", "north", 4.99, 29, -1, "live"},
          {"OJ-MMA-64", "Minute Maid 64 oz", "south", 2.69, 30, 0, "live"},
          {"007", "Own label", "south", 1.10, NAN, 4, ""},
          {"OJ-TRO-64", "Tropicana 64 oz", "south", 3.29, 33, 5, "stale"}};
}

QStringList shown(const TableLines& lines, int column = SkuCode) {
  QStringList all;
  for (int i = 0; i < lines.rowCount(); ++i)
    all << lines.index(i, column).data().toString();
  return all;
}

struct Kit {
  Shelf shelf{juices()};
  TableLines lines{shelf};
  QAbstractItemModelTester rows{&shelf, kStrict}, tester{&lines, kStrict};
};

struct Window : Kit {
  Theme theme;
  TableView view{theme, lines};
  Window() {
    view.resize(700, 400);
    view.show();
    view.setFocus();
    view.focusLine(0);
  }
};

} // namespace

class TableKitTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void filtersUnderstandWhatPeopleType_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("left"); // −1: not understood
    const auto row = [](const char* typed, At column, int left) {
      QTest::newRow(typed) << int(column) << QString::fromUtf8(typed) << left;
    };
    row("OJ-*", SkuCode, 4);
    row("oj-tro", SkuCode, 3);
    row("*-64", SkuCode, 3);
    row("OJ-?RO-96", SkuCode, 1);
    row("!tro", SkuCode, 2);
    row("007", SkuCode, 1);
    row("=oj-tro-96", SkuCode, 1);
    row("maid | own", Product, 2);
    row("\"tropicana 64\"", Product, 2);
    row("64 tropicana", Product, 2);
    row("stale", State, 2);
    row("-", State, 1);
    row("!-", State, 4);
    row(">3", Price, 3);
    row("> 3.19", Price, 2);
    row(">=$3.19", Price, 3);
    row("<= 3,19", Price, -1); // "3,19" is no number in this locale: nothing is guessed
    row("2..3.2", Price, 2);
    row("..2", Price, 1);
    row(">30 %", Margin, 2);
    row("-", Margin, 1);
    row("<0 | >4", Change, 2);
    row("\xE2\x88\x92"
        "1..0",
        Change, 2);
    row(">abc", Price, -1);
    row("..", Price, -1);
    row("[(", Product, 0);
    row("%20", SkuCode, 0);
  }
  void filtersUnderstandWhatPeopleType() {
    QFETCH(int, column);
    QFETCH(QString, typed);
    QFETCH(int, left);
    Kit k;
    const bool understood = k.lines.setColumnFilter(column, typed);
    QCOMPARE(understood, left >= 0);
    QCOMPARE(k.lines.rowCount(), left < 0 ? 5 : left);
    QCOMPARE(k.lines.isFilterBad(column), left < 0);
    k.lines.clearFilters();
    QCOMPARE(k.lines.rowCount(), 5);
  }

  void daysAndInstantsAreWholeDays() {
    const QDate today(2026, 3, 10);
    const auto day = [](const QDate& d) { return double(d.toJulianDay()); };
    const auto instant = [](const QDate& d, int hour) {
      return double(d.startOfDay(Qt::UTC).addSecs(hour * 3600).toMSecsSinceEpoch());
    };
    const auto one = [&](const char* typed, CellKind kind, double value) {
      const auto f = CellFilter::parse(QString::fromUtf8(typed), kind, today, QLocale::c());
      return f && f->matches({}, {}, value);
    };
    QVERIFY(one("7d", CellKind::Date, day({2026, 3, 3})));
    QVERIFY(!one("7d", CellKind::Date, day({2026, 3, 2})));
    QVERIFY(one("=2026-03-01", CellKind::Moment, instant({2026, 3, 1}, 23)));
    QVERIFY(!one(">2026-03-01", CellKind::Moment, instant({2026, 3, 1}, 23)));
    QVERIFY(one(">2026-03-01", CellKind::Moment, instant({2026, 3, 2}, 0)));
    QVERIFY(one("2026-03-01..2026-03-02", CellKind::Moment, instant({2026, 3, 2}, 12)));
  }

  // Anything may be typed; nothing crashes, and an inverted filter keeps exactly what the plain one drops.
  void anyTextIsAFilter() {
    QRandomGenerator random(7);
    const QString alphabet = QStringLiteral("*?!|\"<>=.-%$ 0123456789aOJ(\\[\u2212\u00e9");
    for (int i = 0; i < 20'000; ++i) {
      QString typed;
      for (int n = random.bounded(12); n > 0; --n)
        typed += alphabet[random.bounded(alphabet.size())];
      for (const CellKind kind : {CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Moment}) {
        const auto f = CellFilter::parse(typed, kind, QDate(2026, 1, 1));
        if (f)
          (void)f->matches(QStringLiteral("oj-tro-64"), {}, i % 2 ? NAN : 3.0);
      }
    }
    QVERIFY(!CellFilter::parse(QString(10'000, QLatin1Char('*')), CellKind::Text, QDate(2026, 1, 1)));
  }

  void severalColumnsSortAndWhatIsMissingStandsLast() {
    Kit k;
    k.lines.setSort({{SkuCode, Qt::AscendingOrder}, {Price, Qt::DescendingOrder}});
    QCOMPARE(shown(k.lines), QStringList({"007", "OJ-MMA-64", "OJ-TRO-64", "OJ-TRO-64", "OJ-TRO-96"}));
    QCOMPARE(shown(k.lines, Price)[2], QStringLiteral("3.29"));
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
      k.lines.setSort({{Margin, order}});
      QCOMPARE(shown(k.lines).last(), QStringLiteral("007"));
      k.lines.setSort({{State, order}});
      QCOMPARE(shown(k.lines).last(), QStringLiteral("007"));
    }
  }

  void groupsAddUpTheirRows() {
    Kit k;
    k.lines.setGroupColumn(Zone);
    QCOMPARE(k.lines.rowCount(), 7);
    QVERIFY(k.lines.isGroup(0) && k.lines.isGroup(3));
    QCOMPARE(k.lines.index(0, Zone).data().toString(), QStringLiteral("north (2)"));
    QCOMPARE(k.lines.index(0, Margin).data().toString(), QStringLiteral("⌀ 30.0"));
    QCOMPARE(k.lines.index(3, Change).data().toString(), QStringLiteral("9.0"));
    k.lines.setFolded(0, true);
    QCOMPARE(k.lines.rowCount(), 5);
    QCOMPARE(k.lines.shownCount(), 5); // folded rows still count
    k.lines.setSort({{Zone, Qt::DescendingOrder}, {Price, Qt::AscendingOrder}});
    QCOMPARE(k.lines.index(0, Zone).data().toString(), QStringLiteral("south (3)"));
    QCOMPARE(k.lines.index(1, SkuCode).data().toString(), QStringLiteral("007"));
    k.lines.setColumnFilter(SkuCode, QStringLiteral("007"));
    QCOMPARE(k.lines.rowCount(), 2);
    k.lines.setAllFolded(true);
    QCOMPARE(k.lines.rowCount(), 1);
    k.shelf.setRows({});
    QCOMPARE(k.lines.rowCount(), 0);
  }

  // A new snapshot, an order or a filter never moves the focus to another product.
  void focusAndChoiceStayWithTheirRows() {
    Window w;
    QVERIFY(w.view.focusKey(QStringLiteral("OJ-MMA-64@south")));
    w.view.selectionModel()->select(w.lines.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(w.view.chosenLines().size(), std::size_t(2));
    w.lines.setSort({{Price, Qt::AscendingOrder}});
    QCOMPARE(w.view.focusedKey(), QStringLiteral("OJ-MMA-64@south"));
    std::vector<Row> next = juices();
    std::rotate(next.begin(), next.begin() + 2, next.end());
    next[0].price = 9.99;
    w.shelf.setRows(next);
    QCOMPARE(w.view.focusedKey(), QStringLiteral("OJ-MMA-64@south"));
    QStringList chosen;
    for (const int row : w.view.chosenRows())
      chosen << w.shelf.key(row);
    chosen.sort();
    QCOMPARE(chosen, QStringList({"OJ-MMA-64@south", "OJ-TRO-64@north"}));
    w.lines.setColumnFilter(Zone, QStringLiteral("north")); // the focused row goes: one that is there takes the focus
    QVERIFY(!w.view.focusedKey().isEmpty());
    w.shelf.setRows({});
    QCOMPARE(w.view.focusedKey(), QString());
    w.shelf.setRows(juices());
    QTest::keyClick(&w.view, Qt::Key_J); // and nothing breaks on the way back
    QVERIFY(w.view.currentIndex().isValid());
  }

  void clicksOnTheHeaderSortAndShiftAddsAColumn() {
    Window w;
    const auto click = [&](At column, Qt::KeyboardModifiers keys = {}) {
      const int x = w.view.header().sectionViewportPosition(column) + 20;
      QTest::mouseClick(w.view.header().viewport(), Qt::LeftButton, keys, QPoint(x, 12));
    };
    click(Price);
    QCOMPARE(w.lines.sort(), (std::vector<SortKey>{{Price, Qt::DescendingOrder}})); // numbers: largest first
    click(Price);
    QCOMPARE(w.lines.sort(), (std::vector<SortKey>{{Price, Qt::AscendingOrder}}));
    click(Price);
    QVERIFY(w.lines.sort().empty());
    click(Zone);
    QCOMPARE(w.lines.sort(), (std::vector<SortKey>{{Zone, Qt::AscendingOrder}}));
  }

  void theFilterRowIsReachedAndLeftByKeyboard() {
    Window w;
    QTest::keyClick(&w.view, Qt::Key_Slash);
    QLineEdit* box = w.view.header().filterBox(w.view.currentIndex().column());
    QVERIFY(box && w.view.header().areFiltersShown());
    QTest::keyClicks(box, QStringLiteral("007"));
    QTRY_COMPARE(w.lines.rowCount(), 1);
    QTest::keyClick(box, Qt::Key_Escape); // first: the filter goes
    QTRY_COMPARE(w.lines.rowCount(), 5);
    QSignalSpy left(&w.view.header(), &FilterHeader::filterLeft);
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
  }

  void bareKeysGoToThePageAndChordsDoNot() {
    struct Page : QWidget {
      QString keys;
      void keyPressEvent(QKeyEvent* e) override { keys += e->text(); }
    } page;
    Kit k;
    Theme theme;
    TableView view(theme, k.lines, &page);
    page.show();
    view.focusLine(0);
    QTest::keyClick(&view, Qt::Key_J);
    QCOMPARE(view.currentIndex().row(), 1);
    QTest::keyClick(&view, Qt::Key_A);
    QCOMPARE(page.keys, QStringLiteral("a"));
    QCOMPARE(view.currentIndex().row(), 1);
    QSignalSpy activated(&view, &TableView::activatedByUser);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(activated.count(), 1);
  }

  void copyGivesWhatASpreadsheetTakes() {
    Window w;
    w.view.showColumn(Product, false);
    w.view.selectAll();
    QTest::keyClick(&w.view, Qt::Key_C, Qt::ControlModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(copied.first(), QStringLiteral("SKU\tZone\tPrice\u00a0$\tMargin\u00a0%\tChange\tState"));
    QCOMPARE(copied[4], QStringLiteral("007\tsouth\t1.10\t\t4.00\t")); // leading zeros kept
    QCOMPARE(copied.size(), 7);                                        // header, five rows, the last line's end
  }

  void pastedCellsAreShownBeforeTheyAreTaken() {
    Window w;
    QSignalSpy planned(&w.view, &TableView::pastePlanned);
    const auto paste = [&](const QString& text) {
      QGuiApplication::clipboard()->setText(text);
      QTest::keyClick(&w.view, Qt::Key_V, Qt::ControlModifier);
      return planned.takeFirst().first().value<PastePlan>();
    };
    // By code and zone, in any order, from a spreadsheet's own copy.
    PastePlan plan = paste(QStringLiteral("Price "
                                          "$\tZone\tsku\r\n3.49\tsouth\toj-tro-64\r\n2.69\tsouth\tOJ-MMA-"
                                          "64\r\nabc\tnorth\tOJ-TRO-96\r\n1\tnorth\tnone\r\n"));
    QVERIFY(plan.matchedByKey);
    QCOMPARE(plan.edits.size(), std::size_t(1));
    QCOMPARE(plan.edits.front().key, QStringLiteral("OJ-TRO-64@south"));
    QCOMPARE(plan.same, 1); // "2.69" is the text that stands there
    QCOMPARE(plan.refusedCount, 2);
    QCOMPARE(w.shelf.row(4).price, 3.29); // nothing has happened yet
    // A code that several rows have is not guessed.
    plan = paste(QStringLiteral("SKU\tPrice\nOJ-TRO-64\t3\n"));
    QCOMPARE(plan.edits.size(), std::size_t(0));
    QCOMPARE(plan.refusedCount, 1);
    // By position.
    w.view.setCurrentIndex(w.lines.index(3, Price));
    plan = paste(QStringLiteral("1.20\t5\n3.39\n7\n"));
    QCOMPARE(plan.edits.size(), std::size_t(2));
    QCOMPARE(plan.refusedCount, 2); // a margin cannot be edited; below the last row
    QVERIFY(!paste(QString()).error.isEmpty());
    QVERIFY(!paste(QStringLiteral("1\n").repeated(100'003)).error.isEmpty());
    PasteCard card(w.theme, &w.view);
    QSignalSpy accepted(&card, &PasteCard::accepted);
    card.ask(plan, w.lines);
    QTest::keyClick(&card, Qt::Key_Escape);
    QCOMPARE(accepted.count(), 0);
    card.ask(plan, w.lines);
    QTest::keyClick(&card, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
  }

  void aHundredThousandPastedLinesDoNotHoldUpTheWindow() {
    Window w;
    w.view.setCurrentIndex(w.lines.index(0, Price));
    const QString text = QStringLiteral("not a price\t\"quoted\ncell\"\n").repeated(49'000);
    QElapsedTimer timer;
    timer.start();
    const PastePlan plan = planPaste(w.lines, text, 0, Price, w.view.shownColumns(), SkuCode);
    qInfo("%lld ms", timer.elapsed());
    QVERIFY(plan.refusedCount >= 49'000 && plan.refused.size() <= 1000);
  }

  void fillDownTakesTheTopmostValue() {
    Window w;
    w.view.selectAll();
    w.view.selectionModel()->setCurrentIndex(w.lines.index(0, Price), QItemSelectionModel::NoUpdate);
    QSignalSpy planned(&w.view, &TableView::pastePlanned);
    QTest::keyClick(&w.view, Qt::Key_D, Qt::ControlModifier);
    const auto plan = planned.first().first().value<PastePlan>();
    QCOMPARE(plan.edits.size(), std::size_t(4));
    QCOMPARE(plan.edits.front().typed, QStringLiteral("3.19"));
  }

  void aViewKeepsColumnsOrderFiltersAndGroups() {
    Window w;
    SavedViews views(w.theme, w.view, {{QStringLiteral("pricing"), {}}});
    const QJsonObject standard = w.view.layoutState();
    w.view.showColumn(Margin, false);
    w.view.header().moveSection(w.view.header().visualIndex(State), 0);
    w.lines.setSort({{Zone, Qt::AscendingOrder}, {Price, Qt::DescendingOrder}});
    w.lines.setColumnFilter(SkuCode, QStringLiteral("OJ-*"));
    w.lines.setGroupColumn(Zone);
    w.view.setFrozen(2);
    const QJsonObject mine = w.view.layoutState();
    views.keepAs(QStringLiteral("  my   view "));
    QCOMPARE(views.current(), QStringLiteral("my view"));
    views.choose(QStringLiteral("pricing"));
    QCOMPARE(w.view.layoutState(), standard);
    QCOMPARE(w.lines.rowCount(), 5);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    views.choose(QStringLiteral("my view"));
    views.save(settings);
    Window again;
    SavedViews restored(again.theme, again.view, {{QStringLiteral("pricing"), {}}});
    restored.restore(settings);
    QCOMPARE(again.view.layoutState(), mine);
    QCOMPARE(restored.names(), QStringList({"pricing", "my view"}));
    // A file from another version or a broken one changes nothing that matters.
    again.view.setLayoutState({{QStringLiteral("order"), QJsonArray{QStringLiteral("gone"), 7}},
                               {QStringLiteral("hidden"), QJsonArray{QStringLiteral("sku"), QStringLiteral("x")}},
                               {QStringLiteral("frozen"), 99},
                               {QStringLiteral("group"), QStringLiteral("gone")}});
    QVERIFY(!again.view.shownColumns().empty());
    restored.remove(QStringLiteral("my view"));
    QCOMPARE(restored.current(), QStringLiteral("pricing"));
  }

  void frozenColumnsStandStill() {
    Window w;
    w.view.resize(320, 300);
    w.view.setFrozen(1);
    auto* still = w.view.findChild<QTableView*>(QStringLiteral("frozenColumns"));
    QVERIFY(still && still->isVisible());
    QCOMPARE(still->width(), w.view.columnWidth(SkuCode));
    w.view.setCurrentIndex(w.lines.index(0, State));
    QVERIFY(w.view.horizontalScrollBar()->value() > 0);
    w.view.setCurrentIndex(w.lines.index(0, Product));
    QVERIFY(w.view.columnViewportPosition(Product) >= still->width());
    w.view.setFrozen(0);
    QVERIFY(!still->isVisible());
  }

  void whatIsChosenIsAddedUp() {
    Window w;
    QSignalSpy totals(&w.view, &TableView::totalsChanged);
    w.view.selectAll();
    const QString words = totals.last().first().toString();
    QVERIFY2(words.startsWith(QStringLiteral("5 rows")) && words.contains(QStringLiteral("Σ 10.0")), qPrintable(words));
    w.view.focusLine(0);
    QCOMPARE(totals.last().first().toString(), QString());
  }

  void tenThousandRowsAreOrderedAtOnce() {
    std::vector<Row> many;
    QRandomGenerator random(3);
    for (int i = 0; i < 10'000; ++i)
      many.push_back({QStringLiteral("SKU-%1").arg(i), QStringLiteral("Product %1").arg(random.bounded(3000)),
                      QStringLiteral("Zone %1").arg(i % 40), random.bounded(90.0), random.bounded(40.0),
                      random.bounded(9.0) - 4, i % 7 ? QStringLiteral("live") : QStringLiteral("stale")});
    Kit k;
    k.shelf.setRows(many);
    const auto took = [](const char* what, const auto& work) {
      QElapsedTimer timer;
      timer.start();
      work();
      qInfo("%-28s %6.1f ms", what, double(timer.nsecsElapsed()) / 1e6);
    };
    took("by number, first time", [&] { k.lines.setSort({{Price, Qt::AscendingOrder}}); });
    took("by text, first time", [&] { k.lines.setSort({{Product, Qt::AscendingOrder}, {Price, Qt::AscendingOrder}}); });
    took("by text again", [&] { k.lines.setSort({{Product, Qt::DescendingOrder}}); });
    took("filter text", [&] { k.lines.setColumnFilter(Product, QStringLiteral("12")); });
    took("filter number", [&] { k.lines.setColumnFilter(Price, QStringLiteral(">20 | <3")); });
    took("group", [&] { k.lines.setGroupColumn(Zone); });
    QVERIFY(k.lines.rowCount() > 0);
  }
};

QTEST_MAIN(TableKitTest)
#include "tst_TableKit.moc"
