// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/RulesView.h"

#include "base/Words.h"
#include "engine/plans/WhatIf.h"
#include "rules/Rule.h"

#include <set>

namespace pricewright {
namespace {

bool anyOf(const QString& text, const QStringList& patterns) {
  return patterns.isEmpty() ||
         std::any_of(patterns.begin(), patterns.end(), [&](const QString& p) { return matchesPattern(text, p); });
}

bool concerns(const RuleSet::Rule& rule, const ListingCase& l) {
  const bool role = rule.roles.empty() || std::find(rule.roles.begin(), rule.roles.end(), l.role) != rule.roles.end();
  return role && anyOf(l.skuCode, rule.skus) && anyOf(l.categoryCode, rule.categories) && anyOf(l.zoneCode, rule.zones);
}

bool decides(RuleKind kind) {
  return kind == RuleKind::Match || kind == RuleKind::Undercut || kind == RuleKind::Index ||
         kind == RuleKind::CostPlus || kind == RuleKind::Hold;
}
bool isAlways(const RuleSet::Rule& r) {
  return !r.schedule && !r.stockBelowMilli && !r.stockAboveMilli && r.segment.isEmpty() && r.channel.isEmpty();
}

// What the rules say of each price, gathered over the whole catalogue.
class DryRun {
 public:
  static Result<DryRun> make(const QJsonArray& draft, const QJsonArray& inForce) {
    DryRun run;
    PW_TRY(run.m_after, RuleSet::parse({{s("version"), s("draft")}, {s("rules"), draft}}));
    PW_TRY(run.m_before, RuleSet::parse({{s("version"), s("now")}, {s("rules"), inForce}}));
    for (const QJsonValue& json : draft) {
      PW_TRY(RuleSet::Rule rule, parseRule(json.toObject()));
      run.m_same.push_back(QJsonObject{{s("when"), json[s("when")]}, {s("then"), json[s("then")]}});
      run.m_rules.push_back(std::move(rule));
      run.m_scope.emplace_back();
    }
    return run;
  }

  void take(const PricingCase& c, const std::map<int, QString>& names) {
    for (const ListingCase& l : c.listings) {
      if (!m_seen.insert(l.listingNo).second)
        continue;
      ++m_out.prices;
      for (std::size_t i = 0; i < m_rules.size(); ++i)
        if (concerns(m_rules[i], l)) {
          ++m_out.concerns[m_rules[i].id];
          if (m_rules[i].enabled)
            m_scope[i].insert(l.listingNo);
        }
      RuleOutcome after = m_after.evaluate(l, c.timeZone, c.effective);
      RuleOutcome before = m_before.evaluate(l, c.timeZone, c.effective);
      const QString decidedBy = readHits(after);
      before.hits.clear();
      after.hits.clear();
      if (before == after)
        continue;
      const auto name = names.find(l.listingNo);
      m_out.changed.push_back({l.listingNo, l.skuCode, name == names.end() ? QString() : name->second, l.zoneCode,
                               l.current, before, after, decidedBy});
    }
  }

  RuleDryRun finish(Day today) && {
    for (std::size_t i = 0; i < m_rules.size(); ++i)
      if (m_rules[i].enabled)
        judge(i, today);
    for (const auto& [pair, prices] : m_crossed)
      m_out.findings.push_back({s("rule-finding.crossed"), pair.first, pair.second, prices});
    for (const auto& [rule, prices] : m_undecidable)
      m_out.findings.push_back({s("rule-finding.undecidable"), rule, {}, prices});
    return std::move(m_out);
  }

 private:
  // Counts what each rule said; gives the name of the one that decided.
  QString readHits(const RuleOutcome& outcome) {
    QString decidedBy;
    for (const RuleHit& hit : outcome.hits) {
      ++m_out.hits[hit.ruleId];
      const QString how = hit.facts.value(s("outcome"));
      if (how == u"undecidable")
        ++m_undecidable[hit.ruleId];
      if (how == u"yielded" && (hit.kind == u"floor" || hit.kind == u"ceiling"))
        ++m_crossed[{hit.ruleId, hit.facts.value(s("yielded-to"))}];
      if (hit.facts.contains(s("tighter")))
        ++m_looser[hit.ruleId];
      const bool aims = hit.facts.contains(s("target")) || hit.kind == u"hold";
      if (how == u"applied" && aims && decidedBy.isEmpty())
        decidedBy = hit.name;
    }
    return decidedBy;
  }

