// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentMetrics.h"

#include "base/Words.h"

#include <algorithm>

namespace pricewright::experimentfiles {
namespace {

std::optional<Quantity> quantityOf(const QString& name) {
  static const QMap<QString, Quantity> kNames{{s("conversion"), Quantity::Conversion},
                                              {s("revenue"), Quantity::Revenue},
                                              {s("profit"), Quantity::Profit},
                                              {s("units"), Quantity::Units},
                                              {s("orders"), Quantity::Orders}};
  const auto at = kNames.constFind(name.toLower());
  return at == kNames.constEnd() ? std::nullopt : std::optional(*at);
}

Result<StreamMetric> streamMetric(const QString& name, const Streams& streams) {
  StreamMetric out{name, 0, {}};
  if (const auto quantity = quantityOf(name)) {
    out.metric.of = *quantity;
    return out;
  }
  const auto above = quantityOf(name.section(u'/', 0, 0)), below = quantityOf(name.section(u'/', 1));
  if (name.count(u'/') == 1 && above && below && *below != Quantity::Conversion) {
    out.metric.of = *above, out.metric.per = *below;
    return out;
  }
  const QString part = name.section(u':', -1), event = name.contains(u':') ? name.section(u':', 0, -2) : name;
  qsizetype stream = streams.names.indexOf(name);
  out.metric.of = Quantity::Conversion;
  if (stream <= 0 && (part == u"value" || part == u"count")) {
    stream = streams.names.indexOf(event);
    out.metric.of = part == u"value" ? Quantity::Revenue : Quantity::Orders;
  }
  if (stream <= 0)
    return fail(s("experiment.unknown-metric"),
                {{s("metric"), name}, {s("found"), streams.names.mid(1, 20).join(s(", "))}});
  out.stream = std::size_t(stream);
  return out;
}

// 1.0823 as 1082300000 / 1000000000.
Result<CurrencyRate> rateOf(std::uint16_t currency, const QString& text) {
  constexpr int kPlaces = 9;
  const ParsedNumber number = parseNumber(text.toStdString(), '.', kPlaces);
  if (number.fault != ValueFault::None || number.value <= 0)
    return fail(s("experiment.bad-setting"), {{s("setting"), s("rate")}});
  return CurrencyRate{currency, number.value, 1'000'000'000};
}

} // namespace

Result<std::vector<StreamMetric>> streamMetrics(const ExperimentRequest& request, const Streams& streams) {
  QStringList names = request.metrics;
  if (names.isEmpty()) {
    if (!streams.events[0].empty()) {
      names << s("conversion");
      if (streams.hasValue)
        names << s("revenue");
      if (streams.hasValue && streams.hasCost)
        names << s("profit");
    }
    constexpr qsizetype kMostUnasked = 5;
    names << streams.names.mid(1, kMostUnasked);
  }
  std::vector<StreamMetric> out;
  for (const QString& name : names) {
    PW_TRY(StreamMetric metric, streamMetric(name, streams));
    metric.metric.adjusted = request.preDays > 0;
    if (metric.metric.of != Quantity::Conversion)
      metric.metric.winsorHigh = std::min(1.0, request.winsorOf.value(name, request.winsor));
    out.push_back(std::move(metric));
  }
  return out;
}

Status settleCurrency(const ExperimentRequest& request, const Streams& streams, EventPlan& plan,
                      ExperimentReport& report) {
  const QString own = request.currency.toUpper();
  report.currency = own.isEmpty() && streams.currencies.size() == 2 ? streams.currencies[1] : own;
  if (own.isEmpty() && streams.currencies.size() > 2)
    return fail(s("experiment.which-currency"), {{s("found"), streams.currencies.mid(1, 20).join(s(", "))}});
  for (qsizetype i = 1; i < streams.currencies.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    if (streams.currencies[i] == report.currency)
      plan.currency = number;
    else if (request.rates.contains(streams.currencies[i])) {
      PW_TRY(const CurrencyRate rate, rateOf(number, request.rates[streams.currencies[i]]));
      plan.rates.push_back(rate);
    }
  }
  if (plan.currency == 0) // none of the file's: no number of theirs may be taken for it
    plan.currency = static_cast<std::uint16_t>(streams.currencies.size());
  return {};
}

} // namespace pricewright::experimentfiles
