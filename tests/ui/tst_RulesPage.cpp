// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules are changed in a draft: by keys and in a form, undone step by step, checked on every price before they are
// saved; others' changes and slips lose nothing.
#include "shell/RulesLink.h"
#include "support/SmallMarket.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kPatience = 20'000;

struct Desk {
  SmallMarket market;
  Theme theme;
  Engine engine;
  RulesPage page{theme};
  RulesLink link{engine, page};

  Desk() {
    market.cycle(false); // takes the prices in force from the sales
    need(market.ws->catalog().setWorkspaceValue(market.ws->me(), QStringLiteral("as_of_ms"),
                                                QString::number(toMillis(market.clock.now()))));
    market.ws.reset();
    page.resize(1240, 800);
    page.show();
    QApplication::setActiveWindow(&page);
    QSignalSpy opened(&engine, &Engine::workspaceOpened);
    engine.openWorkspace(market.path());
    if (!opened.wait(kPatience))
      qFatal("the workspace does not open");
    if (!until([this] { return page.isLoaded(); }))
      qFatal("no rules: %s", qPrintable(page.banner().text()));
  }
  bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, kPatience); }
  void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier) { QTest::keyClick(&page.table(), k, held); }
  void type(const char* field, const QString& text) {
    QLineEdit* line = page.form().field(field);
    line->setFocus();
    line->clear();
    emit line->textEdited(QString());
    QTest::keyClicks(line, text);
  }
  void kind(const char* name) {
    QComboBox* box = page.form().kindBox();
    box->setCurrentIndex(box->findData(QString::fromLatin1(name)));
    emit box->activated(box->currentIndex());
  }
  void addFloor(const QString& name, const QString& amount) {
    page.table().setFocus();
    key(Qt::Key_N);
    type("name", name);
    kind("floor");
    type("amount", amount);
    page.table().setFocus();
  }
};

} // namespace

