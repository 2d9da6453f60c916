// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A shop's payments come by a network that loses, repeats and reorders them. What the books say in the end is compared
// with what the payment service itself counted.
#include "pipeline/revenue/RevenueAgent.h"
#include "pipeline/revenue/StripeGateway.h"
#include "support/FakeStripe.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const QStringList kCurrencies{QStringLiteral("eur"), QStringLiteral("usd"), QStringLiteral("jpy"),
                              QStringLiteral("kwd"), QStringLiteral("isk"), QStringLiteral("huf")};

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

// A workspace's books beside a fake service.
struct Desk {
  FakeStripe& fake;
  FixedClock clock{fromMillis(0)};
  IdSource ids{clock, 7};
  std::unique_ptr<Database> db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
  Journal journal{*db, clock, ids};
  OrderStore store{*db, journal, clock, ids};
  KeptSecrets secrets;
  Telemetry telemetry;
  LoopbackServer server{[this](const LoopbackServer::Request& r) { return fake.answer(r); }};
  std::unique_ptr<StripeGateway> gateway;
  std::unique_ptr<RevenueAgent> agent;

  explicit Desk(FakeStripe& service) : fake(service) {
    StripeSettings s;
    s.api = QUrl(QString::fromLatin1(server.url("")));
    s.allowed = *AddressAllowList::parse(u"127.0.0.0/8");
    secrets.kept = {{stripeKeyName(s.api), fake.key}, {QString::fromLatin1(kStripeSigningName), fake.secret}};
    StripeTools tools;
    tools.wait = [](Duration) {};
    gateway = std::make_unique<StripeGateway>(s, secrets, clock, std::move(tools));
    agent = std::make_unique<RevenueAgent>(store, *gateway, clock, telemetry);
    catchUp();
  }
  void catchUp() { clock.set(fromMillis(fake.now() * 1000)); }
  WebhookAnswer take(const FakeStripe::Delivery& d) {
    return agent->takeWebhook(systemActor(), d.body, {{QStringLiteral("Stripe-Signature"), d.header}});
  }
  ReconcileReport reconcile(ReconcileOptions options = {}) {
    catchUp();
    auto report = agent->reconcile(systemActor(), options, {});
    if (!report)
      qFatal("%s", qPrintable(report.error().debugText()));
    return *report;
  }
  Error refused() {
    catchUp();
    const auto report = agent->reconcile(systemActor(), {}, {});
    return report ? fail(QStringLiteral("not refused")) : report.error();
  }
  // Ours against the service's own count; "" where they agree to the minor unit.
  QString difference() const {
    const TotalsByCurrency ours = *store.totals({});
    QStringList out;
    for (const auto& [currency, b] : fake.books()) {
      MoneyTotals t;
      for (const auto& [c, totals] : ours)
        if (c.code() == currency.toUpper())
          t = totals;
      const auto minor = [&](qint64 amount) { return stripeMoney(amount, currency)->minor(); };
      if (t.captured != minor(b.captured) || t.refunded != minor(b.refunded) || t.disputed != minor(b.disputed) ||
          t.lost != minor(b.lost))
        out << QStringLiteral("%1: %2/%3/%4/%5 against %6/%7/%8/%9")
                   .arg(currency)
                   .arg(t.captured)
                   .arg(t.refunded)
                   .arg(t.disputed)
                   .arg(t.lost)
                   .arg(minor(b.captured))
                   .arg(minor(b.refunded))
                   .arg(minor(b.disputed))
                   .arg(minor(b.lost));
    }
    return out.join(QStringLiteral("; "));
  }
};

} // namespace

