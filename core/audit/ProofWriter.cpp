// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Proof.h"
#include "audit/ProofLines.h"
#include "base/Json.h"
#include "base/Words.h"

#include <QFileDevice>

#include <algorithm>
#include <openssl/evp.h>

namespace pricewright {
namespace {

QString hex(const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); }
Result<QByteArray> knownHashAt(Database& db, qint64 sequence) {
  if (sequence == 0)
    return QByteArray(32, '\0');
  PW_TRY(Query q, Query::prepare(db, "SELECT hash FROM audit_entry WHERE sequence = ?1"));
  PW_TRY(const bool found, q.bind(1, sequence).step());
  if (found)
    return q.blob(0);
  return fail(s("audit.broken-chain"), {{s("entry"), QString::number(sequence)}});
}

} // namespace

// OpenSSL's, which is several times as fast as Qt's; the state is copied to see the digest so far.
struct RunningDigest::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { EVP_MD_CTX_free(context); }
};
RunningDigest::RunningDigest() : m(std::make_unique<State>()) {}
RunningDigest::~RunningDigest() = default;
void RunningDigest::add(const char* data, std::size_t size) { EVP_DigestUpdate(m->context, data, size); }
QByteArray RunningDigest::result() const {
  State copy;
  QByteArray digest(32, '\0');
  if (EVP_MD_CTX_copy_ex(copy.context, m->context) == 1)
    EVP_DigestFinal_ex(copy.context, reinterpret_cast<unsigned char*>(digest.data()), nullptr);
  return digest;
}

// Everything that goes to the file passes through here and is digested.
class ProofWriter::Digested {
 public:
  explicit Digested(QIODevice& out) : m_out(out) {}
  Status write(const char* data, qint64 size) {
    m_digest.add(data, std::size_t(size));
    if (m_out.write(data, size) == size)
      return {};
    const auto* file = qobject_cast<const QFileDevice*>(&m_out);
    return fail(s("export.not-written"),
                {{s("path"), file ? file->fileName() : QString()}, {s("what"), m_out.errorString()}});
  }
  Status write(const QByteArray& bytes) { return write(bytes.constData(), bytes.size()); }
  QByteArray digest() const { return m_digest.result(); }

 private:
  QIODevice& m_out;
  RunningDigest m_digest;
};

ProofWriter::ProofWriter(QIODevice& out, const HeadWitness& witness, ProofScope scope, const QByteArray& previous)
    : m_out(std::make_unique<Digested>(out)), m_witness(witness), m_scope(std::move(scope)),
      m_walk(std::make_unique<ChainWalk>(m_scope.from - 1, previous)) {}
ProofWriter::ProofWriter(ProofWriter&&) noexcept = default;
ProofWriter& ProofWriter::operator=(ProofWriter&&) noexcept = default;
ProofWriter::~ProofWriter() = default;

Result<ProofWriter> ProofWriter::begin(QIODevice& out, Database& db, const HeadWitness& witness, ProofScope scope) {
  PW_TRY(const qint64 newest, JournalQuery(db, {}).newest());
  scope.from = std::clamp<qint64>(scope.from, 1, newest + 1);
  scope.to = scope.to > 0 ? std::min(scope.to, newest) : newest;
  scope.to = std::max(scope.to, scope.from - 1);
  PW_TRY(const QByteArray previous, knownHashAt(db, scope.from - 1));
  PW_TRY(const QByteArray head, knownHashAt(db, newest));
  ProofWriter writer(out, witness, std::move(scope), previous);
  PW_CHECK(writer.writeHeader(previous, newest, head));
  return writer;
}

