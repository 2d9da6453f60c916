// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/DecisionSummary.h"

#include "decision/DecisionRows.h"
#include "decision/ProposalOrigin.h"

namespace pricewright {
namespace {

bool isPartOf(QStringView text, QStringView whole, QChar separator) {
  return text.startsWith(whole) && (text.size() == whole.size() || text[whole.size()] == separator);
}

bool belongsTo(const Verdict& v, const QString& reason) {
  return isPartOf(v.ruleId, reason, u'-') || isPartOf(v.code, reason, u'.');
}

bool decided(const Verdict& v) {
  return v.outcome != VerdictOutcome::Pass && v.outcome != VerdictOutcome::NotApplicable;
}

// How unusual a price is: the nearer of what it was held against, as both must find it so. Of what was found elsewhere
// no z was the reason.
QString unusualDetail(const Verdict& v) {
  if (v.code != u"anomaly.unusual-price")
    return {};
  std::optional<double> nearest;
  for (const VerdictInput& input : v.inputs)
    if (const double z = input.value.toDouble(); input.name.startsWith(u"z ") && z != 0)
      nearest = nearest && std::abs(*nearest) < std::abs(z) ? *nearest : z;
  return nearest ? QStringLiteral("%1 (z %2)").arg(v.limit, QString::number(*nearest, 'f', 1)) : v.limit;
}

// What the verdict does not say by a limit: who asked, or what holds the price.
QString namedDetail(const PriceDecision& d) {
  const QString& reason = d.guarded.primaryReason;
  if (reason == u"edited")
    return d.editedBy;
  if (reason == u"by-scenario")
    return d.proposedBy;
  if (const auto origin = originOf(d); origin && origin->reason == reason)
    return origin->name;
  for (const Verdict& v : d.guarded.verdicts)
    for (const VerdictInput& input : v.inputs)
      if (reason == u"hold-test" && input.name == u"price test")
        return input.value;
  return {};
}

double rounded(double value) { return static_cast<double>(microsOf(value)) / 1e6; }

} // namespace

QString reasonDetail(const PriceDecision& d) {
  const QString& reason = d.guarded.primaryReason;
  if (reason == u"confidence")
    return QString::number(d.recommendation.confidence, 'f', 2);
  if (QString named = namedDetail(d); !named.isEmpty())
    return named;
  const Verdict* best = nullptr;
  for (const Verdict& v : d.guarded.verdicts)
    if (belongsTo(v, reason) && (!best || (decided(v) && !decided(*best))))
      best = &v;
  if (!best)
    return {};
  if (reason == u"anomaly" && best->limit.startsWith(u"|z|"))
    return unusualDetail(*best);
  if (best->distance.isEmpty())
    return best->limit;
  return best->limit.isEmpty() ? best->distance : QStringLiteral("%1 (%2)").arg(best->limit, best->distance);
}

DecisionSummary summaryOf(const PriceDecision& d) {
  DecisionSummary s;
  s.id = d.id;
  s.contentHash = d.contentHash;
  s.version = d.version;
  s.state = d.state;
  s.skuCode = d.skuCode;
  s.skuName = d.skuName;
  s.zoneCode = d.zoneCode;
  s.categoryCode = d.categoryCode;
  s.current = d.current;
  s.proposed = d.proposed;
  s.marginNowBp = d.marginNowBp;
  s.marginThenBp = d.marginThenBp;
  s.costKnown = d.costKnown;
  s.isCounterProposal = d.guarded.isCounterProposal;
  const Recommendation& r = d.recommendation;
  s.profit = rounded(r.effect.profit);
  s.profitLow = rounded(r.effect.profitLow);
  s.profitHigh = rounded(r.effect.profitHigh);
  s.valueAtStake = rounded(r.valueAtStake);
  s.confidence = std::isfinite(r.confidence) ? r.confidence : 0;
  s.primaryReason = d.guarded.primaryReason;
  s.reasonDetail = reasonDetail(d);
  s.reasons = d.guarded.reasons;
  s.expiresAt = d.expiresAt;
  return s;
}

} // namespace pricewright
