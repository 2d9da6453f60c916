// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RivalTapes.h"

#include "base/Json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// Any rule that is allowed, of few values each, so that they meet.
AlertRule randomRule(std::mt19937_64& random) {
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  AlertRule r = plainRule(AlertKind(pick(0, 7)));
  r.percentBp = pick(1, 6) * 500, r.days = pick(1, 9), r.levelBp = pick(90, 110) * 100;
  r.leastProducts = pick(1, 2), r.undercuts = pick(0, 2), r.hours = pick(0, 20), r.hysteresisBp = pick(0, 5) * 200;
  r.semantics = pick(0, 1) ? AlertSemantics::Level : AlertSemantics::Crossing, r.repeatHours = pick(1, 40);
  if (pick(0, 1))
    r.quietFrom = pick(0, 1439), r.quietTo = pick(0, 1439), r.quietZone = "Europe/Berlin";
  r.isCritical = pick(0, 5) == 0;
  r.grouping = AlertGrouping(pick(0, 2)), r.everyMinutes = pick(0, 3) * 200, r.mostADay = pick(0, 3);
  if (pick(0, 3) == 0)
    r.scope.competitor = QStringLiteral("C%1").arg(pick(1, 3));
  if (r.kind != AlertKind::Silent && pick(0, 3) == 0)
    r.scope.category = QStringLiteral("JUICE");
  if (r.kind != AlertKind::Silent && pick(0, 3) == 0)
    r.scope.role = SkuRole::Kvi;
  return r;
}

QStringList codesOf(const std::vector<AlertEvent>& events) {
  QStringList out;
  for (const AlertEvent& e : events)
    out << e.code;
  return out;
}

} // namespace

class tst_AlertRules : public QObject {
  Q_OBJECT

  // Hours after the start at which a rule fired, looked at once an hour from `from` to `to`.
  static QList<double> hoursOf(const RivalDesk& d, const AlertRule& rule, int from, int to) {
    RuleWalk walk(d, rule);
    for (int hour = from; hour <= to; ++hour)
      walk.to(d.at(hour));
    QList<double> out;
    for (const AlertEvent& e : walk.events)
      out << double((e.at - d.start).count()) / 3'600'000;
    return out;
  }

 private slots:
  void aRuleIsItsJson() {
    for (quint64 seed = 1; seed <= 200; ++seed) {
      std::mt19937_64 random(seed);
      AlertRule rule = randomRule(random);
      rule.emails = QStringList{QStringLiteral("a@shop.example")};
      rule.webhooks = QStringList{QStringLiteral("https://hooks.example/x?y=1")};
      const auto back = AlertRule::parse(*parseObject(canonicalJson(rule.toJson())));
      QVERIFY2(back, back ? "" : qPrintable(back.error().debugText()));
      QVERIFY(*back == rule);
    }
    for (const AlertRule& rule : suggestedAlerts("Europe/Berlin"))
      QVERIFY(rule.check() && AlertRule::parse(rule.toJson()));
    QCOMPARE(suggestedAlerts("Europe/Berlin").size(), std::size_t(3));
  }

