// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is stored with a decision reads back to the same bits, and an approval is bound to exactly what was approved.
#include "RandomDecision.h"

#include "decision/Fields.h"

#include <QTest>

using namespace pricewright;
using test::RandomDecision;

namespace {

// Counts the members of an aggregate: with how many values it can be made.
struct Anything {
  template <class T> operator T() const;
};
template <class T, class... Values> constexpr std::size_t memberCount(Values... values) {
  if constexpr (requires { T{values..., Anything{}}; })
    return memberCount<T>(values..., Anything{});
  else
    return sizeof...(Values);
}
// Counts what a list of fields names.
struct FieldCounter {
  static constexpr bool kReads = false;
  std::size_t count = 0;
  template <class T> void operator()(const char*, const T&) { ++count; }
  int nulls() const { return 0; }
};
template <class T> std::size_t fieldCount() {
  FieldCounter counter;
  const T value{};
  fields(counter, value);
  return counter.count;
}

bool sameText(const QByteArray& a, const QByteArray& b) {
  if (a == b)
    return true;
  const auto at = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  qWarning() << "differs at" << at << a.mid(std::max<qsizetype>(0, at - 60), 120)
             << b.mid(std::max<qsizetype>(0, at - 60), 120);
  return false;
}

template <class T> T throughText(const T& v) {
  StringPool pool;
  T back;
  const QByteArray text = toText(v);
  const Status read = fromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), pool, back);
  if (!read)
    qWarning() << read.error().debugText();
  return back;
}

quint64 bits(double v) { return std::bit_cast<quint64>(v); }

