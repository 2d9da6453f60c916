// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

#include <algorithm>

namespace pricewright {

// A price test lays claim to a price as a rule that holds it would, and is told apart from one by what it names.
inline RuleHit holdOfTest(const QString& test) {
  return {QStringLiteral("test"),          test, QStringLiteral("hold"), 0, QStringLiteral("hold"),
          {{QStringLiteral("test"), test}}};
}
inline bool isOfTest(const RuleHit& hit) { return hit.facts.contains(QStringLiteral("test")); }
// No rule would hold it: only a test does.
inline bool isHeldByTest(const RuleOutcome& rules) {
  const auto holds = [](const RuleHit& h) {
    return h.kind == u"hold" && !isOfTest(h) && h.facts.value(QStringLiteral("outcome")) == u"applied";
  };
  return std::any_of(rules.hits.begin(), rules.hits.end(), isOfTest) &&
         std::none_of(rules.hits.begin(), rules.hits.end(), holds);
}

} // namespace pricewright
