// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/MailText.h"

#include "support/Python.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const Instant kThen = fromMillis(1'772'357'400'000); // 2026-03-01 09:30 UTC

MailMessage message(const QString& subject, const QString& body) {
  return {{QStringLiteral("Pricewright"), "prices@shop.example"},
          {{QString(), "anna@shop.example"}},
          subject,
          body,
          kThen,
          QStringLiteral("cycle-1")};
}

// What is left of a text in one line, by rules written down here once more.
QString expectedLine(const QString& text) {
  QString out;
  for (const QChar c : text)
    out +=
        c < u' ' || (c >= QChar(0x7f) && c < QChar(0xa0)) || c == QChar(0x2028) || c == QChar(0x2029) ? QChar(u' ') : c;
  return out.trimmed();
}

QString randomText(QRandomGenerator& random) {
  static const QStringList pieces{QStringLiteral("price"),
                                  QStringLiteral("Preiserhöhung"),
                                  QStringLiteral("価格"),
                                  QStringLiteral("=?UTF-8?Q?x?="),
                                  QStringLiteral("\r\nBcc: evil@x.example"),
                                  QStringLiteral("\r\n\r\nbody"),
                                  QStringLiteral("\n"),
                                  QStringLiteral("\t"),
                                  QStringLiteral(" "),
                                  QStringLiteral("  "),
                                  QString(QChar(0)),
                                  QString(QChar(0x85)),
                                  QString(QChar(0x2028)),
                                  QStringLiteral("😀"),
                                  QStringLiteral("\"quoted\""),
                                  QStringLiteral("\\"),
                                  QStringLiteral("<a@b>"),
                                  QStringLiteral(","),
                                  QStringLiteral("."),
                                  QString(90, u'w'),
                                  QString(50, u'価'),
                                  QStringLiteral("😀").repeated(30),
                                  QStringLiteral("é"),
                                  QStringLiteral("From "),
                                  QStringLiteral("=20"),
                                  QStringLiteral(":"),
                                  QStringLiteral("?="),
                                  QStringLiteral("€ 4.99")};
  QString out;
  const int count = random.bounded(0, 14);
  for (int i = 0; i < count; ++i)
    out += pieces[random.bounded(pieces.size())];
  return out;
}

QList<QByteArray> linesOf(const QByteArray& bytes) {
  QList<QByteArray> out;
  for (qsizetype at = 0; at < bytes.size();) {
    const qsizetype end = bytes.indexOf("\r\n", at);
    out << bytes.mid(at, (end < 0 ? bytes.size() : end) - at);
    at = end < 0 ? bytes.size() : end + 2;
  }
  return out;
}

// Its newer header parser puts spaces between the encoded words of names; the older one does not.
const char kReader[] = R"(
import sys, json, email, email.policy, email.utils
from email.header import decode_header, make_header
out = []
for line in sys.stdin:
    data = bytes.fromhex(line.strip())
    m = email.message_from_bytes(data, policy=email.policy.default)
    to = email.utils.getaddresses([email.message_from_bytes(data)["To"].replace("\r\n", "")])
    out.append({"subject": m["Subject"], "names": [str(make_header(decode_header(n))) for n, _ in to],
                "addresses": [a for _, a in to], "keys": m.keys(), "body": m.get_content(),
                "defects": [str(d) for d in m.defects], "date": m["Date"].datetime.isoformat(), "id": m["Message-ID"]})
print(json.dumps(out))
)";

} // namespace

