// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided of an offer rests on all prices that may be right, on what was refused or confirmed by people, and on
// what this pass has decided of earlier offers of the same seller; never on what a pass before decided. So judging
// again without new data changes nothing.
#include "pipeline/monitor/MonitorAgent.h"
#include "pipeline/monitor/OfferLevels.h"
#include "statistics/Robust.h"

#include <array>
#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr double kAnomalyZ = 4;      // the catalogue of limits
constexpr double kScaleFloor = 0.10; // of log prices: calm series must not flag an ordinary promotion
constexpr std::size_t kHistoryForFeed = 3, kHistoryForJump = 5, kPeers = 3;
const double kFarFromOurs = std::log(7.0); // times our price: no shop asks as much for the same
const double kLikeOurs = std::log(3.0);    // prices that may be of the same product
const double kAsConfirmed = std::log(1.3); // as far as a price moves without being a jump
constexpr int kEnoughElse = 2;             // other sources that make a price no lone one
// Older offers were judged when they came, and no reference of today or of a week ago reads them.
constexpr auto kJudged = std::chrono::hours(24 * 21);

// What was accepted of one seller in one currency until now, in order: its middle is at hand for each next offer.
class RunningHistory {
 public:
  void add(double log) { m_logs.insert(std::upper_bound(m_logs.begin(), m_logs.end(), log), log); }
  std::size_t size() const { return m_logs.size(); }
  bool empty() const { return m_logs.empty(); }
  double middle() const {
    const std::size_t half = m_logs.size() / 2;
    return m_logs.size() % 2 == 1 ? m_logs[half] : m_logs[half - 1] + (m_logs[half] - m_logs[half - 1]) / 2;
  }
  // The spread is looked at only where even the smallest one that counts would make this an outlier.
  bool isFar(double log) const {
    return std::abs(log - middle()) > kAnomalyZ * kScaleFloor &&
           std::abs(robustZ(log, m_logs, kScaleFloor)) > kAnomalyZ;
  }

 private:
  std::vector<double> m_logs;
};

// What is known of one seller of the listing so far.
struct Known {
  std::vector<std::pair<Currency, RunningHistory>> histories;
  std::vector<std::pair<Currency, double>> confirmed;    // the newest of each currency
  std::array<std::optional<Currency>, 3> lastCurrencies; // of what was accepted, newest first

  RunningHistory& history(Currency currency) {
    for (auto& [known, history] : histories)
      if (known == currency)
        return history;
    return histories.emplace_back(currency, RunningHistory()).second;
  }
  // Sudden: the accepted offers before it, three at most, agree on another currency.
  bool isFlip(Currency currency) const {
    return lastCurrencies[0] &&
           std::find(lastCurrencies.begin(), lastCurrencies.end(), currency) == lastCurrencies.end();
  }
  bool isConfirmed(Currency currency, double log) const {
    return std::any_of(confirmed.begin(), confirmed.end(), [&](const auto& one) {
      return one.first == currency && std::abs(one.second - log) <= kAsConfirmed;
    });
  }
  void accept(const Offer& o) {
    if (const auto log = logOfPrice(o))
      history(o.price.currency).add(*log);
    lastCurrencies = {o.price.currency, lastCurrencies[0], lastCurrencies[1]};
  }
};

bool isByPerson(const Offer& o) { return o.state == OfferState::Accepted && !o.stateReason.isEmpty(); }

