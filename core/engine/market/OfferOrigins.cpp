// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/OfferOrigins.h"

#include "base/Words.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

// A look that a service answered (origin 'api') names the service's own offer: that one did not come from the page.
constexpr char kOrigins[] =
    "SELECT o.no, o.source_no, o.observed_ms, o.import_no IS NOT NULL, l.no IS NOT NULL, "
    "json_extract(l.found, '$.price.confidence'), (SELECT f.kind FROM feed f WHERE f.source_no = o.source_no LIMIT 1) "
    "FROM offer o LEFT JOIN page_look l ON l.offer_no = o.no AND l.origin IN ('live', 'unchanged') "
    "WHERE o.observed_ms > ?1";

QString wayOf(bool isImported, bool isOfPage, const QString& feedKind) {
  if (isImported || isOfPage)
    return isOfPage ? s("page") : s("import");
  if (feedKind.isEmpty())
    return s("import");
  return feedKind == u"prisync" || feedKind == u"json" ? s("api") : s("feed");
}

} // namespace

Result<QHash<qint64, OfferOrigin>> offerOrigins(Workspace& w, Instant since) {
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(Query q, Query::prepare(w.database(), kOrigins));
  q.bind(1, toMillis(since));
  const Instant now = w.clock().now();
  QHash<qint64, OfferOrigin> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    OfferOrigin o;
    const Source source = sources.value(smallInteger(q, 1));
    o.source = source.code, o.isStale = now - fromMillis(q.integer(2)) > source.freshness;
    o.way = wayOf(q.integer(3) != 0, q.integer(4) != 0, q.text(6));
    if (!q.isNull(5))
      o.confidence = q.real(5);
    out.insert(q.integer(0), o);
    return {};
  }));
  return out;
}

} // namespace pricewright
