// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/MarketLook.h"

#include "shell/MainWindow.h"
#include "statistics/Random.h"

namespace pricewright::test {
namespace {

const Instant kNow = *parseInstant(u"2026-11-29T09:00:00Z");

SiteHealth site(const char* host, const char* name, const char* state, int pages, int stale, const char* closed = "") {
  SiteHealth h;
  h.site.host = QLatin1String(host), h.competitor = QLatin1String(name), h.state = QLatin1String(state);
  h.site.terms = h.state == u"terms-open" ? TermsState::Open : TermsState::Accepted;
  h.site.termsBy = QStringLiteral("max"), h.site.termsNote = QStringLiteral("section 4 of the terms of use");
  h.pages = pages, h.stale = stale, h.due = pages / 9, h.closedWhy = QLatin1String(closed);
  h.looks = h.state == u"terms-open" ? 0 : 24 * pages, h.good = h.looks - 3 * stale;
  if (h.looks > 0)
    h.lastGood = kNow - std::chrono::minutes(stale > 0 ? 1'600 : 7);
  return h;
}

void addHealth(MarketBoard& b) {
  b.currency = *Currency::fromCode(u"USD");
  b.freshness.end = kNow;
  int row = 0;
  for (const char* name : {"Saver", "Big Box", "The Grocer", "De Apotheek", "Markt am Tor"}) {
    FreshRow r{QLatin1String(name), 40 + 43 * row, std::vector<FreshCell>(24)};
    for (int h = 0; h < 24; ++h)
      r.hours[std::size_t(h)] = {row == 0 ? std::max(0.0, 0.9 - 0.05 * h)
                                          : std::min(1.0, 0.55 + 0.12 * row + 0.004 * h),
                                 row == 0 ? 0 : 9, row == 1 ? 2 : 0};
    b.freshness.rows.push_back(std::move(r));
    ++row;
  }
  b.figures.looks = 9'412, b.figures.good = 9'377, b.figures.live = 6'020, b.figures.unchanged = 3'301;
  b.figures.standIn = 56, b.figures.latencyP95 = 1'240, b.figures.cost = 4.71, b.figures.costALook = 0.0005;
  b.figures.budgetADay = 12, b.figures.errorCounts = {{QStringLiteral("fetch.timeout"), 22}};
}

FeedHealth feed(const char* code, const char* kind, const char* error, qint64 rows, qint64 refused, int agoMinutes) {
  FeedHealth h;
  h.feed.code = QLatin1String(code), h.feed.kind = QLatin1String(kind), h.feed.lastError = QLatin1String(error);
  h.feed.lastRun = kNow - std::chrono::minutes(agoMinutes),
  h.feed.next = kNow + std::chrono::minutes(1440 - agoMinutes);
  h.last.items = rows, h.last.unreadable = refused, h.last.offers = rows / 3, h.last.unknown = rows / 2;
  return h;
}

MarketBoard board(int offers) {
  MarketBoard b;
  b.status.now = kNow;
  b.feeds = {feed("bigbox-products", "xml", "", 18'204, 12, 190),
             feed("price-service", "json", "feed.bad-json", 412, 0, 35)};
  b.feeds.push_back({});
  b.feeds.back().feed.code = QStringLiteral("saver-list"), b.feeds.back().feed.kind = QStringLiteral("table");
  b.status.feeds = 3;
  b.status.sites = {
      site("apotheek.example", "De Apotheek", "fresh", 84, 0), site("bigbox.example", "Big Box", "aging", 212, 31),
      site("grocer.example:8443", "The Grocer", "closed", 96, 96, "site.refuses"),
      site("markt.example", "Markt am Tor", "terms-open", 12, 12), site("saver.example", "Saver", "stale", 40, 40)};
  for (const SiteHealth& h : b.status.sites)
    b.status.pages += h.pages, b.status.due += h.due;
  Random random(3);
  const Currency usd = *Currency::fromCode(u"USD"), eur = *Currency::fromCode(u"EUR");
  const char* const sellers[] = {"De Apotheek", "Big Box", "The Grocer", "Saver"};
  const char* const products[] = {"Orange juice, not from concentrate, 64 oz", "Apple juice 1 l", "Oat drink barista",
                                  "Sparkling water 6 × 0.5 l", "Cold brew coffee 250 ml"};
  for (int i = 0; i < offers; ++i) {
    MarketOffer o;
    o.offer.no = i + 1, o.sku = QStringLiteral("OJ-%1").arg(1000 + i), o.zone = QStringLiteral("Z%1").arg(1 + i % 4);
    o.product = QString::fromUtf8(products[i % 5]), o.competitor = QLatin1String(sellers[i % 4]);
    const double ours = 1.5 + 6 * random.uniform(), apart = 30 * (random.uniform() - 0.55);
    o.ours = Money(qint64(100 * ours), usd);
    o.offer.price = {Decimal::fromMicros(qint64(ours * (1 + apart / 100) * 100) * 10'000), i % 11 == 5 ? eur : usd};
    o.apartPercent = apart;
    if (i % 3 == 0)
      o.movePercent = 20 * (random.uniform() - 0.6);
    o.offer.observedAt = kNow - std::chrono::minutes(3 + 17 * i % 4'000);
    o.offer.inStock = i % 13 != 7;
    if (i < std::min(4, offers)) {
      o.offer.state = OfferState::Quarantined;
      const char* const why[] = {"watch.unconfirmed-jump", "factor-slip", "watch.other-seller", "watch.unsure"};
      o.offer.stateReason = QLatin1String(why[i]);
      ++b.status.quarantined;
    }
    b.offers.push_back(o);
  }
  addHealth(b);
  return b;
}

std::vector<MatchPair> matches(int count) {
  const char* const ours[] = {"Orange juice, not from concentrate, 64 oz", "Sparkling water 6 × 0.5 l",
                              "Oat drink barista 1 l", "Cold brew coffee 250 ml"};
  const char* const theirs[] = {"Premium orange juice no concentrate 1.89 l", "Mineral water sparkling 12x500ml",
                                "Barista oat 1L", "Cold brew 330 ml can"};
  const char* const evidence[] = {"gtin", "words:0.87", "brand", "words:0.61"};
  const char* const against[] = {"", "", "", "content-differs"};
  std::vector<MatchPair> out;
  for (int i = 0; i < count; ++i) {
    MatchPair m;
    m.matches = {i + 1, 1000 + i};
    m.competitor = QStringLiteral("Big Box"), m.sku = QStringLiteral("OJ-%1").arg(1000 + i);
    m.product = QString::fromUtf8(ours[i % 4]), m.title = QString::fromUtf8(theirs[i % 4]);
    m.externalCode = QStringLiteral("BB-%1").arg(88'000 + i), m.zones = {QStringLiteral("Z1"), QStringLiteral("Z2")};
    m.confidence = 0.99 - 0.4 * i / count, m.theirPacks = i % 4 == 1 ? 2 : 1;
    m.evidence = {QLatin1String(evidence[i % 4]), QStringLiteral("price")};
    if (*against[i % 4] != 0)
      m.against = {QLatin1String(against[i % 4])};
    out.push_back(std::move(m));
  }
  return out;
}

OfferEvidence evidence(qint64 offer) {
  OfferEvidence e;
  e.offerNo = offer, e.url = QStringLiteral("https://bigbox.example/p/orange-juice-64oz");
  e.source = QStringLiteral("bigbox.example"), e.snippet = QStringLiteral("Now only $3.49 (was $3.99)");
  e.selector = QStringLiteral("#buy > p.price > span.amount"), e.reader = QStringLiteral("json-ld"),
  e.confidence = 0.98;
  PageLook look;
  look.url = e.url, look.status = 200, look.origin = LookOrigin::Live, look.attempts = 2, look.took = Duration(412);
  e.look = look, e.pageKept = true;
  return e;
}

AlertDesk alerts() {
  AlertDesk d;
  const Currency usd = *Currency::fromCode(u"USD");
  d.moves.now = d.indices.now = d.inbox.now = kNow;
  const char* const names[] = {"Big Box", "De Apotheek", "Saver"};
  const char* const products[] = {"Orange juice, not from concentrate, 64 oz", "Oat drink barista 1 l", "Cold brew"};
  for (int i = 0; i < 40; ++i) {
    MarketMoveRow r;
    r.move.kind = i % 9 == 4   ? MoveKind::SoldOut
                  : i % 9 == 7 ? MoveKind::NewSeller
                  : i % 3 == 0 ? MoveKind::Up
                               : MoveKind::Down;
    r.move.offerNo = i, r.sku = QStringLiteral("OJ-%1").arg(1000 + i), r.zone = QStringLiteral("Z1");
    r.product = QString::fromUtf8(products[i % 3]), r.competitor = QLatin1String(names[i % 3]);
    r.move.before = {Decimal::fromMicros(3'490'000 + 70'000 * i), usd};
    const bool moved = r.move.kind == MoveKind::Up || r.move.kind == MoveKind::Down;
    r.move.percent = moved ? (r.move.kind == MoveKind::Up ? 4.1 : -11.5 + 0.2 * i) : 0;
    r.move.after = {Decimal::fromMicros(qint64(r.move.before.value.toDouble() * (100 + r.move.percent)) * 10'000), usd};
    r.move.at = kNow - std::chrono::minutes(9 + 61 * i), r.ours = Money(359 + 7 * i, usd);
    d.moves.rows.push_back(std::move(r));
  }
  for (int i = 0; i < 6; ++i) {
    IndexLine line;
    line.category = i % 2 == 0 ? QString() : QStringLiteral("juice"), line.categoryName = QStringLiteral("Juice");
    line.competitor = i < 2 ? QString() : QLatin1String(names[i % 3]);
    for (int day = 0; day <= 30; ++day) {
      IndexPoint point;
      point.value.index = 101.0 + i - 0.1 * day + (day % 5) * 0.3, point.value.prices = 40 + i;
      line.points.push_back(point);
    }
    d.indices.lines.push_back(std::move(line));
  }
  d.rules.resize(3);
  const std::vector<AlertRule> rules = suggestedAlerts("Europe/Berlin");
  for (std::size_t i = 0; i < d.rules.size(); ++i)
    d.rules[i].rule = rules[i], d.rules[i].isOn = i != 1,
    d.rules[i].id = *Id::parse(QStringLiteral("019a0000-0000-7000-8000-00000000000%1").arg(i));
  d.rules[0].rule.emails = {QStringLiteral("price.team@shop.example")};
  for (int i = 0; i < 4; ++i) {
    AlertEventRow e;
    e.no = i + 1, e.ruleName = rules[std::size_t(i % 3)].name, e.message = i == 3 ? 0 : 1;
    e.event.at = kNow - std::chrono::minutes(7 + 60 * i), e.event.code = QStringLiteral("alert.move-down");
    e.event.value = 23.4 - i, e.event.wasQuiet = i == 3;
    e.event.arguments = {{"competitor", "Big Box"},
                         {"now", "2.79"},
                         {"currency", "USD"},
                         {"product", "Orange juice, not from concentrate, 64 oz"},
                         {"sku", "OJ-1001"},
                         {"zone", "Z1"},
                         {"value", "23.4"},
                         {"before", "3.64"},
                         {"days", "7"},
                         {"seller", "Big Box"}};
    e.deliveries = {{QStringLiteral("desktop"), {}, {}, 1, kNow}, {QStringLiteral("email"), {}, {}, 0, {}}};
    d.inbox.rows.push_back(std::move(e));
  }
  d.categories = {QStringLiteral("juice"), QStringLiteral("coffee")}, d.competitors = {QStringLiteral("bigbox")};
  d.timeZone = "Europe/Berlin";
  return d;
}

RecipeDesk desk() {
  RecipeDesk d;
  d.site.host = QStringLiteral("bigbox.example");
  d.recipe = {{ProductField::Price, QStringLiteral("#buy .amount"), QStringLiteral("data-price")}};
  const char* const texts[] = {"Now only $3.49", "was $3.99", "$1.74 / litre", "Free delivery from $49.00"};
  const char* const prices[] = {"3.49 USD", "3.99 USD", "1.74 USD", "49 USD"};
  const char* const places[] = {"div#buy › p.price › span.amount", "div#buy › p.price › del", "div#buy › small.unit",
                                "header › div.promo"};
  for (int i = 0; i < 4; ++i) {
    d.pages.push_back({i + 1,
                       QStringLiteral("https://bigbox.example/p/%1").arg(i),
                       QStringLiteral("OJ-%1").arg(i),
                       QStringLiteral("Z1"),
                       {},
                       {},
                       kNow});
    d.outline.lines.push_back(
        {NodeId(100 + i), QString::fromUtf8(texts[i]), QString::fromUtf8(places[i]), QString::fromUtf8(prices[i]), 3});
  }
  d.shown = 0;
  return d;
}

RecipeTrial trial(const RecipeDesk& desk) {
  RecipeTrial t;
  for (const KeptPage& page : desk.pages)
    t.rows.push_back({page, page.watchNo == 2 ? QStringLiteral("several-prices") : QStringLiteral("3.49 USD"),
                      page.watchNo == 4 ? QStringLiteral("no-price") : QStringLiteral("3.49 USD"), page.watchNo != 4,
                      page.watchNo != 2});
  t.priced = 3, t.pricedBefore = 3, t.differ = 2;
  return t;
}

FeedTrial triedFeed() {
  FeedTrial t;
  const char* const titles[] = {"Orange juice, not from concentrate, 64 oz", "Oat drink barista 1 l",
                                "Sparkling water 12 × 500 ml", "Cold brew coffee 250 ml"};
  for (int i = 0; i < 12; ++i) {
    FeedItem item;
    item.position = i + 2, item[FeedField::Title] = QString::fromUtf8(titles[i % 4]);
    item[FeedField::Gtin] = QString::number(4006381333900 + i), item[FeedField::Seller] = QStringLiteral("Big Box");
    item.price = {Decimal::fromMicros(2'490'000 + 170'000 * i), *Currency::fromCode(u"USD")};
    t.rows.push_back(item);
  }
  t.counts.items = 12, t.counts.unreadable = 2, t.isCut = true;
  t.counts.first = {{6, QStringLiteral("BB-1004"), QStringLiteral("feed.price-from"), QStringLiteral("from 3.99 USD")},
                    {9, QStringLiteral("BB-1007"), QStringLiteral("feed.no-currency"), QStringLiteral("4.79")}};
  return t;
}

// A feed as it is set up: with something wrong, and tried.
void drawFeed(MainWindow& window, const QString& scheme, const QSize& size, const DrawPicture& draw) {
  MarketPage& page = window.market();
  page.newFeed();
  FeedForm& form = page.feedEditor().form();
  form.kind()->setCurrentIndex(2);
  form.code()->setText(QStringLiteral("price service"));
  form.address()->setText(QStringLiteral("service.example/prices"));
  form.key()->setText(QStringLiteral("abc"));
  page.feedEditor().save();
  draw(window, QStringLiteral("market-feed-wrong-") + scheme, size);
  Feed feed;
  feed.code = QStringLiteral("bigbox-list"), feed.kind = QStringLiteral("table");
  feed.location = QStringLiteral("https://bigbox.example/feeds/prices.csv.gz");
  feed.mapping = {{"constants", QJsonObject{{"currency", "USD"}}}};
  page.feedEditor().begin(feed, QStringLiteral("bigbox"), false);
  page.feedEditor().showTrial(triedFeed());
  draw(window, QStringLiteral("market-feed-") + scheme, size);
  page.leaveFeed();
  page.sites().setFocus();
}

} // namespace

void drawMarket(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  for (const QSize size : sizes) {
    MainWindow window(theme);
    window.showWorkspace(QStringLiteral("/home/m/juice.pricewright"), false);
    window.openPage(&window.market());
    window.market().showMarket({});
    if (size == sizes.front()) {
      draw(window, QStringLiteral("market-empty-") + scheme, size);
      window.market().showView(MarketPage::Sites);
      draw(window, QStringLiteral("market-sites-empty-") + scheme, size);
      window.market().showView(MarketPage::Offers);
    }
    window.market().showMarket(board(120));
    window.market().showMatches(matches(80));
    window.market().showDesk(alerts());
    window.market().offers().focusLine(1);
    window.market().offersPane().showEvidence(evidence(window.market().offersPane().focused()));
    draw(window, QStringLiteral("market-") + scheme, size);
    window.market().showView(MarketPage::Matches);
    window.market().matches().focusLine(0);
    draw(window, QStringLiteral("market-matches-") + scheme, size);
    window.market().showView(MarketPage::Moves);
    draw(window, QStringLiteral("market-moves-") + scheme, size);
    window.market().showView(MarketPage::Alerts);
    draw(window, QStringLiteral("market-alerts-") + scheme, size);
    window.market().makeAlert();
    window.market().alertCard().name()->setText(QStringLiteral("Competitor drops"));
    BackTest tried;
    tried.fired = 14, tried.told = 9, tried.heldQuiet = 3;
    window.market().alertCard().showTried(tried);
    if (size == sizes.front())
      draw(window, QStringLiteral("market-alert-") + scheme, size);
    window.market().alertCard().dismiss();
    window.market().showView(MarketPage::Sites);
    window.market().sites().focusLine(1);
    draw(window, QStringLiteral("market-sites-") + scheme, size);
    window.market().showRecipeDesk(desk());
    window.market().recipe().showTrial(trial(desk()));
    draw(window, QStringLiteral("market-recipe-") + scheme, size);
    window.market().showView(MarketPage::Sites);
    drawFeed(window, scheme, size, draw);
    if (size != sizes.front())
      continue;
    WatchReport report;
    report.pages = 444, report.live = 391, report.unchanged = 12, report.failed = 41, report.offers = 388;
    report.quarantined = 4, report.skippedTerms = 12;
    report.closed.insert(QStringLiteral("grocer.example:8443"), QStringLiteral("site.refuses"));
    window.market().showReport(report, {}, 3, false);
    window.market().askTerms();
    draw(window, QStringLiteral("market-terms-") + scheme, size);
    window.market().card().dismiss();
    window.market().askSite();
    draw(window, QStringLiteral("market-site-") + scheme, size);
    window.market().siteCard().dismiss();
    window.market().showView(MarketPage::Offers);
    window.market().showMarket(board(10'000));
    draw(window, QStringLiteral("market-ten-thousand-") + scheme, size);
  }
}

} // namespace pricewright::test
