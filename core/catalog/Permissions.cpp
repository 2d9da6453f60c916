// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Permissions.h"

namespace pricewright {
namespace {

using enum Permission;

// Analysts do the daily work, tune rules and prepare changes. Managers set what the market and the limits of single
// prices are. Directors set the limits that bind analysts and managers, and say who is who: nobody raises his own.
constexpr PermissionRow kTable[] = {
    {ImportData, Role::Analyst},     {RunCycles, Role::Analyst},        {ReleasePrices, Role::Analyst},
    {EditProducts, Role::Analyst},   {EditCompetitors, Role::Analyst},  {EditRules, Role::Analyst},
    {EditModels, Role::Analyst},     {RunTests, Role::Analyst},         {PromoteModels, Role::Manager},
    {EditBounds, Role::Manager},     {EditMarkets, Role::Manager},      {EditSources, Role::Manager},
    {GrantException, Role::Manager}, {ChangeSettings, Role::Manager},   {ChangeLimits, Role::Director},
    {ManageUsers, Role::Director},   {ChangeWorkspace, Role::Director},
};

struct Known {
  Role role = Role::None;
  bool authenticated = false;
};

Result<Known> find(Database& db, const QString& user) {
  PW_TRY(Query q, Query::prepare(db, "SELECT role, authenticated FROM user WHERE name = ?1 AND active = 1"));
  PW_TRY(const bool there, q.bind(1, user).step());
  if (!there)
    return Known();
  return Known{roleFrom(q.text(0)).value_or(Role::None), q.integer(1) != 0};
}

bool isSystem(const Actor& who) {
  const Actor system = systemActor();
  return who.user == system.user && who.role == system.role && who.authenticated && who.account.isEmpty();
}

} // namespace

QString roleName(Role role) {
  switch (role) {
  case Role::Analyst:
    return QStringLiteral("analyst");
  case Role::Manager:
    return QStringLiteral("manager");
  case Role::Director:
    return QStringLiteral("director");
  case Role::None:
    break;
  }
  return QStringLiteral("none");
}

std::optional<Role> roleFrom(QStringView name) {
  for (const Role role : {Role::Analyst, Role::Manager, Role::Director})
    if (name == roleName(role))
      return role;
  return std::nullopt;
}

std::span<const PermissionRow> permissionTable() { return kTable; }

Role leastRole(Permission what) {
  for (const PermissionRow& row : kTable)
    if (row.what == what)
      return row.least;
  return Role::Director;
}

Permission permissionForSetting(QStringView key) {
  const bool limits = key.startsWith(u"approval.") || key.startsWith(u"guardrail.") || key.startsWith(u"breaker.");
  return limits ? ChangeLimits : ChangeSettings;
}

Result<Actor> mayDo(Database& db, const Actor& who, Permission what) {
  if (isSystem(who))
    return who;
  PW_TRY(const Known known, find(db, who.user));
  const Role needed = leastRole(what);
  if (known.role < needed)
    return notAllowed(who.user, known.role, needed);
  return Actor{who.user, roleName(known.role), who.authenticated && known.authenticated, who.account};
}

Result<Actor> knownActor(Database& db, const Actor& who) {
  if (isSystem(who))
    return who;
  PW_TRY(const Known known, find(db, who.user));
  return Actor{who.user, known.role == Role::None ? QString() : roleName(known.role),
               who.authenticated && known.authenticated, who.account};
}

Result<Role> roleOf(Database& db, const QString& user) {
  PW_TRY(const Known known, find(db, user));
  return known.role;
}

Error notAllowed(const QString& who, Role has, Role needed) {
  return fail(QStringLiteral("catalog.not-allowed"), {{QStringLiteral("who"), who},
                                                      {QStringLiteral("role"), roleName(has)},
                                                      {QStringLiteral("needed"), roleName(needed)}});
}

bool isReservedUser(const QString& name) {
  return name.trimmed().compare(systemActor().user, Qt::CaseInsensitive) == 0;
}

} // namespace pricewright
