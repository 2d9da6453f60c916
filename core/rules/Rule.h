// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "rules/RuleSet.h"
#include "rules/Schedule.h"

namespace pricewright {

enum class RuleKind { Floor, Ceiling, Match, Undercut, Index, CostPlus, Ending, Hold };
QString ruleKindName(RuleKind kind);

// One rule as it was read: whom it concerns, when, and what it does. There is no condition on the direction of a
// competitor's move: a rule that answers a cut but not a rise cannot be written.
struct RuleSet::Rule {
  QString id, name;
  int priority = 0;
  bool enabled = true;
  // when
  QStringList skus, categories, zones; // patterns with * and ?; empty = all
  std::vector<SkuRole> roles;
  QString segment, channel;
  std::optional<qint64> stockBelowMilli, stockAboveMilli;
  std::optional<Schedule> schedule;
  // then
  RuleKind kind = RuleKind::Hold;
  std::optional<Decimal> amount, percent;
  bool againstLowest = false;
  std::vector<qint64> endingsMinor;
};

Result<RuleSet::Rule> parseRule(const QJsonObject& json);
bool matchesPattern(QStringView text, QStringView pattern); // * any run, ? one character

} // namespace pricewright
