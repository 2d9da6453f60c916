// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price tests as rows: drafts and states. What happens while they run: ExperimentRecords.cpp.
#include "pipeline/test_manager/ExperimentStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

constexpr char kExperimentColumns[] =
    "SELECT no, id, plan, setup, sha256, state, reason, verdict, ramp_step, state_ms, made_by, made_ms, started_ms, "
    "counted_ms, ends_ms, ended_ms, cool_until_ms, version, started_by FROM experiment ";

QString experimentText(const QJsonObject& json) { return QString::fromUtf8(canonicalJson(json)); }

Error damagedTest(const Query& q, const Error& cause) {
  return damagedRow("experiment", q.text(1), q.text(2).left(60)).causedBy(cause);
}

Result<ExperimentRow> readExperiment(const Query& q) {
  ExperimentRow row;
  row.no = smallInteger(q, 0), row.id = idOf(q, 1), row.registeredHash = q.text(4), row.reason = q.text(6);
  const Result<QJsonObject> plan = parseObject(q.text(2).toUtf8());
  if (!plan)
    return damagedTest(q, plan.error());
  Result<ExperimentPlan> read = ExperimentPlan::parse(*plan);
  if (!read)
    return damagedTest(q, read.error());
  row.plan = std::move(*read);
  if (!q.text(3).isEmpty()) {
    const Result<QJsonObject> setup = parseObject(q.text(3).toUtf8());
    if (!setup)
      return damagedTest(q, setup.error());
    PW_TRY(row.setup, ExperimentSetup::parse(*setup));
    row.storedHash = pricewright::registeredHash(*plan, *setup); // of what stands there, whoever can read it
  }
  const auto state = testStateFrom(q.text(5));
  const auto verdict = testVerdictFrom(q.text(7).isEmpty() ? s("undecided") : q.text(7));
  if (!state || !verdict)
    return damagedRow("experiment", q.text(1), q.text(5) + q.text(7));
  row.state = *state, row.verdict = *verdict, row.rampStep = smallInteger(q, 8);
  row.stateSince = fromMillis(q.integer(9)), row.madeBy = q.text(10), row.madeAt = fromMillis(q.integer(11));
  row.startedAt = optionalInstant(q, 12), row.countedFrom = optionalInstant(q, 13);
  row.endsAt = optionalInstant(q, 14), row.endedAt = optionalInstant(q, 15), row.coolUntil = optionalInstant(q, 16);
  row.version = smallInteger(q, 17), row.startedBy = q.text(18);
  return row;
}

} // namespace

ExperimentStore::ExperimentStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<std::vector<ExperimentRow>> ExperimentStore::rows(const char* where, const QString& value) const {
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kExperimentColumns) + where).c_str()));
  if (!value.isNull())
    q.bind(1, value);
  std::vector<ExperimentRow> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(ExperimentRow row, readExperiment(q));
    out.push_back(std::move(row));
    return {};
  }));
  return out;
}

Result<std::vector<ExperimentRow>> ExperimentStore::all() const {
  return rows("WHERE state <> 'removed' ORDER BY made_ms DESC, no DESC", {});
}

Result<std::vector<ExperimentRow>> ExperimentStore::underWay() const {
  return rows("WHERE state IN ('waiting', 'ramping', 'running', 'paused', 'decided', 'rolling_out') "
              "ORDER BY made_ms DESC, no DESC",
              {});
}

Result<ExperimentRow> ExperimentStore::named(const QString& name) const {
  PW_TRY(std::vector<ExperimentRow> found,
         rows("WHERE (name = ?1 AND state <> 'removed') OR id = ?1 ORDER BY no DESC LIMIT 1", s("") + name));
  if (found.empty())
    return fail(s("experiment.unknown"), {{s("name"), name}});
  return std::move(found.front());
}

Result<ExperimentRow> ExperimentStore::byNo(int no) const {
  PW_TRY(std::vector<ExperimentRow> found, rows("WHERE no = CAST(?1 AS INTEGER)", QString::number(no)));
  if (found.empty())
    return fail(s("experiment.unknown"), {{s("name"), QString::number(no)}});
  return std::move(found.front());
}

Status ExperimentStore::checkFree(const QString& name, const Id& besides) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM experiment WHERE name = ?1 AND id <> ?2 AND state <> 'removed'"));
  PW_TRY(const bool taken, q.bind(1, name).bind(2, besides.toString()).step());
  if (taken)
    return fail(s("experiment.taken"), {{s("name"), name}});
  return {};
}

Status ExperimentStore::record(const Actor& who, const char* kind, const ExperimentRow& row, QJsonObject body,
                               const char* operation) {
  body.insert(s("name"), row.plan.name);
  PW_CHECK(m_journal.append(who, s(kind), s("experiment"), row.id.toString(), body, s(operation)));
  return {};
}

