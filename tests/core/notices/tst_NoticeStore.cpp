// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is due, what became of it, and the drain that sends it.
#include "notices/Delivery.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace pricewright;

namespace {

const Instant kThen = fromMillis(1'772'357'400'000);

// Says what it is told to say, and keeps what it was given.
class Sender final : public NoticeSender {
 public:
  std::function<Delivery(const Notice&)> says = [](const Notice&) { return Delivery::sent(); };
  std::vector<Notice> got;
  QString destination(const Notice& notice) const override { return notice.recipient; }
  Status ready(const Notice& notice) override {
    if (notice.recipient == u"unready")
      return fail(QStringLiteral("mail.no-recipient"));
    return {};
  }
  Delivery deliver(const Notice& notice, Instant, const JobContext&) override {
    got.push_back(notice);
    return says(notice);
  }
};

} // namespace

class tst_NoticeStore : public QObject {
  Q_OBJECT
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Database> m_db;
  std::unique_ptr<NoticeStore> m_store;
  FixedClock m_clock{kThen};
  Sender m_mail, m_hook;

  static std::unique_ptr<Database> open(const QString& path, OpenMode mode) {
    auto db = Database::open(path, mode);
    if (!db)
      qFatal("no database");
    return std::move(*db);
  }
  // Number, as the row gets it.
  qint64 add(const char* channel, const char* to = "", Duration dueIn = Duration(0)) {
    static int made = 0;
    auto q = Query::prepare(*m_db, "INSERT INTO notice (channel, recipient, subject, body, payload, made_ms, due_ms, "
                                   "tries, error, key) VALUES (?1, ?2, 's', 'b', '{}', ?3, ?4, 0, '', ?5)");
    q->bind(1, channel).bind(2, to).bind(3, toMillis(m_clock.now())).bind(4, toMillis(m_clock.now() + dueIn));
    if (!q->bind(5, QStringLiteral("k%1").arg(++made)).run())
      qFatal("no row");
    return q->lastRowId();
  }
  QVariantList row(qint64 no) const { // tries, due in ms from now, sent, error
    auto q = Query::prepare(*m_db, "SELECT tries, due_ms, sent_ms, error FROM notice WHERE no = ?1");
    if (!q->bind(1, no).step().value_or(false))
      return {};
    return {q->integer(0), q->integer(1) - toMillis(m_clock.now()), q->isNull(2) ? QVariant() : q->integer(2),
            q->text(3)};
  }
  DeliveryReport drain(const JobContext& job = {}) {
    const auto report = deliverNotices(*m_store, {&m_mail, &m_hook}, m_clock, job);
    if (!report)
      qFatal("not delivered: %s", qPrintable(report.error().debugText()));
    return *report;
  }
  NoticeCounts counts(NoticeChannel channel) const { return m_store->counts(m_clock.now())->at(channel); }

 private slots:
  void init() {
    m_store.reset(), m_db.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const bool isFile = QByteArray(QTest::currentTestFunction()) == "twoDrainsSendEachOnce";
    m_db = open(isFile ? m_folder->filePath(QStringLiteral("w.pricewright")) : QStringLiteral(":memory:"),
                OpenMode::CreateNew);
    QVERIFY(m_db->execute(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS notice (no INTEGER PRIMARY KEY, channel TEXT NOT NULL, recipient TEXT NOT NULL, "
        "subject TEXT NOT NULL, body TEXT NOT NULL, payload TEXT NOT NULL, made_ms INTEGER NOT NULL, due_ms INTEGER "
        "NOT NULL, tries INTEGER NOT NULL, sent_ms INTEGER, error TEXT, key TEXT UNIQUE) STRICT")));
    m_store = std::make_unique<NoticeStore>(*m_db);
    m_clock.set(kThen);
    m_mail.says = m_hook.says = [](const Notice&) { return Delivery::sent(); };
    m_mail.got.clear(), m_hook.got.clear();
  }

