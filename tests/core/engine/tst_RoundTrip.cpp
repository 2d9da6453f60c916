// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prices out to a spreadsheet and back: buyers edit, sort, mistype and translate; nothing becomes a proposal unseen,
// and nothing that is not one exact price becomes one at all.
#include "engine/files/RoundTrip.h"
#include "engine/views/CatalogueView.h"
#include "support/Python.h"
#include "support/SmallMarket.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : SmallMarket {
  QString sheet = dir.filePath(QStringLiteral("prices.xlsx"));
  Desk() {
    cycle(false);
    std::vector<SheetKey> keys;
    for (const CatalogueRow& r : take(catalogueView(*ws)).rows)
      keys.push_back({r.sku, r.zone});
    QCOMPARE(take(writeSheet(*ws, sheet, QStringLiteral("Juice"), keys, {})).rows, qint64(keys.size()));
  }
  // Edits it as a person would, in another program: `script` sees the sheet as s, the book as b.
  bool edit(const char* script) {
    QProcess other;
    const QString code = QStringLiteral("import sys\ntry:\n import openpyxl\nexcept ImportError:\n sys.exit(77)\n"
                                        "b = openpyxl.load_workbook(sys.argv[1])\ns = b['Prices']\n%1\n"
                                        "b.save(sys.argv[1])\n")
                             .arg(QString::fromUtf8(script));
    other.start(python(), {QStringLiteral("-c"), code, sheet});
    other.waitForFinished();
    if (other.exitCode() != 0 && other.exitCode() != 77)
      qWarning("%s", other.readAllStandardError().constData());
    return other.exitCode() == 0;
  }
  SheetDiff read() { return take(readSheet(*ws, sheet, {})); }
};
#define EDIT(desk, script)                                                                                             \
  if (!(desk).edit(script))                                                                                            \
  QSKIP("needs python3-openpyxl")

using enum SheetChange::State;

} // namespace

class RoundTripTest : public QObject {
  Q_OBJECT
 private slots:
  void untouchedNothingChanges() {
    Desk d;
    const SheetDiff diff = d.read();
    QCOMPARE(diff.rows, 12);
    QVERIFY(diff.changes.empty());
    QCOMPARE(diff.writtenBy, QStringLiteral("dora"));
  }

  void keysAreLockedAndPricesOpen() {
    Desk d;
    EDIT(d, "assert s.protection.sheet and s['A2'].protection.locked and not s['J2'].protection.locked\n"
            "assert b['pricewright'].sheet_state == 'hidden' and s.freeze_panes == 'C2'\n"
            "assert s.data_validations.dataValidation[0].type == 'list'");
  }

  void aNewPriceBecomesAProposal() {
    Desk d;
    EDIT(d, "s['J2'] = round(s['H2'].value * 1.02, 2)\ns['K2'] = 'cost changed'\ns['L2'] = 'agreed with the buyer'\n"
            "s['J3'] = s['H3'].value");
    const SheetDiff diff = d.read();
    QCOMPARE(diff.changes.size(), std::size_t(2));
    QCOMPARE(diff.count(Ready), 1);
    QCOMPARE(diff.count(Same), 1);
    const SheetChange& c = diff.changes.front();
    QVERIFY(c.guarded.isValid() && c.changeBp > 0);
    const qint64 before = d.count("SELECT count(*) FROM decision");
    QVERIFY2(before == d.count("SELECT count(*) FROM decision"), "reading proposes nothing");
    const int lines[] = {c.line};
    const auto made = take(applySheet(*d.ws, diff, lines));
    QCOMPARE(made.size(), std::size_t(1));
    QVERIFY(!made.front().decision.isNull());
    QCOMPARE(made.front().proposed, c.guarded);
    const auto entries = take(d.ws->journal().entriesFor(QStringLiteral("decision"), made.front().decision.toString()));
    bool named = false;
    for (const AuditEntry& e : entries)
      named |= QJsonDocument(e.body).toJson().contains("prices.xlsx") &&
               QJsonDocument(e.body).toJson().contains("agreed with the buyer");
    QVERIFY2(named, "the journal names file, reason and comment");
    // A second time: it waits as it is; nothing is proposed twice unseen.
    QVERIFY(take(d.ws->queue()).pending.size() > 0);
  }

  // A batch goes to the buyer; what comes back with another price leaves the batch and waits for approval again.
  void aBatchGoesOutAndComesBack() {
    Desk d;
    need(d.ws->catalog().setSetting(d.ws->me(), QStringLiteral("guardrail.step.percent"), 0.5)); // all wait
    d.cycle(false);
    const QueueSnapshot queue = take(d.ws->queue());
    QVERIFY(queue.pending.size() >= 2);
    std::vector<Ask> asks;
    std::vector<SheetKey> keys;
    for (std::size_t i = 0; i < 2; ++i) {
      asks.push_back({queue.pending[i].id, queue.pending[i].contentHash});
      keys.push_back({queue.pending[i].sku, queue.pending[i].zone});
    }
    need(d.ws->actAs(QStringLiteral("max")));
    for (const Answer& a : take(d.ws->approve(asks)))
      QVERIFY2(a.done, qPrintable(a.why.debugText()));
    QCOMPARE(take(writeSheet(*d.ws, d.sheet, QStringLiteral("Batch"), keys, {})).rows, qint64(2));
    EDIT(d, "s['J2'] = round(s['H2'].value * 1.01, 2)");
    const SheetDiff diff = d.read();
    QCOMPARE(diff.count(Ready), 1);
    const int lines[] = {diff.changes.front().line};
    const auto made = take(applySheet(*d.ws, diff, lines));
    QVERIFY2(!made.front().decision.isNull(), qPrintable(made.front().why.debugText()));
    const QueueSnapshot after = take(d.ws->queue());
    QCOMPARE(after.approved.size(), std::size_t(1)); // the other one is still in its batch
    QVERIFY(std::any_of(after.pending.begin(), after.pending.end(),
                        [&](const QueueRow& r) { return r.id == made.front().decision; }));
    QVERIFY(take(d.ws->verifyAudit()).intact());
  }

