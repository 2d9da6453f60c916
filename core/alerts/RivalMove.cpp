// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/RivalMove.h"

#include "base/Words.h"

#include <limits>
#include <map>
#include <tuple>

namespace pricewright {
namespace {

constexpr Duration kLongestHold = std::chrono::hours(24 * 92);

struct SourceSpan {
  Instant first{}, last{};
  Duration hold{};
};

// What one source told of one competitor: whether a seller of his is new or gone is seen against that.
using SpanKey = std::pair<int, int>;
using SpanMap = std::map<SpanKey, SourceSpan>;
using TimesMap = std::map<SpanKey, std::vector<Instant>>;

Amount deliveredOf(const Offer& o) {
  const qint64 price = o.price.value.micros(), shipping = o.shipping.micros();
  const qint64 most = std::numeric_limits<qint64>::max();
  return {Decimal::fromMicros(price > most - shipping ? most : price + shipping), o.price.currency};
}

double percentOf(const Amount& before, const Amount& after) {
  if (before.currency != after.currency || before.value.micros() <= 0)
    return 0;
  return 100 * (after.value.toDouble() - before.value.toDouble()) / before.value.toDouble();
}

// All observations of one product at one seller, in order; makes moves of them.
class MoveReader {
 public:
  MoveReader(const MovesWish& wish, const SpanMap& spans, const TimesMap& times, std::vector<RivalMove>& out)
      : m_wish(wish), m_spans(spans), m_times(times), m_out(out) {}

  void read(std::span<const Offer* const> seen) {
    const std::size_t begin = m_out.size();
    for (std::size_t i = 0; i < seen.size(); ++i)
      i == 0 ? first(*seen[0]) : next(*seen[i - 1], *seen[i]);
    const Offer& last = *seen.back();
    const SourceSpan& span = spanOf(last);
    if (m_wish.now > last.observedAt + span.hold && span.last > last.observedAt + span.hold)
      add(MoveKind::SellerGone, last, last, last.observedAt + span.hold);
    markBlips(begin);
    std::erase_if(m_out, [&](const RivalMove& m) { return m.at <= m_wish.since || m.at > m_wish.now; });
  }

 private:
  const SourceSpan& spanOf(const Offer& o) const { return m_spans.at({o.sourceNo, o.competitorNo}); }

  void first(const Offer& o) {
    const SourceSpan& span = spanOf(o);
    if (o.observedAt > span.first + span.hold)
      add(MoveKind::NewSeller, o, o, o.observedAt);
  }

  void next(const Offer& before, const Offer& now) {
    const SourceSpan& span = spanOf(before);
    if (now.observedAt > before.observedAt + span.hold && isSpokenBetween(before, now, span)) {
      add(MoveKind::SellerGone, before, before, before.observedAt + span.hold);
      add(MoveKind::Returned, before, now, now.observedAt);
    }
    if (before.price.currency != now.price.currency) {
      add(MoveKind::CurrencySwitch, before, now, now.observedAt);
    } else {
      const Amount a = deliveredOf(before), b = deliveredOf(now);
      const int by = b.value != a.value                      ? (b.value < a.value ? -1 : 1)
                     : now.price.value == before.price.value ? 0
                                                             : (now.price.value < before.price.value ? -1 : 1);
      if (by != 0)
        add(by < 0 ? MoveKind::Down : MoveKind::Up, before, now, now.observedAt);
    }
    if (before.inStock != now.inStock)
      add(now.inStock ? MoveKind::BackInStock : MoveKind::SoldOut, before, now, now.observedAt);
  }

  // Where the whole source was silent, a seller of it was not gone.
  bool isSpokenBetween(const Offer& before, const Offer& now, const SourceSpan& span) const {
    const auto found = m_times.find({before.sourceNo, before.competitorNo});
    if (found == m_times.end())
      return false;
    const auto at = std::upper_bound(found->second.begin(), found->second.end(), before.observedAt + span.hold);
    return at != found->second.end() && *at < now.observedAt;
  }

