// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/DetailOrigins.h"

#include <array>

namespace pricewright {
namespace {

Origin inSection(DetailSection section, const QString& key = {}) {
  Origin o;
  o.kind = Origin::Kind::Section;
  o.section = section;
  o.key = key;
  return o;
}
Origin elsewhere(Origin::Kind kind, const QString& key) {
  Origin o;
  o.kind = kind;
  o.key = key;
  return o;
}

// The rule of the user's that a verdict speaks of: the last one of its kind that counted.
QString ruleOfKind(const DecisionDetail& d, QStringView kind) {
  QString id;
  if (d.view)
    for (const RuleHit& h : d.view->rules.hits)
      if (h.kind == kind && h.facts.value(QStringLiteral("outcome")) == u"applied" &&
          !h.facts.contains(QStringLiteral("tighter")))
        id = h.ruleId;
  return id;
}

struct Place {
  const char *rule, *leadsTo; // "@kind": a rule; "!": the product; "#": the offers; else a setting
};
constexpr std::array kPlaces{Place{"rule-floor", "@floor"},
                             Place{"rule-ceiling", "@ceiling"},
                             Place{"ending", "@ending"},
                             Place{"rule-hold", "@hold"},
                             Place{"bounds", "!"},
                             Place{"map", "!"},
                             Place{"margin", "!"},
                             Place{"ladder", "!"},
                             Place{"gouging", "#"},
                             Place{"price-war", "#"},
                             Place{"freshness", "#"},
                             Place{"stale", "#"},
                             Place{"reference", "#"},
                             Place{"rule-reference", "#"},
                             Place{"step", "guardrail.step.percent"},
                             Place{"step-24h", "guardrail.step-24h.percent"},
                             Place{"step-7d", "guardrail.step-7d.percent"},
                             Place{"frequency", "guardrail.changes-per-week"}};

} // namespace

Origin originOf(const Verdict& v, const DecisionDetail& d) {
  for (const Place& p : kPlaces) {
    if (v.ruleId != QLatin1String(p.rule))
      continue;
    const QString to = QLatin1String(p.leadsTo);
    if (to == u"!")
      return elsewhere(Origin::Kind::Product, d.decision.skuCode);
    if (to == u"#")
      return inSection(DetailSection::Inputs);
    if (!to.startsWith(u'@'))
      return elsewhere(Origin::Kind::Setting, to);
    const QString id = ruleOfKind(d, QStringView(to).mid(1));
    if (!id.isEmpty())
      return elsewhere(Origin::Kind::Rule, id);
  }
  return inSection(DetailSection::Evidence);
}

Origin originOf(const PriceStep& s, const DecisionDetail& d) {
  switch (s.cause) {
  case PriceCause::Competitor:
    return inSection(DetailSection::Inputs);
  case PriceCause::Cost:
    return s.ruleId.isEmpty() ? elsewhere(Origin::Kind::Product, d.decision.skuCode)
                              : elsewhere(Origin::Kind::Rule, s.ruleId);
  case PriceCause::Rule:
    return s.ruleId.isEmpty() ? inSection(DetailSection::Limits) : elsewhere(Origin::Kind::Rule, s.ruleId);
  case PriceCause::Limit:
    return inSection(DetailSection::Limits, s.code);
  case PriceCause::Held:
    return inSection(DetailSection::Limits);
  case PriceCause::History:
  case PriceCause::Person:
    return inSection(DetailSection::History);
  case PriceCause::Model:
  case PriceCause::Allowed:
  case PriceCause::Unknown:
    break;
  }
  return inSection(DetailSection::Evidence);
}

Origin originOf(const Feature& f, const DecisionDetail& d) {
  if (f.name.startsWith(QLatin1String("competitor")))
    return inSection(DetailSection::Inputs);
  if (f.name == u"days_since_last_price_change")
    return inSection(DetailSection::History);
  if (f.name == u"inventory_level" || f.name == u"margin_percent")
    return elsewhere(Origin::Kind::Product, d.decision.skuCode);
  return inSection(DetailSection::Evidence);
}

} // namespace pricewright
