// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/BatchContext.h"

#include <cstring>
#include <openssl/evp.h>
#include <sqlite3.h>

namespace pricewright {
namespace {

EVP_MD_CTX* md(void* context) { return static_cast<EVP_MD_CTX*>(context); }

void appendJsonText(std::string_view text, std::string& out) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (u < 0x20) {
      out += "\\u00";
      out += kHex[u >> 4];
      out += kHex[u & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

} // namespace

std::uint32_t RejectList::keep(std::string_view text) {
  text = text.substr(0, 80);
  const auto at = static_cast<std::uint32_t>(m_texts.size());
  for (const char c : text)
    m_texts += c == '\0' ? ' ' : c;
  m_texts += '\0';
  return at;
}

void RejectList::add(qint64 line, const char* code, std::string_view column, std::string_view value) {
  if (column != m_lastColumn) {
    m_lastColumn = column;
    m_lastColumnAt = column.empty() ? 0 : keep(column);
  }
  m_entries.push_back({line, code, m_lastColumnAt, value.empty() ? 0 : keep(value)});
}

void RejectList::sort() {
  std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) { return a.line < b.line; });
}

WriteDigest::WriteDigest() : m_context(EVP_MD_CTX_new()) { EVP_DigestInit_ex(md(m_context), EVP_sha256(), nullptr); }
WriteDigest::~WriteDigest() { EVP_MD_CTX_free(md(m_context)); }
void WriteDigest::add(const void* bytes, std::size_t n) {
  if (n > m_gathered.size() - m_used)
    flush();
  if (n > m_gathered.size()) {
    EVP_DigestUpdate(md(m_context), bytes, n);
  } else if (n > 0) {
    std::memcpy(m_gathered.data() + m_used, bytes, n);
    m_used += n;
  }
}
void WriteDigest::flush() { EVP_DigestUpdate(md(m_context), m_gathered.data(), std::exchange(m_used, 0)); }
QString WriteDigest::hex() {
  flush();
  std::array<unsigned char, 32> out{};
  EVP_DigestFinal_ex(md(m_context), out.data(), nullptr);
  return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(out.data()), 32).toHex());
}

BatchContext::BatchContext(Database& database, IdSource& idSource, Instant at, QString actor, RowOptions rowOptions)
    : db(database), ids(idSource), now(at), user(std::move(actor)), options(std::move(rowOptions)) {}

Status BatchContext::begin(qint64 importNo) {
  no = importNo;
  return codes.load(*this);
}

void BatchContext::rejectLate(qint64 line, const char* code, std::string_view column, std::string_view value) {
  rejects.add(line, code, column, value);
}

Status BatchContext::keep(const char* table, const std::string& json) {
  if (!m_keep) {
    PW_TRY(Query q, Query::prepare(db, "INSERT INTO import_undo (import_no, position, table_name, row_before) "
                                       "VALUES (?1, ?2, ?3, ?4)"));
    m_keep.emplace(std::move(q));
  }
  m_keep->bind(1, no).bind(2, ++m_position).bind(3, std::string_view(table)).bind(4, std::string_view(json));
  return m_keep->run();
}

Status BatchContext::keepBefore(const char* table, sqlite3_stmt* statement) {
  return keep(table, rowAsJson(statement));
}

Status BatchContext::keepCreated(const char* table, qint64 created) {
  return keep(table, "{\"no\":" + std::to_string(created) + ",\"created\":1}");
}

std::string rowAsJson(sqlite3_stmt* statement) {
  std::string out = "{";
  for (int i = 0; i < sqlite3_column_count(statement); ++i) {
    out += i == 0 ? "\"" : ",\"";
    out += sqlite3_column_name(statement, i);
    out += "\":";
    switch (sqlite3_column_type(statement, i)) {
    case SQLITE_INTEGER:
      out += std::to_string(sqlite3_column_int64(statement, i));
      break;
    case SQLITE_NULL:
      out += "null";
      break;
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      appendJsonText({text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i))}, out);
    }
    }
  }
  return out + "}";
}

} // namespace pricewright
