// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that were kept, read as the program reads them today.
#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/market/MarketMonitor.h"
#include "pipeline/monitor/SiteRecords.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace pricewright {
namespace {

QString priceIn(const QJsonObject& found) {
  const QString price = found[QLatin1String("price")][QLatin1String("value")].toString();
  const QString currency = found[QLatin1String("currency")][QLatin1String("value")].toString();
  return price.isEmpty() ? found[QLatin1String("why")].toString() : (price + u' ' + currency).trimmed();
}

void nameProductOf(PageDifference& d, const Catalog& catalog, int listingNo) {
  const Listing* listing = catalog.listing(listingNo);
  const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
  const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
  d.sku = sku ? sku->code : QString(), d.zone = zone ? zone->code : QString();
}

// The pages of one address, each read once: mostly it answers that nothing has changed.
class ReplayedPages {
 public:
  ReplayedPages(const SiteStore& store, const Site& site) : m_store(store), m_recipe(recipeFrom(site.recipe)) {}
  // What it says today; none: it is no longer kept.
  Result<std::optional<QString>> priceOf(const PageLook& look) {
    const QString type = look.headers[QLatin1String("content-type")].toString();
    const auto key = std::tuple(look.pageSha256, look.url, type);
    if (const auto known = m_read.find(key); known != m_read.end())
      return known->second;
    const Result<QByteArray> page = m_store.page(look.pageSha256);
    if (!page && !page.error().is(u"page.unknown"))
      return page.error();
    std::optional<QString> price;
    if (page)
      price = priceIn(extractProduct({*page, look.url, type}, m_recipe));
    m_read.emplace(key, price);
    return price;
  }

 private:
  const SiteStore& m_store;
  std::vector<RecipeField> m_recipe;
  std::map<std::tuple<QString, QString, QString>, std::optional<QString>> m_read;
};

} // namespace

Result<PageReplay> replayPages(Workspace& w, Instant since, const QString& host, const JobContext& job) {
  PW_CHECK(checkWatched(w, host));
  PW_TRY(const auto sites, w.sites().sites());
  PW_TRY(const auto watches, w.sites().watches());
  PW_TRY(const Catalog catalog, w.catalog().load());
  std::map<int, const Site*> siteBy;
  for (const Site& site : sites)
    if (host.isEmpty() || site.host == host)
      siteBy[site.no] = &site;
  PageReplay out;
  for (std::size_t i = 0; i < watches.size(); ++i) {
    job.report("monitor.replay", double(i) / double(watches.size()));
    const auto site = siteBy.find(watches[i].siteNo);
    if (site == siteBy.end())
      continue;
    ReplayedPages pages(w.sites(), *site->second);
    PW_CHECK(w.sites().eachLook(watches[i].no, since, [&](const PageLook& look) -> Status {
      if (job.cancelled())
        return fail(s("job.cancelled"));
      if (look.pageSha256.isEmpty())
        return {};
      PW_TRY(const std::optional<QString> now, pages.priceOf(look));
      const QString before = priceIn(look.found);
      if (!now) {
        ++out.gone;
        return {};
      }
      ++out.pages, out.same += *now == before;
      if (*now == before)
        return {};
      PageDifference d{look.no, look.at, look.url, {}, {}, before, *now, look.offerNo.has_value()};
      nameProductOf(d, catalog, watches[i].listingNo);
      out.differences.push_back(std::move(d));
      return {};
    }));
  }
  std::sort(out.differences.begin(), out.differences.end(), [](const PageDifference& a, const PageDifference& b) {
    return std::tie(a.at, a.lookNo) > std::tie(b.at, b.lookNo);
  });
  return out;
}

} // namespace pricewright
