// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cycles, and reading what was decided.
#include "decision/DecisionStore.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "decision/DecisionRows.h"
#include "decision/Fields.h"

namespace pricewright {
namespace {

constexpr std::size_t kMostKept = 50'000; // summaries

Error unknownCycle(const QString& id) { return fail(s("decision.unknown-cycle"), {{s("cycle"), id}}); }

bool isEnd(const QString& state) {
  return state == u"finished" || state == u"halted" || state == u"cancelled" || state == u"failed" ||
         state == u"abandoned";
}

// The row is what holds; the report adds what the stations did.
Result<CycleReport> readCycle(const Query& q) {
  CycleReport report;
  const QByteArray text = q.blob(6);
  StringPool pool;
  const Status read = fromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), pool, report);
  if (!read)
    return damagedRow("cycle", q.text(0), s("report")).causedBy(read.error());
  report.cycleId = q.text(0);
  report.startedAt = fromMillis(q.integer(1));
  report.endedAt = q.isNull(2) ? Instant{} : fromMillis(q.integer(2));
  report.state = q.text(3);
  report.seed = static_cast<quint64>(q.integer(4));
  report.startedBy = q.text(5);
  return report;
}

Result<std::vector<QString>> runningCycles(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT id FROM cycle WHERE state = 'running' ORDER BY id"));
  std::vector<QString> ids;
  PW_CHECK(eachRow(q, [&]() -> Status {
    ids.push_back(q.text(0));
    return {};
  }));
  return ids;
}

// "…WHERE … ORDER BY … LIMIT ?" with a place for every value of the filter.
std::string selectFor(const DecisionFilter& filter) {
  std::string where;
  const auto add = [&](const std::string& condition) {
    where += (where.empty() ? "WHERE " : "AND ") + condition + ' ';
  };
  std::string places;
  for (std::size_t i = 0; i < filter.states.size(); ++i)
    places += i == 0 ? "?" : ", ?";
  if (!places.empty())
    add("d.state IN (" + places + ")");
  if (!filter.cycleId.isEmpty())
    add("d.cycle_id = ?");
  if (filter.listingNo)
    add("d.listing_no = ?");
  return kDecisionColumns + where + "ORDER BY d.stake_micro DESC, d.id LIMIT ?";
}

void bindFilter(Query& q, const DecisionFilter& filter) {
  int place = 0;
  for (const DecisionState state : filter.states)
    q.bind(++place, decisionStateName(state));
  if (!filter.cycleId.isEmpty())
    q.bind(++place, filter.cycleId);
  if (filter.listingNo)
    q.bind(++place, *filter.listingNo);
  q.bind(++place, std::max(0, filter.most));
}

} // namespace

QJsonObject toJson(const CycleReport& r) { return toObject(r); }
Result<CycleReport> cycleReportFromJson(const QJsonObject& json) { return fromJson<CycleReport>(json); }

DecisionStore::DecisionStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<QString> DecisionStore::beginCycle(const Actor& by, quint64 seed) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  const qint64 now = toMillis(m_clock.now());
  // Only one process writes a workspace, one cycle at a time: whatever still "runs" here died.
  PW_TRY(const std::vector<QString> dead, runningCycles(m_db));
  for (const QString& id : dead) {
    PW_TRY(Query q, Query::prepare(m_db, "UPDATE cycle SET state = 'abandoned', ended_ms = ?2 WHERE id = ?1"));
    PW_CHECK(q.bind(1, id).bind(2, now).run());
    PW_CHECK(m_journal.append(who, s("cycle.abandoned"), s("cycle"), id, {}));
  }
  const QString id = m_ids.next().toString();
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO cycle (id, started_ms, state, seed, started_by) "
                                       "VALUES (?1, ?2, 'running', ?3, ?4)"));
  PW_CHECK(q.bind(1, id).bind(2, now).bind(3, static_cast<qint64>(seed)).bind(4, by.user).run());
  PW_CHECK(
      m_journal.append(who, s("cycle.started"), s("cycle"), id, {{s("seed"), QString::number(seed)}}, s("insert")));
  PW_CHECK(in.commit());
  return id;
}

