// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"

#include <QJsonArray>

namespace pricewright {
namespace {

int done(const Session& session, const Status& status, const QJsonObject& object, const QString& text) {
  return status ? session.answer(object, text) : session.refuse(status.error());
}

QString priceText(const std::optional<qint64>& minor, Currency currency) {
  return minor ? Money(*minor, currency).toString() : s("-");
}
QJsonValue priceJson(const std::optional<qint64>& minor, Currency currency) {
  return minor ? QJsonValue(Money(*minor, currency).toString()) : QJsonValue();
}

// "--min 2.49" sets a bound, "--min none" takes it away, nothing leaves it.
Status takeBound(const Arguments& typed, const char* option, Currency currency, std::optional<qint64>& bound) {
  if (!typed.has(option))
    return {};
  if (typed.value(option) == u"none") {
    bound.reset();
    return {};
  }
  PW_TRY(const Money price, exactPrice(typed.value(option), currency));
  bound = price.minor();
  return {};
}

// "--endings 99,95 --cycle 100", or "--step 5", in minor units; "--endings none" goes back to the currency's own
// ladder.
Status takeLadder(const Arguments& typed, std::optional<LadderSpec>& ladder) {
  if (typed.value("endings") == u"none") {
    ladder.reset();
    return {};
  }
  constexpr qint64 kMost = 1'000'000'000;
  LadderSpec spec = ladder.value_or(LadderSpec{});
  if (typed.has("step")) {
    PW_TRY(spec.stepMinor, wholeNumber(typed.value("step"), "--step", 1, kMost));
    spec.endingsMinor.clear();
  }
  if (typed.has("cycle")) {
    PW_TRY(spec.cycleMinor, wholeNumber(typed.value("cycle"), "--cycle", 1, kMost));
  }
  if (typed.has("endings")) {
    spec.endingsMinor.clear();
    for (const QString& ending : typed.value("endings").split(u',')) {
      PW_TRY(const qint64 minor, wholeNumber(ending, "--endings", 0, kMost));
      spec.endingsMinor.push_back(minor);
    }
    std::sort(spec.endingsMinor.begin(), spec.endingsMinor.end());
  }
  if (!typed.has("step") && !typed.has("cycle") && !typed.has("endings"))
    return {};
  PW_CHECK(checkLadder(spec));
  ladder = spec;
  return {};
}

} // namespace

int runUsersList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto users, w.catalog().users());
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const User& u : users) {
    all.append(QJsonObject{
        {"name", u.name}, {"display_name", u.displayName}, {"role", u.role}, {"authenticated", u.authenticated}});
    rows.push_back({u.name, u.displayName, u.role, u.authenticated ? s("signed in") : s("not authenticated")});
  }
  return session.answer({{"users", all}}, textTable({"user", "name", "role", ""}, rows));
}

int runUsersSet(Session& session) {
  PW_OPEN(session, w, Changing);
  const User user{session.arguments.words[0], session.arguments.value("display-name"), session.arguments.words[1],
                  false};
  return done(session, w.catalog().putUser(w.me(), user), {{"user", user.name}, {"role", user.role}},
              s("%1 is %2.").arg(user.name, user.role));
}

int runZonesList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const PriceZone& z : catalog.zones) {
    const QString timeZone = QString::fromLatin1(z.timeZone);
    all.append(QJsonObject{{"code", z.code},
                           {"name", z.name},
                           {"market", z.market},
                           {"currency", z.currency.code()},
                           {"gross", z.grossPrices},
                           {"time_zone", timeZone}});
    rows.push_back({z.code, z.name, z.market, z.currency.code(), z.grossPrices ? s("gross") : s("net"), timeZone});
  }
  return session.answer({{"zones", all}},
                        textTable({"zone", "name", "market", "currency", "prices", "time zone"}, rows));
}

int runZonesSet(Session& session) {
  const Arguments& typed = session.arguments;
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  PriceZone zone;
  zone.code = zone.name = typed.words.first();
  zone.currency = catalog.currency;
  for (const PriceZone& known : catalog.zones)
    if (known.code == zone.code)
      zone = known;
  zone.name = typed.value("name", zone.name);
  zone.market = typed.value("market", zone.market).toUpper();
  zone.timeZone = typed.value("time-zone", QString::fromLatin1(zone.timeZone)).toLatin1();
  zone.grossPrices = (zone.grossPrices || typed.has("gross")) && !typed.has("net");
  if (typed.has("currency")) {
    PW_SAY(session, zone.currency, Currency::fromCode(typed.value("currency").toUpper()));
  }
  return done(session, w.catalog().putZone(w.me(), zone), {{"zone", zone.code}},
              s("Price zone %1 is set.").arg(zone.code));
}

int runVatList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const VatRate& rate : catalog.vatRates) {
    all.append(QJsonObject{{"market", rate.market},
                           {"class", rate.vatClass},
                           {"from", isoDay(rate.from)},
                           {"percent", percentText(rate.rateBp)}});
    rows.push_back({rate.market, rate.vatClass, isoDay(rate.from), percentText(rate.rateBp)});
  }
  return session.answer({{"rates", all}}, textTable({"market", "class", "from", "%"}, rows, s("lllr")));
}

