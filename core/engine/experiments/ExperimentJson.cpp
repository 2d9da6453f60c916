// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Words.h"
#include "engine/experiments/ExperimentAnalysis.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

// JSON knows no infinity.
QJsonValue number(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); }

QJsonValue orNothing(const std::optional<double>& value) { return value ? number(*value) : QJsonValue(); }

QJsonObject errorObject(const Error& error) {
  QJsonObject o{{"code", error.code}}, arguments;
  for (auto it = error.arguments.begin(); it != error.arguments.end(); ++it)
    arguments.insert(it.key(), it.value());
  o.insert("arguments", arguments);
  return o;
}

QJsonObject liftObject(const Lift& lift, const LiftTest& test) {
  return {{"value", number(lift.value)}, {"standard_error", number(lift.standardError)},
          {"t", number(test.t)},         {"degrees_of_freedom", number(lift.degreesOfFreedom)},
          {"p", number(test.p)},         {"low", number(test.low)},
          {"high", number(test.high)}};
}

// Decided by its p, which is that of the redraws where clusters are few: the interval may say otherwise there.
QJsonObject anytimeObject(const SequentialTest& test, double tunedAt, double alpha) {
  return {{"p", number(test.p)},
          {"low", number(test.low)},
          {"high", number(test.high)},
          {"tuned_at", number(tunedAt)},
          {"decided", test.p <= alpha}};
}

QJsonObject beliefObject(const ExperimentReport& report, const ArmComparison& c) {
  const EffectPosterior& b = *c.belief;
  QJsonObject o{{"of", s(c.beliefIsRelative ? "relative" : "absolute")},
                {"chance_to_beat", number(b.chanceToBeat)},
                {"low", number(b.low)},
                {"high", number(b.high)},
                {"loss_of_change", number(b.riskOfTreatment)},
                {"loss_of_staying", number(b.riskOfControl)}};
  if (c.beliefIsRelative && report.plan.prior)
    o.insert("prior", QJsonObject{{"mean", report.plan.prior->mean}, {"deviation", report.plan.prior->deviation}});
  else
    o.insert("prior", s("flat"));
  if (c.shareBelief)
    o.insert("shares", QJsonObject{{"chance_to_beat", number(c.shareBelief->chanceToBeat)},
                                   {"loss_of_change", number(c.shareBelief->lossOfTreatment)},
                                   {"loss_of_staying", number(c.shareBelief->lossOfControl)},
                                   {"prior_alpha", report.plan.priorAlpha},
                                   {"prior_beta", report.plan.priorBeta}});
  return o;
}

QJsonObject segmentsObject(const ExperimentReport& report, const Segments& segments) {
  QJsonArray lifts;
  for (const SegmentLift& one : segments.lifts) {
    QJsonObject o{{"segment", report.groups.value(qsizetype(one.group))}, {"units", one.units}};
    if (one.refused) {
      o.insert("refused", errorObject(*one.refused));
    } else {
      o.insert("value", number(one.lift.value)), o.insert("standard_error", number(one.lift.standardError));
      o.insert("shrunk", number(one.shrunk)), o.insert("low", number(one.low)), o.insert("high", number(one.high));
    }
    lifts.append(o);
  }
  QJsonObject o{{"of", s(segments.kind == LiftKind::Relative ? "relative" : "absolute")}, {"lifts", lifts}};
  if (segments.q)
    o.insert("differ_q", number(*segments.q)), o.insert("differ_p", number(*segments.p)),
        o.insert("mean", number(segments.meanLift)), o.insert("between_deviation", number(segments.betweenDeviation));
  return o;
}

QJsonObject clustersObject(const ClusterComparison& c, const ArmComparison& of) {
  if (of.refused)
    return {{"refused", errorObject(*of.refused)}};
  return {{"control_clusters", c.controlClusters},
          {"clusters", c.treatmentClusters},
          {"control_value", number(c.control)},
          {"value", number(c.treatment)},
          {"absolute", liftObject(c.absolute, c.test)},
          {"p_redraws", c.pRedraws},
          {"redraws", c.redraws},
          {"counted_out", c.countedOut},
          {"least_p", c.leastP},
          {"p_adjusted", of.adjustedP}};
}

