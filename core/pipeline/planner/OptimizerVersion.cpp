// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/OptimizerVersion.h"

#include "base/Words.h"
#include "demand/ModelParameters.h"

#include <QJsonDocument>

namespace pricewright {

Status applyOptimizer(const QJsonObject& parameters, Settings& settings) {
  static constexpr std::pair<const char*, const char*> kSettings[] = {
      {"profit_weight", "optimizer.profit-weight"},
      {"label_cost", "optimizer.label-cost"},
      {"max_move", "optimizer.max-move.percent"},
      {"max_category_move", "optimizer.max-category-move.percent"},
      {"draws", "optimizer.draws"}};
  if (parameters.contains(s("profit_weight")))
    PW_CHECK(settings.set(s("optimizer.objective"), s("weighted")));
  for (const auto& [name, key] : kSettings)
    if (const QJsonValue value = parameters.value(QLatin1String(name)); !value.isUndefined())
      PW_CHECK(settings.set(QLatin1String(key), value.toVariant()));
  return {};
}

Status applyOptimizerChampion(Database& db, Settings& settings) {
  const QString name = modelName(ModelKind::PriceOptimizer);
  PW_TRY(Query q, Query::prepare(db, "SELECT parameters FROM model_version WHERE name = ?1 AND alias = 'champion'"));
  PW_TRY(const bool there, q.bind(1, name).step());
  if (!there)
    return fail(s("model.unknown"), {{s("model"), name}, {s("why"), s("name")}});
  return applyOptimizer(QJsonDocument::fromJson(q.text(0).toUtf8()).object(), settings);
}

} // namespace pricewright
