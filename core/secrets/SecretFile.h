// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QByteArray>

#include <map>

namespace pricewright {

// Names and values as they stand in the file; wiped when it goes.
struct SecretTable {
  std::map<QByteArray, QByteArray> values;
  SecretTable() = default;
  SecretTable(SecretTable&&) = default;
  SecretTable& operator=(SecretTable&&) = default;
  SecretTable(const SecretTable&) = delete;
  SecretTable& operator=(const SecretTable&) = delete;
  ~SecretTable();
};

// What deriving a key costs. The default is the second recommendation of RFC 9106, section 4: 64 MiB, 3 passes, 4
// lanes.
struct SecretFileCost {
  quint32 kib = 65'536, passes = 3, lanes = 4;
};

// The bytes of such a file:
//   "PWSECRET" · version u8 = 1 · KiB u32 · passes u32 · lanes u32 · salt 16 · check 32 · nonce 12    (the head)
//   ciphertext · tag 16 · SHA-256 of all before 32.   Numbers are big-endian.
// Argon2id (RFC 9106) makes 64 bytes of passphrase and salt: the key of AES-256-GCM, whose additional data is the head,
// and 32 bytes whose SHA-256 is `check`. So a wrong passphrase (check differs), an accident (the sum differs) and a
// change on purpose (the tag differs) can be told apart. Salt and nonce are new with every writing.
// secrets.passphrase; secrets.damaged (why: short, magic, version, cost, sum, seal, table); secrets.no-memory.
Result<SecretTable> openSecretFile(const QByteArray& bytes, const QByteArray& passphrase);
Result<QByteArray> sealSecretFile(const SecretTable& table, const QByteArray& passphrase, const SecretFileCost& cost);
constexpr qsizetype kSecretFileLimit = 4'000'000; // bytes; more is damaged, or is not written

} // namespace pricewright
