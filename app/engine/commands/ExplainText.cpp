// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ExplainText.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

QStringList inWords(const QStringList& codes) {
  QStringList words;
  for (const QString& code : codes)
    words << codeText(code);
  return words;
}

QString headText(const Evidence& e) {
  const PriceDecision& d = e.detail.decision;
  const ListingCase& l = e.listing();
  const QString currency = d.current.currency().code();
  QString text = s("%1  %2\nin price zone %3, category %4 · decision %5\n\n")
                     .arg(d.skuCode, d.skuName, d.zoneCode, d.categoryCode, d.id.toString());
  const QString since = d.current.isValid()
                            ? s("%1 %2 since %3").arg(d.current.toString(), currency, isoDay(dayOf(l.currentSince)))
                            : s("none");
  std::vector<QStringList> rows;
  const bool stays = d.proposed == d.current;
  if (!stays)
    rows.push_back(
        {d.guarded.isCounterProposal ? s("counter-proposal") : s("proposed"),
         s("%1 %2 (%3 %)").arg(d.proposed.toString(), currency, percentText(changeBp(d.current, d.proposed), true))});
  const Money wanted = d.recommendation.proposed;
  if (wanted.isValid() && wanted != d.proposed)
    rows.push_back({s("recommended"), s("%1 %2, before the limits").arg(wanted.toString(), currency)});
  rows.push_back(
      {s("state"),
       s("%1%2").arg(codeText(decisionStateName(d.state)),
                     d.state == DecisionState::Pending ? s(", until %1").arg(isoInstant(d.expiresAt)) : QString())});
  rows.push_back({s("route"), codeText(routeName(d.guarded.route))});
  if (!d.guarded.reasons.isEmpty())
    rows.push_back({s("because of"), inWords(d.guarded.reasons).join(s("; "))});
  if (!d.guarded.alerts.isEmpty())
    rows.push_back({s("alerts"), inWords(d.guarded.alerts).join(s("; "))});
  rows.push_back({s("gross margin"), d.costKnown ? s("%1 % → %2 %, net of VAT, at replacement cost")
                                                       .arg(percentText(d.marginNowBp), percentText(d.marginThenBp))
                                                 : s("not known: no usable cost")});
  if (!d.editedBy.isEmpty())
    rows.push_back({s("set by hand"), s("by ") + d.editedBy});
  return text + textTable({stays ? s("price stays at") : s("price now"), since}, rows);
}

QString interval(double mid, double low, double high, Currency currency = {}) {
  return s("%1 [%2 … %3]")
      .arg(amountText(mid, true, currency), amountText(low, true, currency), amountText(high, true, currency));
}

// Which prices could have come, and how likely each was.
QString drawText(const Recommendation& r, Currency currency) {
  QStringList prices;
  for (const auto& [minor, chance] : r.chances)
    prices << s("%1 (%2 %)").arg(Money(minor, currency).toString()).arg(100 * chance, 0, 'f', 1);
  return prices.isEmpty() ? QString()
                          : s("  drawn at random from %1; preferred was %2\n")
                                .arg(prices.join(s(", ")), Money(r.preferredMinor, currency).toString());
}

QString recommendationText(const Evidence& e) {
  const Recommendation& r = e.detail.decision.recommendation;
  QString text = s("\nRecommendation: %1. Method: %2").arg(codeText(r.outcome), codeText(methodName(r.method)));
  if (!r.fallbackReason.isEmpty())
    text += s(" (fallback, because: %1)").arg(codeText(r.fallbackReason));
  text += u'\n';
  if (r.method == Method::None)
    return text;
  const bool stays = e.detail.decision.recommendation.outcome.startsWith(QLatin1String("no-change"));
  const Currency currency = e.detail.decision.current.currency();
  text += textTable(
      {stays ? s("  the best other price a week, with 90 % interval") : s("  a week, with 90 % interval"), QString(),
       QString()},
      {{s("  profit"), interval(r.effect.profit, r.effect.profitLow, r.effect.profitHigh, currency), currency.code()},
       {s("  revenue"), interval(r.effect.revenue, r.effect.revenueLow, r.effect.revenueHigh, currency),
        currency.code()},
       {s("  units"), interval(r.effect.units, r.effect.unitsLow, r.effect.unitsHigh), QString()}},
      s("lrl"));
  text += s("  confidence %1: the probability that the category gains more than the change costs\n  expected loss %2 · "
            "value at stake %3 a week\n")
              .arg(r.confidence, 0, 'f', 2)
              .arg(amountText(r.expectedLoss, false, currency), amountText(r.valueAtStake, false, currency));
  text += drawText(r, currency);
  if (r.searchHighMinor > 0)
    text += s("  searched from %1 to %2\n")
                .arg(Money(r.searchLowMinor, currency).toString(), Money(r.searchHighMinor, currency).toString());
  if (!r.siblingsMoved.isEmpty())
    text += s("  moves most: %1\n").arg(r.siblingsMoved.join(s(", ")));
  return text;
}