PriceDecision plain() {
  const FixedClock clock(fromMillis(1'000));
  IdSource ids(clock, 1);
  RandomDecision random(4);
  PriceDecision d = random.decision(ids);
  const Currency usd = *Currency::fromCode(u"USD");
  d.current = Money(249, usd);
  d.proposed = Money(259, usd);
  d.guarded.verdicts = {{QStringLiteral("margin"), QStringLiteral("evaluator")},
                        {QStringLiteral("step"), QStringLiteral("guardrail")}};
  return d;
}

} // namespace

class TestDecisionJson : public QObject {
  Q_OBJECT
 private slots:
  void everyMemberIsStored();
  void casesReadBackTheSame();
  void decisionsReadBackTheSame();
  void tablesReadLikeObjects();
  void awkwardNumbers();
  void notFiniteIsNeverWritten();
  void otherVersionsAndGarbage();
  void contentHashBindsWhatIsApproved_data();
  void contentHashBindsWhatIsApproved();
  void changeIsExact_data();
  void changeIsExact();
  void namesGoBothWays();
};

void TestDecisionJson::everyMemberIsStored() {
  QCOMPARE(fieldCount<PricingCase>(), memberCount<PricingCase>());
  QCOMPARE(fieldCount<ListingCase>(), memberCount<ListingCase>());
  QCOMPARE(fieldCount<DemandEstimate>(), memberCount<DemandEstimate>());
  QCOMPARE(fieldCount<Feature>(), memberCount<Feature>());
  QCOMPARE(fieldCount<CompetitorReference>(), memberCount<CompetitorReference>());
  QCOMPARE(fieldCount<MarginException>(), memberCount<MarginException>());
  QCOMPARE(fieldCount<PublishedPrice>(), memberCount<PublishedPrice>());
  QCOMPARE(fieldCount<LadderSpec>(), memberCount<LadderSpec>());
  QCOMPARE(fieldCount<PriceDecision>(), memberCount<PriceDecision>());
  QCOMPARE(fieldCount<Recommendation>(), memberCount<Recommendation>());
  QCOMPARE(fieldCount<Effect>(), memberCount<Effect>());
  QCOMPARE(fieldCount<Guarded>(), memberCount<Guarded>());
  QCOMPARE(fieldCount<Verdict>(), memberCount<Verdict>());
  QCOMPARE(fieldCount<VerdictInput>(), memberCount<VerdictInput>());
  QCOMPARE(fieldCount<RuleOutcome>(), memberCount<RuleOutcome>());
  QCOMPARE(fieldCount<RuleHit>(), memberCount<RuleHit>());
  QCOMPARE(fieldCount<CycleReport>(), memberCount<CycleReport>());
  QCOMPARE(fieldCount<StationReport>(), memberCount<StationReport>());
}

void TestDecisionJson::casesReadBackTheSame() {
  RandomDecision random(17);
  for (int i = 0; i < 60; ++i) {
    const PricingCase c = random.pricingCase(i % 5);
    const QByteArray text = toText(c);
    QVERIFY(sameText(canonicalJson(toJson(c)), text)); // one text, whoever writes it
    const auto back = pricingCaseFromJson(toJson(c));
    QVERIFY2(back, qPrintable(back ? QString() : back.error().debugText()));
    QVERIFY(sameText(toText(*back), text));
    QCOMPARE(back->settings.changed(), c.settings.changed());
    QCOMPARE(back->settings.digest(), c.settings.digest());
    QCOMPARE(back->seed, c.seed);
    QCOMPARE(back->listings.size(), c.listings.size());
    for (std::size_t k = 0; k < c.listings.size(); ++k) {
      QVERIFY(back->listings[k].demand == c.listings[k].demand);
      QVERIFY(back->listings[k].history == c.listings[k].history);
      QVERIFY(back->listings[k].features == c.listings[k].features);
      QVERIFY(back->listings[k].cost == c.listings[k].cost);
      QCOMPARE(back->listings[k].skuName, c.listings[k].skuName);
    }
  }
}

void TestDecisionJson::decisionsReadBackTheSame() {
  const FixedClock clock(fromMillis(5'000'000));
  IdSource ids(clock, 9);
  RandomDecision random(23);
  for (int i = 0; i < 300; ++i) {
    const PriceDecision d = random.decision(ids);
    const auto back = priceDecisionFromJson(toJson(d));
    QVERIFY2(back, qPrintable(back ? QString() : back.error().debugText()));
    QVERIFY(*back == d);
    QVERIFY(sameText(canonicalJson(toJson(d)), toText(d)));
    QCOMPARE(contentHash(*back), d.contentHash);
    QVERIFY(*recommendationFromJson(toJson(d.recommendation)) == d.recommendation);
    QVERIFY(*guardedFromJson(toJson(d.guarded)) == d.guarded);
    const RuleOutcome o = random.ruleOutcome();
    QVERIFY(*ruleOutcomeFromJson(toJson(o)) == o);
  }
}

void TestDecisionJson::tablesReadLikeObjects() {
  const FixedClock clock(fromMillis(5'000'000));
  IdSource ids(clock, 9);
  RandomDecision random(29);
  StringPool pool;
  const auto read = [&](const QByteArray& text, Guarded& into) {
    return fromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), pool, into).has_value();
  };
  for (int i = 0; i < 200; ++i) {
    const PriceDecision d = random.decision(ids);
    const QByteArray text = toText(d, Layout::Tables);
    QVERIFY(sameText(canonicalJson(QJsonDocument::fromJson(text).object()), text));
    PriceDecision back;
    QVERIFY(fromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), pool, back));
    QVERIFY(back == d);
    Guarded damaged; // cut anywhere
    const QByteArray guarded = toText(d.guarded, Layout::Tables);
    QVERIFY(!read(guarded.left(random.below(static_cast<int>(guarded.size()))), damaged));
  }
  // A table of another version: a column that we do not know, many that it did not know.
  Guarded g;
  QVERIFY(read("{\"verdicts\":{\"columns\":[\"code\",[\"inputs\",\"name\",\"new\"],\"novelty\",\"ruleId\"],\"rows\":"
               "[[\"a\",[[\"cost\",{\"x\":[1]}]],[{}],\"step\"],[\"b\",[],null,\"margin\"]]}}",
               g));
  QCOMPARE(g.verdicts.size(), 2u);
  QCOMPARE(g.verdicts[0].inputs.at(0).name, QStringLiteral("cost"));
  QCOMPARE(g.verdicts[0].ruleId, QStringLiteral("step"));
  QCOMPARE(g.verdicts[1].code, QStringLiteral("b"));
  for (const char* wrong : {"[[\"a\"]]", "[[\"a\",\"b\",\"c\"]]", "[{}]", "7", "[[\"a\",7]]"})
    QVERIFY2(!read("{\"verdicts\":{\"columns\":[\"code\",\"ruleId\"],\"rows\":" + QByteArray(wrong) + "}}", g), wrong);
  QVERIFY(!read("{\"verdicts\":{\"columns\":[\"ruleId\",\"code\"],\"rows\":[]}}", g));
}

void TestDecisionJson::awkwardNumbers() {
  RandomDecision random(31);
  for (int i = 0; i < 20'000; ++i) {
    const double v = random.real();
    const QByteArray text = toText(std::vector<double>{v});
    QCOMPARE(bits(throughText(std::vector<double>{v}).at(0)), bits(v));
    // Also after any other reader of JSON has had it between.
    QCOMPARE(QJsonDocument(QJsonDocument::fromJson(text).array()).toJson(QJsonDocument::Compact), text);
  }
  QCOMPARE(toText(std::vector<double>{-0.0, 3.0, 0.1}), QByteArray("[\"-0\",3,0.1]"));
  QCOMPARE(toText(std::vector<qint64>{1LL << 53, (1LL << 53) + 1, std::numeric_limits<qint64>::min()}),
           QByteArray("[9007199254740992,\"9007199254740993\",\"-9223372036854775808\"]"));
  QCOMPARE(toText(std::vector<quint64>{~0ULL}), QByteArray("[\"18446744073709551615\"]"));
  QCOMPARE(throughText(std::vector<quint64>{~0ULL}), std::vector<quint64>{~0ULL});
}

