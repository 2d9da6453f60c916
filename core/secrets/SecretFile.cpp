// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/SecretFile.h"

#include "base/Words.h"
#include "secrets/Wipe.h"

#include <QtEndian>

#include <argon2.h>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace pricewright {
namespace {

const QByteArray kMagic = QByteArrayLiteral("PWSECRET");
constexpr char kVersion = 1;
constexpr qsizetype kSalt = 16, kCheck = 32, kNonce = 12, kTag = 16, kSum = 32, kKey = 32;
constexpr qsizetype kHead = 8 + 1 + 3 * 4 + kSalt + kCheck + kNonce;
// A file that asks for more than this was not written by us, and would stop the program.
constexpr SecretFileCost kMost{1'048'576, 64, 16};

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* octets(QByteArrayView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* octets(QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

Error damagedFile(const char* why) { return fail(s("secrets.damaged"), {{s("why"), s(why)}}); }

QByteArray sumOf(QByteArrayView bytes) {
  QByteArray out(kSum, '\0');
  SHA256(octets(bytes), std::size_t(bytes.size()), octets(out));
  return out;
}

void putNumber(QByteArray& to, quint32 number) {
  const quint32 big = qToBigEndian(number);
  to.append(reinterpret_cast<const char*>(&big), sizeof big);
}
quint32 numberAt(QByteArrayView bytes, qsizetype at) { return qFromBigEndian<quint32>(bytes.data() + at); }

bool isPossible(const SecretFileCost& cost) {
  return cost.lanes >= 1 && cost.lanes <= kMost.lanes && cost.passes >= 1 && cost.passes <= kMost.passes &&
         cost.kib >= 8 * cost.lanes && cost.kib <= kMost.kib;
}

// The key, and behind it what `check` is the sum of.
Result<QByteArray> derive(const QByteArray& passphrase, QByteArrayView salt, const SecretFileCost& cost) {
  QByteArray out(2 * kKey, '\0');
  const int done =
      argon2id_hash_raw(cost.passes, cost.kib, cost.lanes, passphrase.constData(), std::size_t(passphrase.size()),
                        salt.data(), std::size_t(salt.size()), out.data(), std::size_t(out.size()));
  if (done != ARGON2_OK)
    return fail(s("secrets.no-memory"), {{s("message"), s(argon2_error_message(done))}});
  return out;
}

// Both ways of AES-256-GCM. Empty where the seal does not hold.
std::optional<QByteArray> unseal(QByteArrayView key, QByteArrayView head, QByteArrayView sealed) {
  const QByteArrayView nonce = head.last(kNonce), text = sealed.chopped(kTag);
  QByteArray tag = sealed.last(kTag).toByteArray(), out(text.size(), '\0');
  const CipherContext c(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int size = 0;
  const bool holds = c && EVP_DecryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) == 1 &&
                     EVP_DecryptUpdate(c.get(), nullptr, &size, octets(head), int(head.size())) == 1 &&
                     EVP_DecryptUpdate(c.get(), octets(out), &size, octets(text), int(text.size())) == 1 &&
                     EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_SET_TAG, int(kTag), tag.data()) == 1 &&
                     EVP_DecryptFinal_ex(c.get(), octets(out) + size, &size) == 1;
  if (!holds) {
    wipe(out);
    return std::nullopt;
  }
  return out;
}

std::optional<QByteArray> seal(QByteArrayView key, QByteArrayView head, QByteArrayView text) {
  const QByteArrayView nonce = head.last(kNonce);
  QByteArray out(text.size(), '\0'), tag(kTag, '\0');
  const CipherContext c(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int size = 0;
  const bool done = c && EVP_EncryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) == 1 &&
                    EVP_EncryptUpdate(c.get(), nullptr, &size, octets(head), int(head.size())) == 1 &&
                    EVP_EncryptUpdate(c.get(), octets(out), &size, octets(text), int(text.size())) == 1 &&
                    EVP_EncryptFinal_ex(c.get(), octets(out) + size, &size) == 1 &&
                    EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_GET_TAG, int(kTag), tag.data()) == 1;
  if (!done)
    return std::nullopt;
  return out + tag;
}

// count u32, then length u32 and bytes of each name and value.
QByteArray flat(const SecretTable& table) {
  qsizetype size = 4;
  for (const auto& [name, value] : table.values)
    size += 8 + name.size() + value.size();
  QByteArray out;
  out.reserve(size); // growing would leave copies behind
  putNumber(out, quint32(table.values.size()));
  for (const auto& [name, value] : table.values) {
    putNumber(out, quint32(name.size()));
    out += name;
    putNumber(out, quint32(value.size()));
    out += value;
  }
  return out;
}

Result<SecretTable> tableOfFlat(QByteArrayView bytes) {
  qsizetype at = 0;
  const auto number = [&]() -> std::optional<quint32> {
    if (bytes.size() - at < 4)
      return std::nullopt;
    at += 4;
    return numberAt(bytes, at - 4);
  };
  const auto field = [&]() -> std::optional<QByteArray> {
    const std::optional<quint32> size = number();
    if (!size || qsizetype(*size) > bytes.size() - at)
      return std::nullopt;
    at += qsizetype(*size);
    return bytes.sliced(at - qsizetype(*size), qsizetype(*size)).toByteArray();
  };
  SecretTable table;
  const std::optional<quint32> count = number();
  for (quint32 i = 0; count && i < *count; ++i) {
    const std::optional<QByteArray> name = field();
    std::optional<QByteArray> value = name ? field() : std::nullopt;
    if (!value)
      return damagedFile("table");
    table.values.insert_or_assign(*name, std::move(*value));
  }
  if (!count || at != bytes.size())
    return damagedFile("table");
  return table;
}

Result<SecretFileCost> costIn(const QByteArray& bytes) {
  if (bytes.size() < kHead + kTag + kSum)
    return damagedFile(bytes.startsWith(kMagic) ? "short" : "magic");
  if (!bytes.startsWith(kMagic))
    return damagedFile("magic");
  if (bytes.last(kSum) != sumOf(QByteArrayView(bytes).chopped(kSum)))
    return damagedFile("sum");
  if (bytes[kMagic.size()] != kVersion) // whole, but of another program version
    return damagedFile("version");
  const qsizetype at = kMagic.size() + 1;
  const SecretFileCost cost{numberAt(bytes, at), numberAt(bytes, at + 4), numberAt(bytes, at + 8)};
  if (!isPossible(cost))
    return damagedFile("cost");
  return cost;
}

} // namespace

