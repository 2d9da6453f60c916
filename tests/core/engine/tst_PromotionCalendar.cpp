// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The promotion calendar: what ran, what runs, what is planned; what may be planned, and how it is taken back.
#include "engine/plans/PromotionCalendar.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

using std::chrono::days;

struct Shop : SmallMarket {
  Shop() { cycle(false); }
  Day today() const { return dayOf(clock.now()); }
  PromotionCalendar calendar() { return take(promotionCalendar(*ws)); }
  PromotionWish cut(std::vector<int> listings, int percent, int in = 7, int length = 7) {
    PromotionWish wish;
    wish.listings = std::move(listings);
    wish.from = today() + days(in);
    wish.to = wish.from + days(length - 1);
    wish.cutPercent = percent;
    return wish;
  }
  Money regular(int listing) {
    for (const PublishedPrice& p : take(ws->catalog().regularPricesInForce(clock.now())))
      if (p.listingNo == listing)
        return p.amount;
    qFatal("no price");
  }
  PromotionCheck check(const PromotionWish& wish) { return take(checkPromotions(*ws, wish)).front(); }
  QString refusal(const PromotionWish& wish) {
    const PromotionCheck c = check(wish);
    return c.refusal ? c.refusal->code : QString();
  }
};

} // namespace

class PromotionCalendarTest : public QObject {
  Q_OBJECT
 private slots:
  void nothingIsThereYet() {
    Shop s;
    const PromotionCalendar c = s.calendar();
    QVERIFY(c.rows.empty() && c.running == 0 && c.planned == 0);
    QCOMPARE(c.today, s.today());
  }

