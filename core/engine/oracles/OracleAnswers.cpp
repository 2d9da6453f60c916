// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oracles/OracleAnswers.h"

#include "engine/oracles/OracleFields.h"
#include "money/FxRates.h"
#include "statistics/EmpiricalBayes.h"
#include "statistics/Regression.h"

#include <numeric>

namespace pricewright {
namespace {

using namespace oracle;

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
  PW_TRY(const Matrix x, matrix(in, QStringLiteral("X")));
  input.x = x.values;
  input.columns = x.columns;
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

const QMap<QString, AnswerCase>& topics() {
  static const QMap<QString, AnswerCase> all = [] {
    QMap<QString, AnswerCase> some{{QStringLiteral("money_rounding"), answerRounding},
                                   {QStringLiteral("money_allocation"), answerAllocation},
                                   {QStringLiteral("fx_convert"), answerConversion},
                                   {QStringLiteral("loglog_ols"), answerRegression},
                                   {QStringLiteral("eb_normal"), answerShrinkage}};
    some.insert(statisticTopics());
    some.insert(priceTopics());
    some.insert(testTopics());
    return some;
  }();
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
