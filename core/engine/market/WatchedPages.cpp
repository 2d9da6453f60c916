// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages of competitors are watched.
#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/market/MarketMonitor.h"
#include "fetching/Url.h"

namespace pricewright {
namespace {

Result<int> sourceOf(Workspace& w, const QString& host) {
  PW_TRY(const auto sources, w.offers().sources());
  for (const Source& source : sources)
    if (source.code == host)
      return source.no;
  Source source;
  source.code = source.name = host, source.kind = s("web");
  source.informsDemand = false; // their prices follow ours until somebody says otherwise
  return w.offers().putSource(w.me(), source);
}

// The competitor of that code; of a new site without one, the site's name stands for it.
Result<Competitor> competitorOf(Workspace& w, const QString& code, const QString& host) {
  const QString wanted = code.isEmpty() ? host : code;
  PW_TRY(const auto competitors, w.offers().competitors());
  for (const Competitor& c : competitors)
    if (c.code == wanted)
      return c;
  Competitor made;
  made.code = made.name = wanted;
  PW_TRY(made.no, w.offers().putCompetitor(w.me(), made));
  return made;
}

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
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT w.url, w.is_on, m.competitor_no FROM watch w JOIN product_match "
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

Result<PageAdded> addPage(Workspace& w, const PageWish& wish) {
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const AddressAllowList allowed, AddressAllowList::parse(settings.text(u"monitor.allowed-addresses")));
  PW_TRY(const QUrl url, admissibleUrl(wish.url.trimmed(), allowed));
  PageAdded out;
  out.host = Crawl::siteOf(url);
  const Result<Site> known = w.sites().site(out.host);
  PW_TRY(const Competitor competitor, competitorOf(w, wish.competitor, out.host));
  out.competitor = competitor.code, out.siteIsNew = !known;
  Site site;
  if (known) {
    site = *known;
  } else {
    site.host = out.host, site.competitorNo = competitor.no;
    PW_TRY(site.sourceNo, sourceOf(w, out.host));
    PW_TRY(site.no, w.sites().putSite(w.me(), site));
  }
  const QString text = url.toString(QUrl::FullyEncoded);
  PW_CHECK(compareWithWatched(w, wish.listingNo, site.no, competitor.no, text, out));
  PW_TRY(const int match,
         w.sites().putMatch(w.me(), {competitor.no, wish.listingNo, text, wish.title, wish.theirPacks, wish.ourPacks}));
  PW_TRY(out.watchNo, w.sites().putWatch(w.me(), site.no, match, text));
  PW_CHECK(w.sites().switchWatch(w.me(), out.watchNo, true)); // where it had been switched off
  return out;
}

} // namespace pricewright
