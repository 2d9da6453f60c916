// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/MarketWatch.h"
#include "pipeline/monitor/WatchSchedule.h"

#include <QTest>

using namespace pricewright;

namespace {

using std::chrono::hours;
using std::chrono::minutes;

Watch watched(qint64 looks, qint64 moves, int failures = 0, int no = 1) {
  Watch w;
  w.no = no, w.looks = looks, w.moves = moves, w.failures = failures;
  return w;
}

ProductPage page(const char* price, double confidence = 0.95, const char* currency = "USD") {
  ProductPage p;
  p[ProductField::Price].value = QLatin1String(price);
  p[ProductField::Price].amount = Decimal::parse(QString::fromLatin1(price)).value();
  p[ProductField::Price].confidence = confidence;
  if (*currency) {
    p[ProductField::Currency].value = QLatin1String(currency);
    p[ProductField::Currency].confidence = 0.9;
  }
  return p;
}

Amount dollars(const char* text) {
  return {Decimal::parse(QString::fromLatin1(text)).value(), *Currency::fromCode(u"USD")};
}

Site shop() {
  Site s;
  s.host = QStringLiteral("www.bigbox.example");
  return s;
}

} // namespace

class WatchScheduleTest : public QObject {
  Q_OBJECT
 private slots:
  void imageMakersAreLookedAtHourly() {
    for (const qint64 moves : {0, 5, 50})
      QCOMPARE(nextLookAfter(watched(50, moves), SkuRole::Kvi), Duration(hours(1)));
  }

  // What moves is visited more, what stands still less, within the bounds of its role.
  void whatMovesIsVisitedMore() {
    for (const SkuRole role : {SkuRole::Foreground, SkuRole::Background, SkuRole::Tail}) {
      const LookInterval bounds = lookInterval(role);
      Duration before = bounds.longest + hours(1);
      for (const qint64 moves : {0, 2, 10, 60, 100}) {
        const Duration next = nextLookAfter(watched(100, moves), role);
        QVERIFY(next >= bounds.shortest && next <= bounds.longest);
        QVERIFY(next <= before);
        before = next;
      }
      QCOMPARE(nextLookAfter(watched(0, 0), role), bounds.usual); // nothing known: the usual
      QCOMPARE(nextLookAfter(watched(2000, 0), role), bounds.longest);
      QCOMPARE(nextLookAfter(watched(2000, 2000), role), bounds.shortest);
    }
  }

  void failuresAreTriedSoonThenSeldom() {
    Duration before{0};
    for (int failures = 1; failures < 40; ++failures) {
      const Duration next = nextLookAfter(watched(10, 1, failures), SkuRole::Background);
      QVERIFY(next >= before && next <= hours(24));
      before = next;
    }
    QCOMPARE(nextLookAfter(watched(10, 1, 1), SkuRole::Background), Duration(minutes(15)));
    QCOMPARE(before, Duration(hours(24)));
  }

  // Thousands of pages that were added at once do not come due at once, and always in the same order.
  void looksAreSpreadEvenly() {
    const Instant now = *parseInstant(u"2026-03-29T00:59:59Z"); // clocks change in Europe
    std::array<int, 10> bins{};
    for (int no = 1; no <= 5000; ++no) {
      const Instant next = nextLook(watched(0, 0, 0, no), SkuRole::Background, now);
      QCOMPARE(next, nextLook(watched(0, 0, 0, no), SkuRole::Background, now));
      const double part = double((next - now - hours(8)).count()) / double(Duration(hours(8)).count()) / 0.1 + 0.5;
      QVERIFY(part >= 0 && part <= 1);
      ++bins[std::min<std::size_t>(9, std::size_t(part * 10))];
    }
    for (const int count : bins)
      QVERIFY2(count > 420 && count < 580, qPrintable(QString::number(count)));
  }

