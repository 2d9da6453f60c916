// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of feeds are called.
#include "base/Words.h"
#include "feeds/FeedItem.h"

#include <QHash>

namespace pricewright {
namespace {

// Letters and digits only, in lower case; the best known name of a field first.
struct NamesOfField {
  FeedField field;
  const char* own;
  const char* names;
};
constexpr std::array<NamesOfField, kFeedFields> kNames{{
    {FeedField::Id, "id",
     "id sku itemid productid articlenumber itemnumber offerid externalcode productcode code merchantitemid "
     "artikelnummer guid"},
    {FeedField::OurCode, "our_code", "ourcode oursku ourid yoursku yourcode clientcode clientsku internalcode"},
    {FeedField::Gtin, "gtin", "gtin ean upc barcode gtin13 ean13 gtin14 gtin12 gtin8 isbn jan eancode"},
    {FeedField::Mpn, "mpn",
     "mpn manufacturerpartnumber partnumber manufacturercode mfrpartnumber herstellernummer herstellerartikelnummer "
     "herstellerteilenummer"},
    {FeedField::Brand, "brand", "brand manufacturer marke hersteller"},
    {FeedField::Title, "title", "title name productname producttitle itemname titel"},
    {FeedField::Url, "url", "link url producturl productlink deeplink landingpage itemurl"},
    {FeedField::Seller, "seller",
     "seller sellername shop shopname merchant merchantname competitor competitorname store storename retailer site "
     "externalsellerid"},
    {FeedField::Price, "price", "price currentprice priceamount preis"},
    {FeedField::SalePrice, "sale_price",
     "saleprice specialprice promoprice promotionalprice discountedprice offerprice"},
    {FeedField::SalePeriod, "sale_period", "salepriceeffectivedate saleperiod saledates"},
    {FeedField::ListPrice, "list_price", "listprice regularprice rrp msrp uvp oldprice originalprice wasprice"},
    {FeedField::Currency, "currency", "currency pricecurrency currencycode priceunit waehrung"},
    {FeedField::Shipping, "shipping", "shipping shippingcost shippingcosts shippingprice deliverycost deliveryprice"},
    {FeedField::Availability, "availability",
     "availability stockstatus instock stock available availabilitystatus quantity"},
    {FeedField::Condition, "condition", "condition itemcondition zustand"},
    {FeedField::ObservedAt, "observed_at",
     "observedat observed lastchecked lastcheck checkedat crawledat crawldate pricedate timestamp lastseen"},
}};

QString lettersAndDigits(QStringView name) {
  constexpr qsizetype kLongest = 80;
  QString out;
  if (name.startsWith(u"g:", Qt::CaseInsensitive))
    name = name.sliced(2);
  for (const QChar c : name.first(std::min(name.size(), kLongest))) {
    if (c == u'(' || c == u'[')
      break; // "shipping(country:price)"
    if (c.isLetterOrNumber())
      out += c.toLower();
  }
  return out;
}

} // namespace

QString feedFieldName(FeedField field) { return s(kNames[std::size_t(field)].own); }

std::optional<FeedField> feedFieldFrom(QStringView name) {
  for (const NamesOfField& one : kNames)
    if (name == QLatin1String(one.own))
      return one.field;
  return std::nullopt;
}

std::optional<FeedName> feedFieldOfName(QStringView name) {
  static const QHash<QString, FeedName> kAll = [] {
    QHash<QString, FeedName> all;
    for (const NamesOfField& one : kNames) {
      int rank = 0;
      const QStringList words = s(one.names).split(u' ');
      for (const QString& word : words)
        all.insert(word, {one.field, rank++});
    }
    return all;
  }();
  const auto found = kAll.constFind(lettersAndDigits(name));
  return found == kAll.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace pricewright
