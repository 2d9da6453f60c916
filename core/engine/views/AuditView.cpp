// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/AuditView.h"

#include "base/Json.h"
#include "base/Words.h"
#include "engine/views/AuditFields.h"

#include <QJsonArray>

namespace pricewright {
namespace {

// The product and zone that rows of several tables are about.
class Products {
 public:
  explicit Products(Database& db) : m_db(db) {}
  Status name(AuditLine& line, const QJsonObject& body) {
    if (body.value(s("sku")).isString()) {
      line.sku = body.value(s("sku")).toString();
      line.zone = body.value(s("zone")).toString();
      return {};
    }
    if (line.table == u"decision")
      return look("SELECT s.code, z.code FROM decision d JOIN listing l ON l.no = d.listing_no JOIN sku s ON s.no = "
                  "l.sku_no JOIN price_zone z ON z.no = l.zone_no WHERE d.id = ?1",
                  line.rowId, line);
    if (line.table == u"sku")
      return look("SELECT code, '' FROM sku WHERE id = ?1", line.rowId, line);
    if (line.table == u"listing")
      return look("SELECT s.code, z.code FROM listing l JOIN sku s ON s.no = l.sku_no JOIN price_zone z ON z.no = "
                  "l.zone_no WHERE l.sku_no || '|' || l.zone_no = ?1 AND l.sku_no = CAST(?1 AS INTEGER)",
                  line.rowId, line);
    return {};
  }

