// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleSet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pricewright;

namespace {

Currency usd() { return *Currency::fromCode(u"USD"); }
Amount dollars(qint64 micros) { return {Decimal::fromMicros(micros), usd()}; }
Instant at(const char* utc) { return *parseInstant(QString::fromLatin1(utc)); }

QJsonObject json(const QByteArray& text) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(text, &error);
  if (document.isNull())
    qFatal("bad test JSON: %s in %s", qPrintable(error.errorString()), text.constData());
  return document.object();
}
QJsonObject ruleSet(const QByteArray& rules) { return json("{\"version\":\"t\",\"rules\":[" + rules + "]}"); }

// OJ-TROP-64 at 3.19, cost 2.00, competitors 3.00 (lowest 2.80), ladder x.x9, 40 in stock.
ListingCase juice() {
  ListingCase l;
  l.skuCode = QStringLiteral("OJ-TROP-64");
  l.categoryCode = QStringLiteral("juice");
  l.zoneCode = QStringLiteral("store-2");
  l.role = SkuRole::Kvi;
  l.current = Money(319, usd());
  l.cost = dollars(2'000'000);
  l.ladder = defaultLadder(usd());
  l.reference.median = dollars(3'000'000);
  l.reference.lowest = dollars(2'800'000);
  l.reference.sellers = 3;
  l.competitorState = QStringLiteral("live");
  l.stockMilli = 40'000;
  return l;
}

RuleOutcome outcomeOf(const QByteArray& rules, const ListingCase& listing, Instant when = at("2026-01-15T12:00:00Z"),
                      const QByteArray& zone = "UTC") {
  const auto set = RuleSet::parse(ruleSet(rules));
  if (!set)
    qFatal("does not parse: %s", qPrintable(set.error().debugText()));
  return set->evaluate(listing, zone, when);
}
QString fact(const RuleOutcome& o, std::size_t hit, const char* name) {
  return o.hits.at(hit).facts.value(QString::fromLatin1(name));
}

} // namespace

