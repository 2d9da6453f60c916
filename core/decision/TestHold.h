// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

#include <algorithm>

namespace pricewright {

// A price test lays claim to a price as a rule that holds it would, and is told apart from one by what it names.
// `byRules`: they hold it as well, also where they cannot be read and name none.
inline RuleHit holdOfTest(const QString& test, bool byRules = false) {
  RuleHit hit{QStringLiteral("test"),          test, QStringLiteral("hold"), 0, QStringLiteral("hold"),
              {{QStringLiteral("test"), test}}};
  if (byRules)
    hit.facts.insert(QStringLiteral("rules"), QStringLiteral("hold"));
  return hit;
}
inline bool isOfTest(const RuleHit& hit) { return hit.facts.contains(QStringLiteral("test")); }
inline bool isOfBoth(const RuleHit& hit) { return isOfTest(hit) && hit.facts.contains(QStringLiteral("rules")); }
// No rule would hold it: only a test does.
inline bool isHeldByTest(const RuleOutcome& rules) {
  const auto holds = [](const RuleHit& h) {
    return isOfBoth(h) || (h.kind == u"hold" && !isOfTest(h) && h.facts.value(QStringLiteral("outcome")) == u"applied");
  };
  return std::any_of(rules.hits.begin(), rules.hits.end(), isOfTest) &&
         std::none_of(rules.hits.begin(), rules.hits.end(), holds);
}

} // namespace pricewright
