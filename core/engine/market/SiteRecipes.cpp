// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/SiteRecipes.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/market/MarketMonitor.h"
#include "pipeline/monitor/SiteRecords.h"

#include <QJsonDocument>

namespace pricewright {
namespace {

void nameProduct(KeptPage& page, const Catalog& catalog, int listingNo) {
  const Listing* listing = catalog.listing(listingNo);
  const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
  const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
  page.sku = sku ? sku->code : QString();
  page.zone = zone ? zone->code : QString();
}

Result<std::vector<KeptPage>> keptPages(Workspace& w, int siteNo, std::size_t most) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(Query q,
         Query::prepare(w.database(), "SELECT l.watch_no, l.url, l.page_sha256, l.headers, max(l.at_ms), m.listing_no "
                                      "FROM page_look l JOIN watch w ON w.no = l.watch_no "
                                      "JOIN product_match m ON m.no = w.match_no "
                                      "JOIN page p ON p.sha256 = l.page_sha256 WHERE w.site_no = ?1 "
                                      "GROUP BY l.watch_no ORDER BY 5 DESC LIMIT ?2"));
  q.bind(1, siteNo).bind(2, qint64(most));
  std::vector<KeptPage> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    KeptPage page;
    page.watchNo = smallInteger(q, 0), page.url = q.text(1), page.sha256 = q.text(2);
    page.contentType =
        QJsonDocument::fromJson(q.text(3).toUtf8()).object().value(QLatin1String("content-type")).toString();
    page.at = fromMillis(q.integer(4));
    nameProduct(page, catalog, smallInteger(q, 5));
    out.push_back(std::move(page));
    return {};
  }));
  return out;
}

Result<PageInput> inputOf(Workspace& w, const KeptPage& page) {
  PW_TRY(const QByteArray bytes, w.sites().page(page.sha256));
  return PageInput{bytes, page.url, page.contentType};
}

} // namespace

Result<RecipeDesk> recipeDesk(Workspace& w, const QString& host, int watchNo) {
  RecipeDesk out;
  PW_TRY(out.site, w.sites().site(host));
  out.recipe = recipeFrom(out.site.recipe);
  PW_TRY(out.pages, keptPages(w, out.site.no, kMostRecipePages));
  for (std::size_t i = 0; i < out.pages.size(); ++i)
    if (out.shown < 0 && (watchNo == 0 || out.pages[i].watchNo == watchNo))
      out.shown = int(i);
  if (out.shown < 0)
    return out;
  PW_TRY(const PageInput input, inputOf(w, out.pages[std::size_t(out.shown)]));
  out.outline = outlinePage(input);
  return out;
}

Result<RecipeField> learnRecipeField(Workspace& w, const KeptPage& page, NodeId node, ProductField field) {
  PW_TRY(const PageInput input, inputOf(w, page));
  return learnFromPage(input, node, field);
}

Result<RecipeTrial> tryRecipe(Workspace& w, const QString& host, const std::vector<RecipeField>& recipe) {
  PW_CHECK(checkRecipe(recipe));
  PW_TRY(const Site site, w.sites().site(host));
  const std::vector<RecipeField> before = recipeFrom(site.recipe);
  PW_TRY(const auto pages, keptPages(w, site.no, kMostRecipePages));
  RecipeTrial out;
  for (const KeptPage& page : pages) {
    PW_TRY(const PageInput input, inputOf(w, page));
    const ProductPage then = extractProduct(input, before), now = extractProduct(input, recipe);
    RecipeTrial::Row row{page, priceIn(then), priceIn(now), now[ProductField::Price].isKnown(),
                         then[ProductField::Price].isKnown()};
    out.priced += row.isKnown, out.pricedBefore += then[ProductField::Price].isKnown();
    out.differ += row.before != row.now;
    out.rows.push_back(std::move(row));
  }
  return out;
}

Result<std::vector<RecipeField>> setRecipe(Workspace& w, const QString& host, const std::vector<RecipeField>& recipe) {
  PW_CHECK(checkRecipe(recipe));
  PW_TRY(Site site, w.sites().site(host));
  std::vector<RecipeField> before = recipeFrom(site.recipe);
  site.recipe = recipeJson(recipe);
  PW_TRY(const int no, w.sites().putSite(w.me(), site));
  PW_CHECK(w.sites().makeDue(no)); // what it reads now counts from the next round on
  return before;
}

} // namespace pricewright
