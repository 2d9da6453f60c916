// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/Texts.h"

#include "base/Settings.h"
#include "support/TestData.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace pricewright;

namespace {

// Every dotted code that stands as a literal in core or the command line, with the file it stands in.
QMap<QString, QString> codesInSources() {
  static const QRegularExpression dotted(QStringLiteral("\"([a-z]+\\.[a-z0-9-]*[a-z0-9])\""));
  QMap<QString, QString> codes;
  for (const char* folder : {"/core", "/app"}) {
    QDirIterator files(pricewright::test::sourceTree(folder), {"*.cpp", "*.h"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString path = files.next();
      QFile file(path);
      if (path.endsWith(QLatin1String("Texts.cpp")) || path.endsWith(QLatin1String("Log.cpp")) ||
          !file.open(QIODevice::ReadOnly))
        continue;
      for (auto it = dotted.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
        codes.insert(it.next().captured(1), path);
    }
  }
  return codes;
}

} // namespace

// What users rely on: whatever goes wrong is said in a sentence, and no code reaches them raw.
class TestTexts : public QObject {
  Q_OBJECT
 private slots:
  // A code that has words but no sentence, or a sentence about what is not known, is said in its words.
  void noCodeAndNoQuestionMarkReachesAnybody() {
    for (const char* code : {"fetch.tls", "fetch.broken-off", "feed.loop", "feed.dtd", "fetch.private-address"}) {
      const QString text = errorText(fail(QLatin1String(code)));
      QVERIFY2(!text.contains(QLatin1String(code)) && !text.contains(u'?') && text.size() > 20, qPrintable(text));
    }
    const Error known =
        fail(QStringLiteral("fetch.private-address"), {{QStringLiteral("host"), QStringLiteral("10.0.0.1")},
                                                       {QStringLiteral("reason"), QStringLiteral("address.private")}});
    QVERIFY(errorText(known).contains(QStringLiteral("10.0.0.1")));
    QCOMPARE(codeText(QStringLiteral("06:00-22:00")), QStringLiteral("06:00-22:00"));
  }

  void everyCodeHasWords() {
    // Literals of that shape which are no codes of the program's speech.
    static const QStringList others{"sample.json", "files.file", "files.mapping", "device.key", "co.uk", "home.arpa",
                                    "localhost.localdomain", "shop.example",
                                    // Places in the mapping of a feed
                                    "auth.header", "auth.parameter", "auth.prefix", "constants.country",
                                    "constants.currency", "constants.seller", "next.offset", "next.page",
                                    "next.parameter", "next.token", "next.url",
                                    // A label of an element
                                    "span.price"};
    const QMap<QString, QString> codes = codesInSources();
    QVERIFY(codes.size() > 150);
    QStringList silent;
    for (auto it = codes.begin(); it != codes.end(); ++it)
      if (!hasWords(it.key()) && !findSetting(it.key()) && !others.contains(it.key()))
        silent << it.key() + QStringLiteral(" in ") + it.value();
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
  }

  void sentencesTakeTheirFacts() {
    const Error error =
        fail(QStringLiteral("storage.newer-file"), {{"path", "/a/b"}, {"version", "9"}, {"known", "1"}});
    const QString text = errorText(error);
    QVERIFY2(text.contains("/a/b") && text.contains("version 9") && text.contains("not touched"), qPrintable(text));
    QVERIFY(!errorText(fail(QStringLiteral("storage.busy"))).contains(u'{')); // a missing fact leaves no braces
    QVERIFY(errorText(fail(QStringLiteral("channels.write-failed"), {{"path", "p"}})
                          .causedBy(fail(QStringLiteral("storage.disk-full"), {{"path", "q"}})))
                .contains("disk that holds q"));
    QVERIFY(errorText(fail(QStringLiteral("approval.already-decided"), {{"by", "ann"}, {"state", "rolled_back"}}))
                .contains("ann has decided this already: it is rolled back"));
  }

  void aFactIsNeverReadAsAPattern() {
    const Error error = fail(QStringLiteral("money.not-a-number"), {{"value", "{path} %1 {value}"}});
    QVERIFY(errorText(error).contains("{path} %1 {value}"));
  }

  void whatNobodyKnowsIsStillSaid() {
    const QString text = errorText(fail(QStringLiteral("new.thing"), {{"path", "x"}}));
    QVERIFY(text.contains("new.thing") && text.contains("path: x"));
    QCOMPARE(codeText(QStringLiteral("too-odd-for_words")), QStringLiteral("too odd for words"));
    QCOMPARE(codeText(QStringLiteral("3 price zones")), QStringLiteral("3 price zones")); // words stay as they are
    QCOMPARE(codeText({}), QString());
  }

  void codesOfTwoPartsAreSaidInTwo() {
    QCOMPARE(codeText(QStringLiteral("route:human")), QStringLiteral("a human decides"));
    QVERIFY(codeText(QStringLiteral("failed:storage.io")).startsWith(QStringLiteral("failed: ")));
  }

  void sentencesAreSentences() {
    for (const QString& code : errorCodes()) {
      // A row's reason is said beside a count, in a few words; a subject is the title of a message.
      if (code.startsWith(QLatin1String("import.")) || code.startsWith(QLatin1String("alert.subject-")))
        continue;
      const QString text = errorText(fail(code));
      QVERIFY2(text.endsWith(u'.'), qPrintable(code + u' ' + text));
      QVERIFY2(!text.contains(QLatin1String("..")) || text.contains(u'…'), qPrintable(text));
    }
  }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_Texts.moc"