class tst_RevenueAgent : public QObject {
  Q_OBJECT
 private slots:
  void anyOrderAndAnyNumberOfDeliveriesGiveTheSameBooks() {
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
      FakeStripe fake(seed, 1'700'000'000);
      fake.live(40, kCurrencies);
      std::vector<Movement> first;
      for (int order = 0; order < 4; ++order) {
        Desk desk(fake);
        for (const FakeStripe::Delivery& d : fake.deliveries(0, 0.3)) {
          QCOMPARE(desk.take(d).status, 200);
          if (fake.below(40) == 0) { // and in between what the lists say now
            ReconcileOptions part;
            part.since = fromMillis((fake.now() - fake.below(20'000)) * 1000);
            desk.reconcile(part);
          }
        }
        QCOMPARE(desk.difference(), QString());
        QCOMPARE(desk.store.eventCounts({})->value(QStringLiteral("waiting")), 0);
        QCOMPARE(desk.store.eventCounts({})->value(QStringLiteral("failed")), 0);
        std::vector<Movement> all = *desk.store.movements({});
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.objectId < b.objectId; });
        // Of payments that came to nothing only lists tell; and when something was last seen may differ.
        std::erase_if(all, [](const Movement& m) {
          return m.kind == MovementKind::Intent && m.status != MovementStatus::Succeeded;
        });
        for (Movement& m : all)
          m.asOf = {};
        if (first.empty())
          first = all;
        QVERIFY(all == first);
      }
    }
  }

  void lostWebhooksAreFoundAndTheBooksAgreeToTheCent() {
    FakeStripe fake(42, 1'700'000'000);
    fake.busyEvery = 7, fake.brokenEvery = 11;
    Desk desk(fake);
    std::size_t told = 0;
    qint64 lost = 0, hours = 0, missed = 0;
    while (hours < 48) {
      fake.live(12, kCurrencies);
      const auto deliveries = fake.deliveries(0.15, 0.2, told);
      std::set<int> came;
      for (const FakeStripe::Delivery& d : deliveries)
        came.insert(d.event);
      lost += qint64(fake.events().size() - told) - qint64(came.size());
      told = fake.events().size();
      desk.catchUp();
      for (const FakeStripe::Delivery& d : deliveries)
        QCOMPARE(desk.take(d).status, 200);
      fake.pass(1);
      const ReconcileReport report = desk.reconcile();
      missed += report.run.missedEvents;
      QVERIFY2(report.run.isExact, qPrintable(report.run.error));
      QCOMPARE(desk.difference(), QString());
      ++hours;
    }
    QVERIFY(lost > 200);
    QCOMPARE(missed, lost); // each of them, and none twice
    const ReconcileReport again = desk.reconcile();
    QCOMPARE(again.run.missedEvents + again.run.missedObjects + again.run.differing + again.run.vanished, 0);
    QVERIFY(desk.journal.verify()->intact());
    qInfo("%zu events, %lld lost and found again, 48 reconciliations", fake.events().size(), lost);
  }

  void withoutReconciliationTheLossWouldBeSeen() { // so that the check above can see
    FakeStripe fake(42, 1'700'000'000);
    Desk desk(fake);
    fake.live(100, kCurrencies);
    for (const FakeStripe::Delivery& d : fake.deliveries(0.15, 0))
      desk.take(d);
    QVERIFY(!desk.difference().isEmpty());
  }

  void changedRowsAreFoundAndPutRight() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    const QString charge = fake.pay(QStringLiteral("eur"), 1000, {{"order_id", "A1"}});
    fake.pay(QStringLiteral("eur"), 500);
    desk.reconcile();
    QVERIFY(desk.db->execute(
        QStringLiteral("UPDATE money_movement SET amount_minor = 9999 WHERE object_id = '%1'").arg(charge)));
    fake.pass(60);
    const ReconcileReport report = desk.reconcile();
    QCOMPARE(report.run.differing, 1);
    QCOMPARE(report.findings.front().code, QStringLiteral("revenue.differs"));
    QCOMPARE(report.findings.front().theirs, QStringLiteral("captured 10.00 EUR"));
    QCOMPARE(report.books.front().before.captured, 10'499);
    QCOMPARE(report.books.front().after.captured, 1500);
    QVERIFY(report.run.isExact);
    QCOMPARE(desk.difference(), QString());
    QCOMPARE(desk.store.order(QStringLiteral("stripe"), QStringLiteral("A1"))->totals.front().second.captured, 1000);
  }

  void whatTheServiceDoesNotKnowIsVoidedAndComesBackIfItDoes() {
    FakeStripe fake(5, 1'700'000'000), elsewhere(6, 1'700'000'000);
    Desk desk(fake);
    elsewhere.pay(QStringLiteral("eur"), 777); // signed with the right secret, and of nobody's books
    fake.pass(600);
    for (int i = 0; i < 3; ++i) {
      const FakeStripe::Delivery d = elsewhere.deliver(i);
      desk.clock.set(fromMillis(elsewhere.now() * 1000));
      QCOMPARE(desk.take(d).status, 200);
    }
    const ReconcileReport report = desk.reconcile();
    QCOMPARE(report.run.vanished, 2); // payment and charge
    QVERIFY(!report.run.isExact);     // whoever voids does not know enough to say so
    QVERIFY(!desk.store.news()->reconciledUpTo);
    QCOMPARE(desk.store.totals({})->size(), 0u);
    fake.pass(-600);
    fake.pay(QStringLiteral("eur"), 777); // the same ids
    fake.pass(600);
    QVERIFY(desk.reconcile().run.isExact);
    QCOMPARE(desk.difference(), QString());
  }

  void anotherAccountsKeyChangesNothing() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    fake.live(10, kCurrencies);
    QVERIFY(desk.reconcile().run.isExact);
    QCOMPARE(desk.store.news()->account, QStringLiteral("acct_fake"));
    const std::vector<Movement> before = *desk.store.movements({});
    fake.account = QStringLiteral("acct_other");
    fake.pay(QStringLiteral("eur"), 1000);
    const Error other = desk.refused();
    QCOMPARE(other.code, QStringLiteral("gateway.other-account"));
    QCOMPARE(other.arguments.value(QStringLiteral("ours")), QStringLiteral("acct_fake"));
    QCOMPARE(other.arguments.value(QStringLiteral("theirs")), QStringLiteral("acct_other"));
    fake.account.clear(); // a key that may not know
    QCOMPARE(desk.refused().code, QStringLiteral("gateway.no-account"));
    QVERIFY(*desk.store.movements({}) == before);
    QCOMPARE(desk.store.runs({}, 10)->size(), 1u);
    fake.account = QStringLiteral("acct_fake");
    QVERIFY(desk.reconcile().run.isExact);
  }

  // Going over to another account is said, and by its name: the rows of the one before stay as they were, apart, and
  // come back with it.
  void anotherAccountMayTakeItsPlace() {
    FakeStripe first(5, 1'700'000'000);
    Desk desk(first);
    first.live(10, kCurrencies);
    QVERIFY(desk.reconcile().run.isExact);
    const std::vector<Movement> before = *desk.store.movements({});
    const auto rowsOf = [&](const char* provider) {
      return desk.store.movements({QLatin1String(provider), {}, {}, true})->size();
    };
    first.account = QStringLiteral("acct_other");
    ReconcileOptions to;
    to.account = QStringLiteral("acct_wrong");
    desk.catchUp();
    QCOMPARE(desk.agent->reconcile(systemActor(), to, {}).error().code, QStringLiteral("gateway.other-account"));
    QVERIFY(*desk.store.movements({}) == before);
    to.account = QStringLiteral("acct_other");
    QVERIFY(desk.reconcile(to).run.isExact);
    QCOMPARE(rowsOf("stripe/acct_fake"), before.size());
    QCOMPARE(desk.store.news(QStringLiteral("stripe"))->account, QStringLiteral("acct_other"));
    first.account = QStringLiteral("acct_fake");
    QCOMPARE(desk.refused().code, QStringLiteral("gateway.other-account"));
    to.account = QStringLiteral("acct_fake");
    QVERIFY(desk.reconcile(to).run.isExact);
    QCOMPARE(rowsOf("stripe/acct_fake"), std::size_t(0));
    QVERIFY(rowsOf("stripe") >= before.size());
    QVERIFY(rowsOf("stripe/acct_other") > 0);
  }

  void whoKnowsTooLittleOfOursIsNotBelieved() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    fake.live(20, kCurrencies);
    desk.catchUp();
    for (const FakeStripe::Delivery& d : fake.deliveries(0, 0))
      QCOMPARE(desk.take(d).status, 200);
    const std::vector<Movement> before = *desk.store.movements({});
    QStringList all;
    for (const auto& [id, object] : fake.objects())
      all << id;
    for (const QString& id : std::as_const(all))
      fake.forget(id);
    fake.pay(QStringLiteral("eur"), 1000); // of the other one's books
    const Error stopped = desk.refused();
    QCOMPARE(stopped.code, QStringLiteral("revenue.too-many-vanished"));
    QCOMPARE(stopped.arguments.value(QStringLiteral("known")).toLongLong(), qint64(before.size()));
    QVERIFY(stopped.arguments.value(QStringLiteral("vanished")).toLongLong() * 5 > qint64(before.size()));
    QVERIFY(*desk.store.movements({}) == before);
    const ReconciliationRun run = desk.store.runs({}, 1)->front();
    QCOMPARE(run.error, stopped.code);
    QVERIFY(!run.isExact);
    QCOMPARE(desk.store.news()->account, QString()); // it is not that one's books that we have
  }

  void aFifthMayVanishAndNoMore() {
    for (const int forgotten : {2, 3}) {
      FakeStripe fake(5, 1'700'000'000);
      Desk desk(fake);
      QStringList charges;
      for (int i = 0; i < 10; ++i) // twenty objects
        charges << fake.pay(QStringLiteral("eur"), 1000);
      desk.reconcile();
      for (int i = 0; i < forgotten; ++i) {
        fake.forget((*desk.store.movement(QStringLiteral("stripe"), charges[i]))->intentRef);
        fake.forget(charges[i]);
      }
      fake.pass(60);
      if (forgotten == 3) {
        QCOMPARE(desk.refused().arguments.value(QStringLiteral("vanished")), QStringLiteral("5"));
        QCOMPARE(desk.store.totals({})->front().second.captured, 10'000);
        continue;
      }
      const ReconcileReport report = desk.reconcile();
      QCOMPARE(report.run.vanished, 4);
      QVERIFY(!report.run.isExact);
      QCOMPARE(desk.store.totals({})->front().second.captured, 8000);
      fake.pass(60);
      QVERIFY(desk.reconcile().run.isExact);
    }
  }

  void whatCannotBeReadIsSetAsideAndNamed() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    const QString known = fake.pay(QStringLiteral("eur"), 1000);
    QVERIFY(desk.reconcile().run.isExact);
    const QString odd = fake.pay(QStringLiteral("eur"), 500), last = fake.pay(QStringLiteral("eur"), 300);
    const std::size_t broken = fake.events().size() - 1;
    const QJsonValue id = fake.events()[broken].value(QStringLiteral("id"));
    fake.spoil(known, "amount", -5), fake.spoil(odd, "currency", QStringLiteral("zzz"));
    fake.spoilEvent(broken, "id", QJsonValue());
    fake.pass(60);
    const ReconcileReport report = desk.reconcile();
    QCOMPARE(report.run.error, QString());
    QCOMPARE(report.unreadable, 3);
    QVERIFY(!report.run.isExact);
    QStringList named;
    for (const ReconcileFinding& f : report.findings)
      if (f.code == u"revenue.unreadable")
        named << f.kind + u' ' + f.objectId + u' ' + f.theirs;
    QCOMPARE(named, (QStringList{QStringLiteral("event  gateway.unreadable"),
                                 QStringLiteral("charge %1 money.unknown-currency").arg(odd),
                                 QStringLiteral("charge %1 gateway.bad-object").arg(known)}));
    QCOMPARE((*desk.store.movement(QStringLiteral("stripe"), last))->amountMinor, 300);
    QCOMPARE((*desk.store.movement(QStringLiteral("stripe"), known))->status, MovementStatus::Captured);
    const auto mark = desk.store.news()->reconciledUpTo;
    fake.spoil(known, "amount", 1000), fake.spoil(odd, "currency", QStringLiteral("eur"));
    fake.spoilEvent(broken, "id", id);
    QVERIFY(desk.reconcile().run.isExact);
    QVERIFY(desk.store.news()->reconciledUpTo > mark);
    QCOMPARE(desk.difference(), QString());
  }

  void whatTheirsTellsBesideTheMoneyIsKept() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    const QString charge = fake.pay(QStringLiteral("eur"), 1000, {{"order_id", "A1"}});
    desk.reconcile();
    const auto kept = [&] { return **desk.store.movement(QStringLiteral("stripe"), charge); };
    const QString intent = kept().intentRef;
    QVERIFY(desk.db->execute(QStringLiteral("UPDATE money_movement SET has_moved = 0; "
                                            "UPDATE money_movement SET order_ref = '' WHERE object_id = '%1'")
                                 .arg(intent)));
    const auto entries = [&] { return desk.journal.verify()->entries; };
    const auto before = entries();
    fake.pass(60);
    const ReconcileReport report = desk.reconcile();
    QCOMPARE(report.completed, 2);
    QCOMPARE(report.run.differing, 0);
    QVERIFY(report.run.isExact);
    QVERIFY(kept().hasMoved);
    QCOMPARE((*desk.store.movement(QStringLiteral("stripe"), intent))->orderRef, QStringLiteral("A1"));
    QCOMPARE(entries(), before + 2); // what was kept, and the run
    QCOMPARE(desk.reconcile().completed, 0);
    fake.spoil(charge, "balance_transaction", QJsonValue()); // it has not moved, whatever we thought
    const ReconcileReport back = desk.reconcile();
    QCOMPARE(back.completed, 1);
    QVERIFY(!kept().hasMoved);
    QVERIFY(back.run.isExact);
  }

  void aServiceThatIsDownLeavesTheBooksInexactAndSaysSo() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    fake.pay(QStringLiteral("eur"), 1000);
    fake.brokenEvery = 1;
    const ReconcileReport down = desk.reconcile();
    QVERIFY(!down.run.isExact);
    QCOMPARE(down.run.error, QStringLiteral("gateway.http"));
    QVERIFY(!desk.store.news()->reconciledUpTo);
    fake.brokenEvery = 0;
    QVERIFY(desk.reconcile().run.isExact);
    QCOMPARE(desk.difference(), QString());
  }

  void withoutAKeyNothingIsAskedAndNothingRecorded() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    desk.secrets.kept.clear();
    const auto report = desk.agent->reconcile(systemActor(), {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, QStringLiteral("gateway.no-key"));
    QVERIFY(!desk.store.news()->lastRun);
  }

  void aServerIsToldWhatToAnswer() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    fake.pay(QStringLiteral("eur"), 1000);
    desk.catchUp();
    const FakeStripe::Delivery good = fake.deliver(0);
    const auto take = [&](const QByteArray& body, const QByteArray& header) { return desk.take({body, header, 0}); };
    QCOMPARE(take(good.body, good.header).state, EventState::Applied);
    QCOMPARE(take(good.body, good.header).state, EventState::Duplicate);
    QCOMPARE(take(good.body, good.header).status, 200);
    QCOMPARE(take(good.body + ' ', good.header).status, 400);
    QCOMPARE(take(good.body, "t=1,v1=00").status, 400);
    const auto signedBody = [&](const QByteArray& body) { return take(body, fake.sign(body, fake.now())); };
    QCOMPARE(signedBody("not JSON").status, 400);
    const WebhookAnswer other =
        signedBody(R"({"id":"evt_x","type":"customer.created","created":1700000000,"data":{}})");
    QCOMPARE(other.status, 200);
    QCOMPARE(other.state, EventState::Ignored);
    const WebhookAnswer odd = signedBody(
        R"({"id":"evt_y","type":"charge.updated","created":1700000000,"data":{"object":{"object":"charge","id":"ch"}}})");
    QCOMPARE(odd.status, 200); // known, and a person can see it
    QCOMPARE(odd.state, EventState::Failed);
    QCOMPARE(signedBody(QByteArray(1'000'001, ' ')).status, 413);
    desk.secrets.kept.clear();
    QCOMPARE(take(good.body, good.header).status, 500); // ours to mend: it shall come again
    desk.secrets.kept = {{QString::fromLatin1(kStripeSigningName), fake.secret}};
    desk.clock.advance(std::chrono::seconds(301));
    QCOMPARE(take(good.body, good.header).code, QStringLiteral("gateway.too-old"));
    QVERIFY(desk.db->refuseWrites(true));
    const FakeStripe::Delivery late = fake.deliver(1);
    QCOMPARE(take(late.body, fake.sign(late.body, fake.now() + 301)).status, 500);
  }

