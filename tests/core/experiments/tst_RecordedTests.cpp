// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Json.h"
#include "experiments/BayesAb.h"
#include "experiments/Cuped.h"
#include "experiments/Power.h"
#include "experiments/ProportionTest.h"
#include "experiments/SampleRatio.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

double number(const QJsonObject& in, const char* name) { return in[QLatin1String(name)].toDouble(); }

// A statistic as the open engine records it, as the sums of up to four quantities: the names of each quantity's own
// statistic, and of the products of each pair.
struct Shape {
  QList<QLatin1String> quantity; // "" : the statistic itself
  QMap<QString, std::pair<std::size_t, std::size_t>> products;
};
const QMap<QString, Shape>& shapes() {
  static const QMap<QString, Shape> all{
      {"SampleMeanStatistic", {{QLatin1String("")}, {}}},
      {"ProportionStatistic", {{QLatin1String("")}, {}}},
      {"RatioStatistic",
       {{QLatin1String("m_statistic"), QLatin1String("d_statistic")}, {{"m_d_sum_of_products", {0, 1}}}}},
      {"RegressionAdjustedStatistic",
       {{QLatin1String("post_statistic"), QLatin1String("pre_statistic")}, {{"post_pre_sum_of_products", {0, 1}}}}},
      {"RegressionAdjustedRatioStatistic",
       {{QLatin1String("m_statistic_post"), QLatin1String("d_statistic_post"), QLatin1String("m_statistic_pre"),
         QLatin1String("d_statistic_pre")},
        {{"m_post_m_pre_sum_of_products", {0, 2}},
         {"d_post_d_pre_sum_of_products", {1, 3}},
         {"m_pre_d_pre_sum_of_products", {2, 3}},
         {"m_post_d_post_sum_of_products", {0, 1}},
         {"m_post_d_pre_sum_of_products", {0, 3}},
         {"m_pre_d_post_sum_of_products", {1, 2}}}}}};
  return all;
}

// Files written by hand leave the types out: they are told by what is there.
QString typeOf(const QJsonObject& in) {
  if (in.contains("_type"))
    return in["_type"].toString();
  return in.contains("post_statistic") ? "RegressionAdjustedStatistic"
         : in.contains("sum_squares")  ? "SampleMeanStatistic"
                                       : "ProportionStatistic";
}

Result<UnitMoments> momentsOf(const QJsonObject& in) {
  const Shape shape = shapes()[typeOf(in)];
  const auto k = std::size_t(shape.quantity.size());
  std::vector<double> sums, products(k * k);
  bool shares = true;
  for (std::size_t i = 0; i < k; ++i) {
    const QLatin1String name = shape.quantity[qsizetype(i)];
    const QJsonObject one = name.isEmpty() ? in : in[name].toObject();
    const bool isShare = typeOf(one) == "ProportionStatistic";
    shares = shares && isShare;
    sums.push_back(number(one, "sum"));
    products[i * k + i] = number(one, isShare ? "sum" : "sum_squares");
  }
  for (auto it = shape.products.begin(); it != shape.products.end(); ++it) {
    const auto [i, j] = *it;
    products[i * k + j] = products[j * k + i] = in[it.key()].toDouble();
  }
  return UnitMoments::fromSums(number(in, "n"), sums, products, shares ? Spread::Shares : Spread::Sample);
}

struct Pair {
  ArmMoments control, treatment;
};
// A quantile is recorded with its 95 % interval: an estimate whose standard error is known.
ArmMoments quantileArm(const QJsonObject& in) {
  const double n = number(in, "n"), at = number(in, "quantile_hat");
  const double se = (number(in, "quantile_upper") - number(in, "quantile_lower")) / (2 * 1.959963984540054);
  const double variance = se * se * (n - 1) * number(in, "n_star") / n;
  return {n, at, variance, at, variance, variance};
}

Result<Pair> armsOf(const QString& type, const UnitMoments& a, const UnitMoments& b) {
  if (type.startsWith(u"RegressionAdjusted")) {
    PW_TRY(const CupedArms both, a.quantities() == 4 ? adjustRatios(a, b) : adjustMeans(a, b));
    return Pair{both.control, both.treatment};
  }
  PW_TRY(const ArmMoments control, a.quantities() == 2 ? ratioArm(a) : meanArm(a));
  PW_TRY(const ArmMoments treatment, b.quantities() == 2 ? ratioArm(b) : meanArm(b));
  return Pair{control, treatment};
}

