// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/MasterData.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "decision/PriceLimits.h"

#include <QSet>

namespace pricewright {
namespace {

// GS1: 8, 12, 13 or 14 digits, the last of which makes the weighted sum a multiple of ten.
bool isGtin(const QString& code) {
  if (code.size() != 8 && (code.size() < 12 || code.size() > 14))
    return false;
  int sum = 0;
  for (qsizetype i = 0; i < code.size(); ++i) {
    const QChar c = code[code.size() - 1 - i];
    if (c < u'0' || c > u'9')
      return false;
    sum += (c.unicode() - u'0') * (i % 2 == 1 ? 3 : 1);
  }
  return sum % 10 == 0;
}

class ProductMaker {
 public:
  ProductMaker(Workspace& w, const NewProduct& p) : m_ws(w), m_wish(p) {}

  Result<ProductAdded> make() {
    PW_CHECK(m_ws.trusted());
    PW_CHECK(check());
    PW_TRY(Transaction in, Transaction::begin(m_ws.database()));
    PW_CHECK(putProduct());
    PW_TRY(m_catalog, m_ws.catalog().load()); // with what was made just now
    const Sku* sku = m_catalog.skuByCode(m_out.sku);
    if (!sku)
      return fail(s("catalog.unknown-sku"), {{s("sku"), m_out.sku}});
    for (const QString& code : m_wish.zones)
      PW_CHECK(putOnSale(in, *sku, *zoneByCode(code)));
    PW_CHECK(in.commit());
    return std::move(m_out);
  }

 private:
  Status check() {
    PW_TRY(m_catalog, m_ws.catalog().load());
    PW_TRY(m_settings, m_ws.catalog().settings());
    m_out.sku = m_wish.sku.code.trimmed();
    if (m_wish.zones.isEmpty())
      return fail(s("master.no-zone"));
    if (!m_wish.sku.gtin.isEmpty() && !isGtin(m_wish.sku.gtin))
      return fail(s("master.bad-gtin"), {{s("gtin"), m_wish.sku.gtin.left(40)}});
    if (m_wish.price && !m_wish.cost)
      return fail(s("master.price-needs-cost"));
    const Sku* known = m_catalog.skuByCode(m_out.sku);
    m_out.isNew = !known;
    for (const QString& code : m_wish.zones) {
      const PriceZone* zone = zoneByCode(code);
      if (!zone)
        return fail(s("catalog.unknown-zone"));
      for (const Listing& l : m_catalog.listings)
        if (known && l.skuNo == known->no && l.zoneNo == zone->no)
          return fail(s("master.on-sale"), {{s("sku"), m_out.sku}, {s("zone"), code}});
      if (m_wish.price)
        PW_CHECK(checkPrice(*zone));
    }
    return {};
  }

  Status checkPrice(const PriceZone& zone) const {
    PW_TRY(const Money price, priceIn(zone));
    const QString vatClass = m_wish.sku.vatClass;
    const auto vat = m_catalog.vatBp(zone.market, vatClass, today());
    if (zone.grossPrices && !vat)
      return fail(s("master.no-vat"), {{s("zone"), zone.code}});
    const int margin = exactMarginBp(price, {*m_wish.cost, zone.currency}, vat.value_or(0), zone.grossPrices);
    const int least = percentBp(m_settings, u"guardrail.margin.percent");
    if (margin < least && !m_ws.catalog().permits(m_ws.me(), Permission::GrantException))
      return fail(s("master.below-margin"), {{s("margin"), QString::number(margin / 100.0, 'f', 1)},
                                             {s("least"), QString::number(least / 100.0, 'f', 1)}});
    return {};
  }

  Result<Money> priceIn(const PriceZone& zone) const {
    const auto price = Money::round(m_wish.price->toString(), zone.currency, Rounding::HalfEven);
    if (!price || price->minor() <= 0 || price->toDecimal() != *m_wish.price)
      return fail(s("master.bad-price"), {{s("zone"), zone.code}, {s("currency"), zone.currency.code()}});
    return *price;
  }

  Status putProduct() {
    if (!m_out.isNew)
      return {};
    const QString code = m_wish.category.trimmed();
    Category category{0, code, code};
    for (const Category& c : m_catalog.categories)
      if (c.code == code)
        category = c;
    PW_CHECK(m_ws.catalog().putCategory(m_ws.me(), category));
    PW_TRY(m_catalog, m_ws.catalog().load());
    Sku sku = m_wish.sku;
    sku.code = m_out.sku;
    for (const Category& c : m_catalog.categories)
      if (c.code == code)
        sku.categoryNo = c.no;
    return m_ws.catalog().putSku(m_ws.me(), sku);
  }

  Status putOnSale(Transaction& in, const Sku& sku, const PriceZone& zone) {
    PW_TRY(const int listing, listingOf(sku, zone));
    m_out.listings.push_back(listing);
    if (m_wish.cost)
      PW_CHECK(m_ws.catalog().putCost(m_ws.me(), listing, CostKind::Replacement, today(),
                                      Amount{*m_wish.cost, zone.currency}));
    if (!m_wish.price)
      return {};
    PW_TRY(const Money price, priceIn(zone));
    for (const Channel& channel : m_catalog.channels)
      PW_CHECK(m_ws.catalog().putPrice(
          in, {listing, channel.no, PriceType::Regular, price, m_ws.clock().now(), {}, PriceOrigin::Manual}, {}, {}));
    return {};
  }