SecretTable::~SecretTable() {
  for (auto& [name, value] : values)
    wipe(value);
}

Result<SecretTable> openSecretFile(const QByteArray& bytes, const QByteArray& passphrase) {
  PW_TRY(const SecretFileCost cost, costIn(bytes));
  const QByteArrayView head = QByteArrayView(bytes).first(kHead), salt = head.sliced(21, kSalt),
                       check = head.sliced(21 + kSalt, kCheck);
  PW_TRY(QByteArray derived, derive(passphrase, salt, cost));
  const WipeAtEnd wipedKey(derived);
  const QByteArrayView both(derived);
  if (CRYPTO_memcmp(sumOf(both.last(kKey)).constData(), check.data(), std::size_t(kCheck)) != 0)
    return fail(s("secrets.passphrase"));
  std::optional<QByteArray> text = unseal(both.first(kKey), head, QByteArrayView(bytes).sliced(kHead).chopped(kSum));
  if (!text)
    return damagedFile("seal");
  const WipeAtEnd wipedText(*text);
  return tableOfFlat(*text);
}

Result<QByteArray> sealSecretFile(const SecretTable& table, const QByteArray& passphrase, const SecretFileCost& cost) {
  QByteArray random(kSalt + kNonce, '\0');
  if (!isPossible(cost) || RAND_bytes(octets(random), int(random.size())) != 1)
    return fail(s("secrets.no-memory"));
  PW_TRY(QByteArray derived, derive(passphrase, QByteArrayView(random).first(kSalt), cost));
  const WipeAtEnd wipedKey(derived);
  const QByteArrayView both(derived);
  QByteArray out = kMagic;
  out += kVersion;
  putNumber(out, cost.kib), putNumber(out, cost.passes), putNumber(out, cost.lanes);
  out += random.first(kSalt) + sumOf(both.last(kKey)) + random.last(kNonce);
  QByteArray text = flat(table);
  const WipeAtEnd wipedText(text);
  const std::optional<QByteArray> sealed = seal(both.first(kKey), out, text);
  if (!sealed)
    return fail(s("secrets.no-memory"));
  out += *sealed;
  out += sumOf(out);
  if (out.size() > kSecretFileLimit)
    return fail(s("secrets.too-large"), {{s("limit"), QString::number(kSecretFileLimit)}});
  return out;
}

} // namespace pricewright
