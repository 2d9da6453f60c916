// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sites as they want to be asked, offers, and kept pages read again.
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/market/MarketMonitor.h"
#include "engine/market/OfferOrigins.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

Result<int> minutesOf(const QString& text) { // "HH:MM"
  const QStringList parts = text.trimmed().split(u':');
  bool okHours = false, okMinutes = false;
  const int hours = parts.value(0).toInt(&okHours), minutes = parts.value(1).toInt(&okMinutes);
  if (parts.size() != 2 || !okHours || !okMinutes || hours < 0 || hours > 24 || minutes < 0 || minutes > 59 ||
      (hours == 24 && minutes > 0))
    return fail(s("usage.bad-value"));
  return (hours * 60 + minutes) % 1440;
}

Status takeHours(const QString& text, Site& site) {
  if (text == u"always") {
    site.windowFrom = site.windowTo = 0;
    return {};
  }
  const Result<int> from = minutesOf(text.section(u'-', 0, 0)), to = minutesOf(text.section(u'-', 1));
  if (!from || !to)
    return fail(s("usage.bad-value"), {{s("option"), s("--hours")},
                                       {s("value"), text},
                                       {s("wanted"), s("two times of a day such as 06:00-22:00, or always")}});
  site.windowFrom = *from, site.windowTo = *to;
  return {};
}

} // namespace

int runSiteSet(Session& session) {
  const Arguments& typed = session.arguments;
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const QString host, watchedHost(w, typed.words.first()));
  PW_SAY(session, Site site, w.sites().site(host));
  if (typed.has("delay")) {
    PW_SAY(session, const qint64 ms, wholeNumber(typed.value("delay"), "--delay", 0, 3'600'000));
    site.delay = Duration(ms);
  }
  if (typed.has("at-once")) {
    PW_SAY(session, const qint64 count, wholeNumber(typed.value("at-once"), "--at-once", 1, 16));
    site.atOnce = int(count);
  }
  if (typed.has("hours"))
    if (const Status taken = takeHours(typed.value("hours"), site); !taken)
      return session.refuse(taken.error());
  if (typed.has("language"))
    site.language = typed.value("language");
  if (typed.has("currency")) {
    PW_SAY(session, const Currency currency, Currency::fromCode(typed.value("currency")));
    site.currency = currency.code();
  }
  if (typed.has("fetcher"))
    site.fetcher = typed.value("fetcher");
  if (typed.has("proxy"))
    site.proxies = typed.all("proxy");
  if (typed.has("on") || typed.has("off"))
    site.isOn = typed.has("on");
  PW_SAY(session, [[maybe_unused]] const int no, w.sites().putSite(w.me(), site));
  return session.answer({{"site", site.host}, {"on", site.isOn}}, s("%1 is set.\n").arg(site.host));
}

int runSiteTerms(Session& session) {
  const QStringList& words = session.arguments.words;
  const std::optional<TermsState> terms = termsStateFrom(words[1]);
  if (!terms)
    return session.refuse(
        fail(s("usage.bad-value"),
             {{s("option"), s("terms")}, {s("value"), words[1]}, {s("wanted"), s("accepted, refused or open")}}));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const QString host, watchedHost(w, words[0]));
  if (const Status set = w.sites().setTerms(w.me(), host, *terms, session.arguments.value("note")); !set)
    return session.refuse(set.error());
  return session.answer({{"site", host}, {"terms", termsStateName(*terms)}, {"by", w.me().user}},
                        s("%1: %2, says %3.\n").arg(host, codeText(s("terms-") + termsStateName(*terms)), w.me().user));
}

int runReplayPages(Session& session) {
  PW_SAY(session, const qint64 days, wholeNumber(session.arguments.value("days", s("30")), "--days", 1, 3650));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const PageReplay replay,
         replayPages(w, w.clock().now() - std::chrono::days(days), session.arguments.value("site"), session.job()));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const PageDifference& d : replay.differences) {
    all.append(QJsonObject{{"look", d.lookNo},
                           {"at", isoInstant(d.at)},
                           {"url", d.url},
                           {"sku", d.sku},
                           {"zone", d.zone},
                           {"before", d.before},
                           {"now", d.now},
                           {"offer", d.offerDiffers}});
    rows.push_back({isoInstant(d.at).left(16), d.sku, readingText(d.before), readingText(d.now), d.url.left(60)});
  }
  return session.answer(
      {{"pages", replay.pages}, {"same", replay.same}, {"gone", replay.gone}, {"differences", all}},
      s("%1 pages read again, %2 say the same, %3 are no longer kept.\n")
              .arg(replay.pages)
              .arg(replay.same)
              .arg(replay.gone) +
          (rows.empty() ? QString() : textTable({"seen", "product", "said", "would say", "page"}, rows)));
}

