// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/test_manager/TestBlocks.h"

#include "base/Words.h"

#include <algorithm>

namespace pricewright {
namespace {

using std::chrono::days;

QString zoneOfUnit(const QString& unit) { return unit.left(std::max<qsizetype>(0, unit.lastIndexOf(u'#'))); }

std::optional<Error> notInTwos(const char* field, int length, int blockDays) {
  const int two = 2 * blockDays;
  if (length % two == 0)
    return std::nullopt;
  return fail(s("experiment.block-twos"), {{s("field"), s(field)}, {s("days"), QString::number(two)}});
}

} // namespace

QString blockUnit(const QString& zone, int block) { return zone + u'#' + QString::number(block + 1); }

std::optional<Error> whyNotBlocks(const ExperimentPlan& plan) {
  const bool wholeWeeks = plan.blockDays % kWeekOfSales == 0 && plan.washoutDays % kWeekOfSales == 0;
  if (!wholeWeeks || plan.washoutDays < kWeekOfSales || plan.washoutDays >= plan.blockDays)
    return fail(s("experiment.block-weeks"));
  if (auto error = notInTwos("days", plan.days, plan.blockDays))
    return error;
  return notInTwos("longest_days", plan.longestDays, plan.blockDays);
}

Instant firstBlockFrom(Instant now, std::optional<Instant> newestSale) {
  Day day = dayOf(now);
  if (startOf(day) < now)
    day += days(1);
  if (newestSale) {
    const int since = toDayNumber(day) - toDayNumber(dayOf(*newestSale));
    day += days((kWeekOfSales - since % kWeekOfSales) % kWeekOfSales);
  }
  return startOf(day);
}

BlockCalendar::BlockCalendar(const ExperimentRow& row)
    : m_blockDays(std::max(1, row.plan.blockDays)), m_washoutDays(row.plan.washoutDays), m_from(row.countedFrom) {
  for (const TestUnit& unit : row.setup.units) {
    m_blocks = std::max(m_blocks, unit.step);
    if (unit.arm == 1)
      m_treated.insert(unit.unit);
    const QString zone = zoneOfUnit(unit.unit);
    if (zone.isEmpty())
      m_together = true;
    else if (unit.step == 1)
      m_zones << zone;
  }
  if (m_together)
    for (const TestedPrice& price : row.setup.prices)
      if (!m_zones.contains(price.zone))
        m_zones << price.zone;
}

BlockCalendar::Span BlockCalendar::span(int block) const {
  const Instant from = m_from.value_or(Instant{}) + days(m_blockDays) * block;
  return {from, from + days(m_washoutDays), from + days(m_blockDays)};
}

std::optional<int> BlockCalendar::at(Instant now) const {
  if (!m_from || now < *m_from)
    return 0;
  const auto block = int((now - *m_from) / days(m_blockDays));
  return block < m_blocks ? std::optional(block) : std::nullopt;
}

bool BlockCalendar::isTreated(const QString& zone, std::optional<int> block) const {
  return block && m_treated.contains(blockUnit(m_together ? QString() : zone, *block));
}

bool BlockCalendar::anyTreated(int block) const {
  return std::any_of(m_zones.begin(), m_zones.end(), [&](const QString& zone) { return isTreated(zone, block); });
}

bool wasHeld(std::span<const PublishedPrice> history, int channelNo, const Money& price, Instant from, Instant until) {
  std::vector<const PublishedPrice*> rows;
  for (const PublishedPrice& p : history)
    if (p.channelNo == channelNo && p.type == PriceType::Regular && p.from < until && (!p.to || *p.to > from))
      rows.push_back(&p);
  std::sort(rows.begin(), rows.end(),
            [](const PublishedPrice* a, const PublishedPrice* b) { return a->from < b->from; });
  Instant told = from; // so far it was this price
  for (const PublishedPrice* p : rows) {
    if (p->amount != price || p->from > told)
      return false;
    told = p->to.value_or(until);
  }
  return told >= until;
}

} // namespace pricewright
