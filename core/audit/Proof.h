// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/ChainWalk.h"
#include "audit/JournalQuery.h"

#include <QIODevice>
#include <QJsonObject>

namespace pricewright {

// A proof is a text file of JSON lines that anybody can check without the workspace:
//   1  the header: whose journal, by whom and when it was written out, which entries (filter, from, to), the public key
//      of the device, the head of the chain, and a signature (Ed25519, RFC 8032) over the line without its signature
//   2… entries in order, {"entry":TEXT,"hash":"…"}: the hash is SHA-256 of TEXT as it stands, and TEXT names the hash
//      before it. What the filter leaves out stands there as its bare hashes, {"from":N,"leftOut":["…", …]}, so that
//      the chain can still be followed and held against another proof
//   n  the end: how many entries, SHA-256 of all bytes before it, and a signature over that
// The key in the file is compared by its fingerprint with what the device says of itself.
struct ProofScope {
  QString workspaceId, workspaceName, device, writtenBy;
  Instant writtenAt{};
  QJsonObject filter;                         // as it was asked for: told, not needed for checking
  qint64 from = 1, to = 0;                    // entries, both included; to = 0: up to the head
  std::optional<std::vector<qint64>> entries; // rising; those in full. None: all of them
};

// Writes a proof a piece at a time, and checks every entry on the way: what does not fit is not signed. The device must
// outlive it. audit.broken-chain (entry), export.not-written (path, what), audit.cancelled.
class ProofWriter {
 public:
  static Result<ProofWriter> begin(QIODevice& out, Database& db, const HeadWitness& witness, ProofScope scope);
  ProofWriter(ProofWriter&&) noexcept;
  ProofWriter& operator=(ProofWriter&&) noexcept;
  ~ProofWriter();
  Result<bool> step(Database& db, qint64 most, const JobContext& job); // true: all entries are written
  Status finish();
  qint64 entries() const { return m_entries; }
  qint64 leftOut() const { return m_leftOut; }
  double fraction() const;

 private:
  class Digested;
  ProofWriter(QIODevice& out, const HeadWitness& witness, ProofScope scope, const QByteArray& previous);
  Status writeHeader(const QByteArray& previous, qint64 headSequence, const QByteArray& headHash);
  Status take(qint64 sequence, const std::string& text, const Digest& hash);
  Status leave(qint64 sequence, const Digest& hash);
  Status writeLeftOut();

  std::unique_ptr<Digested> m_out;
  HeadWitness m_witness;
  ProofScope m_scope;
  std::unique_ptr<ChainWalk> m_walk;
  std::size_t m_next = 0; // of m_scope.entries
  qint64 m_entries = 0, m_leftOut = 0, m_pendingFrom = 0;
  QByteArray m_pending; // hashes that are left out and not yet written
  int m_pendingCount = 0;
};

// What checking a proof has shown. `why`: "" where all of it fits, else a code: not-a-proof, newer-version, header,
// line, hash, link, sequence, head, digest, count, end-signature, truncated, after-end, other-key.
struct ProofReport {
  qint64 brokenLine = 0; // counted from 1
  QString why;
  QJsonObject header;
  qint64 entries = 0, leftOut = 0, from = 0, to = 0, headSequence = 0;
  QString fingerprint; // of the key that the file names
  bool intact() const { return why.isEmpty(); }
};
// Reads the file once from its beginning, in little memory. An Error only where it cannot be read, or audit.cancelled.
Result<ProofReport> checkProof(QIODevice& in, const JobContext& job = {});
// 128 bits of SHA-256 of the key in groups of four: "3f2a-91bc-…".
QString keyFingerprint(const QByteArray& publicKey);
// Whether somebody typed this fingerprint, with or without its hyphens, or the whole key.
bool namesKey(const QString& typed, const QString& fingerprint, const QString& publicKeyHex);

} // namespace pricewright
