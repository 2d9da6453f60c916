// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong while the window is open: the file vanishes, the disk turns read-only, a cycle runs under one's
// hands, somebody else decides first, the window is squeezed. Nothing is approved by accident, nothing typed is lost.
#include "engine/views/CatalogueView.h"
#include "shell/EngineLink.h"
#include "shell/PageLinks.h"
#include "support/SmallMarket.h"

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
  MainWindow window{theme};
  EngineLink link{engine, window};
  PageLinks links{engine, window};
  int decided = 0;

  explicit Desk(int skus = 6) : market(skus) {
    for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
      need(market.ws->catalog().setSetting(market.ws->me(), QString::fromLatin1(limit), 0.5));
    market.cycle(false);
    need(market.ws->catalog().setWorkspaceValue(market.ws->me(), QStringLiteral("as_of_ms"),
                                                QString::number(toMillis(market.clock.now()))));
    market.ws.reset();
    QObject::connect(&engine, &Engine::decided, &window, [this] { ++decided; });
    window.resize(1280, 800);
    window.show();
    QApplication::setActiveWindow(&window);
    link.open(market.path());
    if (!until([this] { return page().model().rowCount() > 0; }))
      qFatal("no queue");
    window.openPage(&page());
    page().focusTable();
  }
  ApprovalsPage& page() { return window.approvals(); }
  bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, kPatience); }
  bool rests() {
    return until([this] { return !engine.isBusy() && !window.isCycleRunning(); });
  }
  void key(int k) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(k)); }
  qint64 count(const char* sql) {
    auto other = take(Workspace::open(market.path(), OpenMode::ReadOnly));
    Query q = take(Query::prepare(other->database(), sql));
    return take(q.step()) ? q.integer(0) : -1;
  }
  qint64 approved() { return count("SELECT count(*) FROM decision WHERE state = 'approved'"); }
  bool says(const QString& words) {
    return until([&] { return page().banner().isVisible() && page().banner().text().contains(words); });
  }
};

} // namespace

class BadDaysTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_settings;

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_BadDays"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
  }

  // The stick is pulled, put back, and work goes on.
  void theFileVanishesAndComesBack() {
    Desk d;
    const int rows = d.page().model().rowCount();
    const QString path = d.market.path(), away = path + QStringLiteral(".away");
    QVERIFY(d.rests());
    QVERIFY(QFile::rename(path, away));
    d.key(Qt::Key_A);
    QVERIFY2(d.says(QStringLiteral("no longer there")), qPrintable(d.page().banner().text()));
    QVERIFY(d.rests());
    QCOMPARE(d.decided, 0);
    QCOMPARE(d.page().model().rowCount(), rows);
    QVERIFY(QFile::rename(away, path));
    QCOMPARE(d.approved(), qint64(0));
    d.page().focusTable();
    d.key(Qt::Key_A);
    QVERIFY(d.until([&] { return d.decided == 1; }));
    QCOMPARE(d.approved(), qint64(1));
  }

  void theDiskTurnsReadOnly() {
    Desk d;
    bool refused = false;
    d.engine.write(
        &d.window, [](Workspace& w, const JobContext&) -> Status { return w.database().refuseWrites(true); },
        [&](const Status& done) { refused = done.has_value(); });
    QVERIFY(d.until([&] { return refused; }));
    d.page().focusTable();
    d.key(Qt::Key_A);
    QVERIFY(d.until([&] { return d.window.isReadOnly(); }));
    QVERIFY(d.page().banner().isVisible());
    QCOMPARE(d.approved(), qint64(0));
    d.page().focusTable();
    d.key(Qt::Key_A); // from now on it is not even tried
    QVERIFY(d.rests());
    QCOMPARE(d.decided, 0);
    QVERIFY(d.page().model().rowCount() > 0);
  }

  // A price is typed while a cycle replaces the row: what was typed stays, and is not applied to another decision.
  void aCycleRunsUnderOnesHands() {
    Desk d;
    QVERIFY(d.until([&] { return d.page().detailPanel().detail() != nullptr; }));
    d.key(Qt::Key_E);
    QVERIFY(d.until([&] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    field->setText(QStringLiteral("4.44"));
    QSignalSpy finished(&d.engine, &Engine::cycleFinished);
    d.window.requestCycle();
    QVERIFY(finished.wait(60'000));
    QVERIFY(d.rests());
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), QStringLiteral("4.44"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(d.rests());
    QCOMPARE(d.approved(), qint64(0));
    QCOMPARE(d.count("SELECT count(*) FROM decision WHERE proposed_minor = 444 AND edited_by <> '' AND state <> "
                     "'pending'"),
             qint64(0));
  }

  // Another process decides first: the row says so, and the own key does nothing to it.
  void somebodyElseDecidesFirst() {
    Desk d;
    QVERIFY(d.until([&] { return d.page().detailPanel().detail() != nullptr; }));
    const Id id = d.page().detailPanel().detail()->decision.id;
    {
      auto other = take(Workspace::open(d.market.path()));
      const auto detail = take(other->detail(id));
      const Ask ask{id, detail.decision.contentHash};
      const auto answers = take(other->reject({&ask, 1}, QStringLiteral("timing")));
      QVERIFY2(answers.front().done, qPrintable(answers.front().why.debugText()));
    }
    d.page().focusTable();
    d.key(Qt::Key_A);
    QVERIFY(d.rests());
    QCOMPARE(d.approved(), qint64(0));
    QCOMPARE(d.count("SELECT count(*) FROM decision WHERE state = 'rejected'"), qint64(1));
  }

  void squeezedAndStretched() {
    Desk d;
    for (Page* page : d.window.pages()) {
      d.window.openPage(page);
      for (const QSize size : {QSize(1, 1), QSize(600, 400), QSize(3840, 300), QSize(620, 2160), QSize(1280, 800)}) {
        d.window.resize(size);
        QCoreApplication::processEvents();
        QVERIFY(!d.window.grab().isNull());
      }
    }
    d.window.openPage(&d.window.catalogue());
    QVERIFY(d.until([&] { return d.window.catalogue().model().rowCount() > 0; }));
    QHeaderView* header = d.window.catalogue().findChild<TableView*>()->horizontalHeader();
    for (const int width : {0, 1, 20'000}) {
      header->resizeSection(0, width);
      QVERIFY(!d.window.grab().isNull());
    }
  }

  void oneRowAndNone() {
    Desk d(1);
    QVERIFY(d.page().model().rowCount() >= 1);
    while (d.page().proxy().rowCount() > 0) {
      const int before = d.page().proxy().rowCount();
      d.page().focusTable();
      d.key(Qt::Key_A);
      QVERIFY(d.until([&] { return d.page().proxy().rowCount() < before; }));
    }
    QVERIFY(d.rests());
    for (const int k : {Qt::Key_A, Qt::Key_R, Qt::Key_E, Qt::Key_C, Qt::Key_G, Qt::Key_J, Qt::Key_K, Qt::Key_Space})
      QTest::keyClick(&d.page(), Qt::Key(k));
    QVERIFY(d.rests());
    QVERIFY(!d.window.grab().isNull());
    d.page().undoLast();
    QVERIFY(d.until([&] { return d.page().proxy().rowCount() > 0; }));
  }
};

QTEST_MAIN(BadDaysTest)
#include "tst_BadDays.moc"
