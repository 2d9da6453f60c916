// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/PromotionShop.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "decision/PriceLimits.h"
#include "decision/PriorPrice.h"
#include "pipeline/planner/AlsoInForce.h"

#include <QRegularExpression>
#include <QSet>

namespace pricewright {
namespace {

constexpr int kLongestDays = 366;
constexpr std::size_t kMostPatterns = 100;

QString percentOf(int bp) { return QString::number(bp / 100.0, 'f', 1); }

} // namespace

std::optional<int> ShopPrice::marginAt(const Money& price) const {
  if (!row || !row->cost || row->cost->value.micros() <= 0 || row->cost->currency != price.currency())
    return std::nullopt;
  return exactMarginBp(price, *row->cost, vatBp, gross);
}

std::optional<int> discountBp(const Money& regular, const Money& price) {
  if (!regular.isValid() || regular.minor() <= 0 || !price.isValid() || price.currency() != regular.currency())
    return std::nullopt;
  const auto bp = mulDiv(regular.minor() - price.minor(), 10'000, regular.minor(), Rounding::Floor);
  return bp ? std::optional(int(*bp)) : std::nullopt;
}

Result<PromotionShop> PromotionShop::open(Workspace& w) {
  PromotionShop shop(w);
  shop.m_today = dayOf(w.clock().now());
  PW_TRY(shop.m_catalog, w.catalog().load());
  PW_TRY(shop.m_settings, w.catalog().settings());
  PW_TRY(CatalogueSnapshot view, catalogueView(w));
  shop.m_view = std::make_shared<const CatalogueSnapshot>(std::move(view));
  PW_TRY(shop.m_exceptions, w.catalog().marginExceptions(w.clock().now()));
  shop.m_mayGoBelow = w.catalog().permits(w.me(), Permission::GrantException).has_value();
  for (const CatalogueRow& row : shop.m_view->rows) {
    const Listing* listing = shop.m_catalog.listing(row.listingNo);
    const PriceZone* zone = listing ? shop.m_catalog.zone(listing->zoneNo) : nullptr;
    const Sku* sku = listing ? shop.m_catalog.sku(listing->skuNo) : nullptr;
    if (zone && sku)
      shop.m_prices[row.listingNo] = {&row, zone->market,
                                      shop.m_catalog.vatBp(zone->market, sku->vatClass, shop.m_today).value_or(0),
                                      zone->grossPrices};
  }
  return shop;
}

const ShopPrice* PromotionShop::find(int listingNo) const {
  const auto found = m_prices.find(listingNo);
  return found == m_prices.end() ? nullptr : &found->second;
}

QString PromotionShop::channelCode(int no) const {
  for (const Channel& c : m_catalog.channels)
    if (c.no == no)
      return c.code;
  return {};
}

std::vector<int> PromotionShop::listingsOf(const PromotionWish& wish) const {
  if (!wish.listings.empty())
    return wish.listings;
  static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
  QSet<QString> codes;
  std::vector<QRegularExpression> patterns;
  for (const QString& word : wish.skus.split(between, Qt::SkipEmptyParts)) {
    if (!word.contains(u'*'))
      codes.insert(word.toCaseFolded());
    else if (patterns.size() < kMostPatterns)
      patterns.emplace_back(
          QRegularExpression::anchoredPattern(QRegularExpression::escape(word).replace(s("\\*"), s(".*"))),
          QRegularExpression::CaseInsensitiveOption);
  }
  std::vector<int> found;
  for (const CatalogueRow& row : m_view->rows) {
    const auto fits = [&](const QRegularExpression& p) { return p.match(row.sku).hasMatch(); };
    if ((wish.zone.isEmpty() || row.zone == wish.zone) &&
        (codes.contains(row.sku.toCaseFolded()) || std::any_of(patterns.begin(), patterns.end(), fits)))
      found.push_back(row.listingNo);
  }
  return found;
}

Result<PromotionCheck> PromotionShop::check(int listingNo, const PromotionWish& wish, const Id& except) const {
  PromotionCheck check;
  check.listingNo = listingNo;
  const ShopPrice* shop = find(listingNo);
  if (!shop) {
    check.refusal = fail(s("promotion.no-such-price"));
    return check;
  }
  check.sku = shop->row->sku;
  check.product = shop->row->product;
  check.zone = shop->row->zone;
  check.regular = shop->row->price;
  check.refusal = whyNotThen(wish);
  if (!check.refusal) {
    PW_TRY(check.refusal, overlap(listingNo, wish, except));
  }
  if (check.refusal || (!wish.price && !wish.cutPercent))
    return check;
  check.price = priceFor(*shop, wish);
  check.refusal = whyNotAt(*shop, check.price);
  if (check.refusal)
    return check;
  check.discountBp = pricewright::discountBp(check.regular, check.price);
  check.marginBp = shop->marginAt(check.price);
  judgeMargin(check, wish);
  PW_CHECK(judgeClaim(check, *shop, wish));
  return check;
}

std::optional<Error> PromotionShop::whyNotThen(const PromotionWish& wish) const {
  if (wish.to < wish.from)
    return fail(s("catalog.bad-period"));
  if ((wish.to - wish.from).count() >= kLongestDays)
    return fail(s("promotion.too-long"), {{s("days"), QString::number(kLongestDays)}});
  if (wish.to < m_today)
    return fail(s("promotion.past"));
  if (wish.channelNo != 0 && channelCode(wish.channelNo).isEmpty())
    return fail(s("catalog.unknown-channel"));
  if (wish.mechanism == u"price" && !wish.price && !wish.cutPercent)
    return fail(s("promotion.price-missing"));
  if (wish.cutPercent && (*wish.cutPercent < 1 || *wish.cutPercent > 99))
    return fail(s("promotion.bad-cut"));
  return std::nullopt;
}

// Two promotions of one kind on one shelf at a time would leave open which price holds.
Result<std::optional<Error>> PromotionShop::overlap(int listingNo, const PromotionWish& wish, const Id& except) const {
  PW_TRY(const auto there, PromotionStore(m_ws->database(), m_ws->journal()).of(listingNo, wish.from, wish.to));
  for (const CalendarPromotion& p : there)
    if (p.id != except && p.what.mechanism == wish.mechanism &&
        (p.what.channelNo == 0 || wish.channelNo == 0 || p.what.channelNo == wish.channelNo))
      return std::optional(
          fail(s("promotion.overlaps"), {{s("from"), isoDay(p.what.from)}, {s("to"), isoDay(p.what.to)}}));
  return std::optional<Error>();
}

Money PromotionShop::priceFor(const ShopPrice& shop, const PromotionWish& wish) const {
  if (wish.price)
    return *wish.price;
  const Money regular = shop.row->price;
  if (!regular.isValid() || regular.minor() <= 0)
    return {};
  const auto cut = mulDiv(regular.minor(), 100 - *wish.cutPercent, 100, Rounding::Floor);
  const qint64 rung = PriceLadder(shop.row->ladder).atOrBelow(cut.value_or(0));
  return Money(rung > 0 ? rung : std::max<qint64>(cut.value_or(0), 0), regular.currency());
}

std::optional<Error> PromotionShop::whyNotAt(const ShopPrice& shop, const Money& price) const {
  const CatalogueRow& r = *shop.row;
  if (!r.price.isValid() || r.price.minor() <= 0)
    return fail(s("promotion.no-price"));
  if (!price.isValid() || price.minor() <= 0)
    return fail(s("catalog.bad-price"));
  if (price.currency() != r.price.currency())
    return fail(s("catalog.wrong-currency"), {{s("currency"), price.currency().code()}});
  if (price.minor() >= r.price.minor())
    return fail(s("promotion.not-lower"), {{s("price"), r.price.toString()}});
  if (r.floorMinor && price.minor() < *r.floorMinor)
    return fail(s("promotion.below-floor"), {{s("price"), Money(*r.floorMinor, r.currency).toString()}});
  if (r.mapMinor && *r.mapMinor > 0 && price.minor() < *r.mapMinor && shop.market.trimmed().toUpper() == u"US")
    return fail(s("promotion.below-map"), {{s("price"), Money(*r.mapMinor, r.currency).toString()}});
  return std::nullopt;
}

int PromotionShop::leastMarginBp(int listingNo, Day on) const {
  int least = percentBp(m_settings, u"guardrail.margin.percent");
  for (const MarginException& e : m_exceptions)
    if (e.listingNo == listingNo && !e.approvedBy.isEmpty() && e.from <= startOf(on) && startOf(on) < e.to)
      least = std::min(least, e.minMarginBp);
  return least;
}

void PromotionShop::judgeMargin(PromotionCheck& check, const PromotionWish& wish) const {
  if (!check.marginBp) {
    check.notes.push_back(fail(s("promotion.no-cost")));
    return;
  }
  const int least = leastMarginBp(check.listingNo, wish.from);
  if (*check.marginBp >= least)
    return;
  const QMap<QString, QString> facts{{s("margin"), percentOf(*check.marginBp)}, {s("least"), percentOf(least)}};
  if (m_mayGoBelow)
    check.notes.push_back(fail(s("promotion.below-margin-note"), facts));
  else
    check.refusal = fail(s("promotion.below-margin"), facts);
}

// As the guardrail does for a regular price: the lowest price of the days before, whatever kind of price that was.
// Until the promotion begins, the price in force is taken to stay.
Status PromotionShop::judgeClaim(PromotionCheck& check, const ShopPrice& shop, const PromotionWish& wish) const {
  if (!isEuropeanMarket(shop.market) || check.refusal)
    return {};
  const Instant from = startOf(wish.from);
  const Instant since = from - std::chrono::days(m_settings.integer(u"guardrail.prior-price.days"));
  PW_TRY(const std::vector<PublishedPrice> prices, m_ws->catalog().priceHistory(check.listingNo, since));
  PW_TRY(const auto there,
         PromotionStore(m_ws->database(), m_ws->journal()).of(check.listingNo, dayOf(since), wish.from));
  std::vector<Promotion> calendar;
  for (const CalendarPromotion& p : there)
    if (p.what.from < wish.from)
      calendar.push_back(p.what);
  PW_TRY(const auto sales, m_ws->catalog().salesOf(check.listingNo, m_today));
  const auto also = promotionPrices(calendar, sales, check.regular, since, from);
  const PriorPrice prior = priorPriceOf({prices, also}, check.regular, since, from);
  check.announcedPercent = prior.shownPercent(check.price.minor());
  if (prior.state != PriorPrice::State::Known)
    check.notes.push_back(fail(s("promotion.claim-unknown")));
  else if (!check.announcedPercent)
    check.notes.push_back(
        fail(s("promotion.no-claim"), {{s("price"), Money(prior.minor, check.regular.currency()).toString()}}));
  return {};
}

} // namespace pricewright
