// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/earnings/EarningsView.h"
#include "engine/experiments/TestsDashboard.h"

#include <QHash>

namespace pricewright::test {

// A quarter of a shop against the one before: products, categories and zones whose parts add up. With `leftOut` two
// kinds of prices that could not be told.
std::shared_ptr<const RevenueDashboard> syntheticRevenue(const EarningsWish& wish, bool leftOut = false);
QHash<QString, QString> syntheticCategories(); // SKU → category
// Published prices, most of them scored, whose predictions are a little too hopeful.
std::shared_ptr<const ScoreBoard> syntheticScores();
// Tests of a year in all states; the newest end within the quarter.
ExperimentBoard syntheticTestYear();

} // namespace pricewright::test
