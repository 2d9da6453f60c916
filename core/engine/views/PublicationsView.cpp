// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/PublicationsView.h"

#include "engine/OneMoment.h"
#include "engine/files/BatchRows.h"
#include "engine/views/QueueRows.h"

#include <QDateTime>

#include <map>
#include <set>

namespace pricewright {
namespace {

constexpr int kMostBatches = 500;

struct Totals {
  int labels = 0, rolledBack = 0;
  JointSum sum;
  QStringList approvedBy;
};

Result<std::map<qint64, Totals>> totalsOfBatches(Database& db) {
  std::map<qint64, Totals> totals;
  PW_TRY(Query q, Query::prepare(db, "SELECT batch_no, state, currency, profit_micro, profit_low_micro, "
                                     "profit_high_micro FROM decision WHERE batch_no IS NOT NULL AND state IN "
                                     "('approved', 'published', 'rolled_back') ORDER BY batch_no, no"));
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      break;
    Totals& t = totals[q.integer(0)];
    PW_TRY(const Currency currency, Currency::fromCode(q.text(2)));
    ++t.labels;
    t.rolledBack += q.utf8(1) == "rolled_back";
    t.sum.add(currency, double(q.integer(3)) / 1e6, double(q.integer(4)) / 1e6, double(q.integer(5)) / 1e6);
  }
  PW_TRY(Query who, Query::prepare(db, "SELECT DISTINCT d.batch_no, a.user FROM decision d JOIN approval a ON "
                                       "a.decision_id = d.id WHERE d.batch_no IS NOT NULL AND a.action = 'approve' "
                                       "ORDER BY d.batch_no, a.user"));
  for (;;) {
    PW_TRY(const bool more, who.step());
    if (!more)
      return totals;
    totals[who.integer(0)].approvedBy << who.text(1);
  }
}

// The newest say of each channel about each batch.
Result<std::map<qint64, std::vector<BatchInChannel>>> channelsOfBatches(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT p.batch_no, c.code, p.state, p.error, COALESCE(p.verified_ms, "
                                     "p.planned_ms) FROM publication p JOIN channel c ON c.no = p.channel_no WHERE "
                                     "p.no IN (SELECT MAX(no) FROM publication WHERE batch_no IS NOT NULL GROUP BY "
                                     "batch_no, channel_no) ORDER BY p.batch_no, c.no"));
  std::map<qint64, std::vector<BatchInChannel>> all;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return all;
    all[q.integer(0)].push_back({q.text(1), q.text(2), q.text(3), fromMillis(q.integer(4))});
  }
}

QString shownState(const PriceBatch& b, Instant nextRelease) {
  if (b.state != u"scheduled")
    return b.state;
  const bool collects = b.reason != u"dated" && b.owner != systemActor().user && b.releaseAt <= nextRelease;
  return collects ? QStringLiteral("open") : QStringLiteral("waiting");
}

BatchSummary summaryOf(const PriceBatch& b, Instant nextRelease, const Totals* t) {
  BatchSummary s;
  s.no = b.no;
  s.name = b.name;
  s.owner = b.owner;
  s.byPolicy = b.reason == u"policy";
  s.state = shownState(b, nextRelease);
  s.effectiveAt = b.effectiveAt;
  s.releaseAt = b.releaseAt;
  s.createdAt = b.createdAt;
  s.publishedAt = b.publishedAt;
  if (t) {
    s.labels = t->labels;
    s.partlyRolledBack = b.state == u"published" ? t->rolledBack : 0;
    s.effect = t->sum.sum();
    s.approvedBy = t->approvedBy;
  }
  return s;
}

Status addBatches(Workspace& w, PublicationsSnapshot& s) {
  PW_TRY(const auto batches, w.batches().batches(kMostBatches));
  PW_TRY(const auto totals, totalsOfBatches(w.database()));
  PW_TRY(auto channels, channelsOfBatches(w.database()));
  PW_TRY(const Instant next, w.approval().nextRelease(s.now));
  for (const PriceBatch& b : batches) {
    const auto t = totals.find(b.no);
    BatchSummary one = summaryOf(b, next, t == totals.end() ? nullptr : &t->second);
    one.channels = std::move(channels[b.no]);
    s.failed += one.state == u"failed";
    if (one.state == u"open" || one.state == u"waiting")
      s.nextRelease = s.nextRelease ? std::min(*s.nextRelease, one.releaseAt) : one.releaseAt;
    s.batches.push_back(std::move(one));
  }
  std::stable_sort(s.batches.begin(), s.batches.end(), [](const BatchSummary& a, const BatchSummary& b) {
    if (a.waits() != b.waits())
      return a.waits();
    return a.waits() ? std::tie(a.releaseAt, a.no) < std::tie(b.releaseAt, b.no) : a.no > b.no;
  });
  return {};
}

// When each channel was last read back and right: after a release, or when somebody asked.
Result<std::optional<Instant>> verifiedAt(Database& db, const Channel& channel) {
  PW_TRY(Query q, Query::prepare(db, "SELECT MAX(at) FROM (SELECT MAX(verified_ms) AS at FROM publication WHERE "
                                     "channel_no = ?1 AND state = 'verified' UNION ALL SELECT MAX(at_ms) FROM "
                                     "audit_entry WHERE subject_table = 'channel' AND subject_id = ?2 AND kind = "
                                     "'channel.verified')"));
  q.bind(1, qint64(channel.no)).bind(2, channel.id.toString());
  PW_TRY(const bool found, q.step());
  return found && !q.isNull(0) ? std::optional(fromMillis(q.integer(0))) : std::nullopt;
}

