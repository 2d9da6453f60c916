// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ModelParameters.h"

#include "base/Words.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr ParameterSpec kEstimator[] = {
    {"season", true, false, 0, 1}, {"history_weeks", false, true, 0, 1'560}, {"level_rate", false, false, -1, 0.9}};
constexpr ParameterSpec kForecaster[] = {{"elasticity_share", false, false, 0, 1},
                                         {"trees", false, true, 10, 1'000},
                                         {"leaves", false, true, 4, 255},
                                         {"learning_rate", false, false, 0.01, 1}};

// Of the workspace's settings; see planner/OptimizerVersion.h.
constexpr ParameterSpec kOptimizer[] = {{"profit_weight", false, false, 0, 1},
                                        {"label_cost", false, false, 0, 1e9},
                                        {"max_move", false, false, 0, 100},
                                        {"max_category_move", false, false, 0, 100},
                                        {"draws", false, true, 100, 10'000}};

bool fits(const ParameterSpec& spec, const QJsonValue& value) {
  if (spec.isSwitch)
    return value.isBool();
  const double v = value.toDouble(std::nan(""));
  return v >= spec.least && v <= spec.most && (!spec.isWhole || v == std::floor(v));
}

} // namespace

QString modelName(ModelKind kind) {
  switch (kind) {
  case ModelKind::ElasticityEstimator:
    return s("elasticity_estimator");
  case ModelKind::DemandForecaster:
    return s("demand_forecaster");
  case ModelKind::PriceOptimizer:
    break;
  }
  return s("price_optimizer");
}
std::optional<ModelKind> modelFrom(QStringView name) {
  for (const ModelKind kind : kModelKinds)
    if (name == modelName(kind))
      return kind;
  return {};
}

std::span<const ParameterSpec> parameterTable(ModelKind kind) {
  switch (kind) {
  case ModelKind::ElasticityEstimator:
    return kEstimator;
  case ModelKind::DemandForecaster:
    return kForecaster;
  case ModelKind::PriceOptimizer:
    break;
  }
  return kOptimizer;
}

Status checkParameters(ModelKind kind, const QJsonObject& parameters) {
  for (auto it = parameters.begin(); it != parameters.end(); ++it) {
    const auto table = parameterTable(kind);
    const auto spec = std::find_if(table.begin(), table.end(),
                                   [&](const ParameterSpec& p) { return it.key() == QLatin1String(p.name); });
    if (spec == table.end())
      return fail(s("model.unknown-parameter"), {{s("parameter"), it.key()}, {s("model"), modelName(kind)}});
    if (!fits(*spec, it.value()))
      return fail(s("model.bad-parameter"), {{s("parameter"), it.key()},
                                             {s("least"), spec->isSwitch ? s("false") : QString::number(spec->least)},
                                             {s("most"), spec->isSwitch ? s("true") : QString::number(spec->most)}});
  }
  return {};
}

Result<QJsonObject> parametersFrom(ModelKind kind, const QStringList& pairs) {
  QJsonObject out;
  for (const QString& pair : pairs) {
    const qsizetype at = pair.indexOf(u'=');
    const QString name = pair.left(at).trimmed(), value = pair.mid(at + 1).trimmed().toLower();
    if (at < 1 || name.isEmpty() || value.isEmpty())
      return fail(s("model.not-a-pair"), {{s("text"), pair}});
    const bool isOn = value == u"on" || value == u"true", isOff = value == u"off" || value == u"false";
    bool isNumber = false;
    const double number = QString(value).replace(u',', u'.').toDouble(&isNumber);
    out.insert(name, isOn || isOff ? QJsonValue(isOn) : isNumber ? QJsonValue(number) : QJsonValue(value));
  }
  PW_CHECK(checkParameters(kind, out));
  return out;
}

EstimatorParameters estimatorParameters(const QJsonObject& o) {
  EstimatorParameters p;
  p.season = o.value(s("season")).toBool(p.season);
  p.historyWeeks = o.value(s("history_weeks")).toInt(p.historyWeeks);
  p.levelRate = o.value(s("level_rate")).toDouble(p.levelRate);
  return p;
}

ForecasterParameters forecasterParameters(const QJsonObject& o) {
  ForecasterParameters p;
  p.elasticityShare = o.value(s("elasticity_share")).toDouble(p.elasticityShare);
  p.trees = o.value(s("trees")).toInt(p.trees);
  p.leaves = o.value(s("leaves")).toInt(p.leaves);
  p.learningRate = o.value(s("learning_rate")).toDouble(p.learningRate);
  return p;
}

} // namespace pricewright
