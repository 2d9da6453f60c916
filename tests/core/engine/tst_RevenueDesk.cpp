// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/RevenueDesk.h"
#include "engine/texts/Texts.h"
#include "experiments/events/SipHash.h"
#include "support/FakeStripe.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

class KeptSecrets final : public SecretStore {
 public:
  QMap<QString, QByteArray> kept;
  Result<std::optional<QByteArray>> read(const QString& name) override {
    const auto at = kept.constFind(name);
    return at == kept.constEnd() ? std::optional<QByteArray>() : std::optional(*at);
  }
  Status write(const QString&, const QByteArray&) override { return {}; }
  Status remove(const QString&) override { return {}; }
  QString where() const override { return {}; }
};

} // namespace

class tst_RevenueDesk : public QObject {
  Q_OBJECT
  std::unique_ptr<SmallMarket> m;

  QString file(const char* name, const QByteArray& text) {
    QFile f(m->dir.filePath(QLatin1String(name)));
    if (!f.open(QIODevice::WriteOnly))
      qFatal("no file");
    f.write(text);
    return f.fileName();
  }
  // What the fake service answers, without a network.
  static StripeTools toolsFor(FakeStripe& fake) {
    StripeTools tools;
    tools.wait = [](Duration) {};
    tools.get = [&fake](const QUrl& url, const QList<QByteArray>& headers, const JobContext&) {
      LoopbackServer::Request request;
      request.target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
      request.headers.insert("authorization", headers.front().mid(qstrlen("Authorization: ")));
      const LoopbackServer::Reply reply = fake.answer(request);
      FetchAnswer answer;
      answer.status = reply.status, answer.body = reply.body;
      return answer;
    };
    return tools;
  }

 private slots:
  void init() { m = std::make_unique<SmallMarket>(2, 1, 4); }

  void aFileComesInIsCountedAndIsTakenBack() {
    OrderFileWish wish;
    const QByteArray now = isoInstant(m->clock.now()).toUtf8();
    wish.path = file("o.csv", "order,line,sku,amount,currency,time\n1,1,A,10.00,USD," + now + "\n1,2,A,5,USD,never\n");
    const OrderFileReport in = take(ingestOrderFile(*m->ws, wish, {}));
    QCOMPARE(in.load.added, 1);
    QCOMPARE(in.rejected, 1);
    QVERIFY(QFile::exists(in.rejectFile));
    const RevenueStatus status = take(revenueStatus(*m->ws));
    QCOMPARE(status.currencies.size(), 1u);
    QCOMPARE(status.currencies.front().orders, 1);
    QCOMPARE(status.currencies.front().totals.net(), 1000);
    QCOMPARE(status.freshness.state, FeedState::Fresh);
    QVERIFY(undoOrderFile(*m->ws, in.load.id));
    QVERIFY(take(revenueStatus(*m->ws)).currencies.empty());
    QCOMPARE(take(feedFreshness(*m->ws)).state, FeedState::Silent);
  }

  void whereRejectsCannotBeToldNothingIsKept() {
    OrderFileWish wish;
    wish.path = file("o.csv", "order,line,sku,amount,time\n1,1,A,10.00,2026-03-01\n");
    QVERIFY(ingestOrderFile(*m->ws, wish, {}));
    wish.path = file("p.csv", "order,line,sku,amount,time\n1,1,A,11.00,2026-03-01\n2,1,A,5.00,2026-03-01\n");
    wish.rejectFile = m->dir.filePath(QStringLiteral("no folder/r.csv"));
    QCOMPARE(ingestOrderFile(*m->ws, wish, {}).error().code, QStringLiteral("import.reject-file"));
    QCOMPARE(take(revenueStatus(*m->ws)).lines, 1);
    wish.rejectFile = m->dir.filePath(QStringLiteral("r.csv"));
    const OrderFileReport in = take(ingestOrderFile(*m->ws, wish, {}));
    QCOMPARE(in.load.added, 1);
    QCOMPARE(in.rejectedBy.value(QStringLiteral("orders.line-differs")), 1);
    QCOMPARE(in.rejectFile, wish.rejectFile);
  }

  void aShopThatSpeaksNoMoreIsLateThenSilent() {
    OrderFileWish wish;
    wish.path = file("o.csv", "order,sku,amount,time\n1,A,10.00," + isoInstant(m->clock.now()).toUtf8() + "\n");
    QVERIFY(ingestOrderFile(*m->ws, wish, {}));
    m->clock.advance(std::chrono::hours(3));
    QCOMPARE(take(feedFreshness(*m->ws)).state, FeedState::Late);
    m->clock.advance(std::chrono::hours(4));
    QCOMPARE(take(feedFreshness(*m->ws)).state, FeedState::Silent);
  }

