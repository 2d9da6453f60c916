// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/PriceProblemFields.h"

#include "engine/oracles/OracleFields.h"

#include <QHash>
#include <QSet>

#include <cmath>

namespace pricewright {

using namespace oracle;

namespace {

// What binds all products together.
const QSet<QString>& limitFields() {
  static const QSet<QString> known = [] {
    QSet<QString> out;
    for (const char* field : {"p_now", "change_cost", "max_changes", "revenue_min", "profit_min", "index_max",
                              "index_min", "category_index_max", "category_index_min", "competitor_index_max",
                              "competitor_index_min", "category_competitor_index_max", "category_competitor_index_min",
                              "kvi_index_max", "kvi_index_min", "relations"})
      out.insert(QLatin1String(field));
    return out;
  }();
  return known;
}

} // namespace

bool hasLimits(const QJsonObject& in) {
  return std::any_of(limitFields().begin(), limitFields().end(),
                     [&](const QString& field) { return in.contains(field); });
}

// What a problem may say. Anything else is answered as ignored: a limit that is misspelt binds nothing.
QJsonArray ignoredFields(const QJsonObject& in) {
  static const QSet<QString> others = [] {
    QSet<QString> out;
    for (const char* field :
         {"p_ref",           "q_ref",      "cost",       "elasticity", "ladder",   "ladders",
          "objective",       "weights",    "frontier",   "time_limit", "category", "cross",
          "price_relations", "min_margin", "max_change", "aggregate",  "n",        "elasticity_matrix",
          "p_competitor",    "kvi"})
      out.insert(QLatin1String(field));
    return out;
  }();
  QJsonArray out;
  for (auto it = in.begin(); it != in.end(); ++it)
    if (!others.contains(it.key()) && !limitFields().contains(it.key()))
      out.append(it.key());
  return out;
}

Result<PlanObjective> objectiveOf(const QJsonObject& in) {
  const QJsonValue said = in[QStringLiteral("objective")];
  if (said.isUndefined() || said == QStringLiteral("profit"))
    return PlanObjective::Profit;
  if (said == QStringLiteral("revenue"))
    return PlanObjective::Revenue;
  if (said == QStringLiteral("units"))
    return PlanObjective::Units;
  if (said != QStringLiteral("weighted"))
    return fail(QStringLiteral("problem.objective"));
  const QJsonObject weights = in[QStringLiteral("weights")].toObject();
  PlanObjective out{0, 0, 0};
  for (auto it = weights.begin(); it != weights.end(); ++it) {
    double* const weight = it.key() == u"profit"    ? &out.profit
                           : it.key() == u"revenue" ? &out.revenue
                           : it.key() == u"units"   ? &out.units
                                                    : nullptr;
    if (!weight || !it->isDouble() || !std::isfinite(it->toDouble()) || it->toDouble() < 0)
      return fail(QStringLiteral("problem.weights"));
    *weight = it->toDouble();
  }
  if (!(out.profit + out.revenue + out.units > 0))
    return fail(QStringLiteral("problem.weights"));
  return out;
}

Result<std::optional<double>> optionalNumber(const QJsonObject& in, const char* field) {
  const QString name = QString::fromLatin1(field);
  if (in[name].isUndefined() || in[name].isNull())
    return std::optional<double>();
  PW_TRY(const double value, number(in, name));
  return std::optional(value);
}

namespace {

// Limits against a competitor and of the products that shape how the price level is seen. A limit without what it is
// measured by would bind nothing, and is refused.
Status readImage(const QJsonObject& in, PortfolioLimits& out) {
  PW_TRY(out.mostRivalIndex, optionalNumber(in, "competitor_index_max"));
  PW_TRY(out.leastRivalIndex, optionalNumber(in, "competitor_index_min"));
  PW_TRY(out.mostCategoryRivalIndex, optionalNumber(in, "category_competitor_index_max"));
  PW_TRY(out.leastCategoryRivalIndex, optionalNumber(in, "category_competitor_index_min"));
  PW_TRY(out.mostKviIndex, optionalNumber(in, "kvi_index_max"));
  PW_TRY(out.leastKviIndex, optionalNumber(in, "kvi_index_min"));
  if (in.contains(QStringLiteral("p_competitor"))) {
    PW_TRY(const QJsonArray prices, list(in, QStringLiteral("p_competitor")));
    for (const QJsonValue& price : prices) {
      if (!price.isNull() && !(price.isDouble() && price.toDouble() > 0))
        return fail(QStringLiteral("problem.competitor"));
      out.rival.push_back(price.toDouble(0)); // null: not known
    }
  }
  if (in.contains(QStringLiteral("kvi"))) {
    PW_TRY(const QJsonArray marks, list(in, QStringLiteral("kvi")));
    for (const QJsonValue& mark : marks) {
      if (!mark.isBool() && mark != 0 && mark != 1)
        return fail(QStringLiteral("problem.kvi"));
      out.kvi.push_back(mark.isBool() ? mark.toBool() : mark == 1);
    }
  }
  const bool rivals =
      out.mostRivalIndex || out.leastRivalIndex || out.mostCategoryRivalIndex || out.leastCategoryRivalIndex;
  if (rivals && std::none_of(out.rival.begin(), out.rival.end(), [](double price) { return price > 0; }))
    return fail(QStringLiteral("problem.competitor"));
  if ((out.mostKviIndex || out.leastKviIndex) && std::find(out.kvi.begin(), out.kvi.end(), true) == out.kvi.end())
    return fail(QStringLiteral("problem.kvi"));
  return {};
}

} // namespace

Result<PortfolioLimits> portfolioLimits(const QJsonObject& in) {
  PortfolioLimits out;
  PW_TRY(out.leastRevenue, optionalNumber(in, "revenue_min"));
  if (in.contains(QStringLiteral("p_now"))) {
    PW_TRY(out.now, numbers(in, QStringLiteral("p_now")));
  }
  PW_TRY(out.changeCost, numberOr(in, QStringLiteral("change_cost"), 0));
  PW_TRY(const auto changes, optionalNumber(in, "max_changes"));
  if (changes && (*changes < 0 || *changes > 1e9 || *changes != std::floor(*changes)))
    return fail(QStringLiteral("problem.max-changes"));
  if (changes)
    out.mostChanges = int(*changes);
  PW_TRY(out.leastProfit, optionalNumber(in, "profit_min"));
  PW_TRY(out.mostIndex, optionalNumber(in, "index_max"));
  PW_TRY(out.leastIndex, optionalNumber(in, "index_min"));
  PW_TRY(out.mostCategoryIndex, optionalNumber(in, "category_index_max"));
  PW_TRY(out.leastCategoryIndex, optionalNumber(in, "category_index_min"));
  PW_CHECK(readImage(in, out));
  if (in.contains(QStringLiteral("category"))) {
    PW_TRY(const QJsonArray categories, list(in, QStringLiteral("category")));
    QHash<QString, int> named; // by name, where they have names
    for (const QJsonValue& c : categories) {
      if (c.isString()) {
        out.category.push_back(named.emplace(c.toString(), int(named.size())).value());
        continue;
      }
      PW_TRY(const qint64 no, integer(c, QStringLiteral("category")));
      out.category.push_back(int(no));
    }
    if (!named.isEmpty() && std::any_of(categories.begin(), categories.end(), [](auto c) { return !c.isString(); }))
      return badCase(QStringLiteral("category"));
  }
  return out;
}

namespace {

constexpr double kMostCross = 100; // an elasticity beyond is a slip

// Two products that something is said of, by their places.
class Pairs {
 public:
  Pairs(const QJsonObject& in, const char* code) : m_code(code) {
    const QJsonArray prices = in[QStringLiteral("p_ref")].toArray();
    m_products = prices.isEmpty() ? kMost : prices.size();
  }
  [[nodiscard]] bool fit(qint64 a, qint64 b) const {
    return a >= 0 && b >= 0 && a < m_products && b < m_products && a != b;
  }
  [[nodiscard]] Error fault(std::size_t entry) const {
    return fail(QLatin1String(m_code), {{QStringLiteral("entry"), QString::number(entry + 1)},
                                        {QStringLiteral("last"), QString::number(m_products - 1)}});
  }

