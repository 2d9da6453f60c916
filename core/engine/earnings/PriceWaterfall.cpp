// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/PriceWaterfall.h"

#include "decision/PriceLimits.h"
#include "pipeline/optimizer/Fallback.h"

namespace pricewright {
namespace {

bool applied(const RuleHit& hit) { return hit.facts.value(QStringLiteral("outcome")) == u"applied"; }

// The last one that was not looser than another: the one that counts.
const RuleHit* limitHit(const RuleOutcome& rules, QStringView kind) {
  const RuleHit* found = nullptr;
  for (const RuleHit& h : rules.hits)
    if (h.kind == kind && applied(h) && !h.facts.contains(QStringLiteral("tighter")))
      found = &h;
  return found;
}

const RuleHit* targetHit(const RuleOutcome& rules) {
  for (const RuleHit& h : rules.hits)
    if (applied(h) && h.facts.contains(QStringLiteral("target")))
      return &h;
  return nullptr;
}

const RuleHit* hitOf(const RuleOutcome& rules, const QString& id) {
  for (const RuleHit& h : rules.hits)
    if (h.ruleId == id)
      return &h;
  return nullptr;
}

class Steps {
 public:
  Steps(const PriceDecision& d, const PricingCase& c, const ListingCase& l, const RuleOutcome& rules)
      : m_decision(d), m_case(c), m_listing(l), m_rules(rules), m_at(d.current.minor()) {}

  std::vector<PriceStep> all() && {
    propose();
    limit();
    end();
    return std::move(m_steps);
  }

 private:
  void step(PriceCause cause, qint64 to, const QString& code = {}, const QString& name = {},
            const QString& ruleId = {}) {
    if (to == m_at)
      return;
    m_steps.push_back({cause, code, name, ruleId, to - m_at, to});
    m_at = to;
  }
  void step(PriceCause cause, qint64 to, const RuleHit& hit) { step(cause, to, hit.kind, hit.name, hit.ruleId); }

  std::optional<qint64> fact(const RuleHit& hit, const char* name) const {
    const Result<Money> money =
        Money::round(hit.facts.value(QLatin1String(name)), m_decision.current.currency(), Rounding::HalfEven);
    return money ? std::optional(money->minor()) : std::nullopt;
  }

  // From the price in force to the recommendation.
  void propose() {
    const Recommendation& r = m_decision.recommendation;
    if (!r.proposed.sameCurrency(m_decision.current) || r.proposed.minor() <= 0)
      return;
    const qint64 wanted = r.proposed.minor();
    if (r.outcome == u"edited" || !m_decision.editedBy.isEmpty()) {
      step(PriceCause::Person, wanted, {}, m_decision.editedBy.isEmpty() ? m_decision.proposedBy : m_decision.editedBy);
    } else if (r.fallbackReason == u"rule-target") {
      byRule(wanted);
    } else if (r.method == Method::Model) {
      step(PriceCause::Model, wanted, r.outcome);
    } else if (r.method == Method::HistoricalAverage) {
      step(PriceCause::History, wanted, r.fallbackReason);
    } else if (r.method == Method::Rules) {
      byFallback(wanted);
    }
  }

  void byRule(qint64 wanted) {
    const RuleHit* hit = targetHit(m_rules);
    if (!hit || wanted == m_at)
      return;
    const std::optional<qint64> target = fact(*hit, "target");
    const bool ofCost = hit->kind == u"cost-plus";
    if (const auto reference = ofCost ? std::nullopt : fact(*hit, "reference"))
      step(PriceCause::Competitor, *reference, hit->facts.value(QStringLiteral("against")));
    if (target)
      step(ofCost ? PriceCause::Cost : PriceCause::Rule, *target, *hit);
    if (m_rules.targetMinor)
      if (const RuleHit* by = hitOf(m_rules, hit->facts.value(QStringLiteral("limited-by"))))
        step(PriceCause::Rule, *m_rules.targetMinor, *by);
    step(PriceCause::Allowed, wanted);
  }

