// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/channels/Hold.h"
#include "pipeline/channels/Work.h"

namespace pricewright {

Result<PublishReport> ChannelsAgent::rollBack(const Actor& by, qint64 batchNo) {
  PW_TRY(const PriceBatch batch, m_batches.batch(batchNo));
  if (batch.state != u"published")
    return fail(QStringLiteral("channels.not-published"),
                {{QStringLiteral("batch"), QString::number(batchNo)}, {QStringLiteral("state"), batch.state}});
  return rollBackRows(by, batchNo, {});
}

Result<PublishReport> ChannelsAgent::rollBackDecisions(const Actor& by, qint64 batchNo, const QStringList& decisions) {
  return decisions.isEmpty() ? fail(QStringLiteral("channels.not-published")) : rollBackRows(by, batchNo, decisions);
}

Result<PublishReport> ChannelsAgent::rollBackDecision(const Actor& by, const Id& decision) {
  PW_TRY(const PriceDecision d, m_decisions.decision(decision));
  if (d.state != DecisionState::Published || !d.batchNo)
    return fail(QStringLiteral("channels.not-published"), {{QStringLiteral("state"), decisionStateName(d.state)}});
  return rollBackRows(by, *d.batchNo, {decision.toString()});
}

// Only where the batch's price is still the one in force: a later change is not undone by the way.
Result<PublishReport> ChannelsAgent::rollBackRows(const Actor& by, qint64 batchNo, const QStringList& only) {
  PW_TRY(const Hold held, hold());
  PW_CHECK(closeInterrupted(by));
  PW_TRY(Work w, prepare(by));
  w.batchNo = w.report.batchNo = batchNo;
  w.origin = PriceOrigin::Rollback;
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT d.id, d.listing_no, d.version, d.proposed_minor, d.current_minor, d.currency, "
                              "EXISTS (SELECT 1 FROM price p WHERE p.listing_no = d.listing_no AND p.type = "
                              "'regular' AND p.to_ms IS NULL AND p.decision_id = d.id AND p.origin = 'decision') "
                              "FROM decision d WHERE d.state = 'published' AND d.batch_no = ?1 AND (?2 = '' OR "
                              "instr(?2, d.id) > 0) ORDER BY d.listing_no, d.id"));
  q.bind(1, batchNo).bind(2, only.join(u' ')); // ids are of one length and hold no blank
  QString newer;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      break;
    PW_TRY(const Currency currency, Currency::fromCode(q.text(5)));
    ChannelRow row{q.text(0), int(q.integer(1)), q.integer(2), Money(q.integer(3), currency),
                   Money(q.integer(4), currency)};
    const Listing* listing = w.catalog.listing(row.listingNo);
    const Sku* sku = listing ? w.catalog.sku(listing->skuNo) : nullptr;
    const QString code = sku ? sku->code : QString::number(row.listingNo);
    if (q.integer(6) == 0) {
      newer = code;
      ++w.report.notPublished;
      continue;
    }
    if (!listing || (listing->minMinor && row.after.minor() < *listing->minMinor) ||
        (listing->maxMinor && row.after.minor() > *listing->maxMinor))
      return fail(QStringLiteral("channels.outside-bounds"), {{QStringLiteral("sku"), code}});
    w.rows.push_back(std::move(row));
  }
  q.reset();
  if (w.rows.empty())
    return newer.isEmpty() ? fail(QStringLiteral("channels.not-published"))
                           : fail(QStringLiteral("channels.newer-price"), {{QStringLiteral("sku"), newer}});
  const int skipped = w.report.notPublished;
  PW_TRY(PublishReport report, climb(w));
  report.notPublished = skipped;
  return report;
}

} // namespace pricewright
