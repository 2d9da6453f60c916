// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/evp.h>

namespace pricewright {
namespace {

// A lone value through QJsonDocument, which escapes strings and prints numbers shortest round-trip.
QByteArray scalar(const QJsonValue& value) {
  const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
  return inArray.mid(1, inArray.size() - 2);
}

} // namespace

QByteArray canonicalJson(const QJsonValue& value) {
  // QJsonObject keeps its keys sorted by UTF-16 code units, so Qt's compact form of a container is canonical already.
  if (value.isObject())
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
  if (value.isArray())
    return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
  return scalar(value);
}

// OpenSSL's uses what the processor has for it: several times as fast as Qt's. Should it refuse, Qt's is the same hash.
QByteArray sha256(const QByteArray& bytes) {
  QByteArray digest(32, Qt::Uninitialized);
  unsigned int size = 0;
  const int done = EVP_Digest(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                              reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_sha256(), nullptr);
  if (done == 1 && size == 32)
    return digest;
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}
QString sha256Hex(const QByteArray& bytes) { return QString::fromLatin1(sha256(bytes).toHex()); }

Result<QJsonObject> parseObject(const QByteArray& bytes) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
  if (error.error != QJsonParseError::NoError)
    return fail(QStringLiteral("json.invalid"), {{QStringLiteral("offset"), QString::number(error.offset)},
                                                 {QStringLiteral("what"), error.errorString()}});
  if (!document.isObject())
    return fail(QStringLiteral("json.not-an-object"));
  return document.object();
}

} // namespace pricewright
