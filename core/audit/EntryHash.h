// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pricewright {

using Digest = std::array<unsigned char, 32>;
inline QByteArray bytesOf(const Digest& digest) {
  return QByteArray(reinterpret_cast<const char*>(digest.data()), qsizetype(digest.size()));
}

// What an entry's hash covers, in UTF-8, as it is stored. `body` is canonical JSON and is taken as it is: a changed
// byte of it changes the hash, so nothing needs to be parsed to verify.
struct EntryContent {
  qint64 sequence = 0;
  qint64 atMillis = 0;
  std::string_view actor, role, kind, table, rowId, body;
};

// Hashes entries one after another, in reused memory. The text is the canonical JSON of an object with the keys
// actor, at, body, kind, previousHash (hexadecimal), role, rowId, sequence, table; anybody can recompute it with
// another program. Not thread-safe.
class EntryHasher {
 public:
  EntryHasher();
  ~EntryHasher();
  EntryHasher(const EntryHasher&) = delete;
  EntryHasher& operator=(const EntryHasher&) = delete;
  bool isReady() const;
  bool hash(const EntryContent& content, const Digest& previous, Digest& result); // false: OpenSSL refused
  const std::string& text() const { return m_text; }                              // what was hashed last

 private:
  struct Sha256;
  std::unique_ptr<Sha256> m_sha;
  std::string m_text;
};

} // namespace pricewright
