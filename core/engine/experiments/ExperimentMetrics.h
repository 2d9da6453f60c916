// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentIntake.h"

// Which metrics of events are meant, and in which money. Internal to
// ExperimentAnalysis.
namespace pricewright::experimentfiles {

// A metric of events: of which stream, and what of it.
struct StreamMetric {
  QString name;
  std::size_t stream = 0;
  EventMetric metric;
};
// Those asked for, or what the columns allow. experiment.unknown-metric
Result<std::vector<StreamMetric>> streamMetrics(const ExperimentRequest& request, const Streams& streams);

// The test's currency and the rates of the others. experiment.which-currency,
// .bad-setting
Status settleCurrency(const ExperimentRequest& request, const Streams& streams, EventPlan& plan,
                      ExperimentReport& report);

} // namespace pricewright::experimentfiles
