// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes of choices on a page with keys of its own.
#include "pages/Page.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace pricewright;

namespace {

struct KeyPage : Page {
  QString typed;
  QComboBox* box = new QComboBox(this);
  QComboBox* words = new QComboBox(this);
  QSpinBox* number = new QSpinBox(this);
  KeyPage() {
    auto* column = new QVBoxLayout(this);
    for (QComboBox* b : {box, words}) {
      b->addItems({QStringLiteral("Profit"), QStringLiteral("Profit and revenue"), QStringLiteral("Units")});
      column->addWidget(b);
    }
    words->setEditable(true);
    column->addWidget(number);
    show();
    QApplication::setActiveWindow(this);
  }
  void keyPressEvent(QKeyEvent* event) override { typed += event->text(); }
};

void turnWheel(QWidget* over) {
  const QPointF at = over->rect().center();
  QWheelEvent turn(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(over, &turn);
}

} // namespace

class FormMannersTest : public QObject {
  Q_OBJECT
 private slots:
  void theWheelChangesNothing() {
    KeyPage page;
    for (QWidget* w : QList<QWidget*>{page.box, page.words, page.number}) {
      w->setFocus();
      turnWheel(w);
    }
    QCOMPARE(page.box->currentIndex(), 0);
    QCOMPARE(page.words->currentIndex(), 0);
    QCOMPARE(page.number->value(), 0);
  }

  void lettersAreThePagesAndArrowsTheBoxs() {
    KeyPage page;
    page.box->setFocus();
    QTest::keyClicks(page.box, QStringLiteral("p2"));
    QCOMPARE(page.typed, QStringLiteral("p2"));
    QCOMPARE(page.box->currentIndex(), 0);
    QTest::keyClick(page.box, Qt::Key_Down);
    QCOMPARE(page.box->currentIndex(), 1);
    page.words->setFocus();
    page.words->clearEditText();
    QTest::keyClicks(page.words, QStringLiteral("pu"));
    QCOMPARE(page.typed, QStringLiteral("p2"));
    QVERIFY(page.words->currentText().startsWith(QStringLiteral("pu"), Qt::CaseInsensitive));
  }
};

QTEST_MAIN(FormMannersTest)
#include "tst_FormManners.moc"
