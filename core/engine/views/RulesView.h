// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

#include <map>

namespace pricewright {

struct RulesView {
  QJsonArray rules; // all of them, those that are off too, by priority
  QString digest;   // of them: what a change is bound to
  std::vector<DecisionStore::RuleVersion> versions;
  QStringList zones, categories; // that a rule can name
  QMap<QString, QByteArray> timeZones;
  Instant now{};
};
Result<RulesView> rulesView(Workspace& workspace);

// Something about the rules that their author did not want, very likely. Codes: rule-finding.matches-nothing, .over
// (the last day has passed), .unreachable (another rule, without hours or stock, decides for every price that it is
// for), .same (as another), .crossed (floor above another's ceiling or the reverse), .not-tighter (another's limit is
// tighter everywhere), .undecidable (no reference, cost, stock or time zone).
struct RuleFinding {
  QString code, ruleId, otherId;
  int prices = 0;
};
// What another set of rules would change for one price.
struct RuleEffect {
  int listingNo = 0;
  QString sku, product, zone;
  Money price;               // in force
  RuleOutcome before, after; // without hits
  QString decidedBy;         // the name of the rule that aims at a price or holds it, in the draft; "" for none
};
struct RuleDryRun {
  int prices = 0, unpriced = 0;    // looked at; without a price in force
  std::map<QString, int> concerns; // by rule: prices that it is for, whatever the hour and the stock
  std::map<QString, int> hits;     // that it says something of now
  std::vector<RuleEffect> changed;
  std::vector<RuleFinding> findings;
};
// Evaluates the draft beside the rules in force on every price as it stands now. Nothing is kept. rules.* where a rule
// cannot be read: with the argument "rule".
Result<RuleDryRun> tryRules(Workspace& workspace, const QJsonArray& draft, const JobContext& job);

// rules.* with "rule" and, mostly, "field"
Status checkRule(const QJsonObject& rule);
// The hours of a week in which a rule holds, by the zone's own clock, Monday first; its dates left aside.
using RuleWeek = std::array<std::array<bool, 24>, 7>;
RuleWeek ruleWeek(const QJsonObject& rule);

// The digest of the rules that were edited goes with them. rules.*, decision.rules-changed, .rules-same,
// catalog.not-allowed
Result<qint64> saveRules(Workspace& workspace, const QJsonArray& rules, const QString& base, const QString& note);

} // namespace pricewright
