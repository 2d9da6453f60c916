// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole journey by the command line alone: what scripts rely on is its JSON, its exit codes, and that it says why.
#include "Shell.h"

#include <QLockFile>

#include <csignal>

using namespace pricewright;
using namespace pricewright::test;

class TestCommandLine : public QObject {
  Q_OBJECT
  Shell shell;

  QJsonArray pending() const { return shell.json({"queue", "list"}).json()["pending"].toArray(); }

 private slots:
  void initTestCase() {
    QVERIFY(QFile::exists(pricewright::test::builtProgram("pricewright-engine")));
    const Ran made = shell.json({"init", "--name", "Tea house", "--as-of", "2026-03-02T09:00:00Z"});
    QCOMPARE(made.exit, 0);
    QCOMPARE(made.json()["name"].toString(), QStringLiteral("Tea house"));
    QCOMPARE(shell.run({"users", "set", "dora", "director"}).exit, 0);
  }

  void whatIsTypedWronglyIsSaid_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, QStringList words, int exit, const char* code) {
      QTest::newRow(name) << words << exit << code;
    };
    row("command", {"cyle"}, 2, "usage.unknown-command");
    row("option", {"cycle", "--sede", "1"}, 2, "usage.unknown-option");
    row("no value", {"cycle", "--seed"}, 2, "usage.needs-value");
    row("not a number", {"cycle", "--seed", "many"}, 2, "usage.bad-value");
    row("too many words", {"status", "now"}, 2, "usage.wrong");
    row("too few words", {"settings", "set", "a"}, 2, "usage.wrong");
    row("kind", {"import", "x.csv"}, 2, "usage.needs-kind");
    row("unknown kind", {"import", "x.csv", "--kind", "prizes"}, 2, "import.unknown-kind");
    row("file", {"import", "x.csv", "--kind", "sales"}, 1, "import.file-missing");
    row("pair", {"import", "x.csv", "--kind", "sales", "--set", "zone"}, 2, "usage.not-a-pair");
    row("nothing picked", {"queue", "approve"}, 2, "usage.nothing-selected");
    row("no reason", {"queue", "reject", "--all"}, 2, "usage.wrong");
    row("sku", {"explain", "nothing"}, 1, "catalog.unknown-sku");
    row("setting", {"settings", "set", "guardrail.confidence", "7"}, 1, "settings.too-large");
    row("report", {"export", "weather"}, 2, "usage.unknown-report");
    row("there already", {"init"}, 1, "storage.exists");
    row("no such folder", {"init", "--workspace", "/nonexistent/a"}, 3, "storage.no-folder");
    row("no such file", {"status", "--workspace", "/nonexistent/a"}, 3, "storage.missing");
    row("user", {"status", "--as-user", "nobody"}, 1, "catalog.unknown-user");
    row("batch", {"rollback", "77"}, 1, "catalog.unknown-batch");
    row("forecast of nothing", {"forecast"}, 1, "forecast.no-history");
    row("horizon", {"forecast", "--horizon", "900"}, 2, "usage.bad-value");
    row("backtest of nothing", {"backtest"}, 1, "forecast.short-history");
  }
  void whatIsTypedWronglyIsSaid() {
    QFETCH(QStringList, words);
    const Ran ran = shell.json(words);
    QTEST(ran.exit, "exit");
    QTEST(ran.error(), "code");
    QVERIFY(ran.err.isEmpty());
    const Ran plain = shell.run(words);
    QTEST(plain.exit, "exit");
    QVERIFY2(plain.out.isEmpty() && plain.err.startsWith("pricewright-engine: ") && !plain.err.contains('{'),
             plain.err.constData());
  }

  // What asks for a key asks in small letters, however somebody wrote its name and its host.
  void namesOfSecretsAreTheSameInCapitals() {
    qputenv("PRICEWRIGHT_PASSPHRASE", "correct horse"), qputenv("PRICEWRIGHT_SECRETS", shell.path("keys").toUtf8());
    QProcess set;
    shell.start(set, {"secret", "set", "SERVICE.Shop.example", "--json"});
    set.write("k3y");
    set.closeWriteChannel();
    QVERIFY(set.waitForFinished(60'000));
    const QJsonObject kept = QJsonDocument::fromJson(set.readAllStandardOutput()).object();
    QCOMPARE(set.exitCode(), 0);
    QCOMPARE(kept["name"].toString(), QStringLiteral("service.shop.example"));
    const Ran gone = shell.json({"secret", "remove", "SERVICE.Shop.example"});
    QCOMPARE(gone.exit, 0);
    QCOMPARE(gone.json()["name"].toString(), QStringLiteral("service.shop.example"));
    qunsetenv("PRICEWRIGHT_PASSPHRASE"), qunsetenv("PRICEWRIGHT_SECRETS");
  }

  // A workspace that was made for somebody else: whoever is not in its table may look, and is told why not more.
  void whoHasNoRoleMayOnlyLook() {
    const QString other = shell.path("other.pricewright");
    const auto run = [&](QStringList words) { return shell.json(words << "--workspace" << other); };
    QCOMPARE(run({"init", "--user", "boss"}).exit, 0);
    const QString file = shell.write("s.csv", "sku,zone,day,units,price\nT1,N,2026-01-05,1,1.00\n");
    for (const QStringList& words : {QStringList{"import", file, "--kind", "sales"},
                                     {"cycle"},
                                     {"publish"},
                                     {"users", "set", "me", "director"},
                                     {"settings", "set", "guardrail.step.percent", "99"},
                                     {"sources", "set", "walk", "--freshness-hours", "48"},
                                     {"vat", "set", "DE", "food", "7"},
                                     {"zones", "set", "North"},
                                     {"rollback", "1"},
                                     {"status", "--as-user", "boss"},
                                     {"cycle", "--as-user", "boss"}}) {
      const Ran ran = run(words);
      QCOMPARE(ran.exit, 1);
      QCOMPARE(ran.error(), QStringLiteral("catalog.not-allowed"));
      QVERIFY(ran.json()["error"].toObject()["text"].toString().contains("may not do this"));
    }
    QCOMPARE(run({"cycle", "--as-user", "system"}).error(), QStringLiteral("catalog.unknown-user"));
    QCOMPARE(run({"init", "--user", "system", "--workspace", shell.path("third.pricewright")}).exit, 1);
    const Ran status = run({"status"});
    QCOMPARE(status.exit, 0);
    QCOMPARE(status.json()["role"].toString(), QString());
    QCOMPARE(status.json()["audit_entries"].toInt(), 1); // that it was made
  }

  void helpIsThereForEverything() {
    QCOMPARE(shell.run({}).exit, 2);
    const Ran overview = shell.run({"--help"});
    QCOMPARE(overview.exit, 0);
    QVERIFY(!overview.out.contains("oracle")); // for developers
    for (const char* command : {"init", "import", "cycle", "queue approve", "explain", "publish", "rollback",
                                "audit verify", "export", "users set", "bounds set", "rules add"}) {
      QVERIFY2(overview.out.contains(command), command);
      const Ran help = shell.run(QString::fromLatin1(command).split(u' ') << "--help");
      QVERIFY2(help.exit == 0 && help.out.startsWith("usage: pricewright-engine "), command);
    }
    QVERIFY(shell.run({"queue", "--help"}).out.contains("queue undo"));
  }

  void importShowsThenDoes() {
    const QString sales = shell.write("sales.csv", salesOfTeas() + "T09,North,not-a-day,1,1.00,1.00\n");
    const Ran preview = shell.json({"import", sales, "--kind", "sales", "--preview"});
    QVERIFY2(preview.exit == 0 && preview.json()["missing"].toArray().isEmpty(), preview.out.constData());
    QCOMPARE(preview.json()["rejected_by"].toObject()["import.bad-day"].toInt(), 1);
    QCOMPARE(shell.json({"status"}).json()["sales"].toInt(), 0);
    // A file that would not come in at all is not ready, and what to set is said.
    const QString weeks = shell.write("weeks.csv", "sku,zone,week,units,price\nT01,North,1,1,1.00\n");
    const Ran unready = shell.run({"import", weeks, "--kind", "sales", "--preview"});
    QCOMPARE(unready.exit, 1);
    QVERIFY2(unready.out.contains("--date-format week:"), unready.out.constData());

    const Ran done = shell.json(
        {"import", sales, "--kind", "sales", "--save-mapping", "weekly", "--rejects", shell.path("bad.csv")});
    QCOMPARE(done.exit, 4); // one row was refused
    QCOMPARE(done.json()["added"].toInt(), 416);
    QCOMPARE(done.json()["rejected"].toInt(), 1);
    QVERIFY(QFile::exists(shell.path("bad.csv")));
    const Ran again = shell.json({"import", sales, "--mapping", "weekly"});
    QVERIFY2(again.json()["nothing_changed"].toBool(), again.out.constData());

    const QString costs = shell.write("costs.csv", "sku;cost\nT01;1,55\nT02;2,10\nT03;2,60\nT04;3,15\n");
    const Ran cost = shell.json({"import", costs, "--kind", "costs", "--set", "zone=North"});
    QVERIFY2(cost.exit == 0 && cost.json()["added"].toInt() == 4, cost.out.constData());
    QCOMPARE(shell.json({"import", "--undo", cost.json()["batch"].toString()}).exit, 0);
    QCOMPARE(shell.json({"import", costs, "--kind", "costs", "--set", "zone=North"}).json()["added"].toInt(), 4);
  }

  void policyIsSetByCommand() {
    QCOMPARE(shell.run({"users", "set", "max", "manager", "--as-user", "dora"}).exit, 0);
    const QJsonArray users = shell.json({"users", "list"}).json()["users"].toArray();
    QCOMPARE(users.size(), 3);
    for (const QStringList& words :
         {QStringList{"zones", "set", "North", "--name", "The north", "--time-zone", "Europe/Berlin"},
          {"bounds", "set", "T01@North", "--min", "1.99", "--max", "9.99"},
          {"sources", "set", "walk", "--freshness-hours", "48", "--demand", "off"},
          {"vat", "set", "DE", "food", "7"},
          {"settings", "set", "guardrail.step.percent", "15"}})
      QVERIFY2(shell.json(QStringList(words) << "--as-user" << "dora").exit == 0, qPrintable(words.join(u' ')));
    QCOMPARE(shell.json({"bounds", "list"}).json()["bounds"].toArray()[0].toObject()["min"].toString(),
             QStringLiteral("1.99"));
    QCOMPARE(shell.json({"bounds", "set", "T01@North", "--min", "1.999", "--as-user", "dora"}).error(),
             QStringLiteral("usage.bad-price"));
    QCOMPARE(shell.json({"settings", "list", "--changed"}).json()["settings"].toArray().size(), 1);
    QCOMPARE(shell.json({"settings", "set", "guardrail.step.percent", "default", "--as-user", "dora"})
                 .json()["value"]
                 .toString(),
             QStringLiteral("20"));

    const QString rule = shell.write(
        "rule.json",
        R"({"id":"r1","name":"Never under two","priority":10,"when":{},"then":{"kind":"floor","amount":"2.00"}})");
    QCOMPARE(shell.run({"rules", "add", rule, "--as-user", "dora"}).exit, 0);
    const QString unlawful = shell.write(
        "bad.json",
        R"({"id":"r2","name":"By age","priority":11,"when":{"segment":"age over 60"},"then":{"kind":"floor","amount":"2.00"}})");
    QCOMPARE(shell.json({"rules", "add", unlawful, "--as-user", "dora"}).error(),
             QStringLiteral("rules.unlawful-segment"));
    QCOMPARE(shell.json({"rules", "list"}).json()["rules"].toArray().size(), 1);
  }

  void aCycleExplainsItself() {
    const Ran cycle = shell.json({"cycle", "--no-publish", "--as-user", "dora"});
    QVERIFY2(cycle.exit == 0 || cycle.exit == 8, cycle.out + cycle.err);
    QVERIFY(cycle.json()["stations"].toArray().size() > 5);
    const Ran explained = shell.json({"explain", "T01@North", "--replay"});
    QVERIFY2(explained.exit == 0, explained.out.constData());
    const QJsonObject object = explained.json();
    QVERIFY(object["replay"].toObject()["same_bits"].toBool());
    QVERIFY(object["guarded"].toObject()["verdicts"].toArray().size() > 10);
    QCOMPARE(object["features"].toArray().size(), 10);
    QVERIFY(!object["rules"].toObject()["hits"].toArray().isEmpty());
    const QByteArray text = shell.run({"explain", "T01"}).out; // sold in one zone: that one is meant
    for (const char* part : {"Recommendation: ", "Limits", "gouging", "Pricing rules", "Never under two", "Features",
                             "competitor_price_avg_7d", "gross margin"})
      QVERIFY2(text.contains(part), part);
  }

  void theQueueIsWorkedThrough() {
    QJsonArray waiting = pending();
    QVERIFY2(!waiting.isEmpty(), "nothing waits for a human after this cycle");
    const QJsonObject first = waiting[0].toObject();
    const QString id = first["id"].toString(), place = first["sku"].toString() + u'@' + first["zone"].toString();
    QCOMPARE(shell.json({"queue", "approve", id + ":0000", "--as-user", "dora"})
                 .json()["answers"]
                 .toArray()[0]
                 .toObject()["error"]
                 .toObject()["code"]
                 .toString(),
             QStringLiteral("approval.content-changed"));
    const Ran approved = shell.json({"queue", "approve", place, "--as-user", "dora"});
    QVERIFY2(approved.exit == 0, approved.out.constData());
    QCOMPARE(pending().size(), waiting.size() - 1);
    QCOMPARE(shell.json({"queue", "undo", id, "--as-user", "dora"}).exit, 0);
    QCOMPARE(pending().size(), waiting.size());
    const Ran edited = shell.json({"queue", "edit", place, first["now"].toString(), "--preview", "--as-user", "dora"});
    QVERIFY2(edited.exit == 0 && edited.json().contains("guarded"), edited.out.constData());
    const Ran rejected = shell.json(
        {"queue", "reject", id, "019aaaaa-0000-7000-8000-000000000000", "--reason", "timing", "--as-user", "dora"});
    QCOMPARE(rejected.exit, 4); // one of two
    QCOMPARE(rejected.json()["done"].toInt(), 1);
    const Ran undone = shell.json({"queue", "undo", place, "--as-user", "dora"});
    QVERIFY2(undone.exit == 0, undone.out.constData());
    QCOMPARE(pending().size(), waiting.size());
    QCOMPARE(shell.json({"queue", "undo", place, "--as-user", "dora"}).error(),
             QStringLiteral("decision.not-in-queue"));
    QCOMPARE(shell.run({"queue", "reject", id, "--reason", "timing", "--as-user", "dora"}).exit, 0);
  }

  // A slip of the keyboard is no empty queue.
  void whatIsPickedByMustBeThere() {
    for (const QStringList& words : {QStringList{"list", "--only", "stpe"},
                                     {"list", "--zone", "Nroth"},
                                     {"list", "--category", "coffe"},
                                     {"approve", "--zone", "Nroth"},
                                     {"reject", "--only", "stpe", "--reason", "timing"}}) {
      const Ran ran = shell.json(QStringList{"queue"} + words + QStringList{"--as-user", "dora"});
      QVERIFY2(ran.exit == 2 && ran.error() == u"usage.unknown-value", ran.out.constData());
    }
    QVERIFY(shell.run({"queue", "list", "--zone", "Nroth"}).err.contains("There are: North"));
    QCOMPARE(shell.run({"queue", "list", "--only", "margin", "--zone", "North"}).exit, 0); // none waits for it
  }

  // What is kept of visitors goes when that is asked for; what may still come is not turned away.
  void visitorsAreForgotten() {
    const Ran kept = shell.json({"experiment", "forget"});
    QVERIFY2(kept.exit == 0 && kept.json()["events"].toInt(-1) == 0, kept.out.constData());
    const Ran gone = shell.json({"experiment", "forget", "--before", "2026-03-01", "--as-user", "dora"});
    QVERIFY2(gone.exit == 0 && gone.json()["rows"].toInt(-1) == 0, gone.out.constData());
    QCOMPARE(shell.json({"experiment", "forget", "--before", "2027-01-01", "--as-user", "dora"}).error(),
             QStringLiteral("testevents.forget-future"));
    QCOMPARE(shell.run({"experiment", "forget", "--before", "soon", "--as-user", "dora"}).exit, 2);
  }

  // A site of a port is found by its name; what is typed wrongly is named whole; offers go to a file, and a round that
  // finds another one under way says so.
  void theMarketIsToldAndAskedOnce() {
    QCOMPARE(shell.run({"settings", "set", "monitor.allowed-addresses", "127.0.0.0/8"}).exit, 0);
    const Ran added = shell.json({"monitor", "add", "T01@North", "http://127.0.0.1:9100/t01", "--competitor", "rival"});
    QVERIFY2(added.exit == 0, added.out.constData());
    const Ran hours = shell.run({"site", "set", "127.0.0.1", "--hours", "25:00-99:00"});
    QVERIFY2(hours.exit == 2 && hours.err.contains("\"25:00-99:00\"") && hours.err.contains("06:00-22:00"),
             hours.err.constData());
    const Ran off = shell.json({"site", "set", "127.0.0.1", "--off"});
    QCOMPARE(off.json()["site"].toString(), QStringLiteral("127.0.0.1:9100"));
    QCOMPARE(shell.json({"site", "terms", "nowhere.example", "accepted"}).error(), QStringLiteral("site.not-among"));
    const Ran out = shell.run({"offers", "--out", shell.path("offers.csv")});
    QVERIFY2(out.exit == 0, out.err.constData());
    QFile file(shell.path("offers.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("offer,sku,zone,seller,"));
    QLockFile other(shell.path("shop.pricewright.round"));
    QVERIFY(other.tryLock());
    QCOMPARE(shell.json({"monitor", "run"}).error(), QStringLiteral("monitor.round-under-way"));
    other.unlock();
    QCOMPARE(shell.run({"monitor", "run"}).exit, 0);
  }

  // What is missing is said by its name, and one test alone is drawn towards no other.
  void testsAndLiftsSayWhatTheyLack() {
    const Ran extend = shell.run({"experiment", "extend", "x", "--as-user", "dora"});
    QVERIFY(extend.exit == 2 && extend.err.contains("--days N") && !extend.err.contains("\"\""));
    const QString one = shell.write("lift.csv", "test,lift,standard_error\na,0.10,0.02\n");
    const Ran lift = shell.json({"revenue", "lift", one});
    QVERIFY2(lift.exit == 0 && !lift.json()["is_shrunk"].toBool(true), lift.out.constData());
    QVERIFY(shell.run({"revenue", "lift", one}).out.contains("one test alone cannot tell"));
    const QString absurd = shell.write("absurd.csv", "test,lift,standard_error\na,1e300,0.02\n");
    QCOMPARE(shell.json({"revenue", "lift", absurd}).error(), QStringLiteral("earnings.bad-results"));
    const Ran power = shell.run(
        {"experiment", "power", "--design", "visitors", "--share", "10", "--units-a-day", "9", "--power", "100"});
    QVERIFY(power.exit != 0 && power.err.contains("above 5 and below 100"));
    const QString bridge = shell.path("bridge.csv");
    QCOMPARE(shell.run({"revenue", "bridge", "--out", bridge}).exit, 0);
    QFile file(bridge);
    if (file.open(QIODevice::ReadOnly)) // only where there are sales
      QCOMPARE(file.readLine().trimmed().split(',').count("currency"), 1);
  }

  void reportsGoOut() {
    const Ran machine = shell.run({"export", "decisions"});
    QVERIFY(machine.exit == 0 && machine.out.startsWith("id,created,sku,"));
    const Ran excel =
        shell.run({"export", "prices", "--csv", "excel", "--decimal-mark", ",", "--to", shell.path("prices.csv")});
    QCOMPARE(excel.exit, 0);
    QFile file(shell.path("prices.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("\xEF\xBB\xBFsku;product;"));
    QVERIFY(!shell.json({"export", "audit"}).json()["rows"].toArray().isEmpty());
    QCOMPARE(shell.json({"export", "audit", "--to", "/nonexistent/x.csv"}).error(),
             QStringLiteral("export.not-written"));
  }

  void theJournalIsProven() {
    const Ran whole = shell.json({"audit", "verify"});
    QVERIFY2(whole.exit == 0 && whole.json()["intact"].toBool() && whole.json()["witnessed"].toInt() > 0,
             whole.out.constData());
    QVERIFY(shell.json({"audit", "list", "--most", "5"}).json()["rows"].toArray().size() == 5);
  }

  void aWaitEndsWithCtrlC() {
#ifdef Q_OS_UNIX
    if (const QJsonArray waiting = pending(); !waiting.isEmpty())
      QCOMPARE(shell.json({"queue", "approve", "--all", "--as-user", "dora"}).exit, 0);
    QVERIFY2(!shell.json({"status"}).json()["open_batches"].toArray().isEmpty(), "no batch waits for its release");
    QProcess process;
    shell.start(process, {"publish", "--wait", "--json", "--as-user", "dora"});
    QVERIFY(process.waitForStarted());
    // Whenever it arrives: before the wait, or in it.
    while (process.state() == QProcess::Running && !process.waitForFinished(300))
      ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY2(process.exitStatus() == QProcess::CrashExit || process.exitCode() == 5,
             process.readAllStandardOutput().constData());
    QVERIFY(!shell.json({"status"}).json()["open_batches"].toArray().isEmpty()); // it still waits
#else
    QSKIP("signals of Unix");
#endif
  }

  void aBrokenJournalIsNamed() {
    QFile::copy(shell.path("shop.pricewright"), shell.path("forged.pricewright"));
    QFile file(shell.path("forged.pricewright"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("workspace.created"));
    bytes.replace("workspace.created", "workspace.creaTed"); // in the table and in what is looked up by kind
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    const Ran broken = shell.json({"audit", "verify", "--workspace", shell.path("forged.pricewright")});
    QVERIFY2(broken.exit == 6 && !broken.json()["intact"].toBool(), broken.out.constData());
    QCOMPARE(broken.json()["why"].toString(), QStringLiteral("hash"));
  }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_CommandLine.moc"