Result<Pair> armsOf(const QJsonArray& strata) {
  const QJsonObject first = strata[0][0].toObject();
  if (typeOf(first) == u"QuantileStatistic")
    return Pair{quantileArm(first), quantileArm(strata[0][1].toObject())};
  PW_TRY(UnitMoments control, momentsOf(first));
  PW_TRY(UnitMoments treatment, momentsOf(strata[0][1].toObject()));
  for (qsizetype i = 1; i < strata.size(); ++i) {
    PW_TRY(const UnitMoments c, momentsOf(strata[i][0].toObject()));
    PW_TRY(const UnitMoments t, momentsOf(strata[i][1].toObject()));
    PW_CHECK(control.merge(c));
    PW_CHECK(treatment.merge(t));
  }
  return armsOf(typeOf(first), control, treatment);
}

// Gathers what differs by more than 1e-6 of what was recorded.
struct Differences {
  QString where;
  QStringList found;
  int compared = 0;
  void number(const char* what, const QJsonValue& expected, double got) {
    if (!expected.isDouble())
      return; // null, or "Infinity"
    ++compared;
    const double e = expected.toDouble();
    if (!(std::abs(got - e) <= 1e-6 * std::abs(e) + 1e-12))
      found << QStringLiteral("%1 %2 %3 %4").arg(where, QLatin1String(what)).arg(e, 0, 'g', 12).arg(got, 0, 'g', 12);
  }
};

void compareFrequentist(const QString& kind, const Lift& lift, double alpha, double tunedAt,
                        const QJsonObject& expected, Differences& d) {
  const QJsonArray ci = expected["ci"].toArray();
  const bool greater = kind.contains(u"Greater"), less = kind.contains(u"Lesser");
  const auto test = testLift(lift, alpha);
  const auto sequence = confidenceSequence(lift, {alpha, tunedAt});
  QVERIFY(test && sequence);
  const bool sequential = kind.startsWith(u"Sequential");
  if (greater || less) {
    d.number("low", ci[0], sequential ? sequence->lowAlone : test->lowAlone);
    d.number("high", ci[1], sequential ? sequence->highAlone : test->highAlone);
    if (!sequential) // the engine's own search for a sequential one ends at ½
      d.number("p", expected["pValue"], greater ? test->pGreater : test->pLess);
    return;
  }
  d.number("low", ci[0], sequential ? sequence->low : test->low);
  d.number("high", ci[1], sequential ? sequence->high : test->high);
  d.number("p", expected["pValue"], sequential ? sequence->p : test->p);
}

void compareBayesian(const Lift& lift, const std::optional<EffectPrior>& prior, bool inverse, double alpha,
                     const QJsonObject& expected, Differences& d) {
  const auto effect = effectPosterior(lift, prior, alpha);
  QVERIFY(effect);
  const QJsonArray ci = expected["ci"].toArray(), risk = expected["risk"].toArray();
  d.number("mean", expected["expected"], effect->mean);
  d.number("low", ci[0], effect->low);
  d.number("high", ci[1], effect->high);
  d.number("chance", expected["chanceToWin"], inverse ? 1 - effect->chanceToBeat : effect->chanceToBeat);
  d.number("risk of control", risk[0], inverse ? effect->riskOfTreatment : effect->riskOfControl);
  d.number("risk of treatment", risk[1], inverse ? effect->riskOfControl : effect->riskOfTreatment);
}

std::optional<EffectPrior> priorOf(const QJsonObject& config, const ArmMoments& control, LiftKind kind) {
  const QJsonObject given = config["prior_effect"].toObject();
  if (!given["proper"].toBool())
    return std::nullopt;
  const bool scaled = kind == LiftKind::Absolute && config["prior_type"].toString() == u"relative";
  const double scale = scaled ? std::abs(control.plainMean) : 1;
  return EffectPrior{scale * number(given, "mean"), scale * std::sqrt(number(given, "variance"))};
}

} // namespace

// Calls of a leading open A/B engine, recorded at full precision, and its results on real data.
class TestRecordedTests : public QObject {
  Q_OBJECT
  static QJsonArray read(const QString& name) {
    QFile file(test::realDataFolder() + name);
    if (test::realDataFolder().isEmpty() || !file.open(QIODevice::ReadOnly))
      return {};
    return QJsonDocument::fromJson(file.readAll()).array();
  }

