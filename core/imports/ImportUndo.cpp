// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/Importer.h"

#include "base/Json.h"
#include "imports/ImportPlan.h"
#include "imports/rows/RawStatement.h"

#include <chrono>

namespace pricewright {
namespace {

struct UndoTable {
  const char* name;
  std::vector<const char*> keys;
  bool hasVersion;
};
// Children before parents: the order in which rows can be taken away.
const std::vector<UndoTable>& undoTables() {
  static const std::vector<UndoTable> tables{{"offer", {"no"}, false},
                                             {"product_match", {"no"}, true},
                                             {"price", {"no"}, false},
                                             {"promotion", {"no"}, true},
                                             {"sale_part", {"listing_no", "day", "form", "import_no"}, false},
                                             {"sale", {"listing_no", "day"}, false},
                                             {"stock", {"listing_no", "day"}, false},
                                             {"cost", {"listing_no", "kind", "from_day"}, false},
                                             {"fx_rate", {"day", "base", "currency"}, false},
                                             {"listing", {"no"}, true},
                                             {"sku", {"no"}, true}};
  return tables;
}

// What may stand on a row that an import made, and would fall with it. ?1 is the import's number.
struct Dependence {
  const char* table; // for the error
  const char* sql;   // finds a row of somebody else that does
};
constexpr std::array kDependences{
    // A newer price that follows, precedes or overlaps one of ours has moved its ends, or hangs on them.
    Dependence{"price",
               "SELECT 1 FROM price p JOIN price q ON q.listing_no = p.listing_no AND q.channel_no = p.channel_no "
               "AND q.type = p.type WHERE p.import_no = ?1 AND q.no > p.no AND q.import_no IS NOT ?1 AND "
               "(q.to_ms = p.from_ms OR (q.from_ms >= p.from_ms AND (p.to_ms IS NULL OR q.from_ms <= p.to_ms)))"},
    // Before all that could be taken back: what is decided stays.
    Dependence{"decision", "SELECT 1 FROM decision WHERE listing_no IN made"},
    Dependence{"sale", "SELECT 1 FROM sale WHERE import_no IS NOT ?1 AND listing_no IN made"},
    Dependence{"stock", "SELECT 1 FROM stock WHERE import_no IS NOT ?1 AND listing_no IN made"},
    Dependence{"cost", "SELECT 1 FROM cost WHERE import_no IS NOT ?1 AND listing_no IN made"},
    Dependence{"promotion", "SELECT 1 FROM promotion WHERE import_no IS NOT ?1 AND listing_no IN made"},
    Dependence{"price", "SELECT 1 FROM price WHERE import_no IS NOT ?1 AND listing_no IN made"},
    Dependence{"product_match", "SELECT 1 FROM product_match WHERE import_no IS NOT ?1 AND listing_no IN made"},
    Dependence{"margin_exception", "SELECT 1 FROM margin_exception WHERE listing_no IN made"},
    Dependence{"offer", "SELECT 1 FROM offer WHERE import_no IS NOT ?1 AND match_no IN "
                        "(SELECT no FROM product_match WHERE import_no = ?1)"},
    Dependence{"listing", "SELECT 1 FROM listing WHERE import_no IS NOT ?1 AND sku_no IN "
                          "(SELECT no FROM sku WHERE import_no = ?1)"},
};

Error newerChanges(const QString& table) {
  if (table == QStringLiteral("decision")) // decisions are kept for good: taking back later imports would not help
    return fail(QStringLiteral("import.decided-since"), {{QStringLiteral("table"), table}});
  return fail(QStringLiteral("import.newer-changes"), {{QStringLiteral("table"), table}});
}

Result<bool> finds(Database& db, const char* sql, qint64 no) {
  PW_TRY(Query q, Query::prepare(db, sql));
  q.bind(1, no);
  PW_TRY(const bool row, q.step());
  return row;
}

Result<std::vector<std::string>> columnsOf(Database& db, const char* table) {
  PW_TRY(Query q, Query::prepare(db, "SELECT name FROM pragma_table_info(?1)"));
  q.bind(1, std::string_view(table));
  std::vector<std::string> names;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return names;
    names.emplace_back(q.utf8(0));
  }
}

std::string jsonField(const std::string& column) { return "json_extract(?1, '$." + column + "')"; }

// A column that is younger than what was kept keeps what it has.
std::string keptOr(const std::string& column) {
  return "iif(json_type(?1, '$." + column + "') IS NULL, " + column + ", " + jsonField(column) + ")";
}

// How far the version of a row has risen by later imports that were taken back since: each changed it and changed it
// back. `rowNo` is SQL for the row's number.
std::string undoneSteps(const char* table, const std::string& rowNo, const char* importNo) {
  return std::string("2 * (SELECT count(*) FROM import_undo u JOIN import_batch b ON b.no = u.import_no WHERE "
                     "b.state = 'undone' AND u.import_no > ") +
         importNo + " AND u.table_name = '" + table + "' AND json_extract(u.row_before, '$.no') = " + rowNo + ")";
}

std::string whereKeys(const UndoTable& table) {
  std::string where;
  for (const char* key : table.keys)
    where += std::string(where.empty() ? "" : " AND ") + key + " = " + jsonField(key);
  return where;
}

// Takes one import back. Everything runs in one transaction: a refusal half way leaves all as it was.
class Undo {
 public:
  Undo(Database& db, qint64 no) : m_db(db), m_no(no) {}
  qint64 removed = 0, givenBack = 0;

