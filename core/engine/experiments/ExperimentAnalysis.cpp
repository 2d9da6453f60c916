// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentAnalysis.h"

#include "base/Words.h"
#include "engine/experiments/ExperimentBandit.h"
#include "engine/experiments/ExperimentJoin.h"
#include "engine/experiments/ExperimentMetrics.h"
#include "engine/experiments/ExperimentWhales.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

using namespace experimentfiles;

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kNoEndMs = 3'660 * kDayMs; // ten years: as long as a plan may be

Status settleArms(const ExperimentRequest& request, ExperimentReport& report) {
  report.plan = request.plan;
  report.plan.onlyLook = true; // a file is looked at once
  qsizetype control = report.arms.indexOf(request.control);
  if (!request.control.isEmpty() && control < 0)
    return fail(s("experiment.unknown-arm"), {{s("arm"), request.control}, {s("found"), report.arms.join(s(", "))}});
  report.controlGuessed = request.control.isEmpty();
  if (control < 0)
    control = likelyControl(report.arms);
  report.control = report.plan.control = std::size_t(std::max<qsizetype>(control, 0));
  if (report.controlGuessed)
    report.notes << s("control-guessed");
  if (request.shares.isEmpty())
    return {};
  report.plan.shares.assign(std::size_t(report.arms.size()), 0);
  for (auto it = request.shares.begin(); it != request.shares.end(); ++it) {
    const qsizetype arm = report.arms.indexOf(it.key());
    if (arm < 0)
      return fail(s("experiment.unknown-arm"), {{s("arm"), it.key()}, {s("found"), report.arms.join(s(", "))}});
    report.plan.shares[std::size_t(arm)] = it.value();
  }
  for (qsizetype i = 0; i < report.arms.size(); ++i)
    if (!request.shares.contains(report.arms[i]))
      return fail(s("experiment.no-share"), {{s("arm"), report.arms[i]}});
  return {};
}

// What clusters are compared by: Σ of each metric and of its units, by cluster.
using ClusterSums = std::vector<std::vector<ClusterSum>>; // metric by metric
class ClusterAdder {
 public:
  ClusterAdder(std::size_t metrics, const QStringList& names)
      : m_sums(metrics, std::vector<ClusterSum>(std::size_t(names.size()))), m_seen(std::size_t(names.size())),
        m_names(names) {}
  Status add(std::size_t metric, std::uint32_t cluster, std::size_t arm, double above, double below) {
    ClusterSum& sum = m_sums[metric][cluster];
    if (std::exchange(m_seen[cluster], std::uint8_t(1)) != 0 && armOf(cluster) != arm)
      return fail(s("experiment.mixed-cluster"), {{s("cluster"), m_names[qsizetype(cluster)]}});
    for (std::vector<ClusterSum>& of : m_sums)
      of[cluster].arm = arm;
    sum.above += above, sum.below += below;
    return {};
  }
  // Without clusters of which no unit is left: they were in no arm.
  ClusterSums take() {
    for (std::vector<ClusterSum>& of : m_sums) {
      std::size_t kept = 0;
      for (std::size_t i = 0; i < of.size(); ++i)
        if (m_seen[i] != 0)
          of[kept++] = of[i];
      of.resize(kept);
    }
    return std::move(m_sums);
  }

 private:
  [[nodiscard]] std::size_t armOf(std::uint32_t cluster) const { return m_sums.front()[cluster].arm; }
  ClusterSums m_sums;
  std::vector<std::uint8_t> m_seen;
  const QStringList& m_names;
};

struct Measured {
  ClusterSums clusters;
  LargestUnits largest; // of metrics that are a sum
};

// Exposures without a time stand before all events, so that every one of them counts.
void exposeBefore(const Streams& streams, Exposures& exposures) {
  std::optional<std::int64_t> first;
  for (const std::vector<ShopEvent>& events : streams.events)
    for (const ShopEvent& e : events)
      first = std::min(first.value_or(e.atMs), e.atMs);
  if (first)
    for (Exposure& e : exposures.rows)
      e.atMs = *first;
}

