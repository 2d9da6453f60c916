// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The look holds what it promises: readable in light and dark, switchable while running, icons in the palette's color.
#include "shell/Icons.h"
#include "shell/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;

class ThemeTest : public QObject {
  Q_OBJECT
 private slots:
  void knowsContrast() {
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01); // WCAG's own borderline grey
  }

  void everyTextIsReadable_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
  }
  void everyTextIsReadable() {
    QFETCH(bool, dark);
    const QList<ContrastPair> pairs = Theme::contrastPairs(dark);
    QVERIFY(pairs.size() > 40);
    for (const ContrastPair& p : pairs)
      QVERIFY2(contrastRatio(p.foreground, p.background) >= p.atLeast,
               qPrintable(QStringLiteral("%1: %2").arg(p.what).arg(contrastRatio(p.foreground, p.background))));
  }

  void switchesWhileRunning() {
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setScheme(ColorScheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::tokensFor(false).canvas);
    theme.toggle();
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::tokensFor(true).canvas);
    QCOMPARE(QApplication::palette().color(QPalette::Text), Theme::tokensFor(true).text);
    QCOMPARE(changed.count(), 2);
    QVERIFY2(!qApp->styleSheet().contains(QLatin1Char('@')), "every token of the style sheet is filled in");
  }

  void iconsTakeTheColorAskedFor() {
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 15);
    for (const QString& name : names) {
      const QImage image = iconPixmap(name, QColor(200, 10, 20), 24, 2.0).toImage();
      QCOMPARE(image.size(), QSize(48, 48));
      int painted = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          if (const QColor c = image.pixelColor(x, y); c.alpha() > 200) {
            ++painted;
            QVERIFY2(qAbs(c.red() - 200) < 4 && qAbs(c.green() - 10) < 4, qPrintable(name));
          }
      QVERIFY2(painted > 40, qPrintable(name + QStringLiteral(" is empty")));
    }
  }

  void iconsShareOneStroke() {
    for (const QString& name : iconNames()) {
      QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray svg = file.readAll();
      QVERIFY2(svg.contains("stroke-width=\"1.75\"") && svg.contains("viewBox=\"0 0 24 24\""), qPrintable(name));
    }
  }
};

QTEST_MAIN(ThemeTest)
#include "tst_Theme.moc"
