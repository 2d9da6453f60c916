// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QByteArray>

namespace pricewright {

// The Ed25519 key (RFC 8032) of this device, 32 private bytes, kept in a file that only its owner may read. Made once;
// a file with wider rights is tightened. audit.witness-unavailable, audit.bad-key (path).
Result<QByteArray> loadOrMakeDeviceKey(const QString& path);
Result<QByteArray> devicePublicKey(const QByteArray& privateKey);                       // audit.bad-key
Result<QByteArray> deviceSign(const QByteArray& privateKey, const QByteArray& message); // 64 bytes
bool deviceVerify(const QByteArray& publicKey, const QByteArray& message, const QByteArray& signature);

} // namespace pricewright