int runVatSet(Session& session) {
  const Arguments& typed = session.arguments;
  PW_SAY(session, const int rateBp, basisPoints(typed.words[2], "PERCENT"));
  Day from = fromDayNumber(0);
  if (typed.has("from")) {
    PW_SAY(session, from, parseDay(typed.value("from")));
  }
  const VatRate rate{typed.words[0].toUpper(), typed.words[1], from, rateBp};
  PW_OPEN(session, w, Changing);
  return done(session, w.catalog().putVatRate(w.me(), rate),
              {{"market", rate.market}, {"class", rate.vatClass}, {"percent", percentText(rateBp)}},
              s("VAT of class %1 in %2 is %3 % from %4 on.")
                  .arg(rate.vatClass, rate.market, percentText(rateBp), isoDay(from)));
}

int runBoundsList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  const Place wanted = placeFrom(session.arguments.words.value(0));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const Listing& l : catalog.listings) {
    const Sku* sku = catalog.sku(l.skuNo);
    const PriceZone* zone = catalog.zone(l.zoneNo);
    const bool named = !wanted.sku.isEmpty();
    if (!sku || !zone || (named && sku->code != wanted.sku) || (!wanted.zone.isEmpty() && zone->code != wanted.zone))
      continue;
    if (!named && !l.minMinor && !l.maxMinor && !l.mapMinor && !l.ladder)
      continue;
    const Currency c = zone->currency;
    const LadderSpec ladder = l.ladder.value_or(defaultLadder(c));
    QStringList endings;
    for (const qint64 ending : ladder.endingsMinor)
      endings << QString::number(ending);
    const QString steps = endings.isEmpty() ? s("step %1").arg(ladder.stepMinor)
                                            : s("%1 in %2").arg(endings.join(u',')).arg(ladder.cycleMinor);
    all.append(QJsonObject{{"sku", sku->code},
                           {"zone", zone->code},
                           {"currency", c.code()},
                           {"min", priceJson(l.minMinor, c)},
                           {"max", priceJson(l.maxMinor, c)},
                           {"map", priceJson(l.mapMinor, c)},
                           {"ladder", steps}});
    rows.push_back({s("%1@%2").arg(sku->code, zone->code), c.code(), priceText(l.minMinor, c), priceText(l.maxMinor, c),
                    priceText(l.mapMinor, c), steps});
  }
  return session.answer({{"bounds", all}},
                        rows.empty()
                            ? s("No bounds are set.")
                            : textTable({"SKU@zone", "", "floor", "ceiling", "MAP", "ladder"}, rows, s("llrrrl")));
}

int runBoundsSet(Session& session) {
  const Arguments& typed = session.arguments;
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  PW_SAY(session, Listing listing, findListing(catalog, typed.words.first()));
  const Currency currency = catalog.zone(listing.zoneNo)->currency;
  for (const auto& [option, bound] :
       {std::pair{"min", &listing.minMinor}, {"max", &listing.maxMinor}, {"map", &listing.mapMinor}})
    if (const Status taken = takeBound(typed, option, currency, *bound); !taken)
      return session.refuse(taken.error());
  if (const Status taken = takeLadder(typed, listing.ladder); !taken)
    return session.refuse(taken.error());
  return done(session, w.catalog().putListingBounds(w.me(), listing),
              {{"min", priceJson(listing.minMinor, currency)},
               {"max", priceJson(listing.maxMinor, currency)},
               {"map", priceJson(listing.mapMinor, currency)}},
              s("%1: floor %2, ceiling %3, minimum advertised price %4")
                  .arg(typed.words.first(), priceText(listing.minMinor, currency),
                       priceText(listing.maxMinor, currency), priceText(listing.mapMinor, currency)));
}

int runExceptionsList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  PW_SAY(session, const auto exceptions, w.catalog().marginExceptions(w.clock().now()));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const MarginException& e : exceptions) {
    const Listing* listing = catalog.listing(e.listingNo);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    if (!sku || !zone)
      continue;
    const QString percent = percentText(e.minMarginBp);
    all.append(QJsonObject{{"sku", sku->code},
                           {"zone", zone->code},
                           {"reason", e.reason},
                           {"min_margin_percent", percent},
                           {"from", isoInstant(e.from)},
                           {"until", isoInstant(e.to)},
                           {"approved_by", e.approvedBy}});
    rows.push_back({sku->code, zone->code, e.reason, percent, isoInstant(e.from), isoInstant(e.to), e.approvedBy});
  }
  return session.answer({{"exceptions", all}},
                        rows.empty() ? s("No exception from the minimum margin is in force.")
                                     : textTable({"sku", "zone", "reason", "margin %", "from", "until", "approved by"},
                                                 rows, s("lllrlll")));
}

int runExceptionsAdd(Session& session) {
  const Arguments& typed = session.arguments;
  if (!typed.has("until"))
    return session.usage(s("exceptions add SKU[@ZONE] REASON MIN_MARGIN_PERCENT --until TIME"));
  PW_SAY(session, const int marginBp, basisPoints(typed.words[2], "MIN_MARGIN_PERCENT"));
  PW_SAY(session, const Instant until, parseInstant(typed.value("until")));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  PW_SAY(session, const Listing listing, findListing(catalog, typed.words[0]));
  const MarginException exception{listing.no, typed.words[1], marginBp, w.clock().now(), until, w.me().user};
  return done(
      session, w.catalog().putMarginException(w.me(), exception),
      {{"until", isoInstant(until)}, {"min_margin_percent", percentText(marginBp)}},
      s("%1 may go down to a margin of %2 % until %3.").arg(typed.words[0], percentText(marginBp), isoInstant(until)));
}

} // namespace pricewright