// One table a stream: the exposures are the same, the events are not.
Result<Measured> measureEvents(const ExperimentRequest& request, ExperimentReport& report, const JobContext& job) {
  PW_TRY(Exposures exposures, readExposures(request, report, job));
  PW_TRY(const Streams streams, readEvents(request, exposures.hasTimes, report, job));
  if (!exposures.hasTimes)
    exposeBefore(streams, exposures);
  report.arms = exposures.arms, report.groups = exposures.groups;
  PW_TRY(const std::vector<StreamMetric> metrics, streamMetrics(request, streams));
  if (!exposures.hasTimes)
    report.notes << s("no-times");
  EventPlan plan;
  plan.arms = std::size_t(exposures.arms.size());
  plan.groups = std::max<std::size_t>(1, std::size_t(exposures.groups.size()));
  plan.windowMs = request.windowDays > 0 && exposures.hasTimes
                      ? std::int64_t(std::llround(request.windowDays * double(kDayMs)))
                      : kNoEndMs;
  plan.preMs = std::int64_t(std::llround(request.preDays * double(kDayMs)));
  PW_CHECK(settleCurrency(request, streams, plan, report));
  std::map<std::uint64_t, std::uint32_t> clusterOf;
  for (std::size_t i = 0; i < exposures.cluster.size(); ++i)
    clusterOf.emplace(exposures.rows[i].unit, exposures.cluster[i]);
  ClusterAdder clusters(metrics.size(), exposures.clusters);
  LargestUnits largest;
  report.input.metrics.resize(metrics.size());
  bool first = true;
  for (std::size_t stream = 0; stream < streams.events.size(); ++stream) {
    std::vector<std::size_t> here;
    plan.metrics.clear();
    for (std::size_t i = 0; i < metrics.size(); ++i)
      if (metrics[i].stream == stream)
        here.push_back(i), plan.metrics.push_back(metrics[i].metric);
    if (here.empty())
      continue;
    EventTable table;
    PW_CHECK(table.addTest(plan));
    PW_CHECK(table.addExposures(exposures.rows, request.nowMs));
    PW_CHECK(table.addEvents(streams.events[stream], request.nowMs));
    if (!table.refresh(job))
      return fail(s("job.cancelled"));
    PW_TRY(const TestSummary summary, table.summary(0));
    AnalysisInput input = inputOf(summary);
    if (std::exchange(first, false)) {
      const std::vector<MetricInput> kept = std::move(report.input.metrics);
      report.input = input, report.input.metrics = kept;
      report.exposures = summary.exposures, report.events = summary.events, report.intake = table.intake();
    }
    for (std::size_t i = 0; i < here.size(); ++i)
      report.input.metrics[here[i]] = std::move(input.metrics[i]);
    PW_TRY(const std::vector<EventTable::UnitView> units, table.unitsOf(0));
    for (const EventTable::UnitView& unit : units)
      for (std::size_t i = 0; !unit.contaminated && i < here.size(); ++i) {
        const EventMetric& metric = metrics[here[i]].metric;
        if (!metric.per && metric.of != Quantity::Conversion)
          largest.add(here[i], unit.arm, unit.of(metric.of));
        if (clusterOf.empty())
          continue;
        PW_CHECK(clusters.add(here[i], clusterOf[unit.unit], unit.arm, unit.of(metric.of),
                              metric.per ? unit.of(*metric.per) : 1));
      }
  }
  checkJoin(exposures, streams, report);
  for (const StreamMetric& metric : metrics)
    report.metricNames << metric.name;
  return Measured{clusters.take(), std::move(largest)};
}

// The columns that a metric of units is made of: one, or two of a ratio.
QStringList partsOf(const QString& metric, const QStringList& header) {
  return header.contains(metric) || !metric.contains(u'/') ? QStringList{metric} : metric.split(u'/');
}

