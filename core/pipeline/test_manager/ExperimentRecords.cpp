// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a price test while it runs: its moves, prices and looks, and which listings it lays claim to.
#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "pipeline/test_manager/ExperimentStore.h"

namespace pricewright {
namespace {

std::optional<qint64> millisOf(const std::optional<Instant>& at) {
  return at ? std::optional(toMillis(*at)) : std::nullopt;
}

QJsonObject moveBody(const ExperimentRow& row, const TestMove& move) {
  QJsonObject body{{s("from"), testStateName(row.state)}, {s("to"), testStateName(move.state)}};
  if (!move.reason.isEmpty())
    body.insert(s("reason"), move.reason);
  if (move.verdict)
    body.insert(s("verdict"), testVerdictName(*move.verdict));
  if (move.rampStep)
    body.insert(s("ramp_step"), *move.rampStep);
  if (!move.note.isEmpty())
    body.insert(s("note"), move.note);
  const std::pair<const char*, const std::optional<Instant>*> times[] = {{"counted_from", &move.countedFrom},
                                                                         {"ends_at", &move.endsAt},
                                                                         {"ended_at", &move.endedAt},
                                                                         {"cool_until", &move.coolUntil}};
  for (const auto& [name, at] : times)
    if (*at)
      body.insert(s(name), isoInstant(**at));
  return body;
}

Result<ExperimentLook> readLook(const Query& q) {
  ExperimentLook look{smallInteger(q, 0), {}, q.text(2), q.text(3)};
  PW_TRY(const QJsonObject json, parseObject(q.text(1).toUtf8()));
  PW_TRY(look.reading, TestReading::parse(json));
  return look;
}

} // namespace

Status ExperimentStore::move(const Actor& by, const ExperimentRow& row, const TestMove& move) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayTest(by));
  PW_TRY(const ExperimentRow now, byNo(row.no));
  if (now.version != row.version)
    return fail(s("experiment.changed-meanwhile"), {{s("name"), row.plan.name}});
  if (!now.isAsRegistered() && move.state != TestState::Reverted)
    return fail(s("experiment.tampered"), {{s("name"), row.plan.name}});
  PW_TRY(Query q,
         Query::prepare(m_db, "UPDATE experiment SET state = ?2, reason = ?3, verdict = coalesce(?4, verdict), "
                              "ramp_step = coalesce(?5, ramp_step), state_ms = ?6, "
                              "counted_ms = coalesce(?7, counted_ms), ends_ms = coalesce(?8, ends_ms), "
                              "ended_ms = coalesce(?9, ended_ms), cool_until_ms = coalesce(?10, cool_until_ms), "
                              "version = version + 1 WHERE no = ?1"));
  q.bind(1, row.no).bind(2, testStateName(move.state)).bind(3, move.reason);
  q.bind(4, move.verdict ? std::optional(testVerdictName(*move.verdict)) : std::nullopt).bind(5, move.rampStep);
  q.bind(6, toMillis(move.state == now.state && !move.rampStep ? now.stateSince : m_clock.now()));
  q.bind(7, millisOf(move.countedFrom)).bind(8, millisOf(move.endsAt));
  q.bind(9, millisOf(move.endedAt)).bind(10, millisOf(move.coolUntil));
  PW_CHECK(q.run());
  PW_CHECK(record(who, "experiment.moved", row, moveBody(now, move)));
  return in.commit();
}

