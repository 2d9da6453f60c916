// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments in files.
#include "ExperimentAnalyzeCommand.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/experiments/ExperimentAnalysis.h"
#include "engine/texts/Texts.h"

namespace pricewright {
namespace {

Error notAsked(const char* option, const QString& value, const char* wanted) {
  return fail(s("usage.bad-value"),
              {{s("option"), s("--") + s(option)}, {s("value"), value}, {s("wanted"), s(wanted)}});
}

// A number between two, both included.
Result<double> numberOf(const Arguments& typed, const char* option, double least, double most, const char* wanted) {
  bool good = false;
  const double value = typed.value(option).toDouble(&good);
  if (!good || !(value >= least && value <= most))
    return notAsked(option, typed.value(option), wanted);
  return value;
}

Status readColumns(const Arguments& typed, ExperimentRequest& request) {
  static const std::pair<const char*, ExperimentColumn> kOptions[] = {
      {"arm-column", ExperimentColumn::Arm},         {"arms-column", ExperimentColumn::Arm},
      {"unit-column", ExperimentColumn::Unit},       {"time-column", ExperimentColumn::Time},
      {"cluster-column", ExperimentColumn::Cluster}, {"segment", ExperimentColumn::Segment}};
  for (const auto& [option, column] : kOptions)
    if (typed.has(option))
      request.named.insert(column, typed.value(option));
  static const std::pair<const char*, ExperimentColumn> kOfEvents[] = {
      {"unit-column", ExperimentColumn::Unit},       {"time-column", ExperimentColumn::Time},
      {"event-column", ExperimentColumn::Event},     {"value-column", ExperimentColumn::Value},
      {"cost-column", ExperimentColumn::Cost},       {"order-column", ExperimentColumn::Order},
      {"event-id-column", ExperimentColumn::EventId}};
  for (const auto& [option, column] : kOfEvents)
    if (typed.has(option))
      request.eventsNamed.insert(column, typed.value(option));
  return {};
}

Status readShares(const Arguments& typed, ExperimentRequest& request) {
  for (const QString& part : typed.value("shares").split(u',', Qt::SkipEmptyParts)) {
    bool good = false;
    const double share = part.section(u'=', -1).toDouble(&good);
    if (!part.contains(u'=') || !good || !(share > 0))
      return notAsked("shares", typed.value("shares"), "ARM=SHARE,ARM=SHARE, each above 0");
    request.shares.insert(part.section(u'=', 0, -2).trimmed(), share);
  }
  PW_TRY(const auto rates, pairs(typed, "rate"));
  for (auto it = rates.begin(); it != rates.end(); ++it) {
    bool good = false;
    if (!(it.value().toDouble(&good) > 0) || !good)
      return notAsked("rate", it.value(), "a decimal number above 0, such as EUR=1.08");
    request.rates.insert(it.key().toUpper(), it.value());
  }
  return {};
}

Status readFigures(const Arguments& typed, ExperimentRequest& request) {
  constexpr double kMostUnits = 1e12, kMostDays = 3'650;
  AnalysisPlan& plan = request.plan;
  if (typed.has("alpha")) {
    PW_TRY(plan.alpha, numberOf(typed, "alpha", 1e-9, 0.499, "between 0 and 0.5"));
  }
  if (typed.has("window")) {
    PW_TRY(request.windowDays, numberOf(typed, "window", 1e-3, kMostDays, "days, above 0"));
  }
  if (typed.has("pre")) {
    PW_TRY(request.preDays, numberOf(typed, "pre", 0, kMostDays, "days"));
  }
  if (typed.has("winsor")) {
    PW_TRY(request.winsor, numberOf(typed, "winsor", 0.5, 1, "a quantile from 0.5 to 1"));
  }
  for (auto [option, into] : {std::pair("planned-units", &plan.plannedUnits), std::pair("tuned-at", &plan.tunedAt)})
    if (typed.has(option)) {
      PW_TRY(*into, numberOf(typed, option, 1, kMostUnits, "a number of units"));
    }
  for (auto [option, into] : {std::pair("margin", &plan.margin), std::pair("effect", &plan.effect)})
    if (typed.has(option)) {
      PW_TRY(const double percent, numberOf(typed, option, 1e-6, 1e4, "a percentage above 0"));
      *into = percent / 100;
    }
  if (typed.has("prior")) {
    PW_TRY(const double percent, numberOf(typed, "prior", 1e-6, 1e4, "a percentage above 0"));
    plan.prior = EffectPrior{0, percent / 100};
  }
  if (typed.has("redraws")) {
    PW_TRY(request.redraws, wholeNumber(typed.value("redraws"), "--redraws", 99, 1'000'000));
  }
  if (typed.has("seed")) {
    PW_TRY(const qint64 seed, wholeNumber(typed.value("seed"), "--seed", 0, std::numeric_limits<qint64>::max()));
    request.seed = std::uint64_t(seed);
  }
  return {};
}

Status readChoices(const Arguments& typed, ExperimentRequest& request) {
  const auto choose = [&](const char* option, const char* wanted, auto& into, auto choices) -> Status {
    if (!typed.has(option))
      return {};
    for (const auto& [name, value] : choices)
      if (typed.value(option) == s(name)) {
        into = value;
        return {};
      }
    return notAsked(option, typed.value(option), wanted);
  };
  AnalysisPlan& plan = request.plan;
  PW_CHECK(choose(
      "design", "visitor or cluster; a switchback is judged by experiment panel --design switchback", request.design,
      std::initializer_list<std::pair<const char*, ExperimentDesign>>{{"visitor", ExperimentDesign::Visitor},
                                                                      {"visitors", ExperimentDesign::Visitor},
                                                                      {"cluster", ExperimentDesign::Cluster},
                                                                      {"clusters", ExperimentDesign::Cluster},
                                                                      {"switchback", ExperimentDesign::Switchback}}));
  PW_CHECK(choose("decide", "any-look, horizon or planned-looks", plan.decideBy,
                  std::initializer_list<std::pair<const char*, DecideBy>>{{"any-look", DecideBy::AnyLook},
                                                                          {"horizon", DecideBy::Horizon},
                                                                          {"planned-looks", DecideBy::PlannedLooks}}));
  PW_CHECK(choose("spending", "obrien-fleming or pocock", plan.spending.spending,
                  std::initializer_list<std::pair<const char*, LookSpending>>{
                      {"obrien-fleming", LookSpending::OBrienFleming}, {"pocock", LookSpending::Pocock}}));
  for (const QString& look : typed.value("looks").split(u',', Qt::SkipEmptyParts)) {
    bool good = false;
    constexpr double kMostRunOn = 100; // a test that ran on
    const double share = look.toDouble(&good), before = plan.looks.empty() ? 0 : plan.looks.back();
    if (!good || !(share > before && share <= kMostRunOn) || before > 1)
      return notAsked("looks", typed.value("looks"),
                      "shares of the planned units, each above 0 and larger than the one before, such as 0.25,0.5,1; "
                      "only the last may be more than 1");
    plan.looks.push_back(share);
  }
  return {};
}

Result<ExperimentRequest> requestOf(const Arguments& typed) {
  ExperimentRequest request;
  request.exposures = typed.value("exposures"), request.events = typed.value("events");
  request.units = typed.value("units"), request.metrics = typed.all("metric");
  request.lessIsBetter = typed.all("less-is-better"), request.covariate = typed.value("covariate");
  request.control = typed.value("control"), request.currency = typed.value("currency");
  request.plan.stratified = typed.has("stratify");
  PW_TRY(request.written, writtenAs(typed));
  PW_CHECK(readColumns(typed, request));
  PW_CHECK(readShares(typed, request));
  PW_CHECK(readFigures(typed, request));
  PW_CHECK(readChoices(typed, request));
  const QString adjust = typed.value("adjust", s("holm"));
  if (adjust == u"benjamini-hochberg")
    request.plan.adjustment = Adjustment::BenjaminiHochberg;
  else if (adjust != u"holm" && adjust != u"none")
    return notAsked("adjust", adjust, "holm, benjamini-hochberg or none");
  request.plan.adjusts = adjust != u"none";
  request.nowMs = toMillis(SystemClock().now());
  return request;
}

} // namespace

int runExperimentAnalyze(Session& session) {
  const Arguments& typed = session.arguments;
  const bool units = typed.has("units"), both = typed.has("exposures") && typed.has("events");
  if (units == (typed.has("exposures") || typed.has("events")) || (!units && !both))
    return session.usage(s("experiment analyze --exposures FILE --events FILE, "
                           "or --units FILE --metric COLUMN"));
  PW_SAY(session, const ExperimentRequest request, requestOf(typed));
  PW_SAY(session, const ExperimentReport report, analyzeExperiment(request, session.job()));
  const ExperimentLines lines = experimentLines(report);
  QString text = textTable(lines.header, lines.rows, s("  rrrrrr"));
  if (!lines.segmentRows.empty())
    text += textTable(lines.segmentHeader, lines.segmentRows, s("   rrrrr"));
  for (const QString& remark : lines.remarks)
    text += codeText(remark) + u'\n';
  for (const Error& remark : lines.told)
    text += errorText(remark) + u'\n';
  return session.answer(experimentJson(report), text);
}

} // namespace pricewright