QString demandText(const DemandEstimate& d, Currency currency) {
  if (!d.usable)
    return s("\nDemand: nothing usable (%1)\n").arg(codeText(d.gradeReason));
  const double sd = std::sqrt(std::max(0.0, d.covariance[kOwnRegular * kTerms + kOwnRegular]));
  QString text = s("\nDemand: a regular price 1 % higher changes units by %1 ± %2 %; learnt from %3; evidence: %4%5\n")
                     .arg(d.mean[kOwnRegular], 0, 'f', 2)
                     .arg(sd, 0, 'f', 2)
                     .arg(codeText(d.pooledFrom), codeText(identificationName(d.grade)),
                          d.gradeReason.isEmpty() ? QString() : s(" (%1)").arg(codeText(d.gradeReason)));
  text += s("  %1 weeks, %2 regular prices seen, from %3 to %4\n")
              .arg(d.weeks)
              .arg(d.distinctPrices)
              .arg(d.lowestSeen, 0, 'f', currency.minorDigits())
              .arg(d.highestSeen, 0, 'f', currency.minorDigits());
  if (d.ownStandardError > 0)
    text += s("  its own data alone: standard error %1 (%2 if weeks were independent)\n")
                .arg(d.ownStandardError, 0, 'f', 2)
                .arg(d.naiveStandardError, 0, 'f', 2);
  return text;
}

QString limitsText(const std::vector<Verdict>& verdicts) {
  std::vector<QStringList> rows;
  for (const Verdict& v : verdicts) {
    QStringList inputs;
    for (const VerdictInput& in : v.inputs)
      inputs << in.name + u' ' + (hasWords(in.value) ? codeText(in.value) : in.value) +
                    (in.age ? s(", %1 old").arg(humanDuration(*in.age)) : QString());
    const bool quiet =
        v.outcome == VerdictOutcome::Pass || v.outcome == VerdictOutcome::NotApplicable || v.code.isEmpty();
    rows.push_back({s("  ") + v.station, v.ruleId,
                    codeText(verdictOutcomeName(v.outcome)) + (quiet ? QString() : s(": ") + codeText(v.code)), v.limit,
                    v.distance, inputs.join(s("; "))});
  }
  return s("\nLimits, in the order in which they were held against the price\n") +
         textTable({"  station", "rule", "outcome", "limit", "distance", "from"}, rows, s("llllr"));
}

QString rulesText(const RuleOutcome& outcome) {
  if (outcome.hits.empty())
    return s("\nPricing rules: none applies\n");
  std::vector<QStringList> rows;
  for (const RuleHit& hit : outcome.hits) {
    QStringList facts;
    for (auto it = hit.facts.begin(); it != hit.facts.end(); ++it)
      facts << it.key() + u' ' + it.value();
    rows.push_back({s("  %1").arg(hit.priority), hit.name, hit.kind, hit.effect, facts.join(s("; "))});
  }
  return s("\nPricing rules that apply\n") + textTable({"  priority", "rule", "kind", "effect", "from"}, rows);
}

