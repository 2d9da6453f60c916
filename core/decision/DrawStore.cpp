// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/DrawStore.h"

#include "base/Json.h"
#include "catalog/Rows.h"
#include "decision/DecisionRows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace pricewright {
namespace {

QByteArray chancesText(const std::vector<QPair<qint64, double>>& chances) {
  QJsonArray rows;
  for (const auto& [minor, chance] : chances)
    rows.append(QJsonArray{minor, chance});
  return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

Result<std::vector<QPair<qint64, double>>> readChances(const QString& text, const QString& id) {
  std::vector<QPair<qint64, double>> out;
  double sum = 0;
  for (const QJsonValue row : QJsonDocument::fromJson(text.toUtf8()).array()) {
    out.push_back({row[0].toInteger(), row[1].toDouble()});
    sum += out.back().second;
  }
  if (out.empty() || !(std::abs(sum - 1) < 1e-6))
    return damagedRow("price_draw", id, text.left(60));
  return out;
}

// A decision that was halted, rejected or never released put no price anywhere.
constexpr char kColumns[] = "SELECT p.listing_no, p.decision_id, p.case_id, p.drawn_ms, p.until_ms, p.current_minor, "
                            "p.preferred_minor, p.chosen_minor, p.chances FROM price_draw p JOIN decision d "
                            "ON d.id = p.decision_id WHERE d.state IN ('published', 'unchanged') ";

Result<std::vector<PriceDraw>> read(Query& q) {
  std::vector<PriceDraw> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PriceDraw d;
    d.listingNo = smallInteger(q, 0), d.decisionId = q.text(1), d.caseId = q.text(2);
    d.at = fromMillis(q.integer(3)), d.until = fromMillis(q.integer(4));
    d.currentMinor = q.integer(5), d.preferredMinor = q.integer(6), d.chosenMinor = q.integer(7);
    PW_TRY(d.chances, readChances(q.text(8), d.decisionId));
    out.push_back(std::move(d));
    return {};
  }));
  return out;
}

} // namespace

double PriceDraw::chanceOf(qint64 minor) const {
  for (const auto& [price, chance] : chances)
    if (price == minor)
      return chance;
  return 0;
}

Status keepDraw(Database& db, const PriceDecision& d, const QString& caseId, Instant until) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO price_draw (decision_id, listing_no, case_id, drawn_ms, until_ms, "
                                     "current_minor, preferred_minor, chosen_minor, chances) "
                                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
  q.bind(1, d.id.toString()).bind(2, d.listingNo).bind(3, caseId).bind(4, toMillis(d.createdAt));
  q.bind(5, toMillis(until)).bind(6, d.current.minor()).bind(7, d.recommendation.preferredMinor);
  return q.bind(8, d.proposed.minor()).bind(9, QString::fromUtf8(chancesText(d.recommendation.chances))).run();
}

Result<std::vector<PriceDraw>> drawsRunning(Database& db, Instant at) {
  PW_TRY(Query q, Query::prepare(db, QByteArray(kColumns) + "AND p.drawn_ms <= ?1 AND p.until_ms > ?1 "
                                                            "ORDER BY p.listing_no, p.drawn_ms"));
  q.bind(1, toMillis(at));
  return read(q);
}

Result<std::vector<PriceDraw>> allDraws(Database& db) {
  PW_TRY(Query q, Query::prepare(db, QByteArray(kColumns) + "ORDER BY p.drawn_ms, p.listing_no"));
  return read(q);
}

} // namespace pricewright