 private slots:
  void agreesWithRecordedCalls() {
    const QJsonArray cases = read(QStringLiteral("/growthbook_stats/cases.json"));
    if (cases.isEmpty())
      QSKIP("the recorded calls are not here");
    Differences d;
    QStringList refused, silent;
    for (const QJsonValue& value : cases) {
      const QJsonObject one = value.toObject(), config = one["config"].toObject(), expected = one["result"].toObject();
      if (!one["stats"].isArray())
        continue; // power, below
      d.where = one["case_id"].toString();
      const auto arms = armsOf(one["stats"].toArray());
      const LiftKind kind =
          config["difference_type"].toString() == u"relative" ? LiftKind::Relative : LiftKind::Absolute;
      const auto lift = arms ? liftOf(arms->control, arms->treatment, kind) : Result<Lift>(arms.error());
      if (!lift) {
        refused << d.where + u' ' + lift.error().code;
        if (expected["errorMessage"].isNull())
          silent << d.where;
        continue;
      }
      QVERIFY2(expected["errorMessage"].isNull(), qPrintable(d.where));
      const double alpha = number(config, "alpha"), tunedAt = config["sequential_tuning_parameter"].toDouble(5000);
      if (one["kind"].toString() == u"bayesian") {
        compareBayesian(*lift, priorOf(config, arms->control, kind), config["inverse"].toBool(), alpha, expected, d);
      } else {
        d.number("lift", expected["expected"], lift->value);
        d.number("se", expected["uplift"].toObject()["stddev"], lift->standardError);
        compareFrequentist(one["class"].toString(), *lift, alpha, tunedAt, expected, d);
      }
    }
    qInfo("%d values compared, refused: %s", d.compared, qPrintable(refused.join(QStringLiteral(", "))));
    QVERIFY2(d.found.isEmpty(), qPrintable(d.found.join(u'\n')));
    QVERIFY(d.compared > 150);
    // The recorded sums of these have squares that no values have: what the engine makes of them cannot be right.
    for (const QString& id : silent)
      QVERIFY2(refused.contains(id + QStringLiteral(" experiment.bad-counts")), qPrintable(id));
    QVERIFY(10 * silent.size() < cases.size());
  }

  void growthAsRecorded() {
    for (const QJsonValue& value : read(QStringLiteral("/growthbook_stats/cases.json"))) {
      const QJsonObject one = value.toObject(), told = one["attrs"].toObject();
      if (one["kind"].toString() != u"power" || told["prior_effect"].toObject()["proper"].toBool())
        continue;
      const QJsonObject moments = told["effect_moments"].toObject();
      Lift lift;
      lift.value = number(moments, "point_estimate"), lift.standardError = number(moments, "standard_error");
      lift.units = number(moments, "pairwise_sample_size"), lift.degreesOfFreedom = lift.units - 2;
      const std::optional<double> tunedAt =
          told["sequential"].toBool() ? std::optional(number(told, "sequential_tuning_parameter")) : std::nullopt;
      const auto growth = growthNeeded(lift, number(told, "target_mde"),
                                       {number(told, "alpha"), number(told, "target_power"), 1}, tunedAt);
      QVERIFY(growth);
      const double expected = number(one["result"].toObject(), "scaling_factor"); // its search stops at 1e-5 of power
      QVERIFY2(std::abs(*growth - expected) < 1e-4 * expected, qPrintable(QString::number(*growth, 'g', 10)));
    }
  }

