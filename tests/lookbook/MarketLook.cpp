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

MarketBoard board(int offers) {
  MarketBoard b;
  b.status.now = kNow;
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
  return b;
}

} // namespace

void drawMarket(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  for (const QSize size : sizes) {
    MainWindow window(theme);
    window.showWorkspace(QStringLiteral("/home/m/juice.pricewright"), false);
    window.openPage(&window.market());
    window.market().showMarket({});
    if (size == sizes.front())
      draw(window, QStringLiteral("market-empty-") + scheme, size);
    window.market().showMarket(board(120));
    window.market().sites().focusLine(1);
    window.market().offers().focusLine(0);
    draw(window, QStringLiteral("market-") + scheme, size);
    if (size != sizes.front())
      continue;
    WatchReport report;
    report.pages = 444, report.live = 391, report.unchanged = 12, report.failed = 41, report.offers = 388;
    report.quarantined = 4, report.skippedTerms = 12;
    report.closed.insert(QStringLiteral("grocer.example:8443"), QStringLiteral("site.refuses"));
    window.market().showReport(report);
    window.market().askTerms();
    draw(window, QStringLiteral("market-terms-") + scheme, size);
    window.market().card().dismiss();
    window.market().showMarket(board(10'000));
    draw(window, QStringLiteral("market-ten-thousand-") + scheme, size);
  }
}

} // namespace pricewright::test
