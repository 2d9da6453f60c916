// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/BatchRows.h"

#include <cmath>
#include <map>
#include <set>

namespace pricewright {
namespace {

constexpr double kNinety = 1.6448536269514722; // half the width of a 90 % interval, in standard deviations

Error notMovable(const PriceDecision& d) {
  return fail(QStringLiteral("approval.not-pending"), {{QStringLiteral("state"), decisionStateName(d.state)}});
}

Day dayIn(const QByteArray& timeZone, Instant at) {
  return dayOf(at + std::chrono::seconds(utcOffset(timeZone, at).value_or(0)));
}

// Gathers the rows of a wish.
class Gathering {
 public:
  Gathering(Workspace& w, const BatchWish& wish) : m_w(w), m_wish(wish) {}

  Result<RowGroups> run() {
    if (m_wish.name.trimmed().isEmpty())
      return fail(QStringLiteral("catalog.batch-without-name"));
    PW_TRY(m_catalog, m_w.catalog().load());
    PW_TRY(m_next, m_w.approval().nextRelease(m_w.clock().now()));
    std::vector<Ask> pending;
    std::set<QString> seen;
    for (const Ask& ask : m_wish.rows) {
      if (!seen.insert(ask.decision.toString()).second)
        continue;
      const Result<PriceDecision> d = m_w.decisions().decision(ask.decision);
      if (!d) {
        m_all.plan.refused.push_back({ask.decision, {}, {}, d.error()});
      } else if (d->state == DecisionState::Approved) {
        PW_CHECK(move(*d));
      } else {
        pending.push_back(ask);
      }
    }
    PW_TRY(const auto answers, m_w.approval().mayApprove(m_w.me(), pending));
    for (std::size_t i = 0; i < answers.size(); ++i)
      PW_CHECK(sign(pending[i], answers[i]));
    finish();
    return std::move(m_all);
  }

 private:
  Status move(const PriceDecision& d) {
    PW_TRY(const PriceBatch batch, m_w.batches().batch(d.batchNo.value_or(0)));
    if (batch.state != u"scheduled" && batch.state != u"failed") {
      refuse(d, notMovable(d));
      return {};
    }
    PW_TRY(RowGroup* const group, groupOf(d));
    BatchedRow row;
    row.decision = d.id;
    row.batchNo = batch.no;
    row.version = d.version;
    group->toMove.push_back(row);
    ++m_all.plan.toMove;
    count(*group, d);
    return {};
  }
  Status sign(const Ask& ask, const Answer& answer) {
    PW_TRY(const PriceDecision d, m_w.decisions().decision(ask.decision));
    if (!answer.done) {
      refuse(d, answer.why);
      return {};
    }
    PW_TRY(RowGroup* const group, groupOf(d));
    group->toSign.push_back(ask);
    ++m_all.plan.toSign;
    count(*group, d);
    return {};
  }
  void refuse(const PriceDecision& d, const Error& why) {
    m_all.plan.refused.push_back({d.id, d.skuCode, d.zoneCode, why});
  }
  void count(const RowGroup& group, const PriceDecision& d) {
    const Effect& e = d.recommendation.effect;
    m_sums[group.timeZone].add(d.current.currency(), e.profit, e.profitLow, e.profitHigh);
    m_total.add(d.current.currency(), e.profit, e.profitLow, e.profitHigh);
    ++m_labels[group.timeZone];
    ++m_all.plan.labels;
  }
  Result<RowGroup*> groupOf(const PriceDecision& d) {
    const Listing* listing = m_catalog.listing(d.listingNo);
    const PriceZone* zone = listing ? m_catalog.zone(listing->zoneNo) : nullptr;
    const QByteArray timeZone = zone && !zone->timeZone.isEmpty() ? zone->timeZone : QByteArray("UTC");
    const QString name = QString::fromLatin1(timeZone);
    for (RowGroup& group : m_all.groups)
      if (group.timeZone == name)
        return &group;
    RowGroup group;
    group.timeZone = name;
    group.releaseAt = m_next;
    if (m_wish.day) {
      if (*m_wish.day < dayIn(timeZone, m_w.clock().now()))
        return fail(QStringLiteral("batch.day-past"), {{QStringLiteral("day"), isoDay(*m_wish.day)}});
      if (*m_wish.day > dayOf(m_w.clock().now()) + std::chrono::days(366))
        return fail(QStringLiteral("batch.slot-far"));
      group.releaseAt = std::max(m_next, startOfDayIn(timeZone, *m_wish.day));
    }
    m_all.groups.push_back(std::move(group));
    return &m_all.groups.back();
  }
  void finish() {
    const QString name = m_wish.name.trimmed();
    for (RowGroup& group : m_all.groups) {
      group.name = m_all.groups.size() > 1 ? QStringLiteral("%1 (%2)").arg(name, group.timeZone) : name;
      m_all.plan.parts.push_back(
          {group.timeZone, group.releaseAt, m_labels[group.timeZone], m_sums[group.timeZone].sum()});
    }
    m_all.plan.effect = m_total.sum();
  }

