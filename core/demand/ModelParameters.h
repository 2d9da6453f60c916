// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QJsonObject>

#include <array>
#include <span>

namespace pricewright {

// What a version of a model may set; everything else follows from the data. As JSON a version names only what differs
// from these values.
struct EstimatorParameters {
  bool season = true;    // an annual harmonic, where history is at least 78 weeks long
  int historyWeeks = 0;  // learn from the newest so many weeks; 0: from all
  double levelRate = -1; // how fast demand's level moves; below 0: the likeliest rate
};
struct ForecasterParameters {
  double elasticityShare = 0.25; // of the elasticities in the blend; the rest is the trees'. More in ordinary weeks
  int trees = 100;               // in each of the bags
  int leaves = 31;
  double learningRate = 0.1;
};

enum class ModelKind { ElasticityEstimator, DemandForecaster, PriceOptimizer };
inline constexpr std::array kModelKinds{ModelKind::ElasticityEstimator, ModelKind::DemandForecaster,
                                        ModelKind::PriceOptimizer};
QString modelName(ModelKind kind); // "elasticity_estimator", "demand_forecaster", "price_optimizer"
std::optional<ModelKind> modelFrom(QStringView name);

struct ParameterSpec {
  const char* name;
  bool isSwitch, isWhole;
  double least, most; // engine/Texts has words for each name
};
std::span<const ParameterSpec> parameterTable(ModelKind kind);

// Every name known, every value in its range: model.unknown-parameter (parameter, model), model.bad-parameter
// (parameter, least, most).
Status checkParameters(ModelKind kind, const QJsonObject& parameters);
// "history_weeks=52", "season=off", one each; checked. A number may have its comma for a point. Also
// model.not-a-pair (text)
Result<QJsonObject> parametersFrom(ModelKind kind, const QStringList& pairs);
EstimatorParameters estimatorParameters(const QJsonObject& checked);
ForecasterParameters forecasterParameters(const QJsonObject& checked);

} // namespace pricewright
