// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/test_manager/DesignAdvice.h"

#include "base/Words.h"

#include <array>
#include <map>

namespace pricewright {
namespace {

// Fewer units cannot be told from chance by redrawing who got which price.
constexpr int kLeastUnits = 8;

std::optional<Error> fewUnits(int units) {
  if (units >= kLeastUnits)
    return std::nullopt;
  return fail(s("experiment.few-clusters"),
              {{s("clusters"), QString::number(units)}, {s("needed"), QString::number(kLeastUnits)}});
}

std::optional<Error> whyNotPairs(const TestFacts& facts) {
  std::map<QString, QString> seen; // category → product
  for (const TestFacts::Item& item : facts.tested)
    if (const auto [other, isNew] = seen.try_emplace(item.category, item.sku); !isNew)
      return fail(s("experiment.substitutes-apart"), {{s("sku"), item.sku}, {s("other"), other->second}});
  return fewUnits(int(facts.tested.size()));
}

} // namespace

std::optional<Error> whyNot(TestDesign design, const TestFacts& facts, bool storableAllowed) {
  switch (design) {
  case TestDesign::Clusters:
    return fewUnits(facts.zones);
  case TestDesign::Pairs:
    return whyNotPairs(facts);
  case TestDesign::Switchback:
    if (!storableAllowed)
      for (const TestFacts::Item& item : facts.tested)
        if (item.storable)
          return fail(s("experiment.storable-switchback"), {{s("sku"), item.sku}});
    break;
  case TestDesign::Visitors:
    if (!facts.visitorPrices)
      return fail(s("experiment.visitor-prices-off"));
    break;
  }
  return std::nullopt;
}

DesignAdvice adviseDesign(const TestFacts& facts) {
  constexpr std::pair<TestDesign, const char*> kInOrder[] = {{TestDesign::Clusters, "zones-apart"},
                                                             {TestDesign::Pairs, "products-apart"},
                                                             {TestDesign::Switchback, "times-apart"},
                                                             {TestDesign::Visitors, "visitors-apart"}};
  DesignAdvice advice;
  for (const auto& [design, reason] : kInOrder) {
    if (auto error = whyNot(design, facts, false))
      advice.refused.emplace_back(design, std::move(*error));
    else if (!advice.design)
      advice.design = design, advice.reason = s(reason);
  }
  return advice;
}

QString collisionKindName(CollisionKind k) {
  constexpr std::array kNames{"test", "cool-off", "promotion", "pending-price", "scheduled-price"};
  return s(kNames[std::size_t(k)]);
}

} // namespace pricewright