  Workspace& m_w;
  const BatchWish& m_wish;
  Catalog m_catalog;
  Instant m_next{};
  RowGroups m_all;
  std::map<QString, JointSum> m_sums;
  std::map<QString, int> m_labels;
  JointSum m_total;
};

} // namespace

void JointSum::add(Currency currency, double profit, double low, double high) {
  if (m_sum.counted == 0)
    m_sum.currency = currency;
  if (currency != m_sum.currency || !std::isfinite(profit) || !std::isfinite(high - low)) {
    ++m_sum.leftOut;
    return;
  }
  ++m_sum.counted;
  m_sum.profit += profit;
  const double sd = (high - low) / (2 * kNinety);
  m_variance += sd * sd;
}

JointEffect JointSum::sum() const {
  JointEffect sum = m_sum;
  const double half = kNinety * std::sqrt(m_variance);
  sum.profitLow = sum.profit - half;
  sum.profitHigh = sum.profit + half;
  return sum;
}

Result<RowGroups> groupRows(Workspace& w, const BatchWish& wish) { return Gathering(w, wish).run(); }

Instant startOfDayIn(const QByteArray& timeZone, Day day) {
  const auto offset = [&](Instant at) { return std::chrono::seconds(utcOffset(timeZone, at).value_or(0)); };
  Instant start = startOf(day) - offset(startOf(day));
  start = startOf(day) - offset(start);
  // Where clocks skip midnight the day begins an hour later; a slip the other way would be the day before.
  for (int i = 0; i < 3 && dayOf(start + offset(start)) < day; ++i)
    start += std::chrono::hours(1);
  return start;
}

Result<std::vector<BatchedRow>> rowsOfBatch(Workspace& w, qint64 no, bool onlyWaiting) {
  PW_TRY(Query q, Query::prepare(w.database(),
                                 "SELECT d.id, d.listing_no, d.version, d.state, d.current_minor, d.proposed_minor, "
                                 "d.currency, d.profit_micro, d.profit_low_micro, d.profit_high_micro, s.code, s.name, "
                                 "z.code FROM decision d JOIN listing l ON l.no = d.listing_no JOIN sku s ON s.no = "
                                 "l.sku_no JOIN price_zone z ON z.no = l.zone_no WHERE d.batch_no = ?1 AND d.state IN "
                                 "('approved', 'published', 'rolled_back') ORDER BY s.code, z.code, d.no"));
  q.bind(1, no);
  std::vector<BatchedRow> rows;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return rows;
    PW_TRY(const Currency currency, Currency::fromCode(q.text(6)));
    BatchedRow row;
    PW_TRY(row.decision, Id::parse(q.text(0)));
    row.listingNo = int(q.integer(1));
    row.batchNo = no;
    row.version = q.integer(2);
    row.state = decisionStateFrom(q.text(3)).value_or(DecisionState::Approved);
    row.from = Money(q.integer(4), currency);
    row.to = Money(q.integer(5), currency);
    row.profit = double(q.integer(7)) / 1e6;
    row.profitLow = double(q.integer(8)) / 1e6;
    row.profitHigh = double(q.integer(9)) / 1e6;
    row.sku = q.text(10);
    row.product = q.text(11);
    row.zone = q.text(12);
    if (!onlyWaiting || row.state == DecisionState::Approved)
      rows.push_back(std::move(row));
  }
}

Status moveRows(Workspace& w, Transaction& in, std::span<const BatchedRow> rows, qint64 to,
                std::vector<RowMove>& moves) {
  PW_TRY(const Actor who, mayDo(in.database(), w.me(), Permission::ReleasePrices));
  PW_TRY(Query q, Query::prepare(in.database(), "UPDATE decision SET batch_no = ?1, version = version + 1 WHERE id = "
                                                "?2 AND version = ?3 AND state = 'approved'"));
  std::set<qint64> left;
  for (const BatchedRow& row : rows) {
    q.bind(1, to).bind(2, row.decision.toString()).bind(3, row.version);
    PW_CHECK(q.run());
    if (q.changes() != 1)
      return fail(QStringLiteral("decision.changed-meanwhile"), {{QStringLiteral("id"), row.decision.toString()}});
    PW_CHECK(w.journal().append(who, QStringLiteral("decision.moved"), QStringLiteral("decision"),
                                row.decision.toString(),
                                {{QStringLiteral("from"), row.batchNo}, {QStringLiteral("to"), to}}));
    moves.push_back({row.decision, row.batchNo, to});
    left.insert(row.batchNo);
  }
  for (const qint64 no : left) {
    PW_TRY(const auto still, rowsOfBatch(w, no));
    if (still.empty())
      PW_CHECK(w.batches().setState(in, who, no, QStringLiteral("cancelled")));
  }
  return {};
}

} // namespace pricewright
