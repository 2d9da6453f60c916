// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <QMap>
#include <QString>

#include <mutex>
#include <optional>
#include <vector>

namespace pricewright {

struct HistogramSnapshot {
  qint64 count = 0;
  double sum = 0, p50 = 0, p95 = 0, p99 = 0, max = 0;
};
struct SpanRecord {
  QString name;
  QString parent;
  Instant start{};
  Duration took{};
  QMap<QString, QString> facts;
};

// Counters, gauges, histograms and spans, kept in memory. Thread-safe. Names are those of the requirements:
// scrape_success_rate, ml_inference_latency_ms, guardrail_trigger_rate …
class Telemetry {
 public:
  void count(const QString& name, qint64 by = 1);
  void gauge(const QString& name, double value);
  void observe(const QString& name, double value); // what is not finite is left out
  void span(SpanRecord span);                      // the newest 10,000 are kept
  qint64 counter(const QString& name) const;
  std::optional<double> gaugeValue(const QString& name) const;
  HistogramSnapshot histogram(const QString& name) const; // quantiles within 2 %
  std::vector<SpanRecord> spans() const;                  // oldest first
  QMap<QString, qint64> counters() const;
  QMap<QString, double> gauges() const;
  QStringList histogramNames() const;

 private:
  struct Buckets {
    QMap<int, qint64> byExponent;
    qint64 count = 0;
    double sum = 0, max = 0;
  };
  mutable std::mutex m_mutex;
  QMap<QString, qint64> m_counters;
  QMap<QString, double> m_gauges;
  QMap<QString, Buckets> m_histograms;
  std::vector<SpanRecord> m_spans;
  std::size_t m_oldestSpan = 0; // where the ring begins, once it is full
};

} // namespace pricewright