// Which batch brought the price that is in force.
Result<std::map<std::pair<int, int>, qint64>> batchOfPrices(Database& db) {
  PW_TRY(Query q,
         Query::prepare(db, "SELECT listing_no, channel_no, batch_no FROM price WHERE to_ms IS NULL AND type = "
                            "'regular' AND batch_no IS NOT NULL"));
  std::map<std::pair<int, int>, qint64> all;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return all;
    all[{int(q.integer(0)), int(q.integer(1))}] = q.integer(2);
  }
}

// A file's time is the computer's; the workspace's may be another ("as of"). Its age holds in both.
std::optional<Instant> inWorkspaceTime(const std::optional<Instant>& fileTime, Instant now) {
  if (!fileTime)
    return std::nullopt;
  const Instant real = fromMillis(QDateTime::currentMSecsSinceEpoch());
  return now - std::max(Duration(0), real - *fileTime);
}

std::optional<Instant> sinceWhen(const LookedPrice& p, const ChannelSummary& channel) {
  if (p.isSame() || !channel.fileChanged)
    return std::nullopt;
  Instant since = std::max(*channel.fileChanged, p.intended ? p.intendedSince : Instant{});
  return channel.verifiedAt ? std::max(since, *channel.verifiedAt) : since;
}

Status addLive(Workspace& w, PublicationsSnapshot& s) {
  PW_TRY(const auto looks, w.channels().look());
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const auto batches, batchOfPrices(w.database()));
  for (const ChannelLook& look : looks) {
    ChannelSummary c{look.channel.code,
                     look.channel.name,
                     look.folder,
                     look.state,
                     look.error,
                     int(look.prices.size()),
                     look.differences,
                     {},
                     inWorkspaceTime(look.fileChanged, s.now)};
    PW_TRY(c.verifiedAt, verifiedAt(w.database(), look.channel));
    for (const LookedPrice& p : look.prices) {
      const Listing* listing = p.listingNo ? catalog.listing(p.listingNo) : nullptr;
      const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
      const auto batch = batches.find({p.listingNo, look.channel.no});
      s.live.push_back({p.listingNo, p.sku, sku ? sku->name : QString(), p.zone, c.code, p.intended, p.type, p.csv,
                        p.json, p.state, sinceWhen(p, c), batch == batches.end() ? 0 : batch->second});
    }
    s.differences += look.differences;
    s.channels.push_back(std::move(c));
  }
  std::stable_sort(s.live.begin(), s.live.end(), [](const LivePrice& a, const LivePrice& b) {
    return std::tie(a.sku, a.zone, a.channel) < std::tie(b.sku, b.zone, b.channel);
  });
  return {};
}

} // namespace

Result<BatchSummary> batchSummary(Workspace& w, const PriceBatch& batch) {
  PW_TRY(const Instant next, w.approval().nextRelease(w.clock().now()));
  PW_TRY(const auto rows, rowsOfBatch(w, batch.no, false));
  Totals t;
  for (const BatchedRow& row : rows) {
    ++t.labels;
    t.rolledBack += row.state == DecisionState::RolledBack;
    t.sum.add(row.from.currency(), row.profit, row.profitLow, row.profitHigh);
  }
  return summaryOf(batch, next, &t);
}

Result<PublicationsSnapshot> publicationsView(Workspace& w) {
  return ofOneMoment(w.database(), [&]() -> Result<PublicationsSnapshot> {
    PublicationsSnapshot s;
    PW_TRY(s.workspaceName, w.catalog().workspaceValue(QStringLiteral("name")));
    s.userName = w.me().user;
    s.userRole = w.me().role;
    s.now = w.clock().now();
    s.asOf = w.isAsOf();
    s.readOnly = w.database().isReadOnly();
    PW_CHECK(addBatches(w, s));
    PW_CHECK(addLive(w, s));
    PW_TRY(Query q, Query::prepare(w.database(), "SELECT COUNT(*) FROM decision WHERE state = 'pending'"));
    PW_TRY(const bool found, q.step());
    s.waitingForApproval = found ? int(q.integer(0)) : 0;
    return s;
  });
}

Result<BatchCandidates> batchCandidates(Workspace& w) {
  PW_TRY(const QueueSnapshot queue, w.queue());
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT d.id, d.batch_no FROM decision d JOIN price_batch b ON b.no = "
                                               "d.batch_no WHERE d.state = 'approved' AND b.state IN ('scheduled', "
                                               "'failed')"));
  std::map<QString, qint64> batchOf;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      break;
    batchOf[q.text(0)] = q.integer(1);
  }
  BatchCandidates all;
  all.now = w.clock().now();
  all.userName = w.me().user;
  for (const QueueRow& row : queue.pending)
    all.rows.push_back({row, 0});
  for (const QueueRow& row : queue.approved)
    if (const auto found = batchOf.find(row.id.toString()); found != batchOf.end())
      all.rows.push_back({row, found->second});
  std::set<QString> zones;
  for (const PriceZone& zone : catalog.zones)
    zones.insert(QString::fromLatin1(zone.timeZone.isEmpty() ? QByteArray("UTC") : zone.timeZone));
  all.timeZones.assign(zones.begin(), zones.end());
  return all;
}

} // namespace pricewright
