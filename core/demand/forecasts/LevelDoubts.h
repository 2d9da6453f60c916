// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/FittedTerms.h"
#include "demand/forecasts/ForecastFeatures.h"

namespace pricewright {

// How unsure a listing's level is beyond what the errors of earlier forecasts hold, as a standard deviation of log
// units: others' levels stand in for its own, it was not seen for long, or it jumped lately.
class LevelDoubts {
 public:
  LevelDoubts() = default;
  LevelDoubts(const DemandPanel& panel, const FeatureRows& features, const FittedTerms& terms, qint32 from);
  double of(std::size_t listing) const { return m_doubt[listing]; }

 private:
  std::vector<double> m_doubt;
};

} // namespace pricewright
