// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/Telemetry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pricewright {
namespace {

// Buckets whose bounds grow by γ = (1 + α)/(1 − α) hold any quantile within α (DDSketch: Masson, Rim, Lee, VLDB 2019).
constexpr double kAccuracy = 0.02;
constexpr double kGrowth = (1 + kAccuracy) / (1 - kAccuracy);
constexpr double kSmallest = 1e-9; // at or below: counted as zero
constexpr int kZeroBucket = std::numeric_limits<int>::min();
constexpr std::size_t kSpansKept = 10'000;

int bucketOf(double value) {
  return value <= kSmallest ? kZeroBucket : static_cast<int>(std::ceil(std::log(value) / std::log(kGrowth)));
}
double middleOf(int bucket) { return bucket == kZeroBucket ? 0 : 2 * std::pow(kGrowth, bucket) / (kGrowth + 1); }

double quantile(const QMap<int, qint64>& byExponent, qint64 count, double share) {
  const auto rank = static_cast<qint64>(share * static_cast<double>(count - 1));
  qint64 seen = 0;
  for (auto it = byExponent.constBegin(); it != byExponent.constEnd(); ++it) {
    seen += it.value();
    if (seen > rank)
      return middleOf(it.key());
  }
  return 0;
}

} // namespace

void Telemetry::count(const QString& name, qint64 by) {
  const std::lock_guard lock(m_mutex);
  m_counters[name] += by;
}

void Telemetry::gauge(const QString& name, double value) {
  const std::lock_guard lock(m_mutex);
  m_gauges[name] = value;
}

void Telemetry::observe(const QString& name, double value) {
  if (!std::isfinite(value))
    return;
  const std::lock_guard lock(m_mutex);
  Buckets& buckets = m_histograms[name];
  buckets.byExponent[bucketOf(value)] += 1;
  buckets.max = buckets.count == 0 ? value : std::max(buckets.max, value);
  buckets.count += 1;
  buckets.sum += value;
}

void Telemetry::span(SpanRecord span) {
  const std::lock_guard lock(m_mutex);
  if (m_spans.size() < kSpansKept) {
    m_spans.push_back(std::move(span));
  } else { // the oldest gives way
    m_spans[m_oldestSpan] = std::move(span);
    m_oldestSpan = (m_oldestSpan + 1) % kSpansKept;
  }
}

qint64 Telemetry::counter(const QString& name) const {
  const std::lock_guard lock(m_mutex);
  return m_counters.value(name);
}

std::optional<double> Telemetry::gaugeValue(const QString& name) const {
  const std::lock_guard lock(m_mutex);
  const auto found = m_gauges.constFind(name);
  return found == m_gauges.constEnd() ? std::nullopt : std::optional(found.value());
}

HistogramSnapshot Telemetry::histogram(const QString& name) const {
  const std::lock_guard lock(m_mutex);
  const auto found = m_histograms.constFind(name);
  if (found == m_histograms.constEnd())
    return {};
  const Buckets& b = *found;
  const auto at = [&b](double share) { return std::min(quantile(b.byExponent, b.count, share), b.max); };
  return {b.count, b.sum, at(0.50), at(0.95), at(0.99), b.max};
}

std::vector<SpanRecord> Telemetry::spans() const {
  const std::lock_guard lock(m_mutex);
  std::vector<SpanRecord> oldestFirst(m_spans);
  std::rotate(oldestFirst.begin(), oldestFirst.begin() + static_cast<std::ptrdiff_t>(m_oldestSpan), oldestFirst.end());
  return oldestFirst;
}

QMap<QString, qint64> Telemetry::counters() const {
  const std::lock_guard lock(m_mutex);
  return m_counters;
}

QMap<QString, double> Telemetry::gauges() const {
  const std::lock_guard lock(m_mutex);
  return m_gauges;
}

QStringList Telemetry::histogramNames() const {
  const std::lock_guard lock(m_mutex);
  return m_histograms.keys();
}

} // namespace pricewright
