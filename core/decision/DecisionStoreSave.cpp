// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cycle decided goes in as one: all of it or nothing.
#include "decision/DecisionStore.h"

#include "base/Parallel.h"
#include "base/Words.h"
#include "catalog/BatchStore.h"
#include "catalog/Permissions.h"
#include "decision/DecisionRows.h"
#include "decision/DrawStore.h"
#include "decision/Fields.h"

#include <atomic>
#include <cmath>
#include <set>
#include <thread>

namespace pricewright {
namespace {

struct Open {
  QString id;
  int listingNo = 0;
  bool isApproved = false, isOfTest = false; // of a price test: its manager and people dispose of it, no cycle
  std::optional<qint64> batchNo;
  QString batchState; // "" without a batch
};

// Everything that may still change: few rows, whatever the history holds.
Result<std::vector<Open>> openDecisions(Database& db) {
  PW_TRY(Query q,
         Query::prepare(
             db, "SELECT d.id, d.listing_no, d.state = 'approved', d.batch_no, coalesce(b.state, ''), "
                 "EXISTS (SELECT 1 FROM experiment_price e WHERE e.listing_no = d.listing_no AND e.decision_id = d.id) "
                 "FROM decision d LEFT JOIN price_batch b ON b.no = d.batch_no "
                 "WHERE d.state IN ('held', 'pending', 'approved') ORDER BY d.id"));
  std::vector<Open> open;
  PW_CHECK(eachRow(q, [&]() -> Status {
    open.push_back(
        {q.text(0), smallInteger(q, 1), q.integer(2) != 0, q.integer(5) != 0, optionalInteger(q, 3), q.text(4)});
    return {};
  }));
  return open;
}

bool proposesChange(const PriceDecision& d) {
  return (d.state == DecisionState::Pending || d.state == DecisionState::Approved) && d.proposed.isValid() &&
         d.proposed != d.current;
}

// A batch that is being published, or was, is past changing.
bool isReleased(const Open& o) {
  return o.batchState == u"publishing" || o.batchState == u"published" || o.batchState == u"rolled_back";
}

bool isReplaced(const Open& old, const PriceDecision& by) {
  if (old.isOfTest && by.proposedBy == systemActor().user)
    return false;
  return !old.isApproved || (proposesChange(by) && !isReleased(old));
}

Result<bool> hasRow(Database& db, const char* sql, const QString& id) {
  PW_TRY(Query q, Query::prepare(db, sql));
  return q.bind(1, id).step();
}

QJsonObject bodyOf(const PriceDecision& d, const QString& cycleId) {
  return {{s("cycle"), cycleId},
          {s("sku"), d.skuCode},
          {s("zone"), d.zoneCode},
          {s("state"), decisionStateName(d.state)},
          {s("current"), d.current.toString()},
          {s("proposed"), d.proposed.toString()},
          {s("currency"), (d.current.isValid() ? d.current : d.proposed).currency().code()},
          {s("reason"), d.guarded.primaryReason},
          {s("contentHash"), d.contentHash}};
}

} // namespace

// Turns cases and their decisions into what their rows hold, on the pool, while the rows are being written.
class DecisionStore::Packing {
 public:
  struct Packed {
    PackedCase content;
    std::vector<PackedDecision> decisions;
  };
  explicit Packing(std::span<const CaseWithDecisions> cases) : m_packed(cases.size()), m_ready(cases.size()) {
    m_pool = std::jthread([this, cases](const std::stop_token& stop) {
      JobContext job;
      job.stop = stop;
      parallelFor(cases.size(), 1, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          pack(cases[i], i);
      });
    });
  }
  Packing(const Packing&) = delete; // its thread knows where it is
  // Once only; waits for it.
  Packed take(std::size_t i) {
    m_ready[i].wait(false);
    return std::move(m_packed[i]);
  }

 private:
  void pack(const CaseWithDecisions& one, std::size_t i) {
    m_packed[i].content = packCase(one.content);
    for (const PriceDecision& d : one.decisions)
      m_packed[i].decisions.push_back(packDecision(d));
    m_ready[i] = true;
    m_ready[i].notify_all();
  }
  std::vector<Packed> m_packed;
  std::vector<std::atomic<bool>> m_ready;
  std::jthread m_pool; // goes first: it is stopped where saving ends early
};

struct DecisionStore::Saving {
  Actor by;
  QString cycleId;
  std::span<const CaseWithDecisions> cases;
  Packing packing;
  std::unordered_map<int, const PriceDecision*> added; // by listing; never iterated
  std::vector<const PriceDecision*> inOrder;
  QByteArray digested;
  qint64 addedCases = 0, superseded = 0;
  std::set<qint64> leftBatches;
  bool byHand = false;
};

