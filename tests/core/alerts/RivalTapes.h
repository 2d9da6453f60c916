// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/AlertEngine.h"

#include <memory>
#include <random>

namespace pricewright::test {

// A small market on paper: two categories, listings 1 to `count` in one zone, three competitors, two sources.
struct RivalDesk {
  const Currency usd = *Currency::fromCode(u"USD"), eur = *Currency::fromCode(u"EUR");
  Instant start = *parseInstant(u"2026-03-02T00:00:00Z"); // a Monday
  Catalog catalog;
  QHash<int, Source> sources;
  std::vector<Competitor> competitors{{1, "C1", "One"}, {2, "C2", "Two"}, {3, "C3", "Three"}};
  std::vector<Offer> offers;
  std::vector<PublishedPrice> prices;
  QHash<int, double> revenue;
  FxRates rates{usd, fromDayNumber(20'000)};

  explicit RivalDesk(int count = 4) {
    catalog.currency = usd;
    catalog.categories = {{1, "JUICE", "Juice"}, {2, "TEA", "Tea"}};
    PriceZone zone;
    zone.no = 1, zone.code = "Z1", zone.currency = usd;
    catalog.zones = {zone};
    catalog.channels = {{1, {}, "store", "Store", {}}};
    for (int i = 1; i <= count; ++i) {
      Sku sku;
      sku.no = i, sku.code = QStringLiteral("SKU-%1").arg(i), sku.name = QStringLiteral("Product %1").arg(i);
      sku.categoryNo = 1 + (i - 1) % 2, sku.role = i % 2 ? SkuRole::Kvi : SkuRole::Tail;
      catalog.skus.push_back(sku);
      Listing listing;
      listing.no = i, listing.skuNo = i, listing.zoneNo = 1;
      catalog.listings.push_back(listing);
    }
    for (const int no : {1, 2}) {
      Source source;
      source.no = no, source.code = source.name = QStringLiteral("S%1").arg(no);
      source.freshness = std::chrono::hours(no == 1 ? 24 : 72);
      sources.insert(no, source);
    }
    (void)rates.set(eur, u"0.5"); // two dollars a euro
  }

  // `hours` after the start: what that competitor asks for that listing.
  Offer& sees(int listing, int competitor, double hours, const char* price) {
    Offer o;
    o.no = qint64(offers.size()) + 1, o.matchNo = listing * 10 + competitor, o.listingNo = listing;
    o.competitorNo = competitor, o.sourceNo = 1, o.seller = QStringLiteral("shop %1").arg(competitor);
    o.observedAt = at(hours), o.price = {*Decimal::parse(QString::fromLatin1(price)), usd};
    offers.push_back(o);
    return offers.back();
  }
  void asks(int listing, double hours, qint64 minor) { // we
    PublishedPrice p;
    p.listingNo = listing, p.channelNo = 1, p.amount = Money(minor, usd), p.from = at(hours);
    for (PublishedPrice& before : prices)
      if (before.listingNo == listing && !before.to)
        before.to = p.from;
    prices.push_back(p);
  }
  Instant at(double hours) const { return start + Duration(qint64(hours * 3'600'000)); }

  // Only what lies in (since, until].
  std::unique_ptr<RivalTape> tape(Instant since = Instant::min(), Instant until = Instant::max()) const {
    auto made = std::make_unique<RivalTape>(catalog, sources, competitors, [this](Day) { return &rates; });
    for (const Offer& o : offers)
      if (o.observedAt > since && o.observedAt <= until)
        made->add(o);
    for (PublishedPrice p : prices) {
      if (p.from > until)
        continue;
      if (p.to && *p.to > until)
        p.to.reset();
      made->addOwn(p);
    }
    made->weigh(revenue);
    made->sort();
    return made;
  }

  // Months of a market in which everything happens now and then: prices that move, gaps, sold-out pages, silent
  // sources, other currencies, packs, doubtful offers, our own answers.
  void fill(std::mt19937_64& random, int listings, int days) {
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int listing = 1; listing <= listings; ++listing) {
      asks(listing, -24.0 * 200, 900 + 100 * listing);
      for (int day = 0; day < days; ++day)
        if (pick(0, 9) == 0)
          asks(listing, 24.0 * day + pick(0, 23), pick(80, 130) * (9 + listing) / 10 * 10);
      for (int competitor = 1; competitor <= 3; ++competitor) {
        int cents = 900 + 100 * listing;
        for (double hour = pick(0, 20); hour < 24.0 * days; hour += pick(1, 10) == 1 ? pick(20, 90) : pick(3, 14)) {
          const double day = hour / 24;
          if (competitor == 3 ? day > 17 && day < 23 : day > 12 && day < 15)
            continue; // its source is silent
          if (pick(0, 5) == 0)
            cents = pick(60, 130) * (9 + listing);
          Offer& o = sees(listing, competitor, hour, qPrintable(QString::number(cents / 100.0, 'f', 2)));
          o.sourceNo = competitor == 3 ? 2 : 1;
          o.inStock = pick(0, 9) > 0;
          o.shipping = Decimal::fromMicros(pick(0, 19) == 0 ? 500'000 : 0);
          if (pick(0, 29) == 0)
            o.price.currency = eur;
          if (pick(0, 19) == 0)
            o.state = pick(0, 1) ? OfferState::Quarantined : OfferState::Rejected;
        }
      }
    }
  }
};

inline QStringList textsOf(const std::vector<AlertEvent>& events) {
  QStringList out;
  for (const AlertEvent& e : events)
    out << QStringLiteral("%1 %2 %3 %4 %5").arg(e.serial).arg(isoInstant(e.at), e.key, e.code).arg(e.value);
  return out;
}
inline QStringList textsOf(const std::vector<AlertMessage>& messages) {
  QStringList out;
  for (const AlertMessage& m : messages)
    out << QStringLiteral("%1 %2 %3 %4 %5")
               .arg(m.no)
               .arg(isoInstant(m.at), alertMessageKindName(m.kind), m.group)
               .arg(m.serials.size());
  return out;
}

// A rule that is stepped by hand along a tape.
struct RuleWalk {
  AlertRule rule;
  std::unique_ptr<RivalTape> tape;
  RivalView view;
  AlertEngine engine;
  AlertState state;
  std::vector<AlertEvent> events;
  std::vector<AlertMessage> messages;

  RuleWalk(const RivalDesk& desk, AlertRule wanted)
      : rule(std::move(wanted)), tape(desk.tape()), view(*tape, rule.reach(tape->longestHold())), engine(rule, view) {}
  AlertStep to(Instant t) {
    view.advanceTo(t);
    AlertStep step = engine.step(state);
    events.insert(events.end(), step.events.begin(), step.events.end());
    messages.insert(messages.end(), step.messages.begin(), step.messages.end());
    return step;
  }
};

inline AlertRule plainRule(AlertKind kind = AlertKind::MoveDown) {
  AlertRule rule;
  rule.name = QStringLiteral("rule"), rule.kind = kind, rule.everyMinutes = 0, rule.mostADay = 0;
  return rule;
}

} // namespace pricewright::test
