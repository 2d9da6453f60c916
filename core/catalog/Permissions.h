// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"

#include <span>

namespace pricewright {

// The roles of people, each including those before it. None: not in the workspace's table of users.
enum class Role { None, Analyst, Manager, Director };
QString roleName(Role role); // "none", "analyst" …
std::optional<Role> roleFrom(QStringView name);

// What somebody wants to do, as the writers of the stores ask for it. Who approves which price change is a matter of
// its size, and the approval station's.
enum class Permission {
  ImportData,    // import files, take imports back, keep column mappings
  RunCycles,     // cycles with all they leave: decisions, models, adopted prices, marked offers
  ReleasePrices, // batches: make, move, release, roll back
  EditProducts,  // categories and SKUs
  EditCompetitors,
  EditRules,      // pricing rules; the guardrails stand above them
  EditModels,     // new versions of models, as challengers
  RunTests,       // price tests: design, start, stop; their prices go through approvals like all others
  PromoteModels,  // which version is asked
  EditBounds,     // absolute floors and ceilings, minimum advertised prices, ladders
  EditMarkets,    // price zones, channels, VAT
  EditSources,    // where competitor prices come from, and how fresh they must be
  GrantException, // less than the minimum margin, for a time
  ChangeSettings,
  ChangeLimits, // settings that limit people and machine: approval.*, guardrail.*, breaker.*
  ManageUsers,
  ChangeWorkspace // its name, its currency, its time
};
struct PermissionRow {
  Permission what;
  Role least;
};
// All of them with the least role that each takes: the one place where this is decided.
std::span<const PermissionRow> permissionTable();
Role leastRole(Permission what);
Permission permissionForSetting(QStringView key);

// Who acts, with the role that the workspace's table of users gives him; what role the caller claims counts for
// nothing. Asked inside the transaction of the change. Only the stations act as the system, and only as systemActor():
// no user can be called so. catalog.not-allowed (who, role, needed).
Result<Actor> mayDo(Database& db, const Actor& who, Permission what);
// The same where nothing is asked for yet; somebody whom the table does not know has the role "".
Result<Actor> knownActor(Database& db, const Actor& who);
Result<Role> roleOf(Database& db, const QString& user); // None: not in the table, or no longer active
Error notAllowed(const QString& who, Role has, Role needed);
bool isReservedUser(const QString& name); // "system", however it is written

} // namespace pricewright
