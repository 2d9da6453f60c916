// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "rules/Rule.h"

namespace pricewright {

// Takes the rules of one listing in their order and keeps what they amount to. Limits narrow the corridor together;
// where two things cannot both be had the earlier rule has it and the later one says that it yielded, and to whom.
// A hit's facts: "outcome" applied, yielded ("yielded-to"), undecidable ("missing": reference, cost, stock, time-zone)
// or not-public (a segment's or channel's price is not the public one); "target" (a rung), "asked" where that is
// not what the rule comes to, "reference", "cost", "endings".
class RuleEvaluation {
 public:
  RuleEvaluation(const ListingCase& listing, std::optional<Instant> wall);
  void take(const RuleSet::Rule& rule);
  RuleOutcome finish() &&;

 private:
  struct Applies {
    bool yes = false;
    QString missing;
  };
  Applies applies(const RuleSet::Rule& rule) const;
  void limit(const RuleSet::Rule& rule, RuleHit& hit);
  void target(const RuleSet::Rule& rule, RuleHit& hit);
  void holdPrice(const RuleSet::Rule& rule, RuleHit& hit);
  void ending(const RuleSet::Rule& rule, RuleHit& hit);
  std::optional<qint64> targetOf(const RuleSet::Rule& rule, RuleHit& hit) const;
  std::optional<qint64> fromReference(const RuleSet::Rule& rule, RuleHit& hit) const;
  std::optional<qint64> fromCost(const RuleSet::Rule& rule, RuleHit& hit) const;
  qint64 onLadder(qint64 asked, qint64 rung, RuleHit& hit) const;
  QString text(qint64 minor) const;

  const ListingCase& m_listing;
  std::optional<Instant> m_wall;
  Currency m_currency;
  PriceLadder m_ladder;
  RuleOutcome m_out;
  QString m_floorBy, m_ceilingBy, m_decidedBy, m_endingBy; // ids
  std::optional<std::size_t> m_targetHit;
};

} // namespace pricewright
