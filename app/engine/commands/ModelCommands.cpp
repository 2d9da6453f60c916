// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "engine/models/DemandFit.h"
#include "engine/plans/PriceProblem.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

QString summary(const QJsonObject& answer) {
  const auto number = [&](const char* field, int places) {
    return QString::number(answer[QLatin1String(field)].toDouble(), 'f', places);
  };
  const bool ladders = answer.contains(s("objective_optimal"));
  const bool proved = answer[s("proved")].toBool();
  QString text = s("objective %1").arg(number(ladders ? "objective_optimal" : "objective", 2));
  text += proved ? s(", proved the best") : s(", not proved");
  if (ladders && !proved)
    text += std::isfinite(answer[s("bound")].toDouble()) ? s(": no plan is above %1").arg(number("bound", 2))
                                                         : s(": how much better a plan could be is not known");
  text += s("\nrevenue %1, profit %2\n").arg(number("revenue", 2), number("profit", 2));
  if (ladders && answer[s("revenue_dual")].toDouble() > 0)
    text += s("one more of revenue would cost %1\n").arg(number("revenue_dual", 4));
  QStringList ignored;
  for (const QJsonValue& field : answer[s("ignored")].toArray())
    ignored << field.toString();
  if (!ignored.isEmpty())
    text += s("not understood, and left out: %1\n").arg(ignored.join(s(", ")));
  return text + s("%1 s").arg(number("seconds", 3));
}

// The terms that people ask for, under the names that scripts read.
struct FitTerm {
  Term term;
  const char* name;
};
constexpr FitTerm kFitTerms[] = {{kOwnRegular, "elasticity"},
                                 {kOwnDiscount, "discount"},
                                 {kSibling, "siblings"},
                                 {kCompetitor, "competitors"},
                                 {kDeal, "deal"},
                                 {kFeature, "feature"}};

struct Posterior {
  double mean = 0, sd = 0;
  double low() const { return mean - 1.959963984540054 * sd; }
  double high() const { return mean + 1.959963984540054 * sd; }
};
Posterior posteriorOf(const DemandEstimate& e, Term t) {
  return {e.mean[std::size_t(t)], std::sqrt(std::max(0.0, e.covariance[std::size_t(t) * (kTerms + 1)]))};
}

// Its answer when the whole category gets dearer with it: own and siblings together, with their covariance. Without
// siblings it is its own.
Posterior categoryPosterior(const DemandEstimate& e) {
  const auto v = [&](Term a, Term b) { return e.covariance[std::size_t(a) * kTerms + std::size_t(b)]; };
  return {e.mean[kOwnRegular] + e.mean[kSibling],
          std::sqrt(std::max(0.0, v(kOwnRegular, kOwnRegular) + v(kSibling, kSibling) + 2 * v(kOwnRegular, kSibling)))};
}

// Under the names that scripts read.
std::vector<std::pair<QString, Posterior>> posteriorsOf(const DemandEstimate& e) {
  std::vector<std::pair<QString, Posterior>> out;
  for (const FitTerm& t : kFitTerms)
    out.emplace_back(s(t.name), posteriorOf(e, t.term));
  out.emplace_back(s("category_elasticity"), categoryPosterior(e));
  return out;
}

QJsonObject toJson(const DemandFitRow& r) {
  const DemandEstimate& e = r.estimate;
  QJsonObject row{{"sku", r.sku},
                  {"zone", r.zone},
                  {"category", r.category},
                  {"usable", e.usable},
                  {"grade", identificationName(e.grade)},
                  {"reason", e.gradeReason},
                  {"pooled_from", e.pooledFrom},
                  {"weeks", e.weeks},
                  {"distinct_prices", e.distinctPrices},
                  {"reference_price", e.referencePrice},
                  {"units_per_week", e.usable ? std::exp(e.logBase) : 0.0},
                  {"own_standard_error", e.ownStandardError},
                  {"naive_standard_error", e.naiveStandardError}};
  for (const auto& [name, p] : posteriorsOf(e))
    row.insert(name, QJsonObject{{"mean", p.mean}, {"sd", p.sd}, {"low95", p.low()}, {"high95", p.high()}});
  return row;
}

