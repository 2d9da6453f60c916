// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// The watch over competitors' pages.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kMarketErrors[] = {
    ROW("site.unknown", "No site {host} is watched. Add one of its pages first: monitor add."),
    ROW("site.bad-host", "\"{host}\" is no site's name: write shop.example, without a path. Nothing was changed."),
    ROW("site.terms-note-missing",
        "Say what the terms of {host} allow and where they stand: the note is kept with your "
        "name. Nothing was changed."),
    ROW("watch.bad-url", "\"{url}\" is no address of a page. Nothing was added."),
    ROW("watch.unknown-match", "There is no match {match}. Nothing was added."),
    ROW("watch.bad-packs", "Packs are whole numbers from 1 to 10,000. Nothing was added."),
    ROW("market.unknown-match", "There is no match {match}. Nothing was changed."),
    ROW("page.unknown", "This page is no longer kept."),
    ROW("page.damaged", "The page {page} is damaged and cannot be read."),
    ROW("fetch.bad-url", "{url} is not an address that can be fetched ({why})."),
    ROW("fetch.url-too-long", "The address is longer than {limit} bytes."),
    ROW("fetch.bad-scheme", "Only http and https addresses are fetched, not {scheme}."),
    ROW("fetch.credentials", "The address contains a user name or password. Leave them out."),
    ROW("fetch.bad-port", "Port {port} is not one that web pages are fetched from."),
    ROW("fetch.private-address", "{host} is not a public address ({reason}). If it is meant, allow its range in the "
                                 "settings (monitor.allowed-addresses)."),
    ROW("fetch.bad-range", "{range} is not a range of addresses such as 10.20.0.0/16."),
    ROW("extraction.gzip-damaged", "The compressed page is damaged."),
    ROW("extraction.gzip-too-large", "The compressed page is too large once it is unpacked."),
    ROW("extraction.selector", "The selector cannot be read at {position}, \"{text}\"."),
    ROW("extraction.no-selector", "No short selector finds just this place."),
    ROW("usage.bad-json", "This line is no JSON object."),
};
constexpr TextRow kMarketCodes[] = {
    // Steps
    ROW("monitor.fetch", "fetching pages"),
    ROW("monitor.replay", "reading kept pages again"),
    ROW("backtest.origin", "replaying the past"),
    // Why a page did not come
    ROW("fetch.timeout", "no answer in time"),
    ROW("fetch.slow", "the server sends too slowly"),
    ROW("fetch.too-large", "the page is too large"),
    ROW("fetch.too-many-redirects", "redirected in a circle"),
    ROW("fetch.bad-redirect", "redirected to what cannot be fetched"),
    ROW("fetch.redirect-refused", "redirected to another site"),
    ROW("fetch.no-address", "the name leads nowhere"),
    ROW("fetch.no-connection", "nobody answers"),
    ROW("fetch.broken-off", "the connection broke off"),
    ROW("fetch.tls", "its certificate cannot be trusted"),
    ROW("fetch.bad-encoding", "the page is packed wrongly"),
    ROW("fetch.bad-answer", "the answer is no web page"),
    ROW("fetch.cancelled", "cancelled"),
    ROW("crawl.cancelled", "cancelled"),
    ROW("robots.disallowed", "robots.txt does not allow it"),
    ROW("robots.unreachable", "robots.txt cannot be read, so nothing is fetched"),
    ROW("robots.found", "robots.txt was read"),
    ROW("robots.redirected", "robots.txt lies elsewhere"),
    ROW("robots.unavailable", "there is no robots.txt"),
    ROW("robots.given-up", "robots.txt has been out of reach for long"),
    ROW("robots.unchanged", "robots.txt is as it was"),
    ROW("site.down", "the site is down"),
    ROW("site.refuses", "the site denies access, and is left alone"),
    // Why a price is held back, or none is told
    ROW("watch.unconfirmed-jump", "the price jumped; a second look has to confirm it"),
    ROW("watch.unsure", "the page is not clear enough about the price"),
    ROW("watch.other-seller", "a marketplace seller's price, not the shop's"),
    ROW("watch.from-price", "a price \"from\": other variants cost more"),
    ROW("watch.unchanged-unknown", "unchanged, but its price was never read"),
    ROW("page.no-price", "no price on the page"),
    ROW("page.no-currency", "no currency can be told"),
    ROW("page.several-prices", "several prices, and no way to pick"),
    ROW("page.call-for-price", "the price is only told on request"),
    ROW("page.blocked-page", "a captcha or block page"),
    ROW("page.script-only-page", "the page is made by scripts"),
    ROW("page.not-found-page", "the page says that it does not exist"),
    ROW("page.empty-page", "the page is empty"),
    // Price texts
    ROW("page.not-positive", "a price of nothing"),
    ROW("page.no-digits", "no number in the text"),
    ROW("page.ambiguous", "it can be read as more than one price"),
    ROW("page.instalments", "only instalments, not the price"),
    ROW("page.negative", "the amount is negative"),
    ROW("page.too-large", "the amount is too large"),
    ROW("page.too-fine", "the amount has more than six decimals"),
    ROW("page.too-long", "the text is too long for a price"),
    // Sites
    ROW("fresh", "fresh"),
    ROW("aging", "some prices are old"),
    ROW("closed", "left alone for now"),
    ROW("terms-open", "terms not accepted yet"),
    ROW("terms-refused", "its terms forbid it"),
    ROW("new", "not looked at yet"),
    ROW("terms-accepted", "its terms are accepted"),
    // Addresses
    ROW("address.unspecified", "no address at all"),
    ROW("address.loopback", "this computer itself"),
    ROW("address.private", "a private network"),
    ROW("address.carrier-nat", "a provider's own network"),
    ROW("address.link-local", "a local link"),
    ROW("address.unique-local", "a local network"),
    ROW("address.metadata", "a cloud's own service"),
    ROW("address.documentation", "for documentation only"),
    ROW("address.benchmark", "for measurements only"),
    ROW("address.multicast", "for many at once"),
    ROW("address.broadcast", "for all at once"),
    ROW("address.reserved", "reserved"),
    ROW("address.local-name", "a local name"),
    ROW("address.malformed", "no address that exists"),
    // The journal
    ROW("site.added", "site added"),
    ROW("site.changed", "site changed"),
    ROW("site.terms", "terms of a site"),
    ROW("watch.added", "page watched"),
    ROW("watch.switched", "page switched on or off"),
    ROW("match.confirmed", "match confirmed"),
    ROW("matches.suggested", "matches suggested"),
    ROW("matches.decided", "matches confirmed or rejected"),
    ROW("market.watched", "market watched"),
    ROW("pages.forgotten", "old pages deleted"),
};
#undef ROW

} // namespace

std::span<const TextRow> marketErrors() { return kMarketErrors; }
std::span<const TextRow> marketCodes() { return kMarketCodes; }

} // namespace pricewright
