// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/EntryHash.h"

#include <charconv>
#include <openssl/evp.h>

namespace pricewright {
namespace {

constexpr char kHex[] = "0123456789abcdef";

void appendEscaped(std::string& out, char c) {
  out += '\\';
  switch (c) {
  case '"':
  case '\\':
    out += c;
    return;
  case '\b':
    out += 'b';
    return;
  case '\f':
    out += 'f';
    return;
  case '\n':
    out += 'n';
    return;
  case '\r':
    out += 'r';
    return;
  case '\t':
    out += 't';
    return;
  default:
    out += "u00";
    out += kHex[(c >> 4) & 0xf];
    out += kHex[c & 0xf];
  }
}

// Strings as RFC 8785, section 3.2.2.2, writes them.
void appendString(std::string& out, std::string_view utf8) {
  out += '"';
  std::size_t plainFrom = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto c = static_cast<unsigned char>(utf8[i]);
    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    out.append(utf8, plainFrom, i - plainFrom);
    appendEscaped(out, utf8[i]);
    plainFrom = i + 1;
  }
  out.append(utf8, plainFrom);
  out += '"';
}

void appendNumber(std::string& out, qint64 number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

void appendHex(std::string& out, const Digest& digest) {
  for (const unsigned char byte : digest) {
    out += kHex[byte >> 4];
    out += kHex[byte & 0xf];
  }
}

} // namespace

struct EntryHasher::Sha256 {
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  bool ready = algorithm && context && EVP_DigestInit_ex2(context, algorithm, nullptr) == 1;
  Sha256() = default;
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  ~Sha256() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

EntryHasher::EntryHasher() : m_sha(std::make_unique<Sha256>()) {}
EntryHasher::~EntryHasher() = default;
bool EntryHasher::isReady() const { return m_sha->ready; }

bool EntryHasher::hash(const EntryContent& content, const Digest& previous, Digest& result) {
  if (!m_sha->ready)
    return false;
  m_text.assign("{\"actor\":");
  appendString(m_text, content.actor);
  m_text += ",\"at\":";
  appendNumber(m_text, content.atMillis);
  m_text += ",\"body\":";
  m_text += content.body;
  m_text += ",\"kind\":";
  appendString(m_text, content.kind);
  m_text += ",\"previousHash\":\"";
  appendHex(m_text, previous);
  m_text += "\",\"role\":";
  appendString(m_text, content.role);
  m_text += ",\"rowId\":";
  appendString(m_text, content.rowId);
  m_text += ",\"sequence\":";
  appendNumber(m_text, content.sequence);
  m_text += ",\"table\":";
  appendString(m_text, content.table);
  m_text += '}';
  // Without an algorithm argument the context starts again with the one it has: no look-up per entry.
  return EVP_DigestInit_ex2(m_sha->context, nullptr, nullptr) == 1 &&
         EVP_DigestUpdate(m_sha->context, m_text.data(), m_text.size()) == 1 &&
         EVP_DigestFinal_ex(m_sha->context, result.data(), nullptr) == 1;
}

} // namespace pricewright
