// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Juices.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace pricewright;
using namespace pricewright::test;

// Textbook optima, against independent software.
class ClosedFormTest : public QObject {
  Q_OBJECT
 private slots:
  void closedFormsAreThoseOfIndependentSoftware() {
    const QString folder = test::oraclesFolder();
    if (folder.isEmpty())
      QSKIP("the oracles are not here");
    QFile file(folder + QStringLiteral("/price_closed_form.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QMap<QString, DemandCurve> curves{{QStringLiteral("constant_elasticity"), DemandCurve::ConstantElasticity},
                                            {QStringLiteral("linear"), DemandCurve::Linear},
                                            {QStringLiteral("exponential"), DemandCurve::Exponential},
                                            {QStringLiteral("logit"), DemandCurve::Logit}};
    int cases = 0;
    for (const QJsonValue& value :
         QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("cases")].toArray()) {
      const QJsonObject in = value[QStringLiteral("input")].toObject(),
                        expect = value[QStringLiteral("expect")].toObject();
      const auto number = [&](const char* key) { return in[QLatin1String(key)].toDouble(); };
      const auto got = closedFormOptimum({curves.value(in[QStringLiteral("demand")].toString()), number("cost"),
                                          number("elasticity"), number("q_at_ref"), number("p_ref"), number("a"),
                                          number("b"), number("market")});
      QVERIFY2(got, qPrintable(value[QStringLiteral("id")].toString()));
      for (const auto& [name, have] : {std::pair("price", got->price),
                                       {"units", got->units},
                                       {"profit", got->profit},
                                       {"revenue", got->revenue}}) {
        const double want = expect[QLatin1String(name)].toDouble();
        QVERIFY2(std::abs(have - want) <= 1e-8 + 1e-6 * std::abs(want), name);
      }
      ++cases;
    }
    QVERIFY(cases > 0);
  }

  void closedFormsSayWhereThereIsNoOptimum_data() {
    QTest::addColumn<int>("curve");
    QTest::addColumn<double>("cost");
    QTest::addColumn<double>("elasticity");
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, DemandCurve curve, double cost, double e, double a, double b,
                        const char* code) {
      QTest::newRow(name) << int(curve) << cost << e << a << b << QString::fromLatin1(code);
    };
    using enum DemandCurve;
    row("inelastic", ConstantElasticity, 2, -0.8, 0, 0, "optimizer.unbounded");
    row("unit elastic", ConstantElasticity, 2, -1, 0, 0, "optimizer.unbounded");
    row("costs nothing", ConstantElasticity, 0, -2, 0, 0, "optimizer.unbounded");
    row("negative cost", Linear, -1, 0, 10, 1, "optimizer.bad-curve");
    row("flat line", Linear, 2, 0, 10, 0, "optimizer.unbounded");
    row("rising logit", Logit, 2, 0, 1, -1, "optimizer.unbounded");
    row("not a number", Exponential, kNaN, 0, 10, 1, "optimizer.bad-curve");
    row("infinite", Exponential, 2, 0, std::numeric_limits<double>::infinity(), 1, "optimizer.bad-curve");
    row("elastic", ConstantElasticity, 2, -2, 0, 0, "");
    row("nobody buys at cost", Linear, 20, 0, 10, 1, "");
    row("a huge logit", Logit, 2, 0, 5000, 0.5, "");
  }
  void closedFormsSayWhereThereIsNoOptimum() {
    QFETCH(int, curve);
    QFETCH(double, cost);
    QFETCH(double, elasticity);
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(QString, code);
    const auto got = closedFormOptimum({DemandCurve(curve), cost, elasticity, 100, 10, a, b, 1000});
    QCOMPARE(got ? QString() : got.error().code, code);
    if (got)
      QVERIFY(std::isfinite(got->price) && got->price >= cost && got->profit >= 0);
  }
};

QTEST_GUILESS_MAIN(ClosedFormTest)
#include "tst_ClosedForm.moc"
