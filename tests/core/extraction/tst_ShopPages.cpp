// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as shops of many countries make them, written for this: shops/*.html. The first line of each says what is to be
// found: <!-- address | price | currency | list price | availability -->, "-" where nothing is told.
#include "extraction/ProductPage.h"

#include "support/TestData.h"

#include <QDir>
#include <QTest>

using namespace pricewright;

class tst_ShopPages : public QObject {
  Q_OBJECT

 private slots:
  void whatIsRead_data() {
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QStringList>("wanted");
    const QDir shops(pricewright::test::sourceTree("/tests/core/extraction/shops"));
    for (const QString& name : shops.entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name)) {
      QFile file(shops.filePath(name));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QString first = QString::fromUtf8(file.readLine()).trimmed();
      QTest::newRow(qPrintable(name)) << file.readAll() << first.mid(5, first.size() - 9).split(QStringLiteral(" | "));
    }
  }
  void whatIsRead() {
    QFETCH(QByteArray, page);
    QFETCH(QStringList, wanted);
    QCOMPARE(wanted.size(), 5);
    const ProductPage read = extractProduct({page, wanted.first(), QStringLiteral("text/html; charset=utf-8")});
    QStringList found{wanted.first()};
    for (const ProductField field :
         {ProductField::Price, ProductField::Currency, ProductField::ListPrice, ProductField::Availability})
      found << (read[field].isKnown() ? read[field].value : QStringLiteral("-"));
    QCOMPARE(found.join(QStringLiteral(" | ")), wanted.join(QStringLiteral(" | ")));
  }
};

QTEST_GUILESS_MAIN(tst_ShopPages)
#include "tst_ShopPages.moc"
