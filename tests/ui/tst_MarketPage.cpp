// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The market in the window: a page is watched, its terms accepted, its price read and judged, by keys alone.
#include "shell/MarketLink.h"
#include "support/LoopbackServer.h"
#include "support/PageDesk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

LoopbackServer::Reply shopPage(const LoopbackServer::Request& r) {
  LoopbackServer::Reply reply;
  reply.body =
      r.target == "/robots.txt"
          ? QByteArray("User-agent: *\nDisallow:\n")
          : QByteArray("<!doctype html><html lang=\"en-US\"><head><title>Juice</title><script type=\"application/"
                       "ld+json\">{\"@type\":\"Product\",\"name\":\"Juice\",\"offers\":{\"@type\":\"Offer\","
                       "\"price\":\"3.29\",\"priceCurrency\":\"USD\"}}</script></head><body><h1>Juice</h1>"
                       "<span class=\"price\">$3.29</span><button>Add to cart</button></body></html>");
  return reply;
}

struct Desk : PageDesk<MarketPage, MarketLink> {
  LoopbackServer server{shopPage};
  Desk() {
    market.cycle(false);
    need(market.ws->catalog().setSetting(market.ws->me(), QStringLiteral("monitor.allowed-addresses"),
                                         QStringLiteral("127.0.0.0/8")));
    open([this] { return page.offers().lines().shownCount() > 0; });
  }
  void press(int key) { QTest::keyClick(&page.offers(), Qt::Key(key)); }
  void type(const QString& text) {
    page.card().field()->setText(text);
    QTest::keyClick(page.card().field(), Qt::Key_Return);
  }
  int doubtful() {
    int count = 0;
    for (int row = 0; row < page.offerRows().rowCount(); ++row)
      count += page.offerRows().at(row).offer.state == OfferState::Quarantined;
    return count;
  }
  const MarketOffer* offerOf(const QString& seller) {
    for (int row = 0; row < page.offerRows().rowCount(); ++row)
      if (page.offerRows().at(row).offer.seller == seller)
        return &page.offerRows().at(row);
    return nullptr;
  }
};

} // namespace

class MarketPageTest : public QObject {
  Q_OBJECT
 private slots:
  void offersStandBesideOurPrices() {
    Desk d;
    QAbstractItemModelTester offers(d.page.offers().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester sites(d.page.sites().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.page.offers().lines().shownCount(), 36); // three sellers of twelve prices
    QVERIFY(d.page.offerRows().at(0).apartPercent.has_value());
    QVERIFY2(d.page.summary().contains(QStringLiteral("36")), qPrintable(d.page.summary()));
  }

  void aPageIsWatchedByKeysAlone() {
    Desk d;
    d.press(Qt::Key_N);
    QVERIFY(d.page.card().isVisible());
    d.type(QStringLiteral("SKU-01@Z1 ") + QString::fromLatin1(d.server.url("/p1")));
    QVERIFY(d.until([&] { return d.page.sites().lines().shownCount() == 1; }));
    d.press(Qt::Key_R); // nobody has accepted the terms yet
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).state == u"terms-open"; }));
    QVERIFY(d.server.requests().empty());
    d.press(Qt::Key_T);
    QVERIFY(d.page.card().isVisible());
    d.type(QStringLiteral("section 4 allows it"));
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).site.terms == TermsState::Accepted; }));
    const QString seller = d.page.siteRows().at(0).site.host;
    QVERIFY(d.until([&] {
      d.press(Qt::Key_R);
      return d.offerOf(seller) != nullptr;
    }));
    QCOMPARE(d.offerOf(seller)->offer.price.value, *Decimal::parse(u"3.29"));
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).state == u"fresh"; }));
  }

  void offersAreRejectedAndTakenBack() {
    Desk d;
    d.page.offers().focusLine(0);
    const QString key = d.page.offers().focusedKey();
    const auto state = [&] {
      const int row = d.page.offerRows().rowOf(key);
      return row < 0 ? OfferState::Quarantined : d.page.offerRows().at(row).offer.state;
    };
    d.press(Qt::Key_X);
    QVERIFY(d.until([&] { return state() == OfferState::Rejected; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return state() == OfferState::Accepted; }));
  }

  void whatIsTypedWronglyIsSaidInTheForm() {
    Desk d;
    for (const char* bad : {"SKU-99@Z1 https://shop.example/p", "SKU-01 https://shop.example/p", "SKU-01@Z1 nowhere",
                            "SKU-01@Z1 http://10.0.0.1/p"}) {
      d.press(Qt::Key_N);
      d.type(QLatin1String(bad));
      QVERIFY2(d.until([&] { return !d.page.card().wrong().isEmpty(); }), bad);
      QVERIFY(d.page.card().isVisible());
      d.page.card().dismiss();
    }
    QCOMPARE(d.page.sites().lines().shownCount(), 0);
  }

  void readOnlyOnlyLooks() {
    Desk d;
    d.page.setReadOnly(true);
    d.press(Qt::Key_N);
    QVERIFY(!d.page.card().isVisible());
    d.press(Qt::Key_R);
    QCOMPARE(d.doubtful(), 0);
  }
};

QTEST_MAIN(MarketPageTest)
#include "tst_MarketPage.moc"
