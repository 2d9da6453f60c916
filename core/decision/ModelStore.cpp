// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/ModelStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

#include <QRegularExpression>

namespace pricewright {
namespace {

constexpr const char* kSelect =
    "SELECT v.name, v.version, v.parameters, v.alias, v.note, v.created_ms, v.created_by, v.promoted_ms, "
    "v.promoted_by, v.why, v.before, m.training_sha256, m.created_ms, m.metrics FROM model_version v LEFT JOIN model m "
    "ON m.id = (SELECT id FROM model WHERE name = v.name AND version = v.version ORDER BY alias = 'champion' DESC, "
    "created_ms DESC, id DESC LIMIT 1) ";

Result<ModelVersion> readVersion(const Query& q) {
  ModelVersion v;
  v.name = q.text(0), v.version = q.text(1), v.alias = q.text(3), v.note = q.text(4);
  const Result<QJsonObject> parameters = parseObject(q.blob(2));
  if (!parameters)
    return damagedRow("model_version", v.label(), s("parameters")).causedBy(parameters.error());
  v.parameters = *parameters;
  v.createdAt = fromMillis(q.integer(5)), v.createdBy = q.text(6);
  if (!q.isNull(7))
    v.promotedAt = fromMillis(q.integer(7));
  v.promotedBy = q.text(8), v.why = q.text(9), v.before = q.text(10);
  if (q.isNull(11))
    return v;
  const Result<QJsonObject> metrics = parseObject(q.blob(13));
  if (!metrics)
    return damagedRow("model", v.label(), s("metrics")).causedBy(metrics.error());
  v.training = ModelVersion::Training{q.text(11), fromMillis(q.integer(12)), *metrics};
  return v;
}

Error unknown(const QString& name, const QString& version) {
  return fail(s("model.unknown"), {{s("model"), name}, {s("version"), version}});
}

Result<std::optional<ModelVersion>> withAlias(Database& db, const QString& name, const char* alias) {
  PW_TRY(Query q, Query::prepare(db, (std::string(kSelect) + "WHERE v.name = ?1 AND v.alias = ?2").c_str()));
  PW_TRY(const bool there, q.bind(1, name).bind(2, alias).step());
  if (!there)
    return std::optional<ModelVersion>();
  PW_TRY(ModelVersion found, readVersion(q));
  return std::optional(std::move(found));
}

Status clearAlias(Database& db, const QString& name, const char* alias) {
  PW_TRY(Query q, Query::prepare(db, "UPDATE model_version SET alias = '' WHERE name = ?1 AND alias = ?2"));
  return q.bind(1, name).bind(2, alias).run();
}

struct TrainingRow {
  QString id, alias;
  QByteArray metrics;
};

Result<std::optional<TrainingRow>> findTraining(Database& db, const QString& name, const QString& version,
                                                const QString& sha) {
  PW_TRY(Query q, Query::prepare(db, "SELECT id, alias, metrics FROM model WHERE name = ?1 AND version = ?2 "
                                     "AND training_sha256 = ?3"));
  PW_TRY(const bool row, q.bind(1, name).bind(2, version).bind(3, sha).step());
  return row ? std::optional(TrainingRow{q.text(0), q.text(1), q.blob(2)}) : std::optional<TrainingRow>();
}

} // namespace

std::optional<std::array<int, 3>> semanticVersion(const QString& text) {
  static const QRegularExpression pattern(s("^(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})$"));
  const QRegularExpressionMatch m = pattern.match(text);
  if (!m.hasMatch())
    return {};
  return std::array{m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt()};
}

ModelStore::ModelStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<std::vector<ModelVersion>> ModelStore::versions() const {
  PW_TRY(Query q, Query::prepare(m_db, kSelect));
  std::vector<ModelVersion> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(ModelVersion one, readVersion(q));
    out.push_back(std::move(one));
    return {};
  }));
  std::sort(out.begin(), out.end(), [](const ModelVersion& a, const ModelVersion& b) {
    return a.name != b.name ? a.name < b.name : semanticVersion(a.version) > semanticVersion(b.version);
  });
  return out;
}

Result<ModelVersion> ModelStore::version(const QString& name, const QString& version) const {
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kSelect) + "WHERE v.name = ?1 AND v.version = ?2").c_str()));
  PW_TRY(const bool there, q.bind(1, name).bind(2, version).step());
  if (!there)
    return unknown(name, version);
  return readVersion(q);
}

Result<ModelVersion> ModelStore::champion(const QString& name) const {
  PW_TRY(std::optional<ModelVersion> found, withAlias(m_db, name, "champion"));
  if (!found)
    return unknown(name, s("champion"));
  return std::move(*found);
}

Result<std::optional<ModelVersion>> ModelStore::challenger(const QString& name) const {
  return withAlias(m_db, name, "challenger");
}

