// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentAnalysis.h"
#include "experiments/events/EventTable.h"

#include <map>

// What stands in the files of an experiment, as the analysis takes it. Internal
// to ExperimentAnalysis.
namespace pricewright::experimentfiles {

inline constexpr std::size_t kMostClusters = 1'000'000;
inline constexpr const char* kMissing = "import.missing-value";
// What was read of a file, and which columns were taken for what.
void tellFile(const ExperimentFile& file, std::initializer_list<ExperimentColumn> used, ExperimentReport& report);

// Names in the order of their first appearance, as numbers.
class NameList {
 public:
  Result<std::size_t> put(std::string_view name,
                          std::size_t most);                               // experiment.too-many-names
  [[nodiscard]] QStringList sorted(std::vector<std::size_t>& place) const; // place[number]: where it went
  [[nodiscard]] std::size_t size() const { return m_names.size(); }

 private:
  std::map<std::string, std::size_t, std::less<>> m_names;
};

QString writtenName(std::string_view cell); // a unit's, to be shown

struct Exposures {
  std::vector<Exposure> rows;         // arms and groups by their sorted names
  std::vector<std::uint32_t> cluster; // parallel to rows; empty without that column
  QStringList arms, groups, clusters;
  QString firstUnit;     // as it is written in the first row
  bool hasTimes = false; // else all stand at kEarliestMs: who stores them must refuse them
};
Result<Exposures> readExposures(const ExperimentRequest& request, ExperimentReport& report, const JobContext& job);

// Orders and refunds are stream 0; every other kind of event is one of its own.
struct Streams {
  QStringList names; // "" first
  std::vector<std::vector<ShopEvent>> events;
  QStringList currencies;
  QString firstUnit; // as of exposures
  bool hasValue = false, hasCost = false, hasPieces = false;
  bool hasTimes = false;        // as of exposures
  std::int64_t otherEvents = 0; // of all streams but the first: who wants orders alone does not take them in
};
Result<Streams> readEvents(const ExperimentRequest& request, bool exposuresHaveTimes, ExperimentReport& report,
                           const JobContext& job);

// One row a unit, with its outcomes in columns.
struct UnitRows {
  std::vector<std::uint16_t> arm, group;
  std::vector<std::uint32_t> cluster;
  std::vector<std::vector<double>> columns; // as asked for
  QStringList arms, groups, clusters;
};
Result<UnitRows> readUnits(const ExperimentRequest& request, const QStringList& columns, ExperimentReport& report,
                           const JobContext& job);

} // namespace pricewright::experimentfiles
