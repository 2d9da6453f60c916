// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of models: what is asked, what is tried beside it, and the way back.
#include "DecisionDesk.h"

#include <QJsonArray>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const QString kName = QStringLiteral("elasticity_estimator"), kFirst = QStringLiteral("1.0.0"),
              kWhy = QStringLiteral("fits the last year better");

ModelVersion version(const char* number, const QJsonObject& parameters = {}) {
  ModelVersion v;
  v.name = kName, v.version = QLatin1String(number), v.parameters = parameters;
  v.note = QStringLiteral("shorter memory");
  return v;
}

} // namespace

class TestModelStore : public QObject {
  Q_OBJECT
 private slots:
  void aWorkspaceBeginsWithTheProgramsOwn();
  void aChallengerIsTriedBeforeItIsAsked();
  void rollingBackIsOneAction();
  void versionsOnlyGoUp();
  void trainingsAreKeptOnceEach();
  void everyChangeStandsInTheJournal();
};

void TestModelStore::aWorkspaceBeginsWithTheProgramsOwn() {
  Desk desk(1);
  const ModelVersion v = *desk.models.champion(kName);
  QCOMPARE(v.version, kFirst);
  QVERIFY(v.parameters.isEmpty() && !v.training && v.before.isEmpty());
  QVERIFY(!desk.models.challenger(kName)->has_value());
  QCOMPARE(desk.models.versions()->size(), std::size_t(3));
  QCOMPARE(codeOf(desk.models.champion(QStringLiteral("oracle"))), QStringLiteral("model.unknown"));
}

void TestModelStore::aChallengerIsTriedBeforeItIsAsked() {
  Desk desk(1);
  must(desk.models.add(desk.anna, version("1.1.0", {{QStringLiteral("history_weeks"), 52}})));
  QCOMPARE(desk.models.challenger(kName)->value().version, QStringLiteral("1.1.0"));
  QCOMPARE(codeOf(desk.models.promote(desk.anna, kName, QStringLiteral("1.1.0"), kWhy)),
           QStringLiteral("model.untried"));
  must(desk.models.record(desk.anna, kName, QStringLiteral("1.1.0"), QStringLiteral("sha"),
                          {{QStringLiteral("wapeMedian"), 0.4}}, false));
  QCOMPARE(codeOf(desk.models.promote(desk.anna, kName, QStringLiteral("1.1.0"), QStringLiteral("  "))),
           QStringLiteral("model.reason-missing"));
  must(desk.models.promote(desk.anna, kName, QStringLiteral("1.1.0"), kWhy));
  const ModelVersion now = *desk.models.champion(kName);
  QCOMPARE(now.version, QStringLiteral("1.1.0"));
  QCOMPARE(now.before, kFirst);
  QCOMPARE(now.why, kWhy);
  QCOMPARE(now.promotedBy, desk.anna.user);
  QCOMPARE(now.parameters.value(QStringLiteral("history_weeks")).toInt(), 52);
  QVERIFY(!desk.models.challenger(kName)->has_value());
  QCOMPARE(codeOf(desk.models.promote(desk.anna, kName, QStringLiteral("1.1.0"), kWhy)),
           QStringLiteral("model.is-champion"));
}

void TestModelStore::rollingBackIsOneAction() {
  Desk desk(1);
  QCOMPARE(codeOf(desk.models.rollBack(desk.anna, kName, {})), QStringLiteral("model.nothing-before"));
  for (const char* number : {"1.1.0", "1.2.0"}) {
    must(desk.models.add(desk.anna, version(number)));
    must(desk.models.record(desk.anna, kName, QLatin1String(number), QStringLiteral("s"), {}, false));
    must(desk.models.promote(desk.anna, kName, QLatin1String(number), kWhy));
  }
  QCOMPARE(*desk.models.rollBack(desk.anna, kName, kWhy), QStringLiteral("1.1.0"));
  QCOMPARE(*desk.models.rollBack(desk.anna, kName, kWhy), kFirst); // and what stood before that
  QCOMPARE(codeOf(desk.models.rollBack(desk.anna, kName, kWhy)), QStringLiteral("model.nothing-before"));
  must(desk.models.promote(desk.anna, kName, QStringLiteral("1.2.0"), kWhy)); // it was champion once: tried enough
  QCOMPARE(desk.models.champion(kName)->before, kFirst);
}