// The unit that decides, of either arm or of both, and what comes out without its excess.
void insertWhale(const ExperimentReport& report, std::size_t i, QJsonObject& o) {
  const ArmComparison& c = report.answer.comparisons[i];
  QJsonArray largest;
  for (const ExperimentReport::Whale& whale : report.whales)
    if (whale.metric == c.metric && (whale.arm == c.arm || whale.arm == report.control))
      largest.append(QJsonObject{{"arm", report.arms.value(qsizetype(whale.arm))},
                                 {"value", number(whale.largest)},
                                 {"share", number(whale.share)}});
  if (!largest.isEmpty())
    o.insert("largest_units", largest);
  for (const ExperimentReport::Cut& cut : report.cuts)
    if (cut.comparison == i)
      o.insert("cut", QJsonObject{{"quantile", cut.quantile},
                                  {"control_value", number(cut.figures.shownControl())},
                                  {"value", number(cut.figures.shownTreatment())},
                                  {"absolute", liftObject(cut.figures.absolute, cut.figures.fixed)},
                                  {"p", number(cut.figures.p)}});
}

void insertExtras(const ArmComparison& c, QJsonObject& o) {
  if (c.repeated)
    o.insert("planned_looks", QJsonObject{{"z_limit", number(c.limitZ)},
                                          {"low", number(c.repeated->low)},
                                          {"high", number(c.repeated->high)},
                                          {"decided", c.repeated->decided}});
  if (c.equivalence)
    o.insert("equivalence", QJsonObject{{"margin", c.equivalence->margin},
                                        {"low", number(c.equivalence->low)},
                                        {"high", number(c.equivalence->high)},
                                        {"shown", c.equivalence->shown}});
  if (c.futility)
    o.insert("futility", QJsonObject{{"chance_if_effect", orNothing(c.futility->chanceIfEffect)},
                                     {"chance_if_trend", orNothing(c.futility->chanceIfTrend)},
                                     {"excluded", c.futility->excluded},
                                     {"futile", c.futility->futile}});
  if (c.fraction)
    o.insert("fraction_of_plan", number(*c.fraction));
}

QJsonObject comparisonObject(const ExperimentReport& report, std::size_t i) {
  const ArmComparison& c = report.answer.comparisons[i];
  QJsonObject o{{"arm", report.arms.value(qsizetype(c.arm))}, {"verdict", s(armVerdictName(c.verdict))}};
  if (!report.clusters.empty())
    o.insert("clusters", clustersObject(report.clusters[i], c));
  insertWhale(report, i, o);
  if (i < report.segments.size())
    o.insert("segments", segmentsObject(report, report.segments[i]));
  if (!c.setAside.empty()) {
    QJsonArray aside;
    for (const std::size_t group : c.setAside)
      aside.append(report.groups.value(qsizetype(group)));
    o.insert("set_aside", QJsonObject{{"segments", aside}, {"units", c.setAsideUnits}});
  }
  const std::vector<double>& units = report.input.units;
  o.insert("units_control", report.clusters.empty() ? c.control.units : units[report.control]);
  o.insert("units", report.clusters.empty() ? c.treatment.units : units[c.arm]);
  if (c.refused) {
    o.insert("refused", errorObject(*c.refused));
    if (c.control.units > 0) // of clusters nothing is known before they are compared
      o.insert("control_value", number(c.shownControl())), o.insert("value", number(c.shownTreatment()));
    return o;
  }
  o.insert("control_value", number(c.shownControl())), o.insert("value", number(c.shownTreatment()));
  o.insert("absolute", liftObject(c.absolute, c.fixed));
  if (c.relative && c.fixedRelative)
    o.insert("relative", liftObject(*c.relative, *c.fixedRelative));
  o.insert("relative_holds", c.relativeHolds);
  if (c.proportions)
    o.insert("proportions", QJsonObject{{"z", number(c.proportions->zPooled)},
                                        {"p", number(c.proportions->pPooled)},
                                        {"low", number(c.proportions->wald.low)},
                                        {"high", number(c.proportions->wald.high)}});
  o.insert("anytime", anytimeObject(c.anytime, c.tunedAt, report.plan.alpha));
  if (c.anytimeRelative)
    o.insert("anytime_relative", anytimeObject(*c.anytimeRelative, c.tunedAt, report.plan.alpha));
  if (c.belief)
    o.insert("bayes", beliefObject(report, c));
  if (report.input.metrics[c.metric].adjusted)
    o.insert("variance_left", number(c.varianceLeft)), o.insert("theta", number(c.theta));
  insertExtras(c, o);
  o.insert("p", number(c.p)), o.insert("p_adjusted", number(c.adjustedP));
  return o;
}

