// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/AutoBand.h"

#include "base/Words.h"
#include "earnings/ScoreGroups.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <tuple>

namespace pricewright {
namespace {

constexpr int kDaysAWeek = 7;
constexpr int kNoWeek = std::numeric_limits<int>::min();
constexpr double kBreach = 2.5758293035489004; // 99.5 % on one side: it is looked at every day

// The share is above this, as certain as a breach must be (Wilson 1927).
bool isCertainlyAbove(double limit, int hits, int of) {
  if (of == 0)
    return false;
  const double n = of, share = hits / n, z2 = kBreach * kBreach;
  const double middle = share + z2 / (2 * n), reach = kBreach * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  return middle - reach > limit * (1 + z2 / n);
}

// How many of the decisions hit, of which so many a week count: of a week with more, each counts less.
class WeeklyShare {
 public:
  explicit WeeklyShare(int mostAWeek = 1) : m_most(mostAWeek) {}
  // Weeks one after the other.
  void add(int week, bool hit) {
    if (week != m_week)
      m_of = independent(), m_hits = hits(), m_ofWeek = m_hitsOfWeek = 0, m_week = week, ++m_weeks;
    ++m_decisions, ++m_ofWeek, m_hitsOfWeek += hit;
  }
  [[nodiscard]] int decisions() const { return m_decisions; }
  [[nodiscard]] int weeks() const { return m_weeks; }
  [[nodiscard]] int independent() const { return m_of + std::min(m_ofWeek, m_most); }
  [[nodiscard]] double atLeast() const {
    constexpr double kRounding = 1e-9;
    return shareAtLeast(int(hits() + kRounding), independent());
  }

 private:
  [[nodiscard]] double hits() const {
    return m_ofWeek > 0 ? m_hits + double(m_hitsOfWeek) * std::min(m_ofWeek, m_most) / m_ofWeek : m_hits;
  }
  int m_most;
  int m_week = kNoWeek, m_weeks = 0, m_decisions = 0, m_of = 0, m_ofWeek = 0, m_hitsOfWeek = 0;
  double m_hits = 0; // of the weeks that are over, as m_of
};
struct Look {
  BandWhy why = BandWhy::TooFew;
  WeeklyShare covered, sign;
};

// Sums of profit with errors that hold for each decision alone, and for the decisions of a week together.
class ProfitSum {
 public:
  // Weeks one after the other.
  void add(const BandEvidence& e) {
    const int week = e.knownOn / kDaysAWeek;
    if (week != m_week)
      m_byWeek += m_ofWeek * m_ofWeek, m_ofWeek = 0, m_week = week;
    m_sum += e.realized, m_alone += e.standardError * e.standardError, m_ofWeek += std::abs(e.standardError);
  }
  [[nodiscard]] bool isBelowNothing(double deviations) const { return m_sum + deviations * std::sqrt(m_alone) < 0; }
  [[nodiscard]] bool isAboveNothing() const {
    return m_sum - kNormal90 * std::sqrt(m_byWeek + m_ofWeek * m_ofWeek) > 0;
  }

 private:
  double m_sum = 0, m_alone = 0, m_byWeek = 0, m_ofWeek = 0;
  int m_week = kNoWeek;
};

class BandKeeper {
 public:
  BandKeeper(const BandLimits& limits, const BandRule& rule)
      : m_rule(rule), m_step(limits.stepBp), m_most(limits.mostBp / limits.stepBp * limits.stepBp) {}

  AutoBand keep(std::vector<BandEvidence> evidence) {
    // By everything that counts, so that the order given leaves no trace, not even in the last bit of a sum.
    const auto key = [](const BandEvidence& e) {
      return std::tuple(e.knownOn, e.changeBp, e.inside90, e.rightSign, e.realized, e.standardError);
    };
    std::sort(evidence.begin(), evidence.end(),
              [&](const BandEvidence& a, const BandEvidence& b) { return key(a) < key(b); });
    m_evidence = std::move(evidence);
    for (std::size_t i = 0; i < m_evidence.size();) {
      m_known = i;
      while (m_known < m_evidence.size() && m_evidence[m_known].knownOn == m_evidence[i].knownOn)
        ++m_known;
      dayEnds(m_evidence[i].knownOn);
      i = m_known;
    }
    const Look look = lookAt(m_band > 0 ? m_band : m_most, m_band > 0);
    if (m_out.state != BandState::TakenAway)
      m_out.why = look.why;
    m_out.bandBp = m_band, m_out.weeks = look.covered.weeks();
    m_out.decisions = look.covered.decisions(), m_out.told = look.sign.decisions();
    m_out.coveredAtLeast = look.covered.atLeast(), m_out.rightSignAtLeast = look.sign.atLeast();
    return m_out;
  }

 private:
  void dayEnds(int day) {
    if (m_band > 0) {
      if (const std::optional<BandWhy> why = breach())
        return takeAway(*why, day);
      if (const Look look = lookAt(m_band, true); look.why != BandWhy::Holds) {
        const int narrower = widestEarned(m_band - m_step);
        if (narrower == 0)
          return takeAway(look.why, day);
        become(narrower, day);
      }
    }
    if (const int wider = widestEarned(m_most); wider > m_band)
      become(wider, day);
  }

