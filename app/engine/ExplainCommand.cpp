// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "Shapes.h"

#include "engine/Texts.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

QString ageText(const std::optional<Duration>& age) {
  return age ? QStringLiteral(", %1 old").arg(humanDuration(*age)) : QString();
}

QString headline(const PriceDecision& d) {
  const QString change = d.proposed == d.current ? QStringLiteral("stays at %1").arg(d.current.toString())
                                                 : QStringLiteral("%1 → %2 (%3 %)")
                                                       .arg(d.current.toString(), d.proposed.toString(),
                                                            percentText(changeBp(d.current, d.proposed), true));
  QString text =
      QStringLiteral("%1 %2 in %3: %4 %5\n").arg(d.skuCode, d.skuName, d.zoneCode, change, d.current.currency().code());
  text +=
      QStringLiteral("state %1 · route %2%3 · decision %4\n")
          .arg(codeText(decisionStateName(d.state)), codeText(routeName(d.guarded.route)),
               d.guarded.primaryReason.isEmpty() ? QString()
                                                 : QStringLiteral(" because of ") + codeText(d.guarded.primaryReason),
               d.id.toString());
  if (d.costKnown)
    text += QStringLiteral("gross margin %1 % → %2 %, net of VAT at replacement cost\n")
                .arg(percentText(d.marginNowBp), percentText(d.marginThenBp));
  return text;
}

QString recommendationText(const Recommendation& r) {
  QString text = QStringLiteral("\nRecommendation: %1, %2").arg(codeText(methodName(r.method)), codeText(r.outcome));
  if (!r.fallbackReason.isEmpty())
    text += QStringLiteral(" (fallback: %1)").arg(codeText(r.fallbackReason));
  if (r.method == Method::None)
    return text + u'\n';
  const auto interval = [](double mid, double low, double high) {
    return QStringLiteral("%1 [%2 … %3]").arg(amountText(mid, true), amountText(low, true), amountText(high, true));
  };
  text += QStringLiteral("\n  per week, 90 % interval: profit %1, revenue %2, units %3\n")
              .arg(interval(r.effect.profit, r.effect.profitLow, r.effect.profitHigh),
                   interval(r.effect.revenue, r.effect.revenueLow, r.effect.revenueHigh),
                   interval(r.effect.units, r.effect.unitsLow, r.effect.unitsHigh));
  return text +
         QStringLiteral("  confidence %1 that it gains more than it costs · expected loss %2 · value at stake %3\n")
             .arg(r.confidence, 0, 'f', 2)
             .arg(amountText(r.expectedLoss), amountText(r.valueAtStake));
}

QString demandText(const DemandEstimate& d) {
  if (!d.usable)
    return QStringLiteral("Demand: nothing usable (%1)\n").arg(codeText(d.gradeReason));
  const double sd = std::sqrt(std::max(0.0, d.covariance[kOwnRegular * kTerms + kOwnRegular]));
  return QStringLiteral("Demand: regular-price elasticity %1 ± %2, learnt from %3, evidence %4%5\n  %6 weeks, %7 "
                        "regular prices seen between %8 and %9\n")
      .arg(d.mean[kOwnRegular], 0, 'f', 2)
      .arg(sd, 0, 'f', 2)
      .arg(codeText(d.pooledFrom), codeText(identificationName(d.grade)),
           d.gradeReason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(codeText(d.gradeReason)))
      .arg(d.weeks)
      .arg(d.distinctPrices)
      .arg(d.lowestSeen, 0, 'f', 2)
      .arg(d.highestSeen, 0, 'f', 2);
}

QString ledgerText(const std::vector<Verdict>& verdicts) {
  std::vector<QStringList> rows;
  for (const Verdict& v : verdicts) {
    QStringList inputs;
    for (const VerdictInput& in : v.inputs)
      inputs << in.name + u' ' + in.value + ageText(in.age);
    rows.push_back({v.station, v.ruleId, codeText(verdictOutcomeName(v.outcome)), v.limit, v.distance,
                    inputs.join(QStringLiteral("; "))});
  }
  return QStringLiteral("\nLimits, in order:\n") +
         textTable({"station", "limit", "outcome", "limit", "distance", "inputs"}, rows);
}

QString marketText(const ListingCase& l) {
  const CompetitorReference& r = l.reference;
  QString text = QStringLiteral("\nMarket (%1): ").arg(codeText(l.competitorState));
  if (r.median)
    text += QStringLiteral("reference %1 %2 of %3 sellers, from %4 to %5")
                .arg(r.median->value.toString(), r.median->currency.code())
                .arg(r.sellers)
                .arg(r.lowest ? r.lowest->value.toString() : QString(),
                     r.highest ? r.highest->value.toString() : QString());
  else
    text += QStringLiteral("reference undecidable, ") + codeText(r.why);
  text += QStringLiteral("; %1 stale, %2 left out for other reasons\n").arg(r.stale).arg(r.excluded);
  QStringList offers;
  for (const qint64 no : r.offerNos)
    offers << QString::number(no);
  if (!offers.isEmpty())
    text += QStringLiteral("  offers used: %1\n").arg(offers.join(QStringLiteral(", ")));
  if (!l.anomalies.isEmpty())
    text += QStringLiteral("  anomalies: %1\n").arg(l.anomalies.join(QStringLiteral(", ")));
  if (!l.staleInputs.isEmpty())
    text += QStringLiteral("  stale inputs: %1\n").arg(l.staleInputs.join(QStringLiteral(", ")));
  return text;
}

