// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"

#include <optional>

namespace pricewright {

// Somebody decides in another's stead until a time: in his absence, say. He brings no more than that person may do
// himself, and never where that person proposed the price.
struct Delegation {
  Id id;
  QString from, to; // users
  Instant since{}, until{};
  std::optional<Instant> endedAt; // taken back before its time
};

// Grants, ends and lists delegations. Only what is one's own is handed on: a delegation gives no right to delegate.
// catalog.delegate-unknown (user), .delegate-self, .delegate-time, .delegate-unknown-one, .not-allowed
class DelegationStore {
 public:
  DelegationStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);
  Result<Delegation> grant(const Actor& by, const QString& to, Instant until);
  Status end(const Actor& by, const Id& delegation); // by either of the two
  Result<std::vector<Delegation>> current() const;   // in force, the first to end first
  Result<std::vector<Delegation>> givenTo(const QString& user) const;

 private:
  Result<std::vector<Delegation>> read(const char* where, const QString& user) const;
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
