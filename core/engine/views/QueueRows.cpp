// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/QueueRows.h"

namespace pricewright {
namespace {

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

QueueRow queueRow(DecisionSummary s) {
  QueueRow row;
  row.id = s.id;
  row.contentHash = std::move(s.contentHash);
  row.state = s.state;
  row.sku = std::move(s.skuCode);
  row.product = std::move(s.skuName);
  row.zone = std::move(s.zoneCode);
  row.category = std::move(s.categoryCode);
  row.now = s.current;
  row.proposed = s.proposed;
  row.changeBp = changeBp(s.current, s.proposed);
  row.marginNowBp = s.marginNowBp;
  row.marginThenBp = s.marginThenBp;
  row.costKnown = s.costKnown;
  row.profit = s.profit;
  row.profitLow = s.profitLow;
  row.profitHigh = s.profitHigh;
  row.confidence = s.confidence;
  row.stake = s.valueAtStake;
  row.primaryReason = std::move(s.primaryReason);
  row.reasonDetail = std::move(s.reasonDetail);
  row.reasons = std::move(s.reasons);
  row.isCounterProposal = s.isCounterProposal;
  row.expiresAt = s.expiresAt;
  row.releaseAt = s.releaseAt;
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
