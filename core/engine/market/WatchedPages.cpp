// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages of competitors are watched.
#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/market/PageAdder.h"
#include "fetching/Url.h"

namespace pricewright {
namespace {

// What mostly makes no other page: http and https, doubled slashes, and one at the end.
QString withoutOddSlashes(const QString& address) {
  const QUrl url(address);
  QString path = url.path(QUrl::FullyEncoded);
  for (qsizetype before = -1; before != path.size();)
    before = path.size(), path.replace(s("//"), s("/"));
  if (path.endsWith(u'/'))
    path.chop(1);
  return Crawl::siteOf(url) + path + u'?' + url.query(QUrl::FullyEncoded);
}

Status compareWithWatched(Workspace& w, int listingNo, int siteNo, int competitorNo, const QString& address,
                          PageAdded& out) {
  PW_TRY(
      Query q,
      Query::prepare(w.database(),
                     "SELECT w.url, w.is_on AND m.state = 'confirmed', m.competitor_no FROM watch w JOIN product_match "
                     "m ON m.no = w.match_no WHERE m.listing_no = ?1 AND w.site_no = ?2"));
  q.bind(1, listingNo).bind(2, siteNo);
  const QString plain = withoutOddSlashes(address);
  return eachRow(q, [&]() -> Status {
    const QString url = q.text(0);
    const bool isOn = q.integer(1) != 0;
    if (url == address && q.integer(2) == competitorNo)
      out.wasThere = isOn;
    else if (isOn && withoutOddSlashes(url) == plain)
      out.alike = url;
    return {};
  });
}

} // namespace

Result<AddressAllowList> allowedAddresses(Workspace& w) {
  PW_TRY(const Settings settings, w.catalog().settings());
  return AddressAllowList::parse(settings.text(u"monitor.allowed-addresses"));
}

Result<PageBatch::Page> pageOf(const PageWish& wish, const AddressAllowList& allowed) {
  PW_TRY(const QUrl url, admissibleUrl(wish.url.trimmed(), allowed));
  PageBatch::Page page{
      wish.listingNo, url.toString(QUrl::FullyEncoded), Crawl::siteOf(url), wish.competitor, wish.title, std::nullopt};
  if (wish.theirPacks)
    page.packs = Packs(*wish.theirPacks, wish.ourPacks.value_or(1));
  PW_CHECK(PageBatch::check(page));
  return page;
}

Result<PageAdder> PageAdder::begin(Workspace& w) {
  PW_TRY(PageBatch batch, PageBatch::begin(w.database(), w.journal(), w.planner().tools().ids, w.me()));
  return PageAdder(w, std::move(batch));
}

Result<PageAdded> PageAdder::add(const PageBatch::Page& page) {
  PageAdded out;
  out.host = page.host;
  PW_TRY(const PageBatch::Place place, m_batch.place(page));
  out.competitor = place.competitor, out.siteIsNew = place.siteIsNew;
  PW_CHECK(compareWithWatched(m_workspace, page.listingNo, place.siteNo, place.competitorNo, page.url, out));
  PW_TRY(const PageBatch::Added added, m_batch.add(page, place));
  out.watchNo = added.watchNo, out.matchNo = added.matchNo, out.before = added.before;
  out.switchedOn = added.switchedOn;
  return out;
}

Result<PageAdded> addPage(Workspace& w, const PageWish& wish) {
  PW_TRY(const AddressAllowList allowed, allowedAddresses(w));
  PW_TRY(const PageBatch::Page page, pageOf(wish, allowed));
  PW_TRY(PageAdder adder, PageAdder::begin(w));
  PW_TRY(const PageAdded added, adder.add(page));
  PW_CHECK(adder.commit());
  return added;
}

} // namespace pricewright
