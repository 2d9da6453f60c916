// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/DecisionStore.h"

#include <cmath>
#include <limits>
#include <random>

namespace pricewright::test {

// Makes cases and decisions with every member set at random, awkward values included. Seeded: the same at every run.
class RandomDecision {
 public:
  explicit RandomDecision(quint32 seed) : m_engine(seed) {}

  int below(int n) { return static_cast<int>(m_engine() % static_cast<unsigned>(n)); }
  bool coin() { return below(2) == 0; }
  qint64 whole() {
    static constexpr qint64 kEdges[] = {0,
                                        -1,
                                        1LL << 53,
                                        (1LL << 53) + 1,
                                        -(1LL << 53) - 1,
                                        std::numeric_limits<qint64>::max(),
                                        std::numeric_limits<qint64>::min()};
    return coin() ? below(100'000) : kEdges[below(7)];
  }
  double real() {
    static constexpr double kEdges[] = {0.0,
                                        -0.0,
                                        5e-324,
                                        -1.7976931348623157e308,
                                        0.1,
                                        1e21,
                                        9007199254740993.0,
                                        1152921504606846976.0,
                                        1e15 + 0.5,
                                        123456.789e-12,
                                        1.0 / 3};
    if (below(3) == 0)
      return kEdges[below(11)];
    for (;;) { // any finite bit pattern
      const double value = std::bit_cast<double>(static_cast<quint64>(m_engine()) << 32 | m_engine());
      if (std::isfinite(value))
        return value;
    }
  }
  QString text() {
    static const QStringList kTexts{QString(),
                                    QStringLiteral("OJ-1"),
                                    QStringLiteral("a\"b\\c\n\t\x01\x7f/"),
                                    QStringLiteral("Müller ≥ 2.49 €"),
                                    QStringLiteral("🍊 juice"),
                                    QString(QChar(0xd800)),
                                    QStringLiteral("null"),
                                    QStringLiteral("a long text that is not pooled, with digits 0123456789")};
    return kTexts[below(static_cast<int>(kTexts.size()))];
  }
  QString word() { return QStringLiteral("w%1").arg(below(50)); }
  QStringList words() {
    QStringList list;
    for (int i = below(4); i > 0; --i)
      list.append(text());
    return list;
  }
  Instant instant() { return fromMillis(static_cast<qint64>(below(1'000'000'000)) * 1777 - 10'000'000); }
  Day day() { return fromDayNumber(below(40'000) - 10'000); }
  Currency currency() { return knownCurrencies()[static_cast<std::size_t>(below(20))]; }
  Money money() { return coin() ? Money(1 + below(100'000), currency()) : Money(); }
  Amount amount() { return {Decimal::fromMicros(whole()), currency()}; }
  template <class Make> auto maybe(Make make) -> std::optional<decltype(make())> {
    return coin() ? std::optional(make()) : std::nullopt;
  }
  template <class Enum> Enum oneOf(int count) { return static_cast<Enum>(below(count)); }

  Feature feature() {
    return {text(), maybe([&] { return real(); }), word(), word(), text(), instant()};
  }
  std::vector<Feature> features() {
    std::vector<Feature> all;
    for (int i = below(4); i > 0; --i)
      all.push_back(feature());
    return all;
  }
  LadderSpec ladder() { return {1 + below(10), {95, 99}, 100 + below(3)}; }
  DemandEstimate demand() {
    DemandEstimate e;
    e.usable = coin();
    e.pooledFrom = word();
    e.grade = oneOf<Identification>(4);
    e.gradeReason = word();
    for (double& v : e.mean)
      v = real();
    for (double& v : e.covariance)
      v = real();
    e.categoryShare = {real(), real()}, e.productShare = {real(), real()};
    for (double* v : {&e.referencePrice, &e.logBase, &e.logBaseSd, &e.noiseSd, &e.smearing, &e.seasonShift,
                      &e.siblingShare, &e.lowestSeen, &e.highestSeen, &e.ownStandardError, &e.naiveStandardError})
      *v = real();
    e.weeks = below(200);
    e.distinctPrices = below(30);
    return e;
  }
  PublishedPrice price() {
    return {below(1000),          below(5), oneOf<PriceType>(3), money(), instant(), maybe([&] { return instant(); }),
            oneOf<PriceOrigin>(5)};
  }
  ListingCase listing() {
    ListingCase l;
    l.listingNo = below(100'000);
    l.skuCode = text(), l.skuName = text(), l.zoneCode = word(), l.categoryCode = word();
    l.role = oneOf<SkuRole>(4);
    l.market = word();
    l.grossPrices = coin();
    l.vatBp = below(2500);
    l.current = money();
    l.currentSince = instant();
    for (int i = below(4); i > 0; --i)
      l.history.push_back(price());
    l.cost = maybe([&] { return amount(); });
    l.costWhy = word();
    l.costFrom = day();
    l.minMinor = maybe([&] { return whole(); }), l.maxMinor = maybe([&] { return whole(); });
    l.mapMinor = maybe([&] { return whole(); });
    l.ladder = ladder();
    l.marginException =
        maybe([&] { return MarginException{below(9), word(), below(1000), instant(), instant(), text()}; });
    l.reference = {maybe([&] { return amount(); }),
                   maybe([&] { return amount(); }),
                   maybe([&] { return amount(); }),
                   below(9),
                   below(9),
                   below(9),
                   maybe([&] { return instant(); }),
                   word(),
                   {whole(), whole()}};
    l.referenceWeekAgo = maybe([&] { return amount(); });
    l.undercutsWithin7Days = below(9);
    l.competitorState = word();
    l.stockMilli = maybe([&] { return whole(); });
    l.onPromotion = coin();
    l.anomalies = words(), l.staleInputs = words();
    l.drawnHolds = coin(), l.drawnUntil = Instant(std::chrono::hours(24 * 20'000));
    l.demand = demand();
    l.features = features();
    return l;
  }
  PricingCase pricingCase(int listings) {
    PricingCase c;
    c.key = QStringLiteral("juice|store-%1").arg(below(99));
    c.timeZone = coin() ? "UTC" : "Europe/Berlin";
    c.seed = static_cast<quint64>(whole());
    c.now = instant(), c.effective = instant();
    (void)c.settings.set(QStringLiteral("guardrail.step.percent"), 12.5 + below(3));
    (void)c.settings.set(QStringLiteral("approval.self-approval"), coin());
    (void)c.settings.set(QStringLiteral("optimizer.draws"), 100 + below(500));
    (void)c.settings.set(QStringLiteral("optimizer.objective"), QStringLiteral("weighted"));
    c.modelVersion = word(), c.rulesVersion = word(), c.guardrailsVersion = word(), c.modelFailure = word();
    c.amountsWhy = word();
    if (coin())
      c.labelCost = real(), c.expectedLossLimit = real();
    c.rules = QJsonObject{
        {QStringLiteral("version"), text()},
        {QStringLiteral("rules"), QJsonArray{QJsonObject{{QStringLiteral("b"), 0.1}, {QStringLiteral("a"), 1}}}}};
    for (int i = 0; i < listings; ++i)
      c.listings.push_back(listing());
    return c;
  }
  Recommendation recommendation() {
    Recommendation r;
    r.listingNo = below(100'000);
    r.method = oneOf<Method>(4);
    r.fallbackReason = word();
    r.proposed = money();
    r.outcome = word();
    for (double* v : {&r.effect.profit, &r.effect.profitLow, &r.effect.profitHigh, &r.effect.revenue,
                      &r.effect.revenueLow, &r.effect.revenueHigh, &r.effect.units, &r.effect.unitsLow,
                      &r.effect.unitsHigh, &r.confidence, &r.expectedLoss, &r.valueAtStake})
      *v = real();
    r.searchLowMinor = whole(), r.searchHighMinor = whole();
    for (int i = below(5); i > 0; --i)
      r.profitCurve.emplace_back(whole(), real());
    r.siblingsMoved = words();
    if (coin()) {
      r.chances = {{109, 0.25}, {119, 0.75}};
      r.preferredMinor = 119;
    }
    return r;
  }
  Verdict verdict() {
    Verdict v{word(), word(), below(7), oneOf<VerdictOutcome>(8), {}, text(), text(), word(), whole(), whole()};
    for (int i = below(3); i > 0; --i)
      v.inputs.push_back({text(), text(), maybe([&] { return Duration(whole()); })});
    return v;
  }
  Guarded guarded() {
    Guarded g{money(), coin(), oneOf<Route>(6), word(), words(), {}, words()};
    for (int i = 1 + below(4); i > 0; --i)
      g.verdicts.push_back(verdict());
    return g;
  }
  RuleOutcome ruleOutcome() {
    RuleOutcome o{
        maybe([&] { return whole(); }), maybe([&] { return whole(); }), maybe([&] { return whole(); }), coin(), {}};
    o.hits.push_back(
        {word(), text(), word(), below(9), text(), {{QStringLiteral("a\"é"), text()}, {QStringLiteral("b"), text()}}});
    return o;
  }
  PriceDecision decision(IdSource& ids) {
    PriceDecision d;
    d.id = ids.next();
    d.cycleId = word(), d.caseId = word();
    d.listingNo = below(100'000);
    d.skuCode = text(), d.skuName = text(), d.zoneCode = word(), d.categoryCode = word();
    d.state = oneOf<DecisionState>(9);
    const Currency in = currency();
    d.current = Money(1 + below(10'000), in), d.proposed = Money(1 + below(10'000), in);
    d.marginNowBp = below(9000), d.marginThenBp = -below(9000);
    d.costKnown = coin();
    d.recommendation = recommendation();
    d.guarded = guarded();
    d.features = features();
    d.proposedBy = text(), d.editedBy = text();
    d.batchNo = maybe([&] { return whole(); });
    d.createdAt = instant(), d.expiresAt = instant();
    d.decidedAt = maybe([&] { return instant(); });
    d.version = 1 + below(9);
    d.contentHash = contentHash(d);
    return d;
  }

 private:
  std::mt19937 m_engine;
};

} // namespace pricewright::test