void TestDecisionJson::notFiniteIsNeverWritten() {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN(), kInf = std::numeric_limits<double>::infinity();
  for (const double poison : {kNaN, kInf, -kInf}) {
    RandomDecision random(2);
    ListingCase l = random.listing();
    l.demand.usable = true;
    QVERIFY(throughText(l).demand.usable);
    l.demand.covariance[9] = poison;
    l.features = {Feature{QStringLiteral("margin"), poison, {}, QStringLiteral("live"), {}, {}}};
    const QByteArray text = toText(l);
    QVERIFY(!text.contains("nan") && !text.contains("inf"));
    const ListingCase back = throughText(l);
    QVERIFY(!back.demand.usable); // nothing is priced from the zero in its place
    QCOMPARE(back.demand.covariance[9], 0.0);
    QVERIFY(!back.features.at(0).value);
    Recommendation r = random.recommendation();
    r.confidence = poison;
    QCOMPARE(recommendationFromJson(toJson(r))->confidence, 0.0);
  }
}

void TestDecisionJson::otherVersionsAndGarbage() {
  RandomDecision random(3);
  const Recommendation r = random.recommendation();
  QJsonObject json = toJson(r);
  json.insert(QStringLiteral("aNewField"), QJsonArray{1, QJsonObject{{QStringLiteral("x"), QStringLiteral("}")}}});
  json.insert(QStringLiteral("zz"), QJsonValue());
  QVERIFY(*recommendationFromJson(json) == r);
  QVERIFY(*recommendationFromJson({}) == Recommendation());
  const std::pair<const char*, QJsonValue> wrong[] = {
      {"method", QStringLiteral("guess")}, {"listingNo", 1e12},      {"listingNo", 1.5},
      {"confidence", QStringLiteral("x")}, {"confidence", true},     {"proposed", QJsonArray{QStringLiteral("QQQ"), 1}},
      {"profitCurve", QJsonArray{1}},      {"effect", QJsonArray{}}, {"siblingsMoved", QStringLiteral("a")}};
  for (const auto& [key, value] : wrong) {
    json = toJson(r);
    json.insert(QLatin1String(key), value);
    QVERIFY2(!recommendationFromJson(json), key);
  }
  const QByteArray text = toText(random.pricingCase(2));
  StringPool pool;
  for (qsizetype length = 0; length < text.size(); length += 7) {
    PricingCase c;
    QVERIFY(!fromText(std::string_view(text.constData(), static_cast<std::size_t>(length)), pool, c));
  }
  for (qsizetype at = 0; at < text.size(); at += 11) { // damaged anywhere: an error or another value, never a crash
    QByteArray damaged = text;
    damaged[at] = static_cast<char>(random.below(256));
    PricingCase c;
    (void)fromText(std::string_view(damaged.constData(), static_cast<std::size_t>(damaged.size())), pool, c);
  }
  const QByteArray deep = "{\"rules\":" + QByteArray(1'000'000, '[') + '}';
  PricingCase c;
  QVERIFY(!fromText(std::string_view(deep.constData(), static_cast<std::size_t>(deep.size())), pool, c));
}

using Change = std::function<void(PriceDecision&)>;