  void agreesOnRealData() {
    const QJsonArray cases = read(QStringLiteral("/yardsticks_ab_growthbook_on_real_data.json"));
    if (cases.isEmpty())
      QSKIP("the yardsticks are not here");
    Differences d;
    for (const QJsonValue& value : cases) {
      const QJsonObject one = value.toObject();
      const auto arms = armsOf(QJsonArray{QJsonArray{one["stats_control"], one["stats_treatment"]}});
      QVERIFY(arms);
      const auto ratio = checkSampleRatio(std::array{arms->control.units, arms->treatment.units}, std::array{1., 1.});
      QVERIFY(ratio && !ratio->mismatch() && !ratio->mismatchAnytime());
      d.where = one["dataset"].toString();
      d.number("sample ratio", one["srm_p"], ratio->p);
      for (const auto& [kind, name] : {std::pair(LiftKind::Relative, "relative"), {LiftKind::Absolute, "absolute"}}) {
        const auto lift = liftOf(arms->control, arms->treatment, kind);
        QVERIFY(lift);
        const auto part = [&](const char* of) {
          return one[QLatin1String(of) + u'_' + QLatin1String(name)].toObject();
        };
        const QJsonObject fixed = part("frequentist");
        d.number("lift", fixed["expected"], lift->value);
        d.number("se", fixed["uplift"].toObject()["stddev"], lift->standardError);
        compareFrequentist("TwoSided", *lift, 0.05, 5000, fixed, d);
        compareFrequentist("SequentialTwoSided", *lift, 0.05, 5000, part("sequential"), d);
        compareBayesian(*lift, std::nullopt, false, 0.05, part("bayesian_flat"), d);
      }
    }
    qInfo("%d values compared", d.compared);
    QVERIFY2(d.found.isEmpty(), qPrintable(d.found.join(u'\n')));
  }

  // 90,189 players, the gate moved from level 30 to 40: one look at the end finds that fewer come back after a week;
  // whoever had been looking all the time, for an end expected at 5,000, may not say so yet. Had the end been planned
  // where it was, and the sequence tuned for it before, the last looks would decide: what is tuned for is a part of the
  // plan, and never of the evaluation.
  void sevenDaysRetention() {
    const ShareCount at30{44700, 8502}, at40{45489, 8279};
    const auto fixed = testProportions(at30, at40, 0.05);
    QVERIFY(fixed);
    QVERIFY(std::abs(fixed->pPooled - 0.001554249975614329) < 1e-12);
    QVERIFY(std::abs(fixed->pUnpooled - 0.0015558255737072547) < 1e-12);
    const auto control = proportionArm(at30.units, at30.successes),
               treatment = proportionArm(at40.units, at40.successes);
    for (const LiftKind kind : {LiftKind::Absolute, LiftKind::Relative}) {
      const auto lift = liftOf(*control, *treatment, kind);
      const auto sequence = confidenceSequence(*lift, {});
      QVERIFY(sequence && !sequence->decided() && sequence->p > 0.05 && sequence->p < 0.1);
      QVERIFY(testLift(*lift, 0.05)->p < 0.002);
      const auto planned = confidenceSequence(*lift, {0.05, 0.75 * 90'000});
      QVERIFY(planned->decided() && planned->p > 0.025 && planned->p < 0.04);
    }
    const auto ratio = checkSampleRatio(std::array{44700., 45489.}, std::array{1., 1.});
    QVERIFY(std::abs(ratio->p - 0.008607987810836262) < 1e-12 && !ratio->mismatch());
  }

  // The same players as they come in the file, looked at twenty times: nothing is decided at any look.
  void sevenDaysRetentionAtEveryLook() {
    const QString path = test::realDataFolder() + QStringLiteral("/cookie_cats/cookie_cats.csv.gz");
    if (!QFile::exists(path))
      QSKIP("the players are not here");
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
    QVERIFY(gzip.waitForFinished(60'000));
    const QList<QByteArray> lines = gzip.readAllStandardOutput().split('\n');
    std::array<ShareCount, 2> arm;
    const qsizetype each = lines.size() / 20;
    int looks = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) { // after the header
      const QList<QByteArray> cells = lines[i].split(',');
      if (cells.size() == 5) {
        ShareCount& one = arm[cells[1] == "gate_40" ? 1 : 0];
        one.units += 1, one.successes += cells[4] == "1" ? 1 : 0;
      }
      if (i % each != 0)
        continue;
      const auto lift = liftOf(*proportionArm(arm[0].units, arm[0].successes),
                               *proportionArm(arm[1].units, arm[1].successes), LiftKind::Relative);
      QVERIFY(lift && !confidenceSequence(*lift, {})->decided());
      ++looks;
    }
    QCOMPARE(looks, 20);
    QCOMPARE(arm[0].units, 44700.0);
    QCOMPARE(arm[1].successes, 8279.0);
  }
};

QTEST_GUILESS_MAIN(TestRecordedTests)
#include "tst_RecordedTests.moc"