  void eventsComeFromAFileToo() {
    FakeStripe fake(9, 1'700'000'000);
    Desk desk(fake);
    fake.live(100, kCurrencies);
    std::vector<QByteArray> lines{"", "nonsense"};
    for (const FakeStripe::Delivery& d : fake.deliveries(0, 0.1))
      lines.push_back(d.body);
    std::size_t at = 0;
    const auto report = desk.agent->takeEvents(systemActor(),
                                               [&]() -> Result<std::optional<QByteArray>> {
                                                 return at < lines.size() ? std::optional(lines[at++]) : std::nullopt;
                                               },
                                               QStringLiteral("events.jsonl"), {});
    QVERIFY(report);
    QCOMPARE(report->unreadable, 1);
    QCOMPARE(report->read, qint64(lines.size()) - 1);
    QVERIFY(report->states.value(QStringLiteral("duplicate")) > 0);
    QCOMPARE(desk.difference(), QString());
  }

  void aClockThatIsSetBackDoesNotBreakTheWindow() {
    FakeStripe fake(5, 1'700'000'000);
    Desk desk(fake);
    fake.pay(QStringLiteral("eur"), 1000);
    fake.pass(86'400);
    QVERIFY(desk.reconcile().run.isExact);
    fake.pass(-86'000);
    fake.pay(QStringLiteral("eur"), 300);
    QVERIFY(desk.reconcile().run.isExact);
    QCOMPARE(desk.difference(), QString());
  }
};

QTEST_APPLESS_MAIN(tst_RevenueAgent)
#include "tst_RevenueAgent.moc"
