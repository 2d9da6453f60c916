// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/SyntheticView.h"

#include <cmath>
#include <random>

namespace pricewright::test {
namespace {

Decimal cents(double value) { return Decimal::fromMicros(std::llround(value) * 10'000); }
constexpr auto kDay = std::chrono::hours(24);

void addPrices(DecisionView& v, double now, std::mt19937& random) {
  std::uniform_real_distribution<double> uniform(0, 1);
  const double levels[] = {now * 1.07, now * 0.96, now * 0.9, now};
  const int days[] = {0, 120, 230, 300, 364};
  for (int i = 0; i < 4; ++i)
    v.own.push_back({v.from + kDay * days[i], v.from + kDay * days[i + 1], cents(levels[i]), i == 0});
  v.own.back().until = v.asOf;
  const Currency usd = *Currency::fromCode(u"USD");
  double middle = now * 1.04;
  for (int day = 10; day < 364; day += 2) {
    if (day > 150 && day < 190)
      continue; // the feed failed
    middle *= 1 + 0.016 * (uniform(random) - 0.48);
    const Instant at = v.from + kDay * day, until = at + kDay * 2;
    v.rivals.push_back({at, day == 148 ? at + kDay : until, Amount{cents(middle), usd},
                        Amount{cents(middle * (0.95 - 0.02 * uniform(random))), usd},
                        Amount{cents(middle * (1.05 + 0.03 * uniform(random))), usd}, 4});
  }
  v.rivals.back().at = v.asOf - std::chrono::hours(3);
  v.rivals.back().until = v.asOf;
}

void addOffers(DecisionView& v, double now) {
  const Currency usd = *Currency::fromCode(u"USD");
  struct O {
    qint64 no;
    const char *competitor, *source;
    double factor;
    int hours;
    OfferUse use;
    const char* why;
  };
  for (const O& o : {O{2041, "Jewel", "Shelf scan", 1.11, 3, OfferUse::Used, ""},
                     O{2044, "Omni", "Price feed", 1.19, 3, OfferUse::Used, ""},
                     O{2051, "Cub Foods", "Shelf scan", 1.06, 5, OfferUse::Used, ""},
                     O{2060, "Dominick's online", "Price feed", 1.09, 11, OfferUse::Used, ""},
                     O{2012, "Eagle", "Shelf scan", 0.98, 52, OfferUse::Stale, ""},
                     O{2063, "Omni", "Web", 2.4, 2, OfferUse::Quarantined, "price-jump"},
                     O{2047, "Certified", "Price feed", 1.01, 6, OfferUse::SoldOut, ""}}) {
    const Amount price{cents(now * o.factor), usd};
    v.offers.push_back({o.no,
                        QString::fromLatin1(o.competitor),
                        {},
                        QString::fromLatin1(o.source),
                        {},
                        v.asOf - std::chrono::hours(o.hours),
                        kDay,
                        price,
                        {},
                        price,
                        o.use,
                        QString::fromLatin1(o.why),
                        {}});
  }
}

void addPast(DecisionView& v, const PriceDecision& d) {
  const Currency usd = d.current.currency();
  const auto past = [&](int days, double from, double to, DecisionState state, const char* by, const char* reason,
                        const char* comment) {
    PastDecision p;
    p.id = *Id::parse(QStringLiteral("0193c6a0-7000-7000-8000-0000000001%1").arg(days % 90 + 10));
    p.zone = d.zoneCode;
    p.createdAt = v.asOf - kDay * days;
    p.decidedAt = p.createdAt + std::chrono::hours(5);
    p.from = Money(std::llround(from), usd);
    p.to = Money(std::llround(to), usd);
    p.state = state;
    p.proposedBy = QStringLiteral("system");
    p.primaryReason = QStringLiteral("step");
    p.by = QString::fromLatin1(by);
    p.reason = QString::fromLatin1(reason);
    p.comment = QString::fromUtf8(comment);
    v.past.push_back(p);
  };
  PastDecision self;
  self.id = d.id;
  self.zone = d.zoneCode;
  self.createdAt = v.asOf;
  self.from = d.current;
  self.to = d.proposed;
  self.state = d.state;
  self.proposedBy = QStringLiteral("system");
  self.primaryReason = d.guarded.primaryReason;
  v.past.push_back(self);
  const double now = double(d.current.minor());
  past(64, now * 0.9, now, DecisionState::Published, "dana", "", "after the cost rise");
  past(99, now * 0.96, now * 1.2, DecisionState::Rejected, "dana", "too-risky", "not before the summer campaign");
  past(134, now * 0.96, now * 0.9, DecisionState::Published, "max", "", "");
  past(245, now * 1.07, now * 0.96, DecisionState::RolledBack, "dana", "", "label printer was down");
}

} // namespace

void addSyntheticView(DecisionDetail& detail) {
  const PricingCase& c = *detail.pricingCase;
  const ListingCase& l = c.listings[std::size_t(detail.listingIndex)];
  auto view = std::make_shared<DecisionView>();
  view->workspace = QStringLiteral("Orange juice");
  view->asOf = c.now;
  view->from = c.now - kDay * 364;
  const double now = double(detail.decision.current.minor());
  std::mt19937 random(17);
  std::normal_distribution<double> noise(0, 0.12);
  for (int week = 0; week < 80; ++week) {
    const double price = l.demand.referencePrice * (0.87 + 0.04 * (week % 8));
    view->observed.emplace_back(price, 430 * std::pow(price / l.demand.referencePrice, -2.3) * std::exp(noise(random)));
  }
  addPrices(*view, now, random);
  addOffers(*view, now);
  addPast(*view, detail.decision);
  view->waterfall = priceWaterfall(detail.decision, c, l, view->rules);
  view->bounds = priceBounds(c, l, view->rules);
  detail.view = std::move(view);
}

} // namespace pricewright::test
