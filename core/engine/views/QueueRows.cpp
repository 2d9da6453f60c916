// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/QueueRows.h"

#include "engine/texts/Texts.h"

#include <QRegularExpression>

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

// "≤ ±4% (-14.66%)" is a limit and how far the price is from it: people want what is limited first, then its limit.
QString valueFirst(const QString& detail, const QString& reason, int changeBp) {
  static const QRegularExpression limited(QStringLiteral("^(≥|≤) ±?([0-9.]+)(%?) \\(([+-]?[0-9.]+)%?\\)$"));
  static const QRegularExpression unusual(QStringLiteral("^\\|z\\| ≤ ([0-9.]+) \\((z [+-]?[0-9.]+)\\)$"));
  const auto said = [](QString value, const QString& limit) {
    value.replace(u'-', QChar(0x2212));
    return codeText(QStringLiteral("detail.value-and-limit"))
        .replace(QStringLiteral("{value}"), value)
        .replace(QStringLiteral("{limit}"), limit);
  };
  if (!detail.endsWith(u')'))
    return detail;
  if (const auto m = unusual.match(detail); m.hasMatch())
    return said(m.captured(2), m.captured(1));
  const auto m = limited.match(detail);
  if (!m.hasMatch())
    return QString(detail).replace(QStringLiteral("(-"), QStringLiteral("(−"));
  const QString limit = m.captured(2), distance = m.captured(4);
  const double apart = distance.toDouble(), value = limit.toDouble() + (m.captured(1) == u"≥" ? apart : -apart);
  const auto places = [](const QString& n) { return n.contains(u'.') ? int(n.size() - n.indexOf(u'.') - 1) : 0; };
  if (!m.captured(3).isEmpty()) {
    // In as few places as show that it lies beyond its limit.
    int fewest = std::max(1, places(limit));
    if (QString::number(value, 'f', fewest).toDouble() == limit.toDouble())
      fewest = std::max(fewest, places(distance));
    const QString sign = reason != u"step" ? QString() : changeBp < 0 ? QStringLiteral("-") : QStringLiteral("+");
    return said(sign + QString::number(value, 'f', fewest) + QStringLiteral(" %"), limit + QStringLiteral(" %"));
  }
  return said(QString::number(value, 'f', std::max(places(limit), places(distance))), limit);
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
  row.reasonDetail = valueFirst(s.reasonDetail, row.primaryReason, row.changeBp);
  // Of before origins were kept: nobody but a person proposes what no limit asks about.
  if (row.primaryReason.isEmpty() && row.state == DecisionState::Pending)
    row.primaryReason = QStringLiteral("edited");
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
