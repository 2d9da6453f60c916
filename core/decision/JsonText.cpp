// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/JsonText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <charconv>
#include <cmath>

namespace pricewright {
namespace {

constexpr qint64 kExact = 1LL << 53; // beyond it a reader that knows only doubles loses digits
constexpr int kDeepest = 64;
constexpr char kHex[] = "0123456789abcdef";

void appendUtf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  }
}

void appendEscaped(std::string& out, char16_t c) {
  switch (c) {
  case u'"':
    out += "\\\"";
    return;
  case u'\\':
    out += "\\\\";
    return;
  case u'\b':
    out += "\\b";
    return;
  case u'\f':
    out += "\\f";
    return;
  case u'\n':
    out += "\\n";
    return;
  case u'\r':
    out += "\\r";
    return;
  case u'\t':
    out += "\\t";
    return;
  default:
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
      out += kHex[c >> shift & 15];
  }
}

void appendText(std::string& out, QStringView text) {
  out += '"';
  // Nearly all text is plain, and goes over in one piece.
  const std::size_t start = out.size(), size = static_cast<std::size_t>(text.size());
  out.resize(start + size);
  std::size_t plain = 0;
  const char16_t* from = text.utf16();
  for (char* to = out.data() + start; plain < size; ++plain) {
    const char16_t c = from[plain];
    if (c < 0x20 || c >= 0x80 || c == u'"' || c == u'\\')
      break;
    to[plain] = static_cast<char>(c);
  }
  out.resize(start + plain);
  for (auto i = static_cast<qsizetype>(plain); i < text.size(); ++i) {
    const char16_t c = text[i].unicode();
    const bool halfCharacter = // kept as it is, so that it reads back
        QChar::isSurrogate(c) && !(QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate());
    if (c < 0x20 || c == u'"' || c == u'\\' || halfCharacter) {
      appendEscaped(out, c);
    } else if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (QChar::isHighSurrogate(c)) {
      appendUtf8(out, QChar::surrogateToUcs4(c, text[++i].unicode()));
    } else {
      appendUtf8(out, c);
    }
  }
  out += '"';
}

template <class Number> void appendNumber(std::string& out, Number value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

} // namespace

void JsonText::key(std::string_view ascii) {
  item();
  m_out += '"';
  m_out += ascii;
  m_out += "\":";
}

void JsonText::key(const QString& text) {
  item();
  appendText(m_out, text);
  m_out += ':';
}

void JsonText::integer(qint64 value) {
  const bool exact = value >= -kExact && value <= kExact;
  if (!exact)
    m_out += '"';
  appendNumber(m_out, value);
  if (!exact)
    m_out += '"';
}

void JsonText::unsignedInteger(quint64 value) {
  const bool exact = value <= static_cast<quint64>(kExact);
  if (!exact)
    m_out += '"';
  appendNumber(m_out, value);
  if (!exact)
    m_out += '"';
}

void JsonText::real(double value) {
  constexpr double kTwoTo63 = 9223372036854775808.0;
  if (!std::isfinite(value))
    return null();
  if (value == 0 && std::signbit(value)) {
    m_out += "\"-0\"";
    return;
  }
  // Qt writes a double that is a whole number as one; so does this, to be the same text.
  if (std::abs(value) < kTwoTo63 && value == std::trunc(value))
    return appendNumber(m_out, static_cast<qint64>(value));
  // In this range Qt's shortest text has no exponent, and is the one that to_chars writes.
  if (const double size = std::abs(value); size >= 1e-3 && size < 1e15) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
    m_out.append(digits.data(), end);
    return;
  }
  const QByteArray text = QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
  m_out.append(text.constData(), static_cast<std::size_t>(text.size()));
}

void JsonText::string(const QString& value) { appendText(m_out, value); }

QString StringPool::get(std::string_view utf8) {
  const std::size_t size = utf8.size();
  const auto make = [&] { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(size)); };
  if (size == 0)
    return {};
  if (size > kLongest)
    return make();
  std::uint64_t hash = size;
  for (std::size_t at = 0; at < size; at += sizeof(hash)) {
    std::uint64_t word = 0;
    std::memcpy(&word, utf8.data() + at, std::min(sizeof(word), size - at));
    hash = (hash ^ word) * 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 32;
  }
  hash *= 0x9e3779b97f4a7c15ULL;
  Place& place = m_places[hash >> 54]; // the top ten bits
  if (place.size == size && std::memcmp(place.bytes.data(), utf8.data(), size) == 0)
    return place.text;
  std::memcpy(place.bytes.data(), utf8.data(), size);
  place.size = size;
  place.text = make();
  return place.text;
}

Error JsonCursor::error() const { return m_error; }

void JsonCursor::refuse() { refuse(fail(QStringLiteral("decision.bad-json"))); }