QString marketText(const Evidence& e) {
  const ListingCase& l = e.listing();
  const CompetitorReference& r = l.reference;
  QString text = s("\nCompetitors (%1): ").arg(l.competitorState.isEmpty() ? s("none") : codeText(l.competitorState));
  text += r.median ? s("reference %1 %2 of %3 sellers, from %4 to %5")
                         .arg(r.median->value.toString(), r.median->currency.code())
                         .arg(r.sellers)
                         .arg(r.lowest ? r.lowest->value.toString() : QString(),
                              r.highest ? r.highest->value.toString() : QString())
                   : s("no reference (%1)").arg(codeText(r.why));
  text += s("; left out: %1 stale, %2 for other reasons\n").arg(r.stale).arg(r.excluded);
  std::vector<QStringList> rows;
  for (const Offer& o : e.offers)
    rows.push_back({s("  %1").arg(o.no), e.competitors.value(o.competitorNo), o.seller,
                    s("%1 %2").arg(o.price.value.toString(), o.price.currency.code()),
                    o.shipping.micros() ? o.shipping.toString() : QString(),
                    s("%1:%2").arg(o.theirPacks).arg(o.ourPacks), isoInstant(o.observedAt),
                    e.sources.value(o.sourceNo)});
  return rows.empty()
             ? text
             : text + textTable({"  offer", "competitor", "seller", "price", "shipping", "packs", "seen", "source"},
                                rows, s("lllrr"));
}

QString inputsText(const Evidence& e) {
  const ListingCase& l = e.listing();
  std::vector<QStringList> rows;
  rows.push_back(
      {s("  VAT"), s("%1 %, prices are %2").arg(percentText(l.vatBp), l.grossPrices ? s("gross") : s("net"))});
  const auto bound = [&](const std::optional<qint64>& minor) {
    return minor ? Money(*minor, l.current.currency()).toString() : s("none");
  };
  rows.push_back(
      {s("  bounds"),
       s("floor %1, ceiling %2, advertised minimum %3").arg(bound(l.minMinor), bound(l.maxMinor), bound(l.mapMinor))});
  if (l.marginException)
    rows.push_back({s("  margin exception"),
                    s("%1, down to %2 % until %3, approved by %4")
                        .arg(codeText(l.marginException->reason), percentText(l.marginException->minMarginBp),
                             isoInstant(l.marginException->to), l.marginException->approvedBy)});
  rows.push_back(
      {s("  stock"), l.stockMilli ? s("%1 units").arg(static_cast<double>(*l.stockMilli) / 1000) : s("not known")});
  if (l.onPromotion)
    rows.push_back({s("  promotion"), s("one is in force")});
  if (!l.anomalies.isEmpty())
    rows.push_back({s("  anomalies"), inWords(l.anomalies).join(s("; "))});
  if (!l.staleInputs.isEmpty())
    rows.push_back({s("  too old"), l.staleInputs.join(s(", "))}); // cost, stock, sales, competitor
  const QString cost =
      l.cost ? s("%1 %2 from %3 on").arg(l.cost->value.toString(), l.cost->currency.code(), isoDay(l.costFrom))
             : s("none (%1)").arg(codeText(l.costWhy));
  return s("\nInputs\n") + textTable({s("  cost"), cost}, rows);
}

QString featuresText(const std::vector<Feature>& features) {
  std::vector<QStringList> rows;
  for (const Feature& f : features)
    rows.push_back({s("  ") + f.name, f.value ? QString::number(*f.value, 'g', 6) : s("-"), f.unit, codeText(f.state),
                    f.value ? isoInstant(f.asOf) : codeText(f.why)});
  return s("\nFeatures\n") + textTable({"  feature", "value", "unit", "state", "as of, or why not"}, rows, s("lr"));
}

QString originText(const Evidence& e) {
  const PricingCase& c = *e.detail.pricingCase;
  QString text = s("\nMade at %1 for %2 by %3; model %4%5, rules %6, guardrails %7, seed %8\n")
                     .arg(isoInstant(c.now), isoInstant(c.effective), e.detail.decision.proposedBy,
                          c.modelVersion.isEmpty() ? s("none") : c.modelVersion,
                          c.modelFailure.isEmpty() ? QString() : s(" (failed: %1)").arg(codeText(c.modelFailure)),
                          c.rulesVersion.left(12), c.guardrailsVersion)
                     .arg(c.seed);
  if (e.detail.audit.empty())
    return text;
  std::vector<QStringList> rows;
  for (const AuditEntry& entry : e.detail.audit)
    rows.push_back({s("  %1").arg(entry.sequence), isoInstant(entry.at), codeText(entry.kind), entry.actor});
  return text + s("\nJournal\n") + textTable({"  entry", "at", "what", "who"}, rows);
}

