// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oracles/OracleFields.h"
#include "engine/plans/PriceProblem.h"
#include "pipeline/optimizer/Optimizer.h"

namespace pricewright::oracle {
namespace {

Result<QJsonObject> answerOptimum(const QJsonObject& in) {
  static const QMap<QString, DemandCurve> curves{
      {QStringLiteral("constant_elasticity"), DemandCurve::ConstantElasticity},
      {QStringLiteral("linear"), DemandCurve::Linear},
      {QStringLiteral("exponential"), DemandCurve::Exponential},
      {QStringLiteral("logit"), DemandCurve::Logit}};
  const auto curve = curves.constFind(in[QStringLiteral("demand")].toString());
  if (curve == curves.constEnd())
    return badCase(QStringLiteral("demand"));
  CurveParameters p{.curve = *curve};
  const std::pair<const char*, double*> fields[] = {{"cost", &p.cost},
                                                    {"elasticity", &p.elasticity},
                                                    {"q_at_ref", &p.unitsAtReference},
                                                    {"p_ref", &p.referencePrice},
                                                    {"a", &p.a},
                                                    {"b", &p.b},
                                                    {"market", &p.market}};
  for (const auto& [name, value] : fields)
    if (in.contains(QLatin1String(name))) { // each curve has its own few; what it lacks is refused below
      PW_TRY(*value, number(in, QLatin1String(name)));
    }
  PW_TRY(const CurveOptimum best, closedFormOptimum(p));
  return QJsonObject{{QStringLiteral("price"), best.price},
                     {QStringLiteral("units"), best.units},
                     {QStringLiteral("profit"), best.profit},
                     {QStringLiteral("revenue"), best.revenue}};
}

Result<QJsonObject> answerProblem(const QJsonObject& in) { return solvePriceProblem(in); }

} // namespace

QMap<QString, AnswerCase> priceTopics() {
  return {{QStringLiteral("price_closed_form"), answerOptimum},
          {QStringLiteral("price_mckp"), answerProblem},
          {QStringLiteral("price_bruteforce"), answerProblem}};
}

} // namespace pricewright::oracle
