// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Demand, forecasts, price problems and the registry of models by the command line alone.
#include "Shell.h"

using namespace pricewright;
using namespace pricewright::test;

class TestModelCommands : public QObject {
  Q_OBJECT
  Shell shell;

 private slots:
  void initTestCase() {
    QCOMPARE(shell.json({"init", "--name", "Tea house", "--as-of", "2026-03-02T09:00:00Z"}).exit, 0);
    QCOMPARE(shell.json({"drift"}).error(), QStringLiteral("forecast.no-history"));
    QCOMPARE(shell.json({"import", shell.write("sales.csv", salesOfTeas()), "--kind", "sales"}).exit, 0);
    const QString costs = shell.write("costs.csv", "sku;cost\nT01;1,55\nT02;2,10\nT03;2,60\nT04;3,15\n");
    QCOMPARE(shell.json({"import", costs, "--kind", "costs", "--set", "zone=North"}).exit, 0);
  }

  void aPriceProblemIsSolved() {
    const char* problem = R"({"p_ref": [10, 10], "cost": [5, 5], "q_ref": [100, 100], "elasticity": [-1.2, -3],
                             "ladder": [[9, 10, 11], [9, 10, 11]], "revenue_min": 2230, "objective": "profit"})";
    const Ran solved = shell.json({"optimize", "--problem", shell.write("p.json", problem)});
    QCOMPARE(solved.exit, 0);
    const QJsonObject answer = solved.json();
    QVERIFY(answer["proved"].toBool() && answer["revenue"].toDouble() >= 2230);
    QCOMPARE(answer["prices"].toArray(), (QJsonArray{10, 9}));
    QVERIFY(answer["bound"].toDouble() >= answer["objective_optimal"].toDouble());
    QVERIFY(shell.run({"optimize", "--problem", shell.path("p.json")}).out.contains("proved the best"));
    QByteArray bound = QByteArray(problem).replace("\"revenue_min\": 2230", "\"max_changes\": 1, \"index_max\": 0.05");
    const QJsonObject one = shell.json({"optimize", "--problem", shell.write("one.json", bound)}).json();
    QCOMPARE(one["prices"].toArray(), (QJsonArray{10, 9})); // the cut brings 48.7, the rise 35.3
    QCOMPARE(one["changes"].toInt(), 1);
    QVERIFY(one["bound"].toDouble() >= one["objective_optimal"].toDouble());
    QCOMPARE(one["limits"].toArray().size(), 2);
    QCOMPARE(one["limits"].toArray()[0].toObject()["limit"].toString(), QStringLiteral("index"));
    // Categories have numbers or names.
    QByteArray grouped =
        QByteArray(problem).replace("\"revenue_min\": 2230", "\"category_index_max\": 0, \"category\": [\"x\", \"y\"]");
    const QJsonObject byName = shell.json({"optimize", "--problem", shell.write("g.json", grouped)}).json();
    grouped.replace("\"x\", \"y\"", "1, 2");
    const QJsonObject byNumber = shell.json({"optimize", "--problem", shell.write("g.json", grouped)}).json();
    QVERIFY(!byName["prices"].toArray().isEmpty());
    QCOMPARE(byName["prices"].toArray(), byNumber["prices"].toArray());
    bound.replace("0.05", "\"much\"");
    QCOMPARE(shell.json({"optimize", "--problem", shell.write("one.json", bound)}).error(),
             QStringLiteral("oracle.bad-case"));
    QCOMPARE(shell.json({"optimize"}).error(), QStringLiteral("usage.needs-value"));
    QCOMPARE(shell.json({"optimize", "--problem", shell.write("bad.json", R"({"p_ref": "x"})")}).error(),
             QStringLiteral("oracle.bad-case"));
    QCOMPARE(shell.json({"optimize", "--problem", shell.write("far.json", QByteArray(problem).replace("2230", "1e9"))})
                 .error(),
             QStringLiteral("choice.infeasible"));
  }

  // Other aims than one, several plans at once, limits of the price image, and no more time than there is.
  void aProblemSaysWhatIsWanted() {
    const QByteArray problem = R"({"p_ref": [10, 10], "cost": [5, 5], "q_ref": [100, 100], "elasticity": [-1.2, -3],
        "ladder": [[9, 10, 11], [9, 10, 11]], "objective": "weighted", "weights": {"profit": 0.5, "revenue": 0.5},
        "p_competitor": [9.5, null], "competitor_index_max": 0.06, "kvi": [false, true], "kvi_index_max": 0,
        "frontier": 3, "time_limit": 20})";
    const QJsonObject answer = shell.json({"optimize", "--problem", shell.write("w.json", problem)}).json();
    QVERIFY(!answer.contains("ignored"));
    QVERIFY(answer["prices"].toArray()[0].toDouble() <= 10 && answer["prices"].toArray()[1].toDouble() <= 10);
    QCOMPARE(answer["stopped"].toBool(), false);
    const QJsonArray frontier = answer["frontier"].toArray();
    QCOMPARE(frontier.size(), 3);
    QVERIFY(frontier[0].toObject()["revenue"].toDouble() >= frontier[2].toObject()["revenue"].toDouble());
    QVERIFY(frontier[0].toObject()["profit"].toDouble() <= frontier[2].toObject()["profit"].toDouble());
    const auto refused = [&](const char* what, const char* by) {
      return shell.json({"optimize", "--problem", shell.write("bad.json", QByteArray(problem).replace(what, by))})
          .error();
    };
    QCOMPARE(refused("{\"profit\": 0.5, ", "{\"margin\": 0.5, "), QStringLiteral("problem.weights"));
    QCOMPARE(refused("\"p_competitor\": [9.5, null], ", ""),
             QStringLiteral("problem.competitor")); // nothing to hold to
    QCOMPARE(refused("\"frontier\": 3", "\"frontier\": 1"), QStringLiteral("oracle.bad-case"));
    QCOMPARE(refused("\"time_limit\": 20", "\"time_limit\": -1"), QStringLiteral("oracle.bad-case"));
    // Beside a relation the same limits hold.
    const QJsonObject related =
        shell
            .json({"optimize", "--problem",
                   shell.write("r.json", QByteArray(problem).replace("\"frontier\": 3",
                                                                     "\"relations\": [{\"type\": \"le\", "
                                                                     "\"a\": 0, \"b\": 1, \"factor\": 1.0}]"))})
            .json();
    const QJsonArray prices = related["prices"].toArray();
    QVERIFY(prices[0].toDouble() <= 10 && prices[0].toDouble() <= prices[1].toDouble());
  }

  // Products that draw on each other, with a relation between their prices and a limit on both.
  void pricesThatDependOnEachOtherAreSolved() {
    const QByteArray problem = R"({"p_ref": [10, 10], "cost": [5, 5], "q_ref": [100, 100], "elasticity": [-1.2, -3],
        "ladder": [[9, 10, 11], [9, 10, 11]], "objective": "profit",
        "cross": [{"of": 0, "from": 1, "elasticity": 0.5}, {"of": 1, "from": 0, "elasticity": 0.5}],
        "relations": [{"type": "le", "a": 0, "b": 1, "factor": 1.0}]})";
    const QJsonObject free =
        shell
            .json({"optimize", "--problem",
                   shell.write("c.json", QByteArray(problem).replace("\"le\", \"a\": 0, \"b\": 1",
                                                                     "\"le\", \"a\": 1, \"b\": 0"))})
            .json();
    const QJsonObject kept = shell.json({"optimize", "--problem", shell.write("r.json", problem)}).json();
    QCOMPARE(free["prices"].toArray()[0].toDouble(), 11.0); // the inelastic one is dear where it may
    QVERIFY(kept["prices"].toArray()[0].toDouble() <= kept["prices"].toArray()[1].toDouble());
    QVERIFY(kept["objective"].toDouble() < free["objective"].toDouble());
    QVERIFY(kept["bound"].toDouble() >= kept["objective"].toDouble() && kept["seconds"].toDouble() > 0);
    const auto refused = [&](const char* what, const char* by) {
      return shell.json({"optimize", "--problem", shell.write("bad.json", QByteArray(problem).replace(what, by))})
          .error();
    };
    QCOMPARE(refused("\"from\": 1", "\"from\": -1"), QStringLiteral("problem.cross"));
    QCOMPARE(refused("\"a\": 0, \"b\": 1", "\"a\": 0, \"b\": 2"), QStringLiteral("problem.relation"));
    QCOMPARE(refused("\"cost\": [5, 5]", "\"cost\": [5, -5]"), QStringLiteral("problem.cost"));
    QCOMPARE(refused("\"from\": 1", "\"from\": 1.5"), QStringLiteral("oracle.bad-case"));
    QCOMPARE(refused("\"type\": \"le\"", "\"type\": \"lt\""), QStringLiteral("problem.relation"));
    QCOMPARE(refused("1.0}]", "0.001}]"), QStringLiteral("joint.infeasible"));
    QCOMPARE(shell
                 .json({"optimize", "--problem",
                        shell.write("far.json", R"({"p_ref": [10, 12], "cost": [6, 7], "q_ref": [9, 9], "ladders":
                            [[9, 10], [11, 12]], "elasticity_matrix": [[-2, 0.5], [0.4, -3e58]]})")})
                 .error(),
             QStringLiteral("choice.not-finite"));
    // Neither is quietly left out.
    QCOMPARE(refused("\"relations\": [", "\"relations\": 1, \"other\": ["), QStringLiteral("oracle.bad-case"));
    QCOMPARE(refused("\"cross\": [", "\"cross\": {}, \"other\": ["), QStringLiteral("oracle.bad-case"));
  }

  void demandIsLearnt() {
    const QString out = shell.path("fit.csv");
    const Ran ran = shell.json({"fit", "--out", out});
    QCOMPARE(ran.exit, 0);
    QCOMPARE(ran.json()["count"].toInt(), 4);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    const QList<QByteArray> header = lines[0].trimmed().split(','), first = lines[1].trimmed().split(',');
    const auto cell = [&](const char* name) { return first[header.indexOf(name)].toDouble(); };
    QVERIFY(cell("elasticity_low95") < -2.4 && cell("elasticity_high95") > -2.4 &&
            cell("elasticity_sd") > 0); // −2.4 is true
    // Raising the whole category with it is never free, and less certain than its own price.
    QVERIFY(cell("category_elasticity") < 0 && cell("category_elasticity_sd") > 0);
    QVERIFY(shell.json({"fit"}).json()["rows"].toArray()[0].toObject()["elasticity"].toObject()["mean"].toDouble() <
            -1.5);
    // Beside it what a plain line says, and what is left once all else is taken off.
    const QJsonArray beside = ran.json()["beside"].toArray();
    QVERIFY(!beside.isEmpty());
    QVERIFY(beside[0].toObject()["orthogonal"].toObject()["elasticity"].toDouble() < -1.2);
    QVERIFY(shell.json({"fit", "--hold-out", "0"}).json()["beside"].toArray().isEmpty());
    QCOMPARE(shell.json({"fit", "--as-of", "2001-01-01"}).error(), QStringLiteral("forecast.no-history"));
    const QJsonArray plain = shell.json({"fit", "--spec", "loglog-fe"}).json()["rows"].toArray();
    QCOMPARE(plain.size(), 5); // each product, and all together
    for (const QJsonValue& row : plain)
      QVERIFY(std::abs(row.toObject()["elasticity"].toDouble() + 2.4) < 0.15);
    QCOMPARE(shell.json({"fit", "--spec", "magic"}).error(), QStringLiteral("usage.bad-value"));
  }

  void salesAreForecast() {
    const QString plan = shell.write("plan.csv", "sku,zone,day,price\n"
                                                 "T01,North,2026-03-02,9.99\nT01,North,2026-03-09,3.60\n"
                                                 "T01,North,2026-03-02,2.40\nT01,North,2026-03-16,12\n"
                                                 "T01,North,2029-01-01,3.60\nT99,North,2026-03-02,1.00\n");
    const QString out = shell.path("forecast.csv");
    const Ran ran = shell.json({"forecast", "--horizon", "3", "--plan", plan, "--out", out});
    QCOMPARE(ran.exit, 0);
    QCOMPARE(ran.json()["as_of"].toString(), QStringLiteral("2026-03-01"));
    QCOMPARE(ran.json()["plan_rows"].toInt(), 3);
    QCOMPARE(ran.json()["plan_told_again"].toInt(), 1); // the later row counts
    QCOMPARE(ran.json()["plan_outside"].toInt(), 1);
    QCOMPARE(ran.json()["plan_unknown"].toInt(), 1);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QList<QByteArray>> rows;
    for (const QByteArray& line : file.readAll().trimmed().split('\n'))
      rows << line.trimmed().split(',');
    QCOMPARE(rows.front().join(','),
             QByteArray("sku,zone,period,price,median,mean,low80,high80,low95,high95,extrapolated"));
    QCOMPARE(rows.size(), 1 + 4 * 3);
    QCOMPARE(rows[1][2], QByteArray("2026-03-02"));
    QVERIFY(rows[1][4].toDouble() > 1.5 * rows[2][4].toDouble()); // at 2.40 far more than at 3.60
    // At a price far beyond all that were paid the forecast says so, and its limits lie further apart.
    QVERIFY(rows[2][10].isEmpty());
    QCOMPARE(rows[3][10], QByteArray("yes"));
    const auto apart = [&](int row) { // in logs, half a unit added as the forecast does
      return std::log((rows[row][9].toDouble() + 0.5) / (rows[row][4].toDouble() + 0.5));
    };
    QVERIFY2(apart(3) > 1.5 * apart(2), qPrintable(QStringLiteral("%1 %2").arg(apart(3)).arg(apart(2))));
    QVERIFY(rows[1][8].toDouble() < rows[1][6].toDouble() && rows[1][6].toDouble() < rows[1][4].toDouble());
    // Prices in another currency and those that slipped by a digit are said with their lines, and not taken; a row
    // from the middle of a week on is a part of that week, whose days are told as weeks everywhere else.
    const QString odd = shell.write("odd.csv", "sku,zone,day,price,currency\n"
                                               "T01,North,2026-03-02,40.00,USD\nT01,North,2026-03-09,3.00,JPY\n"
                                               "T02,North,2026-03-08,3.10,\n");
    const Ran partly = shell.json({"forecast", "--horizon", "2", "--plan", odd});
    QCOMPARE(partly.exit, 4);
    QCOMPARE(partly.json()["plan_rejected"].toInt(), 2);
    QStringList periods;
    for (const QJsonValue& row : partly.json()["rows"].toArray())
      if (row.toObject()["sku"].toString() == u"T02" && row.toObject()["zone"].toString() == u"North")
        periods << row.toObject()["period"].toString();
    QCOMPARE(periods, (QStringList{"2026-03-02", "2026-03-09"}));
    const Ran early = shell.json({"forecast", "--as-of", "2025-03-09", "--horizon", "1"});
    QCOMPARE(early.json()["as_of"].toString(), QStringLiteral("2025-03-09"));
    QCOMPARE(early.json()["rows"].toArray().size(), 4);
    const Ran replay = shell.json({"backtest", "--weeks", "8"});
    QCOMPARE(replay.exit, 0);
    QCOMPARE(replay.json()["origins"].toArray().size(), 4);
    QVERIFY(replay.json()["all"].toObject()["wape_median"].toDouble() < 0.2);
    QCOMPARE(shell.json({"forecast", "--plan", shell.path("no.csv")}).error(), QStringLiteral("import.file-missing"));
    QCOMPARE(shell.json({"forecast", "--as-of", "1999-01-01"}).error(), QStringLiteral("forecast.no-history"));
  }

  void aChallengerGoesItsWay() {
    const QString estimator = QStringLiteral("elasticity_estimator");
    QCOMPARE(shell.json({"models", "list"}).json()["models"].toArray().size(), 3);
    QCOMPARE(shell.json({"models", "compare", estimator}).error(), QStringLiteral("model.no-challenger"));
    QCOMPARE(shell.json({"models", "add", estimator, "1.1.0", "--set", "history_weeks=many"}).error(),
             QStringLiteral("model.bad-parameter"));
    QCOMPARE(shell.json({"models", "add", estimator, "1.1.0", "--set", "memory=9"}).error(),
             QStringLiteral("model.unknown-parameter"));
    QCOMPARE(shell.json({"models", "add", "oracle", "1.1.0"}).error(), QStringLiteral("model.unknown"));
    const Ran added = shell.json({"models", "add", estimator, "1.1.0", "--set", "history_weeks=30", "--set",
                                  "season=false", "--note", "forgets"});
    QCOMPARE(added.exit, 0);
    QCOMPARE(shell.json({"models", "promote", estimator, "1.1.0", "--reason", "hope"}).error(),
             QStringLiteral("model.untried"));
    QCOMPARE(shell.json({"cycle", "--no-publish", "--seed", "1"}).json()["state"].toString().isEmpty(), false);
    const QString out = shell.path("differ.csv");
    const Ran compared = shell.json({"models", "compare", estimator, "--out", out});
    QVERIFY2(compared.exit == 0, compared.out.constData());
    QCOMPARE(compared.json()["champion"].toObject()["version"].toString(), QStringLiteral("1.0.0"));
    QCOMPARE(compared.json()["challenger"].toObject()["version"].toString(), QStringLiteral("1.1.0"));
    QCOMPARE(compared.json()["listings"].toInt(), 4);
    // With thirty weeks to learn from fewer can be judged by: both are judged by the same.
    const auto judgedBy = [&](const char* side) {
      return compared.json()[QLatin1String(side)].toObject()["hold_out"].toObject()["rows"].toInt();
    };
    QVERIFY(judgedBy("champion") > 0);
    QCOMPARE(judgedBy("champion"), judgedBy("challenger"));
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed().split('\n').size(), 1 + compared.json()["differ"].toInt());
    // Looking at what would be leaves what is: no decision of the shadow's is in the queue.
    const qsizetype waiting = shell.json({"queue", "list"}).json()["pending"].toArray().size();
    QCOMPARE(shell.json({"models", "compare", estimator}).exit, 0);
    QCOMPARE(shell.json({"queue", "list"}).json()["pending"].toArray().size(), waiting);
    // A test of it is planned; in one zone there is nobody to compare it with.
    QCOMPARE(shell.json({"experiment", "design", "forgets", "--model", "9.0.0"}).error(),
             QStringLiteral("model.unknown"));
    QCOMPARE(shell.json({"experiment", "design", "forgets", "--model", "1.1.0", "--change", "5"}).error(),
             QStringLiteral("experiment.bad-plan"));
    const QJsonObject draft = shell.json({"experiment", "design", "forgets", "--model", "1.1.0"}).json();
    QCOMPARE(draft["plan"].toObject()["model"].toString(), QStringLiteral("1.1.0"));
    QCOMPARE(draft["champion"].toString(), QStringLiteral("1.0.0"));
    const QJsonObject preview = shell.json({"experiment", "preview", "forgets"}).json();
    QCOMPARE(preview["challenger"].toString(), QStringLiteral("1.1.0"));
    QCOMPARE(preview["products"].toInt(), 4);
    QVERIFY(!preview["may_start"].toBool(true));
    QCOMPARE(preview["refused"].toArray()[0].toObject()["code"].toString(), QStringLiteral("experiment.few-clusters"));
    QVERIFY(shell.run({"experiment", "status"}).out.contains("1.0.0 → 1.1.0"));
    QCOMPARE(shell.json({"models", "promote", estimator, "1.1.0", "--reason", "recent weeks"}).exit, 0);
    // The next cycle asks it.
    QVERIFY(shell.json({"cycle", "--no-publish", "--seed", "1"}).exit != 1);
    QCOMPARE(shell.json({"fit"}).json()["version"].toString(), QStringLiteral("1.1.0"));
    const int used = shell.json({"fit"}).json()["metrics"].toObject()["rowsUsed"].toInt();
    QVERIFY2(used > 4 * 25 && used <= 4 * 30, qPrintable(QString::number(used)));
    QCOMPARE(shell.json({"fit", "--model", "1.0.0"}).json()["metrics"].toObject()["rowsUsed"].toInt(), 416);
    const Ran explained = shell.json({"explain", "T01@North", "--replay"});
    QVERIFY(explained.json()["replay"].toObject()["same_bits"].toBool());
    QCOMPARE(shell.json({"models", "rollback", estimator}).json()["version"].toString(), QStringLiteral("1.0.0"));
    QCOMPARE(shell.json({"models", "rollback", estimator}).error(), QStringLiteral("model.nothing-before"));
    QVERIFY(shell.run({"models", "list"}).out.contains("history_weeks"));
  }

  // A version of the optimizer names what it differs in from the settings, and is tried by the prices that would
  // differ.
  void theOptimizerHasVersionsToo() {
    const QString name = QStringLiteral("price_optimizer");
    QCOMPARE(shell.json({"models", "add", name, "1.1.0", "--set", "trees=50"}).error(),
             QStringLiteral("model.unknown-parameter"));
    QCOMPARE(shell.json({"models", "add", name, "1.1.0", "--set", "max_move=101"}).error(),
             QStringLiteral("model.bad-parameter"));
    QCOMPARE(shell.json({"models", "add", name, "1.1.0", "--set", "max_move=2", "--set", "label_cost=0"}).exit, 0);
    QCOMPARE(shell.json({"models", "promote", name, "1.1.0", "--reason", "hope"}).error(),
             QStringLiteral("model.untried"));
    const Ran compared = shell.json({"models", "compare", name});
    QVERIFY2(compared.exit == 0, compared.out.constData());
    QCOMPARE(compared.json()["model"].toString(), name);
    const int careful = compared.json()["challenger"].toObject()["changes"].toInt();
    QVERIFY(compared.json()["champion"].toObject()["changes"].toInt() > 0 && compared.json()["differ"].toInt() > 0);
    for (const QJsonValue& row : compared.json()["prices"].toArray()) {
      const double now = row["now"].toString().toDouble(), then = row["challenger"].toString().toDouble();
      QVERIFY2(std::abs(then / now - 1) <= 0.0201, qPrintable(row["sku"].toString()));
    }
    QCOMPARE(shell.json({"models", "promote", name, "1.1.0", "--reason", "smaller steps"}).exit, 0);
    // It is what decides now: as many changes as were foreseen, and the other way round beside the one before.
    const Ran back = shell.json({"models", "compare", name, "--model", "1.0.0"});
    QCOMPARE(back.json()["champion"].toObject()["changes"].toInt(), careful);
    QCOMPARE(back.json()["differ"].toInt(), compared.json()["differ"].toInt());
    QCOMPARE(shell.json({"models", "rollback", name, "--reason", "larger steps again"}).exit, 0);
    QCOMPARE(shell.json({"models", "compare", name, "--model", "1.1.0"}).json()["champion"].toObject()["version"],
             QJsonValue("1.0.0"));
  }

  void forecastersAreComparedByReplay() {
    const QString name = QStringLiteral("demand_forecaster");
    QCOMPARE(shell.json({"models", "add", name, "1.1.0", "--set", "elasticity_share=1"}).exit, 0);
    const Ran compared = shell.json({"models", "compare", name});
    QVERIFY2(compared.exit == 0, compared.out.constData());
    const auto wape = [&](const char* side) {
      return compared.json()[QLatin1String(side)].toObject()["hold_out"].toObject()["wape_median"].toDouble();
    };
    QVERIFY(wape("champion") > 0 && wape("champion") < 0.2 && wape("challenger") > 0);
    QVERIFY(wape("champion") != wape("challenger"));
    QCOMPARE(shell.json({"models", "promote", name, "1.1.0", "--reason", "simpler"}).exit, 0);
    QCOMPARE(shell.json({"forecast", "--horizon", "1"}).json()["version"].toString(), QStringLiteral("1.1.0"));
    QCOMPARE(shell.json({"models", "rollback", name}).exit, 0);
  }

  void scenariosArePlannedKeptAndSent() {
    const QString out = shell.path("plan.csv");
    const Ran ran =
        shell.json({"scenario", "plan", "--max-changes", "2", "--max-index", "1", "--keep", "two", "--out", out});
    QVERIFY2(ran.exit == 0, ran.out + ran.err);
    QCOMPARE(ran.json()["planned"].toInt(), 4);
    QCOMPARE(ran.json()["limits"].toArray().size(), 2);
    const QJsonObject effect = ran.json()["effect"].toObject();
    QVERIFY(effect["profit_low"].toDouble() <= effect["profit"].toDouble());
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const qsizetype rows = file.readAll().trimmed().split('\n').size() - 1;
    QVERIFY(rows >= 1 && rows <= 2);
    const Ran kept = shell.json({"scenario", "list"});
    QCOMPARE(kept.json()["scenarios"].toArray().size(), 1);
    QCOMPARE(kept.json()["scenarios"].toArray()[0].toObject()["changes"].toInt(), int(rows));
    const Ran sent = shell.json({"scenario", "plan", "--max-changes", "1", "--send"});
    QVERIFY2(sent.exit == 0 || sent.exit == 4, sent.out);
    QCOMPARE(sent.json()["sent"].toInt() + sent.json()["refused"].toInt(), 1);
    QCOMPARE(shell.json({"scenario", "plan", "--frontier", "3"}).json()["frontier"].toArray().size(), 3);
    const Ran cannot = shell.json({"scenario", "plan", "--min-profit", "400"});
    QCOMPARE(cannot.error(), QStringLiteral("scenario.infeasible"));
    QVERIFY(cannot.json()["error"].toObject()["arguments"].toObject().contains("nearest_profit"));
    const QString sentence = cannot.json()["error"].toObject()["text"].toString();
    QVERIFY2(sentence.contains(QRegularExpression(QStringLiteral("nearest that can be kept: profit [+−][0-9.]+ %"))),
             qPrintable(sentence));
    const Ran related = shell.json({"scenario", "plan", "--relation", "T01 <= 0.7 * T02"});
    QVERIFY(related.exit == 0 || related.error() == u"scenario.impossible-relation");
    QCOMPARE(shell.json({"scenario", "plan", "--relation", "T01 below T02"}).error(),
             QStringLiteral("scenario.bad-relation"));
    QCOMPARE(shell.json({"scenario", "plan", "--relation", "T01 <= T99"}).error(),
             QStringLiteral("scenario.unknown-relation"));
    QCOMPARE(shell.json({"scenario", "plan", "--relation", "T02 <= 0.1 * T01"}).error(),
             QStringLiteral("scenario.impossible-relation"));
    QCOMPARE(shell.json({"scenario", "plan", "--objective", "fame"}).error(), QStringLiteral("scenario.bad-goal"));
    QCOMPARE(shell.json({"scenario", "plan", "--max-index", "much"}).exit, 2);
    QCOMPARE(shell.json({"scenario", "plan", "--category", "none"}).error(), QStringLiteral("scenario.nothing"));
  }

  void whatIsWorthLearningIsSaid() {
    const Ran ran = shell.json({"learning", "--most", "2", "--out", shell.path("learning.csv")});
    QCOMPARE(ran.exit, 0);
    const QJsonObject answer = ran.json();
    QCOMPARE(answer["known"].toInt() + answer["worth_testing"].toInt() + answer["cannot_tell"].toInt(), 4);
    QCOMPARE(answer["rows"].toArray().size(), 2);
    for (const QJsonValue& row : answer["rows"].toArray())
      QVERIFY(!row["knowledge"].toString().isEmpty() && !row["reason"].toString().isEmpty());
    QFile file(shell.path("learning.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed().split('\n').size(), 5);
    QCOMPARE(shell.json({"learning", "--weeks", "0"}).exit, 2);
  }

  void driftIsWatched() {
    const Ran ran = shell.json({"drift"});
    QVERIFY2(ran.exit == 0, ran.out.constData());
    QCOMPARE(ran.json()["to"].toString(), QStringLiteral("2026-03-01"));
    QCOMPARE(ran.json()["features"].toArray().size(), 11);
    QVERIFY(ran.json()["residual"].toObject()["known"].toBool());
    QVERIFY(shell.run({"drift"}).out.contains("own_price"));
  }

  // A feature at a moment uses nothing that came after it.
  void featuresAreThoseOfTheirMoment() {
    const auto values = [&](const char* at) {
      QMap<QString, QJsonValue> out;
      QStringList words{QStringLiteral("features"), QStringLiteral("T02@North")};
      if (*at)
        words << QStringLiteral("--at") << QLatin1String(at);
      const Ran ran = shell.json(words);
      if (ran.exit != 0)
        qFatal("%s", ran.out.constData());
      for (const QJsonValue& f : ran.json()["features"].toArray())
        out.insert(f.toObject()["name"].toString(), f.toObject()["value"]);
      return out;
    };
    const auto now = values("");
    QCOMPARE(now.size(), 10);
    QVERIFY(now["price_elasticity_coefficient"].toDouble() < -1);
    QVERIFY(now["margin_percent"].isDouble());
    const auto then = values("2026-03-02T08:00:00Z"); // before the cycle that learnt
    QVERIFY(then["price_elasticity_coefficient"].isNull());
    QVERIFY(std::abs(then["historical_demand_30d"].toDouble() / now["historical_demand_30d"].toDouble() - 1) < 0.01);
    const Ran stored = shell.json({"features", "T02", "--stored", "1"});
    QCOMPARE(stored.json()["stored"].toArray().size(), 1);
    QCOMPARE(stored.json()["stored"].toArray()[0].toObject()["features"].toArray().size(), 10);
    const Ran text = shell.run({"features", "T02"});
    QVERIFY2(text.out.contains("needs data on what customers looked at") && text.out.contains("hourly"), text.out);
    QCOMPARE(shell.json({"features", "T77"}).error(), QStringLiteral("catalog.unknown-sku"));
    QCOMPARE(shell.json({"features", "T02", "--at", "2020-01-01"}).error(), QStringLiteral("planner.no-price"));
  }
};

QTEST_GUILESS_MAIN(TestModelCommands)
#include "tst_ModelCommands.moc"
