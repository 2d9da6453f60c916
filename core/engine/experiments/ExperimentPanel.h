// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "experiments/designs/Panel.h"

namespace pricewright {

// What a test is judged by, from the workspace's own sales: a unit (price zone or product) by week. Sales of several
// listings are added up; money is the workspace's, net of VAT, at today's rates.
struct ExperimentPanelWish {
  TestMetric metric = TestMetric::Profit;
  std::vector<std::vector<int>> units; // listings of each unit
  Day beforeFrom{}, beforeUntil{};     // whole weeks in [from, until) are before the test
  Day from{}, until{};                 // whole weeks in [from, until) are of the test
};
struct ExperimentPanel {
  Panel panel;
  int missingWeeks = 0; // unit-weeks without any sale recorded
};
// A week in which none of a unit's listings has a row is missing there, as sales that did not arrive; a listing without
// a row beside others sold nothing.
// experiment.cost-missing (listing's SKU and zone; profit only), .no-exposure (no week of the test), and Panel::of()
Result<ExperimentPanel> experimentPanel(Workspace& workspace, const ExperimentPanelWish& wish);

} // namespace pricewright
