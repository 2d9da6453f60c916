// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentWhales.h"

#include "base/Words.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace experimentfiles {
namespace {

constexpr double kLargeShare = 0.2, kEnoughOthers = 5;

} // namespace

void LargestUnits::add(std::size_t metric, std::size_t arm, double figure) {
  if (metric >= m_arms.size())
    m_arms.resize(metric + 1);
  if (arm >= m_arms[metric].size())
    m_arms[metric].resize(arm + 1);
  Arm& of = m_arms[metric][arm];
  ++of.units;
  of.filled += figure != 0, of.sum += std::abs(figure);
  if (std::abs(figure) > std::abs(of.largest))
    of.largest = figure;
}

std::vector<ExperimentReport::Whale> LargestUnits::whales() const {
  std::vector<ExperimentReport::Whale> out;
  for (std::size_t metric = 0; metric < m_arms.size(); ++metric)
    for (std::size_t arm = 0; arm < m_arms[metric].size(); ++arm) {
      const Arm& of = m_arms[metric][arm];
      const double share = of.sum > 0 ? std::abs(of.largest) / of.sum : 0;
      if (share > kLargeShare && of.filled > kEnoughOthers)
        out.push_back({metric, arm, of.largest, share});
    }
  return out;
}

double LargestUnits::quantileOf(std::size_t metric) const {
  double units = 0, filled = 0;
  for (const Arm& arm : m_arms[metric])
    units += arm.units, filled += arm.filled;
  constexpr double kOneIn = 100, kLeastCut = 2;
  return units > 2 * kLeastCut ? 1 - std::max(kLeastCut, std::ceil(filled / kOneIn)) / (units - 1) : 1;
}

Status analyzeCut(const ExperimentRequest& request, const LargestUnits& largest, ExperimentReport& report,
                  const JobContext& job) {
  ExperimentRequest again = request;
  again.metrics.clear(), again.lessIsBetter.clear(), again.plan.adjusts = false;
  for (const ExperimentReport::Whale& whale : report.whales)
    if (const double quantile = largest.quantileOf(whale.metric); quantile < 1)
      again.winsorOf.insert(report.metricNames[qsizetype(whale.metric)], quantile);
  if (again.winsorOf.isEmpty())
    return {};
  again.metrics = again.winsorOf.keys();
  PW_TRY(const ExperimentReport cut, analyzeExperiment(again, job));
  for (std::size_t i = 0; i < report.answer.comparisons.size(); ++i) {
    const ArmComparison& of = report.answer.comparisons[i];
    const QString& metric = report.metricNames[qsizetype(of.metric)];
    for (const ArmComparison& c : cut.answer.comparisons)
      if (cut.metricNames[qsizetype(c.metric)] == metric && c.arm == of.arm && !c.refused)
        report.cuts.push_back({i, again.winsorOf[metric], c});
  }
  return {};
}

} // namespace experimentfiles

} // namespace pricewright
