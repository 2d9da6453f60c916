// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/StripeGateway.h"
#include "support/FakeStripe.h"

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

class tst_StripeGateway : public QObject {
  Q_OBJECT
  FixedClock m_clock{fromMillis(1'700'500'000'000)};
  KeptSecrets m_secrets;
  FakeStripe m_fake{3, 1'700'000'000};
  LoopbackServer m_server{[this](const LoopbackServer::Request& r) { return m_fake.answer(r); }};
  std::vector<Duration> m_waits;
  QStringList m_odd; // what lists hold and nobody understands

  StripeSettings settings() {
    StripeSettings s;
    s.api = QUrl(QString::fromLatin1(m_server.url("")));
    s.allowed = *AddressAllowList::parse(u"127.0.0.0/8");
    s.pageSize = 10;
    return s;
  }
  StripeGateway gateway(StripeSettings s) {
    StripeTools tools;
    tools.wait = [this](Duration d) { m_waits.push_back(d); };
    return StripeGateway(std::move(s), m_secrets, m_clock, std::move(tools));
  }
  std::vector<Movement> list(StripeGateway& g, MovementKind kind, Instant from, Instant to, QString* error = nullptr) {
    std::vector<Movement> out;
    const Status done =
        g.pageObjects(kind, from, to,
                      [&](Result<Movement>&& m) -> Status {
                        if (m)
                          out.push_back(*m);
                        else
                          m_odd << m.error().code + u' ' + m.error().arguments.value(QStringLiteral("object"));
                        return {};
                      },
                      {});
    if (error)
      *error = done ? QString() : done.error().code;
    return out;
  }
  const Instant m_first{}, m_last = fromMillis(1'900'000'000'000);

 private slots:
  void initTestCase() { m_fake.live(60, {QStringLiteral("eur"), QStringLiteral("jpy")}); }
  void init() {
    m_secrets.kept = {{stripeKeyName(settings().api), m_fake.key}};
    m_waits.clear(), m_odd.clear();
    m_fake.busyEvery = m_fake.brokenEvery = 0;
  }

  void listsAreReadPageByPageToTheirEnd() {
    StripeGateway g = gateway(settings());
    const std::vector<Movement> all = list(g, MovementKind::Charge, m_first, m_last);
    QCOMPARE(all.size(), 60u);
    QCOMPARE(g.requests(), 6);
    QSet<QString> ids;
    for (const Movement& m : all)
      ids.insert(m.objectId);
    QCOMPARE(ids.size(), 60);
    const std::vector<Movement> one = list(g, MovementKind::Charge, all[30].happened, all[30].happened);
    QVERIFY(!one.empty() && one.size() < 5);
  }

  void aBusyOrBrokenServiceIsAskedAgain() {
    m_fake.busyEvery = 3, m_fake.brokenEvery = 4;
    StripeGateway g = gateway(settings());
    QCOMPARE(list(g, MovementKind::Charge, m_first, m_last).size(), 60u);
    QVERIFY(m_waits.size() >= 2);
    QVERIFY(std::any_of(m_waits.begin(), m_waits.end(), [](Duration d) { return d >= std::chrono::seconds(1); }));
  }

  void itIsNotAskedForEver() {
    m_fake.brokenEvery = 1;
    StripeGateway g = gateway(settings());
    QString error;
    list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.http"));
    QCOMPARE(g.requests(), 5);
    m_fake.brokenEvery = 0, m_fake.busyEvery = 1;
    StripeSettings impatient = settings();
    impatient.longestWait = Duration(10);
    StripeGateway h = gateway(impatient);
    list(h, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.busy"));
    QCOMPARE(h.requests(), 1);
  }

  void aWrongKeyIsNotTriedAgainAndNoneIsSaidSo() {
    m_secrets.kept = {{stripeKeyName(settings().api), "sk_wrong"}};
    StripeGateway g = gateway(settings());
    QString error;
    list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.login"));
    QCOMPARE(g.requests(), 1);
    m_secrets.kept.clear();
    list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.no-key"));
    m_secrets.kept = {{stripeKeyName(settings().api), "sk\r\nHost: evil"}};
    list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.no-key"));
    m_secrets.kept = {{stripeKeyName(settings().api), "sk_test_1"}};
    list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.test-mode"));
    QCOMPARE(g.requests(), 1);
  }

  void theKeyIsNotSentInTheClear() {
    StripeSettings s = settings();
    s.allowed = {};
    StripeGateway g = gateway(s);
    QString error;
    list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.not-encrypted"));
    QCOMPARE(g.requests(), 0);
  }

  void oneObjectIsFetchedAndAnUnknownOneIsNone() {
    StripeGateway g = gateway(settings());
    const QString id = list(g, MovementKind::Refund, m_first, m_last).front().objectId;
    QCOMPARE((*g.fetch(MovementKind::Refund, id, {}))->objectId, id);
    QVERIFY(!*g.fetch(MovementKind::Refund, QStringLiteral("re_none"), {}));
    const qint64 asked = g.requests();
    QVERIFY(!*g.fetch(MovementKind::Refund, QStringLiteral("../charges"), {}));
    QCOMPARE(g.requests(), asked);
  }

  void itTellsWhoseBooksTheseAre() {
    StripeGateway g = gateway(settings());
    QCOMPARE(*g.account({}), QStringLiteral("acct_fake"));
    m_fake.account.clear();
    QCOMPARE(g.account({}).error().code, QStringLiteral("gateway.no-account"));
    m_fake.account = QStringLiteral("acct_fake"), m_fake.key = "sk_test_1";
    m_secrets.kept = {{stripeKeyName(settings().api), m_fake.key}};
    QCOMPARE(g.account({}).error().code, QStringLiteral("gateway.test-mode"));
    StripeSettings testing = settings();
    testing.reading.testModeCounts = true;
    QCOMPARE(*gateway(testing).account({}), QStringLiteral("acct_fake/test")); // its money is another
    m_fake.key = "sk_fake";
  }

  void onlyTheServiceItselfSaysThatItKnowsNothing() {
    for (const char* body : {"<html>not found</html>", "{}", R"({"error":{"code":"url_invalid"}})"}) {
      StripeTools tools;
      tools.get = [body](const QUrl&, const QList<QByteArray>&, const JobContext&) {
        FetchAnswer a;
        a.status = 404, a.body = body;
        return a;
      };
      StripeGateway g(settings(), m_secrets, m_clock, std::move(tools));
      QCOMPARE(g.fetch(MovementKind::Charge, QStringLiteral("ch_1"), {}).error().code, QStringLiteral("gateway.http"));
    }
  }

  void whatIsAnsweredInsteadOfWhatWasAskedIsNotTakenForNothing() {
    for (const char* body :
         {"{}", "[", R"({"id":"ch_2","object":"charge","amount":5,"currency":"eur","created":5})",
          R"({"id":"ch_1","object":"payout"})", R"({"id":"ch_1","object":"charge","amount":1e99})"}) {
      StripeTools tools;
      tools.get = [body](const QUrl&, const QList<QByteArray>&, const JobContext&) {
        FetchAnswer a;
        a.status = 200, a.body = body;
        return a;
      };
      StripeGateway g(settings(), m_secrets, m_clock, std::move(tools));
      const auto one = g.fetch(MovementKind::Charge, QStringLiteral("ch_1"), {});
      QVERIFY(!one);
      QCOMPARE(one.error().arguments.value(QStringLiteral("object")), QStringLiteral("ch_1"));
    }
  }

  void oneOddItemOfAListHoldsUpNoOther() {
    StripeTools tools;
    tools.get = [](const QUrl& url, const QList<QByteArray>&, const JobContext&) {
      FetchAnswer a;
      a.status = 200;
      a.body = url.path().endsWith(u"events")
                   ? R"({"data":[5,{"id":"evt_1","type":"x.y","created":5},{"type":"x"}],"has_more":false})"
                   : R"({"data":[null,{"id":"po_1","object":"payout"},{"id":"ch_1","object":"charge","amount":-1,
                        "currency":"eur","created":5,"captured":true},{"id":"ch_2","object":"charge","amount":1,
                        "currency":"???","created":5},{"id":"ch_3","object":"charge","amount":5,"currency":"eur",
                        "created":5,"captured":true}],"has_more":false})";
      return a;
    };
    StripeGateway g(settings(), m_secrets, m_clock, std::move(tools));
    QString error;
    const std::vector<Movement> good = list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QString());
    QCOMPARE(good.size(), 1u);
    QCOMPARE(good.front().objectId, QStringLiteral("ch_3"));
    QCOMPARE(m_odd, (QStringList{"gateway.bad-object ", "gateway.bad-object po_1", "gateway.bad-object ch_1",
                                 "money.unknown-currency ch_2"}));
    QStringList events;
    QVERIFY(g.pageEvents(m_first, m_last,
                         [&](Result<EventFacts>&& event) -> Status {
                           events << (event ? event->id : event.error().code);
                           return {};
                         },
                         {}));
    QCOMPARE(events, (QStringList{"gateway.unreadable", "evt_1", "gateway.unreadable"}));
  }

  void webhooksAreReadOnceTheirSignatureIsGood() {
    m_secrets.kept.insert(QString::fromLatin1(kStripeSigningName), "whsec_next,\n" + m_fake.secret + "\n");
    StripeGateway g = gateway(settings());
    const FakeStripe::Delivery d = m_fake.deliver(0);
    const Instant now = fromMillis(m_fake.now() * 1000);
    const auto event = g.verify(d.body, {{QStringLiteral("stripe-SIGNATURE"), d.header}}, now);
    QVERIFY2(event, event ? "" : qPrintable(event.error().debugText()));
    QCOMPARE(event->id, QStringLiteral("evt_000000"));
    QCOMPARE(g.verify(d.body + ' ', {{QStringLiteral("Stripe-Signature"), d.header}}, now).error().code,
             QStringLiteral("gateway.bad-signature"));
    QCOMPARE(g.verify(d.body, {}, now).error().code, QStringLiteral("gateway.no-signature"));
    QCOMPARE(m_secrets.kept.value(QString::fromLatin1(kStripeSigningName)).right(11), m_fake.secret + "\n");
    m_secrets.kept.remove(QString::fromLatin1(kStripeSigningName));
    QCOMPARE(g.verify(d.body, {}, now).error().code, QStringLiteral("gateway.no-secret"));
  }

  void aListThatNeverEndsIsLeft() {
    StripeTools tools;
    tools.get = [](const QUrl&, const QList<QByteArray>&, const JobContext&) {
      FetchAnswer a;
      a.status = 200, a.body = R"({"data":[{"id":"ch_1","object":"payout"}],"has_more":true})";
      return a;
    };
    StripeGateway g(settings(), m_secrets, m_clock, std::move(tools));
    QString error;
    list(g, MovementKind::Charge, m_first, m_last, &error);
    QCOMPARE(error, QStringLiteral("gateway.loop"));
  }

  void garbageIsSaidToBeGarbage() {
    for (const char* body : {"", "{", "[]", "{\"data\":5}", "<html>"}) {
      StripeTools tools;
      tools.get = [body](const QUrl&, const QList<QByteArray>&, const JobContext&) {
        FetchAnswer a;
        a.status = 200, a.body = body;
        return a;
      };
      StripeGateway g(settings(), m_secrets, m_clock, std::move(tools));
      QString error;
      list(g, MovementKind::Charge, m_first, m_last, &error);
      QCOMPARE(error, QStringLiteral("gateway.unreadable"));
    }
  }
};

QTEST_APPLESS_MAIN(tst_StripeGateway)
#include "tst_StripeGateway.moc"