ExportTable tableOf(const DemandFit& fit) {
  ExportTable table;
  table.title = s("demand");
  const auto column = [&](const QString& key, ExportKind kind, int places = 5) {
    table.columns.push_back({key, key, kind, places});
  };
  column(s("sku"), ExportKind::Text), column(s("zone"), ExportKind::Text), column(s("category"), ExportKind::Text);
  column(s("grade"), ExportKind::Text), column(s("reason"), ExportKind::Text);
  column(s("weeks"), ExportKind::Integer), column(s("distinct_prices"), ExportKind::Integer);
  column(s("reference_price"), ExportKind::Number), column(s("units_per_week"), ExportKind::Number);
  for (const auto& [name, p] : posteriorsOf({}))
    for (const char* figure : {"", "_sd", "_low95", "_high95"})
      column(name + s(figure), ExportKind::Number);
  for (const DemandFitRow& r : fit.rows) {
    const DemandEstimate& e = r.estimate;
    std::vector<ExportCell> cells{r.sku,
                                  r.zone,
                                  r.category,
                                  identificationName(e.grade),
                                  e.gradeReason,
                                  qint64(e.weeks),
                                  qint64(e.distinctPrices),
                                  e.referencePrice,
                                  e.usable ? std::exp(e.logBase) : 0.0};
    for (const auto& [name, p] : posteriorsOf(e))
      for (const double value : {p.mean, p.sd, p.low(), p.high()})
        cells.emplace_back(value);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

QJsonObject toJson(const AfterEffect& e) { return {{"mean", e.mean}, {"sd", e.sd}, {"shown", e.isShown()}}; }

QJsonArray afterEffectsOf(const DemandFit& fit) {
  QJsonArray out;
  for (const CategoryAfterEffects& c : fit.model.afterEffects) {
    const auto code = fit.categories.find(c.categoryNo);
    QJsonObject one{{"category", code == fit.categories.end() ? QString() : code->second},
                    {"promoted_weeks", c.promotedWeeks},
                    {"weeks_after", c.weeksAfter},
                    {"price_changes", c.priceChanges}};
    if (c.payback.sd > 0)
      one.insert("dip_week1", toJson(c.dip[0])), one.insert("dip_week2", toJson(c.dip[1])),
          one.insert("payback", toJson(c.payback));
    if (c.loss.sd > 0)
      one.insert("reference_loss", toJson(c.loss)), one.insert("reference_gain", toJson(c.gain)),
          one.insert("loss_less_gain", toJson(c.lossLessGain));
    out.append(one);
  }
  return out;
}

// What all categories together show of the weeks after promotions and price changes.
QString afterText(const DemandFit& fit) {
  if (fit.model.afterEffects.empty() || fit.model.afterEffects.front().categoryNo != 0)
    return {};
  const CategoryAfterEffects& all = fit.model.afterEffects.front();
  const auto percent = [](double share) { return QString::number(100 * share, 'f', 0); };
  QString text;
  if (all.payback.sd > 0 && !all.payback.isShown())
    text += s("No dip after promotions is shown: of their extra units the two weeks after sell %1 … %2 % less.\n")
                .arg(percent(all.payback.mean - 2 * all.payback.sd), percent(all.payback.mean + 2 * all.payback.sd));
  else if (all.payback.sd > 0)
    text += s("Of a promotion's extra units the two weeks after sell %1 % less (95 %: %2 … %3).\n")
                .arg(percent(all.payback.mean), percent(all.payback.mean - 2 * all.payback.sd),
                     percent(all.payback.mean + 2 * all.payback.sd));
  if (all.lossLessGain.isShown())
    text += all.lossLessGain.mean < 0
                ? s("A price above what buyers remember costs more units than one as far below it brings.\n")
                : s("A price below what buyers remember brings more units than one as far above it costs.\n");
  return text;
}

QString categoryCode(const DemandFit& fit, int no) {
  const auto code = fit.categories.find(no);
  return code == fit.categories.end() ? QString() : code->second;
}

QJsonArray besideOf(const DemandFit& fit) {
  const auto answer = [](const PriceAnswer& a) -> QJsonValue {
    if (!a.isKnown())
      return {};
    return QJsonObject{{"elasticity", a.elasticity}, {"standard_error", a.standardError}};
  };
  QJsonArray out;
  for (const OrthogonalFit& o : fit.beside)
    out.append(
        QJsonObject{{"category", o.categoryNo > 0 ? categoryCode(fit, o.categoryNo) : s("all")},
                    {"rows", o.rows},
                    {"naive", answer(o.naive)},
                    {"within", answer(o.within)},
                    {"orthogonal", answer(o.orthogonal)},
                    {"why", o.why},
                    {"warning", o.parts() ? QJsonValue(o.isBetweenProducts() ? s("between-products") : s("over-time"))
                                          : QJsonValue()}});
  return out;
}

// What a plain regression would have said, and how far it would have been misled.
QString besideText(const DemandFit& fit) {
  const auto said = [](const PriceAnswer& a) {
    return s("%1 ± %2").arg(QString::number(a.elasticity, 'f', 2), QString::number(1.96 * a.standardError, 'f', 2));
  };
  QString text;
  for (const OrthogonalFit& o : fit.beside) {
    const QString name = o.categoryNo > 0 ? s("Category %1").arg(categoryCode(fit, o.categoryNo)) : s("All together");
    if (!o.orthogonal.isKnown()) {
      text += s("%1: no plain estimate to compare with (%2).\n")
                  .arg(name, codeText(o.why.isEmpty() ? s("few-rows") : o.why));
      continue;
    }
    text += s("%1, all prices charged: a plain regression says %2, with what else tells units and prices taken off "
              "both %3.")
                .arg(name, said(o.naive), said(o.orthogonal));
    if (o.isBetweenProducts())
      text += s(" They part: the plain one compares products with each other, not prices of one product.");
    else if (o.parts())
      text += s(" They part: prices moved at times when units would have moved anyway.");
    text += s("\n");
  }
  return text;
}

QString fitText(const DemandFit& fit, const QString& out) {
  const HoldOutMetrics& h = fit.model.holdOut;
  QString text = s("Learnt from %1 periods up to %2 in %3 s; %4 could not be used.\n")
                     .arg(fit.model.rowsUsed)
                     .arg(isoDay(fit.asOf), QString::number(fit.seconds, 'f', 2))
                     .arg(fit.model.rowsSkipped);
  if (h.origins > 0)
    text += s("Forecast of %1 weeks from %2 earlier days: WAPE %3 %, bias %4 %, %5 % within the 80 % limits.\n")
                .arg(h.weeks)
                .arg(h.origins)
                .arg(QString::number(100 * h.wapeMedian, 'f', 1), QString::number(100 * h.bias, 'f', 1),
                     QString::number(100 * h.coverage80, 'f', 1));
  text += besideText(fit) + afterText(fit);
  const auto number = [](double v) { return QString::number(v, 'f', 2); };
  return text +
         rowsText({s("product"), s("zone"), s("elasticity"), s("95 %"), s("discounts"), s("weeks"), s("evidence")},
                  s("  rrrr"), fit.rows.size(), out, [&](std::size_t i) -> QStringList {
                    const DemandFitRow& r = fit.rows[i];
                    const DemandEstimate& e = r.estimate;
                    const Posterior own = posteriorOf(e, kOwnRegular);
                    return {r.sku,
                            r.zone,
                            number(own.mean),
                            s("%1 … %2").arg(number(own.low()), number(own.high())),
                            number(posteriorOf(e, kOwnDiscount).mean),
                            QString::number(e.weeks),
                            e.gradeReason.isEmpty() ? identificationName(e.grade) : codeText(e.gradeReason)};
                  });
}

// The plain regressions: see YardstickSpec.
int runYardstick(Session& session, const std::optional<Day>& asOf) {
  const auto spec = yardstickFrom(session.arguments.value("spec"));
  if (!spec)
    return session.refuse(fail(s("usage.bad-value"), {{s("option"), s("--spec")},
                                                      {s("value"), session.arguments.value("spec")},
                                                      {s("wanted"), s("loglog-fe or loglog-fe-others")}}));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const YardstickFit fit, fitWorkspaceYardstick(w, *spec, asOf));
  ExportTable table;
  table.title = s("plain regressions");
  table.columns = {{s("sku"), s("sku"), ExportKind::Text, 0},
                   {s("elasticity"), s("elasticity"), ExportKind::Number, 6},
                   {s("standard_error"), s("standard_error"), ExportKind::Number, 6},
                   {s("rows"), s("rows"), ExportKind::Integer, 0}};
  QJsonArray rows;
  std::vector<QStringList> shown;
  for (const YardstickFit::Row& r : fit.rows) {
    const QString sku = r.sku.isEmpty() ? s("all") : r.sku;
    const bool told = r.fit.why.isEmpty();
    rows.append(QJsonObject{{"sku", sku},
                            {"elasticity", told ? QJsonValue(r.fit.elasticity) : QJsonValue()},
                            {"standard_error", told ? QJsonValue(r.fit.standardError) : QJsonValue()},
                            {"deal", r.fit.deal},
                            {"feature", r.fit.feature},
                            {"rows", r.fit.rows},
                            {"listings", r.fit.listings},
                            {"why", r.fit.why}});
    table.rows.push_back({sku, told ? ExportCell(r.fit.elasticity) : ExportCell(),
                          told ? ExportCell(r.fit.standardError) : ExportCell(), r.fit.rows});
    shown.push_back({sku, told ? QString::number(r.fit.elasticity, 'f', 3) : s("–"),
                     told ? QString::number(r.fit.standardError, 'f', 3) : codeText(r.fit.why),
                     QString::number(r.fit.rows)});
  }
  const QString out = session.arguments.value("out");
  if (const Status written = writeOut(session, table); !written)
    return session.refuse(written.error());
  return session.answer({{"as_of", isoDay(fit.asOf)}, {"spec", session.arguments.value("spec")}, {"rows", rows}},
                        rowsText({"product", "elasticity", "standard error", "rows"}, s(" rrr"), shown.size(), out,
                                 [&](std::size_t i) { return shown[i]; }));
}

} // namespace

