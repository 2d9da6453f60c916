// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Words.h"
#include "engine/experiments/ExperimentIntake.h"
#include "experiments/events/SipHash.h"

namespace pricewright::experimentfiles {
namespace {

using Fault = ExperimentFile::Fault;
using Column = ExperimentColumn;

// Rows of units as they come, with names as numbers; sorted out at the end.
class UnitCollector {
 public:
  UnitCollector(std::size_t columns, bool byCluster) : m_byCluster(byCluster) { m_out.columns.resize(columns); }

  Status place(const ExperimentRequest& request, const ExperimentFile& file, const QStringList& columns) {
    PW_TRY(m_arm, file.need(Column::Arm));
    if (m_byCluster) {
      PW_TRY(m_cluster, file.need(Column::Cluster));
    } else {
      m_unit = file.find(Column::Unit); // rows of a cluster may be many of the same unit
    }
    if (request.named.contains(Column::Segment))
      m_segment = file.find(Column::Segment);
    for (const QString& column : columns) {
      PW_TRY(const std::size_t at, file.needNamed(column));
      m_at.push_back(at);
    }
    m_values.resize(m_at.size());
    return {};
  }
  Fault take(const ExperimentFile& file, const CsvRow& row, ExposureCounts& counts) {
    if (trimmed(row.cells[m_arm]).empty())
      return {kMissing, m_arm};
    for (std::size_t i = 0; i < m_at.size(); ++i)
      if (const char* code = number(file, row, m_at[i], m_values[i]))
        return {code, m_at[i]};
    const auto arm = static_cast<std::uint16_t>(named(m_arms, row.cells[m_arm], kMostEventArms));
    ++counts.exposures;
    if (m_unit && isKnown(trimmed(row.cells[*m_unit]), arm, counts))
      return {};
    m_out.arm.push_back(arm), m_twoArms.push_back(0);
    m_out.group.push_back(
        static_cast<std::uint16_t>(m_segment ? named(m_groups, row.cells[*m_segment], kMostGroups) : 0));
    if (m_byCluster)
      m_out.cluster.push_back(static_cast<std::uint32_t>(named(m_clusters, row.cells[m_cluster], kMostClusters)));
    for (std::size_t i = 0; i < m_values.size(); ++i)
      m_out.columns[i].push_back(m_values[i]);
    return {};
  }
  Result<UnitRows> done(ExposureCounts& counts) {
    if (m_tooMany)
      return *m_tooMany;
    std::vector<std::size_t> armAt, groupAt, clusterAt;
    m_out.arms = m_arms.sorted(armAt), m_out.groups = m_groups.sorted(groupAt);
    m_out.clusters = m_clusters.sorted(clusterAt);
    counts.units = std::int64_t(m_out.arm.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_out.arm.size(); ++i) {
      if (m_twoArms[i] != 0) {
        ++counts.contaminated;
        continue;
      }
      m_out.arm[kept] = static_cast<std::uint16_t>(armAt[m_out.arm[i]]);
      m_out.group[kept] = m_segment ? static_cast<std::uint16_t>(groupAt[m_out.group[i]]) : std::uint16_t(0);
      if (m_byCluster)
        m_out.cluster[kept] = static_cast<std::uint32_t>(clusterAt[m_out.cluster[i]]);
      for (std::vector<double>& column : m_out.columns)
        column[kept] = column[i];
      ++kept;
    }
    m_out.arm.resize(kept), m_out.group.resize(kept), m_out.cluster.resize(m_byCluster ? kept : 0);
    for (std::vector<double>& column : m_out.columns)
      column.resize(kept);
    return std::move(m_out);
  }

 private:
  std::size_t named(NameList& names, std::string_view cell, std::size_t most) {
    const auto at = names.put(trimmed(cell), most);
    if (!at)
      m_tooMany = at.error();
    return at ? *at : 0;
  }
  // A number, or yes and no as 1 and 0.
  static const char* number(const ExperimentFile& file, const CsvRow& row, std::size_t at, double& value) {
    constexpr double kMicro = 1e6;
    const ExperimentFile::Number cell = file.numberAt(row.cells[at], at);
    if (cell.code == nullptr) {
      value = double(cell.micro) / kMicro;
      return nullptr;
    }
    const std::string_view text = trimmed(row.cells[at]);
    const ParsedSwitch flag = parseSwitch(text);
    value = flag.on ? 1 : 0;
    return text.empty() || flag.fault != ValueFault::None ? cell.code : nullptr;
  }
  bool isKnown(std::string_view name, std::uint16_t arm, ExposureCounts& counts) {
    const auto fresh = static_cast<std::uint32_t>(m_seen.size());
    const std::uint32_t known = m_seen.put(nameNumber(name), fresh);
    if (known == fresh)
      return false;
    ++counts.repeated;
    if (m_out.arm[known] != arm)
      m_twoArms[known] = 1;
    return true;
  }
  bool m_byCluster;
  UnitRows m_out;
  std::size_t m_arm = 0, m_cluster = 0;
  std::optional<std::size_t> m_unit, m_segment;
  std::vector<std::size_t> m_at;
  std::vector<double> m_values;
  NameList m_arms, m_groups, m_clusters;
  NumberTable m_seen;
  std::vector<std::uint8_t> m_twoArms;
  std::optional<Error> m_tooMany;
};

} // namespace

Result<UnitRows> readUnits(const ExperimentRequest& request, const QStringList& columns, ExperimentReport& report,
                           const JobContext& job) {
  PW_TRY(ExperimentFile file, ExperimentFile::open(request.units, request.named, job, request.written));
  UnitCollector collector(std::size_t(columns.size()), request.design == ExperimentDesign::Cluster);
  PW_CHECK(collector.place(request, file, columns));
  PW_CHECK(file.eachRow([&](const CsvRow& row) { return collector.take(file, row, report.exposures); }, job));
  tellFile(file, {Column::Unit, Column::Arm, Column::Segment, Column::Cluster}, report);
  return collector.done(report.exposures);
}

} // namespace pricewright::experimentfiles