Status ExperimentStore::addPrices(Transaction& in, const Actor& by, const ExperimentRow& row,
                                  std::span<const ExperimentPrice> prices) {
  PW_TRY(const Actor who, mayTest(by));
  PW_TRY(Query q, Query::prepare(in.database(), "INSERT INTO experiment_price (experiment_no, listing_no, serial, "
                                                "control_minor, treatment_minor, currency, decision_id) VALUES "
                                                "(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  QJsonObject decisions;
  for (const ExperimentPrice& p : prices) {
    q.reset();
    q.bind(1, row.no).bind(2, p.listingNo).bind(3, p.serial).bind(4, p.control.minor()).bind(5, p.treatment.minor());
    PW_CHECK(
        q.bind(6, p.treatment.currency().code()).bind(7, p.decision.isNull() ? s("") : p.decision.toString()).run());
    decisions.insert(QString::number(p.listingNo), p.decision.isNull() ? QString() : p.decision.toString());
  }
  const int serial = prices.empty() ? 0 : prices.front().serial;
  return record(who, "experiment.priced", row, {{s("serial"), serial}, {s("decisions"), decisions}});
}

Result<std::vector<ExperimentPrice>> ExperimentStore::prices(int no) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, serial, control_minor, treatment_minor, currency, "
                                       "decision_id FROM experiment_price WHERE experiment_no = ?1 "
                                       "ORDER BY serial, listing_no"));
  q.bind(1, no);
  std::vector<ExperimentPrice> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(const Currency currency, Currency::fromCode(q.text(4)));
    out.push_back({smallInteger(q, 0), smallInteger(q, 1), Money(q.integer(2), currency), Money(q.integer(3), currency),
                   idOf(q, 5)});
    return {};
  }));
  return out;
}

Status ExperimentStore::noteModelFailure(const Actor& by, const ExperimentRow& row, const QString& why) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  PW_CHECK(record(who, "experiment.model-failed", row, {{s("version"), row.plan.model}, {s("why"), why}}));
  return in.commit();
}

Status ExperimentStore::addLook(const ExperimentRow& row, const TestReading& reading, const QString& action,
                                const QString& reason) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO experiment_look (experiment_no, serial, at_ms, reading, action, "
                                       "reason) SELECT ?1, 1 + coalesce(max(serial), 0), ?2, ?3, ?4, ?5 FROM "
                                       "experiment_look WHERE experiment_no = ?1"));
  q.bind(1, row.no).bind(2, toMillis(reading.at)).bind(3, QString::fromUtf8(canonicalJson(reading.toJson())));
  PW_CHECK(q.bind(4, action).bind(5, reason).run());
  PW_CHECK(record(systemActor(), "experiment.looked", row,
                  {{s("action"), action}, {s("reason"), reason}, {s("reading"), reading.toJson()}}));
  return in.commit();
}

Result<std::vector<ExperimentLook>> ExperimentStore::looks(int no) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT serial, reading, action, reason FROM experiment_look WHERE "
                                       "experiment_no = ?1 ORDER BY serial"));
  q.bind(1, no);
  std::vector<ExperimentLook> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(ExperimentLook look, readLook(q));
    out.push_back(std::move(look));
    return {};
  }));
  return out;
}

Result<std::optional<ExperimentLook>> ExperimentStore::lastLook(int no) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT serial, reading, action, reason FROM experiment_look WHERE "
                                       "experiment_no = ?1 ORDER BY serial DESC LIMIT 1"));
  PW_TRY(const bool found, q.bind(1, no).step());
  if (!found)
    return std::optional<ExperimentLook>();
  PW_TRY(ExperimentLook look, readLook(q));
  return std::optional(std::move(look));
}

Result<std::map<int, ExperimentClaim>> ExperimentStore::claimed() const {
  const Instant now = m_clock.now();
  PW_TRY(const std::vector<ExperimentRow> open,
         rows("WHERE state NOT IN ('draft', 'removed') AND (ended_ms IS NULL OR cool_until_ms > CAST(?1 AS INTEGER)) "
              "ORDER BY no DESC",
              QString::number(toMillis(now))));
  std::map<int, ExperimentClaim> out;
  for (const ExperimentRow& row : open) {
    const bool runs = isUnderWay(row.state);
    const bool byModel = row.setup.models.has_value();
    for (const TestedPrice& p : row.setup.prices)
      out.emplace(p.listingNo, ExperimentClaim{row.plan.name, !runs, false});
    if (runs || byModel)
      for (const int counted : row.setup.counted)
        out.emplace(counted, ExperimentClaim{row.plan.name, !runs, byModel});
  }
  return out;
}

} // namespace pricewright
