// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/QueueExport.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>

namespace pricewright {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("QueueExport", text); }

std::vector<ExportColumn> columns() {
  using enum ExportKind;
  const auto col = [](const char* key, const QString& name, ExportKind kind, int places = 2) {
    return ExportColumn{QString::fromLatin1(key), name, kind, places};
  };
  return {col("sku", tr("SKU"), Code),
          col("product", tr("Product"), Text),
          col("zone", tr("Zone"), Code),
          col("category", tr("Category"), Text),
          col("currency", tr("Currency"), Code),
          col("price_now", tr("Price now"), ExportKind::Money),
          col("price_proposed", tr("Proposed"), ExportKind::Money),
          col("change_percent", tr("Change %"), Percent),
          col("margin_now_percent", tr("Margin now %"), Percent),
          col("margin_proposed_percent", tr("Margin proposed %"), Percent),
          col("profit_per_week", tr("Profit a week"), Number),
          col("profit_low", tr("Profit, 5 %"), Number),
          col("profit_high", tr("Profit, 95 %"), Number),
          col("confidence", tr("Confidence"), Number, 4),
          col("value_at_stake", tr("Value at stake"), Number),
          col("reason", tr("Why a human"), Text),
          col("reason_detail", tr("Detail"), Text),
          col("state", tr("State"), Text),
          col("expires_at", tr("Expires"), Moment),
          col("decision", tr("Decision"), Code)};
}

ExportCell percent(int basisPoints) { return Decimal::fromMicros(qint64(basisPoints) * 10'000); }

} // namespace

ExportTable queueTable(const std::vector<const QueueRow*>& rows) {
  ExportTable table{tr("Price changes"), columns(), {}};
  table.rows.reserve(rows.size());
  for (const QueueRow* r : rows) {
    const ExportCell none;
    table.rows.push_back({r->sku,
                          r->product,
                          r->zone,
                          r->category,
                          r->proposed.currency().code(),
                          r->now.isValid() && r->now.minor() > 0 ? ExportCell(r->now) : none,
                          r->proposed,
                          percent(r->changeBp),
                          r->costKnown ? percent(r->marginNowBp) : none,
                          r->costKnown ? percent(r->marginThenBp) : none,
                          r->profit,
                          r->profitLow,
                          r->profitHigh,
                          r->confidence,
                          r->stake,
                          reasonWord(r->primaryReason),
                          r->reasonDetail,
                          codeText(decisionStateName(r->state)),
                          r->expiresAt,
                          r->id.toString()});
  }
  return table;
}

} // namespace pricewright
