// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Mappings.h"
#include "Shapes.h"
#include "base/Words.h"
#include "engine/models/PolicyValue.h"
#include "engine/models/SalesOutlook.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

QJsonObject toJson(const OutlookRow& r) {
  QJsonObject row{{"sku", r.sku},         {"zone", r.zone},   {"period", isoDay(r.from)}, {"price", r.price},
                  {"planned", r.planned}, {"known", r.known}, {"extrapolated", r.beyond}};
  if (r.known) {
    row.insert("median", r.units.median), row.insert("mean", r.units.mean);
    row.insert("low80", r.units.low80), row.insert("high80", r.units.high80);
    row.insert("low95", r.units.low95), row.insert("high95", r.units.high95);
  }
  return row;
}

// For programs: comma, dot, ISO dates; empty cells where nothing can be said.
ExportTable tableOf(const Outlook& outlook) {
  ExportTable table;
  table.title = s("forecast");
  const auto column = [&](const char* key, ExportKind kind, int places = 2) {
    table.columns.push_back({s(key), s(key), kind, places});
  };
  column("sku", ExportKind::Text), column("zone", ExportKind::Text), column("period", ExportKind::Date);
  column("price", ExportKind::Number, 4);
  for (const char* figure : {"median", "mean", "low80", "high80", "low95", "high95"})
    column(figure, ExportKind::Number, 3);
  column("extrapolated", ExportKind::Text);
  for (const OutlookRow& r : outlook.rows) {
    std::vector<ExportCell> cells{r.sku, r.zone, r.from, r.price};
    const Forecast& f = r.units;
    for (const double value : {f.median, f.mean, f.low80, f.high80, f.low95, f.high95}) {
      cells.emplace_back();
      if (r.known)
        cells.back() = value;
    }
    cells.emplace_back(s(r.beyond ? "yes" : ""));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

QString units(double value) { return QString::number(value, 'f', value < 10 ? 1 : 0); }

QString outlookText(const Outlook& o, const QString& out) {
  QString text = s("Known until %1; %2 rows learnt from.\n").arg(isoDay(o.asOf)).arg(o.rowsLearnt);
  text += o.calibration.origins > 0
              ? s("Intervals by the errors of %1 earlier forecasts of %2 weeks of a product.\n")
                    .arg(o.calibration.origins)
                    .arg(o.calibration.rows)
              : s("History is too short to replay: intervals are widened from weeks left out of the learning.\n");
  if (o.dayWeeks > 0)
    text += s("How weeks fall on their days is known from %1 weeks of daily sales.\n").arg(o.dayWeeks);
  if (o.plan.planned > 0 || o.rejectedRows > 0 || o.plan.unknown > 0 || o.plan.outside > 0)
    text += s("Plan: %1 rows used, %2 outside these weeks, %3 of unknown products or zones, %4 unreadable.\n")
                .arg(o.plan.planned)
                .arg(o.plan.outside)
                .arg(o.plan.unknown)
                .arg(o.rejectedRows);
  if (o.plan.toldAgain > 0)
    text += s("%1 rows are of a product, zone and day that stand in the plan before: the last one counts.\n")
                .arg(o.plan.toldAgain);
  if (o.beyondRows > 0)
    text +=
        s("At %1 of these prices nothing near was ever sold: the limits there are the model's guess, test instead.\n")
            .arg(o.beyondRows);
  const auto prices = [&o](CompetitorBasis basis) { return o.competitors[std::size_t(basis)]; };
  const qint64 carried =
      prices(CompetitorBasis::FewWeeks) + prices(CompetitorBasis::NotSeenLately) + prices(CompetitorBasis::NeverMoved);
  if (prices(CompetitorBasis::Forecast) + carried > 0)
    text +=
        s("Competitor prices: %1 forecast, %2 carried forward (%3 seen in too few weeks, %4 not seen lately, %5 never "
          "moved).\n")
            .arg(prices(CompetitorBasis::Forecast))
            .arg(carried)
            .arg(prices(CompetitorBasis::FewWeeks))
            .arg(prices(CompetitorBasis::NotSeenLately))
            .arg(prices(CompetitorBasis::NeverMoved));
  for (const PlanFileRow& r :
       o.rejected.size() > 3 ? std::vector(o.rejected.begin(), o.rejected.begin() + 3) : o.rejected)
    text += s("  line %1: %2 (%3)\n").arg(r.line).arg(codeText(r.code), r.field);
  return text + rowsText({s("product"), s("zone"), o.dayWeeks > 0 ? s("day") : s("week of"), s("price"), s("units"),
                          s("80 %")},
                         s("   rr "), o.rows.size(), out, [&](std::size_t i) -> QStringList {
                           const OutlookRow& r = o.rows[i];
                           return {r.sku,
                                   r.zone,
                                   isoDay(r.from),
                                   QString::number(r.price, 'f', 2),
                                   r.known ? units(r.units.median) : s("–"),
                                   r.known ? s("%1 … %2").arg(units(r.units.low80), units(r.units.high80)) : QString()};
                         });
}

// Of weeks without a sale errors are shares of nothing.
QStringList backtestRow(const QString& what, const HoldOutMetrics& m) {
  if (m.rows == 0)
    return {what, s("0"), s("–"), s("–"), s("–"), s("–"), s("–")};
  const auto percent = [](double share) { return QString::number(100 * share, 'f', 1); };
  return {what,
          QString::number(m.rows),
          percent(m.wapeMedian),
          percent(m.wapeMean),
          percent(m.bias),
          percent(m.coverage80),
          percent(m.coverage95)};
}

QJsonObject toJson(const PolicyEstimate& e) {
  QJsonObject o{{"value", e.value}};
  if (std::isfinite(e.low))
    o.insert("standard_error", e.standardError), o.insert("low95", e.low), o.insert("high95", e.high);
  return o;
}

QJsonObject toJson(const DrawValue& v) {
  QJsonObject o{{"currency", v.currency.code()},
                {"draws", v.draws},
                {"waiting", v.waiting},
                {"answered", qint64(v.comparison.rows)},
                {"not_preferred", v.elsewhere}};
  if (v.comparison.rows > 0) {
    o.insert("doubly_robust", toJson(v.comparison.robust)), o.insert("weighted", toJson(v.comparison.weighted));
    o.insert("model_based", toJson(v.comparison.model));
    o.insert("effective", v.comparison.effectiveRows), o.insert("products", qint64(v.comparison.clusters));
    o.insert("preferred_differs", qint64(v.comparison.differing));
  }
  return o;
}

QJsonObject weekly(const Effect& e) {
  return {{"profit", e.profit},
          {"profit_low90", e.profitLow},
          {"profit_high90", e.profitHigh},
          {"revenue", e.revenue},
          {"units", e.units}};
}

QString money(double value) { return QString::number(value, 'f', 2); }

QString drawText(const DrawValue& v) {
  if (v.comparison.rows == 0)
    return s("%1: %2 prices drawn at random, none answered by a whole period of sales yet.\n")
        .arg(v.currency.code())
        .arg(v.draws);
  const PolicyEstimate& e = v.comparison.robust;
  const QString range = std::isfinite(e.low) ? s("%1 … %2").arg(money(e.low), money(e.high)) : s("cannot be told");
  return s("%1: the preferred price earned %2 a week more than leaving it, a product and zone, causal (95 %: %3); the "
           "model expects %4. From %5 drawn prices, %6 of them not the preferred one.\n")
      .arg(v.currency.code(), money(e.value), range, money(v.comparison.model.value))
      .arg(v.comparison.rows)
      .arg(v.elsewhere);
}

int runPolicy(Session& session, int weeks) {
  PolicyValueWish wish;
  wish.weeks = weeks;
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const PolicyValue value, policyValue(w, wish, session.job()));
  QJsonArray draws, origins;
  QString text;
  for (const DrawValue& v : value.draws)
    draws.append(toJson(v)), text += drawText(v);
  if (value.draws.empty())
    text = s("No price was drawn at random (explore.share.percent): nothing causal can be said.\n");
  std::vector<QStringList> rows;
  for (const ReplayOrigin& o : value.origins) {
    origins.append(QJsonObject{{"at", isoDay(o.at)},
                               {"currency", o.currency.code()},
                               {"prices", o.prices},
                               {"changes", o.changes},
                               {"expected_then", weekly(o.expected)},
                               {"by_all_history", weekly(o.hindsight)}});
    const auto range = [](const Effect& e) { return s("%1 … %2").arg(money(e.profitLow), money(e.profitHigh)); };
    rows.push_back({isoDay(o.at), o.currency.code(), QString::number(o.changes), money(o.expected.profit),
                    range(o.expected), money(o.hindsight.profit), range(o.hindsight)});
  }
  text += s("By the model, a week's profit more than without the changes:\n");
  return session.answer(
      {{"policy", s("optimizer")}, {"draws", draws}, {"model_based", origins}},
      text + textTable({s("at"), s(""), s("changes"), s("expected then"), s("90 %"), s("by all history"), s("90 %")},
                       rows, s("  rrrrr")));
}

} // namespace