Result<MetricInput> metricOfUnits(const UnitRows& rows, const std::vector<std::vector<double>>& parts,
                                  std::size_t groups, double winsor, bool adjusted) {
  MetricInput out;
  out.isRatio = parts.size() == (adjusted ? 4u : 2u), out.adjusted = adjusted;
  std::vector<std::vector<double>> columns = parts;
  const auto binary = [](double v) { return v == 0 || v == 1; };
  out.isShare = columns.size() == 1 && std::all_of(columns[0].begin(), columns[0].end(), binary);
  if (winsor < 1 && !out.isShare && !columns[0].empty())
    for (std::size_t i = 0; i < columns.size(); i += out.isRatio ? 2 : 1) {
      PW_TRY(const WinsorLimits limits, winsorLimits(columns[i], 0, winsor));
      winsorize(columns[i], limits);
    }
  out.cells.assign(std::size_t(rows.arms.size()) * groups,
                   UnitMoments(columns.size(), out.isShare ? Spread::Shares : Spread::Sample));
  std::vector<double> x(columns.size());
  for (std::size_t row = 0; row < rows.arm.size(); ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      x[i] = columns[i][row];
    PW_CHECK(out.cells[rows.arm[row] * groups + rows.group[row]].add(x));
  }
  return out;
}

Result<Measured> measureUnits(const ExperimentRequest& request, ExperimentReport& report, const JobContext& job) {
  PW_TRY(const ExperimentFile file, ExperimentFile::open(request.units, request.named, job, request.written));
  if (request.metrics.isEmpty())
    return fail(s("experiment.which-metric"), {{s("found"), file.header().mid(0, 40).join(s(", "))}});
  QStringList columns;
  for (const QString& metric : request.metrics)
    columns << partsOf(metric, file.header());
  if (!request.covariate.isEmpty())
    columns << request.covariate;
  columns.removeDuplicates();
  PW_TRY(const UnitRows rows, readUnits(request, columns, report, job));
  report.arms = rows.arms, report.groups = rows.groups, report.metricNames = request.metrics;
  AnalysisInput& input = report.input;
  input.arms = std::size_t(rows.arms.size()), input.groups = std::max<std::size_t>(1, std::size_t(rows.groups.size()));
  input.units.assign(input.arms, 0);
  for (const std::uint16_t arm : rows.arm)
    ++input.units[arm];
  input.contaminatedShare = report.exposures.contaminatedShare();
  ClusterAdder clusters(std::size_t(request.metrics.size()), rows.clusters);
  LargestUnits largest;
  for (qsizetype m = 0; m < request.metrics.size(); ++m) {
    std::vector<std::vector<double>> parts;
    for (const QString& part : partsOf(request.metrics[m], file.header()))
      parts.push_back(rows.columns[std::size_t(columns.indexOf(part))]);
    for (std::size_t i = 0; i < rows.cluster.size(); ++i)
      PW_CHECK(
          clusters.add(std::size_t(m), rows.cluster[i], rows.arm[i], parts[0][i], parts.size() > 1 ? parts[1][i] : 1));
    for (std::size_t i = 0; parts.size() == 1 && i < parts[0].size(); ++i)
      largest.add(std::size_t(m), rows.arm[i], parts[0][i]);
    const bool adjusted = !request.covariate.isEmpty() && parts.size() == 1;
    if (adjusted)
      parts.push_back(rows.columns[std::size_t(columns.indexOf(request.covariate))]);
    PW_TRY(MetricInput metric, metricOfUnits(rows, parts, input.groups,
                                             request.winsorOf.value(request.metrics[m], request.winsor), adjusted));
    input.metrics.push_back(std::move(metric));
  }
  return Measured{clusters.take(), std::move(largest)};
}

