// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/Prisync.h"

#include "base/Words.h"
#include "feeds/JsonFeed.h"

#include <QUrl>

namespace pricewright {
namespace {

// The first of these members that holds something.
JsonId memberOf(const JsonTree& tree, JsonId object, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const JsonId at = tree.find(object, name); at != kNoJson && tree[at].kind != JsonKind::Null)
      return at;
  return kNoJson;
}
QString textOfMember(const JsonTree& tree, JsonId object, std::initializer_list<const char*> names) {
  return feedText(tree, memberOf(tree, object, names));
}

QString siteOfUrl(const QString& text) {
  const QString host = QUrl(text.contains(u"://") ? text : s("https://") + text).host();
  return host.startsWith(u"www.") ? host.sliced(4) : host;
}

// One competitor's price of a product: an object of get/url, or of a summary under its site's name.
Status takeUrl(const JsonTree& tree, JsonId at, const PrisyncProduct& product, const QString& site,
               FeedIntake& intake) {
  FeedItem item;
  item.position = intake.counts().items + intake.counts().unreadable + 1;
  item[FeedField::OurCode] = product.code, item[FeedField::Gtin] = product.barcode;
  item[FeedField::Brand] = product.brand, item[FeedField::Title] = product.name;
  item[FeedField::Url] = textOfMember(tree, at, {"url", "product_url", "link"});
  if (item[FeedField::Url].isEmpty() && site.contains(u'/'))
    item[FeedField::Url] = site;
  item[FeedField::Id] = textOfMember(tree, at, {"id", "url_id"});
  item[FeedField::Seller] = textOfMember(tree, at, {"site", "site_name", "domain", "seller_name", "seller"});
  if (item[FeedField::Seller].isEmpty())
    item[FeedField::Seller] = siteOfUrl(item[FeedField::Url].isEmpty() ? site : item[FeedField::Url]);
  // A summary names no number of the address: product and site together are as lasting.
  if (item[FeedField::Id].isEmpty() && !product.id.isEmpty())
    item[FeedField::Id] = product.id + u'@' + (site.isEmpty() ? item[FeedField::Seller] : site);
  const bool bare = tree[at].kind != JsonKind::Object; // "site": price
  const JsonId price = bare ? at : memberOf(tree, at, {"price", "current_price"});
  item[FeedField::Price] = feedNumberText(tree, price);
  // The service's numbers have a dot, also where they come as texts: "1299.00".
  item.decimalMark = u'.';
  item[FeedField::Currency] = textOfMember(tree, at, {"currency", "currency_code"});
  item[FeedField::Availability] = textOfMember(tree, at, {"stock", "in_stock", "available", "availability"});
  item[FeedField::Shipping] = feedNumberText(tree, memberOf(tree, at, {"shipping_price", "shipping"}));
  item[FeedField::ObservedAt] = textOfMember(tree, at, {"last_check", "last_checked", "checked_at"});
  return intake.take(std::move(item));
}

Status takeUrls(const JsonTree& tree, JsonId urls, PrisyncProduct& product, FeedIntake& intake) {
  if (urls == kNoJson || tree[urls].kind != JsonKind::Array)
    return {};
  product.knowsUrls = true;
  for (JsonId at = tree[urls].firstChild; at != kNoJson; at = tree[at].next) {
    if (tree[at].kind == JsonKind::Object && memberOf(tree, at, {"price", "current_price"}) != kNoJson) {
      PW_CHECK(takeUrl(tree, at, product, {}, intake));
      continue;
    }
    const QString id =
        tree[at].kind == JsonKind::Object ? textOfMember(tree, at, {"id", "url_id"}) : feedText(tree, at);
    if (!id.isEmpty() && id.size() <= 40)
      product.urls << id;
  }
  return {};
}

Status takeSummary(const JsonTree& tree, JsonId summary, PrisyncProduct& product, FeedIntake& intake) {
  if (summary == kNoJson || (tree[summary].kind != JsonKind::Object && tree[summary].kind != JsonKind::Array))
    return {};
  product.knowsUrls = true;
  const bool named = tree[summary].kind == JsonKind::Object;
  for (JsonId at = tree[summary].firstChild; at != kNoJson; at = tree[at].next) {
    const QString site = named ? QString::fromStdString(unescapedJson(tree[at].key)) : QString();
    if (tree[at].kind != JsonKind::Null)
      PW_CHECK(takeUrl(tree, at, product, site, intake));
  }
  return {};
}

void readProduct(const JsonTree& tree, JsonId at, PrisyncProduct& product) {
  const auto take = [&](QString& into, std::initializer_list<const char*> names) {
    if (const QString text = textOfMember(tree, at, names); !text.isEmpty())
      into = text;
  };
  take(product.id, {"id", "product_id"});
  take(product.name, {"name", "product_name"});
  take(product.code, {"product_code", "external_ref", "sku"});
  take(product.barcode, {"barcode", "gtin", "ean", "upc"});
  const JsonId brand = tree.find(at, "brand");
  if (brand != kNoJson)
    product.brand = tree[brand].kind == JsonKind::Object ? textOfMember(tree, brand, {"name"}) : feedText(tree, brand);
}

} // namespace

Result<PrisyncPage> readPrisyncList(const QByteArray& bytes, FeedIntake& intake) {
  PW_TRY(const JsonTree tree, readFeedJson(bytes));
  const JsonId results = tree[0].kind == JsonKind::Array ? 0 : memberOf(tree, 0, {"results", "result", "products"});
  if (results == kNoJson || tree[results].kind != JsonKind::Array)
    return fail(s("feed.no-items"));
  PrisyncPage page;
  for (JsonId at = tree[results].firstChild; at != kNoJson; at = tree[at].next) {
    PrisyncProduct product;
    readProduct(tree, at, product);
    PW_CHECK(takeSummary(tree, tree.find(at, "summary"), product, intake));
    PW_CHECK(takeUrls(tree, tree.find(at, "urls"), product, intake));
    page.products.push_back(std::move(product));
  }
  page.next = textOfMember(tree, 0, {"nextURL", "nextUrl", "next_url", "next"});
  return page;
}

Status readPrisyncProduct(const QByteArray& bytes, PrisyncProduct& product, FeedIntake& intake) {
  PW_TRY(const JsonTree tree, readFeedJson(bytes));
  readProduct(tree, 0, product);
  return takeUrls(tree, tree.find(0, "urls"), product, intake);
}

Status readPrisyncUrl(const QByteArray& bytes, const PrisyncProduct& product, FeedIntake& intake) {
  PW_TRY(const JsonTree tree, readFeedJson(bytes));
  return takeUrl(tree, 0, product, {}, intake);
}

} // namespace pricewright
