// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace itself: its values, its settings and its users.
#include "catalog/CatalogStore.h"

#include "base/Log.h"
#include "base/Words.h"
#include "catalog/Rows.h"

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace pricewright {
namespace {

Status writeValue(Database& db, const char* key, const QString& value) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO workspace (key, value) VALUES (?1, ?2) "
                                     "ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
  return q.bind(1, key).bind(2, value).run();
}

Status checkValue(const QString& key, const QString& value) {
  const auto bad = [&] { return fail(s("catalog.bad-value"), {{s("key"), key}, {s("value"), value.left(80)}}); };
  if (key == u"id" || key == u"created_ms" || key == u"device")
    return fail(s("catalog.fixed-value"), {{s("key"), key}});
  if (key == u"name" && value.trimmed().isEmpty())
    return bad();
  if (key == u"currency")
    PW_CHECK(Currency::fromCode(value));
  bool isNumber = false;
  value.toLongLong(&isNumber);
  if (key == u"as_of_ms" && !value.isEmpty() && !isNumber)
    return bad();
  return {};
}

User readUser(const Query& q) { return {q.text(0), q.text(1), q.text(2), q.integer(3) != 0}; }

Result<std::vector<User>> readUsers(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT name, display_name, role, authenticated FROM user "
                                     "WHERE active = 1 ORDER BY name"));
  std::vector<User> users;
  PW_CHECK(eachRow(q, [&]() -> Status {
    users.push_back(readUser(q));
    return {};
  }));
  return users;
}

Status writeUser(Database& db, const Id& id, const User& user) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO user (name, id, display_name, role, authenticated) "
                                     "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (name) DO UPDATE SET "
                                     "display_name = excluded.display_name, role = excluded.role, "
                                     "authenticated = excluded.authenticated, active = 1, version = version + 1"));
  q.bind(1, user.name).bind(2, id.toString()).bind(3, user.displayName).bind(4, user.role);
  return q.bind(5, user.authenticated ? 1 : 0).run();
}

QJsonObject bodyOf(const User& user) {
  return {{s("name"), user.name},
          {s("displayName"), user.displayName},
          {s("role"), user.role},
          {s("authenticated"), user.authenticated}};
}

// Somebody must be left who may release what only a director may.
bool isLastDirector(const std::vector<User>& users, const QString& name) {
  const auto isOther = [&](const User& u) { return u.role == u"director" && u.name != name; };
  const auto isHe = [&](const User& u) { return u.role == u"director" && u.name == name; };
  return std::any_of(users.begin(), users.end(), isHe) && std::none_of(users.begin(), users.end(), isOther);
}

QJsonValue jsonOf(const QVariant& value) { return value.isValid() ? QJsonValue::fromVariant(value) : QJsonValue(); }

} // namespace

CatalogStore::CatalogStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Status CatalogStore::change(const Actor& by, Permission what, const std::function<Status(const Actor&)>& work) {
  if (m_db.inTransaction()) {
    PW_TRY(const Actor who, mayDo(m_db, by, what));
    return work(who);
  }
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, what));
  PW_CHECK(work(who));
  return in.commit();
}

Status CatalogStore::permits(const Actor& by, Permission what) const {
  PW_CHECK(mayDo(m_db, by, what));
  return {};
}

Status CatalogStore::record(const Actor& by, const QString& kind, const char* table, const QString& rowId,
                            const QJsonObject& body, const char* operation) {
  PW_CHECK(m_journal.append(by, kind, s(table), rowId, body, s(operation)));
  return {};
}

Status CatalogStore::createWorkspace(const NewWorkspace& what) {
  if (what.name.trimmed().isEmpty() || what.channelCode.trimmed().isEmpty())
    return fail(s("catalog.bad-name"));
  PW_CHECK(Currency::fromCode(what.currency));
  PW_TRY(const QString id, workspaceValue(s("id")));
  if (!id.isEmpty())
    return fail(s("catalog.not-empty"), {{s("path"), m_db.path()}});
  const QString user = what.userName.isEmpty() ? operatingSystemUser() : what.userName;
  if (isReservedUser(user))
    return fail(s("catalog.reserved-name"), {{s("user"), user}});
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_CHECK(makeWorkspace(what, user));
  return in.commit();
}

Status CatalogStore::makeWorkspace(const NewWorkspace& what, const QString& user) {
  const QString id = m_ids.next().toString();
  PW_CHECK(writeValue(m_db, "id", id));
  PW_CHECK(writeValue(m_db, "name", what.name));
  PW_CHECK(writeValue(m_db, "currency", what.currency));
  if (what.asOf)
    PW_CHECK(writeValue(m_db, "as_of_ms", QString::number(toMillis(*what.asOf))));
  PW_CHECK(writeValue(m_db, "created_ms", QString::number(toMillis(m_clock.now()))));
  PW_CHECK(writeValue(m_db, "device", m_ids.next().toString()));
  PW_CHECK(writeUser(m_db, m_ids.next(), {user, user, s("director"), false}));
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO channel (id, code, name) VALUES (?1, ?2, ?3)"));
  PW_CHECK(q.bind(1, m_ids.next().toString()).bind(2, what.channelCode).bind(3, what.channelName).run());
  const QString account = operatingSystemUser();
  const Actor by{user, s("director"), false, account == user ? QString() : account};
  QJsonObject body{{s("name"), what.name},
                   {s("currency"), what.currency},
                   {s("user"), user},
                   {s("role"), s("director")},
                   {s("channel"), what.channelCode}};
  if (what.asOf)
    body.insert(s("asOf"), isoInstant(*what.asOf));
  return record(by, s("workspace.created"), "workspace", id, body, "insert");
}

