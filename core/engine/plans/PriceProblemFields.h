// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/CrossPlan.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pricewright {

// What a price problem says, as PriceProblem.h describes it. Errors: oracle.bad-case (field).

QJsonArray ignoredFields(const QJsonObject& in);
bool hasLimits(const QJsonObject& in); // any that binds all products together
Result<PlanObjective> objectiveOf(const QJsonObject& in);
Result<std::optional<double>> optionalNumber(const QJsonObject& in, const char* field);
Result<PortfolioLimits> portfolioLimits(const QJsonObject& in);
Result<std::vector<PriceRelation>> relationsOf(const QJsonObject& in, const char* field);
Result<std::vector<CrossEffect>> effectsOf(const QJsonObject& in);

} // namespace pricewright
