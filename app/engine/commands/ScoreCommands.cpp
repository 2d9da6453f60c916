// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Predicted against realized, and what tests brought.
#include "EarningsCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/earnings/LiftResults.h"
#include "engine/earnings/ScoreBoard.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

QJsonObject toJson(const PredictedEffect& p) { return {{"mean", p.mean}, {"low", p.low}, {"high", p.high}}; }
QJsonObject toJson(const RealizedEffect& r) {
  QJsonObject o{{"mean", r.mean},
                {"low", r.low},
                {"high", r.high},
                {"standard_error", r.standardError},
                {"without_the_change", r.counterfactual}};
  if (r.error)
    o.insert("error_sd", *r.error), o.insert("inside_predicted", r.insidePredicted);
  return o;
}
QJsonObject toJson(const ScoreRow& row) {
  QJsonObject o{{"decision", row.decision.toString()},
                {"sku", row.sku},
                {"name", row.name},
                {"zone", row.zone},
                {"category", row.category},
                {"analyst", row.analyst},
                {"model", row.model},
                {"rule", row.rule},
                {"currency", row.currency.code()},
                {"before", row.before.toString()},
                {"after", row.after.toString()},
                {"published", isoDay(dayOf(row.publishedAt))},
                {"rolled_back", row.rolledBack},
                {"state", scoreStateName(row.score.state)},
                {"weeks_before", row.score.weeksBefore},
                {"weeks_after", row.score.weeksAfter},
                {"comparables", row.score.comparables},
                {"shares_buyers", row.sharesBuyers}};
  QJsonObject predicted, realized;
  for (const auto& [key, p, r] :
       {std::tuple("profit", &row.profit, &row.score.profit), std::tuple("revenue", &row.revenue, &row.score.revenue),
        std::tuple("units", &row.units, &row.score.units)}) {
    if (*p)
      predicted.insert(s(key), toJson(**p));
    if (*r)
      realized.insert(s(key), toJson(**r));
  }
  o.insert("predicted", predicted), o.insert("realized", realized);
  return o;
}
QJsonObject toJson(const ShareOf& share) {
  return {{"share", share.share}, {"low", share.low}, {"high", share.high}, {"hits", share.hits}, {"of", share.of}};
}
QJsonObject toJson(const Calibration& c) {
  QJsonArray points;
  for (const CalibrationPoint& p : c.points)
    points.append(QJsonObject{{"nominal", p.nominal}, {"observed", toJson(p.observed)}});
  QJsonObject o{{"decisions", c.decisions},
                {"inside_80", toJson(c.inside80)},
                {"inside_90", toJson(c.inside90)},
                {"inside_90_as_told", toJson(c.insideAsTold)},
                {"right_sign", toJson(c.rightSign)},
                {"expected_error", c.expectedError},
                {"points", points}};
  if (c.slope)
    o.insert("slope", QJsonObject{{"mean", *c.slope}, {"low", *c.slopeLow}, {"high", *c.slopeHigh}});
  return o;
}
QJsonObject toJson(const ScoreGroupRow& row) {
  const ScoreGroup& g = row.group;
  QJsonObject o{{"key", row.key},
                {"decisions", g.decisions},
                {"predicted", g.predicted},
                {"realized", g.realized},
                {"realized_standard_error", g.realizedStandardError},
                {"inside_90", toJson(g.inside90)},
                {"right_sign", toJson(g.rightSign)}};
  if (g.kept)
    o.insert("kept", *g.kept), o.insert("kept_standard_error", *g.keptStandardError);
  if (g.keptShrunk)
    o.insert("kept_shrunk", *g.keptShrunk);
  return o;
}
QJsonObject toJson(const CategoryBand& c) {
  QJsonObject o{{"category", c.code},
                {"state", s(bandStateName(c.band.state))},
                {"why", s(bandWhyName(c.band.why))},
                {"band_bp", c.band.bandBp},
                {"decisions", c.band.decisions},
                {"told", c.band.told},
                {"covered_at_least", c.band.coveredAtLeast},
                {"right_sign_at_least", c.band.rightSignAtLeast}};
  if (c.band.since)
    o.insert("since", isoDay(fromDayNumber(*c.band.since)));
  return o;
}