// Clusters were assigned: what single units say is no evidence.
Status judgeClusters(const ExperimentRequest& request, const ClusterSums& sums, ExperimentReport& report) {
  PW_TRY(ClusterAnalysis clusters, analyzeClusters(report.input, report.plan, sums, request.redraws, request.seed));
  report.answer = std::move(clusters.answer), report.clusters = std::move(clusters.details);
  for (std::size_t i = 0; i < report.clusters.size(); ++i)
    if (const ClusterComparison& c = report.clusters[i];
        !report.answer.comparisons[i].refused &&
        c.controlClusters + c.treatmentClusters < double(kFewClustersCompared) &&
        !report.notes.contains(s("few-clusters")))
      report.notes << s("few-clusters");
  if (std::find(clusters.cannotDecide.begin(), clusters.cannotDecide.end(), true) != clusters.cannotDecide.end())
    report.notes << s("few-ways");
  return {};
}

// What stands there for itself does nothing, and whoever typed it believes that it does.
Status checkRequest(const ExperimentRequest& request) {
  if (request.design == ExperimentDesign::Switchback)
    return fail(s("experiment.no-switchback"));
  if (request.plan.stratified && !request.named.contains(ExperimentColumn::Segment))
    return fail(s("experiment.stratify-what"));
  if (request.plan.stratified && request.design == ExperimentDesign::Cluster)
    return fail(s("experiment.stratified-clusters"));
  return {};
}

// Groups are numbers where they are computed with.
void nameGroups(ExperimentReport& report) {
  for (ArmComparison& c : report.answer.comparisons) {
    if (!c.refused)
      continue;
    QMap<QString, QString>& arguments = c.refused->arguments;
    if (arguments.contains(s("segment")))
      arguments[s("segment")] = report.groups.value(arguments[s("segment")].toLongLong());
    if (arguments.contains(s("segments")))
      arguments[s("segments")] = segmentNames(report, c.setAside);
  }
}

// Asked for twice, it is one comparison and not two to be adjusted for.
ExperimentRequest withoutRepeats(ExperimentRequest request) {
  request.metrics.removeDuplicates();
  return request;
}

} // namespace

Result<ExperimentReport> analyzeExperiment(const ExperimentRequest& asked, const JobContext& job) {
  PW_CHECK(checkRequest(asked));
  const ExperimentRequest request = withoutRepeats(asked);
  ExperimentReport report;
  report.design = request.design;
  PW_TRY(const Measured measured,
         request.units.isEmpty() ? measureEvents(request, report, job) : measureUnits(request, report, job));
  PW_CHECK(settleArms(request, report));
  for (const QString& metric : request.lessIsBetter) {
    const qsizetype at = report.metricNames.indexOf(metric);
    if (at < 0)
      return fail(s("experiment.unknown-metric"),
                  {{s("metric"), metric}, {s("found"), report.metricNames.join(s(", "))}});
    report.input.metrics[std::size_t(at)].lessIsBetter = true;
  }
  if (request.design == ExperimentDesign::Cluster) {
    PW_CHECK(judgeClusters(request, measured.clusters, report));
  } else {
    PW_TRY(report.answer, analyze(report.input, report.plan));
  }
  nameGroups(report);
  report.whales = measured.largest.whales();
  for (ExperimentReport::Whale& whale : report.whales)
    whale.isCut = request.winsorOf.value(report.metricNames[qsizetype(whale.metric)], request.winsor) < 1;
  if (request.winsor >= 1 && request.winsorOf.isEmpty() && request.design == ExperimentDesign::Visitor) {
    PW_CHECK(analyzeCut(request, measured.largest, report, job));
  }
  if (report.plan.decideBy == DecideBy::Horizon && !report.plan.plannedUnits)
    report.notes << s("no-planned-end");
  if (request.design == ExperimentDesign::Visitor && report.input.groups > 1) {
    for (const ArmComparison& c : report.answer.comparisons) {
      PW_TRY(Segments segments, segmentsOf(report.input, report.plan, c.metric, c.arm));
      report.segments.push_back(std::move(segments));
    }
  }
  return report;
}

} // namespace pricewright
