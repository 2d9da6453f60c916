// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// Pricing rules in priority order (lower number first; on a clash the earlier one wins and the later says that it
// yielded). A rule is JSON: { "id", "name", "priority", "enabled",
//   "when": { "skus": ["OJ-*"], "categories": [], "zones": [], "roles": [], "segment": "", "channel": "",
//             "stockBelow": 20, "stockAbove": 500,
//             "schedule": { "days": ["mon"…], "from": "18:00", "to": "02:00", "fromDate": "…", "toDate": "…" } },
//   "then": { "kind": "floor" | "ceiling" | "match" | "undercut" | "index" | "cost-plus" | "ending" | "hold",
//             "amount": "2.49", "percent": "5", "against": "median" | "lowest", "endings": [99, 95] } }
// Schedules are local to the price zone. Segments: only lawful ones (contract, loyalty, quantity, channel, market).
class RuleSet {
 public:
  static Result<RuleSet> parse(const QJsonObject& rules); // {"version", "rules": […]}; rules.* with argument "rule"
  RuleOutcome evaluate(const ListingCase& listing, const QByteArray& timeZone, Instant at) const;
  QString version() const { return m_version; } // digest of the content
  int count() const;

  struct Rule;

 private:
  QString m_version;
  std::vector<std::shared_ptr<const Rule>> m_rules;
};

// Named lawful segments only: empty is lawful; anything personal is refused with its reason (rules.unlawful-segment).
Status checkSegment(QStringView segment);

} // namespace pricewright
