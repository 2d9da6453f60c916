// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Proposals.h"

using namespace pricewright;
using namespace pricewright::test;

// Endings: the last thing that moves a price, and never out of what was allowed or looked at.
class GuardrailEndingsTest : public QObject {
  Q_OBJECT
 private slots:
  void endingsStayInsideWhatWasAllowed_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<qint64>("final");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, Change change, qint64 final, const char* code) {
      QTest::newRow(name) << change << final << QString::fromLatin1(code);
    };
    using F = Fixture&;
    row("no rule", [](F) {}, 329, "ending.none");
    row("to the nearest", [](F f) { f.propose(333), f.endings("35,39"); }, 335, "ending.moved");
    row(
        "away from the window it never goes", [](F f) { f.propose(361), f.r.searchHighMinor = 363, f.endings("65"); },
        361, "ending.none-inside-the-limits");
    row(
        "one rung beyond it may", [](F f) { f.propose(361), f.r.searchHighMinor = 364, f.endings("65"); }, 365,
        "ending.moved");
    row("already there", [](F f) { f.propose(335), f.endings("35"); }, 335, "ending.kept");
    row(
        "never below the floor", [](F f) { f.propose(340), f.l.minMinor = 340, f.endings("39,49"); }, 349,
        "ending.moved");
    row(
        "never above the ceiling", [](F f) { f.propose(346), f.l.maxMinor = 348, f.endings("39,49"); }, 339,
        "ending.moved");
    row(
        "never back past today's price", [](F f) { f.propose(321), f.endings("19,99"); }, 321,
        "ending.none-inside-the-limits");
    row(
        "nor past it from above", [](F f) { f.propose(317), f.endings("19,29"); }, 317,
        "ending.none-inside-the-limits");
    row("never beyond the step", [](F f) { f.propose(381), f.endings("85"); }, 381, "ending.none-inside-the-limits");
    row(
        "never above twice the reference", [](F f) { f.l.reference.median = dollars(1.65), f.endings("31"); }, 329,
        "ending.none-inside-the-limits");
    row(
        "only onto the ladder", [](F f) { f.l.ladder = defaultLadder(usd()), f.propose(329), f.endings("35"); }, 329,
        "ending.not-on-the-ladder");
    row(
        "a rule that can do nothing is told though nothing changes",
        [](F f) { f.l.ladder = defaultLadder(usd()), f.propose(319), f.endings("35"); }, 319,
        "ending.not-on-the-ladder");
    row("nothing changes", [](F f) { f.propose(319), f.endings("99"); }, 319, "ending.nothing-changes");
    row(
        "a yielded rule has no say",
        [](F f) { f.endings("35"), f.rules.hits[0].facts[QStringLiteral("outcome")] = QStringLiteral("yielded"); }, 329,
        "ending.none");
    row("what cannot be read has no say", [](F f) { f.endings("x,,-5"); }, 329, "ending.none");
  }
  void endingsStayInsideWhatWasAllowed() {
    QFETCH(Change, change);
    QFETCH(qint64, final);
    QFETCH(QString, code);
    Fixture f;
    change(f);
    const Guarded g = f.run();
    QCOMPARE(g.final.minor(), final);
    QCOMPARE(of(g, u"ending").code, code);
    QVERIFY(g.route == Route::Automatic || g.route == Route::NoChange);
  }

  // Proposed is 3.33; an ending or a limit makes another price of it. Who decides, decides on that one.
  void anotherPriceIsJudgedAgain_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("route");
    QTest::addColumn<qint64>("final");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, Change change, Route route, qint64 final, const char* reason,
                        const char* code) {
      QTest::newRow(name) << change << int(route) << final << QString::fromLatin1(reason) << QString::fromLatin1(code);
    };
    using F = Fixture&;
    using enum Route;
    row("not moved", [](F f) { f.judgedAgain(-9); }, Automatic, 333, "", "gain.as-proposed");
    row("still gains", [](F f) { f.endings("35"), f.judgedAgain(2); }, Automatic, 335, "", "gain.kept");
    row("loses", [](F f) { f.endings("35"), f.judgedAgain(-2); }, NoChange, 319, "", "gain.none-so-no-change");
    row("doubtful there", [](F f) { f.endings("35"), f.judgedAgain(2, 0.5); }, Human, 335, "confidence", "gain.kept");
    row(
        "odd there",
        [](F f) {
          f.endings("35"), f.judgedAgain(2);
          f.judge.at = [was = f.judge.at](const Money& p) {
            Judged j = was(p);
            j.odd = true;
            return j;
          };
        },
        Human, 335, "anomaly", "gain.kept");
    row(
        "not a number there", [](F f) { f.endings("35"), f.judgedAgain(std::numeric_limits<double>::quiet_NaN()); },
        Hold, 319, "input", "gain.not-finite");
    row(
        "a floor that today's price keeps", [](F f) { f.propose(300), f.l.minMinor = 310, f.judgedAgain(-2); },
        NoChange, 319, "", "gain.none-so-no-change");
    row(
        "a floor that forces it", [](F f) { f.l.minMinor = 340, f.judgedAgain(-2); }, Automatic, 340, "bounds",
        "gain.limits-force-it");
    row(
        "a ceiling that forces it", [](F f) { f.rules.ceilingMinor = 310, f.judgedAgain(-2); }, Automatic, 310,
        "rule-ceiling", "gain.limits-force-it");
    row(
        "a ceiling that does not", [](F f) { f.rules.ceilingMinor = 325, f.judgedAgain(-2); }, NoChange, 319, "",
        "gain.none-so-no-change");
    row(
        "a person typed it", [](F f) { f.endings("35"), f.judgedAgain(-2), f.r.outcome = QStringLiteral("edited"); },
        Automatic, 335, "", "gain.none");
    row("a counter-proposal", [](F f) { f.propose(700), f.judgedAgain(-2); }, Blocked, 495, "gouging", "gain.none");
    row(
        "a rule set it",
        [](F f) {
          f.endings("35"), f.judgedAgain(-2), f.r.method = Method::Rules;
          f.r.fallbackReason = QStringLiteral("rule-target");
        },
        Automatic, 335, "", "gain.none");
  }
  void anotherPriceIsJudgedAgain() {
    QFETCH(Change, change);
    QFETCH(int, route);
    QFETCH(qint64, final);
    QFETCH(QString, reason);
    QFETCH(QString, code);
    Fixture f;
    f.propose(333);
    change(f);
    const Guarded g = f.run();
    QCOMPARE(of(g, u"gain").code, code);
    QCOMPARE(g.final.minor(), final);
    QCOMPARE(routeName(g.route), routeName(Route(route)));
    QCOMPARE(g.primaryReason, reason);
  }
};

QTEST_GUILESS_MAIN(GuardrailEndingsTest)
#include "tst_GuardrailEndings.moc"