 private:
  static constexpr qint64 kMost = 1'000'000; // where another list counts them
  const char* m_code;
  qint64 m_products;
};

} // namespace

Result<std::vector<PriceRelation>> relationsOf(const QJsonObject& in, const char* field) {
  std::vector<PriceRelation> out;
  if (!in.contains(QLatin1String(field)))
    return out;
  PW_TRY(const QJsonArray all, list(in, QLatin1String(field)));
  const Pairs pairs(in, "problem.relation");
  for (const QJsonValue& value : all) {
    const QJsonObject one = value.toObject();
    const bool factor = one[QStringLiteral("type")] == QStringLiteral("le");
    if (!factor && one[QStringLiteral("type")] != QStringLiteral("ge_abs"))
      return pairs.fault(out.size());
    PW_TRY(const qint64 a, integer(one[QStringLiteral("a")], QStringLiteral("a")));
    PW_TRY(const qint64 b, integer(one[QStringLiteral("b")], QStringLiteral("b")));
    PW_TRY(const double amount, number(one, factor ? QStringLiteral("factor") : QStringLiteral("delta")));
    if (!pairs.fit(a, b) || (factor && amount <= 0))
      return pairs.fault(out.size());
    out.push_back({factor ? PriceRelation::Kind::AtMostFactor : PriceRelation::Kind::AtLeastApart, std::size_t(a),
                   std::size_t(b), amount});
  }
  return out;
}

Result<std::vector<CrossEffect>> effectsOf(const QJsonObject& in) {
  std::vector<CrossEffect> out;
  if (!in.contains(QStringLiteral("cross")))
    return out;
  PW_TRY(const QJsonArray all, list(in, QStringLiteral("cross")));
  const Pairs pairs(in, "problem.cross");
  for (const QJsonValue& value : all) {
    const QJsonObject one = value.toObject();
    PW_TRY(const qint64 of, integer(one[QStringLiteral("of")], QStringLiteral("of")));
    PW_TRY(const qint64 from, integer(one[QStringLiteral("from")], QStringLiteral("from")));
    PW_TRY(const double elasticity, number(one, QStringLiteral("elasticity")));
    if (!pairs.fit(of, from) || std::abs(elasticity) > kMostCross)
      return pairs.fault(out.size());
    out.push_back({std::size_t(of), std::size_t(from), elasticity});
  }
  return out;
}

} // namespace pricewright