QString featuresText(const std::vector<Feature>& features) {
  std::vector<QStringList> rows;
  for (const Feature& f : features)
    rows.push_back({f.name, f.value ? QString::number(*f.value, 'g', 6) : QStringLiteral("-"), f.unit,
                    codeText(f.state), f.why.isEmpty() ? isoInstant(f.asOf) : codeText(f.why)});
  return QStringLiteral("\nFeatures:\n") +
         textTable({"feature", "value", "unit", "state", "as of / why not"}, rows, QStringLiteral("lr"));
}

QJsonObject asJson(const DecisionDetail& detail) {
  const PriceDecision& d = detail.decision;
  QJsonArray features, audit;
  for (const Feature& f : d.features) {
    QJsonObject one{
        {"name", f.name}, {"unit", f.unit}, {"state", f.state}, {"why", f.why}, {"as_of", isoInstant(f.asOf)}};
    one.insert("value", f.value ? QJsonValue(*f.value) : QJsonValue());
    features.append(one);
  }
  for (const AuditEntry& e : detail.audit)
    audit.append(QJsonObject{
        {"sequence", e.sequence}, {"at", isoInstant(e.at)}, {"actor", e.actor}, {"kind", e.kind}, {"body", e.body}});
  return {{"id", d.id.toString()},
          {"cycle", d.cycleId},
          {"case", d.caseId},
          {"sku", d.skuCode},
          {"zone", d.zoneCode},
          {"state", decisionStateName(d.state)},
          {"currency", d.current.currency().code()},
          {"now", d.current.toString()},
          {"proposed", d.proposed.toString()},
          {"content_hash", d.contentHash},
          {"recommendation", toJson(d.recommendation)},
          {"guarded", toJson(d.guarded)},
          {"features", features},
          {"audit", audit},
          {"pricing_case", toJson(*detail.pricingCase)},
          {"created", isoInstant(d.createdAt)},
          {"expires", isoInstant(d.expiresAt)},
          {"proposed_by", d.proposedBy},
          {"edited_by", d.editedBy}};
}

QString asText(const DecisionDetail& detail) {
  const PriceDecision& d = detail.decision;
  const ListingCase& l = detail.pricingCase->listings[static_cast<std::size_t>(detail.listingIndex)];
  QString text = headline(d) + recommendationText(d.recommendation) + demandText(l.demand) +
                 ledgerText(d.guarded.verdicts) + marketText(l) + featuresText(d.features);
  text += QStringLiteral("\nVersions: model %1 · rules %2 · guardrails %3 · seed %4\n")
              .arg(detail.pricingCase->modelVersion, detail.pricingCase->rulesVersion.left(12),
                   detail.pricingCase->guardrailsVersion)
              .arg(detail.pricingCase->seed);
  if (!detail.audit.empty())
    text += QStringLiteral("\nAudit:\n");
  for (const AuditEntry& e : detail.audit)
    text += QStringLiteral("  #%1 %2 %3 by %4\n").arg(e.sequence).arg(isoInstant(e.at), codeText(e.kind), e.actor);
  return text;
}

// A decision's id, or the newest decision of SKU[@ZONE].
Result<Id> meant(Workspace& w, const QString& word) {
  if (const auto id = Id::parse(word))
    return *id;
  const qsizetype at = word.lastIndexOf(u'@');
  PW_TRY(const auto found, w.decisionsOfSku(at < 0 ? word : word.left(at), at < 0 ? QString() : word.mid(at + 1), 1));
  if (found.empty())
    return fail(QStringLiteral("decision.none-yet"), {{QStringLiteral("sku"), word}});
  return found.front().id;
}

} // namespace

int runExplain(Session& s) {
  PW_OPEN(s, w, Looking);
  PW_SAY(s, const Id id, meant(w, s.arguments.words.first()));
  PW_SAY(s, const DecisionDetail detail, w.detail(id));
  QJsonObject object = asJson(detail);
  QString text = asText(detail);
  int exit = kOk;
  if (s.arguments.has("replay")) {
    PW_SAY(s, const ReplayReport replay, w.replay(id));
    object.insert("replay", QJsonObject{{"same_bits", replay.sameBits},
                                        {"decisions", replay.decisions},
                                        {"differences", QJsonArray::fromStringList(replay.differences)}});
    text += replay.sameBits ? QStringLiteral("\nReplay: recomputed from the stored inputs, %1 decisions, the same bits.").arg(replay.decisions)
                            : QStringLiteral("\nReplay: DIFFERS\n  ") + replay.differences.join(QStringLiteral("\n  "));
    if (!replay.sameBits)
      exit = kReplayDiffers;
  }
  return s.answer(object, text, exit);
}

} // namespace pricewright
