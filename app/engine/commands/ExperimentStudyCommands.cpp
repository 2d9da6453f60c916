// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Before a price test: how large, how long, how reliable.
#include "ExperimentStudyCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/experiments/ExperimentPower.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

constexpr qint64 kMostWeeksTried = 520;

QString percentOf(double share, int digits = 1) { return QString::number(100 * share, 'f', digits); }
QJsonValue orNull(const std::optional<double>& value) { return value ? QJsonValue(*value) : QJsonValue(); }

Result<double> decimalNumber(const Arguments& typed, const char* option, double otherwise) {
  if (!typed.has(option)) {
    return otherwise;
  }
  bool ok = false;
  const double value = typed.value(option).toDouble(&ok);
  if (!ok || !std::isfinite(value)) {
    return fail(s("usage.bad-value"), {{s("option"), s("--") + s(option)},
                                       {s("value"), typed.value(option)},
                                       {s("wanted"), s("a number with a decimal point")}});
  }
  return value;
}
Result<double> typedShare(const Arguments& typed, const char* option, double otherwise) {
  PW_TRY(const double percent, decimalNumber(typed, option, 100 * otherwise));
  return percent / 100;
}
// A percentage strictly between two.
Result<double> typedPercentWithin(const Arguments& typed, const char* option, double otherwise, double above,
                                  double below) {
  PW_TRY(const double share, typedShare(typed, option, otherwise));
  if (!(100 * share > above && 100 * share < below)) {
    return fail(s("usage.bad-value"), {{s("option"), s("--") + s(option)},
                                       {s("value"), typed.value(option)},
                                       {s("wanted"), s("a percentage above %1 and below %2").arg(above).arg(below)}});
  }
  return share;
}
Result<std::size_t> typedCount(const Arguments& typed, const char* option, qint64 otherwise, qint64 least,
                               qint64 most) {
  if (!typed.has(option)) {
    return std::size_t(otherwise);
  }
  PW_TRY(const qint64 value, wholeNumber(typed.value(option), qPrintable(s("--") + s(option)), least, most));
  return std::size_t(value);
}
Result<std::vector<std::size_t>> typedWeeks(const Arguments& typed, const QString& otherwise) {
  std::vector<std::size_t> weeks;
  for (const QString& word : typed.value("weeks", otherwise).split(u',')) {
    PW_TRY(const qint64 n, wholeNumber(word.trimmed(), "--weeks", 1, kMostWeeksTried));
    weeks.push_back(std::size_t(n));
  }
  return weeks;
}

struct AskedStudy {
  ExperimentHistory history;
  StudyWish wish;
};

Result<HistoryWish> historyAsked(const Arguments& typed, StudyDesign design) {
  HistoryWish ask;
  const QString metric = typed.value("metric", s("profit"));
  const auto known = testMetricFrom(metric);
  if (!known) {
    return fail(s("experiment.no-such-metric"), {{s("value"), metric}});
  }
  ask.metric = *known;
  ask.skus = typed.all("sku"), ask.category = typed.value("category"), ask.zones = typed.all("zone");
  ask.byItem = design == StudyDesign::Pairs;
  return ask;
}

