// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What competitors' prices did, and how ours stand against them.
#include "AlertCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/market/MarketAlerts.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

QString amountOf(const Amount& a) { return a.value.toString() + u' ' + a.currency.code(); }
QString signedPercent(double percent) {
  return percent == 0 ? QString() : s("%1%2 %").arg(percent > 0 ? s("+") : QString()).arg(percent, 0, 'f', 1);
}

QJsonObject toJson(const MarketMoveRow& row) {
  const RivalMove& m = row.move;
  QJsonObject o{{"kind", moveKindName(m.kind)},
                {"at", isoInstant(m.at)},
                {"last_seen", isoInstant(m.lastSeen)},
                {"sku", row.sku},
                {"product", row.product},
                {"zone", row.zone},
                {"category", row.category},
                {"competitor", row.competitor},
                {"seller", m.seller},
                {"source", row.source},
                {"before", m.before.value.toString()},
                {"before_currency", m.before.currency.code()},
                {"after", m.after.value.toString()},
                {"after_currency", m.after.currency.code()},
                {"delivered_before", m.deliveredBefore.value.toString()},
                {"delivered_after", m.deliveredAfter.value.toString()},
                {"percent", m.percent},
                {"delivered_percent", m.deliveredPercent},
                {"offer", m.offerNo},
                {"blip", m.isBlip}};
  if (m.comparable)
    o.insert("comparable", m.comparable->value.toString());
  if (row.ours.isValid())
    o.insert("ours", row.ours.toString());
  return o;
}

QString indexText(const IndexValue& value) {
  return value.index ? QString::number(*value.index, 'f', 1) : codeText(value.why);
}

} // namespace

int runMoves(Session& session) {
  MovesQuery query;
  PW_SAY(session, const qint64 days, wholeNumber(session.arguments.value("days", s("7")), "--days", 1, 366));
  PW_SAY(session, const qint64 most, wholeNumber(session.arguments.value("most", s("1000")), "--most", 1, 1'000'000));
  query.days = int(days), query.most = int(most);
  query.competitor = session.arguments.value("competitor"), query.category = session.arguments.value("category");
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const MarketMoves moves, marketMoves(w, query));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const MarketMoveRow& row : moves.rows) {
    all.append(toJson(row));
    const RivalMove& m = row.move;
    rows.push_back({isoInstant(m.at).left(16), row.sku, row.zone, row.competitor, m.seller,
                    codeText(moveKindName(m.kind)), amountOf(m.before), amountOf(m.after), signedPercent(m.percent),
                    amountOf(m.deliveredAfter), m.isBlip ? codeText(s("blip")) : QString()});
  }
  return session.answer(
      {{"now", isoInstant(moves.now)}, {"count", moves.total}, {"moves", all}},
      rowsText({"seen", "product", "zone", "competitor", "seller", "what", "before", "now", "change", "delivered", ""},
               s("      rrrr"), rows.size(), {}, [&](std::size_t i) { return rows[i]; }));
}

int runIndex(Session& session) {
  PW_SAY(session, const qint64 days, wholeNumber(session.arguments.value("days", s("30")), "--days", 0, 366));
  PW_SAY(session, const qint64 least, wholeNumber(session.arguments.value("least", s("5")), "--least", 1, 100'000));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const MarketIndices indices, marketIndices(w, int(days), int(least)));
  QJsonArray lines;
  std::vector<QStringList> rows;
  for (const IndexLine& line : indices.lines) {
    QJsonArray points;
    for (const IndexPoint& p : line.points) {
      QJsonObject point{{"at", isoInstant(p.at)},
                        {"prices", p.value.prices},
                        {"by_revenue", p.value.byRevenue},
                        {"why", p.value.why}};
      if (p.value.index)
        point.insert("index", *p.value.index);
      points.append(point);
    }
    lines.append(QJsonObject{{"category", line.category}, {"competitor", line.competitor}, {"points", points}});
    rows.push_back({line.category.isEmpty() ? s("all") : line.category,
                    line.competitor.isEmpty() ? s("median of all") : line.competitor,
                    indexText(line.points.front().value), indexText(line.points.back().value),
                    QString::number(line.points.back().value.prices)});
  }
  return session.answer(
      {{"now", isoInstant(indices.now)}, {"least_prices", indices.least}, {"lines", lines}},
      textTable({"category", "against", s("%1 days ago").arg(days), "now", "prices"}, rows, s("  rrr")) +
          s("100 is parity; above it we are dearer.\n"));
}

} // namespace pricewright
