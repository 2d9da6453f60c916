// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oracles/OracleAnswers.h"

#include "base/Json.h"
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

// Compares an answer with what independent software expects: null is not checked, texts compare as decimals, numbers
// within abs + rel·|expected|.
struct Comparison {
  QJsonObject tolerance;
  QStringList wrong;

  void value(const QJsonValue& expected, const QJsonValue& got, const QString& path, const QString& key) {
    if (expected.isNull())
      return;
    if (expected.isObject()) {
      const QJsonObject o = expected.toObject();
      for (auto it = o.begin(); it != o.end(); ++it)
        value(*it, got[it.key()], path + u'/' + it.key(), it.key());
    } else if (expected.isArray()) {
      const QJsonArray a = expected.toArray();
      if (a.size() != got.toArray().size())
        wrong << path + QStringLiteral(" length");
      for (qsizetype i = 0; i < a.size(); ++i)
        value(a[i], got[i], path + u'/' + QString::number(i), key);
    } else if (expected.isString()) {
      if (!sameDecimal(expected.toString(), got.toString()))
        wrong << path + u' ' + expected.toString() + u' ' + got.toString();
    } else if (expected.isBool()) {
      if (got != expected)
        wrong << path;
    } else if (!got.isDouble() || !within(expected.toDouble(), got.toDouble(), path, key)) {
      wrong
          << QStringLiteral("%1 %2 %3").arg(path).arg(expected.toDouble(), 0, 'g', 17).arg(got.toDouble(), 0, 'g', 17);
    }
  }
  bool within(double expected, double got, const QString& path, const QString& key) const {
    if (tolerance["exact"].toBool())
      return expected == got;
    double rel = tolerance["rel"].toDouble(), abs = tolerance["abs"].toDouble();
    const auto widen = [&](const char* wider, const char* further) {
      rel = std::max(rel, tolerance[QLatin1String(wider)].toDouble());
      abs = std::max(abs, tolerance[QLatin1String(further)].toDouble());
    };
    if (key.endsWith(QLatin1String("_ml")))
      widen("ml_rel", "");
    if (key == u"theta" || key == u"alpha" || key == u"se_theta")
      widen("theta_rel", "");
    if (key.startsWith(u"poisson_ridge"))
      widen("poisson_rel", "poisson_abs");
    if (path.contains(u"/negbin2/"))
      widen("nb_coef_rel", "nb_coef_abs");
    if (key.startsWith(u"var_")) // variance components, as the topic's note says
      rel = std::max(rel, 5e-3);
    return std::abs(got - expected) <= abs + rel * std::abs(expected);
  }
  static bool sameDecimal(QString a, QString b) {
    for (QString* text : {&a, &b}) {
      while (text->contains(u'.') && (text->endsWith(u'0') || text->endsWith(u'.')))
        text->chop(1);
      if (*text == QLatin1String("-0"))
        *text = QStringLiteral("0");
    }
    return a == b;
  }
};

} // namespace

class TestOracleAnswers : public QObject {
  Q_OBJECT
 private slots:
  void agreesWithIndependentSoftware_data() {
    QTest::addColumn<QString>("topic");
    for (const QString& topic : oracleTopics())
      QTest::newRow(qPrintable(topic)) << topic;
  }
  void agreesWithIndependentSoftware() {
    QFETCH(QString, topic);
    QFile file(test::oraclesFolder() + u'/' + topic + QStringLiteral(".json"));
    if (test::oraclesFolder().isEmpty() || !file.open(QIODevice::ReadOnly))
      QSKIP("the expected values are not here");
    const auto expected = parseObject(file.readAll());
    QVERIFY(expected);
    const auto answers = answerOracle(*expected);
    QVERIFY(answers);
    const QJsonArray cases = (*expected)["cases"].toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue& one : cases) {
      Comparison comparison{one["tol"].toObject(), {}};
      const QString id = one["id"].toString();
      comparison.value(one["expect"], answers->value(id), id, {});
      QVERIFY2(comparison.wrong.isEmpty(), qPrintable(comparison.wrong.mid(0, 5).join(u'\n')));
    }
  }

  void whatItCannotAnswerItSays() {
    const auto unknown = answerOracle({{"topic", "weather"}, {"cases", QJsonArray()}});
    QVERIFY(!unknown && unknown.error().is(u"oracle.unknown-topic"));
    QCOMPARE(answerOracle({{"topic", "money_allocation"}}).error().code, QStringLiteral("oracle.no-cases"));
    const QJsonObject bad{{"id", "x"}, {"input", QJsonObject{{"currency", "ZZZ"}}}};
    const auto answers = answerOracle({{"topic", "money_rounding"}, {"cases", QJsonArray{bad}}});
    QCOMPARE((*answers)["x"].toObject()["error"].toString(), QStringLiteral("money.unknown-currency"));
  }

  // The comparison itself must be able to fail.
  void theComparisonNotices() {
    Comparison c{{{"rel", 1e-6}}, {}};
    c.value(QJsonArray{1.0, 2.0}, QJsonArray{1.0, 2.00001}, {}, {});
    c.value(QJsonObject{{"a", 1}}, QJsonObject(), {}, {});
    c.value(QStringLiteral("1.10"), QStringLiteral("1.01"), {}, {});
    c.value(QJsonArray{1}, QJsonArray{}, {}, {});
    QCOMPARE(c.wrong.size(), 5);
    c.value(QJsonObject{{"a", QJsonValue()}, {"b", "-0.00"}}, QJsonObject{{"b", "0"}}, {}, {});
    QCOMPARE(c.wrong.size(), 5);
  }
};

QTEST_GUILESS_MAIN(TestOracleAnswers)
#include "tst_OracleAnswers.moc"
