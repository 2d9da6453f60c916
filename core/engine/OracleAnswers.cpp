// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/OracleAnswers.h"

#include "money/FxRates.h"
#include "pipeline/optimizer/Optimizer.h"
#include "statistics/EmpiricalBayes.h"
#include "statistics/Regression.h"

#include <QJsonArray>

#include <cmath>
#include <limits>
#include <numeric>

namespace pricewright {
namespace {

Error badCase(const QString& field) {
  return fail(QStringLiteral("oracle.bad-case"), {{QStringLiteral("field"), field}});
}

// Reads the fields of a case; a field of another type is refused, never taken for 0 or "".
Result<double> number(const QJsonValue& value, const QString& field) {
  if (!value.isDouble() || !std::isfinite(value.toDouble()))
    return badCase(field);
  return value.toDouble();
}
Result<double> number(const QJsonObject& in, const QString& field) { return number(in[field], field); }
Result<qint64> integer(const QJsonValue& value, const QString& field) {
  PW_TRY(const double read, number(value, field));
  constexpr qint64 kNone = std::numeric_limits<qint64>::min(); // what toInteger answers for a fraction or too much
  const qint64 whole = value.toInteger(kNone);
  if (whole == kNone || read != static_cast<double>(whole))
    return badCase(field);
  return whole;
}
Result<QString> text(const QJsonValue& value, const QString& field) {
  if (!value.isString())
    return badCase(field);
  return value.toString();
}
Result<QJsonArray> list(const QJsonObject& in, const QString& field) {
  if (!in[field].isArray())
    return badCase(field);
  return in[field].toArray();
}
Result<std::vector<double>> numbers(const QJsonArray& array, const QString& field) {
  std::vector<double> out;
  for (const QJsonValue& v : array) {
    PW_TRY(const double one, number(v, field));
    out.push_back(one);
  }
  return out;
}
Result<std::vector<double>> numbers(const QJsonObject& in, const QString& field) {
  PW_TRY(const QJsonArray array, list(in, field));
  return numbers(array, field);
}
Result<Currency> currency(const QJsonValue& value, const QString& field) {
  PW_TRY(const QString code, text(value, field));
  return Currency::fromCode(code);
}
QJsonArray array(std::span<const double> values) {
  QJsonArray out;
  for (const double v : values)
    out.append(v);
  return out;
}

Result<QJsonObject> answerRounding(const QJsonObject& in) {
  static constexpr std::pair<const char*, Rounding> kModes[] = {
      {"half_even", Rounding::HalfEven}, {"half_up", Rounding::HalfUp},
      {"half_down", Rounding::HalfDown}, {"up", Rounding::Up},
      {"down", Rounding::Down},          {"ceiling", Rounding::Ceiling},
      {"floor", Rounding::Floor}};
  PW_TRY(const Currency target, currency(in[QStringLiteral("currency")], QStringLiteral("currency")));
  PW_TRY(const QJsonArray values, list(in, QStringLiteral("values")));
  QJsonArray rounded;
  for (const QJsonValue& value : values) {
    PW_TRY(const QString exact, text(value, QStringLiteral("values")));
    QJsonObject one;
    for (const auto& [name, mode] : kModes) {
      PW_TRY(const Money money, Money::round(exact, target, mode));
      one[QLatin1String(name)] = money.toString();
    }
    rounded.append(one);
  }
  return QJsonObject{{QStringLiteral("rounded"), rounded}};
}

Result<QJsonObject> answerAllocation(const QJsonObject& in) {
  std::vector<qint64> weights;
  PW_TRY(const QJsonArray given, list(in, QStringLiteral("weights")));
  for (const QJsonValue& v : given) {
    PW_TRY(const qint64 weight, integer(v, QStringLiteral("weights")));
    weights.push_back(weight);
  }
  PW_TRY(const qint64 total, integer(in[QStringLiteral("total_minor")], QStringLiteral("total_minor")));
  PW_TRY(const std::vector<qint64> parts, allocate(total, weights));
  QJsonArray shares;
  for (const qint64 part : parts)
    shares.append(part);
  return QJsonObject{{QStringLiteral("parts"), shares},
                     {QStringLiteral("sum"), std::accumulate(parts.begin(), parts.end(), qint64{0})}};
}

Result<QJsonObject> answerConversion(const QJsonObject& in) {
  PW_TRY(const Currency base, currency(in[QStringLiteral("base")], QStringLiteral("base")));
  FxRates rates(base, Day{});
  const QString tableName = QStringLiteral("units_per_") + base.code().toLower();
  const QJsonObject table = in[tableName].toObject();
  for (auto it = table.constBegin(); it != table.constEnd(); ++it) {
    PW_TRY(const Currency named, Currency::fromCode(it.key()));
    PW_TRY(const QString rate, text(it.value(), tableName));
    PW_CHECK(rates.set(named, rate));
  }
  PW_TRY(const QJsonArray requests, list(in, QStringLiteral("requests")));
  QJsonArray results;
  for (const QJsonValue& value : requests) {
    const QJsonObject request = value.toObject();
    PW_TRY(const Currency from, currency(request[QStringLiteral("src")], QStringLiteral("src")));
    PW_TRY(const Currency to, currency(request[QStringLiteral("dst")], QStringLiteral("dst")));
    PW_TRY(const QString amount, text(request[QStringLiteral("amount")], QStringLiteral("amount")));
    PW_TRY(const QString cross, rates.crossRate(from, to, 12));
    PW_TRY(const Money halfEven, rates.convert(amount, from, to, Rounding::HalfEven));
    PW_TRY(const Money halfUp, rates.convert(amount, from, to, Rounding::HalfUp));
    results.append(QJsonObject{{QStringLiteral("cross_rate_12dp"), cross},
                               {QStringLiteral("half_even"), halfEven.toString()},
                               {QStringLiteral("half_up"), halfUp.toString()}});
  }
  return QJsonObject{{QStringLiteral("results"), results}};
}

Result<QJsonObject> answerRegression(const QJsonObject& in) {
  RegressionInput input;
  PW_TRY(input.y, numbers(in, QStringLiteral("y")));
  PW_TRY(const QJsonArray rows, list(in, QStringLiteral("X")));
  for (const QJsonValue& row : rows) {
    if (!row.isArray())
      return badCase(QStringLiteral("X"));
    PW_TRY(const std::vector<double> values, numbers(row.toArray(), QStringLiteral("X")));
    if (input.columns != 0 && values.size() != static_cast<std::size_t>(input.columns))
      return badCase(QStringLiteral("X")); // a row of another length
    input.columns = static_cast<int>(values.size());
    input.x.insert(input.x.end(), values.begin(), values.end());
  }
  PW_TRY(const RegressionFit ols, fitLeastSquares(input));
  QJsonObject out{{QStringLiteral("coef"), array(ols.coefficient)},
                  {QStringLiteral("se"), array(ols.standardError)},
                  {QStringLiteral("t"), array(ols.t)},
                  {QStringLiteral("p"), array(ols.p)},
                  {QStringLiteral("sigma"), ols.sigma},
                  {QStringLiteral("r2"), ols.r2},
                  {QStringLiteral("adj_r2"), ols.adjustedR2},
                  {QStringLiteral("ci_lower"), array(ols.low95)},
                  {QStringLiteral("ci_upper"), array(ols.high95)},
                  {QStringLiteral("mean_pred_se"), ols.meanPredictionSe}};
  if (input.columns > 0)
    out[QStringLiteral("elasticity_ci")] = QJsonArray{ols.low95[1], ols.high95[1]};
  if (in.contains(QStringLiteral("weights"))) {
    PW_TRY(input.weights, numbers(in, QStringLiteral("weights")));
    PW_TRY(const RegressionFit wls, fitLeastSquares(input));
    out[QStringLiteral("wls_coef")] = array(wls.coefficient);
    out[QStringLiteral("wls_se")] = array(wls.standardError);
  }
  return out;
}

Result<QJsonObject> answerShrinkage(const QJsonObject& in) {
  PW_TRY(const std::vector<double> estimates, numbers(in, QStringLiteral("estimate")));
  PW_TRY(const std::vector<double> errors, numbers(in, QStringLiteral("se")));
  PW_TRY(const Shrinkage s, shrinkNormal(estimates, errors));
  const auto orNull = [](std::optional<double> v) { return v ? QJsonValue(*v) : QJsonValue(); };
  return QJsonObject{{QStringLiteral("fixed_effect_mean"), s.fixedEffectMean},
                     {QStringLiteral("Q"), s.q},
                     {QStringLiteral("tau2_dersimonian_laird"), s.tau2},
                     {QStringLiteral("mu_dl"), s.mean},
                     {QStringLiteral("se_mu_dl"), s.meanStandardError},
                     {QStringLiteral("shrunk_dl"), array(s.shrunk)},
                     {QStringLiteral("shrunk_var_dl"), array(s.shrunkVariance)},
                     {QStringLiteral("mu_ml"), orNull(s.meanMl)},
                     {QStringLiteral("tau2_ml"), orNull(s.tau2Ml)}};
}

Result<QJsonObject> answerOptimum(const QJsonObject& in) {
  static const QMap<QString, DemandCurve> curves{
      {QStringLiteral("constant_elasticity"), DemandCurve::ConstantElasticity},
      {QStringLiteral("linear"), DemandCurve::Linear},
      {QStringLiteral("exponential"), DemandCurve::Exponential},
      {QStringLiteral("logit"), DemandCurve::Logit}};
  const auto curve = curves.constFind(in[QStringLiteral("demand")].toString());
  if (curve == curves.constEnd())
    return badCase(QStringLiteral("demand"));
  CurveParameters p{.curve = *curve};
  const std::pair<const char*, double*> fields[] = {{"cost", &p.cost},
                                                    {"elasticity", &p.elasticity},
                                                    {"q_at_ref", &p.unitsAtReference},
                                                    {"p_ref", &p.referencePrice},
                                                    {"a", &p.a},
                                                    {"b", &p.b},
                                                    {"market", &p.market}};
  for (const auto& [name, value] : fields)
    if (in.contains(QLatin1String(name))) { // each curve has its own few; what it lacks is refused below
      PW_TRY(*value, number(in, QLatin1String(name)));
    }
  PW_TRY(const CurveOptimum best, closedFormOptimum(p));
  return QJsonObject{{QStringLiteral("price"), best.price},
                     {QStringLiteral("units"), best.units},
                     {QStringLiteral("profit"), best.profit},
                     {QStringLiteral("revenue"), best.revenue}};
}

using AnswerCase = Result<QJsonObject> (*)(const QJsonObject&);
const QMap<QString, AnswerCase>& topics() {
  static const QMap<QString, AnswerCase> all{
      {QStringLiteral("money_rounding"), answerRounding}, {QStringLiteral("money_allocation"), answerAllocation},
      {QStringLiteral("fx_convert"), answerConversion},   {QStringLiteral("loglog_ols"), answerRegression},
      {QStringLiteral("eb_normal"), answerShrinkage},     {QStringLiteral("price_closed_form"), answerOptimum}};
  return all;
}

} // namespace

QStringList oracleTopics() { return topics().keys(); }

Result<QJsonObject> answerOracle(const QJsonObject& topicFile) {
  const QString topic = topicFile[QStringLiteral("topic")].toString();
  const auto answer = topics().constFind(topic);
  if (answer == topics().constEnd())
    return fail(QStringLiteral("oracle.unknown-topic"),
                {{QStringLiteral("topic"), topic.left(60)},
                 {QStringLiteral("known"), oracleTopics().join(QStringLiteral(", "))}});
  if (!topicFile[QStringLiteral("cases")].isArray())
    return fail(QStringLiteral("oracle.no-cases"));
  QJsonObject answers;
  for (const QJsonValue& value : topicFile[QStringLiteral("cases")].toArray()) {
    const QJsonObject one = value.toObject();
    const auto got = (*answer)(one[QStringLiteral("input")].toObject());
    answers[one[QStringLiteral("id")].toString()] =
        got ? *got : QJsonObject{{QStringLiteral("error"), got.error().code}};
  }
  return answers;
}

} // namespace pricewright