int runForecast(Session& session) {
  OutlookWish wish;
  if (session.arguments.has("as-of")) {
    PW_SAY(session, wish.asOf, parseDay(session.arguments.value("as-of")));
  }
  const bool daily = session.arguments.has("daily");
  PW_SAY(session, const qint64 horizon,
         wholeNumber(session.arguments.value("horizon", daily ? s("28") : s("8")), "horizon", 1, daily ? 728 : 104));
  (daily ? wish.days : wish.weeks) = int(horizon);
  wish.planFile = session.arguments.value("plan");
  wish.version = session.arguments.value("model");
  wish.promotionsAsBefore = session.arguments.has("promotions-as-before");
  PW_OPEN(session, w, Looking);
  if (!wish.planFile.isEmpty()) {
    PW_SAY(session, wish.planMapping, describedMapping(session.arguments, w.importer(), ImportKind::Sales));
  }
  PW_SAY(session, const Outlook outlook, salesOutlook(w, wish, session.job()));
  const QString out = session.arguments.value("out");
  if (const Status written = writeOut(session, tableOf(outlook)); !written)
    return session.refuse(written.error());
  QJsonArray rows;
  if (session.json() && out.isEmpty())
    for (const OutlookRow& r : outlook.rows)
      rows.append(toJson(r));
  QJsonObject importance;
  for (const auto& [name, share] : outlook.importance)
    importance.insert(name, share);
  return session.answer({{"as_of", isoDay(outlook.asOf)},
                         {"rows_learnt", outlook.rowsLearnt},
                         {"training_sha256", outlook.trainingSha256},
                         {"version", outlook.version},
                         {"seconds", outlook.seconds},
                         {"calibration_origins", outlook.calibration.origins},
                         {"competitor_prices_forecast", outlook.competitors[std::size_t(CompetitorBasis::Forecast)]},
                         {"plan_rows", outlook.plan.planned},
                         {"plan_outside", outlook.plan.outside},
                         {"plan_days_joined", outlook.plan.daysJoined},
                         {"day_weeks", outlook.dayWeeks},
                         {"extrapolated", outlook.beyondRows},
                         {"plan_unknown", outlook.plan.unknown},
                         {"plan_told_again", outlook.plan.toldAgain},
                         {"plan_rejected", outlook.rejectedRows},
                         {"importance", importance},
                         {"count", qint64(outlook.rows.size())},
                         {"rows", rows}},
                        outlookText(outlook, out), outlook.rejectedRows > 0 ? kPartly : kOk);
}