int runFit(Session& session) {
  DemandFitWish wish;
  if (session.arguments.has("as-of")) {
    PW_SAY(session, wish.asOf, parseDay(session.arguments.value("as-of")));
  }
  if (session.arguments.has("spec"))
    return runYardstick(session, wish.asOf);
  PW_SAY(session, const qint64 weeks, wholeNumber(session.arguments.value("hold-out", s("8")), "hold-out", 0, 104));
  wish.holdOutWeeks = int(weeks);
  wish.version = session.arguments.value("model");
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const DemandFit fit, fitWorkspaceDemand(w, wish, session.job()));
  const QString out = session.arguments.value("out");
  if (const Status written = writeOut(session, tableOf(fit)); !written)
    return session.refuse(written.error());
  QJsonArray rows, categories;
  if (session.json() && out.isEmpty())
    for (const DemandFitRow& r : fit.rows)
      rows.append(toJson(r));
  for (const DemandModel::CategoryPrior& c : fit.model.categories) {
    QJsonObject one{{"category", fit.categories.count(c.categoryNo) ? fit.categories.at(c.categoryNo) : QString()},
                    {"skus", c.skus}};
    for (const FitTerm& t : kFitTerms)
      one.insert(QLatin1String(t.name), QJsonObject{{"mean", c.mean[std::size_t(t.term)]},
                                                    {"sd", c.sd[std::size_t(t.term)]},
                                                    {"standard_error", c.standardError[std::size_t(t.term)]}});
    categories.append(one);
  }
  return session.answer({{"as_of", isoDay(fit.asOf)},
                         {"seconds", fit.seconds},
                         {"version", fit.version},
                         {"training_sha256", fit.model.trainingSha256},
                         {"metrics", fit.model.metrics()},
                         {"categories", categories},
                         {"beside", besideOf(fit)},
                         {"after_effects", afterEffectsOf(fit)},
                         {"count", qint64(fit.rows.size())},
                         {"rows", rows}},
                        fitText(fit, out));
}

int runOptimize(Session& session) {
  const QString path = session.arguments.value("problem");
  if (path.isEmpty())
    return session.refuse(fail(s("usage.needs-value"), {{s("option"), s("problem")}}));
  PW_SAY(session, const QByteArray bytes, readFile(path));
  PW_SAY(session, const QJsonObject problem, parseObject(bytes));
  PW_SAY(session, const QJsonObject answer, solvePriceProblem(problem));
  return session.answer(answer, summary(answer));
}

} // namespace pricewright
