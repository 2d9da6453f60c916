// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be said of an experiment's files beside its figures.
#include "base/Words.h"
#include "engine/experiments/ExperimentAnalysis.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr int kInPercent = 100;

QString shareText(double share) { return QString::number(kInPercent * share, 'f', 1); }

void tellUnmatched(const ExperimentReport::Unmatched& u, std::vector<Error>& out) {
  if (u.events == 0)
    return;
  const QMap<QString, QString> counts{{s("count"), QString::number(u.events)}, {s("all"), QString::number(u.of)}};
  if (u.events < u.of)
    return out.push_back(fail(s("experiment.events-unmatched"), counts));
  out.push_back(fail(s("experiment.no-id-matches"),
                     {{s("all"), counts[s("all")]}, {s("event"), u.eventUnit}, {s("exposed"), u.exposedUnit}}));
}

void tellLook(const AnalysisAnswer& answer, std::vector<Error>& out) {
  const auto& look = answer.lookShare;
  if (!look || look->agrees())
    return;
  if (!look->seen)
    return out.push_back(fail(s("experiment.looks-unplanned")));
  out.push_back(
      fail(s("experiment.look-elsewhere"), {{s("said"), shareText(look->said)}, {s("seen"), shareText(*look->seen)}}));
}

void tellSegments(const ExperimentReport& report, std::vector<Error>& out) {
  const auto& ratio = report.answer.segmentRatio;
  if (ratio && ratio->mismatch() && report.plan.stratified)
    out.push_back(fail(s("experiment.segments-shared-out"), {{s("p"), QString::number(ratio->p, 'g', 2)}}));
  for (const ArmComparison& c : report.answer.comparisons) {
    if (c.setAside.empty() || c.refused)
      continue;
    out.push_back(fail(s("experiment.strata-set-aside"), {{s("segments"), segmentNames(report, c.setAside)},
                                                          {s("units"), QString::number(c.setAsideUnits)}}));
    break; // of every comparison with the same arm the same
  }
  for (std::size_t i = 0; i < report.segments.size(); ++i) {
    constexpr double kDiffer = 0.01;
    const Segments& segments = report.segments[i];
    if (!segments.p || *segments.p >= kDiffer)
      continue;
    const ArmComparison& c = report.answer.comparisons[i];
    out.push_back(fail(s("experiment.segments-differ"), {{s("metric"), report.metricNames.value(qsizetype(c.metric))},
                                                         {s("arm"), report.arms.value(qsizetype(c.arm))},
                                                         {s("p"), QString::number(*segments.p, 'g', 2)}}));
  }
}

} // namespace

QString segmentNames(const ExperimentReport& report, std::span<const std::size_t> groups) {
  constexpr std::size_t kNamed = 5;
  QStringList names;
  for (const std::size_t group : groups.first(std::min(kNamed, groups.size())))
    names << s("\"%1\"").arg(report.groups.value(qsizetype(group)));
  QString text = names.join(s(", "));
  if (groups.size() > kNamed)
    text += s(" and %1 more").arg(groups.size() - kNamed);
  return text;
}

std::vector<Error> ExperimentReport::remarks() const {
  std::vector<Error> out;
  const auto tell = [&](const char* code, qint64 count) {
    if (count > 0)
      out.push_back(fail(s(code), {{s("count"), QString::number(count)}}));
  };
  tell("experiment.in-two-arms", qint64(exposures.contaminated));
  for (const FileNotes& file : files)
    if (file.bad.count > 0 && !file.bad.first.empty())
      out.push_back(rowsLeftOut(file.bad, file.path));
  tell("experiment.events-outside", events.counted == 0 ? qint64(events.before + events.earlier + events.late) : 0);
  tellUnmatched(unmatched, out);
  tell("experiment.refunds-wait", qint64(events.waiting));
  tell("experiment.refunds-beyond", qint64(events.overRefunded));
  tell("experiment.too-large", qint64(intake.tooLarge));
  tell("experiment.dated-wrongly", intake.badTime + exposures.badTime);
  tell("experiment.unit-rows", eventIdentity.isEmpty() ? exposures.repeated : 0); // of a file of units
  tell("experiment.days-only", rowNotes.daysOnly);
  tell("experiment.same-order-twice", rowNotes.sameOrder);
  tell("experiment.orders-differ", rowNotes.ordersDiffer);
  tell("experiment.ids-differ", rowNotes.idsDiffer);
  constexpr double kPercent = 100;
  for (const Whale& whale : whales)
    out.push_back(fail(s(whale.isCut ? "experiment.one-unit-before-the-cut" : "experiment.one-unit-decides"),
                       {{s("arm"), arms.value(qsizetype(whale.arm))},
                        {s("metric"), metricNames.value(qsizetype(whale.metric))},
                        {s("value"), QString::number(whale.largest, 'g', 6)},
                        {s("percent"), QString::number(kPercent * whale.share, 'f', 0)}}));
  tellLook(answer, out);
  tellSegments(*this, out);
  return out;
}

} // namespace pricewright