Result<StudyWish> wishAsked(const Arguments& typed, StudyDesign design, std::size_t periods, qint64 splits) {
  StudyWish wish;
  wish.kind = design == StudyDesign::Pairs        ? DesignKind::Pairs
              : design == StudyDesign::Switchback ? DesignKind::Switchback
                                                  : DesignKind::Clusters;
  PW_TRY(wish.before, typedCount(typed, "before", std::clamp<qint64>(qint64(periods) / 3, 1, 26), 1, kMostWeeksTried));
  PW_TRY(wish.strata, typedCount(typed, "strata", 0, 2, 1000));
  PW_TRY(wish.switchback.blockLength, typedCount(typed, "block", 2, 1, kMostWeeksTried));
  PW_TRY(wish.switchback.washout,
         typedCount(typed, "washout", wish.switchback.blockLength > 1 ? 1 : 0, 0, kMostWeeksTried));
  wish.switchback.together = typed.has("together");
  PW_TRY(wish.splits, typedCount(typed, "splits", splits, 20, 100'000));
  PW_TRY(wish.plan.alpha, typedPercentWithin(typed, "alpha", 0.05, 0, 100));
  PW_TRY(const std::size_t seed, typedCount(typed, "seed", 1, 0, std::numeric_limits<qint64>::max()));
  wish.seed = seed;
  wish.plan.reference.redraws = 499;
  return wish;
}

Result<AskedStudy> askedStudy(Session& session, StudyDesign design, qint64 splits) {
  PW_TRY(const HistoryWish ask, historyAsked(session.arguments, design));
  PW_TRY(Workspace * w, session.workspace(Session::For::Looking));
  AskedStudy asked;
  PW_TRY(asked.history, experimentHistory(*w, ask));
  PW_TRY(asked.wish, wishAsked(session.arguments, design, asked.history.panel.periods(), splits));
  return asked;
}

QJsonObject toJson(const ExperimentHistory& h, const StudyWish& wish, const QString& design) {
  return {{"design", design},
          {"units", QJsonArray::fromStringList(h.units)},
          {"products", h.skus},
          {"history", QJsonObject{{"from", isoDay(h.from)},
                                  {"until", isoDay(h.until)},
                                  {"weeks", qint64(h.panel.periods())},
                                  {"missing", h.missingWeeks}}},
          {"weeks_before", qint64(wish.before)},
          {"splits", qint64(wish.splits)},
          {"alpha", wish.plan.alpha}};
}

QString historyLine(const ExperimentHistory& h, const StudyWish& wish) {
  return s("%1 units, %2 products, %3 weeks until %4; %5 weeks before each test, %6 tries.\n")
      .arg(h.units.size())
      .arg(h.skus)
      .arg(h.panel.periods())
      .arg(isoDay(h.until))
      .arg(wish.before)
      .arg(wish.splits);
}

// What is to be said of the design whatever comes out.
QStringList cautionsOf(const ExperimentHistory& h, const StudyWish& wish) {
  QStringList codes;
  if (wish.kind == DesignKind::Switchback && wish.switchback.washout == 0) {
    codes << s("experiment.no-washout");
  }
  const bool byBlocks = wish.kind == DesignKind::Switchback && wish.switchback.together;
  if (!byBlocks && h.panel.clusters() < kFewClusters) {
    codes << s("experiment.few-clusters-warning");
  }
  return codes;
}
QString cautionText(const QStringList& codes) {
  QString text;
  for (const QString& code : codes) {
    text += errorText(fail(code)) + u'\n';
  }
  return text;
}

QJsonObject toJson(const ShareRange& r) { return {{"share", r.share}, {"low", r.low}, {"high", r.high}}; }
QString shareText(const ShareRange& r) {
  return s("%1 (%2 to %3)").arg(percentOf(r.share), percentOf(r.low), percentOf(r.high));
}

int powerByHistory(Session& session, StudyDesign design) {
  PW_SAY(session, const std::vector<std::size_t> weeks, typedWeeks(session.arguments, s("4,8,13,26")));
  PW_SAY(session, const double power, typedPercentWithin(session.arguments, "power", 0.8, 0, 100));
  PW_SAY(session, const AskedStudy asked, askedStudy(session, design, 200));
  const ExperimentHistory& h = asked.history;
  PW_SAY(session, const std::vector<HistoryPowerRow> rows,
         powerFromHistory(h, asked.wish, weeks, power, session.job()));
  QJsonArray json;
  std::vector<QStringList> lines;
  for (const HistoryPowerRow& row : rows) {
    QJsonObject one{{"weeks", qint64(row.weeks)}, {"detectable", orNull(row.detectable)}};
    const bool tried = row.atTen.high > 0;
    if (tried) {
      one.insert("power_at_5_percent", toJson(row.atFive)), one.insert("power_at_10_percent", toJson(row.atTen));
    }
    if (row.why) {
      one.insert("why", row.why->code);
    }
    json.append(one);
    lines.push_back({QString::number(row.weeks), row.detectable ? percentOf(*row.detectable) + s(" %") : s("–"),
                     tried ? percentOf(row.atFive.share) : QString(), tried ? percentOf(row.atTen.share) : QString(),
                     row.why ? errorText(*row.why) : QString()});
  }
  const QStringList cautions = cautionsOf(h, asked.wish);
  QJsonObject o = toJson(h, asked.wish, session.arguments.value("design"));
  o.insert("power", power), o.insert("rows", json), o.insert("cautions", QJsonArray::fromStringList(cautions));
  return session.answer(
      o,
      historyLine(h, asked.wish) +
          textTable({s("weeks"), s("finds with %1 %").arg(percentOf(power, 0)), s("power at 5 %"), s("power at 10 %"),
                     QString()},
                    lines, s("rrrr ")) +
          s("Looked at every week, at %1 % false positives over all looks.\n").arg(percentOf(asked.wish.plan.alpha)) +
          cautionText(cautions));
}

Result<GivenFigures> figuresAsked(const Arguments& typed, StudyDesign design) {
  GivenFigures f;
  if (typed.has("share") && (typed.has("mean") || typed.has("sd"))) {
    return fail(s("experiment.share-or-mean"));
  }
  for (const char* some : {"mean", "sd", "units-a-day"}) { // 0 is a figure, not one that was left out
    PW_TRY(const double value, decimalNumber(typed, some, 1));
    if (value == 0) {
      return fail(s("experiment.bad-setting"), {{s("setting"), s("--") + s(some)}});
    }
  }
  if (typed.has("share")) {
    PW_TRY(f.share, typedPercentWithin(typed, "share", 0, 0, 100));
  }
  PW_TRY(f.mean, decimalNumber(typed, "mean", 0));
  PW_TRY(f.deviation, decimalNumber(typed, "sd", 0));
  if (typed.has("below-mean") || typed.has("below-sd")) {
    f.below = GivenFigures::Below{};
    GivenFigures::Below& below = *f.below;
    PW_TRY(below.mean, decimalNumber(typed, "below-mean", 0));
    PW_TRY(below.deviation, decimalNumber(typed, "below-sd", 0));
    PW_TRY(below.correlation, decimalNumber(typed, "correlation", 0));
  }
  PW_TRY(f.unitsADay, decimalNumber(typed, "units-a-day", 0));
  PW_TRY(f.effect, typedShare(typed, "effect", 0.05));
  PW_TRY(f.correlation, decimalNumber(typed, "cuped", 0));
  PW_TRY(f.plan.ratio, decimalNumber(typed, "ratio", 1));
  if (!(f.plan.ratio > 0)) {
    return fail(s("usage.bad-value"), {{s("option"), s("--ratio")},
                                       {s("value"), typed.value("ratio")},
                                       {s("wanted"), s("units of treatment for each of control, above 0")}});
  }
  PW_TRY(f.plan.alpha, typedPercentWithin(typed, "alpha", 0.05, 0, 50));
  PW_TRY(f.plan.power, typedPercentWithin(typed, "power", 0.8, 100 * f.plan.alpha, 100));
  if (design == StudyDesign::Clusters) {
    PW_TRY(f.clusters, typedCount(typed, "clusters", 0, 1, 1'000'000));
    PW_TRY(f.intraclass, decimalNumber(typed, "icc", 0.05));
    PW_TRY(f.sizeVariation, decimalNumber(typed, "size-variation", 0));
    if (f.clusters == 0) {
      return fail(s("experiment.given-incomplete"), {{s("missing"), s("--clusters")}});
    }
  }
  return f;
}

QJsonObject toJson(const PowerNeed& need) {
  if (need.why) {
    return {{"units", QJsonValue()}, {"days", QJsonValue()}, {"detectable", QJsonValue()}, {"why", need.why->code}};
  }
  return {{"units", need.units},
          {"days", need.days},
          {"detectable", orNull(need.detectable)},
          {"design_effect", need.designEffect}};
}

int powerByFigures(Session& session, StudyDesign design) {
  PW_SAY(session, const GivenFigures f, figuresAsked(session.arguments, design));
  PW_SAY(session, const GivenPower power, powerFromFigures(f));
  std::vector<QStringList> lines;
  const auto line = [&](const char* name, const PowerNeed& need) {
    if (need.why) {
      lines.push_back({s(name), s("–"), s("–"), s("–"), errorText(*need.why)});
      return;
    }
    lines.push_back({s(name), QString::number(need.units, 'f', 0), QString::number(need.days, 'f', 0),
                     need.detectable ? percentOf(*need.detectable, 2) + s(" %") : QString(), QString()});
  };
  line("one look at the end", power.atEnd), line("looked at any time", power.anyTime);
  if (f.correlation != 0) {
    line("one look at the end, CUPED", power.atEndCuped), line("looked at any time, CUPED", power.anyTimeCuped);
  }
  return session.answer(
      {{"design", session.arguments.value("design")},
       {"effect", f.effect},
       {"alpha", f.plan.alpha},
       {"power", f.plan.power},
       {"design_effect", power.atEnd.designEffect},
       {"at_end", toJson(power.atEnd)},
       {"any_time", toJson(power.anyTime)},
       {"at_end_cuped", toJson(power.atEndCuped)},
       {"any_time_cuped", toJson(power.anyTimeCuped)}},
      s("To find %1 % with %2 % power at %3 %; all arms together.\n")
              .arg(percentOf(f.effect, 2), percentOf(f.plan.power, 0), percentOf(f.plan.alpha)) +
          textTable({QString(), s("units"), s("days"), s("finds then"), QString()}, lines, s(" rrr ")) +
          (f.clusters > 0 ? s("Units of one cluster are alike: with one look at the end, %1 of them say as much as one "
                              "that is independent. %2 clusters decide, however many units they hold.\n")
                                .arg(power.atEnd.designEffect, 0, 'f', 2)
                                .arg(f.clusters)
                          : QString()));
}

QJsonObject toJson(const StudyResult& r) {
  return {{"found", toJson(r.found)},
          {"found_right", toJson(r.foundRight)},
          {"found_at_end_only", toJson(r.atEnd)},
          {"robust_at_end", toJson(r.robustAtEnd)},
          {"covered_at_end", toJson(r.coveredEnd)},
          {"covered_always", toJson(r.coveredAlways)},
          {"robust_covered", toJson(r.robustCovered)},
          {"truth", r.truth},
          {"mean_estimate", r.meanEstimate},
          {"bias", r.bias},
          {"deviation", r.deviation},
          {"weeks_to_decision", r.periodsToDecision}};
}

} // namespace

int runExperimentPower(Session& session) {
  const Arguments& typed = session.arguments;
  if (!typed.has("design")) {
    return session.usage(s("experiment power --design visitors|clusters|switchback|pairs …"));
  }
  PW_SAY(session, const StudyDesign design, studyDesignFrom(typed.value("design")));
  const bool given = typed.has("share") || typed.has("mean") || typed.has("units-a-day");
  if (design == StudyDesign::Visitors && !given) {
    return session.refuse(fail(s("experiment.visitors-need-figures")));
  }
  return given && (design == StudyDesign::Visitors || design == StudyDesign::Clusters)
             ? powerByFigures(session, design)
             : powerByHistory(session, design);
}

int runExperimentAa(Session& session) {
  const Arguments& typed = session.arguments;
  if (!typed.has("design")) {
    return session.usage(s("experiment aa --design clusters|switchback|pairs …"));
  }
  PW_SAY(session, const StudyDesign design, studyDesignFrom(typed.value("design")));
  if (design == StudyDesign::Visitors) {
    return session.refuse(fail(s("experiment.visitors-need-figures")));
  }
  PW_SAY(session, const std::vector<std::size_t> weeks, typedWeeks(typed, s("13")));
  PW_SAY(session, AskedStudy asked, askedStudy(session, design, 1000));
  asked.wish.tested = weeks.front();
  PW_SAY(session, const AaStudy study, aaFromHistory(asked.history, asked.wish, session.job()));
  std::vector<QStringList> lines;
  for (const auto& [name, r] : {std::pair("nothing (false positives)", &study.none), std::pair("5 %", &study.five),
                                std::pair("10 %", &study.ten)}) {
    lines.push_back({s(name), shareText(r->found), percentOf(r->bias, 2), percentOf(r->deviation, 2),
                     percentOf(r->coveredEnd.share), QString::number(r->periodsToDecision, 'f', 1)});
  }
  const QStringList cautions = cautionsOf(asked.history, asked.wish);
  QJsonObject o = toJson(asked.history, asked.wish, typed.value("design"));
  o.insert("weeks", qint64(asked.wish.tested)), o.insert("refused", study.refused);
  o.insert("none", toJson(study.none)), o.insert("five_percent", toJson(study.five));
  o.insert("ten_percent", toJson(study.ten)), o.insert("cautions", QJsonArray::fromStringList(cautions));
  return session.answer(
      o,
      historyLine(asked.history, asked.wish) +
          textTable({s("put in"), s("found, % (95 %)"), s("bias"), s("sd"), s("interval holds"), s("weeks")}, lines,
                    s(" rrrrr")) +
          s("%1 weeks of test, looked at every week.\n").arg(asked.wish.tested) +
          (study.refused ? s("This design finds too much that is not there: do not use it on these sales.\n")
                         : QString()) +
          cautionText(cautions),
      study.refused ? kFailed : kOk);
}

} // namespace pricewright