Status DecisionStore::save(const Actor& by, const QString& cycleId, std::span<const CaseWithDecisions> cases) {
  Saving work{by, cycleId, cases, Packing(cases), {}, {}, {}};
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(work.by, mayDo(m_db, by, Permission::RunCycles));
  PW_TRY(const bool known, hasRow(m_db, "SELECT 1 FROM cycle WHERE id = ?1", cycleId));
  if (!known)
    return fail(s("decision.unknown-cycle"), {{s("cycle"), cycleId}});
  PW_CHECK(saveInside(in, work));
  return in.commit();
}

Status DecisionStore::saveInside(Transaction& in, Saving& work) {
  PW_CHECK(findNew(work));
  PW_CHECK(supersede(in, work)); // before the new ones are there
  PW_CHECK(insertNew(in, work));
  if (work.addedCases == 0 && work.inOrder.empty())
    return {};
  PW_CHECK(cancelEmptied(in, work));
  return recordSaved(work);
}

Result<QString> DecisionStore::propose(const Actor& by, const QString& reason, std::span<const CaseWithDecisions> cases,
                                       const std::function<Status(Transaction&)>& alongWith) {
  Saving work{by, m_ids.next().toString(), cases, Packing(cases), {}, {}, {}};
  work.byHand = true;
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(work.by, mayDo(m_db, by, Permission::RunCycles));
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO cycle (id, started_ms, ended_ms, state, seed, started_by, kind) "
                                       "VALUES (?1, ?2, ?2, 'finished', 0, ?3, 'manual')"));
  PW_CHECK(q.bind(1, work.cycleId).bind(2, toMillis(m_clock.now())).bind(3, work.by.user).run());
  PW_CHECK(
      m_journal.append(work.by, s("prices.proposed"), s("cycle"), work.cycleId, {{s("reason"), reason}}, s("insert")));
  PW_CHECK(saveInside(in, work));
  PW_CHECK(commentNew(work, reason));
  if (alongWith) {
    PW_CHECK(alongWith(in));
  }
  PW_CHECK(in.commit());
  return work.cycleId;
}

Status DecisionStore::commentNew(const Saving& work, const QString& text) {
  if (text.isEmpty())
    return {};
  std::vector<NewEntry> entries;
  for (const PriceDecision* d : work.inOrder) {
    PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO approval (id, decision_id, user, role, action, comment, "
                                         "content_hash, at_ms) VALUES (?1, ?2, ?3, ?4, 'comment', ?5, ?6, ?7)"));
    q.bind(1, m_ids.next().toString()).bind(2, d->id.toString()).bind(3, work.by.user).bind(4, work.by.role);
    PW_CHECK(q.bind(5, text).bind(6, d->contentHash).bind(7, toMillis(m_clock.now())).run());
    entries.push_back({s("decision.commented"), s("decision"), d->id.toString(), {{s("comment"), text}}});
  }
  return m_journal.appendAll(work.by, entries);
}