  Status all() {
    PW_CHECK(refuseLaterImports());
    PW_TRY(const bool published, finds(m_db, kDependences[0].sql, m_no));
    if (published)
      return newerChanges(QStringLiteral("price"));
    PW_CHECK(
        execute("DELETE FROM price WHERE import_no = ?1 AND no NOT IN (SELECT json_extract(row_before, '$.no') FROM "
                "import_undo WHERE import_no = ?1 AND table_name = 'price')"));
    for (const UndoTable& table : undoTables())
      PW_CHECK(giveBack(table));
    PW_CHECK(refuseDependents());
    for (const UndoTable& table : undoTables())
      PW_CHECK(execute((std::string("DELETE FROM ") + table.name + " WHERE import_no = ?1").c_str()));
    PW_CHECK(removeCreated());
    PW_TRY(Query q, Query::prepare(m_db, "UPDATE import_batch SET state = 'undone' WHERE no = ?1"));
    q.bind(1, m_no);
    return q.run(); // what it had kept stays: it tells how far versions have risen
  }

 private:
  Status execute(const char* sql) {
    PW_TRY(Query q, Query::prepare(m_db, sql));
    q.bind(1, m_no);
    PW_CHECK(q.run());
    removed += q.changes();
    return {};
  }

  // A later import that overwrote one of our rows kept it, with our number in it.
  Status refuseLaterImports() {
    PW_TRY(Query q,
           Query::prepare(m_db, "SELECT u.table_name FROM import_undo u JOIN import_batch b ON b.no = u.import_no "
                                "WHERE u.import_no > ?1 AND b.state = 'applied' AND "
                                "json_extract(u.row_before, '$.import_no') = ?1 LIMIT 1"));
    q.bind(1, m_no);
    PW_TRY(const bool later, q.step());
    return later ? Status(newerChanges(q.text(0))) : Status();
  }

  // Rows that were overwritten get their old values again, if nobody touched them since; a version only ever rises.
  Status giveBack(const UndoTable& table) {
    PW_TRY(const std::vector<std::string> columns, columnsOf(m_db, table.name));
    std::string set;
    for (const std::string& column : columns)
      set += (set.empty() ? "" : ", ") + column + " = " +
             (column == "version" ? std::string("version + 1") : keptOr(column));
    std::string untouched;
    if (table.hasVersion)
      untouched = " AND version = " + jsonField("version") + " + 1 + " + undoneSteps(table.name, jsonField("no"), "?2");
    else if (std::string_view(table.name) != "price") // a price's ends move without its import changing
      untouched = " AND import_no = ?2";
    const std::string sql =
        std::string("UPDATE ") + table.name + " SET " + set + " WHERE " + whereKeys(table) + untouched;
    PW_TRY(Query update, Query::prepare(m_db, sql.c_str()));
    PW_TRY(Query kept,
           Query::prepare(m_db, "SELECT row_before FROM import_undo WHERE import_no = ?1 AND table_name = ?2 "
                                "AND json_extract(row_before, '$.created') IS NULL ORDER BY position"));
    kept.bind(1, m_no).bind(2, std::string_view(table.name));
    for (;;) {
      PW_TRY(const bool row, kept.step());
      if (!row)
        return {};
      update.bind(1, kept.utf8(0));
      if (!untouched.empty())
        update.bind(2, m_no);
      PW_CHECK(update.run());
      if (update.changes() != 1)
        return newerChanges(QString::fromLatin1(table.name));
      ++givenBack;
    }
  }