// The test manager itself acts as the system; what people do is asked of the table of users.
Result<Actor> ExperimentStore::mayTest(const Actor& by) const { return mayDo(m_db, by, Permission::RunTests); }

Error noDraft(const ExperimentRow& row) {
  return fail(s(isUnderWay(row.state) ? "experiment.not-a-draft" : "experiment.is-over"), {{s("name"), row.plan.name}});
}

Result<ExperimentRow> ExperimentStore::add(const Actor& by, const ExperimentPlan& plan) {
  PW_CHECK(plan.check());
  PW_CHECK(plan.checkTyped());
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayTest(by));
  ExperimentRow row;
  row.plan = plan, row.id = m_ids.next(), row.madeBy = who.user, row.madeAt = row.stateSince = m_clock.now();
  row.version = 1;
  PW_CHECK(checkFree(plan.name, row.id));
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO experiment (id, name, plan, state, state_ms, made_by, made_ms) "
                                       "VALUES (?1, ?2, ?3, 'draft', ?5, ?4, ?5) RETURNING no"));
  q.bind(1, row.id.toString()).bind(2, plan.name).bind(3, experimentText(plan.toJson())).bind(4, row.madeBy);
  PW_TRY([[maybe_unused]] const bool written, q.bind(5, toMillis(row.madeAt)).step());
  row.no = smallInteger(q, 0);
  q.reset();
  PW_CHECK(record(who, "experiment.designed", row, {{s("plan"), plan.toJson()}}, "insert"));
  PW_CHECK(in.commit());
  return row;
}

Status ExperimentStore::change(const Actor& by, const Id& id, const ExperimentPlan& plan) {
  PW_CHECK(plan.check());
  PW_CHECK(plan.checkTyped());
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayTest(by));
  PW_TRY(const ExperimentRow before, named(id.toString()));
  if (before.state != TestState::Draft)
    return noDraft(before);
  if (before.plan == plan)
    return {};
  PW_CHECK(checkFree(plan.name, id));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE experiment SET name = ?2, plan = ?3, version = version + 1 "
                                       "WHERE no = ?1"));
  PW_CHECK(q.bind(1, before.no).bind(2, plan.name).bind(3, experimentText(plan.toJson())).run());
  PW_CHECK(
      record(who, "experiment.redesigned", before, {{s("before"), before.plan.toJson()}, {s("plan"), plan.toJson()}}));
  return in.commit();
}

Status ExperimentStore::remove(const Actor& by, const Id& id) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayTest(by));
  PW_TRY(const ExperimentRow row, named(id.toString()));
  if (row.state != TestState::Draft)
    return noDraft(row);
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE experiment SET state = 'removed', state_ms = ?2, version = version + 1 "
                                       "WHERE no = ?1"));
  PW_CHECK(q.bind(1, row.no).bind(2, toMillis(m_clock.now())).run());
  PW_CHECK(record(who, "experiment.removed", row, {}));
  return in.commit();
}

Status ExperimentStore::restore(const Actor& by, const Id& id) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayTest(by));
  PW_TRY(const ExperimentRow row, named(id.toString()));
  if (row.state != TestState::Removed)
    return {};
  PW_CHECK(checkFree(row.plan.name, id));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE experiment SET state = 'draft', state_ms = ?2, version = version + 1 "
                                       "WHERE no = ?1"));
  PW_CHECK(q.bind(1, row.no).bind(2, toMillis(m_clock.now())).run());
  PW_CHECK(record(who, "experiment.restored", row, {}));
  return in.commit();
}

Status ExperimentStore::registerStart(const Actor& by, const ExperimentRow& row, const ExperimentSetup& setup) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayTest(by));
  PW_TRY(const ExperimentRow now, byNo(row.no));
  if (now.state != TestState::Draft)
    return noDraft(now);
  if (now.version != row.version)
    return fail(s("experiment.changed-meanwhile"), {{s("name"), now.plan.name}});
  const QString hash = pricewright::registeredHash(row.plan.toJson(), setup.toJson());
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE experiment SET plan = ?6, setup = ?2, sha256 = ?3, state = 'waiting', "
                                       "reason = ?7, state_ms = ?4, started_ms = ?4, started_by = ?5, "
                                       "version = version + 1 WHERE no = ?1"));
  q.bind(1, row.no).bind(2, experimentText(setup.toJson())).bind(3, hash).bind(4, toMillis(m_clock.now()));
  q.bind(5, who.user).bind(6, experimentText(row.plan.toJson()));
  PW_CHECK(q.bind(7, row.plan.testsModel() ? "cycle-waits" : "prices-wait").run());
  PW_CHECK(record(who, "experiment.registered", row,
                  {{s("plan"), row.plan.toJson()}, {s("setup"), setup.toJson()}, {s("sha256"), hash}}));
  return in.commit();
}

} // namespace pricewright