QJsonArray filesArray(const ExperimentReport& report) {
  QJsonArray files;
  for (const ExperimentReport::FileNotes& file : report.files) {
    QJsonArray bad;
    for (const BadRows::One& one : file.bad.first)
      bad.append(QJsonObject{{"line", one.line}, {"code", one.code}, {"column", one.column}, {"value", one.value}});
    QJsonObject columns;
    for (auto it = file.columns.begin(); it != file.columns.end(); ++it)
      columns.insert(it.key(), it.value());
    files.append(QJsonObject{{"path", file.path},
                             {"rows", file.rows},
                             {"bad_rows", file.bad.count},
                             {"first_bad", bad},
                             {"columns", columns}});
  }
  return files;
}

QJsonObject countsObject(const ExperimentReport& report) {
  const ExposureCounts& x = report.exposures;
  const EventCounts& e = report.events;
  const IntakeCounts& in = report.intake;
  return {{"exposures", QJsonObject{{"rows", qint64(x.exposures)},
                                    {"units", qint64(x.units)},
                                    {"repeated", qint64(x.repeated)},
                                    {"in_two_arms", qint64(x.contaminated)},
                                    {"bad_time", qint64(x.badTime)}}},
          {"events", QJsonObject{{"kept", qint64(in.kept)},
                                 {"repeated", qint64(in.repeated)},
                                 {"bad_time", qint64(in.badTime)},
                                 {"too_large", qint64(in.tooLarge)},
                                 {"identity", report.eventIdentity},
                                 {"counted", qint64(e.counted)},
                                 {"before_exposure", qint64(e.before + e.earlier)},
                                 {"used_for_adjustment", qint64(e.before)},
                                 {"after_window", qint64(e.late)},
                                 {"foreign_currency", qint64(e.foreign)},
                                 {"refunds_waiting", qint64(e.waiting)},
                                 {"refunds_beyond_order", qint64(e.overRefunded)},
                                 {"without_exposure", report.unmatched.events},
                                 {"days_only", report.rowNotes.daysOnly},
                                 {"same_order_twice", report.rowNotes.sameOrder},
                                 {"orders_differ", report.rowNotes.ordersDiffer},
                                 {"ids_differ", report.rowNotes.idsDiffer}}}};
}

QString shortNumber(double value) { return QString::number(value, 'g', 5); }

} // namespace

QJsonObject experimentJson(const ExperimentReport& report) {
  static const char* const kDesigns[] = {"visitor", "cluster", "switchback"};
  static const char* const kDecide[] = {"any-look", "horizon", "planned-looks"};
  QJsonArray arms, metrics;
  for (qsizetype i = 0; i < report.arms.size(); ++i)
    arms.append(QJsonObject{{"arm", report.arms[i]}, {"units", report.input.units.at(std::size_t(i))}});
  for (qsizetype m = 0; m < report.metricNames.size(); ++m) {
    const MetricInput& metric = report.input.metrics[std::size_t(m)];
    QJsonArray comparisons;
    for (std::size_t i = 0; i < report.answer.comparisons.size(); ++i)
      if (report.answer.comparisons[i].metric == std::size_t(m))
        comparisons.append(comparisonObject(report, i));
    metrics.append(QJsonObject{{"metric", report.metricNames[m]},
                               {"kind", s(metric.isRatio   ? "ratio"
                                          : metric.isShare ? "share"
                                                           : "mean")},
                               {"adjusted", metric.adjusted},
                               {"less_is_better", metric.lessIsBetter},
                               {"comparisons", comparisons}});
  }
  QJsonObject o = countsObject(report);
  o.insert("design", s(kDesigns[int(report.design)])), o.insert("decide_by", s(kDecide[int(report.plan.decideBy)]));
  o.insert("control", report.arms.value(qsizetype(report.control))), o.insert("arms", arms);
  o.insert("alpha", report.plan.alpha), o.insert("currency", report.currency), o.insert("metrics", metrics);
  o.insert("trusted", report.answer.distrust.isEmpty());
  o.insert("distrust", QJsonArray::fromStringList(report.answer.distrust));
  if (report.answer.sampleRatio && report.clusters.empty()) {
    const SampleRatio& r = *report.answer.sampleRatio;
    o.insert("sample_ratio", QJsonObject{{"chi_square", number(r.chiSquare)},
                                         {"degrees_of_freedom", r.degreesOfFreedom},
                                         {"p", number(r.p)},
                                         {"p_anytime", number(r.pAnytime)},
                                         {"mismatch", report.answer.distrust.contains(s("sample-ratio"))}});
  }
  if (report.answer.segmentRatio && report.clusters.empty()) {
    const SegmentRatio& r = *report.answer.segmentRatio;
    o.insert("segment_ratio", QJsonObject{{"chi_square", number(r.chiSquare)},
                                          {"degrees_of_freedom", r.degreesOfFreedom},
                                          {"p", number(r.p)}});
  }
  if (const auto& look = report.answer.lookShare)
    o.insert("look",
             QJsonObject{{"said", number(look->said)}, {"seen", orNothing(look->seen)}, {"agrees", look->agrees()}});
  o.insert("files", filesArray(report)), o.insert("notes", QJsonArray::fromStringList(report.notes));
  QJsonArray told;
  for (const Error& remark : report.remarks())
    told.append(errorObject(remark));
  o.insert("remarks", told);
  return o;
}

