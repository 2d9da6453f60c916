// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QJsonObject>

namespace pricewright {

// Canonical JSON (RFC 8785 in the subset that we write): keys sorted by UTF-16 code units, no white space, shortest
// round-trip numbers. What is hashed is always this text, so a hash depends on content and not on layout.
QByteArray canonicalJson(const QJsonValue& value);
QByteArray sha256(const QByteArray& bytes);
QString sha256Hex(const QByteArray& bytes);
Result<QJsonObject> parseObject(const QByteArray& bytes); // code json.invalid with offset

} // namespace pricewright
