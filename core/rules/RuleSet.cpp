// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleSet.h"

#include "base/Json.h"
#include "rules/Evaluation.h"

#include <QJsonArray>
#include <QSet>

namespace pricewright {

Result<RuleSet> RuleSet::parse(const QJsonObject& rules) {
  RuleSet set;
  set.m_version = sha256Hex(canonicalJson(rules)).left(16);
  const QJsonValue list = rules[QStringLiteral("rules")];
  if (!list.isUndefined() && !list.isArray())
    return fail(QStringLiteral("rules.not-a-list"));
  QSet<QString> seen;
  const QJsonArray entries = list.toArray();
  for (qsizetype i = 0; i < entries.size(); ++i) {
    const QJsonObject json = entries[i].toObject();
    const QString label = json[QStringLiteral("id")].toString(QStringLiteral("#%1").arg(i + 1));
    if (!entries[i].isObject())
      return fail(QStringLiteral("rules.not-an-object")).with(QStringLiteral("rule"), label);
    auto rule = parseRule(json);
    if (!rule)
      return rule.error().with(QStringLiteral("rule"), label);
    if (seen.contains(rule->id))
      return fail(QStringLiteral("rules.duplicate-id")).with(QStringLiteral("rule"), label);
    seen.insert(rule->id);
    set.m_rules.push_back(std::make_shared<const Rule>(std::move(*rule)));
  }
  std::stable_sort(set.m_rules.begin(), set.m_rules.end(),
                   [](const auto& a, const auto& b) { return a->priority < b->priority; });
  return set;
}

int RuleSet::count() const { return static_cast<int>(m_rules.size()); }

RuleOutcome RuleSet::evaluate(const ListingCase& listing, const QByteArray& timeZone, Instant at) const {
  const bool scheduled =
      std::any_of(m_rules.begin(), m_rules.end(), [](const auto& r) { return r->schedule.has_value(); });
  RuleEvaluation evaluation(listing, scheduled ? wallClock(at, timeZone) : std::nullopt);
  for (const auto& rule : m_rules)
    if (rule->enabled)
      evaluation.take(*rule);
  return std::move(evaluation).finish();
}

} // namespace pricewright