  void become(int band, int day) {
    m_band = band, m_out.since = day;
    if (band > 0)
      m_out.state = BandState::Earned;
  }

  void takeAway(BandWhy why, int day) {
    become(0, day);
    m_out.state = BandState::TakenAway, m_out.why = why;
    m_fresh = m_known;
  }

  // What the newest decisions say against the band: each counts, as what is lost by mistake is earned again.
  std::optional<BandWhy> breach() const {
    int decisions = 0, outside = 0, told = 0, wrong = 0;
    ProfitSum profit;
    for (std::size_t i = m_known; i-- > m_fresh;) {
      const BandEvidence& e = m_evidence[i];
      if (decisions >= m_rule.breachWindow && e.knownOn != m_evidence[i + 1].knownOn)
        break;
      if (std::abs(e.changeBp) > m_band)
        continue;
      ++decisions, outside += !e.inside90, profit.add(e);
      if (e.rightSign)
        ++told, wrong += !*e.rightSign;
    }
    if (profit.isBelowNothing(kBreach))
      return BandWhy::Loses;
    if (isCertainlyAbove(1 - m_rule.earnCovered, outside, decisions))
      return BandWhy::Uncovered;
    if (isCertainlyAbove(1 - m_rule.earnSign, wrong, told))
      return BandWhy::WrongSign;
    return std::nullopt;
  }

  int widestEarned(int most) const {
    for (int band = most; band > 0; band -= m_step)
      if (lookAt(band, false).why == BandWhy::Holds)
        return band;
    return 0;
  }

  // The newest decisions within the band; those of one day all or none, so that their order does not matter.
  Look lookAt(int band, bool keeping) const {
    Look look{BandWhy::TooFew, WeeklyShare(m_rule.mostAWeek), WeeklyShare(m_rule.mostAWeek)};
    int tried = 0;
    ProfitSum profit;
    for (std::size_t i = m_known; i-- > m_fresh;) {
      const BandEvidence& e = m_evidence[i];
      if (look.covered.independent() >= m_rule.window && e.knownOn != m_evidence[i + 1].knownOn)
        break;
      const int size = std::abs(e.changeBp);
      if (size > band)
        continue;
      const int week = e.knownOn / kDaysAWeek;
      look.covered.add(week, e.inside90), tried += 2 * size > band, profit.add(e);
      if (e.rightSign)
        look.sign.add(week, *e.rightSign);
    }
    look.why = judged(look, tried, profit, keeping);
    return look;
  }

  BandWhy judged(const Look& look, int tried, const ProfitSum& profit, bool keeping) const {
    if (look.covered.independent() < m_rule.leastDecisions)
      return BandWhy::TooFew;
    if (look.covered.weeks() < m_rule.leastWeeks)
      return BandWhy::TooFewWeeks;
    if (profit.isBelowNothing(kNormal90))
      return BandWhy::Loses;
    if (look.covered.atLeast() < (keeping ? m_rule.keepCovered : m_rule.earnCovered))
      return BandWhy::Uncovered;
    if (look.sign.independent() < m_rule.leastTold)
      return BandWhy::TooFewTold;
    if (look.sign.atLeast() < (keeping ? m_rule.keepSign : m_rule.earnSign))
      return BandWhy::WrongSign;
    if (keeping) // what was earned is not lost because the changes since were small, or brought little
      return BandWhy::Holds;
    if (!profit.isAboveNothing())
      return BandWhy::Unproven;
    return tried * m_rule.triedOneIn < look.covered.decisions() ? BandWhy::Untried : BandWhy::Holds;
  }

  const BandRule& m_rule;
  int m_step, m_most;
  std::vector<BandEvidence> m_evidence;
  std::size_t m_known = 0, m_fresh = 0; // what is known so far; what counts since a band was taken away
  int m_band = 0;
  AutoBand m_out;
};

} // namespace

const char* bandStateName(BandState state) {
  constexpr std::array kNames{"earned", "not-yet", "taken-away"};
  return kNames[std::size_t(state)];
}
const char* bandWhyName(BandWhy why) {
  constexpr std::array kNames{"holds",      "too-few", "too-few-told", "untried",       "uncovered",
                              "wrong-sign", "loses",   "no-limit",     "too-few-weeks", "unproven"};
  return kNames[std::size_t(why)];
}

Result<AutoBand> autoBand(std::span<const BandEvidence> evidence, const BandLimits& limits, const BandRule& rule) {
  const bool ordered = rule.keepCovered <= rule.earnCovered && rule.keepSign <= rule.earnSign;
  if (!ordered || limits.stepBp <= 0 || rule.leastDecisions < 1 || rule.window < rule.leastDecisions ||
      rule.leastTold < 1 || rule.triedOneIn < 1 || rule.leastWeeks < 1 || rule.mostAWeek < 1 || rule.breachWindow < 1)
    return fail(s("earnings.bad-rule"));
  for (const BandEvidence& e : evidence)
    if (!std::isfinite(e.realized) || !std::isfinite(e.standardError) || e.changeBp == std::numeric_limits<int>::min())
      return fail(s("earnings.not-finite"));
  if (limits.mostBp < limits.stepBp)
    return AutoBand{BandState::NotYet, BandWhy::NoLimit};
  return BandKeeper(limits, rule).keep({evidence.begin(), evidence.end()});
}

} // namespace pricewright
