// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway's account gives way to another: rows of one are never mixed with the other's.
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "orders/OrderStore.h"

namespace pricewright {
namespace {

Result<qint64> renameProvider(Database& db, const QString& from, const QString& to) {
  qint64 rows = 0;
  for (const char* table : {"sale_order", "money_movement", "gateway_event", "order_load", "revenue_reconciliation"}) {
    const std::string sql = std::string("UPDATE ") + table + " SET provider = ?2 WHERE provider = ?1";
    PW_TRY(Query q, Query::prepare(db, sql.c_str()));
    PW_CHECK(q.bind(1, from).bind(2, to).run());
    rows += q.changes();
  }
  return rows;
}

} // namespace

Result<qint64> OrderStore::changeAccount(const Actor& by, const QString& provider, const QString& from,
                                         const QString& to) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::ChangeSettings));
  const QString apart = provider + u'/' + from;
  PW_TRY(const qint64 rows, renameProvider(m_db, provider, apart));
  if (from.endsWith(u"/test")) {
    PW_TRY(Query q, Query::prepare(m_db, "UPDATE money_movement SET status = 'void', version = version + 1 WHERE "
                                         "provider = ?1"));
    PW_CHECK(q.bind(1, apart).run());
  }
  PW_TRY(const qint64 back, renameProvider(m_db, provider + u'/' + to, provider));
  PW_CHECK(m_journal.append(
      who, s("orders.account-changed"), s("money_movement"), provider,
      {{s("from"), from}, {s("to"), to}, {s("apart"), apart}, {s("rows"), rows}, {s("back"), back}}, s("bulk")));
  PW_CHECK(in.commit());
  return rows;
}

} // namespace pricewright