Status DecisionStore::endCycle(const Actor& by, const CycleReport& report) {
  if (!isEnd(report.state))
    return fail(s("decision.bad-cycle-state"), {{s("state"), report.state}});
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  PW_TRY(Query find, Query::prepare(m_db, "SELECT state, report FROM cycle WHERE id = ?1"));
  PW_TRY(const bool there, find.bind(1, report.cycleId).step());
  if (!there)
    return unknownCycle(report.cycleId);
  const QByteArray text = toText(report);
  if (find.text(0) != u"running") {
    if (find.text(0) == report.state && find.blob(1) == text)
      return {};
    return fail(s("decision.cycle-ended"), {{s("cycle"), report.cycleId}, {s("state"), find.text(0)}});
  }
  find.reset();
  PW_TRY(Query q,
         Query::prepare(m_db, "UPDATE cycle SET state = ?2, ended_ms = ?3, seed = ?4, report = ?5 WHERE id = ?1"));
  q.bind(1, report.cycleId).bind(2, report.state).bind(3, toMillis(report.endedAt));
  PW_CHECK(q.bind(4, static_cast<qint64>(report.seed)).bind(5, text.constData()).run());
  PW_CHECK(m_journal.append(who, s("cycle.") + report.state, s("cycle"), report.cycleId, toJson(report)));
  return in.commit();
}

Result<std::vector<CycleReport>> DecisionStore::cycles(int most) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT id, started_ms, ended_ms, state, seed, started_by, report FROM cycle "
                                       "WHERE kind = 'cycle' ORDER BY started_ms DESC, id DESC LIMIT ?1"));
  q.bind(1, std::max(0, most));
  std::vector<CycleReport> reports;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(CycleReport report, readCycle(q));
    reports.push_back(std::move(report));
    return {};
  }));
  return reports;
}

Result<std::vector<PriceDecision>> DecisionStore::decisions(const DecisionFilter& filter) const {
  const std::string sql = selectFor(filter);
  PW_TRY(Query q, Query::prepare(m_db, sql.c_str()));
  bindFilter(q, filter);
  std::vector<DecisionRow> rows;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(DecisionRow row, readDecisionRow(q));
    rows.push_back(std::move(row));
    return {};
  }));
  PW_CHECK(readEvidence(m_db, rows));
  return unpackDecisions(std::move(rows));
}

Result<std::vector<DecisionSummary>> DecisionStore::summaries(DecisionState state) const {
  PW_TRY(Query q, Query::prepare(m_db, kSummarySql));
  PW_TRY(std::vector<DecisionSummary> all, readSummaries(q, state, m_summaries));
  // Inside a transaction what was read may be taken back; and decisions leave the queue for good.
  if (m_db.inTransaction() || m_summaries.size() > kMostKept)
    m_summaries.clear();
  return all;
}

Result<PriceDecision> DecisionStore::decision(const Id& id) const {
  static const std::string kSql = std::string(kDecisionColumns) + "WHERE d.id = ?1";
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  PW_TRY(const bool row, q.bind(1, id.toString()).step());
  if (!row)
    return fail(s("decision.unknown"), {{s("decision"), id.toString()}});
  PW_TRY(DecisionRow one, readDecisionRow(q));
  std::vector<DecisionRow> rows;
  rows.push_back(std::move(one));
  PW_CHECK(readEvidence(m_db, rows));
  PW_TRY(std::vector<PriceDecision> unpacked, unpackDecisions(std::move(rows)));
  return std::move(unpacked.front());
}

Result<PricingCase> DecisionStore::pricingCase(const QString& caseId) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT sha256, content FROM pricing_case WHERE id = ?1"));
  PW_TRY(const bool row, q.bind(1, caseId).step());
  if (!row)
    return fail(s("decision.unknown-case"), {{s("case"), caseId}});
  return unpackCase(caseId, {q.text(0), q.blob(1)});
}

Status DecisionStore::update(Transaction& in, const PriceDecision& d, qint64 expectedVersion) {
  PW_CHECK(checkDecision(d));
  PW_TRY(const bool done, updateDecision(in.database(), d, expectedVersion));
  if (done)
    return {};
  PW_CHECK(decision(d.id)); // decision.unknown
  return fail(s("decision.changed-meanwhile"),
              {{s("decision"), d.id.toString()}, {s("expected"), QString::number(expectedVersion)}});
}

} // namespace pricewright
