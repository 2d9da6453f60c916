// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Feeds of prices, and browsers that fetch pages.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kFeedErrors[] = {
    ROW("feed.unknown", "There is no feed {feed}. Nothing was changed."),
    ROW("feed.exists", "There is a feed {feed} already. Nothing was changed."),
    ROW("feed.bad-code", "\"{value}\" cannot name a feed: up to 100 characters, no blanks. Nothing was changed."),
    ROW("feed.bad-kind", "A feed is prisync, json, xml or table, not \"{value}\". Nothing was changed."),
    ROW("feed.bad-location", "This is no address or folder, or it holds a password. Nothing was changed."),
    ROW("feed.bad-secret-name",
        "Name the key by letters, digits and _; the key itself never belongs here. Nothing was changed."),
    ROW("feed.bad-pace",
        "A feed is pulled every 1 to 527,040 minutes, with 1 to 6,000 requests a minute. Nothing was changed."),
    ROW("feed.bad-mapping", "The mapping is wrong at {where}: {why}. Nothing was changed."),
    ROW("feed.no-secret", "The key {name} is not there: set it with secret set {name}, or as {variable} in the "
                          "environment. Nothing was asked."),
    // Why a pull ended early. What came before is kept, and what is missing is not taken for gone.
    ROW("feed.bad-json",
        "The JSON is broken or cut off at byte {offset} (line {line}). {rows} rows before it were kept; "
        "what is missing is not taken for gone, and it is asked for again soon."),
    ROW("feed.broken-xml", "The XML is broken or cut off at line {line} ({why}). The rows before it were kept; what is "
                           "missing is not taken for gone."),
    ROW("feed.http", "The service answered HTTP {status}. What came before was kept; it is asked again soon."),
    ROW("feed.login-refused", "The service refuses the login (HTTP {status}). Check the key: secret set."),
    ROW("feed.not-encrypted", "It was not asked: keys go over https only, and {host} was to be asked without."),
    ROW("feed.broken-off",
        "The transfer broke off after {bytes} bytes (line {line}). {rows} whole rows before it were kept, the one that "
        "was cut is none; what is missing is not taken for gone, and it is asked for again soon."),
    ROW("feed.loop", "Its pages go in a circle: the rest was not asked for, what came was kept. Check the mapping's "
                     "\"next\"."),
    ROW("feed.dtd", "The XML declares entities, and is not read: what came before was kept. Ask for a feed without a "
                    "document type."),
    ROW("feed.not-a-feed", "This is neither RSS nor Atom. Nothing was kept; check the address and the feed's kind."),
    ROW("feed.damaged", "The packed file is damaged. Nothing of it was kept; it is read again at the next pull."),
    ROW("feed.bad-secret", "Its key is missing or has the wrong form. Nothing was asked. Set it: secret set NAME."),
    ROW("feed.no-file", "No file is there yet. Nothing was changed; it is looked for again at the next pull."),
    ROW("feed.no-sftp", "This build cannot speak SFTP. Nothing was asked; let the files be dropped into a folder."),
    ROW("feed.sftp", "SFTP failed ({why}). What came before was kept; it is asked again soon."),
    ROW("feed.unknown-host-key", "The server's key is not in known_hosts, so it was not connected to. Nothing was "
                                 "asked; add the key once you have compared it."),
    ROW("feed.cancelled", "It was stopped; what came was kept."),
    ROW("feed.no-items",
        "There is no list of items where the mapping's \"items\" points. Nothing was kept of this page."),
    ROW("feed.no-columns", "The table has no column for {missing}: name it in the mapping's \"fields\"."),
    ROW("feed.in-file",
        "This is said of {file}. The other files were read; this one is tried again at each pull, until "
        "it can be read or is taken away."),
    ROW("feed.too-large", "It is larger than {limit}: the rest was not read, what came before was kept."),
    ROW("feed.too-many-items", "It has more than {limit} rows: the rest was not read, what came before was kept."),
    ROW("feed.too-many-pages", "It has more than {limit} pages: the rest was not asked for, what came was kept."),
    ROW("feed.next-elsewhere", "Its next page is on another host ({host}), and was not asked for. What came was kept."),
    ROW("feed.folder-missing", "The folder {path} is not there."),
    ROW("feed.file-unreadable", "The file {path} cannot be read."),
    ROW("browser.not-installed", "No Chromium was found. Nothing was fetched, the last prices stay. Install chromium, "
                                 "or let the site be asked by requests."),
    ROW("browser.root", "As root, Chromium has no sandbox. Nothing was fetched. Use an ordinary user."),
    ROW("browser.no-start", "The browser could not be started. The last prices stay; check its installation."),
    ROW("proxy.no-listener", "No local port was free ({cause}). Nothing was fetched; try again."),
};
constexpr TextRow kFeedCodes[] = {
    ROW("feed.bad-secret", "its key is missing or has the wrong form"),
    ROW("feed.not-encrypted", "it is not asked: keys go over https only"),
    ROW("feed.login-refused", "the service refuses the login: check the key"),
    ROW("feed.http", "the service answered with an error; what came was kept"),
    ROW("feed.broken-off", "the transfer broke off; whole rows before it were kept"),
    ROW("feed.loop", "its pages go in a circle; what came was kept"),
    ROW("feed.too-many-pages", "too many pages; what came was kept"),
    ROW("feed.next-elsewhere", "its next page is on another host, and was not followed"),
    ROW("feed.too-large", "too large: the rest was not read"),
    ROW("feed.too-many-items", "too many rows: the rest was not read"),
    ROW("feed.damaged", "the packed file is damaged"),
    ROW("feed.dtd", "it declares entities, and is not read"),
    ROW("feed.not-a-feed", "this is neither RSS nor Atom"),
    ROW("feed.broken-xml", "the XML is broken; what came before was kept"),
    ROW("feed.bad-json", "the JSON is broken; what came before was kept"),
    ROW("feed.no-items", "there is no list of items where the mapping points"),
    ROW("feed.no-columns", "a column that is needed is missing"),
    ROW("feed.folder-missing", "the folder is not there"),
    ROW("feed.file-unreadable", "the file cannot be read"),
    ROW("feed.no-file", "no file is there yet"),
    ROW("feed.no-sftp", "this build cannot speak SFTP"),
    ROW("feed.sftp", "SFTP failed"),
    ROW("feed.unknown-host-key", "the server's key is not in known_hosts: not connected"),
    ROW("feed.cancelled", "cancelled; what came was kept"),
    ROW("feed.used", "used goods"),
    ROW("feed.no-price", "no price"),
    ROW("feed.unknown-currency", "an unknown currency"),
    ROW("feed.no-id", "no identifier"),
    ROW("feed.ambiguous-price", "the price can be read in more than one way"),
    ROW("feed.price-from", "a price \"from\""),
    ROW("feed.unit-price", "a price per unit"),
    ROW("feed.bad-price", "this is no price"),
    ROW("feed.no-currency", "no currency"),
    ROW("feed.two-currencies", "the price names one currency, its column another"),
    ROW("feed.bad-sale-period", "the time of the sale cannot be read"),
    ROW("feed.bad-shipping", "what shipping costs cannot be read"),
    ROW("feed.shipping-currency", "shipping in another currency than the price"),
    ROW("feed.bad-time", "the time cannot be read"),
    ROW("feed.future", "from the future"),
    ROW("feed.field-too-long", "a field is too long"),
    ROW("feed.bad-row", "a broken row"),
    ROW("feed.twice", "two prices at once"),
    ROW("feed.no-seller", "no seller"),
    ROW("feed.match-waiting", "its match waits to be decided"),
    ROW("feed.match-rejected", "its match was rejected"),
    ROW("feed.pull", "pulling feeds"),
    ROW("mapping.unknown-member", "nobody knows this member"),
    ROW("mapping.text-wanted", "a text is wanted"),
    ROW("mapping.object-wanted", "an object is wanted"),
    ROW("mapping.no-pointer", "this is no JSON Pointer such as /offer/price"),
    ROW("mapping.no-such-field", "there is no such field"),
    ROW("mapping.no-price", "no field is the price"),
    ROW("mapping.one-way-on", "one of url, token, page and offset is wanted"),
    ROW("mapping.parameter-wanted", "the parameter's name is wanted"),
    ROW("mapping.number-wanted", "a whole number is wanted"),
    ROW("mapping.no-currency", "this is no currency"),
    ROW("mapping.mark-wanted", "a dot or a comma is wanted"),
    ROW("mapping.header-or-parameter", "either header or parameter is wanted"),
    ROW("mapping.bad-name", "this is no name of a header or parameter"),
    ROW("mapping.plain-only", "only plain characters can be sent"),
    ROW("mapping.pattern-wanted", "a pattern for names is wanted, without folders"),
    ROW("mapping.urls-or-summary", "urls or summary is wanted"),
    ROW("feed.added", "feed added"),
    ROW("feed.removed", "feed removed"),
    ROW("feed.changed", "feed changed"),
    ROW("feed.switched", "feed switched on or off"),
    ROW("feed.pulled", "feed pulled"),
    ROW("browser.not-installed", "no Chromium is installed"),
    ROW("browser.root", "no browser is used as root"),
    ROW("browser.no-start", "the browser does not start"),
    ROW("browser.no-sandbox", "pages run without a sandbox, as root"),
    ROW("browser.not-loaded", "a part of the page was not loaded"),
    ROW("browser.crashed", "the browser ended while it loaded the page"),
    ROW("browser.timeout", "the page did not come to rest in time"),
    ROW("browser.memory", "the page needed too much memory"),
    ROW("browser.bypassed", "the answer did not come through our proxy, and was thrown away"),
    ROW("browser.download", "the address leads to a file"),
    ROW("browser.proxy", "a site fetched by browser can have no proxy of its own"),
    ROW("proxy.host-refused", "this host may not be asked"),
    ROW("proxy.no-listener", "no local port was free"),
    ROW("proxy.bad-request", "our proxy refused what the page wanted"),
    ROW("proxy.upgrade", "our proxy refused what the page wanted"),
    ROW("proxy.password", "our proxy refused what the page wanted"),
    ROW("proxy.not-tls", "our proxy refused what the page wanted"),
    ROW("proxy.slow", "our proxy refused what the page wanted"),
    ROW("proxy.busy", "our proxy refused what the page wanted"),
};
#undef ROW

} // namespace

std::span<const TextRow> feedErrors() { return kFeedErrors; }
std::span<const TextRow> feedCodes() { return kFeedCodes; }

} // namespace pricewright
