// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Json.h"

#include <QString>

#include <cstring>
#include <string>
#include <string_view>

namespace pricewright {

// Writes canonical JSON text directly: the same bytes as canonicalJson() of the same content, a hundred thousand times
// a second. Numbers: a whole number beyond ±2⁵³ is a string, so that every reader of JSON sees it exactly; a double has
// its shortest text that reads back to the same bits; minus zero is the string "-0"; NaN and infinity are null.
class JsonText {
 public:
  void open(char bracket) {
    m_out += bracket;
    m_first = true;
  }
  void close(char bracket) {
    m_out += bracket;
    m_first = false;
  }
  void key(std::string_view ascii);
  void key(const QString& text);
  void item() {
    if (!m_first)
      m_out += ',';
    m_first = false;
  } // before each item of an array
  void null() { m_out += "null"; }
  void boolean(bool value) { m_out += value ? "true" : "false"; }
  void integer(qint64 value);
  void unsignedInteger(quint64 value);
  void real(double value);
  void string(const QString& value);
  void raw(std::string_view canonical) { m_out += canonical; }
  QByteArray take() const { return QByteArray(m_out.data(), static_cast<qsizetype>(m_out.size())); }

 private:
  std::string m_out;
  bool m_first = true;
};

// Short texts that come again and again ("guardrail", "pass", "USD") are made once and shared: a cache with one place
// per hash, where a newer text replaces an older one.
class StringPool {
 public:
  QString get(std::string_view utf8);

 private:
  static constexpr std::size_t kPlaces = 1024, kLongest = 40;
  struct Place {
    std::array<char, kLongest> bytes;
    std::size_t size = 0;
    QString text;
  };
  std::vector<Place> m_places{kPlaces};
};

// Reads canonical JSON in one pass, without a tree. The first thing that does not fit stops it: failed() is then true
// and everything after reads as nothing. Keys must be sorted, white space is an error: it reads only what JsonText
// wrote or canonicalJson() made.
class JsonCursor {
 public:
  JsonCursor(std::string_view text, StringPool& pool)
      : m_begin(text.data()), m_at(m_begin), m_end(m_begin + text.size()), m_pool(pool) {}
  bool failed() const { return m_failed; }
  bool atEnd() const { return m_at == m_end; }
  Error error() const; // decision.bad-json with "offset"
  void refuse();
  void refuse(const Error& why);

  bool open(char bracket);             // '{' or '['
  bool more(char closing, bool first); // another member or item is there; otherwise the closing bracket was read
  // Reads `,"key":` (without the comma where it is the first), if exactly that stands here.
  template <std::size_t N> bool expectedKey(const char (&key)[N], bool first) {
    const char* at = m_at;
    if (static_cast<std::size_t>(m_end - at) < N + 3)
      return false;
    if (!first && *at++ != ',')
      return false;
    if (*at != '"' || std::memcmp(at + 1, key, N - 1) != 0 || at[N] != '"' || at[N + 1] != ':')
      return false;
    m_at = at + N + 2;
    return true;
  }
  std::string_view key(); // with its colon; keys with escapes: textKey()
  QString textKey();
  std::string_view name(); // a text without escapes
  bool null();             // reads null, if that is what stands here
  bool boolean();
  qint64 integer();
  quint64 unsignedInteger();
  double real(); // null reads as 0 and is counted
  QString string();
  std::string_view skip(); // one value of any kind; its text
  char peek() const { return m_at < m_end ? *m_at : '\0'; }
  int nulls() const { return m_nulls; }
  bool standsHere(std::string_view text) const {
    return std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(text);
  }

 private:
  bool take(std::string_view word);
  bool quoted(std::string_view& plain); // false: it holds escapes, nothing was read
  QString escaped();
  std::string_view number();
  void skipString();

  const char* m_begin;
  const char* m_at;
  const char* m_end;
  StringPool& m_pool;
  Error m_error;
  int m_nulls = 0;
  bool m_failed = false;
};

} // namespace pricewright