  // Also one that was on sale there before.
  Result<int> listingOf(const Sku& sku, const PriceZone& zone) {
    PW_CHECK(m_ws.catalog().putOnSale(m_ws.me(), sku.no, zone.no, true));
    PW_TRY(Query q, Query::prepare(m_ws.database(), "SELECT no FROM listing WHERE sku_no = ?1 AND zone_no = ?2"));
    PW_TRY(const bool there, q.bind(1, sku.no).bind(2, zone.no).step());
    return there ? Result<int>(smallInteger(q, 0)) : fail(s("catalog.unknown-listing"));
  }

  const PriceZone* zoneByCode(const QString& code) const {
    for (const PriceZone& zone : m_catalog.zones)
      if (zone.code == code)
        return &zone;
    return nullptr;
  }
  Day today() const { return dayOf(m_ws.clock().now()); }

  Workspace& m_ws;
  const NewProduct& m_wish;
  Catalog m_catalog;
  Settings m_settings;
  ProductAdded m_out;
};

Error badLadder(QStringView words) { return fail(s("master.bad-ladder"), {{s("text"), words.left(40).toString()}}); }

Result<qint64> minorOf(QStringView text, Currency currency) {
  const auto money = Money::round(text, currency, Rounding::HalfEven);
  const auto exact = Decimal::parse(text);
  if (!money || !exact || money->toDecimal() != *exact)
    return badLadder(text);
  return money->minor();
}

} // namespace

Result<MasterLists> masterLists(Workspace& w) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  MasterLists lists{catalog.categories, catalog.zones, {}, {}, false};
  QSet<QString> vat{s("standard")}, brands;
  for (const VatRate& rate : catalog.vatRates)
    vat << rate.vatClass;
  for (const Sku& sku : catalog.skus) {
    vat << sku.vatClass;
    if (!sku.brand.isEmpty())
      brands << sku.brand;
  }
  lists.vatClasses = QStringList(vat.begin(), vat.end());
  lists.brands = QStringList(brands.begin(), brands.end());
  lists.vatClasses.sort();
  lists.brands.sort();
  lists.mayEditZones = w.catalog().permits(w.me(), Permission::EditMarkets).has_value();
  return lists;
}

Result<ProductAdded> addProduct(Workspace& w, const NewProduct& product) { return ProductMaker(w, product).make(); }

Status retireProduct(Workspace& w, const QString& sku) { return w.catalog().setSkuActive(w.me(), sku, false); }
Status reviveProduct(Workspace& w, const QString& sku) { return w.catalog().setSkuActive(w.me(), sku, true); }

Status undoAddProduct(Workspace& w, const ProductAdded& added) {
  PW_CHECK(w.trusted());
  if (added.isNew)
    return retireProduct(w, added.sku);
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(Transaction in, Transaction::begin(w.database()));
  for (const int no : added.listings)
    if (const Listing* l = catalog.listing(no))
      PW_CHECK(w.catalog().putOnSale(w.me(), l->skuNo, l->zoneNo, false));
  return in.commit();
}

Result<ZoneChange> saveZone(Workspace& w, const PriceZone& zone) {
  PW_CHECK(w.trusted());
  PW_TRY(const Catalog before, w.catalog().load());
  PW_CHECK(w.catalog().putZone(w.me(), zone));
  ZoneChange change{{}, zone};
  for (const PriceZone& z : before.zones)
    if (z.code == zone.code)
      change.before = z;
  return change;
}

Result<LadderChange> setLadder(Workspace& w, int listingNo, const std::optional<LadderSpec>& ladder) {
  PW_CHECK(w.trusted());
  PW_TRY(const Catalog catalog, w.catalog().load());
  const Listing* listing = catalog.listing(listingNo);
  if (!listing)
    return fail(s("catalog.unknown-listing"), {{s("listing"), QString::number(listingNo)}});
  Listing changed = *listing;
  changed.ladder = ladder;
  PW_CHECK(w.catalog().putListingBounds(w.me(), changed));
  return LadderChange{listingNo, listing->ladder, ladder};
}

QString ladderWords(const LadderSpec& ladder, Currency currency) {
  if (ladder.endingsMinor.empty())
    return Money(ladder.stepMinor, currency).toString();
  const bool whole = ladder.cycleMinor == currency.minorPerMajor();
  QStringList words;
  for (const qint64 ending : ladder.endingsMinor) {
    const QString text = Money(ending, currency).toString();
    words << (whole && text.startsWith(u"0.") ? text.mid(1) : text);
  }
  if (!whole)
    words << u'/' + Money(ladder.cycleMinor, currency).toString();
  return words.join(u' ');
}

Result<std::optional<LadderSpec>> ladderFromWords(QStringView typed, Currency currency) {
  QStringList words = typed.toString().simplified().split(u' ', Qt::SkipEmptyParts);
  if (words.isEmpty())
    return std::optional<LadderSpec>();
  LadderSpec spec;
  spec.cycleMinor = currency.minorPerMajor();
  const bool told = words.last().startsWith(u'/');
  if (told) {
    PW_TRY(spec.cycleMinor, minorOf(words.takeLast().mid(1), currency));
  }
  if (words.size() == 1 && !told && !words.first().startsWith(u'.') && !words.first().startsWith(u'x')) {
    PW_TRY(spec.stepMinor, minorOf(words.first(), currency));
  } else {
    for (QString& word : words) {
      if (word.startsWith(u'x'))
        word.remove(0, 1);
      PW_TRY(const qint64 ending, minorOf(word.startsWith(u'.') ? u'0' + word : word, currency));
      spec.endingsMinor.push_back(ending);
    }
    std::sort(spec.endingsMinor.begin(), spec.endingsMinor.end());
    if (spec.endingsMinor.empty())
      return badLadder(typed);
  }
  return checkLadder(spec) ? Result<std::optional<LadderSpec>>(spec) : badLadder(typed);
}

} // namespace pricewright
