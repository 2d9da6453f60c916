// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/MonitorAgent.h"

#include "statistics/Robust.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr double kAnomalyZ = 4;         // the catalogue of limits
constexpr double kScaleFloor = 0.10;    // of log prices: calm series must not flag an ordinary promotion
constexpr double kSlipTolerance = 0.15; // of log ratio around 10 and 100
constexpr std::size_t kHistoryForFeed = 3, kHistoryForJump = 5, kPeers = 3;
// Older offers were judged when they came, and no reference of today or of a week ago reads them.
constexpr auto kJudged = std::chrono::hours(24 * 21);

// One seller's offers of one listing, in time order, as logs of the delivered price of our pack.
struct Series {
  std::size_t begin = 0, end = 0;
};

std::optional<double> logPrice(const Offer& o) {
  const double price = o.price.value.toDouble() + o.shipping.toDouble();
  if (!(price > 0) || o.theirPacks <= 0 || o.ourPacks <= 0)
    return std::nullopt;
  return std::log(price * o.ourPacks / o.theirPacks);
}

bool isFactorSlip(double logRatio, std::initializer_list<double> factors) {
  return std::any_of(factors.begin(), factors.end(),
                     [&](double f) { return std::abs(std::abs(logRatio) - std::log(f)) <= kSlipTolerance; });
}

class Checker {
 public:
  explicit Checker(MarketView& view) : m_view(view) {}

  void run() {
    const auto& offers = m_view.offers;
    for (std::size_t i = 0; i < offers.size();) {
      std::size_t end = i;
      while (end < offers.size() && offers[end].listingNo == offers[i].listingNo)
        ++end;
      checkListing(i, end);
      i = end;
    }
    for (const auto& [source, moves] : m_moves)
      if (moves.judged >= 3 && 2 * moves.moved > moves.judged)
        ++m_view.feedsMovedByFactor;
  }

 private:
  void checkListing(std::size_t begin, std::size_t end) {
    m_series.clear();
    for (std::size_t i = begin; i < end;) {
      std::size_t stop = i;
      while (stop < end && m_view.offers[stop].seller == m_view.offers[i].seller)
        ++stop;
      m_series.push_back({i, stop});
      i = stop;
    }
    for (std::size_t s = 0; s < m_series.size(); ++s)
      for (std::size_t i = m_series[s].begin; i < m_series[s].end; ++i)
        judge(s, i);
    for (const Series& s : m_series)
      countFactorMove(s);
  }

  void set(Offer& o, OfferState state, const char* reason) {
    o.state = state;
    o.stateReason = QString::fromLatin1(reason);
    ++(state == OfferState::Rejected ? m_view.rejected : m_view.quarantined);
  }

  void judge(std::size_t s, std::size_t i) {
    Offer& o = m_view.offers[i];
    if (o.state != OfferState::Accepted || !o.stateReason.isEmpty() || m_view.at - o.observedAt > kJudged)
      return;
    ++m_view.checked;
    const auto source = m_view.sources.constFind(o.sourceNo);
    if (source != m_view.sources.constEnd() && !source->publicData)
      return set(o, OfferState::Rejected, "not-public");
    if (!o.price.currency.isValid())
      return set(o, OfferState::Rejected, "unknown-currency");
    if (o.price.value.micros() <= 0 || o.shipping.micros() < 0 || o.theirPacks <= 0 || o.ourPacks <= 0)
      return set(o, OfferState::Rejected, "not-positive");
    if (currencyFlipped(m_series[s], i))
      return set(o, OfferState::Quarantined, "currency-flip");
    const double log = *logPrice(o);
    const std::vector<double> history = historyOf(m_series[s], i);
    const std::vector<double> peers = peersOf(s, i);
    if (slipped(log, history, peers))
      return set(o, OfferState::Quarantined, "factor-slip");
    if (history.size() >= kHistoryForJump && peers.size() >= kPeers &&
        std::abs(robustZ(log, history, kScaleFloor)) > kAnomalyZ &&
        std::abs(robustZ(log, peers, kScaleFloor)) > kAnomalyZ)
      set(o, OfferState::Quarantined, "price-jump");
  }

  // Its own history tells, where there is one; a newcomer is held against the others, and only for a slip of 10 or 100.
  // One earlier price is enough to doubt by: who is right, a person says.
  static bool slipped(double log, const std::vector<double>& history, const std::vector<double>& peers) {
    const std::vector<double>& known = history.empty() ? peers : history;
    return !known.empty() && isFactorSlip(log - median(known), {10, 100});
  }

  // Sudden: the accepted offers before it, three at most, agree on another currency.
  bool currencyFlipped(const Series& s, std::size_t i) const {
    int agree = 0;
    for (std::size_t k = i; k-- > s.begin && agree < 3;) {
      const Offer& earlier = m_view.offers[k];
      if (earlier.state != OfferState::Accepted)
        continue;
      if (earlier.price.currency == m_view.offers[i].price.currency)
        return false;
      ++agree;
    }
    return agree > 0;
  }

  std::vector<double> historyOf(const Series& s, std::size_t i) const {
    std::vector<double> logs;
    for (std::size_t k = s.begin; k < i; ++k) {
      const Offer& o = m_view.offers[k];
      if (o.state == OfferState::Accepted && o.price.currency == m_view.offers[i].price.currency)
        if (const auto log = logPrice(o))
          logs.push_back(*log);
    }
    return logs;
  }

  // The newest accepted offer of each other seller at that time, at most 30 days old.
  std::vector<double> peersOf(std::size_t self, std::size_t i) const {
    const Offer& mine = m_view.offers[i];
    std::vector<double> logs;
    for (std::size_t s = 0; s < m_series.size(); ++s) {
      if (s == self)
        continue;
      for (std::size_t k = m_series[s].end; k-- > m_series[s].begin;) {
        const Offer& o = m_view.offers[k];
        if (o.observedAt > mine.observedAt || o.state != OfferState::Accepted ||
            o.price.currency != mine.price.currency)
          continue;
        if (const auto log = logPrice(o); log && mine.observedAt - o.observedAt <= std::chrono::hours(24 * 30))
          logs.push_back(*log);
        break;
      }
    }
    return logs;
  }

  // A feed whose unit slipped moves nearly all its offers by the same factor, whatever became of each of them. Only
  // what the source says today counts: an offer that has gone stale, or that a person confirmed, halts nothing.
  void countFactorMove(const Series& s) {
    const Offer& newest = m_view.offers[s.end - 1];
    const auto source = m_view.sources.constFind(newest.sourceNo);
    if (source == m_view.sources.constEnd() || m_view.at - newest.observedAt > source->freshness)
      return;
    const std::vector<double> history = historyOf(s, s.end - 1);
    const auto log = logPrice(newest);
    if (history.size() < kHistoryForFeed || !log)
      return;
    Moves& moves = m_moves[newest.sourceNo];
    ++moves.judged;
    const bool confirmed = newest.state == OfferState::Accepted && !newest.stateReason.isEmpty();
    if (!confirmed && isFactorSlip(*log - median(history), {100}))
      ++moves.moved;
  }

  struct Moves {
    int judged = 0, moved = 0;
  };
  MarketView& m_view;
  std::vector<Series> m_series;
  std::map<int, Moves> m_moves;
};

} // namespace

void checkOffers(MarketView& view) { Checker(view).run(); }

} // namespace pricewright