  void whatIsPlannedIsInTheCalendar() {
    Shop s;
    const PromotionsPlanned done = take(planPromotions(*s.ws, s.cut({1, 2}, 20)));
    QCOMPARE(done.changes.size(), std::size_t(2));
    QVERIFY(done.refused.empty());
    const PromotionCalendar c = s.calendar();
    QCOMPARE(c.rows.size(), std::size_t(2));
    QCOMPARE(c.planned, 2);
    const PromotionRow& row = c.rows.front();
    QCOMPARE(row.state, PromotionState::Planned);
    QVERIFY(row.price.minor() < row.regular.minor() && *row.discountBp >= 2000 && *row.discountBp < 2800);
    QVERIFY(row.marginBp && *row.marginBp < 4500);
    QVERIFY(!row.unitsDuring);
    const auto entries = take(s.ws->journal().entriesFor(QStringLiteral("promotion"), row.promotion.id.toString()));
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries.front().kind, QStringLiteral("promotion.planned"));
  }

  void aCutEndsOnTheLadder() {
    Shop s;
    const PromotionCheck c = s.check(s.cut({1}, 15));
    const auto exact = s.regular(1).minor() * 85 / 100;
    QVERIFY(c.price.minor() <= exact && c.price.minor() > exact - 10);
    QCOMPARE(c.price.minor() % 10, 9);
  }

  void itsDaysDecideWhetherItRuns() {
    Shop s;
    take(planPromotions(*s.ws, s.cut({1}, 20, 7, 7)));
    s.clock.advance(24h * 7);
    QCOMPARE(s.calendar().rows.front().state, PromotionState::Running);
    s.clock.advance(24h * 6); // its last day
    QCOMPARE(s.calendar().rows.front().state, PromotionState::Running);
    s.clock.advance(24h);
    QCOMPARE(s.calendar().rows.front().state, PromotionState::Past);
    s.clock.advance(24h * 7 * 30);
    QVERIFY(s.calendar().rows.empty());
    QCOMPARE(take(promotionCalendar(*s.ws, 52)).rows.size(), std::size_t(1));
  }

  void whatMayNotBe() {
    Shop s;
    const auto with = [&](auto change) {
      PromotionWish wish = s.cut({1}, 20);
      change(wish);
      return s.refusal(wish);
    };
    QCOMPARE(with([](auto&) {}), QString());
    QCOMPARE(with([](auto& w) { std::swap(w.from, w.to); }), QStringLiteral("catalog.bad-period"));
    QCOMPARE(with([](auto& w) { w.to = w.from + days(366); }), QStringLiteral("promotion.too-long"));
    QCOMPARE(with([&](auto& w) { w.from = w.to = s.today() - days(1); }), QStringLiteral("promotion.past"));
    QCOMPARE(with([](auto& w) { w.cutPercent = 0; }), QStringLiteral("promotion.bad-cut"));
    QCOMPARE(with([](auto& w) { w.cutPercent.reset(); }), QStringLiteral("promotion.price-missing"));
    QCOMPARE(with([](auto& w) { w.channelNo = 77; }), QStringLiteral("catalog.unknown-channel"));
    QCOMPARE(with([](auto& w) { w.listings = {999}; }), QStringLiteral("promotion.no-such-price"));
    const auto priced = [&](Money price) {
      return with([&](auto& w) {
        w.cutPercent.reset();
        w.price = price;
      });
    };
    QCOMPARE(priced(s.regular(1)), QStringLiteral("promotion.not-lower"));
    QCOMPARE(priced(Money(0, s.regular(1).currency())), QStringLiteral("catalog.bad-price"));
    QCOMPARE(priced(Money(100, take(Currency::fromCode(u"EUR")))), QStringLiteral("catalog.wrong-currency"));
    take(s.ws->setBounds(1, {.minMinor = s.regular(1).minor() - 10, .maxMinor = {}, .mapMinor = {}}));
    QCOMPARE(with([](auto&) {}), QStringLiteral("promotion.below-floor"));
    take(s.ws->setBounds(1, {.minMinor = {}, .maxMinor = {}, .mapMinor = s.regular(1).minor() - 10}));
    QCOMPARE(with([](auto&) {}), QStringLiteral("promotion.below-map"));
  }

  void twoOnOneShelfOverlap() {
    Shop s;
    take(planPromotions(*s.ws, s.cut({1}, 20, 7, 7)));
    QCOMPARE(s.refusal(s.cut({1}, 10, 13, 3)), QStringLiteral("promotion.overlaps"));
    QCOMPARE(s.refusal(s.cut({1}, 10, 14, 3)), QString());
    QCOMPARE(s.refusal(s.cut({2}, 10, 13, 3)), QString());
    PromotionWish shown = s.cut({1}, 10, 13, 3); // in the leaflet as well: another kind
    shown.mechanism = QStringLiteral("feature");
    shown.cutPercent.reset();
    QCOMPARE(s.refusal(shown), QString());
  }

  void belowTheMinimumMarginIsAManagersToPlan() {
    Shop s;
    const PromotionWish deep = s.cut({1}, 40); // costs are 55 % of the price
    need(s.ws->catalog().putUser(s.ws->me(), {QStringLiteral("ann"), {}, QStringLiteral("analyst")}));
    s.reopen();
    need(s.ws->actAs(QStringLiteral("ann")));
    QCOMPARE(s.refusal(deep), QStringLiteral("promotion.below-margin"));
    QCOMPARE(planPromotions(*s.ws, deep).error().code, QStringLiteral("promotion.below-margin"));
    QVERIFY(planPromotions(*s.ws, s.cut({2}, 20)));
    s.reopen();
    need(s.ws->actAs(QStringLiteral("max")));
    const PromotionCheck c = s.check(deep);
    QVERIFY(!c.refusal);
    QCOMPARE(c.notes.front().code, QStringLiteral("promotion.below-margin-note"));
    const auto done = take(planPromotions(*s.ws, deep));
    const auto entries =
        take(s.ws->journal().entriesFor(QStringLiteral("promotion"), done.changes.front().after->id.toString()));
    QVERIFY(entries.front().body.contains(QStringLiteral("below_margin_bp")));
  }

  void someMayBeRefusedAndTheOthersPlanned() {
    Shop s;
    take(s.ws->setBounds(2, {.minMinor = s.regular(2).minor() - 10, .maxMinor = {}, .mapMinor = {}}));
    const PromotionsPlanned done = take(planPromotions(*s.ws, s.cut({1, 2, 3}, 20)));
    QCOMPARE(done.changes.size(), std::size_t(2));
    QCOMPARE(done.refused.size(), std::size_t(1));
    QCOMPARE(done.refused.front().listingNo, 2);
  }

  void whatHasBegunKeepsItsPrice() {
    Shop s;
    const auto planned = take(planPromotions(*s.ws, s.cut({1}, 20, 1, 7))).changes.front().after.value();
    const Money price(*planned.what.priceMinor, s.regular(1).currency());
    const Money other(price.minor() - 10, price.currency());
    QVERIFY(changePromotion(*s.ws, planned.id, planned.what.from + days(1), planned.what.to, other));
    QVERIFY(changePromotion(*s.ws, planned.id, planned.what.from, planned.what.to, price));
    s.clock.advance(24h * 2);
    QCOMPARE(changePromotion(*s.ws, planned.id, planned.what.from, planned.what.to, other).error().code,
             QStringLiteral("promotion.begun"));
    QVERIFY(changePromotion(*s.ws, planned.id, planned.what.from, planned.what.to + days(3), price));
    s.clock.advance(24h * 30);
    QCOMPARE(changePromotion(*s.ws, planned.id, planned.what.from, planned.what.to + days(90), price).error().code,
             QStringLiteral("promotion.over"));
    QVERIFY(take(s.ws->verifyAudit()).intact());
  }

  void cancelledBeforeItBeginsOrEndedWhileItRuns() {
    Shop s;
    const Id first = take(planPromotions(*s.ws, s.cut({1}, 20, 1, 7))).changes.front().after->id;
    const Id second = take(planPromotions(*s.ws, s.cut({2}, 20, 20, 7))).changes.front().after->id;
    s.clock.advance(24h * 3);
    const Id both[] = {first, second};
    const auto done = take(cancelPromotions(*s.ws, both));
    QCOMPARE(done[0].after->what.to, s.today());
    QVERIFY(!done[1].after);
    QCOMPARE(s.calendar().rows.size(), std::size_t(1));
    QVERIFY(undoPromotions(*s.ws, done));
    QCOMPARE(s.calendar().rows.size(), std::size_t(2));
    QCOMPARE(undoPromotions(*s.ws, done).error().code, QStringLiteral("engine.changed-meanwhile"));
    s.clock.advance(24h * 7);
    QCOMPARE(cancelPromotions(*s.ws, {&first, 1}).error().code, QStringLiteral("promotion.over"));
    QCOMPARE(cancelPromotions(*s.ws, {both, 2}).error().code, QStringLiteral("promotion.over")); // all or none
    QCOMPARE(s.calendar().rows.size(), std::size_t(2));
  }

  void planningIsUndone() {
    Shop s;
    const auto done = take(planPromotions(*s.ws, s.cut({1, 2}, 20))).changes;
    QVERIFY(undoPromotions(*s.ws, done));
    QVERIFY(s.calendar().rows.empty());
  }

  void decisionsKnowOfIt() {
    Shop s;
    PromotionWish now = s.cut({1}, 20, 0, 14);
    take(planPromotions(*s.ws, now));
    const CycleReport report = s.cycle(false);
    const auto d = s.decisionOf(report, 1);
    QVERIFY(d.has_value());
    const auto view = take(s.ws->detail(d->id));
    QVERIFY(view.pricingCase->listings[std::size_t(view.listingIndex)].onPromotion);
  }

  // Four weeks of promotion at twice the units: what was sold is compared with the eight weeks before, no more.
  void pastPromotionsTellWhatWasSold() {
    Shop s;
    const int monday = toDayNumber(s.today()); // sales end the day before
    const QString between = QStringLiteral("listing_no = 1 AND day >= %1").arg(monday - 28);
    s.sql(qPrintable(QStringLiteral("UPDATE sale SET units_milli = 100000 WHERE listing_no = 1 AND day >= %1 AND day < "
                                    "%2")
                         .arg(monday - 84)
                         .arg(monday - 28)));
    s.sql(qPrintable(QStringLiteral("UPDATE sale SET units_milli = 200000, deal_milli = 1000 WHERE ") + between));
    s.sql(qPrintable(QStringLiteral("INSERT INTO promotion (id, listing_no, from_day, to_day, price_minor) VALUES "
                                    "('01900000-0000-7000-8000-000000000001', 1, %1, %2, 199)")
                         .arg(monday - 28)
                         .arg(monday - 1)));
    const PromotionRow row = s.calendar().rows.front();
    QCOMPARE(row.state, PromotionState::Past);
    QCOMPARE(row.periodsDuring, 4);
    QCOMPARE(row.periodsBefore, 8);
    QCOMPARE(*row.unitsDuring, 200.0);
    QCOMPARE(*row.unitsBefore, 100.0);
    QCOMPARE(std::round(*row.upliftPercent()), 100.0);
  }

  // In Europe a reduction is announced against the lowest price of the 30 days before, promotions counted.
  void whatMayBeAnnounced() {
    Shop s;
    s.sql("UPDATE price_zone SET market = 'DE'");
    s.clock.advance(24h * 60); // long enough at this price
    const PromotionCheck first = s.check(s.cut({1}, 20, 1, 7));
    QVERIFY(!first.refusal);
    QVERIFY(first.announcedPercent.has_value());
    QVERIFY(*first.announcedPercent >= 20);
    take(planPromotions(*s.ws, s.cut({1}, 20, 1, 7)));
    const PromotionCheck again = s.check(s.cut({1}, 10, 12, 7)); // dearer than the promotion before it
    QVERIFY(!again.refusal && !again.announcedPercent);
    QCOMPARE(again.notes.front().code, QStringLiteral("promotion.no-claim"));
  }

  // What may be claimed must be so in every channel: one that has not sold it for long leaves that open.
  void aNewChannelLeavesTheClaimOpen() {
    Shop s;
    s.sql("UPDATE price_zone SET market = 'DE'");
    s.clock.advance(24h * 60);
    QVERIFY(s.check(s.cut({1}, 20, 1, 7)).announcedPercent);
    need(s.ws->catalog().putChannel(s.ws->me(),
                                    {0, {}, QStringLiteral("web"), QStringLiteral("Web"), QStringLiteral("file")}));
    Transaction in = take(Transaction::begin(s.ws->database()));
    const int web = take(s.ws->catalog().load()).channels.back().no;
    need(s.ws->catalog().putPrice(
        in, {1, web, PriceType::Regular, s.regular(1), s.clock.now() - 24h * 5, {}, PriceOrigin::Import}, {}, {}));
    need(in.commit());
    const PromotionCheck check = s.check(s.cut({1}, 20, 1, 7));
    QVERIFY(!check.refusal && !check.announcedPercent);
    QCOMPARE(check.notes.front().code, QStringLiteral("promotion.claim-unknown"));
  }
};

QTEST_GUILESS_MAIN(PromotionCalendarTest)
#include "tst_PromotionCalendar.moc"