  // A file that comes now and holds orders of long ago is no news of now, and both times are told.
  void oldOrdersAreNoFreshRevenue() {
    OrderFileWish wish;
    wish.path = file("o.csv", "order,sku,amount,time\n1,A,10.00,2025-06-01\n");
    QVERIFY(ingestOrderFile(*m->ws, wish, {}));
    const RevenueFreshness old = take(feedFreshness(*m->ws));
    QCOMPARE(old.state, FeedState::Silent);
    QCOMPARE(old.why, QStringLiteral("revenue.old-orders"));
    QCOMPARE(isoInstant(*old.newestOrder).left(10), QStringLiteral("2025-06-01"));
    wish.path = file("p.csv", "order,sku,amount,time\n2,A,10.00," + isoInstant(m->clock.now()).toUtf8() + "\n");
    QVERIFY(ingestOrderFile(*m->ws, wish, {}));
    QCOMPARE(take(feedFreshness(*m->ws)).state, FeedState::Fresh);
  }

  void stripesBooksAreComparedWhenTheyAreDue() {
    FakeStripe fake(4, toMillis(m->clock.now()) / 1000 - 86'400);
    fake.live(50, {QStringLiteral("usd"), QStringLiteral("jpy")});
    m->clock.set(fromMillis(fake.now() * 1000));
    KeptSecrets secrets;
    QVERIFY(!take(reconcileStripeIfDue(*m->ws, secrets, {}, toolsFor(fake)))); // no key
    secrets.kept.insert(stripeKeyName(take(revenueRules(*m->ws)).stripe.api), fake.key);
    const auto first = take(reconcileStripeIfDue(*m->ws, secrets, {}, toolsFor(fake)));
    QVERIFY(first && first->run.isExact);
    QVERIFY(!take(reconcileStripeIfDue(*m->ws, secrets, {}, toolsFor(fake)))); // not due
    m->clock.advance(std::chrono::minutes(61));
    QVERIFY(take(reconcileStripeIfDue(*m->ws, secrets, {}, toolsFor(fake))));
    const RevenueStatus status = take(revenueStatus(*m->ws));
    for (const CurrencyRevenue& c : status.currencies) {
      const FakeStripe::Books& b = fake.books().at(c.currency.code().toLower());
      QCOMPARE(c.totals.captured, b.captured);
      QCOMPARE(c.totals.refunded, b.refunded);
    }
    QCOMPARE(status.freshness.state, FeedState::Fresh);
  }

  void eventsOfAFileAndWebhooksMeetInOneBook() {
    FakeStripe fake(4, toMillis(m->clock.now()) / 1000);
    fake.pay(QStringLiteral("usd"), 1000, {{"order_id", "A1"}});
    m->clock.set(fromMillis(fake.now() * 1000));
    QByteArray lines(5'000'000, 'x'); // a line that is far too long
    lines += '\n';
    for (const FakeStripe::Delivery& d : fake.deliveries(0, 0))
      lines += d.body + '\n';
    const EventsReport in = take(ingestStripeEvents(*m->ws, file("e.jsonl", lines), {}));
    QCOMPARE(in.unreadable, 1);
    QCOMPARE(in.states.value(QStringLiteral("applied")), qint64(fake.events().size()));
    KeptSecrets secrets;
    secrets.kept.insert(QString::fromLatin1(kStripeSigningName), fake.secret);
    const FakeStripe::Delivery again = fake.deliver(0);
    const WebhookAnswer a =
        take(takeStripeWebhook(*m->ws, secrets, again.body, {{QStringLiteral("Stripe-Signature"), again.header}}));
    QCOMPARE(a.state, EventState::Duplicate);
    QCOMPARE(take(orderStore(*m->ws).order(QStringLiteral("stripe"), QStringLiteral("A1"))).state, OrderState::Paid);
  }

  void ordersAreAttributedToThePriceThatWasShown() {
    const Catalog catalog = take(m->ws->catalog().load());
    const QString sku = catalog.skus.front().code;
    OrderFileWish wish;
    wish.path = file("o.csv", "order,sku,amount,time,visitor\n1," + sku.toUtf8() + ",10.00,2026-03-01T10:00:00Z,v1\n");
    QVERIFY(ingestOrderFile(*m->ws, wish, {}));
    const Instant at = take(parseInstant(u"2026-03-01T09:00:00Z"));
    const RevenueAttribution none = take(attributeRevenue(*m->ws, {}, at, at + std::chrono::days(1)));
    QCOMPARE(none.lines.size(), 1u);
    PriceExposure shown;
    shown.unitHash = take(unitHashOf(*m->ws, nameNumber("v1"))); // as tests of prices name him
    shown.listingNo = none.lines.front().listingNo, shown.at = at;
    shown.price = Money(1000, none.lines.front().currency);
    QVERIFY(shown.listingNo > 0);
    const std::vector<PriceExposure> all{shown};
    QCOMPARE(take(attributeRevenue(*m->ws, all, at, at + std::chrono::days(1))).report.attributed, 1);
  }
};

QTEST_MAIN(tst_RevenueDesk)
#include "tst_RevenueDesk.moc"
