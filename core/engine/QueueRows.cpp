// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/QueueRows.h"

namespace pricewright {
namespace {

bool belongsTo(const Verdict& v, const QString& reason) {
  return v.ruleId == reason || v.ruleId.startsWith(reason + u'-') || v.code == reason ||
         v.code.startsWith(reason + u'.');
}

bool decided(const Verdict& v) {
  return v.outcome != VerdictOutcome::Pass && v.outcome != VerdictOutcome::NotApplicable;
}

bool isStep(const QString& reason) {
  return reason == u"step" || reason.startsWith(u"step-") || reason == u"frequency";
}
bool isGuardrail(const QString& reason) {
  static const QStringList guardrails{
      QStringLiteral("bounds"),    QStringLiteral("margin"),        QStringLiteral("gouging"),
      QStringLiteral("price-war"), QStringLiteral("map"),           QStringLiteral("conflict"),
      QStringLiteral("segment"),   QStringLiteral("batch-breaker"), QStringLiteral("prior-price")};
  return guardrails.contains(reason);
}

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

QueueRow queueRow(const PriceDecision& d, std::optional<Instant> releaseAt) {
  QueueRow row;
  row.id = d.id;
  row.contentHash = d.contentHash;
  row.state = d.state;
  row.sku = d.skuCode;
  row.product = d.skuName;
  row.zone = d.zoneCode;
  row.category = d.categoryCode;
  row.now = d.current;
  row.proposed = d.proposed;
  row.changeBp = changeBp(d.current, d.proposed);
  row.marginNowBp = d.marginNowBp;
  row.marginThenBp = d.marginThenBp;
  row.costKnown = d.costKnown;
  row.profit = d.recommendation.effect.profit;
  row.profitLow = d.recommendation.effect.profitLow;
  row.profitHigh = d.recommendation.effect.profitHigh;
  row.confidence = d.recommendation.confidence;
  row.stake = d.recommendation.valueAtStake;
  row.primaryReason = d.guarded.primaryReason;
  row.reasonDetail = reasonDetail(d);
  row.reasons = d.guarded.reasons;
  row.isCounterProposal = d.guarded.isCounterProposal;
  row.expiresAt = d.expiresAt;
  row.releaseAt = releaseAt;
  return row;
}

void countReasons(QueueSnapshot& snapshot) {
  for (const QueueRow& row : snapshot.pending) {
    ++snapshot.byReason[row.primaryReason];
    snapshot.overStep += isStep(row.primaryReason);
    snapshot.byGuardrail += isGuardrail(row.primaryReason);
  }
}

} // namespace pricewright