// What the catalogue shows of demand; a proposal by hand brings no news of it.
Status DecisionStore::keepDemand(const CaseWithDecisions& one) const {
  PW_TRY(Query q, Query::prepare(m_db, "INSERT OR REPLACE INTO listing_demand (listing_no, case_id, at_ms, usable, "
                                       "elasticity, elasticity_sd, grade, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
  for (const ListingCase& l : one.content.listings) {
    const DemandEstimate& e = l.demand;
    const double mean = e.mean[kOwnRegular];
    const double sd = std::sqrt(std::max(0.0, e.covariance[std::size_t(kOwnRegular) * kTerms + kOwnRegular]));
    const bool usable = e.usable && std::isfinite(mean) && std::isfinite(sd) && one.content.modelFailure.isEmpty();
    q.bind(1, l.listingNo).bind(2, one.caseId).bind(3, toMillis(one.content.now)).bind(4, usable ? 1 : 0);
    q.bind(5, usable ? mean : 0.0).bind(6, usable ? sd : 0.0).bind(7, identificationName(e.grade));
    PW_CHECK(q.bind(8, one.content.modelFailure.isEmpty() ? e.gradeReason : one.content.modelFailure).run());
  }
  return {};
}

Status DecisionStore::findNew(Saving& work) {
  for (const CaseWithDecisions& one : work.cases)
    for (const PriceDecision& d : one.decisions) {
      PW_CHECK(checkDecision(d));
      PW_TRY(const bool saved, hasRow(m_db, "SELECT 1 FROM decision WHERE id = ?1", d.id.toString()));
      if (saved)
        continue;
      if (!work.added.emplace(d.listingNo, &d).second)
        return fail(s("decision.listing-twice"), {{s("sku"), d.skuCode}, {s("zone"), d.zoneCode}});
      work.inOrder.push_back(&d);
    }
  return {};
}

Status DecisionStore::supersede(Transaction& in, Saving& work) {
  PW_TRY(const std::vector<Open> open, openDecisions(in.database()));
  std::vector<NewEntry> entries;
  for (const Open& old : open) {
    const auto found = work.added.find(old.listingNo);
    if (found == work.added.end() || !isReplaced(old, *found->second))
      continue;
    PW_TRY(Query q, Query::prepare(in.database(), "UPDATE decision SET state = 'superseded', batch_no = NULL, "
                                                  "decided_ms = ?2, version = version + 1 WHERE id = ?1"));
    PW_CHECK(q.bind(1, old.id).bind(2, toMillis(m_clock.now())).run());
    if (old.batchNo)
      work.leftBatches.insert(*old.batchNo);
    ++work.superseded;
    QJsonObject body{{s("by"), found->second->id.toString()}, {s("cycle"), work.cycleId}};
    if (old.batchNo)
      body.insert(s("leftBatch"), *old.batchNo);
    entries.push_back({s("decision.superseded"), s("decision"), old.id, body});
  }
  return m_journal.appendAll(work.by, entries);
}

Status DecisionStore::insertNew(Transaction& in, Saving& work) {
  for (std::size_t i = 0; i < work.cases.size(); ++i) {
    const CaseWithDecisions& one = work.cases[i];
    const Packing::Packed packed = work.packing.take(i);
    PW_TRY(const bool added, insertCase(in.database(), one.caseId, work.cycleId, one.content.key, packed.content));
    if (added) {
      work.digested += packed.content.sha256.toLatin1() + '\n';
      ++work.addedCases;
    }
    for (std::size_t k = 0; k < one.decisions.size(); ++k) {
      const PriceDecision& d = one.decisions[k];
      const auto found = work.added.find(d.listingNo);
      if (found == work.added.end() || found->second != &d)
        continue;
      PW_CHECK(insertDecision(in.database(), d, packed.decisions[k], work.cycleId, one.caseId));
      if (!d.recommendation.chances.empty()) {
        const auto stays = std::chrono::days(one.content.settings.integer(u"explore.hold.days"));
        PW_CHECK(keepDraw(in.database(), d, one.caseId, one.content.now + stays));
      }
    }
    if (added && !work.byHand && !one.decisions.empty())
      PW_CHECK(keepDemand(one));
  }
  return {};
}

Status DecisionStore::cancelEmptied(Transaction& in, const Saving& work) {
  BatchStore batches(m_db, m_journal, m_clock, m_ids);
  for (const qint64 no : work.leftBatches) {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM decision WHERE batch_no = ?1 LIMIT 1"));
    PW_TRY(const bool any, q.bind(1, no).step());
    q.reset();
    if (!any)
      PW_CHECK(batches.setState(in, work.by, no, s("cancelled")));
  }
  return {};
}

Status DecisionStore::recordSaved(const Saving& work) {
  QMap<QString, qint64> states;
  QByteArray digested = work.digested;
  for (const PriceDecision* d : work.inOrder) {
    ++states[decisionStateName(d->state)];
    digested += d->id.toString().toLatin1() + ' ' + d->contentHash.toLatin1() + '\n';
  }
  QJsonObject byState;
  for (auto it = states.begin(); it != states.end(); ++it)
    byState.insert(it.key(), it.value());
  PW_CHECK(m_journal.append(work.by, s("decisions.saved"), s("cycle"), work.cycleId,
                            {{s("cases"), work.addedCases},
                             {s("decisions"), static_cast<qint64>(work.inOrder.size())},
                             {s("states"), byState},
                             {s("superseded"), work.superseded},
                             {s("digest"), sha256Hex(digested)}},
                            s("bulk")));
  std::vector<NewEntry> entries;
  for (const PriceDecision* d : work.inOrder)
    if (d->state != DecisionState::Unchanged)
      entries.push_back({s("decision.") + decisionStateName(d->state), s("decision"), d->id.toString(),
                         bodyOf(*d, work.cycleId), s("insert")});
  return m_journal.appendAll(work.by, entries);
}

} // namespace pricewright