Status ModelStore::add(const Actor& by, const ModelVersion& what) {
  const auto number = semanticVersion(what.version);
  if (!number)
    return fail(s("model.bad-version"), {{s("version"), what.version}});
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditModels));
  PW_TRY(const std::vector<ModelVersion> all, versions());
  const auto newest = std::find_if(all.begin(), all.end(), [&](const ModelVersion& v) { return v.name == what.name; });
  if (newest == all.end())
    return unknown(what.name, what.version);
  for (const ModelVersion& v : all)
    if (v.name == what.name && v.version == what.version)
      return fail(s("model.taken"), {{s("model"), what.name}, {s("version"), what.version}});
  if (number < semanticVersion(newest->version))
    return fail(s("model.not-newer"), {{s("version"), what.version}, {s("newest"), newest->version}});
  PW_CHECK(clearAlias(m_db, what.name, "challenger"));
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO model_version (name, version, parameters, alias, note, "
                                       "created_ms, created_by) VALUES (?1, ?2, ?3, 'challenger', ?4, ?5, ?6)"));
  const QByteArray parameters = canonicalJson(what.parameters);
  q.bind(1, what.name).bind(2, what.version).bind(3, parameters.constData()).bind(4, what.note);
  PW_CHECK(q.bind(5, toMillis(m_clock.now())).bind(6, who.user).run());
  PW_CHECK(m_journal.append(who, s("model.added"), s("model"), what.label(),
                            {{s("name"), what.name},
                             {s("version"), what.version},
                             {s("parameters"), what.parameters},
                             {s("note"), what.note}},
                            s("insert")));
  return in.commit();
}

// Inside the caller's transaction: `next` in the place of `last`.
Status ModelStore::crown(Transaction& in, const Actor& who, const ModelVersion& next, const ModelVersion& last,
                         const QString& why, bool back) {
  Q_UNUSED(in);
  PW_CHECK(clearAlias(m_db, next.name, "champion"));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE model_version SET alias = 'champion', promoted_ms = ?3, promoted_by = "
                                       "?4, why = ?5, before = ?6 WHERE name = ?1 AND version = ?2"));
  q.bind(1, next.name).bind(2, next.version).bind(3, toMillis(m_clock.now())).bind(4, who.user).bind(5, why);
  // Going back does not forget what stood before that.
  PW_CHECK(q.bind(6, back ? next.before : last.version).run());
  PW_CHECK(m_journal.append(
      who, back ? s("model.rolled_back") : s("model.promoted"), s("model"), next.label(),
      {{s("name"), next.name}, {s("version"), next.version}, {s("before"), last.version}, {s("why"), why}},
      s("update")));
  return {};
}

Status ModelStore::promote(const Actor& by, const QString& name, const QString& version, const QString& why) {
  if (why.trimmed().isEmpty())
    return fail(s("model.reason-missing"));
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::PromoteModels));
  PW_TRY(const ModelVersion next, this->version(name, version));
  PW_TRY(const ModelVersion last, champion(name));
  if (next.version == last.version)
    return fail(s("model.is-champion"), {{s("model"), name}, {s("version"), version}});
  if (!next.training && !next.promotedAt)
    return fail(s("model.untried"), {{s("model"), name}, {s("version"), version}});
  PW_CHECK(crown(in, who, next, last, why.trimmed(), false));
  return in.commit();
}

Result<QString> ModelStore::rollBack(const Actor& by, const QString& name, const QString& why) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::PromoteModels));
  PW_TRY(const ModelVersion last, champion(name));
  if (last.before.isEmpty())
    return fail(s("model.nothing-before"), {{s("model"), name}, {s("version"), last.version}});
  PW_TRY(const ModelVersion next, version(name, last.before));
  PW_CHECK(crown(in, who, next, last, why.trimmed(), true));
  PW_CHECK(in.commit());
  return next.version;
}

Status ModelStore::record(const Actor& by, const QString& name, const QString& version, const QString& trainingSha256,
                          const QJsonObject& metrics, bool inUse) {
  const QByteArray text = canonicalJson(metrics);
  PW_TRY(const std::optional<TrainingRow> before, findTraining(m_db, name, version, trainingSha256));
  if (before && (!inUse || before->alias == u"champion") && before->metrics == text)
    return {};
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  if (inUse) {
    PW_TRY(Query retire, Query::prepare(m_db, "UPDATE model SET alias = '' WHERE name = ?1 AND alias = 'champion'"));
    PW_CHECK(retire.bind(1, name).run());
  }
  const QString id = before ? before->id : m_ids.next().toString();
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO model (id, name, version, training_sha256, metrics, alias, created_ms) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?7, ?6) ON CONFLICT (id) DO UPDATE SET "
                              "metrics = excluded.metrics, alias = excluded.alias"));
  q.bind(1, id).bind(2, name).bind(3, version).bind(4, trainingSha256).bind(5, text.constData());
  const bool asked = inUse || (before && before->alias == u"champion"); // a trial takes nothing from a cycle's
  PW_CHECK(q.bind(6, toMillis(m_clock.now())).bind(7, asked ? "champion" : "").run());
  QJsonObject figures = metrics; // the row keeps the long lists
  for (auto it = figures.begin(); it != figures.end();)
    it = it.value().isArray() || it.value().isObject() ? figures.erase(it) : it + 1;
  PW_CHECK(m_journal.append(
      who, s("model.registered"), s("model"), id,
      {{s("name"), name}, {s("version"), version}, {s("trainingSha256"), trainingSha256}, {s("metrics"), figures}},
      before ? s("update") : s("insert")));
  return in.commit();
}

} // namespace pricewright