QJsonArray offersJson(const Evidence& e) {
  QJsonArray offers;
  for (const Offer& o : e.offers)
    offers.append(QJsonObject{{"offer", o.no},
                              {"competitor", e.competitors.value(o.competitorNo)},
                              {"seller", o.seller},
                              {"price", o.price.value.toString()},
                              {"currency", o.price.currency.code()},
                              {"shipping", o.shipping.toString()},
                              {"their_packs", o.theirPacks},
                              {"our_packs", o.ourPacks},
                              {"observed", isoInstant(o.observedAt)},
                              {"source", e.sources.value(o.sourceNo)}});
  return offers;
}

} // namespace

Result<Evidence> gather(Workspace& w, const Id& decision) {
  Evidence e;
  PW_TRY(e.detail, w.detail(decision));
  const PricingCase& c = *e.detail.pricingCase;
  const ListingCase& l = e.listing();
  PW_TRY(const RuleSet rules, RuleSet::parse(c.rules));
  e.rules = rules.evaluate(l, c.timeZone, c.effective);
  PW_TRY(const auto competitors, w.offers().competitors());
  for (const Competitor& competitor : competitors)
    e.competitors.insert(competitor.no, competitor.name);
  PW_TRY(const auto sources, w.offers().sources());
  for (const Source& source : sources)
    e.sources.insert(source.no, source.name);
  PW_TRY(const auto offers, w.offers().offersFor(l.listingNo, c.now - std::chrono::days(366), c.now));
  const std::vector<qint64>& counted = l.reference.offerNos;
  std::copy_if(offers.begin(), offers.end(), std::back_inserter(e.offers),
               [&](const Offer& o) { return std::find(counted.begin(), counted.end(), o.no) != counted.end(); });
  return e;
}

QString explainText(const Evidence& e) {
  return headText(e) + recommendationText(e) + demandText(e.listing().demand, e.detail.decision.current.currency()) +
         limitsText(e.detail.decision.guarded.verdicts) + rulesText(e.rules) + marketText(e) + inputsText(e) +
         featuresText(e.detail.decision.features) + originText(e);
}

QJsonObject explainJson(const Evidence& e) {
  const PriceDecision& d = e.detail.decision;
  QJsonArray features, audit;
  for (const Feature& f : d.features)
    features.append(QJsonObject{{"name", f.name},
                                {"value", f.value ? QJsonValue(*f.value) : QJsonValue()},
                                {"unit", f.unit},
                                {"state", f.state},
                                {"why", f.why},
                                {"as_of", isoInstant(f.asOf)}});
  for (const AuditEntry& entry : e.detail.audit)
    audit.append(QJsonObject{{"sequence", entry.sequence},
                             {"at", isoInstant(entry.at)},
                             {"actor", entry.actor},
                             {"role", entry.role},
                             {"kind", entry.kind},
                             {"body", entry.body}});
  QJsonObject object{{"id", d.id.toString()},
                     {"cycle", d.cycleId},
                     {"case", d.caseId},
                     {"sku", d.skuCode},
                     {"product", d.skuName},
                     {"zone", d.zoneCode},
                     {"category", d.categoryCode},
                     {"state", decisionStateName(d.state)},
                     {"currency", d.current.currency().code()},
                     {"now", d.current.toString()},
                     {"proposed", d.proposed.toString()},
                     {"content_hash", d.contentHash},
                     {"recommendation", toJson(d.recommendation)},
                     {"guarded", toJson(d.guarded)},
                     {"rules", toJson(e.rules)},
                     {"offers_used", offersJson(e)},
                     {"features", features},
                     {"audit", audit},
                     {"pricing_case", toJson(*e.detail.pricingCase)},
                     {"listing_index", e.detail.listingIndex},
                     {"created", isoInstant(d.createdAt)},
                     {"expires", isoInstant(d.expiresAt)},
                     {"proposed_by", d.proposedBy},
                     {"edited_by", d.editedBy}};
  if (d.current.isValid() && d.proposed.isValid() && d.current.minor() > 0)
    object.insert("change_percent", percentText(changeBp(d.current, d.proposed)));
  if (d.costKnown) {
    object.insert("margin_now_percent", percentText(d.marginNowBp));
    object.insert("margin_then_percent", percentText(d.marginThenBp));
  }
  return object;
}

} // namespace pricewright
