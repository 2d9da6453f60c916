// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/AutoBand.h"

#include "base/Words.h"
#include "earnings/ScoreGroups.h"
#include "statistics/Distributions.h"

#include <cmath>
#include <cstdlib>
#include <tuple>

namespace pricewright {
namespace {

struct Look {
  BandWhy why = BandWhy::TooFew;
  int decisions = 0, told = 0;
  double covered = 0, sign = 0; // lower bounds
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
    m_out.bandBp = m_band, m_out.decisions = look.decisions, m_out.told = look.told;
    m_out.coveredAtLeast = look.covered, m_out.rightSignAtLeast = look.sign;
    return m_out;
  }

 private:
  void dayEnds(int day) {
    if (m_band > 0) {
      if (const Look look = lookAt(m_band, true); look.why != BandWhy::Holds) {
        become(widestEarned(m_band - m_step), day);
        if (m_band == 0) {
          m_out.state = BandState::TakenAway, m_out.why = look.why;
          m_fresh = m_known;
          return;
        }
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

  int widestEarned(int most) const {
    for (int band = most; band > 0; band -= m_step)
      if (lookAt(band, false).why == BandWhy::Holds)
        return band;
    return 0;
  }

  // The newest decisions within the band; those of one day all or none, so that their order does not matter.
  Look lookAt(int band, bool keeping) const {
    Look look;
    int inside = 0, right = 0, tried = 0;
    double realized = 0, variance = 0;
    for (std::size_t i = m_known; i-- > m_fresh;) {
      const BandEvidence& e = m_evidence[i];
      if (look.decisions >= m_rule.window && e.knownOn != m_evidence[i + 1].knownOn)
        break;
      const int size = std::abs(e.changeBp);
      if (size > band)
        continue;
      ++look.decisions, inside += e.inside90, tried += 2 * size > band;
      if (e.rightSign)
        ++look.told, right += *e.rightSign;
      realized += e.realized, variance += e.standardError * e.standardError;
    }
    look.covered = shareAtLeast(inside, look.decisions), look.sign = shareAtLeast(right, look.told);
    const bool loses = realized + kNormal90 * std::sqrt(variance) < 0;
    look.why = judged(look, tried, loses, keeping);
    return look;
  }

  BandWhy judged(const Look& look, int tried, bool loses, bool keeping) const {
    if (look.decisions < m_rule.leastDecisions)
      return BandWhy::TooFew;
    if (loses)
      return BandWhy::Loses;
    if (look.covered < (keeping ? m_rule.keepCovered : m_rule.earnCovered))
      return BandWhy::Uncovered;
    if (look.told < m_rule.leastTold)
      return BandWhy::TooFewTold;
    if (look.sign < (keeping ? m_rule.keepSign : m_rule.earnSign))
      return BandWhy::WrongSign;
    // What was earned is not lost because the changes since were small.
    return !keeping && tried * m_rule.triedOneIn < look.decisions ? BandWhy::Untried : BandWhy::Holds;
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
  constexpr std::array kNames{"holds",     "too-few",    "too-few-told", "untried",
                              "uncovered", "wrong-sign", "loses",        "no-limit"};
  return kNames[std::size_t(why)];
}

Result<AutoBand> autoBand(std::span<const BandEvidence> evidence, const BandLimits& limits, const BandRule& rule) {
  const bool ordered = rule.keepCovered <= rule.earnCovered && rule.keepSign <= rule.earnSign;
  if (!ordered || limits.stepBp <= 0 || rule.leastDecisions < 1 || rule.window < rule.leastDecisions ||
      rule.leastTold < 1 || rule.triedOneIn < 1)
    return fail(s("earnings.bad-rule"));
  for (const BandEvidence& e : evidence)
    if (!std::isfinite(e.realized) || !std::isfinite(e.standardError) || e.changeBp == std::numeric_limits<int>::min())
      return fail(s("earnings.not-finite"));
  if (limits.mostBp < limits.stepBp)
    return AutoBand{BandState::NotYet, BandWhy::NoLimit};
  return BandKeeper(limits, rule).keep({evidence.begin(), evidence.end()});
}

} // namespace pricewright
