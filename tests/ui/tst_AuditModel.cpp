// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a million rows that are never all there: every row is in its place, what is in view is asked for first,
// little is kept, new entries come in without moving what one looks at, and an error is told once.
#include "itemmodels/AuditModel.h"
#include "itemmodels/AuditWords.h"
#include "lookbook/SyntheticJournal.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr auto kStrict = QAbstractItemModelTester::FailureReportingMode::QtTest;

// Questions are answered only when the test says so.
struct Desk {
  SyntheticJournal journal;
  AuditModel model;
  std::unique_ptr<QAbstractItemModelTester> tester; // visits every row after every change: small journals only
  QSignalSpy wanted{&model, &AuditModel::pageWanted}, cancelled{&model, &AuditModel::cancelWanted};
  int mostLooked = 50'000;

  explicit Desk(qint64 newest = 1'000'000) : journal(newest) {
    if (newest <= 1'000)
      tester = std::make_unique<QAbstractItemModelTester>(&model, kStrict);
  }
  AuditAsk lastAsk() const { return wanted.last().first().value<AuditAsk>(); }
  // Answers until nothing is asked any more; how many questions that were.
  int answer(int most = 1'000) {
    int answered = 0;
    for (; answered < most; ++answered) {
      QCoreApplication::processEvents();
      if (wanted.isEmpty())
        break;
      const AuditAsk ask = lastAsk();
      wanted.clear();
      model.arrived(ask.ticket, journal.page(ask.filter, ask.cursor, ask.most, mostLooked));
    }
    return answered;
  }
  QString shown(int row, AuditColumn column) const { return model.index(row, int(column)).data().toString(); }
};

} // namespace

class AuditModelTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qRegisterMetaType<AuditAsk>();
  }

  void aMillionRowsAfterOnePage() {
    Desk d;
    QCOMPARE(d.model.rowCount(), 0);
    d.model.setFilter({});
    QVERIFY(d.answer() >= 1);
    QCOMPARE(d.model.rowCount(), 1'000'000);
    QVERIFY(d.model.kept() <= 2 * AuditModel::kPage);
    QCOMPARE(d.shown(0, AuditColumn::Number), QStringLiteral("1,000,000"));
    QVERIFY(d.model.isComplete());
  }

  void aRowFarAwayIsThereAndFillsIn() {
    Desk d;
    d.model.setFilter({});
    d.answer();
    QSignalSpy changed(&d.model, &QAbstractItemModel::dataChanged);
    QCOMPARE(d.shown(700'050, AuditColumn::Number), QStringLiteral("299,950")); // known without asking
    QCOMPARE(d.shown(700'050, AuditColumn::Who), QString());
    QVERIFY(!d.model.line(700'050));
    QVERIFY(d.answer() >= 1);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(d.shown(700'050, AuditColumn::Who), d.journal.line(299'950).actor);
    QCOMPARE(d.model.sequenceAt(700'050), 299'950);
    QCOMPARE(d.model.rowOf(299'950), 700'050);
    QCOMPARE(d.model.rowOf(1'000'001), -1);
  }

  // Who drags the scroll bar over a million rows waits for the place where he stops, not for all that he passed.
  void whatIsInViewComesFirstAndLittleIsKept() {
    Desk d;
    d.model.setFilter({});
    d.answer();
    for (int row = 1'000; row < 900'000; row += 450)
      d.shown(row, AuditColumn::What);
    QCoreApplication::processEvents();
    QCOMPARE(d.lastAsk().cursor.before, d.model.sequenceAt(899'650 / 100 * 100) + 1);
    QVERIFY(d.answer() <= 4);
    for (int row = 0; row < 900'000; row += 9'000) {
      d.shown(row, AuditColumn::What);
      d.answer();
      QVERIFY(d.model.line(row));
      QVERIFY(d.model.kept() <= AuditModel::kMostKept + AuditModel::kPage);
    }
  }

  void aFilterShowsWhatFitsAsFarAsOneScrolls() {
    Desk d(30'000);
    AuditFilter filter;
    filter.actors = QStringList{QStringLiteral("dora")};
    d.model.setFilter(filter);
    QVERIFY(d.answer() >= 1);
    QVERIFY(d.model.rowCount() >= AuditModel::kPage);
    QVERIFY(!d.model.isSearching() && !d.model.isComplete());
    while (d.model.canFetchMore({})) {
      d.model.fetchMore({});
      d.answer();
    }
    QVERIFY(d.model.isComplete());
    std::vector<qint64> all;
    for (qint64 n = 30'000; n > 0; --n)
      if (d.journal.line(n).actor == u"dora")
        all.push_back(n);
    QCOMPARE(d.model.rowCount(), int(all.size()));
    for (int row = 0; row < d.model.rowCount(); row += 37) {
      QCOMPARE(d.model.sequenceAt(row), all[std::size_t(row)]);
      QCOMPARE(d.model.rowOf(all[std::size_t(row)]), row);
      d.shown(row, AuditColumn::Who);
      d.answer();
      QCOMPARE(d.shown(row, AuditColumn::Who), QStringLiteral("dora"));
    }
  }

  void aRareTextIsLookedForUntilStopped() {
    Desk d;
    d.mostLooked = 10'000;
    AuditFilter filter;
    filter.text = QStringLiteral("nowhere");
    d.model.setFilter(filter);
    QCOMPARE(d.answer(5), 5);
    QVERIFY(d.model.isSearching());
    QVERIFY(d.model.searchedFraction() > 0.04 && d.model.searchedFraction() < 0.06);
    d.model.stop();
    QVERIFY(d.model.isStopped() && !d.model.isSearching() && !d.model.canFetchMore({}));
    QCOMPARE(d.cancelled.size(), 1);
    d.wanted.clear();
    QCOMPARE(d.answer(), 0);
    d.model.resume();
    QVERIFY(d.answer() > 50);
    QVERIFY(d.model.isComplete());
    QCOMPARE(d.model.rowCount(), 0);
  }

  // Typing: an answer to an older filter never shows, and what is shown stays until the new one is there.
  void theNewestFilterWins() {
    Desk d;
    d.model.setFilter({});
    d.answer();
    AuditFilter a, b;
    a.actors = QStringList{QStringLiteral("anna")};
    b.actors = QStringList{QStringLiteral("max")};
    d.model.setFilter(a);
    const AuditAsk old = d.lastAsk();
    QCOMPARE(d.model.rowCount(), 1'000'000);
    d.model.setFilter(b);
    QCOMPARE(d.cancelled.size(), 1);
    d.model.arrived(old.ticket, d.journal.page(a, {}, 100));
    QCOMPARE(d.model.rowCount(), 1'000'000);
    d.answer();
    QCOMPARE(d.shown(0, AuditColumn::Who), QStringLiteral("max"));
  }

  void newEntriesComeInAtTheTop() {
    Desk d(900);
    d.model.setFilter({});
    d.answer();
    const QPersistentModelIndex kept = d.model.index(40, 0);
    d.journal.grow(7);
    d.model.refresh();
    d.answer();
    QCOMPARE(d.model.rowCount(), 907);
    QCOMPARE(kept.row(), 47);
    QCOMPARE(d.model.sequenceAt(kept.row()), 860);
    AuditFilter filter;
    filter.actors = QStringList{QStringLiteral("anna")};
    d.model.setFilter(filter);
    d.answer();
    const qint64 first = d.model.sequenceAt(0);
    d.journal.grow(60);
    d.model.refresh();
    d.answer();
    QVERIFY(d.model.sequenceAt(0) > 907);
    QVERIFY(d.model.rowOf(first) > 0);
    for (int row = 1; row < d.model.rowCount(); ++row)
      QVERIFY(d.model.sequenceAt(row) < d.model.sequenceAt(row - 1));
  }

  // Whatever is done in whatever order, under the eyes of Qt's own tester.
  void everyOrderOfEventsKeepsTheModelWhole() {
    Desk d(300);
    std::mt19937 random(17);
    const QStringList people{QStringLiteral("anna"), QStringLiteral("max"), QStringLiteral("dora")};
    for (int step = 0; step < 250; ++step) {
      switch (random() % 9) {
      case 0: {
        AuditFilter filter;
        if (random() % 3)
          filter.actors = QStringList{people[int(random() % 3)]};
        d.model.setFilter(filter);
        break;
      }
      case 1:
        d.journal.grow(qint64(random() % 12));
        d.model.refresh();
        break;
      case 2:
        d.model.stop();
        break;
      case 3:
        d.model.resume();
        break;
      case 4:
        d.model.fetchMore({});
        break;
      case 5:
        if (!d.wanted.isEmpty())
          d.model.failed(d.lastAsk().ticket, fail(QStringLiteral("storage.io")));
        break;
      case 6:
        if (random() % 10 == 0)
          d.model.forget();
        break;
      default:
        d.mostLooked = int(1 + random() % 200);
        d.answer(int(random() % 4));
      }
      for (int row = 1; row < d.model.rowCount(); ++row)
        QVERIFY(d.model.sequenceAt(row) < d.model.sequenceAt(row - 1));
    }
    d.model.setFilter({});
    d.answer();
    QCOMPARE(d.model.rowCount(), int(d.journal.newest()));
  }

  void anErrorIsToldOnceAndCanBeTriedAgain() {
    Desk d;
    QSignalSpy failed(&d.model, &AuditModel::askFailed);
    d.model.setFilter({});
    d.model.failed(d.lastAsk().ticket, fail(QStringLiteral("storage.io")));
    QCOMPARE(failed.size(), 1);
    d.wanted.clear();
    QCOMPARE(d.answer(), 0);
    d.model.refresh();
    QVERIFY(d.answer() >= 1);
    QCOMPARE(d.model.rowCount(), 1'000'000);
    d.shown(500'000, AuditColumn::Who);
    QCoreApplication::processEvents();
    d.model.failed(d.lastAsk().ticket, fail(QStringLiteral("storage.io")));
    QCOMPARE(failed.size(), 2);
    d.wanted.clear();
    d.shown(500'000, AuditColumn::Who);
    QCOMPARE(d.answer(), 0);
  }

  void anotherWorkspaceLeavesNothing() {
    Desk d;
    d.model.setFilter({});
    d.answer();
    d.model.forget();
    QCOMPARE(d.model.rowCount(), 0);
    QVERIFY(!d.model.hasAnswer() && d.model.filter().isEmpty());
  }

  void rowsAreCopiedAsATable() {
    Desk d(500);
    d.model.setFilter({});
    d.answer();
    const QStringList lines = d.model.tsv({0, 3, 450}).split(u'\n'); // 450 has not come yet
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].split(u'\t').size(), int(AuditColumn::Count));
    QCOMPARE(lines[1].split(u'\t').size(), int(AuditColumn::Count));
    QCOMPARE(lines[1].section(u'\t', -1), QStringLiteral("500"));
  }

  void wordsReadWell() {
    QCOMPARE(auditKindText(QStringLiteral("decision.approved")), QStringLiteral("Approved"));
    QCOMPARE(auditFieldText(QStringLiteral("marginNow")), QStringLiteral("margin now"));
    QCOMPARE(auditFieldText(QStringLiteral("guardrail.step.percent")).contains(QStringLiteral("step")), true);
    QCOMPARE(auditValueText(QStringLiteral("3.49"), QLocale(QLocale::German)), QStringLiteral("3,49"));
    QCOMPARE(auditValueText(QStringLiteral("1.2.3"), QLocale(QLocale::German)), QStringLiteral("1.2.3"));
    AuditFilter filter;
    QCOMPARE(auditFilterText(filter), QString());
    filter.kinds = QStringList{QStringLiteral("decision.")};
    filter.actors = QStringList{QStringLiteral("anna")};
    filter.text = QStringLiteral("buyer");
    QCOMPARE(auditFilterText(filter), QStringLiteral("Decisions · by anna · “buyer”"));
  }
};

QTEST_MAIN(AuditModelTest)
#include "tst_AuditModel.moc"
