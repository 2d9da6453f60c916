// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/OracleAnswers.h"

#include "money/FxRates.h"
#include "pipeline/optimizer/Optimizer.h"
#include "statistics/EmpiricalBayes.h"
#include "statistics/Regression.h"

#include <numeric>

namespace pricewright {
namespace {

std::vector<double> numbers(const QJsonValue& array) {
  std::vector<double> out;
  for (const QJsonValue& v : array.toArray())
    out.push_back(v.toDouble());
  return out;
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
  PW_TRY(const Currency currency, Currency::fromCode(in[QStringLiteral("currency")].toString()));
  QJsonArray rounded;
  for (const QJsonValue& value : in[QStringLiteral("values")].toArray()) {
    QJsonObject one;
    for (const auto& [name, mode] : kModes) {
      PW_TRY(const Money money, Money::round(value.toString(), currency, mode));
      one[QLatin1String(name)] = money.toString();
    }
    rounded.append(one);
  }
  return QJsonObject{{QStringLiteral("rounded"), rounded}};
}

Result<QJsonObject> answerAllocation(const QJsonObject& in) {
  std::vector<qint64> weights;
  for (const QJsonValue& v : in[QStringLiteral("weights")].toArray())
    weights.push_back(v.toInteger());
  PW_TRY(const std::vector<qint64> parts, allocate(in[QStringLiteral("total_minor")].toInteger(), weights));
  QJsonArray list;
  for (const qint64 part : parts)
    list.append(part);
  return QJsonObject{{QStringLiteral("parts"), list},
                     {QStringLiteral("sum"), std::accumulate(parts.begin(), parts.end(), qint64{0})}};
}

Result<QJsonObject> answerConversion(const QJsonObject& in) {
  const QString baseCode = in[QStringLiteral("base")].toString();
  PW_TRY(const Currency base, Currency::fromCode(baseCode));
  FxRates rates(base, Day{});
  const QJsonObject table = in[QStringLiteral("units_per_") + baseCode.toLower()].toObject();
  for (auto it = table.constBegin(); it != table.constEnd(); ++it) {
    PW_TRY(const Currency currency, Currency::fromCode(it.key()));
    PW_CHECK(rates.set(currency, it.value().toString()));
  }
  QJsonArray results;
  for (const QJsonValue& value : in[QStringLiteral("requests")].toArray()) {
    const QJsonObject request = value.toObject();
    PW_TRY(const Currency from, Currency::fromCode(request[QStringLiteral("src")].toString()));
    PW_TRY(const Currency to, Currency::fromCode(request[QStringLiteral("dst")].toString()));
    PW_TRY(const Money amount, Money::round(request[QStringLiteral("amount")].toString(), from, Rounding::HalfEven));
    PW_TRY(const QString cross, rates.crossRate(from, to, 12));
    PW_TRY(const Money halfEven, rates.convert(amount, to, Rounding::HalfEven));
    PW_TRY(const Money halfUp, rates.convert(amount, to, Rounding::HalfUp));
    results.append(QJsonObject{{QStringLiteral("cross_rate_12dp"), cross},
                               {QStringLiteral("half_even"), halfEven.toString()},
                               {QStringLiteral("half_up"), halfUp.toString()}});
  }
  return QJsonObject{{QStringLiteral("results"), results}};
}

Result<QJsonObject> answerRegression(const QJsonObject& in) {
  RegressionInput input;
  input.y = numbers(in[QStringLiteral("y")]);
  for (const QJsonValue& row : in[QStringLiteral("X")].toArray()) {
    const std::vector<double> values = numbers(row);
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
    input.weights = numbers(in[QStringLiteral("weights")]);
    PW_TRY(const RegressionFit wls, fitLeastSquares(input));
    out[QStringLiteral("wls_coef")] = array(wls.coefficient);
    out[QStringLiteral("wls_se")] = array(wls.standardError);
  }
  return out;
}

Result<QJsonObject> answerShrinkage(const QJsonObject& in) {
  const std::vector<double> estimates = numbers(in[QStringLiteral("estimate")]),
                            errors = numbers(in[QStringLiteral("se")]);
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
    return fail(QStringLiteral("oracle.bad-case"), {{QStringLiteral("field"), QStringLiteral("demand")}});
  const auto number = [&in](const char* name) { return in[QLatin1String(name)].toDouble(); };
  CurveParameters p{.curve = *curve};
  p.cost = number("cost"), p.elasticity = number("elasticity");
  p.unitsAtReference = number("q_at_ref"), p.referencePrice = number("p_ref");
  p.a = number("a"), p.b = number("b"), p.market = number("market");
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