void JsonCursor::refuse(const Error& why) {
  if (m_failed)
    return;
  m_failed = true;
  m_error = why.with(QStringLiteral("offset"), QString::number(m_at - m_begin));
  m_at = m_end;
}

bool JsonCursor::open(char bracket) {
  if (peek() == bracket && !m_failed) {
    ++m_at;
    return true;
  }
  refuse();
  return false;
}

bool JsonCursor::more(char closing, bool first) {
  if (m_failed)
    return false;
  if (peek() == closing) {
    ++m_at;
    return false;
  }
  if (first)
    return true;
  if (peek() == ',') {
    ++m_at;
    return true;
  }
  refuse();
  return false;
}

bool JsonCursor::quoted(std::string_view& plain) {
  const char* at = m_at + 1;
  while (at < m_end && *at != '"' && *at != '\\')
    ++at;
  if (at >= m_end || *at == '\\')
    return false;
  plain = std::string_view(m_at + 1, static_cast<std::size_t>(at - m_at - 1));
  m_at = at + 1;
  return true;
}

std::string_view JsonCursor::key() {
  std::string_view name;
  if (peek() == '"') {
    const char* start = m_at;
    if (!quoted(name)) {
      skipString();
      name = std::string_view(start, static_cast<std::size_t>(m_at - start));
    }
  } else {
    refuse();
  }
  if (!m_failed && !take(":"))
    refuse();
  return name;
}

std::string_view JsonCursor::name() {
  std::string_view text;
  if (peek() != '"' || !quoted(text))
    refuse();
  return text;
}

QString JsonCursor::textKey() {
  const QString name = string();
  if (!m_failed && !take(":"))
    refuse();
  return name;
}

bool JsonCursor::take(std::string_view word) {
  if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(word))
    return false;
  m_at += word.size();
  return true;
}

bool JsonCursor::null() { return take("null"); }

bool JsonCursor::boolean() {
  if (take("true"))
    return true;
  if (!take("false"))
    refuse();
  return false;
}

std::string_view JsonCursor::number() {
  const bool inQuotes = peek() == '"';
  std::string_view digits;
  if (inQuotes) {
    if (!quoted(digits))
      refuse();
    return digits;
  }
  const char* start = m_at;
  while (m_at < m_end && (static_cast<unsigned>(*m_at - '0') < 10 || *m_at == '-' || *m_at == '+' || *m_at == '.' ||
                          *m_at == 'e' || *m_at == 'E'))
    ++m_at;
  return std::string_view(start, static_cast<std::size_t>(m_at - start));
}

namespace {
template <class Number> bool parseAll(std::string_view text, Number& value) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  return code == std::errc() && end == text.data() + text.size();
}
} // namespace

qint64 JsonCursor::integer() {
  qint64 value = 0;
  if (!parseAll(number(), value))
    refuse();
  return value;
}

quint64 JsonCursor::unsignedInteger() {
  quint64 value = 0;
  if (!parseAll(number(), value))
    refuse();
  return value;
}

double JsonCursor::real() {
  if (null()) {
    ++m_nulls;
    return 0;
  }
  double value = 0;
  if (!parseAll(number(), value) || !std::isfinite(value))
    refuse();
  return m_failed ? 0 : value;
}

QString JsonCursor::string() {
  std::string_view plain;
  if (peek() != '"') {
    refuse();
    return {};
  }
  return quoted(plain) ? m_pool.get(plain) : escaped();
}

// The rare texts with escapes go through Qt's own reader, one at a time.
QString JsonCursor::escaped() {
  const char* start = m_at;
  skipString();
  if (m_failed)
    return {};
  const QByteArray inArray = '[' + QByteArray(start, static_cast<qsizetype>(m_at - start)) + ']';
  const QJsonArray array = QJsonDocument::fromJson(inArray).array();
  if (array.size() != 1)
    refuse();
  return array.at(0).toString();
}

void JsonCursor::skipString() {
  for (const char* at = m_at + 1; at < m_end; ++at) {
    if (*at == '\\') {
      ++at;
    } else if (*at == '"') {
      m_at = at + 1;
      return;
    }
  }
  refuse();
}

std::string_view JsonCursor::skip() {
  const char* start = m_at;
  int depth = 0;
  do {
    const char c = peek();
    if (c == '"') {
      skipString();
    } else if (c == '{' || c == '[') {
      ++m_at;
      if (++depth > kDeepest)
        refuse();
    } else if (c == '}' || c == ']') {
      ++m_at;
      --depth;
    } else if (depth > 0 && (c == ',' || c == ':')) {
      ++m_at;
    } else if (!take("true") && !take("false") && !take("null") && number().empty()) {
      refuse();
    }
  } while (depth > 0 && !m_failed);
  if (depth < 0)
    refuse();
  return m_failed ? std::string_view() : std::string_view(start, static_cast<std::size_t>(m_at - start));
}

} // namespace pricewright