namespace {

// The interval of what decides.
std::pair<double, double> shownInterval(const ExperimentReport& report, const ArmComparison& c) {
  if (c.repeated)
    return {c.repeated->low, c.repeated->high};
  return report.plan.decideBy == DecideBy::AnyLook ? std::pair(c.anytime.low, c.anytime.high)
                                                   : std::pair(c.fixed.low, c.fixed.high);
}

QStringList lineOf(const ExperimentReport& report, const ArmComparison& c, const QString& metric, double p,
                   const QString& verdict) {
  const auto [low, high] = shownInterval(report, c);
  return {metric,
          report.arms.value(qsizetype(c.arm)),
          shortNumber(c.shownControl()),
          shortNumber(c.shownTreatment()),
          shortNumber(c.absolute.value),
          shortNumber(low),
          shortNumber(high),
          shortNumber(p),
          verdict};
}

// Each segment's own lift, and drawn towards those of the others, with the interval of that.
void addSegmentRows(const ExperimentReport& report, ExperimentLines& out) {
  if (report.segments.empty())
    return;
  constexpr std::size_t kMostShown = 50;
  out.segmentHeader = {s("metric"), s("arm"), s("segment"), s("units"), s("lift"), s("among all"), s("low"), s("high")};
  for (std::size_t i = 0; i < report.segments.size(); ++i) {
    const ArmComparison& c = report.answer.comparisons[i];
    const Segments& segments = report.segments[i];
    const auto figure = [&](double value) {
      return segments.kind == LiftKind::Relative ? shortNumber(100 * value) + s(" %") : shortNumber(value);
    };
    const QString metric = report.metricNames.value(qsizetype(c.metric)), arm = report.arms.value(qsizetype(c.arm));
    for (std::size_t one = 0; one < std::min(kMostShown, segments.lifts.size()); ++one) {
      const SegmentLift& lift = segments.lifts[one];
      QStringList row{metric, arm, report.groups.value(qsizetype(lift.group)), QString::number(lift.units, 'f', 0)};
      row << (lift.refused ? s("–") : figure(lift.lift.value));
      for (const double value : {lift.shrunk, lift.low, lift.high})
        row << (lift.refused || !segments.q ? QString() : figure(value));
      out.segmentRows.push_back(row);
    }
    if (segments.lifts.size() > kMostShown)
      out.segmentRows.push_back(
          {metric, arm, s("… %1 more").arg(segments.lifts.size() - kMostShown), {}, {}, {}, {}, {}});
  }
}

} // namespace

ExperimentLines experimentLines(const ExperimentReport& report) {
  ExperimentLines out;
  out.header = {s("metric"), s("arm"), s("control"), s("value"), s("lift"), s("low"), s("high"), s("p"), s("verdict")};
  std::vector<Error> refused;
  for (std::size_t i = 0; i < report.answer.comparisons.size(); ++i) {
    const ArmComparison& c = report.answer.comparisons[i];
    const QString metric = report.metricNames.value(qsizetype(c.metric));
    if (c.refused) {
      out.rows.push_back({metric, report.arms.value(qsizetype(c.arm)), {}, {}, {}, {}, {}, {}, s("refused")});
      refused.push_back(*c.refused);
    } else
      out.rows.push_back(lineOf(report, c, metric, c.adjustedP, s(armVerdictName(c.verdict))));
    for (const ExperimentReport::Cut& cut : report.cuts)
      if (cut.comparison == i)
        out.rows.push_back(lineOf(report, cut.figures, s("  cut at %1 %").arg(100 * cut.quantile, 0, 'g', 6),
                                  cut.figures.p, QString()));
  }
  addSegmentRows(report, out);
  out.remarks << report.answer.distrust << report.notes;
  out.told = report.remarks();
  for (const Error& why : refused) // once for each reason
    if (std::none_of(out.told.begin(), out.told.end(), [&](const Error& told) { return told.code == why.code; }))
      out.told.push_back(why);
  return out;
}

} // namespace pricewright
