// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/JournalQuery.h"
#include "audit/Proof.h"
#include "engine/Workspace.h"

#include <QSaveFile>

namespace pricewright {

// The journal as people ask for it. A SKU is its code, or a beginning and a star: "OJ-*".
struct AuditFilter {
  QStringList actors, kinds; // a kind that ends in a dot stands for all that begin so
  QString sku, text;
  std::optional<JournalSubject> about;
  std::optional<Instant> from, to; // from ≤ at < to
  bool isEmpty() const {
    return actors.isEmpty() && kinds.isEmpty() && sku.isEmpty() && text.isEmpty() && !about && !from && !to;
  }
  friend bool operator==(const AuditFilter&, const AuditFilter&) = default;
};
QJsonObject toJson(const AuditFilter& filter); // what narrows, nothing else

// One thing that an entry says: what it was before, and what it is since. Where nothing is known of the time before,
// `before` is empty and `changed` false. `field` is a code, the values are as they stand in the entry.
struct AuditField {
  QString field, before, after;
  bool changed = false;
};
struct AuditLine {
  qint64 sequence = 0;
  Instant at{};
  QString actor, role, account, kind, table, rowId;
  QString sku, zone;               // where it is about a product
  std::optional<AuditField> field; // the one that says most: the price, the value of a setting
  QString note;                    // a reason code, a file's name, a comment
};
struct AuditLines {
  std::vector<AuditLine> lines; // newest first
  JournalCursor next;
  bool end = false;
  qint64 newest = 0, searched = 0;
};
struct AuditChoices {
  QStringList actors, kinds; // what there is to choose from
};

// The decision that an entry belongs to.
struct AuditDecision {
  Id id;
  QString sku, product, zone, state, reason;
  Money now, proposed;
  bool sameContent = true; // the entry was made for what is stored: its content hash agrees
};
struct AuditDetail {
  AuditLine line;
  std::vector<AuditField> fields; // all that the entry says; what changed comes first
  QString text;                   // canonical, as it was hashed
  QString body;                   // as it stands in the file
  bool readable = true;           // the body is JSON
  QByteArray previousHash, hash, computed;
  bool hashFits = false, linkFits = false; // its content is what was written; it follows on the entry before
  std::optional<AuditDecision> decision;
};

// ── Looking. Any workspace, also one that is open for reading only; synchronous ─────────────────────────────────────
Result<AuditLines> auditPage(Workspace& w, const AuditFilter& filter, const JournalCursor& cursor, int most,
                             const JobContext& job = {}, std::chrono::milliseconds budget = {});
Result<AuditChoices> auditChoices(Workspace& w);
Result<AuditDetail> auditEntryDetail(Workspace& w, qint64 sequence); // audit.no-entry
// How the SKU of a filter is found in the journal: products, listings, prices and decisions.
Result<JournalFilter> journalFilter(Workspace& w, const AuditFilter& filter);
Result<QString> deviceFingerprint(); // of this device's key: what a reader of a proof compares with

// ── Verifying, in pieces: others who read in between get their turn ─────────────────────────────────────────────────
class AuditCheck {
 public:
  // For so many entries. The report once it is done, held against the signed head as well. audit.cancelled
  Result<std::optional<ChainReport>> step(Workspace& w, qint64 most, const JobContext& job);
  double fraction() const { return m_walk.fraction(); }

 private:
  ChainWalk m_walk;
};
Result<ChainReport> verifyAudit(Workspace& w, const JobContext& job);

// ── Writing out ─────────────────────────────────────────────────────────────────────────────────────────────────────
enum class AuditFormat { Proof, CsvMachine, CsvExcel };
struct AuditExported {
  QString path, fingerprint; // fingerprint: of a proof's key
  qint64 entries = 0, leftOut = 0;
};
// Writes entries beside the target, which is replaced only when all is complete. A proof needs the whole chain to be
// sound; what is not is told and nothing is written. In pieces, all with the same workspace.
// export.not-written (path, what), audit.broken-chain, .head-differs, .head-signature, .cancelled
class AuditExport {
 public:
  AuditExport(AuditFilter filter, QString path, AuditFormat format, QChar decimalMark = u'.');
  ~AuditExport();
  Result<std::optional<AuditExported>> step(Workspace& w, qint64 most, const JobContext& job);
  double fraction() const;

 private:
  Status begin(Workspace& w);
  Result<bool> find(Workspace& w, qint64 most, const JobContext& job);
  Result<bool> write(Workspace& w, qint64 most, const JobContext& job);
  Status writeCsv(Workspace& w, qint64 most);
  Status put(const QByteArray& bytes);
  Status commit();

  AuditFilter m_filter;
  QString m_path;
  AuditFormat m_format;
  QChar m_mark;
  std::unique_ptr<QSaveFile> m_file;
  std::optional<JournalFilter> m_journal;
  JournalCursor m_cursor;
  std::vector<qint64> m_numbers; // that fit the filter: falling while they are looked for, then rising
  bool m_found = false, m_hasAll = false;
  qint64 m_newest = 0, m_written = 0;
  double m_searched = 0;
  std::optional<HeadWitness> m_witness;
  std::optional<ProofWriter> m_proof;
};
Result<AuditExported> exportAudit(Workspace& w, const AuditFilter& filter, const QString& path, AuditFormat format,
                                  const JobContext& job, QChar decimalMark = u'.');

} // namespace pricewright
