// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/Telemetry.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <thread>

using namespace pricewright;

// What the dashboards rely on: nothing is lost between threads, quantiles are right within 2 %, memory stays bounded.
class TestTelemetry : public QObject {
  Q_OBJECT
 private slots:
  void countsFromAllThreads() {
    Telemetry telemetry;
    {
      std::vector<std::jthread> threads;
      for (int t = 0; t < 4; ++t)
        threads.emplace_back([&telemetry] {
          for (int i = 0; i < 5000; ++i) {
            telemetry.count(QStringLiteral("policy_violation_count"));
            telemetry.observe(QStringLiteral("ml_inference_latency_ms"), 1 + i % 100);
          }
        });
    }
    QCOMPARE(telemetry.counter(QStringLiteral("policy_violation_count")), 20'000);
    QCOMPARE(telemetry.histogram(QStringLiteral("ml_inference_latency_ms")).count, 20'000);
    QCOMPARE(telemetry.counter(QStringLiteral("never")), 0);
  }

  void quantilesAreWithinTwoPercent() {
    for (const double scale : {1e-6, 1.0, 1e9}) {
      Telemetry telemetry;
      for (int i = 1; i <= 10'000; ++i)
        telemetry.observe(QStringLiteral("x"), scale * i);
      const HistogramSnapshot h = telemetry.histogram(QStringLiteral("x"));
      QVERIFY(std::abs(h.p50 / scale - 5000) <= 0.02 * 5001);
      QVERIFY(std::abs(h.p95 / scale - 9500) <= 0.02 * 9501);
      QVERIFY(std::abs(h.p99 / scale - 9900) <= 0.02 * 9901);
      QCOMPARE(h.max, scale * 10'000);
      QVERIFY(std::abs(h.sum / scale - 50'005'000) < 1);
    }
  }

  void oddValuesDoNoHarm() {
    Telemetry telemetry;
    for (const double v : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
      telemetry.observe(QStringLiteral("x"), v);
    QCOMPARE(telemetry.histogram(QStringLiteral("x")).count, 0);
    for (const double v : {-5.0, 0.0, 0.0})
      telemetry.observe(QStringLiteral("x"), v);
    const HistogramSnapshot h = telemetry.histogram(QStringLiteral("x"));
    QCOMPARE(h.count, 3);
    QCOMPARE(h.sum, -5.0);
    QCOMPARE(h.p99, 0.0);
    QCOMPARE(h.max, 0.0);
    telemetry.observe(QStringLiteral("one"), 7.3);
    QVERIFY(std::abs(telemetry.histogram(QStringLiteral("one")).p50 - 7.3) <= 0.02 * 7.3);
    QCOMPARE(telemetry.histogramNames(), (QStringList{"one", "x"}));
  }

  void gaugesShowTheLastValue() {
    Telemetry telemetry;
    QVERIFY(!telemetry.gaugeValue(QStringLiteral("g")));
    telemetry.gauge(QStringLiteral("g"), 1);
    telemetry.gauge(QStringLiteral("g"), 0.6);
    QCOMPARE(telemetry.gaugeValue(QStringLiteral("g")), std::optional(0.6));
    QCOMPARE(telemetry.gauges().size(), 1);
  }

  void theNewestSpansAreKept() {
    Telemetry telemetry;
    for (int i = 0; i < 10'003; ++i)
      telemetry.span({QString::number(i), {}, fromMillis(i), Duration(1), {}});
    const auto spans = telemetry.spans();
    QCOMPARE(spans.size(), std::size_t{10'000});
    QCOMPARE(spans.front().name, QStringLiteral("3"));
    QCOMPARE(spans.back().name, QStringLiteral("10002"));
  }
};

QTEST_GUILESS_MAIN(TestTelemetry)
#include "tst_Telemetry.moc"
