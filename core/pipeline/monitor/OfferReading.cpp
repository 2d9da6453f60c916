// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a page's reading means as an offer.
#include "extraction/pricetext/PriceText.h"
#include "pipeline/monitor/MarketWatch.h"

#include <QRegularExpression>

namespace pricewright {
namespace {

constexpr double kSure = 0.6; // of a price that is taken without a person
constexpr int kJumpPercent = 30;

QString lettersOf(const QString& text) {
  QString out;
  for (const QChar c : text.toLower())
    if (c.isLetterOrNumber())
      out += c;
  return out;
}

// Whether the page names a seller that is not the shop itself.
bool isMarketplace(const QString& seller, const Site& site, const QString& competitorName) {
  const QString said = lettersOf(seller);
  if (said.size() < 3)
    return false;
  const QString shop = lettersOf(competitorName), host = lettersOf(site.host);
  return !host.contains(said) && !(shop.size() >= 3 && (said.contains(shop) || shop.contains(said))) &&
         !said.contains(lettersOf(site.host.section(u'.', -2, -2)));
}

bool isJump(const Amount& from, const Amount& to) {
  if (from.currency != to.currency)
    return true;
  const qint64 a = from.value.micros(), b = to.value.micros();
  return compareProducts(std::abs(b - a), 100, a, kJumpPercent) > 0;
}

bool isSame(const Amount& a, const Amount& b) {
  return a.currency == b.currency &&
         compareProducts(std::abs(a.value.micros() - b.value.micros()), 100, a.value.micros(), 1) <= 0;
}

// "$3.19" means our dollars where nobody says which; "€3.19" does not mean dollars, and "3.19" nothing.
QString currencyOf(const ProductPage& page, const Site& site, const QString& ours) {
  if (page[ProductField::Currency].isKnown())
    return page[ProductField::Currency].value;
  const QString words = page[ProductField::Price].snippet;
  static const QRegularExpression kShared(QStringLiteral("\\p{Sc}|\\bkr\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
  if (!site.currency.isEmpty() || ours.isEmpty() || !kShared.match(words).hasMatch())
    return site.currency;
  PriceTextHints hints;
  hints.currency = ours;
  return parsePriceText(words, hints).currency;
}

OfferReading quarantined(OfferReading reading, const char* why) {
  reading.state = OfferState::Quarantined;
  reading.reason = QString::fromLatin1(why);
  return reading;
}

} // namespace

OfferReading readOffer(const ProductPage& page, const Site& site, const QString& competitorName,
                       const PriceBefore& before, const QString& ours) {
  OfferReading out;
  const FieldValue& price = page[ProductField::Price];
  if (!price.amount) {
    out.reason = QStringLiteral("page.") + (page.why.isEmpty() ? QStringLiteral("no-price") : page.why);
    return out;
  }
  if (price.amount->micros() <= 0) {
    out.reason = QStringLiteral("page.not-positive");
    return out;
  }
  const Result<Currency> currency = Currency::fromCode(currencyOf(page, site, ours));
  if (!currency) {
    out.reason = QStringLiteral("page.no-currency");
    return out;
  }
  out.price = Amount{*price.amount, *currency};
  const FieldValue& shipping = page[ProductField::Shipping];
  out.shipping = shipping.amount.value_or(Decimal());
  const QString availability = page[ProductField::Availability].value;
  out.inStock = availability.isEmpty() || availability == u"InStock" || availability == u"LimitedAvailability" ||
                availability == u"OnlineOnly" || availability == u"InStoreOnly";
  out.inStock = out.inStock && !page.flags.contains(QStringLiteral("listing-ended"));
  if (page.flags.contains(QStringLiteral("price-disputed")) || price.confidence < kSure)
    return quarantined(std::move(out), "watch.unsure");
  if (isMarketplace(page[ProductField::Seller].value, site, competitorName))
    return quarantined(std::move(out), "watch.other-seller");
  if (out.shipping.micros() != 0 && !shipping.currency.isEmpty() && shipping.currency != currency->code())
    return quarantined(std::move(out), "watch.shipping-currency");
  static constexpr std::pair<const char*, const char*> kNatures[] = {{"listing-ended", "watch.ended"},
                                                                     {"auction-price", "watch.auction"},
                                                                     {"rental-price", "watch.rental"},
                                                                     {"monthly-price", "watch.monthly"}};
  for (const auto& [flag, why] : kNatures)
    if (page.flags.contains(QLatin1String(flag)))
      return quarantined(std::move(out), why);
  if (page.flags.contains(QStringLiteral("from-price")))
    return quarantined(std::move(out), "watch.from-price");
  const bool confirmed = before.last && before.lastWasJump && isSame(*before.last, *out.price);
  const std::optional<Amount>& from = before.accepted ? before.accepted : before.last;
  if (from && !confirmed && isJump(*from, *out.price))
    return quarantined(std::move(out), "watch.unconfirmed-jump");
  return out;
}

} // namespace pricewright
