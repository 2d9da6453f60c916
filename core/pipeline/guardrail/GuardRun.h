// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceLimits.h"
#include "pipeline/guardrail/Guardrail.h"

namespace pricewright {

// One proposal on its way through the limits. Rules are methods; each reads the price as the earlier ones left it,
// moves it where its stage may, and leaves exactly one verdict. What moves the price runs first, the ending last of it,
// so that steps and approvals judge the price that would be published; the verdicts are told in order of precedence.
class GuardRun {
 public:
  GuardRun(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules, const Recommendation& r,
           const EvaluatorSays& evaluator, const Judge& judge);
  Guarded run() &&;

 private:
  enum Stage { Law = 1, Floor, Cap, Step, Approval, Ending };
  // Inputs.cpp: what holds whatever the price is
  void input();
  void sanity();
  void holdRule();
  void segment();
  void priorPrice();
  // Corridor.cpp: law, floors, caps, ladder
  void map();
  void policy();
  void bounds();
  void margin();
  void ruleFloor();
  void ruleCeiling();
  void gouging();
  void corridor();
  void ladder();
  // Steps.cpp
  void step();
  void stepWithin(const char* rule, const char* setting, Duration window);
  void frequency();
  // Approvals.cpp
  // The category's prices have kept their word: so small a change needs nobody for weak evidence.
  bool withinEarnedBand() const;
  void confidence();
  void identification();
  void expectedLoss();
  void fallback();
  void priceWar();
  void freshness();
  void ruleReference();
  void anomaly();
  // Endings.cpp
  void ending();
  std::optional<qint64> nearestEnding(const LadderSpec& lawful) const;
  void gain();
  void route();

  Verdict begin(const char* rule, Stage stage) const;
  void leave(Verdict v, VerdictOutcome outcome, const char* code);
  void raiseTo(qint64 exactMinimum, qint64 rung, Verdict v, const char* reason);
  void ask(const char* reason) { m_asks << QString::fromLatin1(reason); }   // a human decides, if the price changes
  void mark(const char* reason) { m_marks << QString::fromLatin1(reason); } // told, whoever decides
  void alert(const char* code) { m_out.alerts << QString::fromLatin1(code); }
  bool changes() const { return m_price != m_current; }
  // The figures at the price as it stands: the proposal's, or those that it was judged by again.
  const Recommendation& figures() const { return m_judged ? m_judged->figures : m_recommendation; }
  bool judged() const; // there are figures of a model
  std::optional<double> lossLimit(Verdict& v) const;
  bool overStep(qint64 price, qint64 from, int bp) const;
  bool withinAllSteps(qint64 price) const;
  struct Extremes {
    qint64 lowest, highest;
    int prices;
  };
  Extremes extremes(Duration window) const;
  QString text(qint64 minor) const { return Money(minor, m_currency).toString(); }
  QString text(const Amount& a) const { return a.value.toString() + u' ' + a.currency.code(); }
  QString signedText(qint64 minor) const { return (minor < 0 ? QString() : QStringLiteral("+")) + text(minor); }
  VerdictInput priceInput() const {
    const bool known = m_listing.current.isValid() && m_current > 0;
    return {QStringLiteral("price in force"), known ? m_listing.current.toString() : QStringLiteral("missing"),
            m_case.now - m_listing.currentSince};
  }
  VerdictInput referenceInput() const;
  bool nothingProposed() const { return m_current > 0 && !m_recommendation.proposed.isValid(); }

  const PricingCase& m_case;
  const ListingCase& m_listing;
  const RuleOutcome& m_rules;
  const Recommendation& m_recommendation;
  const EvaluatorSays& m_evaluator;
  const Judge& m_judge;
  std::optional<Judged> m_judged;
  PriceLadder m_ladder;
  Currency m_currency;
  Instant m_at;          // when the price would hold
  bool m_usable = false; // there is a price in force and a proposal in its currency
  qint64 m_current = 0, m_proposed = 0, m_price = 0;
  qint64 m_floor = 0, m_cap; // the corridor, rungs
  QString m_floorBy, m_capBy;
  bool m_hold = false, m_conflict = false, m_blocked = false, m_raised = false;
  bool m_forced = false; // today's price is outside a limit: it cannot stay
  QStringList m_asks, m_marks, m_holds;
  Guarded m_out;
};

} // namespace pricewright