QString shareText(const ShareOf& share) {
  return share.of == 0 ? s("-")
                       : s("%1 % of %2 [%3 … %4]")
                             .arg(100 * share.share, 0, 'f', 0)
                             .arg(share.of)
                             .arg(100 * share.low, 0, 'f', 0)
                             .arg(100 * share.high, 0, 'f', 0);
}
template <class Effect> QString effectText(const std::optional<Effect>& e, Currency currency) {
  return e ? s("%1 [%2 … %3]")
                 .arg(amountText(e->mean, true, currency), amountText(e->low, true, currency),
                      amountText(e->high, true, currency))
           : s("-");
}

QStringList scoreCells(const ScoreRow& row) {
  const auto& profit = row.score.profit;
  return {isoDay(dayOf(row.publishedAt)),
          row.sku,
          row.zone,
          row.before.toString(),
          row.after.toString(),
          effectText(row.profit, row.currency),
          effectText(profit, row.currency),
          profit && profit->error ? QString::number(*profit->error, 'f', 1) : s("-"),
          codeText(scoreStateName(row.score.state))};
}

ExportTable scoreTable(const ScoreBoard& board) {
  ExportTable table;
  table.title = s("scores");
  for (const char* key : {"decision", "sku", "zone", "category", "analyst", "model", "rule", "currency"})
    table.columns.push_back({s(key), s(key), ExportKind::Code});
  table.columns.push_back({s("before"), s("before"), ExportKind::Money});
  table.columns.push_back({s("after"), s("after"), ExportKind::Money});
  table.columns.push_back({s("published"), s("published"), ExportKind::Date});
  table.columns.push_back({s("state"), s("state"), ExportKind::Code});
  for (const char* key : {"predicted_profit", "predicted_low", "predicted_high", "realized_profit", "realized_low",
                          "realized_high", "error_sd", "realized_units", "units_without"})
    table.columns.push_back({s(key), s(key), ExportKind::Number, 4});
  for (const ScoreRow& row : board.rows) {
    std::vector<ExportCell> cells;
    for (const QString& text : {row.decision.toString(), row.sku, row.zone, row.category, row.analyst, row.model,
                                row.rule, row.currency.code()})
      cells.emplace_back(text);
    cells.emplace_back(row.before), cells.emplace_back(row.after);
    cells.emplace_back(dayOf(row.publishedAt)), cells.emplace_back(scoreStateName(row.score.state));
    const auto add = [&](bool known, double value) {
      if (known)
        cells.emplace_back(value);
      else
        cells.emplace_back();
    };
    const PredictedEffect p = row.profit.value_or(PredictedEffect());
    const RealizedEffect r = row.score.profit.value_or(RealizedEffect());
    for (const double v : {p.mean, p.low, p.high})
      add(row.profit.has_value(), v);
    for (const double v : {r.mean, r.low, r.high, r.error.value_or(0)})
      add(row.score.profit.has_value(), v);
    const RealizedEffect u = row.score.units.value_or(RealizedEffect());
    add(row.score.units.has_value(), u.mean), add(row.score.units.has_value(), u.counterfactual);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

QString summaryText(const ScoreBoard& board) {
  const Calibration& c = board.calibration;
  QString text = s("%1 published prices: %2 scored, %3 too early, %4 cannot be told, %5 without a prediction.\n")
                     .arg(board.rows.size())
                     .arg(board.scored)
                     .arg(board.waiting)
                     .arg(board.untold)
                     .arg(board.withoutPrediction);
  if (board.profitLift)
    text += s("Together they changed weekly profit by %1 % [%2 … %3].\n")
                .arg(board.profitLift->percent, 0, 'f', 1)
                .arg(board.profitLift->low, 0, 'f', 1)
                .arg(board.profitLift->high, 0, 'f', 1);
  if (c.decisions == 0)
    return text;
  text += s("In the 80 % interval %1, in the 90 % interval %2; right about up or down %3.\n")
              .arg(shareText(c.inside80), shareText(c.inside90), shareText(c.rightSign));
  if (c.slope)
    text += s("Of a predicted unit of profit came %1 [%2 … %3]; expected calibration error %4.\n")
                .arg(*c.slope, 0, 'f', 2)
                .arg(*c.slopeLow, 0, 'f', 2)
                .arg(*c.slopeHigh, 0, 'f', 2)
                .arg(c.expectedError, 0, 'f', 3);
  return text;
}

QString bandsText(const ScoreBoard& board) {
  std::vector<QStringList> rows;
  for (const CategoryBand& c : board.bands)
    rows.push_back({c.code, codeText(s(bandStateName(c.band.state))),
                    c.band.bandBp > 0 ? s("±") + percentText(c.band.bandBp) + s(" %") : s("-"),
                    codeText(s(bandWhyName(c.band.why))), QString::number(c.band.decisions),
                    QString::number(100 * c.band.coveredAtLeast, 'f', 0),
                    QString::number(100 * c.band.rightSignAtLeast, 'f', 0)});
  return rowsText({"category", "band", "width", "why", "prices", "inside ≥ %", "right ≥ %"}, s("  r rrr"), rows.size(),
                  {}, [&](std::size_t i) { return rows[i]; });
}

QString groupsText(const std::vector<ScoreGroupRow>& groups, const QString& by, Currency currency) {
  const auto number = [](const std::optional<double>& v) { return v ? QString::number(*v, 'f', 2) : s("-"); };
  return rowsText(
      {by, s("prices"), s("predicted"), s("realized"), s("±"), s("kept"), s("kept, shrunk"), s("inside 90 %")},
      s(" rrrrrrr"), groups.size(), {}, [&](std::size_t i) {
        const ScoreGroup& g = groups[i].group;
        return QStringList{groups[i].key,
                           QString::number(g.decisions),
                           amountText(g.predicted, true, currency),
                           amountText(g.realized, true, currency),
                           amountText(1.645 * g.realizedStandardError, false, currency),
                           number(g.kept),
                           number(g.keptShrunk),
                           shareText(g.inside90)};
      });
}

QJsonObject boardJson(const ScoreBoard& board, std::size_t most) {
  QJsonArray decisions, bands;
  for (std::size_t i = 0; i < std::min(most, board.rows.size()); ++i)
    decisions.append(toJson(board.rows[i]));
  for (const CategoryBand& band : board.bands)
    bands.append(toJson(band));
  QJsonObject answer{{"currency", board.currency.code()},
                     {"decisions", qint64(board.rows.size())},
                     {"scored", board.scored},
                     {"waiting", board.waiting},
                     {"cannot_be_told", board.untold},
                     {"without_prediction", board.withoutPrediction},
                     {"left_out", board.leftOut},
                     {"calibration", toJson(board.calibration)},
                     {"bands", bands},
                     {"rows", decisions}};
  for (const auto& [key, lift] :
       {std::pair("profit_lift", &board.profitLift), std::pair("revenue_lift", &board.revenueLift)})
    if (*lift)
      answer.insert(s(key), QJsonObject{{"percent", (*lift)->percent},
                                        {"low", (*lift)->low},
                                        {"high", (*lift)->high},
                                        {"decisions", (*lift)->decisions}});
  return answer;
}

QString liftPercent(double share) {
  constexpr double kReadable = 1e4; // beyond, digits say nothing
  return QString::number(100 * share, std::abs(share) < kReadable ? 'f' : 'g', 2);
}
QJsonObject toJson(const LiftRow& row) {
  return {{"name", row.name}, {"tests", row.tests}, {"weight", row.weight}, {"lift", row.lift},
          {"low", row.low},   {"high", row.high},   {"shrunk", row.shrunk}};
}

} // namespace

int runRevenueScores(Session& session) {
  const QString by = session.arguments.value("by");
  if (!by.isEmpty() && !scoreByFrom(by))
    return session.refuse(
        fail(s("usage.bad-value"),
             {{s("option"), s("--by")}, {s("value"), by}, {s("wanted"), s("sku, category, analyst, model or rule")}}));
  PW_SAY(session, const qint64 most, wholeNumber(session.arguments.value("most", s("1000")), "--most", 0, 1'000'000));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto view, scoreBoard(w, session.job()));
  const ScoreBoard& board = *view;
  if (const Status written = writeOut(session, scoreTable(board)); !written)
    return session.refuse(written.error());
  QJsonObject answer = boardJson(board, std::size_t(most));
  QString text = summaryText(board);
  if (!by.isEmpty()) {
    const std::vector<ScoreGroupRow>& lines = board.by(scoreByFrom(by).value_or(ScoreBy::Sku));
    QJsonArray groups;
    for (const ScoreGroupRow& row : lines)
      groups.append(toJson(row));
    answer.insert("by", by), answer.insert("groups", groups);
    text += groupsText(lines, by, board.currency);
  } else if (!board.rows.empty()) {
    text += rowsText(
        {"published", "product", "zone", "before", "after", "predicted a week", "realized a week", "error", "state"},
        s("   rrrrr"), board.rows.size(), session.arguments.value("out"),
        [&](std::size_t i) { return scoreCells(board.rows[i]); });
    if (!text.endsWith(u'\n'))
      text += u'\n';
  }
  return session.answer(answer, text + bandsText(board));
}