  void judge(std::size_t i, Day today) {
    const RuleSet::Rule& rule = m_rules[i];
    const std::set<int>& scope = m_scope[i];
    const auto found = [&](const char* code, const QString& other = {}) {
      m_out.findings.push_back({s(code), rule.id, other, int(scope.size())});
    };
    if (scope.empty())
      return found("rule-finding.matches-nothing");
    if (rule.schedule && rule.schedule->toDate && *rule.schedule->toDate < today)
      return found("rule-finding.over");
    for (std::size_t k = 0; k < m_rules.size(); ++k) {
      const RuleSet::Rule& other = m_rules[k];
      const bool earlier = other.priority < rule.priority || (other.priority == rule.priority && k < i);
      if (k == i || !other.enabled || !earlier)
        continue;
      if (m_same[k] == m_same[i])
        return found("rule-finding.same", other.id);
      const bool bothDecide = (decides(rule.kind) && decides(other.kind)) ||
                              (rule.kind == RuleKind::Ending && other.kind == RuleKind::Ending);
      if (bothDecide && isAlways(other) &&
          std::includes(m_scope[k].begin(), m_scope[k].end(), scope.begin(), scope.end()))
        return found("rule-finding.unreachable", other.id);
    }
    if (const auto looser = m_looser.find(rule.id); looser != m_looser.end() && looser->second == int(scope.size()))
      found("rule-finding.not-tighter");
  }

  RuleSet m_before, m_after;
  std::vector<RuleSet::Rule> m_rules;
  std::vector<QJsonObject> m_same; // condition and effect alone
  std::vector<std::set<int>> m_scope;
  std::set<int> m_seen;
  std::map<std::pair<QString, QString>, int> m_crossed;
  std::map<QString, int> m_undecidable, m_looser;
  RuleDryRun m_out;
};

} // namespace

Result<RulesView> rulesView(Workspace& w) {
  RulesView view;
  PW_TRY(view.rules, w.decisions().allRules());
  view.digest = DecisionStore::digestOf(view.rules);
  PW_TRY(view.versions, w.decisions().ruleVersions());
  PW_TRY(const Catalog catalog, w.catalog().load());
  for (const PriceZone& zone : catalog.zones) {
    view.zones << zone.code;
    view.timeZones.insert(zone.code, zone.timeZone);
  }
  for (const Category& category : catalog.categories)
    view.categories << category.code;
  view.now = w.clock().now();
  return view;
}

Result<RuleDryRun> tryRules(Workspace& w, const QJsonArray& draft, const JobContext& job) {
  PW_TRY(const QJsonArray inForce, w.decisions().allRules());
  PW_TRY(DryRun run, DryRun::make(draft, inForce));
  PW_TRY(const Catalog catalog, w.catalog().load());
  std::map<int, QString> names;
  for (const Listing& l : catalog.listings)
    if (const Sku* sku = catalog.sku(l.skuNo))
      names.emplace(l.no, sku->name);
  std::set<int> covered;
  int unpriced = 0;
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    const int no = catalog.listings[i].no;
    if (covered.contains(no))
      continue;
    if (job.cancelled())
      return fail(s("engine.cancelled"));
    job.report("rules", double(i) / double(catalog.listings.size()));
    const auto group = caseNow(w, no);
    if (!group) {
      if (group.error().code.startsWith(u"storage."))
        return group.error();
      ++unpriced;
      continue;
    }
    for (const ListingCase& l : (*group)->listings)
      covered.insert(l.listingNo);
    run.take(**group, names);
  }
  RuleDryRun out = std::move(run).finish(dayOf(w.clock().now()));
  out.unpriced = unpriced;
  return out;
}

Status checkRule(const QJsonObject& rule) {
  const auto parsed = parseRule(rule);
  return parsed ? Status() : Status(parsed.error().with(s("rule"), rule[s("name")].toString()));
}

RuleWeek ruleWeek(const QJsonObject& rule) {
  constexpr int kStep = 15; // minutes
  RuleWeek week{};
  const QJsonObject json = rule[s("when")][s("schedule")].toObject();
  auto schedule = Schedule::parse(json);
  if (!schedule)
    return week;
  schedule->fromDate.reset();
  schedule->toDate.reset();
  const Instant monday = startOf(std::chrono::sys_days(std::chrono::year(2024) / 1 / 1));
  for (std::size_t day = 0; day < week.size(); ++day)
    for (std::size_t hour = 0; hour < week[day].size(); ++hour)
      for (int minute = 0; minute < 60; minute += kStep)
        week[day][hour] |=
            schedule->holdsAt(monday + std::chrono::hours(24 * int(day) + int(hour)) + std::chrono::minutes(minute));
  return week;
}

Result<qint64> saveRules(Workspace& w, const QJsonArray& rules, const QString& base, const QString& note) {
  PW_CHECK(w.trusted());
  PW_CHECK(RuleSet::parse({{s("version"), s("draft")}, {s("rules"), rules}}));
  return w.decisions().replaceRules(w.me(), rules, base, note);
}

} // namespace pricewright