void TestModelStore::versionsOnlyGoUp() {
  Desk desk(1);
  for (const char* bad : {"", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.-1", "9999999.0.0", "1.0.0 "})
    QCOMPARE(codeOf(desk.models.add(desk.anna, version(bad))), QStringLiteral("model.bad-version"));
  QCOMPARE(codeOf(desk.models.add(desk.anna, version("1.0.0"))), QStringLiteral("model.taken"));
  QCOMPARE(codeOf(desk.models.add(desk.anna, version("0.9.9"))), QStringLiteral("model.not-newer"));
  must(desk.models.add(desk.anna, version("1.9.0")));
  must(desk.models.add(desk.anna, version("1.10.0"))); // numbers, not words
  QCOMPARE(desk.models.challenger(kName)->value().version, QStringLiteral("1.10.0"));
  QCOMPARE(desk.models.version(kName, QStringLiteral("1.9.0"))->alias, QString()); // one challenger at a time
  QCOMPARE(desk.models.versions()->at(1).version, QStringLiteral("1.10.0"));       // newest first
}

void TestModelStore::trainingsAreKeptOnceEach() {
  Desk desk(1);
  const auto put = [&](const char* sha, bool inUse = true) {
    const qint64 entries = *desk.journal.size();
    must(desk.models.record(desk.anna, kName, kFirst, QLatin1String(sha), {{QStringLiteral("wape"), 0.3}}, inUse));
    return *desk.journal.size() - entries;
  };
  QCOMPARE(put("a"), 1);
  QCOMPARE(put("a"), 0);
  QCOMPARE(put("b"), 1);
  QCOMPARE(desk.models.champion(kName)->training->sha256, QStringLiteral("b"));
  QCOMPARE(put("a"), 1); // back in use
  QCOMPARE(desk.models.champion(kName)->training->sha256, QStringLiteral("a"));
  QCOMPARE(put("c", false), 1); // a trial of the champion's version takes nothing from it
  QCOMPARE(desk.models.champion(kName)->training->sha256, QStringLiteral("a"));
  QCOMPARE(desk.count("SELECT count(*) FROM model WHERE alias = 'champion'"), 1);
  QCOMPARE(desk.count("SELECT count(*) FROM model"), 3);
}

void TestModelStore::everyChangeStandsInTheJournal() {
  Desk desk(1);
  must(desk.models.add(desk.anna, version("2.0.0")));
  must(desk.models.record(desk.anna, kName, QStringLiteral("2.0.0"), QStringLiteral("s"),
                          {{QStringLiteral("wape"), 0.3}, {QStringLiteral("byCategory"), QJsonArray{1, 2}}}, false));
  must(desk.models.promote(desk.anna, kName, QStringLiteral("2.0.0"), kWhy));
  QVERIFY(desk.models.rollBack(desk.anna, kName, kWhy));
  const std::vector<AuditEntry> entries = *desk.journal.entries(*desk.journal.size() - 4, 4);
  QStringList actions;
  for (const AuditEntry& e : entries)
    actions << e.kind;
  QCOMPARE(actions, QStringList({QStringLiteral("model.added"), QStringLiteral("model.registered"),
                                 QStringLiteral("model.promoted"), QStringLiteral("model.rolled_back")}));
  QCOMPARE(entries[2].body.value(QStringLiteral("why")).toString(), kWhy);
  QVERIFY(!entries[1].body.value(QStringLiteral("metrics")).toObject().contains(QStringLiteral("byCategory")));
}

QTEST_GUILESS_MAIN(TestModelStore)
#include "tst_ModelStore.moc"
