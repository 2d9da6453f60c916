// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/LookReader.h"

#include "pipeline/monitor/SiteRecords.h"

namespace pricewright {
namespace {

constexpr Duration kConfirmAfter = std::chrono::minutes(10);
constexpr QLatin1String kJump("watch.unconfirmed-jump");

ProductPage pageFrom(const QByteArray& bytes, const QString& url, const QString& type, const Site& site) {
  return extractProduct({bytes, url, type}, recipeFrom(site.recipe));
}

} // namespace

LookReader::LookReader(const SiteStore& store, const WatchWish& wish, const std::map<int, Competitor>& competitors,
                       WatchReport& report)
    : m_store(store), m_wish(wish), m_competitors(competitors), m_report(report) {}

void LookReader::take(SiteStore::Found& found, const Site& site, const FetchAnswer& answer) {
  answer.status == 304 ? unchanged(found, site) : read(found, site, answer);
}

// The server says that nothing has changed: the page of then is read as it is read today, so that what was in doubt,
// or sold out, stays so.
void LookReader::unchanged(SiteStore::Found& found, const Site& site) {
  ++m_report.unchanged;
  PageLook& look = found.look;
  look.origin = LookOrigin::Unchanged;
  constexpr int kLooksBack = 20;
  if (const auto looks = m_store.looks(found.watch.no, Instant{}, kLooksBack))
    for (const PageLook& before : *looks)
      if (!before.pageSha256.isEmpty()) {
        const Result<QByteArray> page = m_store.page(before.pageSha256);
        if (!page)
          break;
        look.pageSha256 = before.pageSha256;
        return judge(found, site,
                     pageFrom(*page, look.url, before.headers.value(QLatin1String("content-type")).toString(), site));
      }
  --m_report.unchanged, ++m_report.undecided, ++m_report.reasons[QStringLiteral("watch.unchanged-unknown")];
  look.error = found.watch.lastError = QStringLiteral("watch.unchanged-unknown");
  found.watch.etag.clear(), found.watch.lastModified.clear(); // the next look brings the page anew
}

void LookReader::read(SiteStore::Found& found, const Site& site, const FetchAnswer& answer) {
  ++m_report.live;
  found.look.origin = LookOrigin::Live;
  found.page = answer.body;
  Watch& w = found.watch;
  w.etag = QString::fromLatin1(answer.etag.left(512)),
  w.lastModified = QString::fromLatin1(answer.lastModified.left(64));
  judge(found, site, read(w.no, found.look.url, answer, site));
}

// Read once, though the crawl asks beforehand whether the page is worth asking for again.
ProductPage LookReader::read(int watchNo, const QString& url, const FetchAnswer& answer, const Site& site) {
  const auto known = m_read.find(watchNo);
  if (known == m_read.end())
    return pageFrom(answer.body, url, QString::fromLatin1(answer.contentType), site);
  ProductPage page = std::move(known->second);
  m_read.erase(known);
  return page;
}

// A page without a price where there was one, or where nobody knows yet, may be a slip of the shop's: it is asked for
// again. One that refuses us, is gone or says that it has no price is believed.
bool LookReader::isWorthAnother(const Watch& w, const Site& site, int attempts, const FetchAnswer& answer) {
  const QString url = answer.finalUrl.isEmpty() ? w.url : answer.finalUrl.toString();
  ProductPage page = pageFrom(answer.body, url, QString::fromLatin1(answer.contentType), site);
  const bool isSlip = page.why == u"no-price" || page.why == u"empty-page" || page.why == u"script-only-page";
  m_read.insert_or_assign(w.no, std::move(page));
  constexpr int kOfNewPages = 1;
  return isSlip && (w.lastGood || (!w.last && attempts <= kOfNewPages));
}

// What a page says, and what it is worth as an offer.
void LookReader::judge(SiteStore::Found& found, const Site& site, const ProductPage& page) {
  Watch& w = found.watch;
  found.look.found = toJson(page);
  std::optional<Amount> last;
  if (const Result<Currency> currency = Currency::fromCode(w.currency); w.price && currency)
    last = Amount{*w.price, *currency};
  const auto competitor = m_competitors.find(site.competitorNo);
  const ExpectedPage expected = expectedOf(w);
  PriceBefore before{last, w.lastError == kJump, {}};
  if (expected.accepted)
    before.accepted = expected.accepted->price;
  OfferReading reading = readOffer(page, site, competitor == m_competitors.end() ? QString() : competitor->second.name,
                                   before, m_wish.ours.value(w.listingNo).currency);
  if (!reading.price) {
    --(found.look.origin == LookOrigin::Unchanged ? m_report.unchanged : m_report.live);
    ++m_report.undecided, ++m_report.reasons[reading.reason];
    found.look.error = w.lastError = reading.reason;
    // A block page or an empty shell is no answer, whatever its status says, nor is a page that has lost its price.
    static const QStringList kNoAnswer{QStringLiteral("page.blocked-page"), QStringLiteral("page.script-only-page"),
                                       QStringLiteral("page.redirect-page"), QStringLiteral("page.pdf-page")};
    if (kNoAnswer.contains(reading.reason) || w.lastGood)
      ++w.failures, w.etag.clear(), w.lastModified.clear();
    return;
  }
  w.failures = 0;
  if (reading.state == OfferState::Accepted || reading.reason == kJump)
    if (const QString doubt = doubtAbout(page, *reading.price, expected); !doubt.isEmpty())
      reading.state = OfferState::Quarantined, reading.reason = doubt;
  offer(found, site, reading);
}

ExpectedPage LookReader::expectedOf(const Watch& w) const {
  const WatchWish::Ours ours = m_wish.ours.value(w.listingNo);
  ExpectedPage out;
  out.ours = ours.product, out.ourPrice = ours.price;
  out.theirPacks = w.theirPacks, out.ourPacks = w.ourPacks;
  // A store that cannot be read is found out where what was found is kept.
  if (const auto before = m_store.lastAccepted(w.no); before && *before)
    out.accepted = ExpectedPage::Before{productFound((*before)->found), (*before)->price};
  return out;
}

void LookReader::offer(SiteStore::Found& found, const Site& site, const OfferReading& reading) {
  Watch& w = found.watch;
  Offer o;
  o.matchNo = w.matchNo, o.sourceNo = site.sourceNo, o.listingNo = w.listingNo;
  const auto competitor = m_competitors.find(site.competitorNo);
  o.seller = competitor == m_competitors.end() ? site.host : competitor->second.code;
  o.observedAt = found.look.at, o.price = *reading.price, o.shipping = reading.shipping;
  o.inStock = reading.inStock, o.state = reading.state, o.stateReason = reading.reason;
  o.evidence = found.look.url;
  ++m_report.offers;
  ++w.looks, w.lastGood = found.look.at, w.lastError = reading.reason;
  w.moves += w.price && (*w.price != o.price.value || w.currency != o.price.currency.code());
  if (reading.state == OfferState::Quarantined) {
    ++m_report.quarantined, ++m_report.reasons[reading.reason];
    if (reading.reason == kJump)
      w.next = found.look.at + kConfirmAfter, w.etag.clear(), w.lastModified.clear();
  }
  w.price = o.price.value, w.currency = o.price.currency.code();
  found.offer = std::move(o);
}

} // namespace pricewright
