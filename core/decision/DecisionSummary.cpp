// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/DecisionSummary.h"

#include "decision/DecisionRows.h"

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

double rounded(double value) { return static_cast<double>(microsOf(value)) / 1e6; }

} // namespace

QString reasonDetail(const PriceDecision& d) {
  const QString& reason = d.guarded.primaryReason;
  if (reason == u"confidence")
    return QString::number(d.recommendation.confidence, 'f', 2);
  const Verdict* best = nullptr;
  for (const Verdict& v : d.guarded.verdicts)
    if (belongsTo(v, reason) && (!best || (decided(v) && !decided(*best))))
      best = &v;
  if (!best)
    return {};
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
