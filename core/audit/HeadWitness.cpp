// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/DeviceKey.h"
#include "audit/Journal.h"
#include "base/Json.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

namespace pricewright {
namespace {

struct SignedHead {
  QString workspaceId;
  qint64 sequence = 0;
  QByteArray hash;
  QString at;
  qint64 lost = 0; // the entry of a head signed at another place that this chain did not have when it began here
  QByteArray publicKey, signature;

  // Numbers beyond 2^53 do not survive JSON, so the sequence is written as text.
  QJsonObject content() const {
    return {{QStringLiteral("at"), at},
            {QStringLiteral("hash"), QString::fromLatin1(hash.toHex())},
            {QStringLiteral("lost"), QString::number(lost)},
            {QStringLiteral("publicKey"), QString::fromLatin1(publicKey.toHex())},
            {QStringLiteral("sequence"), QString::number(sequence)},
            {QStringLiteral("workspace"), workspaceId}};
  }
  QByteArray signedText() const { return canonicalJson(content()); }
};

// One head for each place where a workspace lies: a copy goes its own way and must not look like a cut-off original.
Result<QString> headPath(const QString& folder, const QString& workspaceId, const Database& db) {
  static const QRegularExpression kPlain(QStringLiteral("^[0-9A-Za-z][0-9A-Za-z-]{0,63}$"));
  if (!kPlain.match(workspaceId).hasMatch())
    return fail(QStringLiteral("audit.bad-workspace-id"), {{QStringLiteral("id"), workspaceId}});
  const QString canonical = QFileInfo(db.path()).canonicalFilePath();
  const QByteArray place = (canonical.isEmpty() ? db.path() : canonical).toUtf8();
  const QByteArray short64 = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(16);
  return QDir(folder).filePath(QStringLiteral("%1.%2.head").arg(workspaceId, QString::fromLatin1(short64)));
}

Error unavailable(const QString& path, const QString& message) {
  return fail(QStringLiteral("audit.witness-unavailable"),
              {{QStringLiteral("path"), path}, {QStringLiteral("message"), message}});
}

SignedHead parseHead(const QJsonObject& json) {
  const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
  SignedHead head;
  head.workspaceId = text("workspace");
  head.sequence = text("sequence").toLongLong();
  head.hash = QByteArray::fromHex(text("hash").toLatin1());
  head.at = text("at");
  head.lost = text("lost").toLongLong();
  head.publicKey = QByteArray::fromHex(text("publicKey").toLatin1());
  head.signature = QByteArray::fromHex(text("signature").toLatin1());
  return head;
}

// The head that this device signed for this workspace; none where it never did. audit.head-signature: a head is there
// that this device did not sign as it stands.
Result<std::optional<SignedHead>> readHead(const QString& path, const QString& workspaceId, const QByteArray& key) {
  QFile file(path);
  if (!file.exists())
    return std::optional<SignedHead>();
  if (!file.open(QIODevice::ReadOnly))
    return unavailable(path, file.errorString());
  const Error forged = fail(QStringLiteral("audit.head-signature"), {{QStringLiteral("path"), path}});
  const Result<QJsonObject> json = parseObject(file.read(qint64(64) * 1024));
  if (!json)
    return Error(forged).causedBy(json.error());
  SignedHead head = parseHead(*json);
  PW_TRY(const QByteArray publicKey, devicePublicKey(key));
  if (head.workspaceId != workspaceId || head.publicKey != publicKey)
    return forged;
  if (!deviceVerify(publicKey, head.signedText(), head.signature))
    return forged;
  return std::optional(std::move(head));
}

Status writeHead(const QString& path, const SignedHead& head) {
  QJsonObject json = head.content();
  json.insert(QStringLiteral("signature"), QString::fromLatin1(head.signature.toHex()));
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    return unavailable(path, file.errorString());
  file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
  file.write(canonicalJson(json) + '\n');
  return file.commit() ? Status() : Status(unavailable(path, file.errorString()));
}

Result<QByteArray> hashAt(Database& db, qint64 sequence) {
  PW_TRY(Query q, Query::prepare(db, "SELECT hash FROM audit_entry WHERE sequence = ?1"));
  PW_TRY(const bool row, q.bind(1, sequence).step());
  return row ? q.blob(0) : QByteArray();
}

struct SeenEnd {
  qint64 sequence = 0;
  QByteArray hash;
};
Result<SeenEnd> endOf(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1"));
  PW_TRY(const bool row, q.step());
  return row ? SeenEnd{q.integer(0), q.blob(1)} : SeenEnd{};
}

Status agree(const QString& path, const std::optional<SignedHead>& head, Database& db) {
  if (!head || head->sequence <= 0)
    return {};
  PW_TRY(const QByteArray hash, hashAt(db, head->sequence));
  if (hash == head->hash)
    return {};
  PW_TRY(const SeenEnd end, endOf(db));
  return fail(QStringLiteral("audit.head-differs"), {{QStringLiteral("path"), path},
                                                     {QStringLiteral("entry"), QString::number(end.sequence)},
                                                     {QStringLiteral("head"), QString::number(head->sequence)}});
}

// The newest head that was signed for this workspace at another place; none where there is no such head.
std::optional<SignedHead> newestElsewhere(const QString& folder, const QString& workspaceId, const QByteArray& key) {
  std::optional<SignedHead> newest;
  const QStringList names = QDir(folder).entryList({workspaceId + QStringLiteral(".*.head")}, QDir::Files, QDir::Name);
  for (const QString& name : names) {
    const auto head = readHead(QDir(folder).filePath(name), workspaceId, key);
    if (head && *head && (!newest || newest->sequence < (*head)->sequence))
      newest = **head;
  }
  return newest;
}

Status writeSigned(const QString& path, SignedHead head, const QByteArray& key) {
  PW_TRY(head.publicKey, devicePublicKey(key));
  PW_TRY(head.signature, deviceSign(key, head.signedText()));
  return writeHead(path, head);
}

} // namespace

Result<HeadWitness> HeadWitness::open(const QString& folder) {
  if (!QDir().mkpath(folder))
    return unavailable(folder, QString());
  HeadWitness witness;
  witness.m_folder = folder;
  PW_TRY(witness.m_key, loadOrMakeDeviceKey(QDir(folder).filePath(QStringLiteral("device.key"))));
  return witness;
}

Status HeadWitness::check(const QString& workspaceId, Database& db) const {
  PW_TRY(const QString path, headPath(m_folder, workspaceId, db));
  PW_TRY(const std::optional<SignedHead> head, readHead(path, workspaceId, m_key));
  return agree(path, head, db);
}

Status HeadWitness::record(const QString& workspaceId, Database& db, Instant at) const {
  PW_TRY(const QString path, headPath(m_folder, workspaceId, db));
  PW_TRY(const std::optional<SignedHead> before, readHead(path, workspaceId, m_key));
  PW_CHECK(agree(path, before, db));
  PW_TRY(const SeenEnd end, endOf(db));
  SignedHead head{workspaceId, end.sequence, end.hash, isoInstant(at), before ? before->lost : 0, {}, {}};
  if (!before) {
    const std::optional<SignedHead> other = newestElsewhere(m_folder, workspaceId, m_key);
    if (other && !agree(path, other, db))
      head.lost = other->sequence;
  }
  // Another process may have signed a later end meanwhile; that one stays.
  if (before && before->sequence >= end.sequence)
    return {};
  return writeSigned(path, std::move(head), m_key);
}

Status HeadWitness::replace(const QString& workspaceId, Database& db, Instant at) const {
  PW_TRY(const QString path, headPath(m_folder, workspaceId, db));
  PW_TRY(const SeenEnd end, endOf(db));
  return writeSigned(path, {workspaceId, end.sequence, end.hash, isoInstant(at), 0, {}, {}}, m_key);
}

Result<ChainReport> HeadWitness::compare(const QString& workspaceId, Database& db, ChainReport chain) const {
  if (!chain.intact())
    return chain;
  PW_TRY(const QString path, headPath(m_folder, workspaceId, db));
  Result<std::optional<SignedHead>> read = readHead(path, workspaceId, m_key);
  if (!read && read.error().is(u"audit.head-signature")) {
    chain.why = QStringLiteral("head-signature");
    return chain;
  }
  PW_TRY(std::optional<SignedHead> head, std::move(read));
  if (!head)
    head = newestElsewhere(m_folder, workspaceId, m_key);
  if (!head)
    return chain;
  chain.witnessed = head->sequence;
  if (head->lost > 0)
    chain.lostElsewhere = head->lost;
  const bool shorter = chain.entries < head->sequence;
  PW_TRY(const QByteArray hash, hashAt(db, head->sequence));
  const bool differs = head->sequence > 0 && hash != head->hash;
  if (!shorter && !differs)
    return chain;
  chain.why = QStringLiteral("truncated");
  chain.brokenAt = shorter ? chain.entries + 1 : head->sequence;
  return chain;
}

Result<QByteArray> HeadWitness::publicKey() const { return devicePublicKey(m_key); }
Result<QByteArray> HeadWitness::sign(const QByteArray& message) const { return deviceSign(m_key, message); }

QString HeadWitness::defaultFolder() {
  const QString named = qEnvironmentVariable("PRICEWRIGHT_WITNESS");
  if (!named.isEmpty())
    return named;
  const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  return QDir(data).filePath(QStringLiteral("pricewright/witness"));
}

} // namespace pricewright
