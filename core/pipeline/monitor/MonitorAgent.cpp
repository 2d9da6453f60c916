// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/MonitorAgent.h"

#include "base/Log.h"

namespace pricewright {
namespace {

constexpr auto kWindow = std::chrono::hours(24 * 60);

int countStale(const MarketView& view) {
  int stale = 0;
  for (std::size_t i = 0; i < view.offers.size(); ++i) {
    const Offer& o = view.offers[i];
    const bool newest = i + 1 == view.offers.size() || view.offers[i + 1].listingNo != o.listingNo ||
                        view.offers[i + 1].seller != o.seller;
    const auto source = view.sources.constFind(o.sourceNo);
    if (newest && source != view.sources.constEnd() && view.at - o.observedAt > source->freshness)
      ++stale;
  }
  return stale;
}

} // namespace

std::span<const Offer> MarketView::of(int listingNo) const {
  const auto byListing = [](const Offer& a, int no) { return a.listingNo < no; };
  const auto first = std::lower_bound(offers.begin(), offers.end(), listingNo, byListing);
  const auto last = std::lower_bound(first, offers.end(), listingNo + 1, byListing);
  return {first, last};
}

void JudgedOffers::add(const JudgedOffers& more) {
  listings += more.listings, held += more.held;
  for (auto it = more.reasons.begin(); it != more.reasons.end(); ++it)
    reasons[it.key()] += it.value();
}

MonitorAgent::MonitorAgent(OfferStore& offers, const CatalogStore& catalog, const Clock& clock, Telemetry& telemetry)
    : m_offers(offers), m_catalog(catalog), m_clock(clock), m_telemetry(telemetry) {}

Sourced<MonitorAgent::View> MonitorAgent::collect(const Actor& by, Currency workspaceCurrency) {
  const Instant now = m_clock.now();
  const auto started = std::chrono::steady_clock::now();
  m_telemetry.count(QStringLiteral("scrape_attempts"));
  Result<MarketView> seen = look(now, workspaceCurrency);
  const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  m_telemetry.observe(QStringLiteral("scrape_latency_ms"), ms);
  m_telemetry.gauge(QStringLiteral("scrape_latency_p95_ms"),
                    m_telemetry.histogram(QStringLiteral("scrape_latency_ms")).p95);
  if (seen)
    m_telemetry.count(QStringLiteral("scrape_successes"));
  // A cached answer is no success of the reading itself: it is metered apart, as market_fallbacks.
  m_telemetry.gauge(QStringLiteral("scrape_success_rate"),
                    double(m_telemetry.counter(QStringLiteral("scrape_successes"))) /
                        double(m_telemetry.counter(QStringLiteral("scrape_attempts"))));
  if (!seen)
    return standIn(now, seen.error());
  const std::vector<Offer> before = seen->offers;
  checkOffers(*seen);
  Marks marks;
  collectMarks(*seen, before, marks);
  if (const Status marked = remember(by, marks); !marked)
    qCWarning(logPipeline) << "offers could not be marked:" << marked.error().debugText();
  seen->stale = countStale(*seen);
  m_lastGood = std::make_shared<const MarketView>(std::move(*seen));
  return {m_lastGood, SourceState::Live, now, {}, {}};
}

Result<JudgedOffers> MonitorAgent::judge(const Actor& by, Currency workspaceCurrency) {
  const Instant now = m_clock.now();
  JudgedOffers out;
  PW_TRY(const std::vector<OfferStore::ToJudge> open, m_offers.toJudge());
  if (open.empty())
    return out;
  PW_TRY(MarketView view, background(now, workspaceCurrency));
  Marks marks;
  for (const OfferStore::ToJudge& one : open) {
    PW_TRY(view.offers, m_offers.offersFor(one.listingNo, now - kWindow, now));
    PW_TRY(view.ours, m_offers.ourPrices(now - kWindow, one.listingNo));
    const std::vector<Offer> before = view.offers;
    checkOffers(view);
    collectMarks(view, before, marks);
  }
  if (const Status marked = remember(by, marks); !marked) {
    qCWarning(logPipeline) << "offers could not be marked:" << marked.error().debugText(); // the next round tries again
    return out;
  }
  PW_CHECK(m_offers.judged(open));
  out.listings = int(open.size());
  for (const auto& [what, numbers] : marks)
    if (OfferState(what.first) != OfferState::Accepted)
      out.held += int(numbers.size()), out.reasons[what.second] += qint64(numbers.size());
  return out;
}

Result<MonitorAgent::View> MonitorAgent::lookOnly(Currency workspaceCurrency) {
  PW_TRY(MarketView seen, look(m_clock.now(), workspaceCurrency));
  checkOffers(seen);
  seen.stale = countStale(seen);
  return std::make_shared<const MarketView>(std::move(seen));
}

Result<MarketView> MonitorAgent::background(Instant now, Currency workspaceCurrency) {
  MarketView view;
  PW_TRY(const Settings settings, m_catalog.settings());
  view.at = now, view.rateAge = RateAge::of(settings);
  PW_TRY(view.sources, m_offers.sources());
  Result<FxRates> rates = m_offers.ratesOn(dayOf(now), workspaceCurrency, view.rateAge.fresh);
  if (rates)
    view.rates = std::move(*rates);
  else if (!rates.error().is(u"fx.no-rate"))
    return rates.error();
  return view;
}

Result<MarketView> MonitorAgent::look(Instant now, Currency workspaceCurrency) {
  PW_TRY(MarketView view, background(now, workspaceCurrency));
  PW_TRY(view.offers, readOffers ? readOffers(now - kWindow, now) : m_offers.offers(now - kWindow, now));
  std::stable_sort(view.offers.begin(), view.offers.end(), [](const Offer& a, const Offer& b) {
    return std::tie(a.listingNo, a.seller, a.observedAt, a.no) < std::tie(b.listingNo, b.seller, b.observedAt, b.no);
  });
  PW_TRY(view.ours, m_offers.ourPrices(now - kWindow));
  return view;
}

// What the checks found is written down with its reason, so that people see it and the next look need not judge again.
void MonitorAgent::collectMarks(const MarketView& view, const std::vector<Offer>& before, Marks& marks) {
  for (std::size_t i = 0; i < view.offers.size(); ++i) {
    const Offer& o = view.offers[i];
    if (o.state != before[i].state && o.no > 0)
      marks[{int(o.state), o.stateReason}].push_back(o.no);
  }
}

Status MonitorAgent::remember(const Actor& by, const Marks& marks) {
  for (const auto& [what, numbers] : marks)
    PW_CHECK(m_offers.markOffers(by, numbers, OfferState(what.first), what.second));
  return {};
}

Sourced<MonitorAgent::View> MonitorAgent::standIn(Instant now, const Error& why) {
  m_telemetry.count(QStringLiteral("market_fallbacks"));
  qCWarning(logPipeline) << "reading offers failed:" << why.debugText();
  if (!m_lastGood) {
    auto none = std::make_shared<MarketView>();
    none->at = now;
    return {none, SourceState::Fallback, now, QStringLiteral("none"), why.code};
  }
  const bool recent = now - m_lastGood->at <= cacheLimit;
  return {m_lastGood, recent ? SourceState::Cached : SourceState::Stale, m_lastGood->at, {}, why.code};
}

} // namespace pricewright