void TestDecisionJson::contentHashBindsWhatIsApproved_data() {
  QTest::addColumn<Change>("change");
  QTest::addColumn<bool>("isBound");
  const auto row = [](const char* name, bool isBound, Change change) { QTest::newRow(name) << change << isBound; };
  const Currency eur = *Currency::fromCode(u"EUR");
  row("listing", true, [](PriceDecision& d) { ++d.listingNo; });
  row("current price", true, [](PriceDecision& d) { d.current = Money(d.current.minor() + 1, d.current.currency()); });
  row("proposed price", true,
      [](PriceDecision& d) { d.proposed = Money(d.proposed.minor() + 1, d.proposed.currency()); });
  row("prices exchanged", true, [](PriceDecision& d) { std::swap(d.current, d.proposed); });
  row("currency", true, [=](PriceDecision& d) { d.current = Money(249, eur), d.proposed = Money(259, eur); });
  row("no price before", true, [](PriceDecision& d) { d.current = {}; });
  row("case", true, [](PriceDecision& d) { d.caseId += u'x'; });
  row("method", true, [](PriceDecision& d) {
    d.recommendation.method = d.recommendation.method == Method::Rules ? Method::Model : Method::Rules;
  });
  row("route", true,
      [](PriceDecision& d) { d.guarded.route = d.guarded.route == Route::Hold ? Route::Human : Route::Hold; });
  row("a verdict's outcome", true, [](PriceDecision& d) { d.guarded.verdicts[1].outcome = VerdictOutcome::Blocked; });
  row("a verdict's rule", true, [](PriceDecision& d) { d.guarded.verdicts[1].ruleId = QStringLiteral("bounds"); });
  row("a verdict less", true, [](PriceDecision& d) { d.guarded.verdicts.pop_back(); });
  row("a verdict more", true, [](PriceDecision& d) { d.guarded.verdicts.push_back(d.guarded.verdicts[0]); });
  row("state", false, [](PriceDecision& d) {
    d.state = d.state == DecisionState::Approved ? DecisionState::Pending : DecisionState::Approved;
  });
  row("version and batch", false, [](PriceDecision& d) { ++d.version, d.batchNo = 7; });
  row("times", false,
      [](PriceDecision& d) { d.createdAt += Duration(1), d.expiresAt += Duration(1), d.decidedAt = d.createdAt; });
  row("id and cycle", false, [](PriceDecision& d) { d.id = Id(), d.cycleId += u'x'; });
  row("who", false, [](PriceDecision& d) { d.proposedBy += u'x', d.editedBy += u'x'; });
  row("names", false, [](PriceDecision& d) { d.skuName += u'x'; });
  row("words of a verdict", false,
      [](PriceDecision& d) { d.guarded.verdicts[0].limit += u'x', d.guarded.verdicts[0].inputs.clear(); });
  row("the hash itself", false, [](PriceDecision& d) { d.contentHash += u'x'; });
}

void TestDecisionJson::contentHashBindsWhatIsApproved() {
  QFETCH(Change, change);
  QFETCH(bool, isBound);
  PriceDecision d = plain();
  const QString before = contentHash(d);
  QCOMPARE(before.size(), 64);
  change(d);
  QCOMPARE(contentHash(d) != before, isBound);
}

void TestDecisionJson::changeIsExact_data() {
  QTest::addColumn<Money>("from");
  QTest::addColumn<Money>("to");
  QTest::addColumn<int>("bp");
  const Currency usd = *Currency::fromCode(u"USD"), eur = *Currency::fromCode(u"EUR");
  constexpr int kMost = std::numeric_limits<int>::max();
  constexpr qint64 kHuge = std::numeric_limits<qint64>::max();
  const auto row = [](const char* name, Money from, Money to, int bp) { QTest::newRow(name) << from << to << bp; };
  row("up", Money(200, usd), Money(240, usd), 2000);
  row("down", Money(249, usd), Money(199, usd), -2008);
  row("same", Money(249, usd), Money(249, usd), 0);
  row("half to even, down", Money(20'000, usd), Money(20'001, usd), 0);
  row("half to even, up", Money(20'000, usd), Money(20'003, usd), 2);
  row("to nothing", Money(200, usd), Money(0, usd), -10'000);
  row("largest", Money(kHuge, usd), Money(kHuge - 1, usd), 0);
  row("does not fit", Money(1, usd), Money(kHuge, usd), kMost);
  row("no price before", Money(), Money(200, usd), kMost);
  row("zero before", Money(0, usd), Money(200, usd), kMost);
  row("negative", Money(200, usd), Money(std::numeric_limits<qint64>::min(), usd), kMost);
  row("other currency", Money(200, usd), Money(200, eur), kMost);
}

void TestDecisionJson::changeIsExact() {
  QFETCH(Money, from);
  QFETCH(Money, to);
  QTEST(changeBp(from, to), "bp");
}

void TestDecisionJson::namesGoBothWays() {
  for (int i = 0; i < 9; ++i)
    QCOMPARE(decisionStateFrom(decisionStateName(DecisionState(i))), DecisionState(i));
  for (int i = 0; i < 8; ++i)
    QCOMPARE(verdictOutcomeFrom(verdictOutcomeName(VerdictOutcome(i))), VerdictOutcome(i));
  for (int i = 0; i < 6; ++i)
    QCOMPARE(routeFrom(routeName(Route(i))), Route(i));
  for (int i = 0; i < 4; ++i)
    QCOMPARE(methodFrom(methodName(Method(i))), Method(i));
  for (int i = 0; i < 4; ++i)
    QCOMPARE(identificationFrom(identificationName(Identification(i))), Identification(i));
  QSet<QString> terms;
  for (int i = 0; i < kTerms; ++i)
    terms.insert(termName(i));
  QCOMPARE(terms.size(), int(kTerms));
  QCOMPARE(decisionStateName(DecisionState::RolledBack), QStringLiteral("rolled_back")); // as the schema spells it
  QVERIFY(!decisionStateFrom(u"") && !decisionStateFrom(u"Pending"));
  QCOMPARE(termName(-1), QString());
}

QTEST_GUILESS_MAIN(TestDecisionJson)
#include "tst_DecisionJson.moc"