Status ProofWriter::writeHeader(const QByteArray& previous, qint64 headSequence, const QByteArray& headHash) {
  PW_TRY(const QByteArray key, m_witness.publicKey());
  QJsonObject header{{s("device"), m_scope.device},
                     {s("filter"), m_scope.filter},
                     {s("format"), s(kProofFormat)},
                     {s("from"), m_scope.from},
                     {s("head"), QJsonObject{{s("hash"), hex(headHash)}, {s("sequence"), headSequence}}},
                     {s("previousHash"), hex(previous)},
                     {s("publicKey"), hex(key)},
                     {s("to"), m_scope.to},
                     {s("version"), kProofVersion},
                     {s("workspace"), m_scope.workspaceId},
                     {s("workspaceName"), m_scope.workspaceName},
                     {s("writtenAt"), isoInstant(m_scope.writtenAt)},
                     {s("writtenBy"), m_scope.writtenBy}};
  PW_TRY(const QByteArray signature, m_witness.sign(canonicalJson(header)));
  header.insert(s("signature"), hex(signature));
  return m_out->write(canonicalJson(header) + '\n');
}

Result<bool> ProofWriter::step(Database& db, qint64 most, const JobContext& job) {
  if (m_walk->sequence() >= m_scope.to)
    return true;
  JobContext quiet = job;
  quiet.progress = {};
  PW_TRY(const bool ended, m_walk->step(
                               db, most, quiet,
                               [&](const Query& row, const std::string& text, const Digest& hash) {
                                 return take(row.integer(0), text, hash);
                               },
                               m_scope.to));
  job.report("audit.export", fraction());
  if (const ChainReport report = m_walk->report(); report.brokenAt)
    return fail(s("audit.broken-chain"), {{s("entry"), QString::number(*report.brokenAt)}});
  if (ended && m_walk->sequence() < m_scope.to)
    return fail(s("audit.broken-chain"), {{s("entry"), QString::number(m_walk->sequence() + 1)}});
  return m_walk->sequence() >= m_scope.to;
}

Status ProofWriter::take(qint64 sequence, const std::string& text, const Digest& hash) {
  if (m_scope.entries) {
    const auto& wanted = *m_scope.entries;
    while (m_next < wanted.size() && wanted[m_next] < sequence)
      ++m_next;
    if (m_next == wanted.size() || wanted[m_next] != sequence)
      return leave(sequence, hash);
  }
  PW_CHECK(writeLeftOut());
  ++m_entries;
  PW_CHECK(m_out->write(QByteArray(kEntryOpens)));
  PW_CHECK(m_out->write(text.data(), qint64(text.size())));
  return m_out->write(QByteArray(kHashOpens) + bytesOf(hash).toHex() + kEntryCloses);
}

Status ProofWriter::leave(qint64 sequence, const Digest& hash) {
  if (m_pendingCount == 0)
    m_pendingFrom = sequence;
  else
    m_pending += ',';
  m_pending += '"' + bytesOf(hash).toHex() + '"';
  ++m_leftOut;
  return ++m_pendingCount == kHashesALine ? writeLeftOut() : Status();
}

Status ProofWriter::writeLeftOut() {
  if (m_pendingCount == 0)
    return {};
  const QByteArray line = "{\"from\":" + QByteArray::number(m_pendingFrom) + ",\"leftOut\":[" + m_pending + "]}\n";
  m_pending.clear();
  m_pendingCount = 0;
  return m_out->write(line);
}

Status ProofWriter::finish() {
  PW_CHECK(writeLeftOut());
  QJsonObject end{{s("digest"), hex(m_out->digest())},
                  {s("entries"), m_entries},
                  {s("format"), s(kProofEnd)},
                  {s("leftOut"), m_leftOut}};
  PW_TRY(const QByteArray signature, m_witness.sign(canonicalJson(end)));
  end.insert(s("signature"), hex(signature));
  return m_out->write(canonicalJson(end) + '\n');
}

double ProofWriter::fraction() const {
  const double all = double(m_scope.to - m_scope.from + 1);
  return all > 0 ? double(m_walk->sequence() - m_scope.from + 1) / all : 1.0;
}

} // namespace pricewright