  void backoffDoubles() {
    QCOMPARE(noticeBackoff(1), Duration(60'000));
    QCOMPARE(noticeBackoff(2), Duration(120'000));
    QCOMPARE(noticeBackoff(11), Duration(60'000LL * 1024));
    QCOMPARE(noticeBackoff(12), Duration(86'400'000));
    QCOMPARE(noticeBackoff(1'000'000), Duration(86'400'000));
    QCOMPARE(noticeBackoff(-5), Duration(60'000));
  }

  void whatIsDueIsSentOnce() {
    const qint64 now = add("email", "a"), hook = add("webhook", "h"), later = add("email", "a", Duration(5000));
    const qint64 desktop = add("desktop");
    const DeliveryReport report = drain();
    QCOMPARE(report.channels.at(NoticeChannel::Email).sent, 1);
    QCOMPARE(report.channels.at(NoticeChannel::Webhook).sent, 1);
    QCOMPARE(report.sent(), 2);
    QCOMPARE(report.notSent(), 0);
    QCOMPARE(m_mail.got.size(), std::size_t(1));
    QCOMPARE(m_mail.got[0].no, now);
    QCOMPARE(m_mail.got[0].tries, 1);
    QCOMPARE(row(hook)[2].toLongLong(), toMillis(kThen));
    QCOMPARE(row(later)[0].toInt(), 0);
    QCOMPARE(drain().sent(), 0);
    m_clock.advance(Duration(5000));
    QCOMPARE(drain().sent(), 1);
    QCOMPARE(counts(NoticeChannel::Email).sent, 2);
    QCOMPARE(m_store->toShow(m_clock.now(), 10)->size(), std::size_t(1));
    QVERIFY(m_store->markShown(desktop, m_clock.now()));
    QVERIFY(m_store->toShow(m_clock.now(), 10)->empty());
    QCOMPARE(counts(NoticeChannel::Desktop).sent, 1);
  }

  void failuresComeAgainAndEndAfterTwelve() {
    const qint64 no = add("email", "a");
    m_mail.says = [](const Notice&) {
      return Delivery::later(QStringLiteral("smtp.put-off"), QStringLiteral("450 come again"));
    };
    Duration waited{0};
    for (int i = 1; i <= 11; ++i) {
      const DeliveryReport report = drain();
      QCOMPARE(report.channels.at(NoticeChannel::Email).failed, 1);
      QCOMPARE(report.channels.at(NoticeChannel::Email).reasons.value(QStringLiteral("smtp.put-off")), 1);
      QCOMPARE(row(no), (QVariantList{qint64(i), qint64(noticeBackoff(i).count()), QVariant(),
                                      QStringLiteral("smtp.put-off 450 come again")}));
      m_clock.advance(noticeBackoff(i) - Duration(1));
      QCOMPARE(drain().notSent(), 0); // not before its time
      m_clock.advance(Duration(1));
      waited += noticeBackoff(i);
    }
    QCOMPARE(waited, Duration(std::chrono::minutes(2047)));
    const DeliveryReport last = drain();
    QCOMPARE(last.channels.at(NoticeChannel::Email).givenUp, 1);
    m_clock.advance(std::chrono::hours(24 * 400));
    QCOMPARE(drain().notSent(), 0);
    QCOMPARE(m_mail.got.size(), std::size_t(12));
    QCOMPARE(counts(NoticeChannel::Email).givenUp, 1);
    QCOMPARE(counts(NoticeChannel::Email).waiting, 0);
    const auto given = m_store->givenUp(10);
    QCOMPARE(given->size(), std::size_t(1));
    QCOMPARE(given->front().error, QStringLiteral("smtp.put-off 450 come again"));
    QCOMPARE(m_store->retryAll(m_clock.now()).value(), 1);
    m_mail.says = [](const Notice&) { return Delivery::sent(); };
    QCOMPARE(drain().sent(), 1);
    QCOMPARE(row(no)[0].toInt(), 1);
    QCOMPARE(m_store->retryAll(m_clock.now()).value(), 0);
  }

  void whatNeverWillIsGivenUpAtOnce() {
    const qint64 no = add("webhook", "h");
    m_hook.says = [](const Notice&) { return Delivery::never(QStringLiteral("webhook.gone"), QStringLiteral("410")); };
    QCOMPARE(drain().channels.at(NoticeChannel::Webhook).givenUp, 1);
    QCOMPARE(row(no)[3].toString(), QStringLiteral("webhook.gone 410"));
    QCOMPARE(m_store->retry(no + 1, kThen).error().code, QStringLiteral("notice.unknown"));
    QVERIFY(m_store->retry(no, kThen));
    m_hook.says = [](const Notice&) { return Delivery::sent(); };
    QCOMPARE(drain().sent(), 1);
    QCOMPARE(m_store->retry(no, kThen).error().code, QStringLiteral("notice.already-sent"));
  }

  void aWishToWaitIsObeyed() {
    const qint64 no = add("webhook", "h");
    const auto busy = [&](Duration wait) {
      m_hook.says = [wait](const Notice&) {
        Delivery d = Delivery::blocked(QStringLiteral("webhook.busy"));
        d.retryAfter = wait;
        return d;
      };
      (void)drain();
      const qint64 dueIn = row(no)[1].toLongLong();
      m_clock.advance(Duration(dueIn));
      return dueIn;
    };
    QCOMPARE(busy(std::chrono::minutes(7)), 7 * 60'000);
    QCOMPARE(busy(std::chrono::seconds(1)), 2 * 60'000); // never sooner than by ourselves
    QCOMPARE(busy(std::chrono::hours(1000)), 24 * 3'600'000);
  }

  // A server that is down is asked once, not a hundred times.
  void othersToADownServerAreLeft() {
    for (int i = 0; i < 250; ++i)
      add("webhook", i % 2 ? "up" : "down");
    m_hook.says = [](const Notice& n) {
      return n.recipient == u"down" ? Delivery::blocked(QStringLiteral("webhook.timeout")) : Delivery::sent();
    };
    const DeliveryReport report = drain();
    const ChannelReport& c = report.channels.at(NoticeChannel::Webhook);
    QCOMPARE(c.sent, 125);
    QCOMPARE(c.failed, 1);
    QCOMPARE(c.left, 124);
    QCOMPARE(counts(NoticeChannel::Webhook).due, 124); // no try is counted
    m_hook.says = [](const Notice&) { return Delivery::sent(); };
    QCOMPARE(drain().sent(), 124);
  }

  void aChannelThatIsNotSetUpLeavesItsNotices() {
    const qint64 no = add("email", "a");
    const auto report = deliverNotices(*m_store, {nullptr, &m_hook}, m_clock, {});
    QVERIFY(report);
    QCOMPARE(report->channels.at(NoticeChannel::Email).left, 1);
    QCOMPARE(report->channels.at(NoticeChannel::Email).reasons.value(QStringLiteral("notice.not-set-up")), 1);
    QCOMPARE(row(no)[0].toInt(), 0);
  }

  void whatIsToBeMendedHereCostsNoTry() {
    const qint64 no = add("email", "unready");
    add("email", "a");
    const DeliveryReport report = drain();
    QCOMPARE(report.sent(), 1);
    QCOMPARE(report.channels.at(NoticeChannel::Email).left, 1);
    QCOMPARE(report.channels.at(NoticeChannel::Email).reasons.value(QStringLiteral("mail.no-recipient")), 1);
    QCOMPARE(row(no)[0].toInt(), 0);
  }

  void cancelledLeavesTheRest() {
    for (int i = 0; i < 10; ++i)
      add("email", "a");
    std::stop_source stop;
    m_mail.says = [&](const Notice&) {
      if (m_mail.got.size() == 3)
        stop.request_stop();
      return Delivery::sent();
    };
    const DeliveryReport report = drain({stop.get_token(), {}});
    QVERIFY(report.cancelled);
    QCOMPARE(report.sent(), 3);
    QCOMPARE(report.channels.at(NoticeChannel::Email).left, 7);
    QCOMPARE(drain().sent(), 7);
  }

  // Two processes at once, in the worst order: the second looks while the first is sending.
  void twoDrainsSendEachOnce() {
    for (int i = 0; i < 20; ++i)
      add("email", "a");
    const auto other = open(m_folder->filePath(QStringLiteral("w.pricewright")), OpenMode::ReadWrite);
    NoticeStore second(*other);
    Sender otherMail;
    std::multiset<qint64> sent;
    otherMail.says = [&](const Notice& n) {
      sent.insert(n.no);
      return Delivery::sent();
    };
    m_mail.says = [&](const Notice& n) {
      sent.insert(n.no);
      if (n.no % 3 == 0 && !deliverNotices(second, {&otherMail, nullptr}, m_clock, {}))
        qFatal("the second cannot");
      return Delivery::sent();
    };
    (void)drain();
    QCOMPARE(sent.size(), std::size_t(20));
    QCOMPARE(std::set<qint64>(sent.begin(), sent.end()).size(), std::size_t(20));
  }

  // The power goes while a message is on its way: it comes again, later, and its tries count.
  void aCrashWhileSendingCountsAsATry() {
    const qint64 no = add("email", "a");
    for (int i = 1; i <= 12; ++i) {
      QVERIFY(m_store->claim(no, m_clock.now()).value());
      QVERIFY(!m_store->claim(no, m_clock.now()).value());
      QCOMPARE(row(no)[0].toInt(), i);
      if (i < 12)
        m_clock.advance(Duration(row(no)[1].toLongLong()));
    }
    QCOMPARE(counts(NoticeChannel::Email).givenUp, 1); // even what brings the program down does so twelve times only
    QVERIFY(!m_store->claim(no + 1, m_clock.now()).value());
  }

  void sentWithARemark() {
    const qint64 no = add("email", "a");
    m_mail.says = [](const Notice&) {
      Delivery d = Delivery::sent();
      d.code = QStringLiteral("smtp.some-refused"), d.detail = QStringLiteral("bob@shop.example");
      return d;
    };
    const DeliveryReport report = drain();
    QCOMPARE(report.sent(), 1);
    QCOMPARE(report.channels.at(NoticeChannel::Email).reasons.value(QStringLiteral("smtp.some-refused")), 1);
    QCOMPARE(row(no)[3].toString(), QStringLiteral("smtp.some-refused bob@shop.example"));
  }

  void aReadOnlyStoreSendsNothing() {
    add("email", "a");
    QVERIFY(m_db->refuseWrites(true));
    const auto report = deliverNotices(*m_store, {&m_mail, &m_hook}, m_clock, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, QStringLiteral("storage.read-only"));
    QVERIFY(m_mail.got.empty()); // what cannot be marked is not sent
    QVERIFY(m_db->refuseWrites(false));
  }

  void whatOthersSayIsOneShortLine() {
    QCOMPARE(saidLine("550 5.1.1\r\nno\x1b[31m such\tuser\xff"),
             QStringLiteral("550 5.1.1 no [31m such user") + QChar(0xfffd));
    QCOMPARE(saidLine(QByteArray(5000, 'x')).size(), 200);
  }
};

QTEST_GUILESS_MAIN(tst_NoticeStore)
#include "tst_NoticeStore.moc"
