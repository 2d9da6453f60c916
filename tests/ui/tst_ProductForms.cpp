// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Products, zones and ladders by hand in the window: forms that keep what was typed, and undo.
#include "shell/CatalogueLink.h"
#include "support/PageDesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : PageDesk<CataloguePage, CatalogueLink> {
  Desk() {
    market.cycle(false);
    open([this] { return page.model().rowCount() == 12; });
  }
  ProductCard& product() { return *page.findChild<ProductCard*>(); }
  ZoneCard& zones() { return *page.findChild<ZoneCard*>(); }
  bool openForm() {
    QTest::keyClick(&page, Qt::Key_N, Qt::ControlModifier);
    return until([this] { return product().isVisible(); });
  }
};

} // namespace

class ProductFormsTest : public QObject {
  Q_OBJECT
 private slots:
  void aProductIsAddedAndTakenBack() {
    Desk d;
    QVERIFY(d.openForm());
    ProductCard& card = d.product();
    QVERIFY(!card.button()->isEnabled());
    card.code()->setText(QStringLiteral("NEW-1"));
    card.name()->setText(QStringLiteral("New one"));
    card.partNumber()->setText(QStringLiteral(" 0601-9K5 "));
    QCOMPARE(card.product().sku.mpn, QStringLiteral("0601-9K5"));
    card.cost()->setText(QStringLiteral("1.20"));
    card.price()->setText(QStringLiteral("2.49"));
    QVERIFY(card.button()->isEnabled());
    QTest::keyClick(card.price(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.page.model().rowCount() == 14; })); // in both zones
    QVERIFY(!card.isVisible());
    QVERIFY(d.said().contains(QStringLiteral("NEW-1")));
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.model().rowCount() == 12; }));
  }

  void whatIsRefusedStaysTyped() {
    Desk d;
    QVERIFY(d.openForm());
    ProductCard& card = d.product();
    card.code()->setText(QStringLiteral("SKU-01"));
    QTest::keyClick(card.code(), Qt::Key_Return);
    QVERIFY(d.until([&] { return card.wrong().contains(QStringLiteral("sold in Z1 already")); }));
    QVERIFY(card.isVisible() && card.code()->text() == QStringLiteral("SKU-01"));
    card.cost()->setText(QStringLiteral("x"));
    QVERIFY(!card.button()->isEnabled() && card.wrong().contains(QStringLiteral("no cost")));
    card.cost()->clear();
    card.price()->setText(QStringLiteral("2"));
    QVERIFY(!card.button()->isEnabled() && card.wrong().contains(QStringLiteral("needs a cost")));
    QTest::keyClick(card.code(), Qt::Key_Escape);
    QVERIFY(!card.isVisible());
    QCOMPARE(d.page.model().rowCount(), 12);
  }

  void aZoneIsChangedAndTakenBack() {
    Desk d;
    d.page.editZones();
    QVERIFY(d.until([&] { return d.zones().isVisible(); }));
    ZoneCard& card = d.zones();
    QCOMPARE(card.code()->text(), QStringLiteral("Z1"));
    QVERIFY(!card.code()->isEnabled());
    card.market()->setText(QStringLiteral("Mars"));
    QTest::keyClick(card.name(), Qt::Key_Return);
    QVERIFY(d.until([&] { return card.wrong().contains(QStringLiteral("not the code of a market")); }));
    card.market()->setText(QStringLiteral("US"));
    card.name()->setText(QStringLiteral("Zone one"));
    QTest::keyClick(card.name(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.said().contains(QStringLiteral("Zone Z1 changed")); }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.said().contains(QStringLiteral("as it was")); }));
    d.page.editZones();
    QVERIFY(d.until([&] { return card.isVisible(); }));
    QCOMPARE(card.name()->text(), QStringLiteral("Zone 1"));
  }

  void aLadderIsTyped() {
    Desk d;
    CatalogueModel& m = d.page.model();
    const int column = CatalogueModel::column(CatalogueColumn::Ladder);
    QVERIFY(!m.checkEdit(0, column, QStringLiteral("soon")).isEmpty());
    const QString before = m.text(0, column);
    QVERIFY(m.setData(m.index(0, column), QStringLiteral(".95 .45"), Qt::EditRole));
    QVERIFY(d.until([&] { return m.text(0, column) == QStringLiteral(".45 .95"); }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return m.text(0, column) == before; }));
  }

  void readOnlyAddsNothing() {
    Desk d;
    d.page.setReadOnly(true);
    QSignalSpy asked(&d.page, &CataloguePage::listsRequested);
    d.page.newProduct();
    d.page.editZones();
    QCOMPARE(asked.count(), 0);
  }
};

QTEST_MAIN(ProductFormsTest)
#include "tst_ProductForms.moc"
