// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/DecisionStore.h"
#include "decision/DrawStore.h"
#include "pipeline/planner/CostNews.h"
#include "pipeline/planner/PlannerAgent.h"
#include "pipeline/planner/SalesHistory.h"

#include <unordered_map>

namespace pricewright {

// A prior price may look further back than anything else does.
inline std::chrono::days priceLookBack(const Settings& settings) {
  return std::max(std::chrono::days(90), std::chrono::days(settings.integer(u"guardrail.prior-price.days") + 1));
}

// Everything that one cycle reads from the stores, once. Look-ups by listing number; nothing iterates over them.
struct World : SalesHistory {
  Instant now{}, effective{};
  QJsonObject rules;
  QString rulesVersion;
  std::vector<PublishedPrice> history; // of the first channel, by listing and time
  std::unordered_map<int, std::vector<PublishedPrice>> otherChannels;
  std::unordered_map<int, DatedCost> cost; // in force at `effective`
  CostNews costNews;                       // what of it is in doubt
  std::unordered_map<int, StockLevel> stock;
  std::unordered_map<int, PriceDraw> draws;   // that run now
  std::map<int, int> autoBands;               // see CycleOptions
  std::unordered_map<int, QString> underTest; // the price test that lays claim to a listing
  std::unordered_map<int, MarginException> exceptions;
  std::unordered_map<int, std::vector<Promotion>> promotions; // of the days that a prior price looks back on
  std::unordered_map<int, std::pair<std::size_t, std::size_t>> historyRange;

  std::span<const PublishedPrice> historyOf(int listingNo) const;
};
Result<World> loadWorld(const PlannerTools& tools, Instant now, Instant effective);

} // namespace pricewright