// What a pricing team relies on when it writes down its policy.
class RuleSetTest : public QObject {
  Q_OBJECT
 private slots:
  void aBadRuleIsNamedWithItsFault_data() {
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, const QByteArray& rules, const char* code, const char* rule = "r") {
      QTest::newRow(name) << rules << QString::fromLatin1(code) << QString::fromLatin1(rule);
    };
    const auto then = [](const QByteArray& text) { return QByteArray("{\"id\":\"r\",\"then\":" + text + "}"); };
    const auto when = [](const QByteArray& text) {
      return QByteArray("{\"id\":\"r\",\"then\":{\"kind\":\"hold\"},\"when\":" + text + "}");
    };
    row("no id", R"({"then":{"kind":"hold"}})", "rules.missing-id", "#1");
    row("not an object", R"("hold")", "rules.not-an-object", "#1");
    row("twice", R"({"id":"r","then":{"kind":"hold"}},{"id":"r","then":{"kind":"hold"}})", "rules.duplicate-id");
    row("no kind", then("{}"), "rules.unknown-kind");
    row("unknown kind", then(R"({"kind":"retaliate"})"), "rules.unknown-kind");
    row("floor without amount", then(R"({"kind":"floor"})"), "rules.bad-amount");
    row("floor of words", then(R"({"kind":"floor","amount":"cheap"})"), "rules.bad-amount");
    row("floor of zero", then(R"({"kind":"floor","amount":"0"})"), "rules.bad-amount");
    row("floor of a binary fraction", then(R"({"kind":"floor","amount":2.49})"), "rules.bad-amount");
    row("floor not finite", then(R"({"kind":"floor","amount":"NaN"})"), "rules.bad-amount");
    row("floor beyond 64 bits", then(R"({"kind":"floor","amount":"1e40"})"), "rules.bad-amount");
    row("floor with percent", then(R"({"kind":"floor","amount":"2","percent":"5"})"), "rules.bad-percent");
    row("undercut by nothing", then(R"({"kind":"undercut"})"), "rules.bad-amount");
    row("undercut by all", then(R"({"kind":"undercut","percent":"100"})"), "rules.bad-percent");
    row("undercut by both", then(R"({"kind":"undercut","percent":"1","amount":"1"})"), "rules.bad-amount");
    row("index of nothing", then(R"({"kind":"index"})"), "rules.bad-percent");
    row("markup below zero", then(R"({"kind":"cost-plus","percent":"-5"})"), "rules.bad-percent");
    row("against whom", then(R"({"kind":"match","against":"highest"})"), "rules.bad-against");
    row("against a number", then(R"({"kind":"match","against":7})"), "rules.bad-against");
    row("no endings", then(R"({"kind":"ending","endings":[]})"), "rules.bad-endings");
    row("ending in half cents", then(R"({"kind":"ending","endings":[9.5]})"), "rules.bad-endings");
    row("role", when(R"({"roles":["vip"]})"), "rules.unknown-role");
    row("skus not a list", when(R"({"skus":"OJ-*"})"), "rules.bad-condition");
    row("stock", when(R"({"stockBelow":"few"})"), "rules.bad-stock");
    row("day", when(R"({"schedule":{"days":["someday"]}})"), "rules.bad-schedule");
    row("hour", when(R"({"schedule":{"from":"25:00"}})"), "rules.bad-schedule");
    row("minute", when(R"({"schedule":{"from":"9:5"}})"), "rules.bad-schedule");
    row("hour with a space", when(R"({"schedule":{"from":"9 :05"}})"), "rules.bad-schedule");
    row("minute with a space", when(R"({"schedule":{"from":"09:5 "}})"), "rules.bad-schedule");
    row("window of nothing", when(R"({"schedule":{"from":"09:00","to":"09:00"}})"), "rules.bad-schedule");
    row("date", when(R"({"schedule":{"fromDate":"2026-02-30"}})"), "rules.bad-schedule");
    row("dates backwards", when(R"({"schedule":{"fromDate":"2026-02-02","toDate":"2026-02-01"}})"),
        "rules.bad-schedule");
    row("age", when(R"({"segment":"senior citizens"})"), "rules.unlawful-segment");
    // A rule that answers a competitor's cut, but not a rise, has no words to be written in.
    row("punishes cuts, when", when(R"({"competitorMove":"cut"})"), "rules.unknown-field");
    row("punishes cuts, then", then(R"({"kind":"match","onlyWhen":"cut"})"), "rules.unknown-field");
    row("punishes cuts, rule", R"({"id":"r","trigger":"competitor-cut","then":{"kind":"match"}})",
        "rules.unknown-field");
  }
  void aBadRuleIsNamedWithItsFault() {
    QFETCH(QByteArray, rules);
    QFETCH(QString, code);
    QFETCH(QString, rule);
    const auto set = RuleSet::parse(ruleSet(rules));
    QVERIFY(!set);
    QCOMPARE(set.error().code, code);
    QCOMPARE(set.error().arguments.value(QStringLiteral("rule")), rule);
  }

  void segmentsAreLawfulOrRefusedWithTheReason_data() {
    QTest::addColumn<QString>("segment");
    QTest::addColumn<QString>("reason"); // "" = lawful
    const std::pair<const char*, const char*> rows[] = {{"", ""},
                                                        {"contract", ""},
                                                        {"contract:acme-30", ""},
                                                        {"loyalty:gold", ""},
                                                        {"quantity:over-10", ""},
                                                        {"channel:web", ""},
                                                        {"quantity:10-49", ""},
                                                        {"contract:home-depot", ""},
                                                        {"contract:Healthcare GmbH", ""},
                                                        {"quantity:many", "not-a-quantity"},
                                                        {"market:kreuzberg", "place-of-residence"},
                                                        {"market:plz 10999", "place-of-residence"},
                                                        {"loyalty:students", "personal-trait"},
                                                        {"loyalty:rentner", "personal-trait"},
                                                        {"channel:iphone users", "behavior"},
                                                        {"loyalty:big spenders", "behavior"},
                                                        {"loyalty:two words", "not-a-lawful-segment"},
                                                        {"market:US", ""},
                                                        {"Loyalty", ""},
                                                        {"seniors", "personal-trait"},
                                                        {"loyalty:women", "personal-trait"},
                                                        {"loyalty:over-60", "personal-trait"},
                                                        {"contract:Female", "personal-trait"},
                                                        {"income-high", "personal-trait"},
                                                        {"browsing history", "behavior"},
                                                        {"device:ios", "behavior"},
                                                        {"willingness-to-pay", "behavior"},
                                                        {"zip 10115", "place-of-residence"},
                                                        {"residence:DE", "place-of-residence"},
                                                        {"market:payment-country", "place-of-residence"},
                                                        {"vip", "not-a-lawful-segment"},
                                                        {"department", "not-a-lawful-segment"}};
    for (const auto& [segment, reason] : rows)
      QTest::newRow(segment) << QString::fromLatin1(segment) << QString::fromLatin1(reason);
  }
  void segmentsAreLawfulOrRefusedWithTheReason() {
    QFETCH(QString, segment);
    QFETCH(QString, reason);
    const Status status = checkSegment(segment);
    QCOMPARE(status.has_value(), reason.isEmpty());
    if (!status) {
      QCOMPARE(status.error().code, QStringLiteral("rules.unlawful-segment"));
      QCOMPARE(status.error().arguments.value(QStringLiteral("reason")), reason);
    }
  }

  void everyKindHasItsExactTarget_data() {
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<qint64>("target");
    const auto row = [](const char* name, const char* then, qint64 target) {
      QTest::newRow(name) << QByteArray(then) << target;
    };
    row("match the median, on the ladder", R"({"kind":"match"})", 299);
    row("match the lowest", R"({"kind":"match","against":"lowest"})", 279);
    row("undercut stays below", R"({"kind":"undercut","amount":"0.01"})", 299);
    row("undercut 5 % of 3.00 is at most 2.85", R"({"kind":"undercut","percent":"5"})", 279);
    row("undercut 0.3 % of 3.00 is at most 2.99", R"({"kind":"undercut","percent":"0.3"})", 299);
    row("undercut 0.4 % is at most 2.98", R"({"kind":"undercut","percent":"0.4"})", 289);
    row("index 105", R"({"kind":"index","percent":"105"})", 319);
    row("cost plus 50 % is 3.00, rounded up", R"({"kind":"cost-plus","percent":"50"})", 309);
    row("cost plus 49.5 % is 2.99 exactly", R"({"kind":"cost-plus","percent":"49.5"})", 299);
  }
  void everyKindHasItsExactTarget() {
    QFETCH(QByteArray, then);
    QFETCH(qint64, target);
    const RuleOutcome o = outcomeOf("{\"id\":\"r\",\"then\":" + then + "}", juice());
    QCOMPARE(o.targetMinor.value_or(-1), target);
    QCOMPARE(o.hits.size(), std::size_t(1));
    QCOMPARE(fact(o, 0, "outcome"), QStringLiteral("applied"));
    QVERIFY(!o.hits[0].effect.isEmpty());
  }

  void costPlusPutsVatOnTopInGrossMarkets() {
    ListingCase l = juice();
    l.grossPrices = true;
    l.vatBp = 1900;
    // 2.00 · 1.5 · 1.19 = 3.57 → 3.59
    QCOMPARE(outcomeOf(R"({"id":"r","then":{"kind":"cost-plus","percent":"50"}})", l).targetMinor.value(), qint64(359));
  }

  void withoutAReferenceOrCostTheHitSaysSoAndSetsNoTarget() {
    ListingCase l = juice();
    l.reference = {};
    l.cost.reset();
    l.stockMilli.reset();
    const RuleOutcome o = outcomeOf(
        R"({"id":"a","priority":1,"then":{"kind":"match"}}, {"id":"b","priority":2,"then":{"kind":"cost-plus","percent":"50"}},
      {"id":"c","priority":3,"when":{"stockBelow":20},"then":{"kind":"hold"}})",
        l);
    QVERIFY(!o.targetMinor && !o.hold);
    QCOMPARE(fact(o, 0, "missing"), QStringLiteral("reference"));
    QCOMPARE(fact(o, 1, "missing"), QStringLiteral("cost"));
    QCOMPARE(fact(o, 2, "missing"), QStringLiteral("stock"));
    l = juice();
    l.competitorState = QStringLiteral("stale");
    QVERIFY(!outcomeOf(R"({"id":"a","then":{"kind":"match"}})", l).targetMinor);
    // A reference that cannot be decided leaves the word to the next rule.
    QCOMPARE(
        outcomeOf(
            R"({"id":"a","priority":1,"then":{"kind":"match"}},{"id":"b","priority":2,"then":{"kind":"cost-plus","percent":"50"}})",
            l)
            .targetMinor.value(),
        qint64(309));
  }

  void theEarlierRuleWinsAndTheLaterSaysThatItYielded() {
    const RuleOutcome o = outcomeOf(
        R"({"id":"late","priority":20,"then":{"kind":"match"}},{"id":"early","priority":10,"then":{"kind":"undercut","percent":"5"}},
      {"id":"freeze","priority":30,"then":{"kind":"hold"}}, {"id":"off","priority":1,"enabled":false,"then":{"kind":"hold"}})",
        juice());
    QCOMPARE(o.targetMinor.value(), qint64(279));
    QVERIFY(!o.hold);
    QCOMPARE(o.hits.size(), std::size_t(3));
    QCOMPARE(o.hits[0].ruleId, QStringLiteral("early"));
    QCOMPARE(fact(o, 1, "yielded-to"), QStringLiteral("early"));
    QCOMPARE(fact(o, 2, "yielded-to"), QStringLiteral("early"));
    QVERIFY(
        outcomeOf(
            R"({"id":"freeze","priority":1,"then":{"kind":"hold"}},{"id":"late","priority":2,"then":{"kind":"match"}})",
            juice())
            .hold);
  }

  void limitsNarrowTogetherAndClashesYield() {
    RuleOutcome o = outcomeOf(
        R"({"id":"a","priority":1,"then":{"kind":"floor","amount":"2.495"}},{"id":"b","priority":2,"then":{"kind":"floor","amount":"2.99"}},
      {"id":"c","priority":3,"then":{"kind":"ceiling","amount":"2.50"}}, {"id":"d","priority":4,"then":{"kind":"ceiling","amount":"3.456"}})",
        juice());
    QCOMPARE(o.floorMinor.value(), qint64(299));
    QCOMPARE(o.ceilingMinor.value(), qint64(345)); // inwards
    QCOMPARE(fact(o, 2, "yielded-to"), QStringLiteral("b"));
    o = outcomeOf(R"({"id":"a","then":{"kind":"floor","amount":"2.495"}})", juice());
    QCOMPARE(o.floorMinor.value(), qint64(250)); // inwards
    // A target moves into the corridor, whichever was written first.
    o = outcomeOf(
        R"({"id":"t","priority":1,"then":{"kind":"match","against":"lowest"}},{"id":"f","priority":2,"then":{"kind":"floor","amount":"2.95"}})",
        juice());
    QCOMPARE(o.targetMinor.value(), qint64(299));
    QCOMPARE(fact(o, 0, "limited-by"), QStringLiteral("f"));
  }

  // No price of the ladder keeps these limits: the target is given up, not made negative.
  void aTargetIsAPriceOrNone() {
    const QByteArray match = R"({"id":"t","priority":1,"then":{"kind":"match"}})";
    RuleOutcome o = outcomeOf(match + R"(,{"id":"c","priority":2,"then":{"kind":"ceiling","amount":"0.05"}})", juice());
    QVERIFY(!o.targetMinor);
    QCOMPARE(fact(o, 0, "missing"), QStringLiteral("positive-target"));
    o = outcomeOf(match + R"(,{"id":"c","priority":2,"then":{"kind":"ceiling","amount":"0.004"}})", juice());
    QVERIFY(!o.ceilingMinor); // less than one cent
    QCOMPARE(fact(o, 1, "missing"), QStringLiteral("positive-target"));
    QCOMPARE(o.targetMinor.value(), qint64(299));
  }

  void conditionsChooseTheirListings_data() {
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<bool>("hit");
    const std::pair<const char*, bool> rows[] = {{R"({})", true},
                                                 {R"({"skus":[]})", true},
                                                 {R"({"skus":["OJ-*"]})", true},
                                                 {R"({"skus":["*-64"]})", true},
                                                 {R"({"skus":["OJ-????-64"]})", true},
                                                 {R"({"skus":["*TROP*"]})", true},
                                                 {R"({"skus":["OJ-TROP-6"]})", false},
                                                 {R"({"skus":["oj-*"]})", false},
                                                 {R"({"skus":["X","OJ-TROP-64"]})", true},
                                                 {R"({"skus":["*a*a*a*a*b"]})", false},
                                                 {R"({"categories":["juice"]})", true},
                                                 {R"({"categories":["soap"]})", false},
                                                 {R"({"zones":["store-*"]})", true},
                                                 {R"({"zones":["web"]})", false},
                                                 {R"({"roles":["tail","kvi"]})", true},
                                                 {R"({"roles":["tail"]})", false},
                                                 {R"({"stockBelow":40})", false},
                                                 {R"({"stockBelow":"40.001"})", true},
                                                 {R"({"stockAbove":40})", false},
                                                 {R"({"stockAbove":39})", true},
                                                 {R"({"stockAbove":10,"stockBelow":50})", true}};
    for (const auto& [when, hit] : rows)
      QTest::newRow(when) << QByteArray(when) << hit;
  }
  void conditionsChooseTheirListings() {
    QFETCH(QByteArray, when);
    QFETCH(bool, hit);
    QCOMPARE(outcomeOf("{\"id\":\"r\",\"when\":" + when + ",\"then\":{\"kind\":\"hold\"}}", juice()).hold, hit);
  }

  void aSegmentsPriceIsNotThePublicPrice() {
    const RuleOutcome o =
        outcomeOf(R"({"id":"b2b","when":{"segment":"contract:acme"},"then":{"kind":"floor","amount":"9"}})", juice());
    QVERIFY(!o.floorMinor);
    QCOMPARE(fact(o, 0, "outcome"), QStringLiteral("not-public"));
  }

  void schedulesFollowTheWallClockOfTheZone_data() {
    QTest::addColumn<QByteArray>("schedule");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<bool>("hit");
    const auto row = [](const char* name, const char* schedule, const char* zone, const char* utc, bool hit) {
      QTest::newRow(name) << QByteArray(schedule) << QByteArray(zone) << QString::fromLatin1(utc) << hit;
    };
    const char* berlin = "Europe/Berlin";
    const char* night = R"({"from":"02:00","to":"03:00"})";
    row("before", night, berlin, "2026-10-24T23:59:00Z", false);
    row("first 02:30 of the long night", night, berlin, "2026-10-25T00:30:00Z", true);
    row("second 02:30 of the long night", night, berlin, "2026-10-25T01:30:00Z", true);
    row("03:00 after it", night, berlin, "2026-10-25T02:00:00Z", false);
    row("01:59 before the skipped hour", night, berlin, "2026-03-29T00:59:00Z", false);
    row("03:00, the hour was skipped", night, berlin, "2026-03-29T01:00:00Z", false);
    row("a window that begins in the skipped hour", R"({"from":"02:30","to":"04:00"})", berlin, "2026-03-29T01:00:00Z",
        true);
    const char* friday = R"({"days":["fri"],"from":"18:00","to":"02:00"})";
    row("friday evening", friday, berlin, "2026-01-16T17:00:00Z", true);
    row("friday night, already saturday", friday, berlin, "2026-01-17T00:30:00Z", true);
    row("02:00 sharp is outside", friday, berlin, "2026-01-17T01:00:00Z", false);
    row("early friday belongs to thursday", friday, berlin, "2026-01-15T23:30:00Z", false);
    row("utc day and local day differ", R"({"days":["sat"]})", "Pacific/Auckland", "2026-01-16T12:00:00Z", true);
    row("last date is inside", R"({"fromDate":"2026-01-10","toDate":"2026-01-16"})", "America/New_York",
        "2026-01-17T04:59:00Z", true);
    row("the day after is not", R"({"fromDate":"2026-01-10","toDate":"2026-01-16"})", "America/New_York",
        "2026-01-17T05:00:00Z", false);
    row("over midnight on the last date", R"({"toDate":"2026-01-16","from":"22:00","to":"06:00"})", berlin,
        "2026-01-17T04:00:00Z", true);
    row("until 24:00", R"({"from":"20:00","to":"24:00"})", "UTC", "2026-01-17T23:59:59Z", true);
  }
  void schedulesFollowTheWallClockOfTheZone() {
    QFETCH(QByteArray, schedule);
    QFETCH(QByteArray, zone);
    QFETCH(QString, utc);
    QFETCH(bool, hit);
    const RuleOutcome o =
        outcomeOf("{\"id\":\"r\",\"when\":{\"schedule\":" + schedule + "},\"then\":{\"kind\":\"hold\"}}", juice(),
                  *parseInstant(utc), zone);
    QCOMPARE(o.hold, hit);
  }
  void anUnknownTimeZoneIsSaidNotGuessed() {
    for (const char* zone : {"Mars/Olympus", "Pacific99"}) {
      const RuleOutcome o =
          outcomeOf(R"({"id":"r","when":{"schedule":{"from":"01:00","to":"05:00"}},"then":{"kind":"hold"}})", juice(),
                    at("2026-01-15T01:30:00Z"), zone);
      QVERIFY(!o.hold);
      QCOMPARE(fact(o, 0, "missing"), QStringLiteral("time-zone"));
    }
  }

  void theVersionIsTheContent() {
    const auto a = RuleSet::parse(ruleSet(R"({"id":"r","then":{"kind":"floor","amount":"2.49"}})"));
    const auto same = RuleSet::parse(ruleSet(R"({ "then": {"amount":"2.49", "kind":"floor"}, "id":"r" })"));
    const auto other = RuleSet::parse(ruleSet(R"({"id":"r","then":{"kind":"floor","amount":"2.59"}})"));
    QCOMPARE(a->version(), same->version());
    QVERIFY(a->version() != other->version());
    QCOMPARE(a->count(), 1);
    QCOMPARE(RuleSet::parse({})->count(), 0);
    QCOMPARE(RuleSet::parse(json(R"({"rules":7})")).error().code, QStringLiteral("rules.not-a-list"));
  }

  void priceLevelsOfAnyCurrencyRoundInwards() {
    ListingCase l = juice();
    const Currency yen = *Currency::fromCode(u"JPY"), dinar = *Currency::fromCode(u"KWD");
    l.current = Money(300, yen);
    QCOMPARE(outcomeOf(R"({"id":"r","then":{"kind":"floor","amount":"249.5"}})", l).floorMinor.value(), qint64(250));
    QVERIFY(!outcomeOf(R"({"id":"r","then":{"kind":"match"}})", l).targetMinor); // the reference is in dollars
    l.current = Money(3000, dinar);
    QCOMPARE(outcomeOf(R"({"id":"r","then":{"kind":"ceiling","amount":"2.4999"}})", l).ceilingMinor.value(),
             qint64(2499));
  }
};

QTEST_GUILESS_MAIN(RuleSetTest)
#include "tst_RuleSet.moc"