  void whatIsWrongIsNamed_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* more, const char* code, const char* field) {
      QTest::newRow(more) << QByteArray("{'name':'n','kind':'move-down'").append(more).append('}').replace('\'', '"')
                          << QStringLiteral("alert.bad-") + QLatin1String(code) << QString::fromLatin1(field);
    };
    row(",'name':' '", "name", "name");
    row(",'name':'a\\nb'", "name", "name");
    row(",'name':7", "field", "name");
    row(",'kind':'move-sideways'", "kind", "kind");
    row(",'percent':0", "number", "percent");
    row(",'percent':100", "number", "percent");
    row(",'percent':12.345", "number", "percent");
    row(",'percent':'20'", "number", "percent");
    row(",'percent':1e300", "number", "percent");
    row(",'days':0", "number", "days");
    row(",'days':91", "number", "days");
    row(",'days':1.5", "number", "days");
    row(",'level':0.5", "number", "level");
    row(",'hysteresis':-1", "number", "hysteresis");
    row(",'repeat_hours':0", "number", "repeat_hours");
    row(",'undercuts':101", "number", "undercuts");
    row(",'most_a_day':-1", "number", "most_a_day");
    row(",'least_products':0", "number", "least_products");
    row(",'group':{'minutes':-1}", "number", "minutes");
    row(",'group':{'by':'moon'}", "group", "by");
    row(",'group':[]", "field", "group");
    row(",'scope':{'role':'star'}", "scope", "role");
    row(",'scope':{'who':'C1'}", "field", "who");
    row(",'kind':'silent','scope':{'category':'JUICE'}", "scope", "category");
    row(",'semantics':'sometimes'", "semantics", "semantics");
    row(",'quiet':{'from':'24:00','to':'07:00'}", "quiet", "from");
    row(",'quiet':{'from':'22:00'}", "quiet", "to");
    row(",'quiet':{'from':'22:00','to':'7:00'}", "quiet", "to");
    row(",'quiet':{'from':'22:00','to':'07:00','zone':'Mars/Base'}", "quiet", "zone");
    row(",'critical':'yes'", "field", "critical");
    row(",'deliver':{'email':'a@b'}", "delivery", "email");
    row(",'deliver':{'email':['nobody']}", "delivery", "email");
    row(",'deliver':{'email':['a@b\\r\\nBcc: c@d']}", "delivery", "email");
    row(",'deliver':{'webhook':['ftp://x.example']}", "delivery", "webhook");
    row(",'deliver':{'webhook':['https://u:p@x.example']}", "delivery", "webhook");
    row(",'colour':'red'", "field", "colour");
  }
  void whatIsWrongIsNamed() {
    QFETCH(const QByteArray, json);
    QFETCH(const QString, code);
    QFETCH(const QString, field);
    const auto rule = AlertRule::parse(QJsonDocument::fromJson(json).object());
    QVERIFY(!rule);
    QCOMPARE(rule.error().code, code);
    QCOMPARE(rule.error().arguments.value(QStringLiteral("field")), field);
  }

  // 20 % from the highest in the window, to the cent; once, and again only after it was clearly over.
  void crossingFiresOnce() {
    RivalDesk d;
    d.sees(1, 1, 0, "10.00");
    d.sees(1, 1, 10, "8.01"); // 19.9 %
    d.sees(1, 1, 20, "8.00"); // 20 %
    d.sees(1, 1, 30, "7.00");
    d.sees(1, 1, 40, "8.10"); // 19 %: nearly, not armed
    d.sees(1, 1, 50, "7.50"); // so this is no new crossing
    d.sees(1, 1, 60, "8.20"); // 18 %: armed
    d.sees(1, 1, 70, "7.90");
    QCOMPARE(hoursOf(d, plainRule(), 0, 80), (QList<double>{20, 70}));
    AlertRule loose = plainRule();
    loose.hysteresisBp = 0;
    QCOMPARE(hoursOf(d, loose, 0, 80), (QList<double>{20, 50, 70}));
  }

  void whatIsTrueAtTheBeginningDoesNotCross() {
    RivalDesk d;
    d.sees(1, 1, 0, "10.00");
    d.sees(1, 1, 10, "5.00");
    QVERIFY(hoursOf(d, plainRule(), 12, 30).isEmpty());
    AlertRule level = plainRule();
    level.semantics = AlertSemantics::Level, level.repeatHours = 6;
    QCOMPARE(hoursOf(d, level, 12, 40), (QList<double>{12, 18, 24, 30})); // until it is too old, at 34
  }

  void levelRepeatsAsOftenAsWanted() {
    RivalDesk d;
    d.asks(1, 0, 1000);
    for (int hour = 0; hour < 100; hour += 5)
      d.sees(1, 1, hour, hour >= 20 && hour < 60 && hour != 25 ? "9.00" : "9.90");
    AlertRule rule = plainRule(AlertKind::Undercut);
    rule.percentBp = 500, rule.semantics = AlertSemantics::Level, rule.repeatHours = 12;
    QCOMPARE(hoursOf(d, rule, 0, 99), (QList<double>{20, 32, 44, 56})); // the break at 25 starts no new count
  }

  // The window slides: what was higher a week ago no longer counts, with the moment taken from the data alone.
  void theWindowEnds() {
    RivalDesk d;
    for (int day = 0; day < 20; ++day)
      d.sees(1, 1, 24 * day, day < 3 ? "10.00" : day < 12 ? "9.00" : "7.90");
    AlertRule rule = plainRule();
    rule.days = 3;
    QVERIFY(hoursOf(d, rule, 0, 480).isEmpty()); // 10 % and 12.2 %
    rule.percentBp = 1200;
    QCOMPARE(hoursOf(d, rule, 0, 480), (QList<double>{288}));
    rule.days = 15;
    rule.percentBp = 2000;
    QCOMPARE(hoursOf(d, rule, 0, 480), (QList<double>{288})); // 21 % against the ten of two weeks before
    // A weekly source: the price that held when the window opened is the one to compare with.
    RivalDesk weekly;
    weekly.sources[1].freshness = std::chrono::hours(24 * 8);
    for (int week = 0; week < 4; ++week)
      weekly.sees(1, 1, 168 * week, week < 2 ? "10.00" : "7.00");
    rule.days = 7;
    QCOMPARE(hoursOf(weekly, rule, 0, 600), (QList<double>{336}));
  }

  void risesAreMeasuredAgainstTheLowest() {
    RivalDesk d;
    d.sees(1, 1, 0, "10.00");
    d.sees(1, 1, 5, "8.00");
    d.sees(1, 1, 10, "10.00"); // 25 % over 8
    d.sees(1, 1, 15, "20.00").price.currency = d.eur;
    AlertRule rule = plainRule(AlertKind::MoveUp);
    rule.percentBp = 2500;
    QCOMPARE(hoursOf(d, rule, 0, 30), (QList<double>{10}));
  }

  void undercutsAreDeliveredAndForOurContent() {
    RivalDesk d;
    d.asks(1, 0, 1000);
    d.sees(1, 1, 0, "9.80");
    d.sees(1, 1, 1, "9.00").shipping = *Decimal::parse(u"0.80"); // 9.80 delivered
    Offer& pack = d.sees(1, 2, 2, "19.60");
    pack.theirPacks = 2;                            // 9.80
    d.sees(1, 2, 3, "18.90").theirPacks = 2;        // 9.45: 5.5 %
    d.sees(1, 3, 4, "4.60").price.currency = d.eur; // 9.20
    AlertRule rule = plainRule(AlertKind::Undercut);
    rule.percentBp = 500;
    RuleWalk walk(d, rule);
    for (int hour = 0; hour < 10; ++hour)
      walk.to(d.at(hour));
    QCOMPARE(walk.events.size(), std::size_t(2));
    QCOMPARE(walk.events[0].competitorNo, 2);
    QCOMPARE(walk.events[0].arguments[QLatin1String("now")].toString(), QStringLiteral("9.45"));
    QCOMPARE(walk.events[1].competitorNo, 3);
    // Our own price moves the ground too.
    d.asks(1, 12, 1100);
    QCOMPARE(hoursOf(d, rule, 0, 20), (QList<double>{3, 4, 12}));
    rule.scope.role = SkuRole::Tail;
    QVERIFY(hoursOf(d, rule, 0, 20).isEmpty()); // listing 1 is a known-value item
    rule.scope.role = SkuRole::Kvi, rule.scope.competitor = QStringLiteral("C3");
    QCOMPARE(hoursOf(d, rule, 0, 20), (QList<double>{4}));
  }

  void aWarIsAFallenReferenceOrMutualUndercutting() {
    RivalDesk d;
    for (int hour = 0; hour < 24 * 12; hour += 12)
      for (int rival : {1, 2})
        d.sees(1, rival, hour, hour < 24 * 8 ? "10.00" : "8.00");
    AlertRule rule = plainRule(AlertKind::PriceWar);
    QCOMPARE(hoursOf(d, rule, 24, 24 * 12), (QList<double>{24 * 8}));
    RivalDesk w;
    w.asks(2, -100, 1000);
    double hour = 0;
    for (const char* theirs : {"10.50", "9.50", "8.50", "7.50"}) {
      w.sees(2, 1, hour, theirs);
      if (hour > 0)
        w.asks(2, hour + 2, qint64(QByteArray(theirs).toDouble() * 100) - 50);
      hour += 10;
    }
    RuleWalk walk(w, rule);
    for (int h = 0; h < 40; ++h)
      walk.to(w.at(h));
    QCOMPARE(codesOf(walk.events), QStringList{QStringLiteral("alert.mutual-undercutting")});
    QCOMPARE(walk.events.front().at, w.at(20)); // they at 10, we at 12, they at 20
    rule.undercuts = 4;
    QCOMPARE(hoursOf(w, rule, 0, 40), (QList<double>{22}));
    rule.undercuts = 0;
    QVERIFY(hoursOf(w, rule, 0, 40).isEmpty());
  }

  void soldOutIsOfAllThatAreFresh() {
    RivalDesk d;
    for (int hour = 0; hour < 60; hour += 6) {
      d.sees(1, 1, hour, "10.00").inStock = hour < 12;
      if (hour < 30)
        d.sees(1, 2, hour, "10.00").inStock = hour < 18 || hour == 24;
    }
    AlertRule rule = plainRule(AlertKind::SoldOut);
    QCOMPARE(hoursOf(d, rule, 0, 60), (QList<double>{18, 49})); // the second's last word is too old after 48
    rule.scope.competitor = QStringLiteral("C1");
    QCOMPARE(hoursOf(d, rule, 0, 60), (QList<double>{12}));
  }

  void silenceIsCountedFromStaleness() {
    RivalDesk d;
    d.sees(1, 1, 0, "10.00");
    d.sees(1, 1, 100, "10.00");
    AlertRule rule = plainRule(AlertKind::Silent);
    rule.hours = 6;
    QCOMPARE(hoursOf(d, rule, 0, 140), (QList<double>{31, 131})); // 24 of freshness and 6 more
  }

  void anIndexCrossesItsLevel() {
    RivalDesk d(6);
    for (int listing = 1; listing <= 5; listing += 2) {
      d.asks(listing, 0, 1000);
      for (int hour = 0; hour < 60; hour += 6)
        for (const int rival : {1, 2})
          d.sees(listing, rival, hour, hour < 24 ? "10.00" : hour < 36 ? "11.00" : "9.00");
    }
    AlertRule below = plainRule(AlertKind::IndexBelow), above = plainRule(AlertKind::IndexAbove);
    below.levelBp = 9500, above.levelBp = 10500, below.leastProducts = above.leastProducts = 3;
    QCOMPARE(hoursOf(d, below, 1, 59), (QList<double>{24}));
    QCOMPARE(hoursOf(d, above, 1, 59), (QList<double>{36}));
    above.leastProducts = 4; // undecidable
    QVERIFY(hoursOf(d, above, 1, 59).isEmpty());
  }

  void missingDataNeitherFireNorArm() {
    RivalDesk d;
    d.sees(1, 1, 0, "10.00");
    d.sees(1, 1, 10, "7.00");
    d.sees(1, 1, 60, "7.00"); // a gap: unknown for a day and a half
    d.sees(1, 1, 70, "7.00").inStock = false;
    d.sees(1, 1, 80, "7.00");
    QCOMPARE(hoursOf(d, plainRule(), 0, 100), (QList<double>{10}));
  }

  // Berlin: clocks went from 02:00 to 03:00 on 2026-03-29 and from 03:00 to 02:00 on 2026-10-25.
  void unknownScopesAreSaid() {
    RivalDesk d;
    const auto tape = d.tape();
    AlertRule rule = plainRule();
    QVERIFY(knowsScope(rule, *tape));
    for (QString* field : {&rule.scope.category, &rule.scope.competitor, &rule.scope.sku}) {
      *field = QStringLiteral("nobody");
      const Status known = knowsScope(rule, *tape);
      QVERIFY(!known && known.error().is(u"alert.unknown-scope"));
      RuleWalk(d, rule).to(d.at(1)); // and fires for nobody
      *field = {};
    }
  }

  void aDamagedStateIsRefused() {
    QVERIFY(AlertState::parse({}));
    AlertState state;
    state.subjects.insert(QStringLiteral("x"), {true, fromMillis(5)});
    const QJsonObject good = state.toJson();
    QVERIFY(*AlertState::parse(good) == state);
    for (const char* field : {"events", "day", "subjects", "quiet"}) {
      QJsonObject bad = good;
      bad.insert(QLatin1String(field), QLatin1String(field) == QLatin1String("subjects")
                                           ? QJsonValue(QJsonObject{{QStringLiteral("x"), 1}})
                                       : QLatin1String(field) == QLatin1String("quiet")
                                           ? QJsonValue(QJsonObject{{QStringLiteral("events"), QJsonArray{1}}})
                                           : QJsonValue(-0.5));
      const auto read = AlertState::parse(bad);
      QVERIFY2(!read && read.error().is(u"alert.bad-state"), field);
    }
  }

  // Stopped and taken up again at every look, from the state as JSON and from no more of the past than the rule's
  // reach, it does the same as if it had gone along; and it never saw what came later.
  void aRestartChangesNothing() {
    int events = 0, messages = 0, rules = 0;
    QSet<QString> kinds;
    for (quint64 seed = 1; seed <= 120; ++seed) {
      std::mt19937_64 random(seed);
      RivalDesk d;
      d.start = *parseInstant(seed % 2 ? u"2026-03-20T00:00:00Z" : u"2026-10-15T00:00:00Z");
      d.fill(random, 4, 30);
      const AlertRule rule = randomRule(random);
      RuleWalk along(d, rule);
      AlertState state;
      double hour = 24 * 9;
      std::vector<AlertEvent> fired;
      std::vector<AlertMessage> told;
      while (hour < 24 * 30) {
        along.to(d.at(hour));
        const Duration reach = rule.reach(along.tape->longestHold());
        const auto tape = d.tape(d.at(hour) - reach, d.at(hour));
        RivalView view(*tape, reach);
        view.advanceTo(d.at(hour));
        state = *AlertState::parse(*parseObject(canonicalJson(state.toJson())));
        const AlertStep step = AlertEngine(rule, view).step(state);
        fired.insert(fired.end(), step.events.begin(), step.events.end());
        told.insert(told.end(), step.messages.begin(), step.messages.end());
        hour += std::uniform_int_distribution<int>(1, 12)(random);
      }
      QVERIFY2(textsOf(fired) == textsOf(along.events),
               qPrintable(QStringLiteral("seed %1, %2\n").arg(seed).arg(alertKindName(rule.kind)) +
                          textsOf(fired).join(u'\n') + QStringLiteral("\n--\n") + textsOf(along.events).join(u'\n')));
      QVERIFY(fired == along.events);
      QVERIFY(told == along.messages);
      events += int(fired.size()), messages += int(told.size()), ++rules;
      if (!fired.empty())
        kinds << alertKindName(rule.kind);
    }
    QVERIFY2(events > 300 && messages > 100 && kinds.size() == 8,
             qPrintable(QStringLiteral("%1 %2 %3").arg(events).arg(messages).arg(kinds.values().join(u' '))));
  }
};

QTEST_GUILESS_MAIN(tst_AlertRules)
#include "tst_AlertRules.moc"
