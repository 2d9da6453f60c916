// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/UnitLedger.h"

#include <algorithm>

namespace pricewright::ledger {
namespace {

// value · numerator / denominator, to the nearest, halves to even.
std::int64_t converted(std::int64_t value, const CurrencyRate& rate) {
  const Wide product = Wide(value) * rate.numerator, denominator = rate.denominator;
  Wide whole = product / denominator, rest = product % denominator;
  if (rest < 0)
    rest += denominator, whole -= 1;
  const Wide twice = rest * 2;
  if (twice > denominator || (twice == denominator && (whole & 1) != 0))
    whole += 1;
  return static_cast<std::int64_t>(std::clamp<Wide>(whole, -kMostMicro, kMostMicro));
}

std::int64_t cutSum(std::int64_t a, std::int64_t b) { return std::clamp(a + b, -kMostMicro, kMostMicro); }

} // namespace

std::int64_t Figures::of(Quantity q) const { return quantityOf<std::int64_t>(*this, q); }

double scaleOf(Quantity q) { return q == Quantity::Conversion || q == Quantity::Orders ? 1 : kMillion; }

void UnitReader::read(const EventPlan& plan, Member& member, std::uint32_t firstEvent) {
  m_plan = &plan;
  member.now = {}, member.then = {}, member.counts = {};
  m_scratch.clear();
  bool named = false;
  for (std::uint32_t row = firstEvent; row != kNoRow; row = m_events[row].next) {
    m_scratch.push_back(&m_events[row]);
    named |= m_events[row].order != 0;
  }
  if (named && m_scratch.size() > 1)
    std::sort(m_scratch.begin(), m_scratch.end(),
              [](const EventRow* a, const EventRow* b) { return a->order < b->order; });
  for (std::size_t i = 0; i < m_scratch.size();) {
    std::size_t end = i + 1;
    const std::uint64_t order = m_scratch[i]->order;
    while (order != 0 && end < m_scratch.size() && m_scratch[end]->order == order)
      ++end;
    attribute(member, std::span(m_scratch).subspan(i, end - i));
    i = end;
  }
}

void UnitReader::attribute(Member& member, std::span<const EventRow* const> ofOneOrder) {
  std::int64_t madeMs = INT64_MAX;
  for (const EventRow* event : ofOneOrder)
    if (event->kind == EventKind::Order)
      madeMs = std::min(madeMs, event->atMs);
  if (madeMs == INT64_MAX && ofOneOrder.front()->order == 0)
    madeMs = ofOneOrder.front()->atMs; // a refund of nothing in particular
  if (madeMs == INT64_MAX) {
    member.counts.waiting += static_cast<std::uint32_t>(ofOneOrder.size());
    return;
  }
  bool ordered = false, orderedBefore = false;
  const std::int64_t before = member.now.revenue;
  for (const EventRow* event : ofOneOrder)
    take(member, *event, madeMs, ordered, orderedBefore);
  if (ordered && member.now.revenue < before)
    ++member.counts.overRefunded, member.counts.excess = cutSum(member.counts.excess, before - member.now.revenue);
  member.now.orders += ordered, member.then.orders += orderedBefore;
}

void UnitReader::take(Member& member, const EventRow& event, std::int64_t countsAtMs, bool& ordered,
                      bool& orderedBefore) {
  const std::int64_t since = countsAtMs - member.exposedMs;
  if (since >= m_plan->windowMs) {
    ++member.counts.late;
    return;
  }
  if (since < -m_plan->preMs) {
    ++member.counts.earlier;
    return;
  }
  std::int64_t amount = event.amount, cost = event.cost;
  if (event.currency != 0 && event.currency != m_plan->currency) {
    const auto rate = std::find_if(m_plan->rates.begin(), m_plan->rates.end(),
                                   [&](const CurrencyRate& r) { return r.currency == event.currency; });
    if (rate == m_plan->rates.end()) {
      ++member.counts.foreign;
      return;
    }
    amount = converted(amount, *rate), cost = converted(cost, *rate);
  }
  Figures& to = since >= 0 ? member.now : member.then;
  to.revenue = cutSum(to.revenue, amount), to.cost = cutSum(to.cost, cost);
  to.quantity = cutSum(to.quantity, event.quantity);
  ++(since >= 0 ? member.counts.counted : member.counts.before);
  if (event.kind == EventKind::Order)
    (since >= 0 ? ordered : orderedBefore) = true;
}

Values valuesOf(const EventMetric& metric, const Member& member) {
  Values out;
  std::size_t i = 0;
  for (const Figures* figures : {&member.now, &member.then}) {
    out.value[i++] = figures->of(metric.of);
    if (metric.per)
      out.value[i++] = figures->of(*metric.per);
    if (!metric.adjusted)
      break;
  }
  for (const std::int64_t value : out.value)
    out.any |= value != 0;
  return out;
}

void ProductSum::add(std::int64_t x, std::int64_t y, int sign) {
  const Wide product = Wide(x) * y;
  m_low += sign * (product & ((Wide(1) << kLowBits) - 1));
  m_high += sign * static_cast<std::int64_t>(product >> kLowBits);
}

double ProductSum::value() const {
  const Wide high = m_high + (m_low >> kLowBits), rest = m_low & ((Wide(1) << kLowBits) - 1);
  constexpr Wide kFits = Wide(1) << 46; // with the 80 bits below: within 127
  if (high < kFits && high >= -kFits)
    return double(high * (Wide(1) << kLowBits) + rest);
  return double(high) * double(Wide(1) << kLowBits) + double(rest);
}

void ExactSums::add(const ExactSums& other) {
  for (std::size_t i = 0; i < sums.size(); ++i)
    sums[i] += other.sums[i];
  for (std::size_t i = 0; i < products.size(); ++i)
    products[i].add(other.products[i]);
}

void addTo(ExactSums& sums, const Values& values, std::size_t quantities, int sign) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < quantities; ++i) {
    sums.sums[i] += Wide(sign) * values.value[i];
    for (std::size_t j = 0; j <= i; ++j)
      sums.products[at++].add(values.value[i], values.value[j], sign);
  }
}

Result<UnitMoments> momentsOf(const EventMetric& metric, const ExactSums& exact, std::int64_t units) {
  const std::size_t k = metric.quantities();
  std::array<double, UnitMoments::kMost> scale{}, sums{};
  for (std::size_t i = 0; i < k; ++i)
    scale[i] = metric.per && i % 2 == 1 ? scaleOf(*metric.per) : scaleOf(metric.of);
  std::array<double, UnitMoments::kMost * UnitMoments::kMost> products{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < k; ++i) {
    sums[i] = double(exact.sums[i]) / scale[i];
    for (std::size_t j = 0; j <= i; ++j, ++at)
      products[i * k + j] = products[j * k + i] = exact.products[at].value() / (scale[i] * scale[j]);
  }
  const bool shares = metric.of == Quantity::Conversion && k == 1;
  return UnitMoments::fromSums(double(units), {sums.data(), k}, {products.data(), k * k},
                               shares ? Spread::Shares : Spread::Sample);
}

} // namespace pricewright::ledger