class Checker {
 public:
  explicit Checker(MarketView& view)
      : m_view(view),
        m_rates(view.rates && !view.rateAge.isTooOld(*view.rates, dayOf(view.at)) ? &*view.rates : nullptr) {}

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
    m_series.clear(), m_known.clear();
    for (std::size_t i = begin; i < end; ++i)
      refuse(m_view.offers[i]);
    for (std::size_t i = begin; i < end;) {
      std::size_t stop = i;
      while (stop < end && m_view.offers[stop].seller == m_view.offers[i].seller)
        ++stop;
      m_series.push_back({i, stop, levelsOf(std::span(m_view.offers).subspan(i, stop - i), m_view.at)});
      m_known.push_back(knownOf(i, stop));
      i = stop;
    }
    for (std::size_t s = 0; s < m_series.size(); ++s)
      for (SellerLevel& level : m_series[s].levels)
        if (const auto ours = oursAt(m_view.offers[begin].listingNo, level.at, level.currency))
          level.votes =
              std::abs(level.log - *ours) < kFarFromOurs || sourcesElsewhere(m_series, s, level) >= kEnoughElse;
    for (std::size_t s = 0; s < m_series.size(); ++s)
      for (std::size_t i = m_series[s].begin; i < m_series[s].end; ++i)
        judge(s, i);
    for (const SellerSeries& s : m_series)
      countFactorMove(s);
  }

  static bool isOpen(const Offer& o) {
    return isHeldByOthers(o) || (o.state == OfferState::Accepted && o.stateReason.isEmpty());
  }
  bool isJudged(const Offer& o) const { return isOpen(o) && m_view.at - o.observedAt <= kJudged; }

  void set(Offer& o, OfferState state, const char* reason) {
    const bool isAsBefore = o.state == state;
    o.state = state;
    o.stateReason = QString::fromLatin1(reason);
    if (!isAsBefore)
      ++(state == OfferState::Rejected ? m_view.rejected : m_view.quarantined);
  }

  // What is wrong whatever others ask: it has no voice.
  void refuse(Offer& o) {
    if (!isJudged(o))
      return;
    ++m_view.checked;
    const auto source = m_view.sources.constFind(o.sourceNo);
    if (source != m_view.sources.constEnd() && !source->publicData)
      set(o, OfferState::Rejected, "not-public");
    else if (!o.price.currency.isValid())
      set(o, OfferState::Rejected, "unknown-currency");
    else if (o.price.value.micros() <= 0 || o.shipping.micros() < 0 || o.theirPacks <= 0 || o.ourPacks <= 0)
      set(o, OfferState::Rejected, "not-positive");
  }

  Known knownOf(std::size_t begin, std::size_t end) const {
    Known out;
    for (std::size_t i = begin; i < end; ++i) {
      const Offer& o = m_view.offers[i];
      const auto log = isByPerson(o) ? logOfPrice(o) : std::nullopt;
      if (!log)
        continue;
      std::erase_if(out.confirmed, [&](const auto& one) { return one.first == o.price.currency; });
      out.confirmed.emplace_back(o.price.currency, *log);
    }
    return out;
  }

  void judge(std::size_t s, std::size_t i) {
    Offer& o = m_view.offers[i];
    if (isJudged(o)) {
      if (const char* why = doubtAt(s, i))
        set(o, OfferState::Quarantined, why);
      else
        o.state = OfferState::Accepted, o.stateReason.clear();
    }
    if (o.state == OfferState::Accepted)
      m_known[s].accept(o);
  }

  const char* doubtAt(std::size_t s, std::size_t i) {
    const Offer& o = m_view.offers[i];
    const Currency currency = o.price.currency;
    const double log = *logOfPrice(o);
    if (m_known[s].isConfirmed(currency, log))
      return nullptr; // what a person accepted is believed from then on
    if (m_known[s].isFlip(currency))
      return "currency-flip";
    const RunningHistory& history = m_known[s].history(currency);
    if (const char* why = outlier(s, o, log, history))
      return why;
    const bool isJump = history.size() >= kHistoryForJump && history.isFar(log);
    return isJump && isFarFromPeers(s, o, log) ? "price-jump" : nullptr;
  }

  // Why a price cannot be that of the product; nullptr: it may. Held against our own price, its seller's history and
  // what all others ask, whoever came first: a wrong price that was seen before the right ones must not make those
  // wrong.
  const char* outlier(std::size_t s, const Offer& o, double log, const RunningHistory& history) const {
    const std::optional<double> ours = oursAt(o.listingNo, o.observedAt, o.price.currency);
    if (!history.empty() && isLevelSlip(log - history.middle(), {10, 100}))
      return "factor-slip"; // who is right, a person says
    const SellerLevel price{o.price.currency, log, o.observedAt, o.observedAt, Instant::max(), o.sourceNo};
    const bool isFar = ours && std::abs(log - *ours) >= kFarFromOurs;
    // Where its history is as far from ours, somebody has accepted that.
    const bool isNews = history.empty() || (ours && std::abs(history.middle() - *ours) < kFarFromOurs);
    if (isFar && isNews && sourcesElsewhere(m_series, s, price) < kEnoughElse)
      return "far-from-ours";
    const bool isLikeOurs = ours && std::abs(log - *ours) < kLikeOurs;
    return contradicted(voicesAbout(m_series, s, price), isLikeOurs, !history.empty()) ? "factor-slip" : nullptr;
  }

  // Whether more sources ask a tenth, ten or a hundred times this than ask about as much. What has stood for days is
  // not overthrown by newcomers, however many. Where they are as many, our own price decides, and without one the later
  // comer is in doubt.
  static bool contradicted(const Voices& v, bool isLikeOurs, bool hasHistory) {
    if (v.nearStanding <= v.slipsSince)
      return false;
    if (!isLikeOurs && v.slipsStanding <= v.nearSince)
      return true;
    if (v.slips == 0)
      return false;
    const int near = v.near + hasHistory + isLikeOurs;
    if (v.slips != near || hasHistory)
      return v.slips > near;
    return !isLikeOurs && v.slipsSince <= v.nearSince;
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
      const Result<Amount> into = m_rates ? m_rates->convert(*amount, currency, Rounding::HalfEven)
                                          : Result<Amount>(fail(QStringLiteral("fx.no-rate")));
      amount = into ? std::optional(*into) : std::nullopt;
    }
    return amount && amount->value.micros() > 0 ? std::optional(std::log(amount->value.toDouble())) : std::nullopt;
  }

  // The newest offer that may be right of each other seller at that time, at most 30 days old.
  bool isFarFromPeers(std::size_t self, const Offer& mine, double log) const {
    std::vector<double> logs;
    for (std::size_t s = 0; s < m_series.size(); ++s) {
      if (s == self)
        continue;
      for (std::size_t k = m_series[s].end; k-- > m_series[s].begin;) {
        const Offer& o = m_view.offers[k];
        if (o.observedAt > mine.observedAt || !mayBeRight(o) || o.price.currency != mine.price.currency)
          continue;
        if (const auto other = logOfPrice(o); other && mine.observedAt - o.observedAt <= std::chrono::hours(24 * 30))
          logs.push_back(*other);
        break;
      }
    }
    return logs.size() >= kPeers && std::abs(robustZ(log, logs, kScaleFloor)) > kAnomalyZ;
  }

  // A feed whose unit slipped moves nearly all its offers by the same factor, whatever became of each of them. Only
  // what the source says today counts: an offer that has gone stale, or that a person confirmed, halts nothing.
  void countFactorMove(const SellerSeries& s) {
    const Offer& newest = m_view.offers[s.end - 1];
    const auto source = m_view.sources.constFind(newest.sourceNo);
    if (source == m_view.sources.constEnd() || m_view.at - newest.observedAt > source->freshness)
      return;
    std::vector<double> history;
    for (std::size_t k = s.begin; k + 1 < s.end; ++k)
      if (const Offer& o = m_view.offers[k];
          o.state == OfferState::Accepted && o.price.currency == newest.price.currency)
        if (const auto log = logOfPrice(o))
          history.push_back(*log);
    const auto log = logOfPrice(newest);
    if (history.size() < kHistoryForFeed || !log)
      return;
    Moves& moves = m_moves[newest.sourceNo];
    ++moves.judged;
    if (!isByPerson(newest) && isLevelSlip(*log - median(std::move(history)), {100}))
      ++moves.moved;
  }

  struct Moves {
    int judged = 0, moved = 0;
  };
  MarketView& m_view;
  const FxRates* m_rates; // none, or too old to convert anything: null
  std::vector<SellerSeries> m_series;
  std::vector<Known> m_known; // of each series
  std::map<int, Moves> m_moves;
};

} // namespace

void checkOffers(MarketView& view) { Checker(view).run(); }

} // namespace pricewright
