// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue page over a real workspace, driven by keys and mouse; its questions are answered as the link does.
#include "shell/CatalogueLink.h"
#include "support/SmallMarket.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk {
  SmallMarket market;
  Theme theme;
  CataloguePage page{theme};
  QSignalSpy asked{&page, &CataloguePage::whatIfRequested}, proposed{&page, &CataloguePage::proposeRequested},
      withdrawn{&page, &CataloguePage::withdrawRequested}, cost{&page, &CataloguePage::costRequested},
      costUndone{&page, &CataloguePage::costUndoRequested}, role{&page, &CataloguePage::roleRequested},
      noticed{&page, &Page::noticed}, keys{&page, &Page::keySheetRequested};
  bool answers = true;

  explicit Desk(bool withCycle = true, int skus = 6, int zones = 2) : market(skus, zones, skus == 0 ? 0 : 60) {
    if (withCycle && skus > 0)
      market.cycle(false);
    QObject::connect(
        &page, &CataloguePage::whatIfRequested, &page,
        [this](int no) {
          if (!answers)
            return;
          const Result<WhatIfModelPtr> model = whatIf(*market.ws, no);
          model ? page.showWhatIf(no, *model) : page.showWhatIfError(no, model.error());
        },
        Qt::QueuedConnection);
    page.resize(1260, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    refresh();
    page.focusMain();
  }
  void refresh() {
    page.showCatalogue(std::make_shared<const CatalogueSnapshot>(take(catalogueView(*market.ws))));
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
  }
  void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, k, held);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
  }
  // As the link answers.
  std::vector<Proposed> answerProposal() {
    const auto wishes = proposed.last().first().value<std::vector<PriceWish>>();
    const auto done = take(market.ws->proposePrices(wishes));
    page.showProposed(done);
    refresh();
    return done;
  }
  int focusedListing() { return page.model().at(page.model().rowOfKey(page.table().focusedKey())).listingNo; }
  QString effect(EffectCard::Line line) { return page.effect().line(line).change(); }
  QString values(EffectCard::Line line) { return page.effect().line(line).values(); }
  QString cell(int listing, CatalogueColumn c) {
    return page.model().text(page.model().rowOfListing(listing), CatalogueModel::column(c));
  }
  void type(CatalogueColumn c, const QString& text) {
    page.table().setFocus();
    page.table().setCurrentIndex(page.lines().index(page.table().currentIndex().row(), CatalogueModel::column(c)));
    key(Qt::Key_F2);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->setText(text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(page.table().hasFocus()); // the next key is the row's
  }
};

} // namespace

class CataloguePageTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void showsWhatIsSoldAndHowItStands() {
    Desk d;
    QAbstractItemModelTester tester(&d.page.model());
    QAbstractItemModelTester lines(&d.page.lines());
    QCOMPARE(d.page.lines().rowCount(), 12);
    QVERIFY2(d.page.summaryText().startsWith(QStringLiteral("12 prices · 6 SKUs × 2 zones · $")),
             qPrintable(d.page.summaryText()));
    QCOMPARE(d.cell(1, CatalogueColumn::Price), QStringLiteral("3.49"));
    QCOMPARE(d.cell(1, CatalogueColumn::Margin), QStringLiteral("45.0"));
    QVERIFY(d.cell(1, CatalogueColumn::Elasticity).contains(QStringLiteral(" ±")));
    QVERIFY(d.page.session().model());
    QCOMPARE(d.effect(EffectCard::Units), QStringLiteral("0.0 %"));
    QCOMPARE(d.values(EffectCard::Limits), QStringLiteral("the price in force"));
    QVERIFY(!d.page.effect().sendButton()->isEnabled());
    for (const QWidget* w : d.page.findChildren<QWidget*>())
      if (w->focusPolicy() != Qt::NoFocus && w->isVisible() && !qobject_cast<const QTableView*>(w) &&
          !qobject_cast<const QHeaderView*>(w) && w->metaObject() != &QWidget::staticMetaObject)
        QVERIFY2(!w->accessibleName().isEmpty() || w->inherits("QAbstractScrollArea") || w->inherits("QSplitterHandle"),
                 w->metaObject()->className());
  }

  void keysMoveThePriceAndEverythingWithIt() {
    Desk d;
    const int no = d.focusedListing();
    const Money now = d.page.session().now();
    d.key(Qt::Key_Return); // to the chart
    QVERIFY(d.page.chart().hasFocus());
    d.key(Qt::Key_Right);
    d.key(Qt::Key_Right);
    const Money two = d.page.session().tried();
    QCOMPARE(two, d.page.session().model()->step(no, now, 2));
    QVERIFY(d.effect(EffectCard::Units).startsWith(QChar(0x2212)));
    QVERIFY(d.values(EffectCard::Units).contains(QStringLiteral("→")));
    QVERIFY(d.page.title().contains(QStringLiteral("cost %1?").arg(two.toString())));
    QVERIFY(d.values(EffectCard::Limits) != QStringLiteral("the price in force"));
    const WhatIfResult r = d.page.session().result();
    QVERIFY(d.effect(EffectCard::Category).contains(QStringLiteral("[")));
    QVERIFY(r.moved == 1 && r.profit.change != 0);
    QVERIFY(d.page.effect().sendButton()->isEnabled());
    d.key(Qt::Key_Left);
    d.key(Qt::Key_Left);
    QCOMPARE(d.page.session().tried(), now);
    QCOMPARE(d.effect(EffectCard::Units), QStringLiteral("0.0 %"));
    d.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(d.page.session().tried(), d.page.session().model()->step(no, now, 5));
    d.key(Qt::Key_N);
    QCOMPARE(d.page.session().tried(), now);
    d.key(Qt::Key_Plus); // anywhere
    d.key(Qt::Key_Escape);
    QCOMPARE(d.page.session().tried(), now);
    QVERIFY(d.page.chart().hasFocus());
    d.key(Qt::Key_Escape);
    QVERIFY(d.page.table().hasFocus());
  }

  void theMouseDragsThePriceToARung() {
    Desk d;
    const Money now = d.page.session().now();
    WhatIfChart& chart = d.page.chart();
    const double at = chart.xOf(now.toDouble() * 1.07);
    QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(int(chart.xOf(now.toDouble())), 60));
    QCOMPARE(d.page.session().tried(), now);
    QMouseEvent move(QEvent::MouseMove, QPointF(at, 60), chart.mapToGlobal(QPointF(at, 60)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&chart, &move);
    const Money tried = d.page.session().tried();
    QVERIFY(tried.minor() > now.minor());
    const LadderSpec ladder = d.page.session().model()->listing(d.focusedListing())->ladder;
    QVERIFY(PriceLadder(ladder).contains(tried.minor()));
    QVERIFY(std::abs(tried.toDouble() - now.toDouble() * 1.07) < 0.06);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(int(at), 60));
    QApplication::sendEvent(&chart, &move); // the button is up: nothing is dragged any more
    QCOMPARE(d.page.session().tried(), tried);
  }

  void locksAreKeptAndSentTogether() {
    Desk d;
    const int first = d.focusedListing();
    d.key(Qt::Key_Plus);
    d.key(Qt::Key_L);
    QVERIFY(d.page.session().isLocked(first));
    const Money locked = d.page.session().tried();
    QCOMPARE(d.cell(first, CatalogueColumn::Tried), locked.toString());
    d.key(Qt::Key_J); // another product
    const int second = d.focusedListing();
    QVERIFY(second != first);
    d.key(Qt::Key_Plus);
    d.key(Qt::Key_Plus);
    QVERIFY(d.page.effect().sendButton()->text().contains(QLatin1Char('2')));
    d.key(Qt::Key_J);
    QVERIFY(d.page.effect().sendButton()->text() == QStringLiteral("Send to Approvals")); // what was not locked is gone
    d.key(Qt::Key_K);
    QCOMPARE(d.page.session().tried(), d.page.session().now());
    d.key(Qt::Key_Plus);
    d.refresh(); // new facts leave what is tried alone
    QVERIFY(d.page.session().isLocked(first));
    d.key(Qt::Key_S);
    QCOMPARE(d.proposed.count(), 1);
    d.key(Qt::Key_S); // the answer is still out
    QCOMPARE(d.proposed.count(), 1);
    const auto done = d.answerProposal();
    QCOMPARE(done.size(), std::size_t(2));
    QVERIFY(!done[0].decision.isNull() && !done[1].decision.isNull());
    QVERIFY(d.page.session().locked().empty());
    QCOMPARE(d.cell(first, CatalogueColumn::Tried), QString());
    QCOMPARE(d.cell(first, CatalogueColumn::Decision), QStringLiteral("Pending"));
    QVERIFY(d.noticed.last().first().toString().contains(QStringLiteral("2 prices sent")));
    d.key(Qt::Key_U);
    QCOMPARE(d.withdrawn.count(), 1);
    QCOMPARE(d.withdrawn.last().first().value<std::vector<Id>>().size(), std::size_t(2));
    d.key(Qt::Key_U);
    QCOMPARE(d.withdrawn.count(), 1); // once
  }

  // Two groups: what is locked in one counts in the total while the other is looked at.
  void portfolioAddsUpOverGroups() {
    Desk d;
    d.key(Qt::Key_Plus);
    const double one = d.page.session().result().profit.change;
    d.key(Qt::Key_L);
    while (d.page.session().model()->listing(1))
      d.key(Qt::Key_J);
    QCOMPARE(d.page.session().portfolio().profit.change, one);
    d.key(Qt::Key_Plus);
    const double two = d.page.session().result().profit.change;
    QVERIFY(std::abs(d.page.session().portfolio().profit.change - one - two) < 1e-9);
    QCOMPARE(d.page.session().portfolio().prices, 2);
    const double before = d.page.model().snapshot()->totals.profitPerWeek;
    QVERIFY(d.values(EffectCard::Portfolio).contains(QLocale().toString(before, 'f', 0)));
  }

  void refusedPricesStayAsTheyWereTyped() {
    Desk d;
    d.market.sql("DELETE FROM cost WHERE listing_no = 1");
    d.refresh();
    QVERIFY(d.page.table().focusKey(QStringLiteral("SKU-01|Z1")));
    QCoreApplication::processEvents();
    QCOMPARE(d.cell(1, CatalogueColumn::Cost), QStringLiteral("missing"));
    d.key(Qt::Key_Plus);
    d.key(Qt::Key_L);
    d.key(Qt::Key_S);
    d.answerProposal();
    QVERIFY(d.page.session().isLocked(1));
    QVERIFY(d.page.banner().isVisible());
    QVERIFY2(d.page.banner().text().contains(QStringLiteral("SKU-01, Z1")), qPrintable(d.page.banner().text()));
  }

  void typedPricesCostsAndRoles() {
    Desk d;
    const int no = d.focusedListing();
    d.type(CatalogueColumn::Tried, QStringLiteral("3.79"));
    QVERIFY(d.page.session().isLocked(no));
    QCOMPARE(d.page.session().tried().minor(), qint64(379));
    d.type(CatalogueColumn::Tried, QStringLiteral("abc"));
    QVERIFY(d.page.banner().isVisible()); // said, and nothing changed
    QCOMPARE(d.page.session().tried().minor(), qint64(379));
    d.type(CatalogueColumn::Cost, QStringLiteral("2.0349"));
    QCOMPARE(d.cost.count(), 1);
    QCOMPARE(d.cost.last().at(1).value<Amount>().value.micros(), qint64(2'034'900));
    const CostChange change = take(d.market.ws->setCost(no, CostKind::Replacement, dayOf(d.market.clock.now()),
                                                        d.cost.last().at(1).value<Amount>()));
    d.page.showCostChanged(change);
    d.refresh();
    QCOMPARE(d.cell(no, CatalogueColumn::Cost), QStringLiteral("2.03"));
    d.type(CatalogueColumn::Cost, QStringLiteral("203.49")); // a slipped decimal mark
    QCOMPARE(d.cost.count(), 1);
    d.type(CatalogueColumn::Role, QStringLiteral("KVI"));
    QCOMPARE(d.role.count(), 1);
    QCOMPARE(d.role.last().at(1).value<SkuRole>(), SkuRole::Kvi);
    QSignalSpy bounds(&d.page, &CataloguePage::boundsRequested);
    d.page.findChild<SavedViews*>()->choose(QStringLiteral("limits"));
    d.type(CatalogueColumn::Floor, QStringLiteral("3.00"));
    QCOMPARE(bounds.count(), 1);
    QCOMPARE(bounds.last().at(1).value<ListingBounds>().minMinor.value_or(0), qint64(300));
    d.page.showBoundsChanged(take(d.market.ws->setBounds(no, bounds.last().at(1).value<ListingBounds>())));
    d.refresh();
    d.type(CatalogueColumn::Ceiling, QStringLiteral("2.50")); // below the floor
    QCOMPARE(bounds.count(), 1);
    QSignalSpy boundsUndone(&d.page, &CataloguePage::boundsUndoRequested);
    d.page.undoLast();
    QCOMPARE(boundsUndone.last().at(1).value<ListingBounds>(), ListingBounds());
    d.page.findChild<SavedViews*>()->choose(QStringLiteral("pricing"));
    d.page.undoLast();
    QCOMPARE(d.costUndone.count(), 1);
    d.page.setReadOnly(true);
    d.type(CatalogueColumn::Tried, QString()); // trying is always allowed
    QVERIFY(!d.page.session().isLocked(no));
    QVERIFY(!(d.page.model().flags(d.page.model().index(0, CatalogueModel::column(CatalogueColumn::Cost))) &
              Qt::ItemIsEditable));
    d.key(Qt::Key_Plus);
    QVERIFY(!d.page.effect().sendButton()->isEnabled());
    d.key(Qt::Key_S);
    QCOMPARE(d.proposed.count(), 0);
  }

  void keysWithCtrlOrAltAndHeldKeysDoNothing() {
    Desk d;
    d.key(Qt::Key_Plus);
    const Money tried = d.page.session().tried();
    for (const Qt::KeyboardModifier held : {Qt::ControlModifier, Qt::AltModifier, Qt::MetaModifier})
      for (const Qt::Key k : {Qt::Key_S, Qt::Key_L, Qt::Key_N, Qt::Key_U})
        d.key(k, held);
    QCOMPARE(d.proposed.count(), 0);
    QCOMPARE(d.page.session().tried(), tried);
    QVERIFY(d.page.session().locked().empty());
    QKeyEvent held(QEvent::KeyPress, Qt::Key_S, Qt::NoModifier, QStringLiteral("s"), true);
    QApplication::sendEvent(d.page.focusWidget(), &held);
    QCOMPARE(d.proposed.count(), 0);
    d.key(Qt::Key_Question);
    QCOMPARE(d.keys.count(), 1);
  }

  void filtersAndTheirEmptyState() {
    Desk d;
    d.page.filters().setFilter({QStringLiteral("Z2"), {}, {}, false, false, false});
    QCOMPARE(d.page.lines().rowCount(), 6);
    QVERIFY(d.page.summaryText().startsWith(QLatin1String("6 of 12 prices")));
    d.page.focusFilter();
    QTest::keyClicks(d.page.filters().textField(), QStringLiteral("nothing like this"));
    QCOMPARE(d.page.lines().rowCount(), 0);
    QVERIFY(d.page.findChild<EmptyState*>()->isVisible());
    QTest::keyClick(d.page.filters().textField(), Qt::Key_Escape);
    QCOMPARE(d.page.lines().rowCount(), 6);
    QVERIFY(d.page.table().hasFocus());
    d.page.filters().clear();
    QCOMPARE(d.page.lines().rowCount(), 12);
    d.market.clock.advance(std::chrono::hours(48)); // nobody has looked since
    d.refresh();
    d.page.filters().staleButton()->click();
    QCOMPARE(d.page.lines().rowCount(), 12);
    QCOMPARE(d.cell(1, CatalogueColumn::Index), QStringLiteral("stale"));
  }

  void beforeTheFirstCycleAndWithoutProducts() {
    Desk none(false, 0, 0);
    QVERIFY(none.page.findChild<EmptyState*>()->title().contains(QStringLiteral("No products")));
    none.key(Qt::Key_S);
    none.key(Qt::Key_L);
    none.key(Qt::Key_Plus);
    QCOMPARE(none.proposed.count(), 0);
    Desk before(false);
    QCOMPARE(before.page.lines().rowCount(), 12);
    QVERIFY(before.page.banner().isHidden());
    QVERIFY2(before.page.effect().note().contains(QStringLiteral("no price in force")),
             qPrintable(before.page.effect().note()));
  }

  void errorsSayWhatWasKept() {
    Desk d;
    d.key(Qt::Key_Plus);
    d.key(Qt::Key_L);
    d.key(Qt::Key_S);
    d.page.showError(fail(QStringLiteral("storage.disk-full"), {{QStringLiteral("path"), QStringLiteral("x")}}));
    QVERIFY(d.page.banner().isVisible());
    QCOMPARE(d.page.session().locked().size(), std::size_t(1));
    d.key(Qt::Key_S); // and can be sent again
    QCOMPARE(d.proposed.count(), 2);
  }

  void whatIsTriedSurvivesARestart() {
    QTemporaryDir dir;
    QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    Desk d;
    d.key(Qt::Key_J);
    d.key(Qt::Key_Plus);
    d.key(Qt::Key_L);
    const int no = d.focusedListing();
    const Money tried = d.page.session().tried();
    d.page.filters().setFilter({QStringLiteral("Z1"), {}, {}, false, false, false});
    d.page.saveState(settings);
    CataloguePage again(d.theme);
    again.restoreState(settings);
    again.showCatalogue(d.page.model().snapshot());
    QVERIFY(again.session().isLocked(no));
    QCOMPARE(again.session().locked().at(no), tried);
    QCOMPARE(again.filters().filter().zone, QStringLiteral("Z1"));
    QCOMPARE(again.table().focusedKey(), d.page.table().focusedKey());
  }

  // The real engine behind it: reads beside the writer, writes in order, shows what it has written.
  void theLinkAnswersOverTheRealEngine() {
    SmallMarket market;
    market.cycle(false);
    market.sql(qPrintable(QStringLiteral("INSERT OR REPLACE INTO workspace VALUES ('as_of_ms', '%1')")
                              .arg(toMillis(market.clock.now()))));
    market.ws.reset();
    Theme theme;
    CataloguePage page(theme);
    Engine engine;
    CatalogueLink link(engine, page);
    QSignalSpy noticed(&page, &Page::noticed);
    page.resize(1200, 800);
    page.show();
    engine.openWorkspace(market.path());
    QTRY_COMPARE(page.lines().rowCount(), 12);
    QTRY_VERIFY(page.session().model());
    const QString key = page.table().focusedKey();
    page.session().step(2);
    page.send();
    QTRY_VERIFY2(!noticed.isEmpty() || page.banner().isVisible(), "no answer");
    QVERIFY2(page.banner().isHidden(), qPrintable(page.banner().text()));
    const auto decision = [&] {
      return page.model().text(page.model().rowOfKey(key), CatalogueModel::column(CatalogueColumn::Decision));
    };
    QTRY_COMPARE(decision(), QStringLiteral("Pending"));
    page.undoLast();
    QTRY_COMPARE(decision(), QStringLiteral("Rejected"));
    emit page.costRequested(1, {Decimal::fromMicros(2'000'000), page.model().at(0).currency});
    QTRY_COMPARE(page.model().text(0, CatalogueModel::column(CatalogueColumn::Cost)), QStringLiteral("2.00"));
    page.undoLast();
    QTRY_COMPARE(page.model().text(0, CatalogueModel::column(CatalogueColumn::Cost)), QStringLiteral("1.92"));
    QTRY_VERIFY(page.session().model()); // by the facts as they are now
  }

  void tenThousandRowsAreFilteredAndSorted() {
    Desk d;
    auto many = std::make_shared<CatalogueSnapshot>(*d.page.model().snapshot());
    const CatalogueRow one = many->rows.front();
    for (int i = 0; i < 10'000; ++i) {
      many->rows.push_back(one);
      many->rows.back().listingNo = 1000 + i;
      many->rows.back().sku = QStringLiteral("X-%1").arg(i, 5, 10, QLatin1Char('0'));
    }
    d.page.showCatalogue(many);
    d.page.filters().setFilter({{}, {}, {}, true, false, false});
    d.page.filters().clear();
    d.page.lines().setSort({{CatalogueModel::column(CatalogueColumn::Margin), Qt::DescendingOrder}});
    QCOMPARE(d.page.lines().rowCount(), 10'012);
  }
};

QTEST_MAIN(CataloguePageTest)
#include "tst_CataloguePage.moc"
