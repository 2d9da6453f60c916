// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Id.h"
#include "storage/Database.h"

#include <QJsonObject>

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// Who acts. Roles: analyst, manager, director, system.
struct Actor {
  QString user; // users.name
  QString role;
  bool authenticated = false;
  QString account; // whose hand it was: the operating system's account that acts in the user's name; "" for his own
};
Actor systemActor();

struct AuditEntry {
  qint64 sequence = 0;
  Instant at{};
  QString actor, role;
  QString kind;         // "decision.approved", "import.applied", "publication.applied" …
  QString table, rowId; // what it is about
  QJsonObject body;
  QByteArray previousHash, hash;
};

// Where verification stopped, if it did. brokenAt is the first entry whose hash, link or number does not fit; of a
// removed entry it is the number that is missing.
struct ChainReport {
  qint64 entries = 0;
  std::optional<qint64> brokenAt;
  QString why; // "hash", "link", "sequence", "truncated", "head-signature", "" when whole
  QByteArray head;
  std::optional<qint64> witnessed; // the entry that the head outside the file vouches for; none: no head is there
  // The file was brought here from another place where entries up to this number had been signed that it does not have.
  std::optional<qint64> lostElsewhere;
  bool intact() const { return !brokenAt && why.isEmpty(); }
};

// An entry that is to be made. `operation` and `body` go to the outbox as well.
struct NewEntry {
  QString kind, table, rowId;
  QJsonObject body;
  QString operation = QStringLiteral("update");
};

// The append-only journal of one device: each entry's hash covers its canonical content and the hash before it
// (SHA-256). The chain cannot see its own truncation, so its head is exported and signed outside the file.
// Every append also writes the change's outbox row: no audit, no change.
class Journal {
 public:
  Journal(Database& db, const Clock& clock, IdSource& ids);
  // Inside an open transaction, or audit.no-transaction. `operation` and `body` go to the outbox as well.
  Result<qint64> append(const Actor& actor, const QString& kind, const QString& table, const QString& rowId,
                        const QJsonObject& body, const QString& operation = QStringLiteral("update"));
  Status appendAll(const Actor& actor, std::span<const NewEntry> entries); // many at once, in their order
  Result<std::vector<AuditEntry>> entries(qint64 afterSequence, int most) const;
  Result<std::vector<AuditEntry>> entriesFor(const QString& table, const QString& rowId) const;
  // An Error only where the file cannot be read, or audit.cancelled. In pieces: ChainWalk.
  Result<ChainReport> verify(const JobContext& job = {}) const;
  Result<qint64> size() const;

 private:
  static QByteArray textOf(const Actor& actor, const QJsonObject& body);

  Database& m_db;
  const Clock& m_clock;
  IdSource& m_ids;
};

// The signed head lives outside the workspace, one for each place of the file: sequence, hash, time, public key,
// Ed25519 signature (RFC 8032). It is checked with this device's own key, not with the one that the head file names,
// which a forger could replace.
class HeadWitness {
 public:
  // `folder` holds this device's key (0600) and one head file per workspace. Created on first use.
  // audit.witness-unavailable, audit.bad-key.
  static Result<HeadWitness> open(const QString& folder);
  // Whether the head that was signed last is still in the chain: audit.head-differs (the end of the journal was cut
  // off, or an older file put in its place), audit.head-signature (this device did not sign the head as it stands).
  Status check(const QString& workspaceId, Database& db) const;
  // Signs the chain's present end, after the same check: signing over a difference would hide it. Unchanged: no write.
  Status record(const QString& workspaceId, Database& db, Instant at) const;
  // Signs it without the check: where somebody answers for the difference, in an entry of the journal.
  Status replace(const QString& workspaceId, Database& db, Instant at) const;
  // Adds to the report, with the head of this place, or of another where this one has none: truncated (chain shorter
  // than the head, or another hash at its number) or head-signature. A break that the chain itself has shown stays the
  // first.
  Result<ChainReport> compare(const QString& workspaceId, Database& db, ChainReport chain) const;
  static QString defaultFolder(); // XDG data folder, or PRICEWRIGHT_WITNESS
  // This device's own key, for what leaves the program with its signature: audit/Proof.h.
  Result<QByteArray> publicKey() const;
  Result<QByteArray> sign(const QByteArray& message) const;

 private:
  QString m_folder;
  QByteArray m_key; // private, 32 bytes
};

} // namespace pricewright
