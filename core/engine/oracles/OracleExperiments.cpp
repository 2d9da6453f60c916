// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oracles/OracleFields.h"
#include "experiments/Bandit.h"
#include "experiments/Cuped.h"
#include "experiments/MultipleTesting.h"
#include "experiments/Power.h"
#include "experiments/ProportionTest.h"
#include "experiments/SampleRatio.h"
#include "experiments/Sequential.h"

#include <algorithm>
#include <array>

namespace pricewright::oracle {
namespace {

constexpr QLatin1String kControl("control"), kTreatment("treatment");

Result<double> field(const QJsonObject& in, const char* name) { return number(in, QLatin1String(name)); }
QJsonArray interval(double low, double high) { return {low, high}; }
QJsonArray interval(const ShareInterval& of) { return {of.low, of.high}; }

Result<ShareCount> shareCount(const QJsonObject& in) {
  PW_TRY(const double units, field(in, "n"));
  PW_TRY(const double successes, field(in, "successes"));
  return ShareCount{units, successes};
}

// Sums of one quantity: { n, sum, sum_squares }.
Result<UnitMoments> momentsOf(const QJsonObject& in) {
  PW_TRY(const double units, field(in, "n"));
  PW_TRY(const double sum, field(in, "sum"));
  PW_TRY(const double squares, field(in, "sum_squares"));
  return UnitMoments::fromSums(units, {&sum, 1}, {&squares, 1});
}

// Sums of two, under the names given: of each, of each one's squares, of their products.
Result<UnitMoments> pairOf(const QJsonObject& in, const QString& first, const QString& second,
                           const QString& products) {
  PW_TRY(const double units, field(in, "n"));
  PW_TRY(const double a, number(in, first + QStringLiteral("_sum")));
  PW_TRY(const double b, number(in, second + QStringLiteral("_sum")));
  PW_TRY(const double aa, number(in, first + QStringLiteral("_sum_squares")));
  PW_TRY(const double bb, number(in, second + QStringLiteral("_sum_squares")));
  PW_TRY(const double ab, number(in, products));
  return UnitMoments::fromSums(units, std::array{a, b}, std::array{aa, ab, ab, bb});
}

Result<ArmMoments> armOf(const QJsonObject& in, const QString& metric) {
  if (metric == u"proportion") {
    PW_TRY(const double units, field(in, "n"));
    PW_TRY(const double sum, field(in, "sum"));
    return proportionArm(units, sum);
  }
  if (metric == u"mean") {
    PW_TRY(const UnitMoments mean, momentsOf(in));
    return meanArm(mean);
  }
  if (metric != u"ratio")
    return badCase(QStringLiteral("metric"));
  PW_TRY(const UnitMoments pair,
         pairOf(in, QStringLiteral("num"), QStringLiteral("den"), QStringLiteral("num_den_sum_products")));
  return ratioArm(pair);
}

Result<QJsonObject> answerProportions(const QJsonObject& in) {
  PW_TRY(const ShareCount control, shareCount(in[kControl].toObject()));
  PW_TRY(const ShareCount treatment, shareCount(in[kTreatment].toObject()));
  PW_TRY(const double alpha, field(in, "alpha"));
  PW_TRY(const ProportionTest test, testProportions(control, treatment, alpha));
  PW_TRY(const ShareInterval wilson, wilsonInterval(treatment, alpha));
  PW_TRY(const ShareInterval exact, clopperPearsonInterval(treatment, alpha));
  PW_TRY(const ShareInterval jeffreys, jeffreysInterval(treatment, alpha));
  return QJsonObject{{QStringLiteral("diff"), test.difference},
                     {QStringLiteral("z_pooled"), test.zPooled},
                     {QStringLiteral("p_two_sided"), test.pPooled},
                     {QStringLiteral("diff_ci_wald"), interval(test.wald)},
                     {QStringLiteral("diff_ci_newcombe"), interval(test.newcombe)},
                     {QStringLiteral("diff_ci_agresti_caffo"), interval(test.agrestiCaffo)},
                     {QStringLiteral("wilson_ci_treatment"), interval(wilson)},
                     {QStringLiteral("clopper_pearson_ci_treatment"), interval(exact)},
                     {QStringLiteral("jeffreys_ci_treatment"), interval(jeffreys)},
                     {QStringLiteral("fisher_p"), test.fisher ? QJsonValue(*test.fisher) : QJsonValue()}};
}

Result<QJsonObject> answerWelch(const QJsonObject& in) {
  PW_TRY(const auto controls, numbers(in, kControl));
  PW_TRY(const auto treatments, numbers(in, kTreatment));
  PW_TRY(const double alpha, field(in, "alpha"));
  PW_TRY(const UnitMoments c, UnitMoments::fromValues(controls));
  PW_TRY(const UnitMoments t, UnitMoments::fromValues(treatments));
  PW_TRY(const ArmMoments control, meanArm(c));
  PW_TRY(const ArmMoments treatment, meanArm(t));
  PW_TRY(const Lift lift, liftOf(control, treatment, LiftKind::Absolute));
  PW_TRY(const LiftTest test, testLift(lift, alpha));
  PW_TRY(const PooledTest pooled, pooledTest(control, treatment));
  PW_TRY(const RankTest ranks, rankTest(controls, treatments));
  return QJsonObject{{QStringLiteral("mean_control"), control.mean},
                     {QStringLiteral("mean_treatment"), treatment.mean},
                     {QStringLiteral("var_control"), control.variance},
                     {QStringLiteral("var_treatment"), treatment.variance},
                     {QStringLiteral("diff"), lift.value},
                     {QStringLiteral("t"), test.t},
                     {QStringLiteral("df"), lift.degreesOfFreedom},
                     {QStringLiteral("p_two_sided"), test.p},
                     {QStringLiteral("ci"), interval(test.low, test.high)},
                     {QStringLiteral("student_t"), pooled.t},
                     {QStringLiteral("student_p"), pooled.p},
                     {QStringLiteral("mannwhitney_u"), ranks.u},
                     {QStringLiteral("mannwhitney_p"), ranks.p}};
}

Result<QJsonObject> liftFields(const ArmMoments& control, const ArmMoments& treatment, LiftKind kind, double alpha) {
  PW_TRY(const Lift lift, liftOf(control, treatment, kind));
  PW_TRY(const LiftTest test, testLift(lift, alpha));
  return QJsonObject{{QStringLiteral("lift"), lift.value},
                     {QStringLiteral("se"), lift.standardError},
                     {QStringLiteral("ci"), interval(test.low, test.high)},
                     {QStringLiteral("p_two_sided"), test.p},
                     {QStringLiteral("one_sided_greater_p"), test.pGreater},
                     {QStringLiteral("one_sided_lower"), test.lowAlone}};
}

Result<QJsonObject> bothLifts(const ArmMoments& control, const ArmMoments& treatment, double alpha) {
  PW_TRY(const QJsonObject relative, liftFields(control, treatment, LiftKind::Relative, alpha));
  PW_TRY(const QJsonObject absolute, liftFields(control, treatment, LiftKind::Absolute, alpha));
  return QJsonObject{{QStringLiteral("relative"), relative}, {QStringLiteral("absolute"), absolute}};
}

Result<QJsonObject> answerLift(const QJsonObject& in) {
  const QString metric = in[QStringLiteral("metric")].toString();
  PW_TRY(const double alpha, field(in, "alpha"));
  PW_TRY(const ArmMoments control, armOf(in[kControl].toObject(), metric));
  PW_TRY(const ArmMoments treatment, armOf(in[kTreatment].toObject(), metric));
  return bothLifts(control, treatment, alpha);
}

Result<QJsonObject> answerCuped(const QJsonObject& in) {
  const QString post = QStringLiteral("post"), pre = QStringLiteral("pre"),
                products = QStringLiteral("post_pre_sum_products");
  PW_TRY(const double alpha, field(in, "alpha"));
  PW_TRY(const UnitMoments control, pairOf(in[kControl].toObject(), post, pre, products));
  PW_TRY(const UnitMoments treatment, pairOf(in[kTreatment].toObject(), post, pre, products));
  PW_TRY(const CupedArms arms, adjustMeans(control, treatment));
  PW_TRY(QJsonObject out, bothLifts(arms.control, arms.treatment, alpha));
  out[QStringLiteral("theta")] = arms.theta;
  return out;
}

Result<QJsonObject> answerSampleRatio(const QJsonObject& in) {
  PW_TRY(const auto observed, numbers(in, QStringLiteral("observed")));
  PW_TRY(const auto weights, numbers(in, QStringLiteral("weights")));
  PW_TRY(const SampleRatio ratio, checkSampleRatio(observed, weights));
  return QJsonObject{{QStringLiteral("chi2"), ratio.chiSquare},
                     {QStringLiteral("df"), ratio.degreesOfFreedom},
                     {QStringLiteral("p"), ratio.p},
                     {QStringLiteral("gbstats_p"), ratio.p},
                     {QStringLiteral("flag_p_lt_0_001"), ratio.mismatch()}};
}

Result<QJsonObject> answerPower(const QJsonObject& in) {
  PowerPlan plan;
  PW_TRY(plan.alpha, field(in, "alpha"));
  PW_TRY(plan.power, field(in, "power"));
  PW_TRY(plan.ratio, field(in, "ratio_n2_over_n1"));
  PW_TRY(const double p1, field(in, "p1"));
  PW_TRY(const double p2, field(in, "p2"));
  PW_TRY(const double d, field(in, "effect_size_d"));
  PW_TRY(const double given, field(in, "given_n1"));
  PW_TRY(const double pooled, unitsForShares(p1, p2, plan, ShareMethod::Pooled));
  PW_TRY(const double arcsine, unitsForShares(p1, p2, plan, ShareMethod::Arcsine));
  PW_TRY(const double meanT, unitsForMeans(d, plan, MeanMethod::Student));
  PW_TRY(const double meanZ, unitsForMeans(d, plan, MeanMethod::Normal));
  PW_TRY(const double power, powerOfMeans(d, given, plan, MeanMethod::Student));
  PW_TRY(const double least, detectableMean(given, plan, MeanMethod::Student));
  return QJsonObject{{QStringLiteral("n1_proportion_pooled_h0"), pooled},
                     {QStringLiteral("cohen_h"), cohenH(p1, p2)},
                     {QStringLiteral("n1_proportion_arcsine"), arcsine},
                     {QStringLiteral("n1_mean_t"), meanT},
                     {QStringLiteral("n1_mean_z"), meanZ},
                     {QStringLiteral("power_t_given_n1"), power},
                     {QStringLiteral("mde_d_given_n1"), least}};
}

Result<QJsonObject> answerPowerR(const QJsonObject& in) {
  PowerPlan plan, halved;
  PW_TRY(plan.alpha, field(in, "alpha"));
  PW_TRY(plan.power, field(in, "power"));
  halved = plan, halved.ratio = 0.5;
  PW_TRY(const double p1, field(in, "p1"));
  PW_TRY(const double p2, field(in, "p2"));
  PW_TRY(const double d, field(in, "d"));
  PW_TRY(const double given, field(in, "n_given"));
  PW_TRY(const qint64 groups, integer(in[QStringLiteral("k_groups")], QStringLiteral("k_groups")));
  const double f = std::nearbyint(d / 2 * 1000) / 1000; // as the topic says: to three digits
  PW_TRY(const double shares, unitsForShares(p1, p2, plan, ShareMethod::Pooled));
  PW_TRY(const double arcsine, unitsForShares(p1, p2, plan, ShareMethod::Arcsine));
  PW_TRY(const double means, unitsForMeans(d, plan, MeanMethod::Student));
  PW_TRY(const double meanPower, powerOfMeans(d, given, plan, MeanMethod::Student));
  PW_TRY(const double sharePower, powerOfShares(p1, p2, 10 * given, plan, ShareMethod::Pooled));
  PW_TRY(const double unequal, powerOfShares(p1, p2, 10 * given, halved, ShareMethod::Arcsine));
  PW_TRY(const double anova, unitsForGroups(f, int(std::clamp<qint64>(groups, 0, 1'000'000)), plan));
  return QJsonObject{{QStringLiteral("n_power_prop_test"), shares},
                     {QStringLiteral("n_pwr_2p_arcsine"), arcsine},
                     {QStringLiteral("n_pwr_t"), means},
                     {QStringLiteral("power_t_given_n"), meanPower},
                     {QStringLiteral("power_prop_given_10n"), sharePower},
                     {QStringLiteral("power_2p2n_arcsine_10n_5n"), unequal},
                     {QStringLiteral("n_anova_f_half_d"), anova}};
}

Result<QJsonObject> answerMultiple(const QJsonObject& in) {
  static constexpr std::pair<const char*, Adjustment> kWays[] = {{"bonferroni", Adjustment::Bonferroni},
                                                                 {"holm", Adjustment::Holm},
                                                                 {"simes-hochberg", Adjustment::Hochberg},
                                                                 {"fdr_bh", Adjustment::BenjaminiHochberg},
                                                                 {"fdr_by", Adjustment::BenjaminiYekutieli}};
  PW_TRY(const auto p, numbers(in, QStringLiteral("p")));
  PW_TRY(const double alpha, field(in, "alpha"));
  QJsonObject out;
  for (const auto& [name, way] : kWays) {
    PW_TRY(const auto adjusted, adjustedP(p, way));
    QJsonArray rejected;
    for (const double one : adjusted)
      rejected.append(one <= alpha);
    out[QLatin1String(name)] =
        QJsonObject{{QStringLiteral("adjusted"), array(adjusted)}, {QStringLiteral("reject_at_0_05"), rejected}};
  }
  return out;
}

Result<QJsonObject> sequenceFields(const Lift& lift, const SequenceSetting& setting) {
  PW_TRY(const SequentialTest test, confidenceSequence(lift, setting));
  return QJsonObject{{QStringLiteral("lift"), lift.value},
                     {QStringLiteral("se"), lift.standardError},
                     {QStringLiteral("rho"), test.rho},
                     {QStringLiteral("halfwidth"), test.halfWidth},
                     {QStringLiteral("ci"), interval(test.low, test.high)},
                     {QStringLiteral("always_valid_p"), test.p}};
}

Result<QJsonObject> answerSequential(const QJsonObject& in) {
  PW_TRY(const double alpha, field(in, "alpha"));
  PW_TRY(const double tunedAt, field(in, "tuning_parameter"));
  PW_TRY(const double tau2, field(in, "msprt_tau2"));
  PW_TRY(const ArmMoments control, armOf(in[kControl].toObject(), QStringLiteral("mean")));
  PW_TRY(const ArmMoments treatment, armOf(in[kTreatment].toObject(), QStringLiteral("mean")));
  PW_TRY(const Lift relative, liftOf(control, treatment, LiftKind::Relative));
  PW_TRY(const Lift absolute, liftOf(control, treatment, LiftKind::Absolute));
  PW_TRY(const QJsonObject ofRelative, sequenceFields(relative, {alpha, tunedAt}));
  PW_TRY(const QJsonObject ofAbsolute, sequenceFields(absolute, {alpha, tunedAt}));
  PW_TRY(const MixtureTest mixture, mixtureTest(absolute, tau2, alpha));
  const QJsonObject ofMixture{{QStringLiteral("tau2"), tau2},
                              {QStringLiteral("V"), absolute.standardError * absolute.standardError},
                              {QStringLiteral("diff"), absolute.value},
                              {QStringLiteral("log_likelihood_ratio"), mixture.logRatio},
                              {QStringLiteral("p_always_valid"), mixture.p},
                              {QStringLiteral("ci"), interval(mixture.low, mixture.high)}};
  return QJsonObject{{QStringLiteral("relative"), ofRelative},
                     {QStringLiteral("absolute"), ofAbsolute},
                     {QStringLiteral("msprt"), ofMixture}};
}

QJsonObject beliefFields(const BetaPosterior& of) {
  return {{QStringLiteral("alpha"), of.alpha},
          {QStringLiteral("beta"), of.beta},
          {QStringLiteral("mean"), of.mean()},
          {QStringLiteral("ci95"), interval(of.quantile(0.025), of.quantile(0.975))}};
}

Result<QJsonObject> effectFields(const QJsonObject& in) {
  PW_TRY(const ArmMoments control, armOf(in[QStringLiteral("mean_control")].toObject(), QStringLiteral("mean")));
  PW_TRY(const ArmMoments treatment, armOf(in[QStringLiteral("mean_treatment")].toObject(), QStringLiteral("mean")));
  PW_TRY(const Lift lift, liftOf(control, treatment, LiftKind::Relative));
  const QJsonObject given = in[QStringLiteral("effect_prior")].toObject();
  std::optional<EffectPrior> prior;
  if (given[QStringLiteral("proper")].toBool()) {
    PW_TRY(const double mean, field(given, "mean"));
    PW_TRY(const double deviation, field(given, "sd"));
    prior = EffectPrior{mean, deviation};
  }
  PW_TRY(const EffectPosterior effect, effectPosterior(lift, prior, 0.05));
  return QJsonObject{{QStringLiteral("posterior_mean"), effect.mean},
                     {QStringLiteral("posterior_sd"), effect.deviation},
                     {QStringLiteral("chance_to_win"), effect.chanceToBeat},
                     {QStringLiteral("ci95"), interval(effect.low, effect.high)},
                     {QStringLiteral("risk_control"), effect.riskOfControl},
                     {QStringLiteral("risk_treatment"), effect.riskOfTreatment}};
}

Result<BetaPosterior> beliefOf(double units, double successes, const QJsonArray& prior) {
  PW_TRY(const auto shapes, numbers(prior, QStringLiteral("prior")));
  if (shapes.size() != 2)
    return badCase(QStringLiteral("prior"));
  return betaPosterior(units, successes, shapes[0], shapes[1]);
}

Result<QJsonObject> answerBayes(const QJsonObject& in) {
  PW_TRY(const QJsonArray prior, list(in, QStringLiteral("beta_prior")));
  PW_TRY(const ShareCount c, shareCount(in[kControl].toObject()));
  PW_TRY(const ShareCount t, shareCount(in[kTreatment].toObject()));
  PW_TRY(const BetaPosterior control, beliefOf(c.units, c.successes, prior));
  PW_TRY(const BetaPosterior treatment, beliefOf(t.units, t.successes, prior));
  PW_TRY(const ShareComparison compared, compareShares(control, treatment));
  PW_TRY(const QJsonObject effect, effectFields(in));
  return QJsonObject{{QStringLiteral("posterior_control"), beliefFields(control)},
                     {QStringLiteral("posterior_treatment"), beliefFields(treatment)},
                     {QStringLiteral("p_treatment_beats_control"), compared.chanceToBeat},
                     {QStringLiteral("expected_loss_choose_treatment"), compared.lossOfTreatment},
                     {QStringLiteral("expected_loss_choose_control"), compared.lossOfControl},
                     {QStringLiteral("gaussian_relative"), effect}};
}

Result<QJsonObject> answerBandit(const QJsonObject& in) {
  PW_TRY(const auto trials, numbers(in, QStringLiteral("trials")));
  PW_TRY(const auto successes, numbers(in, QStringLiteral("successes")));
  PW_TRY(const auto reward, numbers(in, QStringLiteral("reward_per_success")));
  PW_TRY(const QJsonArray prior, list(in, QStringLiteral("prior")));
  if (successes.size() != trials.size() || reward.size() != trials.size())
    return badCase(QStringLiteral("successes"));
  std::vector<BetaPosterior> arms;
  std::vector<double> means, revenues;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    PW_TRY(const BetaPosterior arm, beliefOf(trials[i], successes[i], prior));
    arms.push_back(arm);
    means.push_back(arm.mean());
    revenues.push_back(arm.mean() * reward[i]);
  }
  PW_TRY(const auto byShare, chancesOfBest(arms, std::vector<double>(arms.size(), 1.0)));
  PW_TRY(const auto byRevenue, chancesOfBest(arms, reward));
  return QJsonObject{{QStringLiteral("posterior_mean"), array(means)},
                     {QStringLiteral("p_best_conversion"), array(byShare)},
                     {QStringLiteral("p_best_revenue"), array(byRevenue)},
                     {QStringLiteral("posterior_mean_revenue"), array(revenues)}};
}

} // namespace

QMap<QString, AnswerCase> testTopics() {
  return {{QStringLiteral("proportion_test"), answerProportions},
          {QStringLiteral("welch_test"), answerWelch},
          {QStringLiteral("lift_delta"), answerLift},
          {QStringLiteral("cuped"), answerCuped},
          {QStringLiteral("srm_chisq"), answerSampleRatio},
          {QStringLiteral("power"), answerPower},
          {QStringLiteral("power_r"), answerPowerR},
          {QStringLiteral("multiple_testing"), answerMultiple},
          {QStringLiteral("sequential"), answerSequential},
          {QStringLiteral("bayes_ab"), answerBayes},
          {QStringLiteral("bandit_beta"), answerBandit}};
}

} // namespace pricewright::oracle