Result<QString> CatalogStore::workspaceValue(const QString& key) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT value FROM workspace WHERE key = ?1"));
  PW_TRY(const bool row, q.bind(1, key).step());
  return row ? q.text(0) : QString();
}

Status CatalogStore::setWorkspaceValue(const Actor& by, const QString& key, const QString& value) {
  PW_CHECK(checkValue(key, value));
  PW_TRY(const QString before, workspaceValue(key));
  if (before == value)
    return {};
  return change(by, Permission::ChangeWorkspace, [&](const Actor& who) -> Status {
    PW_CHECK(writeValue(m_db, key.toUtf8().constData(), value));
    return record(who, s("workspace.changed"), "workspace", key, {{s("from"), before}, {s("to"), value}}, "update");
  });
}

Result<Settings> CatalogStore::settings() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT key, value FROM setting ORDER BY key"));
  Settings settings;
  PW_CHECK(eachRow(q, [&]() -> Status {
    // A key that this build does not know decides nothing here; a value that it knows to be wrong must not be ignored.
    if (!findSetting(q.text(0))) {
      qCWarning(logStorage) << "setting unknown to this build:" << q.text(0);
      return {};
    }
    return settings.set(q.text(0), q.text(1));
  }));
  return settings;
}

Status CatalogStore::setSetting(const Actor& by, const QString& key, const QVariant& value) {
  const SettingSpec* spec = findSetting(key);
  if (!spec)
    return fail(s("settings.unknown"), {{s("key"), key}});
  if (spec->scope != SettingScope::Workspace)
    return fail(s("settings.not-of-workspace"), {{s("key"), key}});
  Settings checked;
  if (value.isValid())
    PW_CHECK(checked.set(key, value));
  const QVariant after = checked.changed().value(key);
  PW_TRY(const Settings now, settings());
  const QVariant before = now.changed().value(key);
  if (before == after)
    return {};
  return change(by, permissionForSetting(key), [&](const Actor& who) -> Status {
    const char* sql = after.isValid() ? "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE "
                                        "SET value = excluded.value, version = version + 1"
                                      : "DELETE FROM setting WHERE key = ?1";
    PW_TRY(Query q, Query::prepare(m_db, sql));
    q.bind(1, key);
    if (after.isValid())
      q.bind(2, after.toString()); // doubles: shortest text that reads back to the same bits
    PW_CHECK(q.run());
    return record(who, s("setting.changed"), "setting", key, {{s("from"), jsonOf(before)}, {s("to"), jsonOf(after)}},
                  after.isValid() ? "update" : "delete");
  });
}

Result<std::vector<User>> CatalogStore::users() const { return readUsers(m_db); }

Result<User> CatalogStore::user(const QString& name) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT name, display_name, role, authenticated FROM user "
                                       "WHERE name = ?1 AND active = 1"));
  PW_TRY(const bool row, q.bind(1, name).step());
  if (!row)
    return fail(s("catalog.unknown-user"), {{s("user"), name}});
  return readUser(q);
}

Status CatalogStore::putUser(const Actor& by, const User& user) {
  if (user.name.trimmed().isEmpty())
    return fail(s("catalog.bad-name"));
  if (isReservedUser(user.name))
    return fail(s("catalog.reserved-name"), {{s("user"), user.name}});
  if (!roleFrom(user.role))
    return fail(s("catalog.bad-role"), {{s("role"), user.role}});
  PW_TRY(const std::vector<User> known, users());
  const auto before = std::find_if(known.begin(), known.end(), [&](const User& u) { return u.name == user.name; });
  const bool isNew = before == known.end();
  if (!isNew && *before == user)
    return {};
  if (user.role != u"director" && isLastDirector(known, user.name))
    return fail(s("catalog.last-director"), {{s("user"), user.name}});
  return change(by, Permission::ManageUsers, [&](const Actor& who) -> Status {
    PW_CHECK(writeUser(m_db, m_ids.next(), user));
    return record(who, isNew ? s("user.added") : s("user.changed"), "user", user.name, bodyOf(user),
                  isNew ? "insert" : "update");
  });
}

QString operatingSystemUser() {
#ifdef Q_OS_UNIX
  // The account itself: the environment can say anything.
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found && *found->pw_name)
    return QString::fromLocal8Bit(found->pw_name);
  return QStringLiteral("uid%1").arg(geteuid());
#else
  const QString name = qEnvironmentVariable("USERNAME");
  return name.isEmpty() ? QStringLiteral("user") : name;
#endif
}

} // namespace pricewright
