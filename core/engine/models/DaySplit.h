// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/forecasts/DayProfile.h"
#include "storage/Database.h"

namespace pricewright {

// Forecast weeks taken apart into days: by how weeks fell on their days before, and, where prices or promotions are
// not the same on all of them, by how units answer these.
class DaySplit {
 public:
  // `pricesDiffer`: learn how units answer prices too. forecast.no-days, storage.corrupt, job.cancelled
  static Result<DaySplit> learn(Database& db, std::span<const DemandSeries> series, qint32 from, bool pricesDiffer,
                                const JobContext& job);
  int weeks() const { return m_profile.weeks(); } // that are known by day
  // A week from `first` on; `plan`: its seven days, or nothing where all are alike.
  std::array<Forecast, 7> daysOf(std::size_t series, qint32 first, const Forecast& week,
                                 std::span<const SalePoint> plan) const;

 private:
  DayProfile m_profile;
  std::vector<DemandEstimate> m_answers; // by series; empty: prices do not differ
};

} // namespace pricewright