  void aBudgetStretchesTheRest() {
    std::vector<Watch> watches;
    for (int i = 0; i < 100; ++i)
      watches.push_back(watched(0, 0, 0, i + 1));
    std::vector<PlannedLook> looks;
    for (int i = 0; i < 100; ++i)
      looks.push_back({&watches[std::size_t(i)], i < 10 ? SkuRole::Kvi : SkuRole::Background});
    // 10 × 24 and 90 × 3 looks a day at a cent: 5.10
    QVERIFY(!stretchFor(looks, 0.01, 6).binds());
    QVERIFY(!stretchFor(looks, 0.01, 0).binds()); // no budget
    const BudgetStretch some = stretchFor(looks, 0.01, 3.3);
    QVERIFY(std::abs(some.others - 2.7 / 0.9) < 1e-9);
    QCOMPARE(some.critical, 1.0);
    // Less than the hourly ones cost: the others nearly never, and the hourly ones as often as is paid for.
    const BudgetStretch less = stretchFor(looks, 0.01, 1);
    QVERIFY(less.others > 50 && less.critical > 2.4);
    for (const auto& [stretch, budget] : {std::pair(some, 3.3), std::pair(less, 1.0)}) {
      double cost = 0;
      for (const PlannedLook& l : looks)
        cost += 0.01 * double(Duration(hours(24)).count()) /
                double(nextLookAfter(*l.watch, l.role, stretch.of(l.role)).count());
      QVERIFY2(std::abs(cost - budget) < 1e-6, qPrintable(QString::number(cost)));
    }
  }

  void theBudgetThatIsLeftGoesToTheCriticalOnesFirst() {
    QCOMPARE(looksLeft(0.01, 0.10, 0, 1000), 10);
    QCOMPARE(looksLeft(0.01, 0.10, 0.07, 1000), 3);
    QCOMPARE(looksLeft(0.01, 0.10, 0.5, 1000), 0);
    QCOMPARE(looksLeft(0.01, 0, 5, 1000), 1000);
    QHash<int, SkuRole> roles;
    std::vector<Watch> watches;
    for (int i = 0; i < 6; ++i) {
      watches.push_back(watched(0, 0, 0, i + 1));
      watches.back().listingNo = i, watches.back().siteNo = 1;
      watches.back().next = Instant() + hours(i);
      roles.insert(i, i < 4 ? SkuRole::Background : SkuRole::Kvi);
    }
    std::vector<int> chosen;
    for (const Watch& w : inTurn(watches, roles, 3))
      chosen.push_back(w.listingNo);
    QCOMPARE(chosen, (std::vector<int>{4, 5, 0}));
    QCOMPARE(inTurn(watches, roles, 10).front().listingNo, 0); // where all are asked, the longest due is first
  }