class RulesPageTest : public QObject {
  Q_OBJECT
 private slots:
  void aRuleFromNothingToInForce() {
    Desk d;
    QAbstractItemModelTester tester(&d.page.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    d.addFloor(QStringLiteral("Never below one"), QStringLiteral("1.00"));
    QCOMPARE(d.page.draft().size(), 1);
    QCOMPARE(d.page.draft()[0]["name"].toString(), QStringLiteral("Never below one"));
    QCOMPARE(d.page.draft()[0]["then"]["amount"].toString(), QStringLiteral("1.00"));
    QVERIFY(d.page.summary().contains(QStringLiteral("nothing of it is in force")));
    QVERIFY(!d.page.isChecked());
    QTest::keyClick(&d.page, Qt::Key_S, Qt::ControlModifier); // saving checks first
    QVERIFY(d.until([&] { return d.page.banner().text().contains(QStringLiteral("Saved as version 1")); }));
    QVERIFY(d.until([&] { return !d.page.isChanged() && d.page.versionTable().lines().shownCount() == 1; }));
  }

  void whatIsNoRuleStaysInTheFormOnly() {
    Desk d;
    d.addFloor(QStringLiteral("Floor"), QStringLiteral("1.00"));
    for (const char* bad : {"abc", "-1", "0", ""}) {
      d.type("amount", QString::fromLatin1(bad));
      QVERIFY2(!d.page.form().error().isEmpty(), bad);
      QCOMPARE(d.page.draft()[0]["then"]["amount"].toString(), QStringLiteral("1.00"));
    }
    d.type("amount", QStringLiteral("2"));
    QVERIFY(d.page.form().error().isEmpty());
    d.type("fromDate", QStringLiteral("tomorrow"));
    QVERIFY(!d.page.form().error().isEmpty());
  }

  void movedSwitchedRemovedUndone() {
    Desk d;
    for (const char* name : {"a", "b", "c"})
      d.addFloor(QString::fromLatin1(name), QStringLiteral("1"));
    const auto names = [&] {
      QStringList all;
      for (const QJsonValue& rule : d.page.draft())
        all << rule["name"].toString() + (rule["enabled"].toBool() ? QString() : QStringLiteral("-"));
      return all.join(u' ');
    };
    QCOMPARE(names(), QStringLiteral("a b c"));
    d.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), QStringLiteral("a c b"));
    QVERIFY(d.page.draft()[0]["priority"].toInt() < d.page.draft()[1]["priority"].toInt());
    d.key(Qt::Key_Space);
    QCOMPARE(names(), QStringLiteral("a c- b"));
    d.key(Qt::Key_Delete);
    QCOMPARE(names(), QStringLiteral("a b"));
    d.page.undoLast();
    d.page.undoLast();
    d.page.undoLast();
    QCOMPARE(names(), QStringLiteral("a b c"));
    d.page.discard();
    QVERIFY(d.page.draft().isEmpty());
    d.page.undoLast();
    QCOMPARE(names(), QStringLiteral("a b c"));
  }

  void aCheckSaysWhatWouldChangeAndWhatIsOdd() {
    Desk d;
    d.addFloor(QStringLiteral("first"), QStringLiteral("5000"));
    d.addFloor(QStringLiteral("nobody"), QStringLiteral("1"));
    d.type("skus", QStringLiteral("NO-SUCH-*"));
    QTest::keyClick(&d.page, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(d.until([&] { return d.page.isChecked(); }));
    QCOMPARE(d.page.effectTable().lines().shownCount(), 12);
    QCOMPARE(d.page.model().text(1, RulesModel::Finding), QStringLiteral("Look"));
    QVERIFY(d.page.model().detail(1, RulesModel::Finding).contains(QStringLiteral("no price")));
    d.page.table().setFocus();
    d.key(Qt::Key_Space); // the draft changed: what was checked is not it
    QVERIFY(!d.page.isChecked());
    QCOMPARE(d.page.effectTable().lines().shownCount(), 0);
  }

  void aVersionIsGoneBackTo() {
    Desk d;
    for (const char* name : {"one", "two"}) {
      d.addFloor(QString::fromLatin1(name), QStringLiteral("0.01"));
      d.page.check();
      QVERIFY(d.until([&] { return d.page.isChecked(); }));
      const int before = d.page.versionTable().lines().shownCount();
      d.page.save();
      QVERIFY(d.until([&] { return d.page.versionTable().lines().shownCount() == before + 1; }));
    }
    QCOMPARE(d.page.draft().size(), 2);
    d.page.versionTable().focusLine(1);
    d.page.goBack();
    QCOMPARE(d.page.draft().size(), 1);
    QVERIFY(d.page.isChanged());
  }

  void readOnlyChangesNothing() {
    Desk d;
    d.page.setReadOnly(true);
    d.page.table().setFocus();
    d.key(Qt::Key_N);
    QVERIFY(d.page.draft().isEmpty());
    QVERIFY(!d.page.saveButton().isEnabled());
  }

  void aDraftSurvivesTheWindow() {
    QTemporaryDir dir;
    QSettings settings(dir.filePath("s.ini"), QSettings::IniFormat);
    Desk d;
    d.addFloor(QStringLiteral("thought out"), QStringLiteral("1"));
    d.page.saveState(settings);
    RulesPage other(d.theme);
    RulesLink otherLink(d.engine, other);
    other.restoreState(settings);
    other.show();
    emit other.rulesRequested();
    // The link of a page that came later has not seen the workspace open: what the engine answers is asked for here.
    d.engine.read(
        &other, [](Workspace& w, const JobContext&) { return rulesView(w); },
        [&](const Result<RulesView>& view) { other.showRules(*view); });
    QVERIFY(d.until([&] { return other.draft().size() == 1; }));
    QVERIFY(other.isChanged());
  }
};

QTEST_MAIN(RulesPageTest)
#include "tst_RulesPage.moc"