  void add(MoveKind kind, const Offer& before, const Offer& after, Instant at) {
    RivalMove m;
    m.kind = kind, m.listingNo = after.listingNo, m.competitorNo = after.competitorNo, m.matchNo = after.matchNo;
    m.sourceNo = after.sourceNo, m.seller = after.seller, m.at = at, m.lastSeen = before.observedAt;
    m.before = before.price, m.after = after.price, m.offerNo = after.no;
    m.deliveredBefore = deliveredOf(before), m.deliveredAfter = deliveredOf(after);
    m.percent = percentOf(m.before, m.after), m.deliveredPercent = percentOf(m.deliveredBefore, m.deliveredAfter);
    if (m_wish.currency)
      if (const Currency into = m_wish.currency(after.listingNo); into.isValid())
        m.comparable = comparablePrice(after, into, m_wish.rates ? m_wish.rates(dayOf(after.observedAt)) : nullptr);
    m_out.push_back(std::move(m));
  }

  // There and back with nothing in between, soon enough: both are marked.
  void markBlips(std::size_t begin) {
    RivalMove* before = nullptr;
    for (std::size_t i = begin; i < m_out.size(); ++i) {
      RivalMove& m = m_out[i];
      if (m.kind != MoveKind::Down && m.kind != MoveKind::Up && m.kind != MoveKind::CurrencySwitch)
        continue;
      if (before && m.deliveredAfter == before->deliveredBefore && m.lastSeen == before->at &&
          m.at - before->at <= m_wish.blip)
        before->isBlip = m.isBlip = true;
      before = &m;
    }
  }

  const MovesWish& m_wish;
  const SpanMap& m_spans;
  const TimesMap& m_times;
  std::vector<RivalMove>& m_out;
};

bool comesBefore(const Offer* a, const Offer* b) {
  const auto rank = [](const Offer* o) {
    return std::tuple(o->observedAt, o->no, o->sourceNo, o->inStock, o->price.value, o->shipping, o->price.currency);
  };
  return rank(a) < rank(b);
}

} // namespace

QString moveKindName(MoveKind k) {
  switch (k) {
  case MoveKind::Down:
    return s("down");
  case MoveKind::Up:
    return s("up");
  case MoveKind::CurrencySwitch:
    return s("currency-switch");
  case MoveKind::SoldOut:
    return s("sold-out");
  case MoveKind::BackInStock:
    return s("back-in-stock");
  case MoveKind::NewSeller:
    return s("new-seller");
  case MoveKind::SellerGone:
    return s("seller-gone");
  case MoveKind::Returned:
    break;
  }
  return s("returned");
}

bool countsAsOffer(const Offer& o, const Source* source) {
  return source && source->publicData && o.match == MatchState::Confirmed && o.state == OfferState::Accepted &&
         o.price.value.micros() > 0 && o.shipping.micros() >= 0 && o.theirPacks > 0 && o.ourPacks > 0 &&
         o.price.currency.isValid();
}

QString rivalSellerKey(const Offer& o) {
  const QString name = o.seller.simplified().toCaseFolded();
  return name.isEmpty() ? QStringLiteral("\n%1").arg(o.competitorNo) : name;
}

Duration holdOf(const Source& source) { return std::clamp(source.freshness, Duration(0), kLongestHold); }

std::vector<RivalMove> rivalMoves(std::span<const Offer> offers, const QHash<int, Source>& sources,
                                  const MovesWish& wish) {
  std::map<std::tuple<int, QString, int>, std::vector<const Offer*>> seen;
  SpanMap spans;
  TimesMap times;
  for (const Offer& o : offers) {
    const auto source = sources.constFind(o.sourceNo);
    if (o.observedAt > wish.now || !countsAsOffer(o, source == sources.cend() ? nullptr : &*source))
      continue;
    seen[{o.listingNo, rivalSellerKey(o), o.matchNo}].push_back(&o);
    const SpanKey key{o.sourceNo, o.competitorNo};
    const auto [span, isNew] = spans.try_emplace(key, SourceSpan{o.observedAt, o.observedAt, holdOf(*source)});
    span->second.first = std::min(span->second.first, o.observedAt);
    span->second.last = std::max(span->second.last, o.observedAt);
    times[key].push_back(o.observedAt);
  }
  for (auto& [key, all] : times) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }
  std::vector<RivalMove> out, some;
  MoveReader reader(wish, spans, times, some);
  for (auto& [key, all] : seen) {
    std::sort(all.begin(), all.end(), comesBefore);
    some.clear();
    reader.read(all);
    std::move(some.begin(), some.end(), std::back_inserter(out));
  }
  std::stable_sort(out.begin(), out.end(), [](const RivalMove& a, const RivalMove& b) { return a.at > b.at; });
  return out;
}

} // namespace pricewright