  // What a page says, and what may reach the optimizer.
  void whatIsInDoubtIsHeldBack() {
    const auto reading = [](const ProductPage& p, std::optional<Amount> last = {}, bool jump = false,
                            std::optional<Amount> accepted = {}) {
      return readOffer(p, shop(), QStringLiteral("Big Box"), {last, jump, accepted});
    };
    QCOMPARE(reading(page("4.99")).state, OfferState::Accepted);
    QCOMPARE(reading(page("4.99", 0.4)).reason, QStringLiteral("watch.unsure"));
    QVERIFY(!reading(page("0.00")).price);
    QCOMPARE(reading(page("0.00")).reason, QStringLiteral("page.not-positive"));
    QCOMPARE(reading(page("4.99", 0.9, "")).reason, QStringLiteral("page.no-currency"));
    ProductPage none;
    none.why = QStringLiteral("several-prices");
    QCOMPARE(reading(none).reason, QStringLiteral("page.several-prices"));
    for (const char* same : {"Big Box", "bigbox.example", "BigBox Online GmbH", "bigbox"}) {
      ProductPage p = page("4.99");
      p[ProductField::Seller].value = QLatin1String(same);
      QVERIFY2(reading(p).state == OfferState::Accepted, same);
    }
    ProductPage other = page("4.99");
    other[ProductField::Seller].value = QStringLiteral("Bargain Bazaar");
    QCOMPARE(reading(other).reason, QStringLiteral("watch.other-seller"));
    QCOMPARE(reading(page("4.99"), dollars("49.90")).reason, QStringLiteral("watch.unconfirmed-jump"));
    QCOMPARE(reading(page("4.99"), dollars("4.99"), true).state, OfferState::Accepted);
    QCOMPARE(reading(page("4.99"), dollars("5.99")).state, OfferState::Accepted); // a move, no jump
    // A jump is one from what was accepted, not from what was held back since.
    QCOMPARE(reading(page("4.99"), dollars("1.99"), true, dollars("4.99")).state, OfferState::Accepted);
    QCOMPARE(reading(page("1.99"), dollars("4.99"), false, dollars("4.99")).reason,
             QStringLiteral("watch.unconfirmed-jump"));
    QCOMPARE(reading(page("1.99"), dollars("1.99"), true, dollars("4.99")).state, OfferState::Accepted);
    for (const auto& [flag, why] : {std::pair("auction-price", "watch.auction"),
                                    {"rental-price", "watch.rental"},
                                    {"monthly-price", "watch.monthly"},
                                    {"listing-ended", "watch.ended"},
                                    {"from-price", "watch.from-price"},
                                    {"price-disputed", "watch.unsure"}}) {
      ProductPage marked = page("4.99");
      marked.flags << QLatin1String(flag);
      QCOMPARE(reading(marked).reason, QLatin1String(why));
      QCOMPARE(reading(marked).inStock, QLatin1String(flag) != QLatin1String("listing-ended"));
    }
    ProductPage euros = page("4.99", 0.9, "EUR");
    QCOMPARE(reading(euros, dollars("4.99")).reason, QStringLiteral("watch.unconfirmed-jump"));
    ProductPage soldOut = page("4.99");
    soldOut[ProductField::Availability].value = QStringLiteral("OutOfStock");
    QVERIFY(!reading(soldOut).inStock);
    ProductPage shipped = page("4.99");
    shipped[ProductField::Shipping].value = QStringLiteral("5"),
    shipped[ProductField::Shipping].amount = Decimal::parse(u"5").value();
    QCOMPARE(reading(shipped).shipping, *Decimal::parse(u"5"));
    shipped[ProductField::Shipping].currency = QStringLiteral("USD");
    QCOMPARE(reading(shipped).state, OfferState::Accepted);
    shipped[ProductField::Shipping].currency = QStringLiteral("EUR"); // five euros are not five dollars
    QCOMPARE(reading(shipped).reason, QStringLiteral("watch.shipping-currency"));
    shipped[ProductField::Shipping].amount = Decimal(); // nothing is nothing in any currency
    QCOMPARE(reading(shipped).state, OfferState::Accepted);
    Site euro = shop();
    euro.currency = QStringLiteral("EUR");
    QCOMPARE(readOffer(page("4.99", 0.9, ""), euro, {}, {}).price->currency.code(), QStringLiteral("EUR"));
  }

  void windowsMayReachOverMidnight() {
    Site s;
    const Instant noon = *parseInstant(u"2026-03-02T12:00:00Z"), night = *parseInstant(u"2026-03-02T23:30:00Z");
    QVERIFY(isInWindow(s, noon) && isInWindow(s, night));
    s.windowFrom = 22 * 60, s.windowTo = 6 * 60;
    QVERIFY(!isInWindow(s, noon) && isInWindow(s, night));
    s.windowFrom = 6 * 60, s.windowTo = 22 * 60;
    QVERIFY(isInWindow(s, noon) && !isInWindow(s, night));
  }
};

QTEST_GUILESS_MAIN(WatchScheduleTest)
#include "tst_WatchSchedule.moc"
