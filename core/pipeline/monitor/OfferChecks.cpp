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
const double kFarFromOurs = std::log(7.0); // times our price: no shop asks as much for the same
const double kOneLevel = std::log(3.0);    // prices that may be of the same product
constexpr int kEnoughElse = 2;             // sellers of other sources that make a price no lone one
constexpr Duration kVotes = std::chrono::hours(24 * 30);
// Older offers were judged when they came, and no reference of today or of a week ago reads them.
constexpr auto kJudged = std::chrono::hours(24 * 21);

// What one seller asks, by and large: one outlier among many moves it not.
struct Level {
  Currency currency;
  double log = 0;
  Instant at{};
  int sourceNo = 0;
  bool votes = true;
};
// One seller's offers of one listing, in time order, as logs of the delivered price of our pack.
struct Series {
  std::size_t begin = 0, end = 0;
  std::vector<Level> levels; // one for each currency
};

// Held by these checks and by nobody else: judged again each time, as what others ask meanwhile may prove it right.
bool isHeldHere(const Offer& o) {
  return o.state == OfferState::Quarantined && (o.stateReason == u"factor-slip" || o.stateReason == u"far-from-ours");
}

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
      m_series.push_back({i, stop, levelsOf(i, stop)});
      i = stop;
    }
    for (std::size_t s = 0; s < m_series.size(); ++s)
      for (Level& level : m_series[s].levels)
        if (const auto ours = oursAt(m_view.offers[begin].listingNo, level.at, level.currency))
          level.votes = std::abs(level.log - *ours) < kFarFromOurs || supportElsewhere(s, level) >= kEnoughElse;
    for (std::size_t s = 0; s < m_series.size(); ++s)
      for (std::size_t i = m_series[s].begin; i < m_series[s].end; ++i)
        judge(s, i);
    for (const Series& s : m_series)
      countFactorMove(s);
  }

  void set(Offer& o, OfferState state, const char* reason) {
    const bool isAsBefore = o.state == state;
    o.state = state;
    o.stateReason = QString::fromLatin1(reason);
    if (!isAsBefore)
      ++(state == OfferState::Rejected ? m_view.rejected : m_view.quarantined);
  }

  void judge(std::size_t s, std::size_t i) {
    Offer& o = m_view.offers[i];
    const bool again = isHeldHere(o);
    if ((!again && (o.state != OfferState::Accepted || !o.stateReason.isEmpty())) || m_view.at - o.observedAt > kJudged)
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
    if (const char* why = outlier(s, i, log, history))
      return set(o, OfferState::Quarantined, why);
    if (again)
      o.state = OfferState::Accepted, o.stateReason.clear();
    const std::vector<double> peers = peersOf(s, i);
    if (history.size() >= kHistoryForJump && peers.size() >= kPeers &&
        std::abs(robustZ(log, history, kScaleFloor)) > kAnomalyZ &&
        std::abs(robustZ(log, peers, kScaleFloor)) > kAnomalyZ)
      set(o, OfferState::Quarantined, "price-jump");
  }

  // Why a price cannot be that of the product; nullptr: it may. Held against our own price, its seller's history and
  // what all others ask, whoever came first: a wrong price that was seen before the right ones must not make those
  // wrong.
  const char* outlier(std::size_t s, std::size_t i, double log, const std::vector<double>& history) const {
    const Offer& o = m_view.offers[i];
    const std::optional<double> ours = oursAt(o.listingNo, o.observedAt, o.price.currency);
    if (!history.empty() && isFactorSlip(log - median(history), {10, 100}))
      return "factor-slip"; // who is right, a person says
    const bool isFar = ours && std::abs(log - *ours) >= kFarFromOurs;
    // Where its history is as far from ours, somebody has accepted that.
    const bool isNews = history.empty() || (ours && std::abs(median(history) - *ours) < kFarFromOurs);
    if (isFar && isNews && supportElsewhere(s, {o.price.currency, log, o.observedAt, o.sourceNo}) < kEnoughElse)
      return "far-from-ours";
    return contradicted(s, i, log, ours, !history.empty()) ? "factor-slip" : nullptr;
  }

  // Whether more of the others ask a tenth, ten or a hundred times this than ask about as much. Where they are as many,
  // our own price decides, and without one the later comer is in doubt.
  bool contradicted(std::size_t self, std::size_t i, double log, const std::optional<double>& ours,
                    bool hasHistory) const {
    const Offer& o = m_view.offers[i];
    int slips = 0, near = hasHistory ? 2 : 1; // itself, and its history
    Instant firstSlip = Instant::max(), firstNear = m_view.offers[m_series[self].begin].observedAt;
    for (std::size_t s = 0; s < m_series.size(); ++s)
      for (const Level& level : m_series[s].levels) {
        if (s == self || !level.votes || level.currency != o.price.currency)
          continue;
        const Instant since = m_view.offers[m_series[s].begin].observedAt;
        if (isFactorSlip(level.log - log, {10, 100}))
          ++slips, firstSlip = std::min(firstSlip, since);
        else if (std::abs(level.log - log) < kOneLevel)
          ++near, firstNear = std::min(firstNear, since);
      }
    const bool isLikeOurs = ours && std::abs(log - *ours) < kOneLevel;
    near += isLikeOurs;
    if (slips == 0 || slips != near || hasHistory)
      return slips > near;
    return !isLikeOurs && firstSlip <= firstNear;
  }

  // Sellers of other sources that ask about as much: a whole source may have slipped, several have not.
  int supportElsewhere(std::size_t self, const Level& mine) const {
    int count = 0;
    for (std::size_t s = 0; s < m_series.size(); ++s)
      count += s != self && std::any_of(m_series[s].levels.begin(), m_series[s].levels.end(), [&](const Level& other) {
                 return other.currency == mine.currency && other.sourceNo != mine.sourceNo &&
                        std::abs(other.log - mine.log) < kOneLevel;
               });
    return count;
  }

  // Our own price when that was seen (the first one, where there was none yet), for our pack, as a log.
  std::optional<double> oursAt(int listingNo, Instant at, Currency currency) const {
    const auto prices = m_view.ours.constFind(listingNo);
    if (prices == m_view.ours.constEnd() || prices->empty())
      return std::nullopt;
    auto next = std::upper_bound(prices->begin(), prices->end(), at,
                                 [](Instant when, const OurPrice& price) { return when < price.from; });
    const OurPrice& price = next == prices->begin() ? prices->front() : *std::prev(next);
    std::optional<Amount> amount = price.amount;
    if (amount->currency != currency) {
      const Result<Amount> into = m_view.rates ? m_view.rates->convert(*amount, currency, Rounding::HalfEven)
                                               : Result<Amount>(fail(QStringLiteral("fx.no-rate")));
      amount = into ? std::optional(*into) : std::nullopt;
    }
    return amount && amount->value.micros() > 0 ? std::optional(std::log(amount->value.toDouble())) : std::nullopt;
  }

  // By what was accepted; of a seller of whom nothing was, by what is held here.
  std::vector<Level> levelsOf(std::size_t begin, std::size_t end) const {
    std::vector<Level> out;
    for (const bool held : {false, true})
      for (std::size_t i = begin; i < end; ++i) {
        const Offer& o = m_view.offers[i];
        const bool isKnown =
            std::any_of(out.begin(), out.end(), [&](const Level& l) { return l.currency == o.price.currency; });
        if (isCounted(o, held) && !isKnown)
          out.push_back(levelOf(begin, end, o.price.currency, held));
      }
    return out;
  }

  bool isCounted(const Offer& o, bool held) const {
    return (held ? isHeldHere(o) : o.state == OfferState::Accepted) && o.price.currency.isValid() &&
           m_view.at - o.observedAt <= kVotes && logPrice(o);
  }

  Level levelOf(std::size_t begin, std::size_t end, Currency currency, bool held) const {
    std::vector<std::pair<double, const Offer*>> logs;
    for (std::size_t i = begin; i < end; ++i)
      if (const Offer& o = m_view.offers[i]; isCounted(o, held) && o.price.currency == currency)
        logs.emplace_back(*logPrice(o), &o);
    std::sort(logs.begin(), logs.end());
    auto middle = logs[(logs.size() - 1) / 2];
    if (const auto& other = logs[logs.size() / 2]; other.second->observedAt < middle.second->observedAt)
      middle = other; // of two, the earlier: one new price is not its level yet
    return {currency, middle.first, middle.second->observedAt, middle.second->sourceNo};
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