 private:
  Status look(const char* sql, const QString& id, AuditLine& line) {
    PW_TRY(Query q, Query::prepare(m_db, sql));
    PW_TRY(const bool found, q.bind(1, id).step());
    if (found) {
      line.sku = q.text(0);
      line.zone = q.text(1);
    }
    return {};
  }
  Database& m_db;
};

Result<std::vector<AuditField>> fieldsOf(Database& db, const JournalRow& row, const QJsonObject& body) {
  std::optional<QJsonObject> before;
  if (needsEntryBefore(row.kind, body)) {
    const QString family = row.kind.left(row.kind.lastIndexOf(u'.') + 1);
    PW_TRY(const std::optional<JournalRow> earlier, JournalQuery::before(db, row, family));
    const Result<QJsonObject> parsed = earlier ? parseObject(earlier->body) : Result<QJsonObject>(QJsonObject());
    if (earlier && parsed)
      before = *parsed;
  }
  return auditFields(row.kind, row.rowId, body, before);
}

Result<AuditLine> lineOf(Database& db, const JournalRow& row, const QJsonObject& body,
                         const std::vector<AuditField>& fields) {
  AuditLine line{row.sequence, row.at, row.actor, row.role, {}, row.kind, row.table, row.rowId, {}, {}, {}, {}};
  line.account = body.value(s("account")).toString();
  line.note = auditNote(body);
  if (!fields.empty() && fields.front().changed)
    line.field = fields.front();
  else if (const auto price =
               std::find_if(fields.begin(), fields.end(), [](const AuditField& f) { return f.field == u"price"; });
           price != fields.end())
    line.field = *price;
  PW_CHECK(Products(db).name(line, body));
  return line;
}

QJsonObject bodyOf(const JournalRow& row) { return parseObject(row.body).value_or(QJsonObject()); }

Result<QByteArray> hashOf(Database& db, qint64 sequence) {
  PW_TRY(const std::optional<JournalRow> row, JournalQuery::entry(db, sequence));
  return row ? row->hash : QByteArray();
}

std::string_view view(const QByteArray& b) { return {b.constData(), std::size_t(b.size())}; }

// The entry's own content against its hash, and its place between its neighbors.
Status judge(Database& db, const JournalRow& row, AuditDetail& detail) {
  const QByteArray actor = row.actor.toUtf8(), role = row.role.toUtf8(), kind = row.kind.toUtf8(),
                   table = row.table.toUtf8(), id = row.rowId.toUtf8();
  Digest previous{}, computed{};
  std::copy_n(row.previousHash.constData(), std::min<qsizetype>(row.previousHash.size(), 32),
              reinterpret_cast<char*>(previous.data()));
  EntryHasher hasher;
  if (!hasher.hash(
          {row.sequence, toMillis(row.at), view(actor), view(role), view(kind), view(table), view(id), view(row.body)},
          previous, computed))
    return fail(s("audit.no-sha256"));
  detail.text = QString::fromStdString(hasher.text());
  detail.computed = QByteArray(reinterpret_cast<const char*>(computed.data()), qsizetype(computed.size()));
  detail.hashFits = detail.computed == row.hash;
  PW_TRY(const QByteArray before, hashOf(db, row.sequence - 1));
  PW_TRY(const std::optional<JournalRow> after, JournalQuery::entry(db, row.sequence + 1));
  const QByteArray wanted = row.sequence == 1 ? QByteArray(32, '\0') : before;
  detail.linkFits = row.previousHash == wanted && (!after || after->previousHash == row.hash);
  return {};
}

QString decisionIdOf(const JournalRow& row, const QJsonObject& body) {
  return row.table == u"decision" ? row.rowId : body.value(s("decision")).toString();
}

// None where the entry belongs to no decision, or to one that is not in the workspace any more.
Result<std::optional<AuditDecision>> decisionOf(Workspace& w, const JournalRow& row, const QJsonObject& body) {
  const Result<Id> id = Id::parse(decisionIdOf(row, body));
  if (!id)
    return std::optional<AuditDecision>();
  const Result<PriceDecision> d = w.decisions().decision(*id);
  if (!d && d.error().code.startsWith(u"storage."))
    return d.error();
  if (!d)
    return std::optional<AuditDecision>();
  QString hash = body.value(s("content_hash")).toString();
  if (hash.isEmpty())
    hash = body.value(s("contentHash")).toString();
  return std::optional(AuditDecision{d->id, d->skuCode, d->skuName, d->zoneCode, decisionStateName(d->state),
                                     d->guarded.primaryReason, d->current, d->proposed,
                                     hash.isEmpty() || hash == d->contentHash});
}

// The products that a code, or the beginning of one with a star, names.
Result<std::vector<JournalSubject>> subjectsOfSku(Database& db, const QString& typed) {
  const bool open = typed.endsWith(u'*');
  const QString code = open ? typed.chopped(1) : typed;
  std::vector<JournalSubject> subjects;
  PW_TRY(Query skus, Query::prepare(db, "SELECT no, id, code FROM sku WHERE (?2 = 0 AND code = ?1 COLLATE NOCASE) OR "
                                        "(?2 = 1 AND substr(code, 1, length(?1)) = ?1 COLLATE NOCASE) ORDER BY no"));
  skus.bind(1, code).bind(2, qint64(open));
  PW_TRY(Query decisions, Query::prepare(db, "SELECT d.id FROM listing l JOIN decision d ON d.listing_no = l.no WHERE "
                                             "l.sku_no = ?1 ORDER BY d.no"));
  for (;;) {
    PW_TRY(const bool more, skus.step());
    if (!more)
      return subjects;
    subjects.push_back({s("sku"), skus.text(1)});
    subjects.push_back({s("price"), skus.text(2) + u'|', true});
    subjects.push_back({s("listing"), QString::number(skus.integer(0)) + u'|', true});
    decisions.bind(1, skus.integer(0));
    for (;;) {
      PW_TRY(const bool another, decisions.step());
      if (!another)
        break;
      subjects.push_back({s("decision"), decisions.text(0)});
    }
  }
}

} // namespace

QJsonObject toJson(const AuditFilter& f) {
  QJsonObject json;
  const auto put = [&](const char* name, const QString& text) {
    if (!text.isEmpty())
      json.insert(s(name), text);
  };
  if (!f.actors.isEmpty())
    json.insert(s("actors"), QJsonArray::fromStringList(f.actors));
  if (!f.kinds.isEmpty())
    json.insert(s("kinds"), QJsonArray::fromStringList(f.kinds));
  put("sku", f.sku);
  put("text", f.text);
  put("from", f.from ? isoInstant(*f.from) : QString());
  put("to", f.to ? isoInstant(*f.to) : QString());
  if (f.about)
    put("about", f.about->table + u' ' + f.about->id);
  return json;
}

Result<JournalFilter> journalFilter(Workspace& w, const AuditFilter& f) {
  JournalFilter filter{f.actors, f.kinds, {}, f.from, f.to, f.text.trimmed()};
  const QString sku = f.sku.trimmed();
  if (f.about)
    filter.subjects = std::vector<JournalSubject>{*f.about};
  else if (!sku.isEmpty() && sku != u"*") {
    PW_TRY(filter.subjects, subjectsOfSku(w.database(), sku));
  }
  return filter;
}

Result<AuditLines> auditPage(Workspace& w, const AuditFilter& filter, const JournalCursor& cursor, int most,
                             const JobContext& job, std::chrono::milliseconds budget) {
  PW_TRY(JournalFilter journal, journalFilter(w, filter));
  Database& db = w.database();
  PW_TRY(const JournalPage page, JournalQuery(db, std::move(journal)).page(cursor, most, job, budget));
  AuditLines result{{}, page.next, page.end, page.newest, page.searched};
  result.lines.reserve(page.rows.size());
  for (const JournalRow& row : page.rows) {
    const QJsonObject body = bodyOf(row);
    PW_TRY(const std::vector<AuditField> fields, fieldsOf(db, row, body));
    PW_TRY(AuditLine line, lineOf(db, row, body, fields));
    result.lines.push_back(std::move(line));
  }
  return result;
}

Result<AuditChoices> auditChoices(Workspace& w) {
  AuditChoices choices;
  PW_TRY(choices.actors, JournalQuery::actors(w.database()));
  PW_TRY(choices.kinds, JournalQuery::kinds(w.database()));
  return choices;
}

Result<AuditDetail> auditEntryDetail(Workspace& w, qint64 sequence) {
  Database& db = w.database();
  PW_TRY(const std::optional<JournalRow> row, JournalQuery::entry(db, sequence));
  if (!row)
    return fail(s("audit.no-entry"), {{s("entry"), QString::number(sequence)}});
  const Result<QJsonObject> parsed = parseObject(row->body);
  const QJsonObject body = parsed.value_or(QJsonObject());
  AuditDetail detail;
  detail.readable = parsed.has_value();
  PW_TRY(detail.fields, fieldsOf(db, *row, body));
  PW_TRY(detail.line, lineOf(db, *row, body, detail.fields));
  detail.body = QString::fromUtf8(row->body);
  detail.previousHash = row->previousHash;
  detail.hash = row->hash;
  PW_CHECK(judge(db, *row, detail));
  PW_TRY(detail.decision, decisionOf(w, *row, body));
  return detail;
}

Result<QString> deviceFingerprint() {
  PW_TRY(const HeadWitness witness, HeadWitness::open(HeadWitness::defaultFolder()));
  PW_TRY(const QByteArray key, witness.publicKey());
  return keyFingerprint(key);
}

Result<std::optional<ChainReport>> AuditCheck::step(Workspace& w, qint64 most, const JobContext& job) {
  PW_TRY(const bool done, m_walk.step(w.database(), most, job));
  if (!done)
    return std::optional<ChainReport>();
  ChainReport report = m_walk.report();
  const Result<HeadWitness> witness = HeadWitness::open(HeadWitness::defaultFolder());
  if (!witness)
    return std::optional(std::move(report));
  PW_TRY(const QString id, w.catalog().workspaceValue(s("id")));
  PW_TRY(report, witness->compare(id, w.database(), std::move(report)));
  return std::optional(std::move(report));
}

Result<ChainReport> verifyAudit(Workspace& w, const JobContext& job) {
  AuditCheck check;
  for (;;) {
    PW_TRY(std::optional<ChainReport> report, check.step(w, std::numeric_limits<qint64>::max(), job));
    if (report)
      return *std::move(report);
  }
}

} // namespace pricewright