int runBacktest(Session& session) {
  BacktestOptions options;
  PW_SAY(session, const qint64 weeks, wholeNumber(session.arguments.value("weeks", s("8")), "weeks", 1, 104));
  options.weeks = int(weeks);
  for (const QString& from : session.arguments.all("from")) {
    PW_SAY(session, const Day day, parseDay(from));
    options.origins.push_back(toDayNumber(day));
  }
  if (session.arguments.has("policy"))
    return runPolicy(session, options.weeks);
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const BacktestReport report, salesBacktest(w, options, session.job()));
  QJsonArray origins;
  std::vector<QStringList> rows;
  for (const BacktestOrigin& origin : report.origins) {
    const QString day = isoDay(Day(std::chrono::days(origin.from)));
    QJsonObject json = toJson(origin.blend);
    json.insert("from", day), json.insert("pinball", origin.pinball), json.insert("terms", toJson(origin.terms));
    QJsonArray categories;
    for (const auto& [no, metrics] : origin.categories) {
      QJsonObject c = toJson(metrics);
      c.insert("category_no", no);
      categories.append(c);
    }
    json.insert("categories", categories);
    origins.append(json);
    rows.push_back(backtestRow(day, origin.blend));
  }
  rows.push_back(backtestRow(s("all"), report.blend));
  rows.push_back(backtestRow(s("elasticities alone"), report.terms));
  return session.answer(
      {{"weeks", options.weeks}, {"origins", origins}, {"all", toJson(report.blend)}, {"terms", toJson(report.terms)}},
      textTable({s("from"), s("rows"), s("WAPE %"), s("of the mean"), s("bias %"), s("in 80 %"), s("in 95 %")}, rows,
                s(" rrrrrr")) +
          (report.blend.rows == 0 ? s("Nothing was sold in these weeks: how good forecasts are cannot be told.\n")
                                  : QString()));
}

} // namespace pricewright
