// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/DeviceKey.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace pricewright {
namespace {

constexpr qsizetype kKeySize = 32;
constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions kAnybodyElse = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                  QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                  QFileDevice::WriteOther | QFileDevice::ExeOther;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* raw(const QByteArray& bytes) { return reinterpret_cast<const unsigned char*>(bytes.constData()); }
unsigned char* raw(QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
std::size_t sizeOf(const QByteArray& bytes) { return static_cast<std::size_t>(bytes.size()); }

Error badKey(const QString& path = {}) {
  return fail(QStringLiteral("audit.bad-key"), {{QStringLiteral("path"), path}});
}

Error unavailable(const QFile& file) {
  return fail(QStringLiteral("audit.witness-unavailable"),
              {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("message"), file.errorString()}});
}

Key privateKeyOf(const QByteArray& bytes) {
  if (bytes.size() != kKeySize)
    return Key(nullptr, &EVP_PKEY_free);
  return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(bytes), sizeOf(bytes)), &EVP_PKEY_free);
}

// Written under another name and renamed without overwriting: two processes that start at once end with one key.
Status makeKeyFile(const QString& path) {
  QByteArray key(kKeySize, Qt::Uninitialized);
  if (RAND_priv_bytes(raw(key), static_cast<int>(key.size())) != 1)
    return badKey(path);
  QFile file(path + QStringLiteral(".making-%1").arg(QCoreApplication::applicationPid()));
  file.remove();
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly))
    return unavailable(file);
  const bool written = file.write(key.toHex() + '\n') > 0 && file.flush();
  file.close();
  if (written && (QFile::rename(file.fileName(), path) || QFileInfo::exists(path))) {
    file.remove();
    return {};
  }
  const Error error = unavailable(file);
  file.remove();
  return error;
}

} // namespace

Result<QByteArray> loadOrMakeDeviceKey(const QString& path) {
  if (!QFileInfo::exists(path))
    PW_CHECK(makeKeyFile(path));
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return unavailable(file);
  if (file.permissions() & kAnybodyElse)
    file.setPermissions(kOwnerOnly);
  const QByteArray key = QByteArray::fromHex(file.read(1024).trimmed());
  if (!privateKeyOf(key))
    return badKey(path);
  return key;
}

Result<QByteArray> devicePublicKey(const QByteArray& privateKey) {
  const Key key = privateKeyOf(privateKey);
  QByteArray bytes(kKeySize, '\0');
  std::size_t size = sizeOf(bytes);
  if (!key || EVP_PKEY_get_raw_public_key(key.get(), raw(bytes), &size) != 1)
    return badKey();
  return bytes;
}

Result<QByteArray> deviceSign(const QByteArray& privateKey, const QByteArray& message) {
  const Key key = privateKeyOf(privateKey);
  const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  QByteArray signature(64, '\0');
  std::size_t size = sizeOf(signature);
  const bool done = key && context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                    EVP_DigestSign(context.get(), raw(signature), &size, raw(message), sizeOf(message)) == 1;
  if (!done)
    return badKey();
  return signature;
}

bool deviceVerify(const QByteArray& publicKey, const QByteArray& message, const QByteArray& signature) {
  if (publicKey.size() != kKeySize)
    return false;
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(publicKey), sizeOf(publicKey)),
                &EVP_PKEY_free);
  const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), raw(signature), sizeOf(signature), raw(message), sizeOf(message)) == 1;
}

} // namespace pricewright