namespace {

struct ToldOffer {
  const Offer& offer;
  QString sku, zone;
  OfferOrigin origin;
};

QJsonObject toJson(const ToldOffer& told) {
  const Offer& o = told.offer;
  QJsonObject out{{"offer", o.no},
                  {"sku", told.sku},
                  {"zone", told.zone},
                  {"seller", o.seller},
                  {"observed_at", isoInstant(o.observedAt)},
                  {"price", o.price.value.toString()},
                  {"currency", o.price.currency.code()},
                  {"shipping", o.shipping.toString()},
                  {"in_stock", o.inStock},
                  {"state", offerStateName(o.state)},
                  {"reason", o.stateReason},
                  {"evidence", o.evidence},
                  {"origin", told.origin.way},
                  {"source", told.origin.source},
                  {"stale", told.origin.isStale}};
  out.insert("confidence", told.origin.confidence ? QJsonValue(*told.origin.confidence) : QJsonValue());
  return out;
}

ExportTable offersTable() {
  return {s("offers"),
          {{s("offer"), s("offer"), ExportKind::Integer},
           {s("sku"), s("product"), ExportKind::Code},
           {s("zone"), s("zone"), ExportKind::Code},
           {s("seller"), s("seller")},
           {s("observed_at"), s("seen"), ExportKind::Moment},
           {s("price"), s("price"), ExportKind::Number},
           {s("shipping"), s("shipping"), ExportKind::Number},
           {s("currency"), s("currency"), ExportKind::Code},
           {s("in_stock"), s("in stock"), ExportKind::Code},
           {s("state"), s("state"), ExportKind::Code},
           {s("reason"), s("because"), ExportKind::Code},
           {s("origin"), s("from"), ExportKind::Code},
           {s("evidence"), s("evidence")}},
          {}};
}

std::vector<ExportCell> cellsOf(const ToldOffer& told) {
  const Offer& o = told.offer;
  return {o.no,
          told.sku,
          told.zone,
          o.seller,
          o.observedAt,
          o.price.value,
          o.shipping,
          o.price.currency.code(),
          o.inStock ? s("yes") : s("no"),
          offerStateName(o.state),
          o.stateReason,
          told.origin.way,
          o.evidence};
}

QStringList rowOf(const ToldOffer& told) {
  const Offer& o = told.offer;
  return {QString::number(o.no),
          told.sku,
          told.zone,
          o.seller,
          isoInstant(o.observedAt).left(16) + (told.origin.isStale ? s(", too old") : QString()),
          o.price.value.toString(),
          o.price.currency.code(),
          codeText(offerStateName(o.state)),
          codeText(o.stateReason),
          told.origin.way};
}

Result<std::optional<OfferState>> wantedState(const Arguments& typed) {
  if (!typed.has("state"))
    return std::optional<OfferState>();
  const std::optional<OfferState> state = offerStateFrom(typed.value("state"));
  if (!state)
    return fail(s("usage.bad-value"), {{s("option"), s("--state")},
                                       {s("value"), typed.value("state")},
                                       {s("wanted"), s("accepted, quarantined or rejected")}});
  return state;
}

} // namespace

int runOffers(Session& session) {
  PW_SAY(session, const qint64 days, wholeNumber(session.arguments.value("days", s("7")), "--days", 1, 3650));
  PW_SAY(session, const std::optional<OfferState> state, wantedState(session.arguments));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  const Instant now = w.clock().now(), since = now - std::chrono::days(days);
  Result<std::vector<Offer>> offers = fail(s("market.unknown-offer"));
  if (session.arguments.words.isEmpty()) {
    offers = w.offers().offers(since, now);
  } else {
    PW_SAY(session, const Listing listing, findListing(catalog, session.arguments.words.first()));
    offers = w.offers().offersFor(listing.no, since, now);
  }
  if (!offers)
    return session.refuse(offers.error());
  PW_SAY(session, const auto origins, offerOrigins(w, since));
  QJsonArray all;
  std::vector<QStringList> rows;
  ExportTable table = offersTable();
  for (auto it = offers->rbegin(); it != offers->rend(); ++it) {
    if (state && it->state != *state)
      continue;
    const Listing* listing = catalog.listing(it->listingNo);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    const ToldOffer told{*it, sku ? sku->code : QString(), zone ? zone->code : QString(), origins.value(it->no)};
    all.append(toJson(told));
    rows.push_back(rowOf(told));
    table.rows.push_back(cellsOf(told));
  }
  if (const Status written = writeOut(session, table); !written)
    return session.refuse(written.error());
  return session.answer(
      {{"count", qint64(all.size())}, {"offers", all}},
      rowsText({"offer", "product", "zone", "seller", "seen", "price", "", "state", "because", "from"}, s("r    r"),
               rows.size(), session.arguments.value("out"), [&](std::size_t i) { return rows[i]; }));
}

int runOffersMark(Session& session) {
  const QStringList& words = session.arguments.words;
  const std::optional<OfferState> state = offerStateFrom(words.first());
  if (!state)
    return session.refuse(fail(s("usage.bad-value"), {{s("option"), s("state")},
                                                      {s("value"), words.first()},
                                                      {s("wanted"), s("accepted, quarantined or rejected")}}));
  std::vector<qint64> numbers;
  for (const QString& word : words.mid(1)) {
    PW_SAY(session, const qint64 no, wholeNumber(word, "OFFER", 1, std::numeric_limits<qint64>::max()));
    numbers.push_back(no);
  }
  PW_OPEN(session, w, Changing);
  // An accepted offer with a reason was confirmed by a person and is not judged again.
  const QString reason = session.arguments.value("reason", s("confirmed"));
  if (const Status marked = w.offers().markOffers(w.me(), numbers, *state, reason); !marked)
    return session.refuse(marked.error());
  return session.answer({{"offers", qint64(numbers.size())}, {"state", offerStateName(*state)}},
                        s("%1 offers are %2.\n").arg(numbers.size()).arg(codeText(offerStateName(*state))));
}

} // namespace pricewright
