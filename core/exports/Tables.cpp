// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/Report.h"

#include "base/Json.h"

#include <cmath>

namespace pricewright {
namespace {

// Names the columns; a name that ends in '#' is a column of numbers.
ReportTable named(const QString& title, const QStringList& columns) {
  ReportTable table;
  table.title = title;
  for (const QString& column : columns) {
    const bool number = column.endsWith(u'#');
    table.columns << (number ? column.chopped(1) : column);
    table.isText.push_back(!number);
  }
  return table;
}

QString percent(int basisPoints) { return Decimal::fromMicros(qint64{basisPoints} * 10'000).toString(); }
QString real(double value, int places) {
  return std::isfinite(value) ? QString::number(value, 'f', places) : QString();
}
QString instant(const std::optional<Instant>& at) { return at ? isoInstant(*at) : QString(); }

QStringList decisionRow(const PriceDecision& d) {
  const Effect& e = d.recommendation.effect;
  const bool judged = d.recommendation.method != Method::None;
  const auto effect = [judged](double value) { return judged ? real(value, 2) : QString(); };
  return {d.id.toString(),
          isoInstant(d.createdAt),
          d.skuCode,
          d.skuName,
          d.zoneCode,
          d.categoryCode,
          decisionStateName(d.state),
          d.proposed.isValid() ? d.proposed.currency().code() : d.current.currency().code(),
          d.current.toString(),
          d.proposed.toString(),
          d.current.minor() > 0 && d.proposed.isValid() ? percent(changeBp(d.current, d.proposed)) : QString(),
          d.costKnown ? percent(d.marginNowBp) : QString(),
          d.costKnown ? percent(d.marginThenBp) : QString(),
          effect(e.profit),
          effect(e.profitLow),
          effect(e.profitHigh),
          effect(e.revenue),
          effect(e.units),
          judged ? real(d.recommendation.confidence, 4) : QString(),
          effect(d.recommendation.expectedLoss),
          effect(d.recommendation.valueAtStake),
          methodName(d.recommendation.method),
          d.recommendation.fallbackReason,
          d.recommendation.outcome,
          routeName(d.guarded.route),
          d.guarded.primaryReason,
          d.guarded.reasons.join(u' '),
          d.batchNo ? QString::number(*d.batchNo) : QString(),
          d.proposedBy,
          d.editedBy,
          isoInstant(d.expiresAt),
          instant(d.decidedAt),
          d.cycleId,
          d.contentHash};
}

} // namespace

ReportTable decisionsTable(std::span<const PriceDecision> decisions) {
  ReportTable table = named(QStringLiteral("decisions"), {"id",
                                                          "created",
                                                          "sku",
                                                          "product",
                                                          "zone",
                                                          "category",
                                                          "state",
                                                          "currency",
                                                          "now#",
                                                          "proposed#",
                                                          "change_percent#",
                                                          "margin_now_percent#",
                                                          "margin_then_percent#",
                                                          "profit_per_week#",
                                                          "profit_low#",
                                                          "profit_high#",
                                                          "revenue_per_week#",
                                                          "units_per_week#",
                                                          "confidence#",
                                                          "expected_loss#",
                                                          "value_at_stake#",
                                                          "method",
                                                          "fallback",
                                                          "outcome",
                                                          "route",
                                                          "reason",
                                                          "reasons",
                                                          "batch#",
                                                          "proposed_by",
                                                          "edited_by",
                                                          "expires",
                                                          "decided",
                                                          "cycle",
                                                          "content_hash"});
  table.rows.reserve(decisions.size());
  for (const PriceDecision& d : decisions)
    table.rows.push_back(decisionRow(d));
  return table;
}

ReportTable cycleTable(const CycleReport& report) {
  ReportTable table =
      named(QStringLiteral("cycle"), {"cycle", "station", "count#", "took_ms#", "fallback", "ended", "reasons"});
  for (const StationReport& station : report.stations) {
    QStringList reasons;
    for (auto it = station.reasons.constBegin(); it != station.reasons.constEnd(); ++it)
      reasons << QStringLiteral("%1=%2").arg(it.key()).arg(it.value());
    table.rows.push_back({report.cycleId, station.station, QString::number(station.count),
                          QString::number(station.took.count()), station.fallback, station.ended, reasons.join(u' ')});
  }
  return table;
}

ReportTable pricesTable(const Catalog& catalog, std::span<const PublishedPrice> prices) {
  ReportTable table = named(QStringLiteral("prices"), {"sku", "product", "zone", "channel", "type", "price#",
                                                       "currency", "from", "to", "origin"});
  QHash<int, QString> channels; // looked up only, never walked
  for (const Channel& channel : catalog.channels)
    channels.insert(channel.no, channel.code);
  table.rows.reserve(prices.size());
  for (const PublishedPrice& price : prices) {
    const Listing* listing = catalog.listing(price.listingNo);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    table.rows.push_back({sku ? sku->code : QString(), sku ? sku->name : QString(), zone ? zone->code : QString(),
                          channels.value(price.channelNo), priceTypeName(price.type), price.amount.toString(),
                          price.amount.currency().code(), isoInstant(price.from), instant(price.to),
                          priceOriginName(price.origin)});
  }
  return table;
}

ReportTable auditTable(std::span<const AuditEntry> entries) {
  ReportTable table = named(QStringLiteral("audit"), {"sequence#", "at", "actor", "role", "kind", "table", "row",
                                                      "body", "previous_hash", "hash"});
  table.rows.reserve(entries.size());
  for (const AuditEntry& e : entries)
    table.rows.push_back({QString::number(e.sequence), isoInstant(e.at), e.actor, e.role, e.kind, e.table, e.rowId,
                          QString::fromUtf8(canonicalJson(e.body)), QString::fromLatin1(e.previousHash.toHex()),
                          QString::fromLatin1(e.hash.toHex())});
  return table;
}

} // namespace pricewright