int runRevenueLift(Session& session) {
  const QString by = session.arguments.value("by", s("category"));
  if (by != u"test" && by != u"category" && by != u"period")
    return session.refuse(
        fail(s("usage.bad-value"),
             {{s("option"), s("--by")}, {s("value"), by}, {s("wanted"), s("test, category or period")}}));
  PW_SAY(session, const std::vector<TestLift> tests, liftResults(session.arguments.words.first(), session.job()));
  PW_SAY(session, const LiftTable table, liftTable(tests));
  const auto& rows = by == u"test" ? table.byTest : by == u"period" ? table.byPeriod : table.byCategory;
  QJsonArray all;
  for (const LiftRow& row : rows)
    all.append(toJson(row));
  const bool isShrunk = table.total.tests > 1; // one test has no others to be drawn to
  const auto cells = [&](const QString& name, const LiftRow& row) {
    return QStringList{name, QString::number(row.tests), liftPercent(row.lift),
                       s("%1 … %2").arg(liftPercent(row.low), liftPercent(row.high)),
                       isShrunk ? liftPercent(row.shrunk) : s("–")};
  };
  QString text = rowsText(
      {by, s("tests"), s("lift %"), s("90 %"), s("shrunk %")}, s(" rrrr"), rows.size() + 1, {},
      [&](std::size_t i) { return i == 0 ? cells(s("all"), table.total) : cells(rows[i - 1].name, rows[i - 1]); });
  if (table.rolledOut > 0 && !isShrunk)
    text +=
        s("Rolled out: 1. As it was found it brings %1 [%2 … %3]; how much of that is the luck by which winners are "
          "picked, one test alone cannot tell.\n")
            .arg(amountText(table.rolledOutRaw, true), amountText(table.rolledOutShrunkLow, true),
                 amountText(table.rolledOutShrunkHigh, true));
  else if (table.rolledOut > 0)
    text += s("Rolled out: %1. As they were found they bring %2; without the luck by which winners are picked %3 [%4 … "
              "%5].\n")
                .arg(table.rolledOut)
                .arg(amountText(table.rolledOutRaw, true), amountText(table.rolledOutShrunk, true),
                     amountText(table.rolledOutShrunkLow, true), amountText(table.rolledOutShrunkHigh, true));
  return session.answer({{"by", by},
                         {"total", toJson(table.total)},
                         {"rows", all},
                         {"is_shrunk", isShrunk},
                         {"rolled_out", table.rolledOut},
                         {"rolled_out_raw", table.rolledOutRaw},
                         {"rolled_out_shrunk", table.rolledOutShrunk},
                         {"rolled_out_shrunk_low", table.rolledOutShrunkLow},
                         {"rolled_out_shrunk_high", table.rolledOutShrunkHigh},
                         {"spread", table.spread}},
                        text);
}

} // namespace pricewright
