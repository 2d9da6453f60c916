// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Settings.h"
#include "storage/Database.h"

#include <QJsonObject>

namespace pricewright {

// A version of the price optimizer names what it differs in from the workspace's settings: profit_weight (a weighted
// objective of that weight), label_cost, max_move and max_category_move in percent, draws.
Status applyOptimizer(const QJsonObject& parameters, Settings& settings);
// As the champion has them: whatever decides or plans prices reads its settings so. Errors: those of the stores,
// model.unknown.
Status applyOptimizerChampion(Database& db, Settings& settings);

} // namespace pricewright