  void byFallback(qint64 wanted) {
    const std::optional<RulesAim> aim = rulesAim(m_case, m_listing);
    if (!aim || wanted == m_at)
      return;
    step(PriceCause::Cost, aim->costPlus, QStringLiteral("cost-plus"));
    step(PriceCause::Competitor, aim->wanted, QStringLiteral("median"));
    step(PriceCause::Allowed, wanted);
  }

  // What limits made of it: each verdict begins where an earlier one ended, whatever order they are told in.
  void limit() {
    const auto& verdicts = m_decision.guarded.verdicts;
    std::vector<bool> used(verdicts.size());
    for (std::size_t steps = 0; steps < verdicts.size(); ++steps) {
      std::size_t next = verdicts.size();
      for (std::size_t i = 0; i < verdicts.size() && next == verdicts.size(); ++i)
        if (!used[i] && verdicts[i].beforeMinor == m_at && verdicts[i].afterMinor != m_at)
          next = i;
      if (next == verdicts.size())
        return;
      used[next] = true;
      take(verdicts[next]);
    }
  }

  void take(const Verdict& v) {
    const QStringView kind = v.ruleId == u"rule-floor"     ? QStringView(u"floor")
                             : v.ruleId == u"rule-ceiling" ? QStringView(u"ceiling")
                             : v.ruleId == u"ending"       ? QStringView(u"ending")
                                                           : QStringView();
    const RuleHit* hit = kind.isEmpty() ? nullptr : limitHit(m_rules, kind);
    if (hit)
      step(PriceCause::Rule, v.afterMinor, *hit);
    else
      step(PriceCause::Limit, v.afterMinor, v.ruleId);
  }

  void end() {
    const qint64 to = m_decision.proposed.minor();
    const Route route = m_decision.guarded.route;
    const bool stays = to == m_decision.current.minor() && (route == Route::Hold || route == Route::Conflict);
    step(stays ? PriceCause::Held : PriceCause::Unknown, to, routeName(route));
  }

  const PriceDecision& m_decision;
  const PricingCase& m_case;
  const ListingCase& m_listing;
  const RuleOutcome& m_rules;
  qint64 m_at;
  std::vector<PriceStep> m_steps;
};

} // namespace

PriceWaterfall priceWaterfall(const PriceDecision& d, const PricingCase& c, const ListingCase& l,
                              const RuleOutcome& rules) {
  PriceWaterfall out;
  if (d.current.minor() <= 0 || d.proposed.minor() <= 0 || !d.current.isValid() || !d.proposed.sameCurrency(d.current))
    return out;
  out.from = d.current;
  out.to = d.proposed;
  out.steps = Steps(d, c, l, rules).all();
  return out;
}

PriceBounds priceBounds(const PricingCase& c, const ListingCase& l, const RuleOutcome& rules) {
  PriceBounds out;
  const auto atLeast = [&out](const std::optional<qint64>& minor, const char* rule) {
    if (minor && *minor > 0 && (!out.lowest || *minor > out.lowest->minor))
      out.lowest = PriceBound{*minor, QString::fromLatin1(rule)};
  };
  const auto atMost = [&out](const std::optional<qint64>& minor, const char* rule) {
    if (minor && *minor > 0 && (!out.highest || *minor < out.highest->minor))
      out.highest = PriceBound{*minor, QString::fromLatin1(rule)};
  };
  if (!l.current.isValid())
    return out;
  atLeast(l.minMinor, "bounds");
  atMost(l.maxMinor, "bounds");
  atLeast(rules.floorMinor, "rule-floor");
  atMost(rules.ceilingMinor, "rule-ceiling");
  if (mapState(l) == MapState::Enforced)
    atLeast(l.mapMinor, "map");
  if (const Amount* cost = usableCost(l))
    if (const auto floor = marginFloorMinor(*cost, marginLimit(c, l).bp, l.vatBp, l.grossPrices, LadderSpec{}))
      atLeast(*floor, "margin");
  if (const auto gouging = gougingLimits(c, l))
    atMost(gouging->block, "gouging");
  return out;
}

} // namespace pricewright