  void sortedShortenedRenamedItIsStillRead() {
    Desk d;
    EDIT(d, "rows = [[c.value for c in r] for r in s.iter_rows(min_row=2)]\n"
            "rows.sort(key=lambda r: r[0], reverse=True)\nrows = rows[:5]\n"
            "for i, r in enumerate(s.iter_rows(min_row=2)):\n"
            "  for c in r: c.value = rows[i][c.column - 1] if i < len(rows) else None\n"
            "s['J4'] = s['H4'].value + 0.1\ns.title = 'Preise'");
    const SheetDiff diff = d.read();
    QCOMPARE(diff.rows, 5);
    QCOMPARE(diff.changes.size(), std::size_t(1));
    QCOMPARE(diff.changes.front().line, 4);
  }

  void onlyOneExactPriceIsAPrice_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("cents"); // 0: refused
    for (const auto& [typed, cents] : std::initializer_list<std::pair<const char*, int>>{{"'3,49'", 349},
                                                                                         {"'$3.49'", 349},
                                                                                         {"'3.49 USD'", 349},
                                                                                         {"3.49", 349},
                                                                                         {"3.4899999999999998", 349},
                                                                                         {"'3,499'", 0},
                                                                                         {"'1.234,50'", 0},
                                                                                         {"3.499", 0},
                                                                                         {"'ask Ann'", 0},
                                                                                         {"-3.49", 0},
                                                                                         {"0", 0},
                                                                                         {"True", 0},
                                                                                         {"1e300", 0},
                                                                                         {"'=1/0'", 0}})
      QTest::newRow(typed) << QString::fromUtf8(typed) << cents;
  }
  void onlyOneExactPriceIsAPrice() {
    QFETCH(QString, typed);
    QFETCH(int, cents);
    Desk d;
    EDIT(d, qPrintable(QStringLiteral("s['J2'] = %1").arg(typed)));
    const SheetDiff diff = d.read();
    if (diff.changes.empty()) { // a formula that nobody has computed: no price
      QCOMPARE(cents, 0);
      return;
    }
    const SheetChange& c = diff.changes.front();
    if (cents == 0) {
      QCOMPARE(c.state, Refused);
      QVERIFY(!c.wanted.isValid() || c.why.code != QStringLiteral("usage.bad-price"));
    } else {
      QCOMPARE(c.wanted.minor(), qint64(cents));
    }
  }

  void slipsAreToldRowByRow() {
    Desk d;
    EDIT(d, "s['A2'] = 'NO-SUCH'\ns['J2'] = 3\ns['E3'] = 'EUR'\ns['J3'] = 3\n"
            "s['A5'] = s['A4'].value\ns['B5'] = s['B4'].value\ns['J4'] = 3\ns['J5'] = 4");
    const SheetDiff diff = d.read();
    QStringList codes;
    for (const SheetChange& c : diff.changes)
      if (c.state == Refused)
        codes << c.why.code;
    QVERIFY(codes.contains(QStringLiteral("sheet.unknown-price")));
    QVERIFY(codes.contains(QStringLiteral("sheet.other-currency")));
    QVERIFY(codes.contains(QStringLiteral("sheet.twice")));
  }

  void pricesThatMovedMeanwhileAreMarked() {
    Desk d;
    EDIT(d, "s['H2'] = s['H2'].value - 0.5\ns['J2'] = s['H2'].value + 0.7");
    QCOMPARE(d.read().count(Meanwhile), 1);
  }

  void whatIsNoSuchWorkbook() {
    Desk d;
    const auto code = [&] { return readSheet(*d.ws, d.sheet, {}).error().code; };
    EDIT(d, "del b['pricewright']");
    QCOMPARE(code(), QStringLiteral("sheet.not-ours"));
    SmallMarket other;
    other.cycle(false);
    Desk again;
    QCOMPARE(readSheet(*other.ws, again.sheet, {}).error().code, QStringLiteral("sheet.other-workspace"));
    EDIT(again, "s['J1'] = 'My column'");
    QCOMPARE(readSheet(*again.ws, again.sheet, {}).error().code, QStringLiteral("sheet.column-missing"));
    QFile file(d.sheet);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a workbook");
    file.close();
    QCOMPARE(code(), QStringLiteral("xlsx.not-a-workbook"));
    QVERIFY(file.remove());
    QCOMPARE(code(), QStringLiteral("sheet.file"));
    QCOMPARE(readSheet(*d.ws, d.dir.path(), {}).error().code, QStringLiteral("sheet.file"));
  }

  void aFileThatChangedAfterItWasReadIsNotApplied() {
    Desk d;
    EDIT(d, "s['J2'] = round(s['H2'].value * 1.02, 2)");
    const SheetDiff diff = d.read();
    EDIT(d, "s['J2'] = round(s['H2'].value * 1.03, 2)");
    const int lines[] = {2};
    QCOMPARE(applySheet(*d.ws, diff, lines).error().code, QStringLiteral("sheet.changed"));
  }
};

QTEST_GUILESS_MAIN(RoundTripTest)
#include "tst_RoundTrip.moc"
