// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oracles/OracleFields.h"
#include "statistics/CountRegression.h"
#include "statistics/Drift.h"
#include "statistics/GammaPoisson.h"
#include "statistics/MixedIntercept.h"
#include "statistics/Ridge.h"
#include "statistics/Smoothing.h"

#include <algorithm>
#include <map>

namespace pricewright::oracle {
namespace {

Result<QJsonObject> answerSmoothing(const QJsonObject& in) {
  static const QMap<QString, SmoothingKind> kinds{{QStringLiteral("ses"), SmoothingKind::Simple},
                                                  {QStringLiteral("holt"), SmoothingKind::Trend},
                                                  {QStringLiteral("hw_add"), SmoothingKind::Additive},
                                                  {QStringLiteral("hw_mult"), SmoothingKind::Multiplicative},
                                                  {QStringLiteral("damped"), SmoothingKind::Damped}};
  const auto kind = kinds.constFind(in[QStringLiteral("method")].toString());
  if (kind == kinds.constEnd())
    return badCase(QStringLiteral("method"));
  SmoothingInput input;
  input.kind = *kind;
  PW_TRY(input.y, numbers(in, QStringLiteral("y")));
  for (const auto& [name, value] : {std::pair("alpha", &input.alpha),
                                    {"beta", &input.beta},
                                    {"gamma", &input.gamma},
                                    {"phi", &input.phi},
                                    {"level0", &input.level},
                                    {"trend0", &input.trend}}) {
    PW_TRY(*value, numberOr(in, QLatin1String(name), *value));
  }
  if (in[QStringLiteral("season0")].isArray()) {
    PW_TRY(input.season, numbers(in, QStringLiteral("season0")));
  }
  PW_TRY(const qint64 horizon, integer(in[QStringLiteral("horizon")], QStringLiteral("horizon")));
  input.horizon = int(std::clamp<qint64>(horizon, -1, 1'000'000));
  PW_TRY(const SmoothingFit fit, smooth(input));
  return QJsonObject{{QStringLiteral("sse"), fit.squaredErrors},
                     {QStringLiteral("last_level"), fit.level},
                     {QStringLiteral("last_trend"), fit.trend},
                     {QStringLiteral("last_season"), array(fit.season)},
                     {QStringLiteral("forecast"), array(fit.forecast)}};
}

QJsonObject driftFields(const DriftMeasures& d) {
  return {{QStringLiteral("kl_current_vs_baseline"), d.kl},
          {QStringLiteral("kl_baseline_vs_current"), d.klReverse},
          {QStringLiteral("psi"), d.psi},
          {QStringLiteral("js_divergence"), d.jensenShannon},
          {QStringLiteral("chi2_homogeneity"), d.chiSquare}};
}

Result<QJsonObject> answerDrift(const QJsonObject& in) {
  PW_TRY(const auto baseline, numbers(in, QStringLiteral("baseline_counts")));
  PW_TRY(const auto current, numbers(in, QStringLiteral("current_counts")));
  PW_TRY(const double pseudo, number(in, QStringLiteral("pseudo_count")));
  PW_TRY(const DriftMeasures d, driftOf(baseline, current, pseudo));
  QJsonObject out = driftFields(d);
  PW_TRY(const double threshold, numberOr(in, QStringLiteral("threshold"), HUGE_VAL));
  out[QStringLiteral("flag_kl")] = d.kl > threshold;
  return out;
}

Result<QJsonObject> answerRawDrift(const QJsonObject& in) {
  PW_TRY(const auto baseline, numbers(in, QStringLiteral("baseline")));
  PW_TRY(const auto current, numbers(in, QStringLiteral("current")));
  PW_TRY(const qint64 bins, integer(in[QStringLiteral("bins")], QStringLiteral("bins")));
  PW_TRY(const double pseudo, number(in, QStringLiteral("pseudo_count")));
  PW_TRY(const auto edges, quantileEdges(baseline, int(std::clamp<qint64>(bins, 0, 10'000))));
  const auto before = countInBins(baseline, edges), now = countInBins(current, edges);
  PW_TRY(const DriftMeasures d, driftOf(before, now, pseudo));
  QJsonObject out = driftFields(d);
  out[QStringLiteral("edges")] = array(edges);
  out[QStringLiteral("baseline_counts")] = array(before);
  out[QStringLiteral("current_counts")] = array(now);
  out[QStringLiteral("ks_statistic")] = kolmogorovSmirnov(baseline, current);
  return out;
}

Result<QJsonObject> answerCounts(const QJsonObject& in) {
  CountData data;
  PW_TRY(data.y, numbers(in, QStringLiteral("y")));
  PW_TRY(const Matrix x, matrix(in, QStringLiteral("X")));
  data.x = x.values;
  data.columns = x.columns;
  if (in[QStringLiteral("offset")].isArray()) {
    PW_TRY(data.offset, numbers(in, QStringLiteral("offset")));
  }
  if (in[QStringLiteral("weights")].isArray()) {
    PW_TRY(data.weights, numbers(in, QStringLiteral("weights")));
  }
  PW_TRY(const PoissonFit p, fitPoisson(data));
  QJsonObject out{{QStringLiteral("poisson"), QJsonObject{{QStringLiteral("coef"), array(p.coefficient)},
                                                          {QStringLiteral("se"), array(p.standardError)},
                                                          {QStringLiteral("deviance"), p.deviance},
                                                          {QStringLiteral("null_deviance"), p.nullDeviance},
                                                          {QStringLiteral("loglik"), p.logLikelihood},
                                                          {QStringLiteral("aic"), p.aic},
                                                          {QStringLiteral("pearson_dispersion"), p.dispersion},
                                                          {QStringLiteral("quasi_se"), array(p.quasiError)},
                                                          {QStringLiteral("hc0_se"), array(p.sandwichError)}}}};
  const auto nb = fitNegativeBinomial(data);
  if (nb)
    out[QStringLiteral("negbin2")] = QJsonObject{{QStringLiteral("coef"), array(nb->coefficient)},
                                                 {QStringLiteral("se"), array(nb->standardError)},
                                                 {QStringLiteral("theta"), nb->theta},
                                                 {QStringLiteral("se_theta"), nb->thetaError},
                                                 {QStringLiteral("alpha"), 1 / nb->theta},
                                                 {QStringLiteral("deviance"), nb->deviance},
                                                 {QStringLiteral("loglik"), nb->logLikelihood}};
  return out;
}

Result<QJsonObject> answerGroups(const QJsonObject& in) {
  GroupedData data;
  PW_TRY(data.y, numbers(in, QStringLiteral("y")));
  PW_TRY(const auto x1, numbers(in, QStringLiteral("x1")));
  PW_TRY(const auto x2, numbers(in, QStringLiteral("x2")));
  PW_TRY(const auto names, numbers(in, QStringLiteral("group")));
  if (x1.size() != data.y.size() || x2.size() != data.y.size() || names.size() != data.y.size())
    return badCase(QStringLiteral("group"));
  std::map<double, int> numberOf; // in order
  for (const double name : names)
    numberOf.emplace(name, 0);
  QJsonArray groups;
  for (auto& [name, number] : numberOf) {
    number = data.groups++;
    groups.append(name);
  }
  data.columns = 2;
  for (std::size_t i = 0; i < data.y.size(); ++i) {
    data.x.insert(data.x.end(), {x1[i], x2[i]});
    data.group.push_back(numberOf[names[i]]);
  }
  PW_TRY(const MixedFit full, fitMixedIntercept(data, Likelihood::Full));
  PW_TRY(const MixedFit restricted, fitMixedIntercept(data, Likelihood::Restricted));
  return QJsonObject{{QStringLiteral("ml"), QJsonObject{{QStringLiteral("fixed"), array(full.fixed)},
                                                        {QStringLiteral("fixed_se"), array(full.fixedError)},
                                                        {QStringLiteral("var_group"), full.groupVariance},
                                                        {QStringLiteral("var_resid"), full.residualVariance},
                                                        {QStringLiteral("loglik"), full.logLikelihood},
                                                        {QStringLiteral("groups"), groups},
                                                        {QStringLiteral("blup"), array(full.groupEffect)}}},
                     {QStringLiteral("reml"), QJsonObject{{QStringLiteral("fixed"), array(restricted.fixed)},
                                                          {QStringLiteral("var_group"), restricted.groupVariance},
                                                          {QStringLiteral("var_resid"), restricted.residualVariance}}}};
}

Result<QJsonObject> answerRidge(const QJsonObject& in) {
  PW_TRY(const auto y, numbers(in, QStringLiteral("y")));
  PW_TRY(const Matrix x, matrix(in, QStringLiteral("X")));
  PW_TRY(const double lambda, number(in, QStringLiteral("lambda_")));
  PW_TRY(const auto ridge, fitRidge(y, x.values, x.columns, lambda));
  PW_TRY(const auto priorMean, numbers(in, QStringLiteral("prior_mean")));
  PW_TRY(const auto priorVariance, numbers(in, QStringLiteral("prior_var")));
  PW_TRY(const double variance, number(in, QStringLiteral("sigma2")));
  PW_TRY(const NormalPosterior bayes, normalPosterior(y, x.values, x.columns, priorMean, priorVariance, variance));
  CountData counts;
  counts.x = x.values;
  counts.columns = x.columns;
  PW_TRY(counts.y, numbers(in, QStringLiteral("counts")));
  PW_TRY(const auto poisson, fitPoissonRidge(counts, lambda));
  const auto rest = [](const std::vector<double>& b) { return array(std::span(b).subspan(1)); };
  return QJsonObject{{QStringLiteral("ridge_intercept"), ridge.front()},
                     {QStringLiteral("ridge_coef"), rest(ridge)},
                     {QStringLiteral("bayes_post_mean"), array(bayes.mean)},
                     {QStringLiteral("bayes_post_var_diag"), array(bayes.variance)},
                     {QStringLiteral("poisson_ridge_intercept"), poisson.front()},
                     {QStringLiteral("poisson_ridge_coef"), rest(poisson)}};
}

Result<QJsonObject> answerGammaPoisson(const QJsonObject& in) {
  PW_TRY(const double shape, number(in, QStringLiteral("prior_shape")));
  PW_TRY(const double rate, number(in, QStringLiteral("prior_rate")));
  PW_TRY(const auto counts, numbers(in, QStringLiteral("counts")));
  PW_TRY(const auto exposures, numbers(in, QStringLiteral("exposures")));
  PW_TRY(const double future, number(in, QStringLiteral("future_exposure")));
  PW_TRY(const auto asked, numbers(in, QStringLiteral("k")));
  PW_TRY(const GammaPosterior post, gammaPosterior(shape, rate, counts, exposures));
  PW_TRY(const CountPrediction next, predictCount(post, future, asked));
  return QJsonObject{{QStringLiteral("posterior_shape"), post.shape},
                     {QStringLiteral("posterior_rate"), post.rate},
                     {QStringLiteral("posterior_mean"), post.mean()},
                     {QStringLiteral("ci95"), QJsonArray{post.quantile(0.025), post.quantile(0.975)}},
                     {QStringLiteral("predictive_mean"), next.mean},
                     {QStringLiteral("predictive_var"), next.variance},
                     {QStringLiteral("predictive_pmf"), array(next.probability)},
                     {QStringLiteral("predictive_cdf"), array(next.cumulative)},
                     {QStringLiteral("predictive_q95"), next.quantile95}};
}

} // namespace

QMap<QString, AnswerCase> statisticTopics() {
  return {{QStringLiteral("exp_smoothing"), answerSmoothing},   {QStringLiteral("drift"), answerDrift},
          {QStringLiteral("drift_raw"), answerRawDrift},        {QStringLiteral("glm_count"), answerCounts},
          {QStringLiteral("mixed_intercept"), answerGroups},    {QStringLiteral("ridge_shrinkage"), answerRidge},
          {QStringLiteral("gamma_poisson"), answerGammaPoisson}};
}

} // namespace pricewright::oracle