  Status refuseDependents() {
    for (const UndoTable& table : undoTables()) {
      if (!table.hasVersion)
        continue;
      const std::string sql = std::string("SELECT 1 FROM ") + table.name +
                              " WHERE import_no = ?1 AND version <> 1 AND version <> 1 + " +
                              undoneSteps(table.name, std::string(table.name) + ".no", "?1");
      PW_TRY(const bool edited, finds(m_db, sql.c_str(), m_no));
      if (edited)
        return newerChanges(QString::fromLatin1(table.name));
    }
    for (const Dependence& d : kDependences) {
      const std::string sql = std::string(QByteArrayView(d.sql).contains("IN made")
                                              ? "WITH made (no) AS (SELECT no FROM listing WHERE import_no = ?1) "
                                              : "") +
                              d.sql + " LIMIT 1";
      PW_TRY(const bool standsOnIt, finds(m_db, sql.c_str(), m_no));
      if (standsOnIt)
        return newerChanges(QString::fromLatin1(d.table));
    }
    return {};
  }

  // Zones, categories, competitors and sources that it made go too, unless others use them by now.
  Status removeCreated() {
    for (const auto& [table, user, column] : {std::tuple{"price_zone", "listing", "zone_no"},
                                              {"category", "sku", "category_no"},
                                              {"competitor", "product_match", "competitor_no"},
                                              {"source", "offer", "source_no"}}) {
      const std::string sql = std::string("DELETE FROM ") + table +
                              " WHERE version = 1 AND no IN (SELECT json_extract(row_before, '$.no') FROM import_undo "
                              "WHERE import_no = ?1 AND table_name = '" +
                              table + "') AND no NOT IN (SELECT " + column + " FROM " + user + ")";
      PW_CHECK(execute(sql.c_str()));
    }
    return {};
  }

  Database& m_db;
  qint64 m_no;
};

} // namespace

Result<ImportReport> Importer::undo(const Actor& by, const Id& batchId) {
  const auto started = std::chrono::steady_clock::now();
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(Actor who, mayDo(m_db, by, Permission::ImportData));
  qint64 no = 0;
  QString file;
  {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT no, state, mapping, file_name FROM import_batch WHERE id = ?1"));
    q.bind(1, batchId.toString());
    PW_TRY(const bool found, q.step());
    if (!found)
      return fail(QStringLiteral("import.unknown-batch"), {{QStringLiteral("batch"), batchId.toString()}});
    if (q.text(1) == QStringLiteral("undone"))
      return fail(QStringLiteral("import.already-undone"), {{QStringLiteral("batch"), batchId.toString()}});
    no = q.integer(0), file = q.text(3);
    PW_TRY(const QJsonObject mapping, parseObject(q.blob(2)));
    PW_TRY(const ImportMapping used, importMappingFromJson(mapping));
    PW_TRY(who, mayDo(m_db, by, permissionToImport(used))); // taking bounds back sets bounds
  }
  Undo undo(m_db, no);
  PW_CHECK(undo.all());
  PW_TRY(const qint64 sequence,
         m_journal.append(who, QStringLiteral("import.undone"), QStringLiteral("import_batch"), batchId.toString(),
                          {{QStringLiteral("removed"), undo.removed}, {QStringLiteral("given_back"), undo.givenBack}},
                          QStringLiteral("bulk")));
  Q_UNUSED(sequence);
  PW_CHECK(transaction.commit());
  ImportReport report;
  report.file = file;
  report.batchId = batchId;
  report.added = undo.removed;
  report.changed = undo.givenBack;
  report.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - started);
  return report;
}

} // namespace pricewright
