// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

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

QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }
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
