// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/SyntheticQueue.h"

#include "lookbook/SyntheticView.h"

#include <cmath>
#include <random>

namespace pricewright::test {
namespace {

struct Product {
  const char *sku, *name, *german;
  int cents;
};
constexpr Product kProducts[] = {
    {"OJ-TRO-64", "Tropicana Premium 64 oz", "Donaudampfschifffahrtsgesellschaftsorangensaft, frisch gepresst, 1,89 l",
     319},
    {"OJ-MMA-96", "Minute Maid 96 oz", "Orangendirektsaft mit Fruchtfleischanteil aus kontrolliertem Anbau 2,84 l",
     449},
    {"OJ-FLO-64", "Florida Gold 64 oz", "Rindfleischetikettierungsüberwachungsaufgabensaft 1,89 l", 219},
    {"OJ-TRO-96", "Tropicana Premium 96 oz", "Frühstücksorangensaftmehrwegflasche 2,84 l", 499},
    {"OJ-DOM-64", "Store brand 64 oz", "Eigenmarkenorangensaftkonzentrat 1,89 l", 159},
    {"OJ-MMA-64", "Minute Maid 64 oz", "Orangensaftkonzentratwiederverdünnung 1,89 l", 269},
    {"OJ-CIT-64", "Citrus Hill 64 oz", "Zitrushügelorangensafterfrischungsgetränk 1,89 l", 239},
    {"OJ-TFR-64", "Tree Fresh 64 oz", "Baumfrischorangensaft 1,89 l", 209},
    {"OJ-DOM-128", "Store brand 128 oz", "Eigenmarkenorangensaftgroßpackung 3,78 l", 319}};
constexpr const char* kZones[] = {"North Shore", "West", "Lakeview", "South", "Downtown", "Airport"};
constexpr const char* kLongZones[] = {"Niederösterreichische Südbahnregion", "Mecklenburgische Seenplatte-Süd",
                                      "Verkaufsgebiet Rheinhessen-Nahe"};
struct Why {
  const char *reason, *detail;
};
constexpr Why kWhys[] = {{"gouging", "6.99, limit 6.38"}, {"step-7d", "24.0 %, limit 20 %"},
                         {"step", "+22.8 %, limit 20 %"}, {"step-7d", "21.3 %, limit 20 %"},
                         {"confidence", "0.58"},          {"stale", "2 of 4 offers > 24 h"},
                         {"margin", "2.51, limit 2.55"},  {"price-war", "reference −21 % in 7 d"},
                         {"identification", "few prices"}};

qint64 ending(double cents) { return static_cast<qint64>(std::floor(cents / 10)) * 10 + 9; }

QueueRow makeRow(int i, std::mt19937& random, IdSource& ids, const SyntheticOptions& o, Instant now) {
  std::uniform_real_distribution<double> uniform(0, 1);
  const auto n = static_cast<std::size_t>(i);
  const Product& p = kProducts[n % std::size(kProducts)];
  const Why& why = kWhys[(n * 7 + n / 9) % std::size(kWhys)];
  QueueRow r;
  r.id = ids.next();
  r.contentHash = QStringLiteral("%1").arg(i, 64, 16, QLatin1Char('0'));
  r.sku = QString::fromLatin1(p.sku);
  r.product = QString::fromUtf8(o.longWords ? p.german : p.name);
  r.zone = QString::fromUtf8(o.longWords ? kLongZones[n / 9 % 3] : kZones[n / 9 % 6]);
  r.category = i % 5 == 4 ? QStringLiteral("Juice from concentrate") : QStringLiteral("Orange juice");
  r.now = usd(ending(p.cents * (0.92 + 0.16 * uniform(random))));
  const double change = (uniform(random) < 0.25 ? -1 : 1) * (0.03 + 0.2 * uniform(random));
  r.proposed = usd(ending(static_cast<double>(r.now.minor()) * (1 + change)));
  r.changeBp = static_cast<int>(
      std::lround(1e4 * (static_cast<double>(r.proposed.minor()) / static_cast<double>(r.now.minor()) - 1)));
  const double cost = p.cents * 0.72;
  r.costKnown = i % 17 != 11;
  r.marginNowBp = static_cast<int>(1e4 * (1 - cost / static_cast<double>(r.now.minor())));
  r.marginThenBp = static_cast<int>(1e4 * (1 - cost / static_cast<double>(r.proposed.minor())));
  r.profit = (i % 11 == 8 ? -1 : 1) * (40 + 400 * uniform(random) * uniform(random));
  const double spread = 60 + 700 * uniform(random) * uniform(random);
  r.profitLow = r.profit - spread;
  r.profitHigh = r.profit + spread * 1.1;
  r.confidence = 0.5 + 0.48 * uniform(random);
  r.stake = r.profitHigh - r.profitLow + std::max(0.0, r.profit);
  r.primaryReason = QString::fromLatin1(why.reason);
  r.reasonDetail = QString::fromUtf8(why.detail);
  r.reasons = {r.primaryReason};
  r.isCounterProposal = r.primaryReason == QLatin1String("gouging");
  r.expiresAt = now + std::chrono::minutes(9 * 60 + 13 * (i % 180));
  return r;
}

CycleReport lastCycle(Instant now) {
  CycleReport c;
  c.cycleId = QStringLiteral("c1");
  c.state = QStringLiteral("finished");
  c.endedAt = now - std::chrono::hours(2);
  c.startedAt = c.endedAt - Duration(11'800);
  for (const auto* station : {"monitor", "features", "optimizer", "evaluator", "guardrail", "channels"})
    c.stations.push_back({QString::fromLatin1(station), 462, Duration(900)});
  return c;
}

Verdict verdict(const char* rule, VerdictOutcome outcome, const char* input, const char* value,
                std::optional<Duration> age, const char* limit, const char* distance) {
  Verdict v;
  v.ruleId = QString::fromLatin1(rule);
  v.station = QStringLiteral("guardrail");
  v.outcome = outcome;
  if (*input)
    v.inputs = {{QString::fromLatin1(input), QString::fromUtf8(value), age}};
  v.limit = QString::fromUtf8(limit);
  v.distance = QString::fromUtf8(distance);
  return v;
}

std::vector<Verdict> verdicts(const QueueRow& row) {
  using enum VerdictOutcome;
  const auto h = [](int hours) { return Duration(std::chrono::hours(hours)); };
  std::vector<Verdict> all{verdict("bounds", Pass, "bounds", "1.29 … 6.99", {}, "1.29 … 6.99", "+2.20"),
                           verdict("margin", Pass, "cost", "2.0349 USD", h(74), "≥ 2.27", "+1.22"),
                           verdict("gouging", Pass, "competitor reference", "3.55 USD", h(3), "≤ 7.10", "−3.61"),
                           verdict("step", Pass, "current price", "3.19 USD", h(340), "≤ 20.0 %", "−10.6 %"),
                           verdict("step-24h", Pass, "price 24 h ago", "3.19 USD", {}, "≤ 20.0 %", "−10.6 %"),
                           verdict("step-7d", Pass, "price 7 d ago", "3.19 USD", {}, "≤ 20.0 %", "−10.6 %"),
                           verdict("frequency", Pass, "changes", "0 in 7 d", {}, "≤ 3", "−3"),
                           verdict("confidence", Pass, "confidence", "0.91", {}, "≥ 0.60", "+0.31"),
                           verdict("expected-loss", Pass, "expected loss", "8.40 USD/wk", {}, "≤ 50", "−41.60"),
                           verdict("price-war", Pass, "reference 7 d ago", "3.49 USD", {}, "≥ −20 %", "+21.7 %"),
                           verdict("freshness", Pass, "oldest offer", "3 h", {}, "≤ 24 h", "−21 h"),
                           verdict("prior-price", NotApplicable, "", "", {}, "", ""),
                           verdict("map", NotApplicable, "", "", {}, "", ""),
                           verdict("ending", Pass, "", "", {}, ".x9", "")};
  for (Verdict& v : all) {
    v.beforeMinor = v.afterMinor = row.proposed.minor();
    if (v.ruleId == QLatin1String("gouging") && row.isCounterProposal)
      v.beforeMinor += 30;
    const auto n = static_cast<int>(&v - all.data());
    v.precedence = n < 1 ? 1 : n < 2 ? 2 : n < 3 ? 3 : n < 7 ? 4 : n < 13 ? 5 : 6;
    if (v.ruleId == row.primaryReason ||
        (v.ruleId == QLatin1String("freshness") && row.primaryReason == QLatin1String("stale")))
      v.outcome = row.isCounterProposal ? Blocked : NeedsApproval;
  }
  return all;
}

} // namespace

Money usd(qint64 cents) { return Money(cents, *Currency::fromCode(u"USD")); }

QueueSnapshot syntheticQueue(const SyntheticOptions& o) {
  QueueSnapshot s;
  s.workspaceName =
      o.longWords ? QStringLiteral("Orangensaftsortimentspreisüberwachung") : QStringLiteral("Orange juice");
  s.userName = QStringLiteral("dana");
  s.userRole = QStringLiteral("manager");
  s.now = *parseInstant(u"2026-11-23T08:10:00Z");
  const FixedClock clock(s.now);
  IdSource ids(clock, o.seed);
  std::mt19937 random(o.seed);
  for (int i = 0; i < o.pending; ++i)
    s.pending.push_back(makeRow(i, random, ids, o, s.now));
  std::sort(s.pending.begin(), s.pending.end(), [](const QueueRow& a, const QueueRow& b) { return a.stake > b.stake; });
  for (int i = 0; i < o.approved; ++i) {
    QueueRow r = makeRow(o.pending + i, random, ids, o, s.now);
    r.state = DecisionState::Approved;
    r.releaseAt = s.now + std::chrono::seconds(58 + 3600 * i);
    s.approved.push_back(r);
  }
  for (const QueueRow& r : s.pending) {
    ++s.byReason[r.primaryReason];
    s.overStep += r.primaryReason.startsWith(QLatin1String("step")) ? 1 : 0;
    s.byGuardrail += r.primaryReason == QLatin1String("gouging") || r.primaryReason == QLatin1String("margin") ||
                             r.primaryReason == QLatin1String("price-war")
                         ? 1
                         : 0;
  }
  s.lastCycle = lastCycle(s.now);
  return s;
}

DecisionDetail syntheticDetail(const QueueRow& row) {
  DecisionDetail d;
  PriceDecision& p = d.decision;
  p.id = row.id;
  p.caseId = QStringLiteral("0193c6a0-7000-7000-8000-0000000000aa");
  p.skuCode = row.sku;
  p.skuName = row.product;
  p.zoneCode = row.zone;
  p.state = row.state;
  p.current = row.now;
  p.proposed = row.proposed;
  p.contentHash = row.contentHash;
  p.costKnown = row.costKnown;
  p.marginNowBp = row.marginNowBp;
  p.marginThenBp = row.marginThenBp;
  Recommendation& r = p.recommendation;
  r.method = Method::Model;
  r.outcome = QStringLiteral("change");
  r.proposed = row.isCounterProposal ? Money(row.proposed.minor() + 30, row.proposed.currency()) : row.proposed;
  r.effect = {row.profit, row.profitLow, row.profitHigh, row.profit * 1.4, row.profitLow, row.profitHigh * 1.9, -412,
              -610,       -188};
  r.confidence = row.confidence;
  r.expectedLoss = 8.4;
  r.valueAtStake = row.stake;
  r.siblingsMoved = {QStringLiteral("OJ-MMA-64"), QStringLiteral("OJ-DOM-64")};
  const double now = static_cast<double>(row.now.minor()), best = static_cast<double>(row.proposed.minor());
  const double scale = row.profit / std::max(1.0, (best - now) * (best - now));
  for (qint64 m = ending(now * 0.82); m <= ending(now * 1.28); m += 10) {
    const double x = static_cast<double>(m) - best;
    r.profitCurve.push_back({m, row.profit - scale * x * x});
  }
  r.searchLowMinor = r.profitCurve.front().first;
  r.searchHighMinor = r.profitCurve.back().first;
  p.guarded = {row.proposed,
               row.isCounterProposal,
               row.isCounterProposal ? Route::Blocked : Route::Human,
               row.primaryReason,
               row.reasons,
               verdicts(row),
               {}};

  PricingCase c;
  c.now = *parseInstant(u"2026-11-23T06:00:00Z");
  c.modelVersion = QStringLiteral("1.0.0");
  c.rulesVersion = QStringLiteral("r41");
  c.guardrailsVersion = QStringLiteral("1");
  ListingCase l;
  l.skuCode = row.sku;
  l.current = row.now;
  const auto amount = [](const char16_t* text) { return Amount{*Decimal::parse(text), *Currency::fromCode(u"USD")}; };
  l.cost = amount(u"2.0349");
  l.costFrom = *parseDay(u"2026-11-01");
  l.reference.median = amount(u"3.55");
  l.reference.lowest = amount(u"3.39");
  l.reference.highest = amount(u"3.79");
  l.reference.sellers = 4;
  l.reference.stale = 1;
  l.reference.oldest = c.now - std::chrono::hours(3);
  l.reference.offerNos = {2041, 2044, 2051, 2060};
  l.competitorState = QStringLiteral("live");
  l.stockMilli = 1'840'000;
  DemandEstimate& e = l.demand;
  e.usable = true;
  e.grade = Identification::Observational;
  e.pooledFrom = QStringLiteral("own");
  e.referencePrice = now / 100;
  e.logBase = std::log(430.0);
  e.logBaseSd = 0.05;
  e.smearing = 1.03;
  e.mean[kOwnRegular] = -2.3;
  e.covariance[kOwnRegular * kTerms + kOwnRegular] = 0.16;
  e.lowestSeen = now / 100 * 0.86;
  e.highestSeen = now / 100 * 1.16;
  e.weeks = 105;
  e.distinctPrices = 9;
  c.listings = {l};
  struct F {
    const char* name;
    std::optional<double> value;
    const char *unit, *state, *why;
  };
  for (const F& f :
       {F{"competitor_price_avg_7d", 3.52, "USD", "live", ""}, F{"historical_demand_30d", 1712, "units", "live", ""},
        F{"price_elasticity_coefficient", -2.3, "", "live", ""}, F{"inventory_level", 1840, "units", "stale", ""},
        F{"conversion_rate_at_price_point", {}, "", "unavailable", "no-history"},
        F{"days_since_last_price_change", 34, "d", "live", ""}})
    p.features.push_back({QString::fromLatin1(f.name), f.value, QString::fromLatin1(f.unit),
                          QString::fromLatin1(f.state), QString::fromLatin1(f.why), c.now - std::chrono::hours(5)});
  d.pricingCase = std::make_shared<const PricingCase>(std::move(c));
  AuditEntry a;
  a.at = *parseInstant(u"2026-11-23T06:00:11Z");
  a.actor = QStringLiteral("system");
  a.kind = QStringLiteral("decision.proposed");
  d.audit = {a};
  addSyntheticView(d);
  return d;
}

} // namespace pricewright::test
