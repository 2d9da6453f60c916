// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Supplier costs change: what changed, from when, which prices it touches, what follows from it, and what became of it.
#include "engine/files/CostInbox.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

struct Shop : SmallMarket {
  Shop() { cycle(false); }
  Amount costOf(int listing) {
    for (int back = 0; back < 900; ++back)
      if (const auto cost =
              take(ws->catalog().costOn(listing, CostKind::Replacement, dayOf(clock.now()) - std::chrono::days(back))))
        return *cost;
    qFatal("no cost");
  }
  // By so many percent, from a day on.
  void change(int listing, int percent, int inDays = 0) {
    const Amount old = costOf(listing);
    take(ws->setCost(listing, CostKind::Replacement, dayOf(clock.now()) + std::chrono::days(inDays),
                     Amount{Decimal::fromMicros(old.value.micros() * (100 + percent) / 100), old.currency}));
  }
  CostInbox inbox() { return take(costInbox(*ws)); }
};

} // namespace

class CostInboxTest : public QObject {
  Q_OBJECT
 private slots:
  void nothingChangedNothingWaits() {
    Shop s;
    QVERIFY(s.inbox().events.empty());
    QCOMPARE(s.inbox().open, 0);
  }

  void whatBeganOnOneDayIsOneEvent() {
    Shop s;
    s.change(1, 10);
    s.change(2, 5);
    s.change(3, -4, 14);
    const CostInbox inbox = s.inbox();
    QCOMPARE(inbox.events.size(), std::size_t(2));
    QVERIFY2(inbox.events[0].from > inbox.today, "the newest day first, also one to come");
    const CostEvent& now = inbox.events[1];
    QCOMPARE(now.rows.size(), std::size_t(2));
    QVERIFY(std::abs(now.rows[0].changePercent() - 10) < 0.01 || std::abs(now.rows[1].changePercent() - 10) < 0.01);
    QVERIFY(now.rows[0].marginBp && now.rows[0].marginBeforeBp && *now.rows[0].marginBp < *now.rows[0].marginBeforeBp);
    QCOMPARE(inbox.open, 2);
  }

  void pricesThatFollow() {
    Shop s;
    s.change(1, 10);
    const CostEvent event = s.inbox().events.front();
    const CostRow& row = event.rows.front();
    const auto rate = passOn(event, PassOn::MarginRate), money = passOn(event, PassOn::MarginMoney),
               half = passOn(event, PassOn::Share, 50), none = passOn(event, PassOn::Share, 0);
    QCOMPARE(rate.front().price.minor(), qint64(std::llround(double(row.price.minor()) * 1.1)));
    QVERIFY(row.price.minor() < money.front().price.minor() &&
            money.front().price.minor() < rate.front().price.minor());
    const double cents = 100 * (row.after.value.toDouble() - row.before.value.toDouble());
    QVERIFY(std::abs(double(money.front().price.minor() - row.price.minor()) - cents) <= 1); // prices net of VAT here
    QVERIFY(std::abs(double(half.front().price.minor() - row.price.minor()) - cents / 2) <= 1);
    QVERIFY2(none.empty(), "the price in force is no proposal");
  }

  void aProposalAnswersARow() {
    Shop s;
    s.change(1, 10);
    s.clock.advance(1min);
    const CostEvent event = s.inbox().events.front();
    const auto made = take(s.ws->proposePrices(passOn(event, PassOn::MarginRate), QStringLiteral("cost change")));
    QVERIFY2(!made.front().decision.isNull(), qPrintable(made.front().why.debugText()));
    const CostInbox after = s.inbox();
    QCOMPARE(after.events.front().rows.front().answered, std::optional(DecisionState::Pending));
    QCOMPARE(after.open, 0);
    QVERIFY(passOn(after.events.front(), PassOn::MarginRate).empty());
    const Id decision = made.front().decision;
    QVERIFY(take(s.ws->withdraw({&decision, 1})).front().done);
    QCOMPARE(s.inbox().open, 1);
  }

  void dealtWithOtherwise() {
    Shop s;
    s.change(1, 10);
    const QString key = s.inbox().events.front().key;
    QVERIFY(dismissCosts(*s.ws, key, QStringLiteral("absorbed until May")));
    CostInbox inbox = s.inbox();
    QVERIFY(inbox.events.front().dismissed && inbox.open == 0);
    QCOMPARE(inbox.events.front().note, QStringLiteral("absorbed until May"));
    QVERIFY(recallCosts(*s.ws, key));
    QCOMPARE(s.inbox().open, 1);
    QCOMPARE(dismissCosts(*s.ws, QStringLiteral("no|1"), {}).error().code, QStringLiteral("cost.unknown-event"));
    QVERIFY(take(s.ws->verifyAudit()).intact());
  }

  void oldChangesLeaveTheInbox() {
    Shop s;
    s.change(1, 10);
    s.clock.advance(24h * 61);
    QVERIFY(s.inbox().events.empty());
    QCOMPARE(take(costInbox(*s.ws, 90)).events.size(), std::size_t(1));
  }
};

QTEST_GUILESS_MAIN(CostInboxTest)
#include "tst_CostInbox.moc"