class tst_MailText : public QObject {
  Q_OBJECT
 private slots:
  void addressesAreRead() {
    const auto some = parseMailAddresses(u"anna@shop.example; \"Bell, Bob \\\"B\\\"\" <bob@Shop.Example>,\n Zoë "
                                         u"<zoe@bücher.example>\r\nanna@shop.example");
    QVERIFY(some);
    const std::vector<MailAddress> wanted{{QString(), "anna@shop.example"},
                                          {QStringLiteral("Bell, Bob \"B\""), "bob@shop.example"},
                                          {QStringLiteral("Zoë"), "zoe@xn--bcher-kva.example"}};
    QCOMPARE(*some, wanted);
  }
  void badAddressesAreRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* bad :
         {"anna", "@shop.example", "anna@", "an na@shop.example", "anna@shop example", "anna@@shop.example",
          ".anna@shop.example", "an..na@shop.example", "anna@shop..example", "anna@-shop.example", "anna@[127.0.0.1]",
          "anna@shop.example>", "<anna@shop.example", "Anna <anna@shop.example> x", "a<b@c.example",
          "änna@shop.example", "\"an na\"@shop.example", "anna@.example"})
      QTest::newRow(bad) << QString::fromUtf8(bad);
    QTest::newRow("long") << QString(65, u'a') + QStringLiteral("@shop.example");
    QTest::newRow("null") << QStringLiteral("anna@shop.example") + QChar(0);
  }
  void badAddressesAreRefused() {
    QFETCH(QString, text);
    const auto read = parseMailAddresses(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("mail.bad-address"));
  }
  void thereIsAtLeastOneAndAtMostAHundred() {
    QCOMPARE(parseMailAddresses(u" ;\n, ").error().code, QStringLiteral("mail.no-recipient"));
    QStringList many;
    for (int i = 0; i < 101; ++i)
      many << QStringLiteral("a%1@shop.example").arg(i);
    QCOMPARE(parseMailAddresses(many.join(u',')).error().code, QStringLiteral("mail.too-many-recipients"));
    QVERIFY(parseMailAddresses(many.mid(1).join(u',')));
    QCOMPARE(parseMailAddresses(QString(1'000'000, u',')).error().code, QStringLiteral("mail.too-many-recipients"));
  }

  void datesAreThoseOfMail() { QCOMPARE(mailDate(kThen), QByteArray("Sun, 01 Mar 2026 09:30:00 +0000")); }

  void aMessageIsWhole() {
    const QByteArray bytes =
        mailBytes(message(QStringLiteral("3 prices wait"), QStringLiteral("One\nTwo\r\n.Three =\n")));
    QVERIFY(
        bytes.startsWith("Date: Sun, 01 Mar 2026 09:30:00 +0000\r\nFrom: \"Pricewright\"\r\n <prices@shop.example>\r\n"
                         "To: anna@shop.example\r\nSubject: 3 prices wait\r\nMessage-ID: <"));
    QVERIFY(bytes.contains("@shop.example>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\nOne\r\nTwo\r\n=2EThree =3D\r\n"));
    MailMessage again = message(QStringLiteral("other"), QString());
    QCOMPARE(bytes.mid(bytes.indexOf("Message-ID"), 45),
             mailBytes(again).mid(mailBytes(again).indexOf("Message-ID"), 45));
    again.key = QStringLiteral("cycle-2");
    QVERIFY(bytes.mid(bytes.indexOf("Message-ID"), 45) !=
            mailBytes(again).mid(mailBytes(again).indexOf("Message-ID"), 45));
  }

  // Whatever a name or subject holds, the header has the same eight fields, short lines and no bytes beyond ASCII.
  void nothingGetsIntoTheHeader() {
    QRandomGenerator random(7);
    for (int i = 0; i < 5000; ++i) {
      MailMessage m = message(randomText(random), randomText(random));
      m.to.front().name = randomText(random), m.from.name = randomText(random);
      const QByteArray bytes = mailBytes(m);
      const QByteArray head = bytes.left(bytes.indexOf("\r\n\r\n"));
      QStringList fields;
      for (const QByteArray& line : linesOf(bytes)) {
        QVERIFY2(line.size() <= 78, line.constData());
        QVERIFY(std::all_of(line.begin(), line.end(),
                            [](char c) { return (uchar(c) >= 32 && uchar(c) < 127) || c == '\t'; }));
      }
      for (const QByteArray& line : linesOf(head)) {
        // Each encoded word is whole characters: some readers decode them one by one.
        for (qsizetype at = line.indexOf("=?UTF-8?B?"); at >= 0; at = line.indexOf("=?UTF-8?B?", at + 10)) {
          const QByteArray word = line.mid(at + 10, line.indexOf("?=", at + 10) - at - 10);
          QVERIFY(word.size() <= 63);
          QVERIFY(!QString::fromUtf8(QByteArray::fromBase64(word)).contains(QChar(0xfffd)));
        }
        QVERIFY(!line.trimmed().isEmpty());
        if (!line.startsWith(' '))
          fields << QString::fromLatin1(line.left(line.indexOf(':')));
      }
      QCOMPARE(fields.join(u' '),
               QStringLiteral("Date From To Subject Message-ID Auto-Submitted MIME-Version Content-Type "
                              "Content-Transfer-Encoding"));
    }
  }

  // Read by a program that is not ours, it says what was written.
  void pythonReadsTheSame() {
    QRandomGenerator random(11);
    std::vector<MailMessage> written;
    QByteArray input;
    for (int i = 0; i < 800; ++i) {
      MailMessage m = message(randomText(random), randomText(random));
      m.to.front().name = randomText(random);
      m.to.push_back({randomText(random), "bob@shop.example"});
      input += mailBytes(m).toHex() + '\n';
      written.push_back(std::move(m));
    }
    QProcess process;
    process.start(python(), {QStringLiteral("-c"), QString::fromLatin1(kReader)});
    if (!process.waitForStarted())
      QSKIP("python3 is not there");
    process.write(input);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(120'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    const QJsonArray read = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    QCOMPARE(read.size(), qsizetype(written.size()));
    for (qsizetype i = 0; i < read.size(); ++i) {
      const QJsonObject got = read[i].toObject();
      const MailMessage& m = written[std::size_t(i)];
      QCOMPARE(got[QLatin1String("subject")].toString(), expectedLine(m.subject));
      for (int k = 0; k < 2; ++k)
        QCOMPARE(got[QLatin1String("names")].toArray().at(k).toString(), expectedLine(m.to[std::size_t(k)].name));
      QCOMPARE(got[QLatin1String("addresses")].toArray().at(1).toString(), QStringLiteral("bob@shop.example"));
      QCOMPARE(got[QLatin1String("keys")].toArray().size(), 9);
      QCOMPARE(got[QLatin1String("defects")].toArray().size(), 0);
      QCOMPARE(got[QLatin1String("date")].toString(), QStringLiteral("2026-03-01T09:30:00+00:00"));
      QString body = m.body;
      body.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').replace(QChar(0), u' ');
      if (!body.endsWith(u'\n'))
        body += u'\n';
      QCOMPARE(got[QLatin1String("body")].toString().replace(QStringLiteral("\r\n"), QStringLiteral("\n")), body);
    }
  }
};

QTEST_GUILESS_MAIN(tst_MailText)
#include "tst_MailText.moc"
